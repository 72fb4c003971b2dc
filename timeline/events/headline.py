"""Titles: a headline of at most 90 characters that stands alone, without the date, without open quotes.

Each form of telling has its headline. «Il furto è avvenuto ieri a Suzzara» is a noun with its place; a passive loses
its
auxiliary; a participle keeps the noun it hangs on; anything else is subject, verb and as many complements as fit.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from timeline.events.agreement import agreement_of
from timeline.events.judgement import Fact
from timeline.events.passage import Passage
from timeline.events.phrases import (
    antecedent,
    core_of,
    object_after,
    rear_of,
    segments,
    subject_before,
)
from timeline.events.pointers import pointed_fact
from timeline.events.polish import LIMIT, dateless, fit, join
from timeline.events.subjects import inherited_subject, speaker_of
from timeline.events.telling import is_happening, says_what
from timeline.italian.clauses import Clause
from timeline.italian.speech import Word
from timeline.italian.verb_groups import UNACCUSATIVE, Group
from timeline.italian.verbs import read_verb

_CARRYING = frozenset("compiere commettere mettere registrare consumare perpetrare effettuare compiere".split())
_LIMIT_OF_SUBJECT = 45
_THIN = 40
_OBJECT_CLITICS = frozenset("lo la li le l' gli ne ci".split())


def headline(passage: Passage, fact: Fact) -> str:
    """The title of the fact a passage tells."""
    there = pointed_fact(passage, fact)
    if there:
        title = _headline(*there)
        if len(title) > 12:
            return title
    return _headline(passage, fact)


def _headline(passage: Passage, fact: Fact) -> str:
    clause, group = fact.clause, fact.clause.group
    if fact.noun or group is None:
        return fit(_nominal(passage, fact))
    if clause.kind == "participle":
        return fit(_of_participle(passage, clause, group))
    if is_happening(group):
        words = _happened(passage, clause)
        if words:
            return fit(words)
    if clause.quoted and (group.person != 3 or _speaks_of_own(passage, clause)):
        return _spoken(passage, clause, group)
    return _best(passage, clause, group)


def _best(passage: Passage, clause: Clause, group: Group) -> str:
    """Subject, verb and complements; with a subject that leaves no room for the object, the object alone."""
    words = (_passive if group.passive else _active)(passage, clause, group)
    title = fit(words)
    if group.passive or group.auxiliary != "avere" or group.modal or _takes_pronoun(passage, group):
        return title
    after = object_after(passage, clause, skip=True)
    shown = join([passage.words()[i] for i in after[:2]]) if after else ""
    if shown and shown not in title and len(join(words)) > LIMIT:
        return fit(_object_first(passage, clause, group, after)) or title
    return title


def _speaks_of_own(passage: Passage, clause: Clause) -> bool:
    """Whether the clause says "my" or "our": only a speaker's name makes that a title."""
    return any(passage.words()[i].low in _OWN for i in clause.words)


_OWN = frozenset("mio mia miei mie nostro nostra nostri nostre".split())


def _show(passage: Passage, places: Sequence[int]) -> list[Word]:
    words = passage.words()
    end = len(words) - 1 if words and words[-1].text in _STOPS else len(words)
    return [words[i] for i in dateless(passage, places) if i < end]


_STOPS = frozenset({".", "!", "?", ";", "…"})


def _nominal(passage: Passage, fact: Fact) -> list[Word]:
    """An event noun with what follows it: «Arresto in via Albinelli»."""
    words = passage.words()
    start = fact.trigger
    while start > 0 and words[start - 1].part == "noun" and words[start - 1].verb is None:
        start -= 1
    places: list[int] = list(range(start, fact.trigger + 1))
    for place in [i for i in fact.clause.words if i > fact.trigger]:
        word = words[place]
        if word.part in ("that", "verb", "clitic") or (word.part == "mark" and word.text in ".;:–—-"):
            break
        if place != places[-1] + 1 or (word.text == "," and len(join(_show(passage, places))) > 14):
            break
        places.append(place)
    return _show(passage, places)


def _of_participle(passage: Passage, clause: Clause, group: Group) -> list[Word]:
    """«La regione russa di Kursk invasa dalle truppe di Zelensky»: the noun, the participle, its complements."""
    sentence = passage.sentence
    noun = antecedent(sentence, clause)
    rear = _complements(passage, clause)
    if is_happening(group) or group.lemma in _CARRYING:
        return [*_bare(core_of(noun, 70)), *_agent_as_owner(rear)]
    participle = _show(passage, range(group.first, group.last + 1))
    if participle and noun and _has_enclitic(participle[-1].low):
        return [*core_of(noun, _LIMIT_OF_SUBJECT), *_reflexive(participle[-1]), *rear]
    return _around_participle(core_of(noun, _LIMIT_OF_SUBJECT), participle, rear)


