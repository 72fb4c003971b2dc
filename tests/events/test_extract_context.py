"""Facts whose sentence has no date: what another sentence says of their day, and how surely."""

from __future__ import annotations

from datetime import datetime

import pytest

from timeline.dates.edtf import format_edtf
from timeline.events.extract import extract
from timeline.events.model import Article, Event

MONDAY = datetime(2025, 4, 28, 11)


def events(text: str) -> list[Event]:
    return extract(Article(id="prova", text=text, published=MONDAY))


def told(text: str) -> list[tuple[str | None, str | None, str]]:
    return [(format_edtf(e.date) if e.date else None, e.confidence, e.title) for e in events(text)]


def test_what_happened_yesterday_is_told_in_the_next_sentence():
    """Where nothing was told before, «È successo» points ahead."""
    text = "CARPI. È successo ieri sera in via Moro. Due giovani hanno aggredito un passante."
    assert told(text) == [("2025-04-27", "high", "Carpi, due giovani hanno aggredito un passante")]


def test_a_day_that_dates_the_noun_of_what_was_told():
    """«L’arresto è di ieri sera»: one event, the first sentence its title, both mentions its proof."""
    [event] = events("Un uomo è stato arrestato a Suzzara per furto. L’arresto è di ieri sera.")
    assert event.date is not None
    assert (format_edtf(event.date), event.time, event.confidence) == ("2025-04-27", "sera", "high")
    assert "arrestato" in event.title.lower()
    assert "è dedotta dal contesto, “ieri sera” della frase dopo" in event.mentions[-1].reason


def test_the_main_fact_is_the_title_of_the_step_that_led_to_it():
    """The police announce an arrest, then tell the night's call: one event, named after the arrest."""
    [event] = events(
        "La Polizia ha arrestato un tunisino di 35 anni per rapina. Verso le 20 di mercoledì la Volante è intervenuta "
        "in via Bacchini dopo una chiamata al 113."
    )
    assert "arrestato un tunisino" in event.title
    assert [m.date for m in event.mentions] == ["2025-04-23", "2025-04-23"]


def test_the_main_fact_told_again_after_its_day():
    """The sentence after «Ieri mattina», of the same man: of that day, with low confidence and the reason why."""
    text = (
        "Condannato ed espulso. Ieri mattina Marco Rossi è comparso in tribunale per il processo. È stato condannato a "
        "un anno e sei mesi."
    )
    sentenced = next(e for e in events(text) if "ondannato" in e.title)
    assert sentenced.date is not None
    assert (format_edtf(sentenced.date), sentenced.confidence) == ("2025-04-27", "low")
    assert sentenced.mentions[0].reason == (
        "La frase non dice quando: la data è dedotta dal contesto, “Ieri mattina” della frase prima, il 27 aprile 2025"
    )
    assert "È stato condannato" in sentenced.mentions[0].quote


@pytest.mark.parametrize(
    "text",
    [
        "La polizia ha arrestato un tunisino. Era già stato arrestato giovedì per lo stesso reato.",
        "Il ministro si è dimesso. Ieri ha spiegato alla Camera i motivi.",
        "Un uomo è stato arrestato per spaccio. Ieri il giudice ha convalidato il fermo.",
        "Marta Bassi ha vinto la combinata. Ieri Paolo Neri ha vinto il SuperG.",
        "Il sindaco ha firmato l’ordinanza. Ieri il Consiglio ha approvato il bilancio.",
    ],
)
def test_another_fact_lends_no_day(text: str):
    """That something else happened yesterday says nothing of the first sentence: it stays without a date."""
    assert len(events(text)) == 1
    assert "contesto" not in events(text)[0].mentions[0].reason


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Alcuni giorni fa è sparita un’auto. Dopo pochi giorni la polizia ha fermato il ladro.", "2025-04~"),
        ("Il 3 aprile è sparita un’auto. Dopo tre giorni la polizia ha fermato il ladro.", "2025-04-06"),
        ("Il 3 aprile è sparita un’auto. A distanza di due settimane la polizia ha fermato il ladro.", "2025-04~"),
        ("Ad aprile è sparita un’auto. Nel giro di pochi giorni la polizia ha fermato il ladro.", "2025-04~"),
        ("Il 3 marzo 2019 è sparita un’auto. Pochi giorni prima la polizia aveva fermato un ladro.", "2019-02~"),
    ],
)
def test_times_that_count_from_the_fact_before(text: str, day: str):
    """A day where the count is exact, else about the month that holds all the days it may be; never surely."""
    found = next((day, sure) for day, sure, title in told(text) if "polizia" in title)
    assert found == (day, "low")


@pytest.mark.parametrize(
    "text",
    [
        "Il 28 febbraio è sparita un’auto. Dopo alcune settimane la polizia ha fermato il ladro.",  # March or April
        "Il 3 aprile è sparita un’auto. Dopo tre giorni di ricerche la polizia ha fermato il ladro.",
        "Il 3 aprile è sparita un’auto (la denuncia scade dopo 10 giorni).",
        "Dopo pochi giorni la polizia ha fermato il ladro.",
    ],
)
def test_times_that_count_from_nothing_certain(text: str):
    assert not [title for day, sure, title in told(text) if sure == "low"]


def test_several_facts_in_a_few_hours_are_of_the_last_days():
    """«in meno di 72 ore» says how fast: about the month of the days before publication."""
    assert told("Due rapine e un incendio a Sassuolo in meno di 72 ore.")[0][:2] == ("2025-04~", "low")
    assert told("Tutte le prove in una sola giornata: la gara e la premiazione.") == []


def test_the_quote_holds_the_fact_and_the_day():
    """Where the day stands in another sentence the quote has both, if they fit into 400 characters."""
    [event] = events("Due giovani hanno aggredito un passante in via Moro. È successo ieri sera.")
    assert event.mentions[0].quote == "Due giovani hanno aggredito un passante in via Moro. È successo ieri sera."


@pytest.mark.parametrize(
    ("when", "sure"),
    [
        ("il 12 gennaio 2019", "high"), ("nel 2018", "high"), ("il 28/4/24", "high"), ("ieri sera", "high"),
        ("questa mattina", "high"), ("sabato scorso", "medium"), ("il 12 gennaio", "medium"), ("a Natale", "medium"),
        ("tre giorni fa", "medium"), ("nelle scorse ore", "medium"), ("nei giorni scorsi", "low"),
        ("intorno al 2014", "low"),
    ],
)  # fmt: skip
def test_how_sure_each_way_of_telling_is(when: str, sure: str):
    """The table of dating.py and docs/formats.md, a line at a time."""
    assert [e.confidence for e in events(f"Il sindaco ha firmato {when} l’accordo con Modena.")] == [sure]


def test_a_day_counted_from_one_named_before_is_not_sure():
    assert [sure for _, sure, _ in told("Il 3 aprile è sparita un’auto. Il giorno dopo è stata trovata.")] == [
        "medium",
        "low",
    ]
