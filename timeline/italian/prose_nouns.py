"""Calendar units as Italian nouns: «8 aprile 2025», «inverno 2024-25», «anni Venti del Novecento», «XI secolo»."""

from __future__ import annotations

from datetime import date

from timeline.dates.period import Point, Unit
from timeline.italian.prose_names import (
    CENTURIES,
    DECADES,
    DUEMILA,
    MONTHS,
    ORDINALS,
    SEASONS,
    WEEKDAYS,
    Phrase,
    day_number,
    join,
    ordinal_article,
    roman,
    year_article,
    year_in_words,
)

# Before it Italy counted days by the Julian calendar, EDTF by the Gregorian one: the weekday would mislead.
FIRST_WEEKDAY = date(1582, 10, 15)


def noun(point: Point, *, weekday: bool = False, then: Point | None = None) -> Phrase:
    """A point's noun and article, without its qualifier; what *then*, said next, says too is left out."""
    match point.unit:
        case "day":
            return day_phrase(point, weekday, _shared(point, then))
        case "month":
            shared = _shared(point, then)
            return Phrase(MONTHS[point.part - 1] + ("" if shared else f" {year_in_words(point.year)}"))
        case "season":
            name = SEASONS[point.part - 1]
            year = _winter(point.year) if point.part == 4 else year_in_words(point.year)
            return Phrase(f"{name} {year}", "la" if point.part == 1 else "l’")
        case "quarter" | "semester":
            name = "trimestre" if point.unit == "quarter" else "semestre"
            return Phrase(f"{ORDINALS[point.part - 1]} {name} {year_in_words(point.year)}", "il")
        case "decade":
            return _decade(point.year)
        case "century":
            return _century(point.year, then)
    return _year(point.year, then)


def _year(year: int, then: Point | None) -> Phrase:
    """«2024», «476 d.C.»; «264» alone where *then* is «241 a.C.»."""
    number, _, era = year_in_words(year).partition(" ")
    said_next = then and then.unit == "year" and year_in_words(then.year).endswith(f" {era}")
    return Phrase(number if said_next or not era else f"{number} {era}", year_article(int(number)))


def _shared(point: Point, then: Point | None) -> Unit | None:
    """The largest unit in which *point* and *then*, both days or both months, are one: "month", "year" or None."""
    if then is None or then.unit != point.unit or then.year != point.year:
        return None
    return "month" if then.part == point.part and point.unit == "day" else "year"


def day_phrase(point: Point, weekday: bool, shared: Unit | None) -> Phrase:
    words = day_number(point.day)
    if shared != "month":
        words += f" {MONTHS[point.part - 1]}"
    if shared is None:
        words += f" {year_in_words(point.year)}"
    day = point.first
    if weekday and day and day >= FIRST_WEEKDAY:
        return Phrase(f"{WEEKDAYS[day.weekday()]} {words}")
    return Phrase(words, "l’" if point.day in (8, 11) else "il")


def _winter(year: int) -> str:
    """A winter's two years: 2024-25, 1999-2000, 219-218 a.C."""
    if year >= 1000:
        last = str(year + 1)
        return f"{year}-{last[-2:] if last[:2] == str(year)[:2] else last}"
    if year == 0:
        return "1 a.C.-1 d.C."
    return f"{1 - year}-{-year} a.C." if year < 0 else f"{year}-{year + 1} d.C."


def _decade(year: int) -> Phrase:
    """«anni Novanta» are those of the Novecento, from the Thirties on; all others name their century."""
    century, decade = year // 100, year // 10 % 10
    name = CENTURIES.get(century, "Duemila" if century == DUEMILA else f"{roman(century + 1)} secolo")
    article = ordinal_article(century + 1) if name.endswith("secolo") else "l’" if name == "Ottocento" else "il"
    of_century = "" if century == 19 and decade >= 3 else " " + join("di", Phrase(name, article))
    if decade == 0:
        return Phrase(f"primo decennio{of_century}", "il")
    return Phrase(f"anni {DECADES[decade - 1]}{of_century}", "gli")


def _century(year: int, then: Point | None) -> Phrase:
    """«Ottocento», «XI secolo», «I secolo a.C.»; the XI alone where *then* is a counted century too."""
    name = CENTURIES.get(year // 100)
    if name:
        return Phrase(name, "l’" if name == "Ottocento" else "il")
    number = year // 100 + 1 if year >= 0 else -year // 100 + 1
    counted = then and then.unit == "century" and then.year // 100 not in CENTURIES and (then.year < 0) == (year < 0)
    era = " a.C." if year < 0 else ""
    return Phrase(roman(number) if counted else f"{roman(number)} secolo{era}", ordinal_article(number))
