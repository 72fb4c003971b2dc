"""What a passage is told by: names, numbers, kinds of happening and the stems of its other words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from itertools import pairwise

from timeline.events.capitals import plain
from timeline.events.places import gazetteer
from timeline.events.vocabulary import data_file, fold, given_names

_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+")
_ENDING = re.compile(
    r"(?:azion[ei]|izion[ei]|zion[ei]|ament[oi]|iment[oi]|ment[oi]|atur[ae]|aggio|aggi|are|ere|ire|arsi|ersi|irsi|ando|endo|"
    r"arono|erono|irono|at[oaie]|it[oaie]|ut[oaie]|[oaieòàèéìù])$"
)
# Words that say nothing about which fact is meant: grammar, verbs of happening at large, words of time.
_EMPTY = frozenset(
    """
    il lo la i gli le un uno una di a da in con su per tra fra e ed o che chi cui non si ci ne ma se come dove quando al
    allo alla ai agli alle del dello della dei degli delle dal dallo dalla dai dagli dalle nel nello nella nei negli
    nelle sul sullo sulla sui sugli sulle col l un d dell all dall nell sull c s quest quell anche dopo prima ancora già
    poi più meno molto tutto tutta tutti tutte altro altra altri altre questo questa quello quella suo sua suoi sue loro
    è era sono erano ha hanno aveva avevano essere avere stato stata stati state fu furono sarà saranno venne viene
    venire venuto fare fatto fatta dare dato data arrivare arrivato arrivata avvenire avvenuto avvenuta avvenne tenere
    tenuto tenuta svolgere svolto svolta accadere accaduto successo succedere scattare scattato scattata risalire risale
    compiere compiuto decidere deciso decisa risalgono risaliva risalire
    parte caso seguito base causa durante contro verso presso secondo mentre
    oggi ieri domani giorno giorni mese mesi anno anni ora ore sera notte mattina scorso scorsa prossimo prossima
    lunedì martedì mercoledì giovedì venerdì sabato domenica gennaio febbraio marzo aprile maggio giugno luglio agosto
    settembre ottobre novembre dicembre uomo donna persona persone via
    """.split()
)
# Offices, bodies and their rooms: half of a paper's facts have them, so that they tell one from another but little.
_COMMON_WORDS = """
    consiglio comunale giunta comune regione regionale provincia provinciale stato nazionale tribunale giudice corte
    procura procuratore carabinieri polizia agenti militari forze pompieri vigili ministro ministra ministero presidente
    sindaco sindaca assessore assessora governo parlamento camera senato commissione aula seduta voto voti città paese
    centro zona chiesa scuola ospedale azienda società ditta direzione direttore lavoratori operai sindacati sindacato
    consigliere consigliera partito portavoce capo nuovo nuova primo prima grande
"""
AUXILIARY = frozenset("ha hanno è sono era erano fu furono stato stata stati state viene venne sarà saranno si".split())
_GOVERNING = frozenset(
    "di d del dello della dell dei degli delle per su sul sullo sulla sull sui sugli sulle contro con da dal dallo "
    "dalla dall dagli dalle dopo a al allo alla all ai agli alle nel nello nella nell".split()
)


NAME, KIND, NUMBER, WORD, PLACE, COMMON = 160, 150, 100, 80, 70, 30


class _Weights(dict[str, int]):
    """The weight of a feature in hundredths; whole numbers, so that no sum depends on the order of a set."""

    def __missing__(self, feature: str) -> int:
        kind, word = feature[0], feature[2:]
        if kind == "n":
            found = PLACE if word in _towns() or word in _first_names() else NAME
        elif kind == "w":
            found = COMMON if word in _common_stems() else WORD
        else:
            found = {"d": NUMBER, "k": KIND}[kind]
        self[feature] = found
        return found


_WEIGHTS = _Weights()


def weight(features: Iterable[str]) -> int:
    """How much the features say, together, in hundredths."""
    return sum(map(_WEIGHTS.__getitem__, features))


def is_specific(feature: str) -> bool:
    """Whether it tells one thing of a kind from another: a name, a number or a word, no town, office or kind."""
    return _WEIGHTS[feature] in (NAME, NUMBER, WORD)


@cache
def _towns() -> frozenset[str]:
    """Places of one word: what happens in a town is much, and its name tells little of which thing is meant."""
    return frozenset(fold(p.name) for found in gazetteer().values() for p in found if " " not in p.name)


@cache
def _first_names() -> frozenset[str]:
    """Given names alone: half of the people of a dossier share them."""
    return frozenset(map(fold, given_names()))


@cache
def _common_stems() -> frozenset[str]:
    return frozenset(map(stem, _COMMON_WORDS.split()))


_SMALL_WORDS = _GOVERNING | AUXILIARY


@lru_cache(maxsize=50_000)
def features_in(text: str, people: frozenset[str] = frozenset()) -> frozenset[str]:
    """The features of a text. *people* are last names known to be people's, in small letters."""
    words = _WORD.findall(plain(text))
    phrases = _kinds_of_phrases(words)
    found = {f"k:{kind}" for kind in phrases.values()}
    for at, word in enumerate(words):
        feature = _feature_of(word, at == 0, people)
        if feature and at not in phrases:
            found.add(feature)
    return frozenset(found)


