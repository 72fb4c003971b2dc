"""Where an expression stands: the words around it, and its letters as printed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from timeline.italian.engine import Found
from timeline.italian.lexicon import lexicon
from timeline.italian.tokens import Tokens


@dataclass(frozen=True, slots=True)
class Place:
    """An expression in its text. *begin* and *end* are its tokens, half-open, prepositions included."""

    found: Found
    tokens: Tokens
    begin: int
    end: int
    text: str

    def before(self, n: int = 1) -> str:
        """The n-th token before the expression; "" at the beginning."""
        at = self.begin - n
        return self.tokens.words[at] if at >= 0 else ""

    def after(self, n: int = 1) -> str:
        """The n-th token after it; "" at the end."""
        at = self.end + n - 1
        return self.tokens.words[at] if at < len(self.tokens.words) else ""

    @property
    def head(self) -> int:
        """The first token of its span, past its prepositions and articles."""
        return self.begin + self.found.head - self.found.i

    def before_head(self) -> str:
        """The token before its span; its own preposition, where it has one."""
        return self.tokens.words[self.head - 1] if self.head else ""

    def printed(self, at: int) -> str:
        """Token *at* of the text with its capitals; "" outside the text."""
        if not 0 <= at < len(self.tokens.words):
            return ""
        start = self.tokens.start(at)
        return self.text[start : start + len(self.tokens.words[at])]

    @property
    def words(self) -> list[str]:
        """Its tokens, prepositions included."""
        return self.tokens.words[self.begin : self.end]

    @property
    def span_words(self) -> list[str]:
        """The tokens of its span."""
        return self.tokens.words[self.head : self.end]

    def opens_sentence(self) -> bool:
        """Whether nothing of the sentence stands before its span."""
        before = self.before_head()
        if before == "" or before in '.!?:;«“"' or before[0] == "\n":
            return True
        last = self.tokens.starts[self.head - 1] + len(before)  # a title above it has no full stop
        return "\n" in self.text[last : self.tokens.starts[self.head]]


@cache
def _named(name: str) -> tuple[frozenset[str], tuple[str, ...]]:
    words = lexicon().guards[name].split()
    return frozenset(w for w in words if w[-1] != "*"), tuple(w[:-1] for w in words if w[-1] == "*")


def is_among(word: str, name: str) -> bool:
    """Whether *word* is in the guard list *name* of words.yaml."""
    whole, beginnings = _named(name)
    return word in whole or (bool(beginnings) and word.startswith(beginnings))


Guard = Callable[[Place], bool]
# Guards by the category of the expressions that they may refuse: most say nothing of most.
GUARDS: dict[str, list[Guard]] = {}


def guards(*categories: str) -> Callable[[Guard], Guard]:
    """Ask this guard of every expression of these categories; True refuses."""

    def register(guard: Guard) -> Guard:
        for category in categories:
            GUARDS.setdefault(category, []).append(guard)
        return guard

    return register
