"""The reason of a date says what it was read from, and nothing that the article does not say."""

from __future__ import annotations

from datetime import date

import pytest

from timeline.tagger import tag

MONDAY = date(2024, 7, 8)


@pytest.mark.parametrize(
    ("before", "why"),
    [
        ("Il 3 luglio si è fatto il punto.", "L’articolo è di lunedì 8 luglio 2024: “le 14” è l’8 luglio 2024"),
        ("Oggi si fa il punto.", "“le 14” si riferisce all’8 luglio 2024, nominato prima"),
        ("La festa comincia sabato 13 luglio.", "“le 14” si riferisce al 13 luglio 2024, nominato prima"),
    ],
)
def test_only_a_day_that_was_named_is_called_so(before: str, why: str) -> None:
    """Of an hour to come, with only days gone by before it, the day is that of printing."""
    assert tag(f"{before} Il corteo si radunerà alle 14 in piazza.", MONDAY)[-1].why == why
