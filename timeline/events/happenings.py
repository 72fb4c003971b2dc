"""The kinds of happening that words tell: «firma», «firmare», «siglare» are one; and which kinds go together."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from itertools import combinations, pairwise

from timeline.events.capitals import plain
from timeline.events.numerals import number_of
from timeline.events.rarity import stem
from timeline.events.vocabulary import data_file

WORD = re.compile(r"\d+(?:[.,-]\d+)*|[^\W\d_]+")
# Words that say nothing about which fact is meant: grammar, verbs of happening at large, words of time.
EMPTY = frozenset(
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
AUXILIARY = frozenset("ha hanno è sono era erano fu furono stato stata stati state viene venne sarà saranno si".split())
_GOVERNING = frozenset(
    "di d del dello della dell dei degli delle per su sul sullo sulla sull sui sugli sulle contro con da dal dallo "
    "dalla dall dai dagli dalle dopo a al allo alla all ai agli alle nel nello nella nell nei negli nelle "
    "tra fra".split()
)
_ARTICLES = frozenset("il lo la i gli le l un uno una suo sua suoi sue loro".split())
SMALL_WORDS = _GOVERNING | AUXILIARY
_BETWEEN = SMALL_WORDS | _ARTICLES
# Words of two letters that make a phrase: «si è spento», «dire sì».
_SHORT = frozenset({"si", "sì", "no"})
_TIMES = frozenset(
    """
    oggi ieri domani lunedì martedì mercoledì giovedì venerdì sabato domenica scorso scorsa scorsi scorse prossimo
    prossima gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre anno mattina
    sera notte pomeriggio
    """.split()
)
_DIGITS_OF_YEAR = 4
# Words of a match, and what is said of one as if it were a fight or a disaster.
_SCORE = re.compile(r"\d{1,3}-\d{1,3}")
_OF_PLAY = frozenset(
    """
    gol goal doppietta tripletta rigore rigori autogol autorete bomber centravanti attaccante attaccanti canestro set
    parquet parziale supplementari playoff playout semifinale
    """.split()
)
_FOUGHT = frozenset(
    """
    scontrarsi affondare distruggere demolire bruciare crollare condannare attaccare aggredire sparare precipitare
    arrestare bloccare rubare rapinare esplodere
    """.split()
)


@cache
def pairs_of_kinds(mark: str) -> frozenset[frozenset[str]]:
    """Kinds that go together: told of one thing («~»), never of one («!»), or a cause and its effect (">")."""
    lines = [line[1:].split() for line in data_file("happenings.txt").splitlines() if line.startswith(mark)]
    if mark != ">":
        return frozenset(frozenset(pair) for line in lines for pair in combinations(line, 2))
    return frozenset(frozenset((line[0], effect)) for line in lines for effect in line[1:])


def kinds_of_phrases(words: list[str]) -> dict[int, str]:
    """The kinds told by two words together, small ones and dates between them aside, by the places of both.

    Where the two tell none, though each may («si intitola», of a book), the kind is "".

    >>> kinds_of_phrases("hanno perso la vita".split()), kinds_of_phrases("ha chiuso gli occhi".split())
    ({1: 'morire', 3: 'morire'}, {1: 'morire', 3: 'morire'})
    """
    lows = [(at, word.lower()) for at, word in enumerate(words)]
    full = [(at, w) for at, w in lows if w in _SHORT or (len(w) > 2 and w not in _BETWEEN and not is_time(w))]
    found: dict[int, str] = {}
    for (at, first), (then, second) in pairwise(full):
        kind = _phrases().get(("=" + first, "=" + second))
        kind = _phrases().get((stem(first), stem(second))) if kind is None else kind
        if kind is not None:
            found[at] = found[then] = kind
    return found


def is_time(low: str) -> bool:
    """Whether a word only tells when, so that it may stand between two that make a phrase: «usciti ieri dai binari»."""
    return low in _TIMES or (low.isdigit() and len(low) == _DIGITS_OF_YEAR)


@lru_cache(maxsize=100_000)
def kind_of(word: str) -> str:
    """The kind of happening that a word in small letters tells, "" where the list has none.

    >>> kind_of("spacciato"), kind_of("spaccata"), kind_of("spaccare")
    ('spacciare', 'rubare', '')
    >>> kind_of("terminata"), kind_of("termine")
    ('finire', '')
    """
    if word in EMPTY:
        return ""
    found = _words().get(word)
    return _kinds().get(stem(word), "") if found is None else found


@cache
def _lines() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The list of kinds of happening: each kind with its words. The kind "" is of words that tell none."""
    lines = [line.split(":", 1) for line in data_file("happenings.txt").splitlines() if line and line[0] not in "#~!>"]
    return tuple((kind.strip("-"), tuple(words.split())) for kind, words in lines)


