"""Calendar dates: days, months, years, decades, centuries, seasons, quarters."""

from __future__ import annotations

from typing import Any

from timeline.dates.fields import Fields, ShortYear, WeekdayNumber
from timeline.dates.meaning import Absolute, Meaning
from timeline.dates.period import Point
from timeline.italian.engine import PHRASES

rule = PHRASES.rule
Ymd = tuple[int, int, int]


@rule("atom", "DAYREF", "DATE", "[WEEKDAY|WDABBR] [,] DATE", "giorno DATE")
def written_in_digits(*values: Any) -> Meaning | None:
    """Day, month and year in digits, day first as Italy writes it, or ISO.

    12.03.2024       2024-03-12
    07/11/23         2023-11-07
    2024-03-12       2024-03-12
    dell'8/5/2021    2021-05-08
    """
    year, month, day = values[-1]
    return _full_date(year, month, day)


def _full_date(year: int, month: int, day: int) -> Meaning | None:
    return Absolute(Point("day", year, month, day)) if 1 <= day <= 31 else None


@rule("atom", "DAYREF", "[giorno|giornata] DAY|N MONTH|MABBR [DI|DASH|,] YEAR|YEAR'")
def day_month_year(day: int, month: int, year: int) -> Meaning | None:
    """A whole date in words.

    3 maggio 2024             2024-05-03
    l'8 aprile del 2023       2023-04-08
    3 mag. 2024               2024-05-03
    due giugno 1946           1946-06-02
    12 marzo '77              1977-03-12
    """
    return _full_date(year, month, day) if 1 <= day <= 31 else None


@rule("atom", "DAYREF", "primo MONTH [DI] YEAR|YEAR'")
def first_of_month_year(month: int, year: int) -> Meaning | None:
    """«Primo» is the first of a month.

    primo maggio 2024        2024-05-01
    del primo aprile 2023    2023-04-01
    """
    return _full_date(year, month, 1)


@rule("atom", "DAYREF", "DAY MABBR")
def day_and_short_month(day: int, month: int) -> Meaning | None:
    """As agencies open their news: «ROMA, 12 MAR -».

    12 mar     2024-03-12
    8 FEB      2024-02-08
    """
    return Fields(month=month, day=day) if 1 <= day <= 31 else None


@rule("atom", "DAYREF", "[giorno|giornata] DAY|N [DI] MONTH")
def day_month(day: int, month: int) -> Meaning | None:
    """A day without its year: the nearest on the side that tense names.

    12 marzo        2024-03-12
    1º maggio       2024-05-01
    all'8 aprile    2024-04-08
    """
    return Fields(month=month, day=day) if 1 <= day <= 31 else None


@rule("atom", "DAYREF", "il|del|dal|al|sul|dell'|all'|dall'|l' DAYS")
def day_slash_month(pair: tuple[int, int]) -> Meaning | None:
    """After an article, two numbers with a stroke are a day and its month.

    il 22/04    2024-04-22
    dell'8/3    2024-03-08
    """
    day, month = pair
    return Fields(month=month, day=day) if month <= 12 else None


@rule("atom", "DAYREF", "MONTH N , YEAR", "MONTH N YEAR")
def month_first(month: int, day: int, year: int) -> Meaning:
    """As English writes it; found in translations.

    agosto 10, 2012          2012-08-10
    nell'agosto 10, 2012     2012-08-10
    """
    return Absolute(Point("day", year, month, day))


@rule("atom", "DAYREF", "primo MONTH")
def first_of_month(month: int) -> Meaning:
    """The first of a month, its year left to tense.

    primo marzo        2024-03-01
    del primo marzo    2024-03-01
    """
    return Fields(month=month, day=1)


@rule(
    "atom",
    "DAYREF",
    "WEEKDAY|WDABBR [,] [ART] DAY|N MONTH|MABBR",
    "giornata DI WEEKDAY DAY MONTH",
    "WEEKDAY [,] [ART] primo MONTH",
)
def weekday_day_month(weekday: int, *rest: int) -> Meaning | None:
    """The weekday helps to find the year.

    mercoledì 12 marzo                    2025-03-12
    nella giornata di martedì 12 marzo    2024-03-12
    lunedì primo aprile                   2024-04-01
    """
    day, month = rest if len(rest) == 2 else (1, rest[0])
    return Fields(weekday=weekday, month=month, day=day) if 1 <= day <= 31 else None


@rule(
    "atom",
    "DAYREF",
    "WEEKDAY|WDABBR [,] [ART] DAY|N MONTH|MABBR [DI|,] YEAR",
    "giornata DI WEEKDAY DAY MONTH YEAR",
    "WEEKDAY [,] [ART] primo MONTH [DI] YEAR",
)
def weekday_full_date(_weekday: int, *rest: int) -> Meaning | None:
    """The weekday of a whole date adds nothing: the numbers are what counts.

    mercoledì 12 marzo 2025                    2025-03-12
    di lunedì, 1 aprile 2024                   2024-04-01
    nella giornata di martedì 12 marzo 2024    2024-03-12
    """
    day, month, year = rest if len(rest) == 3 else (1, *rest)
    return _full_date(year, month, day) if 1 <= day <= 31 else None


