"""Past or future: the verb of the clause says which August is meant.

News looks back, and its verbs say when it does not. The verb nearest to the expression decides, as far as a comma, a
relative or a quotation mark stands between them.
"""

from __future__ import annotations

import re
from functools import lru_cache

from timeline.dates.meaning import FUTURE, PAST, UNKNOWN
from timeline.italian.tense_words import (
    ANNOUNCED,
    ANNOUNCED_BESIDE,
    ANNOUNCED_NOUNS,
    ANNOUNCED_WITH_SI,
    ARTICLES,
    AUXILIARIES,
    BARE_ARTICLES,
    BREAKS,
    CALLED,
    CALLED_OFF,
    CHANGED,
    DASHES,
    DECREED,
    ENDURED,
    FORECAST,
    FORECAST_PAIRS,
    GOVERNS_STATE,
    HAVE_NOW,
    HELD,
    HOPED,
    IMPERFECT_IVA,
    IN_FORCE,
    INFINITIVES,
    IRREGULAR_PARTICIPLES,
    KEPT,
    LASTING,
    MODALS,
    NEXT_ONES,
    NOT_BEFORE_VERB,
    NOT_VERBS,
    NOUN_LEADS,
    NOUNS,
    OPEN,
    OVER,
    PAST_TENSES,
    PLANNED,
    REMOTE,
    REMOTE_OR_PARTICIPLE,
    RESOLUTIONS,
    RESOLVED,
    SHORT_FUTURES,
    SINCE,
    SITTINGS,
    STATES,
    TO_BE_DONE,
    TOLD_PRESENT,
    TURNS,
    UNPLANNED,
    WALLS,
    WEEKDAYS,
    WENT_ON,
)
from timeline.italian.tokens import OF
from timeline.italian.verbs import is_infinitive, read_verb

Cue = tuple[int, str]  # direction, the words that show it

_WINDOW = 22

_FUTURE_ENDING = re.compile(
    r".{2,}(?:rà|ranno|remo|rete)\Z|.{3,}[ei]rebbe(?:ro)?\Z|verrebbe(?:ro)?\Z|.{3,}(?:erò|irò|arò|rrò|drò|vrò)\Z"
)
_PAST_ENDING = re.compile(
    r".{2,}(?:ava|avo|avano|eva|evano|ivano|arono|irono|erono|ettero|avamo|evamo)\Z|.{2,}[^r\W]ò\Z|.{3,}ì\Z|.{3,}(?:iva)\Z"
)
_PARTICIPLE = re.compile(
    r".{2,}(?:at|it|ut)[oaie]\Z|"
    r".*(?:chiest|mess|pres|dett|scritt|rott|dott|chius|cis|clus|fus|pers|vint|press|cess|pert)[oaie]\Z"
)
_ENCLITIC = re.compile(r".{2,}[aei]r(?:l[oaie]|gli|ne|ci|vi|si)\Z")  # «aprirli»
_INFINITIVE = re.compile(r"(?:.{2,}(?:are|ere|ire|arsi|ersi|irsi)|fare|dare)\Z")


@lru_cache(20_000)
def _class_of(word: str) -> str:
    """What a word alone shows: F future, P past, A auxiliary, T participle, L planned, N announced, "" nothing."""
    if word in NOT_VERBS:
        return ""
    for words, kind in (
        (PLANNED, "L"),
        (AUXILIARIES, "A"),
        (REMOTE, "P"),
        (IMPERFECT_IVA, "P"),
        (ANNOUNCED, "N"),
        (ANNOUNCED_WITH_SI, "N"),
        (TOLD_PRESENT, "P"),
    ):
        if word in words:
            return kind
    if word in IRREGULAR_PARTICIPLES or _PARTICIPLE.match(word):
        return "T"
    if word.endswith(("osi", "asi", "isi", "esi")) and word[:-2] != "co" and _class_of(word[:-2]) == "T":
        return "T"  # «apertosi a settembre»
    if word.endswith(("rò", "ero")) and word not in SHORT_FUTURES and _is_remote(word):
        return "P"  # «superò», «scesero»
    if word in SHORT_FUTURES or _FUTURE_ENDING.match(word):
        return "F"
    if _PAST_ENDING.match(word) and not word.endswith(("iva", "tà", "itò")):
        return "P"
    return ""


def _is_remote(word: str) -> bool:
    """Whether the word is a remote past: «superò», not «tornerò»; «scesero», not «pensiero»."""
    verb = read_verb(word)
    return verb is not None and verb.tense == "remote"


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
    fixed = _fixed_by_what_leads(words, begin, end)
    if fixed is not None:
        return fixed
    if end < len(words) and words[end] in ANNOUNCED_NOUNS and _opens_without_verb(words, begin, end):
        return FUTURE, words[end]
    cue = _nearest_verb(words, begin, end)
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
    if going := _we_do(words, begin, end) or _can(words, begin, end):
        return FUTURE, going
    cue = _purpose(words, begin)
    return cue if cue[0] != UNKNOWN else _forecast(words, begin, end)


