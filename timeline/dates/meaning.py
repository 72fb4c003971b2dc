"""What an expression says before today is known, and how an anchor makes a date of it.

A `Meaning` is frozen, comparable and cacheable; `resolve(anchor)` reads it against the day of printing, the direction
the
clause's tense gives, and the date last spoken of. None: the text names no date that exists (29 febbraio 2023) or that
can
be known (il giorno prima, with nothing before it).

Here: the anchor, whole dates, and dates counted from another. Calendar fields with gaps are in fields.py, dates that
lean on another in beside.py, times of day in hours.py, stretches, lengths and vague times in stretches.py.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Protocol

from timeline.dates.period import Point, month_end, months_from
from timeline.dates.timex import Reading, read_clock, read_daypart, read_point, read_unit

PAST, FUTURE, UNKNOWN = -1, 1, 0


@dataclass(frozen=True, slots=True)
class Anchor:
    """What a meaning is read against.

    *day* is the day that «oggi» means; *minutes* the wall time of publication since midnight, None where not known.
    *direction* is PAST, FUTURE or UNKNOWN, from the clause's tense. *spoken* is the date last spoken of, *spoken_day*
    the last one that was a day or a part of one. *told*: the clause tells what happened once, not what used to happen.
    *habit*: it stands beside what comes round («tutti i giorni dalle 10»). *year* is that of a whole date just named
    beside it («il 14 giugno 2013 e il 20 giugno»), with that date's first day in *after*; None where there is none.
    *ahead* is the day to come that was named just before («domani il liscio, sabato il rock»), from which weekdays go
    on. *since* is the clock time at which the range begins that this one ends («dalle 23 alle 5»).
    """

    day: date
    minutes: int | None = None
    direction: int = UNKNOWN
    spoken: Reading | None = None
    spoken_day: Reading | None = None
    told: bool = False
    habit: bool = False
    year: int | None = None
    after: date | None = None
    ahead: date | None = None
    since: Reading | None = None


class Meaning(Protocol):
    """What an expression says, whatever today is."""

    def resolve(self, anchor: Anchor) -> Reading | None:
        """The reading, or None where there is no such date."""

    @property
    def leans(self) -> bool:
        """Whether tense decides which date it is."""


def shift_unit(day: date, unit: str, count: int) -> date:
    """A day in the unit *count* units away from the one that holds *day*.

    >>> shift_unit(date(2024, 3, 31), "month", -1), shift_unit(date(2024, 2, 29), "year", 1)
    (datetime.date(2024, 2, 29), datetime.date(2025, 2, 28))
    """
    if unit in ("day", "daypart"):
        return day + timedelta(count)
    if unit in ("week", "weekend"):
        return day + timedelta(7 * count)
    months = {"month": 1, "season": 3, "quarter": 3, "semester": 6, "year": 12, "decade": 120, "century": 1200}[unit]
    year, month = months_from(day.year, day.month, count * months)
    if not 1 <= year <= 9999:
        raise OverflowError(f"{count} {unit} from {day}")
    return day.replace(year=year, month=month, day=min(day.day, month_end(year, month).day))


@dataclass(frozen=True, slots=True)
class Absolute:
    """A date that needs no anchor."""

    point: Point

    leans = False

    def resolve(self, anchor: Anchor) -> Reading | None:
        try:
            return read_point(self.point)
        except ValueError:  # 30 febbraio
            return None


@dataclass(frozen=True, slots=True)
class Shift:
    """*count* units away from the day of printing, or with *from_spoken* from the date last spoken of."""

    unit: str
    count: float
    from_spoken: bool = False

    leans = False

    def resolve(self, anchor: Anchor) -> Reading | None:
        if self.unit in ("hour", "minute", "second"):
            return self._resolve_clock(anchor)
        base = anchor.day
        if self.from_spoken:
            spoken = anchor.spoken_day if self.unit in ("day", "daypart", "week") else anchor.spoken
            if spoken is None or spoken.first is None or spoken.last is None:
                return None
            base = spoken.first
        try:
            return self._resolve_days(base)
        except (OverflowError, ValueError):
            return None

    def _resolve_days(self, base: date) -> Reading:
        whole = int(self.count)
        if whole == self.count:
            return read_unit(shift_unit(base, self.unit, whole), self.unit)
        if self.unit == "month":
            return read_unit(base + timedelta(round(self.count * 30.44)), "month")
        # "un anno e mezzo fa" is as coarse as its half: months
        finer, size = {"year": ("month", 12), "week": ("day", 7), "decade": ("year", 10)}.get(self.unit, ("day", 1))
        return read_unit(shift_unit(base, finer, round(self.count * size)), finer)

    def _resolve_clock(self, anchor: Anchor) -> Reading | None:
        seconds = {"hour": 3600, "minute": 60, "second": 1}[self.unit] * self.count
        if self.from_spoken:
            return _shift_spoken_clock(anchor, seconds)
        if anchor.minutes is None:
            return Reading("DATE", "PAST_REF" if self.count < 0 else "FUTURE_REF")
        moment = datetime.combine(anchor.day, datetime.min.time()) + timedelta(minutes=anchor.minutes, seconds=seconds)
        whole_hours = self.unit == "hour" and self.count == int(self.count)
        words = f"circa {moment.hour}" if whole_hours else _about(moment)
        return read_clock(moment.date(), moment.hour, moment.minute, words)


def _shift_spoken_clock(anchor: Anchor, seconds: float) -> Reading | None:
    spoken = anchor.spoken_day
    if spoken is None or spoken.first is None or spoken.unit != "clock":
        return Reading("DATE", "PAST_REF") if anchor.direction != FUTURE else None
    moment = datetime.fromisoformat(spoken.value[:16]) + timedelta(seconds=seconds)
    return read_clock(moment.date(), moment.hour, moment.minute, _about(moment))


def _about(moment: datetime) -> str:
    """The event's time «circa 22», «circa 22:30»."""
    return f"circa {moment.hour}:{moment.minute:02}" if moment.minute else f"circa {moment.hour}"