def _around_participle(noun: list[Word], participle: list[Word], rear: list[Word]) -> list[Word]:
    """«Kursk invasa dalle truppe» where somebody did it, else «Arrestato Rossi nella sua villa»."""
    verb = participle[0].verb if participle else None
    happened = verb is not None and verb.lemma in UNACCUSATIVE  # «l’operaio deceduto», «le fiamme divampate»
    by = rear and (happened or (rear[0].part == "preposition" and rear[0].low.startswith(("da", "con"))))
    if by or not noun or noun[0].part == "pronoun":
        return [*noun, *participle, *rear]
    return [*participle, *_small(noun), *rear]


def _small(noun: list[Word]) -> list[Word]:
    """The phrase with its article in small letters, for the middle of a title."""
    first = noun[0]
    if first.part == "name" or (first.text.isupper() and len(first.text) > 2):
        return noun
    return [replace(first, text=first.text[:1].lower() + first.text[1:]), *noun[1:]]


def _has_enclitic(low: str) -> bool:
    """Whether a participle ends in its pronoun: «infortunatosi» does, «diffusi» does not."""
    base = read_verb(low[:-2]) if low.endswith("si") else None
    return base is not None and base.form == "participle"


def _reflexive(word: Word) -> list[Word]:
    """«infortunatosi» → «si è infortunato»."""
    verb = word.verb
    clitic = replace(word, text="si", low="si", part="clitic", verb=None)
    text = "sono" if verb and verb.plural else "è"
    return [clitic, replace(word, text=text, low=text), replace(word, text=word.text[:-2], low=word.low[:-2])]


def _agent_as_owner(rear: list[Word]) -> list[Word]:
    """«un intervento effettuato dalla Volante» → «Intervento della Volante»."""
    if rear and rear[0].low.startswith("da") and rear[0].part == "preposition":
        low = {"da": "di"}.get(rear[0].low, "de" + rear[0].low[2:])
        return [replace(rear[0], text=low, low=low), *rear[1:]]
    return rear


def _happened(passage: Passage, clause: Clause) -> list[Word]:
    """«Il furto è accaduto a Mediaworld» → «Furto a Mediaworld»; [] where no noun says what happened."""
    words = passage.words()
    subject = subject_before(passage, clause)
    rear = rear_of(clause)
    if clause.kind == "relative" and not subject:
        subject = antecedent(passage.sentence, clause)
    if subject and says_what(subject):
        return [*_bare(core_of(subject, 70)), *_show(passage, rear)]
    after = object_after(passage, clause, skip=True)
    if not after or not says_what([words[i] for i in after]):
        return []
    named = _bare([words[i] for i in after])
    rest = [i for i in rear if i > after[-1]]
    if named and named[0].part == "preposition":  # «uno dei più importanti appuntamenti, le finali…»
        later = [s for s in segments(words, rest) if words[s[0]].part == "article"]
        return _bare(_show(passage, later[0])) if later else []
    return [*named, *_show(passage, rest), *_show(passage, [i for i in rear if i < after[0]])]


def _bare(phrase: Sequence[Word]) -> list[Word]:
    """A noun phrase without its article: a nominal headline has none."""
    k = 0
    while k < len(phrase) and phrase[k].part == "article":
        k += 1
    return list(phrase[k:])


def _passive(passage: Passage, clause: Clause, group: Group) -> list[Word]:
    """«Un 56enne arrestato in corso Canalchiaro»: subject, participle, complements; the future keeps its verb."""
    words = passage.words()
    subject = subject_before(passage, clause)
    if clause.kind == "relative" and not subject:
        subject = antecedent(passage.sentence, clause)
    follows = object_after(passage, clause)
    if not subject and not follows:
        subject = inherited_subject(passage, clause)
    first = group.first if group.tense == "future" else _main_participle(passage, group)
    verb = [
        w
        for w in words[first : group.last + 1]
        if w.part in ("verb", "and") or (w.part == "clitic" and group.reflexive)
    ]
    rear = _complements(passage, clause)
    if group.tense == "future" or group.reflexive:
        return [*core_of(subject, _LIMIT_OF_SUBJECT), *verb, *rear]
    return _around_participle(core_of(subject, _LIMIT_OF_SUBJECT), verb, rear)


def _main_participle(passage: Passage, group: Group) -> int:
    """The first participle after the forms of "essere" and "venire"."""
    words = passage.words()
    for place in range(group.first, group.last + 1):
        verb = words[place].verb
        if words[place].is_verb("participle") and verb and verb.lemma != "essere":
            return place
    return group.first


