"""How alike two events are, by all that speaks for and against it; and what they share, in words."""

from __future__ import annotations

import math
from operator import mul

from timeline.events.described import Features, features_of
from timeline.events.evidence import OF_KIND, SHARED, what_happened, what_is_shared
from timeline.events.happenings import words_by_kind
from timeline.events.model import Event
from timeline.events.vocabulary import fold

# Likeness from which two events are one.
SURE = 0.6
# Likeness from which an editor is asked.
LIKELY = 0.25
_LEAST_ODDS = math.log(LIKELY / (1 - LIKELY))
# Two long passages always share some words: how much of all they tell, as a cosine, is the least that can make sure.
_COSINE, _COSINE_NO_NAME = 0.15, 0.20
# Names that prove something alone, as `evidence` counts them: two of people and more.
_MANY_NAMES = 3.0
# Where so little is told of a day (`crowd_level`), the date that two passages share proves enough beside the odds.
QUIET = 1
# What each piece of evidence counts, as the logarithm of odds: fitted by benchmarks/fit_merging.py; docs/benchmarks.md
# tells what each means.
COUNTS: dict[str, float] = {
    "unlike": -0.23,
    "one day": 0.93,
    "crowd of a day": -1.04,
    "crowd": -0.47,
    "names": 0.48,
    "words": 1.83,
    "numbers": 2.45,
    "kinds": 0.51,
    "cosine": 1.01,
    "no name": -0.58,
    "nothing specific": -0.07,
    "same": 1.39,
    "near": 0.96,
    "cause": 0.23,
    "told": 0.26,
    "at large": -0.93,
    "other": -1.34,
    "one province": 0.08,
    "other province": -1.15,
    "other places": -2.62,
    "other people": -6.0,
    "other thing": 0.0,
    "done to another": -0.88,
    "other body": -3.61,
    "other ordinal": -5.72,
    "other count": -3.15,
    "one paper": -2.0,
}
_DECIDING = tuple(
    map(
        OF_KIND.index,
        (
            "same",
            "other",
            "cause",
            "at large",
            "one paper",
            "other thing",
            "done to another",
            "other body",
            "other ordinal",
            "other count",
            "other people",
        ),
    )
)


def likeness(one: Features, two: Features, crowd: int) -> float:
    """How likely it is that the two are one fact, from 0 to 1: they are from SURE up. 0 is less than LIKELY.

    *crowd*: how much is told of their dates, the higher `Crowds.level` of the two.
    """
    shared = what_is_shared(one, two, crowd)
    counts = tuple(COUNTS.values())
    odds = sum(map(mul, counts, shared))
    # No kind of thing that happened could make up for so little.
    if not shared or odds + COUNTS["same"] < _LEAST_ODDS:
        return 0.0
    happened = what_happened(one, two)
    score = 1 / (1 + math.exp(-odds - sum(map(mul, counts[len(SHARED) :], happened))))
    if score < LIKELY:
        return 0.0
    return score if _is_enough(shared, happened, crowd) else min(score, SURE - 0.01)


def _is_enough(shared: tuple[float, ...], happened: tuple[float, ...], crowd: int) -> bool:
    """Whether what is shared can make sure: more than chance, and a thing of its own where each title has its own."""
    one_day, _, _, names, words, numbers, kinds, cosine, no_name, nothing_specific = shared[1:]
    (
        same,
        other,
        cause,
        at_large,
        one_paper,
        is_other_thing,
        done_to_another,
        other_body,
        other_ordinal,
        other_count,
        other_people,
    ) = (happened[place] for place in _DECIDING)
    if one_paper and not same:
        # One paper seldom tells a fact twice in words of two kinds, and its facts share whole sentences.
        return False
    if other_body or other_ordinal:
        return False
    if other_count or other_people:
        return False
    if (other or cause or at_large) and words + numbers < 0.3:
        return False
    if nothing_specific and done_to_another:
        return False
    if one_day and crowd <= QUIET:
        return True
    if (names < _MANY_NAMES or not one_day) and not (words or numbers or kinds):
        # Much happens to the same people on one day, and more in a month.
        return False
    if nothing_specific and is_other_thing:
        return False
    return cosine >= (_COSINE_NO_NAME if no_name else _COSINE)


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