@dataclass(frozen=True, slots=True)
class Same:
    """The date last spoken of: «lo stesso giorno», «quell'anno», «nello stesso periodo»."""

    unit: str
    part: str = ""
    word: str = ""

    leans = False

    def resolve(self, anchor: Anchor) -> Reading | None:
        spoken = anchor.spoken_day if self.unit in ("day", "daypart") else anchor.spoken
        if self.unit == "year" and spoken and spoken.last and spoken.last.year != (spoken.first or spoken.last).year:
            return read_unit(spoken.last, "year")  # of «tra il 2013 e il 2019» the year last named
        if spoken is None or spoken.first is None:
            return None
        if self.part:
            return read_daypart(spoken.first, self.part, self.word)
        if self.unit == "period":
            return spoken
        # «tra il 2013 e il 2019 … a ottobre di quell'anno»: the year of a stretch of years is its last
        last = spoken.last if self.unit == "year" and spoken.last else spoken.first
        return read_unit(last, self.unit)


@dataclass(frozen=True, slots=True)
class SameOf:
    """The date last spoken of, in another *year*: «lo stesso mese del 2022». With none, the year itself."""

    unit: str
    year: Meaning

    leans = False

    def resolve(self, anchor: Anchor) -> Reading | None:
        year = self.year.resolve(anchor)
        same = Same(self.unit).resolve(anchor) if self.unit in ("day", "month") else None
        if year is None or year.first is None or same is None or same.first is None:
            return year
        if (spoken := anchor.spoken) is None or spoken.unit not in ("day", "daypart", "clock", self.unit):
            return year  # the month of a year, the day of a week: nobody said which
        day = same.first
        return read_unit(day.replace(year=year.first.year, day=min(day.day, 28 if day.month == 2 else 31)), self.unit)
