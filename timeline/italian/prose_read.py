"""Whole dates as editors type them: EDTF, and every wording that prose_write.py prints, in looser spellings too.

date     = "senza data" | edtf | [part "di"] period {"," (time | "data incerta")}
period   = ["intorno a"] (night | weekend | week | once | interval | limit | stretch | schoolyear | list)
night    = "notte tra" partial "e" partial
weekend  = ("fine settimana" | "weekend") "di" partial ["e" partial]
week     = "settimana" ("da" partial "a" partial | "di" partial)
once     = "tra" partial "e" partial
interval = "da" partial ["a" partial]
limit    = ("fino a" | "entro" | "non prima di") partial
stretch  = ("inizio" | "metà" | "fine" | "primi giorni di" …) partial
list     = partial ["-" partial | {"," partial} ("e" | "o") partial]
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache
from itertools import pairwise

from timeline.dates.edtf import EdtfError, format_edtf, parse_edtf
from timeline.dates.period import Kind, Period, unit_around
from timeline.italian.prose_points import (
    OF,
    Partial,
    accept_about,
    accept_uncertain,
    complete,
    read_partial,
)
from timeline.italian.prose_stretches import read_stretch, read_years_of
from timeline.italian.prose_time import accept_clock, accept_part
from timeline.italian.prose_tokens import DateError, Reader, explain_failure
from timeline.italian.prose_write import date_in_words

_A = ("a", "ad", "al", "all'", "alla", "agli", "ai")
_DA = ("da", "dal", "dall'", "dalla", "dagli", "dai")
_NO_DATE = ("", "senza data", "data da definire", "data ignota", "data sconosciuta")
_LOOKS_LIKE_EDTF = re.compile(r"[-\d\[.][\dX\[\]/.,?~%-]*", re.ASCII)
_AROUND_MARKS = re.compile(r"\s*([/,\[\]])\s*")
_ISO_TIME = re.compile(r"(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(:\d\d)?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a typed date says: a period and a time.

    *window* are the days meant where EDTF cannot say them: the last third of March in «fine marzo».
    """

    period: Period | None
    time: str = ""
    window: Period | None = None


def read_date(text: str) -> Period | None:
    """The period of a typed date, EDTF or Italian; None for «Senza data». Raises `DateError`, a ValueError.

    >>> from timeline.dates.edtf import format_edtf
    >>> format_edtf(read_date("Dal 28 aprile al 1º maggio 2025"))
    '2025-04-28/2025-05-01'
    """
    return read_all(text).period


def read_date_and_time(text: str) -> tuple[Period | None, str]:
    """The period and the canonical time of a typed date; "" where it names none.

    >>> read_date_and_time("sabato 26 aprile 2025, ore 18.30")[1]
    '18:30'
    """
    reading = read_all(text)
    return reading.period, reading.time


def says_more_than_edtf(text: str) -> bool:
    """Whether a date says what EDTF cannot: «Fine marzo 2025» and «Anno scolastico 2023/24» belong in date_text."""
    try:
        return read_all(text).window is not None
    except DateError:
        return False


def date_text_fits(date_text: str, period: Period | None) -> bool:
    """Whether the editor's words may stand for *period*; words that are no date fit anything.

    >>> from timeline.dates.edtf import parse_edtf
    >>> [date_text_fits("Fine marzo 2025", parse_edtf(d)) for d in ("2025-03", "2025-03-28", "2025-03-02", "2025-04")]
    [True, True, False, False]
    """
    try:
        reading = read_all(date_text)
    except DateError:
        return True
    said = reading.window or reading.period
    return said is None or period is None or said.overlaps(period)


@lru_cache(maxsize=4096)
def read_all(text: str) -> Reading:
    """All that a typed date says. Raises `DateError`."""
    plain = " ".join(text.split())
    if plain.lower().rstrip(".") in _NO_DATE:
        return Reading(None)
    timed = _ISO_TIME.fullmatch(plain)
    if timed:
        return replace(_read_edtf(timed[1]) or Reading(None), time=timed[2])
    packed = _AROUND_MARKS.sub(r"\1", plain).upper()
    edtf = _read_edtf(packed) if _LOOKS_LIKE_EDTF.fullmatch(packed) else None
    if edtf:
        return edtf
    reader = Reader(plain)
    reading = _read_sentence(reader)
    if reading is None or not reader.done:
        raise explain_failure(plain)
    return reading


def _read_edtf(text: str) -> Reading | None:
    """EDTF; None where it has not its form and may still be Italian («26.4.2025»)."""
    try:
        return Reading(parse_edtf(text))
    except EdtfError as error:
        if error.fault != "syntax":
            raise _in_italian(error, text) from None
        return None


