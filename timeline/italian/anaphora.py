"""Times counted from the date last spoken of: «il giorno dopo», «la sera stessa», «in quell’anno»."""

from __future__ import annotations

from typing import Any

from timeline.dates.beside import Beside, CountedFrom, Nearest
from timeline.dates.fields import Fields
from timeline.dates.meaning import Absolute, Meaning, Same, SameOf, Shift
from timeline.dates.stretches import Amount, Vague
from timeline.italian.engine import PHRASES
from timeline.italian.units import PART_WORDS, day_part

rule = PHRASES.rule


@rule("relative", "DAYREF", "DAYREF LATER", "LATER DAYREF", "DAYREF dopo")
def day_after_spoken(*values: Any) -> Meaning | None:
    """
    il 5 aprile successivo        (2024-02-10) 2024-04-05
    nel precedente 3 gennaio      (2024-02-10) 2024-01-03
    """
    side = next((v for v in values if isinstance(v, int)), 1)
    day = next(v for v in values if not isinstance(v, int))
    return Beside(day, side) if isinstance(day, Fields) and day.lean is None else None


@rule("relative", "PERIODREF", "PERIODREF LATER")
def season_after_spoken(season: Meaning, side: int) -> Meaning | None:
    """
    nell'estate successiva        (2010) 2011-SU
    nella primavera precedente    (2024-02-10) 2023-SP
    """
    if not isinstance(season, Fields) or season.season is None or season != Fields(season=season.season):
        return None
    return Beside(season, side)


@rule("relative", "DAYREF", "[ORDINAL] DAYREF dopo [ART] DAYREF", "DAYUNIT dopo [ART] DAYREF")
def after_a_day(*values: Any) -> Meaning | None:
    """Counted from a day that the text names.

    il lunedì dopo Pasqua                      2024-04-01
    nel terzo martedì dopo il Natale del 2014  2015-01-13
    il giorno dopo Ferragosto                  2023-08-16
    """
    *nth, day, base = values
    return _beside(day, base, 1, *nth)


@rule("relative", "DAYREF", "DAYREF|DAYUNIT prima DI DAYREF")
def before_a_day(day: Meaning | str, base: Meaning) -> Meaning | None:
    """
    il sabato prima del 25 aprile 2024      2024-04-20
    il giorno prima dell'Epifania           2024-01-05
    """
    return _beside(day, base, -1)


@rule("relative", "DAYREF", "DAYREF|DAYUNIT LATER A DAYREF")
def following_a_day(day: Meaning | str, side: int, base: Meaning) -> Meaning | None:
    """
    nella domenica successiva a Ferragosto    2023-08-20
    il giorno precedente all'Epifania         2024-01-05
    """
    return _beside(day, base, side)


@rule("relative", "PERIODREF", "DURREF dopo [ART] DAYREF")
def length_after_a_day(length: Amount, base: Meaning) -> Meaning | None:
    """Days or weeks counted from a day that the text names.

    due giorni dopo Ferragosto          2023-08-17
    due settimane dopo l'8 marzo 2024   2024-W12
    """
    return _counted_from(length, base, 1)


@rule("relative", "PERIODREF", "DURREF prima DI DAYREF")
def length_before_a_day(length: Amount, base: Meaning) -> Meaning | None:
    """
    tre giorni prima del 25 aprile      2024-04-22
    due giorni prima dell'Epifania      2024-01-04
    """
    return _counted_from(length, base, -1)


@rule("relative", "PERIODREF", "settimana dopo [ART] DAYREF", "settimana LATER A DAYREF")
def week_beside_a_day(*values: Any) -> Meaning | None:
    """The week after the one that holds the day, or before it.

    la settimana dopo Ferragosto               2023-W34
    nella settimana successiva all'8 marzo 2024    2024-W11
    """
    sides, base = [v for v in values if isinstance(v, int)], values[-1]
    return _counted_from(Amount(1, "week"), base, sides[0] if sides else 1)


@rule("relative", "PERIODREF", "settimana prima DI DAYREF")
def week_before_a_day(base: Meaning) -> Meaning | None:
    """
    la settimana prima dell'8 marzo 2024       2024-W09
    nella settimana prima dell'Epifania        2023-W52
    """
    return _counted_from(Amount(1, "week"), base, -1)


def _counted_from(length: Amount, base: Meaning, side: int) -> Meaning | None:
    """None of a bare weekday: «due giorni dopo sabato» may be Saturday, two days later."""
    count = length.count
    if length.side or length.mod or count is None or count != int(count) or length.unit not in ("day", "week"):
        return None
    known = isinstance(base, Absolute) or (isinstance(base, Fields) and not base.is_weekly)
    return CountedFrom(base, length.unit, side * int(count)) if known else None


def _beside(day: Meaning | str, base: Meaning, side: int, nth: int = 1) -> Meaning | None:
    if isinstance(day, str):
        return Nearest(base, side)
    return Nearest(base, side, day.weekday, nth) if isinstance(day, Fields) and day.is_bare_weekday else None


@rule("relative", "DURREF", "DURREF LATER")
def length_beside(length: Amount, side: int) -> Meaning | None:
    """A stretch beside the date last spoken of, of which only the length is said.

    nei due giorni successivi      P2D
    nei dieci anni precedenti      P10Y
    """
    return length if side and not length.side else None


