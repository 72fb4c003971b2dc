"""Places: from open lists (data/places.tsv), and from form («nella regione di Kursk»). Precision before recall."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from timeline.events.capitals import Chain, Token
from timeline.events.vocabulary import data_file, given_names, is_word, words_of
from timeline.italian.tokens import OF

Kind = Literal["country", "region", "capital", "province", "city", "municipality", "form"]

# One name for a place that papers call by several.
_CANONICAL = {
    "Usa": "Stati Uniti", "USA": "Stati Uniti", "U.S.A.": "Stati Uniti", "Stati Uniti d'America": "Stati Uniti",
    "Urss": "Unione Sovietica", "URSS": "Unione Sovietica", "Olanda": "Paesi Bassi", "Kyiv": "Kiev",
    "Reggio nell'Emilia": "Reggio Emilia", "Reggio di Calabria": "Reggio Calabria", "Bagdad": "Baghdad",
    "Nassirya": "Nassiriya", "Charkiv": "Kharkiv", "Repubblica Ceca": "Cechia", "Vaticano": "Città del Vaticano",
    "Val d'Aosta": "Valle d'Aosta",
    "Striscia di Gaza": "Gaza", "Aia": "L'Aia", "Avana": "L'Avana", "Cairo": "Il Cairo", "Mecca": "La Mecca",
    "Mar Mediterraneo": "Mediterraneo", "Mar Adriatico": "Adriatico", "New Delhi": "Nuova Delhi",
    "Emilia Romagna": "Emilia-Romagna", "Friuli Venezia Giulia": "Friuli-Venezia Giulia",
    "Trentino Alto Adige": "Trentino-Alto Adige", "Khartum": "Khartoum", "Bombay": "Mumbai", "Südtirol": "Alto Adige",
}  # fmt: skip
_SHORT_NAMES = ("Reggio Emilia", "Reggio Calabria", "Casalecchio", "Castelfranco Emilia", "Ascoli", "Massa", "Pesaro")
_SPACED_REGIONS = ("Emilia Romagna", "Friuli Venezia Giulia", "Trentino Alto Adige")
# Cities have no article: «il Modena» is a team. Countries and regions do, and take «in».
ARTICLES = frozenset(
    "il lo la l' i gli le del dello della dell' al allo alla all' dal dallo dalla dall' nel nello nella "
    "nell' sul sulla col contro".split()
)
# Small words that a city stands after; after a noun («l'assessore all'ambiente Maran») it is somebody's name.
_BEFORE_CITY = frozenset(
    "a ad di d' da in verso per tra fra e ed o oltre come presso tutta stasera ieri oggi domani anche nato nata "
    "direzione ore non che quella dove raggiungere lasciare lasciato visitare attraversare via".split()
)
# The dictionary knows these capitals as words too, but a sentence that opens with one of them means the city.
_NO_WORDS = frozenset("asti bari cuneo firenze foggia lecco macerata matera terni trapani".split())
_IN_THE = frozenset("nel nello nella nell' nei nelle".split())
_OF_THE = frozenset("del dal al sul il".split())
_REGION_AFTER = _IN_THE | _OF_THE
_TEAMS = frozenset({"Lazio"})  # «tra Juventus e Lazio»; the region is «nel Lazio»
_AT = frozenset("a ad".split())
# After these even a name that is also a word or a surname is a place's: «il sindaco di Fino».
_OF_PLACE = frozenset(
    "comune città paese provincia frazione carabinieri sindaco casello abitato centro ospedale parrocchia tribunale "
    "procura questura cittadina sindaca vigili polizia municipale stazione territorio zona periferia".split()
)
# «la liberazione di Mandela», «l'avvocato di Visco»: it is a surname, though a village is called so.
_OF_SOMEBODY_ALONE = frozenset(
    "liberazione arresto morte omicidio elezione nomina dimissioni condanna assoluzione funerali parole dichiarazioni "
    "proposta avvocato moglie marito figlio figlia padre madre governo governi legge uccisione scarcerazione vittoria "
    "sconfitta gol rete discorso intervento richiesta difesa corpo salma nome vita carriera libro film album".split()
)
_OF_MANY = frozenset("dei degli delle".split())  # «la città dei Pico» is called after people
_PROVINCE_AFTER = re.compile(r",? (?:\(([A-Z]{2})\)|in provincia di [A-Z]|nel [Mm]odenese)")


@dataclass(frozen=True, slots=True)
class Place:
    name: str
    kind: Kind
    doubtful: bool = False


@cache
def gazetteer() -> dict[str, tuple[Place, ...]]:
    """Every known place by the first word of its name, the longest names first."""
    by_word: dict[str, list[Place]] = {}
    for name, kind, *mark in (line.split("\t") for line in data_file("places.tsv").splitlines()):
        by_word.setdefault(_first_word(name), []).append(Place(name, kind, bool(mark)))  # type: ignore[arg-type]
    for name in _SHORT_NAMES:
        by_word.setdefault(_first_word(name), []).append(Place(name, "capital"))
    for name in _SPACED_REGIONS:
        by_word.setdefault(_first_word(name), []).append(Place(name, "region"))
    return {word: tuple(sorted(found, key=lambda p: -len(p.name))) for word, found in by_word.items()}


def is_town(name: str) -> bool:
    """Whether a name is that of a town, with which «a» goes: not of a country, a region, a valley."""
    return any(p.name == name and p.kind in _TOWNS for p in gazetteer().get(_first_word(name), ()))


def is_short_for_a_town(name: str) -> bool:
    """Whether an Italian town's name begins so: "Pavullo" nel Frignano, "San Felice" sul Panaro."""
    return any(
        p.kind == "municipality" and p.name.startswith(f"{name} ") for p in gazetteer().get(_first_word(name), ())
    )


