"""Where in Italy a place lies: its province and its region, so that «nel Maceratese» and Porto Recanati go together."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache

from timeline.events.vocabulary import data_file, fold

# What belongs to a region, by the beginning of the word.
_OF_REGION = {
    "abruzzes": "Abruzzo", "lucan": "Basilicata", "calabres": "Calabria", "campan": "Campania",
    "emilian": "Emilia-Romagna", "romagnol": "Emilia-Romagna", "friulan": "Friuli-Venezia Giulia", "lazial": "Lazio",
    "ligur": "Liguria", "lombard": "Lombardia", "marchigian": "Marche", "molisan": "Molise",
    "piemontes": "Piemonte", "puglies": "Puglia", "sard": "Sardegna", "sicilian": "Sicilia", "toscan": "Toscana",
    "altoatesin": "Trentino-Alto Adige", "umbr": "Umbria", "valdostan": "Valle d'Aosta", "venet": "Veneto",
}  # fmt: skip
_REGIONS = {word: region for region in _OF_REGION.values() for word in region.lower().split("-") if " " not in word}


@lru_cache(maxsize=50_000)
def region_of_word(low: str) -> str:
    """The region that a word in small letters names or is of, "" where it is of none.

    >>> region_of_word("marchigiano"), region_of_word("basilicata"), region_of_word("sardine")
    ('Marche', 'Basilicata', '')
    """
    return _REGIONS.get(low) or (_OF_REGION.get(low[:-1], "") if low[-1:] in "aeio" else "")


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
