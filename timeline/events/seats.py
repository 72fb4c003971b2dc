"""Bodies that every town has: «la giunta» is that of Pordenone, «la procura» that of Forlì, if the article says so."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from timeline.events.passage import Passage, dateline
from timeline.events.places import DESKS, is_seat, is_town
from timeline.italian.speech import Word

_OF_TOWN = frozenset("giunta comune sindaco sindaca vicesindaco vicesindaca municipio".split())
_OF_COURT = frozenset("procura tribunale questura questore prefettura prefetto".split())
_NAME = r"(?:\w+ ){0,2}di ((?:[A-ZÀ-Ý][\w’'-]+)(?:(?: [a-z]{1,5})? [A-ZÀ-Ý][\w’'-]+){0,2})"
_TOWN_NAMED = re.compile(r"\b(?:[Gg]iunta|[Cc]onsiglio comunale|[Cc]omune|[Ss]indac[oa]|[Mm]unicipio) " + _NAME)
_COURT_NAMED = re.compile(r"\b(?:[Pp]rocura|[Tt]ribunale|[Qq]uestura|[Pp]refettura) " + _NAME)


def of_its_town(passage: Passage, phrase: Sequence[Word]) -> list[Word]:
    """«di Pordenone» for «la giunta» or «il consiglio comunale»; [] for what has no town, or where none is told."""
    lows = [w.low for w in phrase[1:]]
    text = passage.reading.text
    if lows in (["consiglio", "comunale"], ["giunta", "comunale"]) or (len(lows) == 1 and lows[0] in _OF_TOWN):
        town = _only(_TOWN_NAMED, text) or _written_at(text, court=False)
    elif len(lows) == 1 and lows[0] in _OF_COURT:
        town = _only(_COURT_NAMED, text) or _written_at(text, court=True)
    else:
        return []
    if not town:
        return []
    return [Word(-9, -7, "di", "di", "preposition"), Word(-6, -5, town, town.lower(), "name")]


@lru_cache(maxsize=64)
def _only(pattern: re.Pattern[str], text: str) -> str:
    """The only town that the article names with such a body; "" where it names none, or two."""
    towns = {found[1] for found in pattern.finditer(text) if is_town(found[1])}
    return towns.pop() if len(towns) == 1 else ""


@lru_cache(maxsize=64)
def _written_at(text: str, *, court: bool) -> str:
    """The town in front of an article that names no other with such a body."""
    pattern, known = (_COURT_NAMED, is_seat) if court else (_TOWN_NAMED, is_town)
    town = dateline(text)
    return town if town and known(town) and not pattern.search(text) and town not in DESKS else ""