@cache
def _words() -> dict[str, str]:
    """Words that stand in the list as they are: «sparita» is not of «sparare», whose stem it shares."""
    return {word.lstrip("="): kind for kind, words in reversed(_lines()) for word in words if "-" not in word}


@cache
def _kinds() -> dict[str, str]:
    kinds: dict[str, str] = {}
    for kind, words in _lines():
        for word in words:
            # «=battuto» stands for itself alone: «battito» shares its stem.
            if kind and "-" not in word and word[0] != "=":
                kinds.setdefault(stem(word), kind)
    return kinds


@cache
def _phrases() -> dict[tuple[str, str], str]:
    """The kinds told by two words, by their stems; or by the words as they are, each behind an equals sign."""
    found: dict[tuple[str, str], str] = {}
    for kind, words in _lines():
        for first, second in (word.split("-") for word in words if "-" in word):
            exact = first[0] == "="
            found[(first, "=" + second) if exact else (stem(first), stem(second))] = kind
    return found


@lru_cache(maxsize=50_000)
def mains_of_title(title: str) -> frozenset[str]:
    """The kinds that the title's own verb or noun tells, not its complements: «L'inchiesta sul rogo» is an inquiry."""
    words = [w.lower() for w in WORD.findall(plain(title))]
    phrases = kinds_of_phrases(words)
    is_play = is_of_play(words)
    kinds = [(at, _in_play(kind_of(w)) if is_play else kind_of(w)) for at, w in enumerate(words) if at not in phrases]
    placed = [(at, _rank(words, at), kind) for at, kind in kinds if kind]
    # What a relative clause tells is another thing: «preso il giovane che aveva ferito i tifosi».
    ranked = [(rank, kind) for _, rank, kind in placed]
    told = next((at for at, w in enumerate(words) if at and w in ("che", "cui")), len(words))
    if any(w in AUXILIARY for w in words[:told]) or any(at < told and rank < 3 for at, rank, _ in placed):
        ranked = [(rank if at < told else 3, kind) for at, rank, kind in placed]
    best = max(min((rank for rank, _ in ranked), default=3), 1)
    if best == 2 and any(w in AUXILIARY for w in words):
        # «È finito in carcere l'uomo accusato del furto»: the verb is another, and its kind is not known.
        best = 0
    return frozenset(filter(None, phrases.values())).union(kind for rank, kind in ranked if rank <= best < 3)


def is_of_play(words: Iterable[str]) -> bool:
    """Whether the words are of a match, which is told as a fight: «travolto per 4-0», «condannato da un rigore»."""
    return any(word in _OF_PLAY or _SCORE.fullmatch(word) for word in words)


def _in_play(kind: str) -> str:
    return "giocare" if kind in _FOUGHT else kind


def _rank(words: list[str], at: int) -> int:
    """0: a verb with its auxiliary, or what opens the title; 1: a noun that no preposition governs; 3: a complement."""
    before = words[max(0, at - 2) : at]
    if not before or any(w in AUXILIARY for w in before):
        return 0
    front = at - 1
    while front > 0 and (words[front] in _ARTICLES or number_of(words[front])):
        front -= 1
    if words[front] in _GOVERNING or words[max(0, front - 1)] in _GOVERNING:
        return 3
    return 1 if re.search(r"[ae]ndo$|[aiu]t[oaie]$", words[at]) is None else 2


def opening_kind(text: str) -> frozenset[str]:
    """The kind told by the word a passage opens with: «Rapina in banca: in tre sono fuggiti»."""
    words = [w.lower() for w in WORD.findall(plain(text))]
    first = next((at for at, w in enumerate(words) if w not in _ARTICLES), 0)
    kind = kind_of(words[first]) if words else ""
    return frozenset({kind} if kind else ())


def words_by_kind(texts: Iterable[str]) -> dict[str, str]:
    """For each kind of happening the first word of the texts that tells it."""
    words = [word.lower() for text in texts for word in WORD.findall(plain(text))]
    return {kind: word for word in reversed(words) if (kind := kind_of(word))}
