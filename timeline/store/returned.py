"""Events that an editor deleted and put back, perhaps as they were read long ago: each passage is one again.

Of what was deleted every reading is remembered, so that none brings it back. Where it stands again, one is what stands
in the file; the others would make of it a passage that is told no more, or that an editor took out.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from timeline.events.model import Mention
from timeline.store.matching import Place, match_mentions, place
from timeline.store.record import Written
from timeline.store.standing import Standing, ident


def put_back(
    written: Sequence[tuple[str, Written]], files: Mapping[int, Sequence[Standing]], same: dict[Place, Mention]
) -> list[tuple[str, Written]]:
    """What is remembered, of events put back with the readings that stand; these get what is told of the others."""
    out = list(written)
    for number, group in files.items():
        home, was = out[number]
        if was.gone and group:
            mentions = _as_they_stand(was.event.mentions, group, same)
            out[number] = (home, replace(was, event=replace(was.event, mentions=mentions)))
    return out


def _as_they_stand(
    readings: Sequence[Mention], group: Sequence[Standing], same: dict[Place, Mention]
) -> tuple[Mention, ...]:
    """The readings without other ones of what stands, unless both are told now: then they are two passages."""
    idents = {m.ident for s in group for m in s.mentions}
    stand = [m for m in readings if ident(m) in idents]
    left = [m for m in readings if ident(m) not in idents]
    dropped: set[Place] = set()
    while pairs := match_mentions(stand, left):
        for there in (m for m in stand if place(m) in pairs):
            other = place(pairs[place(there)])
            if other not in same or same.setdefault(place(there), same[other]) == same[other]:
                dropped.add(other)
        left = [m for m in left if m not in pairs.values()]
    return tuple(m for m in readings if place(m) not in dropped)
