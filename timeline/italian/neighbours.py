"""What the words right beside an expression say of it: a complement, a counted noun, opening hours, a range."""

from __future__ import annotations

import re

from timeline.italian.place import is_among
from timeline.italian.tense import has_verb
from timeline.italian.tense_words import BARE_ARTICLES
from timeline.italian.tokens import OF

_SUBJECT_ARTICLES = BARE_ARTICLES | {"un", "una", "uno", "un'"}
_COMPLEMENTS = _SUBJECT_ARTICLES | OF | {"che", "aver", "essere"}
# What stands between a subject and its verb.
_BEFORE_VERBS = frozenset("si non ci gli lo li ne è ha hanno sono".split())
_OPENING_HOURS = re.compile(r"(\d{1,2})(?:[.:]\d\d)?\s?[-–/]\s?(\d{1,2})(?:[.:]\d\d)?(?!\d)")
_RANGE_HEADS = frozenset("da dalle dall' dalla".split())


def counts_from_a_fact(words: list[str], end: int) -> bool:
    """Whether «dopo» or «prima» just before token *end* has a complement: «il giorno dopo la tragedia il paese…».

    «Il giorno dopo la polizia ha arrestato…» has none: its noun is the subject of the verb that follows.
    """
    if words[end - 1] not in ("dopo", "prima") or end >= len(words) or words[end] not in _COMPLEMENTS:
        return False
    if words[end] not in _SUBJECT_ARTICLES:
        return True
    if words[end - 1] == "prima":
        return False  # «due mesi prima lo avevano promosso»: «prima» never stands before a bare article
    following = words[end + 2 : end + 4]
    return not (following and (following[0] in _BEFORE_VERBS or has_verb(following, 0, 1)))


def is_counted(words: list[str], end: int) -> bool:
    """Whether a plural noun follows the number that ends before token *end*: «sabato 3 persone».

    >>> is_counted("sabato 3 persone ferite".split(), 2), is_counted("sabato 3 alle 21".split(), 2)
    (True, False)
    """
    if end >= len(words) or not words[end].isalpha() or words[end][-1] not in "ei" or len(words[end]) < 4:
        return False
    known = is_among(words[end], "small") or is_among(words[end], "after_hour")
    return not known and not has_verb(words, end, end + 1)


def has_opening_hours(words: list[str], end: int) -> bool:
    """«Lunedì 9-13»: two hours joined by a dash from token *end*; «domenica 1-2» is a result.

    >>> has_opening_hours(["lunedì", "9-13"], 1), has_opening_hours(["domenica", "1-2"], 1)
    (True, False)
    """
    m = _OPENING_HOURS.match(" ".join(words[end : end + 3]))
    return m is not None and 6 <= int(m[1]) < int(m[2]) <= 24


def opens_range(words: list[str], begin: int) -> bool:
    """«Dalle 23 alle 5», «tra le 23 e l'una»: whether another clock time will follow the one at token *begin*."""
    return words[begin] in _RANGE_HEADS or (begin > 0 and words[begin - 1] in ("tra", "fra", "da", "dalla"))


def opens_clause(words: list[str], end: int) -> bool:
    """Whether a verb follows the date that ends before token *end*: «sabato ha vinto e domenica perderà»."""
    return has_verb(words, end, min(len(words), end + 4))
