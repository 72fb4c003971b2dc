"""`timeline extract`: articles in, edits of event files and records out; first as a plan, then on the disk.

Four steps, each in a file of its own: which articles must be read (stale.py), which events that concerns
(concerned.py), what becomes of each (merging.py), and what the files are to hold (outcome.py).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from difflib import unified_diff
from pathlib import Path

from timeline.events.merge import merge
from timeline.events.model import Article, Event
from timeline.events.vocabulary import Settings
from timeline.problems import Problem
from timeline.store.articles import StoredArticle
from timeline.store.concerned import Joiner, find_concern
from timeline.store.config import load_config
from timeline.store.eventfile import SUFFIXES
from timeline.store.eventfolder import EventFolder
from timeline.store.files import RECORDS
from timeline.store.memory import Told
from timeline.store.merging import Change, merge_all
from timeline.store.outcome import Stamps, event_file_writes, file_for, record_writes, slot_key, without_record
from timeline.store.published import note_published
from timeline.store.record import Record, from_json, load_records
from timeline.store.refusals import unheeded
from timeline.store.report import report_lines
from timeline.store.schema import SCHEMA_FILE, schema_text
from timeline.store.stale import find_stale, reader_stamp
from timeline.store.writing import Write, recover, write_all
from timeline.store.yamltext import not_collecting

Extractor = Callable[[Article, Settings], list[Event]]


@dataclass(frozen=True, slots=True)
class Plan:
    """What an extraction would do. *writes* are whole files; *changes* tell of events.

    *read* are the event files of the articles that were read.
    """

    root: Path
    writes: tuple[Write, ...] = ()
    changes: tuple[Change, ...] = ()
    problems: tuple[Problem, ...] = ()
    causes: Mapping[str, str] = field(default_factory=dict)
    read: tuple[str, ...] = ()
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


def plan(
    root: Path, jobs: int = 1, extractor: Extractor | None = None, joiner: Joiner = merge, reader: str = ""
) -> Plan:
    """Read what has changed since the last run, and say what to write. A run that was killed is finished first.

    *extractor* and *joiner* tell the events of an article and which events are one; *reader* names their version.
    """
    recover(root)
    # A third of the time of a big dossier would go to looking for cycles among values that all stay.
    with not_collecting():
        return _plan(root, jobs, extractor, joiner, reader or reader_stamp())


def _plan(root: Path, jobs: int, extractor: Extractor | None, joiner: Joiner, reader: str) -> Plan:
    config, problems = load_config(root)
    records, damaged = load_records(root)
    stale = find_stale(root, config, records, reader)
    problems += [*stale.problems, *damaged]
    again = unheeded(root, records)
    if not stale.articles and not stale.renamed and not again:
        schema = _schema_write(root) if records else []
        return Plan(root, (*schema, *note_published(root)), (), tuple(sorted(set(problems))), stamps_only=not schema)
    said = _extract_all([a.article for a in stale.articles], config.settings, jobs, extractor or _our_extractor())
    stamps = {a.article.id: _stamps(a, reader, config.digest) for a in stale.articles}
    lost = frozenset(Path(p.path).name.removesuffix(".json") for p in damaged)
    again |= set(stale.renamed.values())
    reading = _Reading(said, stamps, stale.causes, stale.renamed, frozenset(again), lost)
    made = _until_at_rest(root, records, reading, joiner)
    return replace(
        made,
        writes=(*_schema_write(root), *made.writes, *note_published(root)),
        problems=tuple(sorted({*problems, *made.problems})),
        stamps_only=made.stamps_only and not _schema_write(root),
    )


@dataclass(frozen=True, slots=True)
class _Reading:
    """What was read: *said* by article, with its *stamps* and *causes*; *lost* are articles whose record is damaged.

    *renamed* articles have a new name, *again* are those to be looked at though they were not read. *known* is what is
    told then, all in all.
    """

    said: Mapping[str, tuple[Event, ...]]
    stamps: Mapping[str, Stamps]
    causes: Mapping[str, str]
    renamed: dict[str, str]
    again: frozenset[str]
    lost: frozenset[str]
    known: dict[frozenset[str], Told] = field(default_factory=dict)


def _until_at_rest(root: Path, records: dict[str, Record], reading: _Reading, joiner: Joiner) -> Plan:
    """What this run would write, and the next one in its place, until one would leave all as it is.

    Where an editor joined, parted or copied events, what becomes of a passage may hang on what a run has just written
    of another: the run goes on by itself, so that the next one finds nothing to do.
    """
    made, is_at_rest = _bring_up_to_date(root, records, reading, joiner, {})
    for _ in range(_MOST_ROUNDS):
        if is_at_rest:
            break
        left = {w.path: w.new for w in made.writes if w.new is not None}
        files = {Path(path).name: data for path, data in left.items() if path.startswith(f"{RECORDS}/")}
        records = records | {name.removesuffix(".json"): from_json(data) for name, data in files.items()}
        reading = replace(reading, renamed={}, lost=reading.lost - records.keys())
        more, is_at_rest = _bring_up_to_date(root, records, reading, joiner, left)
        made = _followed_by(made, more)
    return made


_MOST_ROUNDS = 4


def _followed_by(one: Plan, next_one: Plan) -> Plan:
    """Two plans in one, the second made for what the first leaves."""
    writes = {w.path: w for w in one.writes}
    for w in next_one.writes:
        writes[w.path] = replace(w, old=writes[w.path].old) if w.path in writes else w
    told = {(c.path, c.title) for c in one.changes}
    changes = (*one.changes, *(c for c in next_one.changes if (c.path, c.title) not in told))
    in_order = sorted((w for w in writes.values() if w.new != w.old), key=lambda w: w.path.startswith(f"{RECORDS}/"))
    problems = tuple(dict.fromkeys((*one.problems, *next_one.problems)))
    stamps_only = one.stamps_only and next_one.stamps_only
    return replace(one, writes=tuple(in_order), changes=changes, problems=problems, stamps_only=stamps_only)


def _bring_up_to_date(
    root: Path, records: Mapping[str, Record], reading: _Reading, joiner: Joiner, left: Mapping[str, bytes]
) -> tuple[Plan, bool]:
    """Compare what is told with what was written and what stands in the files, and say what to write.

    *left* are files as an earlier plan leaves them. Also whether the next run would have nothing to do: where nothing
    new was written or remembered, or no editor's hand is in any of the events.
    """
    folder = EventFolder(root, reading.renamed, left)
    concern = find_concern(records, reading.said, reading.renamed, folder, joiner, reading.again, reading.known)

    def join(told: Sequence[Event]) -> Sequence[Event]:
        told = _in_order(told, records, reading.stamps)
        return joiner(told, concern.refused, concern.accepted, concern.crowds).events

    written = [(slot_key(slot), w) for slot, w in concern.written.items()]
    texts = {path: source.text for path, source in folder.files.items()}
    taken = folder.ids | folder.joined_ids | {w.event.id for record in records.values() for w in record.written}
    lost = reading.lost | without_record(records, reading.said, folder.standing)
    result = merge_all(written, concern.standing, concern.told, join, texts, taken, lost, concern.accepted)
    new = {name for name in (*result.written, *result.appended) if "/" not in name}
    touched = {*concern.said, *reading.renamed.values(), *new, *(name for name, _ in concern.written)}
    homes = {name: file_for(name, records, folder) for name in touched}
    event_files = event_file_writes(folder, result, homes, reading.renamed)
    record_files, news = record_writes(root, records, concern, result, homes, reading.stamps, reading.renamed, left)
    plan = Plan(
        root,
        (*event_files, *record_files),
        tuple(c if c.path else replace(c, path=homes[c.articles[0]]) for c in result.changes),
        tuple(folder.problems),
        {name: cause for name, cause in reading.causes.items() if name in concern.said},
        tuple(sorted({homes[name] for name in concern.said})),
        stamps_only=not (news or event_files or reading.renamed or result.changes),
    )
    return plan, result.only_ours or not (news or event_files)


def _our_extractor() -> Extractor:
    """Loaded where an article is to be read: that takes half a second, and most runs read nothing."""
    from timeline.events.extract import extract

    return extract


def _extract_all(
    articles: Sequence[Article], settings: Settings, jobs: int, extractor: Extractor
) -> dict[str, tuple[Event, ...]]:
    """Each article's events; on several cores where that is asked for and worth starting processes."""
    if jobs > 1 and len(articles) > 8:
        from concurrent.futures import ProcessPoolExecutor

        # Read before the other processes start, so that they begin with the lists of words loaded.
        first, rest = extractor(articles[0], settings), articles[1:]
        with ProcessPoolExecutor(jobs) as pool:
            told = pool.map(extractor, rest, [settings] * len(rest), chunksize=8)
            return {a.id: tuple(events) for a, events in zip(articles, (first, *told), strict=True)}
    return {a.id: tuple(extractor(a, settings)) for a in articles}


def _in_order(events: Sequence[Event], records: Mapping[str, Record], stamps: Mapping[str, Stamps]) -> list[Event]:
    """By the day their article came out: the first to tell a fact is its home."""

    def key(event: Event) -> tuple[str, str, int]:
        name = event.mentions[0].article if event.mentions else ""
        known = stamps.get(name) or records.get(name)
        return known.published if known else "", name, event.mentions[0].start if event.mentions else 0

    return sorted(events, key=key)


def _stamps(article: StoredArticle, reader: str, settings: str) -> Stamps:
    return Stamps(article.digest, str(article.article.published)[:10], reader, settings)


def _schema_write(root: Path) -> list[Write]:
    path = root / SCHEMA_FILE
    old = path.read_bytes() if path.exists() else None
    new = schema_text().encode()
    return [Write(SCHEMA_FILE, old, new)] if old != new else []
