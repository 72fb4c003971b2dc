"""Titles whose nouns the article names elsewhere, or never: the whole of a part, a first mention, a full name."""

from __future__ import annotations

from datetime import date

import pytest

from timeline.events.extract import extract
from timeline.events.model import Article


def titles(text: str) -> list[str]:
    return [event.title for event in extract(Article(id="prova", text=text, published=date(2025, 4, 28)))]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "Riapre il teatro Masini di Faenza. Ieri il cartellone è stato presentato in municipio.",
            "Presentato il cartellone del teatro Masini di Faenza in municipio",
        ),
        (
            "Chiude l’ospedale di Lugo. I sindacati protesteranno venerdì davanti all’ingresso.",
            "I sindacati protesteranno davanti all’ingresso dell’ospedale di Lugo",
        ),
        (
            "La Meccanica Bottini ha perso dieci milioni. La cassa integrazione scadrà il 31 dicembre.",
            "Scadrà la cassa integrazione alla Meccanica Bottini",
        ),
        (
            "Il consiglio comunale di Fidenza ha detto sì. Domenica il comitato manifesterà davanti al municipio.",
            "Il comitato manifesterà davanti al municipio di Fidenza",
        ),
        # two theatres: nobody knows which
        (
            "Riaprono il teatro Masini di Faenza e il teatro Goldoni di Bagnacavallo. Ieri il cartellone è stato "
            "presentato da Ada Ferri.",
            "Ada Ferri ha presentato il cartellone",
        ),
    ],
)
def test_a_part_is_told_with_its_whole(text: str, title: str):
    assert title in titles(text)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Dodici persone sono in salvo. Il gommone era partito giovedì da Sfax.", "Un gommone è partito da Sfax"),
        (
            "Un ragazzo di sedici anni è stato sospeso. Il padre del ragazzo ha presentato ricorso al Tar ieri.",
            "Il padre di un ragazzo di sedici anni ha presentato ricorso al Tar",
        ),
        (
            "Ieri la polizia ha arrestato otto dipendenti della compagnia mineraria.",
            "La polizia ha arrestato otto dipendenti di una compagnia mineraria",
        ),
        ("Ieri è stato restaurato il muro del liceo di Bra.", "Restaurato il muro del liceo di Bra"),
    ],
)
def test_what_the_article_never_names_is_one_of_many(text: str, title: str):
    """A headline says «un gommone»; not of what has its «of»."""
    assert title in titles(text)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "Marcello Garuti non c’è più. I funerali per dare l’ultimo saluto a Marcello si terranno domani a Lugo.",
            "Funerali per dare l'ultimo saluto a Marcello Garuti a Lugo",
        ),
        (
            "Ugo Neri e Ada Neri hanno vinto. Un premio andrà a Neri domani a Lugo.",
            "Un premio andrà a Neri a Lugo",
        ),
    ],
)
def test_a_person_is_named_in_full(text: str, title: str):
    assert title in [t.replace("’", "'") for t in titles(text)]


def test_an_inquiry_is_told_with_what_it_is_into():
    text = "Il crollo della pensilina di Zemun ha ucciso undici persone. Ieri la procura ha aperto un’inchiesta."
    assert "La procura ha aperto un’inchiesta sul crollo della pensilina di Zemun" in titles(text)


def test_a_perhaps_stays():
    text = "Ugo Neri, condannato ed espulso, partirà forse oggi stesso per la Moldavia."
    assert titles(text) == ["Ugo Neri partirà forse per la Moldavia"]
