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
from timeline.events.contractions import led_by
from timeline.events.noun_ends import noun_ends
from timeline.events.passage import Passage
from timeline.events.somebody import somebody_told
from timeline.events.subjects import is_womans
from timeline.events.vocabulary import given_names
from timeline.italian.speech import Word

_BUILDINGS = """
    abbazia acquedotto albergo ambasciata asilo auditorium basilica biblioteca canonica capannone carcere caserma casa
    castello cattedrale centrale chiesa cinema cinematografo condominio convento cotonificio distilleria fabbrica faro
    filanda fornace fortezza hotel liceo macello magazzino manicomio mercato monastero mulino municipio museo officina
    ospedale ospizio ostello palasport palazzetto palazzina palazzo palestra piscina policlinico prefettura questura
    residenza ristorante rocca santuario scuola sinagoga stabilimento stadio stazione stalla supermercato teatro torre
    tribunale vetreria villa zuccherificio
"""
_WORKS = """
    acciaieria birrificio cantiere cartiera cementificio conceria distilleria fabbrica filanda fonderia officina
    raffineria segheria stabilimento vetreria zuccherificio
"""
_OPEN = """
    aeroporto autostrada banchina cavalcavia circonvallazione diga ferrovia funivia galleria giardino impianto invaso
    metropolitana parcheggio parco passerella piazza pista ponte porto sottopasso statale strada superstrada tangenziale
    tunnel variante viadotto
"""
_VESSELS = "barca battello motopesca peschereccio piattaforma rimorchiatore sottomarino traghetto veliero yacht gommone"
_VEHICLES = "autobus autocarro camion furgone motocicletta pullman scooter trattore tir"
_BLOWS = "assalto furto rapina razzia spaccata scippo truffa"
_PROTESTS = "corteo fiaccolata marcia presidio sit-in sciopero"
_BOOKS = "antologia biografia diario manuale memoriale romanzo saggio"
# A word that takes up a thing, and what the thing was called first.
_OTHER_WORDS = {
    "edificio struttura immobile stabile complesso fabbricato": _BUILDINGS,
    "impianto fabbrica sito": _WORKS,
    "opera infrastruttura": _OPEN,
    "nave imbarcazione natante scafo": _VESSELS,
    "mezzo veicolo": _VEHICLES,
    "colpo": _BLOWS,
    "manifestazione protesta": _PROTESTS,
    "libro volume": _BOOKS,
    "istituto": "liceo conservatorio",
}
# What is done to a building or a road, and the preposition that leads to it.
_DONE_TO = {
    "lavori": "a", "lavoro": "a", "interventi": "a", "cantiere": "di", "inaugurazione": "di", "riapertura": "di",
    "apertura": "di", "ristrutturazione": "di", "restauro": "di", "collaudo": "di", "chiusura": "di",
    "demolizione": "di", "ricostruzione": "di", "bonifica": "di", "gestione": "di", "ampliamento": "di",
}  # fmt: skip
_STRUCTURES = _BUILDINGS + _OPEN
_COMPANY = frozenset("azienda società ditta impresa compagnia".split())
# «della Meccanica Padana», «la ditta Costruzioni Neri»: a feminine article and two capitals, none of a public body.
_FIRM = re.compile(
    r"(?<!contro )(?<!con )"
    r"(?:(?P<plain>\b[Ll]a |\b(?:[Dd]e|[Aa]|[Dd]a|[Nn]e)lla )|\b(?:ditta|azienda|società|impresa) )"
    r"(?P<name>[A-ZÀ-Ý][a-zà-ÿ]\w+(?: [A-ZÀ-Ý][\w’'&-]+){1,3})"
)
_NO_FIRM = frozenset(
    """
    Banca Biblioteca Biennale Camera Casa Cassa Cattedra Chiesa Commissione Confederazione Coppa Corea Corte
    Costituzione Croce Cgil Cisl Uil Direzione Federazione Fiom Fondazione Galleria Giunta Guardia Lega Lista Madonna
    Nazionale Pinacoteca Polizia Prefettura Procura Protezione Provincia Questura Regione Repubblica Rocca Scuola Serie
    Squadra Squadre Stazione Torre Unione Università Valle Villa Volante Digos Asl Ausl Agenzia Accademia
    Basilica Capitaneria Soprintendenza Marina Biblioteca Arma Gazzetta Stampa Repubblica Nazione Juventus Sampdoria Roma Lazio Fiorentina
    """.split()
)
_BOOKS_AND_SHOWS = frozenset("libro romanzo album disco mostra film antologia saggio spettacolo opera".split())
_AUTHOR = re.compile(
    r"\b(?:scritt(?:ore|rice)|tradutt(?:ore|rice)|poet(?:a|essa)|pitt(?:ore|rice)|scult(?:ore|rice)|regista|cantante"
    r"|cantautor(?:e|ice)|musicista|fotograf[oa]|artista|romanzier[ea]|storic[oa]|compositor|autore|autrice)",
    re.I,
)
# What follows a death, and what a court does with whoever is accused.
_OF_DEAD = frozenset("funerali funerale esequie salma autopsia morte scomparsa corpo cadavere".split())
_OF_ACCUSED = frozenset(
    "udienza processo interrogatorio arresto fermo condanna scarcerazione patteggiamento ricorso difesa legale".split()
)
_DIED = re.compile(
    r"\b(?:(?:è|era) (?:\w+ )?(?:mort[oa]|decedut[oa]|mancat[oa])|si (?:è|era) spent[oa]|è stat[oa] uccis[oa]|corpo di|"
    r"ha perso la vita|la vittima|trovat[oa] mort[oa])\b",
    re.I,
)
_ACCUSED = re.compile(
    r"\b(?:arrestat|indagat|fermat|condannat|accusat|imputat|processat|arrestato|denunciat|patteggia)\w*\b", re.I
)
_FULL_NAME = re.compile(r"(?<![\w’'])([A-ZÀ-Ý][a-zà-ÿ]+) ((?:D[eai]l? |De |Lo |La )?[A-ZÀ-Ý][\w’'-]+)")
# «il pm Anna Neri», «la sindaca Ada Ferri»: people who deal with a case, not those it is about.
_OFFICE = re.compile(
    r"\b(?:pm|gip|gup|giudice|procurator[ei]|procuratrice|sostituto|avvocat[oa]|legale|comandante|sindac[oa]|capitano|"
    r"maggiore|colonnello|questore|prefetto|assessor[ea]|president[ei]|minist\w+|dott\w*|perito|medico legale)"
    r"(?: \w+){0,2}[ ,]+\Z",
    re.I,
)
_LONGEST = 60


