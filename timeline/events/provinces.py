"""Where in Italy a place lies: its province and its region, so that «nel Maceratese» and Porto Recanati go together."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from timeline.events.vocabulary import data_file, fold


def lies_in(names: Iterable[str]) -> frozenset[str]:
    """The provinces («p:MC») and regions («r:Marche») of places, as far as they are known.

    >>> sorted(lies_in(["Porto Recanati", "Pyongyang"])), sorted(lies_in(["Marche"]))
    (['p:MC', 'r:Marche'], ['r:Marche'])
    """
    return frozenset().union(*(_known().get(fold(name), ()) for name in names))


@cache
def _known() -> dict[str, tuple[str, ...]]:
    """Towns and regions by their names in small letters: «p:» and the letters of the province, «r:» and the region."""
    found: dict[str, tuple[str, ...]] = {}
    for line in data_file("provinces.tsv").splitlines():
        letters, region, towns = line.split("\t")
        where = (f"p:{letters}", f"r:{region}")
        found.update((fold(town), where) for town in towns.split(";"))
        found[fold(region)] = (where[1],)
    return found
