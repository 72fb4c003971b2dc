"""A date as far as it is said, and the small words around it: «circa», «(data incerta)», «a.C.», «del 2025»."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from timeline.dates.period import Unit
from timeline.italian.prose_tokens import DateError, Reader

Era = Literal["", "a", "d"]

ARTICLES = ("il", "lo", "la", "l'", "gli", "le", "in", "nel", "nella", "nell'", "nei", "negli", "nelle")
OF = ("di", "del", "della", "dell'", "degli", "d'")
_OF_YEAR = ("del", "dell'", "nel", "nell'", "di")


@dataclass(frozen=True, slots=True)
class Partial:
    """A date as far as it is said. *year* is as written, before *era* ("a" a.C., "d" d.C.) is reckoned with.

    The unit "number" is a bare number, in *year*: a day or a year, as what follows decides; "roman" is a century whose
    «secolo» comes later; "weekday" a weekday alone.
    """

    unit: Unit | Literal["number", "roman", "weekday"]
    year: int | None = None
    era: Era = ""
    part: int = 0
    day: int = 0
    weekday: int | None = None
    approximate: bool = False
    uncertain: bool = False


def accept_about(reader: Reader) -> bool:
    """«circa», «ca.», «c.», «~» before a date."""
    if reader.peek() == "c" and reader.peek(1) == ".":
        reader.at += 2
        return True
    return bool(reader.accept("circa", "ca", "~") and (reader.accept(".") or True))


def accept_uncertain(reader: Reader) -> bool:
    """«(data incerta)», «(?)» or «?» after a date."""
    start = reader.at
    if reader.accept("?"):
        return True
    if reader.accept("("):
        reader.accept("data", "date")
        if reader.accept("incerta", "incerto", "incerte", "?") and reader.accept(")"):
            return True
    reader.at = start
    return False


def accept_era(reader: Reader) -> Era:
    """a.C., d.C., aC, «avanti Cristo»; "" where none stands here."""
    for era, words in (("a", ("a", "c")), ("d", ("d", "c"))):
        start = reader.at
        if reader.accept("".join(words)) or (
            reader.accept(words[0]) and (reader.accept(".") or True) and reader.accept(words[1])
        ):
            reader.accept(".")
            return "a" if era == "a" else "d"
        reader.at = start
    if reader.accept_row("avanti", "cristo"):
        return "a"
    return "d" if reader.accept_row("dopo", "cristo") else ""


def astronomical(year: int, era: Era) -> int:
    """The year as `Point` counts it: 1 a.C. is 0."""
    return 1 - year if era == "a" else year


def accept_year_of(reader: Reader, *, first_of_two: bool = False) -> tuple[int | None, Era]:
    """The year after a month, season or part: «2025», «del 2025», «44 a.C.»; None where none is said.

    *first_of_two*: of a winter's two years, of which the era may stand after the second.
    """
    start = reader.at
    of_year = reader.accept(*_OF_YEAR)
    if of_year:
        reader.accept("anno")
    if reader.peek() == "'" and reader.peek(1).isdecimal():
        raise two_digit_year(reader.text)
    digits = len(reader.peek())
    year = reader.number()
    if year < 0:
        reader.at = start
        return None, ""
    era = accept_era(reader)
    if not era and digits < 3 and not (first_of_two and reader.peek() in ("-", "/")):
        raise two_digit_year(reader.text)
    return year, era


def two_digit_year(text: str) -> DateError:
    return DateError(
        f"la data «{text.strip()}» è ambigua: l’anno ha due cifre",
        "scrivi l’anno con quattro cifre, per esempio 12/05/2024 oppure 12 maggio 2024",
    )
