"""Time expressions that date nothing: a stamp, a name, a measure, a limit that nobody announces."""

from __future__ import annotations

import re

from timeline.events.comparisons import is_compared
from timeline.events.dating import Dating
from timeline.events.deadlines import is_announced_limit
from timeline.events.event_nouns import is_event_noun
from timeline.events.passage import Passage
from timeline.events.scheduling import SCHEDULING
from timeline.italian.speech import Word

_LIMIT = frozenset({"fino", "sino", "sin", "entro", "finora"})
# «rispetto al 2017», «in vista di sabato»: the date measures or explains something else.
_NOT_WHEN = re.compile(
    r"\b(?:rispetto|confronto|paragone|paragonat[oaie]|superiore|inferiore|pari|vista|in attesa|tempo|edizione|stagione"
    r"|campionato|modello|classe|annata|bilancio|previst[oaie] per|rinvio"
    r"|eccezione per|tranne|eccetto|volta da(?:l|i|lla)?)\s+(?:\w+\s+){0,2}\Z",
    re.I,
)
_FOR_READERS = re.compile(r"\s*(?:per chi legge|,?\s*ndr)", re.I)


def is_no_time_of_event(passage: Passage, dating: Dating) -> bool:
    """Whether nothing can have happened at the time of the expression, whatever the clause."""
    timex, text = passage.timex, passage.reading.text
    if timex.value == "PRESENT_REF" or timex.type == "SET":
        return True
    if dating.period and dating.period.start and dating.period.start.unit in ("century", "decade"):
        return True
    if dating.period is None and (timex.type != "DATE" or not _is_vague_when(passage)):
        return True
    if text[timex.start - 1 : timex.start] == "(" and text[timex.end : timex.end + 1] == ")":
        return True
    if timex.text.lower().startswith(("oltre", "stesso periodo", "stesso trimestre", "tutta la ", "tutto il ", "tutt")):
        return True  # how many, what is compared, how long
    if _ends_a_range(text, passage):
        return True
    if _is_stamp(text, timex.start, timex.end) or _FOR_READERS.match(text, timex.end):
        return True
    words = passage.words()
    lows = [w.low for w in words[max(0, passage.word - 3) : passage.word]]
    if _SEASON.fullmatch(timex.text) and lows[-1:] in (["di"], ["d'"]):
        return True  # «la festa di primavera»
    if lows[-1:] in (["un"], ["una"]) and _is_of_mood(words, passage.word):
        return True  # «si preannuncia un venerdì di passione»
    if "per" in lows[-2:] and _is_meant_for(passage):
        return True
    if _is_part_of_a_name(passage, words) or lows[-1:] == ["su"]:
        return True
    return bool(_LIMIT & set(lows)) and not is_announced_limit(passage, dating)


def _is_of_mood(words: list[Word], at: int) -> bool:
    """«un venerdì | di passione»: what kind of day it is, not which."""
    behind = words[at + 1 : at + 3]
    return len(behind) > 1 and behind[0].low in ("di", "da") and behind[1].part == "noun"


_TILL = re.compile(r"\s*(?:fino )?a(?:ll[aoe]|l|ll['’])?\s*\Z")
_SINCE = re.compile(r"\bda(?:ll[aoe]|l|ll['’])?\s*\Z")


def _ends_a_range(text: str, passage: Passage) -> bool:
    """«Chiusa dalle 14 di domani alla | mezzanotte di domenica»: when it ends is no fact of its own."""
    start = passage.timex.start
    before = next((t for t in passage.reading.timexes.values() if start - 20 < t.end <= start), None)
    if before is None or not _TILL.match(text, before.end, start):
        return False
    return _SINCE.search(text, max(0, before.start - 8), before.start) is not None


def _is_meant_for(passage: Passage) -> bool:
    """«Il programma allestito dal Comune per il Giorno della Memoria»: what for, not when it was made."""
    clause = passage.clause
    made = clause.kind == "participle" and clause.group is not None and clause.group.lemma not in SCHEDULING
    return made and "feast" in passage.timex.rule


_SEASON = re.compile(r"primavera|estate|autunno|inverno", re.I)
_BARE_YEAR = re.compile(r"\d{4}(?:\s?[-–/]\s?\d{2,4})?\Z")
_ODIERNO = re.compile(r"odiern[oaie]\Z", re.I)


def _is_part_of_a_name(passage: Passage, words: list[Word]) -> bool:
    """«il Festival del Giornalismo 2018», «i redditi 2003», «la società odierna»: which one, not when."""
    before = words[passage.word - 1] if passage.word else None
    if before is None or before.part not in ("noun", "name") or before.low in ("lontano", "solo", "appena", "anno"):
        return False
    if _ODIERNO.match(passage.timex.text):
        return not is_event_noun(before.low)
    return _BARE_YEAR.match(passage.timex.text) is not None


def _is_stamp(text: str, start: int, end: int) -> bool:
    """Whether the expression stands on a line of its own: the date of the page."""
    line = text[text.rfind("\n", 0, start) + 1 : (text.find("\n", end) + len(text) + 1) % (len(text) + 1)]
    return "\n" in text and len(line.strip()) <= end - start + 12


def _is_vague_when(passage: Passage) -> bool:
    """«mesi fa», «in passato», «presto» tell of an event without its day; «ormai», «nella notte» of none."""
    return bool(re.search(r"\b(?:fa|passato|presto|prossim[ie]|breve|tempo)\b", passage.timex.text, re.I)) and (
        passage.timex.value in ("PAST_REF", "FUTURE_REF")
    )


def measures_something(passage: Passage) -> bool:
    """Whether the date measures or explains something else: «rispetto al 2017», «in vista di sabato»."""
    if is_compared(passage):
        return True
    return _NOT_WHEN.search(passage.reading.text, max(0, passage.timex.start - 60), passage.timex.start) is not None
