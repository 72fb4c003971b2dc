"""Who did it, of a passive: «la proposta è stata respinta dal consiglio» → «il consiglio ha respinto la proposta»."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from timeline.events.agreement import agreement_of, article_of
from timeline.events.passage import Passage
from timeline.events.phrases import core_of
from timeline.events.places import is_comune
from timeline.events.printing import LIMIT, join
from timeline.events.referents import introduced
from timeline.events.subjects import is_person
from timeline.events.verb_forms import agreeing, in_small
from timeline.italian.speech import Word
from timeline.italian.tokens import OF
from timeline.italian.verbs import lemma_of

_LIMIT_OF_OBJECT = 45
# So many words may stand between a verb and who did it.
_FAR = 9
# Bodies that decide and do, besides those that `is_person` knows.
_BODIES = frozenset(
    """
    agenzia alpino cordata gruppo arma assemblea ateneo autorità cassazione cda club comitato commissione consorzio
    corpo corte curia
    ente esercito famiglia federazione finanza fondazione fondo forza forze gip giuria gup guardia istituto lega
    magistratura marina ministero nucleo parlamento pompiere prefettura proprietà protezione pubblico reparto sezione
    sigla sommozzatore studio tar tecnico ufficio unione università vigile volante corteo fiaccolata
    commerciante genitore abitante lavoratore dipendente dirigente allevatore agricoltore pescatore
    """.split()
)
# What a flood, a fire or a machine does to things and people.
_BEFALLS = frozenset(
    """
    abbattere affondare allagare bruciare colpire cancellare causare coprire danneggiare devastare distruggere
    ferire inghiottire invadere investire provocare riprendere scatenare sommergere spazzare spingere sradicare
    travolgere uccidere
    """.split()
)
# With these «da» may be from whom or from where: only of a body, no seller, is it by whom.
_FROM = frozenset(
    """
    acquistare allontanare comprare dividere espellere estrarre ereditare escludere evacuare inviare lanciare liberare
    mandare ottenere portare prelevare spedire
    prendere recuperare ricevere rimuovere riprendere ritirare rubare salvare scarcerare separare sottrarre spostare
    staccare togliere trarre trasferire trasportare
    """.split()
)
# «ereditata dal padre»: never by whom.
_EVER_FROM = frozenset({"ereditare", "discendere", "dipendere", "derivare"})
_SELLERS = frozenset(
    "fornitore venditore rivenditore commerciante concessionario negoziante privato spacciatore".split()
)


def leads_to_agent(word: Word) -> bool:
    """«da», «dalla»; not «davanti»."""
    return word.part == "preposition" and word.low.startswith("da") and word.low != "davanti"


def agent_in(rear: Sequence[Word], lemma: str) -> tuple[int, int] | None:
    """Where in the words after a passive it stands who did it, "da" and all; None where nobody is said."""
    for k, word in enumerate(rear):
        if word.part in ("mark", "that", "verb", "clitic") or k > _FAR:
            return None  # «uccisi per aver rifiutato…, beatificati dal papa»: another's
        if not leads_to_agent(word) or not rear[k + 1 :]:
            continue
        end = _end_of_agent(rear, k + 1)
        again = any(leads_to_agent(w) for w in rear[end:])
        does = _does(rear[k + 1 : end], lemma, contracted=word.low != "da")
        return (k, end) if does and not again else None
    return None


def _does(phrase: Sequence[Word], lemma: str, *, contracted: bool) -> bool:
    """Whether the phrase after «da» is who did it."""
    noun = next((w for w in phrase if w.part in ("noun", "name", "number")), None)
    if noun is None:
        return False
    kind = lemma_of(noun.low)
    if noun.part == "name" and not contracted and is_comune(noun.text):
        return False  # «mandato in orbita da Lecce»
    if lemma in _EVER_FROM:
        return False
    if lemma in _FROM and (kind in _SELLERS or (noun.part == "name" and not contracted)):
        return False
    acts = is_person(phrase) or kind in _BODIES or noun.low in _BODIES
    return acts or lemma in _BEFALLS


def _end_of_agent(rear: Sequence[Word], start: int) -> int:
    """Where the noun phrase ends that begins there: before a mark, a verb, a preposition other than "of"."""
    for k in range(start, len(rear)):
        word, last = rear[k], rear[k - 1]
        joins = word.part == "and" and rear[k + 1 : k + 2] and rear[k + 1].low.startswith("da")
        inner = word.low.startswith("da") and last.part == "and"
        loose = word.part == "preposition" and word.low not in OF and not inner and k > start
        if loose and not _is_of_office(rear, start, k):
            return k
        if word.part == "preposition" and k > start and rear[k + 1 : k + 2] and rear[k + 1].is_verb("infinitive"):
            return k  # «dalla Regione | di chiudere l’ospedale»
        if word.part == "and" and not joins and not _goes_on(rear, k):
            return k
        if word.is_verb("participle") and last.part == "noun" and k + 1 < len(rear):
            return _end_of_its_participle(rear, k)  # «da una squadra arrivata con le ciaspole»
        if word.part in ("mark", "that", "verb", "clitic", "time", "not") or (word.part == "adverb" and k > start):
            return k
        if word.part == "article" and last.part in ("noun", "name"):
            return k
    return len(rear)


def _end_of_its_participle(rear: Sequence[Word], k: int) -> int:
    """Where what the participle tells of who did it ends: at the end of the words, or at a mark."""
    agreed = rear[k].verb is not None and rear[k].low[-1] == rear[k - 1].low[-1]
    end = next((i for i in range(k + 1, len(rear)) if rear[i].part in ("mark", "that", "verb", "and")), len(rear))
    return end if agreed else k


def _is_of_office(rear: Sequence[Word], start: int, k: int) -> bool:
    """«dal giudice | per l'udienza preliminare», «dalla commissione | per il paesaggio»: for what an office is."""
    head = rear[k - 1].low if k - start < _FAR else ""
    return rear[k].low == "per" and lemma_of(head) in _OFFICES and rear[k + 1 : k + 2] != []


