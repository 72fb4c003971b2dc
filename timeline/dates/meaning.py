"""What an expression says before today is known, and how an anchor makes a date of it.

A `Meaning` is frozen, comparable and cacheable; `resolve(anchor)` reads it against the day of printing, the direction the
clause's tense gives, and the date last spoken of. None: the text names no date that exists (29 febbraio 2023) or that can
be known (il giorno prima, with nothing before it).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import Protocol

from timeline.dates.period import Period, Point, month_end, months_from, unit_around
from timeline.dates.timex import (
    SEASON_CODES,
    Reading,
    duration_value,
    read_clock,
    read_daypart,
    read_days,
    read_point,
    read_unit,
    value_of,
)

PAST, FUTURE, UNKNOWN = -1, 1, 0


@dataclass(frozen=True, slots=True)
class Anchor:
    """What a meaning is read against.

    *day* is the day that «oggi» means; *minutes* the wall time of publication since midnight, None where not known.
    *direction* is PAST, FUTURE or UNKNOWN, from the clause's tense. *spoken* is the date last spoken of, *spoken_day* the
    last one that was a day or a part of one. *told*: the clause tells what happened once, not what used to happen.
    """

    day: date
    minutes: int | None = None
    direction: int = UNKNOWN
    spoken: Reading | None = None
    spoken_day: Reading | None = None
    told: bool = False


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
        # "un anno e mezzo fa" is as coarse as its half: months
        finer, size = {"year": ("month", 12), "month": ("week", 4), "week": ("day", 7), "decade": ("year", 10)}.get(
            self.unit, ("day", 1)
        )
        return read_unit(shift_unit(base, finer, round(self.count * size)), finer)

    def _resolve_clock(self, anchor: Anchor) -> Reading | None:
        seconds = {"hour": 3600, "minute": 60, "second": 1}[self.unit] * self.count
        if self.from_spoken:
            return _shift_spoken_clock(anchor, seconds)
        if anchor.minutes is None:
            return Reading("DATE", "PAST_REF" if self.count < 0 else "FUTURE_REF")
        moment = datetime.combine(anchor.day, datetime.min.time()) + timedelta(minutes=anchor.minutes, seconds=seconds)
        if self.unit == "hour" and self.count == int(self.count):
            words = f"circa {moment.hour}"
        else:
            words = f"circa {moment.hour}:{moment.minute:02}"
        return read_clock(moment.date(), moment.hour, moment.minute, words)


def _shift_spoken_clock(anchor: Anchor, seconds: float) -> Reading | None:
    spoken = anchor.spoken_day
    if spoken is None or spoken.first is None or spoken.unit != "clock":
        return Reading("DATE", "PAST_REF") if anchor.direction != FUTURE else None
    moment = datetime.fromisoformat(spoken.value[:16]) + timedelta(seconds=seconds)
    return read_clock(moment.date(), moment.hour, moment.minute, f"circa {moment.hour}:{moment.minute:02}")


@dataclass(frozen=True, slots=True)
class Fields:
    """A calendar date of which the higher fields may be left to the anchor.

    *lean*: PAST for «scorso», FUTURE for «prossimo», "this" for «questo»; None lets tense decide.
    *season* is 1-4, *feast* a day rule of feasts (see `FEASTS`), *span* a length in days of a feast («il ponte»).
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
        if self.weekday is not None and self.day is not None:  # mercoledì 12 marzo: the weekday names the year
            found = [r for y in range(year - 7, year + 8) for r in self.candidates(y)]
        if self.lean == "this":
            if self.season:
                return min(found, key=lambda r: _gap(r, today), default=None)
            return next((r for r in found if r.first and r.first.year == year), None)
        return self._pick(found, today, direction)

    @property
    def is_weekly(self) -> bool:
        """Whether it comes round every week."""
        return (self.weekday is not None and self.day is None) or self.weekend

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
        if direction == FUTURE:
            return read_unit(today + timedelta((7 - back) % 7), "day")
        return read_unit(today - timedelta(back), "day")

    def _resolve_weekend(self, today: date, direction: int) -> Reading:
        saturday = today + timedelta(5 - today.weekday())
        if self.lean == PAST or (self.lean is None and direction != FUTURE and today.weekday() < 5):
            saturday -= timedelta(7)
        if self.lean == FUTURE and today.weekday() >= 5:
            saturday += timedelta(7)
        return read_unit(saturday, "weekend")


