"""What has to wait for a file that cannot be read: an event that may stand in it counts as existing, whatever it says.

Its articles are not read until the file is mended, nor is any that tells a fact which may be one with theirs: else the
fact would be added a second time, into another file.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence, Set

from timeline.events.model import Event
from timeline.events.reach import spread
from timeline.store.eventfolder import EventFolder
from timeline.store.matching import Place, match_mentions, match_standing, place
from timeline.store.record import Written
from timeline.store.standing import Standing


def shut_articles(written: Sequence[Written], folder: EventFolder) -> set[str]:
    """The articles of what we wrote that may stand in a file that cannot be read."""
    if not folder.broken:
        return set()
    blind, ids = folder.is_blind, folder.shut_ids
    standing = match_standing(written, folder.standing) if blind else {}
    found: set[str] = set()
    for number, w in enumerate(written):
        if w.event.id in ids or (blind and not w.gone and not standing.get(number)):
            found.update(m.article for m in w.event.mentions)
    return found


def beside_shut(shut: Collection[str], standing: Iterable[Standing], known: Set[str]) -> set[str]:
    """The articles that share an event of the files with one of *shut*, where the record of one of them is gone.

    What was written of it is forgotten: remembered now, it would be without the passages of what waits.
    """
    together = ({m.ident[0] for m in event.mentions} for event in standing)
    return {name for names in together if not names.isdisjoint(shut) and not names <= known for name in names}


def bound_to(
    shut: Collection[str],
    told: Sequence[Event],
    written: Sequence[Written],
    join: Callable[[Sequence[Event]], Iterable[Event]],
) -> tuple[set[int], set[int]]:
    """The events *told* and *written*, by number, that are or would be one with some event of *shut*."""
    same = match_mentions((m for w in written for m in w.event.mentions), (m for e in told for m in e.mentions))
    groups = [event.mentions for event in join(told)]
    groups += [tuple(same.get(place(m), m) for m in w.event.mentions) for w in written]
    groups_of: dict[Place, list[int]] = defaultdict(list)
    tellers: dict[Place, list[int]] = defaultdict(list)
    for number, mentions in enumerate(groups):
        for mention in mentions:
            groups_of[place(mention)].append(number)
    for number, event in enumerate(told):
        for mention in event.mentions:
            tellers[place(mention)].append(number)

    def mates(number: int) -> set[int]:
        mine = {group for m in told[number].mentions for group in groups_of.get(place(m), ())}
        return {n for group in mine for m in groups[group] for n in tellers.get(place(m), ())}

    of_shut = (group for group in groups if any(m.article in shut for m in group))
    waiting = spread({n for group in of_shut for m in group for n in tellers.get(place(m), ())}, mates)
    theirs = {place(m) for n in waiting for m in told[n].mentions}
    late = {
        n
        for n, w in enumerate(written)
        if any(m.article in shut or place(same.get(place(m), m)) in theirs for m in w.event.mentions)
    }
    return waiting, late
