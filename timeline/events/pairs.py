"""Which two events may be one: near in time, with something in common, and alike enough; and why, in Italian."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from timeline.dates.period import Period
from timeline.events.crowds import Crowd, Crowds, days_after, scales
from timeline.events.described import Features, features_of
from timeline.events.likeness import LEAST_CHANCE, LEAST_ODDS, Likeness, likeness, shared_around, shared_words
from timeline.events.model import Event
from timeline.italian.prose import date_in_words

_NEIGHBOUR_LIKENESS = 0.9
# What more events of one day share than this tells none of them from another.
CROWD = 100
# A stretch of the calendar as long as this is a day, shorter ones are vaguer: «2024-06», «2024», «long».
_DAY = len("2024-06-19")


def are_compatible(one: Period | None, two: Period | None) -> bool:
    """Whether one fact can have both dates: they share a day, and neither is a state that goes on."""
    if one is None or two is None or one == two:
        return one == two
    if None in one.points or None in two.points:
        return one == two
    return one.overlaps(two)


def near_pairs(events: Sequence[Event], compared: Compared) -> set[tuple[int, int]]:
    """The pairs worth comparing: near in time, with a feature in common that few have, or of a quiet stretch."""
    stretches = [(*scales(event.date), *days_after(event.date)) for event in events]
    described = {i: compared.features(i) for i in _in_company(stretches)}
    return (
        _sharing(stretches, described)
        | _told_by_vague(stretches, described)
        | _few(events, stretches, described, compared.crowds)
    )


def scored_pairs(near: Iterable[tuple[int, int]], compared: Compared) -> list[tuple[float, int, int]]:
    """The pairs that could be one with how alike they are, the likeliest first."""
    scored = ((compared.score(one, two), one, two) for one, two in near)
    return sorted((pair for pair in scored if pair[0]), key=lambda pair: (-pair[0], pair[1], pair[2]))


class Compared:
    """Events by their places in a list, and how alike any two of them are, each worked out once when asked for."""

    def __init__(self, events: Sequence[Event], crowds: Crowds) -> None:
        """*crowds* are those of the whole dossier, of which *events* may be a part."""
        self._events = events
        self.crowds = crowds
        self._crowds: dict[int, Crowd] = {}
        self._features: dict[int, Features] = {}
        self._likenesses: dict[tuple[int, int], Likeness] = {}

    def features(self, place: int) -> Features:
        if place not in self._features:
            self._features[place] = features_of(self._events[place])
        return self._features[place]

    def _crowd(self, place: int) -> Crowd:
        if place not in self._crowds:
            self._crowds[place] = self.crowds.of(self._events[place].date)
        return self._crowds[place]

    def score(self, one: int, two: int) -> float:
        """0 where it is less than LIKELY; it makes no difference which comes first."""
        return self.likeness(one, two).score

    def likeness(self, one: int, two: int) -> Likeness:
        """How alike they are; of two days only what may be likely is of interest."""
        pair = (one, two) if one < two else (two, one)
        found = self._likenesses.get(pair)
        if found is None:
            mine = self._features.get(pair[0]) or self.features(pair[0])
            theirs = self._features.get(pair[1]) or self.features(pair[1])
            least = LEAST_ODDS if mine.is_day and theirs.is_day else LEAST_CHANCE
            crowd = max(self._crowds.get(one) or self._crowd(one), self._crowds.get(two) or self._crowd(two))
            found = self._likenesses[pair] = likeness(mine, theirs, crowd, least)
        return found


def _in_company(stretches: Sequence[tuple[str, ...]]) -> list[int]:
    """The events with others near them in time: of one article these are few, and only they need a closer look."""
    own = Counter(whens[0] for whens in stretches)
    seen = Counter(when for whens in stretches for when in whens)
    return [i for i, whens in enumerate(stretches) if seen[whens[0]] > 1 or any(own[when] for when in whens[1:])]


def _few(
    events: Sequence[Event], stretches: Sequence[tuple[str, ...]], described: Iterable[int], crowds: Crowds
) -> set[tuple[int, int]]:
    """The pairs of one stretch of the calendar of which little is told."""
    own: dict[str, list[int]] = defaultdict(list)
    for i in described:
        own[stretches[i][0]].append(i)
    return {
        (min(i, j), max(i, j))
        for i in described
        for when in filter(crowds.is_few, scales(events[i].date))
        for j in own.get(when, ())
        if j != i
    }


def _sharing(stretches: Sequence[tuple[str, ...]], described: Mapping[int, Features]) -> set[tuple[int, int]]:
    """The pairs near in time with a feature in common that few near them have."""
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
                    pairs.update([(i, j) if i < j else (j, i) for j in near if j != i])
    return pairs


def _told_by_vague(stretches: Sequence[tuple[str, ...]], described: Mapping[int, Features]) -> set[tuple[int, int]]:
    """The pairs of a vaguely dated event and one within its date that knows what the title of the vague one tells."""
    asked: dict[tuple[str, str], list[int]] = defaultdict(list)
    for i, features in described.items():
        for feature in features.title if len(stretches[i][0]) < _DAY else ():
            asked[feature, stretches[i][0]].append(i)
    knowing: dict[tuple[str, str], list[int]] = defaultdict(list)
    vague = {when for _, when in asked}
    for i, features in described.items():
        for when in vague.intersection(stretches[i][1:]):
            for feature in features.wide:
                if (feature, when) in asked:
                    knowing[feature, when].append(i)
    return {
        (min(i, j), max(i, j))
        for key, there in knowing.items()
        if len(there) <= CROWD
        for i in there
        for j in asked[key]
        if j != i
    }


def likely_pairs(events: Sequence[Event]) -> list[tuple[Event, Event, str]]:
    """Events of the editors' files that may be one, likeliest first, each pair with the reason, in Italian.

    Nothing is joined: however alike, two events that stand in the files are two until an editor says otherwise.
    Left out are pairs with `same_as` or `not_same_as`, and copies of one event, which share a passage.
    """
    found = []
    compared = Compared(events, Crowds(event.date for event in events))
    for score, i, j in scored_pairs(near_pairs(events, compared), compared):
        one, two = events[i], events[j]
        if not _is_spoken_of(one, two) and may_be_one(one, two, score):
            found.append((one, two, reason_for(one, two)))
    return found


def _is_spoken_of(one: Event, two: Event) -> bool:
    """Whether an editor has said of the two that they are one, or not; or has made them of one."""
    decided = any(b.id and b.id in (*a.same_as, *a.not_same_as) for a, b in ((one, two), (two, one)))
    quotes = [{(m.article, m.expression, m.quote) for m in e.mentions} for e in (one, two)]
    return decided or not quotes[0].isdisjoint(quotes[1])


def may_be_one(one: Event, two: Event, score: float) -> bool:
    """Whether a score is enough: of two days near each other only what is much alike may be one fact."""
    if are_compatible(one.date, two.date):
        return True
    return score >= _NEIGHBOUR_LIKENESS and not _same_article(one, two)


def _same_article(one: Event, two: Event) -> bool:
    return bool({m.article for m in one.mentions} & {m.article for m in two.mentions})


def reason_for(one: Event, two: Event) -> str:
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
