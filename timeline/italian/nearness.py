"""A day without its year: where it lies a few weeks away on one side and nearly a year on the other, nearness decides.

Whoever means the farther one says its year. So «la visita, fissata per il 3 gennaio, è slittata», printed on the 9th,
is of this year, and so is «i soldi raccolti per la festa del 20 dicembre», printed on the 9th of December.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from timeline.dates.fields import Fields
from timeline.dates.meaning import FUTURE, PAST, UNKNOWN, Anchor, Meaning
from timeline.dates.timex import Reading
from timeline.italian.cues import Cue, is_certain
from timeline.italian.tense_words import UNPLANNED

# So many days away at most is near, and more than so many is far.
_NEAR = 45
_FAR = 300


def by_nearness(cue: Cue, meaning: Meaning, anchor: Anchor, *, past_turns: Callable[[], bool], done: bool) -> Cue:
    """The cue, turned where the day it points at is nearly a year away and the other one near.

    A verb in the future is never turned, unless a participle leads the date (*done*: «sarà ai play-off se nel recupero
    della gara sospesa il 6 febbraio…»); a past one where *past_turns* says that it need not be of the date, and not
    with what nobody plans («la strage del 2 agosto»). A month is turned only to what has been («attesa per ottobre», in
    November).
    """
    if cue[0] == UNKNOWN:
        return _nearer(cue, meaning, anchor) if cue[1] else cue
    if not isinstance(meaning, Fields) or not meaning.leans or not (meaning.day or meaning.feast or meaning.month):
        return cue
    gone, ahead = _away(meaning, anchor, PAST), _away(meaning, anchor, FUTURE)
    if gone is None or ahead is None:
        return cue
    if cue[0] == FUTURE and (done or not is_certain(cue)) and 0 < gone <= _NEAR and ahead > _FAR:
        return PAST, ""
    if not (meaning.day or meaning.feast):
        return cue  # «i dati di dicembre», read in November, are of last year
    if cue[0] == PAST and 0 < ahead <= _NEAR and gone > _FAR and not set(cue[1].split()) & UNPLANNED and past_turns():
        return FUTURE, ""
    return cue


def _nearer(cue: Cue, meaning: Meaning, anchor: Anchor) -> Cue:
    """The cue of what was yet to come then, with the side of today on which its date lies nearer."""
    gone, ahead = _away(meaning, anchor, PAST), _away(meaning, anchor, FUTURE)
    if gone is None or ahead is None:
        return UNKNOWN, ""
    return PAST if gone <= ahead else FUTURE, cue[1]


def _away(meaning: Meaning, anchor: Anchor, direction: int) -> int | None:
    """How many days away the meaning is on one side of the day of printing."""
    reading: Reading | None = meaning.resolve(replace(anchor, direction=direction))
    if reading is None or reading.first is None:
        return None
    return abs((reading.first - anchor.day).days)
