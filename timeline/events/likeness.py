"""How alike two events are: what their titles and quotes share, and what sets them apart."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

from timeline.events.capitals import plain
from timeline.events.model import Event
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
_AUXILIARY = frozenset(
    "ha hanno è sono era erano fu furono stato stata stati state viene venne sarà saranno si".split()
)
_GOVERNING = frozenset(
    "di d del dello della dell dei degli delle per su sul sullo sulla sull sui sugli sulle contro con da dal dallo "
    "dalla dall dagli dalle dopo a al allo alla all ai agli alle nel nello nella nell".split()
)
# Who denies, rejects or puts off something does another thing than who does it, whatever else the two share.
_REVERSALS = frozenset({"smentire", "respingere", "rinviare", "sospendere", "assolvere"})
# What can be said of anything: «iniziato il processo» and «iniziata la fiera» do not tell one kind of thing.
_AT_LARGE = frozenset(
    {"iniziare", "aprire", "chiudere", "annunciare", "confermare", "presentare", "inviare", "chiedere"}
)
# What papers tell in one breath, the cause and its effect or the lesser word and the graver.
_NEAR = frozenset(
    frozenset(pair.split())
    for pair in (
        "rubare rapinare", "bruciare distruggere", "allagare evacuare", "allagare franare", "crollare morire",
        "crollare ferire", "scontrarsi morire", "scontrarsi ferire", "bruciare morire", "esplodere morire",
        "esplodere ferire", "attaccare morire", "attaccare ferire", "attaccare invadere", "nominare eleggere",
        "scuotere crollare", "vincere eleggere", "manifestare scioperare", "inaugurare riaprire", "affondare morire",
    )
)  # fmt: skip
_NAME_WEIGHT, _NUMBER_WEIGHT, _KIND_WEIGHT, _WORD_WEIGHT = 1.6, 1.0, 1.5, 0.8


@dataclass(frozen=True, slots=True)
class Features:
    """What an event is told by.

    *title* and *all* are weighted features (names, numbers, kinds of happening, stems) of the title, and of title and
    quotes together. *mains* are the kinds of happening that the event itself is, *kinds* those its title speaks of.
    """

    title: frozenset[str]
    all: frozenset[str]
    mains: frozenset[str]
    kinds: frozenset[str]
    people: frozenset[str]
    places: frozenset[str]
    articles: frozenset[str]
    title_weight: float
    all_weight: float


def features_of(event: Event) -> Features:
    """The features of an event, from its title, summary, quotes, triggers and names."""
    people = frozenset(_name_keys(event.people))
    title = _features(event.title, people)
    quotes = {m.quote for m in event.mentions} | {event.summary}
    named = {
        f"n:{word}" for name in (*event.people, *event.places, *event.organizations) for word in fold(name).split()
    }
    everything = title.union(named, *(_features(q, people) for q in quotes))
    triggers = _kinds_of_triggers(event)
    return Features(
        title,
        everything,
        kinds_told(event),
        frozenset(f[2:] for f in title if f.startswith("k:")) | triggers,
        frozenset(k for k in people if f"n:{k}" in title),
        frozenset(fold(p) for p in event.places if all(f"n:{word}" in title for word in fold(p).split())),
        frozenset(m.article for m in event.mentions),
        weight(title),
        weight(everything),
    )


def kinds_told(event: Event) -> frozenset[str]:
    """The kinds of happening that an event tells, as `Features.mains` has them: a tenth of the work of all features."""
    return _kinds_of_triggers(event) | _mains_of_title(event.title)


def _kinds_of_triggers(event: Event) -> frozenset[str]:
    return frozenset(k for m in event.mentions if (k := kind_of(plain(m.trigger).lower())))


class _Weights(dict[str, float]):
    """The weight of a feature, by the letter it begins with; a dictionary, since this is the merging's inner loop."""

    def __missing__(self, feature: str) -> float:
        self[feature] = {"n": _NAME_WEIGHT, "d": _NUMBER_WEIGHT, "k": _KIND_WEIGHT, "w": _WORD_WEIGHT}[feature[0]]
        return self[feature]


_WEIGHTS = _Weights()


def weight(features: Iterable[str]) -> float:
    """How much the features say, together."""
    return sum(map(_WEIGHTS.__getitem__, features))


def likeness(one: Features, two: Features, least: float = 0.0) -> float:
    """From 0 to about 1: how much of each title the other event tells too, less what sets the two apart.

    0 where it cannot reach *least*.
    """
    if not one.title_weight or not two.title_weight:
        return 0.0
    sameness = _sameness(one, two)
    if sameness is None:
        return 0.0
    both = weight(one.title & two.all) / one.title_weight + weight(two.title & one.all) / two.title_weight
    score = 0.375 * both + 0.25 * weight(one.all & two.all) / min(one.all_weight, two.all_weight) + sameness
    if score < least:
        return 0.0
    return score - _apart(one.people, two.people, two.all, one.all) - _apart(one.places, two.places, two.all, one.all)


