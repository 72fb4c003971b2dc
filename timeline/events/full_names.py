"""A person is named in full in a title, where the article does so: «Aziz» is Aziz Magoul, «Petris» Sandro Petris."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from timeline.events.passage import Passage
from timeline.events.places import is_town
from timeline.events.printing import LIMIT, join
from timeline.events.subjects import is_person
from timeline.events.vocabulary import given_names
from timeline.italian.speech import Word

_PAIR = r"(?<![\w’'-])({first}) ({last})(?![\w-]| [A-ZÀ-Ý])"
_ANY = r"[A-ZÀ-Ý][a-zà-ÿ]+"
_LED = frozenset("di d' da a ad con per tra fra e ed su contro".split())


def named_in_full(passage: Passage, words: Sequence[Word]) -> list[Word]:
    """The words of a title, whoever has only one name with both, where there is room."""
    out = list(words)
    for place, word in enumerate(out):
        if word.part != "name" or not _stands_for_person(out, place):
            continue
        name = full_name(passage.reading.text, word.text)
        told = [*out[:place], replace(word, text=name, low=name.lower()), *out[place + 1 :]]
        if name != word.text and len(join(told)) <= LIMIT:
            out = told
    return out


# «il gruppo Neri», «la giunta Neri»: what is called after somebody.
_BODIES = frozenset(
    """
    gruppo ditta azienda impresa società famiglia famiglie clan studio squadra giunta governo amministrazione lista
    banda coppia cooperativa associazione fondazione comitato partito corrente team compagnia casa scuderia cantina
    fratelli sorelle coniugi gemelli cugini eredi
    """.split()
)


def _stands_for_person(words: Sequence[Word], place: int) -> bool:
    """Whether nothing says that the name is a firm's, a street's or a team's: «la Bodini», «il caso Neri»."""
    before = words[place - 1] if place else None
    after = words[place + 1] if place + 1 < len(words) else None
    if not words[place].text.isalpha() or (after and after.part in ("name", "number", "open")):
        return False
    if before is None or before.low in _LED or before.part in ("verb", "mark"):
        return True
    role = before.part == "noun" and before.text.islower() and is_person([before]) and before.low not in _BODIES
    return role or (before.part == "adverb")


@lru_cache(maxsize=512)
def full_name(text: str, name: str) -> str:
    """The name with the other one that the article tells beside it: "" never; the name itself where it tells none, or
    two.

    >>> full_name("Ieri Ada Ferri ha parlato. Ferri è sindaca.", "Ferri")
    'Ada Ferri'
    """
    if is_town(name):
        return name
    if name in given_names():
        pattern = _PAIR.format(first=re.escape(name), last=_ANY)
        found = {m[0] for m in re.finditer(pattern, text) if m[2] not in given_names()}
    else:
        pattern = _PAIR.format(first=_ANY, last=re.escape(name))
        found = {m[0] for m in re.finditer(pattern, text) if m[1] in given_names()}
    return found.pop() if len(found) == 1 else name
