"""Dates of which the text leaves something out: «12 marzo», «sabato», «Natale», «il terzo martedì di settembre»."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from timeline.dates.meaning import FUTURE, PAST, UNKNOWN, Anchor
from timeline.dates.period import Point
from timeline.dates.timex import Reading, read_days, read_point, read_unit

# How many days away a weekday may still say which year a day and month are of: a year and a half.
_NEAR_YEARS = 550


@dataclass(frozen=True, slots=True)
class Fields:
    """A calendar date of which the higher fields may be left to the anchor.

    *lean*: PAST for «scorso», FUTURE for «prossimo», "this" for «questo»; None lets tense decide.
    *season* is 1-4, *feast* a day rule of feasts. *once*: of one day, not of all («la giornata di sabato»).
    """

    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    year: int | None = None
    season: int | None = None
    feast: Feast | None = None
    weekend: bool = False
    quarter: int | None = None
    semester: int | None = None
    lean: int | str | None = None
    once: bool = False

    @property
    def leans(self) -> bool:
        return self.lean is None and self.year is None

    def resolve(self, anchor: Anchor) -> Reading | None:
        if self.year is not None:
            return next(iter(self.candidates(self.year)), None)
        direction = self.lean if isinstance(self.lean, int) else anchor.direction
        if self.is_weekly:
            return self._resolve_week(anchor, direction)
        today = anchor.day
        year = today.year
        wanted = range(year - 8, year + 9) if self.day == 29 and self.month == 2 else range(year - 2, year + 3)
        found = [r for y in wanted for r in self.candidates(y)]
        if self.weekday is not None:
            return self._by_weekday(found, anchor, direction)
        if anchor.year is not None and self.lean is None:
            hinted = [r for y in (anchor.year, anchor.year + 1) for r in self.candidates(y)]
            return next((r for r in hinted if r.first and r.first >= (anchor.after or r.first)), None)
        if self.lean == "this":
            if self.season:
                return min(found, key=lambda r: _gap(r, today), default=None)
            return next((r for r in found if r.first and r.first.year == year), None)
        return self._pick(found, today, direction)

    def _by_weekday(self, found: list[Reading], anchor: Anchor, direction: int) -> Reading | None:
        """The year near today in which the day has this weekday; tense chooses only where there are two.

        A weekday that fits no year nearby is a slip: the day and the month are what counts.
        """
        near = [r for r in found if r.first and abs((r.first - anchor.day).days) <= _NEAR_YEARS]
        if not near:
            return replace(self, weekday=None).resolve(anchor)
        return self._pick(near, anchor.day, direction) or near[-1 if direction == PAST else 0]

    @property
    def is_weekly(self) -> bool:
        """Whether it comes round every week."""
        return (self.weekday is not None and self.day is None and self.feast is None) or self.weekend

    @property
    def is_bare_weekday(self) -> bool:
        """Whether it is a weekday and nothing more."""
        return self.weekday is not None and self == Fields(weekday=self.weekday)

    def candidates(self, year: int) -> Iterable[Reading]:
        """The readings it has in *year*: none or one."""
        try:
            reading = self._in_year(year)
        except ValueError:
            return
        if self.weekday is not None and (reading.first is None or reading.first.weekday() != self.weekday):
            return
        yield reading

    def _in_year(self, year: int) -> Reading:
        if self.feast:
            first, last = self.feast.days(year)
            if first == last:
                return read_unit(first, "day")
            return read_days(first, last, f"{first.isoformat()}/{last.isoformat()}", "day")
        if self.season:
            return read_point(Point("season", year, self.season))
        if self.quarter:
            return read_point(Point("quarter", year, self.quarter))
        if self.semester:
            return read_point(Point("semester", year, self.semester))
        if self.month is None:
            return read_point(Point("year", year))
        if self.day is None:
            return read_point(Point("month", year, self.month))
        return read_unit(date(year, self.month, self.day), "day")

    def _pick(self, found: list[Reading], today: date, direction: int) -> Reading | None:
        dated = [(r, r.first, r.last) for r in found if r.first and r.last]
        strict = self.lean is not None  # «marzo scorso» in March is last year's
        past = [r for r, a, b in dated if (b < today if strict else a <= today)]
        future = [r for r, a, b in dated if (a > today if strict else b >= today)]
        if direction == PAST:
            return past[-1] if past else None
        if direction == FUTURE:
            return future[0] if future else None
        return _nearest(past, future, today)

    def _resolve_week(self, anchor: Anchor, direction: int) -> Reading:
        today = anchor.day
        if self.weekend:
            return self._resolve_weekend(today, direction)
        assert self.weekday is not None
        back = (today.weekday() - self.weekday) % 7
        if self.lean == "this":
            return read_unit(today + timedelta(self.weekday - today.weekday()), "day")
        if self.lean == PAST:
            return read_unit(today - timedelta(back or 7), "day")
        if self.lean == FUTURE:
            return read_unit(today + timedelta(7 - back), "day")
        if anchor.ahead is not None and direction != PAST:
            return read_unit(anchor.ahead + timedelta((self.weekday - anchor.ahead.weekday()) % 7), "day")
        if direction == FUTURE:
            return read_unit(today + timedelta((7 - back) % 7), "day")
        return read_unit(today - timedelta(back), "day")

    def _resolve_weekend(self, today: date, direction: int) -> Reading:
        saturday = today + timedelta(5 - today.weekday())
        begins = direction == UNKNOWN and today.weekday() in (3, 4)  # «weekend ricco nelle sale», said on a Friday
        if self.lean == PAST or (self.lean is None and direction != FUTURE and today.weekday() < 5 and not begins):
            saturday -= timedelta(7)
        if self.lean == FUTURE and today.weekday() >= 5:
            saturday += timedelta(7)
        return read_unit(saturday, "weekend")


def _nearest(past: list[Reading], future: list[Reading], today: date) -> Reading | None:
    """News looks back, unless what is to come is much nearer."""
    if not past or not future:
        return past[-1] if past else future[0] if future else None
    before, after = past[-1], future[0]
    assert before.last
    assert after.first
    gone, ahead = (today - before.last).days, (after.first - today).days
    return after if ahead * 2 < gone else before


def _gap(reading: Reading, today: date) -> int:
    """How many days lie between *today* and the reading; 0 within it."""
    assert reading.first
    assert reading.last
    return max((reading.first - today).days, (today - reading.last).days, 0)


@dataclass(frozen=True, slots=True)
class Feast:
    """A day of the year: fixed (*month*, *day*), or *offset* days from it, or from Easter. *length* in days.

    With *sunday* it is the n-th Sunday of *month* («la festa della mamma»).
    """

    month: int = 0
    day: int = 0
    offset: int = 0
    length: int = 1
    sunday: int = 0
    orthodox: bool = False

    def days(self, year: int) -> tuple[date, date]:
        movable = orthodox_easter if self.orthodox else easter
        start = date(year, self.month, self.day or 1) if self.month else movable(year)
        if self.sunday:
            start += timedelta((6 - start.weekday()) % 7 + 7 * (self.sunday - 1))
        first = start + timedelta(self.offset)
        return first, first + timedelta(self.length - 1)


def orthodox_easter(year: int) -> date:
    """Easter Sunday of the Julian calendar, as the day is called in ours (Meeus); for the years 1900 to 2099.

    >>> orthodox_easter(2022)
    datetime.date(2022, 4, 24)
    """
    d = (19 * (year % 19) + 15) % 30
    e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
    month, day = divmod(d + e + 114, 31)
    return date(year, month, day + 1) + timedelta(13)


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (Meeus/Jones/Butcher).

    >>> easter(2025)
    datetime.date(2025, 4, 20)
    """
    a, b, c = year % 19, year // 100, year % 100
    d, e = b // 4, b % 4
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = c // 4, c % 4
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


