"""Typed periods of more than one date.

period   = weekend | week | once | interval | limit | list
weekend  = ("fine settimana" | "weekend") "di" partial ["e" partial]
week     = "settimana" ("da" partial "a" partial | "di" partial)
once     = "tra" partial "e" partial
interval = "da" partial ["a" partial]
limit    = ("fino a" | "entro" | "non oltre") ["la fine di"] partial | "non prima di" partial
list     = partial [("-" | "/") partial | {"," partial} ("e" | "o") partial]
night    = "notte tra" partial "e" partial
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from timeline.dates.edtf import EdtfError, format_edtf, parse_edtf
from timeline.dates.period import Kind, Period, unit_around
from timeline.italian.prose_complete import complete
from timeline.italian.prose_names import uncapitalised
from timeline.italian.prose_partial import OF, Partial
from timeline.italian.prose_points import read_partial
from timeline.italian.prose_tokens import DateError, Reader
from timeline.italian.prose_write import date_in_words

A = ("a", "ad", "al", "all'", "alla", "agli", "ai")
_DA = ("da", "dal", "dall'", "dalla", "dagli", "dai")


def read_period(reader: Reader) -> Period | None:
    """period = weekend | week | once | interval | limit | list; None where none stands at the cursor"""
    start = reader.at
    for read in (_read_weekend, _read_week, _read_once, _read_interval, _read_limit, _read_list):
        period = read(reader)
        if period:
            return period
        reader.at = start
    return None


def _ordered(partials: list[Partial | None], kind: Kind, reader: Reader) -> Period:
    """The period of that kind; raises where it ends before it begins."""
    points = iter(complete([p for p in partials if p], reader.text))
    edtf = format_edtf(Period(tuple(next(points) if p else None for p in partials), kind))
    try:
        return parse_edtf(edtf)
    except EdtfError as error:
        raise edtf_error_in_italian(error, reader.text) from None


def _read_pair(reader: Reader, *signs: str) -> list[Partial] | None:
    first = read_partial(reader)
    last = read_partial(reader) if first and reader.accept(*signs) else None
    return [first, last] if first and last else None


def _read_weekend(reader: Reader) -> Period | None:
    """weekend = ("fine settimana" | "weekend") "di" partial ["e" partial]"""
    reader.accept("nel", "il")
    if not (
        reader.accept_row("fine", "settimana") or reader.accept("weekend") or reader.accept_row("week", "-", "end")
    ):
        return None
    reader.accept(*OF, *_DA)
    first = read_partial(reader)
    last = read_partial(reader) if reader.accept("e", "-", *A) else None
    if first is None:
        return None
    period = _ordered([first, last], "interval", reader) if last else Period(tuple(complete([first], reader.text)))
    day = period.first
    if day is None or period.length() not in (1, 2):
        return None
    weekend = unit_around(day, "weekend")
    if not weekend.covers(period):
        raise DateError(
            f"«{reader.text}» non è sabato e domenica",
            f"scrivi {uncapitalised(date_in_words(weekend))}, oppure correggi i giorni",
        )
    return period if last else weekend


def _read_week(reader: Reader) -> Period | None:
    """week = "settimana" ("da" partial "a" partial | "di" partial)"""
    reader.accept("nella", "la")
    if not reader.accept("settimana"):
        return None
    if reader.accept(*_DA):
        pair = _read_pair(reader, *A)
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
    reader.accept("partire")  # of «a partire da»; the «a» has been stepped over
    if not reader.accept(*_DA):
        return None
    first = read_partial(reader)
    if first is None:
        return None
    reader.accept("fino", "sino")
    if reader.accept(*A):
        if reader.accept("oggi"):
            return _ordered([first, None], "interval", reader)
        last = read_partial(reader)
        return _ordered([first, last], "interval", reader) if last else None
    reader.accept_row("in", "poi")
    return _ordered([first, None], "interval", reader)


def _read_limit(reader: Reader) -> Period | None:
    """limit = ("fino a" | "entro" | "non oltre") ["la fine di"] partial | "non prima di" partial"""
    if reader.accept("fino", "sino") and reader.accept(*A):
        last = _read_to_the_end_of(reader)
        return _ordered([None, last], "interval", reader) if last else None
    if reader.accept("entro") or reader.accept_row("non", "oltre"):
        last = _read_to_the_end_of(reader)
        return _ordered([None, last], "once", reader) if last else None
    if reader.accept_row("non", "prima") and reader.accept(*OF):
        first = read_partial(reader)
        return _ordered([first, None], "once", reader) if first else None
    return None


def _read_to_the_end_of(reader: Reader) -> Partial | None:
    """«entro la fine del 2030» is «entro il 2030»."""
    reader.accept("la")
    if reader.accept("fine"):
        reader.accept(*OF)
    return read_partial(reader)


def _read_list(reader: Reader) -> Period | None:
    """list = partial [("-" | "/") partial | {"," partial} ("e" | "o") partial]"""
    first = read_partial(reader)
    if first is None:
        return None
    if reader.accept("-", "/"):
        last = read_partial(reader)
        if last and first.year and last.year and last.unit == "number" and last.year < 100 <= first.year:
            raise DateError(
                f"«{reader.text}»: il secondo anno ha due cifre",
                f"scrivi {first.year}-{first.year // 100}{last.year:02}",
            )
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


def read_night(reader: Reader) -> date | None:
    """night = "notte tra" partial "e" partial; of the first a weekday is enough. The day it begins."""
    start = reader.at
    reader.accept("nella", "la", "in")
    if not reader.accept("notte") or not reader.accept("tra", "fra"):
        reader.at = start
        return None
    pair = _read_pair(reader, "e", "ed")
    if pair is None:
        reader.at = start
        return None
    last = Period(tuple(complete(pair[1:], reader.text))).first
    if last is None or last == date.min:
        reader.at = start
        return None
    before = last - timedelta(1)
    first = pair[0]
    if first.unit == "weekday":
        first = replace(first, unit="day", day=before.day, part=before.month, year=before.year)
    if Period(tuple(complete([first, pair[1]], reader.text)[:1])) != Period.of_day(before):
        right = uncapitalised(date_in_words(Period.of_day(before), "notte"))
        raise DateError(f"«{reader.text}»: i due giorni non sono di seguito", f"scrivi {right}")
    return before


def edtf_error_in_italian(error: EdtfError, text: str) -> DateError:
    """What is wrong with EDTF, as an editor is told it."""
    match error.fault:
        case "no such day":
            return DateError(f"il giorno {error.part} non esiste", "correggi il giorno: quel mese ne ha di meno")
        case "no such month":
            year, _, number = text.partition("-")
            years = f", o {year}/{year[:2]}{number} se sono anni" if len(number) == 2 else ""
            return DateError(
                f"la data «{text}» non esiste: il mese va da 01 a 12", f"scrivi per esempio 2025-04{years}"
            )
        case "ends before it begins":
            return DateError(f"il periodo «{text}» finisce prima di cominciare", "scrivi prima la data più antica")
        case _:
            return DateError(
                f"la data «{text}» è in una forma EDTF che qui non si usa",
                "scrivi 2025-04-26, 2025-04, 2025 oppure 2025-04-26/2025-04-28; l’ora va nel campo time",
            )
