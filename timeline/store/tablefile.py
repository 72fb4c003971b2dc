"""CSV as rows of fields: our own table, TimelineJS' spreadsheet, or one with names of its own."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping
from typing import Any

from timeline.store.foreign import LISTS, Chronology, Row, by_our_names
from timeline.store.slidesfile import row_of_sheet

# What our own table says of an event in other words too: nothing is lost without it.
DERIVED = frozenset(("date_in_words", "url"))
IMAGE = ("src", "alt", "credit")
_BAR = re.compile(r"(?<!\\)((?:\\\\)*)\|")


def read_table(text: str) -> Chronology:
    """The lines of a table; empty ones are none. Semicolons part the cells where spreadsheets speak Italian."""
    table = csv.DictReader(io.StringIO(text, newline=""), delimiter=_delimiter(text))
    told = [row for line in table if (row := _cells(line))]
    titles = [row for row in told if row.get("type", "").casefold() in ("title", "era")]
    left = [f"la riga «{row.get('headline', '')}» (tipo {row['type']})" for row in titles]
    return Chronology(tuple(_row(row) for row in told if row not in titles), tuple(left))


def _delimiter(text: str) -> str:
    """What parts the cells of the first line: a comma, else a semicolon or a tab."""
    first = re.sub(r'"[^"]*"', "", text.lstrip("\ufeff").split("\n", 1)[0])
    return max((",", ";", "\t"), key=first.count)


def _cells(line: Mapping[str | None, Any]) -> dict[str, str]:
    """The cells of a line that hold something, by the names of their columns."""
    named = {str(name or "colonna senza nome").strip().lower(): cell for name, cell in line.items()}
    told = {name: _unquoted(" | ".join(cell) if isinstance(cell, list) else cell or "") for name, cell in named.items()}
    return {name: cell for name, cell in told.items() if cell}


def _unquoted(cell: str) -> str:
    """A cell without the apostrophe that keeps spreadsheets from running it."""
    cell = cell.strip(" \n\r\t")
    return cell[1:] if re.match(r"''*[=+@\t\r-]", cell) else cell


def _row(cells: dict[str, str]) -> Row:
    if "headline" in cells or "year" in cells:
        row = row_of_sheet(cells)
    elif "date_in_words" in cells:
        row = _own(cells)
    else:
        row = by_our_names(cells)
    return {key: items_of(value) if key in LISTS and isinstance(value, str) else value for key, value in row.items()}


def _own(cells: dict[str, str]) -> Row:
    """A line of our own table: an image in three columns, each correction with its day in front."""
    row: Row = {key: value for key, value in cells.items() if key not in DERIVED and not key.startswith("image_")}
    if image := {key: cells[f"image_{key}"] for key in IMAGE if f"image_{key}" in cells}:
        row["image"] = image
    if "corrections" in row:
        parted = [item.partition(": ") for item in items_of(row["corrections"])]
        row["corrections"] = [{"on": on, "text": text} for on, _, text in parted]
    return row


def items_of(cell: str) -> list[str]:
    r"""The items of a list in a cell; a bar with a backslash is part of its item.

    >>> items_of(r"Modena | Stato\|Regione | ")
    ['Modena', 'Stato|Regione']
    """
    parted = _BAR.sub("\\1\0", cell).split("\0")
    return [re.sub(r"\\([\\|])", r"\1", item).strip() for item in parted if item.strip()]
