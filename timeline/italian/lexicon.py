"""The words of words.yaml and the numbers, as categories with values."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from pathlib import Path

import yaml

Reading = tuple[tuple[str, object], ...]  # the categories of a word, narrowest first, each with its value
Value = int | float | str | None

_TENS = {
    20: "vent",
    30: "trent",
    40: "quarant",
    50: "cinquant",
    60: "sessant",
    70: "settant",
    80: "ottant",
    90: "novant",
}
_THOUSANDS_OF = "due tre quattro cinque sei sette otto nove dieci".split()
_ONES = ["", "uno", "due", "tre", "quattro", "cinque", "sei", "sette", "otto", "nove"]


def number_words() -> dict[str, int]:
    """The Italian words from twenty to ninety-nine, with and without the accent of «-tré».

    >>> number_words()["ventuno"], number_words()["quarantott'"], number_words()["trentatré"]
    (21, 48, 33)
    """
    words = {}
    for ten, stem in _TENS.items():
        vowel = "i" if ten == 20 else "a"
        words[stem + vowel] = ten
        words[stem + "'"] = ten  # quarant'anni
        for one in range(1, 10):
            joined = stem + ("" if one in (1, 8) else vowel) + _ONES[one]
            words[joined] = ten + one
            words[joined[:-1] + "'"] = ten + one
            if one == 1:
                words[joined[:-1]] = ten + one  # ventun giorni
            if one == 3:
                words[joined[:-1] + "é"] = ten + one
    return words


class Lexicon:
    """Word → its categories with their values. *triggers*: words at which reading starts."""

    def __init__(self) -> None:
        data = yaml.load(
            Path(__file__).with_name("words.yaml").read_text("utf-8"), getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        )
        self.categories: dict[str, set[str]] = {}
        self.guards: dict[str, str] = {name: str(words) for name, words in data["guards"].items()}
        self._words: dict[str, dict[str, object]] = {}
        for category, values in data["valued"].items():
            for value, words in values.items():
                for word in words.split():
                    self._add(word, category, value)
        for category, words in data["plain"].items():
            for word in words.split():
                self._add(word, category, None)
        for word, number in number_words().items():
            self._add(word, "N", number)
        for thousands, word in enumerate(_THOUSANDS_OF, 2):
            self._add(f"{word}mila", "N", thousands * 1000)
        for number in range(1, 31):
            self._add(roman(number).lower(), "ROMAN", number)
        for word in self.categories["ONE"]:
            self._add(word, "N", 1)
        self.triggers = frozenset(w for c in data["triggers"].split() for w in self.categories.get(c, {c}))
        self.known: dict[str, Reading] = {w: tuple(c.items()) for w, c in self._words.items()}

    def _add(self, word: str, category: str, value: object) -> None:
        self._words.setdefault(word, {})[category] = value
        self.categories.setdefault(category, set()).add(word)

    def learn(self, word: str) -> None:
        """Make a word known that a phrase names literally."""
        self.known.setdefault(word, ())


@cache
def lexicon() -> Lexicon:
    """The one lexicon, read once."""
    return Lexicon()


def roman(number: int) -> str:
    """
    >>> roman(19), roman(21)
    ('XIX', 'XXI')
    """
    out = ""
    for value, letters in ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")):
        while number >= value:
            out, number = out + letters, number - value
    return out


_DMY = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})\Z")
_ISO = re.compile(r"(\d{4})([-/])(\d{1,2})\2(\d{1,2})\Z")
_CLOCK = re.compile(r"(\d{1,2})([.:,])(\d\d)(?:\2\d\d)?\Z")
_YEARS = re.compile(r"(\d{4})[/–-](\d{4}|\d{2})\Z")
_DAYS = re.compile(r"(\d{1,2})[/–-](\d{1,2})\Z")
_THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})+\Z")
_ORDINAL = re.compile(r"(\d{1,2})\s?[º°ª^]\Z")
_SHORT_YEAR = re.compile(r"'(\d\d)\Z")


@lru_cache(10_000)
def read_number(token: str) -> Reading:
    """The categories of a token that begins with a digit (or '90), narrowest first.

    HOUR 0-24, DAY 1-31, YEAR 1000-2199, YY 0-99, N any; DATE (y, m, d); CLOCK (h, m); YEARS, DAYS pairs.

    >>> [c for c, _ in read_number("24")], [c for c, _ in read_number("28.04.2025")], [c for c, _ in read_number("1º")]
    (['HOUR', 'DAY', 'YY', 'N'], ['DATE'], ['DAY', 'NTH'])
    """
    if token.isdecimal():
        return _read_integer(token)
    if (m := _DMY.match(token)) and (
        found := _read_date(int(m[4]) if len(m[4]) == 4 else _two_digit_year(int(m[4])), int(m[3]), int(m[1]))
    ):
        return found
    if m := _ISO.match(token):
        return _read_date(int(m[1]), int(m[3]), int(m[4]))
    if m := _CLOCK.match(token):
        return _read_clock(int(m[1]), m[2], int(m[3]))
    if m := _YEARS.match(token):
        return _read_years(int(m[1]), m[2])
    if (m := _DAYS.match(token)) and 1 <= int(m[1]) <= 31 and 1 <= int(m[2]) <= 31:
        return (("DAYS", (int(m[1]), int(m[2]))),)
    if _THOUSANDS.match(token):
        return (("N", int(token.replace(".", ""))),)
    if m := _ORDINAL.match(token):
        nth = int(m[1])
        return (("DAY", 1), ("NTH", 1)) if nth == 1 else (("NTH", nth),)
    if m := _SHORT_YEAR.match(token):
        return (("YEAR'", _two_digit_year(int(m[1]))), ("YY'", int(m[1])))
    if m := re.match(r"(\d+)[,.](\d{1,2})\Z", token):
        return (("DECIMAL", float(f"{m[1]}.{m[2]}")),)
    return ()


def _two_digit_year(year: int) -> int:
    """'68 is 1968, '21 is 2021: the turn stands at 40."""
    return 2000 + year if year < 40 else 1900 + year


def _read_integer(token: str) -> Reading:
    number = int(token) if len(token) < 10 else 10**9
    out: list[tuple[str, object]] = []
    if len(token) == 4 and 1000 <= number < 2200:
        out.append(("YEAR", number))
    if len(token) <= 2:
        if number <= 24:
            out.append(("HOUR", number))
        if 1 <= number <= 31:
            out.append(("DAY", number))
        if len(token) == 2:
            out.append(("YY", number))
    return (*out, ("N", number))


def _read_date(year: int, month: int, day: int) -> Reading:
    if 1 <= month <= 12 and 1 <= day <= 31 and 1000 <= year < 2200:
        return (("DATE", (year, month, day)),)
    return ()


def _read_clock(hour: int, mark: str, minute: int) -> Reading:
    if hour > 24 or minute > 59:
        return (("DECIMAL", float(f"{hour}.{minute:02}")),) if mark != ":" else ()
    category = "CLOCK:" if mark == ":" else "CLOCK"
    out: list[tuple[str, object]] = [(category, (hour, minute))]
    if mark == "." and 1 <= hour <= 31 and 1 <= minute <= 12:
        out.append(("DAYMONTH", (hour, minute)))
    if mark != ":":
        out.append(("DECIMAL", float(f"{hour}.{minute:02}")))
    return tuple(out)


def _read_years(first: int, second: str) -> Reading:
    last = int(second) if len(second) == 4 else first // 100 * 100 + int(second)
    if len(second) == 2 and first % 100 == 99 and second == "00":
        last = first + 1
    if 1000 <= first < last < 2200:
        return (("YEARS", (first, last)),)
    return ()