_LIKELY = frozenset("verosimilmente probabilmente presumibilmente".split())
_MORE = frozenset({"più", "meno"})


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


def is_said_of_now(words: list[str], at: int) -> bool:
    """«Ha preso un secondo impiego, e il sabato vende marmellate»: whether token *at* is a verb of the present.

    >>> is_said_of_now("il sabato vende marmellate".split(), 2), is_said_of_now("il sabato ha vinto".split(), 2)
    (True, False)
    """
    verb = read_verb(words[at]) if at < len(words) else None
    present = verb is not None and verb.form == "finite" and verb.tense == "present" and verb.sure
    return present and verb is not None and verb.lemma not in ("essere", "avere", "venire")


def _promised(words: list[str], begin: int) -> str:
    """«Ha promesso un'udienza alla settimana | da aprile in poi»."""
    near = words[max(0, begin - 6) : begin]
    told_apart = any(w == "," or w in WALLS for w in near) or _is_over(words, begin - 1)
    return "" if told_apart else next((w for w in near if w in RESOLVED), "")


def _unequalled(words: list[str], at: int) -> str:
    """«Il più basso», «la prima volta» right before token *at*."""
    if words[max(0, at - 2) : at] == ["prima", "volta"]:
        return "prima volta"
    near = words[max(0, at - 3) : at]
    return next((w for w in near if w in _MORE), "") if not any(w == "," or w in WALLS for w in near) else ""


def _we_do(words: list[str], begin: int, end: int) -> str:
    """«Domenica andiamo a Lugo»: what somebody says that they do on a day; not «da lunedì lavoriamo»."""
    if words[begin] in SINCE or (begin and words[begin - 1] in SINCE):
        return ""
    for at in (end, end + 1, begin - 1, begin - 2):
        if 0 <= at < len(words) and words[at].endswith("iamo") and words[at] not in _NOT_DONE:
            between = words[at:begin] if at < begin else words[end:at]
            return "" if any(w in WALLS or w == "," for w in between) else words[at]
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


