"""A dossier made by hand, with one event of every kind that pages must show."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from timeline.dates.edtf import parse_edtf
from timeline.events.model import Article, Correction, Event, Mention
from timeline.events.names import PersonEntry
from timeline.site.settings import SiteSettings

SECRET = "Questa frase sta soltanto nel corpo dell’articolo e non va mai pubblicata."
ARTICLES = (
    Article(
        "2025-04-28-monumento",
        f"Sabato scorso il sindaco ha inaugurato il monumento. {SECRET}",
        datetime(2025, 4, 28, 11, 0),
        title="Inaugurato il monumento",
        author="Ada Neri",
        publisher="La Gazzetta della Valle",
        url="https://example.org/monumento",
    ),
    Article("2025-05-05-consiglio", SECRET, date(2025, 5, 5), title="Il consiglio vota", publisher="Valle Notizie"),
)


def mention(article: int, expression: str, edtf: str | None, quote: str, reason: str = "") -> Mention:
    return Mention(ARTICLES[article].id, expression, edtf, quote, reason)


EVENTS = (
    Event(
        "Il sindaco inaugura il monumento ai caduti",
        parse_edtf("2025-04-26"),
        time="18:30",
        status="published",
        summary="Alla cerimonia c’erano *duecento* persone.",
        id="inaugurazione",
        people=("Bruno Galli", "Carla Costa"),
        organizations=("Pro loco",),
        places=("Valle",),
        tags=("Memoria",),
        attribution="secondo il Comune",
        corrections=(Correction("2025-05-02", "il sindaco è **Galli**, non Gallo"),),
        mentions=(
            mention(
                0,
                "sabato scorso",
                "2025-04-26",
                "Sabato scorso il sindaco Bruno Galli ha inaugurato, sabato scorso, il monumento",
                "L’articolo è di lunedì 28 aprile 2025: “sabato scorso” è il 26 aprile",
            ),
            mention(1, "26 aprile", "2025-04-26", "l’inaugurazione del 26 aprile"),
        ),
        path="content/events/2025-04-28-monumento.yml",
        line=3,
    ),
    Event(
        "Cominciano gli scavi", parse_edtf("2024-08"), id="scavi", places=("Valle",), tags=("Lavori",), confidence="low"
    ),
    Event("Il cantiere resta chiuso", parse_edtf("2024-11/2025-02"), status="published", id="chiuso", tags=("Lavori",)),
    Event("Nasce il comitato", parse_edtf("2014~"), status="published", id="comitato"),
    Event("La giunta approva il bilancio", parse_edtf("2024"), status="published", id="bilancio"),
    Event(
        "Il consiglio vota il restauro",
        parse_edtf("2025-06-14"),
        status="published",
        id="voto",
        note="Data spostata dal Comune il 6 maggio.",
        mentions=(mention(1, "il 12 giugno", "2025-06-12", "Si voterà il 12 giugno"),),
    ),
    Event("Il donatore resta anonimo", None, status="published", id="donatore"),
    Event("Una notizia nascosta", parse_edtf("2025-01-01"), status="hidden", id="nascosta"),
    Event(
        "<script>alert(1)</script> & altro",
        parse_edtf("2025-04-27?"),
        status="published",
        summary='[clic](javascript:alert(2)) <img src=x onerror="alert(3)"> **forte**',
        link="javascript:alert(4)",
        same_as=("vecchia-voce",),
    ),
)
PEOPLE = (PersonEntry("Bruno Galli", role="sindaco", page=True), PersonEntry("Carla Costa"))
SETTINGS = SiteSettings(title="Il monumento", url="https://example.org/cronologia/", people=PEOPLE)


@dataclass(frozen=True)
class Made:
    articles: tuple[Article, ...] = ARTICLES
    events: tuple[Event, ...] = EVENTS
