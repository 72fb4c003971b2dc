"""Verbs that tell how things were, and when one of them tells that something happened after all."""

from __future__ import annotations

import re

from timeline.events.clefts import place_of_deed
from timeline.events.dating import Dating
from timeline.events.deadlines import is_limited
from timeline.events.event_nouns import is_event_noun, is_gathering
from timeline.events.passage import Passage
from timeline.events.phrases import object_after
from timeline.events.telling import is_happening
from timeline.italian.clauses import REPORTING, Clause, Sentence
from timeline.italian.speech import Word
from timeline.italian.verb_groups import Group

# Verbs that describe: with a date they tell what was so, not what happened.
STATES = frozenset(
    """
    essere avere stare vivere abitare esistere sembrare parere risultare appartenere trattarsi trattare significare
    prevedere consistere dipendere valere costare conoscere sapere credere pensare ritenere ricordare volere potere
    dovere bastare servire mancare piacere contenere comprendere lavorare chiamare sentire frequentare aspettare sperare
    gestire oscillare riguardare continuare durare trascorrere contare stimare rappresentare godere intendere
    desiderare preferire
    """.split()
)
# «credo che lunedì abdicherò», «spero che domani venga»: an opinion or a wish, whatever the tense.
_OPINION = frozenset("credere pensare sperare ritenere augurare temere volere desiderare supporre dubitare".split())
# «oggi è custodito a Parigi», «sono contese dal 1972»: in the present their participle tells how things are.
_DESCRIBED = frozenset(
    """
    custodire considerare ritenere conoscere concentrare utilizzare usare contendere situare ubicare collocare
    conservare comporre formare abitare gestire guidare diffondere vietare permettere consentire obbligare dedicare
    regolare stabilire disciplinare suddividere riferire definire coprire
    """.split()
)
# «è costato la vita a», «ha avuto luogo», «si è sentito male»: the verb of state with these words tells what happened.
_TURNS = {
    "avere": frozenset("luogo inizio meglio peggio infarto ictus consenso benestare ok figlio figlia".split()),
    "costare": frozenset("vita caro cara posto".split()),
    "essere": frozenset({"male"}),
    "ricordare": frozenset("vittime vittima caduti morti martiri strage eccidio anniversario scomparsa".split()),
    "sentire": frozenset("male mancare svenire".split()),
    "valere": frozenset("premio titolo oscar medaglia promozione vittoria".split()),
}
# «È mancata domenica», «sono serviti tre elicotteri»: done with, on a day, they are facts.
_DONE = frozenset("mancare servire durare continuare risultare".split())
_AT = frozenset("a ad in da al allo alla all' ai agli alle dal dalla dall' nel nella nell' nei negli nelle".split())
_OF_DAY = frozenset("di del dello della dell' dei degli delle".split())
_DAY = frozenset({"giorno", "giornata", "ora", "momento"})
_NEW = frozenset({"nuovo", "nuova", "nuovi", "nuove"})


def tells_state(passage: Passage, clause: Clause, group: Group, dating: Dating) -> bool:
    """Whether the verb only tells how things were: «viveva», «è costato»; not «è costato la vita»."""
    on_a_day = dating.period is not None and dating.period.is_day
    if group.lemma == "ambientare" or _tells_of_when_or_where(passage, group):
        return True
    if group.lemma == "essere" and dating.period and dating.period.kind == "interval" and dating.period.end is None:
        return True  # «dal 2013 a scandire le ore è stata una registrazione»
    if group.lemma not in STATES or group.modal or (group.tense == "future" and (on_a_day or is_limited(passage))):
        return False
    if group.tense == "future" and dating.period is not None and place_of_deed(passage, clause) is not None:
        return False  # «sarà la nuova arena a ospitare, da sabato al 9 luglio, il torneo»
    if group.passive and group.lemma != "dovere":
        return False
    return not (_names_event(passage, clause, group) or (dating.period and _is_turn(passage, clause, group, on_a_day)))