def _nearest(past: list[Reading], future: list[Reading], today: date) -> Reading | None:
    """News looks back, unless what is to come is much nearer."""
    if not past or not future:
        return (past or future or [None])[-1]
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

    def days(self, year: int) -> tuple[date, date]:
        start = date(year, self.month, self.day or 1) if self.month else easter(year)
        if self.sunday:
            start += timedelta((6 - start.weekday()) % 7 + 7 * (self.sunday - 1))
        first = start + timedelta(self.offset)
        return first, first + timedelta(self.length - 1)


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
class Within:
    """*inner*, of the *outer* period: «giugno dello scorso anno», «sabato della settimana scorsa»."""

    outer: Meaning
    inner: Fields

    @property
    def leans(self) -> bool:
        return self.outer.leans

    def resolve(self, anchor: Anchor) -> Reading | None:
        outer = self.outer.resolve(anchor)
        if outer is None or outer.first is None or outer.last is None:
            return None
        if self.inner.is_weekly:
            week = unit_around(outer.first, "week").first if self.inner.weekday is not None else None
            if week is None or outer.unit != "week":
                return None
            return read_unit(week + timedelta(self.inner.weekday or 0), "day")
        years = range(outer.first.year, outer.last.year + 1)
        inner = [r for y in years for r in self.inner.candidates(y) if r.first and outer.first <= r.first <= outer.last]
        return inner[0] if inner else None


@dataclass(frozen=True, slots=True)
class DayOf:
    """A numbered day of a month meant otherwise: «il 5 corrente mese», «il 12 dello scorso mese»; or a month's weekday."""

    day: int
    month: Meaning

    leans = False

    def resolve(self, anchor: Anchor) -> Reading | None:
        month = self.month.resolve(anchor)
        if month is None or month.first is None or month.unit != "month":
            return None
        try:
            return read_unit(month.first.replace(day=self.day), "day")
        except ValueError:
            return None


@dataclass(frozen=True, slots=True)
class DayPart:
    """A part of a day (TMO, TMI, TAF, TEV, TNI). *word* is the event's time: mattina, pomeriggio, sera, notte.

    Without *of* it is the day last spoken of. *after* a night's second day («la notte tra domenica e lunedì»).
    """

    part: str
    word: str
    of: Meaning | None = None
    mod: str | None = None

    @property
    def leans(self) -> bool:
        return self.of is not None and self.of.leans

    def resolve(self, anchor: Anchor) -> Reading | None:
        base = self.of.resolve(anchor) if self.of else anchor.spoken_day
        if base is None or base.first is None or base.unit not in ("day", "daypart", "clock", "night"):
            return None
        return replace(read_daypart(base.first, self.part, self.word), mod=self.mod)


@dataclass(frozen=True, slots=True)
class Tonight:
    """«stanotte»: the night that just ended, or the one to come; by tense, else by the hour of printing."""

    leans = True

    def resolve(self, anchor: Anchor) -> Reading | None:
        late = anchor.minutes is not None and anchor.minutes >= 14 * 60
        to_come = anchor.direction == FUTURE or (anchor.direction == UNKNOWN and late)
        if anchor.direction == PAST and anchor.minutes is not None and anchor.minutes >= 23 * 60:
            to_come = True  # printed at night, of the night it is
        day = anchor.day if to_come else anchor.day - timedelta(1)
        return read_daypart(day, "TNI", "notte")


@dataclass(frozen=True, slots=True)
class NightBetween:
    """The night that begins on *evening*; «la notte tra sabato e domenica»."""

    evening: Meaning
    morning: Meaning

    @property
    def leans(self) -> bool:
        return self.evening.leans or self.morning.leans

    def resolve(self, anchor: Anchor) -> Reading | None:
        day = self._evening(anchor)
        return read_daypart(day, "TNI", "notte") if day else None

    def _evening(self, anchor: Anchor) -> date | None:
        second = self.morning.resolve(anchor)
        if second is None or second.first is None:
            return None
        # The evening is the day before the morning, as far as both are named rightly; the one more exactly said wins.
        evening = self.evening
        if isinstance(evening, Fields) and evening.is_weekly:
            night = second.first - timedelta(1)
            return night if night.weekday() == evening.weekday else None
        first = evening.resolve(replace(anchor, direction=anchor.direction))
        if first is None or first.first is None:
            return None
        if isinstance(self.morning, Fields) and self.morning.is_weekly:
            return first.first
        return second.first - timedelta(1)


