"""Verb forms a headline makes of others: a participle that agrees, a compound tense out of a bare participle."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from timeline.events.passage import Passage
from timeline.events.vocabulary import given_names
from timeline.italian.speech import Word
from timeline.italian.verb_groups import UNACCUSATIVE, Group
from timeline.italian.verbs import read_verb

# «una seduta iniziata lunedì e proseguita all'alba»: with "essere" they go on by themselves.
GOING_ON = frozenset({"proseguire", "continuare"})


def timeless(passage: Passage, group: Group) -> list[Word]:
    """The words of the verb without dates, and without a «vi» whose place the title does not tell: «vi aveva perso la
    vita»."""
    there = group.auxiliary == "avere" and group.person == _THIRD
    words = passage.words()[group.first : group.last + 1]
    return [w for w in words if w.part != "time" and not (there and w.part == "clitic" and w.low == "vi")]


_THIRD = 3


def main_participle(passage: Passage, group: Group) -> int:
    """The first participle after the forms of "essere" and "venire"."""
    words = passage.words()
    for place in range(group.first, group.last + 1):
        verb = words[place].verb
        if words[place].is_verb("participle") and verb and verb.lemma != "essere":
            return place
    return group.first


def agreeing(word: Word, ending: str) -> Word:
    """The participle with another ending: "rubato", "a" → "rubata"."""
    text = word.text[:-1] + ending
    return replace(word, text=text.lower(), low=text.lower())


def with_essere(participle: list[Word]) -> list[Word]:
    """«nato» → «è nato», «fondate» → «sono state fondate»: a compound tense out of a bare participle."""
    word, *rest = in_small(participle)
    verb = word.verb
    if verb is None:
        return participle
    forms = ["sono" if verb.plural else "è"]
    if verb.lemma not in UNACCUSATIVE | GOING_ON:
        forms.append(("state" if verb.plural else "stata") if verb.feminine else ("stati" if verb.plural else "stato"))
    spaced = [replace(word, text=f, low=f, start=-1, end=-2) for f in forms]
    return [*spaced, word, *rest]


def has_enclitic(low: str) -> bool:
    """Whether a participle ends in its pronoun: «infortunatosi» does, «diffusi» does not."""
    base = read_verb(low[:-2]) if low.endswith("si") else None
    return base is not None and base.form == "participle"


def reflexive_of(word: Word) -> list[Word]:
    """«infortunatosi» → «si è infortunato»."""
    clitic = replace(word, text="si", low="si", part="clitic", verb=None, end=-1)
    text = "sono" if word.verb and word.verb.plural else "è"
    return [clitic, replace(word, text=text, low=text, end=-1), replace(word, text=word.text[:-2], low=word.low[:-2])]


def in_small(phrase: Sequence[Word]) -> list[Word]:
    """The phrase with its first word in small letters, for the middle of a title."""
    first = phrase[0]
    named = len(phrase) > 1 and phrase[1].part == "name" and first.text in given_names()  # «Ada Ferri», at the head
    if first.part == "name" or named or (first.text.isupper() and len(first.text) > 2):
        return list(phrase)
    return [replace(first, text=first.text[:1].lower() + first.text[1:]), *phrase[1:]]