def _tells_of_when_or_where(passage: Passage, group: Group) -> bool:
    """«Le analisi collocano l'abbattimento tra il 1690 e il 1715», «Giorgia Melis viene dal documentario»."""
    if group.tense != "present" or group.compound or group.passive:
        return False
    behind = passage.words()[group.last + 1 : group.last + 3]
    origin = len(behind) > 1 and behind[0].low in _FROM and behind[1].part == "noun"
    seen = group.reflexive and group.lemma in ("notare", "osservare", "scorgere", "intravedere")
    return seen or group.lemma in ("collocare", "datare", "situare") or (group.lemma == "venire" and origin)


_FROM = frozenset("da dal dalla dall' dallo dai dagli dalle".split())


def is_phase(passage: Passage, clause: Clause, group: Group) -> bool:
    """«La famiglia ha attraversato un momento difficile»: how things went for a while."""
    if group.lemma not in _LIVED:
        return False
    words = passage.words()
    behind = words[group.last + 1 : group.last + 3]
    spent = [w.part for w in behind] == ["article", "time"] and group.lemma in ("passare", "trascorrere")
    return spent or any(words[i].low in _PHASES for i in object_after(passage, clause))


_LIVED = frozenset("attraversare vivere passare trascorrere conoscere affrontare".split())
_PHASES = frozenset("momento momenti periodo periodi fase fasi anni mesi stagione stagioni".split())


def _is_turn(passage: Passage, clause: Clause, group: Group, on_a_day: bool) -> bool:
    """Whether a verb of state tells that something happened: «si è sentito male», «a sparare è stato un vigile»."""
    if on_a_day and group.lemma == "essere" and group.tense in ("present", "imperfect") and not group.compound:
        return is_crowd(passage, group) or (group.tense == "present" and _will_be(passage, clause, group))
    alleged = group.tense == "conditional" and group.compound
    if clause.kind != "participle" and not (group.is_past or alleged):
        return False
    words = passage.words()
    rear = [words[i] for i in clause.words if i > group.last][:6]
    if any(w.low in _TURNS.get(group.lemma, ()) for w in rear):
        return True
    if group.lemma == "essere":
        return place_of_deed(passage, clause) is not None or (on_a_day and _was_there(words, group, rear))
    if group.lemma in ("sentire", "chiamare") and group.person == 3 and not group.reflexive:
        heard = object_after(passage, clause)
        return bool(heard) and words[heard[0]].part in ("article", "name", "number")
    return on_a_day and group.compound and group.lemma in _DONE and group.auxiliary == "essere"


def _was_there(words: list[Word], group: Group, rear: list[Word]) -> bool:
    """«c'è stato ieri un vertice», «il ministro è stato ieri a Cremona»: a meeting, a visit."""
    if not group.compound:
        return False
    if words[group.first].low in ("c'", "ci"):
        return True
    told = [w for w in rear if w.part not in ("time", "adverb") and w.text != ","][:2]
    return len(told) == 2 and told[0].low in _AT and told[1].part == "name"


def is_crowd(passage: Passage, group: Group) -> bool:
    """«sabato erano in cinquemila al concerto»: how many came."""
    after = passage.words()[group.last + 1 : group.last + 4]
    told = [w for w in after if w.part != "time"][:2]
    return group.lemma == "essere" and len(told) == 2 and told[0].low == "in" and is_many(told[1])


def is_many(word: Word) -> bool:
    """«cinquemila», «1.500»: so many that they make a gathering."""
    big = word.low[0].isdigit() and len(word.low) > 2
    return word.part == "number" and (big or word.low.endswith(("mila", "cento", "mille")))


def _will_be(passage: Passage, clause: Clause, group: Group) -> bool:
    """«domani c'è l'assemblea», «oggi è il giorno dei funerali»: what is held that day."""
    words = passage.words()
    named = [words[i] for i in object_after(passage, clause, skip=True) if words[i].part != "article"]
    if words[group.first].low not in ("c'", "ci"):
        if any(w.low in _NEW for w in named[:2]) and passage.word and words[passage.word - 1].low in ("da", "dal"):
            return True  # «da ieri Neri è il nuovo questore»
        is_day = len(named) > 2 and named[0].low in _DAY and named[1].low in _OF_DAY
        named = named[2:] if is_day else []
    return bool(named) and is_gathering(named[0].low)


