"""What speaks for and against that two events are one; `likeness` weighs it."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import Literal

from timeline.events.claims import contradictions
from timeline.events.crowds import CROWDED, Crowd
from timeline.events.described import AT_LARGE, Features
from timeline.events.features import is_specific, weight, weight_of
from timeline.events.happenings import pairs_of_kinds

# Who denies, rejects or puts off something does another thing than who does it, whatever else the two share.
_REVERSALS = frozenset({"smentire", "respingere", "rinviare", "sospendere", "assolvere"})
# What a body does several times on one day: two votes of one sitting, two arrests, two sentences.
_ACTS = frozenset(
    """
    approvare votare respingere firmare ratificare stanziare nominare eleggere condannare assolvere arrestare denunciare
    indagare incriminare sequestrare multare rubare truffare rapinare ordinare vietare
    """.split()
)
# What is voted or decreed: a council, a ministry does so several times on one day, and of the quietest.
_VOTES = frozenset(
    "approvare votare respingere firmare ratificare stanziare nominare eleggere ordinare vietare".split()
)
# What is signed, judged or decided in Rome is told of the towns it concerns, too.
_SEAT = "p:RM"
Relation = Literal["same", "near", "cause", "told", "unsaid", "at large", "other", "opposite"]
# In a crowd less than this in common proves nothing, whatever else agrees.
_LEAST = 100
# What only the sentences around tell counts a little less: so many tenths.
_NEARBY = 8
SHARED = (
    "unlike", "one day", "crowd of a day", "crowd around", "crowd", "names", "words", "numbers", "kinds", "cosine",
    "no name", "nothing specific",
)  # fmt: skip
OF_KIND = (
    "same", "near", "cause", "told", "at large", "other", "opposite", "one province", "other province", "other places",
    "other people", "other thing", "done to another", "other body", "other ordinal", "other count", "one paper",
    "several", "vote",
)  # fmt: skip
RELATIONS = OF_KIND[:7]
# What speaks for and against, in the order that `evidence` has.
EVIDENCE = SHARED + OF_KIND


def evidence(one: Features, two: Features, crowd: Crowd) -> tuple[float, ...]:
    """What speaks for and against that the two are one, as EVIDENCE names it; nothing where too little is shared.

    *crowd*: how much is told of their dates, of the wider one.
    """
    shared = what_is_shared(one, two, crowd)
    return (*shared, *what_happened(one, two)) if shared else ()


def what_is_shared(one: Features, two: Features, crowd: Crowd) -> tuple[float, ...]:
    """The evidence of SHARED: how much of names, words, numbers and kinds both have; nothing where it is too little."""
    if not one.title or not two.title:
        return ()
    if one.articles.isdisjoint(two.articles):
        shared, product = one.wide & two.wide, one.wide_weight * two.wide_weight
    else:
        # Sentences around prove nothing within one article: there all facts have the same ones.
        shared, product = one.all & two.all, one.all_weight * two.all_weight
    total = weight(shared)
    if total < _LEAST and crowd.there >= CROWDED:
        return ()
    # In whole numbers, so that no sum depends on the order of a set.
    sums = {"n": 0, "w": 0, "d": 0, "k": 0}
    for feature in shared:
        counts = weight_of(feature)
        # A word that is a little common says much less than a rare one.
        counts = counts * counts // 100 if feature[0] == "w" else counts
        sums[feature[0]] += counts * (10 if feature in one.all and feature in two.all else _NEARBY)
    one_day = one.is_day and two.is_day
    return (
        1.0,
        float(one_day),
        float(one_day * crowd.there),
        float(one_day * crowd.around),
        float((not one_day) * crowd.there),
        min(sums["n"] / 1000, 5.0),
        min(sums["w"] / 1000, 4.0),
        min(sums["d"] / 1000, 1.0),
        min(sums["k"] / 1000, 4.5),
        total / math.sqrt(product) if total else 0.0,
        float(not sums["n"]),
        float(not any(map(is_specific, shared))),
    )


def what_happened(one: Features, two: Features) -> tuple[float, ...]:
    """The evidence of OF_KIND: what the two say of the kind of thing that happened, and what sets them apart."""
    one_paper = not one.articles.isdisjoint(two.articles)
    mine, theirs = (one.all, two.all) if one_paper else (one.wide, two.wide)
    kinds = _relation(one, two)
    against = contradictions(one.claims, two.claims)
    is_other_thing = _is_other_thing(one, two, theirs, mine)
    return (
        *(float(kinds == relation) for relation in RELATIONS),
        *_provinces(one, two, one_paper=one_paper),
        _apart(one.places, two.places, theirs, mine),
        _apart(one.people, two.people, theirs, mine),
        float(is_other_thing),
        float(is_other_thing and kinds in ("same", "near") and bool(one.mains & two.mains & _ACTS)),
        float(against["body"]),
        float(against["nth"]),
        float(min(against["count"], 2)),
        float(one_paper),
        float(one.does_several or two.does_several or one.answers != two.answers),
        float(bool(one.mains & two.mains & _VOTES)),
    )


def _provinces(one: Features, two: Features, *, one_paper: bool) -> tuple[float, float]:
    """Whether both speak of a place in one province; and whether the places of the one are elsewhere."""
    mine, theirs = (one.where, two.where) if one_paper else (one.where_around, two.where_around)
    if _SEAT in one.where | two.where:
        return float(any(place[0] == "p" for place in mine & theirs)), 0.0
    both = any(place[0] == "p" for place in mine & theirs)
    # A region that the other's town lies in is no other place.
    elsewhere = bool(one.told_where and two.told_where) and one.where.isdisjoint(theirs) and two.where.isdisjoint(mine)
    in_one_region = any(p[0] == "r" for p in mine & theirs)
    all_towns = all(any(p[0] == "p" for p in where) for where in (one.told_where, two.told_where))
    return float(both), float(elsewhere or (all_towns and in_one_region and not both))


def _is_other_thing(one: Features, two: Features, told_by_two: frozenset[str], told_by_one: frozenset[str]) -> bool:
    """Whether each title has words or names of its own and the other event knows none of them: budget and traffic."""
    return bool(one.own and two.own) and one.own.isdisjoint(told_by_two) and two.own.isdisjoint(told_by_one)


def _relation(one: Features, two: Features) -> Relation:
    """What the two say of the kind of thing that happened: the same, what goes with it, another; or it is not said."""
    if are_undone(one, two):
        return "opposite"
    if one.mains != two.mains and go_together(one.mains, two.mains):
        return "near"
    mine, theirs = one.mains - AT_LARGE, two.mains - AT_LARGE
    if not mine and not theirs and one.mains and two.mains:
        # «È iniziato il processo», «è iniziato lo sciopero»: what begins tells the kind.
        mine, theirs = one.kinds - AT_LARGE, two.kinds - AT_LARGE
    if mine and theirs:
        if mine & _REVERSALS != theirs & _REVERSALS:
            return "other"
        if mine & theirs:
            return "same"
        pairs = {frozenset((a, b)) for a in mine for b in theirs}
        if go_together(mine, theirs) or one.quoted & two.quoted - AT_LARGE or (mine & two.kinds and theirs & one.kinds):
            return "near"
        return "cause" if pairs & pairs_of_kinds(">") else "other"
    if any(f"k:{kind}" in two.all for kind in mine) or any(f"k:{kind}" in one.all for kind in theirs):
        return "told"
    if one.mains == two.mains:
        return "told" if one.mains else "unsaid"
    return "at large" if (one.mains | two.mains) & AT_LARGE else "unsaid"


def are_undone(one: Features, two: Features) -> bool:
    """Whether the one tells the opposite of what the other tells, and nothing of it."""
    return one.mains.isdisjoint(two.mains) and are_opposite(one.mains, two.mains)


def are_opposite(mine: Iterable[str], theirs: Iterable[str]) -> bool:
    """Whether one of the kinds undoes one of the other's: «approvata», «bocciata»."""
    return any(frozenset((a, b)) in pairs_of_kinds("!") for a in mine for b in theirs)


def go_together(mine: Iterable[str], theirs: Iterable[str]) -> bool:
    """Whether papers use the two kinds for one thing: «inaugurata», «aperta»."""
    return any(frozenset((a, b)) in pairs_of_kinds("~") for a in mine for b in theirs if a != b)


def _apart(
    one: frozenset[frozenset[str]],
    two: frozenset[frozenset[str]],
    told_by_two: frozenset[str],
    told_by_one: frozenset[str],
) -> float:
    """How far it sets them apart that both name somebody, or some place, and that neither is told by the other."""
    if not one or not two or one & two:
        return 0.0
    found = not any(map(told_by_two.isdisjoint, one))
    back = any(map(told_by_one.issuperset, two))
    return 0.0 if found and back else 0.15 if found or back else 0.45
