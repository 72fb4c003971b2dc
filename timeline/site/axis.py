"""The overview: events by month or by year as an SVG of bars, each a link; drawn on the server, no script needed.

Places along the axis are percentages, heights are pixels: the drawing grows with the page and its letters do not.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from timeline.dates.period import Period
from timeline.events.model import Event
from timeline.italian.prose import date_in_words
from timeline.site.cards import event_date, precision
from timeline.site.edition import Edition, month_address, year_address

BAR_HEIGHT = 84  # pixels of the highest bar
LANE_HEIGHT, LANES = 9, 8  # pixels of a lane of long events, and how many of them are drawn
MONTHS_UP_TO = 12  # years that are still shown month by month


@dataclass(frozen=True, slots=True)
class Bar:
    """The events of one month or year: where it stands, how high, how much of it is approximate, where it leads."""

    x: str
    width: str
    height: int
    hatched: int
    address: str
    label: str


@dataclass(frozen=True, slots=True)
class Lane:
    """An event that lasts, or one no sharper than a year, as a bar under the axis."""

    x: str
    width: str
    y: int
    precision: str
    address: str
    label: str


@dataclass(frozen=True, slots=True)
class Tick:
    x: str
    text: str
    is_minor: bool
    is_last: bool  # so near the right edge that its words stand on the left


@dataclass(frozen=True, slots=True)
class Axis:
    unit: str
    bars: tuple[Bar, ...]
    lanes: tuple[Lane, ...]
    ticks: tuple[Tick, ...]
    height: int
    hidden: int  # long events that found no lane


def axis(edition: Edition) -> Axis | None:
    """The overview of an edition; None where it would show a single bar."""
    days = _days_shown(edition)
    if not days or (min(days).year == max(days).year and min(days).month == max(days).month):
        return None
    first, last = min(days).year, max(days).year
    unit = "month" if last - first < MONTHS_UP_TO else "year"
    scale = _Scale(date(first, 1, 1), date(last, 12, 31))
    bars = _bars(edition, scale, unit)
    lanes, hidden = _lanes(edition, scale, unit)
    depth = max((lane.y for lane in lanes), default=-LANE_HEIGHT) + LANE_HEIGHT
    return Axis(unit, bars, lanes, _ticks(scale), BAR_HEIGHT + 24 + depth, hidden)


def _days_shown(edition: Edition) -> list[date]:
    """The days that the axis must hold: those of the bars. Only where there is none do long events stretch it."""
    bars = [day for event in edition.dated if not is_long(event, "month") for day in _days(event)]
    return bars or [day for event in edition.dated for day in _days(event)]


def _days(event: Event) -> list[date]:
    """The first and last day of an event, where it has them: open and ancient ends are none."""
    period = event.date
    return [day for day in (period.first, period.last) if day] if period else []


@dataclass(frozen=True, slots=True)
class _Scale:
    first: date
    last: date

    def at(self, day: date) -> float:
        """How far along the axis a day begins, in percent."""
        whole = (self.last - self.first).days + 1
        return max(0.0, min(100.0, 100 * (day - self.first).days / whole))

    def stretch(self, period: Period) -> tuple[float, float]:
        low, high = self.at(period.first or self.first), self.at(period.last or self.last)
        return low, max(high - low, 0.25)


def _percent(value: float) -> str:
    return f"{value:.3f}".rstrip("0").rstrip(".") + "%"


def is_long(event: Event, unit: str) -> bool:
    """Whether it is drawn under the axis: it lasts, or its date is coarser than the axis' unit."""
    assert event.date is not None
    point = event.date.start or event.date.end
    assert point is not None
    if event.date.kind == "interval":
        return True
    coarse = ("decade", "century") if unit == "year" else ("season", "quarter", "semester", "year", "decade", "century")
    return point.unit in coarse


def _bars(edition: Edition, scale: _Scale, unit: str) -> tuple[Bar, ...]:
    total: Counter[tuple[int, int]] = Counter()
    rough: Counter[tuple[int, int]] = Counter()
    for event in edition.dated:
        day = next(iter(_days(event)), None)
        if day is None or is_long(event, unit):
            continue
        slot = (day.year, day.month if unit == "month" else 0)
        total[slot] += 1
        rough[slot] += precision(event.date) == "about"
    highest = max(total.values(), default=1)
    return tuple(_bar(edition, scale, slot, total[slot], rough[slot], highest) for slot in sorted(total))


def _bar(edition: Edition, scale: _Scale, slot: tuple[int, int], count: int, rough: int, highest: int) -> Bar:
    year, month = slot
    period = Period.of_month(year, month) if month else Period.of_year(year)
    low, width = scale.stretch(period)
    height = max(4, round(BAR_HEIGHT * count / highest))
    address = month_address(year, month) if month and (year, month) in edition.months else year_address(year)
    words = date_in_words(period).removeprefix("Nel ")
    return Bar(
        _percent(low),
        _percent(width * 0.86),
        height,
        round(height * rough / count),
        address if year in edition.years else "",
        f"{words}: {'1 fatto' if count == 1 else f'{count} fatti'}",
    )


def _lanes(edition: Edition, scale: _Scale, unit: str) -> tuple[tuple[Lane, ...], int]:
    """Long events laid into as few lanes as hold them without touching, the first lane that is free."""
    free_from: dict[int, float] = {}
    lanes, hidden = [], 0
    for event in edition.dated:
        if not is_long(event, unit) or not _days(event):
            continue
        assert event.date is not None
        if not event.date.overlaps(Period.between(scale.first, scale.last)):
            hidden += 1
            continue
        low, width = scale.stretch(event.date)
        lane = next((n for n in range(LANES) if free_from.get(n, -1.0) <= low), None)
        if lane is None:
            hidden += 1
            continue
        free_from[lane] = low + width + 0.4
        kind = "span" if event.date.kind == "interval" else "coarse"
        label = f"{event_date(event)}: {event.title}"
        lanes.append(Lane(_percent(low), _percent(width), lane * LANE_HEIGHT, kind, f"e/{event.id}/", label))
    return tuple(lanes), hidden


def _ticks(scale: _Scale) -> tuple[Tick, ...]:
    """A tick for a year, or for as round a number of years as leaves about ten of them."""
    years = range(scale.first.year, scale.last.year + 1)
    step = next(s for s in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 10000) if len(years) / s <= 14)
    round_years = [year for year in years if year % step == 0]
    return tuple(
        Tick(
            _percent(scale.at(date(year, 1, 1))),
            str(year),
            len(round_years) > 6 and bool(i % 2),
            is_last=scale.at(date(year, 1, 1)) > 95,
        )
        for i, year in enumerate(round_years)
    )


def legend(axis_: Axis) -> Mapping[str, bool]:
    """Which marks the drawing uses, so that only those are explained."""
    return {
        "hatched": any(b.hatched for b in axis_.bars) or any(lane.precision == "coarse" for lane in axis_.lanes),
        "span": any(lane.precision == "span" for lane in axis_.lanes),
    }
