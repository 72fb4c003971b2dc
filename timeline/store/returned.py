"""Events that an editor deleted and that stand again, perhaps as they were read long ago: each passage is one again.

Of what was deleted every reading is remembered, so that none brings it back. Where it stands again, put back or below
an event that it was joined with, one is what stands in the file; the others would make of it a passage that is told no
more, or that an editor took out.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from timeline.events.model import Mention
from timeline.store.matching import Place, match_mentions, place
from timeline.store.record import Written
from timeline.store.standing import Ident, Standing, ident


def put_back(
    written: Sequence[tuple[str, Written]], standing: Iterable[Standing], same: dict[Place, Mention]
) -> list[tuple[str, Written]]:
    """What is remembered, of events put back with the readings that stand; these get what is told of the others."""
    there = {m.ident for s in standing for m in s.mentions}
    out = list(written)
    for number, (home, was) in enumerate(out):
        if was.gone:
            mentions = _as_they_stand(was.event.mentions, there, same)
            out[number] = (home, replace(was, event=replace(was.event, mentions=mentions)))
    return out


def _as_they_stand(
    readings: Sequence[Mention], there: Collection[Ident], same: dict[Place, Mention]
) -> tuple[Mention, ...]:
    """The readings without other ones of what stands, unless both are told now: then they are two passages."""
    stand = [m for m in readings if ident(m) in there]
    left = [m for m in readings if ident(m) not in there]
    dropped: set[Place] = set()
    while pairs := match_mentions(stand, left):
        for standing in (m for m in stand if place(m) in pairs):
            other = place(pairs[place(standing)])
            if other not in same or same.setdefault(place(standing), same[other]) == same[other]:
                dropped.add(other)
        left = [m for m in left if m not in pairs.values()]
    return tuple(m for m in readings if place(m) not in dropped)
