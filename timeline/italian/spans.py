"""Ranges, lists and limits: «dal 3 al 5 maggio», «tra il 2019 e il 2021», «fino al 30 giugno», «entro il 2030»."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from timeline.dates.fields import Fields, ShortYear, WeekdayNumber
from timeline.dates.meaning import Absolute, Meaning
from timeline.dates.period import Point
from timeline.dates.stretches import Bounded, Every, Portion, Range
from timeline.italian.engine import PHRASES

rule = PHRASES.rule


def _day_like(day: int, other: Meaning) -> Meaning | None:
    """A bare day with the month (and year) of the date it stands beside."""
    if isinstance(other, Fields) and other.day is not None and 1 <= day <= 31:
        return replace(other, day=day, weekday=None)
    if isinstance(other, Absolute) and other.point.unit == "day" and 1 <= day <= 31:
        return Absolute(replace(other.point, day=day))
    return None


def _day_number(meaning: Meaning) -> int:
    return (
        (meaning.day or 0) if isinstance(meaning, Fields) else meaning.point.day if isinstance(meaning, Absolute) else 0
    )


@rule(
    "join",
    "PERIODREF",
    "DA DAY|N A DAYREF",
    "BETWEEN [ART] DAY|N AND [ART] DAYREF",
    "DAY DASH DAYREF",
    "DA primo A DAYREF",
)
def days_of_one_month(*values: Any) -> Meaning | None:
    """From day to day; the month is said once.

    dal 3 al 5 maggio              2024-05-03/2024-05-05
    dall'8 all'11 aprile 2025      2025-04-08/2025-04-11
    tra il 3 e il 5 maggio 2024    2024-05-03/2024-05-05
    """
    day, end = values if len(values) == 2 else (1, values[0])
    begin = _day_like(day, end)
    if begin is None or day >= _day_number(end):
        return None
    return Range(begin, end)


@rule("atom", "PERIODREF", "[DA|A|DI|IN|ART] DAYS MONTH [DI] [YEAR]", "DAY DASH DAY MONTH [YEAR]")
def joined_days(*values: Any) -> Meaning | None:
    """Two days joined by a dash or a stroke.

    3-5 maggio        2024-05-03/2024-05-05
    il 12-13 marzo    2024-03-12/2024-03-13
    del 3-5 maggio    2024-05-03/2024-05-05
    """
    (first, last), rest = (values[0], values[1:]) if isinstance(values[0], tuple) else (values[:2], values[2:])
    if first >= last:
        return None
    if len(rest) == 2:
        month, year = rest
        return Range(Absolute(Point("day", year, month, first)), Absolute(Point("day", year, month, last)))
    return Range(Fields(month=rest[0], day=first), Fields(month=rest[0], day=last))


@rule(
    "join",
    "PERIODREF",
    "DA WHEN A WHEN",
    "DA WHEN sino|fino A WHEN",
    "DAYREF DASH DAYREF",
    "MONTHREF DASH MONTHREF",
    "DA WHEN , A WHEN",
)
def from_to(begin: Meaning, end: Meaning) -> Meaning | None:
    """
    dal 28 dicembre 2024 al 3 gennaio 2025     2024-12-28/2025-01-03
    da giugno ad agosto 2024                   2024-06/2024-08
    dall'ottobre 2020 al 2022                  2020-10/2022
    dal 2019 al 2021                           2019/2021
    """
    return Range(_with_year_of(begin, end), end)


@rule("join", "SETREF", "dal|dalla DAYREF A DAYREF", "dalla DAYREF A DAYREF")
def weekday_to_weekday(begin: Meaning, end: Meaning) -> Meaning | None:
    """«Dal lunedì al venerdì» comes round; with a definite end it is a stretch of days.

    dal lunedì al venerdì       XXXX-WXX-1/XXXX-WXX-5
    dalla domenica al martedì   XXXX-WXX-7/XXXX-WXX-2
    """
    if not (isinstance(begin, Fields) and isinstance(end, Fields) and begin.is_weekly and end.is_weekly):
        return None
    if begin.lean is not None or end.lean is not None:
        return None
    return Every(f"XXXX-WXX-{(begin.weekday or 0) + 1}/XXXX-WXX-{(end.weekday or 0) + 1}")


def _is_weekly(meaning: Meaning) -> bool:
    return isinstance(meaning, Fields) and meaning.is_weekly


def _with_year_of(begin: Meaning, end: Meaning) -> Meaning:
    """«Da giugno ad agosto 2024»: the year said at the end counts for both, if the months are in order."""
    if not (isinstance(begin, Fields) and isinstance(end, Absolute) and begin.month):
        return begin
    if end.point.unit not in ("day", "month") or begin.leans is False:
        return begin
    year = (
        end.point.year if (begin.month, begin.day or 0) <= (end.point.part, end.point.day or 31) else end.point.year - 1
    )
    return replace(begin, year=year)


@rule("join", "PERIODREF", "BETWEEN [ART] WHEN AND [ART] WHEN", "BETWEEN ART PORTION DI WHEN AND ART PORTION DI WHEN")
def between(*values: Any) -> Meaning | None:
    """Between two dates: all of it, or once within.

    tra il 2019 e il 2021               2019/2021
    fra aprile e maggio                 2024-04/2024-05
    tra l'8 marzo e il 3 aprile 2025    2025-03-08/2025-04-03
    """
    begin, end = [v for v in values if not isinstance(v, str)]
    return Range(_with_year_of(begin, end), end, once=True)


@rule(
    "atom",
    "PERIODREF",
    "periodo|campionato|anni YEARS",
    "anno scolastico|accademico|sportivo|pastorale YEARS",
    "YEARS",
    "LONG YEARS",
    "stagione sportiva YEARS",
    "stagione YEARS",
    "UNIT YEARS",
)
def two_years(*values: Any) -> Meaning | None:
    """A stretch of years.

    nel biennio 2019-2020             2019/2020
    nella stagione 2023/24            2023/2024
    dell'anno scolastico 2022/2023    2022/2023
    """
    first, last = next(v for v in values if isinstance(v, tuple))
    return Range(Absolute(Point("year", first)), Absolute(Point("year", last)))


@rule("join", "PERIODREF", "YEARREF DASH YEARREF", "MONTHREF AND MONTHREF YEARREF")
def year_to_year(*values: Any) -> Meaning | None:
    """Years or months with a dash between blanks.

    2019 - 2021        2019/2021
    nel 2014 – 2016    2014/2016
    """
    if any(isinstance(v, Absolute) and v.point.year < 1900 for v in values):
        return None
    return Range(values[0], values[-1])


@rule("join", "DAYREF", "DAYS [,] CLOCKREF", lists=True)
def day_slash_month_with_clock(pair: tuple[int, int], clock: Meaning) -> list[Meaning | None] | None:
    """A clock time makes a day and month of two numbers with a stroke.

    25/4 alle 16:00    2024-04-25, 2024-04-25T16:00
    25/4 dalle 9:30    2024-04-25, 2024-04-25T09:30
    """
    return [Fields(month=pair[1], day=pair[0]), clock] if pair[1] <= 12 else None


@rule(
    "join",
    "DAYREF",
    "DAY|N AND|OR [ART] DAYREF",
    "DAY|N , [ART] DAYREF",
    "DAY|N , DAY|N AND [ART] DAYREF",
    "DAY|N AND A|DI|DA|IN DAYREF",
    *(f"DAY , [ART] DAY {', [ART] DAY ' * more}AND [ART] DAYREF" for more in range(7)),
    *(f"DAY {', A|DI|DA|IN DAY ' * more}AND A|DI|DA|IN DAYREF" for more in range(1, 4)),
    lists=True,
)
def list_of_days(*values: Any) -> list[Meaning | None] | None:
    """Days said with one month: each is an expression of its own.

    il 12 e il 13 marzo 2023    2023-03-12, 2023-03-13
    l'8 e 9 maggio 2024         2024-05-08, 2024-05-09
    il 3, l'8, il 15 e il 20 maggio 2024    2024-05-03, 2024-05-08, 2024-05-15, 2024-05-20
    """
    *days, last = values
    found = [_day_like(day, last) for day in days]
    if any(f is None for f in found) or any(d == _day_number(last) for d in days):
        return None
    return [*found, last]


@rule("clock", "DAYRANGE", "DA DAY A DAY")
def bare_range(first: int, last: int) -> tuple[int, int] | None:
    """«Dal 3 al 5», where the month is said with what follows (see `ranges_of_one_month`).

    dal 3 al 5 e dal 10 al 12 maggio    2024-05-03/2024-05-05, 2024-05-10/2024-05-12
    dal 3 al 5 e il 9 maggio            2024-05-03/2024-05-05, 2024-05-09
    """
    return (first, last) if first < last else None


@rule(
    "bound",
    "PERIODREF",
    "DAYRANGE [,] AND PERIODREF",
    "DAYRANGE , PERIODREF",
    "DAYRANGE [,] AND [ART] DAYREF|LIST",
    "DAYRANGE , DAYRANGE AND PERIODREF",
    lists=True,
)
def ranges_of_one_month(*values: Any) -> list[Any] | None:
    """Stretches of days whose month is said once, at the end.

    dal 3 al 5 e dal 10 al 12 maggio      2024-05-03/2024-05-05, 2024-05-10/2024-05-12
    dall'8 all'11 e dal 15 al 18 aprile   2024-04-08/2024-04-11, 2024-04-15/2024-04-18
    dal 3 al 5 e il 9 e il 10 maggio      2024-05-03/2024-05-05, 2024-05-09, 2024-05-10
    """
    *ranges, last = values
    following = last[0].meaning if isinstance(last, list) else last.begin if isinstance(last, Range) else last
    begins, ends = [_day_like(a, following) for a, _ in ranges], [_day_like(b, following) for _, b in ranges]
    if None in begins or None in ends or ranges[-1][1] >= _day_number(following):
        return None
    return [*(Range(a, b) for a, b in zip(begins, ends, strict=True) if a and b), last]


@rule("join", "DAYREF", "DAYREF AND|OR|, [ART|A|DI] DAYREF", "DAYREF , DAYREF AND [ART] DAYREF", lists=True)
def list_of_weekday_numbers(*values: Any) -> list[Meaning | None] | None:
    """«Domenica 3 e lunedì 4 aprile»: the month said last counts for all.

    domenica 3 e lunedì 4 marzo 2024         2024-03-03, 2024-03-04
    dal sabato 9 e domenica 10 marzo 2024    2024-03-09, 2024-03-10
    """
    *first, last = values
    if not all(isinstance(v, WeekdayNumber) for v in first):
        return None
    days = [_day_like(v.day, last) for v in first]
    return [*days, last] if all(days) else None


@rule("join", "MONTHREF", "MONTHREF AND|OR MONTHREF", "MONTHREF , MONTHREF AND MONTHREF", lists=True)
def list_of_months(*values: Any) -> list[Meaning | None] | None:
    """Months said with one year: each is an expression of its own.

    a maggio e giugno 2024       2024-05, 2024-06
    nell'aprile o maggio 2022    2022-04, 2022-05
    """
    *months, last = values
    return [*(_with_year_of(m, last) for m in months), last]


@rule("join", "PARTREF", "PARTREF AND DAYREF", lists=True)
def evenings(part: Any, day: Meaning) -> list[Meaning | None] | None:
    """«Nelle serate di venerdì e sabato»: the part of the day counts for both.

    nelle serate di venerdì e sabato      2024-03-08TEV, 2024-03-09TEV
    nei pomeriggi di sabato e domenica    2024-03-09TAF, 2024-03-10TAF
    """
    if getattr(part, "of", None) is None or not _is_weekly(part.of) or not _is_weekly(day):
        return None
    return [part, replace(part, of=day)]


# --- limits


@rule("bound", "PERIODREF", "DA WHEN", "DA WHEN in poi|avanti", "DA ormai WHEN", "DA WHEN A oggi")
def since(start: Meaning) -> Meaning | None:
    """A state that goes on, where the date is coarse; from a day, what begins on it.

    dal 2014            2014 START
    da settembre        2023-09 START
    dall'8 aprile       2024-04-08 START
    """
    coarse = isinstance(start, ShortYear) or (
        isinstance(start, Absolute) and start.point.unit in ("year", "decade", "century")
    )
    return Bounded("since" if coarse else "from", start)


@rule("bound", "PERIODREF", "A partire|decorrere|cominciare|iniziare DA WHEN", "partire|cominciare DA WHEN")
def starting(start: Meaning) -> Meaning:
    """What begins on a date.

    a partire da lunedì          2024-03-11 START
    a decorrere dall'8 maggio    2024-05-08 START
    """
    return Bounded("from", start)


@rule(
    "bound", "PERIODREF", "fino|sino A|IN|all'|al WHEN", "fino|sino WHEN", "fino|sino A ART WHEN", "fino|sino A DI WHEN"
)
def until(end: Meaning) -> Meaning | None:
    """
    fino al 30 giugno 2025       2025-06-30 END
    fino all'8 maggio            2024-05-08 END
    """
    return Bounded("until", end)


@rule(
    "bound",
    "PERIODREF",
    "entro [ART] WHEN",
    "entro e non oltre [ART] WHEN",
    "prima DI WHEN",
    "non oltre ART WHEN",
    "entro A|DI WHEN",
    "entro ART PORTION DI WHEN",
)
def by(*values: Any) -> Meaning:
    """
    entro il 2030               2030 BEFORE
    prima dell'8 maggio 2025    2025-05-08 BEFORE
    entro venerdì               2024-03-15 BEFORE
    """
    return Bounded("by", values[-1])


@rule("bound", "PERIODREF", "dopo [ART] WHEN", "non prima DI WHEN", "oltre ART WHEN")
def after(start: Meaning) -> Meaning:
    """
    dopo il 2030                 2030 AFTER
    dopo l'8 maggio 2025         2025-05-08 AFTER
    """
    return Bounded("after", start)


@rule(
    "bound",
    "PERIODREF",
    "AROUND A WHEN",
    "verso [ART] WHEN",
    "circa WHEN",
    "WHEN circa",
    "verso ART WHEN",
    "AROUND ART WHEN",
    "verso ART PORTION DI WHEN",
)
def around_date(*values: Any) -> Meaning:
    """
    intorno al 2014            2014 APPROX
    verso l'8 maggio 2025      2025-05-08 APPROX
    """
    whole = values[-1]
    return Portion(values[0], whole) if isinstance(values[0], str) else Bounded("about", whole)
