"""`timeline extract`: articles in, edits of event files and records out; first as a plan, then on the disk."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from difflib import unified_diff
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from timeline.events.extract import extract
from timeline.events.merge import Merged, Pairs, merge
from timeline.events.model import Article, Event, Mention
from timeline.events.vocabulary import Settings
from timeline.problems import Problem, ProblemsFound
from timeline.store.articles import StoredArticle, load_stored_articles
from timeline.store.config import load_config
from timeline.store.eventfile import SUFFIXES
from timeline.store.files import EVENTS, TextFile, decode, digest, list_files, read_text_file
from timeline.store.merging import Change, Result, merge_all
from timeline.store.published import note_published
from timeline.store.record import Record, load_records, record_path, rename_in_events, to_json
from timeline.store.report import report_lines
from timeline.store.schema import SCHEMA_FILE, schema_line, schema_text
from timeline.store.splice import Edit, append_event, apply_edits, in_order, replace_scalar
from timeline.store.standing import Standing, event_fields, mention_fields, standing_events
from timeline.store.writing import Write, recover, write_all
from timeline.store.yamltext import Document, Scalar, alias_problems, compose, get

Extractor = Callable[[Article, Settings], list[Event]]
Joiner = Callable[[Sequence[Event], Pairs, Pairs], Merged]
_ID = re.compile(r"^[ ]*(?:- )?(?:\{)?id:[ ]*['\"]?([\w.-]+)", re.M)


@dataclass(frozen=True, slots=True)
class Plan:
    """What an extraction would do. *writes* are whole files; *changes* tell of events."""

    root: Path
    writes: tuple[Write, ...] = ()
    changes: tuple[Change, ...] = ()
    problems: tuple[Problem, ...] = ()
    causes: dict[str, str] = field(default_factory=dict)
    stamps_only: bool = True

    @property
    def changed(self) -> bool:
        """Whether the event files, or what the records say of the articles, would change."""
        return not self.stamps_only

    def lines(self) -> list[str]:
        """One Italian line an event, then what it comes to."""
        return report_lines(self.changes, self.causes)

    def diff(self) -> str:
        """The changes of the event files as a unified diff."""
        out: list[str] = []
        for write in self.writes:
            if not write.path.endswith(SUFFIXES):
                continue
            old, new = ((data or b"").decode("utf-8").splitlines(keepends=True) for data in (write.old, write.new))
            out += unified_diff(old, new, f"a/{write.path}", f"b/{write.path}")
        return "".join(line if line.endswith("\n") else line + "\n\\ manca l’a capo finale\n" for line in out)


def apply(plan: Plan) -> None:
    """Write what the plan holds, all of it or, after a crash, with the next run."""
    write_all(plan.root, plan.writes)


def plan(root: Path, jobs: int = 1, extractor: Extractor = extract, joiner: Joiner = merge, reader: str = "") -> Plan:
    """Read what has changed since the last run, and say what to write. A run that was killed is finished first.

    *extractor* and *joiner* tell the events of an article and which events are one; *reader* names their version.
    """
    recover(root)
    config, problems = load_config(root)
    articles, wrong = load_stored_articles(root, config.timezone)
    records, damaged = load_records(root)
    problems += [*wrong, *damaged]
    reader = reader or reader_stamp()
    renamed = _renamed(articles, records)
    for old, new in renamed.items():
        records[new] = _rename(records.pop(old), old, new)
    by_id = {a.article.id: a for a in articles}
    stale = [a for a in articles if not _is_current(records.get(a.article.id), a, reader, config.digest)]
    schema = _schema_write(root, articles)
    if not stale and not renamed:
        writes = [*schema, *note_published(root)]
        return Plan(root, tuple(writes), (), tuple(sorted(set(problems))), {}, not schema)
    files, unreadable = _read_event_files(root)
    problems += unreadable
    blocked = _blocked(root, unreadable, stale, records)
    stale = [a for a in stale if a.article.id not in blocked]
    causes = {a.article.id: _cause(records.get(a.article.id), a, reader) for a in stale}
    said = _extract_all([a.article for a in stale], config.settings, jobs, extractor)
    return _Planning(root, records, files, by_id, renamed, damaged, joiner).plan(
        stale, said, reader, config.digest, causes, tuple(sorted(set(problems))), schema
    )


def _extract_all(
    articles: Sequence[Article], settings: Settings, jobs: int, extractor: Extractor
) -> dict[str, tuple[Event, ...]]:
    """Each article's events; on several cores where that is asked for and worth starting processes."""
    if jobs > 1 and len(articles) > 8:
        from concurrent.futures import ProcessPoolExecutor

        with ProcessPoolExecutor(jobs) as pool:
            told = pool.map(extractor, articles, [settings] * len(articles), chunksize=8)
            return {a.id: tuple(events) for a, events in zip(articles, told, strict=True)}
    return {a.id: tuple(extractor(a, settings)) for a in articles}


