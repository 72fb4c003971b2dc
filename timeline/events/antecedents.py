"""The noun phrase that a relative clause or a participle hangs on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from timeline.events.agreement import agreement_of, article_of
from timeline.events.attachment import (
    DRAWN_UP,
    before_list_of_places,
    is_how,
    is_of_the_last,
    is_of_who_did_it,
    is_who_stops_nothing,
    past_what_it_has,
    says_where,
    takes_place,
)
from timeline.events.event_nouns import is_event_noun
from timeline.events.places import is_town
from timeline.events.vocabulary import given_names
from timeline.italian.clauses import Clause, Sentence
from timeline.italian.speech import AND, Word
from timeline.italian.tokens import OF
from timeline.italian.verb_groups import Group
from timeline.italian.verbs import Verb

# What may stand in the body of a noun phrase.
_BODY = frozenset({"article", "noun", "name", "number", "adverb", "close", "open", "time"})


def antecedent(sentence: Sentence, clause: Clause) -> list[Word]:
    """The noun phrase a relative or participle clause hangs on, its article taken out of a contraction.

    Nouns are tried from the nearest back; the participle must agree: «trattato di mutua difesa siglato» is the treaty.
    """
    words = sentence.words
    if not clause.words or _opens_anew(words, clause):
        return []
    leading = _leads_series(sentence, clause)
    if leading is not None:
        return antecedent(sentence, leading)
    place = _first_of_series(sentence, clause) - 1
    while place >= 0 and words[place].part in ("mark", "time", "close", "open", "preposition", "that"):
        place = _before_bracket(words, place) if words[place].text == ")" else place - 1
    inner = sentence.clauses[sentence.owner[place]]
    aside = inner.kind == "participle" and inner is not clause and inner.words[0] > 1
    if clause.kind == "relative" and aside and words[inner.words[0] - 1].text == words[clause.words[0] - 1].text == ",":
        alone = all(words[i].text != "," for i in range(inner.words[0], clause.words[0] - 1))
        by = any(words[i].low.startswith("da") and words[i].part == "preposition" for i in inner.words[1:3])
        alone = alone and not (by and words[place].part == "name")  # «tallonato da Vera Neri, che era stata…»
        place = inner.words[0] - 2 if alone else place  # «la Norvegia, imbattuta da maggio, che…»
    told_of = _head_of_relative(sentence, clause, inner)
    if told_of:
        return told_of
    place = before_list_of_places(words, _before_age(words, place))
    whose = words[clause.opener].low == "cui" and clause.opener > 0 and words[clause.opener - 1].part == "article"
    if whose and words[clause.opener - 2].text == ",":
        place = past_what_it_has(words, place)
    end = place
    group = None if whose else clause.group  # «la ditta, i cui operai hanno…»: the verb is not its own
    agreeing = group and (clause.kind == "participle" or group.auxiliary == "essere")
    participle = _participle_of(words, group) if group and agreeing else None
    best: list[Word] = []
    while place >= 0 and (
        words[place].part in _BODY
        or words[place].part == "preposition"
        or words[place].low in AND
        or (words[place].is_verb("participle") and not best and _is_aside(sentence, place, clause))
        or (
            words[place].part == "pronoun" and words[place - 1].part == "preposition"
        )  # «una borsa a lei intitolata, che»
        or (words[place].text == "," and not best and (clause.kind == "participle" or _is_age(words, place + 1)))
    ):
        if words[place].text == ",":
            end = place = place - 1
            continue
        if words[place].part in ("noun", "name"):
            start = _start_of_phrase(words, place)
            if words[place].low == "fuoco" and words[start - 2].low == "vigili":
                place = start - 2  # «un capo reparto dei vigili del fuoco, arrivato…»
                continue
            if (
                _is_measure(words, start, place)
                or _is_no_bid(words, start, place, clause)
                or is_who_stops_nothing(words[start : place + 1], clause)
                or _is_where(words, start, place, clause)
                or is_how(words, start, place)
            ):
                place = start - 1
                continue
            if words[start - 1].part == "verb" and words[start].part == "noun" and words[place].part == "name":
                start = next(k for k in range(start, place + 1) if words[k].part == "name")  # «sarà presente | Anna»
            phrase = _with_article(words, start, end)
            agreed = agreement_of(phrase)
            if len(phrase) == 1 and words[place].part == "noun" and _is_adjective(words, start):
                place = start - 1
                continue
            if participle is None:
                told = group and any(w.part in ("noun", "name") for w in words[clause.opener + 1 : group.first])
                sure = phrase[0].part in ("article", "number") and clause.kind == "relative" and not told
                fits = not (sure and group and agreed and agreed.plural != group.plural)
            else:
                fits = agreed is None or agreed.fits(participle.feminine, participle.plural)
            both = _both(words, start, end) if group and group.plural and not fits else []
            if both:
                return both
            if fits and not (clause.kind == "relative" and _is_street(words, start)):
                best = phrase
                plain = words[start].part != "article" and words[place].part == "noun"
                if (
                    _says_with_whom(words, start, clause)
                    or _did_it(words, start, group, clause)
                    or says_where(words, start, place, clause)
                    or takes_place(words, start, clause)
                ):
                    place = start - 1
                    continue
                if whose and words[start - 1].low in OF and start > 1 and words[start - 2].part == "noun":
                    place = start - 1
                    continue  # «la ciclabile del Lamone, i cui lavori»
                done = sentence.clauses[sentence.owner[place]]
                if done.kind == "participle" and is_of_who_did_it(words, start, clause):
                    end = place = done.words[0] - 1
                    continue
                if is_of_the_last(words, start, clause):
                    break
                if _is_whose(words, start, place, clause):
                    place = start - 1
                    continue
                if not _is_of_noun_before(words, start, participle) and not (
                    (clause.kind != "relative" or plain) and _belongs_to_noun_before(words, start, place)
                ):
                    break
            place = start - 1
        else:
            place -= 1
    return _apposed(words, best, clause) or best


def _is_adjective(words: Sequence[Word], place: int) -> bool:
    """«autorità italiane ed | egiziane», «i dati quasi | definitivi»"""
    before = words[place - 1]
    return before.low in AND or (before.part == "adverb" and place > 1 and words[place - 2].part == "noun")


def _head_of_relative(sentence: Sentence, clause: Clause, inner: Clause) -> list[Word]:
    """«il decreto che chiude il punto nascita, firmato venerdì»: what the relative clause before is told of, where the
    participle agrees with it; [] elsewhere."""
    words, group = sentence.words, clause.group
    if clause.kind != "participle" or inner.kind != "relative" or inner.opener < 1 or group is None or inner is clause:
        return []
    set_off = words[clause.words[0] - 1].text == "," and words[inner.opener].low == "che"
    over = inner.group is not None and inner.group.last < clause.words[0]
    if not set_off or not over or words[inner.opener - 1].text == "," or group.lemma not in DRAWN_UP:
        return []
    head = antecedent(sentence, inner)
    agreed, participle = agreement_of(head), _participle_of(words, group)
    fits = agreed is not None and participle is not None and agreed.fits(participle.feminine, participle.plural)
    return head if fits and agreed and agreed.feminine is not None else []


_WHERE = frozenset("di d' a ad in per da tra fra".split())


def _both(words: Sequence[Word], start: int, end: int) -> list[Word]:
    """«la palestra e il cortile, che saranno consegnati»: two of one each that are meant together; [] where one is."""
    begin = start if words[start].part == "article" else start - 1
    if begin < 2 or words[begin].part != "article" or words[begin - 1].low not in ("e", "ed"):
        return []
    first = _start_of_phrase(words, begin - 2)
    alone = words[first].part == "article" and words[first - 1].part not in ("preposition", "and")
    return _with_article(words, first, end) if alone else []


def _is_aside(sentence: Sentence, place: int, clause: Clause) -> bool:
    """Whether the participle there may stand between the clause and its noun: «una borsa a lei intitolata, che…»."""
    return clause.kind == "participle" or sentence.clauses[sentence.owner[place]].kind == "participle"


def _opens_anew(words: Sequence[Word], clause: Clause) -> bool:
    """«… a Rodi: rientrato ieri, si è messo a disposizione»: told of who does what follows, not of what is before."""
    first = clause.words[0]
    if clause.kind != "participle" or not first or words[first - 1].text not in (":", ";"):
        return False
    comma = next((k for k in range(clause.words[-1], len(words)) if words[k].part == "mark"), 0)
    return bool(comma) and words[comma].text == "," and any(w.is_verb("finite") for w in words[comma : comma + 4])


def _is_measure(words: Sequence[Word], start: int, place: int) -> bool:
    """«tra i 19 e i 25 anni», «48 anni»: how old or how much, never what something is told of."""
    counted = any(w.part == "number" or w.low in _ORDINALS for w in words[start:place])
    return words[place].low in _UNITS and counted


_ORDINALS = frozenset("primo secondo terzo quarto quinto sesto settimo ottavo nono decimo ultimo".split())
_UNITS = frozenset("anno mese anni mesi giorni ore minuti euro metri chilometri ettari chili gradi millimetri".split())


def _is_age(words: Sequence[Word], begin: int) -> bool:
    """Whether «48 anni» stands there, between a name and what is told of it."""
    after = words[begin : begin + 2]
    return [w.part for w in after] == ["number", "noun"] and after[1].low == "anni"


def _is_where(words: Sequence[Word], start: int, place: int, clause: Clause) -> bool:
    """«un 31enne di Lugo, che ha rapinato», «medico in pensione, rientrato»: where or how somebody is does nothing."""
    lead = words[start - 1].low if start else ""
    before = words[start - 2] if start > 1 else None
    if before is None or words[place].part not in ("name", "noun") or words[start].part == "article":
        return False
    whose = words[clause.opener].low == "cui" and words[clause.opener - 1].part == "article"
    if clause.kind == "relative" and words[clause.opener].low != "che" and not whose:
        return False  # «a Lugo, dove arriveranno sabato»
    if words[place].part == "noun":
        return lead in ("in", "per") and place == start and before.part == "noun"
    if lead in AND and before.part == "name":
        first = _start_of_phrase(words, start - 2)
        return first > 0 and words[first - 1].low in ("tra", "fra")  # «il derby tra Lugo e Russi, giocato ieri»
    name = " ".join(w.text for w in words[start : place + 1])
    told = before.part in ("noun", "verb", "name")
    if lead in _AT:
        return told and words[start].text not in given_names()
    aged = before.low.endswith(("enne", "enni"))
    return lead in ("di", "d'") and before.part == "noun" and (aged or is_town(name))


_AT = frozenset("a ad in tra fra".split())


def _is_no_bid(words: Sequence[Word], start: int, place: int, clause: Clause) -> bool:
    """«il bando per la vendita dello stabilimento, andato deserto»: only what asks for offers is left without."""
    group = clause.group
    after = words[group.last + 1].low if group and group.last + 1 < len(words) else ""
    if group is None or group.lemma != "andare" or after[:-1] != "desert":
        return False
    return not any(w.low in _BIDS for w in words[start : place + 1])


_BIDS = frozenset("bando bandi gara gare asta aste concorso concorsi avviso appalto vendita selezione".split())


def _says_with_whom(words: Sequence[Word], start: int, clause: Clause) -> bool:
    """«il recupero con il Termoli, rinviato a marzo»: after a comma the whole is meant, not whom it is with."""
    before = clause.words[0] - 1
    set_off = clause.kind == "participle" and before > 0 and words[before].text == ","
    named = words[start].part == "article" and words[start + 1 : start + 2] and words[start + 1].part == "name"
    led = start > 1 and words[start - 2].part == "noun"
    purpose = led and words[start - 1].low == "per"  # «il cantiere per l'adeguamento, aperto a giugno»
    one = led and words[start - 1].low == "di" and words[start].low in ("un", "uno", "una", "un'")
    one = one and words[start - 2].low not in _BESIDE  # «a bordo di un furgone, rubato domenica»
    # «lo sviluppo di un motore, avviato nel 2020»
    return bool(set_off and (purpose or one or (led and named and words[start - 1].low in ("con", "contro"))))


_BESIDE = frozenset(
    "bordo guida interno ridosso fianco margini opera cura carico danni spese seguito capo favore sella".split()
)


def _did_it(words: Sequence[Word], start: int, group: Group | None, clause: Clause) -> bool:
    """«il crollo della pensilina che ha ucciso undici persone»: it was the collapse that did it."""
    if clause.kind != "relative" or group is None or group.lemma not in _DONE_BY_EVENTS:
        return False
    simple = group.auxiliary == "" and not (group.passive or group.reflexive)  # «che quella notte provocò la morte»
    simple = simple and not any(w.part in ("noun", "name") for w in words[clause.opener + 1 : group.first])
    if group.auxiliary != "avere" and not simple:
        return False
    k = start - 1 if words[start].part != "article" else start
    return k > 0 and words[k].low in OF and is_event_noun(words[k - 1].low)


_DONE_BY_EVENTS = frozenset(
    """
    uccidere ferire provocare causare distruggere danneggiare devastare colpire costare sconvolgere travolgere
    bloccare coinvolgere lasciare
    """.split()
)


def _is_whose(words: Sequence[Word], start: int, place: int, clause: Clause) -> bool:
    """«il romanzo di Marta Zuffa | che esce»: with no comma it is told of the novel; who has a name is known."""
    if clause.kind != "relative" or words[clause.opener].low != "che" or start < _TWO or words[start - 1].low not in OF:
        return False
    named = all(w.part == "name" for w in words[start : place + 1])
    seat = named and words[start - 2].low in _SEATS  # «il ristorante di Magreta, | che riaprirà»
    return seat or (named and place > start and clause.opener == place + 1 and words[start - 2].part == "noun")


_TWO = 2
_SEATS = frozenset(
    """
    ristorante bar albergo hotel negozio azienda ditta stabilimento scuola ospedale biblioteca museo teatro cooperativa
    parrocchia palestra piscina stadio chiesa fabbrica mercato
    """.split()
)


def _before_age(words: Sequence[Word], place: int) -> int:
    """Past «, 48 anni,»: what follows says nothing of the years."""
    aged = (
        place > 2 and words[place].low == "anni" and words[place - 1].part == "number" and words[place - 2].text == ","
    )
    return place - 3 if aged else place


def _before_bracket(words: Sequence[Word], close: int) -> int:
    """Past «(ed ex di Lugo e Pisa)»: what follows a bracket says nothing of what is in it."""
    return next((k for k in range(close - 1, 0, -1) if words[k].text == "("), close) - 1


def _apposed(words: Sequence[Word], phrase: Sequence[Word], clause: Clause) -> list[Word]:
    """Whoever is named before a phrase that only says what he is: «Ugo Neri, l’operaio deceduto»."""
    if not phrase or phrase[0].part == "name":
        return []
    place = next((k for k, w in enumerate(words) if w.start == phrase[0].start), 0) - 1
    if phrase[0].part == "noun":
        return _named_before(words, place)
    if any(w.part == "name" and phrase[k - 1].low not in _WHERE for k, w in enumerate(phrase)):
        return []
    if (
        place < 1
        or words[place].text != ","
        or phrase[0].low not in ("il", "lo", "la", "l'", "un", "una", "un'", "uno")
    ):
        return []
    start = place
    while start and words[start - 1].part == "name":
        start -= 1
    lead = words[start - 1].part if start else ""
    return list(words[start:place]) if place - start > 1 and lead != "noun" else []


_MAKERS = frozenset(
    "autore autrice autori regista scrittore scrittrice produttore produttrice protagonista interprete".split()
)


def _belongs_to_noun_before(words: Sequence[Word], start: int, head: int) -> bool:
    """Whether the noun only says of what: «la nota della Questura diramata», «l'accordo di pace firmato»."""
    before = words[start - 1].low if start else ""
    if start > 1 and words[start].part == "noun" and words[start - 2].low in _MAKERS:
        return False  # «l'autore del film Dante uscito»
    named = words[head].part == "name" and before in OF
    return named or (before in ("di", "d'") and words[start].part != "article")


