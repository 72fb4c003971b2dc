"""From a merge to files: which bytes the event files and the records are to hold."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from timeline.events.model import Event
from timeline.problems import Problem, ProblemsFound
from timeline.store.concerned import Concern, home_of
from timeline.store.eventfolder import EventFolder
from timeline.store.files import decode
from timeline.store.matching import ENOUGH, likeness
from timeline.store.memory import Slot
from timeline.store.merging import Result
from timeline.store.record import Record, Written, record_path, to_json
from timeline.store.schema import schema_line
from timeline.store.splice import Edit, append_event, apply_edits, in_order, replace_scalar
from timeline.store.standing import Standing, event_fields, mention_fields, standing_events
from timeline.store.writing import Write
from timeline.store.yamltext import Document, Scalar, compose, get


@dataclass(frozen=True, slots=True)
class Stamps:
    """What a record notes of an article's reading."""

    digest: str
    published: str
    reader: str
    settings: str


def slot_key(slot: Slot) -> str:
    """The name under which `merge_all` gives back what becomes of a remembered event: no article's name has a slash."""
    return f"{slot[0]}/{slot[1]}"


def event_file_writes(
    folder: EventFolder, result: Result, homes: Mapping[str, str], renamed: Mapping[str, str]
) -> list[Write]:
    """The event files that change, each with its bytes as they were read."""
    edits = {path: list(found) for path, found in result.edits.items() if found}
    for path, document in folder.documents.items() if renamed else ():
        edits.setdefault(path, []).extend(_renaming(document, renamed))
    for name, events in sorted(result.appended.items()):
        path = homes[name]
        there = folder.documents.get(path)
        text, top = (there.source.text, there.top) if there else (f"{schema_line(path)}\n\n", None)
        for number, event in enumerate(events):
            proofs = [mention_fields(m) for m in event.mentions]
            first = number == 0 and not any(e.start >= len(text) for e in edits.get(path, []))
            edits.setdefault(path, []).append(append_event(text, top, event_fields(event), proofs, first))
    writes = []
    for path, found in sorted(edits.items()):
        source = folder.documents[path].source if path in folder.documents else None
        old = source.text if source else f"{schema_line(path)}\n\n"
        new = apply_edits(old, in_order(found), source.newline if source else "\n")
        _must_parse(path, new)
        if source is None or new != old:
            data = source.encode(new) if source else new.encode("utf-8")
            writes.append(Write(path, source.data if source else None, data))
    return writes


def record_writes(
    root: Path,
    records: Mapping[str, Record],
    concern: Concern,
    result: Result,
    homes: Mapping[str, str],
    stamps: Mapping[str, Stamps],
    renamed: Mapping[str, str],
    left: Mapping[str, bytes],
) -> tuple[list[Write], bool]:
    """The records that change; whether anything but their stamps does. *left*: files as an earlier plan leaves them."""
    # Renaming changes what records say before they come here.
    same = {} if renamed or left else records
    writes: list[Write] = []
    for old in renamed:
        gone = record_path(old, root)
        writes.append(Write(gone.relative_to(root).as_posix(), gone.read_bytes(), None))
    news = False
    for name in sorted({*homes, *(name for name, _ in concern.written)}):
        before = records.get(name)
        record = before or Record(name)
        if name in concern.said:
            record = _stamped(replace(record, said=concern.said[name]), stamps[name])
        record = replace(record, file=homes[name], written=_written(name, record, concern, result))
        if record == same.get(name):
            continue
        data = to_json(record)
        place = record_path(name, root)
        path = place.relative_to(root).as_posix()
        old_data = left[path] if path in left else place.read_bytes() if place.exists() else None
        if data != old_data:
            writes.append(Write(path, old_data, data))
            news = news or before is None or _stamped(record, _NONE) != _stamped(before, _NONE)
    return writes, news


_NONE = Stamps("", "", "", "")


def _stamped(record: Record, stamps: Stamps) -> Record:
    return replace(
        record,
        article_digest=stamps.digest,
        published=stamps.published,
        reader=stamps.reader,
        settings=stamps.settings,
    )


def _written(name: str, record: Record, concern: Concern, result: Result) -> tuple[Written, ...]:
    """What is remembered of an article's events: those of the merge in the places of their former selves."""
    out: list[Written] = []
    for number, written in enumerate(record.written):
        slot = (name, number)
        out += result.written.get(slot_key(slot), []) if slot in concern.written else [written]
    return (*out, *result.written.get(name, ()))


def file_for(name: str, records: Mapping[str, Record], folder: EventFolder) -> str:
    """Where new events of an article go: its file, or where an editor moved most of its events."""
    home = home_of(name, records)
    if home in folder.files:
        return home
    there = [s.path for s in folder.standing if any(m.ident[0] == name for m in s.mentions)]
    return max(sorted(set(there)), key=there.count) if there else home


def without_record(
    records: Mapping[str, Record], said: Mapping[str, Sequence[Event]], standing: Sequence[Standing]
) -> frozenset[str]:
    """Articles read before whose record is gone: passages of theirs stand, read otherwise or not.

    That is one in the article's own file, which an editor may have renamed: then half of all that it tells.
    """
    lost = set()
    for name in said.keys() - records.keys():
        home = home_of(name, records)
        quotes = {m.quote for e in said[name] for m in e.mentions}
        there = [(m.ident[2], s.path) for s in standing for m in s.mentions if m.ident[0] == name]
        like = [(quote, path) for quote in quotes for other, path in there if likeness(quote, other) >= ENOUGH]
        if any(path == home for _, path in like) or (like and 2 * len({q for q, _ in like}) >= len(quotes)):
            lost.add(name)
    return frozenset(lost)


def _renaming(document: Document, renamed: Mapping[str, str]) -> list[Edit]:
    """The new name of an article in the passages that name the old one."""
    found = []
    for event in standing_events(document, 0, {}):
        for mention in event.mentions:
            node = get(mention.node, "article")
            if mention.ident[0] in renamed and isinstance(node, Scalar):
                new = renamed[mention.ident[0]]
                found.append(replace_scalar(document.source.text, node, new, flow=bool(mention.node.flow_style)))
    return found


def _must_parse(path: str, text: str) -> None:
    """The last guard: a file that parsed is never left in a state where it does not."""
    made = decode(text.encode("utf-8"), path)
    if isinstance(made, Problem) or compose(made).problems:
        fix = "il file è rimasto com’era: manda questo messaggio, col file, a chi cura il programma"
        raise ProblemsFound([Problem(path, 0, "l’estrazione avrebbe rotto il file", fix)])
