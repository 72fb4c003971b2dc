"""Single dates as editors type them: what is said (`Partial`), and what the dates around it add (`complete`).

partial = [article] sharp ["circa"] ["(data incerta)"]
sharp   = digits | [weekday] day | month | season | part | decade | century | year
digits  = 26/04/2025 | 26.4.2025 | 2025-04-26 | 04/2025
day     = (number | "primo") ["°"] [month [["del"] year]]
part    = ("primo" | 1 "°" | roman) ("trimestre" | "semestre") ["del"] year
decade  = "anni" ("novanta" | "'" 90 | 1990) ["del" century] | "primo decennio del" century
century = "ottocento" | roman "secolo" [era]
year    = number [era]
"""

from __future__ import annotations

import calendar
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from timeline.dates.period import Point, Unit
from timeline.italian.prose_names import CENTURIES, DECADES, DUEMILA, MONTHS, ORDINALS, ROMAN, SEASONS, WEEKDAYS
from timeline.italian.prose_nouns import FIRST_WEEKDAY, noun
from timeline.italian.prose_tokens import DateError, Reader

Era = Literal["", "a", "d"]

_MONTH_OF = (
    {name: n for n, name in enumerate(MONTHS, 1)} | {name[:3]: n for n, name in enumerate(MONTHS, 1)} | {"sett": 9}
)
_WEEKDAY_OF = (
    {name: n for n, name in enumerate(WEEKDAYS)}
    | {name[:-1] + "i'": n for n, name in enumerate(WEEKDAYS[:5])}
    | {name[:-1] + "i": n for n, name in enumerate(WEEKDAYS[:5])}
    | {name[:3]: n for n, name in enumerate(WEEKDAYS)}
)
_SEASON_OF = {name: n for n, name in enumerate(SEASONS, 1)}
_ORDINAL_OF = {name: n for n, name in enumerate(ORDINALS, 1)}
_DECADE_OF = {name.lower(): n * 10 for n, name in enumerate(DECADES, 1)}
_CENTURY_OF = {name.lower(): n for n, name in CENTURIES.items()}
ARTICLES = ("il", "lo", "la", "l'", "gli", "le", "in", "nel", "nella", "nell'", "nei", "negli", "nelle")
OF = ("di", "del", "della", "dell'", "degli", "d'")
_OF_YEAR = ("del", "dell'", "nel", "nell'", "di")
_FILLERS = ("anno", "mese", "giorno", "data", "giornata")


@dataclass(frozen=True, slots=True)
class Partial:
    """A date as far as it is said. *year* is as written, before *era* ("a" a.C., "d" d.C.) is reckoned with.

    The unit "number" is a bare number, in *year*: a day or a year, as what follows decides; "roman" is a century whose
    «secolo» comes later; "weekday" a weekday alone.
    """

    unit: Unit | Literal["number", "roman", "weekday"]
    year: int | None = None
    era: Era = ""
    part: int = 0
    day: int = 0
    weekday: int | None = None
    approximate: bool = False
    uncertain: bool = False


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


def accept_about(reader: Reader) -> bool:
    """«circa», «ca.», «c.», «~» before a date."""
    if reader.peek() == "c" and reader.peek(1) == ".":
        reader.at += 2
        return True
    return bool(reader.accept("circa", "ca", "~") and (reader.accept(".") or True))


def accept_uncertain(reader: Reader) -> bool:
    """«(data incerta)», «(?)» or «?» after a date."""
    start = reader.at
    if reader.accept("?"):
        return True
    if reader.accept("("):
        reader.accept("data", "date")
        if reader.accept("incerta", "incerto", "incerte", "?") and reader.accept(")"):
            return True
    reader.at = start
    return False


def _skip_articles(reader: Reader) -> None:
    """«il», «nel», «nell'anno», «il giorno», «nel mese di»."""
    reader.accept(*ARTICLES)
    if reader.peek() in _FILLERS and reader.peek(1) not in ("scolastico", "accademico"):
        reader.at += 1
        reader.accept(*OF)
        reader.accept(*ARTICLES)


def _read_sharp(reader: Reader) -> Partial | None:
    return (
        _read_part(reader)
        or _read_decade(reader)
        or _read_century(reader)
        or _read_digits(reader)
        or _read_day(reader)
        or _read_month(reader)
        or _read_season(reader)
        or _read_year(reader)
    )


def accept_era(reader: Reader) -> Era:
    """a.C., d.C., aC, «avanti Cristo»; "" where none stands here."""
    for era, words in (("a", ("a", "c")), ("d", ("d", "c"))):
        start = reader.at
        if reader.accept("".join(words)) or (
            reader.accept(words[0]) and (reader.accept(".") or True) and reader.accept(words[1])
        ):
            reader.accept(".")
            return "a" if era == "a" else "d"
        reader.at = start
    if reader.accept_row("avanti", "cristo"):
        return "a"
    return "d" if reader.accept_row("dopo", "cristo") else ""


