"""Whether a clause hangs on the noun right before it, or on the one that this noun only says more of.

«Il ponte sul Panaro, chiuso da maggio» is the bridge; «la chiusura della strada, riaperta ieri» is the road.
"""

from __future__ import annotations

from collections.abc import Sequence

from timeline.events.event_nouns import is_event_noun, is_gathering
from timeline.events.subjects import is_person
from timeline.events.transitive import DONE_TO_PEOPLE
from timeline.events.vocabulary import given_names
from timeline.italian.clauses import Clause
from timeline.italian.speech import AND, Word
from timeline.italian.tokens import OF

# Done to what can be touched, never to a decision, a closing or a quarrel.
_DONE_TO_THINGS = frozenset(
    """
    costruire edificare erigere restaurare ristrutturare demolire abbattere allagare incendiare occupare rubare
    acquistare comprare vendere installare montare dipingere aprire riaprire chiudere richiudere ritrovare recuperare
    parcheggiare abitare frequentare
    """.split()
)
_BEFALLS_PEOPLE = frozenset("nascere morire scomparire decedere spegnere mancare sposare ammalare infortunare".split())
_COMING = frozenset("arrivare giungere tornare rientrare partire venire intervenire accorrere atterrare".split())
# What is told or shown of a thing: not what was built or put up.
_TOLD_OF = frozenset(
    """
    immagine immagini foto fotografie fotografia video filmato filmati riprese registrazione registrazioni dati storia
    notizia vicenda nome progetto piano idea proposta
    """.split()
)
_ABSTRACT = ("ità", "enza", "anza")
_TO = frozenset("a ad al allo alla all' ai agli alle".split())
_BETWEEN = frozenset({"tra", "fra"})


def is_how(words: Sequence[Word], start: int, place: int) -> bool:
    """«un traghetto a fune, rispolverato», «un'auto con targa straniera, notata»: a bare noun says of what kind."""
    lead = words[start - 1].low if start else ""
    if start < 2 or words[place].part != "noun" or words[start].part != "noun":
        return False
    hangs = words[start - 2].part in ("noun", "name")
    return hangs and lead in ("in", "per", "a", "con", "senza", "su") and place - start < _FEW


_FEW = 2


def is_set_off(words: Sequence[Word], clause: Clause) -> bool:
    """Whether a comma stands between the clause and what it hangs on."""
    before = clause.words[0] - 1
    return before > 0 and words[before].text == ","


def is_of_who_did_it(words: Sequence[Word], start: int, clause: Clause) -> bool:
    """«L'indagine presentata dall'associazione, | condotta su 94 strutture»: whoever did it is not drawn up."""
    led = words[start].low if words[start].part == "preposition" else words[start - 1].low
    drawn_up = clause.kind == "participle" and clause.group is not None and clause.group.lemma in DRAWN_UP
    return drawn_up and is_set_off(words, clause) and led.startswith("da")


DRAWN_UP = frozenset(
    """
    condurre svolgere effettuare redigere pubblicare approvare firmare depositare discutere respingere votare bocciare
    convalidare emettere
    """.split()
)


def says_where(words: Sequence[Word], start: int, place: int, clause: Clause) -> bool:
    """«Il ponte sul Panaro, | chiuso», «l'assessora al Commercio Ada Neri, che…»: the noun before is meant where it
    agrees.

    Not where who is named comes, is born or does something: «l'incontro con il ministro, arrivato ieri».
    """
    lead = start - 1
    if words[start].part == "preposition":
        lead = start  # «al Comune»
    if lead < 1 or words[lead].part != "preposition" or words[lead].low in OF:
        return False
    before = words[lead - 1]
    asked = before.low in _ASKED and clause.group is not None and clause.group.lemma in _ANSWERED
    if asked and words[lead].low in _TO:
        return True  # «un ricorso al Tar respinto ad aprile»
    if not is_set_off(words, clause):
        return False
    if before.low in _BEFORE_A and words[lead].low in _TO:
        return lead > 1 and words[lead - 2].part in ("noun", "name")  # «Il presidio davanti al Comune, convocato»
    if before.part not in ("noun", "name"):
        return False
    phrase = list(words[start : place + 1])
    if words[lead].low in _TO and is_person([before]) and before.part == "noun":
        return any(w.text in given_names() for w in phrase[1:])
    group = clause.group
    lemma = group.lemma if group else ""
    if is_person(phrase) and (clause.kind == "relative" or lemma in _BEFALLS_PEOPLE | _COMING):
        return False
    if clause.kind == "relative" and (group is None or group.auxiliary != "essere"):
        return False
    return not is_event_noun(before.low) or lemma not in _DONE_TO_THINGS