@rule("relative", "PERIODREF", "DURREF dopo", "DURREF più tardi")
def length_after(length: Amount) -> Meaning | None:
    """Counted from the date last spoken of.

    due giorni dopo          (2024-02-10) 2024-02-12
    tre anni più tardi       (2019) 2022
    un'ora dopo              (2024-02-10) PAST_REF
    pochi giorni dopo        (2024-02-10) PAST_REF
    """
    return _counted_from_spoken(length, 1)


@rule("relative", "PERIODREF", "DURREF prima")
def length_before(length: Amount) -> Meaning | None:
    """Counted back from the date last spoken of.

    tre giorni prima         (2024-02-10) 2024-02-07
    dieci anni prima         (2019) 2009
    un'ora prima             (2024-02-10) PAST_REF
    """
    return _counted_from_spoken(length, -1)


def _counted_from_spoken(length: Amount, side: int) -> Meaning | None:
    if length.side:
        return None
    if length.count is None or length.unit in ("hour", "minute", "second"):
        return Vague("PAST_REF", "moment" if length.unit in ("minute", "second") else "")
    return Shift(length.unit, side * length.count, from_spoken=True)


@rule("relative", "PERIODREF", "CALUNIT|DAYUNIT FOLLOWING", "LATER CALUNIT|DAYUNIT", "THAT CALUNIT|DAYUNIT FOLLOWING")
def unit_after(*values: Any) -> Meaning | None:
    """
    il giorno prima              (2024-02-10) 2024-02-09
    l'anno seguente              (2019) 2020
    la settimana successiva      (2024-02-10) 2024-W07
    """
    side = next(v for v in values if isinstance(v, int))
    unit = next(v for v in values if isinstance(v, str))
    return Shift(unit, side, from_spoken=True)


@rule("relative", "VAGUEREF", "UNITS FOLLOWING", "LATER UNITS", "THAT UNITS")
def units_after(*values: Any) -> Meaning:
    """Not counted: before or after the date last spoken of.

    in quegli anni         PAST_REF
    nei successivi mesi    PAST_REF
    """
    return Vague("")


@rule("relative", "PARTREF", "PART FOLLOWING", "PART DI giorno FOLLOWING")
def part_after(*values: Any) -> Meaning | None:
    """A part of the day before or after the one last spoken of.

    la sera prima              (2024-02-10) 2024-02-09TEV
    la mattina dopo            (2024-02-10) 2024-02-11TMO
    nel pomeriggio seguente    (2024-02-10) 2024-02-11TAF
    """
    side = next(v for v in values if isinstance(v, int))
    code = next(v for v in values if isinstance(v, str))
    return day_part(code, Shift("day", side, from_spoken=True))


@rule("relative", "DAYREF", "indomani", "indomani stesso")
def morrow(*_: int) -> Meaning:
    """
    l'indomani              (2024-02-10) 2024-02-11
    all'indomani            (2024-02-10) 2024-02-11
    """
    return Shift("day", 1, from_spoken=True)


@rule("relative", "SAMEREF", "SAME UNIT", "UNIT SAME", "THAT CALUNIT|DAYUNIT", "THAT SAME UNIT", "THIS SAME UNIT")
def same_unit(unit: str) -> Same | None:
    """
    lo stesso giorno            (2024-02-10) 2024-02-10
    quell'anno                  (2019) 2019
    il giorno stesso            (2024-02-10) 2024-02-10
    """
    return Same(unit) if unit not in ("second", "minute", "hour", "daypart") else None


@rule("part", "PERIODREF", "SAMEREF")
def same_unit_alone(meaning: Meaning) -> Meaning:
    """
    nello stesso anno            (2019) 2019
    in quell'anno                (2019) 2019
    """
    return meaning


@rule("relative", "PARTREF", "SAME PART", "PART SAME", "THAT PART", "THAT SAME PART")
def same_part(code: str) -> Meaning:
    """A part of the day last spoken of.

    la sera stessa         (2024-02-10) 2024-02-10TEV
    quella mattina         (2024-02-10) 2024-02-10TMO
    nella stessa serata    (2024-02-10) 2024-02-10TEV
    """
    plain = code.rstrip("-")
    return Same("daypart", plain, PART_WORDS[plain])


@rule("nested", "PERIODREF", "SAMEREF DI YEARREF|PERIODREF|DATEAGO")
def same_unit_of_year(same: Same, year: Meaning) -> Meaning | None:
    """Of a year that is named: the month or day last spoken of; with none, no more than the year is known.

    stesso periodo del 2023               2023
    nello stesso mese dell'anno scorso    (2024-02) 2023-02
    lo stesso giorno del 2019             (2024-02-10) 2019-02-10
    """
    whole = isinstance(year, Absolute) and year.point.unit == "year"
    return SameOf(same.unit, year) if whole or (isinstance(year, Shift) and year.unit == "year") else None


@rule("relative", "SAMEREF", "SAME periodo", "THAT periodo", "SAME arco DI tempo")
def same_period() -> Same:
    """The date last spoken of, whatever its unit.

    nello stesso periodo    (2024-02) 2024-02
    in quel periodo         (2019) 2019
    """
    return Same("period")
