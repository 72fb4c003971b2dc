"""Lengths of time and what comes round: «per due ore», «quasi tre mesi», «ogni lunedì», «due volte a settimana»."""

from __future__ import annotations

from typing import Any

from timeline.dates.fields import Fields
from timeline.dates.hours import DayPart, Habit
from timeline.dates.meaning import Meaning
from timeline.dates.stretches import SETS, Amount, Every, set_of
from timeline.dates.timex import duration_value
from timeline.italian.engine import PHRASES

rule = PHRASES.rule
Count = tuple[float | None, str | None]  # how many, and TIMEX3's mod


@rule(
    "count",
    "COUNT",
    "FEW",
    "un po' DI",
    "un certo numero DI",
    "un altro paio DI",
    "alcune CROWDS DI",
    "CROWDS DI",
    "altri FEW",
)
def some(*_: Any) -> Count:
    """A count that the text leaves open.

    qualche giorno      PXD
    per qualche mese    PXM
    un po' d'anni       PXY
    """
    return None, None


@rule("count", "COUNT", "ONE CROWD DI", "un altro CROWD DI", "CROWD DI")
def a_score_of(*values: int) -> Count:
    """«Una ventina di» is about twenty.

    una ventina di giorni    P20D APPROX
    una decina d'anni        P10Y APPROX
    """
    return values[-1], "APPROX"


@rule("count", "COUNT", "N OR N", "N , N OR N")
def one_or_two(*_: Any) -> Count:
    """«Due o tre» leaves the count open.

    due o tre giorni      PXD
    nei due o tre mesi    PXM
    """
    return None, None


@rule(
    "count",
    "COUNT",
    "altri|altre|ben|soli|sole|circa|stessi N",
    "una|un sola|solo|intera|intero",
    "un altro|altra",
    "un' altra",
    "un' intera",
)
def other_n(number: float = 1) -> Count:
    """«Altri tre», «una sola».

    altri tre anni        P3Y
    un'altra settimana    P1W
    """
    return number, None


@rule(
    "atom",
    "DURREF",
    "[le|nelle|delle|alle|dalle|sulle|per|con] N|COUNT|DECIMAL UNIT|UNITS",
    "N|COUNT lunghi|lunghe|interi|intere UNITS",
)
def length(count: float | Count, unit: str) -> Meaning | None:
    """A number and a unit.

    due ore              PT2H
    un'ora               PT1H
    qualche settimana    PXW
    """
    if isinstance(count, tuple) and isinstance(count[1], int):
        return None
    number, mod = count if isinstance(count, tuple) else (count, None)
    if number is not None and (number > 100_000 or (unit in ("decade", "century") and number > 90)):
        return None
    return Amount(number, unit, mod)


@rule("atom", "DURREF", "N DASH N UNITS", "DAYS UNITS")
def from_two_to_three(*values: Any) -> Meaning:
    """
    2-3 ore           PTXH
    nei 3-4 giorni    PXD
    """
    return Amount(None, values[-1])


@rule("atom", "DURREF", "N UNIT|UNITS AND mezzo|mezza", "N AND mezzo|mezza UNIT|UNITS")
def and_a_half(count: float, unit: str) -> Meaning:
    """
    due anni e mezzo       P2Y6M
    un'ora e mezza         PT1H30M
    """
    return Amount(count + 0.5, unit)


@rule("atom", "DURREF", "N UNIT|UNITS AND N UNIT|UNITS", "N UNITS N UNITS", "N UNITS , N UNITS")
def two_lengths(*values: Any) -> Meaning | None:
    """A unit and a finer one.

    due anni e sei mesi      P2Y6M
    un'ora e venti minuti    PT1H20M
    """
    if len(values) != 4 or not isinstance(values[3], str):
        return None
    big, unit, small, finer = values
    sizes = {
        ("year", "month"): 12,
        ("hour", "minute"): 60,
        ("minute", "second"): 60,
        ("month", "week"): 4,
        ("week", "day"): 7,
    }
    sizes |= {("month", "day"): 30, ("day", "hour"): 24}
    if (unit, finer) not in sizes:
        return None
    return Amount(big + small / sizes[unit, finer], unit)


