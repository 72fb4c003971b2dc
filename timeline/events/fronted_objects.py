"""Objects that stand first and are taken up by a pronoun: «Il trofeo lo ha vinto Ada Neri» → «Ada Neri ha vinto il
trofeo»."""

from __future__ import annotations

from timeline.events.agreement import agreement_of
from timeline.events.antecedents import antecedent
from timeline.events.loose_ends import trim_rear
from timeline.events.nominal import shown
from timeline.events.object_pronouns import CLITICS, OBJECTS
from timeline.events.passage import Passage
from timeline.events.phrases import object_after, rear_of
from timeline.events.referents import introduced
from timeline.events.subjects import is_person
from timeline.events.transitive import TRANSITIVE
from timeline.events.verb_forms import agreeing, in_small, timeless
from timeline.italian.clauses import Clause
from timeline.italian.speech import Word
from timeline.italian.tokens import OF
from timeline.italian.verb_groups import Group


def object_in_front(passage: Passage, clause: Clause, group: Group) -> list[Word]:
    """«Il trofeo» of «il trofeo lo ha vinto»: a thing right before its verb that the verb's pronoun repeats; [] else.

    A person in that place is who does it: «il sindaco lo ha detto».
    """
    words = passage.words()
    thing, clitic = _phrase_before(words, clause, group.first), words[group.first].low
    if clitic not in OBJECTS or group.last == group.first or not thing or is_person(thing):
        return []
    agreed, head = agreement_of(thing), words[group.head].verb
    if agreed is None:
        return []
    if clitic == "l'":
        fits = head is None or head.form != "participle" or agreed.fits(head.feminine, head.plural)
        fits = fits and not agreed.plural
    else:
        fits = agreed.fits(*CLITICS[clitic])
    return thing if fits and (group.auxiliary == "avere" or group.lemma in TRANSITIVE) else []


def _phrase_before(words: list[Word], clause: Clause, stop: int) -> list[Word]:
    """The noun phrase that ends there, with its article; [] where none does, or a preposition leads to it."""
    if stop > 1 and words[stop - 1].text == ",":
        stop = _before_time(words, stop - 1)
    start = stop - 1
    while start > 0 and start in clause.words and (words[start].part in _INNER or words[start].low in OF):
        start -= 1
    led = start > 0 and words[start - 1].part in ("preposition", "noun", "name")
    whole = words[start].part == "article" and start in clause.words and stop - start > 1
    return words[start:stop] if whole and not led else []


def _before_time(words: list[Word], comma: int) -> int:
    """«il colpo di grazia, | tra il 2022 e il 2023, | lo ha dato la crisi»: past a time between commas."""
    opened = next((k for k in range(comma - 1, 0, -1) if words[k].part == "mark"), 0)
    told = words[opened + 1 : comma]
    timed = any(w.part == "time" for w in told) and all(
        w.part in ("time", "preposition", "and", "article", "number") for w in told
    )
    return opened if opened and words[opened].text == "," and timed else comma + 1


_INNER = ("noun", "name", "number")


def told_in_order(passage: Passage, clause: Clause, group: Group) -> list[Word]:
    """Who did it, what was done, to what; [] where no object stands in front, or nobody behind the verb did it."""
    thing = object_in_front(passage, clause, group)
    if not thing or group.person != 3:
        return []
    words = passage.words()
    after = object_after(passage, clause)
    who = [words[i] for i in after]
    if clause.kind == "relative" and words[clause.opener].low == "che":
        who, after = antecedent(passage.sentence, clause), []
    agreed = agreement_of(who)
    if not agreed or agreed.plural != group.plural or who[0].part == "noun" or group.lemma in _AS_WHAT:
        return []  # «il re lo ha ratificato», «l’ha definita una svolta»
    rest = trim_rear(shown(passage, [i for i in rear_of(clause) if i not in after]))
    verb = [w for w in timeless(passage, group) if w.part != "clitic"]
    verb = [agreeing(w, "o") if w.is_verb("participle") else w for w in verb]
    return [*introduced(passage, who), *in_small(verb), *in_small(introduced(passage, thing)), *rest]


_AS_WHAT = frozenset("definire nominare eleggere considerare chiamare ritenere giudicare dichiarare rendere".split())