@rule("atom", "DAYREF", "WEEKDAY DAY", "giornata DI WEEKDAY DAY")
def weekday_number(weekday: int, day: int) -> Meaning:
    """
    sabato 9               2024-03-09
    nella giornata di lunedì 11    2024-03-11
    """
    return WeekdayNumber(weekday, day)


@rule("atom", "MONTHREF", "[mese DI] MONTH", "mese MONTH")
def month(number: int) -> Meaning:
    """A month without its year.

    ad agosto            2023-08
    nel mese di marzo    2024-03
    nell'agosto          2023-08
    """
    return Fields(month=number)


@rule("atom", "MONTHREF", "[mese DI] MONTH|MABBR [DI] YEAR|YEAR'", "MONTH / YEAR")
def month_year(month: int, year: int) -> Meaning:
    """
    ottobre 2024                2024-10
    nell'ottobre del 2024       2024-10
    """
    return Absolute(Point("month", year, month))


@rule("atom", "DAYREF", "WEEKDAY", "WEEKDAY stesso")
def weekday(number: int) -> Meaning:
    """A bare weekday counts today.

    mercoledì     2024-03-13
    nella domenica    2024-03-10
    """
    return Fields(weekday=number)


@rule("atom", "DAYREF", "giornata DI WEEKDAY", "giorno DI WEEKDAY")
def day_of_weekday(number: int) -> Meaning:
    """One day, never what comes round.

    la giornata di sabato         2024-03-09
    nella giornata di domenica    2024-03-10
    """
    return Fields(weekday=number, once=True)


@rule("atom", "YEARREF", "YEAR", "[ART|IN|DI] anno YEAR", "anno DI grazia YEAR")
def year(number: int) -> Meaning:
    """A year on its own.

    nel 2019          2019
    dell'anno 2019    2019
    """
    return Absolute(Point("year", number))


@rule("atom", "YEARREF", "del'|nel'|dal' YY")
def stuck_year(number: int) -> Meaning:
    """An apostrophe stuck to the wrong word.

    del'92         1992
    nel'85         1985
    """
    return Absolute(Point("year", 1900 + number if number >= 40 else 2000 + number))


@rule("atom", "YEARREF", "YEAR'", "IN|DI|DA|A|ART YEAR'")
def short_year(number: int) -> Meaning:
    """An apostrophe for the century.

    nel '68    1968
    del '21    2021
    """
    return ShortYear(number) if number >= 2000 else Absolute(Point("year", number))


@rule("atom", "YEARREF", "nell'|dell'|dall'|all'|l' YY")
def elided_year(number: int) -> Meaning | None:
    """Two digits after an elided article are a year («l'85»); eight and eleven would be days or hours.

    nell'85    1985
    dell'87    1987
    """
    return Absolute(Point("year", 1900 + number)) if 80 <= number <= 89 else None


@rule("atom", "PERIODREF", "SEASON", "stagione SEASONAL")
def season(*values: Any) -> Meaning:
    """A season without its year.

    in estate       2024-SU
    nell'autunno    2023-FA
    """
    return Fields(season=values[-1])


@rule("atom", "PERIODREF", "SEASON [DI] YEAR|YEAR'", "stagione SEASONAL [DI] YEAR")
def season_year(*values: int) -> Meaning:
    """Winter is named after the year it begins in.

    estate 2022            2022-SU
    nell'autunno del 2018  2018-FA
    """
    season, year = values[-2:]
    return Absolute(Point("season", year, season))


@rule("atom", "PERIODREF", "SEASON [DI] YEARS", "inverno YEARS", "SEASON BETWEEN [ART] YEAR AND [ART] YEAR")
def winter_of_two_years(*values: Any) -> Meaning | None:
    """
    inverno 2020-21            2020-WI
    nell'inverno tra il 1944 e il 1945    1944-WI
    dell'inverno 2023/24       2023-WI
    """
    first, last = values[-1] if isinstance(values[-1], tuple) else values[-2:]
    return Absolute(Point("season", first, 4)) if last == first + 1 else None


@rule("atom", "PERIODREF", "ORDINAL|ROMAN|NTH CALUNIT")
def part_of_year(number: int, unit: str) -> Meaning | None:
    """A quarter or a half of the year.

    nel terzo trimestre    2023-Q3
    del primo semestre     2024-H1
    """
    if unit == "quarter" and number <= 4:
        return Fields(quarter=number)
    return Fields(semester=number) if unit == "semester" and number <= 2 else None


@rule("atom", "PERIODREF", "ORDINAL|ROMAN|NTH CALUNIT [DI] YEAR")
def part_of_named_year(number: int, unit: str, year: int) -> Meaning | None:
    """A quarter or a half of a year that is named.

    primo trimestre 2024             2024-Q1
    nel secondo semestre del 2023    2023-H2
    """
    if unit == "quarter" and number <= 4:
        return Absolute(Point("quarter", year, number))
    return Absolute(Point("semester", year, number)) if unit == "semester" and number <= 2 else None


@rule(
    "atom", "WEEKREF", "weekend", "week end", "week DASH end", "fine settimana", "finesettimana", "fine DASH settimana"
)
def weekend() -> Meaning:
    """Saturday and Sunday.

    nel weekend           2024-W10-WE
    del fine settimana    2024-W10-WE
    """
    return Fields(weekend=True)
