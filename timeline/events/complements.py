"""What follows the verb of a headline: its complements, the clauses that complete it, an object drawn nearer."""

from __future__ import annotations

from collections.abc import Iterator

from timeline.events.agreement import agreement_of, article_of
from timeline.events.antecedents import antecedent
from timeline.events.gapping import before_gap
from timeline.events.loose_ends import trim_rear
from timeline.events.nominal import shown
from timeline.events.own_subjects import own_subject
from timeline.events.passage import Passage
from timeline.events.phrases import object_after, rear_of
from timeline.events.printing import LIMIT, join
from timeline.events.referents import introduced, told_of
from timeline.events.retold import whose
from timeline.events.verb_forms import timeless
from timeline.events.without_dates import dateless
from timeline.italian.clauses import REPORTING, Clause
from timeline.italian.speech import Word
from timeline.italian.verb_groups import UNACCUSATIVE, Group

LIMIT_OF_SUBJECT = 45


THIN = 40
_NEAR = 5


_ASSERTED = frozenset({"future", "present", "imperfect"})


def complements(passage: Passage, clause: Clause) -> list[Word]:
    """What follows the verb, with the clauses that complete it: a "che", what clings to it, more where it is thin."""
    sentence = passage.sentence
    places = before_gap(passage, clause, rear_of(clause))
    own = sentence.clauses.index(clause)
    group = clause.group
    after_verb = group.last + 1 if group else 0
    taken = {own}
    for number, child in enumerate(sentence.clauses):
        if child.parent not in taken or not child.words or child.words[0] < after_verb:
            continue
        opener = sentence.words[child.opener].low if child.opener >= 0 else ""
        behind = child.words[0] - 1 in places or (child.words[0] == after_verb and child.kind == "participle")
        near = sentence.words[max(0, child.words[0] - _NEAR) : child.words[0]]
        if opener == "che" and near[-1].part == "time" and any(w.low in ("quel", "quella") for w in near):
            continue  # «quel sabato che nessuno immaginava così lungo»
        clings = behind and sentence.words[child.words[0] - 1].part != "mark"
        thin = len(join(shown(passage, places))) < THIN
        told = group and group.lemma in REPORTING and not object_after(passage, clause) and child.kind == "relative"
        complete = (child.kind == "that" or told) and opener == "che"
        if (
            complete
            or (child.kind == "participle" and (clings or (thin and _is_told_of_own(passage, clause, child))))
            or (child.kind == "gerund" and (clings or thin))
            or (
                child.kind == "relative"
                and (clings or _tells_which(passage, clause, child))
                and opener in ("che", "cui")
                and (
                    _is_bare(passage, clause) or len(join(shown(passage, sorted({*places, *child.words})))) < LIMIT - 25
                )
            )
        ):
            places = sorted({*places, *child.words})
            taken.add(number)
        elif (
            child.kind == "relative" and clings and opener == "che" and sentence.words[child.opener - 1].part == "noun"
        ):
            which = _up_to_comma(sentence.words, child)
            if len(join(shown(passage, sorted({*places, *which})))) < LIMIT - 25:
                places = sorted({*places, *which})  # «un'ordinanza che limita le presenze |, prenotabili…»
    return _last_named(passage, _with_object_introduced(passage, clause, places))


def _up_to_comma(words: list[Word], child: Clause) -> list[int]:
    stop = next((i for i in child.words if words[i].part == "mark"), child.words[-1] + 1)
    return [i for i in child.words if i < stop]


def _is_bare(passage: Passage, clause: Clause) -> bool:
    """Whether the object is a noun of which only the clause behind it says which: «l’ordinanza con cui si vieta…»."""
    after = object_after(passage, clause)
    words = passage.words()
    return len(after) == 2 and words[after[0]].low in _THE and words[after[1]].part == "noun"


def _is_told_of_own(passage: Passage, clause: Clause, child: Clause) -> bool:
    """Whether a participle set off by a comma is told of something in the clause that it would complete."""
    last, words = child.words[-1], passage.words()
    which = last + 1 < len(words) and words[last + 1].low in ("che", "cui", "dove")
    if which and words[last - 1].low in ("da", "di", "con") and words[last].part == "noun":
        return False  # «preceduta da raffiche | che hanno toccato i 96 chilometri orari»
    whom = antecedent(passage.sentence, child)
    own = {passage.words()[i].start for i in clause.words}
    if whom:
        return any(w.start in own for w in whom)
    agreed = agreement_of(own_subject(passage, clause, clause.group)) if clause.group else None
    told = passage.words()[child.group.head].verb if child.group else None
    return agreed is None or told is None or agreed.fits(told.feminine, told.plural)


def _tells_which(passage: Passage, clause: Clause, child: Clause) -> bool:
    """«incontrerà gli allevatori, che chiedono i rimborsi»: the only thing told of a bare noun, and the last."""
    words = passage.words()
    after = object_after(passage, clause)
    begin = child.words[0]
    bare = len(after) == 2 and words[after[0]].low in _THE and words[after[1]].part == "noun"
    behind = bare and child.opener - 2 == after[-1] and words[after[-1] + 1].text == ","
    ends = child.words[-1] >= len(words) - 2
    return behind and ends and begin > after[-1] and child.group is not None and child.group.tense == "present"


def _last_named(passage: Passage, words: list[Word]) -> list[Word]:
    """«presso il centro commerciale», «davanti all’ingresso»: the last thing, if bare, told as it was first."""
    lead = max((k for k, w in enumerate(words) if w.part in ("preposition", "article")), default=0)
    tail = words[lead + 1 :]
    definite = bool(lead) and (words[lead].low in _THE or article_of(words[lead].low) != "")
    if not definite or not 0 < len(tail) < 3 or any(w.part != "noun" for w in tail) or len(join(words)) > _ROOM:
        return words
    return [*words, *(told_of(passage, tail[-1]) or (whose(passage, tail[0]) if len(tail) == 1 else []))]


