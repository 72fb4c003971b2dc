"""A title leaves its dates out, with what leads to them: «nel corso di», «la notte tra», commas around them."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from timeline.events.passage import Passage
from timeline.events.second_dates import begin_of_second
from timeline.events.transitive import TRANSITIVE
from timeline.italian.speech import CONTRACTED, Word
from timeline.italian.tokens import OF

# What leads to a time and goes with it.
_LEADS = CONTRACTED | frozenset(
    """
    di d' a ad da in con su per tra fra durante dopo prima verso entro circa intorno fino sino poco appena già solo
    soltanto
    ancora proprio nel del' nel' dal' al' il lo la l' i gli le quel quella alle dalle un una un' quest' questo questa
    quello corso
    giornata giornate serata serate mattinata nottata nottate
    pomeriggio settimana metà inizio fine partire decorrere poi e ed tutta tutto data risalente risalenti subito nelle
    esattamente precisamente lontano lontana
    """.split()
)


def dateless(passage: Passage, places: Sequence[int], only: Collection[int] | None = None) -> list[int]:
    """The places without those of dates and hours and of what leads to them. Durations stay: they are no dates.

    *only*: take out no other dates than those at these places.
    """
    words = passage.words()
    times = [p for p in places if words[p].part == "time" and (only is None or p in only)]
    second = begin_of_second(passage, places) if only is None and len(times) > 1 else -1
    gone: set[int] = {p for p in places if p >= second} if second >= 0 else set()
    for place in times:
        if _is_told_of(words, place):  # «chiuse | quel sabato di febbraio che nessuno immaginava»
            return [p for p in places if p < place - 1 and p not in gone]
        if place not in gone and _goes(passage, words, place):
            gone.add(place)
            gone |= _lead(words, place)
            gone |= _lasting(words, gone, place)
            gone |= _after(words, place)
            gone |= _commas_around(words, gone, place)
            gone |= _and_left(words, gone, place)
    return [p for p in places if p not in gone] if gone else list(places)


def _first_gone(gone: Collection[int], place: int) -> int:
    """Where what goes with a time begins."""
    while place - 1 in gone:
        place -= 1
    return place


def _lasting(words: Sequence[Word], gone: Collection[int], place: int) -> set[int]:
    """«l'ultima prova, | durata | dalle 9 alle 12»: it says nothing without its hours."""
    first = _first_gone(gone, place)
    verb = words[first - 1].verb if first else None
    lasted = verb is not None and verb.lemma == "durare" and verb.form == "participle"
    return {first - 1, first - 2} if lasted and words[first - 2].text == "," else set()


def _is_told_of(words: Sequence[Word], place: int) -> bool:
    """Whether a clause behind a time tells which one it was: all of it goes with the time."""
    after = place + 1
    while after + 1 < len(words) and words[after].low in OF and words[after + 1].part == "time":
        after += 2  # «quel sabato di fine febbraio che»
    follows = words[after] if after < len(words) else words[place]
    return words[place - 1].low in ("quel", "quella", "quell'") and follows.low in ("che", "in")


def _goes(passage: Passage, words: Sequence[Word], place: int) -> bool:
    """Whether a title leaves the time out: every date but one that qualifies a noun («un’anfora del VI secolo»)."""
    if not passage.is_date(words[place]):
        return False
    follows = words[place + 1] if place + 1 < len(words) else words[place]
    if words[place].low.endswith((" dopo", " prima")) and (follows.low in OF or follows.is_verb("infinitive")):
        return False  # «poche ore dopo essere stato operato»
    if any(w.low in _BORN for w in words[max(0, place - 3) : place]):
        return False  # «con i nati tra il 1942 e il 1946»
    own = words[place].start == passage.timex.start
    own = own or (words[place - 1].low == "di" and _FROM_TODAY.search(words[place].low) is not None)
    whole = words[place - 2].low in ("giornata", "giornate", "notte", "serata", "mattinata")
    return own or place == 0 or words[place - 1].low not in OF or words[place - 2].part != "noun" or whole


_BORN = frozenset("nati nate".split())
# What counts from the day of printing is no name of anything: «il concerto di venerdì» is a concert.
_FROM_TODAY = re.compile(
    r"\b(?:ieri|oggi|domani|stasera|stamani|luned|marted|mercoled|gioved|venerd|sabato|domenica|scors|prossim)"
)


def _lead(words: Sequence[Word], place: int) -> set[int]:
    """The places before a time that lead to it: "nel corso di", "poco prima", "la notte tra"."""
    gone: set[int] = set()
    k = place - 1
    while k >= 0 and k > place - 7:
        low = words[k].low
        if words[k].part == "time" or (words[k].part == "verb" and not _counts_from(words, k)):
            break
        if _is_part_of(words, k):
            gone.add(k)
            k -= 1
            continue
        if low not in _LEADS or (low in ("e", "ed") and not _joins_times(words, k)):
            break
        gone.add(k)
        k -= 1
    # "il" or "la" alone left of the cut belong to a noun further left only if a preposition does not follow.
    while (
        gone
        and words[min(gone)].low in ("fine", "pomeriggio")
        and min(gone) > 0
        and words[min(gone) - 1].part == "article"
    ):
        gone.add(min(gone) - 1)
    return gone


