"""`timeline import`: chronologies made elsewhere as event files. What has no field of ours is kept as an x- key."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from timeline.events.model import Article
from timeline.problems import Problem, ProblemsFound
from timeline.store.articles import SUFFIXES, read_moment, to_markdown
from timeline.store.calendarfile import read_calendar
from timeline.store.entries import read_event_date
from timeline.store.eventfile import load_events
from timeline.store.files import ARTICLES, EVENTS, TextFile, decode, list_files
from timeline.store.foreign import Chronology, Row
from timeline.store.foreigntext import event_text, fitting
from timeline.store.jsonfile import read_json
from timeline.store.mkdocsfile import read_names
from timeline.store.schema import schema_line
from timeline.store.tablefile import read_table
from timeline.store.writing import Write, write_all

_NAME = re.compile(r"\w[\w.-]*")  # of an article's file
_READABLE = "sono previsti .json (TimelineJS o nostro), .csv e .ics"


@dataclass(frozen=True, slots=True)
class Imported:
    """The event file written, and how many events and *sources* came in.

    *kept* are the keys under which foreign fields stand now, *left* in words what has no place in a dossier.
    """

    path: str
    count: int
    sources: int
    kept: tuple[str, ...]
    left: tuple[str, ...]

    def __str__(self) -> str:
        lines = [f"{self.path}: {self.count} {'evento' if self.count == 1 else 'eventi'}"]
        if self.sources:
            lines.append(f"{ARTICLES}/: {self.sources} {'fonte' if self.sources == 1 else 'fonti'}, senza il testo")
        if self.kept:
            lines.append(f"campi tenuti a parte, che il sito non mostra: {', '.join(self.kept)}")
        if self.left:
            lines.append(f"non entra negli eventi: {', '.join(self.left)}")
        return "\n".join(lines)


def import_file(source: Path, root: Path, timezone: str) -> Imported:
    """Write content/events/NAME.yml from a file, and its sources into content/articles/. Never overwrites."""
    read = _read(_decoded(source), source.suffix.lower(), timezone)
    target = f"{EVENTS}/{re.sub('[^a-z0-9]+', '-', source.stem.lower()).strip('-') or 'importati'}.yml"
    if (root / target).exists():
        raise ProblemsFound([Problem(target, 0, "esiste già", f"rinomina {source.name}: non sovrascrivo nulla")])
    site = read_names(root).get("site_url", "")
    rows = [fitting(_at_home(row, site)) for row in read.rows]
    problems = [p for number, row in enumerate(rows, 1) for p in _wrong(row, number, source.name)]
    problems += _taken(rows, root)
    if problems or not rows:
        raise ProblemsFound(problems or [Problem(source.name, 0, "non contiene nessun evento", _READABLE)])
    text = "\n".join([schema_line(target) + "\n", *(event_text(row) for row in rows)])
    articles = list(_articles(read.sources, root, timezone))
    write_all(root, [Write(target, None, text.encode()), *articles])
    kept = dict.fromkeys(key for row in rows for key in row if key.startswith("x-"))
    return Imported(target, len(rows), len(articles), tuple(kept), read.left)


def _decoded(source: Path) -> TextFile:
    try:
        read = decode(source.read_bytes(), source.name)
    except OSError as error:
        fix = "controlla il nome: il file va indicato dalla cartella in cui sei"
        why = "il file non c’è" if isinstance(error, FileNotFoundError) else f"il file non si apre ({error.strerror})"
        raise ProblemsFound([Problem(str(source), 0, why, fix)]) from None
    if isinstance(read, Problem):
        raise ProblemsFound([read])
    return read


def _read(source: TextFile, suffix: str, timezone: str) -> Chronology:
    if suffix == ".ics":
        try:
            return read_calendar(source.text, timezone)
        except ValueError as error:
            raise ProblemsFound([Problem(source.path, 0, f"non è un calendario iCalendar ({error})")]) from None
    if suffix == ".csv":
        return read_table(source.text)
    if suffix == ".json":
        return read_json(source)
    raise ProblemsFound([Problem(source.path, 0, f"il tipo «{suffix}» non si conosce", _READABLE)])


def _at_home(row: Row, site: str) -> Row:
    """A row whose image is named by its file where it stands on the dossier's own site."""
    image = row.get("image")
    if site and isinstance(image, dict) and str(image.get("src", "")).startswith(f"{site.rstrip('/')}/"):
        return {**row, "image": {**image, "src": image["src"].removeprefix(f"{site.rstrip('/')}/")}}
    return row


def _wrong(row: Row, number: int, name: str) -> Iterable[Problem]:
    """What keeps an entry from being an event: no title, or a date that cannot be read."""
    if not str(row.get("title") or "").strip():
        yield Problem(name, 0, f"la voce {number} non ha un titolo", "il titolo sta in title, titolo o headline")
    try:
        read_event_date(row["date"])
    except ValueError as error:
        told = getattr(error, "context", None) or {}
        yield Problem(name, 0, f"voce {number}: {told.get('message', error)}", told.get("fix", ""))


def _taken(rows: list[Row], root: Path) -> Iterator[Problem]:
    """Ids that an event of the dossier, or of this very file, has already: each leads to one event only."""
    homes = {event.id: f"{event.path}:{event.line}" for event in load_events(root)[0] if event.id}
    for number, row in enumerate(rows, 1):
        id = row.get("id")
        if id in homes:
            fix = "cambia uno dei due id, o toglilo: se la voce è la stessa, non importarla di nuovo"
            yield Problem("", 0, f"voce {number}: l’id «{id}» c’è già ({homes[id]})", fix)
        elif id:
            homes[id] = f"voce {number}"


def _articles(sources: Iterable[Mapping[str, Any]], root: Path, timezone: str) -> Iterator[Write]:
    """The sources that the dossier does not have yet, each a file that names it: its text was never exported."""
    there = {path.stem for path in list_files(root, ARTICLES, SUFFIXES)}
    for source in sources:
        id = str(source.get("id", ""))
        published = read_moment(str(source.get("published", "")), str(source.get("timezone") or timezone))
        if id in there or not _NAME.fullmatch(id) or isinstance(published, str):
            continue
        title, author, publisher, url = (str(source.get(key) or "") for key in ("title", "author", "publisher", "url"))
        zone = str(source.get("timezone") or timezone)
        article = Article(id, "", published, title, author=author, publisher=publisher, url=url, timezone=zone)
        yield Write(f"{ARTICLES}/{id}.md", None, to_markdown(article, timezone).encode())
