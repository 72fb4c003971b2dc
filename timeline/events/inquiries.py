"""What is looked into: «un’inchiesta» is one into the collapse that the article tells."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from timeline.events.agreement import article_of
from timeline.events.contractions import led_by
from timeline.events.noun_ends import noun_ends
from timeline.events.passage import Passage, occurrences
from timeline.events.printing import LIMIT, join
from timeline.italian.speech import Word
from timeline.italian.tokens import OF

_INQUIRIES = frozenset("inchiesta indagine indagini fascicolo".split())
_LOOKED_INTO = frozenset(
    """
    crollo incendio rogo incidente omicidio delitto esplosione rapina furto aggressione frana naufragio sparatoria rissa
    deragliamento truffa attentato schianto accoltellamento infortunio suicidio intossicazione sversamento pestaggio
    """.split()
)
_SAYS_OF_WHAT = OF | frozenset("su sul sulla sull' sullo sui sugli sulle per contro a nei sulle".split())
_ON = {"il": "sul", "lo": "sullo", "la": "sulla", "l'": "sull'", "un": "sul", "uno": "sullo", "una": "sulla"}


def looking_into(passage: Passage, words: Sequence[Word]) -> list[Word]:
    """«La procura ha aperto un’inchiesta» → «… sul crollo della pensilina», where the article tells one such thing."""
    place = next((k for k, w in enumerate(words) if k and w.low in _INQUIRIES), 0)
    follows = words[place + 1] if place + 1 < len(words) else None
    if not place or (follows and (follows.low in _SAYS_OF_WHAT or follows.part in ("noun", "name"))):
        return list(words)
    what = _thing_told(passage)
    told = [*words[: place + 1], *what, *words[place + 1 :]]
    known = any(w.low in _LOOKED_INTO for w in words)
    return told if what and not known and len(join(told)) <= LIMIT else list(words)


# What does damage.
_DISASTERS = frozenset(
    "incendio rogo alluvione grandinata nubifragio terremoto esplosione crollo frana tempesta mareggiata".split()
)


def of_disaster(passage: Passage) -> list[Word]:
    """«dell’incendio» for "danni", where the article tells one such thing."""
    told = {
        noun for noun in _DISASTERS if next(occurrences(passage.reading.text, noun, passage.sentence.start), -1) >= 0
    }
    told -= {"rogo"} if "incendio" in told else set()
    if len(told) != 1:
        return []
    noun = told.pop()
    feminine = noun.endswith(("a", "ione"))
    the = "l'" if noun[0] in "aeiou" else "la" if feminine else "il"
    return led_by("di", [Word(-9, -7, the, the, "article"), Word(-7 if the == "l'" else -6, 0, noun, noun, "noun")])


def _thing_told(passage: Passage) -> list[Word]:
    """«sul crollo della pensilina»: the only such thing of the sentences before; [] for none, or two."""
    reading = passage.reading
    found: dict[str, list[Word]] = {}
    for noun in sorted(_LOOKED_INTO):
        for at in occurrences(reading.text, noun, passage.sentence.start):
            told = _phrase_at(passage, at)
            if told and len(told) > len(found.get(noun, ())):
                found[noun] = told
    return next(iter(found.values())) if len(found) == 1 else []


def _phrase_at(passage: Passage, at: int) -> list[Word]:
    reading = passage.reading
    words = reading.sentence(bisect_right(reading.spans, (at, len(reading.text))) - 1).words
    place = next((k for k, w in enumerate(words) if w.start >= at), 0)
    before = words[place - 1]
    lead = _ON.get(article_of(before.low) or before.low, "") or ("sull'" if before.low == "un'" else "")
    if not place or not lead:
        return []
    elided = words[place].low[:1] in "aeiou"
    lead = "sull'" if elided else lead
    on = replace(before, text=lead, low=lead, part="preposition", start=before.end - len(lead), end=before.end)
    on = replace(on, end=words[place].start if elided else words[place].start - 1)
    return [on, *words[place : noun_ends(words, place + 1)]]
