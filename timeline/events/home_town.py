"""What every town has one of: «il municipio» is that of Fidenza, where the article is about Fidenza."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from timeline.events.passage import Passage, dateline
from timeline.events.places import DESKS, is_comune, is_town
from timeline.italian.speech import Word

_ONE_OF = frozenset(
    """
    municipio centro stadio cimitero palazzetto palasport lungomare comune sindaco sindaca giunta
    """.split()
)
_ONE_OF_TWO_WORDS = frozenset(
    {
        "centro storico", "centro cittadino", "piano regolatore", "consiglio comunale", "polizia locale",
        "polizia municipale", "teatro comunale", "biblioteca comunale", "piscina comunale", "giunta comunale",
    }
)  # fmt: skip
_NAMED = re.compile(
    r"(?<!residente )(?<!originario )(?<!originaria )(?<!nato )(?<!nata )(?<!largo )"
    r"\b(?:a|ad|di|d['’]|da|tra|fra|e|Comune di|città di) "
    r"((?:San |Santa |Castel )?[A-ZÀ-Ý][\w’'-]+"
    r"(?: [A-ZÀ-Ý][\w’'-]+| (?:di|del|della|sul|in|a|nell['’]) ?[A-ZÀ-Ý][\w’'-]+)?)"
)
_LEAD = 300


def of_home_town(passage: Passage, words: Sequence[Word], noun: str) -> list[Word]:
    """«di Fidenza» for "municipio", in a title that names no town; [] where the article is not about one town."""
    if noun not in _ONE_OF and noun not in _ONE_OF_TWO_WORDS:
        return []
    if any(w.part == "name" and is_town(w.text) for w in words):
        return []
    town = home_town(passage.reading.text)
    return [Word(-9, -7, "di", "di", "preposition"), Word(-6, -5, town, town.lower(), "name")] if town else []


@lru_cache(maxsize=64)
def home_town(text: str) -> str:
    """The town in front of the article, else the only one its first sentence names; never one where the desks are.

    >>> home_town("Il consiglio comunale di Fidenza ha votato. A Parma niente.")
    'Fidenza'
    """
    first = dateline(text)
    begin = text.find(".") + 1 if first and text[: len(first) + 1].endswith(".") else 0
    stop = min(text.find(". ", begin) % (len(text) + 1), begin + _LEAD)
    named = {name for m in _NAMED.finditer(text, begin, stop) if (name := _known(m[1]))}
    named |= {first} if first else set()
    town = named.pop() if len(named) == 1 else ""
    return town if town and town not in DESKS and is_town(town) else ""


def _known(name: str) -> str:
    """The longest beginning of the name that is an Italian town: «Fidenza» of «Fidenza Rossi»; "" for none."""
    parts = name.split(" ")
    return next((told for k in range(len(parts), 0, -1) if is_comune(told := " ".join(parts[:k]))), "")
