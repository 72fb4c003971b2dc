"""Which events are one: compatible dates, shared words, actors and places. Joined where sure, proposed where likely.

The events of all articles are compared only where they could be one: their dates share a day and they share a name, a
number or a word that few others have. The pairs are then joined from the most alike down, so that the outcome does not
depend on the order the events come in.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from timeline.dates.period import Period
from timeline.events.joining import joined_event
from timeline.events.likeness import SURE, Features, features_of, likeness, shared_around, shared_words
from timeline.events.model import Event, Mention
from timeline.italian.prose import date_in_words

# Article id, expression, which occurrence of that expression in the article, the word it dates.
MentionKey = tuple[str, str, int, str]
Pairs = frozenset[frozenset[MentionKey]]

# Likeness from which an editor is asked.
LIKELY = 0.45
_NEIGHBOUR_DAYS = 2
_NEIGHBOUR_LIKENESS = 0.9
# What more events of one day share than this tells none of them from another.
CROWD = 150


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


@dataclass(frozen=True, slots=True)
class Merged:
    """The events with those that are one joined, in the order of their dates; and what an editor should decide."""

    events: tuple[Event, ...]
    proposals: tuple[Proposal, ...] = ()


def merge(
    events: Sequence[Event],
    refused: Pairs = frozenset(),
    accepted: Pairs = frozenset(),
    key: Callable[[Mention], MentionKey] = key_of,
) -> Merged:
    """Join the events that are one. *refused* and *accepted* are pairs of mentions an editor has decided on.

    `not_same_as` and `same_as` of the events themselves, ids of other events, are obeyed too.
    """
    ordered = sorted(events, key=_place_in_order)
    groups = _Groups(ordered, refused, accepted, key)
    scored = _scored_pairs(ordered)
    for score, one, two in scored:
        if score >= SURE and are_compatible(ordered[one].date, ordered[two].date):
            groups.join(one, two)
    joined = [joined_event([ordered[i] for i in members]) for members in groups.all()]
    proposals = _proposals(ordered, scored, groups, key)
    return Merged(tuple(sorted(joined, key=_place_in_order)), tuple(proposals))


def _place_in_order(event: Event) -> tuple[bool, tuple[int, ...], list[tuple[str, int, str]], str, str]:
    date = event.date.sort_key if event.date else ()
    return event.date is None, date, [(m.article, m.start, m.expression) for m in event.mentions], event.title, event.id


class _Groups:
    """Which of the events are one so far, under the dates and the editors' decisions."""

    def __init__(self, events: list[Event], refused: Pairs, accepted: Pairs, key: Callable[[Mention], MentionKey]):
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
        """Make the two groups one, unless a date or an editor is against it."""
        if self.are_one(one, two) or self.is_refused(one, two):
            return
        mine, theirs = self._members[self._group_of[one]], self._members[self._group_of[two]]
        if all(are_compatible(self._events[a].date, self._events[b].date) for a in mine for b in theirs):
            self._unite(one, two)

    def _unite(self, one: int, two: int) -> None:
        keep, drop = sorted((self._group_of[one], self._group_of[two]))
        if keep != drop:
            moved = self._members.pop(drop)
            self._members[keep] = sorted(self._members[keep] + moved)
            for i in moved:
                self._group_of[i] = keep

    def all(self) -> list[list[int]]:
        return [self._members[group] for group in sorted(self._members)]


def are_compatible(one: Period | None, two: Period | None) -> bool:
    """Whether one fact can have both dates: they share a day, and neither is a state that goes on."""
    if one is None or two is None or one == two:
        return one == two
    if None in one.points or None in two.points:
        return one == two
    return one.overlaps(two)


def _scored_pairs(events: Sequence[Event]) -> list[tuple[float, int, int]]:
    """The pairs that could be one with how alike they are, the likeliest first."""
    stretches = [(*scales(event.date), *days_after(event.date)) for event in events]
    described = {i: features_of(events[i]) for i in _in_company(stretches)}
    found = []
    for one, two in _candidates(stretches, described):
        score = score_of((events[one], described[one]), (events[two], described[two]))
        if score >= LIKELY:
            found.append((score, one, two))
    return sorted(found, key=lambda pair: (-pair[0], pair[1], pair[2]))