@dataclass(frozen=True, slots=True)
class Clock:
    """A clock time. *part* is the part of the day said with it, or "" ; *about* for «verso le 3», «poco dopo le 12».

    Without *of* it belongs to the day last spoken of; with none, no day is known.
    """

    hour: int
    minute: int = 0
    part: str = ""
    of: Meaning | None = None
    about: bool = False
    zone: str = ""

    @property
    def leans(self) -> bool:
        return self.of is not None and self.of.leans

    def resolve(self, anchor: Anchor) -> Reading | None:
        base = self.of.resolve(anchor) if self.of else anchor.spoken_day
        hour = self._hour(base)
        shown, over = (0, 1) if hour == 24 else (hour, 0)
        if self.of is not None and base is None:
            return None
        words = self._words(shown)
        if base is None or base.first is None:
            if anchor.spoken is not None:
                return Reading("TIME", f"XXXX-XX-XXT{hour:02}:{self.minute:02}{self.zone}", time=words, unit="clock")
            # no date spoken of at all: by convention the day of printing, too weak a ground to date an event
            reading = read_clock(anchor.day + timedelta(over), shown, self.minute, words, self.zone)
            return replace(reading, period=None, unit="vague")
        day = base.first + timedelta(over)
        if self._is_after_midnight(base, hour):
            day += timedelta(1)
        return read_clock(day, shown, self.minute, words, self.zone)

    def _hour(self, base: Reading | None) -> int:
        if self.hour > 12:
            return self.hour
        part = self.part or (base.value[10:13] if base and base.unit == "daypart" and self.of is None else "")
        if self.of is not None and base and base.unit == "daypart":
            part = part or base.value[10:13]
        if part == "TAF" and self.hour < 12:
            return self.hour + 12
        if part == "TEV" and self.hour < 12:
            return self.hour + 12
        if part == "TNI" and 7 <= self.hour <= 12:
            return self.hour + 12
        return self.hour

    def _is_after_midnight(self, base: Reading, hour: int) -> bool:
        return base.unit == "daypart" and base.value.endswith("TNI") and hour < 7

    def _words(self, hour: int) -> str:
        if self.about:
            return f"circa {hour}" + (f":{self.minute:02}" if self.minute else "")
        return f"{hour}:{self.minute:02}"


@dataclass(frozen=True, slots=True)
class Portion:
    """Begin, middle or end of a period: the whole's value, with TIMEX3's mod; some as sharper *days* of a month."""

    mod: str
    of: Meaning

    @property
    def leans(self) -> bool:
        return self.of.leans

    def resolve(self, anchor: Anchor) -> Reading | None:
        whole = self.of.resolve(anchor)
        return whole.with_mod(self.mod) if whole else None


@dataclass(frozen=True, slots=True)
class Bounded:
    """A date as a limit: *kind* is "since", "from", "until", "by", "after", "before", or "about".

    "from" begins on that day («dal 6 agosto»), "since" is a state that goes on («dal 2014»).
    """

    kind: str
    of: Meaning

    @property
    def leans(self) -> bool:
        return self.of.leans

    def resolve(self, anchor: Anchor) -> Reading | None:
        reading = self.of.resolve(anchor)
        if reading is None:
            return None
        period, start = reading.period, reading.period.start if reading.period else None
        mod = {"until": "END", "by": "BEFORE", "before": "BEFORE", "after": "AFTER", "about": "APPROX"}.get(
            self.kind, "START"
        )
        if period is None or start is None:
            return reading.with_mod(mod)
        match self.kind:
            case "since":
                period = Period((start, None), "interval")
            case "until":
                period = Period((None, period.end), "interval")
            case "by" | "before":
                period = Period((None, period.end), "once")
            case "after":
                period = Period((start, None), "once")
            case "about":
                period = period.approximately()
        return replace(reading, period=period, mod=mod)


