"""Past or future: the verb of the clause says which August is meant.

News looks back, and its verbs say when it does not. The verb nearest to the expression decides, as far as a comma, a
relative or a quotation mark stands between them.
"""

from __future__ import annotations

from timeline.dates.meaning import FUTURE, PAST, UNKNOWN
from timeline.italian.cues import Cue
from timeline.italian.leads import WINDOW, fixed_by_what_leads, infinitive_before
from timeline.italian.nearest_verb import nearest_verb
from timeline.italian.tense_words import (
    ANNOUNCED_NOUNS,
    ARTICLES,
    BARE_ARTICLES,
    BREAKS,
    FORECAST,
    FORECAST_PAIRS,
    HELD,
    NEXT_ONES,
    NOUN_LEADS,
    OPEN,
    OVER,
    SINCE,
    TURNS,
    UNPLANNED,
    WALLS,
)
from timeline.italian.tokens import OF
from timeline.italian.verb_classes import class_of, has_verb
from timeline.italian.verbs import is_infinitive


def direction_of(words: list[str], begin: int, end: int) -> Cue:
    """Where the clause around tokens [begin, end) looks, and the word that shows it; UNKNOWN where nothing does.

    UNKNOWN with a word: what was yet to come then («sarebbe iniziato lunedì»), and may have come by now.

    >>> direction_of("la regione di kursk , invasa ad agosto dalle truppe".split(), 6, 8)
    (-1, 'invasa')
    >>> direction_of("a dicembre si voterà".split(), 0, 2)
    (1, 'voterà')
    >>> direction_of("la mostra resterà aperta fino a domenica".split(), 4, 7)
    (1, 'resterà aperta')
    >>> direction_of("riapre la funivia , fermata da un temporale a luglio".split(), 7, 9)
    (-1, 'fermata')
    >>> direction_of("a gennaio il cantiere langue".split(), 0, 2)
    (0, '')
    """
    fixed = fixed_by_what_leads(words, begin, end)
    if fixed is not None:
        return fixed
    if end < len(words) and words[end] in ANNOUNCED_NOUNS and _opens_without_verb(words, begin, end):
        return FUTURE, words[end]
    cue = nearest_verb(words, begin, end)
    if cue[0] != UNKNOWN or cue[1]:
        return cue
    if begin and words[begin - 1] == "per":
        return FUTURE, "per"
    if end < len(words) and words[end] in ANNOUNCED_NOUNS:
        return FUTURE, words[end]
    if words[max(0, begin - 2) : begin] == ["a", "partire"]:
        return FUTURE, "a partire"
    if by_noun := _told_by_noun(words, begin, end):
        return by_noun
    if listed := _listed_ahead(words, begin):
        return FUTURE, listed
    if going := _we_do(words, begin, end) or _i_do(words, begin, end) or _can(words, begin, end):
        return FUTURE, going
    cue = _purpose(words, begin)
    return cue if cue[0] != UNKNOWN else _forecast(words, begin, end)


def _opens_without_verb(words: list[str], begin: int, end: int) -> bool:
    """«Domenica pomeriggio spazio ai bambini, assenti da quando…»: it begins with the date and has no verb."""
    if begin and words[begin - 1] not in WALLS and words[begin - 1][0] != "\n":
        return False
    stop = next(
        (n for n in range(end, len(words)) if words[n] == "," or words[n] in WALLS or words[n] in TURNS), len(words)
    )
    return not has_verb(words, end, stop)


def _told_by_noun(words: list[str], begin: int, end: int) -> Cue | None:
    """«Mercoledì, alla vigilia della festa, l'assemblea»; «il 21 novembre l'aggressione»: a sentence without verb."""
    if (
        begin
        and words[begin - 1] not in WALLS
        and words[begin - 1][0] != "\n"
        and words[begin - 1] not in BARE_ARTICLES
    ):
        return None
    stop = next((n for n in range(end, len(words)) if words[n] in WALLS or words[n][0] == "\n"), len(words))
    near = (words[at : at + 2] for at in range(end, min(stop, end + 6)))
    if measure := next((two for two in near if two in (["senso", "unico"], ["divieto", "di"])), None):
        return FUTURE, measure[0]  # «Lunedì e martedì, intanto, senso unico alternato»
    if has_verb(words, end, stop):
        return None
    for at in range(end + 1, stop):
        if words[at - 1] in ARTICLES and words[at] in UNPLANNED:
            return PAST, words[at]
        if words[at - 1] in BARE_ARTICLES and words[at] in ANNOUNCED_NOUNS | HELD:
            return FUTURE, words[at]
    return None


def _we_do(words: list[str], begin: int, end: int) -> str:
    """«Domenica andiamo a Lugo»: what somebody says that they do on a day; not «da lunedì lavoriamo»."""
    if words[begin] in SINCE or (begin and words[begin - 1] in SINCE):
        return ""
    for at in (end, end + 1, begin - 1, begin - 2):
        if 0 <= at < len(words) and words[at].endswith("iamo") and words[at] not in _NOT_DONE:
            between = words[at:begin] if at < begin else words[end:at]
            return "" if any(w in WALLS or w == "," for w in between) else words[at]
    return ""


def _i_do(words: list[str], begin: int, end: int) -> str:
    """«Lunedì torno a casa»: a day that opens what somebody says that they do."""
    opens = not begin or words[begin - 1] in WALLS
    here = words[end] if opens and end < len(words) else ""
    return here if here in _I_GO else ""


