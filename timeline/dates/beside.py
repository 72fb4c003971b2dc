"""Dates that lean on another: on the day of printing, on one last spoken of, on a period that holds them.

«Il 10 u.s.», «il 5 aprile successivo», «il lunedì dopo Pasqua», «giugno dello scorso anno», «l'ultima domenica di
marzo».
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from timeline.dates.fields import Fields
from timeline.dates.meaning import FUTURE, PAST, Anchor, Meaning, Shift, shift_unit
from timeline.dates.period import unit_around
from timeline.dates.timex import Reading, read_unit


def is_not_yet(reading: Reading, anchor: Anchor) -> bool:
    """Whether what is told as past would still lie ahead."""
    return anchor.direction == PAST and reading.first is not None and reading.first > anchor.day


@dataclass(frozen=True, slots=True)
class DayNumber:
    """A day number alone, on one side of the day of printing: «il 10 u.s.»."""

    day: int
    side: int

    leans = False

    def resolve(self, anchor: Anchor) -> Reading | None:
        days = (anchor.day + timedelta(self.side * step) for step in range(1, 63))
        return next((read_unit(day, "day") for day in days if day.day == self.day), None)


# How far from the day of printing a date may be for a bare day number to be counted from printing, in days.
_RECENT = 45


@dataclass(frozen=True, slots=True)
class BareDay:
    """A day number alone: of the month last spoken of, else the nearest on tense's side; without tense, none.

    *listed*: it goes on from a date named before («il 12 dicembre il furto, il 13 la denuncia») and is of its month.
    """

    day: int
    listed: bool = False

    leans = True

    def resolve(self, anchor: Anchor) -> Reading | None:
        spoken = anchor.spoken
        if spoken is not None and spoken.first and spoken.unit in ("day", "daypart", "clock", "month"):
            found = self._in_month_of(spoken.first, anchor)
            if found is not None and (spoken.unit == "month" or (found.first and found.first >= spoken.first)):
                return found
            if self.listed or abs((spoken.first - anchor.day).days) > _RECENT:
                return None
        if anchor.direction not in (PAST, FUTURE):
            return None
        days = (anchor.day + timedelta(anchor.direction * step) for step in range(62))
        return next((read_unit(day, "day") for day in days if day.day == self.day), None)

    def _in_month_of(self, day: date, anchor: Anchor) -> Reading | None:
        try:
            found = day.replace(day=self.day)
        except ValueError:
            return None
        side = (found > anchor.day) - (found < anchor.day)
        if side == -anchor.direction != 0 and side != (day > anchor.day) - (day < anchor.day):
            return None  # on the side of today that tense denies, and alone there
        return read_unit(found, "day")


@dataclass(frozen=True, slots=True)
class Beside:
    """A date on one side of the date last spoken of: «il 5 aprile successivo»."""

    of: Fields
    side: int

    leans = False

    def resolve(self, anchor: Anchor) -> Reading | None:
        spoken = anchor.spoken
        if spoken is None or spoken.last is None or spoken.first is None:
            return replace(self.of, lean=None).resolve(anchor)
        day = spoken.last if self.side > 0 else spoken.first
        return replace(self.of, lean=self.side).resolve(Anchor(day))


@dataclass(frozen=True, slots=True)
class Nearest:
    """The *nth* such weekday after (or before, *side* -1) a day that is named: «il lunedì dopo Pasqua».

    *weekday* None: the day right beside it («il giorno dopo Natale»).
    """

    of: Meaning
    side: int
    weekday: int | None = None
    nth: int = 1

    @property
    def leans(self) -> bool:
        return self.of.leans

    def resolve(self, anchor: Anchor) -> Reading | None:
        base = self.of.resolve(anchor)
        if base is None or base.first is None or base.last is None:
            return None
        day = (base.last if self.side > 0 else base.first) + timedelta(self.side)
        while self.weekday is not None and day.weekday() != self.weekday:
            day += timedelta(self.side)
        return read_unit(day + timedelta(7 * self.side * (self.nth - 1)), "day")


@dataclass(frozen=True, slots=True)
class CountedFrom:
    """So many units after (or before, *count* negative) a day that is named: «due giorni dopo Pasqua»."""

    of: Meaning
    unit: str
    count: int

    @property
    def leans(self) -> bool:
        return self.of.leans

    def resolve(self, anchor: Anchor) -> Reading | None:
        base = self.of.resolve(anchor)
        if base is None or base.first is None:
            return None
        try:
            return read_unit(shift_unit(base.first, self.unit, self.count), self.unit)
        except (OverflowError, ValueError):
            return None


WINTER, _MARCH = 4, 3


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
        if self.inner.season == WINTER and self.outer == Shift("year", -1 * (anchor.day.year - outer.first.year)):
            # «l'inverno di sei anni fa», said in the winter that began the year before
            begun = outer.first.year - (anchor.day.month <= _MARCH)
            return next(iter(self.inner.candidates(begun)), None)
        years = range(outer.first.year, outer.last.year + 1)
        inner = [r for y in years for r in self.inner.candidates(y) if r.first and outer.first <= r.first <= outer.last]
        return inner[0] if inner else None


@dataclass(frozen=True, slots=True)
class DayOf:
    """A numbered day of a month meant otherwise: «il 5 corrente mese», «il 12 dello scorso mese»; or a month's
    weekday."""

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
class Ending:
    """The calendar unit that holds today, where its end is spoken of: «a fine anno», «l'ultimo giorno del mese».

    Told as past when little of it has gone by, it is the unit before.
    """

    unit: str

    leans = True

    def resolve(self, anchor: Anchor) -> Reading | None:
        now = unit_around(anchor.day, self.unit)
        assert now.first
        assert now.last
        gone, length = (anchor.day - now.first).days, (now.last - now.first).days + 1
        if anchor.direction == PAST and gone * 6 < length:
            return self.before(anchor)
        return read_unit(anchor.day, self.unit)

    def before(self, anchor: Anchor) -> Reading | None:
        """The unit before the one that holds today."""
        return Shift(self.unit, -1).resolve(anchor)


# The weekday with which a week or a weekend begins.
_BEGINS = {"week": 0, "weekend": 5}


@dataclass(frozen=True, slots=True)
class NthOf:
    """A counted weekday, day or week of a month or year: «il terzo martedì di settembre». *nth* -1 is the last.

    *weekday* 0-6, else a *unit* of "day", "week" (Monday to Sunday, most of whose days lie within) or "weekend".
    """

    nth: int
    of: Meaning
    weekday: int | None = None
    unit: str = "day"

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
            return None
        days = [whole.first + timedelta(n) for n in range((whole.last - whole.first).days + 1)]
        if self.weekday is not None:
            days = [d for d in days if d.weekday() == self.weekday]
        elif self.unit == "week":
            days = [d - timedelta(3) for d in days if d.weekday() == 3]
        elif self.unit in _BEGINS:
            days = [d for d in days if d.weekday() == _BEGINS[self.unit]]
        at = self.nth - 1 if self.nth > 0 else self.nth
        return read_unit(days[at], self.unit) if -len(days) <= at < len(days) else None