def _named_before(words: Sequence[Word], place: int) -> list[Word]:
    """«“Il Giglio” di Carpi, antica locanda e bar che…»: what has the name."""
    while place > 0 and (words[place].part == "noun" or words[place].low in AND):
        place -= 1
    if place < 1 or words[place].text != ",":
        return []
    place = _before_age(words, place - 1) + 1
    start = place
    while start and (words[start - 1].part in ("name", "open", "close") or words[start - 1].low in OF):
        start -= 1
        if words[start].part == "name" and start and words[start - 1].part == "article":
            start -= 1
    while start < place and words[start].part in ("preposition", "close"):
        start += 1
    article = article_of(words[start - 1].low) if start and start < place else ""
    if article in ("la", "il") and words[start].text not in given_names():
        return _with_article(words, start, place - 1)  # «della Molini Adriani, gruppo fondato nel 1911»
    if start < place and words[start].text not in given_names():
        start = _start_with_ordinal(words, start)
    return list(words[start:place])


def _start_with_ordinal(words: Sequence[Word], start: int) -> int:
    """«la quarantaduesima Coppa Morenica», «la Coppa Morenica»: a thing that has a name has its article too."""
    ordinal = start > 1 and words[start - 1].low.endswith(("esima", "esimo"))
    article = start - 2 if ordinal else start - 1
    return article if article >= 0 and words[article].part == "article" else start


