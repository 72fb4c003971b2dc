"""`timeline import`: chronologies made elsewhere as event files. What has no field of ours is kept as an x- key."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from timeline.problems import Problem, ProblemsFound
from timeline.store.calendarfile import read_calendar
from timeline.store.entries import read_event_date
from timeline.store.files import EVENTS, TextFile, decode
from timeline.store.schema import schema_line
from timeline.store.splice import Plain, event_text
from timeline.store.writing import Write, write_all

Row = dict[str, Any]
FIELDS = (
    "title date time date_text status summary tags people organizations places confidence attribution note link id"
).split()  # fmt: skip
LISTS = frozenset(("tags", "people", "organizations", "places", "related"))
PROOF = ("article", "expression", "date", "quote")
# TimelineJS' spreadsheet and calendars call these fields otherwise.
SAME = {
    "headline": "title", "text": "summary", "display date": "date_text", "group": "tags", "media": "x-media",
    "media credit": "x-media-credit", "media caption": "x-media-caption",
}  # fmt: skip
# Made from other fields by whoever exported: nothing is lost without them.
DERIVED = frozenset(("date_in_words", "sources", "url"))


@dataclass(frozen=True, slots=True)
class Imported:
    """The event file written, how many events it has, and the keys under which foreign fields were kept."""

    path: str
    count: int
    kept: tuple[str, ...]

    def __str__(self) -> str:
        told = f"{self.path}: {self.count} {'evento' if self.count == 1 else 'eventi'}"
        return f"{told}; campi tenuti a parte: {', '.join(self.kept)}" if self.kept else told


def import_file(source: Path, root: Path, timezone: str) -> Imported:
    """Write content/events/NAME.yml from a file. Never overwrites."""
    read = _decoded(source)
    rows = _rows(read, source.suffix.lower(), timezone)
    target = f"{EVENTS}/{re.sub('[^a-z0-9]+', '-', source.stem.lower()).strip('-') or 'importati'}.yml"
    if (root / target).exists():
        raise ProblemsFound([Problem(target, 0, "esiste già", f"rinomina {source.name}: non sovrascrivo nulla")])
    problems = [p for number, row in enumerate(rows, 1) for p in _wrong(row, number, source.name)]
    if problems or not rows:
        raise ProblemsFound(problems or [Problem(source.name, 0, "non contiene nessun evento")])
    text = schema_line(target) + "\n\n" + "\n".join(event_text(_fields(row), _proofs(row)) for row in rows)
    write_all(root, [Write(target, None, text.encode())])
    return Imported(
        target, len(rows), tuple(dict.fromkeys(key for row in rows for key, _ in _fields(row) if key[:2] == "x-"))
    )


def _decoded(source: Path) -> TextFile:
    try:
        read = decode(source.read_bytes(), source.name)
    except OSError as error:
        raise ProblemsFound([Problem(source.name, 0, f"il file non si apre ({error.strerror})")]) from None
    if isinstance(read, Problem):
        raise ProblemsFound([read])
    return read


def _rows(read: TextFile, suffix: str, timezone: str) -> list[Row]:
    if suffix == ".ics":
        return read_calendar(read.text, timezone)
    if suffix == ".csv":
        table = csv.DictReader(io.StringIO(read.text, newline=""))
        return [_from_table(row) for row in table]
    if suffix == ".json":
        try:
            said = json.loads(read.text)
        except ValueError as error:
            line = error.lineno if isinstance(error, json.JSONDecodeError) else 0
            raise ProblemsFound([Problem(read.path, line, "non è JSON")]) from None
        events = said.get("events") if isinstance(said, dict) else said
        rows = [event for event in events or [] if isinstance(event, dict)]
        return [_from_slide(row) if "start_date" in row or "text" in row else row for row in rows]
    fix = "sono previsti .json (TimelineJS o nostro), .csv e .ics"
    raise ProblemsFound([Problem(read.path, 0, f"il tipo «{suffix}» non si conosce", fix)])


def _from_table(row: Mapping[str | None, Any]) -> Row:
    """A line of a table: ours, TimelineJS' (a column each for year, month and day) or with names of its own."""
    told = {str(key or "colonna senza nome").strip().lower(): _unquoted(value) for key, value in row.items()}
    told = {SAME.get(key, key): value for key, value in told.items() if value}
    if "year" in told:
        told["date"] = _interval(
            _date(told), _date({k.removeprefix("end "): v for k, v in told.items() if k[:4] == "end "})
        )
        told = {k: v for k, v in told.items() if not re.fullmatch("(end )?(year|month|day)", k)}
    return {key: _items(value) if key in LISTS else value for key, value in told.items()}


