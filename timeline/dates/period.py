"""Periods: what a date says, exactly as precisely as it says it.

A `Point` is one calendar unit (a day, a month, a season, a century…); a `Period` is one point, or an interval, a span
within which something happened once, or a choice of points. Both map one to one onto EDTF (see edtf.py).
"""

from __future__ import annotations

import calendar
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

Unit = Literal["day", "month", "season", "quarter", "semester", "year", "decade", "century"]
Kind = Literal["single", "interval", "once", "choice"]

# EDTF level 2 codes: 21-24 seasons (21 is spring), 33-36 quarters, 40-41 semesters.
SEASON, QUARTER, SEMESTER = 20, 32, 39
# Meteorological seasons, as news uses them: winter begins in December of the year it is named after.
_SEASON_MONTHS = {1: 3, 2: 6, 3: 9, 4: 12}


def month_end(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, calendar.monthrange(year, month)[1])


def months_from(year: int, month: int, shift: int) -> tuple[int, int]:
    """The year and month *shift* months away.

    >>> months_from(2024, 11, 3)
    (2025, 2)
    """
    n = year * 12 + month - 1 + shift
    return n // 12, n % 12 + 1


@dataclass(frozen=True, slots=True)
class Point:
    """One calendar unit.

    *year* is astronomical (0 is 1 BC, -43 is 44 BC); of a decade or century it is the first year (1990, 1900).
    *part* is the month 1-12, the season 1-4 (1 spring), the quarter 1-4 or the semester 1-2; 0 where the unit has none.
    """

    unit: Unit
    year: int
    part: int = 0
    day: int = 0
    approximate: bool = False
    uncertain: bool = False

    @property
    def first(self) -> date | None:
        """The first day; None before the year 1, which `datetime.date` cannot say."""
        if self.year < 1:
            return None
        return date(self.year, *self._first_month_day())

    def _first_month_day(self) -> tuple[int, int]:
        match self.unit:
            case "day":
                return self.part, self.day
            case "month":
                return self.part, 1
            case "season":
                return _SEASON_MONTHS[self.part], 1
            case "quarter":
                return 3 * self.part - 2, 1
            case "semester":
                return 6 * self.part - 5, 1
            case _:
                return 1, 1

    @property
    def last(self) -> date | None:
        """The last day, inclusive; None before the year 1."""
        year, month, day = self.last_key
        if year < 1:
            return None
        return date.max if year > 9999 else date(year, month, day)

    @property
    def sort_key(self) -> tuple[int, int, int]:
        """Year, month and day it begins on, for ordering; works before the year 1."""
        return (self.year, *self._first_month_day())

    @property
    def last_key(self) -> tuple[int, int, int]:
        """Year, month and day it ends on; works before the year 1."""
        year, month, day = self.sort_key
        if self.unit == "day":
            return year, month, day
        year, month = months_from(year, month, _LENGTH_IN_MONTHS[self.unit] - 1)
        return year, month, calendar.monthrange(year, month)[1]


_LENGTH_IN_MONTHS = {
    "month": 1, "season": 3, "quarter": 3, "semester": 6, "year": 12, "decade": 120, "century": 1200,
}  # fmt: skip
# Beyond all years that EDTF writes in four digits: where an end is open.
_EVER_BEFORE, _EVER_AFTER = (-10_000, 1, 1), (20_000, 1, 1)


