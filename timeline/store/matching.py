"""Which passage of yesterday's reading is which of today's, and which event in the files is which of ours."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from collections.abc import Mapping as Table
from functools import cache, lru_cache

from timeline.events.model import Event, Mention
from timeline.store.record import Written
from timeline.store.standing import Ident, Standing, ident

# A mention within all articles: two facts may share an expression, so where it stands and what it dates both count.
Place = tuple[str, int, str, str, str]


def place(mention: Mention) -> Place:
    """One mention of one extraction, told from all others."""
    return mention.article, mention.start, mention.expression, mention.trigger, mention.quote


# The very sentence: each step pairs what is still unpaired, in the order of the text.
_EXACT: tuple[Callable[[Mention], tuple[str, ...]], ...] = (
    lambda m: (m.article, m.expression, m.trigger, m.quote),
    lambda m: (m.article, m.expression, m.quote),
    lambda m: (m.article, m.trigger, m.quote),
)
# A sentence that was corrected or is cut elsewhere: the likest ones are paired first.
_LIKELY: tuple[Callable[[Mention], tuple[str, ...]], ...] = (
    lambda m: (m.article, m.expression, m.trigger),
    lambda m: (m.article, m.expression),
    lambda m: (m.article, m.trigger),
)
# Half of what sets a sentence apart from the others: articles say «Ieri … è stato … a …» again and again.
ENOUGH = 0.5
# Comparing all with all: an article that says «oggi» a thousand times is paired in the order of the text.
_MOST_PAIRS = 20_000
_WORD = re.compile(r"\w+")
_SHORT, _SMALL = 3, 0.3


def match_mentions(old: Iterable[Mention], new: Iterable[Mention]) -> dict[Place, Mention]:
    """For each old mention, by its place, the new one that is the same passage."""
    left = sorted({place(m): m for m in old}.values(), key=place)
    right = sorted({place(m): m for m in new}.values(), key=place)
    found: dict[Place, Mention] = {}
    for key in _EXACT:
        for ours, theirs in _groups(left, right, key):
            found.update((place(m), n) for m, n in zip(ours, theirs, strict=False))
        left, right = _unpaired(left, right, found)
    rarity = _rarity(*left, *right, *found.values())
    for key in _LIKELY:
        for ours, theirs in _groups(left, right, key):
            found.update(_likest(ours, theirs, rarity))
        left, right = _unpaired(left, right, found)
    return found


def _groups(
    left: Sequence[Mention], right: Sequence[Mention], key: Callable[[Mention], tuple[str, ...]]
) -> Iterator[tuple[list[Mention], list[Mention]]]:
    """What both sides have under one key."""
    ours: dict[tuple[str, ...], list[Mention]] = defaultdict(list)
    theirs: dict[tuple[str, ...], list[Mention]] = defaultdict(list)
    for mention in left:
        ours[key(mention)].append(mention)
    for mention in right:
        theirs[key(mention)].append(mention)
    return ((group, theirs[name]) for name, group in ours.items() if name in theirs)


def _unpaired(
    left: Sequence[Mention], right: Sequence[Mention], found: dict[Place, Mention]
) -> tuple[list[Mention], list[Mention]]:
    taken = {place(m) for m in found.values()}
    return [m for m in left if place(m) not in found], [m for m in right if place(m) not in taken]


def _rarity(*mentions: Mention) -> dict[str, float]:
    """What a word tells of a sentence: the less, the more sentences have it; an article or a preposition hardly."""
    counts = Counter(word for m in mentions for word in _words(m.quote))
    return {word: (_SMALL if len(word) <= _SHORT else 1.0) / count for word, count in counts.items()}


@lru_cache(10_000)
def _words(quote: str) -> frozenset[str]:
    return frozenset(_WORD.findall(quote.casefold()))


def likeness(one: str, other: str, rarity: Table[str, float] | None = None) -> float:
    """How much of the shorter of two sentences is in the other, by words; rare ones count for more.

    >>> likeness("Ieri due droni su Kursk", "Ieri due droni, pare, su Kursk")
    1.0
    """
    first, second = _words(one), _words(other)
    common, left, right = (
        sum(rarity.get(w, 1.0) for w in words) if rarity is not None else float(len(words))
        for words in (first & second, first, second)
    )
    return common / min(left, right) if left and right else float(not first and not second)


def _likest(
    ours: Sequence[Mention], theirs: Sequence[Mention], rarity: dict[str, float]
) -> Iterator[tuple[Place, Mention]]:
    """Sentences paired by likeness, the likest first, then the nearest in the text; unlike ones never."""
    if len(ours) * len(theirs) > _MOST_PAIRS:
        yield from ((place(m), n) for m, n in zip(ours, theirs, strict=False))
        return
    ranked = sorted(
        (-like, abs(a - b), a, b)
        for a, m in enumerate(ours)
        for b, n in enumerate(theirs)
        if (like := likeness(m.quote, n.quote, rarity)) >= ENOUGH
    )
    yield from ((place(ours[a]), theirs[b]) for a, b in _one_to_one((a, b) for *_, a, b in ranked).items())


def match_events(written: Sequence[Written], told: Sequence[Event], same: dict[Place, Mention]) -> dict[int, int]:
    """For each written event, by number, the event now told that shares most passages with it; one to one."""
    homes: dict[Place, list[int]] = defaultdict(list)
    for number, event in enumerate(told):
        for mention in event.mentions:
            homes[place(mention)].append(number)
    shared: dict[tuple[int, int], int] = defaultdict(int)
    for number, w in enumerate(written):
        for mention in w.event.mentions:
            if (now := same.get(place(mention))) is not None:
                for other in homes[place(now)]:
                    shared[number, other] += 1
    firsts = [same.get(place(w.event.mentions[0])) if w.event.mentions else None for w in written]

    def rank(pair: tuple[int, int]) -> tuple[int, bool, bool, tuple[int, int]]:
        # A live event goes before one that an editor deleted: their passages joined, the live one carries on. And it
        # goes on with its first passage, where it comes apart.
        written_is, told_is = pair
        return -shared[pair], written[written_is].gone, firsts[written_is] not in told[told_is].mentions, pair

    ranked = sorted(shared, key=rank)
    return _one_to_one(ranked)


def _one_to_one(pairs: Iterable[tuple[int, int]]) -> dict[int, int]:
    left: dict[int, int] = {}
    taken: set[int] = set()
    for a, b in pairs:
        if a not in left and b not in taken:
            left[a] = b
            taken.add(b)
    return left


def match_standing(
    written: Sequence[Written], standing: Sequence[Standing], strange: Collection[Ident] = ()
) -> dict[int, list[Standing]]:
    """For each written event the events in the files that come from it: none, one, or several after a split.

    A mention counts by article, expression and quote; where an editor changed these, by article and the likest quote;
    an event without any is known by its id. An event that an editor put together from several of ours belongs to that
    with its id, else to the one it shares most with. *strange* passages are known to be of none of ours: they resemble
    nobody's.
    """
    exact: dict[Ident, list[int]] = defaultdict(list)
    by_article: dict[str, list[int]] = defaultdict(list)
    by_id: dict[str, list[int]] = defaultdict(list)
    for number, w in enumerate(written):
        by_id[w.event.id].append(number)
        for mention in w.event.mentions:
            exact[ident(mention)].append(number)
            by_article[mention.article].append(number)

    @cache
    def rarity() -> dict[str, float]:
        return _rarity(*(m for w in written for m in w.event.mentions))

    found: dict[int, list[Standing]] = defaultdict(list)
    for event in standing:
        score: dict[int, tuple[float, ...]] = {}
        for number in {n for m in event.mentions for n in exact[m.ident]}:
            score[number] = (2, sum(number in exact[m.ident] for m in event.mentions))
        if not score and event.mentions and not any(m.ident in strange for m in event.mentions):
            for number in {n for m in event.mentions for n in by_article[m.ident[0]]}:
                like = _likeness_of(event, written[number].event, rarity())
                if like >= ENOUGH:
                    score[number] = (1, like)
        for number in by_id[event.id] if event.id else ():
            if number in score or not event.mentions or not written[number].event.mentions:
                score[number] = (3, *score.get(number, (0, 0)))
            elif score:
                # An editor who joined events and rewrote a passage of the one that stays leaves the other's as it was.
                like = _likeness_of(event, written[number].event, rarity(), strange)
                if like >= ENOUGH:
                    score[number] = (3, 1, like)
        if score:
            best = max(score.values())
            ties = [n for n, s in score.items() if s == best]
            # One that was joined into another by hand counts as deleted: the living one goes before it.
            best_of = min(ties, key=lambda n: (written[n].gone, written[n].event.title != event.title, n in found, n))
            found[best_of].append(event)
    return found


def _likeness_of(standing: Standing, event: Event, rarity: dict[str, float], strange: Collection[Ident] = ()) -> float:
    """How like the likest passage in a file is to one of ours; without a quote the expression decides."""
    return max(
        (
            likeness(there.ident[2], ours.quote, rarity) if there.ident[2] else float(there.ident[1] == ours.expression)
            for there in standing.mentions
            for ours in event.mentions
            if there.ident[0] == ours.article and there.ident not in strange
        ),
        default=0.0,
    )
