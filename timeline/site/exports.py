"""Events out as data: JSON with its schema, and a table. Other formats have files of their own."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

from timeline.dates.edtf import format_edtf
from timeline.events.model import Event, Mention
from timeline.site.cards import event_date
from timeline.site.edition import Edition, with_ids
from timeline.site.render import safe_url
from timeline.site.slugs import safe_id

COLUMNS = (
    "id", "date", "time", "date_text", "date_in_words", "title", "summary", "status", "confidence", "people",
    "organizations", "places", "tags", "attribution", "note", "link", "image_src", "image_alt", "image_credit",
    "corrections", "related", "after", "same_as", "not_same_as", "sources", "url",
)  # fmt: skip
TEXTS = ("time", "date_text", "summary", "attribution", "note")
LISTS = ("people", "organizations", "places", "tags")
IDS = ("related", "same_as", "not_same_as")
_FORMULA = re.compile(r"'*[=+\-@\t\r]")

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
            "required": ["id", "title", "date", "date_in_words"],
            "additionalProperties": False,
            "patternProperties": {"^x-": {}},
            "properties": {
                "date": {"type": ["string", "null"], "description": "EDTF (ISO 8601-2)"},
                **dict.fromkeys(("id", "title", "date_in_words", "link", "after", "url", *TEXTS), _WORD),
                **dict.fromkeys((*LISTS, *IDS), _WORDS),
                "status": {"enum": ["draft", "published", "hidden"]},
                "confidence": {"enum": ["high", "medium", "low"]},
                "image": {"$ref": "#/$defs/image"},
                "corrections": {"type": "array", "items": {"$ref": "#/$defs/correction"}},
                "mentions": {"type": "array", "items": {"$ref": "#/$defs/mention"}},
            },
        },
        "image": {
            "type": "object",
            "required": ["src"],
            "additionalProperties": False,
            "properties": dict.fromkeys(("src", "alt", "credit"), _WORD),
        },
        "correction": {
            "type": "object",
            "required": ["on", "text"],
            "additionalProperties": False,
            "properties": dict.fromkeys(("on", "text"), _WORD),
        },
        "mention": {
            "type": "object",
            "required": ["article", "expression", "date", "quote"],
            "additionalProperties": False,
            "properties": {
                "date": {"type": ["string", "null"]},
                **dict.fromkeys(("article", "expression", "quote", "reason"), _WORD),
            },
        },
        "source": {
            "type": "object",
            "required": ["id"],
            "additionalProperties": False,
            "properties": dict.fromkeys(("id", "title", "author", "publisher", "published", "timezone", "url"), _WORD),
        },
    },
}


def as_json(edition: Edition) -> str:
    """Everything that is published, as data; it is valid against `SCHEMA`."""
    return _json(edition, [event_data(edition, event) for event in edition.events])


def whole_json(edition: Edition, events: Sequence[Event], own: Mapping[tuple[str, int, str], Mapping[str, Any]]) -> str:
    """The same with what is not for the public: *events* that are hidden, and keys of the editors' *own*.

    *own* is by the file, line and title of an event.
    """
    there = len(edition.events)
    hidden = with_ids([*edition.events, *(event for event in events if event.status == "hidden")])[there:]
    every = [*edition.events, *hidden]
    return _json(edition, [{**event_data(edition, e), **own.get((e.path, e.line, e.title), {})} for e in every])


def _json(edition: Edition, events: list[dict[str, Any]]) -> str:
    named = dict.fromkeys([*edition.sources, *(m["article"] for e in events for m in e.get("mentions", ()))])
    data = {
        "title": edition.settings.title,
        "as_of": edition.as_of.isoformat() if edition.as_of else None,
        "events": events,
        "sources": [_source(edition, name) for name in named],
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
        **{key: getattr(event, key) for key in TEXTS},
        **{key: list(getattr(event, key)) for key in LISTS},
        "people": [name for name in event.people if name not in edition.never_people],
        "link": safe_url(event.link),
        "image": _said(src=event.image.src, alt=event.image.alt, credit=event.image.credit) if event.image else None,
        "corrections": [{"on": c.on, "text": c.text} for c in event.corrections],
        "after": safe_id(event.after) if event.after else "",
        **{key: [safe_id(id) for id in getattr(event, key) if id] for key in IDS},
        "mentions": [_mention(m) for m in event.mentions],
        "url": f"{edition.settings.url}e/{event.id}/" if edition.settings.url else "",
    }
    return {key: value for key, value in data.items() if value or key == "date"}


def _said(**fields: str) -> dict[str, str]:
    return {key: value for key, value in fields.items() if value}


def _mention(mention: Mention) -> dict[str, str | None]:
    said = {"article": mention.article, "expression": mention.expression, "date": mention.date, "quote": mention.quote}
    return {**said, "reason": mention.reason} if mention.reason else said


def _source(edition: Edition, name: str) -> dict[str, str]:
    article = edition.articles.get(name)
    if article is None:
        return {"id": name}
    return _said(
        id=name,
        published=article.published.isoformat(),
        timezone=article.timezone,
        title=article.title,
        author=article.author,
        publisher=article.publisher,
        url=safe_url(article.url),
    )


def as_csv(edition: Edition) -> str:
    """A table for spreadsheets: lists with « | » between their items; a formula is no formula."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for event in edition.events:
        data = event_data(edition, event)
        data |= {f"image_{key}": value for key, value in data.get("image", {}).items()}
        data["corrections"] = [f"{c['on']}: {c['text']}" for c in data.get("corrections", ())]
        data["sources"] = list(dict.fromkeys(m.article for m in event.mentions))
        writer.writerow([_cell(data.get(column)) for column in COLUMNS])
    return out.getvalue()


def _cell(value: object) -> str:
    text = " | ".join(map(_item, value)) if isinstance(value, list) else str(value or "")
    # A leading apostrophe keeps a spreadsheet from running what a cell says ("CSV injection", OWASP).
    return f"'{text}" if _FORMULA.match(text) else text


def _item(text: str) -> str:
    r"""An item of a list whose own bars are told from those between items.

    >>> _item("Stato|Regione")
    'Stato\\|Regione'
    """
    return text.replace("\\", "\\\\").replace("|", "\\|")
