"""Who holds an office, where the article names one holder: «il sindaco» is «il sindaco Davide Ranieri»."""

from __future__ import annotations

import re
from functools import lru_cache

from timeline.events.passage import Passage
from timeline.events.vocabulary import given_names
from timeline.italian.speech import Word

_OFFICES = frozenset(
    """
    sindaco sindaca vicesindaco vicesindaca prefetto prefetta questore preside assessore assessora parroco vescovo
    rettore rettrice comandante direttore direttrice allenatore allenatrice tecnico presidente segretario segretaria
    governatore governatrice commissario commissaria curatore curatrice dirigente primario
    """.split()
)
_NAME = r"([A-ZÀ-Ý][a-zà-ÿ]+ (?:D[aei] |De |Lo |La )?[A-ZÀ-Ý][\w’'-]+)(?! [A-ZÀ-Ý])"


def holder_of(passage: Passage, office: str) -> list[Word]:
    """The name of the only one whom the article gives that office; [] for none, or two."""
    name = _holder(passage.reading.text, office) if office in _OFFICES else ""
    return [Word(-9, -8, name, name.lower(), "name")] if name else []


@lru_cache(maxsize=128)
def _holder(text: str, office: str) -> str:
    before = rf"(?<!ex )(?<!vice )\b{office},? {_NAME}"
    after = rf"{_NAME},? (?:è (?:stat[oa] elett[oa] |di nuovo )?)?(?:(?:il|lo|la|l['’]|nuov[oa]) ?)+{office}\b"
    found = {m[1] for pattern in (before, after) for m in re.finditer(pattern, text)}
    found = {name for name in found if name.split(" ")[0] in given_names()}
    towns = set(re.findall(rf"\b{office} (?:di|del|della|dell['’]|d['’]) ?([A-ZÀ-Ý]\w+)", text))
    return found.pop() if len(found) == 1 and len(towns) < 2 else ""
