"""What a tense shows of a time, past or future, and how surely; and what may be told of it."""

from __future__ import annotations

from timeline.dates.meaning import PAST
from timeline.italian.tense_words import (
    DECREED,
    PAST_TENSES,
    WENT_ON,
)
from timeline.italian.verb_classes import class_of
from timeline.italian.verbs import read_verb

Cue = tuple[int, str]  # direction, the words that show it


def tells_a_story(cue: Cue) -> bool:
    """Whether the verb is a passato remoto, an imperfect or a trapassato: tenses of a tale, not of the news.

    >>> tells_a_story((-1, "morirono")), tells_a_story((-1, "fu arrestato")), tells_a_story((-1, "ha detto"))
    (True, True, False)
    """
    first = cue[1].partition(" ")[0]
    return cue[0] == PAST and (first in PAST_TENSES or class_of(first) == "P")


def is_remote(cue: Cue) -> bool:
    """Whether the verb is a passato remoto, which news keeps for what is long gone: «ammararono», not «ammaravano»."""
    first = cue[1].partition(" ")[0]
    verb = read_verb(first) if cue[0] == PAST else None
    return verb is not None and verb.tense == "remote"


def is_by_verb(cue: Cue) -> bool:
    """Whether a verb tells the tense, not a noun or a preposition («alle 9 il via», «per giugno»)."""
    return any(class_of(w) for w in cue[1].split())


def is_planned(cue: Cue) -> bool:
    """Whether it tells what was planned, which may still be ahead: «era previsto per l'Epifania»."""
    return any(class_of(w) == "L" for w in cue[1].split())


def is_of_a_tale(cue: Cue) -> bool:
    """Whether a tale's verb leads the date: «il 20 dicembre la frana cadde»."""
    return tells_a_story(cue) and not is_planned(cue)


def is_certain(cue: Cue) -> bool:
    """Whether a verb in the future says so; the present and what is planned may be told of what has come by now."""
    return any(class_of(word) == "F" for word in cue[1].split())


def reaches_ahead(cue: Cue, is_limit: bool) -> bool:
    """Whether what was done by the perfect of the news may last on: «è stato squalificato fino al 30 settembre».

    Up to a limit (*is_limit*) most deeds do; in a stretch of days only what was decided does.
    """
    last = cue[1].rpartition(" ")[2]
    if cue[0] == PAST and is_limit and last in _HAVING_PLANNED:
        return True  # «il piano prevedeva 1.800 capi entro dicembre»
    if cue[0] != PAST or class_of(last) != "T" or tells_a_story(cue):
        return False
    return not last.startswith(WENT_ON) if is_limit else last.startswith(DECREED)


_HAVING_PLANNED = frozenset("prevedeva prevedevano prometteva promettevano puntava puntavano imponeva contava".split())
