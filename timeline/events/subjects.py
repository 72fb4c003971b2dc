"""Who is meant where a clause does not say: the subject told before, the speaker of a quotation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from timeline.events.agreement import agreement_of
from timeline.events.passage import Passage
from timeline.events.phrases import object_after, subject_before
from timeline.events.printing import join
from timeline.events.shown_gender import shown_by
from timeline.events.transitive import DONE_TO_PEOPLE, OF_THEMSELVES
from timeline.events.vocabulary import given_names
from timeline.italian.clauses import REPORTING, Clause, Sentence
from timeline.italian.speech import Word
from timeline.italian.verb_groups import UNACCUSATIVE
from timeline.italian.verbs import lemma_of

_PEOPLE = frozenset(
    """
    uomo donna ragazzo ragazza giovane ladro ladra malvivente bandito anziano anziana vittima presidente sindaco
    ministro premier leader capo comandante titolare proprietario imprenditore agente carabiniere poliziotto militare
    truppa soldato polizia governo comune procura questura tribunale giudice procuratore operaio studente bambino
    bambina
    coppia banda gruppo azienda società associazione squadra pattuglia automobilista pensionato pensionata turista
    medico
    padre madre figlio figlia moglie marito fratello sorella consiglio giunta regione provincia parlamento tifoso
    allenatore calciatore portavoce segretario direttore assessore deputato senatore avvocato commissione autorità
    sindaca assessora ministra preside parroco vescovo regista scrittore delegato questore prefetto direttrice
    professore professoressa ricercatore testimone residente cittadino rappresentante manifestante volontario cronista
    giornalista ministra guardia bandito rapinatore aggressore conducente ciclista pedone passeggero migrante
    sopravvissuto superstite alunno insegnante maestra maestro docente vicesindaco cugino nonno nonna zio zia suocera
    pendolare fidanzato fidanzata compagno compagna collega amico amica socio capitano generale colonnello maresciallo
    lavoratore lavoratrice dipendente genitore abitante commerciante allevatore agricoltore pescatore negoziante
    artigiano esercente infermiere infermiera vigile pompiere alpino re regina papa principe cardinale ciclista
    atleta giocatore giocatrice calciatrice scrittrice attore attrice cantante musicista pilota autista camionista
    notaio architetto architetta ingegnere geometra artista pittore pittrice scultore fotografo fotografa cuoco chef
    bagnino muratore idraulico elettricista falegname carpentiere fabbro meccanico barista cameriere cameriera commesso
    commessa cassiere cassiera farmacista postino perito collezionista industriale stilista chirurgo primario
    psicologo psicologa storico archeologo restauratore restauratrice curatore curatrice musicologa economista biologo
    biologa veterinario veterinaria vicino vicina passante automobilista
    maggioranza opposizione partito sindacato opposizione cooperativa impresa ditta banca soprintendenza rettore
    """.split()
)
_BACK = 5


def inherited_subject(passage: Passage, clause: Clause) -> list[Word]:
    """The subject of the nearest clause before with the same number, if it is somebody; [] where nobody is named."""
    group = clause.group
    if group is None or group.person != 3:
        return []
    plural = group.plural
    told = shown_by(passage, clause)
    if has_subject_after(passage, clause):
        return []
    for place, other in _clauses_before(passage, clause):
        topic = _spoken_of(place, other) if place.place == passage.place - 1 and not plural else []
        if topic:
            return topic
        if other.group is None or other.quoted != clause.quoted or other.kind in ("participle", "gerund"):
            continue
        if other.opener >= 0 and place.words()[other.opener].low == "se" and other.kind != "main":
            continue  # «I reperti saranno trasferiti e, se arriveranno i fondi, esposti»
        if other.group.person != 3 or _tells_of_another(place, other):
            continue
        subject = subject_before(place, other) or _subject_after(place, other)
        if subject and group.tense == "imperfect" and group.compound and _is_said_by_somebody(place, other):
            return []  # «“Scriveva ancora”, racconta la figlia. Aveva consegnato…»: of whom she speaks
        if not subject or subject[0].part == "pronoun":
            if other.group.plural != plural or _is_said_by_somebody(place, other):
                return []
            continue
        agreement = agreement_of(subject)
        fits = agreement and agreement.plural == plural and (not told or agreement.fits(told.feminine, told.plural))
        known = is_person(subject) or _is_coordinate(passage, clause, place, other)
        near = (
            group.passive
            and clause.kind == "main"
            and place.place == passage.place
            and group.lemma not in DONE_TO_PEOPLE
        )
        if fits and subject[0].part != "noun" and (known or near):
            return subject
        if other.kind == "main":
            return []
    return []


def _is_said_by_somebody(passage: Passage, clause: Clause) -> bool:
    """«“Resto”, ha detto verso le quattro, stanco, il sindaco. Eletto nel 2014, …»: whoever spoke, unread, is meant."""
    group = clause.group
    return clause.kind == "main" and group is not None and group.lemma in REPORTING and not group.reflexive


def _spoken_of(passage: Passage, clause: Clause) -> list[Word]:
    """«Per Neri il riposo dura poco. Domenica correrà»: with whom the sentence before begins, if of a thing."""
    words = passage.words()
    if clause.kind != "main" or clause.quoted or words[0].low != "per" or is_person(subject_before(passage, clause)):
        return []
    named = list(takewhile(lambda w: w.part == "name", words[1:]))
    follows = words[len(named) + 1 : len(named) + 2]
    return named if named and follows and follows[0].low not in ("e", "ed") else []


def _tells_of_another(passage: Passage, clause: Clause) -> bool:
    """«Il sindaco gli consegnerà una targa. Domenica correrà a Lugo»: whom the story is about is «gli», no mayor."""
    words, group = passage.words(), clause.group
    return group is not None and any(w.low == "gli" and w.part == "clitic" for w in words[group.first : group.last])


def has_subject_after(passage: Passage, clause: Clause) -> bool:
    """Whether a verb is followed by its subject: «è stata firmata la riforma», «si è svolto», «partecipa anche»."""
    group, words = clause.group, passage.words()
    if group is None:
        return False
    follow = words[group.last + 1 : group.last + 3]
    if len(follow) == 2 and follow[0].low in ("anche", "pure"):
        return follow[1].low in _THE and group.tense != ""
    if group.lemma in OF_THEMSELVES and group.first == 0 and group.tense and group.auxiliary != "avere":
        return any(words[k].low in _THE and words[k - 1].text == "," for k in range(group.last + 2, len(words)))
    if group.reflexive and group.lemma == "spegnere" and group.first == 0 and _is_named_late(words, group.last):
        return True
    ending = group.passive or group.lemma in _HAPPENING or (group.reflexive and group.lemma in _OF_EVENTS)
    after = object_after(passage, clause, skip=True) if ending else []
    return bool(after) and words[after[0]].low in _THE


def _is_named_late(words: Sequence[Word], begin: int) -> bool:
    """«Si è spento all'ospedale di Lodi, Ambrogio Neri, 88 anni»: a name of two behind a comma."""
    return any(
        words[k].text == "," and words[k + 1].text in given_names() and words[k + 2].part == "name"
        for k in range(begin, len(words) - 2)
    )


