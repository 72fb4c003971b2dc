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
        ("CESENA. Domani i lavori partiranno.", "Partiranno i lavori a Cesena"),
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


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "Paura ieri pomeriggio a Imola, dove un incendio ha distrutto il tetto di una palazzina.",
            "Imola, un incendio ha distrutto il tetto di una palazzina",
        ),
        (
            "La giunta di Lugo ha approvato lunedì, con sei voti a favore e due contrari, la variante al piano.",
            "La giunta di Lugo ha approvato la variante al piano",
        ),
        (
            "A ottobre gli operai trovarono i resti di una fornace, e la Soprintendenza sospese i lavori.",
            "Gli operai trovarono i resti di una fornace",
        ),
        (
            "La colpa è dell’accordo firmato a marzo con la Trasporti Emilia: i posti di lavoro sono trecento.",
            "Firmato l'accordo con la Trasporti Emilia",
        ),
        (
            "L'incendio che nel 2023 ha mandato in cenere la pineta di Bosa fu doloso.",
            "Un incendio ha mandato in cenere la pineta di Bosa",
        ),
        ("Riaprirà lunedì la biblioteca di Ferrara.", "Riaprirà la biblioteca di Ferrara"),
    ],
)
def test_a_title_tells_one_thing_whole(text: str, title: str) -> None:
    """What stands between verb and object goes after; what belongs to the next clause does not come along."""
    assert titles(text) == [title]


def test_a_life_has_one_subject_however_late_it_was_named() -> None:
    text = (
        "È morto sabato nella sua casa di Recanati, a 88 anni, lo scultore Aldo Ferri. Nato a Jesi nel 1934, si era "
        "diplomato a Urbino nel 1956 e due anni dopo aveva esposto alla Biennale di Venezia."
    )
    assert titles(text) == [
        "Lo scultore Aldo Ferri è nato a Jesi",
        "Lo scultore Aldo Ferri si è diplomato a Urbino",
        "Lo scultore Aldo Ferri ha esposto alla Biennale di Venezia",
        "È morto nella sua casa di Recanati, a 88 anni, lo scultore Aldo Ferri",
    ]