def _in_italian(error: EdtfError, text: str) -> DateError:
    match error.fault:
        case "no such day":
            return DateError(f"il giorno {error.part} non esiste", "correggi il giorno: quel mese ne ha di meno")
        case "no such month":
            return DateError(
                f"la data «{text}» non esiste: il mese va da 01 a 12",
                "scrivi per esempio 2025-04; per più anni 1915/1918",
            )
        case "ends before it begins":
            return DateError(f"il periodo «{text}» finisce prima di cominciare", "scrivi prima la data più antica")
        case _:
            return DateError(
                f"la data «{text}» è in una forma EDTF che qui non si usa",
                "scrivi 2025-04-26, 2025-04, 2025 oppure 2025-04-26/2025-04-28; l’ora va nel campo time",
            )


def _read_sentence(reader: Reader) -> Reading | None:
    """date = [part "di"] period {"," (time | "data incerta")}"""
    part = _read_part_of(reader)
    reading = _read_night(reader) or _read_period(reader)
    if reading is None:
        return None
    uncertain = False
    while not reader.done:
        reader.accept(",")
        if reader.accept_row("data", "incerta") or reader.accept_row("date", "incerte") or accept_uncertain(reader):
            uncertain = True
            continue
        midnight = "mezzanotte" in (reader.peek(), reader.peek(1))
        time = accept_part(reader) or accept_clock(reader) or _bare_clock(reader)
        if not time or part or reading.time not in ("", "notte"):
            return None
        reading = _at_time(reading, time, midnight)
    if uncertain and reading.period:
        reading = replace(reading, period=_uncertain(reading.period))
    return replace(reading, time=part) if part else reading


def _bare_clock(reader: Reader) -> str:
    """18.30 or 18:30 after a comma or a space; a lone number is no time."""
    return accept_clock(reader, bare=True) if reader.peek(1) in (".", ":") else ""


def _read_part_of(reader: Reader) -> str:
    """«mattina di», «la sera del», «nel pomeriggio di»; a night belongs to two days and is asked about."""
    start = reader.at
    part = accept_part(reader)
    if part and part != "notte" and reader.accept(*OF):
        return part
    if part == "notte" and reader.accept(*OF):
        partial = read_partial(reader)
        if partial and partial.unit == "day":
            day = Period(tuple(complete([partial], reader.text)))
            raise DateError(
                f"«{reader.text}» può essere la notte prima o quella dopo",
                f"scrivi {_small(date_in_words(day, 'notte'))}, oppure la notte prima",
            )
    reader.at = start
    return ""


def _small(words: str) -> str:
    return words[:1].lower() + words[1:]


def _at_time(reading: Reading, time: str, midnight: bool) -> Reading:
    """*reading* at that time of day; in a night the small hours are of the second day."""
    if reading.time != "notte":
        if midnight and reading.period:
            raise DateError(
                "«mezzanotte» può essere quella prima o quella dopo",
                f"scrivi ore 0, oppure {_small(date_in_words(reading.period, 'notte'))}, a mezzanotte",
            )
        return replace(reading, time=time)
    hour = int(time.removeprefix("circa ").partition(":")[0]) if time[-1].isdecimal() else -1
    if hour < 0 or 12 <= hour < 18:
        raise DateError(f"«{time}» non è un’ora della notte", "scrivi un’ora dalle 18 alle 11, o togli «notte»")
    first = reading.period and reading.period.first
    if hour < 12 and reading.period and first:
        return Reading(Period.of_day(first + timedelta(1)), time)
    return replace(reading, time=time)


def _uncertain(period: Period) -> Period:
    return Period(tuple(p and replace(p, uncertain=True) for p in period.points), period.kind)


def _read_night(reader: Reader) -> Reading | None:
    """night = "notte tra" partial "e" partial; of the first a weekday is enough"""
    start = reader.at
    reader.accept("nella", "la", "in")
    if not reader.accept("notte") or not reader.accept("tra", "fra"):
        reader.at = start
        return None
    pair = _read_pair(reader, "e", "ed")
    if pair is None:
        return None
    last = Period(tuple(complete(pair[1:], reader.text))).first
    if last is None or last == date.min:
        return None
    before = last - timedelta(1)
    first = pair[0]
    if first.unit == "weekday":
        first = replace(first, unit="day", day=before.day, part=before.month, year=before.year)
    if Period(tuple(complete([first, pair[1]], reader.text)[:1])) != Period.of_day(before):
        right = _small(date_in_words(Period.of_day(before), "notte"))
        raise DateError(f"«{reader.text}»: i due giorni non sono di seguito", f"scrivi {right}")
    return Reading(Period.of_day(before), "notte")


def _read_pair(reader: Reader, *signs: str) -> list[Partial] | None:
    first = read_partial(reader)
    last = read_partial(reader) if first and reader.accept(*signs) else None
    return [first, last] if first and last else None


def _read_period(reader: Reader) -> Reading | None:
    """period = ["intorno a"] (weekend | week | once | interval | limit | stretch | years | list)"""
    about = bool(reader.accept("intorno", "attorno", "verso")) or accept_about(reader)
    reader.accept(*_A)
    stretch = read_years_of(reader) or read_stretch(reader)
    if stretch:
        return Reading(*stretch[:1], "", stretch[1])
    period = (
        _read_weekend(reader)
        or _read_week(reader)
        or _read_once(reader)
        or _read_interval(reader)
        or _read_limit(reader)
        or _read_list(reader)
    )
    if period is None:
        return None
    return Reading(period.approximately() if about else period)


