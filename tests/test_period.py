"""Periods: first and last day, order, and what lies in what."""

from datetime import date

import pytest

from timeline.dates.edtf import format_edtf, parse_edtf
from timeline.dates.period import (
    Period,
    Point,
    month_end,
    months_from,
    of_day,
    season_around,
    unit_around,
)


def days(edtf: str) -> tuple[str, str]:
    """First and last day in ISO, "" where there is none."""
    period = parse_edtf(edtf)
    return (period.first.isoformat() if period.first else "", period.last.isoformat() if period.last else "")


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2025-04-26", "2025-04-26", "2025-04-26"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2023-02", "2023-02-01", "2023-02-28"),
        ("2024-12", "2024-12-01", "2024-12-31"),
        ("2024", "2024-01-01", "2024-12-31"),
        ("199X", "1990-01-01", "1999-12-31"),
        ("19XX", "1900-01-01", "1999-12-31"),
        ("2024-21", "2024-03-01", "2024-05-31"),
        ("2024-22", "2024-06-01", "2024-08-31"),
        ("2024-23", "2024-09-01", "2024-11-30"),
        ("2024-24", "2024-12-01", "2025-02-28"),  # named after the year it begins
        ("2023-24", "2023-12-01", "2024-02-29"),
        ("2024-33", "2024-01-01", "2024-03-31"),
        ("2024-34", "2024-04-01", "2024-06-30"),
        ("2024-36", "2024-10-01", "2024-12-31"),
        ("2024-40", "2024-01-01", "2024-06-30"),
        ("2024-41", "2024-07-01", "2024-12-31"),
        ("9999", "9999-01-01", "9999-12-31"),
        ("99XX", "9900-01-01", "9999-12-31"),
        ("2024-06/2024-08", "2024-06-01", "2024-08-31"),
        ("[2025-04-27..2025-04-28]", "2025-04-27", "2025-04-28"),
        ("2014/..", "2014-01-01", ""),
        ("../2025-06-30", "", "2025-06-30"),
        ("-0043", "", ""),  # datetime.date begins with the year 1
        ("0000", "", ""),
        ("00XX", "", "0099-12-31"),
        ("0001", "0001-01-01", "0001-12-31"),
    ],
)
def test_first_and_last_day(edtf: str, first: str, last: str) -> None:
    """Both days are inclusive; an open end and the years before 1 have none."""
    assert days(edtf) == (first, last)


@pytest.mark.parametrize(
    ("edtf", "length"),
    [
        ("2025-04-26", 1),
        ("2024-02", 29),
        ("2025", 365),
        ("2025-05-03/2025-05-05", 3),
        ("2014/..", None),
        ("-0043", None),
    ],
)
def test_length_in_days(edtf: str, length: int | None) -> None:
    """An open or unsayable end has no length."""
    assert parse_edtf(edtf).length() == length


def test_order_of_a_chronology() -> None:
    """By beginning; what is coarse stands at the head of what it holds."""
    words = ["2024-06-19", "2024-06-01", "2024", "2024-06", "2023-12-31", "202X", "20XX", "2024-40", "-0043", "0000"]
    ordered = sorted(words, key=lambda w: parse_edtf(w).sort_key)
    assert ordered[:4] == ["-0043", "0000", "20XX", "202X"]
    assert ordered[4:] == ["2023-12-31", "2024", "2024-40", "2024-06", "2024-06-01", "2024-06-19"]


def test_an_open_beginning_is_ordered_by_its_end() -> None:
    """«Fino al 30 giugno» stands where that day does."""
    assert parse_edtf("../2025-06-30").sort_key > parse_edtf("2025-06-01").sort_key
    assert parse_edtf("../2025-06-30").sort_key < parse_edtf("2025-07").sort_key


