"""The definite noun phrases of a title that nothing says more of: «l’ingresso», «il catalogo»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from timeline.events.agreement import article_of
from timeline.italian.speech import Word
from timeline.italian.tokens import OF

_DEFINITE = frozenset("il lo la l' i gli le".split())
# What may stand between the article and its noun.
_IN_FRONT = frozenset(
    """
    nuovo nuova nuovi nuove vecchio vecchia vecchi vecchie primo prima primi prime ultimo ultima grande piccolo piccola
    antico antica storico storica intero intera ex noto nota futuro futura
    """.split()
)
_MORE = OF | frozenset("sul sulla sull' sullo sui sugli sulle".split())


@dataclass(frozen=True, slots=True)
class Definite:
    """A definite noun phrase of a title: where its article, its noun, and what follows its adjectives stand."""

    start: int
    noun: int
    end: int


def definite_phrases(words: Sequence[Word]) -> Iterator[Definite]:
    """The definite noun phrases that nothing else follows: no name, no number, no "of"."""
    for start, word in enumerate(words[:-1]):
        article = word.low if word.part == "article" else article_of(word.low)
        if article not in _DEFINITE:
            continue
        noun = start + 1
        while noun < len(words) and words[noun].low in _IN_FRONT:
            noun += 1
        end = noun
        while end < len(words) and words[end].part == "noun":
            end += 1
        if [w.low for w in words[end : end + 3]] == ["di", "primo", "grado"]:
            end += 3  # «il processo di primo grado»
        if [w.low for w in words[end : end + 2]] == ["di", "capitale"]:
            end += 2  # «l’aumento di capitale»
        said = end
        while said < len(words) and (
            words[said].part in ("adverb", "noun") or words[said].low == "appena" or words[said].is_verb("participle")
        ):
            said += 1  # «il muro appena ridipinto del liceo»
        follows = words[said] if said < len(words) else None
        if end == noun or (follows and (follows.part in ("name", "number", "open") or follows.low in _MORE)):
            continue
        yield Definite(start, noun, end)