@dataclass(frozen=True, slots=True)
class Range:
    """From *begin* to *end*, both included; *once* where something happened at one time between them."""

    begin: Meaning
    end: Meaning
    once: bool = False

    @property
    def leans(self) -> bool:
        return self.begin.leans or self.end.leans

    def resolve(self, anchor: Anchor) -> Reading | None:
        end = self.end.resolve(anchor)
        if end is None or end.first is None or end.last is None:
            return None
        begin = self._begin(anchor, end)
        if begin is None or begin.first is None or begin.last is None or begin.period is None or end.period is None:
            return None
        if begin.first > end.first:
            return None
        a, b = begin.period.start, end.period.end
        period = Period((a, b), "once" if self.once else "interval")
        return Reading("DATE", f"{begin.value}/{end.value}", begin.first, end.last, period, unit=begin.unit)

    def _begin(self, anchor: Anchor, end: Reading) -> Reading | None:
        """The last time it came round before the end: «dal 28 dicembre al 3 gennaio», «da venerdì a domenica»."""
        begin = self.begin
        if isinstance(begin, Fields) and begin.leans and end.first:
            return replace(begin, lean=None).resolve(Anchor(end.first, direction=PAST))
        return begin.resolve(anchor)


@dataclass(frozen=True, slots=True)
class Several:
    """Several dates said together: «il 12 e il 13 marzo»; the first and the last name the stretch."""

    parts: tuple[Meaning, ...]

    @property
    def leans(self) -> bool:
        return any(p.leans for p in self.parts)

    def resolve(self, anchor: Anchor) -> Reading | None:
        last = self.parts[-1].resolve(anchor)
        if last is None or last.first is None or last.last is None:
            return None
        return Range(self.parts[0], self.parts[-1]).resolve(anchor)


@dataclass(frozen=True, slots=True)
class Amount:
    """A length of time; *count* None: not said. *last*/*next*: counted from the day of printing («negli ultimi due anni»)."""

    count: float | None
    unit: str
    mod: str | None = None
    side: int = 0

    leans = False

    def resolve(self, anchor: Anchor) -> Reading | None:
        value = duration_value(self.count, self.unit)
        reading = Reading("DURATION", value, mod=self.mod, unit=self.unit)
        if not self.side or self.count is None:
            return reading
        try:
            days = self._days(anchor)
        except (OverflowError, ValueError):
            return reading
        period = Period((_coarse(days[0], self.unit), _coarse(days[1], self.unit)), "interval")
        return replace(
            reading, first=days[0], last=days[1], period=period if days[0] < days[1] else Period.of_day(days[0])
        )

    def _days(self, anchor: Anchor) -> tuple[date, date]:
        assert self.count is not None
        if self.unit in ("hour", "minute", "second"):
            span = timedelta(seconds={"hour": 3600, "minute": 60, "second": 1}[self.unit] * self.count)
            now = datetime.combine(anchor.day, datetime.min.time()) + timedelta(minutes=anchor.minutes or 0)
            other = now + self.side * span
            return min(now, other).date(), max(now, other).date()
        other = unit_around(shift_unit(anchor.day, self.unit, self.side * round(self.count)), self.unit)
        beside = unit_around(shift_unit(anchor.day, self.unit, self.side), self.unit)
        assert other.first
        assert other.last
        if self.side == PAST:  # «negli ultimi due mesi»: as coarse as months, and up to now
            return other.first, anchor.day
        assert beside.first
        return beside.first, other.last


def _coarse(day: date, unit: str) -> Point | None:
    """The day as coarse as *unit* allows: «due anni» never come to a day."""
    if unit in ("month", "quarter", "season", "semester"):
        return Period.of_month(day.year, day.month).start
    if unit in ("year", "decade", "century"):
        return Period.of_year(day.year).start
    return Period.of_day(day).start


