"""Dates inside another period, and the style of offices: «il 12 dello scorso mese», «il 5 c.m.», «sabato u.s.»."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from timeline.dates.beside import DayNumber, DayOf, Within
from timeline.dates.fields import Fields
from timeline.dates.meaning import FUTURE, PAST, Meaning, Same, Shift
from timeline.italian.engine import PHRASES
from timeline.italian.units import lean

rule = PHRASES.rule


@rule("nested", "MONTHREF", "MONTHREF DI PERIODREF|YEARREF|DATEAGO", "MONTHREF DI SAMEREF", "MONTHREF PERIODREF")
def month_of_year(month: Meaning, year: Meaning) -> Meaning | None:
    """
    nel giugno dello scorso anno     2023-06
    a marzo dell'anno prossimo       2025-03
    """
    return (
        Within(year, month)
        if isinstance(month, Fields) and month.lean is None and not isinstance(year, Fields)
        else None
    )


@rule("nested", "DAYREF", "DAYREF DI PERIODREF|YEARREF|SAMEREF|DATEAGO")
def day_of_period(first: Any, second: Any) -> Meaning | None:
    """
    il 12 marzo dello scorso anno       2023-03-12
    sabato della settimana scorsa       2024-03-09
    dell'8 maggio dell'anno passato     2023-05-08
    """
    if not isinstance(first, Fields) or first.lean is not None or not isinstance(second, Shift | Same):
        return None
    return Within(second, first)


@rule("nested", "DAYREF", "PERIODREF , DAYREF", lists=True)
def weekday_of_the_week(week: Meaning, day: Meaning) -> list[Meaning | None] | None:
    """A weekday set beside its week is that week's.

    la settimana prossima, mercoledì      2024-W12, 2024-03-20
    nella settimana scorsa, lunedì        2024-W10, 2024-03-04
    """
    of_week = isinstance(week, Shift) and week.unit == "week"
    bare = isinstance(day, Fields) and day.is_bare_weekday
    return [week, Within(week, day)] if of_week and bare and isinstance(day, Fields) else None


@rule("nested", "DAYREF", "DAYREF PERIODREF")
def feast_of_this_year(feast: Meaning, year: Meaning) -> Meaning | None:
    """
    Natale quest'anno             2024-12-25
    l'Epifania quest'anno         2024-01-06
    """
    of_feast = isinstance(feast, Fields) and feast.feast is not None and feast.lean is None
    return Within(year, feast) if of_feast and isinstance(feast, Fields) and year == Shift("year", 0) else None


@rule("nested", "PERIODREF", "PERIODREF DI PERIODREF|DATEAGO|SAMEREF")
def season_of_year(part: Meaning, year: Meaning) -> Meaning | None:
    """
    nell'estate dello scorso anno         2023-SU
    primo trimestre dell'anno scorso      2023-Q1
    nell'autunno di quell'anno            (2016) 2016-FA
    """
    of_year = isinstance(year, Shift | Same)
    return Within(year, part) if isinstance(part, Fields) and part.lean is None and of_year else None


@rule("nested", "DAYREF", "DAY DI PERIODREF", "DAY DI mese")
def day_of_month(day: int, month: Meaning | None = None) -> Meaning | None:
    """
    il 12 dello scorso mese        2024-02-12
    dell'8 del mese prossimo       2024-04-08
    il 30 del mese                 2024-03-30
    """
    if month is None:
        return DayOf(day, Shift("month", 0))
    return DayOf(day, month) if isinstance(month, Shift) and month.unit == "month" else None


@rule("atom", "DAYREF", "DAY corrente mese", "DAY DI corrente mese", "DAY c.m.", "DAY corrente", "DAY DI mese corrente")
def day_of_this_month(day: int, *_: str) -> Meaning:
    """
    il 5 corrente mese        2024-03-05
    dell'8 c.m.               2024-03-08
    """
    return DayOf(day, Shift("month", 0))


@rule("nested", "DAYREF", "DAYREF u.s.|us", "WEEKDAY ultimo SIDE", "DAYREF ultimo SIDE", "WEEKDAY u.s.")
def last_past(*values: Any) -> Meaning | None:
    """«Ultimo scorso».

    sabato u.s.                 2024-03-09
    dell'8 marzo u.s.           2024-03-08
    """
    first = values[0]
    return lean(Fields(weekday=first) if isinstance(first, int) else first, PAST)


@rule("atom", "DAYREF", "DAY u.s.", "DAY ultimo SIDE", "DAY scorso", "DAY prossimo venturo")
def day_number_beside(day: int, *sides: int) -> Meaning:
    """
    il 10 u.s.                     2024-03-10
    dell'8 ultimo scorso           2024-03-08
    il 5 scorso                    2024-03-05
    """
    return DayNumber(day, sides[-1] if sides else PAST)


@rule("atom", "DAYREF", "DAY p.v.", "DAY prossimo")
def day_number_coming(day: int, *_: int) -> Meaning:
    """
    il 30 prossimo      2024-03-30
    il 20 p.v.          2024-03-20
    dell'8 p.v.         2024-04-08
    """
    return DayNumber(day, FUTURE)


@rule("nested", "DAYREF", "DAYREF p.v.", "DAYREF SIDE SIDE")
def next_coming(meaning: Meaning, *_: int) -> Meaning | None:
    """«Prossimo venturo».

    lunedì p.v.               2024-03-18
    dell'8 aprile p.v.        2024-04-08
    """
    return lean(meaning, FUTURE)


@rule("nested", "DAYREF", "DAYREF c.a.", "DAYREF corrente anno", "DAYREF DI corrente anno")
def of_this_year(meaning: Meaning) -> Meaning | None:
    """«Corrente anno».

    12 maggio c.a.         2024-05-12
    dell'8 marzo c.a.      2024-03-08
    """
    return replace(meaning, lean="this") if isinstance(meaning, Fields) and meaning.lean is None else None
