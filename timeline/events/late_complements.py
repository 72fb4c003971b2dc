"""Complements that stand apart from their noun: «il ritrovamento, avvenuto nel 2017, di una valigetta».

And what a noun lacks that its sentence tells otherwise: the «discussione» that a judge put off is one before him.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import takewhile

from timeline.events.antecedents import antecedent
from timeline.events.contractions import led_by
from timeline.events.passage import Passage
from timeline.events.phrases import subject_before
from timeline.events.scheduling import SCHEDULING
from timeline.events.verb_forms import in_small
from timeline.italian.clauses import Clause
from timeline.italian.speech import Word
from timeline.italian.tokens import OF

_ENDS = frozenset({"mark", "that", "clitic", "open", "time"})
_COURTS = frozenset("giudice giudici gip gup gim tribunale corte collegio tar consulta cassazione".split())
_LONGEST = 12


def put_late(passage: Passage, clause: Clause) -> list[Word]:
    """«di una valigetta con documenti»: what follows the aside of a participle and belongs to the noun before it."""
    words = passage.words()
    if not clause.words or words[clause.words[0] - 1].text != ",":
        return []
    closing = next((i for i in range(passage.word + 1, len(words)) if words[i].text == ","), len(words))
    after = words[closing + 1 : closing + 1 + _LONGEST]
    if not after or after[0].low not in OF:
        return []
    told = list(takewhile(lambda w: w.part not in _ENDS and not w.is_verb("finite"), after))
    while told and told[-1].part in ("preposition", "article", "and", "verb"):
        told.pop()
    return told if len(told) > 1 else []


def before_whom(passage: Passage, clause: Clause) -> list[Word]:
    """«davanti al giudice di pace»: the court that put off or set what the noun names."""
    group, words = clause.group, passage.words()
    if group is None or group.lemma not in SCHEDULING or group.passive:
        return []
    who = subject_before(passage, clause) or (antecedent(passage.sentence, clause) if clause.kind == "relative" else [])
    if not any(w.low in _COURTS for w in who[:3]):
        return []
    first = replace(words[group.first], text="davanti", low="davanti", part="preposition", verb=None)
    return [first, *led_by("a", in_small(list(who)))]