# What only happens, and nobody does to himself: «si è concluso il vertice».
_OF_EVENTS = frozenset(
    "concludere chiudere aprire svolgere tenere celebrare disputare insediare inaugurare compiere verificare".split()
)
_HAPPENING = frozenset({"avvenire", "accadere"})
_THE = frozenset("il lo la l' i gli le".split())


def _subject_after(passage: Passage, clause: Clause) -> list[Word]:
    """The subject of «è morto ieri lo scultore Ugo Neri»."""
    group = clause.group
    if group is None:
        return []
    if group.lemma in REPORTING and not clause.quoted and not group.passive:
        who = [passage.words()[i] for i in object_after(passage, clause)]
        return who if is_person(who) else []  # «, rivendica la dirigente: ad agosto aveva chiesto…»
    if not (group.lemma in UNACCUSATIVE or (group.reflexive and group.lemma == "spegnere")):
        return []
    return [passage.words()[i] for i in object_after(passage, clause, skip=True)]


def following_subject(passage: Passage, *, feminine: bool | None) -> list[Word]:
    """Who the first words of an article mean: «Partirà domani. … Anna Rossi ha…», the first to be named in full."""
    if has_subject_after(passage, passage.clause):
        return []
    for place in (
        range(passage.place + 1, min(passage.place + 4, len(passage.reading.spans))) if passage.place < 2 else ()
    ):
        there = replace(passage, place=place)
        for clause in there.sentence.clauses:
            subject = subject_before(there, clause) if clause.kind == "main" and not clause.quoted else []
            agreement = agreement_of(subject)
            if len(subject) < 2 or agreement is None or agreement.plural or not is_person(subject):
                continue
            if feminine is not None and agreement.feminine not in (None, feminine):
                continue
            named = subject[1].part == "name" and (subject[0].part == "name" or subject[0].text in given_names())
            if named or subject[0].low in ("un", "una", "un'", "uno"):
                return subject
    return []


def person_before(passage: Passage, clause: Clause) -> list[Word]:
    """The name that is the subject of the nearest clause before; [] where that is no name."""
    for place, other in _clauses_before(passage, clause):
        subject = subject_before(place, other) if other.group and other.group.person == 3 else []
        if subject:
            return subject if subject[0].part == "name" and passage.place - place.place < 3 else []
    return []


def thing_told(passage: Passage, clause: Clause, *, feminine: bool, plural: bool, person: bool) -> list[Word]:
    """What "lo", "la", "li" mean: the nearest subject or object before of that gender and number, a person or none; []
    where nothing agrees."""
    for place, other in _clauses_before(passage, clause):
        if passage.place - place.place > 2 or other.quoted != clause.quoted:
            continue
        for phrase in (subject_before(place, other), [place.words()[i] for i in object_after(place, other)]):
            agreement = agreement_of(phrase)
            alone = len(phrase) > 1 and not any(w.low in ("e", "ed") for w in phrase)
            agrees = agreement and (agreement.feminine, agreement.plural) == (feminine, plural)
            if alone and agrees and is_person(phrase) == person:
                return phrase
    return []


