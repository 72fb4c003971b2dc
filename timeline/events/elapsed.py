"""Times that count from a fact told before («dopo pochi giorni»), or that only say how fast («in meno di 72 ore»)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from timeline.dates.period import Period
from timeline.events.dating import Dating
from timeline.events.event_nouns import is_event_noun
from timeline.events.passage import Passage
from timeline.italian.prose import date_in_sentence
from timeline.italian.speech import Word

# How many sentences back the fact may stand that the time counts from.
_REACH = 8
_SINCE = re.compile(r"\b(?:dopo(?:\s+(?:solo|appena|soli))?|a\s+distanza\s+di)\s+\Z", re.I)
_WITHIN = re.compile(r"\bnel\s+giro\s+di\s+\Z", re.I)
_IN_HOW_LONG = re.compile(r"\b(?:in(?:\s+(?:sol[ie]|appena))?|nel\s+giro\s+di|nell['’]arco\s+di)\s+\Z", re.I)
# «dopo tre giorni di trattative», «dopo due mesi dall'apertura»: counted from something else.
_COMPLEMENT = re.compile(r"\s+(?:d[ia]|d['’]\w+|de[il]\w*|da[il]\w*|dell['’]\w+|dall['’]\w+|che|in\s+cui)\b", re.I)
_LENGTH = re.compile(r"P(\d{1,3}|X)([DWM])\Z")
_HOURS = re.compile(r"PT(\d{1,3})H\Z")
_DAYS = {"D": 1, "W": 7, "M": 31}
# «pochi giorni», «alcune settimane»: from how many days to how many.
_VAGUE = {"D": (1, 10), "W": (10, 45), "M": (45, 365)}
_PREVIOUS = re.compile(r"\b(?:giorn[io]|ser[ae]|nott[ei])\s+prima\Z", re.I)
_LONGEST_SPREE = 7


def date_by_fact(passage: Passage, spoken: tuple[int, Period] | None, published: date) -> Dating | None:
    """The date of an expression that counts from the fact told last (*spoken*: its sentence and period); None else."""
    timex = passage.timex
    if timex.period is not None or (timex.type != "DURATION" and timex.value != "PAST_REF"):
        return None
    text, near = passage.reading.text, spoken is not None and passage.place - spoken[0] <= _REACH
    before = text[max(0, timex.start - 24) : timex.start]
    if timex.type != "DURATION":
        return (
            _days_earlier(timex.text, spoken[1], published)
            if spoken and near and _PREVIOUS.search(timex.text)
            else None
        )
    if _COMPLEMENT.match(text, timex.end):
        return _of_spree(passage, before, published)
    length = _LENGTH.match(timex.value)
    counts = _SINCE.search(before) or _WITHIN.search(before)
    if not counts or not length or not spoken or not near or _is_bracketed(passage):
        return _of_spree(passage, before, published)
    within = bool(_WITHIN.search(before))
    period = _after(spoken[1], length[1], length[2], published, within)
    if period is None:
        return None
    why = f"“{timex.text}” conta dal fatto raccontato prima, {date_in_sentence(spoken[1])}: {_deduced(period)}"
    return Dating(period, confidence="low", why=why)


def _is_bracketed(passage: Passage) -> bool:
    text, begin, end = passage.reading.text, passage.sentence.start, passage.timex.start
    return text.rfind("(", begin, end) > text.rfind(")", begin, end)


def _deduced(period: Period) -> str:
    return f"la data, {date_in_sentence(period)}, è dedotta dal contesto"


def _after(start: Period, count: str, unit: str, published: date, within: bool) -> Period | None:
    """The day so long after *start*, or about the month that holds every day it may be; None where two months could."""
    if start.first is None or start.last is None or start.first > published:
        return None
    if count != "X" and unit == "D" and start.is_day and not within:
        day = start.first + timedelta(int(count))
        return Period.of_day(day) if day <= published else None
    low, high = _VAGUE[unit] if count == "X" else (int(count) * _DAYS[unit] - 3, int(count) * _DAYS[unit] + 3)
    first = start.first + timedelta(0 if within else max(low, 1))
    last = min(start.last + timedelta(high), published)
    if first > last or (first.year, first.month) != (last.year, last.month):
        return None
    return Period.of_month(first.year, first.month).approximately()


def _days_earlier(words: str, spoken: Period, published: date) -> Dating | None:
    """«pochi giorni prima» of what was just told: about the month of those days."""
    if spoken.first is None or spoken.first > published:
        return None
    near = spoken.first - timedelta(3)
    period = Period.of_month(near.year, near.month).approximately()
    why = f"“{words}” conta all’indietro dal fatto raccontato prima, {date_in_sentence(spoken)}: {_deduced(period)}"
    return Dating(period, confidence="low", why=why)


def _of_spree(passage: Passage, before: str, published: date) -> Dating | None:
    """«Tre rapine e un incendio in meno di 72 ore»: several facts without a verb and without a day, lately."""
    timex = passage.timex
    if not _IN_HOW_LONG.search(before):
        return None
    hours, length = _HOURS.match(timex.value), _LENGTH.match(timex.value)
    days = int(hours[1]) / 24 if hours else int(length[1]) if length and length[1] != "X" and length[2] == "D" else 99
    if days > _LONGEST_SPREE or not _lists_facts(passage):
        return None
    near = published - timedelta(_LONGEST_SPREE // 2)
    period = Period.of_month(near.year, near.month).approximately()
    why = f"“{timex.text}” dice in quanto tempo, non quando: {_deduced(period)}, i giorni prima dell’articolo"
    return Dating(period, confidence="low", why=why)


def _lists_facts(passage: Passage) -> bool:
    sentence = passage.sentence
    if any(c.group and c.group.tense for c in sentence.clauses):
        return False
    if any(passage.is_date(w) and w.start != passage.timex.start for w in sentence.words if w.part == "time"):
        return False
    nouns = [i for i, w in enumerate(sentence.words) if w.part == "noun" and is_event_noun(w.low)]
    counted = bool(nouns) and _is_counted(sentence.words, nouns[0])
    return counted or (len(nouns) > 1 and passage.timex.value != "P1D")


_COUNTS = frozenset("due tre quattro cinque sei sette otto nove dieci undici dodici altri altre nuovi nuove".split())


def _is_counted(words: Sequence[Word], noun: int) -> bool:
    """«Tre rapine»: a number above one in front."""
    before = words[noun - 1] if noun else None
    return before is not None and before.low in _COUNTS
