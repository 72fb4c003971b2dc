"""Events out as data: JSON with its schema, CSV, TimelineJS, and JSON-LD. What a format cannot say is left out."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from timeline.dates.edtf import format_edtf
from timeline.dates.period import Point
from timeline.events.model import Event, Mention
from timeline.site.cards import event_date, machine_date
from timeline.site.edition import Edition, day_of
from timeline.site.render import inline_markdown, local_file, plain, safe_url, text_of

COLUMNS = (
    "id", "date", "time", "date_text", "date_in_words", "title", "summary", "status", "confidence", "people",
    "organizations", "places", "tags", "attribution", "note", "link", "sources", "url",
)  # fmt: skip
LISTS = ("people", "organizations", "places", "tags", "related")

_WORD = {"type": "string"}
_WORDS = {"type": "array", "items": {"type": "string"}}
SCHEMA: Mapping[str, Any] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "title": "Cronologia",
    "type": "object",
    "required": ["title", "as_of", "events"],
    "additionalProperties": False,
    "properties": {
        "title": {"type": "string"},
        "as_of": {"type": ["string", "null"], "description": "il giorno a cui si riferisce la cronologia"},
        "events": {"type": "array", "items": {"$ref": "#/$defs/event"}},
        "sources": {"type": "array", "items": {"$ref": "#/$defs/source"}},
    },
    "$defs": {
        "event": {
            "type": "object",
            "required": ["id", "title", "date"],
            "additionalProperties": False,
            "properties": {
                "id": {"type": "string"},
                "title": {"type": "string"},
                "date": {"type": ["string", "null"], "description": "EDTF (ISO 8601-2)"},
                "date_in_words": {"type": "string"},
                **{key: {"type": "string"} for key in ("time", "date_text", "summary", "attribution", "note", "link")},
                "status": {"enum": ["draft", "published"]},
                "confidence": {"enum": ["high", "medium", "low"]},
                **dict.fromkeys(LISTS, _WORDS),
                "image": {"type": "object", "additionalProperties": {"type": "string"}},
                "corrections": {"type": "array", "items": {"type": "object"}},
                "mentions": {"type": "array", "items": {"$ref": "#/$defs/mention"}},
                "url": {"type": "string"},
            },
        },
        "mention": {
            "type": "object",
            "required": ["article", "expression", "date", "quote"],
            "additionalProperties": False,
            "properties": {
                "article": {"type": "string"},
                "expression": {"type": "string"},
                "date": {"type": ["string", "null"]},
                "quote": {"type": "string"},
                "reason": {"type": "string"},
            },
        },
        "source": {
            "type": "object",
            "required": ["id"],
            "additionalProperties": False,
            "properties": {
                key: {"type": "string"} for key in ("id", "title", "author", "publisher", "published", "url")
            },
        },
    },
}


def as_json(edition: Edition) -> str:
    """Everything that is published, as data; it is valid against `SCHEMA`."""
    data = {
        "title": edition.settings.title,
        "as_of": edition.as_of.isoformat() if edition.as_of else None,
        "events": [event_data(edition, event) for event in edition.events],
        "sources": [_source(edition, name) for name in edition.sources],
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def event_data(edition: Edition, event: Event) -> dict[str, Any]:
    """An event as data; fields that are empty are left out."""
    data = {
        "id": event.id,
        "title": event.title,
        "date": format_edtf(event.date) if event.date else None,
        "date_in_words": event_date(event),
        "status": event.status,
        "confidence": event.confidence,
        **{key: getattr(event, key) for key in ("time", "date_text", "summary", "attribution", "note")},
        **{key: list(getattr(event, key)) for key in LISTS},
        "people": [name for name in event.people if name not in edition.never_people],
        "link": safe_url(event.link),
        "image": {"src": event.image.src, "alt": event.image.alt, "credit": event.image.credit}
        if event.image
        else None,
        "corrections": [{"on": c.on, "text": c.text} for c in event.corrections],
        "mentions": [_mention(m) for m in event.mentions],
        "url": f"{edition.settings.url}e/{event.id}/" if edition.settings.url else "",
    }
    return {key: value for key, value in data.items() if value or key == "date"}


def _mention(mention: Mention) -> dict[str, str | None]:
    said = {"article": mention.article, "expression": mention.expression, "date": mention.date, "quote": mention.quote}
    return {**said, "reason": mention.reason} if mention.reason else said


def _source(edition: Edition, name: str) -> dict[str, str]:
    article = edition.articles.get(name)
    if article is None:
        return {"id": name}
    said = {
        "title": article.title,
        "author": article.author,
        "publisher": article.publisher,
        "url": safe_url(article.url),
    }
    return {"id": name, "published": article.published.isoformat(), **{k: v for k, v in said.items() if v}}


def as_csv(edition: Edition) -> str:
    """A table for spreadsheets: lists with « | » between their items; a formula is no formula."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for event in edition.events:
        data = event_data(edition, event)
        data["sources"] = list(dict.fromkeys(m.article for m in event.mentions))
        writer.writerow([_cell(data.get(column)) for column in COLUMNS])
    return out.getvalue()


