"""How much is told of each stretch of the calendar: of a day of which little is told two passages tell one fact sooner.

What a shared date proves depends on how many events have it: of two passages in a dossier that are the only ones of
their day much less must agree than of two among a hundred (weights by frequency: Fellegi and Sunter, 1969; Winkler,
1989).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import timedelta
from functools import lru_cache
from typing import NamedTuple

from timeline.dates.period import Period

_NEIGHBOUR_DAYS = 2
# From two or three events on (0) to 256 and more (7): how often the crowd has doubled.
_MOST = 7
_MONTH = 31
_YEAR = 5
# From this level on, 16 events, they are too many to compare each with each.
CROWDED = 3


@lru_cache(maxsize=10_000)
def scales(period: Period | None) -> tuple[str, ...]:
    """The smallest stretch of the calendar that holds the date, which is its own, then the ones around it."""
    if period is None:
        return ("undated",)
    first, last = period.first, period.last
    if first is None or last is None:
        return ("open",)
    scale = (first.isoformat(), f"{first:%Y-%m}", f"{first:%Y}", "long")
    if first == last:
        return scale
    if (first.year, first.month) == (last.year, last.month):
        return scale[1:]
    return scale[2:] if first.year == last.year else scale[3:]


@lru_cache(maxsize=10_000)
def days_after(period: Period | None) -> tuple[str, ...]:
    if period is None or not period.is_day or period.first is None:
        return ()
    return tuple((period.first + timedelta(days)).isoformat() for days in range(1, _NEIGHBOUR_DAYS + 1))


class Crowd(NamedTuple):
    """How much is told of a stretch, and of a day also how much else of its month: each by how often it has doubled."""

    there: int
    around: int = 0


def crowd_of(count: int, others: int = 0) -> Crowd:
    """The crowd of a stretch of which *count* events are told; of its month, where it is a day, so many *others*.

    >>> [crowd_of(count).there for count in (1, 3, 4, 8, 100, 5000)], crowd_of(2, 5)
    ([0, 0, 1, 2, 5, 7], Crowd(there=0, around=3))
    """
    return Crowd(max(0, min(_MOST, count.bit_length() - 2)), min(others.bit_length(), _MOST))


class Crowds:
    """How many events are told of each day, of each month with its days, and so on."""

    def __init__(self, dates: Iterable[Period | None]) -> None:
        self._counts = Counter(scale for date in dates for scale in scales(date))

    def before(self, now: Iterable[Period | None], gone: Iterable[Period | None]) -> Crowds:
        """What they were before the dates *now* took the place of those *gone*."""
        found = Crowds(gone)
        found._counts.update(self._counts)
        found._counts.subtract(scale for date in now for scale in scales(date))
        return found

    def of(self, date: Period | None) -> Crowd:
        """The crowd of the smallest stretch that holds a date; two dates are compared in that of the wider one."""
        if date is None:
            return Crowd(_MOST)  # that no date is known proves nothing
        own, *wider = scales(date)
        others = self._counts[wider[0]] - self._counts[own] if date.is_day else 0
        found = crowd_of(self._counts[own], others)
        return max(found, Crowd(_least(date)))

    def is_few(self, scale: str) -> bool:
        """Whether so little is told of a stretch that each of its events is compared with each, whatever they share."""
        return crowd_of(self._counts[scale]).there < CROWDED


# Within one article nearly all facts are of a few days, and how many they are says nothing of the dossier.
IN_ONE_ARTICLE = Crowd(2)


def _least(date: Period) -> int:
    """How crowded a stretch is at the least: much happened in a year, or about some day, that a dossier leaves out."""
    length = date.length()
    if length is None or length > _MONTH:
        return _YEAR
    return CROWDED if any(point and point.approximate for point in date.points) else 0


class OneArticle(Crowds):
    """The crowd that facts of a single article are compared in."""

    def __init__(self) -> None:
        super().__init__(())

    def of(self, date: Period | None) -> Crowd:
        return IN_ONE_ARTICLE

    def is_few(self, scale: str) -> bool:
        return False
