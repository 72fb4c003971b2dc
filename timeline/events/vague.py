"""Which fact of that time a vaguely dated passage tells: the one it resembles most, where no other comes near.

«Il rogo che nel 2021 distrusse il colorificio» shares its year with all that the dossier tells of 2021; that a word is
in common proves little there. But a reader who knows the dossier takes it for the one fire in a factory of that year:
what counts is how much better than any other the likeliest fact fits.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from timeline.dates.period import Period
from timeline.events.likeness import LEAST_CHANCE
from timeline.events.pairs import Compared, are_compatible

# The odds, as logarithms, that the likeliest fact must have, and by how much they must exceed those of the next.
_ENOUGH, _AHEAD = -1.0, 1.2
_NEVER = 1_000_000


class _Pair(NamedTuple):
    """Two events by their places, the odds that they are one, and whether what they share is enough to say so."""

    odds: float
    is_enough: bool
    one: int
    two: int


def sharpness(date: Period | None) -> int:
    """How many days a date may be; 0 where that is not said: «intorno al 3 marzo», «fino a maggio»."""
    if date is None or any(point is None or point.approximate for point in date.points):
        return 0
    return date.length() or 0


def choices(
    dates: Sequence[Period | None],
    near: Iterable[tuple[int, int]],
    compared: Compared,
    group_of: Sequence[int],
) -> list[tuple[int, int]]:
    """The events by their places, two and two, that tell one fact by this rule, the likeliest first.

    *near* are pairs of events that may be compared; *group_of* says with which others an event is one already.
    """
    lengths = list(map(sharpness, dates))
    sharpest: dict[int, int] = {}
    for group, length in zip(group_of, lengths, strict=True):
        sharpest[group] = min(length or _NEVER, sharpest.get(group, _NEVER))
    best: dict[int, dict[int, _Pair]] = defaultdict(dict)
    for one, two in near:
        mine, other = group_of[one], group_of[two]
        if mine == other or not lengths[one] or not lengths[two] or lengths[one] == lengths[two] == 1:
            continue
        found = compared.likeness(one, two)
        if found.odds <= LEAST_CHANCE or not are_compatible(dates[one], dates[two]):
            continue
        pair = _Pair(found.odds, found.is_choice, min(one, two), max(one, two))
        for vague, sharp in ((mine, other), (other, mine)):
            if 1 < sharpest[vague] >= sharpest[sharp]:
                best[vague][sharp] = max(pair, best[vague].get(sharp, pair))
    chosen = {pair for mine in best for pair in _chosen(list(best[mine].values()))}
    return [(pair.one, pair.two) for pair in sorted(chosen, key=_likeliest_first)]


def _chosen(found: list[_Pair]) -> list[_Pair]:
    """The likeliest of the pairs, one for each fact that a passage may tell, if it is likely and well ahead."""
    first, *others = sorted(found, key=_likeliest_first)
    ahead = first.odds - (others[0].odds if others else LEAST_CHANCE)
    return [first] if first.odds >= _ENOUGH and ahead >= _AHEAD and first.is_enough else []


def _likeliest_first(pair: _Pair) -> tuple[float, int, int]:
    return -pair.odds, pair.one, pair.two