def _cell(value: object) -> str:
    text = " | ".join(value) if isinstance(value, list) else str(value or "")
    # A leading apostrophe keeps a spreadsheet from running what a cell says ("CSV injection", OWASP).
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t", "\r") else text


def timelinejs(edition: Edition) -> str:
    """For TimelineJS: https://timeline.knightlab.com/docs/json-format.html. What has no beginning is left out."""
    slides = [slide for event in edition.dated if (slide := _slide(edition, event))]
    title = {"text": {"headline": edition.settings.title, "text": edition.settings.description}}
    return json.dumps({"title": title, "events": slides, "scale": "human"}, ensure_ascii=False, indent=1) + "\n"


def _slide(edition: Edition, event: Event) -> dict[str, Any] | None:
    assert event.date is not None
    start, end = event.date.points[0], event.date.points[-1]
    if start is None or start.year < 1:
        return None
    slide: dict[str, Any] = {
        "start_date": _timelinejs_date(start),
        "display_date": event_date(event),
        "text": {"headline": str(inline_markdown(_literal(event.title))), "text": str(inline_markdown(event.summary))},
        "unique_id": event.id,
    }
    if event.date.kind == "interval" and end is not None:
        slide["end_date"] = _timelinejs_date(end)
    if event.tags:
        slide["group"] = event.tags[0]
    if event.image and (src := local_file(event.image.src)):
        slide["media"] = {"url": edition.settings.url + src, "credit": event.image.credit, "alt": event.image.alt}
    return slide


def _literal(text: str) -> str:
    """A title as Markdown that says just what it says."""
    return "".join(f"\\{c}" if c in "\\`*_[]<>&!" else c for c in plain(text))


def _timelinejs_date(point: Point) -> dict[str, int]:
    if point.unit == "day":
        return {"year": point.year, "month": point.part, "day": point.day}
    first = point.first
    if point.unit == "month" or (first and point.unit in ("season", "quarter", "semester")):
        return {"year": point.year, "month": first.month if first else point.part}
    return {"year": point.year}


def json_ld(edition: Edition, events: Sequence[Event], page: str) -> dict[str, Any]:
    """The events of a page for search engines: an ItemList of schema.org Events, each with its sources."""
    items = [
        {"@type": "ListItem", "position": n, "item": _ld_event(edition, event)} for n, event in enumerate(events, 1)
    ]
    return {"@context": "https://schema.org", "@type": "ItemList", "name": page, "itemListElement": items}


def _ld_event(edition: Edition, event: Event) -> dict[str, Any]:
    """Sharp days, months and years only: a date that schema.org cannot say is not said."""
    url = edition.settings.url
    people = [name for name in event.people if name in edition.approved_people]
    sources = [edition.articles[a] for a in dict.fromkeys(m.article for m in event.mentions) if a in edition.articles]
    data = {
        "@type": "Event",
        **({"@id": f"{url}e/{event.id}/", "url": f"{url}e/{event.id}/"} if url else {}),
        "name": plain(event.title),
        "startDate": machine_date(event),
        "description": text_of(event.summary),
        "location": [{"@type": "Place", "name": plain(place)} for place in event.places],
        "about": [{"@type": "Person", "name": plain(name)} for name in people],
        "subjectOf": [
            {
                "@type": "NewsArticle",
                "headline": plain(a.title),
                "url": safe_url(a.url),
                "datePublished": day_of(a.published).isoformat(),
            }
            for a in sources
        ],
    }
    return {key: value for key, value in data.items() if value}


def unsaid(edition: Edition, told: Iterable[Event]) -> list[str]:
    """The titles of the events that a format leaves out, for the page that offers it."""
    known = {event.id for event in told}
    return [f"{event_date(event)}: {plain(event.title)}" for event in edition.events if event.id not in known]
