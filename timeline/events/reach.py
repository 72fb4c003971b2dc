"""How far a change reaches: which events `merge` could join otherwise once a few of them are others. Pure.

Joining looks only at events that resemble each other enough, and at those already in one group with them. So whatever
lies outside the reach of the changed ones is joined as before, and need not be compared again.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from timeline.events.crowds import Crowds, days_after, scales
from timeline.events.described import title_of, wide_of
from timeline.events.likeness import LEAST_CHANCE, SURE
from timeline.events.model import Event
from timeline.events.pairs import CROWD, Compared, are_compatible
from timeline.events.vague import sharpness

# Sums of the same weights in another order may differ in their last digit; who is taken in needlessly costs nothing.
_SURE_ENOUGH = SURE - 0.002
_DAY = len("2025-04-01")
_MONTH = len("2025-04")


def spread(seeds: Iterable[int], neighbours: Callable[[int], Iterable[int]]) -> set[int]:
    """The seeds, their neighbours, the neighbours of these, and so on."""
    found = set(seeds)
    waiting = sorted(found)
    while waiting:
        for other in neighbours(waiting.pop()):
            if other not in found:
                found.add(other)
                waiting.append(other)
    return found


class Reach:
    """All events of a dossier as they are told now. Only those near in time are looked at closely, and only once."""

    def __init__(self, events: Sequence[Event], crowds: Crowds) -> None:
        self._events = events
        self._compared = Compared(events, crowds)
        self._own: dict[str, list[int]] = defaultdict(list)
        self._seen_from: dict[str, list[int]] = defaultdict(list)
        for number, event in enumerate(events):
            own = scales(event.date)
            self._own[own[0]].append(number)
            for scale in (*own, *days_after(event.date)):
                self._seen_from[scale].append(number)
        self._all: dict[str, Mapping[str, list[int]]] = {}
        self._titles: dict[str, Mapping[str, list[int]]] = {}
        self._own_titles: dict[str, Mapping[str, list[int]]] = {}
        self._within: dict[str, Mapping[str, list[int]]] = {}
        self._known: dict[int, frozenset[int]] = {}
        self._wides: dict[int, frozenset[str]] = {}
        self._title_of: dict[int, frozenset[str]] = {}

    def seeds(self, changed: Iterable[int], gone: Sequence[Event]) -> set[int]:
        """The events, by number, that a change may concern by itself: *changed* are told now, *gone* were before."""
        return {*changed, *self._crowds(set(changed), gone), *self._busier(changed, gone)}

    def spread(self, seeds: Iterable[int], mates: Callable[[int], Iterable[int]]) -> set[int]:
        """The seeds, and the events that hang on them, on these, and so on.

        *mates* names the events that an event is, or must be, joined with for other reasons than its looks.
        """
        return spread(seeds, lambda number: {*self._near_to(number), *mates(number)})

    def _near_to(self, number: int) -> frozenset[int]:
        if number not in self._known:
            self._known[number] = frozenset(self._alike(number))
        return self._known[number]

    def _alike(self, number: int) -> Iterator[int]:
        """The events that would be joined with this one if nothing else stood against it, or may be chosen for it."""
        date = self._events[number].date
        for other in self._candidates(number):
            when = self._events[other].date
            found = self._compared.likeness(number, other)
            if found.score < _SURE_ENOUGH and found.odds <= LEAST_CHANCE:
                continue
            is_choice = found.odds > LEAST_CHANCE and sharpness(date) * sharpness(when) > 1
            if (found.score >= _SURE_ENOUGH or is_choice) and are_compatible(date, when):
                yield other

    def _candidates(self, number: int) -> set[int]:
        """The events that `merge` compares with this one, whichever of the two it comes upon first."""
        event = self._events[number]
        found: set[int] = set()
        for scale in (*scales(event.date), *days_after(event.date)):
            bucket = self._with_feature(scale)
            for near in (bucket.get(feature, ()) for feature in self._title(number)):
                found.update(near if len(near) <= CROWD else ())
        for scale in filter(self._compared.crowds.is_few, scales(event.date)):
            found.update(self._own.get(scale, ()))
        own = scales(event.date)[0]
        bucket, titles = self._with_feature(own), self._with_title(own)
        if self._compared.crowds.is_few(own):
            found.update(n for n in self._seen_from.get(own, ()) if own in scales(self._events[n].date))
        for feature in self._wide(number):
            if len(bucket.get(feature, ())) <= CROWD:
                found.update(titles.get(feature, ()))
        return (found | self._vague_ones(number) | self._knowing(number)) - {number}

    def _vague_ones(self, number: int) -> set[int]:
        """The vaguely dated events whose titles tell what this one, within their dates, knows too."""
        found: set[int] = set()
        for scale in scales(self._events[number].date)[1:]:
            asked = self._with_own_title(scale)
            # How many know it is not asked: it takes long to find out, and at worst a few are looked at needlessly.
            found.update(n for f in self._wide(number) & asked.keys() for n in asked[f])
        return found

    def _knowing(self, number: int) -> set[int]:
        """The events within the vague date of this one that know what its title tells."""
        own = scales(self._events[number].date)[0]
        if len(own) >= _DAY:
            return set()
        knowing = self._knowing_by_feature(own)
        near = (knowing.get(feature, ()) for feature in self._title(number))
        return {other for there in near if len(there) <= CROWD for other in there}

    def _crowds(self, changed: Iterable[int], gone: Sequence[Event]) -> set[int]:
        """Events with a feature that by this change has become too common to tell them apart, or is no more."""
        counts: Counter[tuple[str, str]] = Counter()
        for number in changed:
            wide = self._wide(number)
            counts.update((scale, f) for scale in scales(self._events[number].date) for f in wide)
        for event in gone:
            wide = wide_of(event)
            counts.subtract((scale, f) for scale in scales(event.date) for f in wide)
        found: set[int] = set()
        for (scale, feature), more in counts.items():
            if self._may_cross(self._own, scale, more):
                there = self._with_feature(scale).get(feature, ())
                if (len(there) > CROWD) != (len(there) - more > CROWD):
                    found.update(there)
            asking = self._with_own_title(scale).get(feature, ())
            if asking and self._may_cross(self._seen_from, scale, more):
                within = self._knowing_by_feature(scale).get(feature, ())
                if (len(within) > CROWD) != (len(within) - more > CROWD):
                    found.update(asking)
        return found

    @staticmethod
    def _may_cross(of_scale: Mapping[str, list[int]], scale: str, more: int) -> bool:
        """Whether so much is told of a stretch that *more* of a feature can make it common, or less of it rare."""
        return more != 0 and len(of_scale.get(scale, ())) + abs(more) > CROWD

    def _busier(self, changed: Iterable[int], gone: Sequence[Event]) -> set[int]:
        """Events of days and other stretches of which more or less is told now, so that it counts."""
        dates = [self._events[number].date for number in changed], [event.date for event in gone]
        now, before = self._compared.crowds, self._compared.crowds.before(*dates)
        touched = {scale for date in (*dates[0], *dates[1]) for scale in scales(date)}
        near = {number for scale in touched for number in self._near(scale)}
        return {n for n in near if now.of(self._events[n].date) != before.of(self._events[n].date)}

    def _near(self, scale: str) -> Iterable[int]:
        """The events of a day, a year; of a month those of its days too, which count what else the month has."""
        return (self._seen_from if len(scale) == _MONTH else self._own).get(scale, ())

    def _with_feature(self, scale: str) -> Mapping[str, list[int]]:
        """The events whose own date has that scale, by feature."""
        if scale not in self._all:
            self._all[scale] = _by_feature((n, self._wide(n)) for n in self._own.get(scale, ()))
        return self._all[scale]

    def _with_own_title(self, scale: str) -> Mapping[str, list[int]]:
        """The events whose own date has that scale, by the features of their titles."""
        if scale not in self._own_titles:
            self._own_titles[scale] = self._titles_of(self._own.get(scale, ()))
        return self._own_titles[scale]

    def _knowing_by_feature(self, scale: str) -> Mapping[str, list[int]]:
        """The events within a vague date, by those of their features that titles of that date tell."""
        if scale not in self._within:
            asked = self._with_own_title(scale).keys()
            within = (n for n in self._seen_from.get(scale, ()) if scale in scales(self._events[n].date)[1:])
            self._within[scale] = _by_feature((n, self._wide(n) & asked) for n in within) if asked else {}
        return self._within[scale]

    def _with_title(self, scale: str) -> Mapping[str, list[int]]:
        """The events that look for others at that scale, by the features of their titles."""
        if scale not in self._titles:
            self._titles[scale] = self._titles_of(self._seen_from.get(scale, ()))
        return self._titles[scale]

    def _titles_of(self, numbers: Iterable[int]) -> dict[str, list[int]]:
        return _by_feature((n, self._title(n)) for n in numbers)

    def _title(self, number: int) -> frozenset[str]:
        if number not in self._title_of:
            self._title_of[number] = title_of(self._events[number])
        return self._title_of[number]

    def _wide(self, number: int) -> frozenset[str]:
        if number not in self._wides:
            self._wides[number] = wide_of(self._events[number])
        return self._wides[number]


def _by_feature(described: Iterable[tuple[int, frozenset[str]]]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = defaultdict(list)
    for number, features in described:
        for feature in features:
            found[feature].append(number)
    return dict(found)
