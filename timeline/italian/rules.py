"""All rules of the language, loaded. Importing this fills `PHRASES`; a new file of rules is named here."""

from __future__ import annotations

from timeline.italian import anaphora, clock, days, eras, feasts, lengths, parts, spans, units, vague, within
from timeline.italian.engine import PHRASES

MODULES = (days, eras, units, within, anaphora, vague, parts, clock, feasts, lengths, spans)

__all__ = ["MODULES", "PHRASES"]