def _counts_from(words: Sequence[Word], k: int) -> bool:
    """«a partire da domani», «a decorrere da lunedì»"""
    return words[k].low in ("partire", "decorrere", "cominciare") and words[k - 1].low == "a"


def _is_part_of(words: Sequence[Word], k: int) -> bool:
    """«per | buona parte | di domani», «per | gran parte | della notte»"""
    if words[k].low == "quasi":
        return words[k + 1].low in ("tutto", "tutta")
    if words[k].low == "parte":
        return words[k + 1].low in OF and words[k - 1].low in _GREAT
    return words[k].low in _GREAT and words[k + 1].low == "parte"


_GREAT = frozenset("buona gran maggior".split())


def _and_left(words: Sequence[Word], gone: Collection[int], place: int) -> set[int]:
    """«si vieta, da oggi e fino a nuova disposizione, l'uso», «chiusa da oggi e per due settimane»: the "and" after a
    date that began an aside, or leads to how long it lasts."""
    first = _first_gone(gone, place)
    follows = words[place + 1 : place + 4]
    joined = len(follows) > 1 and follows[0].low in ("e", "ed") and follows[1].part == "preposition"
    aside = first > 0 and words[first - 1].text == ","
    lasting = len(follows) > 2 and follows[1].low == "per" and follows[2].part in ("time", "article", "number")
    if joined and lasting and words[place + 4 : place + 5] and words[place + 4].low.startswith("successiv"):
        stop = next((k for k in range(place + 4, len(words)) if words[k].text in (",", ";", ".")), len(words))
        return set(range(place + 1, stop))  # «da oggi e per le successive 24 ore»
    return {place + 1} if joined and (aside or lasting) else set()


def _after(words: Sequence[Word], place: int) -> set[int]:
    """The place after a time that belongs to it: «alle 15 locali», «alle 18 GMT», «fra due settimane scarse»."""
    follows = words[place + 1 : place + 2]
    if follows and follows[0].low.startswith(("passat", "trascors")) and follows[0].low not in ("passato", "passati"):
        stop = next((k for k in range(place + 1, len(words)) if words[k].part == "mark"), len(words))
        return set(range(place + 1, stop))  # «dopo un'estate passata a rincorrere fideiussioni»
    if follows and follows[0].low in OF:
        day = next((k for k in range(place + 2, place + 4) if words[k : k + 1] and words[k].low in _DAYS), 0)
        if day and all(w.low in _WHICH for w in words[place + 2 : day]):
            of = words[day + 1 : day + 3]
            more = len(of) > 1 and of[0].low in OF and of[1].part == "noun"
            return set(range(place + 1, day + 1 + 2 * more))  # «alle otto di sera | dell'ultimo giorno di mercato»
    return {place + 1} if follows and follows[0].low in _WITH_TIMES else set()


_DAYS = frozenset("giorno giornata vigilia".split())
_WHICH = frozenset("primo prima ultimo ultima secondo seconda terzo terza penultimo stesso stessa".split())


_WITH_TIMES = frozenset(
    """
    locali italiane gmt utc scarse scarsi abbondanti esatte esatti fonda inoltrata inoltrato seguente seguenti
    successivo successiva successivi successive precedente precedenti
    """.split()
)


def _joins_times(words: Sequence[Word], k: int) -> bool:
    return any(w.part == "time" for w in words[max(0, k - 1) : k]) and any(
        w.part == "time" for w in words[k + 1 : k + 4]
    )


def _commas_around(words: Sequence[Word], gone: set[int], place: int) -> set[int]:
    """The commas or brackets that set off what is taken out."""
    first = _first_gone(gone, place)
    if first == 0 or place == len(words) - 1:
        return set()
    pair = words[first - 1].text + words[place + 1].text
    if words[place + 1].text == "," and words[first - 1].part != "mark" and words[place + 2 : place + 3]:
        led = words[place + 2].part == "preposition" and words[place + 2].low not in MEASURED
        led = led and not _is_in_aside(words, first)
        return {place + 1, *_before_object(words, first, place + 2)} if led else set()
    return {first - 1, place + 1} if pair in (",,", "()", "––", "--") else set()


def _before_object(words: Sequence[Word], first: int, begin: int) -> set[int]:
    """«hanno illustrato ieri, in un incontro, | le analisi»: the comma between an aside and what it stands before."""
    comma = next((k for k in range(begin, len(words)) if words[k].part == "mark"), len(words) - 1)
    verb, follows = words[first - 1].verb, words[comma + 1 : comma + 2]
    needs = verb is not None and verb.form == "participle" and verb.lemma in TRANSITIVE and words[comma].text == ","
    return {comma} if needs and follows and follows[0].part == "article" else set()


def _is_in_aside(words: Sequence[Word], place: int) -> bool:
    """«sarà suonata, per la prima volta | dal 1936 |, nel concerto»: a comma opened what this one shuts."""
    comma = next((k for k in range(place - 1, max(0, place - FEW), -1) if words[k].part == "mark"), 0)
    opens = comma > 0 and words[comma].text == "," and words[comma + 1].low == "per"
    return opens and not any(w.part == "verb" for w in words[comma:place])


MEASURED = frozenset(
    """
    alto alta alti alte lungo lunga lunghi lunghe largo larga larghi larghe profondo profonda profondi profonde
    spesso spessa distante distanti lontano lontana pari
    """.split()
)
FEW = 6
