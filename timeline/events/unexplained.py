"""Verbs that only the sentences before explain: «ha finito di pagarlo», «ne sono state vendute 614», «si parte»."""

from __future__ import annotations

import re

from timeline.events.agreement import agreement_of
from timeline.events.clefts import place_of_deed
from timeline.events.passage import Passage
from timeline.events.phrases import object_after, subject_before
from timeline.italian.clauses import Clause
from timeline.italian.speech import Word
from timeline.italian.tokens import OF
from timeline.italian.verb_groups import UNACCUSATIVE, Group

_ENCLITIC = re.compile(r"(?:r|rlo|rla)(lo|la|li|le)\Z|r(?:me|te|se|ce|ve|glie)(lo|la|li|le)\Z")
_OF_GENDER = {"lo": (False, False), "la": (True, False), "li": (False, True), "le": (True, True)}
_HARDLY = frozenset({"difficilmente", "malapena"})
_BEGINNING = frozenset(
    "cominciare iniziare ricominciare partire ripartire andare tornare finire riprendere proseguire continuare".split()
)
_NEAR = 4


def is_unexplained(passage: Passage, clause: Clause, group: Group) -> bool:
    """Whether a reader of the clause alone cannot know what is done, or to what; or it hardly will be."""
    words = passage.words()
    if any(words[i].low in _HARDLY for i in clause.words if i < group.last):
        return True
    if _is_of_one(passage, clause):
        return True
    return _counts_something(passage, clause, group) or _begins(passage, clause, group) or _does_to_it(passage, clause)


def _is_of_one(passage: Passage, clause: Clause) -> bool:
    """«Uno suona ancora in un'orchestra», «qui si raccolse quello da due chili»: one of what, or which, is not said."""
    words = passage.words()
    before = [words[i] for i in clause.words if clause.group and i < clause.group.first and words[i].part != "time"]
    lone = before and before[0].low in ("uno", "una") and before[1:2] and before[1].part in ("mark", "verb")
    lone = lone or (len(before) == 1 and before[0].low in ("uno", "una"))
    lone = lone or [w.low for w in before[:2]] in (["uno", "ogni"], ["una", "ogni"])
    lone = lone or _is_only_counted(words, before)
    after = object_after(passage, clause)
    behind = words[after[-1] + 1] if after and after[-1] + 1 < len(words) else None
    alone = len(after) == 1 and words[after[0]].low in _THAT_ONE
    which = alone and behind is not None and behind.part == "preposition" and behind.low not in OF
    pointed = len(after) == _TWO and words[after[0]].low in _THAT_ONE and words[after[1]].part == "noun"
    shown = pointed and (behind is None or (behind.part != "that" and behind.low not in OF))
    return bool(lone or which or shown)


def _is_only_counted(words: list[Word], before: list[Word]) -> bool:
    """«La prima con i fedeli sarà domani»: an ordinal, and no noun; «il primo a partire», «il primo di tre» are."""
    if len(before) < _TWO or before[0].part != "article" or before[1].low not in _ORDINALS:
        return False
    lead = before[2] if len(before) > _TWO else None
    return lead is not None and lead.part == "preposition" and lead.low in ("con", "in", "per", "senza")


_TWO = 2
_ORDINALS = frozenset("primo prima secondo seconda terzo terza ultimo ultima".split())
_THAT_ONE = frozenset("quello quella quelli quelle".split())


def _counts_something(passage: Passage, clause: Clause, group: Group) -> bool:
    """«ne sono state vendute 614», «altra ne è attesa»: of what, the sentence before says."""
    words = passage.words()
    counted = any(w.low in ("ne", "n'") for w in words[group.first : group.last])
    if not counted or group.reflexive or any(w.low == "se" for w in words[group.first : group.last]):
        return False
    before = words[max(0, group.first - 1) : group.first] if group.lemma not in UNACCUSATIVE else []
    told = [*before, *(words[i] for i in object_after(passage, clause))]
    beside = words[group.last + 1 : group.last + _NEAR]
    of_people = group.passive or group.auxiliary == "avere" or group.lemma in UNACCUSATIVE
    return of_people and not any(w.part in ("noun", "name") for w in [*told, *beside[:1]])


def _begins(passage: Passage, clause: Clause, group: Group) -> bool:
    """«Si parte sabato», «ci si rivedrà a marzo»: nobody and nothing is named."""
    words = passage.words()
    clitics = [w.low for w in words[group.first : group.last] if w.part == "clitic"]
    if clitics[:2] == ["ci", "si"]:
        return True
    alone = group.reflexive and group.lemma in _BEGINNING and not group.modal and not group.auxiliary
    if not alone or subject_before(passage, clause) or object_after(passage, clause, skip=True):
        return False
    follows = words[group.last + 1 : group.last + _NEAR]
    return not any(w.is_verb("infinitive") for w in follows)


def _does_to_it(passage: Passage, clause: Clause) -> bool:
    """«ha finito di pagarlo», «si è accorta di averlo pagato meno»: what, its own clause does not say."""
    words, group = passage.words(), clause.group
    if group is None:
        return False
    for place in (i for i in clause.words if words[i].part == "verb" and words[i].is_verb("infinitive")):
        near = group.first <= place <= group.last + _NEAR or place == place_of_deed(passage, clause)
        found = near and _ENCLITIC.search(words[place].low)
        if found and not _names_it(passage, clause, place, _OF_GENDER[found[1] or found[2]]):
            return True
    return False


def _names_it(passage: Passage, clause: Clause, place: int, wanted: tuple[bool, bool]) -> bool:
    """Whether a noun phrase stands before in the clause, no subject, that the pronoun may mean."""
    words = passage.words()
    subject = {w.start for w in subject_before(passage, clause)}
    for k in clause.words:
        if k >= place or words[k].part not in ("article", "noun", "name") or words[k].start in subject:
            continue
        if clause.group and clause.group.first <= k <= clause.group.last:
            continue
        agreed = agreement_of(_phrase_at(words, k))
        if agreed and agreed.fits(*wanted):
            return True
    return False


def _phrase_at(words: list[Word], k: int) -> list[Word]:
    return words[k : k + 2] if words[k].part == "article" else words[k : k + 1]