def _sameness(one: Features, two: Features) -> float | None:
    """What it adds or costs that the two say what kind of thing happened; None where they say different things."""
    mine, theirs = one.mains - _AT_LARGE, two.mains - _AT_LARGE
    if mine and theirs:
        if mine & _REVERSALS != theirs & _REVERSALS:
            return None
        if mine & theirs:
            return 0.2
        crossed = mine & two.kinds and theirs & one.kinds
        near = any(frozenset((a, b)) in _NEAR for a in mine for b in theirs)
        return -0.05 if crossed or near else None
    if any(f"k:{kind}" in two.all for kind in mine) or any(f"k:{kind}" in one.all for kind in theirs):
        return 0.1
    if not mine and not theirs and one.mains & two.mains:
        return 0.1
    # One paper seldom tells a fact twice in words that do not say what it was.
    return -0.2 if one.articles & two.articles else 0.0


def _apart(one: frozenset[str], two: frozenset[str], told_by_two: frozenset[str], told_by_one: frozenset[str]) -> float:
    """What it costs that both name somebody, or some place, and that neither is told by the other."""
    if not one or not two or one & two:
        return 0.0
    found = any(all(f"n:{w}" in told_by_two for w in name.split()) for name in one)
    back = any(all(f"n:{w}" in told_by_one for w in name.split()) for name in two)
    return 0.0 if found and back else 0.15 if found or back else 0.3


def shared_words(one: Event, two: Event) -> tuple[list[str], list[str]]:
    """The names that both events have, and the words by which both say what happened."""
    names = [n for n in (*one.people, *one.organizations, *one.places) if fold(n) in _folded(two)]
    first, second = _words_by_kind(one), _words_by_kind(two)
    pairs = [
        first[k] if first[k] == second[k] else f"{first[k]}» e «{second[k]}"
        for k in sorted(first.keys() & second.keys())
    ]
    return list(dict.fromkeys(names)), pairs


def _folded(event: Event) -> set[str]:
    return {fold(n) for n in (*event.people, *event.organizations, *event.places)}


def _words_by_kind(event: Event) -> dict[str, str]:
    words = _WORD.findall(plain(event.title)) + [m.trigger for m in event.mentions]
    return {kind: word.lower() for word in reversed(words) if (kind := kind_of(word.lower()))}


def _name_keys(names: Iterable[str]) -> Iterable[str]:
    """A person by the last word of the name: «Vladimir Putin» and «Putin» are one."""
    for name in names:
        words = fold(name).split()
        if words:
            yield words[-1] if words[0] != "kim" else words[0]


@lru_cache(maxsize=50_000)
def _features(text: str, people: frozenset[str]) -> frozenset[str]:
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
    full = [(at, stem(w)) for at, w in lows if w == "si" or (len(w) > 2 and w not in _GOVERNING | _AUXILIARY)]
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
    return _kinds().get(stem(word), "") if word not in _EMPTY else ""


@cache
def _kinds() -> dict[str, str]:
    kinds: dict[str, str] = {}
    for line in data_file("happenings.txt").splitlines():
        if line and not line.startswith("#"):
            kind, words = line.split(":", 1)
            for word in words.split():
                if "-" not in word:
                    kinds.setdefault(stem(word), kind)
    return kinds


@cache
def _phrases() -> dict[tuple[str, str], str]:
    """The kinds told by two words, by their stems."""
    found: dict[tuple[str, str], str] = {}
    for line in data_file("happenings.txt").splitlines():
        if line and not line.startswith("#"):
            kind, words = line.split(":", 1)
            for first, second in (word.split("-") for word in words.split() if "-" in word):
                found[stem(first), stem(second)] = kind
    return found


@lru_cache(maxsize=50_000)
def _mains_of_title(title: str) -> frozenset[str]:
    """The kinds that the title's own verb or noun tells, not its complements: «L'inchiesta sul rogo» is an inquiry."""
    words = [w.lower() for w in _WORD.findall(plain(title))]
    phrases = _kinds_of_phrases(words)
    ranked = [(_rank(words, at), kind) for at, w in enumerate(words) if at not in phrases and (kind := kind_of(w))]
    best = max(min((rank for rank, _ in ranked), default=3), 1)
    return frozenset(phrases.values()).union(kind for rank, kind in ranked if rank <= best < 3)


def _rank(words: list[str], at: int) -> int:
    """0: a verb with its auxiliary, or what opens the title; 1: a noun that no preposition governs; 3: a complement."""
    before = words[max(0, at - 2) : at]
    if not before or any(w in _AUXILIARY for w in before):
        return 0
    if before[-1] in _GOVERNING or before[0] in _GOVERNING:
        return 3
    return 1 if re.search(r"[ae]ndo$|[aiu]t[oaie]$", words[at]) is None else 2
