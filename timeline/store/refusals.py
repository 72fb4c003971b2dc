"""`not_same_as` as an editor types it into an event that is already one with the other: the next run takes it apart."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from timeline.events.model import Event, Mention
from timeline.store.eventfile import SUFFIXES
from timeline.store.files import EVENTS, list_files
from timeline.store.matching import place
from timeline.store.record import Record, Written
from timeline.store.standing import Standing, ident

_REFUSED = re.compile(rb"\bnot_same_as['\"]?:[ ]*(\[[^\]]*\]|[^\n,}\]]*(?:\n[ ]*[-#][ ].*)*)")
_WORD = re.compile(rb"[\w.-]+")
_ID = re.compile(rb"(?<![\w-])id:[ ]*['\"]?([\w.-]+)")


def unheeded(root: Path, records: Mapping[str, Record]) -> set[str]:
    """The articles of events that an editor calls two while they are one in the files: to be looked at again.

    Reads text alone, since every run asks.
    """
    texts = [path.read_bytes() for path in list_files(root, EVENTS, SUFFIXES) if path.is_file()]
    named = {
        w.decode() for t in texts if b"not_same_as" in t for said in _REFUSED.findall(t) for w in _WORD.findall(said)
    }
    if not named:
        return set()
    there = {name.decode() for text in texts for name in _ID.findall(text)}
    written = [w for record in records.values() for w in record.written]
    said = [event for record in records.values() for event in record.said]
    return {article for name in named - there for article in _of_one(name, written, said, texts)}


def _of_one(name: str, written: Sequence[Written], said: Sequence[Event], texts: Sequence[bytes]) -> Iterator[str]:
    """The articles of the event that has the passages of the event *name*, which stands nowhere."""
    theirs = passages_of(name, written, said)
    places, quotes = {place(m) for m in theirs}, [m.quote.encode() for m in theirs if m.quote]
    # Of what an editor joined only the file tells: whatever stands beside the passage may be what has it.
    beside = {i.decode() for text in texts if any(q in text for q in quotes) for i in _ID.findall(text)}
    for w in written:
        is_other = not w.gone and w.event.id != name
        if is_other and (w.event.id in beside or any(place(m) in places for m in w.event.mentions)):
            yield from (m.article for m in (*w.event.mentions, *theirs))


def passages_of(name: str, written: Sequence[Written], said: Sequence[Event]) -> list[Mention]:
    """The passages of the event that has, had or was to have an id."""
    ours = [m for w in written if w.event.id == name for m in w.event.mentions]
    return ours or [m for event in said if event.id == name for m in event.mentions]


def taken_apart(
    written: Sequence[tuple[str, Written]], files: Mapping[int, Sequence[Standing]]
) -> tuple[list[tuple[str, Written]], set[int]]:
    """What is remembered, as if we had joined what an editor joined and now calls two; and what comes back, by number.

    That is an event whose passages stand in another, which names it in `not_same_as`.
    """
    out, back = list(written), set()
    by_id = {w.event.id: number for number, (_, w) in enumerate(written) if w.event.id}
    for number, group in files.items():
        here = group[0]
        refused = here.plain("not_same_as") if len(group) == 1 and not here.is_published else None
        for name in refused if isinstance(refused, list) else [refused]:
            other = by_id.get(name.strip()) if name else None
            if other is None or other == number or files.get(other):
                continue
            idents = {m.ident for m in here.mentions}
            theirs = tuple(m for m in written[other][1].event.mentions if ident(m) in idents)
            if theirs:
                home, was = out[number]
                both = tuple(dict.fromkeys((*was.event.mentions, *theirs)))
                out[number] = (home, replace(was, event=replace(was.event, mentions=both)))
                home, was = out[other]
                out[other] = (home, replace(was, event=replace(was.event, mentions=())))
                back.add(other)
    return out, back
