"""The headline that an article's first sentence is, where it has no verb: «Irruzione dei vigili in via Neri, dove…»."""

from __future__ import annotations

from timeline.events.event_nouns import is_event_noun
from timeline.events.passage import Reading
from timeline.events.polish import fit
from timeline.events.topics import first_sentence

_WORDS = 3
_FURTHER = frozenset({"dove", "quando", "mentre"})


def title_of_lead(reading: Reading) -> str:
    """What the first sentence tells without a verb; "" where it has one, or begins with no event."""
    words = reading.sentence(first_sentence(reading)).words
    if not words or not is_event_noun(words[0].low):
        return ""
    stop = next((k for k, w in enumerate(words) if w.part in ("mark", "that") or w.low in _FURTHER), len(words))
    told = words[:stop]
    return fit(told) if len(told) >= _WORDS and not any(w.is_verb("finite") or w.part == "time" for w in told) else ""