def _read_year(reader: Reader) -> Partial | None:
    """year = number [era]; without an era a bare number, which may turn out to be a day."""
    if reader.accept("'"):
        raise _two_digit_year(reader.text)
    year = reader.number()
    if year < 0:
        return None
    era = accept_era(reader)
    if not era:
        reader.accept("°")
    return Partial("year" if era else "number", year, era)


def _accept_year_of(reader: Reader) -> tuple[int | None, Era]:
    """The year after a month, season or part: «2025», «del 2025», «44 a.C.»; None where none is said."""
    start = reader.at
    of_year = reader.accept(*_OF_YEAR)
    if of_year:
        reader.accept("anno")
    if reader.peek() == "'" and reader.peek(1).isdecimal():
        raise _two_digit_year(reader.text)
    digits = len(reader.peek())
    year = reader.number()
    if year < 0:
        reader.at = start
        return None, ""
    era = accept_era(reader)
    if not era and digits < 3:
        raise _two_digit_year(reader.text)
    return year, era


def _two_digit_year(text: str) -> DateError:
    return DateError(
        f"la data «{text.strip()}» è ambigua: l’anno ha due cifre",
        "scrivi l’anno con quattro cifre, per esempio 12/05/2024 oppure 12 maggio 2024",
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
    year, era = _accept_year_of(reader)
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
    return Partial("month", *_accept_year_of(reader), part=month)


def _read_season(reader: Reader) -> Partial | None:
    season = reader.look_up(_SEASON_OF)
    if season is None:
        return None
    year, era = _accept_year_of(reader)
    if season != 4 or year is None:
        return Partial("season", year, era, season)
    if not reader.accept("-", "/"):
        raise DateError(
            f"«inverno {year}» può essere quello che comincia o quello che finisce nel {year}",
            f"scrivi inverno {year}-{(year + 1) % 100:02} oppure inverno {year - 1}-{year % 100:02}",
        )
    digits = len(reader.peek())
    last = reader.number()
    last_era = accept_era(reader)
    if digits == 2 and year >= 1000:
        last += (year + 1) // 100 * 100
    era = era or last_era
    if last < 0 or astronomical(last, last_era) != astronomical(year, era) + 1:
        raise DateError(f"«{reader.text.strip()}» non è un inverno", f"scrivi inverno {year}-{(year + 1) % 100:02}")
    return Partial("season", year, era, season)


def _read_part(reader: Reader) -> Partial | None:
    """part = ("primo" | 1 "°" | roman) ("trimestre" | "semestre") ["del"] year"""
    start = reader.at
    n = _accept_ordinal(reader)
    unit: Unit = "quarter" if reader.peek() == "trimestre" else "semester"
    if n < 1 or n > 4 or not reader.accept("trimestre", "semestre"):
        reader.at = start
        return None
    if unit == "semester" and n > 2:
        raise DateError(f"un anno ha due semestri, non {n}", "scrivi primo semestre oppure secondo semestre")
    return Partial(unit, *_accept_year_of(reader), part=n)


def _accept_ordinal(reader: Reader) -> int:
    """«primo», 1°, I; -1 where none stands here."""
    n = reader.look_up(_ORDINAL_OF) or reader.look_up(ROMAN)
    if n is None:
        n = reader.number(digits=2)
        reader.accept("°")
    return n


def _read_decade(reader: Reader) -> Partial | None:
    """decade = "anni" ("novanta" | "'" 90 | 1990) ["del" century] | "primo decennio del" century"""
    start = reader.at
    if reader.accept("anni"):
        decade = reader.look_up(_DECADE_OF)
        if decade is None:
            if reader.accept("duemila"):
                return Partial("decade", 2000)
            reader.accept("'")
            decade = reader.number()
        if decade >= 1000 and decade % 10 == 0:
            return Partial("decade", decade)
        if 10 <= decade <= 90 and decade % 10 == 0:
            return Partial("decade", _century_of_decade(reader, decade) + decade)
    elif reader.accept_row("primo", "decennio") or reader.accept_row("1", "°", "decennio"):
        century = _accept_of_century(reader)
        if century is not None:
            return Partial("decade", century)
    reader.at = start
    return None


def _century_of_decade(reader: Reader, decade: int) -> int:
    century = _accept_of_century(reader)
    if century is None and decade < 30:
        name = DECADES[decade // 10 - 1]
        raise DateError(
            f"«anni {name}» non dice di quale secolo",
            f"scrivi anni {name} del Novecento oppure anni {name} del Duemila",
        )
    return 1900 if century is None else century


def _accept_of_century(reader: Reader) -> int | None:
    """«del Novecento», «del Duemila», «dell'XI secolo», as the century's first year; None where none is said."""
    start = reader.at
    if reader.accept(*OF):
        if reader.accept("duemila"):
            return DUEMILA * 100
        century = _read_century(reader)
        if century and century.unit == "century" and century.year and century.era != "a":
            return century.year * 100 - 100
    reader.at = start
    return None


def _read_century(reader: Reader) -> Partial | None:
    """century = "ottocento" | roman "secolo" [era] | "secolo" roman; in *year* the century, counted from the first"""
    start = reader.at
    hundreds = reader.look_up(_CENTURY_OF)
    if hundreds:
        return Partial("century", hundreds + 1)
    if reader.accept("'") and len(reader.peek()) == 3 and reader.peek().endswith("00"):
        return Partial("century", reader.number() // 100 + 11)
    reader.at = start
    before = bool(reader.accept("secolo"))
    is_roman = reader.peek() in ROMAN
    n = reader.look_up(ROMAN) if is_roman else reader.number(digits=2)
    reader.accept("°")
    if n is not None and n > 0:
        if before or reader.accept("secolo"):
            return Partial("century", n, accept_era(reader))
        if is_roman:
            return Partial("roman", n)
    reader.at = start
    return None


def astronomical(year: int, era: Era) -> int:
    """The year as `Point` counts it: 1 a.C. is 0."""
    return 1 - year if era == "a" else year


def complete(partials: Sequence[Partial], text: str) -> list[Point]:
    """*partials* as points, each completed by the one after it: in «dal 3 al 5 maggio 2025» the 3 is of May."""
    points: list[Point] = []
    after: Partial | None = None
    for partial in reversed(partials):
        after = _completed(partial, after, text)
        points.insert(0, _point(after, text))
    return points


def _completed(partial: Partial, after: Partial | None, text: str) -> Partial:
    if partial.unit == "number" and partial.year is not None:
        return _day_or_year(partial, partial.year, after, text)
    if partial.unit == "roman" and after and after.unit == "century":
        return replace(partial, unit="century", era=after.era)
    if partial.unit == "day" and not partial.part and after and after.unit == "day":
        partial = replace(partial, part=after.part)
    same_year = after and (after.unit == partial.unit or {after.unit, partial.unit} == {"day", "month"})
    if partial.year is None and after and same_year:
        partial = replace(partial, year=after.year, era=after.era)
    return partial


def _day_or_year(partial: Partial, number: int, after: Partial | None, text: str) -> Partial:
    """A bare number is a day before a day («l'8 e il 9 giugno»), else a year."""
    if after and after.unit == "day" and number <= 31:
        return _completed(replace(partial, unit="day", day=number, year=None), after, text)
    if after and after.unit == "year" and after.era:
        return replace(partial, unit="year", era=after.era)
    if number < 100:
        raise _two_digit_year(text) if number > 31 else _no_month(text, number)
    if number < 1000 and number % 100 == 0 and number > 100:
        name = CENTURIES.get(number // 100 + 10, "")
        raise DateError(f"«{number}» può essere un anno o un secolo", f"scrivi {name} oppure {number} d.C.")
    return replace(partial, unit="year")


def _no_month(text: str, day: int) -> DateError:
    return DateError(f"la data «{text.strip()}» non è intera", f"scrivi anche il mese e l’anno: {day} aprile 2025")


def _point(partial: Partial, text: str) -> Point:
    """*partial*, complete, as a point; raises where the calendar has no such day."""
    unit = partial.unit
    if unit == "number" or unit == "roman" or unit == "weekday":
        raise DateError(f"la data «{text.strip()}» non è intera", "scrivi giorno, mese e anno: sabato 26 aprile 2025")
    if unit == "day" and not partial.part:
        raise _no_month(text, partial.day)
    if partial.year is None:
        raise DateError(f"nella data «{text.strip()}» manca l’anno", f"scrivi «{text.strip()} 2025», o l’anno che è")
    year = astronomical(partial.year, partial.era)
    if unit == "century":
        year = -partial.year * 100 + 1 if partial.era == "a" else partial.year * 100 - 100
    if (partial.year == 0 and unit != "decade") or year > 9999:
        raise DateError(f"l’anno {partial.year} non esiste", "dopo l’1 a.C. viene l’1 d.C.")
    point = Point(unit, year, partial.part, partial.day, partial.approximate, partial.uncertain)
    if unit == "day":
        _check_day(point, partial.weekday)
    return point


def _check_day(point: Point, weekday: int | None) -> None:
    """Raises where the month has no such day, or the day another weekday."""
    if point.part > 12 or point.part < 1:
        raise DateError(f"il mese {point.part} non esiste", "scrivi un mese da 1 a 12")
    month = noun(Point("month", point.year, point.part)).text
    last = calendar.monthrange(point.year, point.part)[1]
    if not 1 <= point.day <= last:
        raise DateError(f"il {point.day} {month} non esiste", f"{month} ha {last} giorni: correggi il giorno")
    day = point.first
    if weekday is None or day is None or day < FIRST_WEEKDAY or day.weekday() == weekday:
        return
    right = noun(point, weekday=True).text
    raise DateError(
        f"il {noun(point).text} è {WEEKDAYS[day.weekday()]}, non {WEEKDAYS[weekday]}",
        f"scrivi {right}, oppure correggi il giorno",
    )
