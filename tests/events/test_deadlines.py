"""Limits: what news announces «entro» a date is an event of which the last day is known; a rule is none."""

from __future__ import annotations

from datetime import date

import pytest

from timeline.dates.edtf import format_edtf
from timeline.events.extract import extract
from timeline.events.model import Article


def told(text: str) -> dict[str, str]:
    events = extract(Article(id="prova", text=text, published=date(2025, 4, 28)))
    return {event.title: format_edtf(event.date) for event in events if event.date}


@pytest.mark.parametrize(
    ("text", "title", "day"),
    [
        ("Entro giugno aprirà il nuovo ponte sul Sile.", "Aprirà il nuovo ponte sul Sile", "[..2025-06]"),
        (
            "I lavori al ponte di Ariccia finiranno entro l’anno.",
            "Finiranno i lavori al ponte di Ariccia",
            "[..2025]",
        ),
        (
            "Le domande per il concorso vanno presentate in Comune entro il 30 settembre.",
            "Scade il termine per presentare in Comune le domande per il concorso",
            "[..2025-09-30]",
        ),
        (
            "La segheria Bellinato di Feltre chiuderà il reparto verniciatura entro Natale.",
            "La segheria Bellinato di Feltre chiuderà il reparto verniciatura",
            "[..2025-12-25]",
        ),
        ("Il ponte sul Sile sarà pronto entro la fine di maggio.", "Il ponte sul Sile sarà pronto", "[..2025-05]"),
        (
            "L’apertura della variante di Morano è prevista entro l’estate.",
            "Apertura della variante di Morano",
            "[..2025-22]",
        ),
        (
            "Il governo ha promesso che le tabelle della perizia saranno pubblicate entro il 20 ottobre.",
            "Saranno pubblicate le tabelle della perizia",
            "[..2025-10-20]",
        ),
        ("Il bando per le botteghe scade entro fine anno.", "Scade il bando per le botteghe", "[..2025]"),
    ],
)
def test_an_announced_limit_is_an_event(text: str, title: str, day: str):
    """What will be, or must be, by a day: the last possible day is all that is known."""
    assert told(text) == {title: day}


@pytest.mark.parametrize(
    "text",
    [
        "La domanda di rimborso va inviata entro 30 giorni dalla notifica.",
        "I rifiuti di Mestre vanno esposti entro le 6 del mattino.",
        "Ogni anno i Comuni devono approvare il bilancio entro il 31 dicembre.",
        "La legge prevede che i Comuni approvino il bilancio entro il 31 dicembre.",
        "La Provincia di Lodi aveva promesso i rilievi entro aprile.",
        "Il ponte sul Sile doveva essere pronto entro il 2019.",
        "Il Comune di Lugo non finirà i lavori entro giugno.",
        "Il Comune di Lugo vorrebbe finire i lavori entro giugno.",
    ],
)
def test_a_rule_or_a_hope_is_none(text: str):
    """Neither a habit, nor a rule counted from something, nor what was once promised or is only wished."""
    assert told(text) == {}
