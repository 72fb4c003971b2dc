"""«È successo ieri», «i fatti risalgono a mercoledì, quando…»: sentences that date what another clause tells."""

from __future__ import annotations

from dataclasses import replace

from timeline.events.antecedents import antecedent
from timeline.events.event_nouns import is_event_noun
from timeline.events.judgement import Fact
from timeline.events.passage import Passage
from timeline.events.phrases import object_after, subject_before
from timeline.events.telling import is_happening, is_vague
from timeline.italian.clauses import Clause, Sentence

_POINTING = frozenset({"risalire"})
# How far into an article "È successo ieri" may stand before what happened is told.
_LEAD = 3


def pointed_fact(passage: Passage, fact: Fact) -> tuple[Passage, Fact] | None:
    """Where the fact is really told, if this clause only points at it: its «quando», or the sentence before."""
    group = fact.clause.group
    judged = _judged(passage, fact)
    if judged:
        return judged
    if fact.noun or group is None:
        return None
    inner = _clause_of_when(passage.sentence, fact.clause)
    if inner and inner.group and _is_turn(passage, fact.clause):
        return (passage, Fact(inner, inner.group.head)) if inner.group.is_past else None
    if not (is_happening(group) or group.lemma in _POINTING):
        return None
    vague = _names_nothing(passage, fact.clause)
    if inner and inner.group and (vague or group.lemma in _POINTING):
        return passage, Fact(inner, inner.group.head)
    if not vague:
        return None
    if fact.clause.kind == "participle":
        return _noun_beside(passage)
    beside = _told_in_sentence(passage, fact)
    if beside:
        return beside
    for place in range(passage.place - 1, max(-1, passage.place - 5), -1):
        there = replace(passage, place=place)
        told = main_fact(there)
        if told and group.lemma in _POINTING and any(there.is_date(there.words()[i]) for i in told[1].clause.words):
            return None  # «La sentenza è stata letta ieri. La vicenda risale al 2013…»: not the sentence
        if told:
            return told
    return _told_after(passage) if passage.place < _LEAD else None


def _is_turn(passage: Passage, clause: Clause) -> bool:
    """«La svolta è arrivata sabato, quando…», «tutto è cominciato a gennaio, quando…»: the «quando» tells what came."""
    if clause.group is None or clause.group.lemma not in _TURNING:
        return False
    subject = subject_before(passage, clause) or [passage.words()[i] for i in object_after(passage, clause, skip=True)]
    return next((w.low for w in subject if w.part not in ("article", "preposition")), "") in _STORIES


_TURNING = frozenset("cominciare iniziare finire concludere terminare arrivare partire nascere scattare".split())
_STORIES = frozenset(
    """
    tutto svolta vicenda storia incubo guai conferma caso calvario odissea epilogo dramma problemi disavventura giallo
    notizia sorpresa allarme crisi scontro polemica tensione avventura sogno tragedia parabola ascesa declino
    """.split()
)


def _judged(passage: Passage, fact: Fact) -> tuple[Passage, Fact] | None:
    """«La sentenza è stata letta ieri»: who was sentenced, or acquitted, in the sentences before."""
    group = fact.clause.group
    if fact.noun or group is None or group.lemma not in _READING or not group.is_past:
        return None
    subject = subject_before(passage, fact.clause)
    if len(subject) != 2 or subject[1].low not in _VERDICTS:
        return None
    for place in range(passage.place - 1, max(-1, passage.place - 4), -1):
        told = main_fact(replace(passage, place=place))
        verb = told[1].clause.group if told and not told[1].noun else None
        if told and verb and verb.lemma in _JUDGING:
            return told
    return None


_VERDICTS = frozenset("sentenza verdetto pronuncia decisione vicenda caso".split())
_READING = frozenset("leggere pronunciare emettere arrivare giungere approdare".split())
_JUDGING = frozenset("condannare assolvere patteggiare prosciogliere".split())


def _told_in_sentence(passage: Passage, fact: Fact) -> tuple[Passage, Fact] | None:
    """«Un uomo ha aggredito l’autista; è successo venerdì»: what the nearest main clause before tells."""
    clauses = passage.sentence.clauses
    before = [c for c in clauses[: clauses.index(fact.clause)] if c.kind == "main" and not c.quoted]
    for clause in reversed(before):
        group = clause.group
        if group and group.is_past and not group.negated and not is_happening(group):
            return passage, Fact(clause, group.head)
    return None


def _told_after(passage: Passage) -> tuple[Passage, Fact] | None:
    """«È successo ieri sera. Due giovani hanno…»: where nothing was told before, what the next sentence tells."""
    if passage.place + 1 >= len(passage.reading.spans):
        return None
    return main_fact(replace(passage, place=passage.place + 1))


def _names_nothing(passage: Passage, clause: Clause) -> bool:
    subject = subject_before(passage, clause)
    if clause.kind in ("relative", "participle") and not subject:
        subject = antecedent(passage.sentence, clause)
    if subject or clause.kind == "participle":
        return is_vague(subject)
    after = object_after(passage, clause, skip=True)  # «si è svolto ieri nell'aula magna il seminario»
    return is_vague([passage.words()[i] for i in after])


def _clause_of_when(sentence: Sentence, clause: Clause) -> Clause | None:
    own = sentence.clauses.index(clause)
    for child in sentence.clauses:
        if child.parent == own and child.opener >= 0 and sentence.words[child.opener].low == "quando" and child.group:
            return child
    return None


def _noun_beside(passage: Passage) -> tuple[Passage, Fact] | None:
    """«oltre la rissa, i residenti… di quanto accaduto venerdì»: the event noun the sentence has."""
    sentence = passage.sentence
    for place, word in enumerate(sentence.words):
        if word.part == "noun" and is_event_noun(word.low):
            return passage, Fact(sentence.clauses[sentence.owner[place]], place, noun=True)
    return None


def main_fact(passage: Passage) -> tuple[Passage, Fact] | None:
    """The main fact of a sentence: its first affirmed main verb, or the event noun of a sentence without one."""
    sentence = passage.sentence
    for clause in sentence.clauses:
        group = clause.group
        if clause.kind != "main" or clause.quoted or group is None or group.negated:
            continue
        if group.is_past or group.tense == "present" or not group.tense:
            if is_happening(group) and _names_nothing(passage, clause):
                continue
            return passage, Fact(clause, group.head)
    nouns = [i for i, w in enumerate(sentence.words) if w.part in ("noun", "name") and is_event_noun(w.low)]
    if nouns and not any(c.group and c.group.tense for c in sentence.clauses):
        return passage, Fact(sentence.clauses[sentence.owner[nouns[0]]], nouns[0], noun=True)
    return None
