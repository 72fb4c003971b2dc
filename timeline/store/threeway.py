"""The three-way merge by field: what we last wrote, what stands in the file, what the extractor says now. Pure.

File equals record: the field is ours and follows. File differs: it is the editor's for good, and what the extractor
says newly of it waits in the record for `timeline review`. A published event is never changed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Any

from timeline.events.model import Event, Mention
from timeline.store.entries import EVENT_KEYS, MENTION_KEYS
from timeline.store.matching import Place, place
from timeline.store.record import FIELDS, Written
from timeline.store.splice import Edit, Plain, UnsafeEditError, append_item, remove_item, set_value
from timeline.store.standing import Ident, Standing, StandingMention, ident, mention_fields, plain_field
from timeline.store.yamltext import Sequence, get

# Written once and then an editor's: an id is a promise to readers, a status an editor's word.
FOLLOWING = tuple(f for f in FIELDS if f not in ("id", "status"))
# A date is one thing said in four fields: whoever sets one of them sets the date.
DATE_FIELDS = ("date", "time", "date_text", "confidence")


@dataclass(slots=True)
class Outcome:
    """What becomes of one event: the edits to its file, what to remember, and the fields that changed."""

    written: Written
    edits: list[Edit]
    changed: list[str]


def follow(text: str, standing: Standing, written: Written, now: Event, same: dict[Place, Mention]) -> Outcome:
    """Let an event in a file follow the extractor wherever no editor has been."""
    if is_frozen(standing, written):
        return _freeze(standing, written, now)
    out = Outcome(written, [], [])
    # Where an editor wrote what we would say now, it stays the editor's: next time we may say something else.
    theirs = {key for key in FOLLOWING if standing.plain(key) != plain_field(written.event, key)}
    if theirs & {"date", "time", "date_text"}:
        theirs |= set(DATE_FIELDS)
    values: dict[str, Any] = {}
    newer: dict[str, Any] = {}
    for key in FOLLOWING:
        new = getattr(now, key)
        if key in theirs:
            if new != getattr(written.event, key) and plain_field(now, key) != standing.plain(key):
                newer[key] = new
            continue
        if plain_field(now, key) != standing.plain(key):
            try:
                out.edits += set_value(text, standing.node, key, plain_field(now, key), EVENT_KEYS)
            except UnsafeEditError:
                theirs.add(key)
                continue
            out.changed.append(key)
        values[key] = new
    mentions, left_out = _follow_mentions(text, standing, written.event, now, same, out)
    if left_out:
        newer["mentions"] = left_out
    event = replace(written.event, mentions=mentions, **values)
    out.written = replace(written, event=event, newer=_waiting(written, newer), gone=False)
    return out


def is_frozen(standing: Standing, written: Written) -> bool:
    """Whether it is left alone: published, or without the passages that proved it, which an editor took out."""
    return standing.is_published or bool(written.event.mentions and not standing.mentions)


def _freeze(standing: Standing, written: Written, now: Event) -> Outcome:
    """A published event stays as it is: whatever is said newly of it waits."""
    newer: dict[str, Any] = {
        key: getattr(now, key)
        for key in FOLLOWING
        if getattr(now, key) != getattr(written.event, key) and plain_field(now, key) != standing.plain(key)
    }
    there = {m.ident for m in standing.mentions} | {ident(m) for m in written.event.mentions}
    more = tuple(m for m in now.mentions if ident(m) not in there)
    if more:
        newer["mentions"] = more
    kept = replace(written, newer=_waiting(written, newer), gone=False)
    return Outcome(kept, [], [])


def offer_passages(
    group: Iterable[Standing], written: Written, now: Event | None, same: dict[Place, Mention]
) -> Written:
    """An event that an editor split is left alone: what other passages tell of it waits."""
    there = {m.ident for standing in group for m in standing.mentions}
    known = {place(same.get(place(m), m)) for m in written.event.mentions}
    more = tuple(m for m in now.mentions if place(m) not in known and ident(m) not in there) if now else ()
    newer = {key: value for key, value in written.newer if key != "mentions"} | ({"mentions": more} if more else {})
    return replace(written, newer=_waiting(written, newer), gone=False)


def _waiting(written: Written, newer: dict[str, Any]) -> tuple[tuple[str, Any], ...]:
    """What waits for the editor, without what the editor wants to hear no more of."""
    silenced = set(written.keep)
    return tuple((k, v) for k, v in newer.items() if k not in silenced and "*" not in silenced)


def _follow_mentions(
    text: str, standing: Standing, was: Event, now: Event, same: dict[Place, Mention], out: Outcome
) -> tuple[tuple[Mention, ...], tuple[Mention, ...]]:
    """The passages, one by one: ours follow, an editor's stay, deleted ones stay deleted, new ones join.

    What is to be remembered; and the new ones that cannot join, since a remark of an editor's is in the way.
    """
    items = get(standing.node, "mentions")
    pairs = _pair_mentions(standing, was)
    told = {place(m): m for m in now.mentions}
    remembered: list[Mention] = []
    for number, mention in enumerate(was.mentions):
        present = same.get(place(mention))
        present = told.pop(place(present), None) if present is not None else None
        there = pairs.get(number)
        if there is not None and present is not None:
            _update_mention(text, there, mention, present, out)
        elif there is not None and isinstance(items, Sequence):
            if not _drop_mention(text, items, there, mention, out):
                remembered.append(mention)
            continue
        remembered.append(present or mention)
    known = {m.ident for m in standing.mentions}
    fresh = tuple(m for m in told.values() if ident(m) not in known)
    left_out = fresh if fresh and not _add_mentions(text, items, fresh, out) else ()
    return (*remembered, *(m for m in told.values() if m not in left_out)), left_out


def removed_mentions(standing: Standing, was: Event) -> tuple[Mention, ...]:
    """The passages of ours that an editor took out: nothing in the file can be what became of them."""
    pairs = _pair_mentions(standing, was)
    paired = set(pairs.values())
    others = Counter(there.ident[0] for there in standing.mentions if there not in paired)
    removed = []
    for number, mention in enumerate(was.mentions):
        if number in pairs:
            continue
        others[mention.article] -= 1
        if others[mention.article] < 0:
            removed.append(mention)
    return tuple(removed)


def _pair_mentions(standing: Standing, was: Event) -> dict[int, StandingMention]:
    """Which mention in the file is which of ours: by the whole, else by article and expression, or quote."""
    free = list(standing.mentions)
    pairs: dict[int, StandingMention] = {}
    ways: tuple[Callable[[Ident], object], ...] = (lambda i: i, lambda i: i[:2], lambda i: i[::2])
    for way in ways:
        for number, mention in enumerate(was.mentions):
            if number in pairs:
                continue
            there = next((f for f in free if way(f.ident) == way(ident(mention))), None)
            if there is not None:
                pairs[number] = there
                free.remove(there)
    return pairs


def _update_mention(text: str, there: StandingMention, was: Mention, now: Mention, out: Outcome) -> None:
    fields: tuple[tuple[str, Plain, Plain, Plain], ...] = (
        ("expression", there.ident[1] or None, was.expression, now.expression),
        ("date", there.date or None, was.date, now.date),
        ("quote", there.ident[2] or None, was.quote, now.quote),
    )
    for key, stands, before, after in fields:
        if stands == before and after != stands:
            try:
                out.edits += set_value(text, there.node, key, after, MENTION_KEYS)
            except UnsafeEditError:
                continue
            if "mentions" not in out.changed:
                out.changed.append("mentions")


def _drop_mention(text: str, items: Sequence, there: StandingMention, was: Mention, out: Outcome) -> bool:
    """Take out a passage that is no longer said, if it stands as we wrote it and is not the last."""
    edit = _removal(text, items, there, was)
    if edit is None:
        return False
    out.edits.append(edit)
    out.changed.append("mentions")
    return True


def _removal(text: str, items: Sequence, there: StandingMention, was: Mention) -> Edit | None:
    """The edit that takes a passage out; None where an editor changed it, has a remark in it, or it is the last."""
    if not there.as_written(was) or len(items.value) < 2:
        return None
    try:
        return remove_item(text, items, there.node)
    except UnsafeEditError:
        return None


def staying_mentions(text: str, standing: Standing, written: Written) -> tuple[Mention, ...]:
    """The passages of ours that stay here even if they are told with another event: an editor’s hand is in them."""
    items = get(standing.node, "mentions")
    if not isinstance(items, Sequence):
        return ()
    pairs = _pair_mentions(standing, written.event)
    return tuple(
        mention
        for number, mention in enumerate(written.event.mentions)
        if number in pairs and _removal(text, items, pairs[number], mention) is None
    )


def _add_mentions(text: str, items: object, fresh: tuple[Mention, ...], out: Outcome) -> bool:
    if not isinstance(items, Sequence) or not items.value:
        return False
    try:
        out.edits += [append_item(text, items, mention_fields(m)) for m in fresh]
    except UnsafeEditError:
        return False
    out.changed.append("mentions")
    return True


def is_untouched(standing: Standing, was: Event) -> bool:
    """Whether an event stands exactly as we wrote it, without a remark, a field or a passage of an editor's."""
    if standing.has_comment or set(standing.fields) - set(FIELDS) - {"mentions"}:
        return False
    if any(standing.plain(key) != plain_field(was, key) for key in FIELDS):
        return False
    if len(standing.mentions) != len(was.mentions):
        return False
    return all(there.as_written(m) for there, m in zip(standing.mentions, was.mentions, strict=True))