def _fixed_by_what_leads(words: list[str], begin: int, end: int) -> Cue | None:
    """What the words right before a date say of it, whatever verb follows: «la strage del 2 agosto», «già da giovedì».

    «Ha deciso di chiudere il 10 marzo», «indetto per il 5», «strada chiusa lunedì»: the date is of what is to come.
    """
    if changed := _changed_then(words, begin):
        return PAST, changed
    at = begin - 1
    if at > 0 and words[at] in BARE_ARTICLES:
        at -= 1
    if at >= 0 and words[at] in _LIKELY and (not at or words[at - 1] in WALLS):
        alone = end >= len(words) or words[end] in WALLS or words[end] == ","
        return (FUTURE, words[at]) if alone else None  # «Verosimilmente a fine maggio, non prima.»
    if at < 1:
        return None
    lead, before = words[at], words[at - 1]
    if (when := _next_is(words, at)) or (when := _to_be_done_until(words, begin)):
        return FUTURE, when
    if lead in OF and (named := next((w for w in words[max(0, at - 2) : at] if w in UNPLANNED), "")):
        return PAST, named
    if lead in OF and (ahead := _what_lies_ahead(words, at)):
        return FUTURE, ahead
    if lead in SINCE and before == "già":
        return PAST, "già da"
    if words[begin] in SINCE and lead in KEPT:
        return PAST, f"{lead} {words[begin]}"
    if words[begin] in SINCE and lead in STATES and before == "," and not WEEKDAYS & set(words[begin:end]):
        return PAST, f"{lead} {words[begin]}"  # «i campeggi, chiusi da ottobre»
    of_thing = before[-1:] in tuple("aeio") and not _class_of(before) and before not in GOVERNS_STATE | AUXILIARIES
    if words[begin] in SINCE and lead in STATES and of_thing and before.isalpha() and len(before) > 3:
        return UNKNOWN, f"{lead} {words[begin]}"  # «la linea chiusa dal 9 giugno»: the nearer one
    if words[begin] in SINCE and any(w.startswith("rimast") for w in words[max(0, begin - 6) : begin]):
        return PAST, f"rimasto … {words[begin]}"  # «il reparto rimasto chiuso dalla fine di giugno»
    if lead in ("a", "entro", "ad") and words[at - 2 : at - 1] == ["come"] and _class_of(before) == "T":
        return PAST, before  # «come promesso a fine anno»
    if lead == "per" and (_INFINITIVE.match(before) or before in INFINITIVES):
        return FUTURE, f"{before} per"  # «obiettivo dichiarato: riaprire per l'estate»
    if words[begin] in SINCE and lead in ENDURED and _class_of(before) != "F" and before not in LASTING:
        return PAST, f"{lead} {words[begin]}"  # «nove pasticcerie lavorano da mercoledì notte»
    if lead in SINCE and before in ENDURED:
        return PAST, f"{before} {lead}"  # «è pronto da prima di Natale»
    if words[begin] in SINCE and lead in ("pagamento", "vendita") and before == "in":
        return UNKNOWN, f"in {lead}"  # «un dividendo in pagamento dal 20 maggio»: the nearer one
    if words[begin] in SINCE and lead in IN_FORCE:
        return UNKNOWN, ""  # «la convenzione, valida dal 1° marzo, è stata firmata ieri»
    if lead == "per" and (called := _called_for(words, at) or _planned_for(words, at)):
        return FUTURE, f"{called} per"
    since = begin if words[begin] in SINCE else at if lead in SINCE else 0
    if since and (most := _unequalled(words, since)):
        return PAST, f"{most} {words[since]}"  # «il dato più basso dall'inizio di febbraio»
    if words[max(0, begin - 3) : begin] == ["da", "qui", "a"]:
        return FUTURE, "da qui a"
    if since == begin and "non" in words[max(0, begin - 4) : begin]:
        return PAST, f"non … {words[begin]}"  # «non li tocca da ottobre»
    if since == begin and is_said_of_now(words, end) and words[end] not in ANNOUNCED | ANNOUNCED_WITH_SI:
        return PAST, f"{words[begin]} … {words[end]}"  # «che dal 18 luglio stringe la costa»
    if since == begin and (promised := _promised(words, begin)):
        return FUTURE, f"{promised} {words[begin]}"
    if (
        lead == "per"
        and words[end : end + 1] in (["era"], ["erano"])
        and _class_of((words[end + 1 :] or [""])[0]) == "L"
    ):
        return UNKNOWN, f"{words[end]} {words[end + 1]}"  # «Per luglio erano attesi quattromila stagionali»
    if lead == "per" and before not in WALLS and (then := _was_planned(words, at, end)):
        return then
    if "fine" in words[begin:end] and (lead == "per" or RESOLVED & set(words[max(0, at - 6) : at])):
        return FUTURE, f"{lead} fine"  # «ha annunciato l'addio a fine anno»
    if lead in ("a", "al", "alla", "per") and before == "appuntamento" and not _is_over(words, at - 1):
        return FUTURE, before
    if lead in ("al", "all'", "a", "alla") and before.startswith("anticipat") and not _is_over(words, at - 1):
        return FUTURE, before
    if lead in ("al", "all'", "a", "alla") and before.startswith("aggiornat"):
        return (FUTURE, before) if SITTINGS & set(words[max(0, at - 8) : at + 8]) else None
    if lead in STATES and WEEKDAYS & set(words[begin:end]) and words[begin] not in SINCE:
        if before in WALLS or before[0] == "\n":
            return None  # «Aperta venerdì, la rassegna ha proposto…»
        before_it = words[max(0, at - 3) : at]
        governed = any(w in GOVERNS_STATE or _class_of(w) == "F" for w in before_it)
        return None if governed else (FUTURE, lead)
    return _resolved(words, begin)


def _was_planned(words: list[str], at: int, end: int) -> Cue | None:
    """«Era attesa per la fine di settembre, ma non è mai arrivata»: to come then, gone by where the text says so."""
    before = words[max(0, at - 2) : at]
    if len(before) < 2 or before[0] not in ("era", "erano") or _class_of(before[1]) != "L":
        return None
    then = words[end : end + 2] == [",", "ma"] and any(_class_of(w) == "T" for w in words[end + 2 : end + 8])
    return (PAST if then else UNKNOWN), " ".join(before)


def _next_is(words: list[str], at: int) -> str:
    """«La prossima udienza è il 6 ottobre», «il concerto è sabato»: the copula right before the date."""
    if words[at] not in ("è", "sono"):
        return ""
    subject = words[max(0, at - 6) : at]
    walls = [k for k, w in enumerate(subject) if w in WALLS or w == ","]
    told = subject[walls[-1] + 1 if walls else 0 :]
    return next((w for w in told if w in ANNOUNCED_NOUNS | SITTINGS | FORECAST | HELD), "")


def _to_be_done_until(words: list[str], begin: int) -> str:
    """«Ha stanziato due milioni per azzerare la tassa fino a dicembre»: the limit of what is yet to be done."""
    limited = (
        words[begin - 1] in ("entro", "fino") or words[begin] in ("entro", "fino") or "fino" in words[begin - 2 : begin]
    )
    at = _infinitive_before(words, begin, 8, ("per",)) if limited else -1
    return f"per {words[at]}" if at > 0 else ""


def _what_lies_ahead(words: list[str], at: int) -> str:
    """«In vista della partita di domenica»: whose day token *at* gives is yet to come."""
    for place in range(max(1, at - 5), at):
        if words[place] in ("vista", "attesa") and words[place - 1] == "in" and words[place + 1] in OF:
            return f"in {words[place]}"
    return ""


