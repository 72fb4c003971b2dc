"""Dates that tell no event: of somebody's post, of what is compared, of how things stood or went on."""

from __future__ import annotations

from datetime import date

import pytest

from timeline.dates.edtf import format_edtf
from timeline.events.extract import extract
from timeline.events.model import Article


def dates(text: str) -> list[str]:
    events = extract(Article("a", text, date(2021, 4, 14)))
    return [format_edtf(e.date) if e.date else "" for e in events]


@pytest.mark.parametrize(
    "text",
    [
        "«Qui si lavora bene – osserva il coordinatore Claudio Ruggeri, medico in pensione dal 2018 –».",
        "Gino Tazzi, primo cittadino di Lugo dal 2009 al 2019, riconosce la sconfitta.",
        "«Una spinta per tutti – dice Michela Berti, 43 anni, alla guida della Zanin di Lugo dal 2015 –».",
    ],
)
def test_how_long_somebody_is_something_dates_nothing(text: str) -> None:
    assert dates(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "A Lugo l'affluenza si è fermata al 61,3%, sei punti in meno del 2019.",
        "La Zanin di Lugo ha chiuso con ricavi per 38 milioni, il 14% in più dell'anno precedente.",
        "Il Comune di Lugo ha riaperto, come già nell'estate del 2019, tre sale climatizzate.",
        "A Lugo sono nati 40 bambini, contro i 52 del 2019.",
        "A differenza del 2019 la Coop Adriatica ha distribuito gli utili.",
        "Il Lamone ha toccato a Lugo il livello più basso dal 2003.",
    ],
)
def test_what_something_is_compared_with_dates_nothing(text: str) -> None:
    assert dates(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Tra il 2012 e il 2014 la Zanin di Lugo ha attraversato un momento difficile.",
        "«Non potremmo affrontare gli investimenti che il mercato oggi richiede», dice il sindaco di Lugo Ugo Neri.",
        "La neonata è la quarantanovesima venuta alla luce a Lugo nel 2021.",
        "A Lugo ha scontato una condanna per fatti analoghi, avvenuti nel 2019.",
        "Dal 2013 a scandire le ore a Lugo è stata una registrazione.",
        "La sindaca di Lugo ha parlato della frana che dal maggio scorso isola venti famiglie.",
        "Mai, a Lugo, si era visto un metro di neve a metà marzo.",
        "Il termine per i lavori al ponte di Lugo era previsto per Pasqua.",
        "Il Comune di Lugo ha invitato i residenti a tenere chiuse le finestre per tutta la serata.",
        "«Ho avuto paura», racconta la titolare, Ornella Bertazzi di Lugo, ancora scossa questa mattina.",
    ],
)
def test_states_and_what_was_only_planned_are_no_events(text: str) -> None:
    assert dates(text) == []


def test_the_end_of_a_range_is_no_event_of_its_own() -> None:
    text = "Piazza Garibaldi a Lugo sarà chiusa al traffico dalle 14 di domani alla mezzanotte di domenica."
    assert dates(text) == ["2021-04-15"]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "NONANTOLA. È emersa una fornace. Se ne parlò. Ne scrissero. Gli scavi si concluderanno venerdì.",
            "Nonantola, si concluderanno gli scavi",
        ),
        (
            "Si è spento ieri, all'età di 88 anni, Oreste Barsanti.",
            "Si è spento all'età di 88 anni Oreste Barsanti",
        ),
    ],
)
def test_a_fact_that_lacks_no_more_than_its_place_is_kept(text: str, title: str) -> None:
    assert title in [e.title for e in extract(Article("a", text, date(2021, 4, 14)))]


