"""What all readers of foreign chronologies share: rows of fields, dates told in numbers and again in words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from timeline.dates.edtf import format_edtf
from timeline.italian.prose import DateError, read_date_and_time, says_more_than_edtf
from timeline.store.entries import ITALIAN_KEYS, EventEntry

Row = dict[str, Any]  # an event to be: fields by our names, and by others where we have none
FIELDS = tuple(EventEntry.model_fields)
LISTS = frozenset(("tags", "people", "organizations", "places", "related", "same_as", "not_same_as"))


@dataclass(frozen=True, slots=True)
class Chronology:
    """A file of another program, read: its events, its *sources*, and in words what of it is *left* behind."""

    rows: tuple[Row, ...]
    left: tuple[str, ...] = ()
    sources: tuple[Mapping[str, Any], ...] = ()


def by_our_names(row: Mapping[str, Any]) -> Row:
    """A row with the names that Italian hands give our fields turned into ours, where that field is not there too."""
    ours = {name: ITALIAN_KEYS.get(name.strip().casefold(), name) for name in row}
    return {ours[name] if ours[name] in FIELDS and ours[name] not in row else name: row[name] for name in row}


def with_words(row: Row, words: str) -> Row:
    """The row with what *words* say of its date, where they fit its numbers.

    Numbers alone are too sharp: of «intorno al 2014» they say 2014. Words that are no date become `date_text`.

    >>> with_words({"date": "2014"}, "Intorno al 2014")["date"]
    '2014~'
    >>> with_words({"date": "2025-05-03"}, "il giorno della fiera")
    {'date': '2025-05-03', 'date_text': 'il giorno della fiera'}
    """
    if not words:
        return row
    try:
        said, time = read_date_and_time(words)
        numbers, _ = read_date_and_time(row["date"]) if row.get("date") else (None, "")
    except DateError:
        said, numbers, time = None, None, ""
    if said is None or numbers is None or not said.overlaps(numbers) or says_more_than_edtf(words):
        return {**row, "date_text": words}
    return {**row, "date": format_edtf(said)} | ({"time": time} if time else {})


def bounds(first: str, last: str) -> str:
    """Two ends as EDTF; one where they are the same.

    >>> bounds("2025-05-03", "2025-05-05"), bounds("2024", "")
    ('2025-05-03/2025-05-05', '2024')
    """
    return f"{first}/{last}" if last and last != first else first


def date_of_parts(parts: Mapping[str, Any]) -> str:
    """Year, month and day as EDTF, as far as they are told. A negative year is one before Christ: EDTF has a year 0.

    >>> date_of_parts({"year": "476"}), date_of_parts({"year": 2025, "month": "5", "day": ""}), date_of_parts({})
    ('0476', '2025-05', '')
    >>> date_of_parts({"year": "-44"})
    '-0043'
    """
    year, month, day = (str(parts.get(key) or "").strip() for key in ("year", "month", "day"))
    if re.fullmatch(r"-?\d+", year):
        number = int(year) + (year[0] == "-")
        year = f"{number:04}" if number >= 0 else f"{number:05}"
    return "-".join([year, *(part.zfill(2) for part in (month, day if month else "") if part)])