_OFFICES = frozenset("giudice commissione comitato ministro ministero autorità agenzia garante commissario".split())


def _goes_on(rear: Sequence[Word], k: int) -> bool:
    """«da Ugo Neri e Ada Ferri»: after "and" another of the kind."""
    return rear[k - 1].part == "name" and rear[k + 1 : k + 2] != [] and rear[k + 1].part == "name"


def told_actively(
    passage: Passage, thing: Sequence[Word], participles: Sequence[Word], rear: Sequence[Word], lemma: str
) -> list[Word]:
    """«La polizia ha fermato due uomini a Lugo» out of «due uomini», «fermati», «a Lugo dalla polizia»; [] where nobody
    is said, or it does not fit."""
    found = agent_in(rear, lemma)
    if found is None or not thing or not participles or thing[0].part not in ("article", "name", "number"):
        return []
    begin, end = found
    agent = introduced(passage, _as_subject(rear[begin:end]))
    agreed = agreement_of(agent)
    plural = bool(agreed and agreed.plural) or agent[0].low in _MANY or _are_two(agent)
    has = replace(participles[0], text="hanno" if plural else "ha", low="hanno" if plural else "ha", start=-1, end=-2)
    done = [agreeing(w, "o") if w.is_verb("participle") else w for w in in_small(participles)]
    known = _as_news(in_small(list(thing)), lemma)
    if len(join([*agent, has, *done, *known])) > LIMIT:
        known = core_of(known, _LIMIT_OF_OBJECT)
    told = [*agent, has, *done, *known]
    own = rear[end:] and (rear[end].part == "and" or rear[end].text == "," or (rear[end].part == "that" and begin > 0))
    after = [] if own else rear[end:]  # «da NPD, una società di ricerche», «da un'auto che non si è fermata»
    return [*told, *rear[:begin], *after] if len(join(told)) <= LIMIT else []


def _as_news(thing: list[Word], lemma: str) -> list[Word]:
    """«i 62 esuberi annunciati dall’azienda» → «ha annunciato 62 esuberi»: when announced, nobody knew of them."""
    counted = lemma in ("annunciare", "comunicare", "preannunciare", "denunciare") and len(thing) > 2
    return thing[1:] if counted and thing[0].low in ("i", "gli", "le") and thing[1].part == "number" else thing


_MANY = frozenset("i gli le due tre altri altre alcuni alcune molti molte diversi diverse numerosi numerose".split())


def _are_two(agent: Sequence[Word]) -> bool:
    return any(w.part == "and" for w in agent)


def _as_subject(phrase: Sequence[Word]) -> list[Word]:
    """«dai vigili e dagli alpini» → «i vigili e gli alpini»."""
    out: list[Word] = []
    for word in phrase:
        if not leads_to_agent(word):
            out.append(word)
            continue
        article = article_of(word.low)
        if article:
            out.append(
                replace(
                    word, text=article.replace("'", "’") if "’" in word.text else article, low=article, part="article"
                )
            )
    return out
