"""What a run concerns: of all that was ever told and written, the events that a few articles may change.

Everything else is left unread, so that the cost of a run follows what has changed and not the size of the dossier; the
outcome is that of a run over everything. An editor's `not_same_as` that the files do not heed yet makes the articles of
its events concerned (refusals.py); `same_as` is acted upon before each run (pairs.py).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from timeline.events.crowds import Crowds
from timeline.events.merge import MentionKey, Merged, Pairs, key_of, merge
from timeline.events.model import Event
from timeline.events.reach import Reach, spread
from timeline.store.eventfolder import EventFolder
from timeline.store.files import EVENTS
from timeline.store.matching import Place, match_mentions, match_standing, place
from timeline.store.record import Record, Written
from timeline.store.standing import Standing
from timeline.store.waiting import beside_shut, bound_to, shut_articles
from timeline.store.yamltext import Value

# Told: the events, the pairs that editors refused and accepted, and how much the whole dossier tells of each day.
Joiner = Callable[[Sequence[Event], Pairs, Pairs, Crowds], Merged]
# Where an event that we wrote is remembered: the article of the record, and its number there.
Slot = tuple[str, int]


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


class _Memory:
    """All that is told now and all that was written, by passage."""

    def __init__(self, records: Mapping[str, Record], said: Mapping[str, tuple[Event, ...]], *, narrow: bool) -> None:
        """Without *narrow* nothing is known of what is joined with what, but for what we wrote together."""
        told = {**{name: record.said for name, record in records.items()}, **said}
        self.records = records
        self.events = [event for name in sorted(told) for event in told[name]]
        self.homes = [name for name in sorted(told) for _ in told[name]]
        self.slots = [(name, n) for name in sorted(records) for n, _ in enumerate(records[name].written)]
        self.written = [records[name].written[n] for name, n in self.slots]
        self._told: dict[Place, list[int]] = defaultdict(list)
        self._told_by_key: dict[MentionKey, list[int]] = defaultdict(list)
        for number, event in enumerate(self.events):
            for mention in event.mentions:
                self._told[place(mention)].append(number)
                self._told_by_key[key_of(mention)].append(number)
        self._written: dict[Place, list[int]] = defaultdict(list)
        for number, written in enumerate(self.written):
            for mention in written.event.mentions:
                self._written[place(mention)].append(number)
        self.crowds = Crowds(event.date for event in self.events)
        self._reach = Reach(self.events, self.crowds) if narrow else None

    def concerned(self, changed: Collection[str], accepted: Pairs) -> set[int]:
        """The events told, by number, that may be others since *changed* articles were read."""
        if self._reach is None:
            return set(range(len(self.events)))
        mine = [number for number, home in enumerate(self.homes) if home in changed]
        gone = [event for name in changed if name in self.records for event in self.records[name].said]
        of_old = (w for w in self.written if any(m.article in changed for m in w.event.mentions))
        return self._spread(mine, gone, {n for w in of_old for n in self._tellers(w)}, accepted)

    def _spread(self, changed: Sequence[int], gone: Sequence[Event], also: set[int], accepted: Pairs) -> set[int]:
        same: dict[int, set[int]] = defaultdict(set)
        for pair in accepted:
            numbers = {n for key in pair for n in self._told_by_key.get(key, ())}
            for number in numbers:
                same[number] |= numbers

        def mates(number: int) -> set[int]:
            return self._mates(number) | same.get(number, set())

        if self._reach is None:
            return spread({*changed, *also}, mates)
        return self._reach.of(changed, gone, also, mates)

    def _mates(self, number: int) -> set[int]:
        """The events told that share what we wrote with this one."""
        return {n for w in self.written_of([number]) for n in self._tellers(self.written[w])}

    def _tellers(self, written: Written) -> set[int]:
        return {n for m in written.event.mentions for n in self._told.get(place(m), ())}

    def written_of(self, told: Iterable[int]) -> set[int]:
        """What we wrote, by number, of events told."""
        return {w for n in told for m in self.events[n].mentions for w in self._written.get(place(m), ())}

    def decided(self, standing: Iterable[Standing]) -> tuple[Pairs, Pairs]:
        """What editors said of pairs of events: not the same, or the same."""
        spoken = [(s, key, s.fields[key]) for s in standing for key in ("not_same_as", "same_as") if key in s.fields]
        pairs: dict[str, set[frozenset[MentionKey]]] = {"not_same_as": set(), "same_as": set()}
        ids = [(s.id, other, key) for s, key, said in spoken for other in _ids_in(said)]
        keys = self._keys_of({name for one, other, _ in ids for name in (one, other)})
        for one, other, key in ids:
            pairs[key] |= {frozenset((a, b)) for a in keys.get(one, ()) for b in keys.get(other, ())}
        return frozenset(pairs["not_same_as"]), frozenset(pairs["same_as"])

    def _keys_of(self, ids: Collection[str]) -> dict[str, list[MentionKey]]:
        """What is told now of the events with these ids: where an article was rewritten, passages begin elsewhere."""
        ours = [w.event for w in self.written if w.event.id in ids]
        articles = {m.article for event in ours for m in event.mentions}
        same = match_mentions(
            (m for w in self.written for m in w.event.mentions if m.article in articles),
            (m for event in self.events for m in event.mentions if m.article in articles),
        )
        found: dict[str, list[MentionKey]] = defaultdict(list)
        for event in ours:
            found[event.id] += [key_of(same[place(m)]) for m in event.mentions if place(m) in same]
        # Of an event that was joined with another by us, nothing was written: it has the id that it would have had.
        for told in self.events:
            if told.id in ids and told.id not in found:
                found[told.id] += map(key_of, told.mentions)
        return found


def _ids_in(said: Value) -> list[str]:
    return [o.strip() for o in (said if isinstance(said, list) else [said]) if isinstance(o, str)]


def find_concern(
    records: Mapping[str, Record],
    said: Mapping[str, tuple[Event, ...]],
    renamed: Mapping[str, str],
    folder: EventFolder,
    joiner: Joiner,
    again: Collection[str] = (),
) -> Concern:
    """The part of the dossier that reading *said* concerns, and looking *again* at some. Opens the files it needs."""
    said = dict(said)
    # Where half of the dossier was read anew, looking for what that reaches takes longer than looking at all.
    # Another joiner may join events that ours would never compare: then all of them are concerned.
    narrow = joiner is merge and 2 * len(said) < len(records.keys() | said.keys())
    while True:
        memory = _Memory(records, said, narrow=narrow)
        changed = {*said, *renamed.values(), *again}
        told, written, decided = _reached(memory, changed, renamed, folder, narrow=narrow)
        late, waiting = _waiting(memory, told, written, decided, changed, renamed, folder, joiner)
        if late.isdisjoint(said):
            told, written = told - waiting[0], written - waiting[1]
            break
        said = {name: events for name, events in said.items() if name not in late}
    ours = match_standing(memory.written, folder.standing)
    others = {s.position for number, group in ours.items() if number not in written for s in group}
    return Concern(
        said,
        tuple(memory.events[n] for n in sorted(told)),
        {memory.slots[w]: memory.written[w] for w in sorted(written)},
        tuple(s for s in folder.standing if s.position not in others),
        *decided,
        memory.crowds,
    )


def _reached(
    memory: _Memory, changed: Collection[str], renamed: Mapping[str, str], folder: EventFolder, *, narrow: bool
) -> tuple[set[int], set[int], tuple[Pairs, Pairs]]:
    """The events told and written that are concerned, by number, and the editors' decisions about them."""
    decided: tuple[Pairs, Pairs] = (frozenset(), frozenset())
    while True:
        told = memory.concerned(changed, decided[1])
        written = memory.written_of(told) if narrow else set(range(len(memory.written)))
        written.update(n for n, w in enumerate(memory.written) if any(m.article in changed for m in w.event.mentions))
        articles = _articles(memory, told, written) | set(changed)
        names = {name for article in articles for name in _names(article, renamed)}
        homes = {home_of(article, memory.records) for article in articles}
        folder.open(names, {memory.written[w].event.id for w in written}, homes)
        accepted, decided = decided[1], memory.decided(folder.standing)
        if decided[1] == accepted:
            return told, written, decided


def _waiting(
    memory: _Memory,
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
    events, remembered = [memory.events[n] for n in mine], [memory.written[n] for n in ours]

    def join(all_told: Sequence[Event]) -> Sequence[Event]:
        return joiner(all_told, *decided, memory.crowds).events

    some, some_written = bound_to(shut, events, remembered, join)
    waiting = {mine[n] for n in some}, {ours[n] for n in some_written}
    of_files = {m.article for n in waiting[1] for m in memory.written[n].event.mentions}
    return shut | {memory.homes[n] for n in waiting[0]} | of_files, waiting


def _articles(memory: _Memory, told: Iterable[int], written: Iterable[int]) -> set[str]:
    events = [*(memory.events[n] for n in told), *(memory.written[w].event for w in written)]
    return {mention.article for event in events for mention in event.mentions}


def _names(article: str, renamed: Mapping[str, str]) -> list[str]:
    """The names by which files may speak of an article."""
    return [article, *(old for old, new in renamed.items() if new == article)]


def home_of(article: str, records: Mapping[str, Record]) -> str:
    """The file that an article's new events go to."""
    record = records.get(article)
    return record.file if record and record.file else f"{EVENTS}/{article}.yml"
