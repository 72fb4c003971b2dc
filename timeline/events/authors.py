"""Whose a proposal or a complaint is: «la proposta, avanzata dal consiglio» → «la proposta del consiglio»."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from timeline.events.noun_ends import noun_ends
from timeline.italian.speech import Word

_MADE = frozenset("avanzare presentare proporre promuovere depositare lanciare formulare firmare inoltrare".split())
_PAPERS = frozenset(
    """
    proposta petizione mozione richiesta istanza denuncia ricorso esposto progetto offerta appello candidatura
    interrogazione emendamento domanda querela variante
    """.split()
)
_FAR = 5


def with_author(words: Sequence[Word], phrase: Sequence[Word]) -> list[Word]:
    """The phrase with whoever made the thing, where it stands bare and a participle right behind it says who."""
    if len(phrase) != 2 or phrase[0].part != "article" or phrase[1].low not in _PAPERS:
        return list(phrase)
    place = next((k for k, w in enumerate(words) if w.start == phrase[1].start), -1)
    behind = words[place + 1 : place + 3] if place >= 0 else []
    if len(behind) < 2 or behind[0].text != "," or behind[1].verb is None or behind[1].verb.lemma not in _MADE:
        return list(phrase)
    for k in range(place + 3, min(place + 3 + _FAR, len(words) - 1)):
        word = words[k]
        if word.part in ("mark", "that", "verb"):
            break
        if word.part == "preposition" and word.low.startswith("da") and words[k + 1].part in ("noun", "name"):
            of = "di" if word.low == "da" else "de" + word.low[2:]
            author = list(words[k + 1 : noun_ends(words, k + 1)])
            shown = of.replace("'", "’") if "’" in word.text else of
            return [*phrase, replace(word, text=shown, low=of), *author] if author else list(phrase)
    return list(phrase)