def is_seat(name: str) -> bool:
    """Whether a name is that of a town with a court and a prefect: the chief town of a province, or of a country."""
    return any(p.name == name and p.kind in ("capital", "city") for p in gazetteer().get(_first_word(name), ()))


def is_desk(name: str) -> bool:
    """Whether news of a whole country is written there: in Rome and Milan, and in cities abroad."""
    abroad = any(p.name == name and p.kind == "city" for p in gazetteer().get(_first_word(name), ()))
    return name in DESKS or (abroad and not is_comune(name))


def is_comune(name: str) -> bool:
    """Whether a name is that of an Italian town."""
    kinds = ("capital", "municipality")
    return any(p.name == name and p.kind in kinds for p in gazetteer().get(_first_word(name), ()))


# Where agencies and national papers have their desks: news of the whole country is written there.
DESKS = ("Roma", "Milano")
_TOWNS = ("capital", "city", "municipality")


def _first_word(name: str) -> str:
    return _NAME_PARTS.split(name, maxsplit=1)[0].rstrip(".")


_NAME_PARTS = re.compile(r"[ '-]")


def is_surely_place(word: str) -> bool:
    """Whether one word names a place and nothing else that is known."""
    return any(p.name == word and not p.doubtful for p in gazetteer().get(word, ()))


def canonical_place(name: str) -> str:
    """The name a place stands under among the facets.

    >>> canonical_place("Usa")
    'Stati Uniti'
    """
    return _CANONICAL.get(name, name)


def find_places(
    text_chains: Sequence[Chain],
    taken: Sequence[tuple[int, int]],
    surnames: frozenset[str],
    by_form: tuple[str, ...],
) -> Iterator[tuple[int, int, str]]:
    """Start, end and canonical name of each place.

    The *taken* stretches name somebody; *surnames* are their names. *by_form*: `named_by_form`.
    """
    busy = busy_in(text_chains, taken)
    done = 0
    for chain in text_chains:
        for index, token in enumerate(chain.tokens):
            if token.start < done or busy[token.start]:
                continue
            found = _place_at(chain, index, surnames, by_form, busy)
            if found:
                done, name = found
                head = _head_before(chain.text, token.start)
                yield token.start, done, head + name if head else canonical_place(name)


# «l'Isola di Man», «nella Città del Messico»: the list has the second half alone.
_HEAD_BEFORE = re.compile(r"\b(?:Isola (?:di |d'|del |della |dell')|Città (?:di |del ))\Z")


