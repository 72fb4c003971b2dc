"""From a time expression to the date of an event: its period, its hour, and how sure we are.

| confidence | how the date was read |
|---|---|
| high | the year is named («il 12 gennaio 2019», «nel 2018»), or the day is «oggi», «ieri», «questa mattina» |
| medium | a weekday, day, month or holiday whose year tense and publication decide; a count («tre giorni fa») |
| low | read against a day or fact named before («il giorno dopo», «dopo pochi giorni»); about a month («nei giorni |
| | scorsi»); dated by another sentence alone (context.py) |

The table of docs/formats.md is the same, in the words of whoever reads event files.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from timeline.dates.period import Period
from timeline.events.model import Confidence
from timeline.tagger import Timex


@dataclass(frozen=True, slots=True)
class Dating:
    """When an event was. *period* None: no day is meant. *time* and *text* as an event's `time` and `date_text`.

    *why* is the reason where it is not the expression's own: one Italian sentence.
    """

    period: Period | None
    time: str = ""
    text: str = ""
    confidence: Confidence = "medium"
    why: str = ""


_PLAIN_DAY = re.compile(
    r"\b(?:ieri|oggi|domani|sta(?:mattina|mani|mane|sera|notte)|dopodomani"
    r"|quest[ao] (?:mattina|pomeriggio|sera|notte))\b",
    re.I,
)
_YEAR = re.compile(r"\b\d{4}\b|\b\d{1,2}[./-]\d{1,2}[./-]\d{2}\b")
_ANAPHORIC = re.compile(
    r"\b(?:dopo|prima|seguente|successiv[oaie]|precedent[ei]|stess[oaie]|quel(?:la)?|indomani|più tardi|allora)\b", re.I
)
_LAST_HOURS = re.compile(r"\bor[ae]\b", re.I)
# «nei giorni scorsi», «alcuni giorni fa», «l'altro giorno»: days before publication, though not which.
_VAGUE_PAST = re.compile(r"\b(?:fa|scors[eio]|or sono|addietro|altr[ao]|prima|recenti)\b", re.I)


_DAYS_BEFORE = re.compile(r"\b(?:giorni|sere|notti)\b.*\b(?:prima|fa|scors[ei]|addietro|or sono)\b", re.I)


def date_of(timex: Timex, published: date) -> Dating:
    """When the event of an expression was, as exactly as the expression says it and no more."""
    words = timex.text.replace("’", "'")
    if timex.value == "PAST_REF" and timex.period is None and _DAYS_BEFORE.search(words):
        near = published - timedelta(3)
        return Dating(Period.of_month(near.year, near.month).approximately(), confidence="low")
    if timex.period is None or timex.type == "SET" or timex.value == "FUTURE_REF":
        return Dating(None)
    if timex.type == "DURATION" and not _LAST_HOURS.search(words):
        return Dating(None)
    if timex.value == "PAST_REF" and timex.period.is_approximate and not _VAGUE_PAST.search(words):
        return Dating(None)
    return Dating(timex.period, timex.time, _date_text(timex), _confidence(timex, words))


def is_stretch_of_years(period: Period) -> bool:
    """«dal 2016», «dal 2012 al 2022»: how long something was so."""
    ends = [p for p in period.points if p]
    return period.kind == "interval" and (period.end is None or all(p.unit == "year" for p in ends))


def _confidence(timex: Timex, words: str) -> Confidence:
    period = timex.period
    if _ANAPHORIC.search(words) or (period and period.is_approximate):
        return "low"
    if _YEAR.search(words) or _PLAIN_DAY.search(words):
        return "high"
    return "medium"


def _date_text(timex: Timex) -> str:
    """What EDTF cannot say: «Fine marzo 2025»."""
    period = timex.period
    if timex.mod not in ("START", "MID", "END") or period is None or period.start is None or period.kind != "single":
        return ""
    if period.start.unit not in ("month", "year") or not _PART.search(timex.text):
        return ""
    part = {"START": "Inizio", "MID": "Metà", "END": "Fine"}[timex.mod]
    month = _MONTHS[period.start.part - 1] + " " if period.start.unit == "month" else ""
    return f"{part} {month}{period.start.year}"


_PART = re.compile(r"\b(?:inizi[oi]?|metà|fine|prim[iao]|ultim[iao])\b", re.I)
_MONTHS = (
    "gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno",
    "luglio", "agosto", "settembre", "ottobre", "novembre", "dicembre",
)  # fmt: skip
