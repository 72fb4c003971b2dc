"""Which places an article names: from lists, from form, and never a street, a newspaper or a team."""

from __future__ import annotations

from datetime import date

import pytest

from timeline.events.model import Article
from timeline.events.names import find_names
from timeline.events.places import gazetteer
from timeline.events.vocabulary import Settings


def places(text: str) -> list[str]:
    found = find_names(Article("a", text, date(2025, 4, 28)), Settings())
    return list(found.places_in([(0, len(text))]))


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("L’intesa è stata firmata a Pyongyang.", ["Pyongyang"]),
        ("Nella regione russa del Kursk si combatte.", ["Kursk"]),
        ("Le truppe della Corea del Nord in Russia.", ["Corea del Nord", "Russia"]),
        ("Un incendio a Suzzara, in provincia di Mantova.", ["Suzzara", "Mantova"]),
        ("SERRAMAZZONI Tentavano di forzare la cassa.", ["Serramazzoni"]),
        ("Scontri nel villaggio di Zubrivka, in Ucraina.", ["Zubrivka", "Ucraina"]),
        ("Il presidente degli Usa è atteso negli Stati Uniti.", ["Stati Uniti"]),
        ("È nato a Fermo e vive a San Giovanni in Persiceto.", ["Fermo", "San Giovanni in Persiceto"]),
        ("Il procuratore di Reggio Emilia e quello dell’Aquila.", ["Reggio Emilia"]),
        ("Oggi in Valle d’Aosta nevica.", ["Valle d'Aosta"]),
    ],
)
def test_places_from_lists_and_from_form(text, where):
    assert places(text) == where


@pytest.mark.parametrize(
    "text",
    [
        "L’urto in via Modena, all’angolo con piazza Roma.",
        "Lo scrive la Gazzetta di Parma, e il Washington Post lo conferma.",
        "Il Modena ha battuto il Carpi.",
        "Il Real Madrid ha vinto ancora.",
        "Il trattato di Lisbona e il protocollo di Kyoto.",
        "Fermo il traffico, Sale la tensione.",
        "L’assessore Maran ha parlato con Sofia Loren.",
    ],
)
def test_streets_papers_teams_and_treaties_are_no_places(text):
    assert places(text) == []


def test_a_place_after_a_place_s_title_is_kept_beside_the_person():
    text = "Il sindaco di Modena Giorgio Pighi era a Roma."
    assert places(text) == ["Modena", "Roma"]


def test_the_gazetteer_knows_italy_and_the_world():
    names = {place.name for known in gazetteer().values() for place in known}
    assert {"Suzzara", "Emilia-Romagna", "Mosca", "Corea del Sud", "Seul", "Kursk", "Bollate"} <= names


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("La regata Italia - Germania 2-1 è finita ieri.", []),
        ("Nel 2002 è stato nominato ufficiale dell'Order of Canada.", []),
        ("Si sono dimessi Mario Rossi (Santander) e Anna Bruni.", []),
        ("La finale tra Juventus e Lazio si giocherà a Riad.", ["Riad"]),
        ("Il principe Ranieri III di Monaco è morto.", []),
        ("È tornato nel Lazio dal Canada.", ["Lazio", "Canada"]),
        ("Ha parlato all'Oval di Torino.", ["Torino"]),
        ("La nave è a 430 chilometri di distanza da Genova.", []),
    ],
)
def test_teams_titles_and_firms_are_no_places(text: str, where: list[str]):
    """A match, an order, a bank and a prince bear a place's name without being there."""
    assert places(text) == where


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("La diretta va in onda alle 21 (UTC, le 23 in Italia).", []),
        ("Ha vinto il ciclista Jan Novák Horák (Austria).", []),
        ("Operata la piccola Fatou del Senegal.", []),
        ("Il Cile ha pareggiato con la Francia nel girone: è un’amichevole.", []),
        ("La partita amichevole tra le squadre si gioca in Francia.", ["Francia"]),
        ("È caduto il Muro di Berlino.", []),
        ("Ieri la liberazione di Visco.", []),
        ("Vive sull’Isola di Man e lavora a Città del Messico.", ["Isola di Man", "Città del Messico"]),
        ("Nevica in Emilia Romagna e in Friuli Venezia Giulia.", ["Emilia-Romagna", "Friuli-Venezia Giulia"]),
    ],
)
def test_clocks_origins_and_teams_are_no_places(text: str, where: list[str]):
    """What the clock shows elsewhere, where somebody is from, and a country that plays are not where it happens."""
    assert places(text) == where


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("Nevica sull’Appennino reggiano e sulle Alpi svizzere.", ["Appennino reggiano", "Alpi svizzere"]),
        ("Nevica sull’Appennino e sulle Alpi.", ["Appennino", "Alpi"]),
        ("Gli alberghi della Riviera romagnola sono pieni.", ["Riviera romagnola"]),
    ],
)
def test_a_stretch_of_mountains_or_coast_keeps_its_adjective(text: str, where: list[str]):
    assert places(text) == where


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("Il Regno d’Italia nacque a Torino.", ["Torino"]),
        ("Il GP d’Ungheria e il Gran Premio d’Ungheria si corrono di domenica.", []),
        (
            "Il rally d’Ungheria è rinviato, e a Torino sventola la bandiera degli Stati Confederati d’America.",
            ["Torino"],
        ),
        ("La campionessa d’Italia si allena a Pisa.", ["Pisa"]),
        ("Vive a Campione d’Italia.", ["Campione d'Italia"]),
        ("Gioca in Ungheria, ma vive in Italia.", ["Ungheria", "Italia"]),
    ],
)
def test_kingdoms_races_and_champions_are_called_after_a_state(text: str, where: list[str]):
    assert places(text) == where


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("Il lancio è alle ore 20.30 in Italia.", []),
        ("In Giappone il lancio è alle 4 (le 20.30 in Italia).", ["Giappone"]),
        ("Quando in Italia erano le 20.30, il razzo è partito.", []),
        ("Il concerto comincia alle 20.30 a Lugo.", ["Lugo"]),
        ("Il volo arriva in Italia alle 20.30.", ["Italia"]),
    ],
)
def test_the_hour_of_a_state_is_only_its_clock(text: str, where: list[str]):
    """«alle 20.30 in Italia» says what the clocks show; «alle 20.30 a Lugo» says where."""
    assert places(text) == where
