"""Between which towns a train, a bus or a ferry goes: «il collegamento» is that «tra Roma e Vienna»."""

from __future__ import annotations

import re

from timeline.events.passage import Passage
from timeline.italian.speech import Word, words_of

_BETWEEN = re.compile(r"\b(?:tra|fra) [A-ZÀ-Ý][\w’'-]+(?: [A-ZÀ-Ý][\w’'-]+)? e [A-ZÀ-Ý][\w’'-]+(?: [A-ZÀ-Ý][\w’'-]+)?")
_GOES = re.compile(r"\b(?:tren[oi]|autobus|bus|pullman|traghett[oi]|navetta|vol[oi]|linea|collegament[oi]|tratta)\b")


def between_towns(passage: Passage) -> list[Word]:
    """«tra Roma e Vienna», the only two that the sentences before join with something that goes there; else []."""
    text, stop = passage.reading.text, passage.sentence.start
    found = {m[0] for m in _BETWEEN.finditer(text, 0, stop) if _GOES.search(text, max(0, m.start() - 60), m.start())}
    return words_of(found.pop()) if len(found) == 1 else []