@pytest.mark.parametrize(
    ("text", "day", "title"),
    [
        (
            "Ada Neri è alla guida della Zanin dal 2015, quando Ugo Neri ha lasciato la presidenza.",
            "2015",
            "Ugo Neri ha lasciato la presidenza",
        ),
        (
            "A Lugo mancano pochi giorni al primo maggio, quando riapriranno i campeggi del lago di Garda.",
            "2021-05-01",
            "Riapriranno i campeggi del lago di Garda",
        ),
        (
            "Quella tragedia ricorda il 18 marzo, quando a perdere la vita fu un muratore di Lugo.",
            "2021-03-18",
            "Un muratore di Lugo ha perso la vita",
        ),
        (
            "La giunta di Lugo vuole riaprire il mercato di via Mazzini, chiuso dal 2016.",
            "2016",
            "Chiuso il mercato di via Mazzini",
        ),
        (
            "Resta aperta la causa: la prossima udienza davanti al tribunale di Lugo è il 6 maggio.",
            "2021-05-06",
            "Udienza davanti al tribunale di Lugo",
        ),
        (
            "È stata una seduta accesa del consiglio comunale di Lugo, quella di lunedì.",
            "2021-04-12",
            "È stata una seduta accesa del consiglio comunale di Lugo",
        ),
        (
            "La prima riunione del consiglio di Lugo si terrà entro fine mese, probabilmente venerdì 30.",
            "2021-04-30",
            "Prima riunione del consiglio di Lugo",
        ),
        (
            "La perizia sul ponte di Lugo è attesa entro maggio.",
            "[..2021-05]",
            "Attesa la perizia sul ponte di Lugo",
        ),
        (
            "Il testo ricorda il ritrovamento, avvenuto nel 2017 durante i lavori a un fienile, di una valigetta.",
            "2017",
            "Ritrovamento di una valigetta",
        ),
        (
            "La querela pende davanti al giudice di pace, che ha rinviato la discussione al 16 novembre.",
            "2021-11-16",
            "Discussione davanti al giudice di pace",
        ),
        (
            "Saranno tre incontri, il primo dei quali si svolgerà mercoledì prossimo al ridotto del Magnani.",
            "2021-04-21",
            "Primo di tre incontri al ridotto del Magnani",
        ),
        (
            "LUGO. La giunta vuole deviare il canale finanziato dopo l'alluvione del 2018 con due milioni di euro.",
            "2018",
            "Alluvione a Lugo",
        ),
        (
            "La convenzione con la prefettura di Ravenna dovrebbe essere firmata domani.",
            "2021-04-15",
            "La convenzione con la prefettura di Ravenna dovrebbe essere firmata",
        ),
        (
            "Sarà la nuova arena di Lugo a ospitare, da sabato prossimo al 9 maggio, il torneo di tennis.",
            "2021-04-17/2021-05-09",
            "Sarà la nuova arena di Lugo a ospitare il torneo di tennis",
        ),
        (
            "Il consiglio comunale di Lugo ha approvato nella seduta di lunedì sera il bilancio.",
            "2021-04-12",
            "Il consiglio comunale di Lugo ha approvato nella seduta il bilancio",
        ),
        (
            "L'impresa ha assicurato la consegna delle aule della scuola Manzi per il 30 aprile.",
            "2021-04-30",
            "Consegna delle aule della scuola Manzi",
        ),
        (
            "Domani pomeriggio spazio ai bambini, con il laboratorio di panificazione delle Spighe di Lugo.",
            "2021-04-15",
            "Laboratorio di panificazione delle Spighe di Lugo",
        ),
    ],
)
def test_the_word_that_tells_the_fact(text: str, day: str, title: str) -> None:
    events = extract(Article("a", text, date(2021, 4, 14)))
    assert [(format_edtf(e.date) if e.date else "", e.title) for e in events] == [(day, title)]


def test_the_closer_of_two_dates_of_one_clause_counts() -> None:
    text = "Nella seconda parte della settimana arriverà a Lugo il maltempo, con temporali tra giovedì e venerdì."
    assert dates(text) == ["[2021-04-15..2021-04-16]"]


def test_two_days_joined_are_those_of_one_noun() -> None:
    text = "Il sindaco di Lugo ha disposto la chiusura delle scuole per le giornate di oggi e domani."
    assert dates(text) == ["2021-04-14"]


def test_an_event_noun_and_a_town_that_do_not_say_of_what_are_left_out() -> None:
    text = "Ieri Ada Neri ha parlato a Lugo. La riunione è stata fissata per il 25 aprile, a Firenze."
    assert dates(text) == ["2021-04-13"]


def test_what_is_told_as_done_has_no_day_after_publication() -> None:
    text = "L'inaugurazione a Lugo sarà il 9 maggio. Ada Neri quella notte uscì di casa in pigiama."
    assert [e.title for e in extract(Article("a", text, date(2021, 4, 14))) if "usc" in e.title] == []
