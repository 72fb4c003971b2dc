"""What «lo», «la», «gli» of a verb mean: the thing or the person told before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from timeline.events.agreement import agreement_of
from timeline.events.antecedents import antecedent
from timeline.events.cases import DIED, named_near
from timeline.events.complements import LIMIT_OF_SUBJECT
from timeline.events.contractions import led_by
from timeline.events.passage import Passage
from timeline.events.phrases import core_of, object_after
from timeline.events.printing import join
from timeline.events.referents import introduced
from timeline.events.subjects import named_before, person_before, thing_told
from timeline.events.transitive import DONE_TO_PEOPLE, TRANSITIVE
from timeline.events.verb_forms import agreeing, in_small
from timeline.events.vocabulary import given_names
from timeline.italian.clauses import Clause
from timeline.italian.speech import Word
from timeline.italian.verb_groups import Group

OBJECTS = frozenset("lo la li le l'".split())
# Whether each is feminine, and plural; «l'» shows neither.
CLITICS = {"lo": (False, False), "la": (True, False), "li": (False, True), "le": (True, True)}


def has_object_pronoun(passage: Passage, group: Group) -> bool:
    """Whether the verb has its object before it: «lo hanno individuato», «la premierà»."""
    before = any(w.low in OBJECTS for w in passage.words()[group.first : group.last])
    done = group.lemma in DONE_TO_PEOPLE or (group.lemma in TRANSITIVE and group.tense in ("remote", "future"))
    plain = not group.auxiliary and not group.reflexive and done
    return before and (group.auxiliary == "avere" or plain)


def with_object(
    passage: Passage, clause: Clause, group: Group, verb: list[Word], subject: Sequence[Word]
) -> list[Word]:
    """«lo hanno individuato» → «hanno individuato il battello», where the sentences before say what "lo" is."""
    clitic = next((w for w in verb if w.low in OBJECTS), None)
    head = passage.words()[group.head].verb
    if clitic is None or head is None or group.modal:
        return verb
    feminine, plural = (head.feminine, head.plural) if clitic.low == "l'" else CLITICS[clitic.low]
    person = group.lemma in DONE_TO_PEOPLE
    beside = _thing_beside(passage, clause, feminine=feminine, plural=plural)
    thing = beside or thing_told(passage, clause, feminine=feminine, plural=plural, person=person)
    if not thing and person and not plural:
        thing = named_before(passage, clause, feminine=feminine)
    if not thing and group.lemma in _OF_ANIMALS:
        thing = thing_told(passage, clause, feminine=feminine, plural=plural, person=False)
    nobody = person and any(w.low in _BODIES for w in thing[:2])
    if not thing or nobody or join(thing).lower() == join(subject).lower():
        return verb
    said = [w for w in verb if w is not clitic]
    said = [agreeing(w, "o") if w.is_verb("participle") else w for w in said]
    return [*said, *in_small(core_of(introduced(passage, thing), LIMIT_OF_SUBJECT))]


def _thing_beside(passage: Passage, clause: Clause, *, feminine: bool, plural: bool) -> list[Word]:
    """«una palazzina messa a disposizione da un amico, che l’aveva ristrutturata»: what the participle hangs on."""
    above = passage.sentence.clauses[clause.parent] if clause.kind == "relative" and clause.parent >= 0 else clause
    thing = antecedent(passage.sentence, above) if above.kind == "participle" else []
    agreed = agreement_of(thing) if thing else None
    return thing if agreed and (agreed.feminine, agreed.plural) == (feminine, plural) else []


_TO_WHICH = frozenset("al alla ai alle".split())
# Done to people, but to animals and things as well.
_OF_ANIMALS = frozenset("salvare soccorrere fermare liberare curare operare assistere ferire uccidere".split())


# They act like somebody, but nobody arrests, stops or helps them: «i militari lo fermarono» is no court.
_BODIES = frozenset(
    "governo comune procura questura tribunale consiglio giunta regione provincia parlamento commissione".split()
)


def to_whom(passage: Passage, clause: Clause, group: Group) -> list[Word]:
    """«a Ugo Neri» for the "gli" or "le" of a verb that has its object, and for «la sala a cui ha donato»."""
    words = passage.words()
    opener, before = words[clause.opener].low, words[clause.opener - 1].low
    led = (opener == "cui" and before == "a") or (opener in ("quale", "quali") and before in _TO_WHICH)
    if clause.kind == "relative" and led:
        return led_by("a", antecedent(passage.sentence, clause))
    clitic = next((w for w in words[group.first : group.last] if w.low in ("gli", "le")), None)
    if clitic is None or (clitic.low == "le" and not object_after(passage, clause)):
        return []
    named = [
        k
        for k in range(group.first - 1)
        if words[k].text in given_names() and words[k + 1].part == "name" and words[k + 1].text not in given_names()
    ]
    if len(named) == 1:
        return led_by("a", words[named[0] : named[0] + 2])
    whom = named_before(passage, clause, feminine=clitic.low == "le")
    if clause.kind == "relative" and join(whom).lower() == join(antecedent(passage.sentence, clause)).lower():
        whom = person_before(passage, clause)  # «il Comune, che gli aveva conferito la medaglia»
    if not whom and (dead := named_near(passage, DIED)):
        whom = [replace(clitic, text=dead, low=dead.lower(), part="name")]  # «il Comune gli dedicherà una sala»
    return led_by("a", whom)
