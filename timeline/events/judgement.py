"""Which mentions tell an event: something that happened or is scheduled, not a habit, a state, a wish or a measure."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.events.dating import Dating
from timeline.events.event_nouns import is_event_noun
from timeline.events.passage import Passage
from timeline.italian.clauses import Clause, Group, Sentence
from timeline.italian.speech import Word

# Verbs that describe: with a date they tell what was so, not what happened.
STATES = frozenset(
    """
    essere avere stare vivere abitare esistere sembrare parere risultare appartenere trattarsi trattare significare
    prevedere consistere dipendere valere costare conoscere sapere credere pensare ritenere ricordare volere potere
    dovere bastare servire mancare piacere contenere comprendere lavorare chiamare sentire
    """.split()  # noqa: SIM905
)
_UNREAL = ("se", "qualora", "affinché", "finché", "benché", "sebbene")
_LIMIT = frozenset({"fino", "sino", "entro", "finora"})
_COMPARING = frozenset({"rispetto", "confronto", "paragone"})


@dataclass(frozen=True, slots=True)
class Fact:
    """What a mention tells: the clause, and the place of the word that says it (a verb, or an event noun)."""

    clause: Clause
    trigger: int
    noun: bool = False


def judge(passage: Passage, dating: Dating) -> Fact | None:
    """The fact a mention dates, or None where no editor would give it a line."""
    if passage.timex.type in ("SET", "DURATION") and dating.period is None:
        return None
    if passage.timex.value == "PRESENT_REF":
        return None
    if _is_limit(passage):
        return None
    noun = _dated_noun(passage)
    if noun is not None:
        return Fact(passage.clause, noun, noun=True)
    clause = _telling_clause(passage.sentence, passage.clause)
    if clause is None or clause.group is None:
        return _nominal(passage)
    return Fact(clause, clause.group.head) if _tells_event(passage, clause, clause.group, dating) else None


def _is_limit(passage: Passage) -> bool:
    """«rispetto al 2017», «fino a oggi», «entro sera» say no when."""
    words = passage.words()
    before = [w.low for w in words[max(0, passage.word - 3) : passage.word]]
    return bool(_COMPARING & set(before) or _LIMIT & set(before[-2:]))


def _dated_noun(passage: Passage) -> int | None:
    """The event noun that the expression hangs on directly: «la convalida dell'arresto del 12 gennaio»."""
    words, at = passage.words(), passage.word
    if at == 0 or words[at - 1].low not in ("di", "d'", "del", "dello", "della", "dell'", "dei", "degli", "delle"):
        return None
    for place in range(at - 2, max(-1, at - 8), -1):
        word = words[place]
        if word.part in ("verb", "mark", "that"):
            return None
        if word.part == "noun" and is_event_noun(word.low):
            return place
    return None


def _telling_clause(sentence: Sentence, clause: Clause) -> Clause | None:
    """The clause itself, or the one above it where it has no verb of its own."""
    while clause.group is None and clause.parent >= 0:
        clause = sentence.clauses[clause.parent]
    return clause


def _nominal(passage: Passage) -> Fact | None:
    """A sentence without a verb tells an event by its noun: «Ieri il processo»."""
    words = passage.words()
    nouns = [i for i in passage.clause.words if words[i].part == "noun" and is_event_noun(words[i].low)]
    return Fact(passage.clause, nouns[0], noun=True) if nouns else None


def _tells_event(passage: Passage, clause: Clause, group: Group, dating: Dating) -> bool:
    words = passage.words()
    if group.negated or group.tense in ("conditional", "subjunctive"):
        return False
    if clause.opener >= 0 and words[clause.opener].low in _UNREAL:
        return False
    if group.tense == "imperfect" and not group.compound:
        return False
    if group.lemma in STATES and not (group.compound and group.auxiliary) and group.tense != "future":
        return False
    return not (_is_bare_year(passage.word, words) and clause.kind == "main" and not group.is_past)


def _is_bare_year(at: int, words: list[Word]) -> bool:
    return words[at].text.isdigit()
