"""Numbers as papers write them: in digits, in words, in the age that one word tells."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from timeline.italian.lexicon import number_words

_UNITS = """
    due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici diciassette
    diciotto diciannove
"""
_SMALL_NUMBERS = {word: number for number, word in enumerate(_UNITS.split(), 2)}


@cache
def _numbers() -> dict[str, int]:
    """Words and their numbers, up to some thousands."""
    hundreds = {"cento": 100, **{f"{word}cento": 100 * n for word, n in _SMALL_NUMBERS.items() if n < 10}}
    thousands = {"mille": 1000, **{f"{word}mila": 1000 * n for word, n in (_SMALL_NUMBERS | number_words()).items()}}
    tens = _SMALL_NUMBERS | number_words()
    more = {f"{h}{t}": n + m for h, n in hundreds.items() for t, m in tens.items()}
    return tens | hundreds | thousands | more


@lru_cache(maxsize=50_000)
def number_of(low: str) -> str:
    """The number that a word is, in digits, or an age told by one word; "" where it is none.

    >>> number_of("trecentodieci"), number_of("quarantatreenne"), number_of("1.200"), number_of("cane")
    ('310', '43', '1200', '')
    """
    if low[0].isdigit():
        return low.replace(".", "")
    numbers = _numbers()
    if low in numbers:
        return str(numbers[low])
    aged = re.fullmatch(r"(.+?)enn[ei]", low)
    if aged:
        known = [numbers[aged[1] + end] for end in ("", "a", "o", "i", "e") if aged[1] + end in numbers]
        return str(known[0]) if known else ""
    return ""
