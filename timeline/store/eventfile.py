"""Event files read: every event with its file and line, every mistake with its place and its fix."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from collections.abc import Mapping as Table
from dataclasses import dataclass, replace
from difflib import get_close_matches
from functools import lru_cache
from pathlib import Path
from typing import Any, cast

from pydantic import ValidationError

from timeline.events.model import Confidence, Correction, Event, Image, Mention, Status
from timeline.problems import Problem
from timeline.store.entries import (
    ITALIAN_KEYS,
    NESTED,
    Entry,
    EventEntry,
    MentionEntry,
    read_event_date,
)
from timeline.store.files import EVENTS, TextFile, list_files, read_text_file
from timeline.store.record import reasons
from timeline.store.yamltext import (
    Document,
    Mapping,
    Node,
    Scalar,
    Sequence,
    alias_problems,
    compose,
    duplicate_keys,
    get,
    is_null,
    key_text,
    line_of,
    may_have_tags,
    problem_at,
    start,
    tag_problems,
    value_of,
)

SUFFIXES = (".yml", ".yaml")
_ITEM = re.compile(r"^- ", re.M)


@dataclass(frozen=True, slots=True)
class EventNode:
    """An event as it stands in its file."""

    event: Event
    node: Mapping


@dataclass(frozen=True, slots=True)
class EventFile:
    """One file: its document, the events that can be read, and what is wrong. *whole* is False where YAML failed."""

    document: Document
    events: tuple[EventNode, ...]
    problems: tuple[Problem, ...]
    whole: bool = True


def load_events(root: Path) -> tuple[list[Event], list[Problem]]:
    """Every event of the dossier in the order of the files, and every problem.

    Mentions get their reasons from the records.
    """
    events, problems = read_events(root, list_files(root, EVENTS, SUFFIXES))
    known = reasons(root)
    return [_with_reasons(event, known) for event in events], problems


def read_events(root: Path, paths: Iterable[Path]) -> tuple[list[Event], list[Problem]]:
    """The events of some files as they stand there, and every problem."""
    events: list[Event] = []
    problems: list[Problem] = []
    for path in paths:
        source = read_text_file(path, root)
        if isinstance(source, Problem):
            problems.append(source)
            continue
        file = read_event_file(source)
        problems += file.problems
        events += [e.event for e in file.events]
    return events, problems


def read_event_file(source: TextFile) -> EventFile:
    """The events of one file. Where YAML fails, each event is read by itself, so that the others still count."""
    document = compose(source)
    if document.problems:
        return _salvage(source, document)
    problems = alias_problems(source)
    if problems:
        return EventFile(document, (), tuple(problems), whole=False)
    events: list[EventNode] = []
    has_tags = may_have_tags(source)
    for node in _items(document, problems):
        problems += duplicate_keys(source, node)
        problems += tag_problems(source, node) if has_tags else ()
        problems += _unknown_keys(source, node)
        try:
            entry = EventEntry.model_validate(value_of(node))
        except ValidationError as errors:
            problems += [_problem(source, node, dict(error)) for error in errors.errors(include_url=False)]
        else:
            events.append(EventNode(_event(entry, source, node), node))
    return EventFile(document, tuple(events), tuple(problems))


def _items(document: Document, problems: list[Problem]) -> Iterator[Mapping]:
    """The events' nodes; what stands in the list and is none becomes a problem."""
    top, source = document.top, document.source
    if top is None or is_null(top):
        return
    if not isinstance(top, Sequence):
        problems.append(
            problem_at(source, top, "il file non è un elenco di eventi", "ogni evento comincia con «- title:»")
        )
        return
    for item in top.value:
        if isinstance(item, Mapping):
            yield item
        elif not is_null(item):
            problems.append(problem_at(source, item, "questa voce non è un evento", "scrivi «- title:» e «date:»"))


def _salvage(source: TextFile, document: Document) -> EventFile:
    """A file that YAML gives up on, event by event: each with its own mistake, the sound ones read."""
    starts = [m.start() for m in _ITEM.finditer(source.text)]
    whole_file = "conflitto" in document.problems[0].message or "livelli" in document.problems[0].message
    if len(starts) < 2 or whole_file:
        return EventFile(document, (), document.problems, whole=False)
    events: list[EventNode] = []
    problems: list[Problem] = []
    pieces = zip([0, *starts], [*starts, len(source.text)], strict=True)
    for begin, end in pieces:
        piece = source.text[begin:end]
        if not piece.strip():
            continue
        shift = source.text.count("\n", 0, begin)
        # Blank lines above keep each mistake on its own line number.
        padded = replace(source, text="\n" * shift + piece)
        part = read_event_file(padded) if begin else _head(padded)
        problems += part.problems
        events += part.events
    return EventFile(document, tuple(events), tuple(problems or document.problems), whole=False)


