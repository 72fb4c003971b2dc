"""Events as a table in a terminal: the date in words, title, status, and where to mend it."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.events.model import Event
from timeline.italian.prose import date_in_words

STATUS_IN_ITALIAN = {"draft": "bozza", "published": "pubblicato", "hidden": "nascosto"}
_WIDEST = (34, 72)
_LAST = (10_000, 0, 0, 0, 0)


def in_order(events: Sequence[Event]) -> list[Event]:
    """By date, undated last; events of one date as they stand in their files."""
    return sorted(events, key=lambda e: (e.date.sort_key if e.date else _LAST, e.time, e.path, e.line))


def table(events: Sequence[Event]) -> str:
    """One line an event, columns aligned; "" where there is none."""
    rows = [
        (
            _cut(date_in_words(e.date, e.time, e.date_text), _WIDEST[0]),
            _cut(e.title, _WIDEST[1]),
            STATUS_IN_ITALIAN[e.status],
            f"{e.path}:{e.line}",
        )
        for e in in_order(events)
    ]
    widths = [max((len(row[column]) for row in rows), default=0) for column in range(3)]
    lines = ["  ".join([*(cell.ljust(w) for cell, w in zip(row, widths, strict=False)), row[3]]) for row in rows]
    return "".join(line + "\n" for line in lines)


def _cut(text: str, width: int) -> str:
    """Text in one line of at most *width* characters, an ellipsis where it was longer."""
    text = " ".join(text.split())
    return text if len(text) <= width else text[: width - 1].rstrip() + "…"