@rule("atom", "DURREF", "[una] mezz'|mezza UNIT", "[un] mezzo UNIT", "mezzora")
def half(unit: str = "hour") -> Meaning | None:
    """Half of a unit that has halves.

    mezz'ora           PT30M
    mezza giornata     PT12H
    un mezzo secolo    P50Y
    """
    return Amount(0.5, unit) if unit in ("hour", "day", "year", "month", "century", "minute") else None


@rule("atom", "DURREF", "un quarto d' UNIT")
def quarter(unit: str) -> Meaning | None:
    """A quarter of an hour.

    un quarto d'ora        PT15M
    per un quarto d'ora    PT15M
    """
    return Amount(0.25, unit) if unit == "hour" else None


@rule("atom", "DURREF", "tre quarti d' UNIT")
def three_quarters(unit: str) -> Meaning | None:
    """Three quarters of an hour.

    tre quarti d'ora           PT45M
    dopo tre quarti d'ora      PT45M
    """
    return Amount(0.75, unit) if unit == "hour" else None


@rule("atom", "DURREF", "[ONE] LONG", "ultimo LONG")
def named_length(*values: Any) -> Meaning | None:
    """
    un biennio             P2Y
    nell'ultimo ventennio  P20Y
    """
    value = next(v for v in values if isinstance(v, str))
    number = "".join(c for c in value if c.isdigit())
    return Amount(int(number) if number else None, "year")


@rule(
    "measure",
    "DURREF",
    "circa|quasi|oltre|almeno|appena|neppure|nemmeno|neanche DURREF",
    "più|meno DI DURREF",
    "poco più|meno DI DURREF",
    "poco|appena più|meno DI DURREF",
    "DURREF circa",
    "ben DURREF",
    "non più DI DURREF",
    "DURREF o poco più",
    "DURREF abbondanti",
)
def about(length: Amount) -> Meaning:
    """
    quasi tre mesi            P3M APPROX
    oltre un'ora              PT1H APPROX
    poco più di un anno       P1Y APPROX
    """
    return Amount(length.count, length.unit, "APPROX", length.side)


@rule(
    "relative",
    "DURREF",
    "PER UNITS",
    "da UNITS",
    "dopo UNITS",
    "in|IN corso|volgere DI UNITS",
    "tra|fra UNITS",
    "nell' arco DI UNITS",
    "UNITS AND UNITS",
    "per|da tempo",
    "da UNITS e UNITS",
    "ormai UNITS",
    "passare DI UNITS",
    "tutti questi UNITS",
    "il passare DI UNITS",
)
def some_units(*values: Any) -> Meaning | None:
    """
    da anni                  PXY
    dopo mesi                PXM
    nel corso dei secoli     PXCE
    da tempo                 PXX
    """
    return Amount(None, values[-1] if values else "time")


# --- what comes round


@rule(
    "relative",
    "SETREF",
    "EVERY DAYREF|MONTHREF|PERIODREF|WEEKREF",
    "tutti|tutte ART WEEKDAYS|DAYREF",
    "WEEKDAYS",
    "d' PERIODREF",
)
def every_date(value: Meaning | int) -> Meaning | None:
    """
    ogni lunedì              XXXX-WXX-1
    tutti i sabati           XXXX-WXX-6
    ogni agosto              XXXX-08
    ogni estate              XXXX-SU
    d'inverno                XXXX-WI
    """
    if isinstance(value, int):
        return SETS["weekday"](value)
    if not isinstance(value, Fields):
        return None
    if value.weekend:
        return Every("XXXX-WXX-WE")
    if value.weekday is not None and value.day is None:
        return SETS["weekday"](value.weekday)
    if value.season:
        return SETS["season"](value.season)
    if value.month and value.day:
        return Every(f"XXXX-{value.month:02}-{value.day:02}")
    return SETS["month"](value.month) if value.month else None