@dataclass(frozen=True, slots=True)
class Period:
    """A date as the text says it.

    *single*: one point. *interval*: all of it, from the first point to the second; None is an open end (a state that
    goes on) or an open beginning. *once*: at one time between two points, or before/after the one given. *choice*:
    one of the points.
    """

    points: tuple[Point | None, ...]
    kind: Kind = "single"

    @classmethod
    def of_day(cls, day: date) -> Period:
        return cls((Point("day", day.year, day.month, day.day),))

    @classmethod
    def of_month(cls, year: int, month: int) -> Period:
        return cls((Point("month", year, month),))

    @classmethod
    def of_year(cls, year: int) -> Period:
        return cls((Point("year", year),))

    @classmethod
    def between(cls, first: date, last: date) -> Period:
        """All the days from *first* to *last*; the single day where they are one."""
        if first == last:
            return cls.of_day(first)
        return cls((of_day(first), of_day(last)), "interval")

    @classmethod
    def once_between(cls, first: date, last: date) -> Period:
        """Some time from *first* to *last*; the single day where they are one."""
        if first == last:
            return cls.of_day(first)
        return cls((of_day(first), of_day(last)), "once")

    @property
    def start(self) -> Point | None:
        return self.points[0]

    @property
    def end(self) -> Point | None:
        return self.points[-1]

    @property
    def first(self) -> date | None:
        """The first day; None where the beginning is open, or before the year 1."""
        return self.start.first if self.start else None

    @property
    def last(self) -> date | None:
        """The last day, inclusive; None where the end is open, or before the year 1."""
        return self.end.last if self.end else None

    @property
    def is_approximate(self) -> bool:
        return any(p.approximate for p in self.points if p)

    @property
    def is_uncertain(self) -> bool:
        return any(p.uncertain for p in self.points if p)

    @property
    def is_day(self) -> bool:
        """Whether it is one sharp calendar day."""
        p = self.points[0]
        return self.kind == "single" and p is not None and p.unit == "day"

    @property
    def sort_key(self) -> tuple[int, int, int, int, int]:
        """Orders a chronology: by beginning, coarse dates at the head of the year or month they begin.

        >>> from timeline.dates.edtf import parse_edtf
        >>> words = ["2024-06-19", "2024", "2024-06", "2023/.."]
        >>> sorted(words, key=lambda w: parse_edtf(w).sort_key)
        ['2023/..', '2024', '2024-06', '2024-06-19']
        """
        point = self.start or self.end
        assert point is not None
        coarseness = {"century": 0, "decade": 1, "year": 2, "semester": 3, "season": 4, "quarter": 4, "month": 5}.get(
            point.unit, 6
        )
        year, month, day = point.sort_key
        return year, month, day, coarseness, len(self.points)

    def approximately(self) -> Period:
        """The same, "circa"."""
        return Period(tuple(p and replace(p, approximate=True) for p in self.points), self.kind)

    def covers(self, other: Period) -> bool:
        """Whether every day of *other* lies within this one. Open ends reach as far as they can."""
        (low, high), (first, last) = self._reach(), other._reach()
        return low <= first and last <= high

    def overlaps(self, other: Period) -> bool:
        """Whether the two share a day. Open ends reach as far as they can."""
        (low, high), (first, last) = self._reach(), other._reach()
        return low <= last and first <= high

    def _reach(self) -> tuple[tuple[int, int, int], tuple[int, int, int]]:
        """Year, month and day of both ends: not as dates, which the years before 1 have none of."""
        return self.start.sort_key if self.start else _EVER_BEFORE, self.end.last_key if self.end else _EVER_AFTER

    def length(self) -> int | None:
        """How many days it covers; None where an end is open."""
        if self.first is None or self.last is None:
            return None
        return (self.last - self.first).days + 1


def of_day(day: date) -> Point:
    """The point that is this calendar day."""
    return Point("day", day.year, day.month, day.day)


def unit_around(day: date, unit: str) -> Period:
    """The calendar unit that holds *day*. Weeks are ISO: Monday to Sunday; a weekend is the one of that week.

    >>> unit_around(date(2024, 12, 30), "week").first
    datetime.date(2024, 12, 30)
    """
    match unit:
        case "day":
            return Period.of_day(day)
        case "week":
            monday = day - timedelta(day.weekday())
            return Period.between(monday, monday + timedelta(6))
        case "weekend":
            monday = day - timedelta(day.weekday())
            return Period.between(monday + timedelta(5), monday + timedelta(6))
        case "month":
            return Period.of_month(day.year, day.month)
        case "quarter":
            return Period((Point("quarter", day.year, (day.month - 1) // 3 + 1),))
        case "semester":
            return Period((Point("semester", day.year, (day.month - 1) // 6 + 1),))
        case "season":
            return Period((season_around(day),))
        case "year":
            return Period.of_year(day.year)
        case "decade":
            return Period((Point("decade", day.year // 10 * 10),))
        case "century":
            return Period((Point("century", day.year // 100 * 100),))
    raise ValueError(f"no calendar unit {unit!r}")


def season_around(day: date) -> Point:
    """The meteorological season that holds *day*; January and February belong to the winter begun in December."""
    if day.month < 3:
        return Point("season", day.year - 1, 4)
    return Point("season", day.year, day.month // 3 if day.month < 12 else 4)
