"""Stretches of time that EDTF cannot say: «Fine marzo 2025», «Anno scolastico 2023/24».

A `date` takes them as the unit that holds them; the words themselves belong in `date_text`.
"""

from __future__ import annotations

from datetime import timedelta

from timeline.dates.period import Period, Point
from timeline.italian.prose_complete import complete
from timeline.italian.prose_partial import OF
from timeline.italian.prose_points import read_partial
from timeline.italian.prose_tokens import DateError, Reader

# The stretch as thirds or halves of the unit: first part, last part, how many parts. Wide on purpose: what is
# checked is that «fine marzo» is not said of the 2nd.
_STRETCHES = {
    ("prima", "metà"): (0, 1, 2),
    ("seconda", "metà"): (1, 2, 2),
    ("inizio",): (0, 1, 3),
    ("inizi",): (0, 1, 3),
    ("primi",): (0, 1, 3),
    ("prime",): (0, 1, 3),
    ("prima", "settimana"): (0, 1, 3),
    ("ultima", "settimana"): (2, 3, 3),
    ("metà",): (1, 2, 3),
    ("fine",): (2, 3, 3),
    ("ultimi",): (2, 3, 3),
    ("ultime",): (2, 3, 3),
}
_OF_WHAT = ("giorni", "settimane", "mesi", "anni")
# First and last month of the year that each begins and ends: D.Lgs. 297/1994, art. 74, for schools; universities and
# football seasons by custom (November; July).
_YEARS_OF = {
    ("anno", "scolastico"): (9, 8),
    ("anno", "accademico"): (11, 10),
    ("stagione",): (7, 6),
}


def read_stretch(reader: Reader) -> tuple[Period, Period] | None:
    """A part of a month, season, year, decade or century: the unit, and the days meant; None where none stands here."""
    start = reader.at
    reader.accept("nei", "nelle", "negli", "gli", "i", "le", "la", "l'", "nella", "nell'", "verso", "a", "alla", "all'")
    for words, (first, last, parts) in _STRETCHES.items():
        if (words == ("fine",) and reader.peek(1) == "settimana") or not reader.accept_row(*words):
            continue
        if reader.peek(1) in OF or reader.peek() != "anni":
            reader.accept(*_OF_WHAT)
        reader.accept(*OF)
        partial = read_partial(reader)
        if partial and partial.unit != "day":
            unit = Period(tuple(complete([partial], reader.text)))
            return unit, _part_of(unit, first, last, parts)
    reader.at = start
    return None


def _part_of(unit: Period, first: int, last: int, parts: int) -> Period:
    start, days = unit.first, unit.length()
    if start is None or days is None:
        return unit
    return Period.between(start + timedelta(days * first // parts), start + timedelta(days * last // parts - 1))


def read_years_of(reader: Reader) -> tuple[Period, Period] | None:
    """«anno scolastico 2023/24», «stagione 2023-24»: from its first month to its last; None where none stands here."""
    start = reader.at
    reader.accept("nell'", "nella", "l'", "la")
    for words, (first, last) in _YEARS_OF.items():
        if not reader.accept_row(*words):
            continue
        year = reader.number()
        if year < 1000 or not reader.accept("/", "-"):
            break
        digits = len(reader.peek())
        if (year + 1) % 10 ** max(digits, 1) != reader.number():
            raise DateError(f"«{reader.text}» non sono due anni di seguito", f"scrivi {year}/{(year + 1) % 100:02}")
        period = Period((Point("month", year, first), Point("month", year + 1, last)), "interval")
        return period, period
    reader.at = start
    return None