def _ordered(partials: list[Partial | None], kind: Kind, reader: Reader) -> Period:
    """The period of that kind; raises where it ends before it begins."""
    points = iter(complete([p for p in partials if p], reader.text))
    edtf = format_edtf(Period(tuple(next(points) if p else None for p in partials), kind))
    try:
        return parse_edtf(edtf)
    except EdtfError as error:
        raise _in_italian(error, reader.text) from None


def _read_weekend(reader: Reader) -> Period | None:
    """weekend = ("fine settimana" | "weekend") "di" partial ["e" partial]"""
    start = reader.at
    reader.accept("nel", "il")
    if not (
        reader.accept_row("fine", "settimana") or reader.accept("weekend") or reader.accept_row("week", "-", "end")
    ):
        reader.at = start
        return None
    reader.accept(*OF, *_DA)
    first = read_partial(reader)
    last = read_partial(reader) if reader.accept("e", "-", *_A) else None
    if first is None:
        return None
    period = _ordered([first, last], "interval", reader) if last else Period(tuple(complete([first], reader.text)))
    day = period.first
    if day is None or period.length() not in (1, 2):
        return None
    weekend = unit_around(day, "weekend")
    if not weekend.covers(period):
        raise DateError(
            f"«{reader.text}» non è sabato e domenica", f"scrivi {_small(date_in_words(weekend))}, o l’altro"
        )
    return period if last else weekend


def _read_week(reader: Reader) -> Period | None:
    """week = "settimana" ("da" partial "a" partial | "di" partial)"""
    start = reader.at
    reader.accept("nella", "la")
    if not reader.accept("settimana"):
        reader.at = start
        return None
    if reader.accept(*_DA):
        pair = _read_pair(reader, *_A)
        return _ordered([*pair], "interval", reader) if pair else None
    reader.accept(*OF)
    partial = read_partial(reader)
    day = Period(tuple(complete([partial], reader.text))).first if partial and partial.unit == "day" else None
    return unit_around(day, "week") if day else None


def _read_once(reader: Reader) -> Period | None:
    """once = "tra" partial "e" partial"""
    if not reader.accept("tra", "fra"):
        return None
    pair = _read_pair(reader, "e", "ed")
    return _ordered([*pair], "once", reader) if pair else None


def _read_interval(reader: Reader) -> Period | None:
    """interval = "da" partial ["a" partial]"""
    reader.accept_row("a", "partire") or reader.accept_row("partire")
    if not reader.accept(*_DA):
        return None
    first = read_partial(reader)
    if first is None:
        return None
    reader.accept("fino", "sino")
    if reader.accept(*_A):
        if reader.accept("oggi"):
            return _ordered([first, None], "interval", reader)
        last = read_partial(reader)
        return _ordered([first, last], "interval", reader) if last else None
    reader.accept_row("in", "poi")
    return _ordered([first, None], "interval", reader)


def _read_limit(reader: Reader) -> Period | None:
    """limit = ("fino a" | "entro" | "non prima di") partial"""
    if reader.accept("fino", "sino") and reader.accept(*_A):
        last = read_partial(reader)
        return _ordered([None, last], "interval", reader) if last else None
    if reader.accept("entro"):
        last = read_partial(reader)
        return _ordered([None, last], "once", reader) if last else None
    if reader.accept_row("non", "prima") and reader.accept(*OF):
        first = read_partial(reader)
        return _ordered([first, None], "once", reader) if first else None
    return None


def _read_list(reader: Reader) -> Period | None:
    """list = partial ["-" partial | {"," partial} ("e" | "o") partial]"""
    first = read_partial(reader)
    if first is None:
        return None
    if reader.accept("-"):
        last = read_partial(reader)
        return _ordered([first, last], "interval", reader) if last else None
    after_first = reader.at
    partials: list[Partial | None] = [first]
    while reader.accept(","):
        partials.append(read_partial(reader))
    sign = reader.accept("o", "oppure", "e", "ed")
    if not sign or None in partials:
        reader.at = after_first
        return Period(tuple(complete([first], reader.text)))
    partials.append(read_partial(reader))
    if partials[-1] is None:
        return None
    if sign in ("o", "oppure"):
        return _ordered(partials, "choice", reader)
    return _read_days_in_a_row([p for p in partials if p], reader)


def _read_days_in_a_row(partials: list[Partial], reader: Reader) -> Period:
    """«8 e 9 giugno 2025» is an interval; days apart would be two events."""
    points = complete(partials, reader.text)
    for one, then in pairwise(points):
        if one.last is None or then.first != one.last + timedelta(1):
            raise DateError(
                f"«{reader.text}» sono due date, non un periodo",
                "scrivi «o» se è una delle due, «dal … al …» se dura, oppure fanne due fatti",
            )
    return _ordered([partials[0], partials[-1]], "interval", reader)
