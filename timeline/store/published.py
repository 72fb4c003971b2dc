"""What readers have been given: the ids of published events, each with the date and title it was published with.

So `check` can tell when a permalink would be gone, and `review` when a title or date was changed without a correction.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from timeline.dates.edtf import format_edtf, parse_edtf
from timeline.dates.period import Period
from timeline.events.model import Event
from timeline.problems import Problem
from timeline.store.entries import STATUS_WORDS
from timeline.store.eventfile import SUFFIXES, read_event_file
from timeline.store.files import EVENTS, RECORDS, list_files, read_text_file
from timeline.store.writing import Write

PUBLISHED = f"{RECORDS}/published.txt"
_WORDS = "|".join(word for word, status in STATUS_WORDS.items() if status == "published")
# It begins with a word as it is: such a search is ten times as fast.
_STATUS = re.compile(rf"status:[ ]*['\"]?(?i:{_WORDS})\b")
_ID = re.compile(r"^[ ]*(?:- )?id:[ ]*['\"]?([\w.-]+)", re.M)
# Where a correction may begin; a word more or less only has the file parsed in vain.
_CORRECTED = re.compile(r"\bon:")


@dataclass(frozen=True, slots=True)
class Given:
    """An event as readers first had it, or as the last correction left it: *date* in EDTF, "" for none.

    *corrections* counts those that there were then. *title* None: a line of an older program, which kept ids alone.
    """

    id: str
    date: str = ""
    corrections: int = 0
    title: str | None = None

    def line(self) -> str:
        return self.id if self.title is None else f"{self.id}\t{self.date}\t{self.corrections}\t{self.title}"


def given(root: Path) -> dict[str, Given]:
    """What was noted of each published event, by id."""
    path = root / PUBLISHED
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    return {known.id: known for line in lines if (known := _from_line(line)).id}


def _from_line(line: str) -> Given:
    parts = line.split("\t", 3)
    if len(parts) < 4 or not parts[2].isdecimal():
        return Given(parts[0].strip())
    return Given(parts[0], parts[1], int(parts[2]), parts[3])


def published_ids(root: Path) -> list[str]:
    """Every id that was noted as published."""
    return list(given(root))


def unexplained_changes(root: Path, events: Iterable[Event]) -> list[tuple[Event, Given]]:
    """Published events whose title or date is no longer what readers were given, and no correction says so."""
    known = given(root)
    found = []
    for event in events:
        was = known.get(event.id)
        if was is None or was.title is None or event.status != "published":
            continue
        same = was.title == _on_one_line(event.title) and _is_same_date(was.date, event.date)
        if not same and len(event.corrections) <= was.corrections:
            found.append((event, was))
    return found


def _is_same_date(edtf: str, date: Period | None) -> bool:
    return edtf == (format_edtf(date) if date else "")


def date_given(was: Given) -> Period | None:
    """The date that readers were given."""
    return parse_edtf(was.date) if was.date else None


def note_published(root: Path) -> list[Write]:
    """What to write so that the events which stand published now are remembered; one a line, sorted by id.

    What is known stays as it is until the event has one correction more. Reads text, and YAML only of files with
    something new: this runs at each extraction, and parsing 10,000 events takes seconds.
    """
    known = given(root)
    notes = dict(known)
    for path in list_files(root, EVENTS, SUFFIXES):
        text = path.read_text(encoding="utf-8", errors="replace")
        if _STATUS.search(text) and any(_is_news(event, known) for event in _events(text)):
            notes |= _as_they_stand(path, root, known)
    if notes == known:
        return []
    path = root / PUBLISHED
    old = path.read_bytes() if path.exists() else None
    return [Write(PUBLISHED, old, "".join(f"{notes[i].line()}\n" for i in sorted(notes)).encode())]


def _is_news(event: str, known: Mapping[str, Given]) -> bool:
    """Whether an event's text is of a published one that was not noted yet, or has one correction more."""
    if not _STATUS.search(event):
        return False
    was = [known.get(name) for name in _ID.findall(event)[:1]]
    return any(w is None or w.title is None or len(_CORRECTED.findall(event)) > w.corrections for w in was)


def _as_they_stand(path: Path, root: Path, known: Mapping[str, Given]) -> dict[str, Given]:
    """The published events of a file that are to be noted."""
    source = read_text_file(path, root)
    if isinstance(source, Problem):
        return {}
    found = {}
    for event in (e.event for e in read_event_file(source).events):
        was, corrections = known.get(event.id), len(event.corrections)
        if (
            event.id
            and event.status == "published"
            and (was is None or was.title is None or corrections > was.corrections)
        ):
            date = format_edtf(event.date) if event.date else ""
            found[event.id] = Given(event.id, date, corrections, _on_one_line(event.title))
    return found


def _on_one_line(text: str) -> str:
    return " ".join(text.split())


def _events(text: str) -> list[str]:
    """The text of each event: what begins with a dash as far left as the first."""
    first = re.search(r"^([ ]*)- ", text, re.M)
    return re.split(rf"^{first[1]}- ", text, flags=re.M)[1:] if first else []
