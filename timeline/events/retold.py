"""What a noun means that the article first called something else: «l’edificio» is «il museo di Sibari», «i lavori» are
those «al ponte sul Serchio», «i funerali» are those of whoever has died.

Whatever is added stands in the article; nothing is where two things or two people may be meant.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from timeline.events.agreement import Agreement, agreement_of, article_of
from timeline.events.cases import ACCUSED, AUTHOR, DIED, named_near
from timeline.events.contractions import led_by
from timeline.events.firms import firm_of, is_by_colours, team_of
from timeline.events.noun_ends import noun_ends
from timeline.events.passage import Passage, occurrences
from timeline.events.phrases import subject_before
from timeline.events.somebody import somebody_told
from timeline.events.subjects import is_person
from timeline.italian.speech import Word, words_of

_BUILDINGS = frozenset(
    """
    abbazia acquedotto albergo ambasciata asilo auditorium basilica biblioteca canonica capannone carcere caserma casa
    castello cattedrale centrale chiesa cinema cinematografo condominio convento cotonificio distilleria fabbrica faro
    filanda fornace fortezza hotel lanificio liceo macello magazzino manicomio mercato monastero mulino municipio
    museo officina
    ospedale ospizio ostello palasport palazzetto palazzina palazzo palestra piscina policlinico prefettura questura
    residenza ristorante rocca santuario scuola sinagoga stabilimento stadio stazione stalla supermercato teatro torre
    tribunale vetreria villa zuccherificio
    """.split()
)
_WORKS = frozenset(
    """
    acciaieria birrificio cantiere cartiera cementificio conceria distilleria fabbrica filanda fonderia officina
    raffineria segheria stabilimento vetreria zuccherificio
    """.split()
)
OPEN = frozenset(
    """
    aeroporto autostrada banchina cavalcavia circonvallazione diga ferrovia funivia galleria giardino impianto invaso
    metropolitana parcheggio parco passerella piazza pista ponte porto sottopasso statale strada superstrada tangenziale
    tunnel variante viadotto
    """.split()
)
VESSELS = frozenset(
    "barca battello gommone motopesca peschereccio piattaforma rimorchiatore sottomarino traghetto veliero".split()
)
_VEHICLES = frozenset("autobus autocarro camion furgone motocicletta pullman scooter trattore tir".split())
_BLOWS = frozenset("assalto furto rapina razzia spaccata scippo truffa".split())
_PROTESTS = frozenset("corteo fiaccolata marcia presidio sit-in sciopero".split())
_BOOKS = frozenset("antologia biografia diario manuale memoriale romanzo saggio".split())
# A word that takes up a thing, and what the thing was called first.
_OTHER_WORDS = {
    "edificio struttura immobile stabile complesso fabbricato": _BUILDINGS,
    "impianto fabbrica sito": _WORKS,
    "opera infrastruttura": OPEN,
    "nave imbarcazione natante scafo": VESSELS,
    "mezzo veicolo": _VEHICLES,
    "colpo": _BLOWS,
    "manifestazione protesta": _PROTESTS,
    "libro volume": _BOOKS,
    "multisala": frozenset({"cinema", "Cinema", "multiplex"}),
    "istituto": frozenset({"liceo", "conservatorio", "banca", "Banca"}),
}
# What is done to a building or a road, and the preposition that leads to it.
_DONE_TO = {
    "lavori": "a", "lavoro": "a", "interventi": "a", "cantiere": "di", "inaugurazione": "di", "riapertura": "di",
    "apertura": "di", "ristrutturazione": "di", "restauro": "di", "collaudo": "di", "chiusura": "di",
    "demolizione": "di", "ricostruzione": "di", "bonifica": "di", "gestione": "di", "ampliamento": "di",
    "cerimonia": "a", "progettazione": "di", "allestimento": "di",
}  # fmt: skip
STRUCTURES = _BUILDINGS | OPEN
_COMPANY = frozenset("azienda società ditta impresa compagnia".split())
# Whose they are is the firm's, or the team's.
_OF_FIRM = frozenset(
    "operai operaie dipendenti lavoratori lavoratrici esuberi proprietà fabbrica stabilimento azionisti".split()
)
_OF_TEAM = frozenset("squadra società club dirigenza tifosi tifoseria allenatore tecnico".split())
_BOOKS_AND_SHOWS = frozenset("libro romanzo album disco mostra film antologia saggio spettacolo opera".split())
# What follows a death, and what a court does with whoever is accused.
_OF_DEAD = frozenset("funerali funerale esequie salma autopsia morte scomparsa corpo cadavere".split())
_OF_ACCUSED = frozenset(
    "udienza processo interrogatorio arresto fermo condanna scarcerazione patteggiamento ricorso difesa legale "
    "sentenza verdetto".split()
)
_LONGEST = 60


def told_otherwise(passage: Passage, phrase: Sequence[Word], *, agreeing: bool) -> list[Word]:
    """The phrase that an article used first for «l’edificio»; [] where it used none, two, or, if something agrees with
    the phrase, one of another gender."""
    if phrase[-1].low in _COMPANY:
        return firm_of(passage)
    first = _first_words(phrase[-1].low)
    found = only_told(passage, first) if first else []
    return found if found and (not agreeing or _agree(agreement_of(phrase), _agreement_of_thing(found))) else []


def _agreement_of_thing(found: Sequence[Word]) -> Agreement | None:
    return agreement_of([w for w in found if w.low != "ex"])


def _agree(one: Agreement | None, two: Agreement | None) -> bool:
    """Whether what is said of the one, a participle's ending too, can be said of the other."""
    if one is None or two is None or one.plural != two.plural:
        return False
    return None in (one.feminine, two.feminine) or one.feminine == two.feminine