@dataclass(frozen=True, slots=True)
class ShortYear:
    """«Il '29»: of this century if that year has come, or tense looks ahead to it; else of the last one."""

    year: int  # 2000 to 2039

    leans = True

    def resolve(self, anchor: Anchor) -> Reading | None:
        ahead = self.year - anchor.day.year
        is_ours = ahead <= 0 or anchor.direction == FUTURE or (anchor.direction != PAST and ahead <= 10)
        return read_point(Point("year", self.year if is_ours else self.year - 100))


@dataclass(frozen=True, slots=True)
class WeekdayNumber:
    """A weekday and a day number without a month: «domenica 10», the nearest such day on tense's side."""

    weekday: int
    day: int

    leans = True

    def resolve(self, anchor: Anchor) -> Reading | None:
        # without its month it is near, whatever the verb: «celebrerà la messa», «la messa celebrata domenica 18»
        near = list(self._days(anchor, 45))
        if len(near) == 1:
            return read_unit(near[0], "day")
        sides = (1, -1) if anchor.direction == FUTURE else (-1, 1)
        reach = (400, 30) if anchor.direction else (100, 100)  # days: day and weekday agree at least once in a year
        found = []
        for side, limit in zip(sides, reach, strict=True):
            days = (anchor.day + timedelta(side * step) for step in range(limit))
            found += [d for d in days if d.weekday() == self.weekday and d.day == self.day][:1]
        if anchor.direction and found:
            return read_unit(found[0], "day")
        if found:
            return read_unit(min(found, key=lambda d: abs((d - anchor.day).days)), "day")
        return Fields(weekday=self.weekday).resolve(anchor)

    def _days(self, anchor: Anchor, reach: int) -> Iterator[date]:
        """The days within *reach* of today that have this weekday and number."""
        for step in range(-reach, reach + 1):
            day = anchor.day + timedelta(step)
            if day.day == self.day and day.weekday() == self.weekday:
                yield day
