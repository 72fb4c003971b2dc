"""Calendar dates: days, months, years, decades, centuries, seasons, quarters."""

from __future__ import annotations

from typing import Any

from timeline.dates.fields import Fields, ShortYear, WeekdayNumber
from timeline.dates.meaning import Absolute, Meaning
from timeline.dates.period import Point
from timeline.dates.stretches import Portion, Range
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


@rule("atom", "YEARREF", "YEAR a.c.", "N a.c.")
def before_christ(number: int) -> Meaning:
    """EDTF counts a year 0, so 44 a.C. is -0043.

    nel 44 a.C.        BC0044
    dell'804 a.C.      BC0804
    """
    return Absolute(Point("year", 1 - number))


@rule("atom", "YEARREF", "YEAR d.c.", "N d.c.")
def after_christ(number: int) -> Meaning | None:
    """
    nel 1054 d.C.     1054
    dell'804 d.C.     0804
    """
    return Absolute(Point("year", number)) if 1 <= number < 2200 else None


@rule("atom", "PERIODREF", "anni DECADE", "anni YY'", "anni YY")
def decade(tens: int) -> Meaning | None:
    """Decades of the Novecento, unless the text says otherwise.

    negli anni Novanta    199
    degli anni '80        198
    """
    return Absolute(Point("decade", 1900 + tens)) if tens % 10 == 0 else None


@rule("join", "PERIODREF", "PERIODREF AND|DASH|, [ART] DECADE|YEARREF", lists=True)
def another_decade(decade: Meaning, other: int | Meaning) -> list[Meaning] | None:
    """«Anni» said once counts for both.

    negli anni Sessanta e Settanta    196, 197
    degli anni '70 e '80              197, 198
    """
    second = _second_decade(decade, other)
    return [decade, second] if second else None


@rule("join", "PERIODREF", "BETWEEN [ART] PERIODREF AND [ART] DECADE|YEARREF", "DA PERIODREF [A] DECADE|YEARREF")
def decade_to_decade(begin: Meaning, other: int | Meaning) -> Meaning | None:
    """
    tra gli anni Ottanta e Novanta    198/199
    dagli anni '50 ai '70             195/197
    """
    end = _second_decade(begin, other)
    return Range(begin, end) if end else None