@dataclass(frozen=True, slots=True)
class NthOf:
    """A counted weekday, day or week of a month or year: «il terzo martedì di settembre». *nth* -1 is the last.

    *weekday* 0-6, else a *unit* of "day" or "week" (Monday to Sunday, the first one whole within).
    """

    nth: int
    of: Meaning
    weekday: int | None = None
    unit: str = "day"

    @property
    def leans(self) -> bool:
        return self.of.leans

    def resolve(self, anchor: Anchor) -> Reading | None:
        whole = self.of.resolve(anchor)
        if whole is None or whole.first is None or whole.last is None:
            return None
        days = [whole.first + timedelta(n) for n in range((whole.last - whole.first).days + 1)]
        if self.weekday is not None:
            days = [d for d in days if d.weekday() == self.weekday]
        elif self.unit == "week":
            days = [d for d in days if d.weekday() == 0]
        at = self.nth - 1 if self.nth > 0 else self.nth
        return read_unit(days[at], "week" if self.unit == "week" else "day") if -len(days) <= at < len(days) else None


@dataclass(frozen=True, slots=True)
class Habit:
    """«La sera», «la notte»: that of the day last spoken of where the clause tells what happened, else what comes round."""

    part: DayPart

    leans = True

    def resolve(self, anchor: Anchor) -> Reading | None:
        if anchor.told and (reading := self.part.resolve(anchor)):
            return reading
        return Reading("SET", f"XXXX-XX-XX{self.part.part}")


@dataclass(frozen=True, slots=True)
class Every:
    """Something that comes round: a TIMEX3 SET."""

    value: str
    leans = False

    def resolve(self, anchor: Anchor) -> Reading | None:
        return Reading("SET", self.value)


@dataclass(frozen=True, slots=True)
class Vague:
    """PAST_REF, PRESENT_REF or FUTURE_REF.

    *near*: the unit that «nei giorni scorsi», «qualche settimana fa» count in. Days and weeks lead to the approximate
    month of those days; hours to the day of printing and the one before (or after).
    """

    ref: str
    near: str = ""

    leans = False

    def resolve(self, anchor: Anchor) -> Reading | None:
        reading = Reading("DATE", self.ref, unit="vague")
        side = {"PAST_REF": -1, "FUTURE_REF": 1}.get(self.ref, 0)
        if self.near in ("hour", "minute"):
            ends = sorted((anchor.day, anchor.day + timedelta(side)))
            if anchor.minutes is not None and anchor.minutes >= 20 * 60 and side < 0:
                ends = [anchor.day, anchor.day]
            return replace(reading, first=ends[0], last=ends[1], period=Period.once_between(ends[0], ends[1]))
        if self.near == "now":
            return replace(reading, first=anchor.day, last=anchor.day)
        if self.near in ("day", "daypart", "week") and side:
            middle = anchor.day + timedelta(side * (4 if self.near != "week" else 21))
            return replace(reading, period=unit_around(middle, "month").approximately())
        return reading


@dataclass(frozen=True, slots=True)
class Same:
    """The date last spoken of: «lo stesso giorno», «quell'anno», «nello stesso periodo»."""

    unit: str
    part: str = ""
    word: str = ""

    leans = False

    def resolve(self, anchor: Anchor) -> Reading | None:
        spoken = anchor.spoken_day if self.unit in ("day", "daypart") else anchor.spoken
        if spoken is None or spoken.first is None:
            return None
        if self.part:
            return read_daypart(spoken.first, self.part, self.word)
        if self.unit == "period":
            return spoken
        return read_unit(spoken.first, self.unit)


def set_of(unit: str, count: int = 1) -> Every:
    """«ogni due anni»."""
    return Every(duration_value(count, unit))


SETS = {
    "weekday": lambda n: Every(f"XXXX-WXX-{n + 1}"),
    "month": lambda n: Every(f"XXXX-{n:02}"),
    "season": lambda n: Every(f"XXXX-{SEASON_CODES[n]}"),
}

__all__ = [
    "FUTURE", "PAST", "UNKNOWN", "Absolute", "Amount", "Anchor", "Bounded", "Clock", "DayOf", "DayPart", "Every", "Feast",
    "Fields", "Habit", "Meaning", "NightBetween", "NthOf", "Portion", "Range", "Same", "Several", "Shift", "Tonight", "Vague", "Within",
    "easter", "field", "set_of", "shift_unit", "value_of",
]  # fmt: skip