def _head_before(text: str, start: int) -> str:
    """«Isola di » in front of «Man», with its preposition; "" where there is none."""
    near = text[max(0, start - 16) : start]
    head = _HEAD_BEFORE.search(near) if "Isola" in near or "Città" in near else None
    return head[0] if head else ""


def busy_in(text_chains: Sequence[Chain], taken: Sequence[tuple[int, int]]) -> bytearray:
    """For each character of the text, whether it belongs to one of the *taken* stretches."""
    busy = bytearray(len(text_chains[0].text) + 1 if text_chains else 0)
    for start, end in taken:
        busy[start:end] = b"\1" * (end - start)
    return busy


def _place_at(
    chain: Chain, index: int, surnames: frozenset[str], by_form: tuple[str, ...], busy: bytearray
) -> tuple[int, str] | None:
    """Where the place that begins at this word ends, and its name."""
    token, text = chain.tokens[index], chain.text
    candidates = _candidates(token, text, by_form)
    if not candidates:
        return None
    before = (
        chain.before if index == 0 else tuple(t.text.lower() for t in reversed(chain.tokens[:index])) + chain.before
    )
    called = before if index else chain.before_as_written
    for end, place in candidates:
        if not _stands_alone(chain, index, end, busy):
            continue
        if place.name in surnames and not (before and before[0] in _AT):
            continue
        if _is_called_after(*(*called, "", "")[:2]) or _is_of_match_or_firm(text, token.start, end, busy):
            continue
        if place.kind == "country" and before and before[0] in _IN_STATE and _is_clock(text, token.start, end):
            continue
        if _is_placed(place, token, before, text[end : end + 30]) and not _is_team(place, text, token, end, before):
            return end, place.name
    return None


def _candidates(token: Token, text: str, by_form: tuple[str, ...]) -> list[tuple[int, Place]]:
    """The known places that the text spells from here on, each with its end, the longest first."""
    start = token.start
    found: list[tuple[int, Place]] = []
    for name in by_form:
        if _spells(text, start, name):
            found.append((start + len(name), Place(name, "form")))
    word = token.text if token.text.isalpha() else _first_word(token.text)
    for place in gazetteer().get(word, ()):
        # Two hundred names begin with «San»: nearly all differ from the text.
        if text.startswith(place.name, start) and _spells(text, start, place.name):
            found.append((start + len(place.name), place))
    # «SERRAMAZZONI Tentavano»: a dateline in capitals.
    if token.starts and len(word) > 3 and word.isupper():
        for place in gazetteer().get(word.capitalize(), ()):
            if _spells(text, start, place.name.upper()):
                found.append((start + len(place.name), place))
    return found


def place_spelled(text: str, token: Token) -> bool:
    """Whether a known place of several words begins here: «Orio al Serio», «San Marino» are nobody's names."""
    word = token.text if token.text.isalpha() else _first_word(token.text)
    names = _names_of_several_words().get(word, ())
    return text.startswith(names, token.start) and any(_spells(text, token.start, name) for name in names)


@cache
def _names_of_several_words() -> dict[str, tuple[str, ...]]:
    """Those of the gazetteer, by their first words."""
    several = {word: tuple(p.name for p in places if " " in p.name) for word, places in gazetteer().items()}
    return {word: names for word, names in several.items() if names}


def _spells(text: str, start: int, name: str) -> bool:
    if not text.startswith(name, start):
        return False
    after = text[start + len(name) : start + len(name) + 2]
    return not after[:1].isalnum() and not (after[:1] in ("-", "'") and after[1:].isalpha())


def _stands_alone(chain: Chain, index: int, end: int, busy: bytearray) -> bool:
    """No capitalised neighbour makes it part of a longer name («Real Madrid», «New York Times», «Roma Termini»)."""
    later = [t for t in chain.tokens[index + 1 :] if t.start >= end]
    if later and not busy[later[0].start] and not chain.text[chain.tokens[index].start : end].isupper():
        return False
    if index == 0 or busy[chain.tokens[index - 1].start]:
        return True
    previous = chain.tokens[index - 1]
    return previous.starts and index == 1 and is_word(previous.text) and previous.text not in given_names()