def _called_for(words: list[str], at: int) -> str:
    """What is called for a day, the participle before «per» (token *at*): «ha proclamato lo sciopero per lunedì»."""
    if _is_over(words, at - 1):
        return ""
    if _class_of(words[at - 1]) == "T" and words[at - 1] not in STATES:
        return words[at - 1]
    for place in range(at - 1, max(0, at - 11), -1):
        if words[place] in WALLS or words[place] == ",":
            return ""
        if words[place].removeprefix("ri").startswith(CALLED) and HAVE_NOW & set(words[place - 2 : place]):
            return words[place]
    return ""


def _changed_then(words: list[str], begin: int) -> str:
    """«È stata rinviata lunedì»: the day of the change; the new day would have «a» («rinviata a lunedì»)."""
    at = begin - 1
    if words[begin] in ("fino", "sino"):
        return ""  # «prorogata fino al 9 giugno»: the new day
    if at > 0 and words[at] == ",":
        at -= 1
    return words[at] if at >= 0 and words[at].startswith(CHANGED) and _class_of(words[at]) == "L" else ""


def _planned_for(words: list[str], at: int) -> str:
    """What is held, right before «per» (token *at*): «ha ottenuto un nuovo incontro per il 21 settembre»."""
    if _is_over(words, at - 1):
        return ""
    near = words[max(0, at - 2) : at]
    return next((w for w in reversed(near) if w in ANNOUNCED_NOUNS | SITTINGS | HELD), "")


def _is_over(words: list[str], at: int) -> bool:
    """Whether what was planned is told as gone by: «era fissata per», «era stato convocato»."""
    return any(w in ("era", "erano") for w in words[max(0, at - 3) : at])


def _resolved(words: list[str], begin: int) -> Cue | None:
    """«Ha promesso di finire entro marzo»: an infinitive under a resolution, right before the date."""
    words = [
        w for w in words[max(0, begin - 2 * _WINDOW) : begin] if w != "non"
    ]  # «mi ha chiesto di non aprirli prima di novembre»
    begin = len(words)
    at = _infinitive_before(words, begin, 7, ("di", "a", "ad"))
    if at > 1 and begin - at > 4 and not words[at - 2].startswith("impegnat"):
        return None
    if at > 1 and words[at - 2] in HOPED and words[at - 1] == "di":
        return FUTURE, f"{words[at - 2]} di {words[at]}"
    if at > 1 and words[at - 2] in RESOLUTIONS:
        return FUTURE, f"{words[at - 2]} {words[at - 1]} {words[at]}"
    told = f"{words[at - 1]} {words[at]}"
    if at > 2 and words[at - 2] in ("e", "ed"):
        at = _first_resolved(words, at)
    if at < 3 or words[at - 2] not in RESOLVED or words[at - 3] not in ("ha", "hanno", "è", "sono", "stato", "stata"):
        return None
    return FUTURE, told


def _first_resolved(words: list[str], at: int) -> int:
    """Where the first infinitive stands of «si sono impegnati a tenerli e a | installare»; *at* for none."""
    for k in range(at - 3, max(0, at - _RELATIVE), -1):
        if words[k] in WALLS:
            break
        if words[k] in RESOLVED and words[k + 1] == words[at - 1]:
            return k + 2
    return at


def _infinitive_before(words: list[str], begin: int, reach: int, heads: tuple[str, ...]) -> int:
    """Where the nearest infinitive after one of *heads* stands, in the clause before token *begin*; -1 for nowhere."""
    for at in range(begin - 1, max(0, begin - 1 - reach), -1):
        if words[at] in WALLS or words[at] == ",":
            break
        if (_INFINITIVE.match(words[at]) or _ENCLITIC.match(words[at])) and words[at - 1] in heads:
            return at
    return -1


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
    for at in range(begin - 1, max(-1, begin - _WINDOW), -1):
        if words[at] in WALLS:
            break
        if words[at] in ("previsioni", "meteorologi", "bollettino"):
            return words[at]
    return ""


def _won_by(words: list[str], end: int) -> str:
    """«Al via, sabato, anche cento ragazzi per la gimkana, vinta da…»: what has been won is over."""
    for at in range(end, min(len(words), end + _WINDOW)):
        if words[at] in WALLS:
            break
        if words[at - 1] == "," and words[at].startswith(OVER):
            return words[at]
    return ""


def has_verb(words: list[str], begin: int, end: int) -> bool:
    """Whether a verb form that shows its time stands among tokens [begin, end)."""
    return any(_class_of(words[at]) and not _is_noun(words, at) for at in range(begin, end))


def is_finite(words: list[str], at: int) -> bool:
    """Whether token *at* is a verb of its own, as a participle without its auxiliary is not."""
    return at < len(words) and _class_of(words[at]) in ("A", "F", "N", "P")


