"""A date that a clause with «quando» explains: «alla guida dal 2015, quando ha preso il posto del padre»."""

from __future__ import annotations

from dataclasses import replace

from timeline.dates.period import Period
from timeline.events.dating import Dating
from timeline.events.passage import Passage
from timeline.events.phrases import subject_before
from timeline.italian.clauses import Clause


def explained_by(passage: Passage) -> Clause | None:
    """The clause that «quando» right behind the expression opens, and that tells what happened then."""
    words, at = passage.words(), passage.word
    opener = at + 2 if at + 1 < len(words) and words[at + 1].text == "," else at + 1
    if opener >= len(words) or words[opener].low != "quando":
        return None
    told = next((c for c in passage.sentence.clauses if c.opener == opener), None)
    if told is None or told.group is None or not (told.group.is_past or told.group.tense == "future"):
        return None
    # «quando ha preso il posto del padre»: who, stands too far away to be sure
    unsaid = told.group.auxiliary == "avere" and not subject_before(passage, told)
    return None if unsaid else told


def dated_by_when(dating: Dating) -> Dating:
    """The date of what happened then: of a state that goes on, or that ended, the day at which it did."""
    period = dating.period
    if period is None or period.kind != "interval" or (period.start and period.end):
        return dating
    turn = period.start or period.end
    return replace(dating, period=Period((turn, turn))) if turn else dating


def begun_by(passage: Passage) -> Clause | None:
    """«Il mercato di via Mazzini, chiuso dal 2016»: the participle of what put an end to something, then."""
    clause, period = passage.clause, passage.timex.period
    since = period is not None and period.kind == "interval" and period.end is None
    if not since or clause.kind != "participle" or clause.group is None or clause.group.lemma not in _ENDED:
        return None
    return clause


_ENDED = frozenset("chiudere sospendere interrompere sequestrare scomparire".split())