def _head(part: TextFile) -> EventFile:
    """What stands above the first event: remarks at most. Fields there belong to an event that lacks its dash."""
    document = compose(part)
    problems = list(document.problems)
    if document.top is not None and not is_null(document.top):
        fix = "metti «- » davanti alla prima riga dell’evento: «- title: …»"
        problems.append(problem_at(part, document.top, "manca il trattino con cui comincia l’evento", fix))
    return EventFile(document, (), tuple(problems))


_MODELS: tuple[type[Entry], ...] = (EventEntry, *NESTED.values())
_KEYS = {model: tuple(model.model_fields) for model in _MODELS}


def _unknown_keys(source: TextFile, node: Mapping, model: type[Entry] = EventEntry) -> Iterator[Problem]:
    known = _KEYS[model]
    for key, value in node.value:
        name = key_text(key)
        if name in known:
            inner = NESTED.get(name) if model is EventEntry else None
            parts = value.value if isinstance(value, Sequence) else [value]
            for part in parts if inner else ():
                if inner and isinstance(part, Mapping):
                    yield from _unknown_keys(source, part, inner)
        elif not name.startswith("x-"):
            yield problem_at(
                source, key, f"il campo «{name}» non si conosce e non conta", _suggestion(name, known), warning=True
            )


def _suggestion(name: str, known: tuple[str, ...]) -> str:
    meant = ITALIAN_KEYS.get(name.casefold().strip())
    if meant not in known:
        near = get_close_matches(name.casefold(), known, 1, 0.7)
        meant = near[0] if near else None
    return f"forse volevi dire «{meant}»" if meant else "se serve a te, chiamalo x-" + name.strip()


_KINDS = {
    "missing": ("manca «{field}»", "aggiungi la riga «{field}: …»"),
    "list_type": ("«{field}» deve essere un elenco", "metti ogni voce su una riga che comincia con «- »"),
    "model_type": ("«{field}» deve avere dei campi", "scrivi campo: valore, uno per riga"),
    "model_attributes_type": ("«{field}» deve avere dei campi", "scrivi campo: valore, uno per riga"),
}


def _problem(source: TextFile, node: Mapping, error: dict[str, Any]) -> Problem:
    """One of pydantic's complaints, at the value it is about."""
    place: Node = node
    for step in error["loc"]:
        inside = place.value[step] if isinstance(step, int) and isinstance(place, Sequence) else get(place, str(step))
        if inside is None:
            break
        place = inside
    if isinstance(place, Scalar) and not place.value:
        place = place if start(place) < len(source.text) else node
    told = error.get("ctx", {})
    if error["type"] == "italian":
        return problem_at(source, place, told["message"], told["fix"])
    message, fix = _KINDS.get(error["type"], ("«{field}» non si legge", "guarda gli altri eventi come esempio"))
    field = next((str(step) for step in reversed(error["loc"]) if isinstance(step, str)), "evento")
    if field == "title" and error["type"] == "missing":
        message, fix = "manca il titolo", "scrivi title: e che cosa è successo"
    return problem_at(source, place, message.format(field=field), fix.format(field=field))


def _event(entry: EventEntry, source: TextFile, node: Mapping) -> Event:
    period, time = read_event_date(entry.date)
    return Event(
        title=entry.title,
        date=period,
        time=entry.time or time,
        date_text=entry.date_text,
        status=cast(Status, entry.status or "draft"),
        summary=entry.summary,
        id=entry.id,
        after=entry.after,
        confidence=cast("Confidence | None", entry.confidence or None),
        tags=entry.tags,
        people=entry.people,
        organizations=entry.organizations,
        places=entry.places,
        attribution=entry.attribution,
        note=entry.note,
        related=entry.related,
        image=Image(entry.image.src, entry.image.alt, entry.image.credit) if entry.image else None,
        link=entry.link,
        corrections=tuple(Correction(_edtf(c.on), c.text) for c in entry.corrections or ()),
        same_as=entry.same_as,
        not_same_as=entry.not_same_as,
        mentions=tuple(map(_mention, entry.mentions or ())),
        path=source.path,
        line=line_of(node),
    )


def _mention(entry: MentionEntry) -> Mention:
    return Mention(entry.article, entry.expression, _edtf(entry.date) or None, entry.quote)


@lru_cache(maxsize=50_000)
def _edtf(text: str | None) -> str:
    from timeline.dates.edtf import format_edtf

    period, _ = read_event_date(text)
    return format_edtf(period) if period else ""


def _with_reasons(event: Event, known: Table[tuple[str, str, str], Mention]) -> Event:
    """The event with what the records know of its mentions: why, where in the text, and by which rule."""
    if not event.mentions:
        return event
    full = []
    for m in event.mentions:
        ours = known.get((m.article, m.expression, m.quote))
        if ours is None or ours.date != m.date:
            full.append(m)
            continue
        full.append(replace(ours, quote=m.quote))
    return replace(event, mentions=tuple(full))
