"""All that a build writes: the pages for MkDocs, the files beside them, the entries of the search."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from timeline.site.cards import event_date
from timeline.site.data import data_files, data_page
from timeline.site.edition import Edition, publish
from timeline.site.embeds import embed_files
from timeline.site.indexes import index_pages
from timeline.site.pages import Page, Press, chronology_pages
from timeline.site.permalinks import permalink_files
from timeline.site.printing import print_page
from timeline.site.render import environment, plain, text_of
from timeline.site.settings import Dossier, SiteSettings

# Above this many events the search knows titles and dates alone: its index is loaded whole by the browser.
SUMMARIES_IN_SEARCH = 2000


@dataclass(frozen=True, slots=True)
class Publication:
    """An edition with its pages; files and search entries are made when asked for."""

    press: Press
    pages: tuple[Page, ...]

    @property
    def edition(self) -> Edition:
        return self.press.edition

    def files(self) -> Iterator[tuple[str, str]]:
        """Address and text of each file that stands beside the pages."""
        yield from permalink_files(self.press)
        yield from embed_files(self.press)
        yield from data_files(self.press)
        yield "stampa/index.html", print_page(self.press)

    def search_entries(self, home_text: str = "") -> list[dict[str, str]]:
        """What the site's search finds, as Material's index has it: each event at its place in the chronology.

        *home_text* is what the editors wrote on the home page.
        """
        with_text = len(self.edition.events) <= SUMMARIES_IN_SEARCH
        texts = {"": home_text}
        entries = [{"location": p.address, "title": p.title, "text": texts.get(p.address, "")} for p in self.pages]
        for event in self.edition.events:
            words = [event_date(event), *([text_of(event.summary)] if with_text and event.summary else [])]
            location = f"{self.edition.place_of(event)}#{event.id}"
            entries.append({"location": location, "title": plain(event.title), "text": ". ".join(words)})
        return entries


def build_pages(dossier: Dossier, settings: SiteSettings) -> list[Page]:
    """Every page of the site of *dossier*, home first."""
    return list(publication(dossier, settings).pages)


def publication(dossier: Dossier, settings: SiteSettings, overrides: Sequence[Path] = ()) -> Publication:
    """The edition of *dossier* with all its pages, home first. *overrides*: folders of templates that replace ours."""
    press = Press(publish(dossier, settings), environment(overrides))
    return Publication(press, (*chronology_pages(press), *index_pages(press), *data_page(press)))


def menu(made: Publication, own: Sequence[str]) -> list[object]:
    """The menu of the site, as MkDocs' nav has it: our pages, years in a group, then the editors' own pages."""
    label = made.edition.settings.label
    ours = [page for page in made.pages if page.in_menu]
    years = [page.source for page in ours if page.section == "years"]
    rest = [page.source for page in ours if page.address and not page.section]
    entries: list[object] = [{label("chronology"): "index.md"}]
    if years:
        entries.append({label("years"): years})
    return [*entries, *rest, *(source for source in sorted(own) if source not in {p.source for p in ours})]
