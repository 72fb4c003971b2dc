"""A date that says for when something is set dates the thing, not the setting; clefts date what was done then."""

from __future__ import annotations

from datetime import date

import pytest

from timeline.dates.edtf import format_edtf
from timeline.events.extract import extract
from timeline.events.model import Article


def told(text: str) -> list[tuple[str, str]]:
    events = extract(Article("a", text, date(2021, 4, 14)))
    return [(format_edtf(e.date) if e.date else "", e.title) for e in events]


@pytest.mark.parametrize(
    ("text", "day", "title"),
    [
        (
            "L'udienza preliminare per il crollo del ponte di Vergato è stata fissata per il 12 maggio.",
            "2021-05-12",
            "Udienza preliminare per il crollo del ponte di Vergato",
        ),
        (
            "L'assemblea dei soci della Coop Adriatica è stata rinviata al 15 maggio.",
            "2021-05-15",
            "Assemblea dei soci della Coop Adriatica",
        ),
        (
            "Il sindaco ha convocato per lunedì il Consiglio comunale di Budrio.",
            "2021-04-19",
            "Consiglio comunale di Budrio",
        ),
        (
            "Il ministro ha annunciato per il 3 maggio l'apertura del nuovo ospedale di Fano.",
            "2021-05-03",
            "Apertura del nuovo ospedale di Fano",
        ),
        (
            "L'inaugurazione della biblioteca di Cento è in programma per sabato 24 aprile.",
            "2021-04-24",
            "Inaugurazione della biblioteca di Cento",
        ),
        (
            "Domani è in programma un incontro tra i sindacati e la Bonfiglioli.",
            "2021-04-15",
            "Incontro tra i sindacati e la Bonfiglioli",
        ),
        (
            "L'arrivo delle prime dosi a Ferrara è previsto per giovedì.",
            "2021-04-15",
            "Arrivo delle prime dosi a Ferrara",
        ),
        ("La manifestazione è stata indetta per il 14 giugno a Roma.", "2021-06-14", "Manifestazione a Roma"),
        (
            "Il torneo di scacchi di Lugo previsto per il 2 maggio si giocherà in piazza.",
            "2021-05-02",
            "Torneo di scacchi di Lugo",
        ),
        ("Il sindaco è atteso per lunedì in procura.", "2021-04-19", "Atteso il sindaco in procura"),
    ],
)
def test_a_day_that_something_is_set_for_dates_the_thing(text: str, day: str, title: str) -> None:
    assert told(text) == [(day, title)]


@pytest.mark.parametrize(
    "text",
    [
        "Il torneo di scacchi di Lugo, previsto per il 2 maggio, è stato annullato.",
        "La gara di Imola, prevista per domenica, non si terrà.",
        "Il Comune ha prorogato al 30 giugno il divieto di balneazione a Cervia.",
        "La giunta ha deciso di anticipare al 20 aprile la riapertura dei mercati di Imola.",
    ],
)
def test_nothing_happens_on_a_day_given_up_or_only_meant(text: str) -> None:
    assert told(text) == []


def test_the_old_day_goes_and_the_new_one_stays() -> None:
    text = "L'assemblea dei soci della Coop, convocata per il 30 aprile, è stata rinviata al 15 maggio."
    assert told(text) == [("2021-05-15", "Assemblea dei soci della Coop")]


@pytest.mark.parametrize(
    ("text", "day", "title"),
    [
        (
            "Era il 12 luglio 1944 quando i tedeschi fecero saltare il ponte di Vergato.",
            "1944-07-12",
            "I tedeschi fecero saltare il ponte di Vergato",
        ),
        (
            "È stato ieri pomeriggio che i vigili hanno scoperto la discarica di Argenta.",
            "2021-04-13",
            "I vigili hanno scoperto la discarica di Argenta",
        ),
    ],
)
def test_a_cleft_dates_what_was_done_then(text: str, day: str, title: str) -> None:
    assert told(text) == [(day, title)]


def test_what_comes_soon_is_told_without_a_date_and_hopes_are_not() -> None:
    assert told("Presto la biblioteca di Cento aprirà in via Gennari.") == [
        ("", "La biblioteca di Cento aprirà in via Gennari")
    ]
    assert told("Presto le temperature di Cento aumenteranno in pianura.") == []


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Il sindaco di Lugo ha ordinato la chiusura delle scuole domani.", "Lugo, chiusura delle scuole"),
        ("La Cgil di Lugo ha proclamato lo sciopero venerdì prossimo.", "Sciopero della Cgil di Lugo"),
    ],
)
def test_what_is_ordered_for_a_day_to_come_happens_on_that_day(text, title):
    """No perfect can be of a day to come, with or without «per»."""
    assert title in [event.title for event in extract(Article(id="prova", text=text, published=date(2025, 4, 28)))]
