"""What the date after it adds to a date («dal 3 al 5 maggio 2025»: the 3rd of May), and whether the calendar has it."""

from __future__ import annotations

import calendar
from collections.abc import Sequence
from dataclasses import replace

from timeline.dates.period import Point
from timeline.italian.prose_names import CENTURIES, WEEKDAYS, Phrase, join, year_article
from timeline.italian.prose_nouns import FIRST_WEEKDAY, noun
from timeline.italian.prose_partial import Partial, astronomical, two_digit_year
from timeline.italian.prose_tokens import DateError, UnfinishedDateError


def complete(partials: Sequence[Partial], text: str) -> list[Point]:
    """*partials* as points, each completed by the one after it: in «dal 3 al 5 maggio 2025» the 3 is of May."""
    points: list[Point] = []
    after: Partial | None = None
    for partial in reversed(partials):
        after = _completed(partial, after, text)
        points.insert(0, _point(after, text))
    return points


def _completed(partial: Partial, after: Partial | None, text: str) -> Partial:
    if partial.unit == "number" and partial.year is not None:
        return _day_or_year(partial, partial.year, after, text)
    if partial.unit == "roman" and after and after.unit == "century":
        return replace(partial, unit="century", era=after.era)
    if partial.unit == "day" and not partial.part and after and after.unit == "day":
        partial = replace(partial, part=after.part)
    same_year = after and (after.unit == partial.unit or {after.unit, partial.unit} == {"day", "month"})
    if partial.year is None and after and same_year:
        partial = replace(partial, year=after.year, era=after.era)
    return partial


def _day_or_year(partial: Partial, number: int, after: Partial | None, text: str) -> Partial:
    """A bare number is a day before a day («l'8 e il 9 giugno»), else a year."""
    if after and after.unit == "day" and number <= 31:
        return _completed(replace(partial, unit="day", day=number, year=None), after, text)
    if after and after.unit == "year" and after.era:
        return replace(partial, unit="year", era=after.era)
    if number == 0:
        raise _no_such_year(0)
    if number < 100:
        raise two_digit_year(text) if number > 31 else _no_month(text, number)
    if number < 1000 and number % 100 == 0 and number > 100:
        name = CENTURIES.get(number // 100 + 10, "")
        raise DateError(f"«{number}» può essere un anno o un secolo", f"scrivi {name} oppure {number} d.C.")
    return replace(partial, unit="year")


def _no_such_year(year: int) -> DateError:
    return DateError(f"l’anno {year} non esiste", "gli anni vanno fino al 9999, e dopo l’1 a.C. viene l’1 d.C.")


def _no_month(text: str, day: int) -> DateError:
    return UnfinishedDateError(
        f"la data «{text.strip()}» non è intera", f"scrivi anche il mese e l’anno: {day} aprile 2025"
    )


def _point(partial: Partial, text: str) -> Point:
    """*partial*, complete, as a point; raises where the calendar has no such day."""
    unit = partial.unit
    if unit == "number" or unit == "roman" or unit == "weekday":
        raise UnfinishedDateError(
            f"la data «{text.strip()}» non è intera", "scrivi giorno, mese e anno: sabato 26 aprile 2025"
        )
    if unit == "day" and not partial.part:
        raise _no_month(text, partial.day)
    if partial.year is None:
        example = noun(Point(unit, 2025, partial.part, max(1, min(partial.day, 28)))).text
        raise UnfinishedDateError(f"nella data «{text.strip()}» manca l’anno", f"scrivi per esempio {example}")
    year = astronomical(partial.year, partial.era)
    if unit == "century":
        year = -partial.year * 100 + 1 if partial.era == "a" else partial.year * 100 - 100
    ends_later = unit == "season" and partial.part == 4
    if (partial.year == 0 and unit != "decade") or year + ends_later > 9999:
        raise _no_such_year(partial.year)
    point = Point(unit, year, partial.part, partial.day, partial.approximate, partial.uncertain)
    if unit == "day":
        _check_day(point, partial.weekday)
    return point


def _check_day(point: Point, weekday: int | None) -> None:
    """Raises where the month has no such day, or the day another weekday."""
    if point.part > 12 or point.part < 1:
        raise DateError(f"il mese {point.part} non esiste", "scrivi un mese da 1 a 12")
    month = noun(Point("month", point.year, point.part)).text
    last = calendar.monthrange(point.year, point.part)[1]
    if not 1 <= point.day <= 31:
        raise DateError(f"il giorno {point.day} non esiste", f"{month} ha {last} giorni: correggi il giorno")
    if point.day > last:
        impossible = join("", Phrase(f"{point.day} {month}", year_article(point.day)))
        raise DateError(f"{impossible} non esiste", f"{month} ha {last} giorni: correggi il giorno")
    day = point.first
    if weekday is None or day is None or day < FIRST_WEEKDAY or day.weekday() == weekday:
        return
    right = noun(point, weekday=True).text
    raise DateError(
        f"{join('', noun(point))} è {WEEKDAYS[day.weekday()]}, non {WEEKDAYS[weekday]}",
        f"scrivi {right}, oppure correggi il giorno",
    )
