"""The firm or team that an article is about: «l’azienda» is «la Meccanica Padana», «la squadra» that of Chieti."""

from __future__ import annotations

import re
from functools import lru_cache

from timeline.events.passage import Passage
from timeline.events.places import gazetteer, is_comune
from timeline.events.vocabulary import given_names, is_word
from timeline.italian.speech import Word

# «della Meccanica Padana», «la ditta Costruzioni Neri»: a feminine article and two capitals, none of a public body.
_FIRM = re.compile(
    r"(?<!contro )(?<!con )"
    r"(?:(?P<plain>\b[Ll]a |\b(?:[Dd]e|[Aa]|[Dd]a|[Nn]e)lla )|\b(?:ditta|azienda|società|impresa) )"
    r"(?P<name>[A-ZÀ-Ý][a-zà-ÿ]\w+(?: [A-ZÀ-Ý][\w’'&-]+){1,3})"
)
_NO_FIRM = frozenset(
    """
    Banca Biblioteca Biennale Camera Casa Cassa Cattedra Chiesa Commissione Confederazione Coppa Corea Corte
    Filctem Fillea Filcams Filt Flai Slc Fim Uilm Femca Fisascat Uiltucs Nidil Funzione
    Costituzione Croce Cgil Cisl Uil Direzione Federazione Fiom Fondazione Galleria Giunta Guardia Lega Lista Madonna
    Nazionale Pinacoteca Polizia Prefettura Procura Protezione Provincia Questura Regione Repubblica Rocca Scuola Serie
    Sala Curia Diocesi Parrocchia Pro Fiera Festa Mostra
    Squadra Squadre Stazione Torre Unione Università Valle Villa Volante Digos Asl Ausl Agenzia Accademia
    Basilica Capitaneria Soprintendenza Marina Arma Gazzetta Stampa Nazione Juventus Sampdoria Roma Lazio Fiorentina
    """.split()
)
# «la corsa del Chieti»: a town with an article is its team; not the one it plays against.
_TEAM = re.compile(r"\b(?:[Ii]l|[Dd]el|[Aa]l|[Dd]al) ([A-ZÀ-Ý][a-zà-ÿ]{3,})\b")
_RIVAL = re.compile(
    r"\b(?:contro|con|su|battut[oa]|campo|casa|sconfitt[oa]|superat[oa]|pareggi\w+|incontr(?:a|er)\w*|ospit(?:a|er)\w*"
    r"|affront(?:a|er)\w*|ricev(?:e|er)\w*|sfid(?:a|er)\w*|batt(?:e|er)\w*|supera\w*|piega\w*|travol(?:ge|to)\w*) \Z"
)


# «il consiglio di amministrazione di Aurelia Cementi», «il gruppo Neri Salumi».
_OF_BOARD = re.compile(
    r"\b(?:amministrazione|vertici|gruppo|soci|azionisti|stabilimento|stabilimenti|dipendenti) (?:di |della |dell['’])?"
    r"(?P<name>[A-ZÀ-Ý][a-zà-ÿ]\w+(?: [A-ZÀ-Ý][\w’'&-]+){1,3})"
)


@lru_cache(maxsize=4)
def _firms_in(text: str) -> tuple[re.Match[str], ...]:
    """Where the text names what may be a firm: nobody, nor what somebody is the head of («della Bce Mario Draghi»)."""
    return tuple(m for m in _FIRM.finditer(text) if not any(w in given_names() for w in m["name"].split(" ")))


def firms_named(text: str, stop: int) -> list[str]:
    """«Meccanica Padana»: the firms that the text names before *stop*."""
    found = [m["name"] for m in _firms_in(text) if m.end() <= stop]
    found += [m["name"] for m in _OF_BOARD.finditer(text, 0, stop)]
    return [name for name in dict.fromkeys(found) if name.split(" ")[0] not in _NO_FIRM]


def firm_of(passage: Passage) -> list[Word]:
    """«la Meccanica Padana», where the sentences before name one firm."""
    found: dict[str, re.Match[str]] = {}
    for told in _firms_in(passage.reading.text):
        if told.end() <= passage.sentence.start and told["name"].split(" ")[0] not in _NO_FIRM:
            found.setdefault(told["name"], told)
    if not found:
        return _firm_of_one_word(passage)
    if len(found) != 1:
        return []
    name, told = found.popitem()
    kind = "la" if told["plain"] else f"la {told[0].split(' ')[0]}"
    return [Word(-9, -7, "la", "la", "article"), *_plain_words(kind[3:]), Word(-4, -3, name, name.lower(), "name")]