_ASKED = frozenset("ricorso ricorsi appello domanda domande richiesta richieste esposto istanza reclamo".split())
_ANSWERED = frozenset("respingere accogliere presentare depositare inoltrare rigettare inviare bocciare".split())
_BEFORE_A = frozenset("davanti accanto vicino intorno attorno dietro".split())


def is_of_the_last(words: Sequence[Word], start: int, clause: Clause) -> bool:
    """«la chiusura della strada, riaperta ieri», «il testimone del padre, morto»: it is told of the noun after "of"."""
    group = clause.group
    first = start - 1
    if group is None or first < 1 or words[first].low not in OF or words[first - 1].part != "noun":
        return False
    noun = words[first - 1].low
    if noun in _TOLD_OF and not is_set_off(words, clause):
        return group.lemma in _DONE_TO_THINGS  # «le immagini delle telecamere installate a marzo»
    if group.lemma in _DONE_TO_THINGS:
        return (is_event_noun(noun) or noun.endswith(_ABSTRACT)) and not _is_purpose(words, first - 1)
    phrase = list(words[start : start + _FEW + 1])
    abstract = noun.endswith((*_ABSTRACT, "sione", "zione"))
    if group.lemma in _COMING and abstract and not is_event_noun(noun) and words[start].part == "name":
        return True  # «l'illusione della Umbra Filati, tornata in tribunale»
    if group.lemma in DONE_TO_PEOPLE | _KILLING and is_event_noun(noun) and is_person(phrase):
        return True  # «l'omicidio del socio Ugo Neri, ucciso nel 2022»
    return group.lemma in _BEFALLS_PEOPLE and is_person(phrase) and noun not in _KIN


_KILLING = frozenset("assassinare ammazzare giustiziare fucilare accoltellare".split())


_KIN = frozenset(
    """
    figlio figlia figli figlie fratello sorella padre madre marito moglie nonno nonna zio zia cugino cugina nipote
    nipoti genero nuora suocero suocera vedova vedovo amico amica compagno compagna erede
    """.split()
)


def takes_place(words: Sequence[Word], start: int, clause: Clause) -> bool:
    """«il festival del vino, che si chiuderà domani»: it is the festival that opens, ends and is held."""
    group = clause.group
    if clause.kind != "relative" or group is None or not (group.reflexive or group.lemma in _LASTING):
        return False
    lead = start - 1 if words[start].part != "article" else start - 2
    held = group.lemma in _LASTING | {"aprire", "chiudere", "concludere", "svolgere", "tenere"}
    return held and lead > 0 and words[lead].low in OF and _is_held(words[lead - 1].low)


def _is_held(noun: str) -> bool:
    return (
        is_gathering(noun)
        or is_event_noun(noun)
        or noun in ("festival", "stagione", "corso", "campionato", "settimana")
    )


_LASTING = frozenset("iniziare cominciare terminare finire proseguire durare".split())


def is_who_stops_nothing(phrase: Sequence[Word], clause: Clause) -> bool:
    """«l'imbarco sulla nave del governo, che è stato sospeso»: an activity is suspended or put off, nobody."""
    group = clause.group
    told = clause.kind == "relative" and group is not None and group.passive and group.lemma in _DONE_TO_ACTIVITIES
    return told and is_person(phrase) and any(w.low in _BODIES for w in phrase)


_DONE_TO_ACTIVITIES = frozenset("sospendere interrompere rinviare annullare riprendere avviare ultimare".split())
_BODIES = frozenset("governo comune giunta consiglio procura questura regione provincia ministero commissione".split())


def _is_purpose(words: Sequence[Word], noun: int) -> bool:
    """«il cantiere | per il rifacimento del tetto, aperto a marzo»."""
    lead = noun - 2 if words[noun - 1].part == "article" else noun - 1
    return lead > 0 and words[lead].low == "per" and words[lead - 1].part == "noun"


def past_what_it_has(words: Sequence[Word], place: int) -> int:
    """«Tessilnova, gruppo di Prato | con 180 addetti, la cui offerta…»: the place before what only says more of it."""
    k, stop = place, place
    while k > 0 and words[k].part not in ("mark", "verb", "that", "open", "close"):
        if words[k].part == "preposition" and words[k].low not in OF:
            stop = k - 1
        k -= 1
    return stop if stop > k else place


def before_list_of_places(words: Sequence[Word], place: int) -> int:
    """The place before «tra Monaco, Bologna e Roma», where such a list ends here; else the place itself."""
    k = place
    while k > 0 and (words[k].part == "name" or words[k].text == "," or words[k].low in AND):
        k -= 1
    listed = words[k].low in _BETWEEN and any(w.low in AND for w in words[k:place])
    return k - 1 if listed else place