def _from_slide(slide: Mapping[str, Any]) -> Row:
    """A slide of TimelineJS: https://timeline.knightlab.com/docs/json-format.html."""
    text, media = slide.get("text") or {}, slide.get("media") or {}
    start = slide.get("start_date") or {}
    row: Row = {
        "title": text.get("headline"),
        "date": _interval(_date(start), _date(slide.get("end_date") or {})),
        "date_text": slide.get("display_date") or start.get("display_date"),
        "time": f"{int(start['hour'])}:{int(start.get('minute') or 0):02}"
        if start.get("hour") not in (None, "")
        else "",
        "summary": text.get("text"),
        "tags": [slide["group"]] if slide.get("group") else [],
        "id": slide.get("unique_id"),
        **{f"x-media-{key}": value for key, value in media.items()},
    }
    known = {"text", "media", "start_date", "end_date", "display_date", "group", "unique_id"}
    row |= {f"x-{key}": json.dumps(value, ensure_ascii=False) for key, value in slide.items() if key not in known}
    return {key: value for key, value in row.items() if value}


def _date(parts: Mapping[str, Any]) -> str:
    """Year, month and day as EDTF, as far as they are told."""
    told = [str(parts.get(key) or "").strip() for key in ("year", "month", "day")]
    if not told[0]:
        return ""
    year = f"{int(told[0]):04}" if re.fullmatch(r"\d+", told[0]) else told[0]
    return "-".join([year, *(part.zfill(2) for part in told[1 : 1 + bool(told[1]) + bool(told[1] and told[2])])])


def _interval(first: str, last: str) -> str:
    return f"{first}/{last}" if last and last != first else first


def _unquoted(value: Any) -> str:
    """A cell without the apostrophe that keeps spreadsheets from running it."""
    text = " | ".join(value) if isinstance(value, list) else str(value or "").strip()
    return text[1:] if re.match(r"'[=+@\t\r-]", text) else text


def _items(text: str) -> list[str]:
    return [item.strip() for item in text.split("|") if item.strip()]


def _wrong(row: Row, number: int, name: str) -> Iterable[Problem]:
    """What keeps an entry from being an event: no title, or a date that cannot be read."""
    if not str(row.get("title") or "").strip():
        yield Problem(name, 0, f"la voce {number} non ha un titolo")
    try:
        read_event_date(str(row["date"]) if row.get("date") else None)
    except ValueError as error:
        yield Problem(name, 0, f"voce {number}: la data «{row['date']}» non si legge", str(error))


def _fields(row: Row) -> list[tuple[str, Plain]]:
    """In the order of event files; the rest after them as keys of the editors' own."""
    known = [(key, _plain(row[key], key)) for key in FIELDS if row.get(key) and key != "date"]
    rest = [(key, value) for key, value in row.items() if key not in {*FIELDS, *DERIVED, "mentions"} and value]
    own = [(key if key.startswith("x-") else f"x-{_key(key)}", _plain(value, key)) for key, value in rest]
    return [known[0], ("date", str(row["date"]) if row.get("date") else None), *known[1:], *own]


def _key(name: str) -> str:
    return re.sub(r"[^\w]+", "-", name.lower()).strip("-") or "altro"


def _plain(value: Any, key: str) -> Plain:
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return value if key in LISTS else " | ".join(value)
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _proofs(row: Row) -> list[list[tuple[str, Plain]]]:
    proofs = row.get("mentions") or []
    return [[(key, proof.get(key)) for key in PROOF if key in proof] for proof in proofs if isinstance(proof, dict)]