# «alla Navalmec», «la Plastivar»: no word, no place, no body.
_ONE_WORD = re.compile(
    r"\b(?:[Ll]a|[Dd]ella|[Aa]lla|[Dd]alla|[Nn]ella) ([A-ZÀ-Ý][a-zà-ÿ]{4,})(?=[ ,.;:]+(?:di|d[aei]l|che|[a-zà-ÿ]))"
)


def _firm_of_one_word(passage: Passage) -> list[Word]:
    """«la Navalmec», where the sentences before name one such firm, and speak of a firm."""
    text, stop = passage.reading.text, passage.sentence.start
    if not _SPEAKS_OF_FIRM.search(text):
        return []
    found = {m[1] for m in _ONE_WORD.finditer(text, 0, stop)}
    found = {name for name in found if name not in _NO_FIRM and name not in given_names() and not is_word(name)}
    name = found.pop() if len(found) == 1 else ""
    if not name or gazetteer().get(name):
        return []
    return [Word(-9, -7, "la", "la", "article"), Word(-4, -3, name, name.lower(), "name")]


_SPEAKS_OF_FIRM = re.compile(r"\b(?:aziend|stabilimento|dipendenti|esuberi|licenziament|operai|fatturato)")
# «i neroverdi», «i biancorossi»: a team by its colours.
_COLOURS = re.compile(
    r"(?:bianco|nero|rosso|giallo|verde|azzurro|blu|grigio|granata|viola|celeste|arancio)"
    r"(?:bianchi|neri|rossi|gialli|verdi|azzurri|blu|blù|grigi|granata|viola|celesti|crociati)"
)


def is_by_colours(low: str) -> bool:
    """
    >>> is_by_colours("neroverdi"), is_by_colours("rossoblù"), is_by_colours("neri")
    (True, True, False)
    """
    return _COLOURS.fullmatch(low) is not None


# «la Pallavolo Sassuolo», «la Vis Sangiorgio»: what a team is called besides its town.
_CALLED = re.compile(
    r"\b(?:[Ll]a|[Dd]ella|[Aa]lla|[Dd]alla) "
    r"((?:Pallavolo|Volley|Polisportiva|Virtus|Libertas|Vis|Fortitudo|Olimpia|Olympia|Pro|Unione|Union|Real|Atletico"
    r"|Sporting|Basket|Pallacanestro|Aurora|Ginnastica|Nuova|Vigor|Rugby) [A-ZÀ-Ý][\w’'-]+)"
)


def team_named(text: str, stop: int) -> list[str]:
    """The teams that the text names before *stop*, but for rivals."""
    named = [*_CALLED.finditer(text, 0, stop), *(m for m in _TEAM.finditer(text, 0, stop) if is_comune(m[1]))]
    own = (m for m in named if not _RIVAL.search(text, max(0, m.start() - 20), m.start()))
    return list(dict.fromkeys(m[1] for m in own))


def team_of(passage: Passage) -> list[Word]:
    """«del Chieti», where the article names one team by its town before the clause; «della Vis Sangiorgio», where its
    first sentences do."""
    text = passage.reading.text
    stop = min(passage.sentence.start, passage.reading.spans[min(1, len(passage.reading.spans) - 1)][1])
    named = _CALLED.finditer(text, 0, stop)
    called = {m[1] for m in named if not _RIVAL.search(text, max(0, m.start() - 20), m.start())}
    if len(called) == 1:
        name = called.pop()
        return [Word(-9, -4, "della", "della", "preposition"), Word(-3, -2, name, name.lower(), "name")]
    words, own = passage.words(), passage.clause.words
    stop = words[own[0]].start if own else passage.sentence.start
    teams = (m for m in _TEAM.finditer(text, 0, stop) if is_comune(m[1]))
    found = {m[1] for m in teams if not _RIVAL.search(text, max(0, m.start() - 20), m.start())}
    name = found.pop() if len(found) == 1 else ""
    of = Word(-9, -6, "del", "del", "preposition")
    return [of, Word(-5, -4, name, name.lower(), "name")] if name else []


def _plain_words(text: str) -> list[Word]:
    return [Word(-6, -5, text, text, "noun")] if text else []
