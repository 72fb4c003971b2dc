"""Laws of periods: order, covering, overlapping, and the unit around a day."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st
from period_strategies import periods, sharp_points

from timeline.dates.period import Period, Point, months_from, unit_around

DAYS = st.dates(date(1, 1, 8), date(9999, 12, 24))
UNITS = st.sampled_from(
    ["day", "week", "weekend", "month", "quarter", "semester", "season", "year", "decade", "century"]
)


@given(sharp_points())
def test_a_point_ends_after_it_begins(point: Point) -> None:
    """Its keys are those of its days, where `date` can say them."""
    assert point.sort_key <= point.last_key
    if point.first and point.last and point.last < date.max:
        assert point.sort_key == point.first.timetuple()[:3]
        assert point.last_key == point.last.timetuple()[:3]


@given(periods())
def test_a_period_covers_and_overlaps_itself(period: Period) -> None:
    """So it does when it is only approximate."""
    assert period.covers(period)
    assert period.overlaps(period.approximately())


@given(periods(), periods())
def test_what_covers_overlaps(one: Period, other: Period) -> None:
    """Overlapping is mutual, covering implies it, and covering both ways means the same days."""
    assert one.overlaps(other) == other.overlaps(one)
    if one.covers(other):
        assert one.overlaps(other)
        if other.covers(one):
            assert (one.first, one.last) == (other.first, other.last)


@given(periods(), periods(), periods())
def test_covering_is_transitive(one: Period, two: Period, three: Period) -> None:
    """What holds the holder holds the held."""
    if one.covers(two) and two.covers(three):
        assert one.covers(three)


@given(DAYS, UNITS)
def test_the_unit_around_a_day_holds_it(day: date, unit: str) -> None:
    """Every unit holds its day; a weekend is the one of the day's week."""
    period = unit_around(day, unit)
    assert unit_around(day, "week").covers(period) if unit == "weekend" else period.covers(Period.of_day(day))


@given(DAYS, UNITS)
def test_units_are_the_same_from_all_their_days(day: date, unit: str) -> None:
    """From the first day to the last, the unit around is one; on the day after, another."""
    period = unit_around(day, unit)
    first, last = period.first, period.last
    if first is None or last is None or last > date(9999, 12, 20):
        return
    assert unit_around(first, unit) == period == unit_around(last, unit)
    if unit != "weekend":
        assert unit_around(last + timedelta(1), unit) != period


@given(DAYS, st.integers(0, 4000))
def test_lengths_count_both_ends(day: date, days: int) -> None:
    """From a day to the n-th after it are n + 1 days."""
    last = min(day + timedelta(days), date.max - timedelta(1)) if day.year < 9980 else day
    assert Period.between(day, last).length() == (last - day).days + 1


@given(st.integers(-9999, 9999), st.integers(1, 12), st.integers(-5000, 5000), st.integers(-5000, 5000))
def test_months_add_up(year: int, month: int, one: int, two: int) -> None:
    """Two shifts are their sum, and none is none."""
    assert months_from(*months_from(year, month, one), two) == months_from(year, month, one + two)
    assert months_from(year, month, 0) == (year, month)


@given(st.lists(periods(), max_size=6))
def test_a_chronology_has_one_order(several: list[Period]) -> None:
    """Sorting puts beginnings in order, before Christ too."""
    ordered = sorted(several, key=lambda p: p.sort_key)
    starts = [p.sort_key[:3] for p in ordered]
    assert starts == sorted(starts)
