"""EDTF: what we write, we read; and python-edtf, written by others, reads it as we do."""

import edtf
from hypothesis import given, settings
from hypothesis import strategies as st
from period_strategies import periods, sharp_points

from timeline.dates.edtf import EdtfError, format_edtf, parse_edtf
from timeline.dates.period import Period, Point


@given(periods())
def test_round_trip(period: Period) -> None:
    """Every period comes back from its EDTF."""
    assert parse_edtf(format_edtf(period)) == period


@given(st.text("0123456789X-/.,[]?~%", max_size=24))
def test_no_text_is_read_two_ways(text: str) -> None:
    """Any text is refused, or stands for a period with one spelling."""
    try:
        period = parse_edtf(text)
    except EdtfError:
        return
    assert parse_edtf(format_edtf(period)) == period


@settings(max_examples=60, deadline=None)
@given(periods())
def test_the_oracle_accepts_what_we_write(period: Period) -> None:
    """Of what python-edtf knows of the standard, it reads all that we write."""
    if _known_to_the_oracle(period):
        assert edtf.is_valid_edtf(format_edtf(period))


def _known_to_the_oracle(period: Period) -> bool:
    """In intervals and lists python-edtf takes days, months and years alone; in spans, sharp ones of one unit."""
    points = [p for p in period.points if p]
    units = {p.unit for p in points}
    sharp = not period.is_approximate and not period.is_uncertain
    if period.kind == "single":
        return sharp or not units & {"season", "quarter", "semester"}
    plain = units <= {"day", "month", "year"}
    if period.kind == "interval":
        return plain
    return plain and sharp and len(units) == 1


@settings(max_examples=60, deadline=None)
@given(sharp_points())
def test_the_oracle_sees_the_same_days(point: Point) -> None:
    """First and last day are those of python-edtf, but for seasons, whose winter begins the year there."""
    if point.unit == "season" or point.first is None or point.last is None:
        return
    theirs = edtf.parse_edtf(format_edtf(Period((point,))))
    assert tuple(theirs.lower_strict()[:3]) == point.first.timetuple()[:3]
    assert tuple(theirs.upper_strict()[:3]) == point.last.timetuple()[:3]


@settings(max_examples=100, deadline=None)
@given(st.integers(-9999, 9999), st.integers(0, 14), st.integers(0, 32), st.sampled_from(["", "?", "~", "%"]))
def test_the_oracle_refuses_what_we_refuse(year: int, month: int, day: int, mark: str) -> None:
    """Impossible months and days are refused by both; but python-edtf gives every February 29 days."""
    text = f"{'-' * (year < 0)}{abs(year):04}-{month:02}-{day:02}{mark}"
    assert _is_read(text) == edtf.is_valid_edtf(text) or (month, day) == (2, 29)


def _is_read(text: str) -> bool:
    try:
        parse_edtf(text)
    except EdtfError:
        return False
    return True