def _feature_of(word: str, opens: bool, people: frozenset[str]) -> str:
    """The feature that a word is: a number, a name, a kind of happening or a stem; "" where it says nothing."""
    low = word.lower()
    if word[0].isdigit():
        # A year or a day of the month is the date's business, and that is compared by itself.
        return f"d:{word}" if len(word) > 2 and not re.fullmatch(r"(?:19|20)\d\d", word) else ""
    if low in _EMPTY or len(low) < 3:
        return ""
    if word[0].isupper() and (not opens or low in people or (not kind_of(low) and _reads_as_name(word))):
        return f"n:{low}"
    kind = kind_of(low)
    return f"k:{kind}" if kind else f"w:{stem(low)}"


def _kinds_of_phrases(words: list[str]) -> dict[int, str]:
    """The kinds told by two words together («hanno perso la vita»), by the places of both."""
    lows = [(at, word.lower()) for at, word in enumerate(words)]
    full = [(at, stem(w)) for at, w in lows if w == "si" or (len(w) > 2 and w not in _SMALL_WORDS)]
    found: dict[int, str] = {}
    for (at, first), (then, second) in pairwise(full):
        kind = _phrases().get((first, second))
        if kind:
            found[at] = found[then] = kind
    return found


def _reads_as_name(word: str) -> bool:
    return word in given_names() or word in gazetteer() or word.isupper()


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """What is left of a word without its ending, so that noun and verb meet.

    >>> stem("approvazione"), stem("approvata"), stem("approvare")
    ('approv', 'approv', 'approv')
    """
    cut = _ENDING.sub("", word)
    return (cut if len(cut) > 2 else word)[:9]


@lru_cache(maxsize=100_000)
def kind_of(word: str) -> str:
    """The kind of happening that a word in small letters tells, "" where the list has none."""
    if word in _EMPTY:
        return ""
    return _words().get(word) or _kinds().get(stem(word), "")


@cache
def _lines() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The list of kinds of happening: each kind with its words."""
    lines = [line.split(":", 1) for line in data_file("happenings.txt").splitlines() if line and line[0] != "#"]
    return tuple((kind, tuple(words.split())) for kind, words in lines)


@cache
def _words() -> dict[str, str]:
    """Words that stand in the list as they are: «sparita» is not of «sparare», whose stem it shares."""
    return {word: kind for kind, words in reversed(_lines()) for word in words if "-" not in word}


@cache
def _kinds() -> dict[str, str]:
    kinds: dict[str, str] = {}
    for kind, words in _lines():
        for word in words:
            if "-" not in word:
                kinds.setdefault(stem(word), kind)
    return kinds


@cache
def _phrases() -> dict[tuple[str, str], str]:
    """The kinds told by two words, by their stems."""
    found: dict[tuple[str, str], str] = {}
    for kind, words in _lines():
        for first, second in (word.split("-") for word in words if "-" in word):
            found[stem(first), stem(second)] = kind
    return found


@lru_cache(maxsize=50_000)
def mains_of_title(title: str) -> frozenset[str]:
    """The kinds that the title's own verb or noun tells, not its complements: «L'inchiesta sul rogo» is an inquiry."""
    words = [w.lower() for w in _WORD.findall(plain(title))]
    phrases = _kinds_of_phrases(words)
    ranked = [(_rank(words, at), kind) for at, w in enumerate(words) if at not in phrases and (kind := kind_of(w))]
    best = max(min((rank for rank, _ in ranked), default=3), 1)
    if best == 2 and any(w in AUXILIARY for w in words):
        # «È finito in carcere l'uomo accusato del furto»: the verb is another, and its kind is not known.
        best = 0
    return frozenset(phrases.values()).union(kind for rank, kind in ranked if rank <= best < 3)


def _rank(words: list[str], at: int) -> int:
    """0: a verb with its auxiliary, or what opens the title; 1: a noun that no preposition governs; 3: a complement."""
    before = words[max(0, at - 2) : at]
    if not before or any(w in AUXILIARY for w in before):
        return 0
    if before[-1] in _GOVERNING or before[0] in _GOVERNING:
        return 3
    return 1 if re.search(r"[ae]ndo$|[aiu]t[oaie]$", words[at]) is None else 2


def words_by_kind(texts: Iterable[str]) -> dict[str, str]:
    """For each kind of happening the first word of the texts that tells it."""
    words = [word.lower() for text in texts for word in _WORD.findall(plain(text))]
    return {kind: word for word in reversed(words) if (kind := kind_of(word))}
