"""How well a title stands alone, to choose among the ways one event is told."""

from __future__ import annotations

from timeline.italian.speech import words_of

_SPEAKERS_OWN = frozenset("mio mia miei mie nostro nostra nostri nostre mi ci noi io".split())
_POINTING_BACK = frozenset("lo gli ne lui lei loro essi questi costui ciò stesso stessa suo sua suoi sue".split())
_GOOD_LENGTH = range(25, 91)


def says_something(title: str) -> bool:
    """Whether a title has a word of its own: «Quanto», «Ci ha» tell nothing that could be printed."""
    words = words_of(title)
    return any(w.part in ("noun", "name") or (w.verb and w.verb.lemma not in ("essere", "avere")) for w in words)


def quality_of(title: str) -> int:
    """Higher is better; a title below zero leaves a reader asking who or what.

    >>> quality_of("Furto di bici in piazza Liberazione") > quality_of("È successo")
    True
    """
    words = words_of(title)
    if not words:
        return -10
    score = 2 if len(title) in _GOOD_LENGTH else -1 if len(title) >= 15 else -3
    first = words[0]
    if first.part == "clitic" and len(words) > 1:
        score -= 4
    elif first.is_verb("finite"):
        score -= 2
    if first.part == "pronoun" or first.low in ("ha", "hanno", "è", "sono", "era", "aveva"):
        score -= 2
    lows = {w.low for w in words}
    score -= 3 * bool(lows & _SPEAKERS_OWN) + bool(lows & _POINTING_BACK) + ("«" in title)
    return score + any(w.part == "name" for w in words[1:])
