"""Headlines with a verb: who did what, or what was done to whom, in the tense of the text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import dropwhile, takewhile

from timeline.events.agents import leads_to_agent, told_actively
from timeline.events.agreement import agreement_of
from timeline.events.antecedents import antecedent
from timeline.events.clefts import deed_of_pronoun, is_of_pronoun
from timeline.events.complements import (
    LIMIT_OF_SUBJECT,
    THIN,
    announced,
    complements,
    completives,
    continued,
    object_nearer,
    past_an_aside,
    said_nearer,
)
from timeline.events.deadlines import is_duty, is_limited
from timeline.events.fronted_objects import object_in_front, told_in_order
from timeline.events.gapping import before_gap, is_in_gap, told_in_gap
from timeline.events.idioms import idiom_in, short_lead
from timeline.events.late_subjects import subject_last
from timeline.events.loose_ends import trim_rear
from timeline.events.nominal import setting, shown, suffered
from timeline.events.object_pronouns import OBJECTS, has_object_pronoun, to_whom, with_object
from timeline.events.own_subjects import own_subject, subject_told
from timeline.events.participles import of_participle
from timeline.events.passage import Passage
from timeline.events.phrases import core_of, front_of, object_after, rear_of, subject_before
from timeline.events.printing import LIMIT, join
from timeline.events.referents import introduced
from timeline.events.subjects import is_person
from timeline.events.transitive import OF_THEMSELVES, TRANSITIVE
from timeline.events.verb_forms import (
    agreeing,
    in_small,
    main_participle,
    timeless,
)
from timeline.events.vocabulary import given_names
from timeline.italian.clauses import REPORTING, Clause
from timeline.italian.speech import Word
from timeline.italian.verb_groups import UNACCUSATIVE, Group

_DROPPED = OBJECTS | {"gli", "ne", "vi"}


# With these «ci» is no "to us", but part of the verb.
_WITH_CI = frozenset(
    "provare riprovare ripensare mettere volere essere cascare ricascare riuscire pensare rimettere".split()
)


# «Si è spento a Roma…», «Si apre a Modena…»: the subject comes last.
_SAID_FIRST = frozenset(
    "spegnere inaugurare aprire chiudere concludere tenere svolgere verificare registrare celebrare".split()
)


def deed(passage: Passage, clause: Clause, group: Group) -> Iterator[list[Word]]:
    """The ways to tell what the clause tells, best first."""
    if is_duty(group) and is_limited(passage):
        yield _term(passage, clause, group)
    if clause.kind == "participle" or (not group.tense and passage.words()[group.first].is_verb("participle")):
        yield of_participle(passage, clause, group)
    elif is_in_gap(passage, clause):
        yield told_in_gap(passage, clause, group, own_subject(passage, clause, group))
    elif group.passive:
        yield from _passive(passage, clause, group)
    elif clause.kind == "gerund" and clause.parent >= 0:
        parent = passage.sentence.clauses[clause.parent]
        yield from deed(passage, parent, parent.group or group)
    else:
        yield from _active(passage, clause, group)


def spoken_verb(passage: Passage, clause: Clause, group: Group) -> list[Word]:
    """The verb with its complements, as a speaker says it."""
    return [*timeless(passage, group), *complements(passage, clause)]


def _fitting(subject: list[Word], *rest: Sequence[Word]) -> list[Word]:
    """The subject whole where the title has room for it, else its core."""
    length = len(join(subject)) + sum(len(join(_until_comma(r))) + 1 for r in rest)
    if length <= LIMIT or not subject:
        return subject
    names = [w for w in subject if w.part == "name"]
    role = subject[0].part == "article" and subject[-len(names) :] == names and len(names) > 1
    return names if role and names[0].text in given_names() else core_of(subject, LIMIT_OF_SUBJECT)


def _until_comma(words: Sequence[Word]) -> list[Word]:
    """What stands before the first comma: an aside behind it may go."""
    return list(takewhile(lambda w: w.text != ",", words))


def _term(passage: Passage, clause: Clause, group: Group) -> list[Word]:
    """«Le domande vanno presentate in Comune entro il 3 maggio» → «Scade il termine per presentare in Comune le
    domande»."""
    words = passage.words()
    places = range(group.first, min(group.last + 4, len(words)))
    done = next((i for i in places if words[i].is_verb("participle") and words[i].low not in _BEEN), -1)
    verb = words[done].verb
    subject = own_subject(passage, clause, group)
    if not subject or done < 0 or verb is None or verb.lemma not in _HANDED_IN:
        return []
    rear = trim_rear(shown(passage, before_gap(passage, clause, [i for i in clause.words if i > done])))
    what = [*rear, *in_small(subject)] if len(rear) < _FEW else [*in_small(subject), *rear]
    return [*_words_of(f"Scade il termine per {verb.lemma}"), *what]


def _words_of(text: str) -> list[Word]:
    return [Word(-9, -8, part, part.lower(), "noun") for part in text.split()]


_TWO, _FEW = 2, 4
_BEEN = frozenset("stato stata stati state".split())
# What has to be handed in by a date: the limit is the news.
_HANDED_IN = frozenset("presentare inviare consegnare depositare spedire inoltrare trasmettere versare pagare".split())


def _names_agent(rear: Sequence[Word]) -> bool:
    """Whether a passive says by whom: «in stazione dalla polizia»; «dalla finestra» is nobody."""
    for k, word in enumerate(rear):
        if leads_to_agent(word):
            follows = rear[k + 1 : k + 3]
            named = bool(follows) and follows[0].part == "name"
            if not k or named or (word.low != "da" and is_person(follows)):
                return True
    return False


def _passive(passage: Passage, clause: Clause, group: Group) -> Iterator[list[Word]]:
    """«Arrestato un 56enne in corso Canalchiaro»; where it is said who did it, the whole verb."""
    words = passage.words()
    subject = own_subject(passage, clause, group)
    if not subject and not object_after(passage, clause, skip=True) and not _agreeing_late(passage, clause, group):
        subject = subject_told(passage, clause, group)
    rear = [*trim_rear(_before_next_date(passage, clause, complements(passage, clause))), *setting(passage, clause)]
    whole = [w for w in timeless(passage, group) if w.part != "clitic" or group.reflexive]
    first = main_participle(passage, group)
    bare = [w for w in words[first : group.last + 1] if w.part in ("verb", "and")]
    if subject[-1:] and subject[-1].low == "persone":
        whole, bare = ([agreeing(w, "e") if w.is_verb("participle") else w for w in verb] for verb in (whole, bare))
    late = object_after(passage, clause, skip=True) if not subject else []
    done = group.is_past and not group.reflexive and not group.modal and "stat" in join(whole)
    if late and done:
        rest = shown(passage, [i for i in rear_of(clause) if i not in late])
        actively = told_actively(passage, [words[i] for i in late], bare, rest, group.lemma)
        if actively:
            yield actively
    if subject and done:
        actively = told_actively(passage, subject, bare, rear, group.lemma)
        if actively:
            yield actively
    by = _names_agent(rear)
    subject = _fitting(subject, whole if by else bare, rear)
    if subject and _comes_first(group, subject, rear):
        yield [*whole, *in_small(subject)]
    if group.tense == "future" or group.reflexive or is_duty(group) or (subject and by):
        yield [*subject, *(in_small(whole) if subject else whole), *rear]
    if not subject:
        if late:
            yield _object_first(passage, clause, group, late, whole if group.tense == "future" else ())
        for child in completives(passage, clause):  # «È stato reso noto che…»
            if child.group:
                yield from deed(passage, child, child.group)
        yield [*(whole if group.tense == "future" else bare), *rear]
        return
    idiom = idiom_in(rear) or short_lead(rear, subject)
    told = [*bare, *rear[:idiom], *in_small(subject), *rear[idiom:]]  # «Rinviato a giudizio un uomo»
    if rear and _is_predicate(words, group, rear[0]):  # «Dichiarata inagibile la palestra»
        told = [*bare, rear[0], *in_small(subject), *rear[1:]]
    if group.tense == "imperfect" and "stat" not in join(whole):  # «un argine era ceduto»: it gave way, nobody gave it
        yield [*subject, *in_small(whole), *rear]
    yield told
    yield [*subject, *in_small(whole), *rear]


def _before_next_date(passage: Passage, clause: Clause, rear: list[Word]) -> list[Word]:
    """«progettata nel 2018 | , finanziata un anno dopo»: what has a date of its own is a fact of its own."""
    clauses, words = passage.sentence.clauses, passage.words()
    own = clauses.index(clause)
    stops = [
        words[c.words[0]].start
        for c in clauses
        if c.parent == own
        and c.kind == "participle"
        and c.words[:1] > [1]
        and words[c.words[0] - 1].text == ","
        and any(passage.is_date(words[i]) for i in c.words)
    ]
    stop = min((s for s in stops if clause.group and s > words[clause.group.last].start), default=-1)
    kept = list(takewhile(lambda w: w.start < stop, rear)) if stop >= 0 else rear
    return kept[:-1] if kept[-1:] and kept[-1].text == "," else kept


def _agreeing_late(passage: Passage, clause: Clause, group: Group) -> list[int]:
    """«è stata portata a termine, con successo, | l'asportazione di un tumore»: the subject far behind its passive."""
    late = object_after(passage, clause, skip=True)
    agreed = agreement_of([passage.words()[i] for i in late])
    done = passage.words()[group.head].verb
    definite = late and passage.words()[late[0]].part == "article"
    return late if definite and agreed and done and agreed == (done.feminine, done.plural) else []