def _is_placed(place: Place, token: Token, before: tuple[str, ...], after: str) -> bool:
    """Whether what stands around the name leaves no doubt that a place is meant."""
    first, second = (*before, "", "")[:2]
    if place.kind in ("country", "region"):
        return place.name not in _TEAMS or first in _REGION_AFTER or first in words_of("placeword")
    if first in ARTICLES:
        return place.kind == "form" and (first in _IN_THE or first in OF)
    if place.kind == "form":
        return True
    if place.kind not in ("capital", "province") and first in ("di", "d'") and second in _OF_SOMEBODY_ALONE:
        return False
    if place.doubtful:
        return not token.starts and _is_surely_placed(place, first, second, after)
    if token.starts:
        known = place.kind in ("capital", "province") or after[:1] in ":,."
        return token.text.isupper() or (known and not (is_word(token.text) and token.text.lower() not in _NO_WORDS))
    if place.kind in ("capital", "province"):
        return True
    return not first or " " in place.name or first in _BEFORE_CITY or first in words_of("placeword")


# What only a match tells: its goals, its rounds, whoever selects the players.
_MATCH = re.compile(
    r"\b(?:nazionale (?:azzurra|italiana|olimpica)|azzurr[ei]|commissario tecnico|test match|amichevole|gol|autogol|"
    r"calci di rigore|pareggi\w*|semifinal\w+|(?:quarti|ottavi) di finale|fase a gironi|(?:primo|secondo) tempo|"
    r"imbattut\w+|tempi supplementari|sei nazioni|torneo|medagli\w+|"
    r"campionat[oi] (?:europe\w+|mondial\w+|del mondo))\b",
    re.I,
)
_NEAR = 150
_AGAINST = frozenset("contro con tra fra e ed".split())


def _is_team(place: Place, text: str, token: Token, end: int, before: tuple[str, ...]) -> bool:
    """«il Sudafrica è caduto contro gli azzurri»: a country that plays is a team; one «in» which they play is none."""
    if place.kind != "country" or token.text.isupper():
        return False
    first = before[0] if before else ""
    plays = first in ARTICLES - _IN_THE | _AGAINST if first else token.starts or text[token.end : end + 2] == ", "
    return plays and _MATCH.search(text, max(0, token.start - _NEAR), end + _NEAR) is not None


def _is_called_after(first: str, second: str) -> bool:
    """«via Roma», «Gazzetta di Modena», «Mar d'Azov»: named after the place, not in it."""
    if first.lower() in words_of("blocker"):
        return True
    if first not in OF:
        return False
    if second.lower() in words_of("namesake"):
        return True
    if second.lower() in words_of("blocker"):
        return second.lower() not in _OF_PLACE
    # «Ranieri III di Monaco», «la piccola Aminata del Senegal»; but «l'Oval di Torino» stands there.
    return second[:1].isupper() and (second in given_names() or _ROMAN.match(second) is not None)


_ROMAN = re.compile(r"[IVX]+\Z")
_AT_A_DISTANCE = re.compile(r"\b(?:km|chilometri|miglia)(?: di distanza)? da(?:l|lla|ll'|llo)? ?\Z")
# «(le 14.30 a Washington)», «alle 5 in Italia», «quando in Italia erano le 5»: what the clock shows there.
_HOUR_THERE = re.compile(r"[,(] ?[Ll]e (?:ore )?\d{1,2}(?:[.:]\d\d)? (?:in|a|di) \Z")
_HOUR_IN_STATE = re.compile(
    r"(?:\b(?:[Dd]?[Aa]ll[ae]|[Oo]re|[Ll][ae]) |\()(?:ore )?(?:circa )?(?:\d{1,2}(?:[.:]\d\d)?|una) (?:in|negli) \Z"
)
_CLOCK_AFTER = re.compile(
    r" (?:erano|sono|saranno|era|è) (?:circa |già |ormai )?(?:le \d|l'una|mezzanotte|mezzogiorno)"
)
# «Santa Maria degli Angeli», «Milano 2», «San Lorenzo al Mare»: more of a name than the lists have.
_NAMES_GO_ON = (" degli ", " in Sabina", " 2 ", " 2.", " 2,", " 3 ")
# «Veselin Topalov (Bulgaria)», «la piccola Aminata del Senegal»: where they are from.
_OF_SOMEBODY = re.compile(
    r"(?:[A-ZÀ-Ý][\w'-]+ [A-ZÀ-Ý][\w'-]+ \(|"
    r"\b(?:piccol[oa]|giovane|signor[ae]?|anzian[oa]|bimb[oa]|tifosi) (?:[A-ZÀ-Ý]\w+ )?(?:di |d'|del |della |dell'))\Z"
)
_MATCH_BEFORE = re.compile(r"\w [-–] \Z")
_MATCH_AFTER = re.compile(r" [-–] (?:[A-Z]\w+|\d+-\d)")


