"""Sentences as newspapers print them: each expression found, whole, and read against the day of printing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest

from timeline.italian.corpus import PUBLISHED
from timeline.tagger import tag


def sentences() -> Iterator[object]:
    section = ""
    for line in Path(__file__).with_name("sentences.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            section = line[3:]
        elif line and line[0] != "#":
            text, values = re.split(r" {2,}", line, maxsplit=1)
            yield pytest.param(text, values.split(", "), id=f"{section}: {text}")


def sentences_of_a_day() -> Iterator[object]:
    day = ""
    for line in Path(__file__).with_name("on_their_day.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("@"):
            day = line[1:]
        elif line and line[0] != "#":
            text, values = re.split(r" {2,}", line, maxsplit=1)
            yield pytest.param(text, day, values.split(", "), id=f"{day}: {text}")


def values(text: str, published: date = PUBLISHED) -> list[str]:
    """Each expression's value with its mod, as sentences.txt writes them."""
    return [f"{t.value} {t.mod or ''}".strip() for t in tag(text, published)]


@pytest.mark.parametrize(("text", "expected"), list(sentences()))
def test_a_sentence_is_read_in_its_time(text: str, expected: list[str]) -> None:
    """The values in order, no expression more and none less."""
    assert values(text) == expected


@pytest.mark.parametrize(("text", "day", "expected"), list(sentences_of_a_day()))
def test_a_sentence_is_read_on_its_day(text: str, day: str, expected: list[str]) -> None:
    """Around the turn of a year, on Mondays, beside feasts: where the day of printing decides."""
    assert values(text, date.fromisoformat(day)) == expected


@pytest.mark.parametrize(
    ("text", "hour", "expected"),
    [
        ("Stanotte la pioggia ha allagato il sottopasso.", 7, "2024-03-12TNI"),
        ("Stanotte è attesa la neve.", 23, "2024-03-13TNI"),
        ("Mezz'ora fa la strada ha riaperto.", 12, "2024-03-13T11:30"),
    ],
)
def test_the_hour_of_printing_counts(text: str, hour: int, expected: str) -> None:
    """«Stanotte» at seven in the morning is the night just gone, at eleven in the evening the one that begins."""
    assert values(text, datetime(2024, 3, 13, hour)) == [expected]


@pytest.mark.parametrize(
    ("hour", "first", "last"), [(11, "2024-03-12", "2024-03-13"), (22, "2024-03-13", "2024-03-13")]
)
def test_the_last_hours_reach_back_as_far_as_they_can(hour: int, first: str, last: str) -> None:
    """«Nelle scorse ore» of a morning may be yesterday's; late in the evening they are today's."""
    found = tag("Nelle scorse ore il vento è calato.", datetime(2024, 3, 13, hour))
    assert [(str(t.first), str(t.last)) for t in found] == [(first, last)]


@pytest.mark.parametrize(
    "text", ["Il 29 febbraio 2023 nacque Ada.", "Il 31 giugno 2024 si voterà.", "Nata il 30.02.2021."]
)
def test_a_day_that_no_calendar_has_is_no_expression(text: str) -> None:
    """29 February of a common year: nobody knows what was meant."""
    assert not [t for t in tag(text, PUBLISHED) if t.type == "DATE" and t.first == t.last]


def test_the_leap_day_without_a_year_is_that_of_a_leap_year() -> None:
    """«Il 29 febbraio» looks for the nearest year that has one."""
    assert values("Il 29 febbraio aveva compiuto gli anni.") == ["2024-02-29"]
