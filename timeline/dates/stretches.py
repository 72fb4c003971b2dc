"""Stretches and limits, lengths of time, what comes round, and times without a day."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from timeline.dates.beside import Ending, is_not_yet
from timeline.dates.fields import Fields
from timeline.dates.meaning import FUTURE, PAST, UNKNOWN, Anchor, Meaning, shift_unit
from timeline.dates.period import Period, Point, unit_around
from timeline.dates.timex import SEASON_CODES, Reading, duration_value, read_unit, value_of


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
        said = anchor.direction
        if self.kind in ("by", "until") and (anchor.direction == UNKNOWN or _is_end_of_current(self.of)):
            anchor = replace(anchor, direction=FUTURE)  # «entro venerdì» looks ahead unless a verb says otherwise
        unsaid = self.kind in ("until", "by") and said == UNKNOWN
        reading = (
            self._just_gone(anchor, 0 if self.kind == "after" else 300) if self.kind == "after" or unsaid else None
        )
        reading = reading or self.of.resolve(anchor)
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

    def _just_gone(self, anchor: Anchor, away: int) -> Reading | None:
        """«Dopo Natale arrivano i saldi», printed on 27 December: the verb tells of what follows, the feast is over.

        The one to come must lie more than *away* days ahead.
        """
        day = self.of.of if isinstance(self.of, Bounded) else self.of
        if not isinstance(day, Fields) or not day.leans or day.is_weekly or anchor.direction == PAST:
            return None
        gone = self.of.resolve(replace(anchor, direction=PAST))
        if gone is None or gone.last is None or (anchor.day - gone.last).days > _JUST_GONE:
            return None
        ahead = self.of.resolve(replace(anchor, direction=FUTURE))
        far = ahead is None or ahead.first is None or (ahead.first - anchor.day).days > away
        return gone if gone.last < anchor.day and far else None


# How many days a feast stays the one that «dopo» means, when the next is nearly a year away.
_JUST_GONE = 40


def _is_end_of_current(meaning: Meaning) -> bool:
    """Whether it is the end of the current unit: «entro la fine dell'anno» is never told of the year before."""
    return isinstance(getattr(meaning, "of", None), Ending)


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
        started = self._begin_of_year(anchor) if anchor.year is not None else None
        end = self.end.resolve(anchor if started is None else Anchor(started, direction=FUTURE))
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

    def _begin_of_year(self, anchor: Anchor) -> date | None:
        """«Nel 2023 le scuole chiusero dal 22 dicembre al 7 gennaio»: the year is that of the beginning."""
        begin, end = self.begin, self.end
        if not (isinstance(begin, Fields) and isinstance(end, Fields) and begin.month and end.month):
            return None
        first = begin.resolve(anchor) if begin.month > end.month else None
        return first.first if first else None

    def _begin(self, anchor: Anchor, end: Reading) -> Reading | None:
        """The last time it came round before the end: «dal 28 dicembre al 3 gennaio», «da venerdì a domenica»."""
        begin = self.begin
        if end.first and begin.leans:
            if isinstance(begin, Fields):
                return replace(begin, lean=None).resolve(Anchor(end.first, direction=PAST))
            if isinstance(begin, Portion) and isinstance(begin.of, Fields):
                return begin.resolve(Anchor(end.first, direction=PAST))
        return begin.resolve(anchor)


@dataclass(frozen=True, slots=True)
class SchoolYear:
    """The school year that holds the day of printing, or one beside it: from September to August.

    *begins*: the one that begins in the year of printing.
    """

    side: int = 0
    begins: bool = False

    leans = False

    def resolve(self, anchor: Anchor) -> Reading | None:
        start = anchor.day.year + self.side - (anchor.day.month < 9 and not self.begins)
        first, last = date(start, 9, 1), date(start + 1, 8, 31)
        period = Period((Point("month", start, 9), Point("month", start + 1, 8)), "interval")
        return Reading("DATE", f"{start}/{start + 1}", first, last, period, unit="year")


@dataclass(frozen=True, slots=True)
class Amount:
    """A length of time; *count* None: not said. *last*/*next*: counted from the day of printing («negli ultimi due
    anni»)."""

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
            then = now + self.side * span
            return min(now, then).date(), max(now, then).date()
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
class Edge:
    """The first or last *length* of a period: «i primi tre mesi dell’anno», «gli ultimi due giorni di maggio».

    Months of a year and days of a month are counted exactly; of other units only the side is known.
    """

    length: Amount
    of: Meaning
    mod: str = "START"

    @property
    def leans(self) -> bool:
        return self.of.leans

    def resolve(self, anchor: Anchor) -> Reading | None:
        reading = self._within(self.of.resolve(anchor))
        if isinstance(self.of, Ending) and reading and is_not_yet(reading, anchor):
            return self._within(self.of.before(anchor))
        return reading

    def _within(self, whole: Reading | None) -> Reading | None:
        if whole is None or whole.first is None or whole.last is None:
            return whole
        count, unit = self.length.count, self.length.unit
        fits = (unit, whole.unit) in (("month", "year"), ("day", "month"), ("day", "year"))
        if not fits or self.length.mod or count is None or count != int(count) or count < 1:
            return whole.with_mod(self.mod)
        first, last = self._ends(whole.first, whole.last, int(count))
        if first < whole.first or last > whole.last:
            return whole.with_mod(self.mod)
        return _exactly(first, last, unit)

    def _ends(self, first: date, last: date, count: int) -> tuple[date, date]:
        if self.mod == "END":
            return shift_unit(last + timedelta(1), self.length.unit, -count), last
        return first, shift_unit(first, self.length.unit, count) - timedelta(1)


def _exactly(first: date, last: date, unit: str) -> Reading:
    """The stretch from *first* to *last* by its own name where it has one: a day, a month, a quarter, a half."""
    for whole in (unit, "quarter", "semester"):
        around = unit_around(first, whole)
        if (around.first, around.last) == (first, last):
            return read_unit(first, whole)
    ends = unit_around(first, unit).start, unit_around(last, unit).start
    value = f"{value_of(first, unit)}/{value_of(last, unit)}"
    return Reading("DATE", value, first, last, Period(ends, "interval"), unit=unit)


@dataclass(frozen=True, slots=True)
class Every:
    """Something that comes round: a TIMEX3 SET."""

    value: str
    leans = False

    def resolve(self, anchor: Anchor) -> Reading | None:
        return Reading("SET", self.value)


@dataclass(frozen=True, slots=True)
class Vague:
    """PAST_REF, PRESENT_REF or FUTURE_REF; without *ref* the side that tense shows, the past where it shows none.

    *near*: the unit that «nei giorni scorsi», «qualche settimana fa» count in. Days and weeks lead to the approximate
    month of those days; hours to the day of printing and the one before (or after).
    """

    ref: str
    near: str = ""

    @property
    def leans(self) -> bool:
        return not self.ref

    def resolve(self, anchor: Anchor) -> Reading | None:
        ref = self.ref or ("FUTURE_REF" if anchor.direction == FUTURE else "PAST_REF")
        reading = Reading("DATE", ref, unit="vague")
        side = {"PAST_REF": -1, "FUTURE_REF": 1}.get(ref, 0)
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


def set_of(unit: str, count: float = 1) -> Every:
    """«ogni due anni»."""
    return Every(duration_value(count, unit))


SETS = {
    "weekday": lambda n: Every(f"XXXX-WXX-{n + 1}"),
    "month": lambda n: Every(f"XXXX-{n:02}"),
    "season": lambda n: Every(f"XXXX-{SEASON_CODES[n]}"),
}