def _is_noun(words: list[str], at: int) -> bool:
    """Whether what looks like a participle is a noun where it stands: «il saluto», «una giornata»."""
    return _class_of(words[at]) == "T" and (words[at] in NOUNS or (at > 0 and words[at - 1] in ARTICLES))


def has_past(words: list[str], at: int) -> bool:
    """Whether token *at* is a verb of the past."""
    return 0 <= at < len(words) and _class_of(words[at]) in ("P", "T")


# A participle and its date stand at most so many words apart, «da un temporale a» and the like.
_COMPLEMENT = 5


def _nearest_verb(words: list[str], begin: int, end: int) -> Cue:
    best, best_cost = (UNKNOWN, ""), 10_000
    opens_clause = any(w == "che" for w in words[max(0, begin - 2) : begin])
    for step, first in ((-1, begin - 1), (1, end)):
        cost, at, last = 0, first, max(-1, begin - _WINDOW) if step < 0 else min(len(words), end + _WINDOW)
        while at != last and cost < best_cost:
            word = words[at]
            if word in WALLS or word[0] == "\n":
                break
            if word in ANNOUNCED_BESIDE and cost == 0 and _is_beside(words, at, step):
                return FUTURE, word
            closing = _closes_relative(words, at) if word == "," and step > 0 else 0
            if closing:  # «sabato il sindaco, | che ieri ha firmato l'ordinanza, | incontrerà»
                last = min(len(words), last + closing - at)
                at, word = closing, ","
            if word == ",":
                cost += 4
            elif word in DASHES:
                cost += 6
            elif word in TURNS:
                cost += 5 if step > 0 else 6
                if step < 0 and opens_clause and cost < 9:
                    cost += 12  # «ha annunciato che il 25 aprile, durante la festa, consegnerà»
            kind = _class_of(word)
            if kind:
                beside = step < 0 and (_is_right_before(words, at, begin) or _opens_aside(words, at, begin))
                cue = _cue(words, at, kind, adjacent=beside)
                weight = cost + (1 if step > 0 else 0) + (3 if kind == "N" else 0)
                if cue is not None and weight < best_cost:
                    best, best_cost = cue, weight
            cost += 1
            at += step
    return best


def is_overtaken(words: list[str], end: int) -> bool:
    """«I lavori, previsti entro giugno, sono finiti ad agosto»: behind the comma that closes the aside it has come.

    >>> is_overtaken("i lavori , previsti entro giugno , sono finiti".split(), 6)
    True
    """
    if words[end : end + 1] != [","]:
        return False
    first, second = (*words[end + 1 : end + 3], "", "")[:2]
    return _class_of(first) == "P" or (
        first in ("è", "sono", "ha", "hanno", "era", "erano") and _class_of(second) == "T"
    )


def _closes_relative(words: list[str], at: int) -> int:
    """The comma that closes the relative clause which the comma there opens, where a verb follows; 0 where none does.

    >>> _closes_relative("sabato il sindaco , che ieri ha firmato l' ordinanza , incontrerà i residenti".split(), 3)
    10
    """
    opener = words[at + 1 : at + 3]
    relative = opener and (opener[0] in ("che", "dove") or "cui" in opener or opener[1:] in (["quale"], ["quali"]))
    told = opener[:1] == ["dopo"] and opener[1].startswith(("aver", "esser"))  # «dopo aver sentito i tecnici»
    if not relative and not told:
        return 0
    for k in range(at + 2, min(len(words), at + _RELATIVE)):
        if words[k] in WALLS or words[k][0] == "\n":
            return 0
        told = told or is_finite(words, k) or _class_of(words[k]) in ("F", "L")
        if words[k] == "," and told:
            following = words[k + 1 : k + 4]
            joined = following[:1] in (["e"], ["ed"], ["che"], ["ma"])
            return k if not joined and any(is_finite(words, n) for n in range(k + 1, k + 1 + len(following))) else 0
    return 0


# So long a relative clause may be.
_RELATIVE = 25


def _is_right_before(words: list[str], at: int, begin: int) -> bool:
    """Whether nothing but its complement stands between a verb and its date: «fermata da un temporale a luglio».

    >>> _is_right_before("la funivia , fermata da un temporale a luglio".split(), 3, 8)
    True
    """
    between = words[at + 1 : begin]
    plain = not any(w == "," or w in WALLS or _class_of(w) for w in between)
    if between == [",", "per"]:
        return False  # «se arrivano le dosi promesse, per giugno cambiamo passo»
    return begin - at <= 3 or (len(between) <= _COMPLEMENT and plain)


def _opens_aside(words: list[str], at: int, begin: int) -> bool:
    """«Una querela, presentata dal vicino in febbraio, è…»: whether token *at* opens the phrase that holds the date."""
    if not at or words[at - 1] != "," or begin - at > 8 or "per" in words[begin - 2 : begin]:
        return False
    return "," not in words[at:begin]


