"""Dates of what something is compared with: «sei punti in meno del 2019», «come già nell'estate del 2022»."""

from __future__ import annotations

import re

from timeline.events.passage import Passage

_OF = r"(?:di|d['’]|del|dello|della|dell['’]|dei|degli|delle|che nel|che nella|che nell['’]|che a|che in)\s?"
_COMPARED = re.compile(
    r"(?:"
    # «il 14% in più dell'anno precedente», «più alti del 2019», «il doppio del 2020»
    rf"\b(?:in (?:più|meno)|(?:più|meno) [a-zà-ÿ]+|(?:maggior|minor|superior|inferior|peggior|miglior)[ei]|doppio)"
    rf" {_OF}(?:quell[oaie] {_OF})?"
    # «contro i 50 del 2020», «a fronte delle 240 di gennaio»
    r"|\b(?:contro|a fronte d[a-z]+) (?:[a-zà-ÿ'’]+ ?)?[\d.,]+(?: [a-zà-ÿ]+)? d[a-z]+['’ ]\s?"
    # «come già nell'estate del 2022», «come nel 2012», «come accadde a marzo»
    r"|\bcome (?:già |anche )?(?:(?:era |è )?(?:accadde|avvenne|accaduto|avvenuto|successo|fu) )?(?:già )?"
    r"(?:nel(?:l['’]|la)? ?|negli |a |in |al |alla |d['’]|l['’]|lo |la )"
    # «a differenza del 2021»
    r"|\ba differenza d[a-z]+['’ ]\s?"
    # «si comincia con i nati tra il 1942 e il 1946»: of what age they are
    r"|\b(?:i|dei|ai|coi|le|delle|alle) nat[ie] (?:tra|fra|nel|dal|prima del|dopo|a|in) ?(?:l['’]|il )?"
    # «il livello più basso dal 2003»
    r"|\b(?:più|meno|peggior[ei]|miglior[ei]) [a-zà-ÿ]+(?: [a-zà-ÿ]+){0,4} da(?:l|ll['’])?\s?"
    r")\Z",
    re.I,
)
_REACH = 70
# One of these stands in whatever matches: looking for them is ten times as fast.
_HINTS = ("più", "meno", "ggior", "minor", "erior", "glior", "doppio", "contro", "fronte", "come ", "differenza", "nat")


def is_compared(passage: Passage) -> bool:
    """Whether the words before the expression make it what something else is measured by, and no time of its own."""
    text, start = passage.reading.text, passage.timex.start
    if _FEWER.match(passage.timex.text) and text[max(0, start - 3) : start].lower() == "in ":
        return True  # «sette punti in meno di cinque anni fa»
    near = text[max(0, start - _REACH) : start].lower()
    return any(hint in near for hint in _HINTS) and _COMPARED.search(text, max(0, start - _REACH), start) is not None


_FEWER = re.compile(r"(?:più|meno) di\b.*\bfa\Z", re.I)
