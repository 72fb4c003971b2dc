"""Which passage of yesterday's reading is which of today's, and which event in the files is which of ours."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from timeline.events.model import Event, Mention
from timeline.store.record import Written
from timeline.store.standing import Standing, ident

# A mention within all articles: two facts may share an expression, so where it stands and what it dates both count.
Place = tuple[str, int, str, str, str]
T = TypeVar("T")


def place(mention: Mention) -> Place:
    """One mention of one extraction, told from all others."""
    return mention.article, mention.start, mention.expression, mention.trigger, mention.quote


# From sure to likely: each step pairs what is still unpaired, in the order of the text.
_STEPS: tuple[Callable[[Mention], tuple[str, ...]], ...] = (
    lambda m: (m.article, m.expression, m.trigger, m.quote),
    lambda m: (m.article, m.expression, m.quote),
    lambda m: (m.article, m.expression, m.trigger),
    lambda m: (m.article, m.trigger, m.quote),
)


def match_mentions(old: Iterable[Mention], new: Iterable[Mention]) -> dict[Place, Mention]:
    """For each old mention, by its place, the new one that is the same passage."""
    left = sorted({place(m): m for m in old}.values(), key=place)
    right = sorted({place(m): m for m in new}.values(), key=place)
    found: dict[Place, Mention] = {}
    for key in _STEPS:
        waiting: dict[tuple[str, ...], list[Mention]] = defaultdict(list)
        for mention in right:
            waiting[key(mention)].append(mention)
        unpaired = []
        for mention in left:
            same = waiting[key(mention)]
            if same:
                found[place(mention)] = same.pop(0)
            else:
                unpaired.append(mention)
        left = unpaired
        right = [m for rest in waiting.values() for m in rest]
        if not left or not right:
            break
    return found


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
    # A live event goes before one that an editor deleted: their passages joined, the live one carries on.
    ranked = sorted(shared, key=lambda pair: (-shared[pair], written[pair[0]].gone, pair))
    return _one_to_one(ranked)


def _one_to_one(pairs: Iterable[tuple[int, int]]) -> dict[int, int]:
    left: dict[int, int] = {}
    taken: set[int] = set()
    for a, b in pairs:
        if a not in left and b not in taken:
            left[a] = b
            taken.add(b)
    return left


def match_standing(written: Sequence[Written], standing: Sequence[Standing]) -> dict[int, list[Standing]]:
    """For each written event the events in the files that come from it: none, one, or several after a split.

    A mention counts by article, expression and quote; where an editor shortened the quote, by article and expression;
    an event without any is known by its id. An event that an editor put together from several of ours belongs to that
    with its id, else to the one it shares most with.
    """
    exact: dict[tuple[str, str, str], list[int]] = defaultdict(list)
    loose: dict[tuple[str, str], list[int]] = defaultdict(list)
    by_id: dict[str, list[int]] = defaultdict(list)
    for number, w in enumerate(written):
        by_id[w.event.id].append(number)
        for mention in w.event.mentions:
            exact[ident(mention)].append(number)
            loose[mention.article, mention.expression].append(number)
    found: dict[int, list[Standing]] = defaultdict(list)
    for event in standing:
        score: dict[int, tuple[int, ...]] = {}
        for number in {n for m in event.mentions for n in exact[m.ident]}:
            score[number] = (2, sum(number in exact[m.ident] for m in event.mentions))
        if not score:
            for number in {n for m in event.mentions for n in loose[m.ident[:2]]}:
                if _shares_words(event, written[number].event):
                    score[number] = (1, 1)
        for number in by_id[event.id] if event.id else ():
            if number in score or not event.mentions or not written[number].event.mentions:
                score[number] = (3, *score.get(number, (0, 0)))
        if score:
            best = max(score.values())
            ties = [n for n, s in score.items() if s == best]
            found[min(ties, key=lambda n: (written[n].event.title != event.title, bool(found.get(n)), n))].append(event)
    return found


def _shares_words(standing: Standing, event: Event) -> bool:
    """Whether a quote in a file is a piece of ours, or ours of it, or most of its words are ours."""
    for there in standing.mentions:
        words = set(there.ident[2].casefold().split())
        for ours in event.mentions:
            if there.ident[:2] != (ours.article, ours.expression):
                continue
            common = words & set(ours.quote.casefold().split())
            if not words or 2 * len(common) > len(words):
                return True
    return False
