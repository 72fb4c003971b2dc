"""Gender and number of a noun phrase, as its article and its noun tell them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from timeline.italian.speech import CONTRACTED, Word
from timeline.italian.verbs import lemma_of

_ARTICLE_IN = {"l": "il", "llo": "lo", "lla": "la", "ll'": "l'", "i": "i", "gli": "gli", "lle": "le"}
_MASCULINE = frozenset("il lo un uno i gli quel quello quei quegli questo questi alcuni del dello dei degli".split())
_FEMININE = frozenset("la una le un' quella quelle questa queste alcune della delle".split())
_PLURAL = frozenset("i gli le quei quegli quelle questi queste alcuni alcune dei degli delle due tre quattro".split())


# «uno stabilimento», «lo zaino»: what these begin takes the longer article.
IMPURE = re.compile(r"(?:s[^aeiou]|z|gn|ps|pn|x|y)", re.I)


class Agreement(NamedTuple):
    """Gender and number as a participle takes them: its last letter."""

    feminine: bool | None
    plural: bool

    def fits(self, feminine: bool, plural: bool) -> bool:
        """Whether a participle of that gender and number can belong to it."""
        return self.plural == plural and self.feminine in (None, feminine)

    def ending(self) -> str:
        return ("e" if self.plural else "a") if self.feminine else ("i" if self.plural else "o")


@lru_cache(maxsize=4096)
def article_of(contracted: str) -> str:
    """The article inside a contraction, "" where there is none.

    >>> article_of("dalla"), article_of("all'"), article_of("per")
    ('la', "l'", '')
    """
    low = contracted.lower().replace("’", "'")
    if low not in CONTRACTED:
        return ""
    return _ARTICLE_IN.get(low[2:] if not low.startswith("a") else low[1:], "")


def _is_surely_feminine(noun: str) -> bool:
    """Whether a noun in -e, -i or -à is feminine by its ending: «perquisizioni», «contravvenzione», «attività»."""
    return noun.endswith(_FEMININE_ENDS) or lemma_of(noun) in _FEMININE_NOUNS


_FEMININE_ENDS = ("zione", "zioni", "sione", "sioni", "gione", "gioni", "trice", "trici", "tà", "tù", "udine", "udini")
_FEMININE_NOUNS = frozenset(
    """
    legge classe notte nave chiave madre moglie parte morte rete voce croce valle carne gente fonte siepe sede serie
    febbre frase base fase crisi analisi tesi mano nube fame arte mente patente botte torre
    """.split()
)


def agreement_of(phrase: Sequence[Word]) -> Agreement | None:
    """Gender and number of a noun phrase, from its article or number and its head; None where nothing tells."""
    if len(phrase) > 1 and phrase[0].low in ("uno", "una") and phrase[1].low in ("di", "dei", "degli", "delle"):
        return Agreement(phrase[0].low == "una", plural=False)
    head = next((w for w in phrase if w.part in ("noun", "name") and w.low != "ex"), None)
    feminine: bool | None = None
    plural: bool | None = None
    for word in phrase:
        if word is head:
            break
        if word.low in _FEMININE or word.low in _MASCULINE:
            feminine = word.low in _FEMININE
        if word.low in _PLURAL or word.part == "number":
            plural = True
        elif word.part == "article":
            plural = False
    if head is None:
        return None
    last = head.low[-1]
    if plural is None and last == "e" and head.part == "noun" and lemma_of(head.low).endswith("a"):
        plural, feminine = True, True if feminine is None else feminine  # «scosse», «varie leggi»
    if feminine is None and plural and last == "e" and head.part == "noun" and lemma_of(head.low).endswith("a"):
        feminine = True  # «duecento donne»
    greek = plural is False and head.low.endswith("si")  # «l'ipotesi»
    if feminine is None and head.part == "noun" and (greek or _is_surely_feminine(head.low)):
        feminine = True
    if feminine is None:
        feminine = None if last not in "oai" or head.part == "name" else last == "a"
    if plural is None:
        plural = last == "i" and head.part == "noun"
    joined = any(w.low in ("e", "ed") for w in phrase) and head.part == "name"
    return Agreement(feminine, plural or joined)