def _is_of_match_or_firm(text: str, start: int, end: int, busy: bytearray) -> bool:
    """«Italia - Germania 0-3», «Order of Canada», «Ana Botin (Santander)»: teams, names in English, somebody's firm."""
    if _MATCH_BEFORE.search(text, max(0, start - 4), start) or _MATCH_AFTER.match(text, end):
        return True
    if text.startswith(_NAMES_GO_ON, end) or _AT_A_DISTANCE.search(text, max(0, start - 40), start):
        return True
    before = text[max(0, start - 5) : start]
    if before.endswith((" in ", " a ", " di ")) and _HOUR_THERE.search(text, max(0, start - 16), start):
        return True
    if before.endswith(("(", "di ", "del ", "della ", "'")) and _OF_SOMEBODY.search(text, max(0, start - 60), start):
        return True
    if text[max(0, start - 4) : start].endswith(("of ", "the ")):
        return True
    return start > 2 and text[start - 1] == "(" and text[end : end + 1] == ")" and bool(busy[start - 3])


_IN_STATE = frozenset({"in", "negli"})


def _is_clock(text: str, start: int, end: int) -> bool:
    """«alle 20.30 in Italia»: nobody tells the hour of a whole state but to say what its clocks show."""
    return bool(_HOUR_IN_STATE.search(text, max(0, start - 24), start) or _CLOCK_AFTER.match(text, end))


def _is_surely_placed(place: Place, first: str, second: str, after: str) -> bool:
    """For a name that is also a word or somebody's: «a Fermo», «Maranello (MO)», «il sindaco di Fino»."""
    if _PROVINCE_AFTER.match(after):
        return True
    if first in _AT:
        return place.name not in given_names()
    return first in ("di", "d'") and (second.lower() in _OF_PLACE or second.lower() in words_of("placeword"))


def _after_of(chain: Chain) -> bool:
    """Whether «di», «del», «dell'» stands right before: looked at first, since most names follow something else."""
    return chain.text.endswith(_OF_BEFORE, 0, chain.tokens[0].start)


_OF_BEFORE = tuple(of for low in ("di ", "d'", "del ", "dello ", "della ", "dell'") for of in (low, low.capitalize()))


def named_by_form(text_chains: Sequence[Chain], surnames: frozenset[str]) -> tuple[str, ...]:
    """The names that follow «regione di», «la città di», the longest first: places, whatever the lists say."""
    named = {name for chain in text_chains if _after_of(chain) for name in _named_by_form(chain)}
    return tuple(sorted(named - surnames, key=lambda name: (-len(name), name)))


def _named_by_form(chain: Chain) -> Iterator[str]:
    words = chain.before
    if not words or words[0] not in OF - _OF_MANY or not any(w in words_of("placeword") for w in words[1:3]):
        return
    if len(words) > 2 and words[1] not in words_of("placeword") and not words[1].endswith(("a", "o", "e", "i")):
        return
    tokens = chain.tokens
    if len(tokens) > 3 or any(t.particle or t.text.isupper() for t in tokens):
        return
    if tokens[0].text in given_names() or all(is_word(t.text) for t in tokens):
        return
    name = chain.text[tokens[0].start : tokens[-1].end]
    if not any(t.text in words_of("institution") for t in tokens):
        yield name
