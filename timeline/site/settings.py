"""What a build of the site is told: by mkdocs.yml, by site_config/site.yml, and by the command that runs it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, Protocol

from timeline.events.model import Article, Event
from timeline.events.names import PersonEntry

Drafts = Literal["show", "hide"]

# The words of the menu and of the headings of pages; site_config/site.yml can set others under `labels`.
LABELS: Mapping[str, str] = {
    "chronology": "Cronologia",
    "people": "Persone",
    "places": "Luoghi",
    "tags": "Temi",
    "sources": "Fonti",
    "agenda": "In agenda",
    "undated": "Senza data",
    "known": "Che cosa si sapeva",
    "corrections": "Correzioni",
    "years": "Anni",
    "data": "Dati e feed",
    "print": "Tutta la cronologia da stampare",
}


class Dossier(Protocol):
    """The part of `store.dossier.Dossier` that pages are made from."""

    @property
    def articles(self) -> tuple[Article, ...]: ...

    @property
    def events(self) -> tuple[Event, ...]: ...


@dataclass(frozen=True, slots=True)
class SiteSettings:
    """How this edition of the site is made.

    *url* is where it will stand, with a slash at the end, or "". *report* is where «Segnala un errore» leads (an http
    or mailto address, "" for none). *edit* is the address that «Modifica» leads to, with {path} and {line} in
    it, or "". *as_of* is the day of SOURCE_DATE_EPOCH, or None: then the newest article's.
    """

    title: str = "Cronologia"
    description: str = ""
    url: str = ""
    drafts: Drafts = "show"
    report: str = ""
    edit: str = ""
    as_of: date | None = None
    people: tuple[PersonEntry, ...] = ()
    labels: Mapping[str, str] = field(default_factory=lambda: LABELS)
    whole_up_to: int = 100  # events that the home page still shows all of
    year_up_to: int = 200  # events that a year's page still shows all of

    def label(self, key: str) -> str:
        """The word of the menu for *key*, the dossier's own where it has one."""
        return self.labels.get(key) or LABELS[key]