def _is_beside(words: list[str], at: int, step: int) -> bool:
    """Whether the word beside a date can be a verb there: «che parte giovedì», not «in parte giovedì»."""
    before = words[at - 1] if at else ""
    following = words[at + 1] if at + 1 < len(words) else ""
    if step > 0:
        return following not in OF and following not in ("e", "di", ",", ".")
    return before not in ARTICLES and before not in OF and before not in NOT_BEFORE_VERB


def _cue(words: list[str], at: int, kind: str, adjacent: bool) -> Cue | None:
    match kind:
        case "F":
            return FUTURE, _with_participle(words, at)
        case "L":
            return _planned_cue(words, at)
        case "N":
            return _announced_cue(words, at)
        case "P":
            return _remote_cue(words, at)
        case "A":
            return _auxiliary_cue(words, at)
        case "T":
            return _participle_cue(words, at, adjacent)
    return None


def _remote_cue(words: list[str], at: int) -> Cue | None:
    """A passato remoto, unless it is the participle of the verb before it: «le scuole resteranno chiuse»."""
    if words[at] in ("doveva", "dovevano") and any(w.startswith(CHANGED) for w in words[max(0, at - 12) : at]):
        return FUTURE, words[at]  # «rinviato il mercatino che doveva svolgersi domenica»
    if words[at] in REMOTE_OR_PARTICIPLE and any(
        _class_of(w) == "F" or w in LASTING or w in AUXILIARIES for w in words[max(0, at - 2) : at]
    ):
        return _participle_cue(words, at, adjacent=False)
    return PAST, words[at]


def _planned_cue(words: list[str], at: int) -> Cue | None:
    """«Previsto» looks ahead, but not where it was, nor where it has come: «previsto per venerdì, è partito sabato»."""
    word = words[at]
    if _names_a_thing(words, at):
        return None
    if "dovuto" in words[max(0, at - 2) : at] and _WOULD & set(words[max(0, at - 4) : at]):
        return UNKNOWN, "avrebbe dovuto"  # «avrebbero dovuto essere pronte in agosto»
    if word in ("attesa", "attese") and words[at - 1] in NOUN_LEADS:
        return None  # «in attesa della sentenza»
    if (
        word == "appuntamento"
        and words[at - 1] in ("dati", "date", "dato", "data")
        and "si" in words[max(0, at - 4) : at]
    ):
        return PAST, f"{words[at - 1]} {word}"  # «si sono dati appuntamento sabato»
    if word.startswith("rinviat") and "giudizio" in words[at + 1 : at + 5]:
        return PAST, word
    if {"aveva", "avevano"} & set(words[max(0, at - 2) : at]) and word != "atteso":
        return None  # «aveva fissato al 3 aprile l'inizio»: to come then, and perhaps gone now
    if words[at - 2 : at] == ["di", "essere"]:
        return None  # «ha saputo di essere convocato sabato»
    for place in range(max(0, at - 2), at):
        if words[place] in ("era", "erano") and "per" in words[at + 1 : at + 3]:
            return UNKNOWN, f"{words[place]} {word}"  # to come then: whether it has come by now the nearer day says
        if words[place] in ("era", "erano", "doveva", "dovevano") or (
            word == "atteso" and words[place] in ("ha", "hanno", "aveva", "avevano")
        ):
            return PAST, f"{words[place]} {word}"
        if words[place] == "si" and words[at - 1] in ("è", "sono"):
            return PAST, f"{words[place]} {word}"
    if at and (words[at - 1] == "," or (words[at - 1].endswith("mente") and words[at - 2 : at - 1] == [","])):
        closed = next((n for n in range(at + 1, min(at + 12, len(words))) if words[n] == ","), 0)
        done = words[closed + 1 : closed + 4] if closed else []
        if done[:1] in (["era"], ["erano"]) and any(_class_of(w) in ("T", "L") for w in done[1:]):
            return PAST, " ".join(done[:2])  # «previsto per la metà di luglio, era stato rinviato»
        told = done and done[0] in ("è", "sono", "ha", "hanno") and any(_class_of(w) == "T" for w in done[1:])
        if told and not any(w.startswith(CALLED_OFF) for w in done):
            return PAST, " ".join(done[:2])
    return FUTURE, word


def _names_a_thing(words: list[str], at: int) -> bool:
    """«Al pronto soccorso», «il programma allestito dal Comune»: words of planning that plan nothing there."""
    following = words[at + 1] if at + 1 < len(words) else ""
    if words[at] == "pronto":
        return following in ("soccorso", "intervento", "impiego")
    return words[at] in ("programma", "calendario") and words[at - 1] in ARTICLES and _class_of(following) == "T"


def _with_participle(words: list[str], at: int) -> str:
    following = words[at + 1] if at + 1 < len(words) else ""
    return f"{words[at]} {following}" if _class_of(following) == "T" else words[at]


