"""Titles: a headline of at most 90 characters that stands alone, without the date, without open quotes.

Each form of telling has its headline. «Il furto è avvenuto ieri a Suzzara» is a noun with its place; a passive puts the
participle first; a participle keeps the noun it hangs on; anything else is subject, verb and as many complements as fit.
"""

from __future__ import annotations

from collections.abc import Sequence

from timeline.events.event_nouns import is_event_noun
from timeline.events.judgement import Fact
from timeline.events.passage import Passage
from timeline.events.phrases import (
    agreement_of,
    antecedent,
    core_of,
    object_after,
    rear_of,
    subject_before,
)
from timeline.events.polish import fit, join, without_times
from timeline.events.subjects import inherited_subject, speaker_of
from timeline.italian.clauses import Clause, Group, Sentence
from timeline.italian.speech import Word

# Verbs that only say that something happened: the noun beside them is the news.
HAPPENING = frozenset("accadere avvenire succedere verificarsi verificare svolgere tenere capitare consumare".split())
_HAPPENING_NOUN_ONLY = frozenset({"compiere", "commettere", "mettere", "registrare", "consumare", "perpetrare", "effettuare"})
_LIMIT_OF_SUBJECT = 45


def headline(passage: Passage, fact: Fact) -> str:
    """The title of the fact a passage tells."""
    sentence, clause = passage.sentence, fact.clause
    group = clause.group
    if fact.noun or group is None:
        return fit(_nominal(passage, fact))
    if clause.kind == "participle":
        return fit(_of_participle(passage, clause, group))
    if group.lemma in HAPPENING and not group.modal and (group.lemma not in ("tenere", "svolgere") or group.reflexive):
        words = _happened(passage, clause)
        if words:
            return fit(words)
    if group.person != 3 and clause.quoted:
        return _spoken(passage, clause)
    if group.passive:
        return fit(_passive(passage, clause, group))
    return fit(_active(passage, clause, group))


def _take(passage: Passage, places: Sequence[int]) -> list[Word]:
    return without_times(passage, places)


def _nominal(passage: Passage, fact: Fact) -> list[Word]:
    """An event noun with what follows it: «Arresto in via Albinelli»."""
    words = passage.words()
    own = [i for i in fact.clause.words if i >= fact.trigger]
    start = fact.trigger
    while start > 0 and words[start - 1].part in ("noun", "name") and words[start - 1].verb is None:
        start -= 1
    places: list[int] = list(range(start, fact.trigger)) + own[:1]
    for place in own[1:]:
        word = words[place]
        if word.part in ("that", "verb", "clitic") or (word.part == "mark" and word.text in ".;:–—-"):
            break
        places.append(place)
    return _take(passage, places)


def _of_participle(passage: Passage, clause: Clause, group: Group) -> list[Word]:
    """«La regione russa di Kursk invasa dalle truppe di Zelensky»: the noun, the participle, its complements."""
    sentence = passage.sentence
    noun = antecedent(sentence, clause)
    rear = _take(passage, rear_of(sentence, clause))
    if group.lemma in HAPPENING | _HAPPENING_NOUN_ONLY:
        return [*_bare(noun), *rear]
    if not noun:
        return [sentence.words[group.head], *rear]
    return [*core_of(noun, _LIMIT_OF_SUBJECT), sentence.words[group.head], *rear]


def _happened(passage: Passage, clause: Clause) -> list[Word]:
    """«Il furto è accaduto a Mediaworld» → «Furto a Mediaworld»; [] where no noun says what happened."""
    sentence = passage.sentence
    words = sentence.words
    subject = [words[i] for i in subject_before(sentence, clause)]
    after = object_after(sentence, clause)
    rear = rear_of(sentence, clause)
    if clause.kind == "relative" and not subject:
        subject = antecedent(sentence, clause)
    if subject and _says_what(subject):
        return [*_bare(core_of(subject, 70)), *_take(passage, rear)]
    if after and _says_what([words[i] for i in after]):
        return [*_bare([words[i] for i in after]), *_take(passage, [i for i in rear if i > after[-1]])]
    return []


_VAGUE = frozenset("fatto fatti episodio evento vicenda cosa caso tutto quanto".split())


def _says_what(phrase: Sequence[Word]) -> bool:
    head = next((w for w in phrase if w.part in ("noun", "name")), None)
    return head is not None and head.low not in _VAGUE


def _bare(phrase: Sequence[Word]) -> list[Word]:
    """A noun phrase without its article: a nominal headline has none."""
    k = 0
    while k < len(phrase) and phrase[k].part in ("article", "number") and phrase[k].part == "article":
        k += 1
    return list(phrase[k:])


