"""Single dates as editors type them.

partial = [article] ["circa"] sharp ["circa"] ["(data incerta)"]
sharp   = digits | day | month | year | season | part | decade | century
digits  = 26/04/2025 | 26.4.2025 | 2025-04-26 | 04/2025
day     = [weekday] (number | "primo") ["°"] [month [["del"] year]]
month   = name [["del"] year]
year    = number [era]
"""

from __future__ import annotations

from dataclasses import replace

from timeline.italian.prose_names import MONTHS, WEEKDAYS
from timeline.italian.prose_partial import (
    ARTICLES,
    OF,
    Partial,
    accept_about,
    accept_era,
    accept_uncertain,
    accept_year_of,
    two_digit_year,
)
from timeline.italian.prose_tokens import DateError, Reader
from timeline.italian.prose_units import read_century, read_decade, read_part, read_season

_MONTH_OF = (
    {name: n for n, name in enumerate(MONTHS, 1)} | {name[:3]: n for n, name in enumerate(MONTHS, 1)} | {"sett": 9}
)
_WEEKDAY_OF = (
    {name: n for n, name in enumerate(WEEKDAYS)}
    | {name[:-1] + "i'": n for n, name in enumerate(WEEKDAYS[:5])}
    | {name[:-1] + "i": n for n, name in enumerate(WEEKDAYS[:5])}
    | {name[:3]: n for n, name in enumerate(WEEKDAYS)}
)
_FILLERS = ("anno", "mese", "giorno", "data", "giornata")


def read_partial(reader: Reader) -> Partial | None:
    """The date at the cursor, stepped over; None, and no step, where none stands there."""
    start = reader.at
    about = accept_about(reader)
    _skip_articles(reader)
    partial = _read_sharp(reader)
    if partial is None:
        reader.at = start
        return None
    about = bool(reader.accept("circa", "ca", "~")) or about
    both = bool(reader.accept("%"))
    uncertain = accept_uncertain(reader) or both
    return replace(partial, approximate=about or both, uncertain=uncertain)


def _skip_articles(reader: Reader) -> None:
    """«il», «nel», «nell'anno», «il giorno», «nel mese di»."""
    reader.accept(*ARTICLES)
    if reader.peek() in _FILLERS and reader.peek(1) not in ("scolastico", "accademico"):
        reader.at += 1
        reader.accept(*OF)
        reader.accept(*ARTICLES)


def _read_sharp(reader: Reader) -> Partial | None:
    return (
        read_part(reader)
        or read_decade(reader)
        or read_century(reader)
        or _read_digits(reader)
        or _read_day(reader)
        or _read_month(reader)
        or read_season(reader)
        or _read_year(reader)
    )


def _read_digits(reader: Reader) -> Partial | None:
    """26/04/2025, 26.4.2025, 26-04-2025, 2025-04-26, 04/2025."""
    first, sign, second = reader.peek(), reader.peek(1), reader.peek(2)
    if not first.isdecimal() or sign not in ("/", ".", "-") or not second.isdecimal():
        return None
    third = reader.peek(4) if reader.peek(3) == sign else ""
    if not third.isdecimal():
        if sign == "/" and len(first) <= 2 and len(second) == 4 and 1 <= int(first) <= 12:
            reader.at += 3
            return Partial("month", int(second), "", int(first))
        return None
    if len(first) == 4 and len(second) <= 2 and len(third) <= 2:
        return _year_first(reader, first, sign, second, third)
    if len(first) > 2 or len(second) > 2:
        return None
    if len(third) != 4:
        raise DateError(
            f"la data «{reader.text.strip()}» è ambigua: l’anno ha due cifre",
            f"scrivi l’anno con quattro cifre, per esempio {int(first):02}/{int(second):02}/20{third[-2:]:0>2}",
        )
    if int(second) > 12 >= int(first):
        raise DateError(
            f"la data «{reader.text.strip()}» non esiste: il mese {second} non c’è",
            f"scrivi prima il giorno e poi il mese: {int(second):02}/{int(first):02}/{third}",
        )
    reader.at += 5
    return Partial("day", int(third), "", int(second), int(first))


def _year_first(reader: Reader, year: str, sign: str, month: str, day: str) -> Partial:
    if sign != "-" or len(month) != 2 or len(day) != 2:
        raise DateError(f"la data «{reader.text.strip()}» non si legge", f"scrivi {year}-{int(month):02}-{int(day):02}")
    reader.at += 5
    return Partial("day", int(year), "", int(month), int(day))


def _read_day(reader: Reader) -> Partial | None:
    """day = [weekday] (number | "primo") ["°"] [month [["del"] year]]; a number without a month is left as it is."""
    start = reader.at
    weekday = _accept_weekday(reader)
    if weekday is not None:
        reader.accept(",")
        reader.accept("il", "l'")
        digits = _read_digits(reader)
        if digits and digits.unit == "day":
            return replace(digits, weekday=weekday)
    first = bool(reader.accept("primo"))
    day = 1 if first else reader.number(digits=2)
    marked = bool(reader.accept("°")) or first
    if day < 0:
        if weekday is not None:
            return Partial("weekday", weekday=weekday)
        reader.at = start
        return None
    reader.accept_row("di")
    month = reader.look_up(_MONTH_OF)
    if month is None:
        if weekday is None and not marked:
            reader.at = start
            return None
        return Partial("day", day=day, weekday=weekday)
    year, era = accept_year_of(reader)
    return Partial("day", year, era, month, day, weekday)


def _accept_weekday(reader: Reader) -> int | None:
    """A weekday; an abbreviation only before a number («mar» may be March)."""
    word = reader.peek()
    ahead = reader.peek(2) if reader.peek(1) == "." else reader.peek(1)
    if len(word) <= 3 and not (ahead.isdecimal() and len(ahead) <= 2):
        return None
    return reader.look_up(_WEEKDAY_OF)


def _read_month(reader: Reader) -> Partial | None:
    month = reader.look_up(_MONTH_OF)
    if month is None:
        return None
    return Partial("month", *accept_year_of(reader), part=month)


def _read_year(reader: Reader) -> Partial | None:
    """year = number [era]; without an era a bare number, which may turn out to be a day."""
    if reader.accept("'"):
        raise two_digit_year(reader.text)
    year = reader.number()
    if year < 0:
        return None
    era = accept_era(reader)
    if not era:
        reader.accept("°")
    return Partial("year" if era else "number", year, era)
