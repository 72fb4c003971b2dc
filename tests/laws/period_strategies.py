"""Hypothesis strategies: every point and period that EDTF can say."""

from __future__ import annotations

import calendar
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import strategies as st

from timeline.dates.edtf import EdtfError, format_edtf, parse_edtf
from timeline.dates.period import Period, Point

# Mostly the years of news, but every century and both ends of the calendar too.
YEARS = st.one_of(
    st.integers(1900, 2100), st.integers(-9998, 9998), st.sampled_from([-1, 0, 1, 99, 100, 800, 1000, 1582])
)


@st.composite
def days(draw: st.DrawFn, years: st.SearchStrategy[int] = YEARS) -> Point:
    year, month = draw(years), draw(st.integers(1, 12))
    return Point("day", year, month, draw(st.integers(1, calendar.monthrange(year, month)[1])))


def _coarse(years: st.SearchStrategy[int]) -> st.SearchStrategy[Point]:
    """Everything that is not a day."""
    return st.one_of(
        st.builds(lambda y, m: Point("month", y, m), years, st.integers(1, 12)),
        st.builds(lambda y, s: Point("season", y, s), years, st.integers(1, 4)),
        st.builds(lambda y, q: Point("quarter", y, q), years, st.integers(1, 4)),
        st.builds(lambda y, h: Point("semester", y, h), years, st.integers(1, 2)),
        st.builds(lambda y: Point("year", y), years),
        st.builds(lambda y: Point("decade", abs(y) // 10 * 10), years),
        st.builds(lambda y: Point("century", y // 100 * 100 + (y < 0)), years),
    )


def sharp_points(years: st.SearchStrategy[int] = YEARS) -> st.SearchStrategy[Point]:
    """One calendar unit, neither approximate nor uncertain."""
    return days(years) | _coarse(years)


def points(years: st.SearchStrategy[int] = YEARS) -> st.SearchStrategy[Point]:
    """One calendar unit, with any qualifier."""
    qualified = st.builds(
        lambda p, a, u: replace(p, approximate=a, uncertain=u), sharp_points(years), st.booleans(), st.booleans()
    )
    return sharp_points(years) | qualified


def _read(period: Period) -> Period | None:
    """*period* as EDTF puts it (a choice in order, one point where both are one); None where it is none."""
    try:
        return parse_edtf(format_edtf(period))
    except EdtfError:
        return None


def _possible(candidates: st.SearchStrategy[Period]) -> st.SearchStrategy[Period]:
    return candidates.map(_read).filter(lambda p: p is not None).map(lambda p: p or Period((None,)))


@st.composite
def _pairs(draw: st.DrawFn) -> Period:
    """Two points, near each other as often as far apart: days of one week, months of one year."""
    first = draw(points())
    near = st.integers(max(first.year, -9998), min(first.year + 1, 9998))
    last = draw(points(near) | points())
    kind = draw(st.sampled_from(["interval", "once"]))
    return Period((first, last), kind)


@st.composite
def _runs(draw: st.DrawFn) -> Period:
    """From one day to the next, over a weekend, for a week: what has a wording of its own."""
    first = draw(st.dates(date(1, 1, 8), date(9999, 12, 20)))
    monday = first - timedelta(first.weekday())
    run = draw(
        st.sampled_from(
            [
                Period.between(first, first + timedelta(1)),
                Period.between(first, first + timedelta(3)),
                Period.between(monday + timedelta(5), monday + timedelta(6)),
                Period.between(monday, monday + timedelta(6)),
            ]
        )
    )
    return run.approximately() if draw(st.booleans()) else run


def _others(point: st.SearchStrategy[Point]) -> st.SearchStrategy[list[Point]]:
    """Two to four dates, each another one: one date twice, once «circa», is no choice."""
    return st.lists(point, min_size=2, max_size=4, unique_by=lambda p: (p.unit, p.year, p.part, p.day))


def periods() -> st.SearchStrategy[Period]:
    """Every kind of period."""
    single = points().map(lambda p: Period((p,)))
    open_ended = st.builds(
        lambda p, kind, left: Period((None, p) if left else (p, None), kind),
        points(),
        st.sampled_from(["interval", "once"]),
        st.booleans(),
    )
    near = st.integers(-9998, 9998).flatmap(lambda y: _others(points(st.just(y))))
    choice, near_choice = (some.map(lambda ps: Period(tuple(ps), "choice")) for some in (_others(points()), near))
    return _possible(st.one_of(single, open_ended, _pairs(), _runs(), choice, near_choice))
