"""Records: what the extractor last said of each article, and what we last wrote of it. Committed beside the events.

One JSON file an article, one value a line, so that a change is a small hunk and two branches that add different
articles touch different files.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from timeline.dates.edtf import format_edtf, parse_edtf
from timeline.dates.period import Period
from timeline.events.model import Event, Mention
from timeline.problems import Problem
from timeline.store.files import RECORDS, relative

FORMAT = 1
# Fields of an event that the extractor fills; all others are the editor's alone. `mentions` are merged one by one.
FIELDS = (
    "title", "date", "time", "date_text", "status", "summary", "confidence",
    "tags", "people", "organizations", "places", "attribution", "id",
)  # fmt: skip
# Those that JSON has otherwise: a date as text, lists.
_CONVERTED = frozenset({"date", "tags", "people", "organizations", "places", "mentions"})
_MENTION_FIELDS = ("article", "expression", "date", "quote", "reason", "start", "end", "trigger", "rule", "around")


@dataclass(frozen=True, slots=True)
class Written:
    """An event as we last wrote it. *newer* is what the extractor says by now of fields that are not ours any more.

    *keep* names the fields of which the editor wants to hear no more ("*": all). *gone*: the editor deleted the event.
    """

    event: Event
    newer: tuple[tuple[str, Any], ...] = ()
    keep: tuple[str, ...] = ()
    gone: bool = False


@dataclass(frozen=True, slots=True)
class Record:
    """One article's record. *article_digest*, *reader* (program) and *settings* tell whether it must be read again.

    *file* is where new events of the article go. *said* is the extraction, *written* what stands in the event files.
    """

    article: str
    article_digest: str = ""
    reader: str = ""
    settings: str = ""
    file: str = ""
    published: str = ""
    said: tuple[Event, ...] = ()
    written: tuple[Written, ...] = ()

    def is_current(self, article_digest: str, reader: str, settings: str) -> bool:
        """Whether reading the article again would give the same."""
        return (self.article_digest, self.reader, self.settings) == (article_digest, reader, settings)


def record_path(article: str, root: Path) -> Path:
    return root / RECORDS / f"{article}.json"


@lru_cache(maxsize=50_000)
def _date(edtf: str) -> Period:
    """A date as it stands in a record; the same ones come again and again."""
    return parse_edtf(edtf)


def load_records(root: Path) -> tuple[dict[str, Record], list[Problem]]:
    """Every record by article. One that is damaged is told and left out: then everything counts as the editor's."""
    records: dict[str, Record] = {}
    problems: list[Problem] = []
    for path in sorted((root / RECORDS).glob("*.json")):
        try:
            record = from_json(path.read_bytes())
        except (ValueError, KeyError, TypeError, AttributeError, OSError):
            fix = "lancia timeline extract: lo rifà, e gli eventi restano come sono"
            problems.append(Problem(relative(path, root), 0, "il registro è danneggiato", fix, "warning"))
            continue
        records[path.name.removesuffix(".json")] = record
    return records, problems


def to_json(record: Record) -> bytes:
    """A record as its file: sorted by nothing but the order of the text, one value a line."""
    said_ids = {event.id: event for event in record.said}
    data = {
        "format": FORMAT,
        "article": record.article,
        "digest": record.article_digest,
        "published": record.published,
        "reader": record.reader,
        "settings": record.settings,
        "file": record.file,
        "said": [event_to_dict(e) for e in record.said],
        "written": [_written_to_json(w, said_ids) for w in record.written],
    }
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def from_json(data: bytes) -> Record:
    """A record from its file; of an older format too."""
    raw = json.loads(data)
    if raw["format"] > FORMAT:
        raise ValueError("a record of a newer program")
    said = tuple(event_from_dict(e) for e in raw["said"])
    by_id = {event.id: event for event in said}
    return Record(
        article=raw["article"],
        article_digest=raw["digest"],
        reader=raw["reader"],
        settings=raw.get("settings", ""),
        file=raw["file"],
        published=raw.get("published", ""),
        said=said,
        written=tuple(_written_from_json(w, by_id) for w in raw["written"]),
    )


def _written_to_json(written: Written, said: dict[str, Event]) -> Any:
    """What was written exactly as it was said is only named by its id."""
    event = written.event
    same = said.get(event.id) == event
    if same and not (written.newer or written.keep or written.gone):
        return event.id
    data: dict[str, Any] = {"event": event.id if same else event_to_dict(event)}
    if written.newer:
        data["newer"] = {key: to_plain(key, value) for key, value in written.newer}
    if written.keep:
        data["keep"] = list(written.keep)
    if written.gone:
        data["gone"] = True
    return data


def _written_from_json(data: Any, said: dict[str, Event]) -> Written:
    if isinstance(data, str):
        return Written(said[data])
    event = said[data["event"]] if isinstance(data["event"], str) else event_from_dict(data["event"])
    newer = tuple((key, from_plain(key, value)) for key, value in data.get("newer", {}).items())
    return Written(event, newer, tuple(data.get("keep", ())), bool(data.get("gone")))


def to_plain(key: str, value: Any) -> Any:
    """A field's value as JSON has it: dates as EDTF, tuples as lists."""
    if key == "date":
        return format_edtf(value) if value else None
    if key == "mentions":
        return [_mention_to_dict(m) for m in value]
    return list(value) if isinstance(value, tuple) else value


def from_plain(key: str, value: Any) -> Any:
    """The inverse of `to_plain`."""
    if key == "date":
        return _date(value) if value else None
    if key == "mentions":
        return tuple(_mention_from_dict(m) for m in value)
    return tuple(value) if isinstance(value, list) else value


def event_to_dict(event: Event) -> dict[str, Any]:
    """The extractor's fields of an event, empty ones left out."""
    data = {key: to_plain(key, value) for key in FIELDS if (value := getattr(event, key))}
    data["mentions"] = [_mention_to_dict(m) for m in event.mentions]
    return data


def event_from_dict(data: dict[str, Any]) -> Event:
    """The inverse of `event_to_dict`. Of 10,000 events each run asks: only what JSON has otherwise is converted."""
    values = data.copy()
    for key in _CONVERTED & data.keys():
        values[key] = from_plain(key, data[key])
    return Event(**values)


def _mention_to_dict(mention: Mention) -> dict[str, Any]:
    return {key: value for key in _MENTION_FIELDS if (value := getattr(mention, key)) not in ("", None)}


def _mention_from_dict(data: dict[str, Any]) -> Mention:
    return Mention(**{"expression": "", "date": None, "quote": "", **data})


def reasons(root: Path) -> dict[tuple[str, str, str], Mention]:
    """The mentions that records know, by article, expression and quote: for the pages that tell why."""
    known: dict[tuple[str, str, str], Mention] = {}
    for path in sorted((root / RECORDS).glob("*.json")):
        try:
            # The mentions alone: the rest of 10,000 events would take a second to build, for nothing.
            found = [_mention_from_dict(m) for e in json.loads(path.read_bytes())["said"] for m in e["mentions"]]
        except (ValueError, KeyError, TypeError, AttributeError, OSError):
            continue  # `extract` tells of a damaged record, and makes it anew
        for mention in found:
            known.setdefault((mention.article, mention.expression, mention.quote), mention)
    return known


def rename_in_events(events: Iterable[Event], old: str, new: str) -> tuple[Event, ...]:
    """The events with their mentions of one article under its new name."""
    return tuple(
        replace(e, mentions=tuple(replace(m, article=new) if m.article == old else m for m in e.mentions))
        for e in events
    )