def _announced_cue(words: list[str], at: int) -> Cue | None:
    """«Sabato torna la fiera»; but «va» and «resta» only with their participle, «tiene» only with «si»."""
    word, following = words[at], words[at + 1] if at + 1 < len(words) else ""
    if word in LASTING or word in ("va", "vanno"):
        return (FUTURE, f"{word} {following}") if _class_of(following) in ("T", "L") else None
    if word in ANNOUNCED_WITH_SI:
        return (FUTURE, f"si {word}") if at and words[at - 1] == "si" else None
    return FUTURE, word


def _participle_cue(words: list[str], at: int, adjacent: bool) -> Cue | None:
    """A participle has the tense of its auxiliary; alone, right before its date, it is done («invasa ad agosto»)."""
    word = words[at]
    if at and words[at - 1] in NOUN_LEADS:
        return None
    for place in range(at - 1, max(-1, at - 4), -1):
        auxiliary = words[place]
        if auxiliary in LASTING or (_class_of(auxiliary) == "F" and auxiliary.endswith(_WILL_OR_WOULD)):
            return FUTURE, f"{auxiliary} {word}"
        if auxiliary in INFINITIVES:
            return _modal_cue(words, place, word)
        if auxiliary in ("avrebbe", "avrebbero") and word.startswith("compiut"):
            return FUTURE, f"{auxiliary} {word}"  # of who has died before the birthday
        if auxiliary == "sia" and words[place + 1] == "pure":
            continue  # «sia pure in forma ridotta»
        if auxiliary in _WOULD and (word.startswith(_ON_A_DAY) or auxiliary in _WE_WOULD):
            return UNKNOWN, f"{auxiliary} {word}"
        if auxiliary in AUXILIARIES:
            if word.startswith(("annunciat", "stabilit")) and place >= at - 2 and _is_present(words, place):
                return FUTURE, f"{auxiliary} {word}"  # «temporali sono annunciati tra venerdì e sabato»
            return None if word in STATES and _is_present(words, place) else (PAST, _said(words, place, at))
    if at > 1 and words[at - 1] in ("e", "ed"):
        for auxiliary in reversed(words[max(0, at - 8) : at - 1]):  # «saranno assegnati a marzo ed erogati ad aprile»
            if auxiliary in WALLS or auxiliary in AUXILIARIES:
                break
            if auxiliary in TO_BE_DONE:
                return FUTURE, f"{auxiliary} {word}"
    done = _is_set_apart(words, at) or (word not in STATES and not _is_noun(words, at))
    return (PAST, word) if adjacent and done else None


# «Un corso che sarebbe iniziato lunedì»: to come then; whether it has come by now the nearer day says.
_WOULD = frozenset("sarebbe sarebbero avrebbe avrebbero saremmo sarei avremmo avrei".split())
_WE_WOULD = frozenset("avremmo avrei saremmo sarei".split())  # «avremmo raccolto a settembre»
_ON_A_DAY = (
    *("iniziat", "cominciat", "partit", "scadut", "terminat", "conclus", "finit", "apert", "chius", "debuttat"),
    *(
        "preferit",
        "volut",
        "tornat",
        "ripres",
        "ripart",
        "riapert",
        "entrat",
        "dovut",
        "scattat",
        "svolt",
        "disputat",
        "inaugurat",
        "arrivat",
        "giunt",
        "consegnat",
        "completat",
        "ultimat",
    ),
)


def _is_set_apart(words: list[str], at: int) -> bool:
    """«La mostra, aperta il 5 ottobre, resterà…»: between commas, before the verb, it tells what was done.

    So do the forms that are nouns elsewhere: «l'esperimento, partito il 3 febbraio, durerà sei settimane».
    """
    if not at or words[at - 1] != ",":
        return False
    closed = next((n for n in range(at + 1, min(at + 14, len(words))) if words[n] == ","), 0)
    reach = 3 if words[at] in STATES else 5  # «secondo le stime, diffuse giovedì dal consorzio, la produzione scenderà»
    return bool(closed) and has_verb(words, closed + 1, min(closed + reach, len(words)))


def _is_present(words: list[str], at: int) -> bool:
    """Whether «è aperto» at token *at* tells how things stand; «si è aperto» tells what happened."""
    return words[at] in ("è", "sono") and (at == 0 or words[at - 1] != "si")


def _said(words: list[str], auxiliary: int, participle: int) -> str:
    """«fu arrestato», or the participle alone where words stand between."""
    return " ".join(words[auxiliary : participle + 1]) if participle - auxiliary == 1 else words[participle]


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


def tells_a_story(cue: Cue) -> bool:
    """Whether the verb is a passato remoto, an imperfect or a trapassato: tenses of a tale, not of the news.

    >>> tells_a_story((-1, "morirono")), tells_a_story((-1, "fu arrestato")), tells_a_story((-1, "ha detto"))
    (True, True, False)
    """
    first = cue[1].partition(" ")[0]
    return cue[0] == PAST and (first in PAST_TENSES or _class_of(first) == "P")


