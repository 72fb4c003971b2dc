"""Of what something is a part: «l’ingresso» of the hospital that the article tells, «il catalogo» of its exhibition."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

from timeline.events.contractions import led_by
from timeline.events.firms import firm_of, team_of
from timeline.events.passage import Passage
from timeline.events.printing import LIMIT, join
from timeline.events.retold import OPEN, STRUCTURES, VESSELS, only_told
from timeline.italian.speech import Word, words_of

_HOSPITALS = frozenset({"ospedale", "policlinico", "clinica"})
_SCHOOLS = frozenset("scuola scuole liceo istituto asilo elementari medie università".split())
_CHURCHES = frozenset("chiesa basilica cattedrale santuario abbazia pieve duomo".split())
_THEATRES = frozenset("teatro cinema auditorium".split())
_BRIDGES = frozenset("ponte viadotto cavalcavia passerella".split())
_SHOWN = frozenset("mostra esposizione rassegna".split())
_SHOPS = frozenset(
    """
    bar ristorante pizzeria negozio farmacia gioielleria supermercato tabaccheria edicola hotel albergo distributore
    panificio pasticceria gelateria boutique trattoria discoteca
    """.split()
)
_BLOWS = frozenset("furto rapina spaccata assalto colpo razzia".split())
# A part, and what it may be a part of.
_PARTS = {
    "ingresso entrata portone cortile tetto soffitto controsoffitto facciata biglietteria depositi": STRUCTURES,
    "reparto reparti corsia corsie primari primario": _HOSPITALS,
    "palestra aule alunni mensa studenti insegnanti docenti": _SCHOOLS,
    "pensilina binario binari banchina": frozenset({"stazione"}),
    "navata altare campanile sagrato": _CHURCHES,
    "palco platea ridotto cartellone foyer sala multisala stagione": _THEATRES,
    "catalogo": _SHOWN,
    "equipaggio relitto": VESSELS,
    "pila pile pilone piloni campata arcata": _BRIDGES,
    "titolare gestore proprietario commessa cassiera clienti": _SHOPS,
    "refurtiva bottino": _BLOWS,
}
# To what else it belongs, and the preposition that leads to it.
_OTHERWISE = {
    "abbonamenti": ("a", _THEATRES), "appalto": ("per", OPEN),
}  # fmt: skip
_OF_FIRM = frozenset(
    {"cancelli", "cassa integrazione", "aumento di capitale", "vertenza", "presidio", "assemblea", "cda"}
)
_OF_TEAM = frozenset("finale semifinale partita gara trasferta panchina tifosi recupero derby amichevole".split())


def whole_of(passage: Passage, part: str) -> list[Word]:
    """«dell’ospedale di Faenza» for "ingresso"; [] where the article tells of no such thing, or of two."""
    if part in ("refurtiva", "bottino"):
        return _of_blow(passage)
    preposition, kinds = _wholes().get(part, ("", frozenset()))
    if preposition:
        return led_by(preposition, only_told(passage, kinds))
    structure = led_by("di", only_told(passage, STRUCTURES)) if part == "progetto" else []
    if structure:
        return structure
    if part in _OF_FIRM:
        whose = firm_of(passage) or only_told(passage, frozenset({"banca", "Banca"}))
        return led_by("a" if part == "cassa integrazione" else "di", whose)
    if part in ("progetto", "cantiere"):
        return _to_be_built(passage)
    return team_of(passage) if part in _OF_TEAM else []


_BUILDING = re.compile(
    r"\b(?:costruire|realizzare|edificare|costruzione di|realizzazione di) "
    r"(un|uno|una|un['’]) ?([a-zà-ÿ]+(?: [a-zà-ÿ]{5,})?)"
)


def _to_be_built(passage: Passage) -> list[Word]:
    """«del polo logistico», where the sentences before tell one thing that is to be built."""
    found = {m[2]: m[1] for m in _BUILDING.finditer(passage.reading.text, 0, passage.sentence.start)}
    if len(found) != 1:
        return []
    noun, one = found.popitem()
    the = {"un": "il", "uno": "lo", "una": "la"}.get(one, "l'")
    the = "l'" if noun[0] in "aeiou" else the
    return led_by("di", [Word(-9, 0 if the == "l'" else -1, the, the, "article"), *words_of(noun)])


def _of_blow(passage: Passage) -> list[Word]:
    """«della rapina alla gioielleria Cesaroni», the only one of the sentences before."""
    text = passage.reading.text[: passage.sentence.start]
    found = {m[0].lower()[:10]: m for m in _BLOW.finditer(text)}
    if len(found) != 1:
        return []
    told = words_of(found.popitem()[1][0])
    feminine = told[0].low.endswith("a")
    the = Word(-9, -7, "la" if feminine else "il", "la" if feminine else "il", "article")
    if told[0].low[0] in "aeiou":
        the = Word(-2, 0, "l'", "l'", "article")
    return led_by("di", [the, *told])


_BLOW = re.compile(
    r"(?:furto|rapina|spaccata|assalto) (?:al|alla|allo|all['’]|nel|nella|nell['’]) ?[a-zà-ÿ]+ [A-ZÀ-Ý][\w’'-]+"
)


def about_firm(passage: Passage, words: Sequence[Word]) -> list[Word]:
    """«un tavolo di crisi» → «un tavolo di crisi sulla Meccanica Neri»."""
    lows = [w.low for w in words]
    place = lows.index("tavolo") + 1 if "tavolo" in lows else 0
    place += 2 * (lows[place : place + 2] == ["di", "crisi"])
    firm = firm_of(passage) if place and lows[place : place + 1] not in (["su"], ["sulla"], ["per"]) else []
    told = [*words[:place], *_on(firm), *words[place:]]
    known = any(f.text in w.text for f in firm for w in words if f.part == "name" and w.part == "name")
    return told if firm and not known and len(join(told)) <= LIMIT else list(words)


def _on(firm: Sequence[Word]) -> list[Word]:
    return [Word(-16, -11, "sulla", "sulla", "preposition"), *firm[1:]]


def on_bench(passage: Passage, words: Sequence[Word]) -> list[Word]:
    """«è arrivato in panchina» → «è arrivato sulla panchina del Pontedera»."""
    place = next((k for k, w in enumerate(words) if w.low == "panchina" and words[k - 1].low == "in"), 0)
    if not place:
        return list(words)
    follows = words[place + 1].low if place + 1 < len(words) else ""
    team = team_of(passage) if follows not in ("del", "della", "al", "alla", "a", "di") else []
    on = Word(-9, -4, "sulla", "sulla", "preposition")
    told = [*words[: place - 1], on, words[place], *team, *words[place + 1 :]]
    return told if team and len(join(told)) <= LIMIT else list(words)


@cache
def _wholes() -> Mapping[str, tuple[str, frozenset[str]]]:
    """The preposition and the kinds of things, by the word for the part."""
    by_part = {part: ("di", kinds) for parts, kinds in _PARTS.items() for part in parts.split()}
    return by_part | _OTHERWISE