@cache
def reader_stamp() -> str:
    """What reads the articles: the program's version and its very code, so that a mended rule is read with at once."""
    package = Path(__file__).parent.parent
    parts = [package / "tagger.py"]
    for folder in ("dates", "italian", "events"):
        parts += sorted(
            p for p in (package / folder).rglob("*") if p.suffix in (".py", ".yaml", ".txt", ".tsv", ".json")
        )
    code = b"".join(p.read_bytes() for p in parts)
    try:
        name = version("timeline")
    except PackageNotFoundError:
        name = "?"
    return f"{name}+{digest(code)[:8]}"


def _is_current(record: Record | None, article: StoredArticle, reader: str, settings: str) -> bool:
    return record is not None and record.is_current(article.digest, reader, settings)


def _cause(record: Record | None, article: StoredArticle, reader: str) -> str:
    """Why an article is read again."""
    if record is None:
        return "new"
    if record.article_digest != article.digest:
        return "article"
    return "reader" if record.reader != reader else "settings"


def _renamed(articles: Sequence[StoredArticle], records: dict[str, Record]) -> dict[str, str]:
    """Articles that got another file name: gone under the old, new under the other, with the same bytes or passages."""
    present = {a.article.id for a in articles}
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


def _rename(record: Record, old: str, new: str) -> Record:
    said = rename_in_events(record.said, old, new)
    events = rename_in_events([w.event for w in record.written], old, new)
    written = tuple(replace(w, event=e) for w, e in zip(record.written, events, strict=True))
    return replace(record, article=new, said=said, written=written)


def _schema_write(root: Path, articles: Sequence[StoredArticle]) -> list[Write]:
    path = root / SCHEMA_FILE
    old = path.read_bytes() if path.exists() else None
    new = schema_text().encode()
    return [Write(SCHEMA_FILE, old, new)] if articles and old != new else []


def _read_event_files(root: Path) -> tuple[dict[str, TextFile], list[Problem]]:
    files: dict[str, TextFile] = {}
    problems: list[Problem] = []
    for path in list_files(root, EVENTS, SUFFIXES):
        source = read_text_file(path, root)
        if isinstance(source, Problem):
            problems.append(source)
        else:
            files[source.path] = source
    return files, problems


def _blocked(
    root: Path, unreadable: Sequence[Problem], stale: Sequence[StoredArticle], records: dict[str, Record]
) -> frozenset[str]:
    """Articles whose events may stand in a file that cannot be read at all: nothing is done about these."""
    broken = {p.path for p in unreadable}
    if not broken:
        return frozenset()
    homes = {name: record.file for name, record in records.items()}
    return frozenset(a.article.id for a in stale if homes.get(a.article.id, f"{EVENTS}/{a.article.id}.yml") in broken)


