"""Clock times: «alle 15.30», «le 4 e mezza del mattino», «poco dopo mezzogiorno»."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from timeline.dates.fields import Fields
from timeline.dates.hours import Clock, DayPart, NightBetween
from timeline.dates.meaning import Meaning, Shift
from timeline.dates.stretches import Vague
from timeline.italian.engine import PHRASES

rule = PHRASES.rule
LE = "le|alle|dalle|delle|sulle|nelle"
L = "l'|all'|dall'|dell'|sull'"


@rule("atom", "CLOCKREF", f"{LE} HOUR|N [in punto]", keeps_article=True)
def on_the_hour(hour: int) -> Meaning | None:
    """Without a day named before, the hour is of the day of printing.

    alle 18     2024-03-13T18:00
    dalle 9     2024-03-13T09:00
    le sette    2024-03-13T07:00
    alle 9 in punto    2024-03-13T09:00
    """
    return Clock(hour) if 0 <= hour <= 24 else None


@rule("atom", "CLOCKREF", f"{LE} ore HOUR|N [in punto]", keeps_article=True)
def at_ore(hour: int) -> Meaning | None:
    """«Ore 7» is the morning's, also where an evening was named before.

    alle ore 7     2024-03-13T07:00
    dalle ore 9    2024-03-13T09:00
    """
    return Clock(hour, plain=True) if 0 <= hour <= 24 else None


@rule("atom", "CLOCKREF", f"{LE} CLOCK|CLOCK:", f"{LE} ore CLOCK|CLOCK:", keeps_article=True)
def hour_and_minute(clock: tuple[int, int]) -> Meaning | None:
    """Hours and minutes in digits.

    alle 15.30        2024-03-13T15:30
    delle ore 9:05    2024-03-13T09:05
    """
    return _clock(clock)


def _clock(clock: tuple[int, int]) -> Meaning | None:
    hour, minute = clock
    return Clock(hour, minute) if hour < 24 or minute == 0 else None


@rule(
    "atom",
    "CLOCKREF",
    f"{LE} HOUR|CLOCK|CLOCK: ora|ore locale|locali|italiana|italiane|legale|solare",
    f"{LE} ore HOUR|CLOCK|CLOCK: locali|italiane",
    keeps_article=True,
)
def hour_of_place(value: Any, *_: str) -> Meaning | None:
    """
    alle 15 ora locale         2024-03-13T15:00
    dalle 17.45 ora italiana   2024-03-13T17:45
    """
    return _clock(value) if isinstance(value, tuple) else Clock(value)


@rule("atom", "CLOCKREF", f"{L} una", keeps_article=True)
def one_o_clock() -> Meaning:
    """One o'clock is said in words.

    all'una    2024-03-13T01:00
    l'una      2024-03-13T01:00
    """
    return Clock(1)


@rule("atom", "CLOCKREF", f"{L} CLOCK|CLOCK:", keeps_article=True)
def minutes_past_one(clock: tuple[int, int]) -> Meaning | None:
    """
    all'1.20     2024-03-13T01:20
    dall'1:30    2024-03-13T01:30
    """
    return _clock(clock) if clock[0] == 1 else None


@rule("atom", "ORE", "ore|h HOUR", "ore|h CLOCK|CLOCK:", "ora HOUR|CLOCK|CLOCK:", "h. CLOCK|HOUR")
def after_ore(*values: Any) -> Meaning | None:
    """«Ore» before the number.

    ore 11       2024-03-13T11:00
    ore 15,30    2024-03-13T15:30
    """
    value = values[-1]
    return _clock(value) if isinstance(value, tuple) else Clock(value)


@rule("atom", "ORE", "CLOCK:", "CLOCK: ZONE")
def digital(clock: tuple[int, int], zone: str = "") -> Meaning | None:
    """A colon makes a clock time of two numbers.

    18:40        2024-03-13T18:40
    18:40 UTC    2024-03-13T18:40Z
    """
    found = _clock(clock)
    return replace(found, zone=zone) if zone and isinstance(found, Clock) else found


@rule("atom", "CLOCKREF", f"{LE} CLOCK|CLOCK: ZONE", keeps_article=True)
def with_zone(clock: tuple[int, int], zone: str) -> Meaning | None:
    """A clock time of another zone stays in its own.

    alle 18.00 UTC    2024-03-13T18:00Z
    dalle 8:30 GMT    2024-03-13T08:30Z
    """
    found = _clock(clock)
    return replace(found, zone=zone) if isinstance(found, Clock) else None


@rule("atom", "CLOCKREF", f"{LE} HOUR|N AND HALVES", keeps_article=True)
def half_past(hour: int, minute: int) -> Meaning | None:
    """«E mezza».

    le 4 e mezza        2024-03-13T04:30
    alle sei e mezzo    2024-03-13T06:30
    """
    return Clock(hour, minute) if 1 <= hour < 24 else None


@rule("atom", "CLOCKREF", f"{LE} HOUR|N AND un quarto", f"{L} una AND un quarto", keeps_article=True)
def and_a_quarter(hour: int = 1) -> Meaning | None:
    """«E un quarto».

    alle sei e un quarto    2024-03-13T06:15
    all'una e un quarto     2024-03-13T01:15
    """
    return Clock(hour, 15) if 1 <= hour < 24 else None


@rule("atom", "CLOCKREF", f"{LE} HOUR|N AND tre quarti", f"{L} una AND tre quarti", keeps_article=True)
def and_three_quarters(hour: int = 1) -> Meaning | None:
    """«E tre quarti».

    le otto e tre quarti     2024-03-13T08:45
    dall'una e tre quarti    2024-03-13T01:45
    """
    return Clock(hour, 45) if 1 <= hour < 24 else None


@rule("atom", "CLOCKREF", f"{L} una AND HALVES", keeps_article=True)
def half_past_one(minute: int) -> Meaning:
    """«E mezza», «e un quarto» of one o'clock.

    all'una e mezza    2024-03-13T01:30
    l'una e trenta     2024-03-13T01:30
    """
    return Clock(1, minute)


@rule("atom", "CLOCKREF", f"{LE} HOUR|N AND N minuti", keeps_article=True)
def hour_and_minutes_told(hour: int, minute: int) -> Meaning | None:
    """
    alle quattro e tre minuti    2024-03-13T04:03
    le 15 e 32 minuti            2024-03-13T15:32
    """
    return Clock(hour, minute) if hour < 24 and 0 < minute < 60 else None


@rule("atom", "CLOCKREF", f"{LE} HOUR|N AND N", keeps_article=True)
def hour_and_spelled_minutes(hour: int, minute: int) -> Meaning | None:
    """Minutes in words, by fives.

    le otto e venti      2024-03-13T08:20
    alle 9 e quaranta    2024-03-13T09:40
    """
    return Clock(hour, minute) if 3 <= hour < 24 and 5 <= minute < 60 and minute % 5 == 0 else None


@rule("atom", "CLOCKREF", "NOON", "NOON AND HALVES|N")
def noon(hour: int, minute: int = 0) -> Meaning | None:
    """Midnight is the end of its day.

    a mezzogiorno       2024-03-13T12:00
    alla mezzanotte       2024-03-13T24:00
    mezzogiorno e mezzo   2024-03-13T12:30
    mezzogiorno e dieci   2024-03-13T12:10
    """
    if minute > 59 or 0 < minute < 5:
        return None
    return Clock(hour, minute) if hour == 12 or not minute else Clock(0, minute)


@rule("atom", "CLOCKREF", "NOON AND un quarto")
def quarter_past_noon(hour: int) -> Meaning:
    """
    a mezzanotte e un quarto     2024-03-13T00:15
    al mezzogiorno e un quarto   2024-03-13T12:15
    """
    return Clock(hour % 24, 15)


@rule("measure", "CLOCKREF", "da|dalla CLOCKREF", keeps_article=False)
def from_midnight(clock: Meaning) -> Meaning | None:
    """A day begins at midnight, where something lasts from it.

    dalla mezzanotte     2024-03-13T00:00
    da mezzanotte        2024-03-13T00:00
    """
    return Clock(0) if clock == Clock(24) else None


@rule("atom", "CLOCKREF", f"{LE} HOUR|N meno un quarto", f"{L} una meno un quarto", keeps_article=True)
def quarter_to(hour: int = 1) -> Meaning | None:
    """«Meno un quarto» belongs to the hour before.

    alle otto meno un quarto    2024-03-13T07:45
    all'una meno un quarto      2024-03-13T00:45
    """
    return Clock(hour - 1, 45) if 1 <= hour <= 24 else None


@rule("atom", "CLOCKREF", f"un quarto {LE} HOUR|N")
def quarter_of(hour: int) -> Meaning | None:
    """
    un quarto alle otto        2024-03-13T07:45
    dall'un quarto alle 9      2024-03-13T08:45
    """
    return Clock(hour - 1, 45) if 1 <= hour <= 24 else None


@rule("atom", "CLOCKREF", f"{LE} HOUR|N meno N", keeps_article=True)
def minutes_to(hour: int, minutes: int) -> Meaning | None:
    """«Meno dieci», by fives.

    alle sette meno dieci      2024-03-13T06:50
    dalle 9 meno venti         2024-03-13T08:40
    """
    return Clock(hour - 1, 60 - minutes) if 1 <= hour <= 24 and minutes in (5, 10, 20, 25) else None


@rule("part", "CLOCKREF", "HOUR|N AND un quarto DI PART")
def bare_quarter_of_part(hour: int, code: str) -> Meaning | None:
    """«E un quarto» without its article, if the part of the day is said.

    tre e un quarto del pomeriggio    2024-03-13T15:15
    8 e un quarto di sera             2024-03-13T20:15
    """
    return Clock(hour, 15, part=code.rstrip("-")) if 1 <= hour <= 12 else None


@rule("part", "CLOCKREF", "HOUR|N AND HALVES DI PART")
def bare_half_of_part(hour: int, minute: int, code: str) -> Meaning | None:
    """«E mezza» without its article, if the part of the day is said.

    tre e mezza del pomeriggio    2024-03-13T15:30
    8 e mezza di sera             2024-03-13T20:30
    """
    return Clock(hour, minute, part=code.rstrip("-")) if 1 <= hour <= 12 else None


@rule("part", "CLOCKREF", "HOUR|N DI PART", "CLOCK DI PART")
def bare_hour_of_part(hour: Any, code: str) -> Meaning | None:
    """An hour without its article, if the part of the day is said.

    8 di sera             2024-03-13T20:00
    tre del pomeriggio    2024-03-13T15:00
    """
    if isinstance(hour, tuple):
        return Clock(hour[0], hour[1], code.rstrip("-"))
    return Clock(hour, part=code.rstrip("-")) if 1 <= hour <= 12 else None


@rule("part", "CLOCKREF", "CLOCKREF DI PART", "CLOCKREF PART")
def of_part(clock: Clock, code: str) -> Meaning | None:
    """The part of the day tells the morning's hour from the evening's.

    le 8 di sera                2024-03-13T20:00
    all'una di notte            2024-03-13T01:00
    le 4 e mezza del mattino    2024-03-13T04:30
    le 3 del pomeriggio         2024-03-13T15:00
    """
    return replace(clock, part=code.rstrip("-")) if isinstance(clock, Clock) else None


@rule("clock", "CLOCKREF", "CLOCKREF DI PERIODREF")
def clock_of_day_beside(clock: Meaning, day: Meaning) -> Meaning | None:
    """
    alle 12 del giorno prima        (2024-02-10) 2024-02-09T12:00
    dalle 8 del giorno seguente     (2024-02-10) 2024-02-11T08:00
    """
    beside = isinstance(day, Shift) and day.unit == "day" and day.from_spoken
    return replace(clock, of=day) if beside and isinstance(clock, Clock) and clock.of is None else None


@rule("clock", "CLOCKREF", "CLOCKREF circa DI DAYREF|PARTREF")
def about_clock_of_day(clock: Meaning, day: Meaning) -> Meaning | None:
    """
    alle 21.45 circa di ieri              2024-03-12T21:45 APPROX
    alle 15 circa dell'8 marzo 2022       2022-03-08T15:00 APPROX
    """
    return replace(clock, of=day, about=True) if isinstance(clock, Clock) and clock.of is None else None


@rule("bound", "CLOCKREF", "entro CLOCKREF", keeps_article=True)
def deadline(clock: Meaning) -> Meaning | None:
    """A deadline looks ahead, unless tense says otherwise.

    entro le 12 di venerdì          2024-03-15T12:00
    entro le 18 dell'8 maggio       2024-05-08T18:00
    """
    return replace(clock, deadline=True) if isinstance(clock, Clock) else None


@rule(
    "clock",
    "CLOCKREF",
    "CLOCKREF DI DAYREF",
    "CLOCKREF DI PARTREF",
    "CLOCKREF PARTREF",
    "CLOCKREF italiane|locali DI DAYREF|PARTREF",
)
def clock_of_day(clock: Meaning, day: Meaning) -> Meaning | None:
    """
    alle 9 di sabato           2024-03-09T09:00
    alle 21.50 di ieri         2024-03-12T21:50
    alle 20 di martedì sera    2024-03-12T20:00
    alle 8 di ieri sera        2024-03-12T20:00
    alle 17.03 italiane di ieri    2024-03-12T17:03
    """
    return replace(clock, of=day) if isinstance(clock, Clock) and clock.of is None else None


@rule(
    "part",
    "CLOCKREF",
    "CLOCKREF DI PART BETWEEN DAYREF AND DAYREF",
    "CLOCKREF DI PART DI DAYREF",
    "CLOCKREF DI PART BETWEEN [ART] DAY AND [ART] DAYREF",
)
def clock_of_night(clock: Meaning, code: str, *days: Any) -> Meaning | None:
    """An hour of the night between two days.

    all'una di notte tra lunedì e martedì       2024-03-12T01:00
    alle 3 della notte tra sabato e domenica    2024-03-10T03:00
    """
    if not isinstance(clock, Clock):
        return None
    if len(days) == 1:
        return replace(clock, part=code.rstrip("-"), of=DayPart(code.rstrip("-"), "", days[0]))
    first = Fields(day=days[0], month=getattr(days[1], "month", None)) if isinstance(days[0], int) else days[0]
    return replace(clock, part="TNI", of=NightBetween(first, days[1]))


@rule(
    "clock",
    "CLOCKREF",
    "DAYREF [,|DASH] CLOCKREF",
    "DAYREF CLOCK",
)
def date_line(day: Meaning, clock: Any) -> Meaning | None:
    """A date line with its time is one expression.

    28.04.2025 11:00                 2025-04-28T11:00
    lunedì 28 aprile 2025, ore 11    2025-04-28T11:00
    dell'8 maggio 2021, ore 18.30    2021-05-08T18:30
    """
    if getattr(day, "leans", True) or not hasattr(day, "point"):
        return None
    found = Clock(*clock) if isinstance(clock, tuple) else clock
    return replace(found, of=day) if isinstance(found, Clock) and found.of is None else None


@rule("join", "CLOCKREF", "PERIODREF [DI] CLOCKREF", "PERIODREF la|le CLOCKREF", keeps_article=False)
def minutes_beside(before: Meaning, clock: Meaning) -> Meaning | None:
    """A few minutes from an hour are about that hour.

    pochi minuti prima delle 8       2024-03-13T08:00 APPROX
    pochi minuti dopo le 20.30       2024-03-13T20:30 APPROX
    """
    return replace(clock, about=True) if before == Vague("PAST_REF", "moment") and isinstance(clock, Clock) else None


@rule(
    "join",
    "CLOCKREF",
    "AROUND A|la|le CLOCKREF",
    "AROUND CLOCKREF",
    "poco dopo|prima [DI] CLOCKREF",
    "CLOCKREF circa",
    "circa CLOCKREF",
    "quasi CLOCKREF",
    "appena dopo CLOCKREF",
    "poco dopo|prima la CLOCKREF",
    keeps_article=False,
)
def around(*values: Any) -> Meaning | None:
    """Of the day of printing, or the one spoken of, give or take.

    intorno alle 22    2024-03-13T22:00 APPROX
    verso l'una        2024-03-13T01:00 APPROX
    poco dopo le 12    2024-03-13T12:00 APPROX
    """
    clock = next((v for v in values if isinstance(v, Clock)), None)
    return replace(clock, about=True) if clock else None
