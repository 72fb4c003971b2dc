"""Which events are one: compatible dates, shared words, actors and places. Joined where sure, proposed where likely.

The events of all articles are compared only where they could be one: their dates share a day, and little is told of it
or they share a name, a number or a word that few others have. The pairs are then joined from the most alike down, so
that the outcome does not depend on the order the events come in.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, partial

from timeline.dates.period import Period
from timeline.events.crowds import Crowds
from timeline.events.evidence import are_undone, go_together
from timeline.events.features import tells_apart
from timeline.events.joining import joined_event
from timeline.events.likeness import SURE
from timeline.events.model import Event, Mention
from timeline.events.pairs import Compared, are_compatible, may_be_one, near_pairs, reason_for, scored_pairs
from timeline.events.vague import choices

# How alike the events of two groups must be on the whole to become one: a chain of likenesses proves little.
_ON_THE_WHOLE = 0.3
# So many of each group are asked, so that two big groups are no matter of hours.
_ASKED = 5
# Article id, expression, which occurrence of that expression in the article, the word it dates.
MentionKey = tuple[str, str, int, str]
Pairs = frozenset[frozenset[MentionKey]]


def key_of(mention: Mention) -> MentionKey:
    """What proves a mention to be the same from one extraction to the next.

    Where it starts stands for "which occurrence": a caller that counts occurrences gives its own function to `merge`.
    """
    return mention.article, mention.expression, mention.start, mention.trigger


@dataclass(frozen=True, slots=True)
class Proposal:
    """Two events that may be one: the keys of their first mentions, how alike (0 to 1), and why, in Italian."""

    first: MentionKey
    second: MentionKey
    score: float
    reason: str


@dataclass(frozen=True)
class Merged:
    """The events with those that are one joined, in the order of their dates; and what an editor should decide."""

    events: tuple[Event, ...]
    propose: Callable[[], Iterable[Proposal]] = tuple

    @cached_property
    def proposals(self) -> tuple[Proposal, ...]:
        """The likeliest pair of each two groups that are not one and that no editor has refused."""
        return tuple(self.propose())


def merge(
    events: Sequence[Event],
    refused: Pairs = frozenset(),
    accepted: Pairs = frozenset(),
    crowds: Crowds | None = None,
    key: Callable[[Mention], MentionKey] = key_of,
) -> Merged:
    """Join the events that are one. *refused* and *accepted* are pairs of mentions an editor has decided on.

    *crowds* are those of the whole dossier where *events* are a part of it.

    `not_same_as` and `same_as` of the events themselves, ids of other events, are obeyed too.
    """
    ordered = sorted(events, key=_place_in_order)
    compared = Compared(ordered, crowds or Crowds(event.date for event in ordered))
    groups = _Groups(ordered, refused, accepted, key, compared)
    near = near_pairs(ordered, compared)
    scored = scored_pairs(near, compared)
    for score, one, two in scored:
        if score >= SURE and are_compatible(ordered[one].date, ordered[two].date):
            groups.join(one, two)
    for one, two in choices([event.date for event in ordered], near, compared, groups.numbers):
        groups.join_chosen(one, two)
    joined = [joined_event([ordered[i] for i in members]) for members in groups.all()]
    return Merged(tuple(sorted(joined, key=_place_in_order)), partial(_proposals, ordered, scored, groups, key))


def _place_in_order(event: Event) -> tuple[bool, tuple[int, ...], list[tuple[str, int, str]], str, str]:
    date = event.date.sort_key if event.date else ()
    return event.date is None, date, [(m.article, m.start, m.expression) for m in event.mentions], event.title, event.id


class _Groups:
    """Which of the events are one so far, under the dates and the editors' decisions."""

    def __init__(
        self,
        events: list[Event],
        refused: Pairs,
        accepted: Pairs,
        key: Callable[[Mention], MentionKey],
        compared: Compared,
    ):
        self._compared = compared
        self._members = {i: [i] for i in range(len(events))}
        self._group_of = list(range(len(events)))
        self._events = events
        self._keys = [frozenset(key(m) for m in event.mentions) for event in events]
        by_id = {event.id: i for i, event in enumerate(events) if event.id}
        self._apart: dict[int, set[int]] = defaultdict(set)
        for one, two in self._decided(refused, by_id, "not_same_as"):
            self._apart[one].add(two)
            self._apart[two].add(one)
        for one, two in self._decided(accepted, by_id, "same_as"):
            self._unite(one, two)

    def _decided(self, pairs: Pairs, by_id: dict[str, int], field: str) -> list[tuple[int, int]]:
        owner: dict[MentionKey, list[int]] = defaultdict(list)
        for i, keys in enumerate(self._keys):
            for key in keys:
                owner[key].append(i)
        found = {(i, j) for pair in pairs for a in pair for b in pair if a != b for i in owner[a] for j in owner[b]}
        for i, event in enumerate(self._events):
            found.update((i, by_id[other]) for other in getattr(event, field) if other in by_id)
        return sorted({(min(pair), max(pair)) for pair in found if pair[0] != pair[1]})

    @property
    def numbers(self) -> list[int]:
        """The number of the group that each event is in, by the places of the events."""
        return list(self._group_of)

    def are_one(self, one: int, two: int) -> bool:
        return self._group_of[one] == self._group_of[two]

    def is_refused(self, one: int, two: int) -> bool:
        """Whether an editor has said that somebody of the one group is not somebody of the other."""
        others = set(self._members[self._group_of[two]])
        return any(self._apart[i] & others for i in self._members[self._group_of[one]] if i in self._apart)

    def pair_of(self, one: int, two: int) -> tuple[int, int]:
        """The two groups, the smaller number first."""
        first, second = sorted((self._group_of[one], self._group_of[two]))
        return first, second

    def join(self, one: int, two: int) -> None:
        """Make the two groups one, unless a date, an editor or the rest of the groups is against it."""
        if self._may_be_joined(one, two) and self._agree(one, two):
            self._unite(one, two)

    def join_chosen(self, one: int, two: int) -> None:
        """Make the two groups one: of all that is told of that time the one fits the other best."""
        if self._may_be_joined(one, two):
            self._unite(one, two)

    def _may_be_joined(self, one: int, two: int) -> bool:
        if self.are_one(one, two) or self.is_refused(one, two):
            return False
        mine, theirs = self._members[self._group_of[one]], self._members[self._group_of[two]]
        dates = [(a, b) for a in self._dates(mine) for b in self._dates(theirs)]
        return all(are_compatible(a, b) for a, b in dates) and not self._tell_two_things(mine, theirs)

    def _dates(self, group: list[int]) -> set[Period | None]:
        return {self._events[i].date for i in group}

    def _undo_each_other(self, mine: list[int], theirs: list[int]) -> bool:
        """Whether a passage of the one tells what a passage of the other undoes: approved, and rejected."""
        features = self._compared.features
        return any(are_undone(features(a), features(b)) for a in mine for b in theirs)

    def _tell_two_things(self, mine: list[int], theirs: list[int]) -> bool:
        """Whether each group has something that its passages tell again and again, and the other never: two votes."""
        return (
            self._undo_each_other(mine, theirs)
            or self._are_two_kinds(mine, theirs)
            or bool(self._only_told_by(mine, theirs) and self._only_told_by(theirs, mine))
        )

    def _are_two_kinds(self, mine: list[int], theirs: list[int]) -> bool:
        """Whether the passages of each group agree on what happened, and it is not the same: a match, and a brawl."""
        one, two = (
            Counter(k for i in group[:_ASKED] for k in self._compared.features(i).mains) for group in (mine, theirs)
        )
        agreed = [{kind for kind, count in kinds.items() if count > 1} for kinds in (one, two)]
        return all(agreed) and one.keys().isdisjoint(two) and not go_together(*agreed)

    def _only_told_by(self, group: list[int], other: list[int]) -> set[str]:
        """What several passages of the group tell and none of the *other*."""
        times = Counter(f for i in group[:_ASKED] for f in self._compared.features(i).all if tells_apart(f))
        again = {feature for feature, count in times.items() if count > 1}
        return again.difference(*(self._compared.features(i).wide for i in other[:_ASKED])) if again else again

    def _agree(self, one: int, two: int) -> bool:
        """Whether the two groups are alike on the whole, not just *one* of the first and *two* of the second."""
        first, second = (self._members[self._group_of[of]] for of in (one, two))
        asked = {(one, two), *((a, b) for a in first[:_ASKED] for b in second[:_ASKED])}
        return sum(self._compared.score(a, b) for a, b in sorted(asked)) >= _ON_THE_WHOLE * len(asked)

    def _unite(self, one: int, two: int) -> None:
        keep, drop = sorted((self._group_of[one], self._group_of[two]))
        if keep != drop:
            moved = self._members.pop(drop)
            self._members[keep] = sorted(self._members[keep] + moved)
            for i in moved:
                self._group_of[i] = keep

    def all(self) -> list[list[int]]:
        return [self._members[group] for group in sorted(self._members)]


def _proposals(
    events: list[Event],
    scored: list[tuple[float, int, int]],
    groups: _Groups,
    key: Callable[[Mention], MentionKey],
) -> list[Proposal]:
    found: dict[tuple[int, int], Proposal] = {}
    for score, one, two in scored:
        if groups.are_one(one, two) or groups.is_refused(one, two):
            continue
        first, second = events[one], events[two]
        if groups.pair_of(one, two) in found or not may_be_one(first, second, score):
            continue
        if first.mentions and second.mentions:
            proposal = Proposal(
                key(first.mentions[0]), key(second.mentions[0]), min(score, 1.0), reason_for(first, second)
            )
            found[groups.pair_of(one, two)] = proposal
    return list(found.values())
