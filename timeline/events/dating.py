"""From a time expression to the date of an event: its period, its hour, and how sure we are.

| confidence | how the date was read |
|---|---|
| high | the text names day, month and year; or counts one or two days from publication («ieri», «domani») |
| medium | a weekday, a month or a holiday whose year tense and publication decide; a count («tre giorni fa») |
| low | read against a date named before («il giorno dopo»); vague («nei giorni scorsi»); deduced from the context |
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from timeline.dates.period import Period
from timeline.events.model import Confidence
from timeline.tagger import Timex


@dataclass(frozen=True, slots=True)
class Dating:
    """When an event was. *period* None: no day is meant. *time* and *text* as an event's `time` and `date_text`."""

    period: Period | None
    time: str = ""
    text: str = ""
    confidence: Confidence = "medium"


_DAYS_AGO = re.compile(
    r"\b(?:giorn[oi]|ser[ae]|nott[ei]|mattin[ae]|settiman[ae]|recent\w*|scors[ei] or[ea]|ore scorse)\b", re.I
)
_WEEKS_AGO = re.compile(r"\bsettiman[ae]\b", re.I)
_VAGUE_UNIT = re.compile(r"\b(?:ann[oi]|mes[ei]|tempo|passato|period[oi]|decenni?|secol[oi])\b", re.I)
_HOURS = re.compile(r"\b(?:or[ae]|minut[oi])\b", re.I)
_PLAIN_DAY = re.compile(
    r"\b(?:ieri|oggi|quest'oggi|domani|stamattina|stamani|stamane|stasera|stanotte|dopodomani)\b", re.I
)
_YEAR = re.compile(r"\b\d{4}\b")
_ANAPHORIC = re.compile(
    r"\b(?:dopo|prima|seguente|successiv[oaie]|precedent[ei]|stess[oaie]|quel(?:la)?|indomani|più tardi|allora)\b", re.I
)
_PART_OF_MONTH = re.compile(r"\b(inizi[o]?|metà|fine|prim[ia]|ultim[ia])\b", re.I)


def date_of(timex: Timex, published: date | datetime) -> Dating:
    """When the event of an expression was, as exactly as the expression says it and no more."""
    day = published.date() if isinstance(published, datetime) else published
    words = timex.text.replace("’", "'")
    if timex.value == "PAST_REF":
        return _vague(timex, words, day)
    if timex.type in ("SET",) or timex.value.endswith("_REF") or timex.period is None:
        return Dating(None)
    return Dating(timex.period, timex.time, _date_text(timex), _confidence(timex, words))


def _vague(timex: Timex, words: str, day: date) -> Dating:
    """«nelle scorse ore» is one of two days, «nei giorni scorsi» about this month, «in passato» no day at all."""
    if timex.first and timex.last and (_HOURS.search(words) or (timex.last - timex.first).days < 2):
        return Dating(Period.once_between(timex.first, timex.last), confidence="medium")
    if _VAGUE_UNIT.search(words) or not _DAYS_AGO.search(words):
        return Dating(None, confidence="low")
    middle = day - timedelta(14 if _WEEKS_AGO.search(words) else 3)
    return Dating(Period.of_month(middle.year, middle.month).approximately(), confidence="low")


def _confidence(timex: Timex, words: str) -> Confidence:
    if _YEAR.search(words) or _PLAIN_DAY.search(words):
        return "high"
    return "low" if _ANAPHORIC.search(words) or (timex.period and timex.period.is_approximate) else "medium"


def _date_text(timex: Timex) -> str:
    """What EDTF cannot say: «Fine marzo 2025»."""
    period = timex.period
    if timex.mod not in ("START", "MID", "END") or period is None or period.start is None or period.kind != "single":
        return ""
    if period.start.unit not in ("month", "year"):
        return ""
    part = {"START": "Inizio", "MID": "Metà", "END": "Fine"}[timex.mod]
    month = _MONTHS[period.start.part - 1] + " " if period.start.unit == "month" else ""
    return f"{part} {month}{period.start.year}"


_MONTHS = (
    "gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno",
    "luglio", "agosto", "settembre", "ottobre", "novembre", "dicembre",
)  # fmt: skip