def _is_of_noun_before(words: Sequence[Word], start: int, participle: Verb | None) -> bool:
    """Whether the noun that it hangs on agrees as well: «il leader dell’opposizione assassinato»; not «del furto»."""
    if participle is None or start < 2 or words[start - 1].low not in OF or words[start - 2].part != "noun":
        return False
    if words[start - 2].low in _LEADERSHIP and words[start - 3].part == "preposition":
        return False  # «alla guida dell'azienda fondata dal nonno»
    if words[start].part == "article" or any(is_event_noun(w.low) for w in words[start : start + 3]):
        return False
    agreed = agreement_of(_with_article(words, _start_of_phrase(words, start - 2), start - 2))
    return bool(agreed and agreed.fits(participle.feminine, participle.plural))


_LEADERSHIP = frozenset("guida vertice vertici timone testa capo interno servizio margine bordo".split())


def _participle_of(words: Sequence[Word], group: Group) -> Verb | None:
    """The participle that agrees with the subject: the first after the auxiliary."""
    for word in words[group.first : group.last + 1]:
        if word.is_verb("participle"):
            return word.verb
    return None


def _leads_series(sentence: Sentence, clause: Clause) -> Clause | None:
    """The relative clause of which one with "and" goes on: «i titolari dei lidi, che si sono riuniti e che…»."""
    first = clause.words[0]
    if clause.kind != "relative" or sentence.words[first].low not in ("e", "ed") or clause.opener != first + 1:
        return None
    before = (c for c in sentence.clauses if c.parent == clause.parent and c.kind == "relative" and c.words)
    return next((c for c in before if c.words[-1] == first - 1 and sentence.words[c.opener].low == "che"), None)


