"""Somebody whom a story tells without a name: «un 40enne di Lugo», «una donna di 81 anni»."""

from __future__ import annotations

import re
from bisect import bisect_right

from timeline.events.noun_ends import noun_ends
from timeline.events.passage import Passage, Reading
from timeline.italian.speech import Word

# People whom a story names once and then takes up again by what they are.
FEMININE = frozenset("donna ragazza anziana bambina pensionata signora giovane".split())
MASCULINE = frozenset("uomo ragazzo anziano bambino pensionato giovane malvivente ladro bandito rapinatore".split())
_SOMEBODY = re.compile(
    r"\b(?P<article>[Uu]n['’]|[Uu]no|[Uu]na|[Uu]n)\s?"
    r"(?P<noun>(?:\d+\s?|\w+)enne|uomo|donna|ragazz[oa]|giovane|anzian[oa]|pensionat[oa]"
    r"|\w+(?= (?:\w+ )?di (?:\d+|\w+(?:uno|due|tre|quattro|cinque|sei|sette|otto|nove|dici|nta)) anni))\b"
)


def somebody_told(passage: Passage, *, feminine: bool | None, after: int = 0) -> list[Word]:
    """The only «un 40enne di Lugo», «una donna di 81 anni» told up to *after* sentences later; [] where none or two
    are."""
    reading = passage.reading
    last = min(passage.place + after, len(reading.spans) - 1)
    told: dict[str, list[Word]] = {}
    for found in _SOMEBODY.finditer(reading.text, 0, reading.spans[last][1] if after else passage.sentence.start):
        if _in_quotes(reading.text, found.start()):
            continue  # «Sei un uomo di fango» calls somebody so
        noun = found["noun"].lower()
        is_feminine = noun in FEMININE if noun not in MASCULINE & FEMININE else None
        if found["article"].lower() in ("una", "un'", "un’"):
            is_feminine = True
        elif found["article"].lower() in ("uno", "un"):
            is_feminine = False
        if feminine is None or feminine == is_feminine:
            told.setdefault(noun, _phrase_at(reading, found.start("article")))
    return next(iter(told.values())) if len(told) == 1 else []


def _in_quotes(text: str, offset: int) -> bool:
    """Whether the place is within quotation marks."""
    begin = max(0, offset - _LONGEST_QUOTE)
    return any(text.rfind(opened, begin, offset) > text.rfind(shut, begin, offset) for opened, shut in ("«»", "“”"))


_LONGEST_QUOTE = 300


def _phrase_at(reading: Reading, offset: int) -> list[Word]:
    """The indefinite phrase that begins at an offset, with the adjectives and the "of" that say who it is."""
    sentence = reading.sentence(bisect_right(reading.spans, (offset, len(reading.text))) - 1)
    start = next((k for k, w in enumerate(sentence.words) if w.start >= offset), len(sentence.words))
    end = noun_ends(sentence.words, start + 2)
    return [*sentence.words[start:end]]