def _is_predicate(words: Sequence[Word], group: Group, first: Word) -> bool:
    """Whether the word right after the verb says as what: «dichiarata inagibile», «trovato morto»."""
    follows = words[group.last + 1 : group.last + 2]
    bare = first.part == "noun" or first.is_verb("participle")
    return bool(follows) and follows[0] is first and bare and group.lemma in _SAYS_AS_WHAT


# They say of somebody or something what it is, or was found to be.
_SAYS_AS_WHAT = frozenset("dichiarare trovare ritrovare rinvenire ritenere giudicare rendere eleggere nominare".split())


def _of_cleft(passage: Passage, clause: Clause, group: Group) -> list[Word]:
    """«è una beffa quella che ha subito ieri il bar» → «il bar ha subito una beffa»; [] where nothing is so told."""
    words = passage.words()
    if clause.opener < 1 or clause.parent < 0 or words[clause.opener - 1].low not in ("quello", "quella"):
        return []
    above = passage.sentence.clauses[clause.parent]
    if above.group is None or above.group.lemma != "essere":
        return []
    what = [words[i] for i in object_after(passage, above) if i < clause.opener - 1]
    who = [words[i] for i in object_after(passage, clause)]
    return [*who, *in_small(timeless(passage, group)), *in_small(what)] if what and who else []