def _first_of_series(sentence: Sentence, clause: Clause) -> int:
    """Where the clause begins, or the one it continues: «che A e che B» hang on one noun."""
    first = clause.words[0]
    if clause.kind == "participle" and first and sentence.words[first - 1].low in ("e", "ed") and clause.parent >= 0:
        above = sentence.clauses[clause.parent]
        if above.kind == "participle" and above.words and above.words[0] < first:
            return above.words[0]  # «creato da due amici e pubblicato»
    if clause.kind == "participle" and first and sentence.words[first - 1].low in ("e", "ed"):
        aside = _start_of_aside(sentence.words, first)
        if aside:
            return aside
    if sentence.words[first].low not in ("e", "ed", "o"):
        return first
    for other in sentence.clauses:
        if other.parent == clause.parent and other.kind == clause.kind and other.words and other.words[0] < first:
            return other.words[0]
    return first


def _start_of_aside(words: Sequence[Word], first: int) -> int:
    """«Ada Neri, | ferma da marzo per un infortunio e rientrata ieri, ha segnato»: where the aside begins whose first
    word, an adjective, agrees with the participle after "and"; 0 where none does."""
    comma = next((k for k in range(first - 2, 0, -1) if words[k].part in ("mark", "verb", "that")), 0)
    begins = words[comma + 1]
    described = words[comma].text == "," and begins.part == "noun" and words[comma - 1].part in ("noun", "name")
    leads = words[comma + 2].part == "preposition" or words[comma + 2].part == "time"
    return comma + 1 if described and leads and begins.low[-1] == words[first].low[-1] else 0


