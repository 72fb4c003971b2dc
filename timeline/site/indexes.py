"""The other ways in: by person, place, theme and source, what is scheduled, what was corrected."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from timeline.dates.edtf import parse_edtf
from timeline.dates.period import Period
from timeline.events.model import Event
from timeline.italian.prose import date_in_sentence, date_in_words
from timeline.site.cards import Link, source_details, source_slug, source_title
from timeline.site.edition import Edition
from timeline.site.known import known_pages
from timeline.site.pages import Page, Press, year_name
from timeline.site.render import plain, safe_url


def index_pages(press: Press) -> list[Page]:
    """Every page of this module that has something to show."""
    makers: Sequence[Callable[[Press], list[Page]]] = (
        people_pages,
        place_pages,
        tag_pages,
        source_pages,
        agenda_page,
        known_pages,
        corrections_page,
    )
    return [page for make in makers for page in make(press)]


def people_pages(press: Press) -> list[Page]:
    """The people whose page the editors approved, and nobody else."""
    roles = {p.name: p.role for p in press.edition.settings.people}
    return _facet_pages(press, "people", "persone/", press.edition.approved_people, lambda e: e.people, roles)


def place_pages(press: Press) -> list[Page]:
    """Every place that an event names."""
    return _facet_pages(press, "places", "luoghi/", press.edition.places, lambda e: e.places)


def tag_pages(press: Press) -> list[Page]:
    """Every theme of an event."""
    return _facet_pages(press, "tags", "temi/", press.edition.tags, lambda e: e.tags)


def _facet_pages(
    press: Press,
    label: str,
    folder: str,
    slugs: Mapping[str, str],
    names_of: Callable[[Event], tuple[str, ...]],
    roles: Mapping[str, str] | None = None,
) -> list[Page]:
    """An index of names, and a page for each with its events."""
    if not slugs:
        return []
    groups: dict[str, list[Event]] = defaultdict(list)
    for event in press.edition.events:
        for name in dict.fromkeys(names_of(event)):
            if name in slugs:
                groups[name].append(event)
    title = press.edition.settings.label(label)
    names = [(Link(plain(n), f"{folder}{slugs[n]}/"), len(groups[n])) for n in sorted(groups, key=alphabetical)]
    index = press.page("index.html", folder, title, names=names, page_in_menu=True)
    up = Link(title, folder)
    pages = [_name_page(press, f"{folder}{slugs[n]}/", n, up, groups[n], (roles or {}).get(n, "")) for n in groups]
    return [index, *pages]


def _name_page(press: Press, address: str, name: str, up: Link, events: Sequence[Event], role: str) -> Page:
    return press.page(
        "name.html",
        address,
        plain(name),
        up=up,
        role=plain(role),
        groups=_rows_by_year(press, events),
        count=len(events),
        page_description=f"{press.edition.settings.title}: {plain(name)}",
    )


def _rows_by_year(press: Press, events: Iterable[Event]) -> list[tuple[str, list[Mapping[str, object]]]]:
    """Events as lines under their year, the undated last."""
    groups: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        groups[_year_label(press.edition, event)].append(event)
    return [(label, press.rows(group)) for label, group in groups.items()]


def _year_label(edition: Edition, event: Event) -> str:
    point = event.date and (event.date.start or event.date.end)
    return year_name(point.year) if point else edition.settings.label("undated")


def alphabetical(name: str) -> tuple[str, str]:
    """Names as an Italian index orders them: accents and capitals do not count."""
    folded = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().casefold()
    return folded, name


def source_pages(press: Press) -> list[Page]:
    """An index of the articles, and a page for each: whose it is, where to read it, what it proves. Never its text."""
    edition = press.edition
    if not edition.sources:
        return []
    title = edition.settings.label("sources")
    sources = [(_source(edition, name), len(events)) for name, events in edition.sources.items()]
    index = press.page("sources.html", "fonti/", title, sources=sources, page_in_menu=True)
    up = Link(title, "fonti/")
    return [index, *(_source_page(press, name, events, up) for name, events in edition.sources.items())]


def _source(edition: Edition, name: str) -> Mapping[str, str]:
    article = edition.articles.get(name)
    return {
        "title": source_title(article, name),
        "details": source_details(article),
        "url": safe_url(article.url) if article else "",
        "address": f"fonti/{source_slug(name)}/",
    }


def _source_page(press: Press, name: str, events: Sequence[Event], up: Link) -> Page:
    source = _source(press.edition, name)
    return press.page(
        "source.html",
        source["address"],
        source["title"],
        up=up,
        source=source,
        groups=_rows_by_year(press, events),
        page_description=source["details"],
    )


def agenda_page(press: Press) -> list[Page]:
    """«In agenda»: what is still to come on the day of this edition, and what was announced and has passed."""
    edition = press.edition
    coming = [e for e in edition.dated if edition.is_scheduled(e)]
    passed = [e for e in edition.dated if edition.was_scheduled(e)]
    if not coming and not passed:
        return []
    title = edition.settings.label("agenda")
    as_of = date_in_sentence(Period.of_day(edition.as_of), "a") if edition.as_of else ""
    page = press.page("agenda.html", "in-agenda/", title, coming=coming, passed=passed, as_of=as_of, page_in_menu=True)
    return [page]


def corrections_page(press: Press) -> list[Page]:
    """«Correzioni»: what the editors corrected, the newest first."""
    made = sorted(((c.on, event, c.text) for event in press.edition.events for c in event.corrections), key=_newest)
    if not made:
        return []
    lines = [
        (_day_in_words(on), Link(plain(event.title), f"e/{event.id}/"), text) for on, event, text in reversed(made)
    ]
    title = press.edition.settings.label("corrections")
    return [press.page("corrections.html", "correzioni/", title, corrections=lines, page_in_menu=True)]


def _newest(made: tuple[str, Event, str]) -> tuple[str, str]:
    return made[0], made[1].id


def _day_in_words(edtf: str) -> str:
    try:
        return date_in_words(parse_edtf(edtf))
    except ValueError:
        return plain(edtf)
