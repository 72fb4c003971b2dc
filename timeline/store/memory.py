"""All that articles tell now, and all that we wrote of it, by passage: where a run looks for what a change concerns."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cached_property

from timeline.events.crowds import Crowds
from timeline.events.merge import MentionKey, Pairs, key_of
from timeline.events.model import Event
from timeline.events.reach import Reach
from timeline.store.matching import Place, match_mentions, place
from timeline.store.record import Record
from timeline.store.standing import Ident, Standing, ident
from timeline.store.yamltext import Value

# Where an event that we wrote is remembered: the article of the record, and its number there.
Slot = tuple[str, int]


class Told:
    """What is told now. *new*: the events, by number, that articles just read did not tell before; *gone*: those that
    they told in their place."""

    def __init__(self, records: Mapping[str, Record], said: Mapping[str, tuple[Event, ...]], whole: Collection[str]):
        """Of *whole* articles everything counts as new."""
        told = {**{name: record.said for name, record in records.items()}, **said}
        self.events = [event for name in sorted(told) for event in told[name]]
        self.homes = [name for name in sorted(told) for _ in told[name]]
        self._at: dict[Place, list[int]] = defaultdict(list)
        self._by_key: dict[MentionKey, list[int]] = defaultdict(list)
        for number, event in enumerate(self.events):
            for mention in event.mentions:
                self._at[place(mention)].append(number)
                self._by_key[key_of(mention)].append(number)
        self.crowds = Crowds(event.date for event in self.events)
        read = said.keys() | set(whole)
        before = {name: records[name].said if name in records else () for name in read}
        stays = {name: set() if name in whole else {*before[name]}.intersection(told.get(name, ())) for name in read}
        self.new = [
            n
            for n, (h, event) in enumerate(zip(self.homes, self.events, strict=True))
            if h in read and event not in stays[h]
        ]
        self.gone = [event for name in sorted(read) for event in before[name] if event not in stays[name]]

    def of(self, mentions: Iterable[Place]) -> set[int]:
        """The events with a passage at one of these places."""
        return {n for at in mentions for n in self._at.get(at, ())}

    def mates(self, pairs: Pairs) -> dict[int, set[int]]:
        """For each event of *pairs* of passages all that it is paired with."""
        found: dict[int, set[int]] = defaultdict(set)
        for pair in pairs:
            numbers = {n for key in pair for n in self._by_key.get(key, ())}
            for number in numbers:
                found[number] |= numbers
        return found

    @cached_property
    def reach(self) -> Reach:
        return Reach(self.events, self.crowds)

    @cached_property
    def seeds(self) -> set[int]:
        """The events that may be joined otherwise because of what is new or gone, before any that hang on these."""
        return self.reach.seeds(self.new, self.gone)


class Memory:
    """What was written, beside what is told. *narrow*: whether what a change cannot concern is left unread."""

    def __init__(self, records: Mapping[str, Record], told: Told, read: Collection[str], *, narrow: bool) -> None:
        self.records = records
        self.told = told
        self.narrow = narrow
        self.slots = [(name, n) for name in sorted(records) for n, _ in enumerate(records[name].written)]
        self.written = [records[name].written[n] for name, n in self.slots]
        self._written: dict[Place, list[int]] = defaultdict(list)
        for number, written in enumerate(self.written):
            for mention in written.event.mentions:
                self._written[place(mention)].append(number)
        self._of_read = [n for n, w in enumerate(self.written) if any(m.article in read for m in w.event.mentions)]

    def concerned(self, accepted: Pairs, touched: Collection[int]) -> tuple[set[int], set[int]]:
        """The events told and those written, by number, that may be others since articles were read.

        *touched* are written ones that an editor's hand was in.
        """
        if not self.narrow:
            return set(range(len(self.told.events))), set(range(len(self.written)))
        stirred = {*touched, *self._stirred}
        same = self.told.mates(accepted)

        def mates(number: int) -> set[int]:
            return self._mates(number) | same.get(number, set())

        told = self.told.reach.spread({*self.told.seeds, *(n for w in stirred for n in self._tellers(w))}, mates)
        return told, self.written_of(told) | stirred

    @cached_property
    def _stirred(self) -> set[int]:
        """What was written, by number, of passages that are new, gone, or told no more, or for which a word waits."""
        events = [*(self.told.events[n] for n in self.told.new), *self.told.gone]
        changed = {place(m) for event in events for m in event.mentions}
        found = {n for at in changed for n in self._written.get(at, ())}
        for number in self._of_read:
            written = self.written[number]
            if written.newer or not all(self.told.of([place(m)]) for m in written.event.mentions):
                found.add(number)
        return found

    def touched(self, standing: Iterable[Standing]) -> set[int]:
        """What was written of articles just read, by number, and does not stand as a whole; or does again."""
        there = {m.ident for event in standing for m in event.mentions}
        found = set()
        for number in self._of_read if self.narrow else ():
            written = self.written[number]
            stand = [ident(m) in there for m in written.event.mentions]
            if any(stand) if written.gone else not all(stand):
                found.add(number)
        return found

    def _mates(self, number: int) -> set[int]:
        """The events told that share what we wrote with this one."""
        return {n for w in self.written_of([number]) for n in self._tellers(w)}

    def _tellers(self, written: int) -> set[int]:
        return self.told.of(place(m) for m in self.written[written].event.mentions)

    def written_of(self, told: Iterable[int]) -> set[int]:
        """What we wrote, by number, of events told."""
        return {w for n in told for m in self.told.events[n].mentions for w in self._written.get(place(m), ())}

    def decided(self, standing: Sequence[Standing]) -> tuple[Pairs, Pairs]:
        """What editors said of pairs of events: not the same, or the same.

        What stands in another event than the one that says so is not one with it: there the files have it as another.
        An editor's passage may keep an expression that is read otherwise by now: then its words tell where it stands.
        """
        spoken = [(s, key, s.fields[key]) for s in standing for key in ("not_same_as", "same_as") if key in s.fields]
        # An event that is called two with itself has nobody else in mind.
        said = [(s, other, key) for s, key, others in spoken for other in _ids_in(others) if other != s.id]
        keys = self._keys_of({name for s, other, _ in said for name in (s.id, other)})
        holders: dict[Ident | tuple[str, str], set[int]] = defaultdict(set)
        for s in standing if said else ():
            for m in s.mentions:
                article, _, quote = m.ident
                holders[m.ident].add(s.position)
                holders[article, quote].add(s.position)
        at = {s.id: s.position for s in standing if s.id}
        pairs: dict[str, set[frozenset[MentionKey]]] = {"not_same_as": set(), "same_as": set()}
        for s, other, word in said:
            mine, theirs = (
                [
                    key
                    for key, i in keys.get(name, ())
                    # Reworded past knowing it stands in the event that was joined; one that still stands lost it.
                    if word != "same_as"
                    or s.position in (holders.get(i) or holders.get((i[0], i[2])) or {at.get(name, s.position)})
                ]
                for name in (s.id, other)
            )
            pairs[word] |= {frozenset((a, b)) for a in mine for b in theirs}
        return frozenset(pairs["not_same_as"]), frozenset(pairs["same_as"] - pairs["not_same_as"])

    def _keys_of(self, ids: Collection[str]) -> dict[str, list[tuple[MentionKey, Ident]]]:
        """What is told now of the events with these ids, each with how it stands in a file, if it does.

        Where an article was rewritten, passages begin elsewhere.
        """
        ours = [w.event for w in self.written if w.event.id in ids]
        articles = {m.article for event in ours for m in event.mentions}
        same = match_mentions(
            (m for w in self.written for m in w.event.mentions if m.article in articles),
            (m for event in self.told.events for m in event.mentions if m.article in articles),
        )
        found: dict[str, list[tuple[MentionKey, Ident]]] = defaultdict(list)
        for event in ours:
            found[event.id] += [(key_of(same[place(m)]), ident(m)) for m in event.mentions if place(m) in same]
        # Of an event that was joined with another by us, nothing was written: it has the id that it would have had.
        for told in self.told.events:
            if told.id in ids and told.id not in found:
                found[told.id] += [(key_of(m), ident(m)) for m in told.mentions]
        return found


def _ids_in(said: Value) -> list[str]:
    return [o.strip() for o in (said if isinstance(said, list) else [said]) if isinstance(o, str)]