def named_before(passage: Passage, clause: Clause, *, feminine: bool) -> list[Word]:
    """Whoever «gli», «le», «la» may mean: the nearest subject before that is one person, named, of that gender."""
    for place, other in _clauses_before(passage, clause):
        if other.quoted or other.group is None:
            continue
        subject = subject_before(place, other) or _subject_after(place, other)
        agreement = agreement_of(subject) if subject and is_person(subject) else None
        if agreement is None or agreement.plural or not any(w.part == "name" for w in subject):
            continue
        told = agreement.feminine if subject[0].part != "name" else is_womans(subject[0].low)
        if told in (None, feminine):
            return subject
    return []


_MENS = frozenset("andrea luca nicola mattia elia enea gianluca battista tobia gianmaria".split())


def is_womans(given: str) -> bool | None:
    """Whether a given name is a woman's, as far as its ending tells."""
    if given in _MENS:
        return False
    return given.endswith("a") if given[-1:] in ("a", "o") else None


def _is_coordinate(passage: Passage, clause: Clause, there: Passage, other: Clause) -> bool:
    """Whether the two are joined in one sentence: «l'auto è stata trovata e verrà restituita» has one subject."""
    if there.place != passage.place or clause.kind != other.kind or not clause.words:
        return False
    return passage.words()[clause.words[0]].low in ("e", "ed", "ma", ",", "poi")


def _clauses_before(passage: Passage, clause: Clause) -> Iterator[tuple[Passage, Clause]]:
    """Clauses of this sentence before the clause, nearest first, then those of the sentences before."""
    sentence = passage.sentence
    first = clause.words[0] if clause.words else 0
    here = [c for c in sentence.clauses if c.words and c is not clause and c.words[0] < first]
    yield from ((passage, c) for c in sorted(here, key=_verb_place, reverse=True))
    for place in range(passage.place - 1, max(-1, passage.place - 1 - _BACK), -1):
        before = replace(passage, place=place)
        yield from ((before, c) for c in before.sentence.clauses if c.words and c.kind == "main")
        if _is_heading(before):
            return


def _verb_place(clause: Clause) -> int:
    """Where its verb stands: of «Quando A decollò, B era un pianeta: fu declassato» the nearest before is of B."""
    return clause.group.first if clause.group else clause.words[0]


def _is_heading(passage: Passage) -> bool:
    """Whether the passage is a line without a stop: what stands above it is another matter."""
    text, (begin, end) = passage.reading.text, passage.reading.spans[passage.place]
    return text[begin:end].rstrip()[-1:].isalnum() and text[end : end + 2].strip(" ")[:1] in ("\n", "")


def is_person(phrase: Sequence[Word]) -> bool:
    """Whether a noun phrase means people, or a body that acts like one."""
    head = next((w for w in phrase if w.part in ("noun", "name", "number")), None)
    if head is None:
        return False
    if head.part == "name" or head.low.endswith(("enne", "enni")) or any(w.text in given_names() for w in phrase[:4]):
        return True
    return lemma_of(head.low) in _PEOPLE or head.low in _PEOPLE


def speaker_of(passage: Passage) -> str:
    """The full name of whoever speaks in a quotation: «spiega Anna Rossi», here or nearby; "" else."""
    reading, here = passage.reading, passage.place
    begin, end = reading.spans[here]
    opened, closed = reading.text.rfind("«", 0, end), reading.text.find("»", begin)
    near = [here, here - 1, here + 1, here - 2]
    if opened >= 0 and closed >= 0:  # the sentences of one quotation have one speaker
        near += [p for p, (a, b) in enumerate(reading.spans) if abs(p - here) < 9 and b > opened and a < closed]
    for place in near:
        if 0 <= place < len(passage.reading.spans):
            name = _reported_name(passage.reading.sentence(place))
            if name:
                return name
    return ""


_OF_BODY = frozenset("del della dei".split())


def _reported_name(sentence: Sentence) -> str:
    words = sentence.words
    for clause in sentence.clauses:
        group = clause.group
        if group is None or group.lemma not in REPORTING or clause.quoted:
            continue
        run: list[str] = []
        for word in words[group.last + 1 : group.last + 9]:
            if word.part == "name" or (run and word.low in _OF_BODY):
                run.append(word.text)  # «dice Ada Neri della Filcams»
            elif run or word.part == "mark":
                break
        while run and run[-1].lower() in _OF_BODY:
            run.pop()
        if run:
            return " ".join(run)
        told = words[group.last + 1 : group.last + 3]
        if len(told) == 2 and told[0].part == "article" and told[1].part == "noun" and is_person(told):
            return join([replace(told[0], text=told[0].text.capitalize()), told[1]])
    return ""
