"""TIMEX3: what an expression says once it is read against a day.

Values follow TIMEX3 (ISO 24617-1): days 2021-03-02, months 2021-03, years 2021, ISO weeks 2021-W09, weekends
2021-W09-WE,
seasons 2021-SU (winter is named after the year it begins in), quarters 2021-Q1, halves 2021-H1, decades 202,
centuries 19;
times 2021-03-02T15:30 and parts of the day TMO, TMI, TAF, TEV, TNI; durations P3D; PAST_REF, PRESENT_REF, FUTURE_REF.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache

from timeline.dates.period import Period, Point, unit_around

Days = tuple[date, date]
SEASON_CODES = {1: "SP", 2: "SU", 3: "FA", 4: "WI"}


@dataclass(frozen=True, slots=True)
class Reading:
    """One expression, resolved.

    *first* and *last* are the calendar days it points at, inclusive; None where it points at none. *period* is the date
    an event may carry. *time* is the event's time in the words of an event file. *unit* is the granularity.
    """

    type: str
    value: str
    first: date | None = None
    last: date | None = None
    period: Period | None = None
    mod: str | None = None
    time: str = ""
    unit: str = ""

    def with_mod(self, mod: str) -> Reading:
        return replace(self, mod=mod)


def value_of(day: date, unit: str) -> str:
    """The TIMEX3 value of the calendar unit that holds *day*.

    >>> value_of(date(2024, 12, 30), "week"), value_of(date(2021, 1, 9), "season"), value_of(date(1999, 5, 1), "decade")
    ('2025-W01', '2020-WI', '199')
    """
    match unit:
        case "day":
            return day.isoformat()
        case "week" | "weekend":
            year, week, _ = day.isocalendar()
            return f"{year:04}-W{week:02}" + ("-WE" if unit == "weekend" else "")
        case "month":
            return f"{day.year:04}-{day.month:02}"
        case "quarter":
            return f"{day.year:04}-Q{(day.month - 1) // 3 + 1}"
        case "semester":
            return f"{day.year:04}-H{(day.month - 1) // 6 + 1}"
        case "season":
            point = unit_around(day, "season").points[0]
            assert point is not None
            return f"{point.year:04}-{SEASON_CODES[point.part]}"
        case "year":
            return f"{day.year:04}"
        case "decade":
            return f"{day.year // 10:03}"
        case "century":
            return f"{day.year // 100:02}"
    raise ValueError(f"no calendar unit {unit!r}")


@lru_cache(4096)  # news names the same few days over and over
def read_unit(day: date, unit: str) -> Reading:
    """The reading of the whole calendar unit that holds *day*."""
    period = unit_around(day, unit)
    return Reading("DATE", value_of(day, unit), period.first, period.last, period, unit=unit)


@lru_cache(4096)
def read_point(point: Point) -> Reading:
    """The reading of one point, before the year 1 too (which has no days to point at)."""
    period = Period((point,))
    first = point.first
    if first is None:
        return Reading("DATE", _bc_value(point), None, None, period, unit=point.unit)
    return replace(read_unit(first, point.unit), period=period, last=point.last)


def _bc_value(point: Point) -> str:
    """TIMEX2 and TIMEX3 write years before Christ as BC0044; a century is what its years begin with, BC04 the fifth."""
    return f"BC{-point.year // 100:02}" if point.unit == "century" else f"BC{1 - point.year:04}"


def read_days(first: date, last: date, value: str, unit: str) -> Reading:
    """A stretch of days that is no calendar unit of its own."""
    return Reading("DATE", value, first, last, Period.between(first, last), unit=unit)


def read_daypart(day: date, part: str, time: str) -> Reading:
    """A part of *day*; a night is its evening's and reaches into the next day."""
    last = day + timedelta(1) if part == "TNI" else day
    return Reading("TIME", f"{day.isoformat()}{part}", day, last, Period.of_day(day), None, time, "daypart")


def read_clock(day: date, hour: int, minute: int, time: str, zone: str = "") -> Reading:
    """A clock time of *day*."""
    value = f"{day.isoformat()}T{hour:02}:{minute:02}{zone}"
    return Reading("TIME", value, day, day, Period.of_day(day), None, time, "clock")


_DURATION_UNITS = {
    "second": "TS",
    "minute": "TM",
    "hour": "TH",
    "day": "D",
    "week": "W",
    "weekend": "WE",
    "month": "M",
    "quarter": "Q",
    "semester": "M",
    "season": "M",
    "year": "Y",
    "decade": "DE",
    "century": "CE",
    "daypart": "D",
    "time": "X",
}


def duration_value(count: float | None, unit: str) -> str:
    """The TIMEX3 value of a length of time; X where the count is not said.

    >>> duration_value(2, "week"), duration_value(None, "hour"), duration_value(2.5, "year"), duration_value(20, "year")
    ('P2W', 'PTXH', 'P2Y6M', 'P20Y')
    """
    letters = _DURATION_UNITS[unit]
    if unit in ("semester", "season") and count is not None:
        count *= 6 if unit == "semester" else 3
    if unit == "decade" and count is not None:
        count, letters = count * 10, "Y"
    if unit == "century" and count is not None:
        count, letters = count * 100, "Y"
    time, letter = ("T", letters[1:]) if letters[0] == "T" else ("", letters)
    if count is None:
        return f"P{time}X{letter}"
    whole, half = int(count), count != int(count)
    if not half:
        return f"P{time}{whole}{letter}"
    finer = {
        "year": ("M", 12),
        "hour": ("M", 60),
        "minute": ("S", 60),
        "day": ("H", 24),
        "month": ("D", 30),
        "week": ("D", 7),
    }
    if unit not in finer:
        return f"P{time}{count:g}{letter}"
    small, size = finer[unit]
    rest = round((count - whole) * size)
    head = f"{whole}{letter}" if whole else ""
    if unit == "day":
        return f"P{head}T{rest}{small}"
    return f"P{time}{head}{rest}{small}"
