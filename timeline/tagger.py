"""Text and its publication date in, time expressions out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from timeline.dates.period import Period


@dataclass(frozen=True, slots=True)
class Timex:
    """A time expression, read.

    *start* and *end* are offsets in characters, half-open. *type*, *value* and *mod* are TIMEX3's; *first* and *last* the
    calendar days it points at, inclusive, or None. *period* is the same as a date an event can carry (None: no day is
    meant), *time* the event's time in the words of an event file («18:30», «sera», "" where none is said). *why* is one
    Italian sentence, *rule* the name of the rule that read it.
    """

    start: int
    end: int
    text: str
    type: str
    value: str
    mod: str | None
    first: date | None
    last: date | None
    period: Period | None
    time: str
    why: str
    rule: str


def tag(text: str, published: date | datetime, dates_from: date | None = None) -> list[Timex]:
    """Every time expression of *text*, in order, none overlapping."""
    return []
