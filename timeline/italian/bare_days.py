"""Day numbers whose month was said before: «Il 12 dicembre l'aggressione, il 13 la denuncia, il 20 l'arresto»."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from timeline.italian.place import is_among
from timeline.italian.tense_words import BARE_ARTICLES, PLANNED
from timeline.italian.verb_classes import has_verb

# How many tokens after a date its list may go on.
_REACH = 25
_LEADS = frozenset(", ; ( e ed poi mentre - –".split())
_STOPS = frozenset(", . ; ) – -".split())
_FOLLOW = (
    BARE_ARTICLES
    | frozenset(
        "un una uno un' a ad al allo alla ai agli alle in nel nella con si è sono ha hanno fu furono era".split()
    )
    | frozenset("erano sarà saranno tocca toccherà invece anche poi sempre chiuso aperto".split())
)


def days_that_follow(words: list[str], begin: int, end: int, is_name: Callable[[int], bool]) -> Iterator[int]:
    """The tokens of [begin, end) that number a day, after a date that ends at token *begin*.

    A day opens its clause, or stands after its verb; what counts something else is none. *is_name* tells whether a
    token has a capital.

    >>> list(days_that_follow("il 12 dicembre l' aggressione , il 13 la denuncia".split(), 3, 10, lambda at: False))
    [7]
    >>> list(days_that_follow("il 2 dicembre sono usciti il 7 , il 15 e il 22".split(), 3, 13, lambda at: False))
    []
    """
    for at in range(begin, min(end, begin + _REACH)):
        word = words[at]
        if not word[0].isdecimal():
            if word in ".!?…" or is_among(word, "numbering"):
                return
        elif words[at - 1] in ("il", "l'"):
            if not (_is_day(words, at) and at - 2 >= begin and _stands_free(words, at, is_name)):
                return
            yield at
            if words[at + 1 : at + 2] == ["e"] and at + 2 < end and _is_day(words, at + 2) and _ends(words, at + 2):
                yield at + 2


def _is_day(words: list[str], at: int) -> bool:
    return words[at].isdecimal() and len(words[at]) < 3 and 1 <= int(words[at]) <= 31


def _stands_free(words: list[str], at: int, is_name: Callable[[int], bool]) -> bool:
    """Whether the number after its article is a day: in its own clause, or right after a verb that ends there."""
    lead = words[at - 2]
    if lead in _LEADS:
        following = words[at + 1] if at + 1 < len(words) else "."
        paired = following == "e" and at + 2 < len(words) and _is_day(words, at + 2) and _ends(words, at + 2)
        timed = following == "," and words[at + 2 : at + 3] in (["alle"], ["all'"], ["dalle"], ["ore"])
        return paired or timed or following in _FOLLOW or is_name(at + 1) or has_verb(words, at + 1, at + 2)
    return (has_verb(words, at - 2, at - 1) or lead in PLANNED) and _ends(words, at, closed=True)


def _ends(words: list[str], at: int, closed: bool = False) -> bool:
    following = words[at + 1] if at + 1 < len(words) else "."
    if closed and words[at + 1 : at + 2] == [","] and words[at + 2 : at + 3] in (["il"], ["l'"]):
        return False  # «sono usciti il 7, il 15 e il 22»: numbers of some kind
    return following in _STOPS or following[0] == "\n" or (not closed and following in _FOLLOW | {"chiuso", "aperto"})