def _active(passage: Passage, clause: Clause, group: Group) -> list[Word]:
    words = passage.words()
    subject = subject_before(passage, clause)
    if clause.kind == "relative" and not subject and words[clause.opener].low == "che":
        subject = antecedent(passage.sentence, clause)
        agreed = agreement_of(subject)
        subject = subject if agreed and agreed.plural == group.plural else []
    if not subject and _takes_pronoun(passage, group):
        return _after_pronoun(passage, clause, group)
    if not subject and not _follows(passage, clause, group):
        subject = inherited_subject(passage, clause)
        if not subject:
            return _without_subject(passage, clause, group)
    verb = [w for w in words[group.first : group.last + 1] if w.part != "time"]
    if not group.reflexive:
        verb = [w for w in verb if w.low not in _OBJECT_CLITICS]
    return [*core_of(subject, _LIMIT_OF_SUBJECT), *verb, *_complements(passage, clause)]


def _takes_pronoun(passage: Passage, group: Group) -> bool:
    words = passage.words()[group.first : group.last]
    return group.auxiliary == "avere" and any(w.low in ("lo", "la", "li", "le", "l'") for w in words)


def _after_pronoun(passage: Passage, clause: Clause, group: Group) -> list[Word]:
    """«Lo hanno individuato i sommozzatori»: who did it comes first; the noun that follows is no object."""
    words = passage.words()
    after = object_after(passage, clause)
    verb = [w for w in words[group.first : group.last + 1] if w.part != "time"]
    rest = _show(passage, [i for i in rear_of(clause) if i not in after])
    subject = [words[i] for i in after] or inherited_subject(passage, clause)
    return [*subject, *_small(verb), *rest]


def _follows(passage: Passage, clause: Clause, group: Group) -> bool:
    """Whether the subject stands after the verb: «è arrivata la Finanza», «si terranno le finali»."""
    return (group.reflexive or group.lemma in UNACCUSATIVE) and bool(object_after(passage, clause))


def _without_subject(passage: Passage, clause: Clause, group: Group) -> list[Word]:
    """Nobody is named: «Hanno rubato un trattore» → «Rubato un trattore»."""
    after = object_after(passage, clause)
    if after and group.auxiliary == "avere" and not group.modal:
        return _object_first(passage, clause, group, after)
    verb = [w for w in passage.words()[group.first : group.last + 1] if w.part != "time"]
    return [*verb, *_complements(passage, clause)]


def _object_first(passage: Passage, clause: Clause, group: Group, after: Sequence[int]) -> list[Word]:
    """«I carabinieri hanno arrestato per furto un 23enne» → «Arrestato un 23enne per furto»."""
    words = passage.words()
    rear = rear_of(clause)
    agreed = agreement_of([words[i] for i in after])
    if agreed is None:
        return []
    participles = [w for w in words[group.first : group.last + 1] if w.is_verb("participle") or w.part == "and"]
    turned = [_agreeing(w, agreed.ending()) if w.part == "verb" else w for w in participles]
    before = [i for i in rear if i < after[0]]
    rest = [i for i in rear if i > after[-1]]
    return [*turned, *(words[i] for i in after), *_show(passage, before), *_show(passage, rest)]


def _agreeing(word: Word, ending: str) -> Word:
    """The participle with another ending: "rubato", "a" → "rubata"."""
    text = word.text[:-1] + ending
    return replace(word, text=text.lower(), low=text.lower())


def _complements(passage: Passage, clause: Clause) -> list[Word]:
    """What follows the verb, with the clauses that complete it: a "che", what clings to it, more where it is thin."""
    sentence = passage.sentence
    places = rear_of(clause)
    own = sentence.clauses.index(clause)
    group = clause.group
    after_verb = group.last + 1 if group else 0
    taken = {own}
    for number, child in enumerate(sentence.clauses):
        if child.parent not in taken or not child.words or child.words[0] < after_verb:
            continue
        opener = sentence.words[child.opener].low if child.opener >= 0 else ""
        clings = child.words[0] - 1 in places and sentence.words[child.words[0] - 1].part != "mark"
        thin = len(join(_show(passage, places))) < _THIN
        if (child.kind == "that" and opener == "che") or (child.kind in ("participle", "gerund") and (clings or thin)):
            places = sorted({*places, *child.words})
            taken.add(number)
    return _show(passage, places)


def _spoken(passage: Passage, clause: Clause, group: Group) -> str:
    """Somebody says "I": «Nome Cognome: «Ho avuto un infortunio»», or the words alone where no speaker is named."""
    verb = [w for w in passage.words()[group.first : group.last + 1] if w.part != "time"]
    verb = [*core_of(subject_before(passage, clause), _LIMIT_OF_SUBJECT), *verb]
    speaker = speaker_of(passage)
    said = fit([*verb, *_complements(passage, clause)], LIMIT - 6 - len(speaker)).replace("«", "“").replace("»", "”")
    return f"{speaker}: «{said}»" if speaker else f"«{said}»"
