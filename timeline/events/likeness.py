"""How alike two events are, by all that speaks for and against it; and what they share, in words."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from operator import mul
from typing import NamedTuple

from timeline.events.crowds import Crowd
from timeline.events.described import Features, features_of
from timeline.events.evidence import OF_KIND, SHARED, what_happened, what_is_shared
from timeline.events.happenings import words_by_kind
from timeline.events.model import Event
from timeline.events.vocabulary import fold

# Likeness from which two events are one, unless `_is_enough` says no.
SURE = 0.4
# Likeness from which an editor is asked.
LIKELY = 0.25
# The same as the logarithm of odds.
LEAST_ODDS = math.log(LIKELY / (1 - LIKELY))
# Odds, as a logarithm, below which a fact is none that a vaguely dated passage may tell (vague.py).
LEAST_CHANCE = -2.5
# Two long passages always share some words: how much of all they tell, as a cosine, is the least that can make sure.
# Of a quiet month less is asked.
_COSINE, _COSINE_NO_NAME, _COSINE_QUIET = 0.15, 0.20, 0.10
# Names that prove something alone, as `evidence` counts them: two of people and more; the name of one, no town's.
_MANY_NAMES, _ONE_NAME = 3.0, 1.5
# Two kinds of happening in common, as `evidence` counts them.
_TWO_KINDS = 2.5
# The least that words and numbers in common count as one thing.
_A_THING = 0.2
# Likeness from which a town and a quiet day join what is told as two kinds of thing; and where both speak of a third.
_LIKELY_ALL_THE_SAME, _LIKELY_TOGETHER = 0.9, 0.82
# Where so little is told of a day (`Crowd.there`: two or three events), or of a month (up to seven), a date in common
# and the odds are enough.
_QUIET_DAY, _QUIET_MONTH = 0, 1
# What each piece of evidence counts, as the logarithm of odds: fitted by benchmarks/fit_merging.py; docs/benchmarks.md
# tells what each means.
COUNTS: dict[str, float] = {
    "unlike": 0.97,
    "one day": 1.62,
    "crowd of a day": -0.92,
    "crowd around": -0.26,
    "crowd": -0.46,
    "names": 0.32,
    "words": 1.43,
    "numbers": 2.17,
    "kinds": 0.46,
    "cosine": 1.15,
    "no name": -1.41,
    "nothing specific": -0.06,
    "same": 1.35,
    "near": 0.79,
    "cause": -1.07,
    "told": 0.68,
    "at large": -1.1,
    "other": -1.52,
    "opposite": -3.0,
    "one province": 0.43,
    "other province": -1.36,
    "other places": -2.43,
    "other people": -6.0,
    "other thing": -0.57,
    "done to another": -1.39,
    "other body": -4.04,
    "other ordinal": -4.0,
    "other count": -4.87,
    "one paper": -2.0,
    "several": -0.64,
    "vote": 0.0,
}
_CONTRADICTIONS = ("opposite", "other body", "other ordinal", "other count", "other people")
# The least of things in common, or else of names, that a vaguely dated passage is told by.
_SOMETHING, _SEVERAL_NAMES = 0.15, 1.9
_NAMES, _THINGS = SHARED.index("names"), tuple(map(SHARED.index, ("words", "numbers", "kinds")))
_ALIKE = tuple(map(OF_KIND.index, ("same", "near", "told", "cause")))
_SAME, _NEAR = map(OF_KIND.index, ("same", "near"))
# The odds from which a town tells which fact of that time is meant, if the two tell the like; and what it counts.
_RATHER, _A_TOWN = -0.5, 0.5
_AGAINST_A_CHOICE = tuple(map(OF_KIND.index, (*_CONTRADICTIONS, "one paper")))


class Likeness(NamedTuple):
    """How alike two events are.

    *score*: how likely it is that they are one fact, from 0 to 1: they are from SURE up. 0 is less than LIKELY. *odds*:
    the same as the logarithm of the odds, whatever else is asked of a score to be sure; LEAST_CHANCE and less is no
    matter. *is_choice*: whether a vaguely dated passage may be told by what they share (vague.py).
    """

    score: float
    odds: float
    is_choice: bool


_UNLIKE = Likeness(0.0, LEAST_CHANCE, is_choice=False)


def likeness(one: Features, two: Features, crowd: Crowd, least: float = LEAST_ODDS) -> Likeness:
    """How alike two events are.

    *crowd*: how much is told of their dates, of the wider one (`Crowds.of`). *least*: the odds that are of interest.
    """
    shared = what_is_shared(one, two, crowd)
    counts = tuple(COUNTS.values())
    odds = sum(map(mul, counts, shared))
    # No kind of thing that happened could make up for so little.
    if not shared or odds + COUNTS["same"] < least:
        return _UNLIKE
    happened = what_happened(one, two)
    odds = round(odds + sum(map(mul, counts[len(SHARED) :], happened)), 3)
    score = 1 / (1 + math.exp(-odds))
    is_choice = odds > LEAST_CHANCE and least == LEAST_CHANCE and _is_choice(shared, happened, odds)
    if score < LIKELY:
        return Likeness(0.0, odds, is_choice)
    is_enough = _is_enough(
        score, dict(zip(SHARED, shared, strict=True)), dict(zip(OF_KIND, happened, strict=True)), crowd
    )
    return Likeness(round(score if is_enough else min(score, SURE - 0.01), 3), odds, is_choice)


def _is_choice(shared: Sequence[float], happened: Sequence[float], odds: float) -> bool:
    """Whether a vaguely dated passage may be told by it: a thing, or several names, or a town, that did the like.

    Putin and Kim signed a treaty in June; that Putin invited Kim that year is another fact.
    """
    if any(map(happened.__getitem__, _AGAINST_A_CHOICE)):
        return False
    is_alike, names = any(map(happened.__getitem__, _ALIKE)), shared[_NAMES]
    by_names = names >= _SEVERAL_NAMES and is_alike
    if odds >= _RATHER and names >= _A_TOWN and (happened[_SAME] or happened[_NEAR]):
        return True
    return by_names or sum(shared[at] for at in (_THINGS if is_alike or names else _THINGS[:2])) >= _SOMETHING


def _is_enough(score: float, shared: Mapping[str, float], happened: Mapping[str, float], crowd: Crowd) -> bool:
    """Whether what is shared can make sure: no contradiction, and more than chance where much is told."""
    if any(happened[name] for name in _CONTRADICTIONS):
        return False
    if happened["one paper"] and not happened["same"]:
        # One paper seldom tells a fact twice in words of two kinds, and its facts share whole sentences.
        return False
    is_quiet_day = shared["one day"] and crowd.there <= _QUIET_DAY
    if _are_two_kinds(score, shared, happened, is_quiet_day=bool(is_quiet_day)):
        return False
    if shared["nothing specific"] and happened["done to another"]:
        is_little = (shared["no name"] and shared["kinds"] < _TWO_KINDS) or (
            happened["vote"] and not _is_a_thing(shared)
        )
        by_chance = is_little or score < _LIKELY_TOGETHER
        if not is_quiet_day or by_chance:
            return False
    is_quiet = crowd.there <= _QUIET_MONTH and shared["cosine"] >= _COSINE_QUIET and not shared["one day"]
    return bool(is_quiet_day or is_quiet) or _is_more_than_chance(shared, happened)


def _is_a_thing(shared: Mapping[str, float]) -> bool:
    return shared["words"] + shared["numbers"] >= _A_THING


def _are_two_kinds(
    score: float, shared: Mapping[str, float], happened: Mapping[str, float], *, is_quiet_day: bool
) -> bool:
    """Whether it is one sort of thing and another, by one doer or in one town: two facts, unless a thing is shared."""
    if _is_a_thing(shared):
        return False
    if shared["names"] >= _ONE_NAME:
        # To who holds no office one thing happens on a day, in whatever words.
        is_one = is_quiet_day and not happened["several"]
        return not is_one and any(happened[kinds] for kinds in ("other", "cause", "at large"))
    least = _LIKELY_TOGETHER if shared["kinds"] >= 1 and not happened["several"] else _LIKELY_ALL_THE_SAME
    return bool(happened["other"]) and score < least


def _is_more_than_chance(shared: Mapping[str, float], happened: Mapping[str, float]) -> bool:
    """Whether two passages of a crowded day share what others of that day do not."""
    several_of_a_day = shared["names"] >= _MANY_NAMES and shared["one day"]
    if not (several_of_a_day or shared["words"] or shared["numbers"] or shared["kinds"]):
        # Much happens to the same people on one day, and more in a month.
        return False
    if shared["nothing specific"] and happened["other thing"]:
        return False
    return shared["cosine"] >= (_COSINE_NO_NAME if shared["no name"] else _COSINE)


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
    found = {f[2:] for f in features_of(one).wide & features_of(two).wide if f.startswith("n:")}
    names = {name for name in found if not told & set(name.lower().split("-"))}
    return [name.replace("-", " ") if name[0].isupper() else name.capitalize() for name in sorted(names)]


def _folded(event: Event) -> set[str]:
    return {fold(n) for n in (*event.people, *event.organizations, *event.places)}


def _told(event: Event) -> dict[str, str]:
    return words_by_kind([event.title, *(m.trigger for m in event.mentions)])