def _in_company(stretches: Sequence[tuple[str, ...]]) -> list[int]:
    """The events with others near them in time: of one article these are few, and only they need a closer look."""
    own = Counter(whens[0] for whens in stretches)
    seen = Counter(when for whens in stretches for when in whens)
    return [i for i, whens in enumerate(stretches) if seen[whens[0]] > 1 or any(own[when] for when in whens[1:])]


def score_of(one: tuple[Event, Features], two: tuple[Event, Features]) -> float:
    """How alike two events are, 0 where it is less than LIKELY."""
    score = round(likeness(one[1], two[1], LIKELY), 3)
    return score if score >= LIKELY else 0.0


def _candidates(stretches: Sequence[tuple[str, ...]], described: Mapping[int, Features]) -> list[tuple[int, int]]:
    """The pairs worth comparing: near in time, and with a feature in common that few near them have."""
    buckets: dict[tuple[str, str], list[int]] = defaultdict(list)
    for i, features in described.items():
        for feature in features.wide:
            buckets[feature, stretches[i][0]].append(i)
    pairs: set[tuple[int, int]] = set()
    for i, features in described.items():
        for feature in features.title:
            for when in stretches[i]:
                near = buckets.get((feature, when), ())
                if len(near) <= CROWD:
                    pairs.update((min(i, j), max(i, j)) for j in near if j != i)
    return sorted(pairs)


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


def _proposals(
    events: list[Event],
    scored: list[tuple[float, int, int]],
    groups: _Groups,
    key: Callable[[Mention], MentionKey],
) -> list[Proposal]:
    """The likeliest pair of each two groups that are not one and that no editor has refused."""
    found: dict[tuple[int, int], Proposal] = {}
    for score, one, two in scored:
        if groups.are_one(one, two) or groups.is_refused(one, two):
            continue
        first, second = events[one], events[two]
        if not _may_be_one(first, second, score):
            continue
        if first.mentions and second.mentions:
            proposal = Proposal(
                key(first.mentions[0]), key(second.mentions[0]), min(score, 1.0), _reason(first, second)
            )
            found.setdefault(groups.pair_of(one, two), proposal)
    return list(found.values())


def likely_pairs(events: Sequence[Event]) -> list[tuple[Event, Event, str]]:
    """Events of the editors' files that may be one, likeliest first, each pair with the reason, in Italian.

    Nothing is joined: however alike, two events that stand in the files are two until an editor says otherwise.
    Left out are pairs with `same_as` or `not_same_as`, and copies of one event, which share a passage.
    """
    found = []
    for score, i, j in _scored_pairs(events):
        one, two = events[i], events[j]
        if not _is_spoken_of(one, two) and _may_be_one(one, two, score):
            found.append((one, two, _reason(one, two)))
    return found


def _is_spoken_of(one: Event, two: Event) -> bool:
    """Whether an editor has said of the two that they are one, or not; or has made them of one."""
    decided = any(b.id and b.id in (*a.same_as, *a.not_same_as) for a, b in ((one, two), (two, one)))
    quotes = [{(m.article, m.expression, m.quote) for m in e.mentions} for e in (one, two)]
    return decided or not quotes[0].isdisjoint(quotes[1])


def _may_be_one(one: Event, two: Event, score: float) -> bool:
    """Whether a score is enough: of two days near each other only what is much alike may be one fact."""
    if are_compatible(one.date, two.date):
        return True
    return score >= _NEIGHBOUR_LIKENESS and not _same_article(one, two)


def _same_article(one: Event, two: Event) -> bool:
    return bool({m.article for m in one.mentions} & {m.article for m in two.mentions})


def _reason(one: Event, two: Event) -> str:
    """Why the two may be one, in a line: «stessa data (26 aprile 2025); in tutti e due Kursk; «firma» e «siglato»»."""
    first, second = (words[:1].lower() + words[1:] for words in (date_in_words(one.date), date_in_words(two.date)))
    dates = f"stessa data ({first})" if first == second else f"date vicine ({first}; {second})"
    names, words = shared_words(one, two)
    parts = [dates]
    if names:
        parts.append("in tutti e due " + ", ".join(names[:4]))
    around = shared_around(one, two)
    if around:
        parts.append("le frasi attorno nominano " + ", ".join(around[:4]))
    if words:
        parts.append("si dice «" + "», «".join(words[:3]) + "»")
    return "; ".join(parts)