def _active(passage: Passage, clause: Clause, group: Group) -> Iterator[list[Word]]:
    cleft = _of_cleft(passage, clause, group)
    if cleft:
        yield cleft
    fronted = told_in_order(passage, clause, group)
    if fronted:
        yield fronted
        return
    if group.lemma == "essere" and [w.low for w in passage.words()[group.last + 1 : group.last + 3]] == ["la", "volta"]:
        yield [*timeless(passage, group), *trim_rear(complements(passage, clause))]  # «giovedì sarà la volta dei Btp»
        return
    if object_in_front(passage, clause, group) and not object_after(passage, clause):
        return  # «Il biglietto lo ha comprato in luglio»: who did, nothing tells
    if _is_of_object(passage, clause, group):
        yield from _of_object(passage, clause, group)
        return
    subject = own_subject(passage, clause, group)
    late = [] if subject else subject_last(passage, clause, group) or _ended_up(passage, clause, group)
    if late:
        yield late
    done = object_after(passage, clause, skip=True) if [w.low for w in subject] == ["qualcuno"] else []
    if done and group.auxiliary == "avere" and group.is_past and not group.modal:
        yield _by_nobody(passage, clause, group, done)
    taken = has_object_pronoun(passage, group)
    if not taken and _points_back(passage, clause, group):
        return
    verb = timeless(passage, group)
    if not subject and taken and object_after(passage, clause):
        yield _after_pronoun(passage, clause, group)
        return
    if not subject and group.lemma == "patteggiare":
        yield _who_settled(passage, clause, group)
    if not subject and not _follows(passage, clause, group):
        subject = subject_told(passage, clause, group)
        if not subject:
            yield from _without_subject(passage, clause, group)
            return
    pronoun = deed_of_pronoun(passage, clause, subject)
    if pronoun:
        yield pronoun
    elif is_of_pronoun(passage.words(), group):
        return  # «sarà lei», and the sentences before tell only of a thing
    if taken and not object_after(passage, clause):
        verb = with_object(passage, clause, group, verb, subject)
    elif not group.reflexive:
        verb = [w for w in verb if w.low not in _DROPPED and (w.low != "ci" or group.lemma in _WITH_CI)]
    if subject[-1:] and subject[-1].low == "persone" and group.auxiliary == "essere":
        verb = [agreeing(w, "e") if w.is_verb("participle") else w for w in verb]
    verb = in_small(verb) if subject and verb else verb
    if group.lemma == "essere" and group.is_past:
        yield suffered(passage, clause, subject)
    rear = past_an_aside(passage, clause, group) or trim_rear(complements(passage, clause))
    if taken and rear and rear[0].part == "and":
        rear = []  # «l'aveva ristrutturata | e mai affittata»
    where = [*to_whom(passage, clause, group), *setting(passage, clause)]
    subject = _fitting(subject, verb, rear)
    if len(join([*subject, *verb, *rear])) > LIMIT:
        nearer = object_nearer(passage, clause, group)
        said = said_nearer(passage, clause, group)
        if nearer or said:
            rear = nearer or said
        else:
            yield from announced(passage, clause, group, subject)
    if _comes_first(group, subject, [*rear, *where]):
        yield [*verb, *in_small(subject)]
    if not subject:
        yield _past_half_an_aside(passage, clause, verb)
    doing = next((k for k, w in enumerate(rear) if k and w.is_verb("gerund") and rear[k - 1].part != "mark"), len(rear))
    yield [*subject, *verb, *rear[:doing], *where, *rear[doing:]]  # «una cassa | in un supermercato | arraffando»
    for child in completives(passage, clause):
        inner = child.group
        if inner and inner.tense != "subjunctive" and (inner.passive or own_subject(passage, child, inner)):
            yield from deed(passage, child, inner)
    if len(join([*subject, *verb, *rear])) < THIN:
        yield [*subject, *verb, *rear, *continued(passage, clause, group)]