def _second_decade(first: Meaning, other: int | Meaning) -> Absolute | None:
    """The decade that «Settanta» or «'70» is after another decade; a year in full is a year."""
    if not (isinstance(first, Absolute) and first.point.unit == "decade"):
        return None
    if isinstance(other, int):
        return Absolute(Point("decade", first.point.year // 100 * 100 + other))
    tens = other.point.year if isinstance(other, Absolute) else 0
    return Absolute(Point("decade", tens)) if 1910 <= tens <= 1990 and tens % 10 == 0 else None


@rule("atom", "PERIODREF", "ORDINAL decennio DI CENTURY", "ultimo decennio DI CENTURY")
def decade_counted(*values: int) -> Meaning:
    """
    nel primo decennio del Novecento       190
    dell'ultimo decennio dell'Ottocento    189
    """
    nth = values[0] if len(values) == 2 else 10
    return Absolute(Point("decade", values[-1] + 10 * (nth - 1)))


@rule("atom", "PERIODREF", "anni DECADE|YY|YY' DI CENTURY", "anni DECADE DI secolo SIDE")
def decade_of_century(tens: int, century: int) -> Meaning | None:
    """«Gli anni Venti» of another century.

    gli anni Venti del Novecento        192
    degli anni Trenta dell'Ottocento    183
    """
    base = 1900 if century in (-1, 1) else century
    return Absolute(Point("decade", base + tens)) if tens % 10 == 0 else None


@rule("atom", "PERIODREF", "anni CENTURY", "anni YEAR")
def years_of_2000(number: int) -> Meaning | None:
    """«Gli anni Duemila» are the first decade of the century.

    negli anni Duemila    200
    degli anni 2000       200
    """
    return Absolute(Point("decade", number)) if number % 10 == 0 and number >= 1900 else None


@rule("atom", "PERIODREF", "primi|primissimi anni DECADE|YY'|YY|CENTURY", "prima metà|parte DI anni DECADE|YY'|YY")
def first_of_decade(tens: int) -> Meaning | None:
    """
    nei primi anni Duemila              200 START
    dei primi anni Novanta              199 START
    nella prima metà degli anni Venti   192 START
    """
    return _portion_of_decade("START", tens)


@rule("atom", "PERIODREF", "ultimi anni DECADE|YY'|YY", "seconda metà|parte DI anni DECADE|YY'|YY")
def last_of_decade(tens: int) -> Meaning | None:
    """
    negli ultimi anni Novanta              199 END
    nella seconda metà degli anni Ottanta  198 END
    """
    return _portion_of_decade("END", tens)


@rule("atom", "PERIODREF", "PORTION [DI] anni DECADE|YY'|YY|CENTURY")
def portion_of_decade(portion: str, tens: int) -> Meaning | None:
    """
    a fine anni Settanta          197 END
    all'inizio degli anni '80     198 START
    """
    return _portion_of_decade(portion, tens)


def _portion_of_decade(portion: str, tens: int) -> Meaning | None:
    if tens % 10:
        return None
    return Portion(portion, Absolute(Point("decade", tens if tens >= 1900 else 1900 + tens)))


@rule("atom", "CENTURYREF", "CENTURY")
def century_name(number: int) -> Meaning | None:
    """«Il Novecento» is the years 19XX; without an article it is a number (see `century_with_article`).

    nel Seicento      16
    dell'Ottocento    18
    """
    return Absolute(Point("century", number)) if number < 2000 else None


@rule("part", "PERIODREF", "PORTION CENTURYREF")
def portion_of_century(portion: str, century: Meaning) -> Meaning:
    """
    a fine Ottocento           18 END
    dall'inizio Novecento      19 START
    """
    return Portion(portion, century)


@rule("relative", "PERIODREF", "DA CENTURYREF A CENTURYREF")
def century_to_century(begin: Meaning, end: Meaning) -> Meaning:
    """
    dal Seicento al Novecento       16/19
    dal Duecento all'Ottocento      12/18
    """
    return Range(begin, end)


@rule("relative", "PERIODREF", "IN|DI|DA|ART CENTURYREF", "IN|DI|DA|ART primo|tardo|pieno CENTURYREF")
def century_with_article(*values: Any) -> Meaning:
    """
    nel Novecento            19
    dell'Ottocento           18
    """
    return values[-1]  # type: ignore[no-any-return]


@rule("atom", "PERIODREF", "ROMAN secolo", "secolo ROMAN", "ORDINAL secolo")
def century(*values: Any) -> Meaning | None:
    """
    nel XX secolo          19
    dell'VIII secolo       07
    """
    number = next(v for v in values if isinstance(v, int))
    return _century(number) if number > 1 else None


@rule(
    "atom",
    "PERIODREF",
    "BETWEEN [ART] ROMAN AND [ART] ROMAN secolo",
    "DA ROMAN A ROMAN secolo",
    "ROMAN AND|DASH [ART] ROMAN secolo",
    "[BETWEEN] [ART] secoli ROMAN AND|DASH [ART] ROMAN",
)
def centuries(first: int, last: int) -> Meaning | None:
    """
    tra il XII e il XIV secolo      11/13
    nei secoli XVI e XVII           15/16
    dall'XI al XV secolo            10/14
    """
    return Range(_century(first), _century(last)) if 1 < first < last else None


def _century(number: int) -> Meaning:
    return Absolute(Point("century", (number - 1) * 100))


@rule(
    "atom",
    "PERIODREF",
    "ROMAN secolo a.c.",
    "secolo ROMAN a.c.",
    "ORDINAL secolo a.c.",
    "ROMAN AND|DASH [ART] ROMAN secolo a.c.",
    "BETWEEN [ART] ROMAN AND [ART] ROMAN secolo a.c.",
    "DA ROMAN A ROMAN secolo a.c.",
)
def century_before_christ(*values: Any) -> Meaning:
    """Of two, the first that is said.

    nel V secolo a.C.          BC0500
    dell'VIII secolo a.C.      BC0800
    """
    number = next(v for v in values if isinstance(v, int))
    return Absolute(Point("century", 1 - number * 100))


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