def _names_event(passage: Passage, clause: Clause, group: Group) -> bool:
    """«ha avuto un infortunio», «è stata oggetto di un tentativo di furto»: the noun tells it."""
    if not (group.compound or group.tense in ("remote", "future")):
        return False
    words = passage.words()
    rear = [i for i in clause.words if i > group.last]
    stop = next((k for k, i in enumerate(rear) if words[i].part == "mark"), len(rear))
    return any(words[i].part == "noun" and is_event_noun(words[i].low) for i in rear[:stop])


def is_opinion(sentence: Sentence, clause: Clause) -> bool:
    """What somebody believes or wishes: «credo che domani avremo una bella giornata»."""
    above = sentence.clauses[clause.parent].group if clause.parent >= 0 and clause.kind == "that" else None
    return above is not None and above.lemma in _OPINION and not above.compound


def is_how_things_are(words: list[Word], clause: Clause, group: Group, *, timed: bool = False) -> bool:
    """«oggi è custodito a Parigi», «se scritto così»: the participle describes, nothing happens."""
    if clause.kind == "participle":
        if group.lemma in _DESCRIBED and timed and clause.words and words[clause.words[0] - 1].part != "noun":
            return True  # «a senso unico, regolato da un semaforo nelle ore diurne»
        compared = clause.words != [] and clause.words[0] > 0 and words[clause.words[0] - 1].low in _COMPARING
        return compared and not is_happening(group)  # «di quanto accaduto ieri»
    if group.tense != "present" or group.auxiliary != "essere" or group.reflexive or group.lemma not in _DESCRIBED:
        return False
    return not any(words[i].low.startswith("stat") for i in range(group.first, group.last))


# «se scritto così», «più di quanto stanziato», «come disposto dal prefetto», «benché chiusa»
_COMPARING = frozenset("se quanto come benché sebbene seppure pur ove".split())


def is_standing(words: list[Word], group: Group) -> bool:
    """«ieri il negozio era chiuso», «era ricercato»: how things stood; «era stato chiuso» happened before."""
    if not group.passive or group.auxiliary != "essere" or group.lemma not in _STANDING:
        return False
    return not any(words[i].low.startswith("stat") for i in range(group.first, group.last))


_STANDING = _DESCRIBED | frozenset("chiudere aprire ricercare indagare attendere cercare prevedere".split())


def is_expected(passage: Passage, clause: Clause, group: Group) -> bool:
    """«La convenzione dovrebbe essere firmata domani»: told as to come, though not as sure."""
    words = passage.words()
    should = words[group.first].low in ("dovrebbe", "dovrebbero") or any(
        w.low in ("dovrebbe", "dovrebbero") for w in words[group.first : group.last]
    )
    if not should or group.modal != "dovere" or group.compound or group.lemma in STATES or clause.quoted:
        return False
    return passage.timex.type in ("DATE", "TIME") and words[-1].text != "?" and not any(w.low == "se" for w in words)


def is_alleged(passage: Passage, clause: Clause, group: Group) -> bool:
    """«i ladri sarebbero entrati dal tetto»: told as done, on another's word; «se…, avrebbe vinto» is not."""
    when = passage.timex.period
    if group.lemma == "risalire" and when is not None and when.is_day:
        return True  # «il decesso risalirebbe a ieri»
    state = group.lemma in _OPINION or (group.lemma in STATES and place_of_deed(passage, clause) is None)
    if not group.compound or group.modal or group.person != 3 or state:
        return False
    words = passage.words()
    if clause.kind != "main" or clause.quoted or group.lemma in REPORTING or group.lemma in _OF_AGE:
        return False
    return not (_AHEAD.search(passage.timex.text) or any(w.low in _UNDONE for w in words) or words[-1].text == "?")


# «se avesse frenato, avrebbe…», «altrimenti sarebbe…», «doveva…, avrebbe…»: not done, or not yet.
_UNDONE = frozenset("se altrimenti forse magari chi doveva dovevano".split())
_OF_AGE = frozenset({"compiere", "festeggiare", "celebrare"})  # «oggi avrebbe compiuto 80 anni»
_AHEAD = re.compile(r"\b(?:fra|tra|domani|prossim[oaie]|dopo|successiv[oaie]|seguente)\b|\A(?:due|tre|pochi) ", re.I)
