"""A preposition drawn together with the article that follows: «del ponte», «all’ospedale»."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.events.verb_forms import in_small
from timeline.italian.speech import Word


def led_by(preposition: str, phrase: Sequence[Word]) -> list[Word]:
    """The phrase behind "di" or "a", drawn together with its article: «del ponte», «all’ex cotonificio»."""
    if not phrase:
        return []
    first = phrase[0]
    text, rest = preposition, in_small(phrase)
    if first.part == "article" and first.low in _DRAWN and preposition in ("di", "a"):
        text, rest = _DRAWN[first.low][preposition == "a"], rest[1:]
    elided = text.endswith("'")
    shown = text.replace("'", "’") if elided and "’" in first.text else text
    start = rest[0].start - (0 if elided else 1)
    lead = Word(start - len(text), start, shown, text, "preposition")
    return [lead, *rest]


_DRAWN = {
    "il": ("del", "al"), "lo": ("dello", "allo"), "la": ("della", "alla"), "l'": ("dell'", "all'"), "i": ("dei", "ai"),
    "gli": ("degli", "agli"), "le": ("delle", "alle"),
}  # fmt: skip
