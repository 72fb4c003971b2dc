"""Dates are written as EDTF and read back; what is no date says why."""

import pytest

from timeline.dates.edtf import EdtfError, format_edtf, parse_edtf
from timeline.dates.period import Period, Point


@pytest.mark.parametrize(
    ("edtf", "point"),
    [
        ("2025-04-26", Point("day", 2025, 4, 26)),
        ("2024-10", Point("month", 2024, 10)),
        ("2024", Point("year", 2024)),
        ("0476", Point("year", 476)),
        ("199X", Point("decade", 1990)),
        ("200X", Point("decade", 2000)),
        ("18XX", Point("century", 1800)),
        ("2024-22", Point("season", 2024, 2)),
        ("2024-24", Point("season", 2024, 4)),
        ("2024-33", Point("quarter", 2024, 1)),
        ("2024-36", Point("quarter", 2024, 4)),
        ("2024-41", Point("semester", 2024, 2)),
        ("2025-04-08~", Point("day", 2025, 4, 8, approximate=True)),
        ("2019-01-31?", Point("day", 2019, 1, 31, uncertain=True)),
        ("2014%", Point("year", 2014, approximate=True, uncertain=True)),
    ],
)
def test_single_points(edtf: str, point: Point) -> None:
    """Every unit has one spelling."""
    assert parse_edtf(edtf) == Period((point,))
    assert format_edtf(Period((point,))) == edtf


@pytest.mark.parametrize(
    ("edtf", "year", "unit"),
    [
        ("0000", 0, "year"),  # EDTF has a year 0: it is 1 BC
        ("-0043", -43, "year"),  # 44 BC, the Ides of March
        ("-00XX", -99, "century"),  # from 100 to 1 BC
        ("-01XX", -199, "century"),
        ("00XX", 0, "century"),
    ],
)
def test_years_before_christ(edtf: str, year: int, unit: str) -> None:
    """Years before the year 1 are astronomical; a century is named after the year it begins with."""
    point = parse_edtf(edtf).start
    assert point is not None
    assert (point.year, point.unit) == (year, unit)
    assert format_edtf(parse_edtf(edtf)) == edtf


@pytest.mark.parametrize(
    ("edtf", "kind", "ends"),
    [
        ("2025-05-03/2025-05-05", "interval", ("2025-05-03", "2025-05-05")),
        ("2014/..", "interval", ("2014", None)),
        ("../2025-06-30", "interval", (None, "2025-06-30")),
        ("2014~/2016?", "interval", ("2014~", "2016?")),
        ("[2025-04-27..2025-04-28]", "once", ("2025-04-27", "2025-04-28")),
        ("[..2025-06-11]", "once", (None, "2025-06-11")),
        ("[2025-06-11..]", "once", ("2025-06-11", None)),
        ("[2025-04-27,2025-04-28]", "choice", ("2025-04-27", "2025-04-28")),
        ("[2019,2021,2024-05]", "choice", ("2019", "2021", "2024-05")),
    ],
)
def test_periods_of_several_points(edtf: str, kind: str, ends: tuple[str | None, ...]) -> None:
    """An interval lasts, a span holds it once, a choice is one of its points; None is an open end."""
    period = parse_edtf(edtf)
    assert period.kind == kind
    assert period.points == tuple(end and parse_edtf(end).start for end in ends)
    assert format_edtf(period) == edtf


@pytest.mark.parametrize(
    ("loose", "edtf"),
    [
        ("2025-04-26/2025-04-26", "2025-04-26"),
        ("[2014..2014]", "2014"),
        ("[2014,2014]", "2014"),
        ("[2014]", "2014"),
        ("[2021,2019]", "[2019,2021]"),
        ("2024-XX", "2024"),
        ("2024-10-XX", "2024-10"),
        ("2024-XX-XX", "2024"),
    ],
)
def test_other_spellings_of_the_same(loose: str, edtf: str) -> None:
    """Two ways to write one date give one period."""
    assert format_edtf(parse_edtf(loose)) == edtf


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", "syntax"),
        ("ieri", "syntax"),
        ("2024-3-9", "syntax"),
        ("-0000", "syntax"),
        ("2019/", "syntax"),
        ("../..", "syntax"),
        ("[..]", "syntax"),
        ("2024/2025/2026", "syntax"),
        ("[2024..2025,2027]", "syntax"),
        ("2024-04~-03", "syntax"),
        ("２０２４", "syntax"),
        ("2024-02-30", "no such day"),
        ("2023-02-29", "no such day"),
        ("2024-04-00", "no such day"),
        ("2024-13", "no such month"),
        ("2024-00", "no such month"),
        ("2024-37", "no such month"),
        ("2025/2024", "ends before it begins"),
        ("[2025-04-28..2025-04-27]", "ends before it begins"),
        ("Y12024", "unsupported"),
        ("{2024,2025}", "unsupported"),
        ("2024-XX-04", "unsupported"),
        ("2025-04-26T18:30:00", "unsupported"),
        ("-004X", "unsupported"),
    ],
)
def test_what_is_not_read(text: str, fault: str) -> None:
    """The error says what is wrong, so that it can be told in Italian."""
    with pytest.raises(EdtfError) as error:
        parse_edtf(text)
    assert error.value.fault == fault


def test_a_month_may_end_in_the_year_it_belongs_to() -> None:
    """Ends of different units are compared by their last day: from June to the end of the year."""
    assert format_edtf(parse_edtf("2024-06/2024")) == "2024-06/2024"
    assert format_edtf(parse_edtf("2023-24/2024-01")) == "2023-24/2024-01"


def test_leap_days_before_the_year_1() -> None:
    """The calendar is carried back: the year -4 (5 BC) leaps, the year -1 does not."""
    assert format_edtf(parse_edtf("-0004-02-29")) == "-0004-02-29"
    with pytest.raises(EdtfError):
        parse_edtf("-0001-02-29")
