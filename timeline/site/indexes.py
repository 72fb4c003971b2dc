"""The other ways in: by person, place, theme and source, what is scheduled, what was known when, what was corrected."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, timedelta

from timeline.dates.edtf import parse_edtf
from timeline.dates.period import Period
from timeline.events.model import Event
from timeline.italian.prose import date_in_sentence, date_in_words, day_in_words
from timeline.site.cards import Link, source_details, source_slug, source_title
from timeline.site.edition import Edition, day_of
from timeline.site.pages import Page, Press, year_name
from timeline.site.render import plain, safe_url

KNOWN = "che-cosa-si-sapeva/"


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


def known_pages(press: Press) -> list[Page]:
    """«Che cosa si sapeva»: the events by the day their first source appeared, each with the date it gave then."""
    days: dict[date, list[Event]] = defaultdict(list)
    for event in press.edition.events:
        if day := press.edition.first_source_day(event):
            days[day].append(event)
    if not days:
        return []
    title = press.edition.settings.label("known")
    order = sorted(days)
    links = [(Link(day_in_words(day), f"{KNOWN}{day}/"), len(days[day])) for day in order]
    index = press.page("known.html", KNOWN, title, days=links, page_in_menu=True)
    return [index, *(_known_page(press, order, i, days, Link(title, KNOWN)) for i in range(len(order)))]


def _known_page(press: Press, order: Sequence[date], i: int, days: Mapping[date, list[Event]], up: Link) -> Page:
    """What was new on a day; in a small dossier all that was known by then."""
    edition, day = press.edition, order[i]
    before = [event for earlier in order[:i] for event in days[earlier]] if edition.is_whole else []
    return press.page(
        "known_day.html",
        f"{KNOWN}{day}/",
        f"Che cosa si sapeva {date_in_sentence(Period.of_day(day))}",
        up=up,
        new=[_row_then(press, event, day) for event in days[day]],
        known=[_row_then(press, event, day) for event in sorted(before, key=_by_date)],
        earlier=sum(len(days[d]) for d in order[:i]),
        before=i and Link(day_in_words(order[i - 1]), f"{KNOWN}{order[i - 1]}/"),
        after=i + 1 < len(order) and Link(day_in_words(order[i + 1]), f"{KNOWN}{order[i + 1]}/"),
    )


def _by_date(event: Event) -> tuple[int, ...]:
    return event.date.sort_key if event.date else (9999,)


def _row_then(press: Press, event: Event, day: date) -> Mapping[str, object]:
    """The line of an event with the date that its sources gave by that day, and what it is now where that differs."""
    then = date_then(press.edition, event, day)
    row = press.rows([event])[0]
    now = str(row["date"])
    said = date_in_words(then)
    differs = event.date != then
    return {**row, "date": said, "machine_date": "", "notices": [f"oggi: {now}"] if differs else []}


def date_then(edition: Edition, event: Event, day: date) -> Period | None:
    """The sharpest date that the articles published by *day* give an event; None where they gave none."""
    known = [
        parse_edtf(m.date)
        for m in event.mentions
        if m.date and m.article in edition.articles and day_of(edition.articles[m.article].published) <= day
    ]
    return min(known, key=lambda p: p.length() or timedelta.max.days, default=None)


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