def _start_of_phrase(words: Sequence[Word], place: int) -> int:
    """The first word of the simple noun phrase that ends at or goes through *place*."""
    while place > 0 and words[place - 1].part in ("noun", "name", "number", "article", "open"):
        place -= 1
        if place > 2 and words[place].part == "name" and _is_town_of_three(words, place):
            place -= 2  # «Isola della Scala»
        if words[place].part == "article" and words[place - 1].part != "article":
            break  # «in Germania un uomo» are two phrases
        counted = words[place].part == "number" and words[place].low.isalpha()
        if counted and words[place - 1].part in ("noun", "name") and not words[place - 1].low.startswith(_ORDINAL):
            break  # «al centro | sei ragazzi»
        if place > 1 and words[place - 1].part == "adverb" and words[place - 2].part == "article":
            return place - 2  # «il poco edificante episodio»
    return place


def _is_town_of_three(words: Sequence[Word], place: int) -> bool:
    return words[place - 1].low in OF and is_town(" ".join(w.text for w in words[place - 2 : place + 1]))


_THESE = frozenset("i gli le".split())
_ORDINAL = ("prim", "ultim", "altr", "prossim", "nuov")


def _with_article(words: Sequence[Word], start: int, end: int) -> list[Word]:
    phrase = list(words[start : end + 1])
    before = words[start - 1] if start else None
    if before and before.part == "number" and phrase[0].low in _THESE and start < end:
        return [before, *phrase[1:]]  # «duecento le persone che hanno…»
    article = article_of(before.low) if before and before.part == "preposition" else ""
    if article and before:
        phrase.insert(0, replace(before, text=article, low=article, part="article"))
    return phrase


def _is_street(words: Sequence[Word], start: int) -> bool:
    return words[start].low in ("via", "viale", "piazza", "corso", "largo", "vicolo", "piazzale")