def whose(passage: Passage, noun: Word) -> list[Word]:
    """«al museo di Sibari» after «lavori», «di Ugo Neri» after «funerali»; [] where two may be meant, or none."""
    if noun.low in _DONE_TO:
        if _is_of_another_thing(passage, noun):
            return []
        thing = only_told(passage, STRUCTURES)
        return led_by(_DONE_TO[noun.low], thing)
    if noun.low in _OF_DEAD:
        name = named_near(passage, DIED)
        return led_by("di", [_as_name(noun, name)]) if name else []
    if noun.low in _OF_FIRM:
        return led_by("di", firm_of(passage))
    if noun.low in _OF_TEAM or is_by_colours(noun.low):
        return team_of(passage)
    if noun.low in _BOOKS_AND_SHOWS:
        name = named_near(passage, AUTHOR)
        return led_by("di", [_as_name(noun, name)]) if name else []
    if noun.low in ("lancio", "varo", "decollo"):
        return led_by("di", _first_thing(passage))
    if noun.low not in _OF_ACCUSED:
        return []
    name = named_near(passage, ACCUSED)
    whom = [_as_name(noun, name)] if name else []
    if not whom and noun.low not in ("condanna", "sentenza"):  # whose it is, the last one told need not be
        whom = somebody_told(passage, feminine=None)
    if not whom and noun.low in ("interrogatorio", "udienza"):
        return _for_arrested(passage)
    return led_by(
        "per" if noun.low in ("udienza", "sentenza", "verdetto") else "a" if noun.low == "processo" else "di", whom
    )


def _is_of_another_thing(passage: Passage, noun: Word) -> bool:
    """«Le scuole resteranno chiuse, ma è prevista la riapertura»: of what the sentence tells; an opening may be of the
    show the article is about."""
    subject = subject_before(passage, passage.sentence.clauses[0])
    earlier = [w for w in subject if w.start < noun.start]
    own = any(w.start == noun.start for w in subject)
    shown = noun.low in ("inaugurazione", "apertura", "chiusura") and _SHOW.search(passage.reading.text)
    return bool(shown) or (not own and len(earlier) > 1 and not is_person(earlier))


