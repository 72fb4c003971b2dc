"""How much is told of each stretch of the calendar: of a day of which little is told two passages tell one fact sooner.

What a shared date proves depends on how many events have it: of two passages in a dossier that are the only ones of
their day much less must agree than of two among a hundred (weights by frequency: Fellegi and Sunter, 1969; Winkler,
1989).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import timedelta

from timeline.dates.period import Period

_NEIGHBOUR_DAYS = 2
# From two or three events on (0) to 256 and more (7): how often the crowd has doubled.
_MOST = 7
# From this level on, 16 events, they are too many to compare each with each.
CROWDED = 3
# Within one article nearly all facts are of a few days, and how many they are says nothing of the dossier.
IN_ONE_ARTICLE = 2


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


def days_after(period: Period | None) -> tuple[str, ...]:
    if period is None or not period.is_day or period.first is None:
        return ()
    return tuple((period.first + timedelta(days)).isoformat() for days in range(1, _NEIGHBOUR_DAYS + 1))


def crowd_level(count: int) -> int:
    """How crowded a stretch is of which *count* events are told, from 0 to 7: how often three have doubled.

    >>> [crowd_level(count) for count in (1, 3, 4, 8, 100, 5000)]
    [0, 0, 1, 2, 5, 7]
    """
    return max(0, min(_MOST, count.bit_length() - 2))


class Crowds:
    """How many events are told of each day, of each month with its days, and so on."""

    def __init__(self, dates: Iterable[Period | None]) -> None:
        self._counts = Counter(scale for date in dates for scale in scales(date))

    def level(self, date: Period | None) -> int:
        """How crowded the smallest stretch is that holds a date; two dates are compared in the wider one's crowd."""
        # That no date is known proves nothing.
        return crowd_level(self._counts[scales(date)[0]]) if date else _MOST

    def is_few(self, scale: str) -> bool:
        """Whether so little is told of a stretch that each of its events is compared with each, whatever they share."""
        return crowd_level(self._counts[scale]) < CROWDED

    def changed(self, now: Iterable[Period | None], gone: Iterable[Period | None]) -> set[str]:
        """The stretches whose level is another one since the dates *now* have taken the place of those *gone*."""
        more = Counter(scale for date in now for scale in scales(date))
        more.subtract(scale for date in gone for scale in scales(date))
        return {s for s, n in more.items() if crowd_level(self._counts[s]) != crowd_level(self._counts[s] - n)}


class OneArticle(Crowds):
    """The crowd that facts of a single article are compared in."""

    def __init__(self) -> None:
        super().__init__(())

    def level(self, date: Period | None) -> int:
        return IN_ONE_ARTICLE

    def is_few(self, scale: str) -> bool:
        return False
