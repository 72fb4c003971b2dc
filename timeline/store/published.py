"""The ids that readers have been given: noted once published, so that `check` can tell when one would be gone."""

from __future__ import annotations

import re
from pathlib import Path

from timeline.store.entries import STATUS_WORDS
from timeline.store.files import EVENTS, RECORDS, list_files
from timeline.store.writing import Write

PUBLISHED = f"{RECORDS}/published.txt"
_WORDS = "|".join(word for word, status in STATUS_WORDS.items() if status == "published")
_STATUS = re.compile(rf"\bstatus:[ ]*['\"]?(?:{_WORDS})\b", re.I)
_ID = re.compile(r"^[ ]*(?:- )?id:[ ]*['\"]?([\w.-]+)", re.M)


def published_ids(root: Path) -> list[str]:
    """Every id that was noted as published."""
    path = root / PUBLISHED
    return path.read_text(encoding="utf-8").split() if path.exists() else []


def note_published(root: Path) -> list[Write]:
    """What to write so that the ids which stand published now are remembered; one a line, sorted.

    Reads text, not YAML: this runs at each extraction, and parsing 10,000 events takes seconds.
    """
    known = set(published_ids(root))
    found: set[str] = set()
    for path in list_files(root, EVENTS, (".yml", ".yaml")):
        text = path.read_text(encoding="utf-8", errors="replace")
        if _STATUS.search(text):
            found.update(i for event in _events(text) if _STATUS.search(event) for i in _ID.findall(event)[:1])
    if found <= known:
        return []
    path = root / PUBLISHED
    old = path.read_bytes() if path.exists() else None
    return [Write(PUBLISHED, old, "".join(f"{i}\n" for i in sorted(known | found)).encode())]


def _events(text: str) -> list[str]:
    """The text of each event: what begins with a dash as far left as the first."""
    first = re.search(r"^([ ]*)- ", text, re.M)
    return re.split(rf"^{first[1]}- ", text, flags=re.M)[1:] if first else []
