"""What the words right beside an expression say of it: a complement, a counted noun, opening hours, a range."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from timeline.italian.place import is_among
from timeline.italian.tense_words import ARTICLES, BARE_ARTICLES, SINCE, UNPLANNED, WEEKDAYS
from timeline.italian.tokens import OF
from timeline.italian.verb_classes import has_verb, is_finite

_SUBJECT_ARTICLES = BARE_ARTICLES | {"un", "una", "uno", "un'"}
_COMPLEMENTS = _SUBJECT_ARTICLES | OF | {"che", "aver", "essere"}
# What stands between a subject and its verb.
_BEFORE_VERBS = frozenset("si non ci gli lo li ne è ha hanno sono".split())
# A phrase about somebody else begins with these, not one about the subject.
_LEADS = (ARTICLES - OF) | frozenset("a ad in da con per su tra fra e ed o che".split())
_DEED_ENDINGS = ("zione", "sione", "mento", "tura")
_OPENING_HOURS = re.compile(r"(\d{1,2})(?:[.:]\d\d)?\s?[-–/]\s?(\d{1,2})(?:[.:]\d\d)?(?!\d)")
_RANGE_HEADS = frozenset("da dalle dall' dalla".split())


def counts_from_a_fact(words: list[str], end: int) -> bool:
    """Whether «dopo» or «prima» just before token *end* has a complement: «il giorno dopo la tragedia il paese…».

    «Il giorno dopo la polizia di Lugo ha arrestato…» has none: its noun is the subject of the verb that follows.
    """
    if words[end - 1] not in ("dopo", "prima") or end >= len(words) or words[end] not in _COMPLEMENTS:
        return False
    if words[end] not in _SUBJECT_ARTICLES:
        return True
    if words[end - 1] == "prima":
        return False  # «due mesi prima lo avevano promosso»: «prima» never stands before a bare article
    return not any(words[at] in _BEFORE_VERBS or is_finite(words, at) for at in _behind_subject(words, end + 1))


def _behind_subject(words: list[str], noun: int) -> Iterator[int]:
    """Where the verb may stand, if the noun at *noun* is its subject: «i servizi / segreti / di Seul / confermarono».

    What befalls (a robbery, a collapse) is what one counts from, when more than its name is told.
    """
    yield from range(noun + 1, min(noun + 2, len(words)))
    if words[noun] in UNPLANNED or words[noun].endswith(_DEED_ENDINGS):
        return
    last = noun + 1
    while last < min(noun + 5, len(words)) and words[last].isalpha() and words[last] not in _LEADS:
        last += 2 if words[last] in OF else 1
        if last < len(words):
            yield last


_EXCEPTING = frozenset("anche tranne eccetto escluso esclusa salvo compreso compresa".split())


def is_of_weekdays(words: list[str], begin: int) -> bool:
    """«Anche di sabato», «quasi sempre di lunedì», «solo al sabato»: on such days, not on one."""
    return begin > 1 and words[begin - 1] in ("di", "al", "alla") and words[begin - 2] in _OFTEN


_OFTEN = frozenset("anche sempre solo soltanto mai spesso pure perfino persino".split())


def comes_round_all_the_same(words: list[str], begin: int) -> bool:
    """«Ha chiesto straordinari anche il sabato», «turni sospesi, tranne il sabato»: every week, whatever the tense."""
    return begin > 0 and words[begin - 1] in _EXCEPTING and words[begin] in ("il", "la")


def is_of_a_list_of_days(words: list[str], begin: int, end: int) -> bool:
    """«Dalle 8 alle 20, sabato e domenica compresi», «compresi sabato e domenica»: every week."""
    if words[end : end + 1] == ["e"] and words[end + 1 : end + 2] and words[end + 1] in WEEKDAYS:
        end += 2
    return words[end : end + 1] in _ALL_IN or words[begin - 1 : begin] in _ALL_IN


def is_counted_to(words: list[str], begin: int) -> bool:
    """«A undici giorni | dal Natale»: nothing begins on that day."""
    counted = words[begin - 1] in ("giorni", "settimane", "mesi", "ore", "giorno", "mese", "settimana")
    return counted and words[begin] in SINCE and words[max(0, begin - 3)] in ("a", "ad")


def is_usual(words: list[str], begin: int) -> bool:
    """«Che aprono di solito alle 7.45»: an hour that comes round."""
    near = words[max(0, begin - 3) : begin]
    if any(a == "giorni" and b in ("feriali", "festivi") for a, b in pairwise(near)):
        return True  # «nei giorni feriali, dalle 9 alle 11»
    if any(a.startswith("continua") and b == "a" for a, b in pairwise(words[max(0, begin - 7) : begin])):
        return True  # «ha continuato a entrare in classe alle 7.50»
    if near == [",", "in", "vigore"] and words[begin].startswith("da"):
        return True  # «il coprifuoco, in vigore dalle 18 alle 6»
    if near[-2:] in (["di", "solito"], ["in", "genere"]) or any(w in _USUALLY for w in near):
        return True
    return near[-2:-1] in (["mi"], ["si"]) and near[-1] in _EVERY_DAY


def is_listed_with_habit(words: list[str], end: int) -> bool:
    """«Dalle 8.30, tutti i sabati»: an hour beside what comes round."""
    after = words[end + 1 : end + 2] if words[end : end + 1] == [","] else words[end : end + 1]
    near = words[end : end + 7]
    if any(w in ("feriali", "festivi") for w in near) and not any(w in ".;:" for w in near[:5]):
        return True  # «dalle 8 alle 19, esclusi i festivi»
    each = next((k for k in range(len(near) - 1) if near[k] == "per" and near[k + 1] in ("tutti", "tutte")), 0)
    if each and not any(w in ".;:" for w in near[:each]):
        return True  # «dalle 17 all'una, per tutti e tre i giorni»
    return after in (["tutti"], ["tutte"], ["ogni"])


# «Mi alzo alle 5.10, prima mi alzavo alle sei», «si allena dalle cinque»
_EVERY_DAY = frozenset(
    """
    alzo alzavo alza alzano sveglio svegliavo sveglia svegliano allena allenano alleno allenavo corico addormento
    """.split()
)
_USUALLY = frozenset("solitamente normalmente abitualmente generalmente".split())
_ALL_IN = (["compresi"], ["comprese"], ["compresa"], ["inclusi"], ["inclusa"], ["esclusi"], ["escluse"], ["esclusa"])


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