def _passive(passage: Passage, clause: Clause, group: Group) -> list[Word]:
    """«Arrestato un 56enne modenese in corso Canalchiaro»: participle, subject, complements."""
    sentence = passage.sentence
    words = sentence.words
    rear = rear_of(sentence, clause)
    participle = words[group.head]
    before = [words[i] for i in subject_before(sentence, clause)]
    if clause.kind == "relative" and not before:
        before = antecedent(sentence, clause)
    if not before:
        after = object_after(sentence, clause)
        if not after:
            before = inherited_subject(passage, clause)
    if group.tense == "future":
        return [*core_of(before, _LIMIT_OF_SUBJECT), *words[group.first : group.last + 1], *_take(passage, rear)]
    return [*core_of(before, _LIMIT_OF_SUBJECT), participle, *_take(passage, rear)]


def _active(passage: Passage, clause: Clause, group: Group) -> list[Word]:
    sentence = passage.sentence
    words = sentence.words
    subject = [words[i] for i in subject_before(sentence, clause)]
    if clause.kind == "relative" and not subject and _is_subject_relative(sentence, clause):
        subject = antecedent(sentence, clause)
    rear = rear_of(sentence, clause)
    verb = list(words[group.first : group.last + 1])
    if not subject and not _follows(passage, clause, group):
        subject = inherited_subject(passage, clause)
        if not subject:
            return _without_subject(passage, clause, group)
    verb = [w for w in verb if w.low not in ("lo", "la", "li", "le", "l'", "gli", "ne", "ci") or group.reflexive]
    return [*core_of(subject, _LIMIT_OF_SUBJECT), *_take_words(passage, verb), *_complements(passage, clause, rear)]


def _is_subject_relative(sentence: Sentence, clause: Clause) -> bool:
    return clause.opener >= 0 and sentence.words[clause.opener].low == "che"


def _follows(passage: Passage, clause: Clause, group: Group) -> bool:
    """Whether the subject stands after the verb: «è arrivata la Finanza», «si terranno le finali»."""
    from timeline.italian.clauses import UNACCUSATIVE

    if not (group.reflexive or group.lemma in UNACCUSATIVE):
        return False
    after = object_after(passage.sentence, clause)
    return bool(after)


def _without_subject(passage: Passage, clause: Clause, group: Group) -> list[Word]:
    """Nobody is named: «Hanno rubato un trattore» → «Rubato un trattore», «Lo hanno riportato» → «Riportato»."""
    sentence = passage.sentence
    words = sentence.words
    head = words[group.head]
    rear = rear_of(sentence, clause)
    if group.auxiliary == "avere" and not group.modal and head.verb:
        after = object_after(sentence, clause)
        agreement = agreement_of([words[i] for i in after]) if after else None
        if agreement:
            return [participle_of(head, agreement.ending()), *_take(passage, rear)]
    verb = list(words[group.first : group.last + 1])
    return [*_take_words(passage, verb), *_complements(passage, clause, rear)]


def participle_of(word: Word, ending: str) -> Word:
    """The participle with another ending: "rubato", "a" → "rubata"."""
    from dataclasses import replace

    text = word.text[:-1] + ending
    return replace(word, text=text, low=text.lower())


def _take_words(passage: Passage, verb: Sequence[Word]) -> list[Word]:
    return [w for w in verb if w.part not in ("time", "not") and w.low not in ("infatti", "quindi", "dunque", "poi", "inoltre")]


def _complements(passage: Passage, clause: Clause, rear: Sequence[int]) -> list[Word]:
    """What follows the verb, with the clauses that complete it: «ha fatto sapere di aver inviato», «ha detto che…»."""
    sentence = passage.sentence
    own = passage.sentence.clauses.index(clause)
    places = list(rear)
    for child in sentence.clauses:
        opener = sentence.words[child.opener].low if child.opener >= 0 else ""
        if child.parent == own and child.kind == "that" and opener == "che" and child.words:
            places += child.words
    return _take(passage, sorted(set(places)))


def _spoken(passage: Passage, clause: Clause) -> str:
    """Somebody says "I": «Nome Cognome: «Ho avuto un infortunio»», or the words alone where no speaker is named."""
    sentence = passage.sentence
    group = clause.group
    assert group is not None
    rear = _take(passage, rear_of(sentence, clause))
    verb = _take_words(passage, sentence.words[group.first : group.last + 1])
    speaker = speaker_of(passage)
    room = 84 - len(speaker)
    said = fit([*verb, *rear], room)
    return f"{speaker}: «{said}»" if speaker else f"«{said}»"


__all__ = ["HAPPENING", "headline", "is_event_noun", "join"]
