"""Period <-> EDTF: ISO 8601-2:2019 level 1, and the part of level 2 that news needs.

    edtf      = "[" choice "]" | interval | point
    interval  = (point | "..") "/" (point | "..")
    choice    = point ".." point | ".." point | point ".." | point ("," point)+
    point     = date [qualifier]
    date      = year ["-" month ["-" day]] | year "-" season | decade | century
    qualifier = "?" (uncertain) | "~" (approximate) | "%" (both)

Left out, because a `Period` cannot say them: times, sets ("{...}"), years of more than four digits, a qualifier on one
part of a date, an interval whose end is unknown ("2019/"; an open one is "2019/.."), and decades before the year 0.
"""

from __future__ import annotations

import calendar
import re
from typing import Literal

from timeline.dates.period import QUARTER, SEASON, SEMESTER, Kind, Period, Point

Fault = Literal["syntax", "no such month", "no such day", "ends before it begins", "unsupported"]

_QUALIFIERS = {"": (False, False), "~": (True, False), "?": (False, True), "%": (True, True)}
_MARKS = {flags: mark for mark, flags in _QUALIFIERS.items()}
_POINT = re.compile(
    r"""(?P<bc>-?)
    (?: (?P<century>\d\d) XX | (?P<decade>\d{3}) X
      | (?P<year>\d{4}) (?: -(?P<month>\d\d|XX) (?: -(?P<day>\d\d|XX) )? )? )
    (?P<mark>[?~%]?)""",
    re.VERBOSE | re.ASCII,
)
# EDTF all the same: long years, sets, dates with a time.
_BEYOND_US = re.compile(r"Y.+|\{.+|.+T\d\d:.+")


class EdtfError(ValueError):
    """Text that is no EDTF we read. *fault* says why, *part* is the stretch at fault."""

    def __init__(self, fault: Fault, part: str):
        self.fault = fault
        self.part = part
        super().__init__(f"{fault}: {part!r}")


def parse_edtf(text: str) -> Period:
    """Read EDTF; raises `EdtfError`, a ValueError, on anything else.

    An interval, span or choice of one point is that point; a choice is put in order.

    >>> parse_edtf("2014/..").points
    (Point(unit='year', year=2014, part=0, day=0, approximate=False, uncertain=False), None)
    """
    if text.startswith("[") and text.endswith("]"):
        return _parse_choice(text[1:-1])
    if "/" in text:
        return _parse_pair(text, "/", "interval")
    return Period((_parse_point(text),))


def _parse_choice(inside: str) -> Period:
    if ".." in inside:
        return _parse_pair(inside, "..", "once")
    points = sorted({_parse_point(part) for part in inside.split(",")}, key=_order)
    return Period(tuple(points), "choice" if len(points) > 1 else "single")


def _order(point: Point) -> tuple[tuple[int, int, int], tuple[int, int, int], str]:
    return point.sort_key, point.last_key, format_point(point)


def _parse_pair(text: str, sign: str, kind: Kind) -> Period:
    """Two points around *sign*; one of them may be open: ".." in an interval, nothing in a span."""
    open_end = ".." if kind == "interval" else ""
    first, found, last = text.partition(sign)
    if not found or sign in last.removeprefix(open_end or "\0") or (first, last) == (open_end, open_end):
        raise EdtfError("syntax", text)
    start = None if first == open_end else _parse_point(first)
    end = None if last == open_end else _parse_point(last)
    if start and end and start == end:
        return Period((start,))
    if start and end and start.sort_key > end.last_key:
        raise EdtfError("ends before it begins", text)
    return Period((start, end), kind)


def _parse_point(text: str) -> Point:
    found = _POINT.fullmatch(text)
    if not found or text.startswith("-0000"):
        raise EdtfError("unsupported" if _BEYOND_US.fullmatch(text) else "syntax", text)
    approximate, uncertain = _QUALIFIERS[found["mark"]]
    sign = -1 if found["bc"] else 1
    if found["century"]:
        # Years -0199 to -0100 are -01XX: its first year is the one that is furthest back.
        year = int(found["century"]) * 100
        return Point("century", -year - 99 if found["bc"] else year, 0, 0, approximate, uncertain)
    if found["decade"]:
        if found["bc"]:
            raise EdtfError("unsupported", text)
        return Point("decade", int(found["decade"]) * 10, 0, 0, approximate, uncertain)
    part, day = _number(found["month"]), _number(found["day"])
    if day and not part:
        raise EdtfError("unsupported", text)
    return _calendar_point(Point("year", sign * int(found["year"]), part, day, approximate, uncertain), text)


def _number(digits: str | None) -> int:
    """A month or day; 0 where it is not written or not known ("XX"), -1 for "00", which is none."""
    return 0 if digits in (None, "XX") else int(digits or 0) or -1


def _calendar_point(raw: Point, text: str) -> Point:
    """*raw* with its unit, checked against the calendar. Months over 20 are seasons, quarters and semesters."""
    year, part, day = raw.year, raw.part, raw.day
    flags = (raw.approximate, raw.uncertain)
    if part == 0:
        return raw
    if 1 <= part <= 12:
        if day == 0:
            return Point("month", year, part, 0, *flags)
        if 1 <= day <= calendar.monthrange(year, part)[1]:
            return Point("day", year, part, day, *flags)
        raise EdtfError("no such day", text)
    if day == 0 and (year, part) != (9999, SEASON + 4):  # that winter ends in a year of five digits
        if 1 <= part - SEASON <= 4:
            return Point("season", year, part - SEASON, 0, *flags)
        if 1 <= part - QUARTER <= 4:
            return Point("quarter", year, part - QUARTER, 0, *flags)
        if 1 <= part - SEMESTER <= 2:
            return Point("semester", year, part - SEMESTER, 0, *flags)
    raise EdtfError("no such month", text)


def format_edtf(period: Period) -> str:
    """The EDTF of a period; `parse_edtf` reads it back.

    >>> format_edtf(Period((Point("year", 2014), None), "interval"))
    '2014/..'
    """
    points = [p and format_point(p) for p in period.points]
    match period.kind:
        case "single":
            return points[0] or ""
        case "interval":
            return "/".join(p or ".." for p in points)
        case "once":
            return "[" + "..".join(p or "" for p in points) + "]"
        case "choice":
            return "[" + ",".join(p or "" for p in points) + "]"


def format_point(point: Point) -> str:
    """One point of a period, with its qualifier."""
    return _format_date(point) + _MARKS[point.approximate, point.uncertain]


def _format_date(point: Point) -> str:
    year, part = point.year, point.part
    match point.unit:
        case "century":
            return f"{year // 100:02}XX" if year >= 0 else f"-{-year // 100:02}XX"
        case "decade":
            return f"{year // 10:03}X"
    written = f"{year:04}" if year >= 0 else f"-{-year:04}"
    match point.unit:
        case "day":
            return f"{written}-{part:02}-{point.day:02}"
        case "month":
            return f"{written}-{part:02}"
        case "season":
            return f"{written}-{part + SEASON}"
        case "quarter":
            return f"{written}-{part + QUARTER}"
        case "semester":
            return f"{written}-{part + SEMESTER}"
        case _:
            return written
