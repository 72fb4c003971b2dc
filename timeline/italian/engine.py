"""The engine: phrases of word categories, rewritten level by level until only times are left.

A phrase is written as Italian reads it: small words are themselves, CAPITALS are categories, [brackets] may be missing,
a|b are alternatives. At each level the longest known phrase at a place is replaced by one item of the category that the
rule gives; two rules of one level that claim one phrase fail at import. There are no priorities and no scores.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple, cast

from timeline.dates.meaning import Meaning
from timeline.italian.lexicon import Reading, lexicon, read_number

# The order in which phrases are read: from words to times, from times to times in times.
LEVELS = ("count", "atom", "measure", "relative", "nested", "part", "clock", "join", "bound")

# What a finished item may be: these categories are expressions of time in their own right.
EXPRESSIONS = frozenset(
    [
        "DAYREF",
        "MONTHREF",
        "YEARREF",
        "WEEKREF",
        "PERIODREF",
        "PARTREF",
        "CLOCKREF",
        "ORE",
        "DURREF",
        "SETREF",
        "VAGUEREF",
    ]
)
# Categories that also answer to a wider name.
WIDER = {
    "DAYREF": ("WHEN",), "MONTHREF": ("WHEN",), "YEARREF": ("WHEN",), "WEEKREF": ("WHEN",), "PERIODREF": ("WHEN",),
    "PARTREF": ("WHEN",), "ORE": ("CLOCKREF",),
}  # fmt: skip
# A span leaves these out at its head.
_DROPPED_HEADS = frozenset(["DI", "A", "DA", "IN", "SU", "ART", "BETWEEN", "PER", "AROUND"])
_DROPPED_WORDS = frozenset("fino sino entro partire dopo prima durante con".split())

Builder = Callable[..., object]


@dataclass(frozen=True, slots=True)
class Rule:
    """A phrase set with its builder. *gives* is the category of what it builds.

    *keeps_article*: a clock time's span begins at its article. *lists*: the builder gives a meaning for each valued
    slot, and each stands as an expression of its own.
    """

    name: str
    level: str
    phrases: tuple[str, ...]
    build: Builder
    gives: str
    keeps_article: bool = False
    lists: bool = False

    @property
    def corpus(self) -> str:
        """The docstring: what the rule says, and its examples."""
        return self.build.__doc__ or ""


@dataclass(slots=True)
class _Node:
    next: dict[str, _Node] = field(default_factory=dict)
    rule: Rule | None = None


class Item(NamedTuple):  # a tuple: made five times faster than a frozen dataclass, and thousands are made a second
    """One token, or a phrase rewritten to one. *cats* are its categories with values; tokens [i, j) of the stretch.

    *head*: the first token of its span; *cut*: characters of that token left out.
    """

    cats: Reading
    i: int
    j: int
    head: int
    cut: int = 0
    rule: Rule | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """A time expression of a stretch: tokens [i, j), its span beginning *cut* characters into token *head*."""

    i: int
    j: int
    head: int
    cut: int
    meaning: Meaning
    rule: str
    category: str


class Phrasebook:
    """All rules, by level. `rule` registers one; conflicts are errors."""

    def __init__(self) -> None:
        self.rules: list[Rule] = []
        self._tries = {level: _Node() for level in LEVELS}
        self._cache: dict[tuple[str, ...], tuple[Found, ...]] = {}

    def rule(
        self, level: str, gives: str, *phrases: str, keeps_article: bool = False, lists: bool = False
    ) -> Callable[[Builder], Builder]:
        """Register *phrases* of *level*; the builder gets the values of the valued slots, and may refuse with None."""

        def register(build: Builder) -> Builder:
            name = getattr(build, "__name__", "rule")
            added = Rule(name, level, phrases, build, gives, keeps_article, lists)
            for phrase in phrases:
                for slots in expand(phrase):
                    self._add(slots, added)
            self.rules.append(added)
            return build

        return register

    def _add(self, slots: tuple[str, ...], rule: Rule) -> None:
        node = self._tries[rule.level]
        for slot in slots:
            if not slot[0].isupper():
                lexicon().learn(slot)
            node = node.next.setdefault(slot, _Node())
        if node.rule is not None and node.rule is not rule:
            raise ValueError(f"{node.rule.name} and {rule.name} both claim {' '.join(slots)!r}")
        node.rule = rule

    def parse(self, words: tuple[str, ...]) -> tuple[Found, ...]:
        """The time expressions of a stretch of folded tokens. Cached: most stretches come again."""
        found = self._cache.get(words)
        if found is None:
            if len(self._cache) >= 10_000:  # a million words of news have 5,000 different stretches
                self._cache.clear()
            found = self._cache[words] = tuple(self._parse(words))
        return found

    def _parse(self, words: tuple[str, ...]) -> Iterator[Found]:
        items = [Item(leaf(word), i, i + 1, i) for i, word in enumerate(words)]
        for level in LEVELS:
            items = _rewrite(items, self._tries[level], words)
        for item in items:
            if item.rule is None:
                continue
            if item.rule.lists:
                yield from item.cats[0][1]  # type: ignore[misc]
            elif item.cats[0][0] in EXPRESSIONS:
                category, meaning = item.cats[0]
                yield Found(item.i, item.j, item.head, item.cut, cast("Meaning", meaning), item.rule.name, category)


@lru_cache(10_000)
def leaf(word: str) -> Reading:
    """The categories of a token: itself, and what the lexicon or its digits say."""
    if word[0].isdecimal() or (word[0] == "'" and len(word) == 3):
        return ((word, None), *read_number(word))
    return ((word, None), *lexicon().known.get(word, ()))


def expand(phrase: str) -> list[tuple[str, ...]]:
    """Every sequence of slots that a phrase allows.

    >>> expand("[ART] N|COUNT fa")
    [('N', 'fa'), ('COUNT', 'fa'), ('ART', 'N', 'fa'), ('ART', 'COUNT', 'fa')]
    """
    choices: list[list[tuple[str, ...]]] = []
    for part in re.findall(r"\[[^\]]+\]|\S+", phrase):
        optional = part.startswith("[")
        words = part.strip("[]").split("|")
        choices.append([()] * optional + [tuple(w.split()) for w in words])
    return [tuple(itertools.chain(*c)) for c in itertools.product(*choices)]


def _rewrite(items: list[Item], trie: _Node, words: tuple[str, ...]) -> list[Item]:
    """Replace the longest phrase at each place, from left to right."""
    out: list[Item] = []
    place = 0
    heads = trie.next
    while place < len(items):
        match = _longest(items, place, trie, words) if _can_begin(items, place, heads) else None
        if match is None:
            out.append(items[place])
            place += 1
        else:
            item, place = match
            out.append(item)
    return out


def _can_begin(items: list[Item], place: int, heads: dict[str, _Node]) -> bool:
    """Whether two tokens at *place* fit a phrase: most places fail here, at a fraction of the cost of `_longest`."""
    for category, _ in items[place].cats:
        node = heads.get(category)
        if node is None:
            continue
        if node.rule is not None:
            return True
        if place + 1 < len(items):
            following = node.next
            for second, _ in items[place + 1].cats:
                if second in following:
                    return True
    return False


def _longest(items: list[Item], place: int, trie: _Node, words: tuple[str, ...]) -> tuple[Item, int] | None:
    """The item of the longest phrase that begins at *place* and is not refused, and the place after it."""
    ends: list[tuple[int, Rule, tuple[object, ...], tuple[Item, ...]]] = []
    stack: list[tuple[_Node, int, tuple[object, ...], tuple[Item, ...]]] = [(trie, place, (), ())]
    while stack:
        node, at, values, slots = stack.pop()
        if node.rule is not None and at > place:
            ends.append((at, node.rule, values, slots))
        if at == len(items) or not node.next:
            continue
        item = items[at]
        # pushed widest first, so that the narrowest category is tried first
        for category, value in reversed(item.cats):
            following = node.next.get(category)
            if following is not None:
                valued = value is not None
                stack.append(
                    (following, at + 1, (*values, value) if valued else values, (*slots, item) if valued else slots)
                )
    ends.sort(key=lambda end: -end[0])  # stable: among equals the narrowest stays first
    for at, rule, values, slots in ends:
        built = rule.build(*values)
        if built is not None:
            return _compose(items, place, at, rule, built, slots, words), at
    return None


def _compose(
    items: list[Item], place: int, end: int, rule: Rule, built: object, slots: tuple[Item, ...], words: tuple[str, ...]
) -> Item:
    first, last = items[place], items[end - 1]
    head, cut = _head(items, place, end, rule, words)
    if rule.lists:
        found: list[Found] = []
        for s, m in zip(slots, built, strict=True):  # type: ignore[call-overload]
            if isinstance(m, list):  # a list within the list
                found += m
            elif m is not None:
                found.append(Found(s.i, s.j, s.head, s.cut, m, rule.name, rule.gives))
        return Item((("LIST", found),), first.i, last.j, head, cut, rule)
    cats = ((rule.gives, built), *((wider, built) for wider in WIDER.get(rule.gives, ())))
    return Item(cats, first.i, last.j, head, cut, rule)


def _head(items: list[Item], place: int, end: int, rule: Rule, words: tuple[str, ...]) -> tuple[int, int]:
    """Where the span begins: past leading prepositions and articles, but at the article of a clock time."""
    for at in range(place, end):
        item = items[at]
        if item.rule is not None:
            return item.head, item.cut
        word = words[item.i]
        if rule.keeps_article and (article := _article_in(word)):
            return item.i, len(word) - article
        first_half = word == "prima" and words[item.j : item.j + 1] and words[item.j] in _HALVES
        if word in _NOT_BEYOND and words[items[place].i] == "entro":
            continue
        is_preposition = word in _DROPPED_WORDS or any(c in _DROPPED_HEADS for c, _ in item.cats)
        if first_half or not is_preposition:
            return item.i, 0
    return items[place].i, 0


def _article_in(word: str) -> int:
    """How many letters of a clock time's preposition are its article: «alle», «dall'», «le».

    >>> _article_in("alle"), _article_in("dall'"), _article_in("la"), _article_in("ore")
    (2, 2, 2, 0)
    """
    return 2 if word in _CLOCK_HEADS else 0


_NOT_BEYOND = frozenset(("e", "non", "oltre"))  # «entro e non oltre il 30 aprile»
_HALVES = frozenset("metà parte serata mattinata mattina settimana decade quindicina".split())  # «la prima metà»
_CLOCK_HEADS = frozenset("le alle dalle delle sulle nelle l' all' dall' dell' sull' la alla dalla della".split())

PHRASES = Phrasebook()
