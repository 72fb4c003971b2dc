"""Where in Italy a place lies: its province and its region, so that «nel Maceratese» and Porto Recanati go together."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from timeline.events.rarity import thing
from timeline.events.vocabulary import data_file, fold

# A word, or several with capitals side by side: a longer name.
_CHAIN = re.compile(r"[A-ZÀ-Þ][^\W\d_]*(?:[ -][A-ZÀ-Þ][^\W\d_]*)*|[^\W\d_]+")
_OPENING = re.compile(r"^(?:A|Ad|Da|Di|In|Per|Tra|Fra|Dopo|E|Anche) ")
_STREETS = frozenset(
    """
    via viale corso piazza piazzale piazzetta largo vicolo vico strada lungomare borgo contrada rione quartiere stadio
    teatro liceo istituto scuola museo palazzo villa ospedale san santa santo sant monte
    """.split()
)


@lru_cache(maxsize=50_000)
def towns_told(text: str) -> frozenset[str]:
    """The names in a `plain` text that may say where: no part of a longer name, and no name of a street.

    >>> sorted(towns_told("A Chieti il lecchese Ugo Marengo è stato preso in viale Trieste"))
    ['Chieti', 'Lecco']
    """
    found: set[str] = set()
    before = ""
    for match in _CHAIN.finditer(text):
        word = _OPENING.sub("", match.group())
        name = thing(word.lower())
        if not word[0].isupper():
            # «lecchese» is of Lecco.
            found.update([name] if name[0].isupper() else [])
        elif " " not in word and "-" not in word and before not in _STREETS:
            found.add(name if name[0].isupper() else word)
        before = word.lower()
    return frozenset(found)


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
