"""What an event is told by, made ready to be compared with other events."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from timeline.events.capitals import plain
from timeline.events.claims import event_claims
from timeline.events.features import features_in, is_own, name_key, weight
from timeline.events.happenings import kind_of, mains_of_title, opening_kind
from timeline.events.model import Event
from timeline.events.provinces import lies_in, towns_told
from timeline.events.several import answers, does_several
from timeline.events.vocabulary import fold

# What can be said of anything: «iniziato il processo» and «iniziata la fiera» do not tell one kind of thing.
AT_LARGE = frozenset("iniziare aprire chiudere annunciare confermare presentare finire celebrare".split())


@dataclass(frozen=True, slots=True)
class Features:
    """What an event is told by.

    *title* and *all* are weighted features (names, numbers, kinds of happening, stems) of the title, and of title and
    quotes together; *wide* adds those of the sentences around. *mains* are the kinds of happening that the event itself
    is, *quoted* these and the ones its quotes open with, *kinds* those its title speaks of. *people* are the title's
    and *places* all, each as its features; *own* are the title's features that belong to one thing. *where* and
    *where_around* are the provinces and regions that the event, or the sentences around too, speak of, *told_where*
    those that it surely says it is in. *claims*: `event_claims`. *does_several* and *answers*: several.py.
    """

    title: frozenset[str]
    all: frozenset[str]
    wide: frozenset[str]
    mains: frozenset[str]
    quoted: frozenset[str]
    kinds: frozenset[str]
    people: frozenset[frozenset[str]]
    places: frozenset[frozenset[str]]
    articles: frozenset[str]
    claims: frozenset[tuple[str, str]]
    is_day: bool
    own: frozenset[str]
    where: frozenset[str]
    told_where: frozenset[str]
    where_around: frozenset[str]
    does_several: bool
    answers: frozenset[str]
    all_weight: int
    wide_weight: int


def features_of(event: Event) -> Features:
    """The features of an event, from its title, summary, quotes, triggers, names and the sentences around."""
    people = frozenset(_name_keys(event.people))
    title = features_in(event.title, people)
    quotes = _quotes(event)
    everything = _everything(event, people)
    wide = _with_what_is_around(event, everything)
    places = [frozenset(f"n:{name_key(word)}" for word in fold(place).split()) for place in event.places]
    where = lies_in(event.places) | _lies_in(everything - {f"n:{name}" for name in people})
    told_where = _told_where(event, quotes, people) if where else where
    triggers, mains = _kinds_of_triggers(event), kinds_told(event)
    kinds = frozenset(f[2:] for f in title if f.startswith("k:")) | triggers
    return Features(
        title,
        everything,
        wide,
        mains,
        mains.union(*(opening_kind(q) for q in quotes)),
        kinds,
        frozenset(frozenset({f"n:{k}"}) for k in people if f"n:{k}" in title),
        frozenset(places),
        frozenset(m.article for m in event.mentions),
        event_claims(event.title, quotes),
        event.date is not None and event.date.is_day,
        frozenset(filter(is_own, title)),
        where,
        told_where,
        where | _lies_in(wide - everything),
        does_several(title, mains),
        answers(mains if mains - AT_LARGE else kinds),
        weight(everything),
        weight(wide),
    )


def title_of(event: Event) -> frozenset[str]:
    """What the title of an event tells, as `Features.title` has it."""
    return features_in(event.title, frozenset(_name_keys(event.people)))


def wide_of(event: Event) -> frozenset[str]:
    """What an event knows, as `Features.wide` has it: a third of the work of all features."""
    return _with_what_is_around(event, _everything(event, frozenset(_name_keys(event.people))))


def _quotes(event: Event) -> set[str]:
    return {m.quote for m in event.mentions} | {event.summary}


def _everything(event: Event, people: frozenset[str]) -> frozenset[str]:
    names = (*event.people, *event.places, *event.organizations)
    named = {f"n:{name_key(word)}" for name in names for word in fold(name).split()}
    title = features_in(event.title, people)
    return title.union(named, *(features_in(q, people) for q in _quotes(event)))


def _with_what_is_around(event: Event, everything: frozenset[str]) -> frozenset[str]:
    return everything.union(*(m.around.split() for m in event.mentions))


def _told_where(event: Event, quotes: Iterable[str], people: Collection[str]) -> frozenset[str]:
    told = frozenset[str]().union(*(towns_told(plain(text)) for text in {event.title, *quotes}))
    return lies_in([*event.places, *(town for town in told if fold(town) not in people)])


def _lies_in(features: Iterable[str]) -> frozenset[str]:
    return lies_in(f[2:] for f in features if f[0] == "n")


def kinds_told(event: Event) -> frozenset[str]:
    """The kinds of happening that an event tells, as `Features.mains` has them: a tenth of the work of all features."""
    found = _kinds_of_triggers(event) | mains_of_title(event.title)
    return found or frozenset().union(*(mains_of_title(m.quote) for m in event.mentions))


def _kinds_of_triggers(event: Event) -> frozenset[str]:
    return frozenset(k for m in event.mentions if (k := kind_of(plain(m.trigger).lower())))


def _name_keys(names: Iterable[str]) -> Iterable[str]:
    """A person by the last word of the name: «Vladimir Putin» and «Putin» are one."""
    for name in names:
        words = fold(name).split()
        if words:
            yield words[-1] if words[0] != "kim" else words[0]
