"""What is no title: half of a sentence, words of a speaker without his marks, a thought, a number of nothing."""

from __future__ import annotations

from datetime import date

import pytest

from timeline.events.extract import extract
from timeline.events.model import Article
from timeline.events.thin import is_thin
from timeline.events.unprintable import is_unprintable, speaks_of_nothing
from timeline.events.wellformed import is_well_formed


def titles(text: str) -> list[str]:
    return [event.title for event in extract(Article(id="prova", text=text, published=date(2025, 4, 28)))]


@pytest.mark.parametrize(
    "title",
    [
        "Ugo Neri potrà",
        "Meccanica Padana ci si vedrà in Regione",
        "La panetteria ha chiuso la merceria lo farà",
        "Parte da Lugo arriverà a Ravenna",
        "Annunciato Ravenna",
        "Vendute 320, quasi tutte a Lugo",
        "Uno e quaranta a Lugo è atteso",
        "Circa seicento ci sarà un rinfresco",
        "Lotteria circa 300 persone",
        "La seconda delle quali ha fatto danni a Lugo",
        "La Regione finirà e che il traffico tornerà normale",
        "Rinviata e mai discussa a Lugo",
        "Emersa ipotesi e non smentita dai vertici",
        "Lavorato Ferri a Lugo",
        "Respinto il piano di Lugo il ricorso dei commercianti",
        "Bocciata Ravenna la mozione della minoranza",
        "La quale avrebbe ferito un passante",
        "Ugo Neri sta",
        "RAVENNA ha approvato il bilancio",
        "Ha fatto sapere la vicesindaca Ada Ferri",
    ],
)
def test_a_title_that_shows_a_wrong_reading(title: str) -> None:
    assert not is_well_formed(title)


@pytest.mark.parametrize(
    "title",
    [
        "Venduti circa 300 biglietti a Lugo",
        "Venduti trecento biglietti, quasi tutti a Lugo",
        "Una delle due strade è stata chiusa",
        "Due sono stati arrestati",
        "Ada Ferri ha fatto sapere che il ponte riaprirà",
        "La prima delle due gare si correrà a Lugo",
        "Arrestati in quattro a Lugo",
        "Arrestato l'uomo di Lugo che ha ferito il cugino",
        "La Provincia ha detto che finirà e che il traffico tornerà normale",
    ],
)
def test_a_title_that_reads_well(title: str) -> None:
    assert is_well_formed(title)


@pytest.mark.parametrize(
    "title",
    [
        "Si comincia, come altrove",
        "Il pensiero corre al terremoto",
        "La gara può decidere il campionato",
        "Subito un intervento alla spalla",
        "Altri venti li compreremo",
        "Mio nonno è partito da Napoli",
        "Sono bastati tre minuti",
        "Il Lugo ha vinto",
        "La Corte ha decretato",
        "È successo a Lugo",
        "Consegnatagli a Lugo",
        "Persa la vita",
        "Abolito tale obbligo a Lugo",
        "Questo il bilancio della piena",
        "Udienza",
        "Il liceo assegnerà per la prima volta",
        "Ada Ferri ha finito di ripararla",
    ],
)
def test_a_title_that_nobody_prints(title: str) -> None:
    assert is_unprintable(title)


@pytest.mark.parametrize(
    "title",
    [
        "Si comincerà con gli alunni delle medie",
        "Il Lugo ha vinto il torneo di Imola",
        "Un argine di Lugo ha ceduto",
        "La convenzione dovrà essere firmata",
        "Il colera ha ucciso più di trenta persone",
        "Il Lugo ha perso in casa per 1-0",
        "I biglietti si possono acquistare in biblioteca",
        "Ada Ferri: «Altri venti li compreremo»",
        "Ada Ferri ha comprato la bottega per ripararla",
    ],
)
def test_a_title_that_may_be_printed(title: str) -> None:
    assert not is_unprintable(title)


def test_two_nouns_of_no_event_speak_of_nothing() -> None:
    assert speaks_of_nothing("Listino invariati")
    assert not speaks_of_nothing("Allerta arancione per vento forte")


def test_since_when_somebody_is_there_dates_no_words() -> None:
    assert titles('"Abbiamo sei letti e due medici", riferisce Ada Ferri, a Lugo dal 3 aprile.') == []
    assert titles("«Abbiamo sei letti e due medici», ha riferito ieri Ada Ferri.") == [
        "Ada Ferri: «Abbiamo sei letti e due medici»"
    ]


def test_whose_it_is_must_be_told() -> None:
    assert is_thin("È stata la sua denuncia a far partire le ricerche")
    assert is_thin("Presentazione alla palestra")
    assert is_thin("L'assessora sarà qui per un sopralluogo")
    assert not is_thin("È morto nella sua casa di Lugo il pittore Ugo Neri")


def test_two_dates_of_one_telling_make_one_event() -> None:
    text = "La segheria di Lugo, fondata nel 1958 da Ugo Neri e allargata nel 1990, è fallita."
    assert len(titles(text)) == len(set(titles(text)))


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "La merceria di Lugo ha riaperto sabato in un garage, la cartoleria lo farà nei prossimi giorni.",
            "La merceria di Lugo ha riaperto in un garage",
        ),
        ("Oggi l'assessora Ada Ferri farà un sopralluogo a Lugo.", "L'assessora Ada Ferri farà un sopralluogo a Lugo"),
        (
            "Secondo la procura il sistema ha fruttato due milioni nel 2023 a Lugo.",
            "Secondo la procura, il sistema ha fruttato due milioni a Lugo",
        ),
        (
            "La società intanto conferma che a giugno, alla riapertura del mercato, il Lugo cercherà un playmaker.",
            "Il Lugo cercherà un playmaker",
        ),
        (
            "I reperti di Lugo, se arriveranno i fondi, verranno esposti in una mostra nella primavera del 2026.",
            "I reperti di Lugo verranno esposti in una mostra",
        ),
        (
            "La Dolciaria Ferri, storica produttrice di torrone fondata nel 1921, passa a un gruppo olandese.",
            "Fondata la Dolciaria Ferri",
        ),
        (
            "Ieri sera il Lugo di Ugo Neri ha chiuso sul 3-1 la gara con il Faenza.",
            "Il Lugo di Ugo Neri ha chiuso sul 3-1 la gara con il Faenza",
        ),
    ],
)
def test_the_verb_is_found(text: str, title: str) -> None:
    assert titles(text) == [title]


@pytest.mark.parametrize(
    "text",
    [
        "In caso contrario, la settimana prossima i pescatori di Lugo resteranno agli ormeggi.",
        "Il guasto risale al 29 gennaio: la turbina assegnata a Lugo è in officina da due settimane.",
        "L'affluenza a Lugo è scesa al 64 per cento, sette punti in meno di cinque anni fa.",
    ],
)
def test_what_is_only_possible_or_compared_is_no_event(text: str) -> None:
    assert not any("ormeggi" in t or "turbina" in t or "affluenza" in t.lower() for t in titles(text))
