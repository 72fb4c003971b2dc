"""What stands before a date and settles its direction, whatever the verb: «entro», «convocato per», «in vista di»."""

from __future__ import annotations

import re

from timeline.dates.meaning import FUTURE, PAST, UNKNOWN
from timeline.italian.cues import Cue
from timeline.italian.tense_words import (
    ANNOUNCED,
    ANNOUNCED_NOUNS,
    ANNOUNCED_WITH_SI,
    AUXILIARIES,
    BARE_ARTICLES,
    CALLED,
    CHANGED,
    ENDURED,
    FORECAST,
    GOVERNS_STATE,
    HAVE_NOW,
    HELD,
    HOPED,
    IN_FORCE,
    INFINITIVES,
    KEPT,
    LASTING,
    RESOLUTIONS,
    RESOLVED,
    SINCE,
    SITTINGS,
    STATES,
    UNPLANNED,
    WALLS,
    WEEKDAYS,
)
from timeline.italian.tokens import OF
from timeline.italian.verb_classes import class_of
from timeline.italian.verbs import read_verb

WINDOW = 22
_ENCLITIC = re.compile(r".{2,}[aei]r(?:l[oaie]|gli|ne|ci|vi|si)\Z")  # «aprirli»
_INFINITIVE = re.compile(r"(?:.{2,}(?:are|ere|ire|arsi|ersi|irsi)|fare|dare)\Z")
_LIKELY = frozenset("verosimilmente probabilmente presumibilmente".split())
_MORE = frozenset({"più", "meno"})


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


def fixed_by_what_leads(words: list[str], begin: int, end: int) -> Cue | None:
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
    if _in_a_figure(words, begin):
        return PAST, ""
    if lead in OF and (ahead := _what_lies_ahead(words, at)):
        return FUTURE, ahead
    if lead in SINCE and before == "già":
        return PAST, "già da"
    if words[begin] in SINCE and lead in KEPT:
        return PAST, f"{lead} {words[begin]}"
    if words[begin] in SINCE and lead in STATES and before == "," and not WEEKDAYS & set(words[begin:end]):
        return PAST, f"{lead} {words[begin]}"  # «i campeggi, chiusi da ottobre»
    of_thing = before[-1:] in tuple("aeio") and not class_of(before) and before not in GOVERNS_STATE | AUXILIARIES
    if words[begin] in SINCE and lead in STATES and of_thing and before.isalpha() and len(before) > 3:
        return UNKNOWN, f"{lead} {words[begin]}"  # «la linea chiusa dal 9 giugno»: the nearer one
    if words[begin] in SINCE and any(w.startswith("rimast") for w in words[max(0, begin - 6) : begin]):
        return PAST, f"rimasto … {words[begin]}"  # «il reparto rimasto chiuso dalla fine di giugno»
    if lead in ("a", "entro", "ad") and words[at - 2 : at - 1] == ["come"] and class_of(before) == "T":
        return PAST, before  # «come promesso a fine anno»
    if lead == "per" and (_INFINITIVE.match(before) or before in INFINITIVES):
        return FUTURE, f"{before} per"  # «obiettivo dichiarato: riaprire per l'estate»
    if words[begin] in SINCE and lead in ENDURED and class_of(before) != "F" and before not in LASTING:
        return PAST, f"{lead} {words[begin]}"  # «nove pasticcerie lavorano da mercoledì notte»
    if lead in SINCE and before in ENDURED:
        return PAST, f"{before} {lead}"  # «è pronto da prima di Natale»
    if words[begin] in SINCE and lead in ("pagamento", "vendita") and before == "in":
        return UNKNOWN, f"in {lead}"  # «un dividendo in pagamento dal 20 maggio»: the nearer one
    if words[begin] in SINCE and lead in IN_FORCE:
        return UNKNOWN, ""  # «la convenzione, valida dal 1° marzo, è stata firmata ieri»
    if words[begin - 1] in ("è", "sono") and WEEKDAYS & set(words[begin:end]) and words[begin - 2] != "oggi":
        return FUTURE, words[begin - 1]  # «gli spettacoli sono alle 20.45 di sabato»
    if lead in ("aspettare", "attendere"):
        return FUTURE, lead  # «aspettare l'autunno non ha senso»
    if lead in ("a", "al", "alla", "alle", "ad") and before in ("pensava", "pensavano", "puntava", "puntavano"):
        return FUTURE, f"{before} {lead}"  # «che fino a ieri pensava a fine gennaio»
    if lead == "per" and before in (",", "che", ".", "(") and words[end : end + 1] in (["è"], ["sono"], ["c'"]):
        return FUTURE, "per"  # «dicono che per sabato è tutto esaurito»
    if "rinviato" in (lead, before) and _is_after_all(words, at):
        return UNKNOWN, "rinviato"  # «approdato in aula a ottobre per poi esservi rinviato a gennaio»
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
        and class_of((words[end + 1 :] or [""])[0]) == "L"
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
        if before == "," and words[at - 2] not in WALLS:
            return UNKNOWN, lead  # «il G20, aperto giovedì»: the nearer one
        before_it = words[max(0, at - 3) : at]
        governed = any(w in GOVERNS_STATE or class_of(w) == "F" for w in before_it)
        return None if governed else (FUTURE, lead)
    return _resolved(words, begin)