_THE = frozenset("il lo la l' i gli le".split())
_ROOM = 45


def _with_object_introduced(passage: Passage, clause: Clause, places: list[int]) -> list[Word]:
    """The words at these places, the object told as a stranger needs it."""
    after = object_after(passage, clause)
    words = passage.words()
    phrase = [words[i] for i in after]
    told = introduced(passage, phrase) if len(phrase) == 2 else phrase
    if told == phrase or not places or after[0] not in places:
        return shown(passage, places)
    before = shown(passage, [i for i in places if i < after[0]])
    return [*before, *told, *shown(passage, [i for i in places if i > after[-1]])]


def object_nearer(passage: Passage, clause: Clause, group: Group) -> list[Word]:
    """A long complement between verb and object goes after the object: «ha offerto una custodia ai clienti»."""
    after = object_after(passage, clause, skip=True)
    rear = rear_of(clause)
    if (
        not after
        or after[0] == next(iter(dateless(passage, rear)), -1)
        or group.reflexive
        or group.lemma in UNACCUSATIVE
    ):
        return []
    words = passage.words()
    if group.lemma in ("chiudere", "archiviare") and _ends_a_time(passage, clause):
        return []  # «ha chiuso il 2021 con ricavi per 38 milioni, il 14% in più»
    if words[after[0] - 1].low.endswith((" dopo", " prima")):
        return []  # «verso la Libia, pochi giorni dopo l'inizio degli scontri»
    idiom = [i for i in rear if i < after[0] and words[i].part != "time"]
    if len(idiom) == 2 and words[idiom[0]].part == "preposition" and words[idiom[1]].part == "noun":
        return []  # «ha tratto in arresto un uomo», «hanno messo a segno un colpo»
    while words[after[0] - 1].text == "," and after[-1] + 1 in rear and _goes_on(words[after[-1] + 1]):
        after = [*after, after[-1] + 1]  # «il viadotto | sul Mallero»
    rest = [i for i in rear if i not in after]
    return [*(words[i] for i in after), *shown(passage, rest)]


def _goes_on(word: Word) -> bool:
    return word.part in ("preposition", "article", "noun", "name", "number")


def _ends_a_time(passage: Passage, clause: Clause) -> bool:
    """«ha chiuso il 2021»"""
    return any(passage.words()[i].part == "time" for i in rear_of(clause)[:2])


def past_an_aside(passage: Passage, clause: Clause, group: Group) -> list[Word]:
    """«ha approvato, con otto voti contrari, la variante al piano»: what stands after the second comma; else []."""
    after = object_after(passage, clause, skip=True)
    late = group.reflexive or group.lemma in UNACCUSATIVE
    late = late or (group.lemma in ("chiudere", "archiviare") and _ends_a_time(passage, clause))
    if not after or late or passage.words()[after[0] - 1].text != ",":
        return []
    return trim_rear(shown(passage, [i for i in rear_of(clause) if i >= after[0]]))


def said_nearer(passage: Passage, clause: Clause, group: Group) -> list[Word]:
    """«ha annunciato con una nota di aver ceduto la rete» → «ha annunciato di aver ceduto la rete»; so with "che"."""
    words, rear = passage.words(), rear_of(clause)
    if group.lemma not in REPORTING or object_after(passage, clause):
        return []
    for child in completives(passage, clause)[:1]:
        if child.group and child.group.tense != "subjunctive" and shown(passage, [i for i in rear if i < child.opener]):
            who = own_subject(passage, child, child.group)
            return [words[child.opener], *who, *timeless(passage, child.group), *complements(passage, child)]
    for k in range(1, len(rear)):
        here = rear[k]
        if words[here - 1].low == "di" and words[here].is_verb("infinitive"):
            return shown(passage, rear[k - 1 :])
    return []


def announced(passage: Passage, clause: Clause, group: Group, subject: list[Word]) -> Iterator[list[Word]]:
    """«La compagnia ha annunciato che offrirà…», too long: what will be done, with the one who does it."""
    for child in completives(passage, clause):
        inner = child.group
        if inner is None or inner.negated or inner.lemma == "essere" or inner.tense not in _ASSERTED:
            continue
        same = (inner.person, inner.plural) == (3, group.plural)
        if same and not own_subject(passage, child, inner):
            verb = timeless(passage, inner)
            yield [*subject, *verb, *(object_nearer(passage, child, inner) or complements(passage, child))]


def completives(passage: Passage, clause: Clause) -> list[Clause]:
    """The clauses that say with "che" what the verb announces."""
    sentence = passage.sentence
    own = sentence.clauses.index(clause)
    telling = clause.group is not None and clause.group.lemma in (*REPORTING, "rendere")
    kinds = ("that", "relative") if telling and not object_after(passage, clause) else ("that",)
    return [
        c
        for c in sentence.clauses
        if c.parent == own and c.kind in kinds and c.opener >= 0 and sentence.words[c.opener].low == "che"
    ]


def continued(passage: Passage, clause: Clause, group: Group) -> list[Word]:
    """«si sono mossi ed hanno colto nel segno»: the next verb of the same subject, where the first says little."""
    words = passage.words()
    after = clause.words[-1] + 1 if clause.words else 0
    for other in passage.sentence.clauses:
        inner = other.group
        if inner is None or other.words[:1] != [after] or words[after].low not in ("e", "ed") or inner.negated:
            continue
        if (inner.person, inner.plural) == (group.person, group.plural) and inner.first <= after + 2:
            return [words[after], *timeless(passage, inner), *complements(passage, other)]
    return []
