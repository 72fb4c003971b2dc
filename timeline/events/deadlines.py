"""Limits that news announces: «il ponte aprirà entro giugno», «le domande vanno presentate entro il 30 settembre»."""

from __future__ import annotations

from timeline.events.dating import Dating
from timeline.events.passage import Passage
from timeline.italian.clauses import Clause
from timeline.italian.verb_groups import Group

_MUST = frozenset("dovere potere".split())
# In the present they tell what is to come: «il bando scade entro fine mese».
_ENDING = frozenset("scadere chiudere terminare pervenire".split())


def is_limited(passage: Passage) -> bool:
    """Whether «entro» leads to the expression."""
    words = passage.words()
    return any(w.low == "entro" for w in words[max(0, passage.word - 3) : passage.word])


def is_announced_limit(passage: Passage, dating: Dating) -> bool:
    """Whether the expression is a limit that has not passed, of something said to happen or to be due by then.

    A rule counts from something («entro 30 giorni dalla notifica») or is of every year or day; it has no date here.
    """
    if not is_limited(passage) or dating.period is None or passage.timex.type != "DATE":
        return False
    clause = passage.clause
    while clause.group is None and clause.parent >= 0:
        clause = passage.sentence.clauses[clause.parent]
    group = clause.group
    return group is not None and (is_due(clause, group) or is_foreseen(group))


def is_due(clause: Clause, group: Group) -> bool:
    """Whether the verb says what will be, or must be, by a limit; a wish, a plan, a rule in the subjunctive do not."""
    if group.negated or group.person != 3 or clause.kind not in ("main", "that", "relative"):
        return False
    if group.tense == "future":
        return True
    if group.tense != "present":
        return False
    return (group.passive and is_foreseen(group)) or (not group.compound and (is_duty(group) or group.lemma in _ENDING))


def is_duty(group: Group) -> bool:
    """«vanno presentate», «devono essere inviate», «si possono ritirare»."""
    return group.modal in _MUST or (group.passive and group.auxiliary == "andare")


def is_foreseen(group: Group) -> bool:
    """«la consegna è prevista entro maggio»: the noun is what will be."""
    return group.lemma in ("prevedere", "attendere", "programmare")
