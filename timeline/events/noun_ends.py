"""Where a noun phrase ends: after its adjectives, its "of", its name."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.events.places import is_comune
from timeline.italian.speech import Word
from timeline.italian.tokens import OF

_LONGEST = 45
_ABOUT = OF | frozenset("sul sulla sull' sui sugli sulle".split())


def noun_ends(words: Sequence[Word], place: int) -> int:
    """Where a phrase ends whose noun stands before *place*: after its adjectives, its "of", its name."""
    end, begin = place, max(0, place - 1)
    while end < len(words):
        word = words[end]
        if word.part == "open" and end == place:  # «il centro commerciale “Borgogioioso”»
            close = next((k for k in range(end, min(end + 6, len(words))) if words[k].part == "close"), end)
            end = close + 1
            break
        if word.part == "preposition" and word.low in _ABOUT:
            end += 1
            while end < len(words) and words[end].part in ("article", "number", "noun", "name", "time"):
                end += 1
            if _goes_on(words, end):
                end += 2
            if end < len(words) and words[end].low not in OF:
                break
        elif word.part == "name" and end != place and words[end - 1].part != "name":
            break  # «ai lavori pubblici Marta Bellandi»: the name is no part of it
        elif word.part in ("noun", "name") and word.low != "parte" and not (word.verb and word.verb.form == "finite"):
            end += 1
        else:
            break
    while end > place and words[end - 1].end - words[begin].start > _LONGEST:
        end = next((k for k in range(end - 1, place, -1) if words[k].low in OF), place)
    while end > place and words[end - 1].part in _NO_END:
        end -= 1
    return end


def _goes_on(words: Sequence[Word], end: int) -> bool:
    """Whether a town's name goes on behind a small word: «Borgo | a Mozzano»."""
    parts = words[end - 1 : end + 2]
    named = len(parts) == 3 and parts[0].part == parts[2].part == "name" and parts[1].part == "preposition"
    return named and is_comune(" ".join(w.text for w in parts))


_NO_END = frozenset({"preposition", "article", "number"})