def _points_back(passage: Passage, clause: Clause, group: Group) -> bool:
    """«La banda lo beffò sei settimane dopo»: whom or what, only the sentences before tell."""
    words = passage.words()[group.first : group.last]
    before = any(w.part == "clitic" and w.low in ("lo", "la", "li") for w in words)
    done = group.tense in ("remote", "future") and group.lemma not in (*REPORTING, "essere") and not group.modal
    return before and done and not group.reflexive and not object_after(passage, clause)


def _who_settled(passage: Passage, clause: Clause, group: Group) -> list[Word]:
    """«Ha patteggiato un anno, pena sospesa, l’ex impiegata» → «L’ex impiegata ha patteggiato un anno»."""
    words = passage.words()
    who = [words[i] for i in object_after(passage, clause, skip=True)]
    what = [words[i] for i in rear_of(clause) if words[i].part == "time" and not passage.is_date(words[i])]
    return [*who, *in_small(timeless(passage, group)), *what[:1]] if is_person(who) and what else []


def _ended_up(passage: Passage, clause: Clause, group: Group) -> list[Word]:
    """«In manette è finito ieri un uomo» → «Un uomo è finito in manette»: how it ended stands in front."""
    words, front = passage.words(), front_of(passage, clause)
    late = object_after(passage, clause)
    if group.lemma not in ("finire", "andare") or not late or not front or group.modal:
        return []
    led = words[front[0]]
    where = led.part == "preposition" and (
        led.low in ("in", "a", "sotto") or led.low.startswith(("ne", "al", "ai", "ag"))
    )
    if not where or any(words[i].text == "," for i in front):
        return []
    rest = [i for i in rear_of(clause) if i not in late]
    subject = introduced(passage, [words[i] for i in late])
    verb = in_small(timeless(passage, group))
    front = [i for i in front if words[i].part != "adverb"]
    return [*subject, *verb, *in_small(shown(passage, front)), *shown(passage, rest)]


def _past_half_an_aside(passage: Passage, clause: Clause, verb: Sequence[Word]) -> list[Word]:
    """«Torna domani, nella piazza del Duomo, la festa» → «Torna la festa nella piazza del Duomo»: without the date one
    comma is left. [] where the commas are a pair, or none."""
    late = object_after(passage, clause, skip=True)
    places = [i for i in rear_of(clause) if late and i < late[0]]
    between = shown(passage, _with_participles(passage, places))
    if [w.part for w in between[:2]] == ["mark", "preposition"]:
        between = between[1:]  # «S'inaugura domani, 3 maggio, in piazza, la mostra»
    commas = [k for k, w in enumerate(between) if w.text == ","]
    phrase = introduced(passage, [passage.words()[i] for i in late])
    pair = len(commas) == _TWO and commas[0] > 0 and commas[1] == len(between) - 1
    if pair and (between[commas[0] + 1].is_verb("participle") or len(join([*verb, *between, *phrase])) > LIMIT):
        between = between[: commas[0] + 1]  # «È rientrata in porto, trainata da due rimorchiatori, la motonave»
        commas = commas[:1]
    if len(commas) != 1 or between[-1].text != ",":
        return []
    rest = shown(passage, [i for i in rear_of(clause) if i > late[-1]])
    if rest and rest[0].part == "preposition":
        return [*verb, *in_small(phrase), *rest, *between[:-1]]  # «il viadotto | sul Mallero»
    idiom = idiom_in(between)  # «Entrerà in funzione il parco fotovoltaico»
    return [*verb, *between[:idiom], *in_small(phrase), *between[idiom:-1], *rest]


