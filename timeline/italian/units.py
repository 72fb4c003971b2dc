"""Times counted from the day of printing: «tre giorni fa», «sabato scorso», «quest’anno», «nelle scorse ore»."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from timeline.dates.beside import Nearest
from timeline.dates.fields import Fields
from timeline.dates.hours import DayPart, Tonight
from timeline.dates.meaning import PAST, Absolute, Meaning, Shift
from timeline.dates.stretches import Amount, Bounded, SchoolYear, Vague
from timeline.italian.engine import PHRASES

rule = PHRASES.rule
PART_WORDS = {"TMO": "mattina", "TMI": "", "TAF": "pomeriggio", "TEV": "sera", "TNI": "notte"}


@rule(
    "atom",
    "DAYREF",
    "DAYWORD",
    "quest' oggi",
    "[in] [data|giornata|giorno] odierna|odierno",
    "DAYWORD stesso",
    "giornata DI DAYWORD",
    "giorno DI DAYWORD",
)
def day_word(shift: int = 0) -> Meaning:
    """
    ieri                      2024-03-12
    nella giornata di oggi    2024-03-13
    dell'altroieri            2024-03-11
    """
    return Shift("day", shift)


@rule("atom", "DAYREF", "altro ieri", "ieri l' altro", "prima DI ieri")
def day_before_yesterday(*_: Any) -> Meaning:
    """
    l'altro ieri       2024-03-11
    ieri l'altro       2024-03-11
    """
    return Shift("day", -2)


@rule("atom", "DAYREF", "dopo domani", "domani l' altro")
def day_after_tomorrow() -> Meaning:
    """
    dopo domani         2024-03-15
    domani l'altro      2024-03-15
    """
    return Shift("day", 2)


@rule("atom", "PARTREF", "THISPART", "THIS PART", "sta PART")
def this_part(code: str) -> Meaning:
    """A part of the day of printing.

    stamattina     2024-03-13TMO
    questa sera    2024-03-13TEV
    quest'alba     2024-03-13TMO
    """
    if code == "TNI":
        return Tonight()
    return day_part(code, Shift("day", 0))


def day_part(code: str, of: Meaning | None) -> DayPart:
    """A part of the day; «alba» and «tramonto» are the begin and end of theirs."""
    plain = code.rstrip("-")
    return DayPart(plain, PART_WORDS[plain], of)


@rule("atom", "DURREF", "le|nelle|alle|dalle|delle N SIDE|LASTS UNITS", "le|nelle|alle|dalle|delle N UNITS SIDE")
def counted_beside(count: float, *rest: Any) -> Meaning:
    """The number before «prossime» is no hour.

    nelle tre prossime settimane    P3W
    le due ore scorse               PT2H
    """
    side, unit = sorted(rest, key=lambda v: isinstance(v, str))
    return Amount(count, unit, side=side)


@rule("atom", "DURREF", "LASTS ora|mezz'ora", "LASTS mezz' UNIT")
def last_hour(side: int, *_: str) -> Meaning:
    """
    nell'ultima ora        PT1H
    nella prossima ora     PT1H
    """
    return Amount(0.5 if _ else 1, "hour", side=side)


@rule("atom", "PARTREF", "domattina")
def tomorrow_morning() -> Meaning:
    """One word for the morning after.

    domattina        2024-03-14TMO
    per domattina    2024-03-14TMO
    """
    return day_part("TMO", Shift("day", 1))


@rule("atom", "PARTREF", "stanotte")
def tonight() -> Meaning:
    """The night just gone, unless tense or a late hour of printing say otherwise.

    stanotte       2024-03-12TNI
    di stanotte    2024-03-12TNI
    """
    return Tonight()


@rule("relative", "DAYREF", "in giornata")
def within_today() -> Meaning:
    """
    in giornata            2024-03-13
    dell'in giornata       2024-03-13
    """
    return Shift("day", 0)


@rule("atom", "PARTREF", "altra|altro PART")
def other_night(code: str) -> Meaning | None:
    """«L'altra notte» is the one before last night.

    l'altra notte       2024-03-11TNI
    l'altra sera        2024-03-11TEV
    """
    return day_part(code, Shift("day", -2))


@rule("atom", "VAGUEREF", "altro giorno|dì")
def other_day(*_: Any) -> Meaning | None:
    """
    l'altro giorno           PAST_REF
    dell'altro giorno        PAST_REF
    """
    return Vague("PAST_REF", "day")


@rule("relative", "DATEAGO", "DURREF fa|addietro|orsono", "DURREF or sono", "UNIT fa")
def ago(length: Amount | str) -> Meaning | None:
    """Counted back from the day of printing, as coarse as the unit counted in.

    tre giorni fa               2024-03-10
    due mesi fa                 2024-01
    quarant'anni fa             1984
    un anno e mezzo fa          2022-09
    qualche settimana fa        PAST_REF
    dieci anni or sono          2014
    """
    if isinstance(length, str) or length.side:
        return None
    if length.count is None:
        return Vague("PAST_REF", length.unit)
    if length.unit == "year" and length.count >= _ROUND:
        return Vague("PAST_REF", "year")
    return Shift(length.unit, -length.count)


_ROUND = 1000  # «mille anni fa», «tremila anni fa» are no dates


@rule("atom", "DAYREF", "N WEEKDAYS|WEEKDAY fa")
def weekdays_ago(count: int, weekday: int) -> Meaning | None:
    """
    due sabati fa           2024-03-02
    tre domeniche fa        2024-02-25
    dell'un lunedì fa       2024-03-11
    """
    return Nearest(Shift("day", 0), PAST, weekday, count) if 1 <= count <= 9 else None


@rule("nested", "PERIODREF", "DATEAGO")
def ago_alone(shift: Meaning) -> Meaning:
    """What `ago` reads is an expression on its own.

    una ventina di giorni fa    2024-02-22
    un'oretta fa                PAST_REF
    """
    return shift


@rule(
    "relative",
    "VAGUEREF",
    "tempo fa|addietro",
    "poco|poc' fa|anzi",
    "poco tempo fa",
    "molto|tanto tempo fa",
    "COUNT tempo fa",
)
def some_time_ago(*_: object) -> Meaning:
    """Long or short, but nobody says how long.

    tempo fa            PAST_REF
    qualche tempo fa    PAST_REF
    poco fa             PAST_REF
    poc'anzi            PAST_REF
    """
    return Vague("PAST_REF")


@rule(
    "relative",
    "VAGUEREF",
    "UNITS fa|addietro|orsono",
    "UNITS or sono",
    "N|COUNT|DECIMAL milioni|milione|miliardi|miliardo DI UNITS fa",
)
def units_ago(*values: Any) -> Meaning:
    """A plural without a number, or with one beyond all calendars.

    mesi fa                      PAST_REF
    anni or sono                 PAST_REF
    200 milioni di anni fa       PAST_REF
    qualche milione d'anni fa    PAST_REF
    """
    return Vague("PAST_REF", values[-1])


@rule("relative", "PERIODREF", "tra|fra DURREF", "tra|fra altri DURREF", "di|da qui a DURREF", "DURREF DA oggi")
def ahead(length: Amount) -> Meaning | None:
    """
    tra dieci giorni        2024-03-23
    fra un'ora              FUTURE_REF
    fra due anni            2026
    tra qualche giorno      FUTURE_REF
    """
    if length.side:
        return None
    if length.count is None:
        return Vague("FUTURE_REF", length.unit)
    return Shift(length.unit, length.count)


@rule(
    "relative",
    "PERIODREF",
    "CALUNIT SIDE [DI MONTH]",
    "SIDE CALUNIT",
    "CALUNIT appena|ormai SIDE|GONE",
    "CALUNIT ultimo",
)
def unit_beside(*values: Any) -> Meaning | None:
    """
    il mese scorso              2024-02
    la prossima settimana       2024-W12
    dell'anno passato           2023
    nell'anno appena concluso   2023
    """
    unit = next((v for v in values if isinstance(v, str)), "")
    side = next((v for v in values if isinstance(v, int)), -1)
    return Shift(unit, side) if unit else None


@rule(
    "relative", "PERIODREF", "SIDE mese DI MONTH", "MONTHREF SIDE", "SIDE MONTHREF", "PERIODREF SIDE", "SIDE PERIODREF"
)
def period_beside(*values: Any) -> Meaning | None:
    """
    nello scorso mese di settembre    2023-09
    marzo scorso                      2023-03
    nell'estate scorsa                2023-SU
    la prossima primavera             2025-SP
    """
    side = next(v for v in values if isinstance(v, int))
    meaning = next(v for v in values if not isinstance(v, int))
    return lean(meaning, side)


@rule("relative", "DAYREF", "DAYREF SIDE", "SIDE DAYREF", "DAYREF [DI] SIDE mese")
def day_beside(*values: Any) -> Meaning | None:
    """
    sabato scorso                 2024-03-09
    lo scorso sabato              2024-03-09
    27 luglio scorso              2023-07-27
    dell'8 marzo scorso           2024-03-08
    lunedì prossimo               2024-03-18
    """
    side = next(v for v in values if isinstance(v, int))
    return lean(next(v for v in values if not isinstance(v, int)), side)


@rule("relative", "WEEKREF", "WEEKREF SIDE", "SIDE WEEKREF", "LASTS WEEKREF", "WEEKREF appena GONE")
def weekend_beside(*values: Any) -> Meaning | None:
    """The weekend on the other side of today.

    lo scorso fine settimana    2024-W10-WE
    nel prossimo weekend        2024-W11-WE
    """
    side = next((v for v in values if isinstance(v, int)), -1)
    return lean(next(v for v in values if not isinstance(v, int)), side)


def lean(meaning: Meaning, side: int) -> Meaning | None:
    """The same date, on the side that «scorso» or «prossimo» names. A date with its year takes no side."""
    if isinstance(meaning, Fields) and meaning.lean is None and meaning.year is None:
        return replace(meaning, lean=side)
    if isinstance(meaning, Absolute):
        return meaning
    if isinstance(meaning, DayPart) and isinstance(meaning.of, Fields):
        return replace(meaning, of=lean(meaning.of, side))
    return None


@rule(
    "relative", "PERIODREF", "THIS CALUNIT", "CALUNIT corrente", "anno DI corso", "CALUNIT in corso", "presente CALUNIT"
)
def this_unit(*values: str) -> Meaning:
    """
    questa settimana          2024-W11
    quest'anno                2024
    nell'anno in corso        2024
    """
    return Shift(values[0] if values else "year", 0)


@rule("relative", "PERIODREF", "in settimana", "settimana in corso")
def within_the_week() -> Meaning:
    """
    in settimana            2024-W11
    nella settimana in corso    2024-W11
    """
    return Shift("week", 0)


@rule("relative", "PERIODREF", "entro l'|la|il CALUNIT")
def within_the_unit(unit: str) -> Meaning:
    """
    entro l'anno            2024 BEFORE
    entro la settimana      2024-W11 BEFORE
    """
    return Bounded("by", Shift(unit, 0))


@rule("relative", "PERIODREF", "entro l'|la|il CALUNIT SIDE")
def within_the_unit_beside(unit: str, side: int) -> Meaning:
    """
    entro la settimana prossima    2024-W12 BEFORE
    entro l'anno prossimo          2025 BEFORE
    """
    return Bounded("by", Shift(unit, side))


@rule("relative", "PERIODREF", "nuovo anno scolastico|accademico", "anno scolastico|accademico entrante")
def school_year_to_begin(*_: str) -> Meaning:
    """That of the autumn to come, or of the one that has begun.

    il nuovo anno scolastico          2024/2025
    nel nuovo anno scolastico         2024/2025
    dell'anno scolastico entrante     2024/2025
    """
    return SchoolYear(begins=True)


@rule(
    "relative",
    "PERIODREF",
    "[SIDE|THIS|LATER] anno scolastico|accademico [SIDE]",
    "stagione sportiva SIDE",
    "SIDE stagione sportiva",
)
def school_year(*sides: int) -> Meaning:
    """It begins in September.

    il prossimo anno scolastico        2024/2025
    nello scorso anno accademico       2022/2023
    """
    return SchoolYear(sides[-1] if sides else 0)


@rule("relative", "PERIODREF", "THIS PERIODREF|MONTHREF|WEEKREF")
def this_period(meaning: Meaning) -> Meaning | None:
    """
    quest'inverno          2023-WI
    questo fine settimana  2024-W11-WE
    """
    if not isinstance(meaning, Fields) or meaning.lean is not None:
        return None
    if meaning.weekend:
        return Shift("weekend", 0)
    return replace(meaning, lean="this")


@rule("relative", "DAYREF", "THIS DAYREF")
def this_weekday(meaning: Meaning) -> Meaning | None:
    """The one of this week.

    questo sabato         2024-03-16
    di questa domenica    2024-03-17
    """
    if isinstance(meaning, Fields) and meaning.is_weekly and meaning.lean is None:
        return replace(meaning, lean="this")
    return None


@rule("relative", "DAYREF", "THIS DAYUNIT", "fine|termine DI THIS DAYUNIT")
def this_day(*_: str) -> Meaning:
    """The day of printing.

    in questa giornata              2024-03-13
    alla fine di questa giornata    2024-03-13
    """
    return Shift("day", 0)


@rule("relative", "VAGUEREF", "UNITS SIDE", "SIDE UNITS", "SIDE PARTS", "PARTS SIDE", "questi SIDE UNITS")
def units_beside(*values: Any) -> Meaning:
    """Days, weeks or months of which nobody says how many.

    nei giorni scorsi           PAST_REF
    nelle scorse ore            PAST_REF
    nelle prossime settimane    FUTURE_REF
    degli anni passati          PAST_REF
    """
    side = next(v for v in values if isinstance(v, int))
    unit = next((v for v in values if isinstance(v, str)), "day")
    return Vague("PAST_REF" if side < 0 else "FUTURE_REF", "daypart" if unit.startswith("T") else unit)


@rule(
    "part",
    "VAGUEREF",
    "LASTS UNITS",
    "questi LASTS UNITS",
    "LASTS UNITS DI CALUNIT",
    "LASTS PARTS",
    "LASTS tempi|periodo",
)
def last_units(*values: Any) -> Meaning:
    """
    negli ultimi mesi          PAST_REF
    nelle ultime ore           PAST_REF
    nell'ultimo periodo        PAST_REF
    """
    side, unit = values[0], values[1] if len(values) > 1 else ""
    return Vague("PAST_REF" if side < 0 else "FUTURE_REF", "daypart" if unit.startswith("T") else unit)


@rule(
    "relative",
    "DURREF",
    "LASTS DURREF",
    "SIDE DURREF",
    "DURREF SIDE",
    "questi [LASTS] DURREF",
    "N LASTS UNITS",
    "LASTS CALUNIT|DAYUNIT",
    "N SIDE UNITS",
)
def last_length(*values: Any) -> Meaning | None:
    """A length of time up to now, or from now.

    negli ultimi cinque anni        P5Y
    nei prossimi tre mesi           P3M
    nell'ultima settimana           P1W
    nelle ultime 48 ore             PT48H
    """
    side = next((v for v in reversed(values) if isinstance(v, int) and v in (-1, 1)), -1)
    length = next((v for v in values if isinstance(v, Amount)), None)
    if length is None:
        unit = next((v for v in values if isinstance(v, str)), "")
        if unit in ("", "second", "daypart", "day"):
            return None  # «l'ultimo giorno della mostra» is a day of the show, not the last 24 hours
        if unit in ("quarter", "semester"):
            return Shift(unit, side)
        length = Amount(values[0] if len(values) == 3 else 1, unit)
    return replace(length, side=side)
