"""Whom a title must not name: nobody for an impersonal «si», no court for «lo», no ward that is yet to open."""

from __future__ import annotations

from datetime import date

import pytest

from timeline.events.extract import extract
from timeline.events.model import Article
from timeline.events.unprintable import is_unprintable


def titles(text: str) -> list[str]:
    return [event.title for event in extract(Article(id="prova", text=text, published=date(2025, 4, 28)))]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        # what people do
        (
            "Per Ugo Neri è il primo successo. Si torna a correre sabato 10 maggio a Imola.",
            "Si torna a correre a Imola",
        ),
        # its subject stands behind an aside
        (
            "Una donna è stata soccorsa ieri a Lugo. Riapre lunedì, con un mese di ritardo, il ponte di via Po.",
            "Lugo, riapre il ponte di via Po con un mese di ritardo",
        ),
        # who gives evidence needs no object
        ("Il perito Ugo Neri ha deposto ieri in tribunale.", "Il perito Ugo Neri ha deposto in tribunale"),
        # a ward that is yet to open has no patients
        (
            "Il nuovo pronto soccorso dell’ospedale di Lugo aprirà a giugno. All’ospedale di Lugo mancano medici. "
            "Una donna di 81 anni è stata dimessa ieri. Il pronto soccorso aspetta.",
            "Ospedale di Lugo, dimessa una donna di 81 anni",
        ),
        # what is written from abroad was not always there
        (
            "OSLO - Il governo rinuncia alla strada. Ieri i contrari hanno sfilato con le fiaccole.",
            "I contrari hanno sfilato con le fiaccole",
        ),
    ],
)
def test_nobody_is_named_who_did_not_do_it(text: str, title: str) -> None:
    assert title in titles(text)


def test_nobody_arrests_a_court() -> None:
    told = titles("Ieri il tribunale di Ferrara ha deciso. I militari lo fermarono il 3 marzo a Cento.")
    assert not any("fermarono il tribunale" in title for title in told)


def test_no_topic_stands_before_what_was_in_another_place() -> None:
    told = titles("L’ospedale di Lugo riapre. In quel tratto ieri un temporale ha spento la centralina.")
    assert not any(title.startswith("Ospedale") for title in told)


@pytest.mark.parametrize(
    "title",
    [
        "Saranno controllati in via Po",
        "Il tribunale ha dato ragione",
        "Si discuterà nella conferenza dei sindaci",
        "Lugo, saprà l'esito degli scrutini",
        "Dirottata una quarta su La Spezia",
        "Lugo, obiettivo dichiarato: riaprire",
        "La proprietà ha comunicato ai sindacati l'intenzione di trasferire",
        "Quindici quaderni",
        "Scritto «»",
        "Allarga le braccia Ugo Neri",
        "Cooperativa San Felice, l'ipotesi più accreditata",
        "Finanziato un piano per rifarne 40 chilometri",
    ],
)
def test_half_a_sentence_is_no_title(title: str) -> None:
    assert is_unprintable(title)


@pytest.mark.parametrize(
    "title",
    [
        "Sarà consegnato a Lugo il cantiere",
        "Il tribunale ha dato ragione a Ugo Neri",
        "Si discuterà del bilancio",
        "Lugo, Ugo Neri saprà l'esito degli scrutini",
        "Dirottata una quarta nave su La Spezia",
        "La proprietà ha comunicato ai sindacati l'intenzione di trasferire il reparto",
        "Finanziato un piano per rifare 40 chilometri",
    ],
)
def test_a_whole_sentence_is_one(title: str) -> None:
    assert not is_unprintable(title)