def _with_participles(passage: Passage, places: Sequence[int]) -> list[int]:
    """The places with the participle clauses between them: «nella piazza | intitolata a Folengo |»."""
    inside = [c for c in passage.sentence.clauses if c.kind == "participle" and c.words and c.words[0] - 1 in places]
    return sorted({*places, *(i for c in inside for i in c.words if i < max(places))})


def _comes_first(group: Group, subject: Sequence[Word], rest: Sequence[Word]) -> bool:
    """«Scadrà il bando», «Saranno pubblicati i risultati»: the verb of a thing that ends in it comes first."""
    if rest or not subject or is_person(subject) or group.compound != group.passive:
        return False
    if group.lemma == "inaugurare" and not (group.passive or group.reflexive):
        return False  # «un marchio dovrebbe inaugurare»: behind the verb it would be what is opened
    alone = group.lemma in OF_THEMSELVES and not group.passive
    told_late = alone or (group.passive and group.tense == "future") or is_duty(group)
    return told_late and not group.negated and group.modal in ("", "dovere")


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
    if lemma in _GOING_ON and not group.auxiliary and not subject_before(passage, clause):
        return False  # «un bar che dovrebbe aprire a marzo»
    if [w.low for w in passage.words()[group.last + 1 : group.last + 3]] == ["in", "tempo"]:
        return False  # «che aveva fatto in tempo a ispezionare la pista»
    return lemma in TRANSITIVE and not verb.low.endswith("si") and not object_after(passage, clause, skip=True)


# «il processo, che riprenderà a giugno»: without another noun they are told of what opens, ends or goes on.
_GOING_ON = OF_THEMSELVES | {"riprendere", "proseguire", "continuare"}


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
            *core_of(introduced(passage, subject), LIMIT_OF_SUBJECT),
            *(w for w in passage.words()[group.first : last + 1] if w.part != "time"),
            *in_small(core_of(thing, LIMIT_OF_SUBJECT)),
            *shown(passage, [i for i in rear_of(clause) if i > last]),
        ]
        return
    agreed = agreement_of(thing)
    if agreed and group.auxiliary == "avere" and not group.modal:
        participles = [w for w in passage.words()[group.first : group.last + 1] if w.is_verb("participle")]
        turned = [agreeing(w, agreed.ending()) for w in participles]
        yield [*turned, *in_small(thing), *complements(passage, clause)]


def _after_pronoun(passage: Passage, clause: Clause, group: Group) -> list[Word]:
    """«Lo hanno individuato i sommozzatori»: who did it comes first; the noun that follows is no object."""
    after = object_after(passage, clause)
    rest = shown(passage, [i for i in rear_of(clause) if i not in after])
    if rest and rest[0].text == ",":  # «l’aveva aperta Adele, sarta, | con un prestito»
        rest = list(dropwhile(lambda w: w.text != ",", rest[1:]))[1:]
    subject = introduced(passage, [passage.words()[i] for i in after])
    return [*subject, *in_small(with_object(passage, clause, group, timeless(passage, group), subject)), *rest]


def _follows(passage: Passage, clause: Clause, group: Group) -> bool:
    """Whether the subject stands after the verb: «è arrivata la Finanza», «si terranno le finali»."""
    if group.lemma == "essere" or group.auxiliary == "avere":
        return False  # «sarà necessario un documento»
    late = group.lemma in UNACCUSATIVE or (group.reflexive and group.lemma in _SAID_FIRST)
    late = late or (group.reflexive and bool(_agreeing_late(passage, clause, group)))
    return (late or group.reflexive) and bool(object_after(passage, clause, skip=late))