_SHOW = re.compile(r"\b(?:mostra|rassegna|esposizione|festival|fiera|sagra)\b", re.I)
_ARRESTED = re.compile(
    r"\b(due|tre|quattro|cinque|sei|sette|otto) (?:persone|uomini|donne|giovani|ragazzi) sono stat[ei] arrestat", re.I
)


def _first_thing(passage: Passage) -> list[Word]:
    """«il telescopio Euclide», where the article begins with it."""
    words = passage.reading.sentence(0).words[:5] if passage.place else []
    plain = [w.part for w in words[:3]] == ["article", "noun", "name"] and not is_person(words[:2])
    return words[:3] if plain and words[3].part != "name" else []


def _for_arrested(passage: Passage) -> list[Word]:
    """«per i due arrestati», where the sentences before tell how many were arrested."""
    found = {m[1].lower() for m in _ARRESTED.finditer(passage.reading.text, 0, passage.sentence.start)}
    return words_of(f"per i {found.pop()} arrestati") if len(found) == 1 else []


def _as_name(word: Word, name: str) -> Word:
    return replace(word, text=name, low=name.lower(), part="name", verb=None)


@lru_cache(maxsize=256)
def _first_words(low: str) -> frozenset[str]:
    """What may have been called first what that word takes up."""
    return next((first for words, first in _OTHER_WORDS.items() if low in words.split()), frozenset())


def _places_of(text: str, words: frozenset[str], stop: int) -> Iterator[int]:
    """Where one of the words stands, whole, with a name or an "of" behind it."""
    for word in _there(text, words):
        yield from (at for at in occurrences(text, word, stop) if _TOLD_MORE.match(text, at + len(word)))


@lru_cache(maxsize=16)
def _there(text: str, words: frozenset[str]) -> tuple[str, ...]:
    """The words that stand in the text; word by word, as one alternation of eighty took ten times as long."""
    return tuple(sorted(word for word in words if word in text))


_TOLD_MORE = re.compile(r"(?: [a-zà-ÿ]+)? (?:d[eai]\w*\b|sul|[A-ZÀ-Ý])")


def only_told(passage: Passage, words: frozenset[str]) -> list[Word]:
    """The only thing of that sort that the sentences before tell with a name or an "of"."""
    told: dict[str, list[Word]] = {}
    for phrase in _phrases(passage, words):
        told.setdefault(" ".join(w.low for w in phrase[1:]), phrase)
    return next(iter(told.values())) if len(told) == 1 else []


def _phrases(passage: Passage, first: frozenset[str]) -> Iterator[list[Word]]:
    reading = passage.reading
    for at in _places_of(reading.text, first, passage.sentence.start):
        words = reading.sentence(bisect_right(reading.spans, (at, len(reading.text))) - 1).words
        place = next((k for k, w in enumerate(words) if w.start >= at), 0)
        end = noun_ends(words, place + 1)
        if not any(w.part == "name" or w.low in _ABOUT for w in words[place + 1 : end]):
            continue
        start = place
        while start and words[start - 1].low in _BEFORE:
            start -= 1
        article = words[start - 1] if start else words[start]
        contracted = article_of(article.low) if article.part == "preposition" else ""
        if contracted:
            article = replace(article, text=contracted, low=contracted, part="article")
        if contracted and words[place].low in _TAKEN_TO and words[start - 1].low[0] == "a":
            continue  # «portati all’ospedale di Cona»
        phrase = [article, *words[start:end]]
        if start and article.part == "article" and phrase[-1].end - phrase[1].start <= _LONGEST:
            yield phrase


# Where somebody is brought, or arrives: what is told next is seldom about it.
_TAKEN_TO = frozenset("ospedale policlinico clinica carcere caserma questura".split())
_BEFORE = frozenset("ex vecchio vecchia nuovo nuova antico antica storico storica grande ponte".split()) - {"ponte"}
_ABOUT = frozenset("di del dello della dell' dei degli delle sul sulla sull' sullo".split())
