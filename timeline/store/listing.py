"""The table that `timeline extract` and `timeline list` print."""

from __future__ import annotations

from collections.abc import Iterable

from timeline.events.model import Event
from timeline.italian.prose import date_in_words

_STATUS = {"draft": "bozza", "published": "pubblicato", "hidden": "nascosto"}
_UNDATED = (10_000, 0, 0, 0, 0)  # after every date


def table(events: Iterable[Event]) -> str:
    """Events by date, one a line: date in words, title, status, file:line. Empty where there are none."""
    rows = [_row(event) for event in sorted(events, key=_order)]
    widths = [max((len(row[column]) for row in rows), default=0) for column in range(3)]
    lines = [
        "  ".join([*(cell.ljust(width) for cell, width in zip(row, widths, strict=False)), row[3]]) for row in rows
    ]
    return "".join(f"{line}\n" for line in lines)


def _row(event: Event) -> tuple[str, str, str, str]:
    when = date_in_words(event.date, event.time, event.date_text)
    return when, event.title, _STATUS[event.status], f"{event.path}:{event.line}"


def _order(event: Event) -> tuple[tuple[int, ...], str, str, int]:
    """By date; undated events last, and what shares a date in the order of hours and files."""
    return event.date.sort_key if event.date else _UNDATED, event.time, event.path, event.line