def _without_subject(passage: Passage, clause: Clause, group: Group) -> Iterator[list[Word]]:
    """Nobody is named: «Hanno rubato un trattore» → «Rubato un trattore»."""
    if _is_of_somebody(passage, clause, group):
        return
    after = object_after(passage, clause)
    if after and group.auxiliary == "avere" and not group.modal:
        yield _object_first(passage, clause, group, after)
    if group.lemma in OF_THEMSELVES:
        yield _past_half_an_aside(passage, clause, timeless(passage, group))
    front = shown(passage, front_of(passage, clause)) if group.lemma == "essere" else []
    front = front if front and front[0].low == "per" else []
    verb = timeless(passage, group)
    yield [*front, *(in_small(verb) if front else verb), *complements(passage, clause)]


def _is_of_somebody(passage: Passage, clause: Clause, group: Group) -> bool:
    """«Crescerà del 3 per cento», «Si è spento a 89 anni»: somebody or something does it, and is not named."""
    itself = group.lemma in UNACCUSATIVE - _OF_NOBODY or (group.reflexive and group.lemma in _OF_ONESELF)
    if group.person != _THIRD or not itself or group.modal or (group.reflexive and group.lemma not in _OF_ONESELF):
        return False
    words = passage.words()
    rear = rear_of(clause)
    told = any(words[i].part in ("that", "open") or words[i].is_verb("infinitive") for i in rear)
    return clause.kind in ("main", "that") and not told and not any(_stands_free(words, i) for i in rear)


def _stands_free(words: Sequence[Word], i: int) -> bool:
    """Whether a noun phrase begins there that no preposition leads to: «a Lugo | dodici medici», «a 88 anni, | Ugo»."""
    word, before = words[i], words[i - 1]
    if word.part == "number":
        return before.part in ("noun", "name", "mark")
    if word.low in ("fin", "sin"):
        return False
    if word.part in ("article", "noun"):
        return before.part in ("name", "mark", "verb", "time") or (word.part == "article" and before.part == "noun")
    return word.part == "name" and before.part not in ("name", "noun", "preposition", "article")


_THIRD = 3
_OF_NOBODY = frozenset(
    "essere piovere bastare servire succedere accadere capitare toccare parere sembrare mancare costare andare"
    " risultare restare rimanere finire".split()
)
_OF_ONESELF = frozenset(
    "spegnere sposare laureare diplomare dimettere ammalare infortunare arrendere costituire suicidare".split()
)


def _by_nobody(passage: Passage, clause: Clause, group: Group, what: Sequence[int]) -> list[Word]:
    """«Qualcuno ha imbrattato con lo spray il muro» → «Imbrattato con lo spray il muro»."""
    words = passage.words()
    agreed = agreement_of([words[i] for i in what])
    verb = words[main_participle(passage, group)]
    return [agreeing(verb, agreed.ending()), *complements(passage, clause)] if agreed else []


def _object_first(
    passage: Passage, clause: Clause, group: Group, after: Sequence[int], verb: Sequence[Word] = ()
) -> list[Word]:
    """«Hanno rubato ieri per gioco un trattore» → «Rubato un trattore per gioco».

    *verb*: to be told as it is («Sarà premiata la maschera più bella»).
    """
    words = passage.words()
    rear = rear_of(clause)
    phrase = introduced(passage, [words[i] for i in after])
    agreed = agreement_of(phrase)
    if agreed is None:
        return []
    first = main_participle(passage, group)
    participles = [w for w in words[first : group.last + 1] if w.is_verb("participle") or w.part == "and"]
    turned = [w if w.part != "verb" or group.passive else agreeing(w, agreed.ending()) for w in participles]
    if group.passive and (group.tense == "future" or group.modal):
        turned = timeless(passage, group)  # «Sarà premiata la famiglia più originale»
    before = [i for i in rear if i < after[0] and words[i].low not in ("anche", "pure", "inoltre")]
    rest = [i for i in rear if i > after[-1]]
    led = shown(passage, before)
    if len(led) > _FEW - 1 and led[0].text == led[-1].text == ",":  # «sarà premiata, con una diretta, la famiglia»
        return [*(verb or turned), *phrase, *shown(passage, rest), *led[1:-1]]
    idiom = idiom_in(led)
    if idiom and len(led) < _FEW + 2:
        idiom = len(led)  # «portata a termine con successo»
    return [*(verb or turned), *led[:idiom], *phrase, *led[idiom:], *shown(passage, rest)]