def is_remote(cue: Cue) -> bool:
    """Whether the verb is a passato remoto, which news keeps for what is long gone: «ammararono», not «ammaravano»."""
    first = cue[1].partition(" ")[0]
    verb = read_verb(first) if cue[0] == PAST else None
    return verb is not None and verb.tense == "remote"


def is_participle(word: str) -> bool:
    """Whether the word looks like a participle."""
    return _class_of(word) == "T"


def is_by_verb(cue: Cue) -> bool:
    """Whether a verb tells the tense, not a noun or a preposition («alle 9 il via», «per giugno»)."""
    return any(_class_of(w) for w in cue[1].split())


def is_planned(cue: Cue) -> bool:
    """Whether it tells what was planned, which may still be ahead: «era previsto per l'Epifania»."""
    return any(_class_of(w) == "L" for w in cue[1].split())


def is_of_a_tale(cue: Cue) -> bool:
    """Whether a tale's verb leads the date: «il 20 dicembre la frana cadde»."""
    return tells_a_story(cue) and not is_planned(cue)


def is_certain(cue: Cue) -> bool:
    """Whether a verb in the future says so; the present and what is planned may be told of what has come by now."""
    return any(_class_of(word) == "F" for word in cue[1].split())


def reaches_ahead(cue: Cue, is_limit: bool) -> bool:
    """Whether what was done by the perfect of the news may last on: «è stato squalificato fino al 30 settembre».

    Up to a limit (*is_limit*) most deeds do; in a stretch of days only what was decided does.
    """
    last = cue[1].rpartition(" ")[2]
    if cue[0] == PAST and is_limit and last in _HAVING_PLANNED:
        return True  # «il piano prevedeva 1.800 capi entro dicembre»
    if cue[0] != PAST or _class_of(last) != "T" or tells_a_story(cue):
        return False
    return not last.startswith(WENT_ON) if is_limit else last.startswith(DECREED)


_HAVING_PLANNED = frozenset("prevedeva prevedevano prometteva promettevano puntava puntavano imponeva contava".split())


def _modal_cue(words: list[str], at: int, participle: str) -> Cue | None:
    """«Possono essere presentate» looks ahead, «doveva essere presentata» back; the infinitive alone says nothing."""
    for modal in reversed(words[max(0, at - 3) : at]):
        if modal in MODALS:
            return FUTURE, f"{modal} {words[at]} {participle}"
        if _class_of(modal) == "P":
            return PAST, modal
    return None


def _auxiliary_cue(words: list[str], at: int) -> Cue | None:
    """«ha … riconosciuto» looks back, «è previsto» ahead, «è bello» nowhere."""
    if words[at : at + 2] == ["sia", "pure"]:
        return None  # «sia pure in forma ridotta»
    if words[at] in INFINITIVES:
        following = words[at + 1] if at + 1 < len(words) else ""
        return _modal_cue(words, at, following) if _class_of(following) in ("T", "P") else None
    if words[at] in ("sarebbe", "sarebbero") and words[at + 1 : at + 2] and words[at + 1] in NOUNS:
        return FUTURE, words[at]  # «domenica sarebbe giornata di pausa»
    for place in range(at + 1, min(at + 5, len(words))):
        word = words[place]
        kind = _class_of(word)
        if kind == "L":
            return _cue(words, place, "L", adjacent=False)
        if kind == "T" and words[place - 1] not in NOUN_LEADS:
            if word.startswith("conferm") and _is_present(words, at) and place == at + 1:
                return FUTURE, f"{words[at]} {word}"  # «è confermata la festa dal 4 al 6 ottobre»
            if word in STATES and _is_present(words, at):
                return None
            if word.startswith("compiut") and words[at] in ("avrebbe", "avrebbero"):
                return FUTURE, f"{words[at]} {word}"
            return PAST, f"{words[at]} {word}" if place == at + 1 else word
        if word in WALLS or word == "," or word in DASHES:
            break
    if words[at] in ("sarebbe", "sarebbero"):
        return FUTURE, words[at]
    if words[at] in ("stato", "stata", "stati", "state") and at and words[at - 1] in ("è", "sono"):
        return PAST, f"{words[at - 1]} {words[at]}"  # «stanotte c'è stata la firma»
    return (PAST, words[at]) if words[at] in _WERE else None


_WILL_OR_WOULD = ("rà", "ranno", "rebbe", "rebbero")
_WERE = frozenset("era erano ero eravamo aveva avevano avevo avevamo fu furono".split())


def _purpose(words: list[str], begin: int) -> Cue:
    """«Pronti a partire a giugno», «candidati a sfidarlo in settembre»: what is meant to be done."""
    at = _infinitive_before(words, begin, 5, ("a", "ad", "per"))
    return (FUTURE, f"{words[at - 1]} {words[at]}") if at > 0 else (UNKNOWN, "")
