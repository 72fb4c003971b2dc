"""How alike two events are: what their titles, quotes and contexts share, and what sets them apart."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from timeline.events.capitals import plain
from timeline.events.features import (
    KIND,
    NAME,
    PLACE,
    features_in,
    is_specific,
    kind_of,
    mains_of_title,
    weight,
    words_by_kind,
)
from timeline.events.model import Event
from timeline.events.vocabulary import fold

# Who denies, rejects or puts off something does another thing than who does it, whatever else the two share.
_REVERSALS = frozenset({"smentire", "respingere", "rinviare", "sospendere", "assolvere"})
# What can be said of anything: «iniziato il processo» and «iniziata la fiera» do not tell one kind of thing.
_AT_LARGE = frozenset(
    {
        "iniziare",
        "aprire",
        "chiudere",
        "annunciare",
        "confermare",
        "presentare",
        "inviare",
        "chiedere",
        "finire",
        "celebrare",
    }
)
# Two kinds that papers use for one thing.
_NEAR = frozenset(
    frozenset(pair.split())
    for pair in (
        "rubare rapinare", "sparire rubare", "approvare votare", "sentenza condannare", "sentenza assolvere",
        "deporre processare", "nominare eleggere", "vincere eleggere", "promuovere vincere", "inaugurare riaprire",
        "manifestare scioperare", "attaccare invadere", "bruciare distruggere",
    )
)  # fmt: skip
# What papers tell in one breath, the cause and its effect.
_CAUSES = frozenset(
    frozenset(pair.split())
    for pair in (
        "allagare evacuare", "allagare franare", "imperversare allagare", "imperversare franare", "crollare morire",
        "crollare ferire", "scuotere crollare", "scontrarsi morire", "scontrarsi ferire", "bruciare morire",
        "esplodere morire", "esplodere ferire", "attaccare morire", "attaccare ferire", "affondare morire",
        "annegare morire", "precipitare morire",
    )
)  # fmt: skip
Relation = Literal["same", "near", "cause", "told", "unsaid", "at large", "other"]
# Likeness from which two events are one.
SURE = 0.72
# How much of each other two events must tell to be one, by what they say of the kind of thing: where a date is coarse,
# and where both have the same day. Set on tests/events/dossier/facts.txt and half of facts_other_hand.txt, where no two
# facts were joined (docs/benchmarks.md).
_NEEDS: dict[Relation, tuple[float, float]] = {
    "same": (0.62, 0.60),
    "near": (0.90, 0.60),
    "cause": (1.00, 0.85),
    "told": (0.95, 0.55),
    "unsaid": (1.00, 0.42),
    "at large": (1.10, 0.58),
}
# Less than a name and a word in common proves nothing, however short the titles; a coarse date wants a name and a kind.
_LEAST, _LEAST_COARSE = NAME + PLACE, NAME + KIND
# What only the sentences around tell counts a little less.
_NEARBY = 0.8
# Whoever tells nothing of the other's title tells another thing, unless the kind is the same.
_LEAST_SHARE = 0.22
# And one name in common proves nothing: much happens to the same people on one day.
_LEAST_SPECIFIC = 2
# Two things of one kind on one day, with a name or word of their own in common, and not just a town or an office.
_SPECIFIC = 0.15
# One paper seldom tells a fact twice in words of two kinds, and never surely in words that do not say what it was.
_ONE_PAPER = 0.2


@dataclass(frozen=True, slots=True)
class Features:
    """What an event is told by.

    *title* and *all* are weighted features (names, numbers, kinds of happening, stems) of the title, and of title and
    quotes together; *wide* adds those of the sentences around. *mains* are the kinds of happening that the event itself
    is, *kinds* those its title speaks of.
    """

    title: frozenset[str]
    all: frozenset[str]
    wide: frozenset[str]
    mains: frozenset[str]
    kinds: frozenset[str]
    people: frozenset[str]
    places: frozenset[str]
    articles: frozenset[str]
    is_day: bool
    title_weight: int


def features_of(event: Event) -> Features:
    """The features of an event, from its title, summary, quotes, triggers, names and the sentences around."""
    people = frozenset(_name_keys(event.people))
    title = features_in(event.title, people)
    quotes = {m.quote for m in event.mentions} | {event.summary}
    named = {
        f"n:{word}" for name in (*event.people, *event.places, *event.organizations) for word in fold(name).split()
    }
    everything = title.union(named, *(features_in(q, people) for q in quotes))
    wide = everything.union(*(m.around.split() for m in event.mentions))
    triggers = _kinds_of_triggers(event)
    return Features(
        title,
        everything,
        wide,
        kinds_told(event),
        frozenset(f[2:] for f in title if f.startswith("k:")) | triggers,
        frozenset(k for k in people if f"n:{k}" in title),
        frozenset(fold(p) for p in event.places if all(f"n:{word}" in title for word in fold(p).split())),
        frozenset(m.article for m in event.mentions),
        event.date is not None and event.date.is_day,
        weight(title),
    )


def kinds_told(event: Event) -> frozenset[str]:
    """The kinds of happening that an event tells, as `Features.mains` has them: a tenth of the work of all features."""
    return _kinds_of_triggers(event) | mains_of_title(event.title)


def _kinds_of_triggers(event: Event) -> frozenset[str]:
    return frozenset(k for m in event.mentions if (k := kind_of(plain(m.trigger).lower())))


def _name_keys(names: Iterable[str]) -> Iterable[str]:
    """A person by the last word of the name: «Vladimir Putin» and «Putin» are one."""
    for name in names:
        words = fold(name).split()
        if words:
            yield words[-1] if words[0] != "kim" else words[0]


def likeness(one: Features, two: Features, least: float = 0.0) -> float:
    """How alike two events are: SURE or more means one fact. 0 where it cannot reach *least*.

    What counts is how much of each title the other event tells, set against what their kinds and dates ask for.
    """
    if not one.title_weight or not two.title_weight:
        return 0.0
    kinds, one_day, one_paper = _relation(one, two), one.is_day and two.is_day, bool(one.articles & two.articles)
    if kinds == "other":
        return 0.0
    # Sentences around prove nothing within one article: there all facts have the same ones.
    mine, theirs = (one.all, two.all) if one_paper else (one.wide, two.wide)
    shared = mine & theirs
    if weight(shared) < (_LEAST if one_day else _LEAST_COARSE):
        return 0.0
    shares = _told_share(one, two.all, theirs), _told_share(two, one.all, mine)
    score = SURE - _NEEDS[kinds][one_day] + sum(shares) / 2 + 0.3 * weight(shared) / min(weight(mine), weight(theirs))
    if kinds in ("same", "near"):
        score += _SPECIFIC if one_day and any(is_specific(f) for f in shared & (one.title | two.title)) else 0.0
    elif min(shares) < _LEAST_SHARE or sum(map(is_specific, shared)) < _LEAST_SPECIFIC:
        score = min(score, SURE - 0.01)
    if one_paper and kinds in ("unsaid", "at large"):
        score = min(score, SURE - 0.01)
    if one_paper and kinds != "same":
        score -= _ONE_PAPER
    if score < least:
        return 0.0
    return score - _apart(one.people, two.people, theirs, mine) - _apart(one.places, two.places, theirs, mine)


def _told_share(one: Features, told: frozenset[str], around: frozenset[str]) -> float:
    """How much of a title another event tells; what only stands near it counts a little less."""
    near = one.title & around
    return (weight(near & told) + _NEARBY * weight(near - told)) / one.title_weight


def _relation(one: Features, two: Features) -> Relation:
    """What the two say of the kind of thing that happened: the same, what goes with it, another; or it is not said."""
    mine, theirs = one.mains - _AT_LARGE, two.mains - _AT_LARGE
    if mine and theirs:
        if mine & _REVERSALS != theirs & _REVERSALS:
            return "other"
        if mine & theirs:
            return "same"
        pairs = {frozenset((a, b)) for a in mine for b in theirs}
        if pairs & _NEAR or (mine & two.kinds and theirs & one.kinds):
            return "near"
        return "cause" if pairs & _CAUSES else "other"
    if any(f"k:{kind}" in two.all for kind in mine) or any(f"k:{kind}" in one.all for kind in theirs):
        return "told"
    if one.mains == two.mains:
        return "told" if one.mains else "unsaid"
    return "at large" if (one.mains | two.mains) & _AT_LARGE else "unsaid"


def shared_words(one: Event, two: Event) -> tuple[list[str], list[str]]:
    """The names that both events have, and the words by which both say what happened."""
    names = [n for n in (*one.people, *one.organizations, *one.places) if fold(n) in _folded(two)]
    first, second = _told(one), _told(two)
    pairs = [
        first[k] if first[k] == second[k] else f"{first[k]}» e «{second[k]}"
        for k in sorted(first.keys() & second.keys())
    ]
    return list(dict.fromkeys(names)), pairs


def shared_around(one: Event, two: Event) -> list[str]:
    """The names that both passages or the sentences around them have, beyond those that both events have."""
    told = {word for name in shared_words(one, two)[0] for word in fold(name).split()}
    names = {f[2:] for f in features_of(one).wide & features_of(two).wide if f.startswith("n:")} - told
    return [name.capitalize() for name in sorted(names)]


def _folded(event: Event) -> set[str]:
    return {fold(n) for n in (*event.people, *event.organizations, *event.places)}


def _told(event: Event) -> dict[str, str]:
    return words_by_kind([event.title, *(m.trigger for m in event.mentions)])


def _apart(one: frozenset[str], two: frozenset[str], told_by_two: frozenset[str], told_by_one: frozenset[str]) -> float:
    """What it costs that both name somebody, or some place, and that neither is told by the other."""
    if not one or not two or one & two:
        return 0.0
    found = all(any(f"n:{w}" in told_by_two for w in name.split()) for name in one)
    back = any(all(f"n:{w}" in told_by_one for w in name.split()) for name in two)
    return 0.0 if found and back else 0.15 if found or back else 0.45
