"""JSON as rows of fields: our own, TimelineJS', or any list of objects."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from timeline.problems import Problem, ProblemsFound
from timeline.store.files import TextFile
from timeline.store.foreign import Chronology, Row, by_our_names
from timeline.store.slidesfile import is_slide, read_slides
from timeline.store.tablefile import DERIVED


def read_json(source: TextFile) -> Chronology:
    """The events of a file of JSON; `ProblemsFound` where it is none, or holds no events."""
    try:
        said = json.loads(source.text)
    except ValueError as error:
        line = error.lineno if isinstance(error, json.JSONDecodeError) else 0
        raise ProblemsFound([Problem(source.path, line, "non è JSON")]) from None
    whole: Mapping[str, Any] = said if isinstance(said, dict) else {"events": said}
    events = whole.get("events")
    if not isinstance(events, list):
        fix = "ci vuole un elenco di eventi, da solo o sotto «events»"
        raise ProblemsFound([Problem(source.path, 0, "non contiene nessun evento", fix)])
    strange = [number for number, event in enumerate(events, 1) if not isinstance(event, dict)]
    if strange:
        fix = 'ogni voce deve avere dei campi: {"title": …, "date": …}'
        raise ProblemsFound([Problem(source.path, 0, f"la voce {number} non è un evento", fix) for number in strange])
    if any(map(is_slide, events)):
        return read_slides(whole)
    left = [f"«{key}»" for key in whole if key not in ("events", "sources", "title", "as_of")]
    left += [f"il titolo («{whole['title']}»)"] if whole.get("title") else []
    sources = [s for s in whole.get("sources") or () if isinstance(s, dict)]
    return Chronology(
        tuple(_own(e) if "date_in_words" in e else by_our_names(e) for e in events), tuple(left), tuple(sources)
    )


def _own(event: Row) -> Row:
    """An event of our own JSON without what it says in other words too."""
    row = {key: value for key, value in event.items() if key not in DERIVED}
    if isinstance(row.get("mentions"), list):
        row["mentions"] = [
            {k: v for k, v in m.items() if k != "reason"} for m in row["mentions"] if isinstance(m, dict)
        ]
    return row
