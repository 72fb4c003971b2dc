"""All articles at once: what the extractor tells, against what was written and what stands in the files. Pure.

Takes values and returns values: the extraction comes in as data, the edits go out as data.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from collections.abc import Mapping as Table
from dataclasses import dataclass, field, replace
from typing import Literal

from timeline.events.merge import Pairs, key_of
from timeline.events.model import Event, Mention
from timeline.store.matching import ENOUGH, Place, likeness, match_events, match_mentions, match_standing, place
from timeline.store.record import Written
from timeline.store.refusals import taken_apart
from timeline.store.returned import put_back
from timeline.store.splice import Edit, UnsafeEditError, remove_item
from timeline.store.standing import Ident, Standing, ident
from timeline.store.threeway import (
    Outcome,
    follow,
    is_frozen,
    is_untouched,
    offer_passages,
    removed_mentions,
    staying_mentions,
)

Kind = Literal["added", "updated", "kept", "removed", "proposed"]


@dataclass(frozen=True, slots=True)
class Change:
    """What became of one event, for the report. *articles* are those that it comes from, before and now."""

    kind: Kind
    title: str
    path: str
    line: int = 0
    fields: tuple[str, ...] = ()
    status: str = "draft"
    articles: tuple[str, ...] = ()


@dataclass(slots=True)
class Result:
    """*edits* by file, *appended* by the article whose file they go to, *written* by home article.

    *only_ours*: no editor's hand is in any of the events that stand or stood there.
    """

    edits: dict[str, list[Edit]] = field(default_factory=lambda: defaultdict(list))
    appended: dict[str, list[Event]] = field(default_factory=lambda: defaultdict(list))
    written: dict[str, list[Written]] = field(default_factory=lambda: defaultdict(list))
    changes: list[Change] = field(default_factory=list)
    only_ours: bool = False


def merge_all(
    written: Sequence[tuple[str, Written]],
    standing: Sequence[Standing],
    told: Sequence[Event],
    join: Callable[[Sequence[Event]], Sequence[Event]],
    texts: Table[str, str],
    taken_ids: set[str],
    lost: frozenset[str] = frozenset(),
    accepted: Pairs = frozenset(),
) -> Result:
    """Bring the files to what is told now.

    *written* are the remembered events, each with the article whose record holds it; *told* those of each article,
    *join*ed here; *texts* the files by path; *lost* the articles whose record was there and cannot be read: of these
    nothing is added; *accepted* what editors call one.
    """
    ours = [w for _, w in written]
    same = match_mentions((m for w in ours for m in w.event.mentions), (m for e in told for m in e.mentions))
    unknown = {place(m) for event in told for m in event.mentions} - {place(m) for m in same.values()}
    files = match_standing(ours, standing, {ident(m) for e in told for m in e.mentions if place(m) in unknown})
    written, back = taken_apart(put_back(written, standing, same), files)
    taken_ids = taken_ids - {ours[number].event.id for number in back}
    written = _without_removed(written, files)
    ours = [w for _, w in written]
    gone = [w for number, w in enumerate(ours) if not files.get(number) and number not in back]
    claimed: set[int] = {s.position for group in files.values() for s in group}
    theirs = _finder(standing, claimed, lost)
    told = _without_deleted(join(_alive(told, gone, standing, accepted, same)), gone, same)
    told = [part for event in told for part in _parted(event, unknown, theirs, lost)]
    now = match_events(ours, told, same)
    told = _without_kept(told, ours, files, now, same, texts, unknown)
    result = Result(only_ours=len(claimed) == len(standing) and _are_untouched(ours, files))
    holders: dict[Ident, set[int]] = defaultdict(set)
    for event in standing:
        for there in event.mentions:
            holders[there.ident].add(event.position)
    for number, (home, was) in enumerate(written):
        if number not in back:
            present = told[now[number]] if number in now else None
            kept = _settle(was, present, files.get(number, []), same, texts, holders, result)
            result.written[home] += [kept] if kept is not None else []
    _add_new(told, set(now.values()), same, theirs, _held(ours, files), taken_ids, lost, result)
    return result


def _are_untouched(ours: Sequence[Written], files: Table[int, list[Standing]]) -> bool:
    """Whether each event stands once, just as we wrote it."""
    there = [files.get(number, ()) for number in range(len(ours))]
    return all(len(group) == 1 and is_untouched(group[0], w.event) for group, w in zip(there, ours, strict=True))


def _without_removed(
    written: Sequence[tuple[str, Written]], files: dict[int, list[Standing]]
) -> list[tuple[str, Written]]:
    """The remembered events without the passages that an editor took out of them; these count as deleted events."""
    kept, removed = [], []
    for number, (home, was) in enumerate(written):
        there = files.get(number, [])
        out = removed_mentions(there[0], was.event) if len(there) == 1 else ()
        if out and len(out) < len(was.event.mentions):
            removed.append((home, Written(replace(was.event, id="", mentions=out), gone=True)))
            left = tuple(m for m in was.event.mentions if m not in out)
            was = replace(was, event=replace(was.event, mentions=left))
        kept.append((home, was))
    return kept + removed


def _alive(
    told: Sequence[Event],
    gone: Sequence[Written],
    standing: Iterable[Standing],
    accepted: Pairs,
    same: dict[Place, Mention],
) -> list[Event]:
    """The events told, but for passages that an editor deleted: these lend no event a date, a title or a name.

    Unless an editor's `same_as` gave them to another event, and they stand there.
    """
    there, given = {m.ident for s in standing for m in s.mentions}, {key for pair in accepted for key in pair}
    dead = {
        place(same[place(m)])
        for w in gone
        for m in w.event.mentions
        if place(m) in same and not (ident(m) in there and key_of(same[place(m)]) in given)
    }
    left = [(event, tuple(m for m in event.mentions if place(m) not in dead)) for event in told]
    return [replace(event, mentions=alive) for event, alive in left if alive or not event.mentions]


def _without_deleted(told: Sequence[Event], gone: Sequence[Written], same: dict[Place, Mention]) -> list[Event]:
    """The events told, without passages of events that an editor deleted, where others stand beside them."""
    deleted = {place(same[place(m)]) for w in gone for m in w.event.mentions if place(m) in same}
    return [_without(event, deleted) for event in told]


def _without(event: Event, places: Collection[Place]) -> Event:
    """The event, without its passages at these places where others stand beside them."""
    left = tuple(m for m in event.mentions if place(m) not in places)
    return replace(event, mentions=left) if left and len(left) < len(event.mentions) else event


Finder = Callable[[Mention], Standing | None]


def _finder(standing: Sequence[Standing], claimed: Collection[int], lost: Collection[str]) -> Finder:
    """Tells in which event, of none that we remember, a passage stands.

    In an event with a passage of an article whose record is *lost* it may stand as it was read before; even in one of
    those *claimed*, by position, since an editor may have joined the event that is forgotten with one that is not.
    """
    exact = {m.ident: event for event in standing if event.position not in claimed for m in event.mentions}
    of_old = [event for event in standing if any(m.ident[0] in lost for m in event.mentions)] if lost else []

    def find(mention: Mention) -> Standing | None:
        like = [
            (likeness(there.ident[2], mention.quote), -event.position, event)
            for event in of_old
            for there in event.mentions
            if there.ident[0] == mention.article
        ]
        best = max(like, default=None)
        return exact.get(ident(mention)) or (best[2] if best and best[0] >= ENOUGH else None)

    return find


def _parted(event: Event, unknown: Collection[Place], theirs: Finder, lost: Collection[str]) -> Iterator[Event]:
    """An event told, without passages that we do not remember and that stand in an event of *theirs* or may have been
    deleted, of an article whose record is *lost*; these as events of their own, so that nobody adds them to another."""
    groups: dict[int | None, list[Mention]] = defaultdict(list)
    for mention in event.mentions:
        there = theirs(mention) if place(mention) in unknown else None
        missing = place(mention) in unknown and mention.article in lost
        groups[there.position if there else -1 if missing else None].append(mention)
    yield from (replace(event, mentions=tuple(group)) for group in groups.values())
    if not groups:
        yield event


def _without_kept(
    told: Sequence[Event],
    ours: Sequence[Written],
    files: Table[int, list[Standing]],
    now: Table[int, int],
    same: dict[Place, Mention],
    texts: Table[str, str],
    unknown: Collection[Place],
) -> list[Event]:
    """The events told, without passages that stay in another event of the files because an editor's hand is there.

    No passage stands in two events. Of *unknown* ones an editor may have put some below events of ours.
    """
    stay: dict[Place, set[int | None]] = defaultdict(set)
    found = {ident(m): place(m) for event in told for m in event.mentions if place(m) in unknown}
    for number, group in files.items():
        for there in (m.ident for s in group for m in s.mentions if m.ident in found):
            stay[found[there]].add(now.get(number))
    for number, was in enumerate(ours):
        here = now.get(number)
        mine = {place(m) for m in told[here].mentions} if here is not None else set()
        moved = [m for m in was.event.mentions if place(m) in same and place(same[place(m)]) not in mine]
        kept = _kept_passages(files.get(number, []), was, texts, follows=here is not None) if moved else ()
        for mention in moved:
            if mention in kept:
                stay[place(same[place(mention)])].add(here)
    return [
        _without(event, {p for m in event.mentions if (p := place(m)) in stay and number not in stay[p]})
        for number, event in enumerate(told)
    ]


def _kept_passages(
    there: Sequence[Standing], was: Written, texts: Table[str, str], *, follows: bool
) -> tuple[Mention, ...]:
    """The passages that an event of ours has to the end of this run, though they are told with another."""
    if len(there) != 1:
        return was.event.mentions if there else ()
    (standing,) = there
    if follows and not is_frozen(standing, was):
        return staying_mentions(texts[standing.path], standing, was)
    return () if not follows and _removal(standing, was, texts) else was.event.mentions


def _settle(
    was: Written,
    now: Event | None,
    there: list[Standing],
    same: dict[Place, Mention],
    texts: Table[str, str],
    holders: Table[Ident, set[int]],
    result: Result,
) -> Written | None:
    """One remembered event: follow, leave, remove, or remember that it was deleted."""
    if not there:
        # What was deleted is remembered with all the passages it ever had: none may bring it back.
        passages = (*was.event.mentions, *_translated(was.event, same), *(now.mentions if now else ()))
        every = tuple({place(m): m for m in passages}.values())
        return replace(was, event=replace(now or was.event, id=was.event.id, mentions=every), newer=(), gone=True)
    here = there[0]
    articles = (*_articles(was.event, now), *(m.ident[0] for m in here.mentions))
    if len(there) > 1:
        kept = offer_passages(there, was, now, same)
        _report_waiting(here, kept, was, articles, result)
        return kept
    if now is not None:
        outcome = follow(texts[here.path], here, was, now, same)
        result.edits[here.path] += outcome.edits
        _report(here, outcome, was, articles, result)
        return outcome.written
    edit = _removal(here, was, texts)
    if edit is not None:
        result.edits[here.path].append(edit)
        of = _articles(was.event)
        result.changes.append(Change("removed", was.event.title, here.path, here.line, (), _status(here), of))
        # What an editor put below another event as well stands there, and must not come back as an event of its own.
        left = tuple(m for m in was.event.mentions if place(m) not in same and holders[ident(m)] != {here.position})
        return replace(was, event=replace(was.event, mentions=left), newer=(), gone=True) if left else None
    if not is_untouched(here, was.event):
        result.changes.append(Change("kept", here.title, here.path, here.line, (), _status(here), articles))
    return replace(was, gone=False)


def _removal(here: Standing, was: Written, texts: Table[str, str]) -> Edit | None:
    """The edit that takes an event out of its file; None where an editor's hand is in it or in what would be left."""
    if not is_untouched(here, was.event):
        return None
    try:
        return remove_item(texts[here.path], here.top, here.node)
    except UnsafeEditError:
        return None


