"""What a run concerns: of all that was ever told and written, the events that a few articles may change.

Everything else is left unread, so that the cost of a run follows what has changed and not the size of the dossier; the
outcome is that of a run over everything. An editor's `not_same_as` that the files do not heed yet makes the articles of
its events concerned (refusals.py); `same_as` is acted upon before each run (pairs.py).
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from timeline.events.crowds import Crowds
from timeline.events.merge import Merged, Pairs, merge
from timeline.events.model import Event
from timeline.store.eventfolder import EventFolder
from timeline.store.files import EVENTS
from timeline.store.matching import match_standing
from timeline.store.memory import Memory, Slot, Told
from timeline.store.record import Record, Written
from timeline.store.standing import Standing
from timeline.store.waiting import beside_shut, bound_to, shut_articles

# Told: the events, the pairs that editors refused and accepted, and how much the whole dossier tells of each day.
Joiner = Callable[[Sequence[Event], Pairs, Pairs, Crowds], Merged]


@dataclass(frozen=True, slots=True)
class Concern:
    """The part of the dossier that a run works on.

    *said* are the articles read, without those that have to wait for a file to be mended; *told* the events to join,
    *written* those to compare them with, *standing* those in the files that come from these or from none of ours.
    """

    said: dict[str, tuple[Event, ...]]
    told: tuple[Event, ...]
    written: dict[Slot, Written]
    standing: tuple[Standing, ...]
    refused: Pairs
    accepted: Pairs
    crowds: Crowds


def find_concern(
    records: Mapping[str, Record],
    said: Mapping[str, tuple[Event, ...]],
    renamed: Mapping[str, str],
    folder: EventFolder,
    joiner: Joiner,
    again: Collection[str] = (),
    known: dict[frozenset[str], Told] | None = None,
) -> Concern:
    """The part of the dossier that reading *said* concerns, and looking *again* at some. Opens the files it needs.

    *known*: what is told, by the articles read, as it was found in an earlier round of the run; gets what is found now.
    """
    said, known = dict(said), {} if known is None else known
    whole = {*renamed.values(), *again}
    # Where half of the dossier was read anew, looking for what that reaches takes longer than looking at all.
    # Another joiner may join events that ours would never compare: then all of them are concerned.
    narrow = joiner is merge and 2 * len(said) < len(records.keys() | said.keys())
    while True:
        changed = said.keys() | whole
        if frozenset(said) not in known:
            known[frozenset(said)] = Told(records, said, whole)
        memory = Memory(records, known[frozenset(said)], changed, narrow=narrow)
        told, written, decided = _reached(memory, changed, renamed, folder)
        late, waiting = _waiting(memory, told, written, decided, changed, renamed, folder, joiner)
        if late.isdisjoint(said):
            told, written = told - waiting[0], written - waiting[1]
            break
        said = {name: events for name, events in said.items() if name not in late}
    ours = match_standing(memory.written, folder.standing)
    others = {s.position for number, group in ours.items() if number not in written for s in group}
    return Concern(
        said,
        tuple(memory.told.events[n] for n in sorted(told)),
        {memory.slots[w]: memory.written[w] for w in sorted(written)},
        tuple(s for s in folder.standing if s.position not in others),
        *decided,
        memory.told.crowds,
    )


def _reached(
    memory: Memory, changed: Collection[str], renamed: Mapping[str, str], folder: EventFolder
) -> tuple[set[int], set[int], tuple[Pairs, Pairs]]:
    """The events told and written that are concerned, by number, and the editors' decisions about them."""
    decided: tuple[Pairs, Pairs] = (frozenset(), frozenset())
    touched: set[int] = set()
    while True:
        told, written = memory.concerned(decided[1], touched)
        articles = _articles(memory, told, written) | set(changed)
        names = {name for article in articles for name in _names(article, renamed)}
        homes = {home_of(article, memory.records) for article in articles}
        folder.open(names, {memory.written[w].event.id for w in written}, homes)
        before, decided, touched = (
            (decided[1], touched),
            memory.decided(folder.standing),
            memory.touched(folder.standing),
        )
        if (decided[1], touched) == before:
            return told, written, decided


def _waiting(
    memory: Memory,
    told: Collection[int],
    written: Collection[int],
    decided: tuple[Pairs, Pairs],
    changed: Collection[str],
    renamed: Mapping[str, str],
    folder: EventFolder,
    joiner: Joiner,
) -> tuple[set[str], tuple[set[int], set[int]]]:
    """The articles that wait, with all that they tell, for a file to be mended; and the events told and written."""
    if not folder.broken:
        return set(), (set(), set())
    articles = _articles(memory, told, written) | set(changed)
    shut = {a for a in articles if folder.shuts_out(_names(a, renamed), home_of(a, memory.records))}
    mine, ours = sorted(told), sorted(written)
    shut |= shut_articles([memory.written[n] for n in ours], folder)
    shut |= beside_shut(shut, folder.standing, memory.records.keys())
    events, remembered = [memory.told.events[n] for n in mine], [memory.written[n] for n in ours]

    def join(all_told: Sequence[Event]) -> Sequence[Event]:
        return joiner(all_told, *decided, memory.told.crowds).events

    some, some_written = bound_to(shut, events, remembered, join)
    waiting = {mine[n] for n in some}, {ours[n] for n in some_written}
    of_files = {m.article for n in waiting[1] for m in memory.written[n].event.mentions}
    return shut | {memory.told.homes[n] for n in waiting[0]} | of_files, waiting


def _articles(memory: Memory, told: Iterable[int], written: Iterable[int]) -> set[str]:
    events = [*(memory.told.events[n] for n in told), *(memory.written[w].event for w in written)]
    return {mention.article for event in events for mention in event.mentions}


def _names(article: str, renamed: Mapping[str, str]) -> list[str]:
    """The names by which files may speak of an article."""
    return [article, *(old for old, new in renamed.items() if new == article)]


def home_of(article: str, records: Mapping[str, Record]) -> str:
    """The file that an article's new events go to."""
    record = records.get(article)
    return record.file if record and record.file else f"{EVENTS}/{article}.yml"
