"""The town in front of a title that names nobody and no place: «Forlì, respinta la mozione della minoranza»."""

from __future__ import annotations

import re

from timeline.events.agreement import article_of
from timeline.events.names import Names
from timeline.events.passage import dateline
from timeline.events.places import gazetteer, is_comune, is_desk, is_short_for_a_town, is_town
from timeline.events.printing import LIMIT
from timeline.events.quality import read_title
from timeline.events.topics import names_of
from timeline.italian.speech import Word

_DEFINITE = frozenset("il lo la l' i gli le".split())
_CROWDS = frozenset("centinaia decine migliaia parte".split())
# Of the whole country, of which there is one.
_NATIONAL = frozenset(
    "governo parlamento senato camera ministro ministra ministero premier papa stato repubblica nazionale".split()
)
_LEAD = 300
# «residente a Lugo», «un 40enne di Lugo»: where somebody is from; «il bus tra Lugo, Russi e Godo»: one of several.
_FROM = re.compile(
    r"(?:dirett[oaie] |resident|domiciliat|nat[oa] |originari|provenient|cittadin|enn[ei] )\w*(?: [\w’']+)?"
    r" ?(?:a|ad|di|d['’]) ?\Z"
    # «in gita a Trieste»: where they went
    r"|\b(?:git[ae]|viaggi\w*|trasferta|ritiro|vacanza|pellegrinaggio|tournée)(?: [\w’']+){0,3} (?:a|ad|per) ?\Z"
    r"|\b[tf]ra (?:[A-ZÀ-Ý][\w’' ]+(?:,| e) )*\Z"
)


def town_of(names: Names, text: str) -> str:
    """The town an article is about: the one its first line begins with, else the only one its first sentence names;
    else the only country abroad."""
    written_at = names.written_at or dateline(text)
    if written_at:
        known = is_town(written_at) or is_short_for_a_town(written_at)
        return written_at if known and not is_desk(written_at) else ""
    stop = min(text.find(". ") % (len(text) + 1), _LEAD)
    towns = (n for n in names.all if n.kind == "place" and n.end <= stop and is_comune(n.name))
    named = {n.name for n in towns if not _FROM.search(text, max(0, n.start - 60), n.start)}
    town = named.pop() if len(named) == 1 else ""
    if not town:
        return _country_of(names, text, stop)
    return "" if is_desk(town) else town


def _country_of(names: Names, text: str, stop: int) -> str:
    """«Brasile», where the first sentence speaks of «il Senato del Brasile» and of no other land."""
    lands = (n for n in names.all if n.kind == "place" and n.end <= stop)
    told = {n.name for n in lands if _IN_OR_OF.search(text, max(0, n.start - 6), n.start)}
    land = told.pop() if len(told) == 1 else ""
    return land if any(p.kind == "country" for p in gazetteer().get(land, ())) and land != "Italia" else ""


_IN_OR_OF = re.compile(r"\b(?:in|del|della|dell['’]|dello) ?\Z")


def with_town(title: str, town: str, *, surely: bool = True) -> str:
    """The title with the town in front, where it names nothing by which to know what it is about.

    *surely*: the article is written from there; else only a title that points at things of the story has it.

    >>> with_town("Respinta la mozione della minoranza", "Forlì")
    'Forlì, respinta la mozione della minoranza'
    >>> with_town("Multati quattordici ragazzi", "Forlì"), with_town("Ada Ferri ha ceduto la bottega", "Forlì")
    ('Forlì, multati quattordici ragazzi', 'Ada Ferri ha ceduto la bottega')
    """
    words = read_title(title)
    if not town or ": «" in title or title.startswith(("Secondo ", "Stando ")) or _is_known(words):
        return title
    if not surely and not any((w.low if w.part == "article" else article_of(w.low)) in _DEFINITE for w in words):
        return title
    return town_first(title, town)


def town_first(title: str, town: str) -> str:
    """The title with the town in front, if there is room.

    >>> town_first("Aperto il cantiere", "Forlì")
    'Forlì, aperto il cantiere'
    """
    first, _, rest = title.partition(" ")
    named = first[1:2].isupper() or (read_title(title)[0].part == "name" and first.lower() not in _CROWDS)
    small = first if named else first[:1].lower() + first[1:]
    told = f"{town}, {small} {rest}"
    return told if len(told) <= LIMIT else title


def _is_known(words: list[Word]) -> bool:
    """Whether a title has a name, a street, or a body of the whole country by which to know what it is about."""
    if words[:1] and words[0].low in _CROWDS:
        words = words[1:]  # a capital that names nobody
    return bool(names_of(words)) or any(w.part == "open" or w.low in _NATIONAL for w in words)
