"""Units that are neither days, months nor years: seasons, quarters, semesters, decades, centuries.

season  = ("estate" | "inverno" …) ["del"] year ["-" year]
part    = ("primo" | 1 "°" | roman) ("trimestre" | "semestre") ["del"] year
decade  = "anni" ("novanta" | "'" 90 | 1990) ["del" century] | "primo decennio del" century
century = "ottocento" | roman "secolo" [era] | "secolo" roman
"""

from __future__ import annotations

from timeline.dates.period import Unit
from timeline.italian.prose_names import CENTURIES, DECADES, DUEMILA, ROMAN, SEASONS
from timeline.italian.prose_partial import OF, Era, Partial, accept_era, accept_year_of, astronomical
from timeline.italian.prose_tokens import DateError, Reader

_SEASON_OF = {name: n for n, name in enumerate(SEASONS, 1)}
_COUNTED_NAMES = """
    primo secondo terzo quarto quinto sesto settimo ottavo nono decimo undicesimo dodicesimo tredicesimo quattordicesimo
    quindicesimo sedicesimo diciassettesimo diciottesimo diciannovesimo ventesimo ventunesimo
"""
_COUNTED = {name: n for n, name in enumerate(_COUNTED_NAMES.split(), 1)}
_DECADE_OF = {name.lower(): n * 10 for n, name in enumerate(DECADES, 1)}
_CENTURY_OF = {name.lower(): n for n, name in CENTURIES.items()}


def read_season(reader: Reader) -> Partial | None:
    season = reader.look_up(_SEASON_OF)
    if season is None:
        return None
    year, era = accept_year_of(reader, first_of_two=season == 4)
    if season == 4 and year is not None:
        era = _accept_second_year(reader, year, era)
    return Partial("season", year, era, season)


def _accept_second_year(reader: Reader, year: int, era: Era) -> Era:
    """The year that the winter begun in *year* ends in, checked; gives the first year's era."""
    first = f"inverno {year - 1}-{year % 100:02}" if year > 1000 else f"inverno {year - 1}-{year}"
    second = f"inverno {year}-{(year + 1) % 100:02}" if year >= 1000 else f"inverno {year}-{year + 1}"
    if not reader.accept("-", "/"):
        raise DateError(
            f"«inverno {year}» può essere quello che comincia o quello che finisce nel {year}",
            f"scrivi {second} oppure {first}",
        )
    digits = len(reader.peek())
    last = reader.number()
    last_era = accept_era(reader)
    if digits == 2 and year >= 1000:
        last += (year + 1) // 100 * 100
    if last < 0 or astronomical(last, last_era) != astronomical(year, era or last_era) + 1:
        raise DateError(f"«{reader.text.strip()}» non è un inverno", f"scrivi {second}")
    return era or last_era


def read_part(reader: Reader) -> Partial | None:
    """part = ("primo" | 1 "°" | roman) ("trimestre" | "semestre") ["del"] year"""
    start = reader.at
    n = _accept_ordinal(reader)
    unit: Unit = "quarter" if reader.peek() == "trimestre" else "semester"
    if n < 1 or n > 4 or not reader.accept("trimestre", "semestre"):
        reader.at = start
        return None
    if unit == "semester" and n > 2:
        raise DateError(f"un anno ha due semestri, non {n}", "scrivi primo semestre oppure secondo semestre")
    return Partial(unit, *accept_year_of(reader), part=n)


def _accept_ordinal(reader: Reader) -> int:
    """«primo», 1°, I; -1 where none stands here."""
    n = reader.look_up(_COUNTED) or reader.look_up(ROMAN)
    if n is None:
        n = reader.number(digits=2)
        reader.accept("°")
    return n


def read_decade(reader: Reader) -> Partial | None:
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
        century = read_century(reader)
        if century and century.unit == "century" and century.year and century.era != "a":
            return century.year * 100 - 100
    reader.at = start
    return None


def _accept_word_century(reader: Reader) -> bool:
    if reader.peek() == "sec" and reader.peek(1) == ".":
        reader.at += 2
        return True
    return bool(reader.accept("secolo"))


def read_century(reader: Reader) -> Partial | None:
    """century = "ottocento" | roman "secolo" [era] | "secolo" roman; in *year* the century, counted from the first"""
    start = reader.at
    hundreds = reader.look_up(_CENTURY_OF)
    if hundreds:
        return Partial("century", hundreds + 1)
    if reader.accept("'") and len(reader.peek()) == 3 and reader.peek().endswith("00"):
        return Partial("century", reader.number() // 100 + 11)
    reader.at = start
    before = _accept_word_century(reader)
    is_roman = reader.peek() in ROMAN
    n = reader.look_up(ROMAN) or reader.look_up(_COUNTED) or reader.number(digits=2)
    reader.accept("°")
    if n > 0:
        if before or _accept_word_century(reader):
            return Partial("century", n, accept_era(reader))
        if is_roman:
            return Partial("roman", n)
    reader.at = start
    return None