class _Planning:
    """One run's files and records, while they turn into writes."""

    def __init__(
        self,
        root: Path,
        records: dict[str, Record],
        files: dict[str, TextFile],
        articles: dict[str, StoredArticle],
        renamed: dict[str, str],
        damaged: Sequence[Problem],
        joiner: Joiner,
    ) -> None:
        self.root = root
        self.records = records
        self.files = files
        self.articles = articles
        self.renamed = renamed
        self.damaged = frozenset(Path(p.path).name.removesuffix(".json") for p in damaged)
        self.joiner = joiner
        self.documents: dict[str, Document] = {}
        self.problems: list[Problem] = []

    def plan(
        self,
        stale: list[StoredArticle],
        said: dict[str, tuple[Event, ...]],
        reader: str,
        settings: str,
        causes: dict[str, str],
        problems: tuple[Problem, ...],
        schema: list[Write],
    ) -> Plan:
        told = {**{name: record.said for name, record in self.records.items()}, **said}
        involved = self._involved(told, said)
        standing, blocked = self._standing(involved)
        if blocked:
            said = {name: events for name, events in said.items() if name not in blocked}
            stale = [a for a in stale if a.article.id not in blocked]
            told = {**{name: record.said for name, record in self.records.items()}, **said}
            involved = {name for name in involved if name not in blocked}
        refused, accepted = self._decided(standing)
        events = [e for name in sorted(involved) for e in told.get(name, ())]
        joined = self.joiner(self._in_order(events), refused, accepted).events
        written = [(name, w) for name in sorted(involved) if name in self.records for w in self.records[name].written]
        texts = {path: source.text for path, source in self.files.items()}
        lost = self.damaged | self._without_record(standing, said)
        result = merge_all(written, standing, joined, texts, self._ids(), lost)
        writes, stamps_only = self._writes(result, involved, said, reader, settings, standing)
        for name in causes.keys() - said.keys():
            causes = {k: v for k, v in causes.items() if k != name}
        return Plan(
            self.root,
            (*schema, *writes, *note_published(self.root)),
            tuple(result.changes),
            tuple(sorted({*problems, *self.problems})),
            causes,
            stamps_only and not schema and not result.changes,
        )

    def _involved(self, told: dict[str, tuple[Event, ...]], said: dict[str, tuple[Event, ...]]) -> set[str]:
        """The articles whose events may change: those read now, and those that tell of the same days."""
        involved = set(said) | set(self.renamed.values())
        mine = [
            e
            for name in involved
            for e in (*said.get(name, ()), *(self.records[name].said if name in self.records else ()))
        ]
        days = {day for e in mine for day in _days(e)}
        for name, events in told.items():
            if name not in involved and any(not days.isdisjoint(_days(e)) for e in events):
                involved.add(name)
        # Events that were joined are taken apart and joined again only together.
        for _ in range(3):
            before = len(involved)
            for name, record in self.records.items():
                mentioned = {name} | {m.article for w in record.written for m in w.event.mentions}
                if not mentioned.isdisjoint(involved):
                    involved |= mentioned & told.keys()
            if len(involved) == before:
                break
        return involved

    def _in_order(self, events: list[Event]) -> list[Event]:
        """By the day their article came out: the first to tell a fact is its home."""

        def key(event: Event) -> tuple[str, str, int]:
            name = event.mentions[0].article if event.mentions else ""
            stored = self.articles.get(name)
            published = str(stored.article.published) if stored else self._published(name)
            return published[:10], name, event.mentions[0].start if event.mentions else 0

        return sorted(events, key=key)

    def _published(self, name: str) -> str:
        record = self.records.get(name)
        return record.published if record else ""

    def _standing(self, involved: set[str]) -> tuple[list[Standing], set[str]]:
        """The events of every file that may hold one of ours, and the articles that a broken file keeps from us."""
        olds = {old for old, new in self.renamed.items()}
        names = involved | olds
        ids = {w.event.id for name in involved if name in self.records for w in self.records[name].written}
        standing: list[Standing] = []
        blocked: set[str] = set()
        homes = {self._home(name) for name in involved}
        for path, source in self.files.items():
            named = {name for name in names if name in source.text}
            if not named and path not in homes and not (ids & set(_ID.findall(source.text))):
                continue
            document = compose(source)
            wrong = [*document.problems, *alias_problems(source)]
            if wrong:
                self.problems += wrong
                blocked |= {self.renamed.get(name, name) for name in named}
                blocked |= {name for name in involved if self._home(name) == path}
                continue
            self.documents[path] = document
            standing += standing_events(document, len(standing), self.renamed)
        return standing, blocked

    def _home(self, name: str) -> str:
        record = self.records.get(name)
        return record.file if record and record.file else f"{EVENTS}/{name}.yml"

    def _decided(self, standing: Sequence[Standing]) -> tuple[Pairs, Pairs]:
        """What editors said of pairs of events: the same, or not."""
        from timeline.events.merge import key_of

        by_id: dict[str, list[Mention]] = {}
        for record in self.records.values():
            for w in record.written:
                by_id.setdefault(w.event.id, []).extend(w.event.mentions)
        pairs: dict[str, set[frozenset[tuple[str, str, int, str]]]] = {"same_as": set(), "not_same_as": set()}
        for event in standing:
            for key, found in pairs.items():
                others = event.fields.get(key)
                for other in others if isinstance(others, list) else [others]:
                    if isinstance(other, str):
                        found |= {
                            frozenset((key_of(a), key_of(b)))
                            for a in by_id.get(event.id, ())
                            for b in by_id.get(other.strip(), ())
                        }
        return frozenset(pairs["not_same_as"]), frozenset(pairs["same_as"])

    def _without_record(self, standing: Sequence[Standing], said: dict[str, tuple[Event, ...]]) -> frozenset[str]:
        """Articles read before whose record is gone: their file stands, with passages of theirs."""
        passages = {
            name: {(m.article, m.expression, m.quote) for e in events for m in e.mentions}
            for name, events in said.items()
        }
        return frozenset(
            name
            for name in said
            if name not in self.records
            and any(
                s.path == f"{EVENTS}/{name}.yml" and any(m.ident in passages[name] for m in s.mentions)
                for s in standing
            )
        )

    def _ids(self) -> set[str]:
        taken = {i for source in self.files.values() for i in _ID.findall(source.text)}
        return taken | {w.event.id for record in self.records.values() for w in record.written}

    def _writes(
        self,
        result: Result,
        involved: set[str],
        said: dict[str, tuple[Event, ...]],
        reader: str,
        settings: str,
        standing: Sequence[Standing],
    ) -> tuple[list[Write], bool]:
        homes = {name: self._file_for(name, standing) for name in involved}
        new_texts = self._event_files(result, homes)
        writes: list[Write] = []
        for path, text in sorted(new_texts.items()):
            source = self.files.get(path)
            if source is None:
                writes.append(Write(path, None, text.encode("utf-8")))
            elif text != source.text:
                writes.append(Write(path, source.data, source.encode(text)))
        stamps_only = not writes
        for old in self.renamed:
            gone = record_path(old, self.root)
            writes.append(Write(gone.relative_to(self.root).as_posix(), gone.read_bytes(), None))
        for name in sorted(involved):
            before = self.records.get(name)
            stored = self.articles.get(name)
            record = before or Record(name)
            if name in said and stored is not None:
                record = replace(
                    record,
                    article_digest=stored.digest,
                    reader=reader,
                    settings=settings,
                    published=str(stored.article.published)[:10],
                    said=said[name],
                )
            record = replace(record, file=homes[name], written=tuple(result.written.get(name, ())))
            data = to_json(record)
            place = record_path(name, self.root)
            old_data = place.read_bytes() if place.exists() else None
            if data != old_data:
                writes.append(Write(place.relative_to(self.root).as_posix(), old_data, data))
                stamps_only = stamps_only and before is not None and _without_stamps(record) == _without_stamps(before)
        return writes, stamps_only

    def _file_for(self, name: str, standing: Sequence[Standing]) -> str:
        """Where new events of an article go: its file, or where an editor moved most of its events."""
        home = self._home(name)
        if home in self.files:
            return home
        there = [s.path for s in standing if any(m.ident[0] == name for m in s.mentions)]
        return max(sorted(set(there)), key=there.count) if there else home

    def _event_files(self, result: Result, homes: dict[str, str]) -> dict[str, str]:
        edits = {path: list(found) for path, found in result.edits.items() if found}
        for path, document in self.documents.items():
            edits.setdefault(path, []).extend(self._renaming(document))
        for name, events in sorted(result.appended.items()):
            path = homes.get(name) or self._home(name)
            there = self.documents.get(path)
            text, top = (there.source.text, there.top) if there else (f"{schema_line(path)}\n\n", None)
            for number, event in enumerate(events):
                proofs = [mention_fields(m) for m in event.mentions]
                first = number == 0 and not any(e.start >= len(text) for e in edits.get(path, []))
                edits.setdefault(path, []).append(append_event(text, top, event_fields(event), proofs, first))
        texts: dict[str, str] = {}
        for path, found in edits.items():
            source = self.documents[path].source if path in self.documents else None
            text = source.text if source else f"{schema_line(path)}\n\n"
            newline = source.newline if source else "\n"
            texts[path] = apply_edits(text, in_order(found), newline)
            _must_parse(path, texts[path])
        return texts

    def _renaming(self, document: Document) -> list[Edit]:
        """The new name of an article in the passages that name the old one."""
        if not self.renamed or document.top is None:
            return []
        found = []
        for event in standing_events(document, 0, {}):
            for mention in event.mentions:
                node = get(mention.node, "article")
                if mention.ident[0] in self.renamed and isinstance(node, Scalar):
                    new = self.renamed[mention.ident[0]]
                    found.append(replace_scalar(document.source.text, node, new, flow=bool(mention.node.flow_style)))
        return found


def _must_parse(path: str, text: str) -> None:
    """The last guard: a file that parsed is never left in a state where it does not."""
    made = decode(text.encode("utf-8"), path)
    if isinstance(made, Problem) or compose(made).problems:
        fix = "il file è rimasto com’era: manda questo messaggio, col file, a chi cura il programma"
        raise ProblemsFound([Problem(path, 0, "l’estrazione avrebbe rotto il file", fix)])


def _days(event: Event) -> set[int]:
    """The days an event may lie on, and the two on either side; of a long stretch the first three years."""
    if event.date is None:
        return set()
    first, last = event.date.first or event.date.last, event.date.last or event.date.first
    if first is None or last is None:
        return set()
    low, high = first.toordinal() - 2, last.toordinal() + 2
    return set(range(low, min(high, low + 1100) + 1))


def _without_stamps(record: Record) -> Record:
    return replace(record, article_digest="", reader="", settings="", published="")