def _is_after_all(words: list[str], at: int) -> bool:
    """«Per poi esservi | rinviato»"""
    return "poi" in words[max(0, at - 5) : at] and any(w.startswith("esser") for w in words[max(0, at - 3) : at])


def _in_a_figure(words: list[str], begin: int) -> bool:
    """«L'inflazione, al 3 per cento in ottobre, dovrebbe scendere»: a figure, between commas without a verb."""
    comma = next((k for k in range(begin - 1, max(0, begin - 9), -1) if words[k] == ","), 0)
    aside = words[comma + 1 : begin] if comma else []
    return bool({"cento", "%"} & set(aside)) and not any(class_of(w) or w in WALLS for w in aside)


def _was_planned(words: list[str], at: int, end: int) -> Cue | None:
    """«Era attesa per la fine di settembre, ma non è mai arrivata»: to come then, gone by where the text says so."""
    before = words[max(0, at - 2) : at]
    if len(before) < 2 or before[0] not in ("era", "erano") or class_of(before[1]) != "L":
        return None
    then = words[end : end + 2] == [",", "ma"] and any(class_of(w) == "T" for w in words[end + 2 : end + 8])
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
    at = infinitive_before(words, begin, 8, ("per",)) if limited else -1
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
    if class_of(words[at - 1]) == "T" and words[at - 1] not in STATES:
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
    return words[at] if at >= 0 and words[at].startswith(CHANGED) and class_of(words[at]) == "L" else ""


def _planned_for(words: list[str], at: int) -> str:
    """What is held, right before «per» (token *at*): «ha ottenuto un nuovo incontro per il 21 settembre»."""
    if _is_over(words, at - 1):
        return ""
    far = 4 if words[at - 1] in ("ora", "ore", "giorni") else 2  # «lo sciopero di otto ore per venerdì»
    near = words[max(0, at - far) : at]
    return next((w for w in reversed(near) if w in ANNOUNCED_NOUNS | SITTINGS | HELD), "")


def _is_over(words: list[str], at: int) -> bool:
    """Whether what was planned is told as gone by: «era fissata per», «era stato convocato»."""
    return any(w in ("era", "erano") for w in words[max(0, at - 3) : at])


def _resolved(words: list[str], begin: int) -> Cue | None:
    """«Ha promesso di finire entro marzo»: an infinitive under a resolution, right before the date."""
    words = [
        w for w in words[max(0, begin - 2 * WINDOW) : begin] if w != "non"
    ]  # «mi ha chiesto di non aprirli prima di novembre»
    begin = len(words)
    at = infinitive_before(words, begin, 7, ("di", "a", "ad"))
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
    for k in range(at - 3, max(0, at - RELATIVE), -1):
        if words[k] in WALLS:
            break
        if words[k] in RESOLVED and words[k + 1] == words[at - 1]:
            return k + 2
    return at


def infinitive_before(words: list[str], begin: int, reach: int, heads: tuple[str, ...]) -> int:
    """Where the nearest infinitive after one of *heads* stands, in the clause before token *begin*; -1 for nowhere."""
    for at in range(begin - 1, max(0, begin - 1 - reach), -1):
        if words[at] in WALLS or words[at] == ",":
            break
        if (_INFINITIVE.match(words[at]) or _ENCLITIC.match(words[at])) and words[at - 1] in heads:
            return at
    return -1


# So long a relative clause may be.
RELATIVE = 25
