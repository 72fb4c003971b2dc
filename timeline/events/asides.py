"""Participles that only say which or what kind of thing is meant: no editor gives them a line."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.events.antecedents import antecedent
from timeline.events.attachment import is_set_off
from timeline.events.passage import Passage
from timeline.events.subjects import is_person
from timeline.italian.clauses import Clause
from timeline.italian.speech import Word
from timeline.italian.verb_groups import Group

_COMING = frozenset("arrivare giungere tornare rientrare venire accorrere precipitare partire sopraggiungere".split())
_BEFALLING = frozenset("scomparire morire decedere mancare nascere".split())
_ASKING = frozenset("richiedere occorrere bastare".split())
_KIN = frozenset("moglie marito".split())


def _is_source(words: Sequence[Word], whom: Sequence[Word]) -> bool:
    """«secondo i dati | diffusi lunedì dalla commissione»: of what is told after, it says who knows."""
    if not any(w.low in _TELLING for w in whom[:3]):
        return False  # «secondo l'ordinanza firmata ieri»
    at = next((k for k, w in enumerate(words) if w.start == whom[0].start), 0)
    return at > 0 and (words[at - 1].low == "secondo" or "stando" in [w.low for w in words[max(0, at - 2) : at]])


_TELLING = frozenset(
    """
    dati stima stime misurazioni misure rilevazioni rilievi sondaggio bollettino calcoli previsioni ricostruzione
    testimonianze testimonianza elaborazioni rapporto statistiche indagine studio comunicato nota analisi numeri cifre
    """.split()
)


def is_aside_of_another(passage: Passage, clause: Clause, group: Group) -> bool:
    """Whether a participle clause says no more than who somebody is, or of what kind something.

    «prevede precipitazioni diffuse», «due operai rientrati al lavoro», «una turista di Lodi, arrivata sabato»,
    «del farmacista scomparso», «i bambini nati nel 2009», «la moglie Irma, sposata nel 1950».
    """
    words = passage.words()
    if not clause.words or not clause.words[0]:
        return False
    above = passage.sentence.clauses[clause.parent] if clause.parent >= 0 else clause
    if above.group and above.group.lemma in _ASKING and not is_set_off(words, clause):
        return True  # «è richiesto il diploma conseguito nell'anno in corso»
    if words[clause.words[0] - 1].low in ("quali", "cui"):
        return True  # «centonovanta domande, metà delle quali arrivate all'ultimo»
    whom = antecedent(passage.sentence, clause)
    if _is_source(words, whom):
        return True
    if _describes_bare_noun(passage, clause) or _dates_what_follows(passage, clause):
        return True
    several = group.lemma == "nascere" and group.plural and not is_set_off(words, clause)
    if several and whom and whom[0].part == "article" and not _says_where(passage, clause):
        return True  # «le femmine nate stanotte torneranno qui»
    if not whom or not is_person(whom[1:] if whom[0].part == "number" else whom):
        return False
    named = any(w.part == "name" and (not k or whom[k - 1].part in ("noun", "name")) for k, w in enumerate(whom))
    apart = is_set_off(words, clause)
    if group.lemma == "sposare":
        return any(w.low in _KIN for w in whom)
    if group.lemma in _BEFALLING:
        return not apart and not named and whom[0].part == "article" and not _says_where(passage, clause)
    inside = not apart and above.kind == "relative"
    return group.lemma in _COMING and (inside or (not named and not _says_where(passage, clause)))


def _dates_what_follows(passage: Passage, clause: Clause) -> bool:
    """«Serata dedicata ai bambini, | giovedì tombola»: the day behind the comma is that of what stands behind it."""
    words, at = passage.words(), passage.word
    if not 1 < at < len(words) - 1 or at not in clause.words or any(w.is_verb("finite") for w in words):
        return False
    return words[at - 1].text == "," and words[at + 1].part in ("noun", "article")


def _describes_bare_noun(passage: Passage, clause: Clause) -> bool:
    """«prevede precipitazioni | diffuse», «a porte | chiuse»: right behind a noun without article that a verb or a
    preposition leads to."""
    words, at = passage.words(), clause.words[0] - 1
    if at < 1 or words[at].part != "noun":
        return False
    start = at
    while start > 0 and words[start - 1].part == "noun":
        start -= 1
    lead, before = words[start - 1], words[start - 2]
    led = lead.part == "preposition" and lead.low in _BARE_LEADS and start > 1 and before.part not in ("noun", "name")
    return lead.is_verb("finite") or led


_BARE_LEADS = frozenset("a con da in per".split())


def _says_where(passage: Passage, clause: Clause) -> bool:
    """Whether the participle has more than its date: «arrivati da Cagliari», «nato a Jesi»."""
    words = passage.words()
    rear = [i for i in clause.words if clause.group and i > clause.group.last and not passage.is_date(words[i])]
    return _has_complement([words[i] for i in rear])


def _has_complement(rear: Sequence[Word]) -> bool:
    """A noun or a name before the next mark."""
    for word in rear:
        if word.part == "mark":
            return False
        if word.part in ("noun", "name"):
            return True
    return False
