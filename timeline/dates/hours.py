"""Parts of the day and clock times: «ieri sera», «la notte tra sabato e domenica», «alle 15.30»."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from timeline.dates.fields import Fields
from timeline.dates.meaning import FUTURE, PAST, UNKNOWN, Anchor, Meaning
from timeline.dates.timex import Reading, read_clock, read_daypart


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
        day = base.first
        if self._is_yet_to_come(day, anchor):
            day -= timedelta(7)
        late = anchor.minutes is not None and anchor.minutes >= _BEGINS["TNI"]
        if self.of is None and self.part == "TNI" and day == anchor.day and anchor.direction == PAST and not late:
            day -= timedelta(1)  # «ha passato la notte sul tavolo»
        if self.of is None and base.unit == "daypart" and base.value.endswith("TNI") and self.part in _AFTER_THE_NIGHT:
            day += timedelta(1)  # «nella notte l'incendio, spento all'alba»
        return replace(read_daypart(day, self.part, self.word), mod=self.mod)

    def _is_yet_to_come(self, day: date, anchor: Anchor) -> bool:
        """«Mercoledì sera», told in the past by Wednesday's morning paper, is a week ago."""
        if not (isinstance(self.of, Fields) and self.of.is_weekly and self.of.lean is None and day == anchor.day):
            return False
        return anchor.direction != FUTURE and self.is_later_than(anchor)

    def is_later_than(self, anchor: Anchor) -> bool:
        """Whether the part of the day of printing had not begun yet; a paper without its hour is the morning's."""
        early = anchor.minutes is None or anchor.minutes < _BEGINS.get(self.part, 0)
        return self.part in _BEGINS and early


_AFTER_THE_NIGHT = ("TMO", "TMI", "TAF")
_BEGINS = {"TAF": 13 * 60, "TEV": 18 * 60, "TNI": 22 * 60}  # minutes since midnight


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

    Without *of* it belongs to the day last spoken of; with none, no day is known. *plain*: the hour is said as it is
    («alle ore 7»), whatever the evening named before. *deadline*: it looks ahead unless tense says otherwise.
    """

    hour: int
    minute: int = 0
    part: str = ""
    of: Meaning | None = None
    about: bool = False
    zone: str = ""
    plain: bool = False
    deadline: bool = False

    @property
    def leans(self) -> bool:
        return self.of is not None and self.of.leans

    def resolve(self, anchor: Anchor) -> Reading | None:
        if self.deadline and anchor.direction == UNKNOWN:
            anchor = replace(anchor, direction=FUTURE)
        reading = self._read(anchor)
        return reading.with_mod("APPROX") if reading and self.about else reading

    def _read(self, anchor: Anchor) -> Reading | None:
        base = self.of.resolve(anchor) if self.of else None if anchor.habit else anchor.spoken_day
        since = anchor.since if self.of is None else None
        hour = self._hour(base, since)
        shown, over = (0, 1) if hour == 24 else (hour, 0)
        if self.of is not None and base is None:
            return None
        words = self._words(shown)
        if self.of is None and base and base.first == anchor.day and self._has_gone(hour, anchor):
            over = 1 if hour == 0 else over
            base = base if hour == 0 else read_daypart(anchor.day + timedelta(1), "TMO", "mattina")
        if base is None or base.first is None:
            if anchor.spoken is not None or anchor.habit:
                return Reading("TIME", f"XXXX-XX-XXT{hour:02}:{self.minute:02}{self.zone}", time=words, unit="clock")
            # no date spoken of at all: by convention the day of printing, too weak a ground to date an event
            over = self._is_to_come(over, anchor.day, anchor)
            day = anchor.day + timedelta(self._is_earlier(hour, since))
            return replace(self._on(day, shown, over), period=None, unit="vague")
        day = base.first + timedelta(self._is_after_midnight(base, hour) or self._is_earlier(hour, since))
        return self._on(day, shown, self._is_to_come(over, day, anchor))

    def _has_gone(self, hour: int, anchor: Anchor) -> bool:
        """Whether it is to come, and has gone by today: «bisognerà aspettare le tre», said at eleven in the evening."""
        if anchor.direction != FUTURE or anchor.minutes is None:
            return False
        return hour * 60 + self.minute < min(anchor.minutes, 12 * 60)

    def _is_earlier(self, hour: int, since: Reading | None) -> bool:
        """Whether the range that it ends began later in the day, and so the day before: «dalle 23 alle 5»."""
        return since is not None and (hour, self.minute) < _hour_and_minute(since)

    def _is_to_come(self, over: int, day: date, anchor: Anchor) -> int:
        """«A mezzanotte è nata», told of the day of printing, is the midnight at which that day began, not its end."""
        return 0 if day == anchor.day and anchor.direction == PAST else over

    def _on(self, day: date, shown: int, over: int) -> Reading:
        words = self._words(shown)
        if over:  # midnight ends its day: TIMEX3 says T24:00, an event stands on the next day
            after = read_clock(day + timedelta(1), 0, self.minute, words, self.zone)
            return replace(after, value=f"{day.isoformat()}T24:00", first=day, last=day)
        return read_clock(day, shown, self.minute, words, self.zone)

    def _hour(self, base: Reading | None, since: Reading | None) -> int:
        if self.hour > 12 or self.plain:
            return self.hour
        if since is not None and not self.part:
            begun = _hour_and_minute(since)[0]
            return self.hour + 12 if self.hour < 3 and 9 <= begun < 13 else self.hour  # «dalle 11 all'una»
        part = self.part or (base.value[10:13] if base and base.unit == "daypart" and self.of is None else "")
        if self.of is not None and base and base.unit == "daypart":
            part = part or base.value[10:13]
        if part == "TAF" and self.hour < 12:
            return self.hour + 12
        if part == "TEV" and (1 if self.part else 5) <= self.hour < 12:
            return self.hour + 12
        if part == "TNI" and 7 <= self.hour <= 12:
            return self.hour + 12
        return self.hour

    def _is_after_midnight(self, base: Reading, hour: int) -> bool:
        if base.unit != "daypart":
            return False
        of_the_morning = hour < 7 or (
            self.part == "TMO" and self.of is None
        )  # the night before: «alle 7.20 del mattino»
        return (base.value.endswith("TNI") and of_the_morning) or (base.value.endswith("TEV") and hour < 5)

    def _words(self, hour: int) -> str:
        if self.about:
            return f"circa {hour}" + (f":{self.minute:02}" if self.minute else "")
        return f"{hour:02}:{self.minute:02}"


def _hour_and_minute(clock: Reading) -> tuple[int, int]:
    hour, minute = clock.value.partition("T")[2][:5].split(":")
    return int(hour), int(minute)


@dataclass(frozen=True, slots=True)
class Habit:
    """«La sera», «il sabato»: what comes round (the TIMEX3 set *value*), unless the clause tells what happened once."""

    once: Meaning
    value: str

    leans = True

    def resolve(self, anchor: Anchor) -> Reading | None:
        if anchor.told and (reading := self.once.resolve(anchor)):
            return reading
        return Reading("SET", self.value)
