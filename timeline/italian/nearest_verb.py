"""The verb nearest to a date, as far as a comma, a relative or a quotation mark stands between them; and what its tense
shows."""

from __future__ import annotations

from timeline.dates.meaning import FUTURE, PAST, UNKNOWN
from timeline.italian.cues import Cue
from timeline.italian.leads import RELATIVE, WINDOW
from timeline.italian.tense_words import (
    ANNOUNCED_BESIDE,
    ANNOUNCED_WITH_SI,
    ARTICLES,
    AUXILIARIES,
    CALLED_OFF,
    CHANGED,
    DASHES,
    INFINITIVES,
    LASTING,
    MODALS,
    NOT_BEFORE_VERB,
    NOUN_LEADS,
    NOUNS,
    REMOTE_OR_PARTICIPLE,
    STATES,
    TO_BE_DONE,
    TURNS,
    WALLS,
)
from timeline.italian.tokens import OF
from timeline.italian.verb_classes import class_of, has_verb, is_finite, is_noun

# A participle and its date stand at most so many words apart, «da un temporale a» and the like.
_COMPLEMENT = 5


def nearest_verb(words: list[str], begin: int, end: int) -> Cue:
    """What the verb nearest to tokens [begin, end) shows, before or behind; (UNKNOWN, "") where none is near."""
    best, best_cost = (UNKNOWN, ""), 10_000
    opens_clause = any(w == "che" for w in words[max(0, begin - 2) : begin])
    for step, first in ((-1, begin - 1), (1, end)):
        cost, at, last = 0, first, max(-1, begin - WINDOW) if step < 0 else min(len(words), end + WINDOW)
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
            kind = class_of(word)
            if kind:
                beside = step < 0 and (_is_right_before(words, at, begin) or _opens_aside(words, at, begin))
                cue = _cue(words, at, kind, adjacent=beside)
                weight = cost + (1 if step > 0 else 0) + (3 if kind == "N" else 0)
                if cue is not None and weight < best_cost:
                    best, best_cost = cue, weight
            cost += 1
            at += step
    return best


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
    for k in range(at + 2, min(len(words), at + RELATIVE)):
        if words[k] in WALLS or words[k][0] == "\n":
            return 0
        told = told or is_finite(words, k) or class_of(words[k]) in ("F", "L")
        if words[k] == "," and told:
            following = words[k + 1 : k + 4]
            joined = following[:1] in (["e"], ["ed"], ["che"], ["ma"])
            return k if not joined and any(is_finite(words, n) for n in range(k + 1, k + 1 + len(following))) else 0
    return 0


def _is_right_before(words: list[str], at: int, begin: int) -> bool:
    """Whether nothing but its complement stands between a verb and its date: «fermata da un temporale a luglio».

    >>> _is_right_before("la funivia , fermata da un temporale a luglio".split(), 3, 8)
    True
    """
    between = words[at + 1 : begin]
    plain = not any(w == "," or w in WALLS or class_of(w) for w in between)
    if between == [",", "per"]:
        return False  # «se arrivano le dosi promesse, per giugno cambiamo passo»
    return begin - at <= 3 or (len(between) <= _COMPLEMENT and plain)


def hangs_on_future(words: list[str], begin: int, participle: str) -> bool:
    """«Giurerà davanti alle camere riunite il 6 agosto»: a verb to come leads the phrase that the participle ends."""
    at = begin - 1 - (words[begin - 1] in ARTICLES)
    if at < 0 or words[at] != participle or class_of(participle) != "T":
        return False
    for place in range(at - 1, max(-1, at - WINDOW), -1):
        if words[place] in WALLS or words[place] == "," or words[place] == "che":
            return False
        if class_of(words[place]) == "F":
            return True
    return False


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
        class_of(w) == "F" or w in LASTING or w in AUXILIARIES for w in words[max(0, at - 2) : at]
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
        if words[place] in ("era", "erano") and _is_for_later(words, at):
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
        if done[:1] in (["era"], ["erano"]) and any(class_of(w) in ("T", "L") for w in done[1:]):
            return PAST, " ".join(done[:2])  # «previsto per la metà di luglio, era stato rinviato»
        told = done and done[0] in ("è", "sono", "ha", "hanno") and any(class_of(w) == "T" for w in done[1:])
        if told and not any(w.startswith(CALLED_OFF) for w in done):
            return PAST, " ".join(done[:2])
    return FUTURE, word


def _is_for_later(words: list[str], at: int) -> bool:
    """«Era attesa | per luglio», «era attesa da tutti soltanto a dicembre»"""
    return "per" in words[at + 1 : at + 3] or any(w in ("soltanto", "solo") for w in words[at + 1 : at + 10])


def _names_a_thing(words: list[str], at: int) -> bool:
    """«Al pronto soccorso», «il programma allestito dal Comune»: words of planning that plan nothing there."""
    following = words[at + 1] if at + 1 < len(words) else ""
    if words[at] == "pronto":
        return following in ("soccorso", "intervento", "impiego")
    return words[at] in ("programma", "calendario") and words[at - 1] in ARTICLES and class_of(following) == "T"


def _with_participle(words: list[str], at: int) -> str:
    following = words[at + 1] if at + 1 < len(words) else ""
    return f"{words[at]} {following}" if class_of(following) == "T" else words[at]


def _announced_cue(words: list[str], at: int) -> Cue | None:
    """«Sabato torna la fiera»; but «va» and «resta» only with their participle, «tiene» only with «si»."""
    word, following = words[at], words[at + 1] if at + 1 < len(words) else ""
    if word in LASTING or word in ("va", "vanno"):
        return (FUTURE, f"{word} {following}") if class_of(following) in ("T", "L") else None
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
        if auxiliary in LASTING or (class_of(auxiliary) == "F" and auxiliary.endswith(_WILL_OR_WOULD)):
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
    done = _is_set_apart(words, at) or (word not in STATES and not is_noun(words, at))
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


def _modal_cue(words: list[str], at: int, participle: str) -> Cue | None:
    """«Possono essere presentate» looks ahead, «doveva essere presentata» back; the infinitive alone says nothing."""
    for modal in reversed(words[max(0, at - 3) : at]):
        if modal in MODALS:
            return FUTURE, f"{modal} {words[at]} {participle}"
        if class_of(modal) == "P":
            return PAST, modal
    return None


def _auxiliary_cue(words: list[str], at: int) -> Cue | None:
    """«ha … riconosciuto» looks back, «è previsto» ahead, «è bello» nowhere."""
    if words[at : at + 2] == ["sia", "pure"]:
        return None  # «sia pure in forma ridotta»
    if words[at] in INFINITIVES:
        following = words[at + 1] if at + 1 < len(words) else ""
        return _modal_cue(words, at, following) if class_of(following) in ("T", "P") else None
    if words[at] in ("sarebbe", "sarebbero") and words[at + 1 : at + 2] and words[at + 1] in NOUNS:
        return FUTURE, words[at]  # «domenica sarebbe giornata di pausa»
    for place in range(at + 1, min(at + 5, len(words))):
        word = words[place]
        kind = class_of(word)
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
