"""Headlines with a verb: who did what, or what was done to whom, in the tense of the text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from timeline.events.agreement import agreement_of
from timeline.events.nominal import setting, shown, written_at
from timeline.events.passage import Passage
from timeline.events.phrases import (
    antecedent,
    core_of,
    front_of,
    object_after,
    rear_of,
    subject_before,
)
from timeline.events.polish import LIMIT, join, trim_rear
from timeline.events.referents import introduced, somebody_told
from timeline.events.subjects import following_subject, inherited_subject, is_person, thing_told
from timeline.events.transitive import DONE_TO_PEOPLE, TRANSITIVE
from timeline.events.vocabulary import given_names
from timeline.italian.clauses import REPORTING, Clause
from timeline.italian.speech import Word
from timeline.italian.verb_groups import UNACCUSATIVE, Group
from timeline.italian.verbs import read_verb

_LIMIT_OF_SUBJECT = 45
_THIN = 40
_PERSONAL = frozenset("lui lei egli ella esso essa loro essi esse quest'ultimo quest'ultima costui costoro".split())
_OBJECTS = frozenset("lo la li le l'".split())
_DROPPED = _OBJECTS | {"gli", "ne", "vi"}
# With these «ci» is no "to us", but part of the verb.
_WITH_CI = frozenset("provare riprovare mettere volere essere cascare ricascare riuscire pensare rimettere".split())


def deed(passage: Passage, clause: Clause, group: Group) -> Iterator[list[Word]]:
    """The ways to tell what the clause tells, best first."""
    if clause.kind == "participle" or (not group.tense and passage.words()[group.first].is_verb("participle")):
        yield _of_participle(passage, clause, group)
    elif group.passive:
        yield from _passive(passage, clause, group)
    elif clause.kind == "gerund" and clause.parent >= 0:
        parent = passage.sentence.clauses[clause.parent]
        yield from deed(passage, parent, parent.group or group)
    else:
        yield from _active(passage, clause, group)


def spoken_verb(passage: Passage, clause: Clause, group: Group) -> list[Word]:
    """The verb with its complements, as a speaker says it."""
    return [*_timeless(passage, group), *_complements(passage, clause)]


# --- participles ---


def _of_participle(passage: Passage, clause: Clause, group: Group) -> list[Word]:
    """«La regione di Kursk invasa dalle truppe», «Ada Ferri è nata a Parma», «Arrestato Rossi nella sua villa»."""
    rear = _complements(passage, clause)
    late: list[Word] = []
    comma = next((k for k, w in enumerate(rear) if w.text == ","), 0)
    if clause.words[0] == 0 and comma and clause.kind == "participle":  # «Nato a Roma, Rossi…»
        rear, late = rear[:comma], [w for w in rear[comma + 1 :] if w.part == "name"]
    participle = shown(passage, range(group.first, group.last + 1))
    if group.lemma == "rendere" and participle and rear and rear[0].part == "noun":
        participle, rear = [*participle, rear[0]], rear[1:]  # «reso noto»
    whom = antecedent(passage.sentence, clause) or late or _subject_of_parent(passage, clause)
    noun = _introduced_core(passage, whom)
    if not participle or not noun:
        return [*participle, *(rear or written_at(passage))]
    if _has_enclitic(participle[-1].low):
        return [*noun, *_reflexive(participle[-1]), *rear]
    if group.lemma in UNACCUSATIVE:
        return [*noun, *_with_essere(participle), *rear]
    if _is_agent(rear):
        finite = noun[0].part == "article" and not any(w.part == "name" for w in noun)
        return [*noun, *(_with_essere(participle) if finite else participle), *rear]
    return [*participle, *in_small(noun), *rear]


def _subject_of_parent(passage: Passage, clause: Clause) -> list[Word]:
    """«Nata a Parma, Ada Ferri è…»: whom a participle in front means."""
    if clause.parent < 0 or not clause.words or clause.words[0] > 1:
        return []
    parent = passage.sentence.clauses[clause.parent]
    return (subject_before(passage, parent) or inherited_subject(passage, parent)) if parent.group else []


def _introduced_core(passage: Passage, phrase: Sequence[Word]) -> list[Word]:
    return core_of(introduced(passage, phrase), _LIMIT_OF_SUBJECT + 15) if phrase else []


def _fitting(subject: list[Word], *rest: Sequence[Word]) -> list[Word]:
    """The subject whole where the title has room for it, else its core."""
    length = len(join(subject)) + sum(len(join(r)) + 1 for r in rest)
    return subject if length <= LIMIT else core_of(subject, _LIMIT_OF_SUBJECT)


def _with_essere(participle: list[Word]) -> list[Word]:
    """«nato» → «è nato», «fondate» → «sono state fondate»: a compound tense out of a bare participle."""
    word, *rest = in_small(participle)
    verb = word.verb
    if verb is None:
        return participle
    forms = ["sono" if verb.plural else "è"]
    if verb.lemma not in UNACCUSATIVE:
        forms.append(("state" if verb.plural else "stata") if verb.feminine else ("stati" if verb.plural else "stato"))
    spaced = [replace(word, text=f, low=f, start=-1, end=-2) for f in forms]
    return [*spaced, word, *rest]


def _has_enclitic(low: str) -> bool:
    """Whether a participle ends in its pronoun: «infortunatosi» does, «diffusi» does not."""
    base = read_verb(low[:-2]) if low.endswith("si") else None
    return base is not None and base.form == "participle"


def _reflexive(word: Word) -> list[Word]:
    """«infortunatosi» → «si è infortunato»."""
    clitic = replace(word, text="si", low="si", part="clitic", verb=None, end=-1)
    text = "sono" if word.verb and word.verb.plural else "è"
    return [clitic, replace(word, text=text, low=text, end=-1), replace(word, text=word.text[:-2], low=word.low[:-2])]


def _is_agent(rear: Sequence[Word]) -> bool:
    """Whether it is said who did it, or with what: «dalle truppe», «con un coltello»."""
    return bool(rear) and rear[0].part == "preposition" and rear[0].low.startswith(("da", "con"))


def _names_agent(rear: Sequence[Word]) -> bool:
    """Whether a passive says by whom: «in stazione dalla polizia»; «dalla finestra» is nobody."""
    for k, word in enumerate(rear):
        if word.part == "preposition" and word.low.startswith("da"):
            follows = rear[k + 1 : k + 3]
            named = bool(follows) and follows[0].part == "name"
            if not k or named or (word.low != "da" and is_person(follows)):
                return True
    return False


def in_small(phrase: Sequence[Word]) -> list[Word]:
    """The phrase with its first word in small letters, for the middle of a title."""
    first = phrase[0]
    if first.part == "name" or (first.text.isupper() and len(first.text) > 2):
        return list(phrase)
    return [replace(first, text=first.text[:1].lower() + first.text[1:]), *phrase[1:]]


# --- finite verbs ---


def _passive(passage: Passage, clause: Clause, group: Group) -> Iterator[list[Word]]:
    """«Arrestato un 56enne in corso Canalchiaro»; where it is said who did it, the whole verb."""
    words = passage.words()
    subject = _own_subject(passage, clause, group)
    if not subject and not object_after(passage, clause):
        subject = _subject_told(passage, clause, group)
    rear = [*trim_rear(_complements(passage, clause)), *setting(passage, clause)]
    whole = [w for w in _timeless(passage, group) if w.part != "clitic" or group.reflexive]
    first = _main_participle(passage, group)
    bare = [w for w in words[first : group.last + 1] if w.part in ("verb", "and")]
    if subject[-1:] and subject[-1].low == "persone":
        whole, bare = ([_agreeing(w, "e") if w.is_verb("participle") else w for w in verb] for verb in (whole, bare))
    by = _names_agent(rear)
    subject = _fitting(subject, whole if by else bare, rear)
    if group.tense == "future" or group.reflexive or (subject and by):
        yield [*subject, *(in_small(whole) if subject else whole), *rear]
    if not subject:
        for child in _completives(passage, clause):  # «È stato reso noto che…»
            if child.group:
                yield from deed(passage, child, child.group)
        yield [*bare, *rear]
        return
    yield [*bare, *in_small(subject), *rear]
    yield [*subject, *in_small(whole), *rear]


def _main_participle(passage: Passage, group: Group) -> int:
    """The first participle after the forms of "essere" and "venire"."""
    words = passage.words()
    for place in range(group.first, group.last + 1):
        verb = words[place].verb
        if words[place].is_verb("participle") and verb and verb.lemma != "essere":
            return place
    return group.first


def _active(passage: Passage, clause: Clause, group: Group) -> Iterator[list[Word]]:
    if _is_of_object(passage, clause, group):
        yield from _of_object(passage, clause, group)
        return
    subject = _own_subject(passage, clause, group)
    taken = _object_pronoun(passage, group)
    verb = _timeless(passage, group)
    if not subject and taken and object_after(passage, clause):
        yield _after_pronoun(passage, clause, group)
        return
    if not subject and not _follows(passage, clause, group):
        subject = _subject_told(passage, clause, group)
        if not subject:
            yield from _without_subject(passage, clause, group)
            return
    if taken and not object_after(passage, clause):
        verb = _with_object(passage, clause, group, verb, subject)
    elif not group.reflexive:
        verb = [w for w in verb if w.low not in _DROPPED and (w.low != "ci" or group.lemma in _WITH_CI)]
    if subject[-1:] and subject[-1].low == "persone" and group.auxiliary == "essere":
        verb = [_agreeing(w, "e") if w.is_verb("participle") else w for w in verb]
    verb = in_small(verb) if subject and verb else verb
    rear = _past_an_aside(passage, clause, group) or trim_rear(_complements(passage, clause))
    where = [*_to_whom(passage, group), *setting(passage, clause)]
    subject = _fitting(subject, verb, rear)
    if len(join([*subject, *verb, *rear])) > LIMIT:
        nearer = _object_nearer(passage, clause, group)
        said = _said_nearer(passage, clause, group)
        if nearer or said:
            rear = nearer or said
        else:
            yield from _announced(passage, clause, group, subject)
    yield [*subject, *verb, *rear, *where]
    for child in _completives(passage, clause):
        inner = child.group
        if inner and inner.tense != "subjunctive" and (inner.passive or _own_subject(passage, child, inner)):
            yield from deed(passage, child, inner)
    if len(join([*subject, *verb, *rear])) < _THIN:
        yield [*subject, *verb, *rear, *_continued(passage, clause, group)]


def _is_of_object(passage: Passage, clause: Clause, group: Group) -> bool:
    """«il furgone che intende lanciare»: the noun the clause hangs on is what is done, not who does it."""
    if clause.kind != "relative" or passage.words()[clause.opener].low != "che" or group.reflexive:
        return False
    if clause.parent >= 0 and not subject_before(passage, clause):
        does = subject_before(passage, passage.sentence.clauses[clause.parent])
        if does and join(does) == join(antecedent(passage.sentence, clause)):
            return False  # «l'inchiesta che ha portato all'arresto era partita»
    verb = passage.words()[_last_of_verb(passage, group)]
    lemma = verb.verb.lemma if verb.verb else ""
    return lemma in TRANSITIVE and not verb.low.endswith("si") and not object_after(passage, clause, skip=True)


def _last_of_verb(passage: Passage, group: Group) -> int:
    """The place of the infinitive that the verb leads to («intende lanciare»), else of its own last word."""
    follows = group.last + 1
    words = passage.words()
    return follows if follows < len(words) and words[follows].is_verb("infinitive") else group.head


def _of_object(passage: Passage, clause: Clause, group: Group) -> Iterator[list[Word]]:
    subject = subject_before(passage, clause)
    if not subject and clause.parent >= 0:
        parent = passage.sentence.clauses[clause.parent]
        same = parent.group and (parent.group.person, parent.group.plural) == (group.person, group.plural)
        subject = subject_before(passage, parent) if same else []
    thing = antecedent(passage.sentence, clause)
    if subject and thing:
        last = max(_last_of_verb(passage, group), group.last)
        yield [
            *core_of(introduced(passage, subject), _LIMIT_OF_SUBJECT),
            *(w for w in passage.words()[group.first : last + 1] if w.part != "time"),
            *in_small(core_of(thing, _LIMIT_OF_SUBJECT)),
            *shown(passage, [i for i in rear_of(clause) if i > last]),
        ]
        return
    agreed = agreement_of(thing)
    if agreed and group.auxiliary == "avere" and not group.modal:
        participles = [w for w in passage.words()[group.first : group.last + 1] if w.is_verb("participle")]
        turned = [_agreeing(w, agreed.ending()) for w in participles]
        yield [*turned, *in_small(thing), *_complements(passage, clause)]


def _to_whom(passage: Passage, group: Group) -> list[Word]:
    """«a Ugo Neri» for the "gli" of a sentence that has named him in full, and nobody else."""
    words = passage.words()
    clitic = next((w for w in words[group.first : group.last] if w.low == "gli"), None)
    if clitic is None:
        return []
    named = [
        k
        for k in range(group.first - 1)
        if words[k].text in given_names() and words[k + 1].part == "name" and words[k + 1].text not in given_names()
    ]
    to = replace(clitic, text="a", low="a", part="preposition")
    return [to, words[named[0]], words[named[0] + 1]] if len(named) == 1 else []


def _timeless(passage: Passage, group: Group) -> list[Word]:
    return [w for w in passage.words()[group.first : group.last + 1] if w.part != "time"]


def _hangs_on_time(passage: Passage, clause: Clause) -> bool:
    """«nel secondo semestre, che si è chiuso…»: what the clause tells is told of a time."""
    words = passage.words()
    place = clause.opener - 1
    while place > 0 and words[place].part == "mark":
        place -= 1
    if clause.kind != "relative" or place < 1 or words[place].part != "time":
        return False
    return words[place - 1].low.startswith(("nel", "nell'"))


def _own_subject(passage: Passage, clause: Clause, group: Group) -> list[Word]:
    """The subject the clause has itself, told as a stranger needs it; no pronoun."""
    subject = subject_before(passage, clause)
    words = passage.words()
    if subject and words[clause.opener].low == "cui" and clause.opener and words[clause.opener - 1].part == "article":
        return [words[clause.opener - 1], *subject]  # «la cancelliera, il cui governo…»
    relative = clause.kind == "relative" and words[clause.opener].low in ("che", "quale", "quali")
    if relative and not subject and not _hangs_on_time(passage, clause):
        subject = antecedent(passage.sentence, clause)
        agreed = agreement_of(subject)
        subject = subject if agreed and agreed.plural == group.plural else []
    if not subject or subject[0].low in _PERSONAL:
        return []
    return introduced(passage, subject)


def _subject_told(passage: Passage, clause: Clause, group: Group) -> list[Word]:
    """The subject told before, or the only person the story begins with."""
    if _hangs_on_time(passage, clause):
        return []
    subject = inherited_subject(passage, clause)
    if subject:
        return introduced(passage, subject)
    if group.person != 3 or group.plural or group.reflexive or clause.quoted:
        return []
    head = passage.words()[group.head].verb
    shows = group.passive or group.auxiliary == "essere"
    feminine = head.feminine if shows and head else None
    return following_subject(passage, feminine=feminine) or somebody_told(passage, feminine=feminine, after=2)


def _object_pronoun(passage: Passage, group: Group) -> bool:
    words = passage.words()[group.first : group.last]
    return group.auxiliary == "avere" and any(w.low in _OBJECTS for w in words)


def _after_pronoun(passage: Passage, clause: Clause, group: Group) -> list[Word]:
    """«Lo hanno individuato i sommozzatori»: who did it comes first; the noun that follows is no object."""
    after = object_after(passage, clause)
    rest = shown(passage, [i for i in rear_of(clause) if i not in after])
    subject = introduced(passage, [passage.words()[i] for i in after])
    return [*subject, *in_small(_with_object(passage, clause, group, _timeless(passage, group), subject)), *rest]


def _with_object(
    passage: Passage, clause: Clause, group: Group, verb: list[Word], subject: Sequence[Word]
) -> list[Word]:
    """«lo hanno individuato» → «hanno individuato il battello», where the sentences before say what "lo" is."""
    clitic = next((w for w in verb if w.low in _OBJECTS), None)
    head = passage.words()[group.head].verb
    if clitic is None or head is None or group.modal:
        return verb
    feminine, plural = (head.feminine, head.plural) if clitic.low == "l'" else _CLITICS[clitic.low]
    thing = thing_told(passage, clause, feminine=feminine, plural=plural, person=group.lemma in DONE_TO_PEOPLE)
    if not thing or join(thing).lower() == join(subject).lower():
        return verb
    said = [w for w in verb if w is not clitic]
    said = [_agreeing(w, "o") if w.is_verb("participle") else w for w in said]
    return [*said, *in_small(core_of(introduced(passage, thing), _LIMIT_OF_SUBJECT))]


_CLITICS = {"lo": (False, False), "la": (True, False), "li": (False, True), "le": (True, True)}


def _follows(passage: Passage, clause: Clause, group: Group) -> bool:
    """Whether the subject stands after the verb: «è arrivata la Finanza», «si terranno le finali»."""
    if group.lemma == "essere" or group.auxiliary == "avere":
        return False  # «sarà necessario un documento»
    late = group.lemma in UNACCUSATIVE or (group.reflexive and group.lemma in _SAID_FIRST)
    return (late or group.reflexive) and bool(object_after(passage, clause, skip=late))


# «Si è spento a Roma…», «Si apre a Modena…»: the subject comes last.
_SAID_FIRST = frozenset("spegnere aprire chiudere concludere tenere svolgere verificare registrare celebrare".split())


def _without_subject(passage: Passage, clause: Clause, group: Group) -> Iterator[list[Word]]:
    """Nobody is named: «Hanno rubato un trattore» → «Rubato un trattore»."""
    after = object_after(passage, clause)
    if after and group.auxiliary == "avere" and not group.modal:
        yield _object_first(passage, clause, group, after)
    front = shown(passage, front_of(passage, clause)) if group.lemma == "essere" else []
    front = front if front and front[0].low == "per" else []
    verb = _timeless(passage, group)
    yield [*front, *(in_small(verb) if front else verb), *_complements(passage, clause)]


def _object_first(passage: Passage, clause: Clause, group: Group, after: Sequence[int]) -> list[Word]:
    """«Hanno rubato ieri per gioco un trattore» → «Rubato un trattore per gioco»."""
    words = passage.words()
    rear = rear_of(clause)
    phrase = introduced(passage, [words[i] for i in after])
    agreed = agreement_of(phrase)
    if agreed is None:
        return []
    participles = [w for w in words[group.first : group.last + 1] if w.is_verb("participle") or w.part == "and"]
    turned = [_agreeing(w, agreed.ending()) if w.part == "verb" else w for w in participles]
    before = [i for i in rear if i < after[0]]
    rest = [i for i in rear if i > after[-1]]
    return [*turned, *phrase, *shown(passage, before), *shown(passage, rest)]


def _agreeing(word: Word, ending: str) -> Word:
    """The participle with another ending: "rubato", "a" → "rubata"."""
    text = word.text[:-1] + ending
    return replace(word, text=text.lower(), low=text.lower())


# --- what follows the verb ---


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
        thin = len(join(shown(passage, places))) < _THIN
        told = group and group.lemma in REPORTING and not object_after(passage, clause) and child.kind == "relative"
        complete = (child.kind == "that" or told) and opener == "che"
        if (
            complete
            or (child.kind in ("participle", "gerund") and (clings or thin))
            or (
                child.kind == "relative"
                and clings
                and opener in ("che", "cui")
                and len(join(shown(passage, sorted({*places, *child.words})))) < LIMIT - 25
            )
        ):
            places = sorted({*places, *child.words})
            taken.add(number)
    return _with_object_introduced(passage, clause, places)


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


def _object_nearer(passage: Passage, clause: Clause, group: Group) -> list[Word]:
    """A long complement between verb and object goes after the object: «ha offerto una custodia ai clienti»."""
    after = object_after(passage, clause, skip=True)
    rear = rear_of(clause)
    if not after or after[0] == next(iter(rear), -1) or group.reflexive or group.lemma in UNACCUSATIVE:
        return []
    words = passage.words()
    idiom = [i for i in rear if i < after[0] and words[i].part != "time"]
    if len(idiom) == 2 and words[idiom[0]].part == "preposition" and words[idiom[1]].part == "noun":
        return []  # «ha tratto in arresto un uomo», «hanno messo a segno un colpo»
    rest = [i for i in rear if i not in after]
    return [*(words[i] for i in after), *shown(passage, rest)]


def _past_an_aside(passage: Passage, clause: Clause, group: Group) -> list[Word]:
    """«ha approvato, con otto voti contrari, la variante al piano»: what stands after the second comma; else []."""
    after = object_after(passage, clause, skip=True)
    late = group.reflexive or group.lemma in UNACCUSATIVE
    if not after or late or passage.words()[after[0] - 1].text != ",":
        return []
    return trim_rear(shown(passage, [i for i in rear_of(clause) if i >= after[0]]))


def _said_nearer(passage: Passage, clause: Clause, group: Group) -> list[Word]:
    """«ha annunciato con una nota di aver ceduto la rete» → «ha annunciato di aver ceduto la rete»; so with "che"."""
    words, rear = passage.words(), rear_of(clause)
    if group.lemma not in REPORTING or object_after(passage, clause):
        return []
    for child in _completives(passage, clause)[:1]:
        if child.group and child.group.tense != "subjunctive" and shown(passage, [i for i in rear if i < child.opener]):
            who = _own_subject(passage, child, child.group)
            return [words[child.opener], *who, *_timeless(passage, child.group), *_complements(passage, child)]
    for k in range(1, len(rear)):
        here = rear[k]
        if words[here - 1].low == "di" and words[here].is_verb("infinitive"):
            return shown(passage, rear[k - 1 :])
    return []


def _announced(passage: Passage, clause: Clause, group: Group, subject: list[Word]) -> Iterator[list[Word]]:
    """«La compagnia ha annunciato che offrirà…», too long: what will be done, with the one who does it."""
    for child in _completives(passage, clause):
        inner = child.group
        if inner is None or inner.negated or inner.lemma == "essere" or inner.tense not in _ASSERTED:
            continue
        same = (inner.person, inner.plural) == (3, group.plural)
        if same and not _own_subject(passage, child, inner):
            verb = _timeless(passage, inner)
            yield [*subject, *verb, *(_object_nearer(passage, child, inner) or _complements(passage, child))]


_ASSERTED = frozenset({"future", "present", "imperfect"})


def _completives(passage: Passage, clause: Clause) -> list[Clause]:
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


def _continued(passage: Passage, clause: Clause, group: Group) -> list[Word]:
    """«si sono mossi ed hanno colto nel segno»: the next verb of the same subject, where the first says little."""
    words = passage.words()
    after = clause.words[-1] + 1 if clause.words else 0
    for other in passage.sentence.clauses:
        inner = other.group
        if inner is None or other.words[:1] != [after] or words[after].low not in ("e", "ed") or inner.negated:
            continue
        if (inner.person, inner.plural) == (group.person, group.plural) and inner.first <= after + 2:
            return [words[after], *_timeless(passage, inner), *_complements(passage, other)]
    return []
