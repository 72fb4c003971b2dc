"""What cannot all be true: one event dated differently, an order that cannot be; and appointments gone by."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from timeline.dates.edtf import parse_edtf
from timeline.dates.period import Period
from timeline.events.described import Features, features_of, kinds_told
from timeline.events.features import weight
from timeline.events.model import Event, Mention
from timeline.italian.prose import date_in_words

# What comes before what, of the same people or the same thing, whatever the papers' dates say.
_EARLIER = (
    ("morire", "seppellire"),
    ("firmare", "ratificare"),
    ("rubare", "ritrovare"),
    ("eleggere", "giurare"),
    ("invadere", "ritirare"),
)
# Two names, or a name and two words: less does not show that both speak of the same thing.
_SAME_THING = 320
# A month apart two events are rather two of a series: the next year's strike, another theft.
_NEAR_DAYS = 31


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two passages that disagree about *event*. *reason* is one Italian sentence; *kind* says about what.

    *other* is the second event of an order that cannot be, None where the sources of one event disagree. A passage is
    None where an event was written by hand.
    """

    event: Event
    kind: Literal["date", "order"]
    first: Mention | None
    second: Mention | None
    reason: str
    other: Event | None = None


def contradictions(events: Sequence[Event]) -> list[Contradiction]:
    """Every disagreement: those of each event's sources first, then each order that cannot be."""
    of_dates = [found for event in events for found in _between_sources(event)]
    return of_dates + list(_against_after(events)) + list(_against_sense(events))


def past_appointments(events: Sequence[Event], published: Mapping[str, date], today: date) -> list[Event]:
    """Events that every article told beforehand, and whose last day has passed: to be followed up by an editor.

    *published* holds each article's day; an event with an article that is not there is left out, and so is one whose
    editor has been there since: it has a note, or a date that no source gives.
    """
    return [
        event
        for event in events
        if _was_announced(event, published) and _is_over(event, today) and not _is_followed_up(event)
    ]


def due_day(period: Period) -> date | None:
    """The day before which the event is still to come: its first; of a deadline («entro giugno»), its last."""
    if period.first is None and period.kind == "once":
        return period.last
    return period.first


def _was_announced(event: Event, published: Mapping[str, date]) -> bool:
    if event.date is None or not event.mentions:
        return False
    due, is_deadline = due_day(event.date), event.date.first is None
    days = [published.get(m.article) for m in event.mentions]
    return due is not None and all(day is not None and (day < due or (is_deadline and day == due)) for day in days)


def _is_followed_up(event: Event) -> bool:
    return bool(event.note) or event.date not in {_period_of(mention) for mention in event.mentions}


def _is_over(event: Event, today: date) -> bool:
    return event.date is not None and event.date.last is not None and event.date.last < today


def _between_sources(event: Event) -> Iterator[Contradiction]:
    """The first passage against the first of each other date that no day is shared with."""
    dated = [(mention, period) for mention in event.mentions if (period := _period_of(mention))]
    shown: list[Period] = []
    for mention, period in dated:
        if any(period.overlaps(other) for other in shown):
            continue
        if shown:
            first = dated[0]
            reason = (
                f"{_in_line(first[1])} secondo {first[0].article}, {_in_line(period)} secondo {mention.article}: "
                f"«{first[0].expression}» e «{mention.expression}»"
            )
            yield Contradiction(event, "date", first[0], mention, reason)
        shown.append(period)


def _period_of(mention: Mention) -> Period | None:
    """The mention's own reading; None where it has none, or where an editor's file has it wrong (`check` says so)."""
    try:
        return parse_edtf(mention.date) if mention.date else None
    except ValueError:
        return None


def _in_line(period: Period) -> str:
    words = date_in_words(period)
    return words[:1].lower() + words[1:]


def _against_after(events: Sequence[Event]) -> Iterator[Contradiction]:
    """Events that stand after another (`after`) and are dated wholly before it."""
    by_id = {event.id: event for event in events if event.id}
    for event in events:
        earlier = by_id.get(event.after) if event.after else None
        if earlier and _is_before(event, earlier):
            yield _order(event, earlier, f"sta dopo «{earlier.title}», che però è di")


def _against_sense(events: Sequence[Event]) -> Iterator[Contradiction]:
    """A funeral before the death, a ratification before the signing: of the same people, or plainly the same thing."""
    by_kind: dict[str, list[tuple[Event, Features]]] = defaultdict(list)
    ends = {kind for pair in _EARLIER for kind in pair}
    for event in events:
        kinds = kinds_told(event) & ends
        if not kinds:
            continue
        described = features_of(event)
        for kind in sorted(kinds):
            by_kind[kind].append((event, described))
    for earlier_kind, later_kind in _EARLIER:
        for later, later_features in by_kind[later_kind]:
            for earlier, features in by_kind[earlier_kind]:
                is_both = later_features.mains & features.mains
                if not is_both and _is_just_before(later, earlier) and _is_one_thing(later_features, features):
                    yield _order(later, earlier, f"viene prima di «{earlier.title}», che però è di")


def _is_before(one: Event, two: Event) -> bool:
    """Whether the one ends before the other begins, both dates known."""
    if one.date is None or two.date is None or one.date.last is None or two.date.first is None:
        return False
    return one.date.last < two.date.first


def _is_just_before(one: Event, two: Event) -> bool:
    if not _is_before(one, two) or one.date is None or two.date is None or one.date.last is None:
        return False
    return two.date.first is not None and (two.date.first - one.date.last).days <= _NEAR_DAYS


def _is_one_thing(one: Features, two: Features) -> bool:
    if one.people and two.people:
        return bool(one.people & two.people)
    return weight(f for f in one.title & two.title if not f.startswith("k:")) >= _SAME_THING


def _order(event: Event, other: Event, how: str) -> Contradiction:
    assert event.date is not None
    assert other.date is not None
    first, second = next(iter(event.mentions), None), next(iter(other.mentions), None)
    reason = f"«{event.title}» ({_in_line(event.date)}) {how} {_in_line(other.date)}"
    return Contradiction(event, "order", first, second, reason, other)