_I_GO = frozenset(
    "torno parto vado riparto comincio ricomincio inizio gioco corro parlo firmo presento incontro vedo scendo".split()
)


def _listed_ahead(words: list[str], begin: int) -> str:
    """«Gli incontri in calendario sono tre: il primo lunedì alle 21»"""
    for at in range(begin - 1, max(0, begin - WINDOW), -1):
        if words[at] in WALLS and words[at] != ":":
            return ""
        if words[at] in ("calendario", "programma", "cartellone", "agenda") and words[at - 1] == "in":
            return f"in {words[at]}"
    return ""


def _can(words: list[str], begin: int, end: int) -> str:
    """«L'Europa non può aspettare l'estate», «domani si può votare»: what can or must be done."""
    if words[begin] in SINCE or (begin and words[begin - 1] in SINCE):
        return ""
    for at in (*range(begin - 1, max(-1, begin - 6), -1), *range(end, min(end + 4, len(words)))):
        if words[at] in WALLS or words[at] == "," or words[at] in TURNS:
            if at < begin:
                continue
            break
        if words[at] in _CAN and at + 1 < len(words) and is_infinitive(words[at + 1]):
            return f"{words[at]} {words[at + 1]}"
    return ""


_CAN = frozenset("può possono deve devono possiamo dobbiamo".split())
# What we are, know or wish dates nothing.
_NOT_DONE = frozenset("siamo abbiamo stiamo sappiamo vogliamo dobbiamo possiamo crediamo pensiamo speriamo".split())


def _forecast(words: list[str], begin: int, end: int) -> Cue:
    """A clause without a verb that names what is yet to come: «i funerali mercoledì alle 15», «temporali sabato»."""
    if begin and words[begin - 1] in OF:
        return UNKNOWN, ""
    if told := _foretold(words, begin):
        return FUTURE, told
    for step, first in ((1, end), (-1, begin - 1)):
        at = first
        while 0 <= at < len(words) and abs(at - first) < 6 and words[at] not in WALLS and words[at] not in BREAKS:
            if step > 0 and words[at] in ("dalle", "dall'") and {"alle", "all'"} & set(words[at + 2 : at + 4]):
                return FUTURE, f"{words[at]} {words[at + 1]}"  # opening hours: what is over has no such times
            if words[at] in FORECAST and words[at - 1] not in OF:
                return FUTURE, words[at]
            if step < 0 and words[at] in NEXT_ONES:
                return FUTURE, words[at]  # «la prossima udienza è il 6 ottobre»
            if step > 0 and at - first < 3 and words[at] in OPEN and words[at - 1] not in NOUN_LEADS:
                return FUTURE, words[at]  # «lunedì uffici chiusi»
            if (words[at - 1], words[at]) in FORECAST_PAIRS:
                if over := _won_by(words, end):
                    return PAST, over
                return FUTURE, f"{words[at - 1]} {words[at]}"
            at += step
    return UNKNOWN, ""


def _foretold(words: list[str], begin: int) -> str:
    """«Le previsioni indicano temporali tra giovedì e venerdì»."""
    for at in range(begin - 1, max(-1, begin - WINDOW), -1):
        if words[at] in WALLS:
            break
        if words[at] in ("previsioni", "meteorologi", "bollettino"):
            return words[at]
    return ""


def _won_by(words: list[str], end: int) -> str:
    """«Al via, sabato, anche cento ragazzi per la gimkana, vinta da…»: what has been won is over."""
    for at in range(end, min(len(words), end + WINDOW)):
        if words[at] in WALLS:
            break
        if words[at - 1] == "," and words[at].startswith(OVER):
            return words[at]
    return ""


def is_overtaken(words: list[str], end: int) -> bool:
    """«I lavori, previsti entro giugno, sono finiti ad agosto»: behind the comma that closes the aside it has come.

    >>> is_overtaken("i lavori , previsti entro giugno , sono finiti".split(), 6)
    True
    """
    if words[end : end + 1] != [","]:
        return False
    first, second = (*words[end + 1 : end + 3], "", "")[:2]
    return class_of(first) == "P" or (first in ("è", "sono", "ha", "hanno", "era", "erano") and class_of(second) == "T")


def is_told_aside(words: list[str], begin: int, end: int, cue: Cue) -> bool:
    """Whether the verb stands in a clause of its own behind the date, and the sentence has none before it.

    «A Ferragosto, dopo la messa, la processione delle barche, che l'anno scorso era saltata».
    """
    verb = cue[1].split()[-1:]
    stop = next((n for n in range(end, len(words)) if words[n] in WALLS or words[n][0] == "\n"), len(words))
    at = next((n for n in range(end, stop) if words[n : n + 1] == verb), 0)
    opens = next((n for n in range(begin - 1, -1, -1) if words[n] in WALLS or words[n][0] == "\n"), -1)
    return at > 0 and any(w in _ASIDES for w in words[end:at]) and not has_verb(words, opens + 1, begin)


_ASIDES = frozenset("che cui quale quali dove quando mentre".split())


def _purpose(words: list[str], begin: int) -> Cue:
    """«Pronti a partire a giugno», «candidati a sfidarlo in settembre»: what is meant to be done."""
    at = infinitive_before(words, begin, 5, ("a", "ad", "per"))
    return (FUTURE, f"{words[at - 1]} {words[at]}") if at > 0 else (UNKNOWN, "")
