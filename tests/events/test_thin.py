"""Titles that name nobody, or one thing and not whose: completed with the place, else left out."""

from __future__ import annotations

from datetime import date

import pytest

from timeline.events.extract import extract
from timeline.events.model import Article


def titles(text: str) -> list[str]:
    return [e.title for e in extract(Article("a", text, date(2021, 4, 14)))]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Chi abita in via Barozzi non dorme dopo la rissa di venerdì sera.", "Rissa in via Barozzi"),
        ("CESENA. Domani i lavori partiranno.", "I lavori partiranno a Cesena"),
        ("ADRIA. L’allarme era arrivato ieri.", "L’allarme è arrivato ad Adria"),
        (
            "Ieri il corteo ha attraversato via Roma e piazza Saffi.",
            "Il corteo ha attraversato via Roma e piazza Saffi",
        ),
    ],
)
def test_the_place_completes_a_thin_title(text: str, title: str) -> None:
    assert titles(text) == [title]


@pytest.mark.parametrize(
    "thin",
    [
        "Domani i lavori partiranno.",
        "A giugno era ripartita alla volta della Puglia.",
        "Nella notte di sabato un ladro ha commesso un passo falso.",
        "Lunedì il suo respiro si è fermato.",
    ],
)
def test_beside_others_a_thin_title_has_no_line(thin: str) -> None:
    """Where it is all that an article tells, it stays, for an editor to complete."""
    other = "Ieri i carabinieri di Lugo hanno arrestato due ragazzi per furto."
    assert len(titles(thin)) <= 1
    assert titles(f"{thin} {other}") == ["I carabinieri di Lugo hanno arrestato due ragazzi per furto"]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Il sindaco di Lugo Ugo Bassi si era dimesso a marzo.", "Il sindaco di Lugo Ugo Bassi si è dimesso"),
        ("Nel 2007 un’altra frana aveva chiuso la strada di Tolè.", "Una frana ha chiuso la strada di Tolè"),
        ("A maggio Ugo Bassi era stato arrestato a Lugo per lo stesso reato.", "Arrestato Ugo Bassi a Lugo"),
        ("Nel 2019 la Regione aveva già stanziato due milioni.", "La Regione ha stanziato due milioni"),
        ("Ad aprile un treno era deragliato nei pressi di Tarvisio.", "Un treno è deragliato nei pressi di Tarvisio"),
    ],
)
def test_a_pluperfect_is_told_as_done(text: str, title: str) -> None:
    """The date stands beside the title: nothing else is left to be before."""
    assert titles(text) == [title]
