"""Dates of who somebody is, not of what he does: «dice Neri, alla guida dal 2015», «Neri, sindaco fino al 2019»."""

from __future__ import annotations

from timeline.events.dating import Dating, is_stretch_of_years
from timeline.events.passage import Passage
from timeline.italian.clauses import REPORTING, Clause
from timeline.italian.verb_groups import Group

_STOPS = frozenset(",;:–—-()«»")


def is_of_somebody_named(passage: Passage, clause: Clause, group: Group, dating: Dating) -> bool:
    """Whether the expression tells since when, or how long, somebody is what an apposition says, far from the verb.

    A stretch of years beside a present tense, or beside a verb of speaking, never dates that verb.
    """
    if _was_then(passage):
        return True
    if dating.period is None or not _lasts(dating):
        return False
    if group.lemma in REPORTING or (group.tense == "present" and not group.compound):
        return True
    return _stands_apart(passage, group) and (not group.is_past or _has_date_of_its_own(passage, clause))


def _was_then(passage: Passage) -> bool:
    """«la pianista Ada Neri, già ospite nel 2019, …»: what somebody was before."""
    words, at = passage.words(), passage.word
    opened = next((k for k in range(at - 1, -1, -1) if words[k].part in ("mark", "verb")), -1)
    closed = words[at + 1].text if at + 1 < len(words) else ""
    if opened < 0 or words[opened].text != "," or closed != ",":
        return False
    return words[opened + 1].low in ("già", "ex") and any(w.part == "noun" for w in words[opened + 2 : at])


def _has_date_of_its_own(passage: Passage, clause: Clause) -> bool:
    """Whether another expression dates the clause: «Neri, presidente dal 1998, si è spento | ieri»."""
    words = passage.words()
    behind = (i for i in clause.words if clause.group and i > clause.group.last)
    return any(passage.is_date(words[i]) and i != passage.word for i in behind)


def _lasts(dating: Dating) -> bool:
    """Whether the period is open, or runs over years."""
    period = dating.period
    return period is not None and period.kind == "interval" and (period.end is None or is_stretch_of_years(period))


def _stands_apart(passage: Passage, group: Group) -> bool:
    """Whether marks on both sides part the expression from the verb: «Neri, medico in pensione dal 2018, …»."""
    words, at = passage.words(), passage.word
    between = words[at + 1 : group.first] if at < group.first else words[group.last + 1 : at]
    return any(w.text in _STOPS for w in between)
