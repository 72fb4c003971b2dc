"""Participles with the words that make one verb of them: «rinviato a giudizio», «portata a termine»."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.italian.speech import Word


def idiom_in(rear: Sequence[Word]) -> int:
    """How many words after the participle are one with it: «rinviato a giudizio», «rimesso in libertà»."""
    if [w.low for w in rear[:2]] == ["più", "volte"]:
        return 2
    lead = 1 + (len(rear) > 1 and rear[1].part == "article")
    noun = rear[lead].low if len(rear) > lead and rear[0].part == "preposition" else ""
    return lead + 1 if (rear[0].low if rear else "", noun) in _IDIOMS else 0


def short_lead(rear: Sequence[Word], subject: Sequence[Word]) -> int:
    """How many words behind the participle a long subject leaves before it: «atteso a Milano l'amministratore delegato
    Andreas Matthä», but «rubato un trattore a Lugo»."""
    if len(rear) != _TWO or len(subject) < _LONG or rear[0].low not in ("a", "in"):
        return 0
    return _TWO if rear[1].part in ("noun", "name") else 0


_TWO, _LONG = 2, 4

_IDIOMS = frozenset(
    {
        ("a", "giudizio"), ("a", "processo"), ("in", "libertà"), ("in", "vendita"), ("in", "manette"),
        ("in", "sicurezza"), ("in", "carcere"), ("in", "servizio"), ("in", "funzione"), ("alla", "luce"),
        ("a", "termine"), ("in", "scena"), ("in", "atto"), ("a", "segno"), ("a", "punto"), ("in", "campo"),
        ("in", "caserma"), ("di", "mira"), ("a", "valle"), ("a", "riva"), ("a", "terra"), ("in", "salvo"),
        ("per", "direttissima"), ("dal", "servizio"), ("dal", "lavoro"),
        ("sotto", "sequestro"), ("agli", "arresti"), ("ai", "domiciliari"), ("alle", "fiamme"), ("in", "quarantena"),
    }
)  # fmt: skip