def told_otherwise(passage: Passage, phrase: Sequence[Word]) -> list[Word]:
    """The phrase that an article used first for «l’edificio»; [] where it used none, two, or one of another gender."""
    if phrase[-1].low in _COMPANY:
        return _firm(passage)
    pattern = _first_words(phrase[-1].low)
    if pattern is None:
        return []
    found = _told(passage, pattern)
    return found if _agree(agreement_of(phrase), agreement_of(found)) else []


def _agree(one: Agreement | None, two: Agreement | None) -> bool:
    """Whether what is said of the one, a participle's ending too, can be said of the other."""
    if one is None or two is None or one.plural != two.plural:
        return False
    return None in (one.feminine, two.feminine) or one.feminine == two.feminine


def whose(passage: Passage, noun: Word) -> list[Word]:
    """«al museo di Sibari» after «lavori», «di Ugo Neri» after «funerali»; [] where two may be meant, or none."""
    if noun.low in _DONE_TO:
        thing = _told(passage, _any_of(_STRUCTURES))
        return led_by(_DONE_TO[noun.low], thing)
    if noun.low in _OF_DEAD:
        name = _named_near(passage, _DIED)
        return led_by("di", [_as_name(noun, name)]) if name else []
    if noun.low in _BOOKS_AND_SHOWS:
        name = _named_near(passage, _AUTHOR)
        return led_by("di", [_as_name(noun, name)]) if name else []
    if noun.low not in _OF_ACCUSED:
        return []
    name = _named_near(passage, _ACCUSED)
    whom = [_as_name(noun, name)] if name else somebody_told(passage, feminine=None)
    return led_by("per" if noun.low == "udienza" else "a" if noun.low == "processo" else "di", whom)


