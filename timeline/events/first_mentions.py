"""The first mention of a thing that an article never names: a headline says «un gommone», not «il gommone»."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from timeline.events.agreement import article_of
from timeline.italian.speech import Word

# People and things of which there are many, and which belong to nothing else told: «il titolare» is that of a shop.
_PEOPLE = frozenset(
    """
    uomo donna ragazzo ragazza bambino bambina giovane anziano anziana pensionato pensionata neonato neonata minorenne
    ladro bandito rapinatore malvivente truffatore straniero straniera studente studentessa operaio operaia bracciante
    medico infermiere infermiera insegnante barista negoziante commerciante imprenditore imprenditrice autista
    camionista automobilista motociclista centauro ciclista pedone passeggero turista escursionista alpinista
    sciatore pescatore agricoltore allevatore cacciatore tassista idraulico elettricista muratore
    contabile cassiere cassiera farmacista badante marinaio podista cicloturista
    """.split()
)
_THINGS = frozenset(
    """
    auto automobile vettura furgone camion autocarro tir moto motocicletta scooter bicicletta bici trattore pullman
    autobus gommone barca barchino peschereccio elicottero drone aereo treno convoglio motopesca traghetto camper
    roulotte capannone casa abitazione appartamento villa villetta palazzina condominio negozio ristorante
    farmacia supermercato tabaccheria gioielleria edicola deposito magazzino garage cantina fienile stalla cascina
    rudere casolare cane gatto cavallo lupo orso cinghiale cerbiatto pistola coltello arma fucile bomba ordigno
    lettera statua dipinto relitto petizione esposto interrogazione denuncia querela bancomat cassaforte
    albero palo tombino incendio incidente rogo muro specchio barchetta ultraleggero deltaplano parapendio
    bombola caldaia
    """.split()
)
_BODIES = frozenset("compagnia società azienda ditta fondo cooperativa multinazionale".split())
# What a body is, where it is not named: «la compagnia mineraria», «il fondo tedesco».
_SORT = re.compile(r"\w+(?:ari|ic|es|an|iv|al|in|isc)[oae]\Z|\w+(?:ese|ale)\Z|tedesco|tedesca\Z")
_ONE = {"il": "un", "lo": "uno", "la": "una"}
_LEADS = {"d": "di", "a": "a", "n": "in", "s": "su"}


def indefinite(article: Word, nouns: Sequence[Word]) -> list[Word]:
    """The indefinite article, with the preposition it was drawn together with, for a noun of which there are many; []
    for any other.

    >>> from timeline.italian.speech import words_of
    >>> the, rubber_boat = words_of("Il gommone")
    >>> [w.text for w in indefinite(the, [rubber_boat])]
    ['Un']
    """
    low = article.low if article.part == "article" else article_of(article.low)
    if low not in ("il", "lo", "la", "l'") or not _is_one_of_many(nouns):
        return []
    if article.low.startswith("d") and not article.low.startswith("da") and nouns[0].low in _THINGS:
        return []  # «il restauro del pozzo»
    if low == "l'" and nouns[0].low.endswith("enne"):
        return []  # a man or a woman
    text = _ONE.get(low) or ("un'" if _is_feminine(nouns[0].low) else "un")
    if article.part == "article":
        shown = text.capitalize() if article.text[:1].isupper() else text
        return [_cling(replace(article, text=shown, low=text), nouns[0])]
    lead = "da" if article.low.startswith("da") else "di" if article.low.startswith("de") else _LEADS[article.low[0]]
    preposition = replace(article, text=lead, low=lead, start=-9, end=-8)
    one = replace(article, text=text, low=text, part="article", start=-7, end=-6)
    return [preposition, _cling(one, nouns[0])]


def _cling(article: Word, noun: Word) -> Word:
    """The article with its end where the noun begins, if it has an apostrophe."""
    return replace(article, end=noun.start if article.text.endswith("'") else noun.start - 1)


def _is_one_of_many(nouns: Sequence[Word]) -> bool:
    if not nouns:
        return False
    if nouns[0].low in _PEOPLE | _THINGS or nouns[0].low.endswith("enne"):
        return True
    return len(nouns) == 2 and nouns[0].low in _BODIES and _SORT.match(nouns[1].low) is not None


_FEMININE_VOWELS = frozenset(
    "auto automobile anziana abitazione edicola arma interrogazione azienda infermiera".split()
)


def _is_feminine(low: str) -> bool:
    return low in _FEMININE_VOWELS