@rule("bound", "SETREF", "il|la|del|della DAYREF", "il|la PARTREF")
def habitual_day(day: Meaning) -> Meaning | None:
    """With its article and nothing more, a weekday comes round, unless the clause tells what happened once.

    il sabato              XXXX-WXX-6
    la domenica            XXXX-WXX-7
    il venerdì sera        XXXX-WXX-5TEV
    """
    part = day.part if isinstance(day, DayPart) else ""
    weekday = day.of if isinstance(day, DayPart) else day
    if not isinstance(weekday, Fields) or not weekday.is_bare_weekday:
        return None
    return Habit(day, f"XXXX-WXX-{(weekday.weekday or 0) + 1}{part}")


@rule("part", "SETREF", "SETREF PART")
def every_part_of_day(every: Meaning, code: str) -> Meaning | None:
    """
    ogni lunedì sera                XXXX-WXX-1TEV
    di tutti i giovedì pomeriggio   XXXX-WXX-4TAF
    """
    weekly = isinstance(every, Every) and every.value.startswith("XXXX-WXX-") and every.value[9:].isdecimal()
    return Every(f"{every.value}{code.rstrip('-')}") if isinstance(every, Every) and weekly else None


@rule("atom", "SETREF", "EVERY N UNITS AND HALVES")
def every_so_many_and_a_half(number: float, unit: str, minutes: int) -> Meaning | None:
    """
    ogni due ore e mezza     PT2H30M
    ogni tre mesi e mezzo    P3M15D
    d'ogni due ore e mezza   PT2H30M
    """
    return set_of(unit, number + 0.5) if minutes == 30 and unit != "daypart" else None


@rule("atom", "SETREF", "EVERY UNIT|CALUNIT", "EVERY N UNITS", "ALL ART UNITS", "EVERY N UNIT")
def every_unit(*values: Any) -> Meaning | None:
    """
    ogni anno              P1Y
    tutti i giorni         P1D
    ogni due settimane     P2W
    """
    number, unit = (1, values[0]) if len(values) == 1 else values
    if unit == "second" and number == 1:
        return None  # «ogni secondo mercoledì»
    return set_of(unit, number) if isinstance(unit, str) and unit != "daypart" else None


@rule("relative", "SETREF", "EVERY DURREF")
def every_length(length: Amount) -> Meaning | None:
    """Every so long, with a fraction.

    ogni mezz'ora          PT30M
    ogni mezza giornata    PT12H
    """
    return Every(duration_value(length.count, length.unit))


@rule("atom", "SETREF", "[N|COUNT] TWICE A|ogni UNIT", "ogni giorno DI settimana")
def times_a_unit(*values: Any) -> Meaning | None:
    """How often in a unit.

    due volte a settimana    P1W
    tre volte all'anno       P1Y
    una volta al mese        P1M
    """
    unit = values[-1]
    return set_of(unit) if isinstance(unit, str) and unit not in ("second", "daypart", "century", "decade") else None


@rule("relative", "SETREF", "DAY DI SETREF")
def day_of_every_month(day: int, every: Meaning) -> Meaning | None:
    """
    il 15 di ogni mese            XXXX-XX-15
    dell'8 di ogni mese           XXXX-XX-08
    """
    return Every(f"XXXX-XX-{day:02}") if every == set_of("month") else None


@rule("bound", "SETREF", "al|all'|alla CALUNIT|DAYUNIT")
def per_unit(unit: str) -> Meaning | None:
    """So much a month: what is left of «al mese» when nothing else has claimed it.

    al mese            P1M
    all'anno           P1Y
    """
    return set_of(unit) if unit not in ("century", "decade") else None


@rule("atom", "SETREF", "PERIODIC")
def periodic(value: str) -> Meaning:
    """Adjectives and adverbs of what comes round.

    annuale            P1Y
    dell'annua         P1Y
    settimanalmente    P1W
    """
    return Every(value)


@rule("relative", "SETREF", "weekends", "nei|i WEEKREF")
def every_weekend(*_: Any) -> Meaning:
    """Weekends in the plural.

    nei weekend         XXXX-WXX-WE
    i fine settimana    XXXX-WXX-WE
    """
    return Every("XXXX-WXX-WE")
