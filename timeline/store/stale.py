"""Which articles must be read (again) and why, known by hashes: most runs find nothing to read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from timeline.problems import Problem
from timeline.store.articles import StoredArticle, load_changed_articles
from timeline.store.config import Config
from timeline.store.files import digest
from timeline.store.record import Record, rename_in_events

# What turns an article's bytes into events, below the package; a change in any of it makes all be read again.
_READING = (
    *("tagger.py", "dates", "italian", "events"),
    *("store/articles.py", "store/cleaning.py", "store/frontmatter.py", "store/pasted.py"),
)


@dataclass(frozen=True, slots=True)
class Stale:
    """The articles to read, with the cause of each by id; *renamed*: old id → new id of those with another name."""

    articles: tuple[StoredArticle, ...] = ()
    causes: dict[str, str] = field(default_factory=dict)
    renamed: dict[str, str] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


def find_stale(root: Path, config: Config, records: dict[str, Record], reader: str) -> Stale:
    """Compare the articles with their records, by hashes. *records* of renamed articles get their new names."""

    def is_read(name: str, hash_of_bytes: str) -> bool:
        record = records.get(name)
        return record is not None and record.is_current(hash_of_bytes, reader, config.digest)

    current, stored, problems = load_changed_articles(root, config.timezone, is_read)
    renamed = _renamed(stored, {*current, *(a.article.id for a in stored)}, records)
    for old, new in renamed.items():
        _rename(records, old, new)
    stale = tuple(a for a in stored if not is_read(a.article.id, a.digest))
    causes = {a.article.id: _cause(records.get(a.article.id), a, reader) for a in stale}
    return Stale(stale, causes, renamed, tuple(problems))


@cache
def reader_stamp() -> str:
    """What reads the articles: the program's version and its very code, so that a mended rule is read with at once."""
    package = Path(__file__).parent.parent
    # Line ends are Git's business on some machines, and the stamp must be the same on all.
    code = b"".join(path.read_bytes().replace(b"\r\n", b"\n") for name in _READING for path in _files(package / name))
    try:
        name = version("timeline")
    except PackageNotFoundError:
        name = "?"
    return f"{name}+{digest(code)[:8]}"


def _files(place: Path) -> Iterator[Path]:
    if place.is_file():
        yield place
    files = (p for p in place.rglob("*") if p.suffix in (".py", ".yaml", ".txt", ".tsv", ".json"))
    yield from sorted(files, key=Path.as_posix)


def _cause(record: Record | None, article: StoredArticle, reader: str) -> str:
    """Why an article is read."""
    if record is None:
        return "new"
    if record.article_digest != article.digest:
        return "article"
    return "reader" if record.reader != reader else "settings"


def _renamed(articles: Sequence[StoredArticle], present: set[str], records: dict[str, Record]) -> dict[str, str]:
    """Articles that got another file name: gone under the old, new under the other, with the same bytes or passages."""
    lost = {name: record for name, record in records.items() if name not in present}
    found: dict[str, str] = {}
    for article in articles:
        if article.article.id in records or not lost:
            continue
        for name, record in lost.items():
            quotes = {m.quote for e in record.said for m in e.mentions if m.article == name}
            kept = sum(quote in article.article.text for quote in quotes)
            if record.article_digest == article.digest or (quotes and kept >= 0.8 * len(quotes)):
                found[name] = article.article.id
                del lost[name]
                break
    return found


def _rename(records: dict[str, Record], old: str, new: str) -> None:
    """The new name in every record that knows the old one: an event of another article may have passages of this."""
    records[new] = replace(records.pop(old), article=new)
    for name, record in records.items():
        known = (*record.said, *(w.event for w in record.written))
        if any(m.article == old for event in known for m in event.mentions):
            said = rename_in_events(record.said, old, new)
            events = rename_in_events([w.event for w in record.written], old, new)
            written = tuple(replace(w, event=e) for w, e in zip(record.written, events, strict=True))
            records[name] = replace(record, said=said, written=written)
