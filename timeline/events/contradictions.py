"""What cannot all be true: sources that date one event differently, an order that cannot be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from timeline.events.model import Event, Mention


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two passages that disagree about *event*. *reason* is one Italian sentence; *kind* says about what."""

    event: Event
    kind: Literal["date", "order"]
    first: Mention
    second: Mention
    reason: str


def contradictions(events: Sequence[Event]) -> list[Contradiction]:
    """Every disagreement, in the order of the events."""
    return []
