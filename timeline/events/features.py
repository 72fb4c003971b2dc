"""What a passage is told by: names, numbers, kinds of happening and the stems of its other words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from itertools import pairwise

from timeline.events.capitals import plain
from timeline.events.happenings import EMPTY, SMALL_WORDS, WORD, is_time, kind_of, kinds_of_phrases
from timeline.events.numerals import number_of
from timeline.events.places import gazetteer
from timeline.events.rarity import groups, is_rare, rarity, singular, thing, thing_of_two
from timeline.events.vocabulary import fold, given_names

NAME, KIND, NUMBER, PLACE = 160, 150, 100, 70
_NUMBER_BELOW_100, _NUMBER_BELOW_10 = 66, 20
# Words as rare as this belong to one thing; and as rare as this they tell it from others of its kind.
_OWN, _SPECIFIC = 35, 60


# A word that opens a sentence, so that its capital does not make it a name.
_OPENING = re.compile(r"(?:^|[.!?:\n])[ «\"“('’]*([A-ZÀ-Þ][^\W\d_]*)")


class _Weights(dict[str, int]):
    """The weight of a feature in hundredths; whole numbers, so that no sum depends on the order of a set."""

    def __missing__(self, feature: str) -> int:
        kind, word = feature[0], feature[2:]
        if kind == "n":
            found = PLACE if word[0].isupper() or word in _towns() or word in _first_names() else NAME
        elif kind == "w":
            found = rarity(word)
        else:
            numbers = (_NUMBER_BELOW_10, _NUMBER_BELOW_100, NUMBER)
            found = KIND if kind == "k" else numbers[min(len(word), 3) - 1]
        self[feature] = found
        return found


_WEIGHTS = _Weights()


# How much one feature says.
weight_of = _WEIGHTS.__getitem__


def weight(features: Iterable[str]) -> int:
    """How much the features say, together, in hundredths."""
    return sum(map(weight_of, features))


@lru_cache(maxsize=100_000)
def is_specific(feature: str) -> bool:
    """Whether it tells one thing of a kind from another: a name, a number or a word, no town, office or kind."""
    return feature[0] != "k" and weight_of(feature) >= (NAME if feature[0] == "n" else _SPECIFIC)


def is_own(feature: str) -> bool:
    """Whether it belongs to one thing: a name, or a word that is not said everywhere; no town, number or kind."""
    return (feature[0] == "w" and weight_of(feature) >= _OWN) or (feature[0] == "n" and weight_of(feature) == NAME)


def tells_apart(feature: str) -> bool:
    """Whether what several passages have tells them from others of their day: a name, a kind of happening, a thing."""
    return feature[0] in "kn" or is_own(feature)


@cache
def _towns() -> frozenset[str]:
    """Places of one word: what happens in a town is much, and its name tells little of which thing is meant."""
    return frozenset(fold(p.name) for found in gazetteer().values() for p in found if " " not in p.name)


@cache
def _first_names() -> frozenset[str]:
    """Given names alone: half of the people of a dossier share them."""
    return frozenset(map(fold, given_names()))


@lru_cache(maxsize=50_000)
def features_in(text: str, people: frozenset[str] = frozenset()) -> frozenset[str]:
    """The features of a text. *people* are last names known to be people's, in small letters."""
    text = plain(text)
    words = WORD.findall(text)
    opening = frozenset(_OPENING.findall(text))
    phrases = {at: f"k:{kind}" for at, kind in kinds_of_phrases(words).items() if kind}
    phrases = _things_of_phrases(words, people) | phrases
    found = set(phrases.values())
    for at, word in enumerate(words):
        if at in phrases:
            continue
        # The day of a month is the date's business, and that is compared by itself; so is a year.
        is_date = word[0].isdigit() and at + 1 < len(words) and words[at + 1].lower() in _MONTHS
        opens = word in opening and words.index(word) == at
        if not is_date and (feature := _feature_of(word, opens, people)):
            found.add(feature)
            if opens and feature[0] == "w" and is_rare(word.lower()):
                # «Cossutta ha vinto il premio»: a name, if others have it in mid-sentence.
                found.add(f"n:{word.lower()}")
    return frozenset(found)


def _feature_of(word: str, opens: bool, people: frozenset[str]) -> str:
    """The feature that a word is: a number, a name, a kind of happening or a thing; "" where it says nothing."""
    low = word.lower()
    number = number_of(low)
    if number:
        return "" if re.fullmatch(r"(?:19|20)\d\d", number) else f"d:{number}"
    if low in EMPTY or len(low) < 3:
        return ""
    named = thing(low)
    reads_as_name = not opens or (not kind_of(low) and _reads_as_name(word))
    if word[0].isupper() and (low in people or (reads_as_name and named not in _names_of_things())):
        return f"n:{low}"
    kind = kind_of(low)
    if kind:
        return f"k:{kind}"
    town = "" if word[0].isupper() or named[0].isupper() else town_of(low)
    return f"n:{town}" if town else _feature_of_thing(named)


def name_key(word: str) -> str:
    """What a word of a name in small letters is known by: «mosca» and «russa» by the state.

    >>> name_key("mosca"), name_key("fabriano")
    ('Russia', 'fabriano')
    """
    found = thing(word)
    return found if found[0].isupper() else word


def _feature_of_thing(name: str) -> str:
    return f"n:{name}" if name[0].isupper() else f"w:{name}"


@cache
def _names_of_things() -> frozenset[str]:
    return frozenset(name for name, _ in groups())


_MONTHS = frozenset(
    "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre".split()
)
_OF_TOWN = re.compile(r"(.{3,}?)(?:i?es[ei]|i?an[oaie]|in[oaie]|ens[ei]|itan[oaie])$")


@lru_cache(maxsize=50_000)
def town_of(low: str) -> str:
    """The town whose people are called so: «fanese» of Fano; "" where the word is common or there is no such town.

    >>> town_of("fanese"), town_of("senigalliesi"), town_of("faentino"), town_of("vicino")
    ('fano', 'senigallia', 'faenza', '')
    """
    read = _OF_TOWN.match(low)
    if not read or not is_rare(low):
        return ""
    base = read[1].removesuffix("h")
    # «Leccese» is of Lecce, «lecchese» of Lecco.
    ends = ("e", "i", "ia", "") if base == read[1] and base[-1] in "cg" else ("o", "a", "e", "i", "ia", "")
    stems = (base, base[:-1] + "z") if base[-1] == "t" else (base,)
    return next((base + end for base in stems for end in ends if base + end in _towns()), "")


def _things_of_phrases(words: list[str], people: frozenset[str]) -> dict[int, str]:
    """The things told by two words together («primo cittadino»), by the places of both."""
    lows = [(at, word.lower()) for at, word in enumerate(words)]
    full = [
        (at, singular(w))
        for at, w in lows
        if len(w) > 2 and w not in SMALL_WORDS and w not in people and not is_time(w)
    ]
    found: dict[int, str] = {}
    for (at, first), (then, second) in pairwise(full):
        if then - at < 4 and (name := thing_of_two(first, second)):
            found[at] = found[then] = _feature_of_thing(name)
    return found


def _reads_as_name(word: str) -> bool:
    return word in given_names() or word in gazetteer() or word.isupper()