def _translated(event: Event, same: dict[Place, Mention]) -> tuple[Mention, ...]:
    return tuple(same.get(place(m), m) for m in event.mentions)


def _articles(*events: Event | None) -> tuple[str, ...]:
    return tuple(dict.fromkeys(m.article for event in events if event for m in event.mentions))


def _status(here: Standing) -> str:
    return "published" if here.is_published else "draft"


def _report(here: Standing, outcome: Outcome, was: Written, articles: tuple[str, ...], result: Result) -> None:
    if outcome.changed:
        fields = tuple(dict.fromkeys(outcome.changed))
        title = outcome.written.event.title
        result.changes.append(Change("updated", title, here.path, here.line, fields, _status(here), articles))
    _report_waiting(here, outcome.written, was, articles, result)


def _report_waiting(here: Standing, kept: Written, was: Written, articles: tuple[str, ...], result: Result) -> None:
    if kept.newer and kept.newer != was.newer:
        fields = tuple(key for key, _ in kept.newer)
        result.changes.append(Change("proposed", here.title, here.path, here.line, fields, _status(here), articles))


def _add_new(
    told: Sequence[Event],
    matched: set[int],
    same: dict[Place, Mention],
    theirs: Finder,
    held: Collection[Ident],
    taken_ids: set[str],
    lost: frozenset[str],
    result: Result,
) -> None:
    """Events told for the first time. What already stands in a file, or was deleted from one, is not added again."""
    deleted, alive = (
        {
            place(m)
            for group in result.written.values()
            for w in group
            if w.gone is gone
            for m in _translated(w.event, same)
        }
        for gone in (True, False)
    )
    for number, event in enumerate(told):
        if number in matched:
            continue
        home = event.mentions[0].article if event.mentions else ""
        here = next((there for m in event.mentions if (there := theirs(m))), None)
        if here is not None:
            result.written[home].append(Written(replace(event, id=here.id or event.id)))
            continue
        fresh = tuple(
            m for m in event.mentions if place(m) not in deleted and place(m) not in alive and ident(m) not in held
        )
        if not fresh or any(m.article in lost for m in event.mentions):
            if not all(place(m) in deleted | alive for m in event.mentions):
                result.written[home].append(Written(event, gone=True))
            continue
        new = replace(event, mentions=fresh, id=_free_id(event.id, taken_ids))
        result.appended[new.mentions[0].article].append(new)
        result.written[new.mentions[0].article].append(Written(new))
        result.changes.append(Change("added", new.title, "", articles=_articles(new)))


def _held(ours: Sequence[Written], files: Table[int, list[Standing]]) -> set[Ident]:
    """The passages that an editor put below events of ours."""
    held: set[Ident] = set()
    for number, group in files.items():
        held |= {m.ident for s in group for m in s.mentions} - {ident(m) for m in ours[number].event.mentions}
    return held


def _free_id(wanted: str, taken: set[str]) -> str:
    """The id, or with a number where another event of the dossier has it; taken from then on."""
    base = wanted or "evento"
    name, number = base, 2
    while name in taken:
        name, number = f"{base}-{number}", number + 1
    taken.add(name)
    return name
