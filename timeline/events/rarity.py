"""How much a word in common says: the rarer in Italian, the more; and the words that papers use for one thing."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from timeline.events.vocabulary import data_file

_ENDING = re.compile(
    r"(?:(?<=\w{4})(?:ator[ei]|atric[ei]|itor[ei]|itric[ei])|azion[ei]|izion[ei]|zion[ei]|ament[oi]|iment[oi]|ment[oi]|atur[ae]|aggio|aggi|are|ere|ire|arsi|ersi|irsi|ando|endo|"
    r"arono|erono|irono|at[oaie]|it[oaie]|ut[oaie]|[oaieòàèéìù])$"
)
# A root that the list of common words lacks is rarer than all of them: once in a quarter of a million words, or less.
_RAREST = 3.6
# From a word in a thousand, which says nothing, to the rarest.
_COMMONEST = 6.0
_MOST = 100


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """What is left of a word without its ending, so that noun and verb meet.

    >>> stem("approvazione"), stem("approvata"), stem("approvare")
    ('approv', 'approv', 'approv')
    """
    cut = _ENDING.sub("", word)
    return (cut if len(cut) > 2 else word)[:9]


@lru_cache(maxsize=100_000)
def singular(word: str) -> str:
    """The word without the ending by which number and gender differ.

    >>> singular("operaio") == singular("operai"), singular("banca") == singular("banche")
    (True, True)
    >>> singular("partito"), singular("parte")
    ('partit', 'part')
    """
    short = word[:-1] if word[-1] in "oaieòàèéìù" and len(word) > 3 else word
    return (short.rstrip("ih") if len(short) > 3 else "") or short


@lru_cache(maxsize=50_000)
def thing(word: str) -> str:
    """The name of the thing that a word in small letters means where the list has it, else its stem.

    >>> thing("stabilimenti") == thing("fabbrica"), thing("bulloni")
    (True, 'bullon')
    >>> thing("case"), thing("casi")
    ('casa', 'cas')
    """
    words = _things()[0]
    return words.get(word) or words.get("=" + singular(word)) or stem(word)


def thing_of_two(first: str, second: str) -> str:
    """The thing that two words together mean («primo cittadino»), each `singular`; "" where the list has none."""
    return _things()[1].get((first, second), "")


@cache
def _things() -> tuple[dict[str, str], dict[tuple[str, str], str]]:
    words: dict[str, str] = {}
    pairs: dict[tuple[str, str], str] = {}
    for name, line in groups():
        for word in line:
            first, _, second = word.partition("-")
            if second:
                pairs[singular(first), singular(second.split("-")[-1])] = name
            else:
                # «=tir» stands for itself alone, no «tiro» is meant.
                words.setdefault(first.lstrip("="), name)
                if first[0] != "=":
                    words.setdefault("=" + singular(first), name)
    return words, pairs


def groups() -> list[tuple[str, list[str]]]:
    """The list of words for one thing: the thing's name, and the words."""
    lines = [line.split(":", 1) for line in data_file("synonyms.txt").splitlines() if line and line[0] != "#"]
    return [(name, words.split()) for name, words in lines]


@lru_cache(maxsize=100_000)
def rarity(found: str) -> int:
    """How much a `thing` says, from 0 (said everywhere) to 100."""
    how_common = _common().get(found, _RAREST)
    return max(0, min(_MOST, round(_MOST * (_COMMONEST - how_common) / (_COMMONEST - _RAREST))))


def is_rare(word: str) -> bool:
    return thing(word) not in _common()


@cache
def _common() -> dict[str, float]:
    """Common things by how often they are named: the logarithm of how many times in a thousand million words."""
    found: dict[str, float] = {}
    for line in data_file("common_words.txt").splitlines():
        if line and line[0] != "#":
            scale, _, words = line.partition(":")
            found.update(dict.fromkeys(words.split(), float(scale)))
    return found