@pytest.mark.parametrize(
    ("wide", "narrow", "covers", "overlaps"),
    [
        ("2024", "2024-06", True, True),
        ("2024-06", "2024", False, True),
        ("2024-06", "2024-06-19", True, True),
        ("2024-06", "2024-07-01", False, False),
        ("2025-04-26", "2025-04-26", True, True),
        ("2014/..", "2030", True, True),
        ("2014/..", "2013", False, False),
        ("../2025-06-30", "2025-06-30", True, True),
        ("../2025-06-30", "2025-07-01", False, False),
        ("2024-11/2025-02", "2024-24", True, True),
        ("2024", "2024-24", False, True),
        ("[2025-04-27..2025-04-28]", "2025-04-27", True, True),
        ("2024-06-01/2024-06-30", "2024-06", True, True),
        ("-0043", "2024", False, False),  # no date says it, but it is not open
        ("-0043", "-0043-03-15", True, True),
        ("-00XX", "-0043", True, True),
        ("-0026/0014", "0009", True, True),
        ("2014/..", "-0043", False, False),
        ("../2014", "-0043", True, True),
    ],
)
def test_covering_and_overlapping(wide: str, narrow: str, covers: bool, overlaps: bool) -> None:
    """A period covers another when it holds every day of it, and overlaps it when they share one."""
    assert parse_edtf(wide).covers(parse_edtf(narrow)) is covers
    assert parse_edtf(wide).overlaps(parse_edtf(narrow)) is overlaps
    assert parse_edtf(narrow).overlaps(parse_edtf(wide)) is overlaps


@pytest.mark.parametrize(
    ("unit", "edtf"),
    [
        ("day", "2024-12-30"),
        ("week", "2024-12-30/2025-01-05"),  # ISO weeks begin on Monday
        ("weekend", "2025-01-04/2025-01-05"),
        ("month", "2024-12"),
        ("quarter", "2024-36"),
        ("semester", "2024-41"),
        ("season", "2024-24"),
        ("year", "2024"),
        ("decade", "202X"),
        ("century", "20XX"),
    ],
)
def test_the_unit_around_a_day(unit: str, edtf: str) -> None:
    """Every unit holds its day."""
    period = unit_around(date(2024, 12, 30), unit)
    assert format_edtf(period) == edtf
    assert unit == "weekend" or period.covers(Period.of_day(date(2024, 12, 30)))


def test_no_other_units() -> None:
    """A unit we do not know is a bug, told with its name."""
    with pytest.raises(ValueError, match="fortnight"):
        unit_around(date(2024, 12, 30), "fortnight")


@pytest.mark.parametrize(
    ("day", "edtf"),
    [
        (date(2024, 2, 29), "2023-24"),
        (date(2024, 3, 1), "2024-21"),
        (date(2024, 8, 31), "2024-22"),
        (date(2024, 11, 30), "2024-23"),
        (date(2024, 12, 1), "2024-24"),
    ],
)
def test_seasons_are_the_meteorological_ones(day: date, edtf: str) -> None:
    """Winter goes on from December to February and keeps its first year."""
    assert format_edtf(Period((season_around(day),))) == edtf


def test_between_and_once_between_collapse_to_one_day() -> None:
    """From a day to itself is that day, whichever way it is meant."""
    day = date(2025, 4, 26)
    assert Period.between(day, day) == Period.of_day(day) == Period.once_between(day, day)
    assert format_edtf(Period.between(day, date(2025, 4, 27))) == "2025-04-26/2025-04-27"
    assert format_edtf(Period.once_between(day, date(2025, 4, 27))) == "[2025-04-26..2025-04-27]"


def test_how_sure() -> None:
    """One doubtful point makes the period doubtful; "circa" goes to all of them."""
    assert parse_edtf("2014~/2016").is_approximate
    assert parse_edtf("2014/2016?").is_uncertain
    assert not parse_edtf("2014/2016").is_approximate
    assert format_edtf(parse_edtf("2014/..").approximately()) == "2014~/.."


@pytest.mark.parametrize(("edtf", "is_day"), [("2025-04-26", True), ("2025-04-26~", True), ("2025-04", False)])
def test_a_single_day(edtf: str, is_day: bool) -> None:
    """A month, an interval or a choice is not one day."""
    assert parse_edtf(edtf).is_day is is_day
    assert not parse_edtf("2025-04-26/2025-04-27").is_day
    assert not parse_edtf("[2025-04-26,2025-04-27]").is_day


def test_months_are_counted_over_years() -> None:
    """Both ways, any number of them."""
    assert months_from(2024, 1, -1) == (2023, 12)
    assert months_from(2024, 12, 1) == (2025, 1)
    assert months_from(2024, 6, -30) == (2021, 12)
    assert month_end(2024, 2) == date(2024, 2, 29)


def test_the_last_winter_ends_with_the_calendar() -> None:
    """The winter of 9999 would end in a year that `date` cannot say: it ends with the calendar."""
    assert Point("season", 9999, 4).last == date.max


def test_a_point_of_a_day() -> None:
    """A day is its own first and last."""
    point = of_day(date(2025, 4, 26))
    assert point.first == point.last == date(2025, 4, 26)
