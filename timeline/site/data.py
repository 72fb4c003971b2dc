"""What leaves the site as data: the files, the page «Dati e feed» that offers them, the index of the filters."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from markupsafe import Markup

from timeline.events.model import Event
from timeline.site import exports, feeds
from timeline.site.calendars import ical
from timeline.site.cards import Link, event_date, notices
from timeline.site.edition import Edition
from timeline.site.leftout import left_out
from timeline.site.pages import Page, Press
from timeline.site.permalinks import EMBED_HEIGHT
from timeline.site.render import plain
from timeline.site.timelinejs import timelinejs

FILTERS = "assets/timeline/events.json"
LISTED = 200  # events that a format leaves out and the page still names
# Address of a file of data -> what it holds of an edition.
DATA: Mapping[str, Callable[[Edition], str]] = {
    "feed.xml": lambda edition: feeds.atom(edition, feeds.latest(edition)),
    "feed.json": lambda edition: feeds.json_feed(edition, feeds.latest(edition)),
    "calendario.ics": lambda edition: ical(edition, edition.dated, edition.settings.title),
    "cronologia.json": exports.as_json,
    "cronologia.schema.json": lambda _: json.dumps(exports.SCHEMA, ensure_ascii=False, indent=1) + "\n",
    "cronologia.csv": exports.as_csv,
    "timelinejs.json": timelinejs,
}
# Formats that leave something out, as the page calls them.
PARTIAL = {"ics": "Il calendario", "timelinejs": "TimelineJS", "csv": "La tabella"}


def data_page(press: Press) -> list[Page]:
    """«Dati e feed»: what can be followed, taken and embedded, and what each format leaves out."""
    edition = press.edition
    if not edition.events:
        return []
    missing = {form: left_out(edition, form) for form in PARTIAL}
    count = {form: len(edition.events) - len(missing[form].events) for form in missing}
    url = edition.settings.url
    title = edition.settings.label("data")
    embeds = [Link(plain(tag), f"embed/temi/{slug}/") for tag, slug in edition.tags.items()]
    embeds += [Link(plain(name), f"embed/persone/{slug}/") for name, slug in edition.approved_people.items()]
    page = press.page(
        "data.html",
        "dati/",
        title,
        in_calendar=count["ics"],
        in_timelinejs=count["timelinejs"],
        tags=[Link(plain(tag), f"temi/{slug}/calendario.ics") for tag, slug in edition.tags.items()],
        embeds=embeds,
        url=url,
        embed=_embed_code(url, edition.settings.title) if url else "",
        print_label=edition.settings.label("print"),
        left_out=[(PARTIAL[form], left) for form, left in missing.items() if left.events or left.fields],
        listed=LISTED,
        page_in_menu=True,
    )
    return [page]


def _embed_code(url: str, title: str) -> str:
    code = '<iframe src="{}embed/ultimi/" title="{}" width="100%" height="{}" loading="lazy"></iframe>'
    return str(Markup(code).format(url, plain(title), EMBED_HEIGHT))


def data_files(press: Press) -> Iterator[tuple[str, str]]:
    """Address and text of every file of data."""
    edition = press.edition
    for address, text in DATA.items():
        yield address, text(edition)
    for tag, slug in edition.tags.items():
        events = [event for event in edition.dated if tag in event.tags]
        yield f"temi/{slug}/calendario.ics", ical(edition, events, f"{edition.settings.title}: {plain(tag)}")
    yield FILTERS, json.dumps(filter_index(edition), ensure_ascii=False, separators=(",", ":")) + "\n"


def filter_index(edition: Edition) -> dict[str, Any]:
    """What the filters search: lists of names, and for each event a row of text, days and places in those lists.

    A row: id, date in words, title, first and last day (ISO, "" open or none), people, places, tags, sources (indexes
    into the lists), certainty (0 sure, 1 approximate or inferred, 2 undated), notices.
    """
    people, places, tags = list(edition.approved_people), list(edition.places), list(edition.tags)
    sources = list(edition.sources)
    index = [{name: i for i, name in enumerate(names)} for names in (people, places, tags, sources)]
    return {
        "people": [plain(name) for name in people],
        "places": [plain(name) for name in places],
        "tags": [plain(name) for name in tags],
        "sources": [plain(_source_name(edition, name)) for name in sources],
        "events": [_filter_row(edition, event, index) for event in edition.events],
    }


def _source_name(edition: Edition, name: str) -> str:
    article = edition.articles.get(name)
    return article.title if article and article.title else name


def _filter_row(edition: Edition, event: Event, index: list[dict[str, int]]) -> list[Any]:
    first, last = (event.date.first, event.date.last) if event.date else (None, None)
    names = (event.people, event.places, event.tags, dict.fromkeys(m.article for m in event.mentions))
    return [
        event.id,
        event_date(event),
        plain(event.title),
        first.isoformat() if first else "",
        last.isoformat() if last else "",
        *([known[name] for name in group if name in known] for group, known in zip(names, index, strict=True)),
        certainty(event),
        notices(edition, event),
    ]


def certainty(event: Event) -> int:
    """0: a sure date; 1: an approximate one, or one inferred from the context; 2: none."""
    if event.date is None:
        return 2
    period = event.date
    is_rough = period.is_approximate or period.is_uncertain or period.kind in ("once", "choice")
    return int(is_rough or event.confidence == "low")
