"""Why an expression has its date, in one Italian sentence."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from timeline.dates.meaning import FUTURE, PAST, Absolute, Meaning
from timeline.dates.period import Period
from timeline.dates.stretches import Edge, Portion
from timeline.dates.timex import Reading
from timeline.italian.cues import Cue
from timeline.italian.prose import date_in_sentence, date_in_words, day_in_words

_UNITS_SAID = {
    "day": "il giorno",
    "month": "il mese e l’anno",
    "year": "l’anno",
    "decade": "il decennio",
    "century": "il secolo",
    "season": "la stagione e l’anno",
    "quarter": "il trimestre",
    "semester": "il semestre",
}


def reason(
    words: str,
    meaning: Meaning,
    reading: Reading,
    today: date,
    cue: Cue,
    spoken: Reading | None,
    moved: bool,
    where: str = "prima",
) -> str:
    """The reason for *reading*, with *words* as printed.

    *today* is the day «oggi» means, *cue* what the tense shows, *spoken* the date it was read against where that is one
    named before (or "dopo": *where*), *moved* whether the article counts its days from another day than that of
    printing.
    """
    quoted = f"“{words}”"
    if reading.type == "DURATION" and reading.first is None:
        return f"{quoted} dice quanto dura, non quando"
    if reading.type == "SET":
        return f"{quoted} dice ogni quanto accade, non quando"
    if reading.first is None or reading.last is None:
        return _reason_without_days(quoted, reading)
    target = _target(reading, isinstance(meaning, Portion | Edge))
    if spoken is not None and spoken.first is not None and spoken.last is not None:
        beside = date_in_sentence(_named(spoken.first, spoken.last), "a")
        if (spoken.first, spoken.last) == (reading.first, reading.last):
            return f"{quoted} si riferisce {beside}, nominato {where}"
        return f"{quoted} è {target}, letto rispetto {beside}, nominato {where}"
    if isinstance(meaning, Absolute):
        return f"{quoted} dice {_UNITS_SAID.get(meaning.point.unit, 'la data')} per intero: è {target}"
    if meaning.leans and cue[1] and not (cue[0] == FUTURE and reading.last < today):
        return f"{_said_by_verb(cue)}: {quoted} è {target}"
    start = "I giorni dell’articolo si contano da" if moved else "L’articolo è di"
    if meaning.leans and not cue[1]:
        return f"{start} {_day(today)} e nessun verbo dice se prima o dopo: {quoted} è letto come {target}"
    return f"{start} {_day(today)}: {quoted} è {target}"


def _said_by_verb(cue: Cue) -> str:
    direction, verb = cue
    if verb == "per":
        return "La frase guarda avanti (“per”)"
    if direction == PAST:
        return f"La frase è al passato (“{verb}”)"
    return f"La frase guarda avanti (“{verb}”)"


def _reason_without_days(quoted: str, reading: Reading) -> str:
    if reading.type == "TIME":
        return f"{quoted} dice l’ora, ma non si sa di quale giorno"
    if reading.period is not None and reading.period.start is not None and reading.period.start.year < 1:
        return f"{quoted} dice la data per intero"
    side = {"PAST_REF": "nel passato", "FUTURE_REF": "nel futuro", "PRESENT_REF": "nel presente"}.get(
        reading.value, "nel tempo"
    )
    return f"{quoted} sta {side}, senza dire quando"


_PORTIONS = {"START": "l’inizio", "MID": "la metà", "END": "la fine"}


def _target(reading: Reading, is_portion: bool = False) -> str:
    assert reading.first is not None
    assert reading.last is not None
    if is_portion and reading.mod in _PORTIONS:
        return f"{_PORTIONS[reading.mod]} {date_in_sentence(_named(reading.first, reading.last), 'di')}"
    if reading.type == "TIME" and reading.value.endswith("TNI"):
        return _night(reading.first, reading.last)
    return _days_in_words(reading.first, reading.last)


@lru_cache(4096)
def _night(first: date, last: date) -> str:
    return f"la {date_in_words(Period.of_day(first), 'notte').lower()}"


@lru_cache(4096)
def _days_in_words(first: date, last: date) -> str:
    return date_in_sentence(_named(first, last))


def _named(first: date, last: date) -> Period:
    """The calendar unit that fits exactly from *first* to *last*, else the stretch."""
    from timeline.dates.period import unit_around

    for unit in ("day", "month", "quarter", "season", "semester", "year", "decade", "century"):
        around = unit_around(first, unit)
        if (around.first, around.last) == (first, last):
            return around
    return Period.between(first, last)


@lru_cache(1024)
def _day(today: date) -> str:
    return day_in_words(today)
