"""Parts of days and of longer periods: «ieri sera», «la notte tra venerdì e sabato», «inizio 2009», «a fine marzo»."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from timeline.dates.beside import BareDay, Ending, NthOf
from timeline.dates.fields import Fields
from timeline.dates.hours import DayPart, Habit, NightBetween
from timeline.dates.meaning import PAST, Absolute, Meaning, Shift
from timeline.dates.stretches import Amount, Bounded, Edge, Every, Portion
from timeline.dates.timex import duration_value
from timeline.italian.engine import PHRASES
from timeline.italian.units import day_part, lean

rule = PHRASES.rule


@rule("part", "PARTREF", "DAYREF [DI|in] PART|PARTS", "DAYREF in ART PART", "DAYREF a PART", "DAYREF , PART")
def part_of_day(day: Meaning, code: str) -> Meaning | None:
    """A day with its part.

    ieri sera             2024-03-12TEV
    sabato mattina        2024-03-09TMO
    dell'8 marzo, sera    2024-03-08TEV
    domani notte          2024-03-14TNI
    """
    return day_part(code, day)


@rule(
    "part",
    "PARTREF",
    "PART DI DAYREF",
    "EARLY|LATE PART DI DAYREF",
    "PART EARLY|LATE DI DAYREF",
    "PARTS DI DAYREF",
    "PART a cavallo tra|fra DAYREF",
    "metà PART DI DAYREF",
)
def day_with_part_first(*values: Any) -> Meaning | None:
    """
    nel pomeriggio di ieri           2024-03-12TAF
    in tarda serata di sabato        2024-03-09TEV
    nella notte di lunedì            2024-03-11TNI
    nella prima mattinata di ieri    2024-03-12TMO
    """
    code = next(v for v in values if isinstance(v, str))
    return day_part(code, values[-1])


@rule("part", "PARTREF", "PART DI DAY", "EARLY|LATE PART DI DAY")
def part_of_bare_day(*values: Any) -> Meaning:
    """A day number alone is of the month last spoken of.

    la mattina del 26              (2024-02-10) 2024-02-26TMO
    nel tardo pomeriggio dell'11   (2024-02-10) 2024-02-11TAF
    """
    code = next(v for v in values if isinstance(v, str))
    return day_part(code, BareDay(values[-1]))


@rule("relative", "PARTREF", "PART SIDE", "SIDE PART", "PART appena SIDE|GONE")
def part_beside(*values: Any) -> Meaning | None:
    """«La notte scorsa» is the one before the day of printing.

    la notte scorsa                2024-03-12TNI
    nella notte appena trascorsa   2024-03-12TNI
    la scorsa notte                2024-03-12TNI
    """
    code = next(v for v in values if isinstance(v, str))
    side = next((v for v in values if isinstance(v, int)), -1)
    shift = -1 if side < 0 else (0 if code == "TNI" else 1)
    return day_part(code, Shift("day", shift))


@rule("part", "PARTREF", "THISPART LATE|presto", "DAYREF EARLY PART", "DAYREF LATE PART")
def part_with_edge(*values: Any) -> Meaning | None:
    """«Prima mattina», «tarda sera» after their day.

    ieri prima mattina         2024-03-12TMO
    dell'8 marzo tarda sera    2024-03-08TEV
    """
    if len(values) == 1 or not isinstance(values[-1], str):
        return day_part(values[0], Shift("day", 0)) if isinstance(values[0], str) else None
    return day_part(values[-1], values[0])


@rule(
    "part",
    "PARTREF",
    "prime ore DI DAYREF",
    "prime ore DI PART DI DAYREF",
    "ultime ore DI DAYREF",
    "prime luci DI DAYREF",
    "prime luci DI PART DI DAYREF",
    "prima ora DI DAYREF",
)
def first_hours(*values: Any) -> Meaning | None:
    """
    nelle prime ore di sabato               2024-03-09TMO
    alle prime ore del mattino di ieri      2024-03-12TMO
    """
    code = next((v for v in values if isinstance(v, str) and v in ("TMO", "TAF", "TEV", "TNI")), "TMO")
    return day_part(code, values[-1])


@rule(
    "part",
    "PARTREF",
    "prime ore DI PART",
    "prime ore DI giornata",
    "ultime ore DI PART",
    "prime luci DI PART",
    "primissime ore DI PART",
    "calar DI PART",
)
def first_hours_of_part(*values: Any) -> Meaning | None:
    """
    nelle prime ore del mattino     (2024-02-10) 2024-02-10TMO
    alle prime luci dell'alba       (2024-02-10) 2024-02-10TMO
    """
    return day_part(values[-1] if values else "TMO", None)


@rule(
    "part",
    "LOOSEPART",
    "PART",
    "EARLY PART",
    "LATE PART",
    "PART EARLY|LATE",
    "metà PART",
    "piena PART",
    "pieno PART",
    "mezza PART",
    "ora DI pranzo|cena",
)
def loose_part(*values: Any) -> Meaning | None:
    """A part of the day with no day of its own: of the day last spoken of (see `part_in`).

    in mattinata            (2024-02-10) 2024-02-10TMO
    nel tardo pomeriggio    (2024-02-10) 2024-02-10TAF
    """
    code = next((v for v in values if isinstance(v, str) and v.startswith("T")), None)
    return day_part(code, None) if code else None


@rule(
    "clock",
    "PARTREF",
    "IN LOOSEPART",
    "tutta la LOOSEPART",
    "tutto il LOOSEPART",
    "A LOOSEPART",
    "nottetempo",
    "verso [ART] LOOSEPART",
    "DURANTE LOOSEPART",
    "IN corso DI LOOSEPART",
)
def part_in(part: DayPart | None = None) -> Meaning:
    """
    in tarda serata           (2024-02-10) 2024-02-10TEV
    nel primo pomeriggio      (2024-02-10) 2024-02-10TAF
    all'alba                  (2024-02-10) 2024-02-10TMO
    """
    return part or day_part("TNI", None)


@rule(
    "part",
    "PARTREF",
    "PART BETWEEN [ART] DAYREF AND [ART] DAYREF",
    "notte|nottata DI DAYREF AND DAYREF",
    "PART a cavallo BETWEEN DAYREF AND DAYREF",
    "PART BETWEEN [ART] DAY AND [ART] DAYREF",
    "PART DI DAY AND [ART] DAYREF",
    "PART DA DAYREF A DAYREF",
    "PART DASH DAYREF DASH DAYREF",
    "notte|nottata BETWEEN ART DAY AND ART DAY",
)
def night_between(*values: Any) -> Meaning | None:
    """The night that begins on the evening of the first day.

    nella notte tra venerdì e sabato            2024-03-08TNI
    nella notte fra l'8 e il 9 marzo            2024-03-08TNI
    nella notte tra sabato e domenica scorsi    2024-03-09TNI
    nella notte tra il 30 aprile e il 1º maggio 2019    2019-04-30TNI
    nella notte tra il 19 e il 20               (2024-02-10) 2024-02-19TNI
    """
    *code, evening, morning = values
    if code and code[0] not in ("TNI", "TEV"):
        return None
    if isinstance(evening, int) and isinstance(morning, int):
        return NightBetween(BareDay(evening), BareDay(morning)) if morning == evening + 1 else None
    if isinstance(evening, int):
        if isinstance(morning, Absolute) and morning.point.unit == "day" and evening < morning.point.day:
            return NightBetween(Absolute(replace(morning.point, day=evening)), morning)
        if not isinstance(morning, Fields) or morning.day is None:
            return None
        evening = Fields(month=morning.month, day=evening) if evening < morning.day else Fields()
        return NightBetween(evening, morning)
    return NightBetween(evening, morning)


@rule("relative", "PARTREF", "DAYREF PART SIDE")
def evening_beside(day: Meaning, code: str, side: int) -> Meaning | None:
    """«Scorso» after the part of the day leans the day.

    sabato sera scorso           2024-03-09TEV
    del venerdì notte scorso     2024-03-08TNI
    lunedì mattina prossimo      2024-03-18TMO
    """
    leant = lean(day, side)
    return day_part(code, leant) if leant else None


# --- begin, middle, end


@rule(
    "part",
    "PERIODREF",
    "PORTION [DI] MONTHREF|YEARREF|PERIODREF|WEEKREF",
    "mezz' MONTHREF|PERIODREF",
    "mezza PERIODREF",
)
def portion(*values: Any) -> Meaning | None:
    """
    a fine marzo                2024-03 END
    all'inizio del 2009         2009 START
    a metà dicembre             2023-12 MID
    a mezz'agosto               2023-08 MID
    """
    if isinstance(values[-1], Bounded):
        return None  # «doveva finire entro la settimana»
    return Portion(values[0] if len(values) == 2 else "MID", values[-1])


@rule(
    "nested",
    "PERIODREF",
    "primi|primissimi giorni|mesi|anni DI MONTHREF|YEARREF|PERIODREF|CALUNIT",
    "prima metà|parte [DI] MONTHREF|YEARREF|PERIODREF|CENTURYREF|CALUNIT",
    "prime settimane DI MONTHREF|YEARREF|PERIODREF|CALUNIT",
    "primi DI MONTHREF|YEARREF",
    "prima quindicina DI MONTHREF",
)
def first_part(*values: Any) -> Meaning:
    """«I primi giorni di», «la prima metà di».

    nei primi giorni di maggio      2024-05 START
    nella prima metà dell'anno      2024 START
    ai primi di settembre           2023-09 START
    """
    return Portion("START", _period(values[-1], "START"))


@rule(
    "nested",
    "PERIODREF",
    "ultimi giorni|mesi|anni DI MONTHREF|YEARREF|PERIODREF|CALUNIT",
    "seconda metà|parte [DI] MONTHREF|YEARREF|PERIODREF|CENTURYREF|CALUNIT",
    "ultima parte DI MONTHREF|YEARREF|PERIODREF|CALUNIT",
    "ultime settimane DI MONTHREF|YEARREF|PERIODREF|CALUNIT",
    "seconda quindicina DI MONTHREF",
)
def last_part(*values: Any) -> Meaning:
    """«Gli ultimi giorni di», «la seconda metà di».

    negli ultimi giorni di maggio    2024-05 END
    nella seconda metà del 2019      2019 END
    """
    return Portion("END", _period(values[-1], "END"))


def _period(whole: Meaning | str, mod: str) -> Meaning:
    """A calendar unit said alone is the current one; of its end, tense may say that it is over."""
    if isinstance(whole, str):
        return Ending(whole) if mod == "END" else Shift(whole, 0)
    return whole


@rule("nested", "PERIODREF", "primi|prime DURREF DI MONTHREF|YEARREF|PERIODREF|CALUNIT")
def first_units(length: Meaning, whole: Meaning | str) -> Meaning | None:
    """Months of a year and days of a month, counted from its beginning.

    nei primi tre mesi dell'anno          2024-Q1
    nei primi nove mesi del 2023          2023-01/2023-09
    nelle prime due settimane del mese    2024-03 START
    """
    return _edge(length, whole, "START") if isinstance(length, Amount) else None


@rule("nested", "PERIODREF", "DURREF DI MONTHREF|YEARREF|PERIODREF|CALUNIT")
def last_units_of(length: Amount | Shift, whole: Meaning | str) -> Meaning | None:
    """Counted back from its end, not from today.

    negli ultimi due mesi del 2023        2023-11/2023-12
    negli ultimi tre giorni di febbraio   2024-02-27/2024-02-29
    nelle ultime due settimane di marzo   2024-03 END
    nell'ultimo trimestre del 2023        2023-Q4
    """
    if isinstance(length, Shift):  # «l'ultimo trimestre»
        months = {"quarter": 3, "semester": 6}.get(length.unit, 0)
        return _edge(Amount(months, "month"), whole, "END") if months and length.count == -1 else None
    return _edge(replace(length, side=0), whole, "END") if length.side == PAST else None


def _edge(length: Amount, whole: Meaning | str, mod: str) -> Meaning | None:
    if length.side:
        return None
    return Edge(length, _period(whole, mod), mod)


@rule("part", "PERIODREF", "PORTION CALUNIT", "PORTION DI CALUNIT")
def portion_of_current(mod: str, unit: str = "year") -> Meaning:
    """
    a fine mese               2024-03 END
    dall'inizio dell'anno     2024 START
    """
    return Portion(mod, _period(unit, mod))


@rule("relative", "DAYREF", "ORDINAL|LASTS DAYUNIT DI MONTHREF|YEARREF|PERIODREF|CALUNIT")
def nth_day(nth: int, _day: str, whole: Meaning | str) -> Meaning | None:
    """
    il primo giorno di maggio              2024-05-01
    nell'ultimo giorno di ottobre 2015     2015-10-31
    il primo giorno d'autunno              2023-FA START
    l'ultimo giorno dell'anno              2024-12-31
    """
    if isinstance(whole, str):
        return NthOf(nth, Ending(whole)) if nth < 0 else None  # «il primo giorno del mese»: of which, tense rarely says
    if isinstance(whole, Fields) and whole.season:
        return Portion("START", whole) if nth == 1 else None  # the sky says when, and a day sooner or later
    return NthOf(nth, whole)


@rule("nested", "DAYREF", "ORDINAL|LASTS DAYREF DI MONTHREF|PERIODREF")
def nth_weekday(nth: int, day: Any, whole: Meaning) -> Meaning | None:
    """
    il terzo martedì di settembre 2024     2024-09-17
    l'ultima domenica di marzo 2014        2014-03-30
    nel primo sabato del mese scorso       2024-02-03
    """
    bare = isinstance(day, Fields) and day.is_bare_weekday
    return NthOf(nth, whole, weekday=day.weekday) if bare else None


@rule("nested", "SETREF", "ORDINAL|LASTS DAYREF DI CALUNIT")
def nth_day_of_unit(nth: int, day: Meaning, unit: str) -> Meaning | None:
    """It comes round with the month, unless the clause tells what happened once.

    il primo sabato del mese       P1M
    l'ultima domenica dell'anno    P1Y
    """
    if not isinstance(day, Fields) or not day.is_bare_weekday:
        return None
    return Habit(NthOf(nth, _period(unit, "END" if nth < 0 else ""), weekday=day.weekday), duration_value(1, unit))


@rule(
    "nested",
    "SETREF",
    "EVERY ORDINAL|LASTS DAYREF DI CALUNIT",
    "ORDINAL|LASTS DAYREF DI SETREF",
    "ALL ART ORDINAL|LASTS DAYREF DI CALUNIT",
)
def every_nth_day(_nth: int, day: Meaning, every: Meaning | str) -> Meaning | None:
    """
    ogni primo sabato del mese             P1M
    nell'ultimo venerdì di ogni mese       P1M
    """
    if not isinstance(day, Fields) or not day.is_bare_weekday:
        return None
    return Every(duration_value(1, every)) if isinstance(every, str) else every


@rule("nested", "WEEKREF", "ORDINAL|LASTS WEEKREF DI MONTHREF", "WEEKREF DI MONTHREF")
def nth_weekend(*values: Any) -> Meaning | None:
    """The weekend of the Saturday counted.

    nell'ultimo fine settimana di settembre 2024    2024-W39-WE
    il primo weekend di ottobre 2024                2024-W40-WE
    """
    *nth, weekend, whole = values
    if not isinstance(weekend, Fields) or not weekend.weekend or (not nth and weekend.lean != PAST):
        return None
    return NthOf(nth[0] if nth else -1, whole, unit="weekend")  # «l'ultimo weekend» is the one gone by, elsewhere


@rule("relative", "WEEKREF", "ORDINAL|LASTS settimana DI MONTHREF")
def nth_week(nth: int, whole: Meaning) -> Meaning:
    """Weeks from Monday to Sunday, most of whose days lie within.

    nella prima settimana di ottobre 2024     2024-W40
    l'ultima settimana di settembre 2024      2024-W39
    """
    return NthOf(nth, whole, unit="week")


# --- what comes round


@rule("clock", "PARTREF", "il|la|l' LOOSEPART")
def the_evening(part: DayPart) -> Meaning:
    """«La sera» comes round, unless the clause tells what happened: then it is that of the day last spoken of.

    la sera         XXXX-XX-XXTEV
    la mattina      XXXX-XX-XXTMO
    l'alba          XXXX-XX-XXTMO
    """
    return Habit(part, f"XXXX-XX-XX{part.part}")


@rule("clock", "SETREF", "EVERY LOOSEPART", "di|d' LOOSEPART", "ALL ART PARTS", "PARTS", "EVERY PART")
def every_part(*values: Any) -> Meaning | None:
    """A part of the day that comes round.

    di sera           XXXX-XX-XXTEV
    tutte le notti    XXXX-XX-XXTNI
    ogni mattina      XXXX-XX-XXTMO
    nelle sere        XXXX-XX-XXTEV
    """
    value = values[-1]
    code = value.part if isinstance(value, DayPart) else value
    return Every(f"XXXX-XX-XX{code}")
