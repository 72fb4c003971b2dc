"""Whole dates as editors type them: EDTF, and every wording that prose_write.py prints, in looser spellings too.

date    = "senza data" | edtf | [part "di"] (night | period) {"," (time | "data incerta")}
period  = ["intorno a"] (stretch | years | a period of prose_periods.py)
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import lru_cache

from timeline.dates.edtf import EdtfError, parse_edtf
from timeline.dates.period import Period
from timeline.italian.prose_complete import complete
from timeline.italian.prose_names import uncapitalised
from timeline.italian.prose_partial import OF, accept_about, accept_uncertain
from timeline.italian.prose_periods import A, edtf_error_in_italian, read_night, read_period
from timeline.italian.prose_points import read_partial
from timeline.italian.prose_stretches import read_stretch, read_years_of
from timeline.italian.prose_time import accept_clock, accept_part
from timeline.italian.prose_tokens import DateError, Reader, UnfinishedDateError, explain_failure
from timeline.italian.prose_write import date_in_words

_LONGEST = 200  # characters; the longest wording we print, of three uncertain points, has some 150
_NO_DATE = ("", "senza data", "data da definire", "data ignota", "data sconosciuta", "s.d", "n.d")
_LOOKS_LIKE_EDTF = re.compile(r"[-\d\[{.][\dX\[\]{}/.,?~%-]*", re.ASCII)
_AROUND_MARKS = re.compile(r"\s*([/,\[\]{}])\s*")
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
    if len(plain) > _LONGEST:
        raise explain_failure(plain[:_LONGEST] + "…")
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
    if reader.tokens[-1] == ".":
        reader.tokens.pop()
    try:
        reading = _read_sentence(reader)
    except UnfinishedDateError as error:
        raise explain_failure(plain, error) from None
    except OverflowError:  # a week or a night that goes on after 9999
        raise DateError(f"la data «{plain}» esce dal calendario", "gli anni vanno fino al 9999") from None
    if reading is None or not reader.done:
        raise explain_failure(plain)
    return reading


def _read_edtf(text: str) -> Reading | None:
    """EDTF; None where it has not its form and may still be Italian («26.4.2025»)."""
    try:
        return Reading(parse_edtf(text))
    except EdtfError as error:
        if error.fault != "syntax":
            raise edtf_error_in_italian(error, text) from None
    if text.endswith("/") or text.startswith("/"):
        open_end = f"{text}.." if text.endswith("/") else f"..{text}"
        raise DateError(f"il periodo «{text}» ha una data sola", f"scrivi {open_end} se da quella parte è aperto")
    return None


def _read_sentence(reader: Reader) -> Reading | None:
    """date = [part "di"] period {"," (time | "data incerta")}"""
    uncertain = bool(reader.accept("forse", "probabilmente"))
    part = _read_part_of(reader)
    night = read_night(reader)
    reading = Reading(Period.of_day(night), "notte") if night else _read_period(reader)
    if reading is None:
        return None
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


def _read_period(reader: Reader) -> Reading | None:
    """period = ["intorno a"] (stretch | years | a period of prose_periods.py)"""
    about = bool(reader.accept("intorno", "attorno", "verso")) or accept_about(reader)
    reader.accept(*A)
    stretch = read_years_of(reader) or read_stretch(reader)
    if stretch:
        return Reading(stretch[0], window=stretch[1])
    period = read_period(reader)
    if period is None:
        return None
    return Reading(period.approximately() if about else period)


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
                f"scrivi {uncapitalised(date_in_words(day, 'notte'))}, oppure la notte prima",
            )
    reader.at = start
    return ""


def _at_time(reading: Reading, time: str, midnight: bool) -> Reading:
    """*reading* at that time of day; in a night the small hours are of the second day."""
    if reading.time != "notte":
        if midnight and reading.period:
            raise DateError(
                "«mezzanotte» può essere quella prima o quella dopo",
                f"scrivi ore 0, oppure {uncapitalised(date_in_words(reading.period, 'notte'))}, a mezzanotte",
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