def _firm(passage: Passage) -> list[Word]:
    """«la Meccanica Padana», where the sentences before name one firm."""
    found: dict[str, re.Match[str]] = {}
    for told in _FIRM.finditer(passage.reading.text, 0, passage.sentence.start):
        first = told["name"].split(" ")[0]
        if first not in _NO_FIRM and first not in given_names():
            found.setdefault(told["name"], told)
    if len(found) != 1:
        return []
    name, told = found.popitem()
    kind = "la" if told["plain"] else f"la {told[0].split(' ')[0]}"
    return [Word(-9, -7, "la", "la", "article"), *_plain_words(kind[3:]), Word(-4, -3, name, name.lower(), "name")]


def _plain_words(text: str) -> list[Word]:
    return [Word(-6, -5, text, text, "noun")] if text else []


def _as_name(word: Word, name: str) -> Word:
    return replace(word, text=name, low=name.lower(), part="name", verb=None)


@lru_cache(maxsize=256)
def _first_words(low: str) -> re.Pattern[str] | None:
    for words, first in _OTHER_WORDS.items():
        if low in words.split():
            return _any_of(first)
    return None


@lru_cache(maxsize=64)
def _any_of(words: str) -> re.Pattern[str]:
    return re.compile(r"(?<![\w-])(?:" + "|".join(sorted(words.split())) + r")(?![\w-])", re.I)


def _told(passage: Passage, pattern: re.Pattern[str]) -> list[Word]:
    """The only thing of that sort that the sentences before tell with a name or an "of"."""
    told: dict[str, list[Word]] = {}
    for phrase in _phrases(passage, pattern):
        told.setdefault(" ".join(w.low for w in phrase[1:]), phrase)
    return next(iter(told.values())) if len(told) == 1 else []


def _phrases(passage: Passage, pattern: re.Pattern[str]) -> Iterator[list[Word]]:
    reading = passage.reading
    for found in pattern.finditer(reading.text, 0, passage.sentence.start):
        words = reading.sentence(bisect_right(reading.spans, (found.start(), len(reading.text))) - 1).words
        place = next((k for k, w in enumerate(words) if w.start >= found.start()), 0)
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
        phrase = [article, *words[start:end]]
        if start and article.part == "article" and phrase[-1].end - phrase[1].start <= _LONGEST:
            yield phrase


_BEFORE = frozenset("ex vecchio vecchia nuovo nuova antico antica storico storica grande ponte".split()) - {"ponte"}
_ABOUT = frozenset("di del dello della dell' dei degli delle sul sulla sull' sullo".split())


def only_person(passage: Passage, *, feminine: bool) -> list[Word]:
    """The only person in full, of that gender, whom the sentences before name; [] where they name two."""
    names = _names_in(passage, passage.reading.spans[: passage.place])
    name = names.pop() if len(names) == 1 else ""
    told = name and is_womans(name.split(" ")[0].lower()) is feminine
    return [Word(-9, -8, name, name.lower(), "name")] if told else []


def _named_near(passage: Passage, pattern: re.Pattern[str]) -> str:
    """The only person in full whom sentences with such a word name, before this one or among the first."""
    reading = passage.reading
    spans = reading.spans[: max(passage.place, 2)]
    here = reading.spans[passage.place]
    names = _names_in(passage, [s for s in spans if s != here and pattern.search(reading.text, *s)])
    return names.pop() if len(names) == 1 else ""


def _names_in(passage: Passage, spans: Sequence[tuple[int, int]]) -> set[str]:
    """Everybody whom these sentences name in full, but for those who deal with a case by office."""
    reading = passage.reading
    names: set[str] = set()
    for begin, end in spans:
        for found in _FULL_NAME.finditer(reading.text, begin, end):
            given = found[1] in given_names() and found[2] not in given_names()
            if given and not _OFFICE.search(reading.text, max(begin, found.start() - 50), found.start()):
                names.add(found[0].rstrip("'’-"))
    return names
