"""What a passage states that another may contradict: who decided, which one of a kind it was, how many there were."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise

from timeline.events.capitals import plain
from timeline.events.numerals import number_of
from timeline.events.rarity import singular

# Bodies that deal with one matter one after the other: what the one does is another step than what the other does.
# Whoever is told something («alla commissione», «ai deputati») does nothing.
_BODIES = {
    "commissione": r"(?<!alla )commissione|(?<!alle )commissioni",
    "giunta": r"giunta",
    "consiglio": r"consigli[oa]? comunale|consiglio regionale|consiglio provinciale|assemblea (?:cittadina|municipale)"
    r"|consiglieri",
    "camera": r"(?<!in )camera dei deputati|(?:al|dal|del)la camera(?! (?:da|di|ardente)\b)"
    r"|(?<!ai )deputati|montecitorio",
    "senato": r"senato|senatori|palazzo madama",
    "appello": r"appello",
    "cassazione": r"cassazione",
    "tar": r"tar|tribunale amministrativo",
    "tribunale": r"tribunale|primo grado",
}
_BODY = re.compile("|".join(f"(?P<{name}>\\b(?:{words})\\b)" for name, words in _BODIES.items()))
_ORDINALS = {"prim": 1, "second": 2, "terz": 3, "quart": 4, "quint": 5, "sest": 6}
_ORDINAL = re.compile(r"\b(prim|second|terz|quart|quint|sest)[oaie] (\w{4,})")
_AGE = re.compile(r"\b(?:(\d+)enn[ei]|([^\W\d]+enn[ei])|(?:di|,) (\w+) anni)\b")
# Lengths of time and sums are told of many things in one breath.
_LOOSE_NOUNS = """
    anni enne enni ore giorni mesi settimane minuti secondi volte mila milioni miliardi euro dollari metri chilometri
    chili
"""
_LOOSE = frozenset(map(singular, _LOOSE_NOUNS.split()))


@lru_cache(maxsize=50_000)
def claims_in(text: str) -> frozenset[tuple[str, str]]:
    """Each claim as what it is about and what it says of that: a body, an ordinal, an age, a count.

    >>> sorted(claims_in("La commissione ha ascoltato dodici testimoni alla seconda udienza"))
    [('body', 'commissione'), ('nth udienz', '2'), ('testimon', '12')]
    """
    low = plain(text).lower()
    found = {("body", str(m.lastgroup)) for m in _BODY.finditer(low)}
    found |= {("nth " + singular(m[2]), str(_ORDINALS[m[1]])) for m in _ORDINAL.finditer(low)}
    found |= {("age", age) for m in _AGE.finditer(low) if 13 < int("0" + (age := m[1] or _digits(m[2] or m[3]))) < 110}
    words = re.findall(r"\d+(?:[.,-]\d+)*|[^\W\d_]+", low)
    for word, noun in pairwise(words):
        number = number_of(word)
        if number and not noun[0].isdigit() and len(noun) > 3 and singular(noun) not in _LOOSE:
            found.add((singular(noun), number))
    return frozenset(found)


def _digits(word: str) -> str:
    number = number_of(word)
    return number if number.isdigit() else ""


def contradictions(one: frozenset[tuple[str, str]], two: frozenset[tuple[str, str]]) -> dict[str, int]:
    """How often the two claim different things of one thing, by the sort of claim: body, nth, count."""
    found = {"body": 0, "nth": 0, "count": 0}
    if not one or not two:
        return found
    mine, theirs = _by_thing(one), _by_thing(two)
    for about in mine.keys() & theirs.keys():
        if mine[about].isdisjoint(theirs[about]):
            found["body" if about == "body" else "nth" if about[:4] == "nth " else "count"] += 1
    return found


def event_claims(title: str, texts: Iterable[str]) -> frozenset[tuple[str, str]]:
    """The claims of a title and of its passages; who decided is told by the title alone where it tells that.

    >>> sorted(event_claims("Il consiglio comunale ha votato", ["Ricorso al Tar contro quanto il consiglio ha votato"]))
    [('body', 'consiglio')]
    """
    found = claims_in(title)
    told = frozenset[tuple[str, str]]().union(*map(claims_in, texts))
    return found | {claim for claim in told if claim[0] not in ("body", "age")}


def _by_thing(claims: Iterable[tuple[str, str]]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for about, what in claims:
        found[about].add(what)
    return found
