"""Which mentions tell an event: something that happened or is scheduled, not a habit, a state, a wish or a measure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from timeline.events.antecedents import antecedent
from timeline.events.appositions import is_of_somebody_named
from timeline.events.asides import is_aside_of_another
from timeline.events.clefts import deed_elsewhere, place_of_deed
from timeline.events.dated_nouns import dated_noun, is_definite, is_occasion, qualifies_a_noun
from timeline.events.dating import Dating, is_stretch_of_years
from timeline.events.deadlines import is_due, is_limited
from timeline.events.event_nouns import is_event_noun, is_gathering
from timeline.events.not_when import is_no_time_of_event, measures_something
from timeline.events.passage import Passage
from timeline.events.phrases import object_after, subject_before
from timeline.events.scheduling import SCHEDULING, scheduled_noun, tells_no_day
from timeline.events.states import (
    STATES,
    is_alleged,
    is_crowd,
    is_expected,
    is_how_things_are,
    is_opinion,
    is_phase,
    is_standing,
    tells_state,
)
from timeline.events.telling import is_happening, takes_up
from timeline.events.unexplained import is_unexplained
from timeline.events.verbless import noun_alone, noun_beside_colon, told_without_verb
from timeline.events.when_clauses import begun_by, dated_by_when, explained_by
from timeline.italian.clauses import REPORTING, Clause, Sentence
from timeline.italian.speech import Word
from timeline.italian.verb_groups import Group

_UNREAL = frozenset({"se", "qualora", "affinché", "finché", "benché", "sebbene", "come", "chi"})
_CONDITIONS = frozenset("patto condizione caso ipotesi meno".split())
_DOCUMENT = frozenset(
    "nota comunicato comunicazione lettera rapporto dossier norma legge decreto misura avviso".split()
)
_ISSUING = frozenset("diramare diffondere pubblicare emettere emanare inviare".split())


@dataclass(frozen=True, slots=True)
class Fact:
    """What a mention tells: the clause, and the place of the word that says it (a verb, or an event noun).

    *back*: the words point back at something told before («la rapina di gennaio», «alle 20.30»).
    """

    clause: Clause
    trigger: int
    noun: bool = False
    back: bool = False


def judge(passage: Passage, dating: Dating) -> Fact | None:
    """The fact a mention dates, or None where no editor would give it a line."""
    if is_no_time_of_event(passage, dating) or tells_no_day(passage) or _is_of_one_of_them(passage):
        return None
    noun = scheduled_noun(passage)
    if noun is not None and _is_conditional(passage, passage.clause):
        return None
    if noun is not None:
        return Fact(passage.sentence.clauses[passage.sentence.owner[noun]], noun, noun=True)
    if measures_something(passage):
        return None
    noun = dated_noun(passage)
    if _is_only_hoped(passage):
        return None
    if noun is not None:
        return Fact(passage.clause, noun, noun=True, back=is_definite(passage.words(), noun))
    if qualifies_a_noun(passage) and not is_occasion(passage):
        return _noun_taken_up(passage)
    noun = noun_beside_colon(passage, dating.period)
    if noun is not None:
        return Fact(passage.clause, noun, noun=True)
    clause = _telling_clause(passage.sentence, deed_elsewhere(passage) or passage.clause)
    if clause is None or clause.group is None:
        return _nominal(passage, dating)
    if _is_past_a_semicolon(passage, clause.group):
        return _nominal(passage, dating)
    for told in (clause, _affirmed_sister(passage, clause)):
        if told and told.group and _tells_event(passage, told, told.group, dating):
            return Fact(told, place_of_deed(passage, told) or told.group.head, back=is_clock_only(passage))
    return _dated_copula(passage) or _noun_of_copula(passage, dating)


def _is_of_one_of_them(passage: Passage) -> bool:
    """«dopo tre interventi, l'ultimo nell'ottobre scorso, è guarita»; «prenotabili dal giorno prima»: of that alone."""
    words, at = passage.words(), passage.word
    lead = at - 1 if at and words[at - 1].part == "preposition" else at
    before = words[max(0, lead - 3) : lead]
    if before and before[-1].low.endswith(("bile", "bili")) and words[lead].low.startswith("da"):
        return True
    while before and before[-1].low in ("lontano", "lontana", "nel", "nell'", "nella"):
        lead -= 1
        before = words[max(0, lead - 3) : lead]
    one = (
        [w.part for w in before[:2]] == ["mark", "article"] and len(before) == _THREE and before[2].low in _ONE_OF_THEM
    )
    return one and at + 1 < len(words) and words[at + 1].text in ",."


_THREE = 3
_ONE_OF_THEM = frozenset({"ultimo", "ultima", "primo", "prima"})


def _is_past_a_semicolon(passage: Passage, group: Group) -> bool:
    """«Resterà aperta fino a giugno; unica eccezione Pasquetta»: the other side is not told of that day.

    Nor is «Poca pioggia d'estate, troppa a settembre, e il tartufo si fa desiderare»: what leads to "and" has no verb.
    """
    words, at = passage.words(), passage.word
    between = words[group.last + 1 : at] if group.last < at else words[at : group.first]
    apart = any(
        a.text == "," and b.part == "and" and c.part == "article"
        for a, b, c in zip(between, between[1:], between[2:], strict=False)
    )
    return any(w.text == ";" for w in between) or (apart and at < group.first)


def _is_only_hoped(passage: Passage) -> bool:
    """«Il collegio punta ad arrivare a sentenza prima dell'estate»: nobody knows that it will."""
    group = passage.clause.group
    if group is None or group.lemma not in _HOPING or group.compound or passage.word < group.last:
        return False
    return any(w.is_verb("infinitive") for w in passage.words()[group.last + 1 : passage.word])


_STAYING = frozenset({"restare", "rimanere"})  # «restano oggi dodici dipendenti»
_HOPING = frozenset("puntare mirare aspirare sperare contare confidare ambire".split())


def _noun_taken_up(passage: Passage) -> Fact | None:
    """«È stata una seduta accesa, quella di martedì in consiglio»: the noun that «quella» takes up was then."""
    clause, words, at = passage.clause, passage.words(), passage.word
    while clause.kind == "participle" and clause.parent >= 0:
        clause = passage.sentence.clauses[clause.parent]
    group = clause.group
    if at < 3 or words[at - 1].low not in _OF_DAY or words[at - 2].low not in _THAT_ONE or group is None:
        return None
    if group.lemma != "essere" or group.negated or group.first > at:
        return None
    noun = next((i for i in range(group.last + 1, at - 2) if is_event_noun(words[i].low)), None)
    return Fact(clause, noun, noun=True) if noun is not None else None


def judge_when(passage: Passage, dating: Dating) -> tuple[Fact, Dating] | None:
    """What began at an expression that dates nothing else, with its date; None where it tells nothing.

    «È alla guida dal 2015, quando ha preso il posto del padre» and «il mercato, chiuso dal 2015» are of 2015.
    """
    clause = explained_by(passage) or begun_by(passage)
    when = dated_by_when(dating)
    if clause is None or clause.group is None or when.period is None or when.period.kind != "single":
        return None
    if clause.group.tense == "future" and explained_by(passage) is None:
        return None  # «ai domiciliari dall'estate 2023, resterà a casa»
    if not _tells_event(passage, clause, clause.group, when):
        return None
    return Fact(clause, place_of_deed(passage, clause) or clause.group.head), when


def is_impossible(passage: Passage, fact: Fact, dating: Dating, published: date) -> bool:
    """Whether what is told as done has a day after publication: the day was read wrongly, and none is better.

    Not what is called, set or awaited for that day, nor how things will stand: «è chiusa domani».
    """
    group, period = fact.clause.group, dating.period
    if fact.noun or group is None or period is None or period.first is None:
        return False
    if group.tense == "conditional" and group.compound and period.first > published:
        return True  # «a fine agosto sarebbe partito per la Spagna»
    if not group.is_past:
        return False
    if period.first <= published or group.lemma in SCHEDULING or group.lemma == "invitare":
        return False
    words = passage.words()[group.first : group.last + 1]
    stands = group.passive and group.tense == "present" and not any(w.low.startswith("stat") for w in words)
    return not stands and period.is_day


def told_by_verb_above(passage: Passage, fact: Fact | None, dating: Dating, published: date) -> Fact | None:
    """«Giurerà davanti alle camere riunite il 6 agosto»: of a day to come a participle tells nothing; the verb does."""
    first = dating.period.first if dating.period else None
    if fact is None or fact.noun or fact.clause.kind != "participle" or first is None or first <= published:
        return fact
    clause, group = fact.clause, fact.clause.group
    set_off = passage.words()[clause.words[0] - 1].text == ","
    if clause.parent < 0 or group is None or group.lemma in SCHEDULING or set_off:
        return fact
    above = passage.sentence.clauses[clause.parent]
    will = above.group is not None and above.group.tense == "future" and not above.group.negated
    return Fact(above, above.group.head) if will and above.group else fact


def is_real(passage: Passage, fact: Fact) -> bool:
    """Whether the fact, whatever its day, is told as done: affirmed, past or a bare participle, no state."""
    group = fact.clause.group
    if fact.noun or group is None:
        return fact.noun
    if group.negated or fact.clause.quoted or (group.tense and not group.is_past):
        return False
    if fact.clause.opener >= 0 and passage.words()[fact.clause.opener].low in _UNREAL:
        return False
    return group.lemma not in REPORTING and (group.lemma not in STATES or group.passive)


def is_clock_only(passage: Passage) -> bool:
    """Whether the expression is an hour or part of the day alone, its day named before: «alle 20.30», «in serata»."""
    return passage.timex.type == "TIME" and not _DAY_WORD.search(passage.timex.text)


_DAY_WORD = re.compile(
    r"\b(?:ieri|oggi|domani|dopodomani|quest[ao]|luned|marted|mercoled|gioved|venerd|sabato|domenica|gen|feb|mar|apr|mag|giu|lug"
    r"|ago|set|ott|nov|dic|sta(?:mattina|mani|mane|sera|notte)|scors|prossim|altr|natale|pasqua|vigilia|giorno|dopo|trascors"
    r"|domattina|nottetempo|\d+[/.-]\d+[/.-]\d+)",
    re.I,
)


def _dated_copula(passage: Passage) -> Fact | None:
    """«l'arresto è di ieri sera», «è delle 3 la scossa»: the noun happened then."""
    clause, words, at = passage.clause, passage.words(), passage.word
    group = clause.group
    if group is None or group.lemma != "essere" or group.compound or group.negated or at < 2 or group.last != at - 2:
        return None
    colon = max((i for i in clause.words if i < group.first and words[i].text == ":"), default=-1)
    before = [i for i in clause.words if colon < i < group.first and words[i].part == "noun"]
    nouns = before or [i for i in object_after(passage, clause, skip=True) if words[i].part == "noun"]
    nouns = [i for i in nouns if words[i].low not in _NEXT]
    if not nouns or not is_event_noun(words[nouns[0]].low):
        return None
    held = group.tense == "present" and is_gathering(words[nouns[0]].low)  # «la prossima udienza è il 6 ottobre»
    if words[at - 1].low not in _OF_DAY and not (held and words[at - 1].low in ("il", "l'")):
        return None
    return Fact(clause, nouns[0], noun=True, back=is_definite(words, nouns[0]))


_OF_DAY = frozenset("di del dello della dell' delle dei degli".split())
_NEXT = frozenset("prossimo prossima prima primo ultima ultimo nuova nuovo seconda secondo".split())
_CARRIER = frozenset(
    "autore autori autrice vittima vittime protagonista teatro oggetto responsabile responsabili".split()
)


def _noun_of_copula(passage: Passage, dating: Dating) -> Fact | None:
    """«è l'autore del furto alla boutique, nella notte del 7 febbraio»: the furto happened then."""
    clause = passage.clause
    group = clause.group
    if group is None or group.lemma != "essere" or group.negated or dating.period is None:
        return None
    words = passage.words()
    rear = [i for i in clause.words if i > group.last]
    carried = False
    for place in rear[:12]:
        carried = carried or words[place].low in _CARRIER
        if carried and words[place].part == "noun" and is_event_noun(words[place].low):
            return Fact(clause, place, noun=True)
    return None


def _telling_clause(sentence: Sentence, clause: Clause) -> Clause | None:
    """The clause itself, or the one above it where it has no verb of its own."""
    while clause.group is None and clause.parent >= 0:
        if clause.kind == "relative":
            return None  # its verb was not known as one: whatever stands above is told of another time
        clause = sentence.clauses[clause.parent]
    return clause


def _nominal(passage: Passage, dating: Dating) -> Fact | None:
    """A sentence without a verb tells an event by its noun: «Ieri il processo», «In fiamme ieri un deposito»."""
    done = _participle_after(passage)
    if done and done.group:
        return Fact(done, done.group.head)
    noun = noun_alone(passage, dating.period)
    there = _told_there(passage, dating) if noun is None else None
    place = told_without_verb(passage, dating.period) if noun is None else noun
    return there or (None if place is None else Fact(passage.clause, place, noun=True))


def _participle_after(passage: Passage) -> Clause | None:
    """«Premio Bancone, ieri annunciata la cinquina»: the participle that the date leads to, no other verb there."""
    own, clauses = passage.sentence.owner[passage.word], passage.sentence.clauses
    told = next((c for c in clauses if c.parent == own and c.kind == "participle" and c.words), None)
    if told is None or told.words[0] != passage.word + 1 or passage.words()[max(0, passage.word - 1)].text not in ",:.":
        return None
    return told


def _told_there(passage: Passage, dating: Dating) -> Fact | None:
    """«Paura ieri a Imola, dove un incendio ha distrutto un tetto»: what happened, after a mood and a place."""
    own = passage.sentence.clauses.index(passage.clause)
    for child in passage.sentence.clauses[own + 1 :]:
        opened = child.opener > passage.word and passage.words()[child.opener].low in ("dove", "quando")
        if child.parent == own and opened and child.group and child.group.compound:
            told = _tells_event(passage, child, child.group, dating)
            return Fact(child, child.group.head) if told else None
    return None


def _affirmed_sister(passage: Passage, clause: Clause) -> Clause | None:
    """«domani non si fermerà e scenderà in campo»: what is affirmed after what is denied, with no date of its own."""
    if clause.group is None or not clause.group.negated:
        return None
    clauses, words = passage.sentence.clauses, passage.words()
    for other in clauses[clauses.index(clause) + 1 :]:
        group = other.group
        if other.kind != clause.kind or group is None or group.negated or group.lemma in REPORTING:
            continue
        same = group.tense == clause.group.tense and group.compound == clause.group.compound
        if same and not any(passage.is_date(words[i]) for i in other.words):
            return other
    return None


def _tells_event(passage: Passage, clause: Clause, group: Group, dating: Dating) -> bool:
    words = passage.words()
    if (group.negated and not _is_ending(passage, group)) or group.tense == "subjunctive":
        return False
    if group.tense == "conditional" and not (is_alleged(passage, clause, group) or is_expected(passage, clause, group)):
        return False
    if clause.opener >= 0 and words[clause.opener].low in _UNREAL:
        return False
    if clause.opener > 0 and words[clause.opener].low == "che" and words[clause.opener - 1].low in _CONDITIONS:
        return False  # «a patto che la Lega accolga la richiesta»
    still = not group.compound and not is_crowd(passage, group)
    if group.tense == "imperfect" and (still or is_standing(words, group)):
        return False
    if {words[i].low for i in clause.words if i < group.first} & (_NOBODY if group.is_past else _WHOEVER):
        return False
    if group.tense == "present" and not group.compound and _is_habit(passage):
        return False
    if group.tense == "present" and not group.compound and _is_behind_colon(passage, group):
        return False
    if (
        _is_since_of_aside(passage, group)
        or _is_of_whoever(passage, clause, group)
        or (group.lemma in _STAYING and group.tense == "present" and not group.compound)
        or is_unexplained(passage, clause, group)
        or _calls_to_mind(passage, clause, group)
    ):
        return False
    if is_opinion(passage.sentence, clause) or is_how_things_are(words, clause, group, timed=is_clock_only(passage)):
        return False
    if is_limited(passage) and not is_due(clause, group):
        return False
    if tells_state(passage, clause, group, dating) or is_phase(passage, clause, group):
        return False
    if is_of_somebody_named(passage, clause, group, dating) or _is_nowadays(passage, clause, group):
        return False
    if clause.kind != "main" and dating.period and is_stretch_of_years(dating.period):
        return False
    if group.lemma in _MAKING_KNOWN and any(words[i].low in ("lo", "l'") for i in range(group.first, group.last)):
        return False  # «Lo ha annunciato ieri…»: it says who said so of what stands beside it
    if is_clock_only(passage) and group.tense == "present" and not group.compound:
        return False
    if group.tense == "present" and not group.compound and _is_of_nowadays(passage, clause, group, dating):
        return False
    if clause.kind == "participle" and group.first and _is_kept_so(words[group.first - 1]):
        return False  # «invita a tenere chiuse le finestre»
    if clause.kind == "participle" and {w.low for w in words[max(0, group.first - 1) : group.first]} & _USUALLY:
        return False  # «quindici posti, di solito chiusi tra la vigilia e l'Epifania»
    if clause.kind == "participle" and (
        _is_document(passage, clause, group, dating) or _is_count(words, clause, group)
    ):
        return False
    if clause.kind == "participle" and is_aside_of_another(passage, clause, group):
        return False
    if clause.quoted and (_is_of_the_speaker(words, clause, group) or _is_done_to_us(passage, clause, group)):
        return False
    if _does_the_time(passage, group):
        return False
    if clause.kind == "participle" and group.lemma in _GOING_WITH:
        return False
    if group.lemma in _STUDYING and _is_of_what_is_told(passage, clause):
        return False
    if (
        clause.quoted
        and group.passive
        and group.lemma in REPORTING
        and {w.low for w in words[group.first : group.last]} & _US
    ):
        return False  # «il 9 settembre ci era stato detto che…»
    taken_up = clause.opener > 0 and words[clause.opener - 1].low in _THAT_ONE
    if taken_up and (clause.kind == "relative" or (clause.kind == "that" and not _is_cleft(passage, clause))):
        return False  # «è una beffa quella che ha subito ieri il bar»
    if _is_of_such(words, clause, group) or _is_conditional(passage, clause):
        return False
    if clause.kind == "relative" and is_happening(group) and takes_up(antecedent(passage.sentence, clause)):
        return False  # «…, circostanza che si era già verificata a luglio»: what, only the clause before says
    if dating.period is None and group.lemma in STATES:
        return False  # «in passato sono state al centro di…»
    if dating.period is None and [words[i].part for i in object_after(passage, clause)[:1]] == ["number"]:
        return False  # «in passato ha seguito nove elezioni»
    if group.person != 3 and clause.quoted:
        return _first_person_event(passage, clause, group, dating)
    return dating.period is not None or group.is_past or (group.tense == "future" and _will_be_seen(group))


_USUALLY = frozenset("solito norma solitamente abitualmente normalmente generalmente".split())
# «la sfilata, seguita alle 18 dal processo», «una perturbazione accompagnata da vento»
_GOING_WITH = frozenset("seguire precedere accompagnare affiancare caratterizzare imbattere".split())
_STUDYING = frozenset("ricostruire ripercorrere raccontare documentare descrivere analizzare studiare".split())


def _is_of_what_is_told(passage: Passage, clause: Clause) -> bool:
    """«hanno ricostruito l'inquinamento fra il 1868 e il 1939»: the years are those of what is studied."""
    after, at = object_after(passage, clause), passage.word
    years = passage.timex.period is not None and len(passage.timex.period.points) > 1
    return bool(after) and years and after[-1] < at


def _is_conditional(passage: Passage, clause: Clause) -> bool:
    """«sarà nei play-off qualora domani facesse un punto»: nobody knows that it will be."""
    clauses, words = passage.sentence.clauses, passage.words()
    own = clauses.index(clause)
    otherwise = words[0].low in ("altrimenti", "sennò") or [w.low for w in words[:3]] == ["in", "caso", "contrario"]
    if otherwise and clause.kind == "main":
        return True  # «In caso contrario resteranno agli ormeggi»
    return any(c.parent == own and c.opener >= 0 and words[c.opener].low in _IF_EVER for c in clauses)


_IF_EVER = frozenset({"qualora", "purché"})


def _is_of_such(words: list[Word], clause: Clause, group: Group) -> bool:
    """«assegni per diplomati che si iscriveranno»: whoever does so, nobody in particular."""
    place = clause.opener - 1
    if clause.kind != "relative" or place < 1 or words[clause.opener].low != "che" or not group.plural:
        return False
    return words[place].part == "noun" and words[place].low[-1] in "ie" and words[place - 1].low in _FOR_ANY


_FOR_ANY = frozenset("per di da a con tra fra".split())


def _is_cleft(passage: Passage, clause: Clause) -> bool:
    """«è una beffa quella che…»; «la scossa, quella che abbatté la torre» only says which."""
    above = passage.sentence.clauses[clause.parent].group if clause.parent >= 0 else None
    return above is not None and above.lemma == "essere"


def _is_of_whoever(passage: Passage, clause: Clause, group: Group) -> bool:
    """«Chi parcheggia in centro pagherà»: the clause with "chi" stands for the subject, who is nobody in particular."""
    clauses, words = passage.sentence.clauses, passage.words()
    own = clauses.index(clause)
    whoever = [c for c in clauses if c.parent == own and c.opener >= 0 and words[c.opener].low == "chi"]
    led = [c for c in whoever if c.opener < group.first and words[c.opener - 1].part != "preposition"]
    return bool(led) and not subject_before(passage, clause)


def _is_since_of_aside(passage: Passage, group: Group) -> bool:
    """«hanno bussato da un 47enne, disoccupato dall'estate scorsa»: since when he is so, not when they did."""
    words, at = passage.words(), passage.word
    since = at > 0 and words[at - 1].part == "preposition" and words[at - 1].low.startswith("da")
    if since and group.tense == "future" and at + 1 < group.first and words[at + 1].text == ",":
        return words[at - 2].text != "," and any(
            w.text == "," for w in words[:at]
        )  # «Neri, ai domiciliari dall'estate 2023, resterà a casa»
    punctual = group.tense == "remote" or (group.auxiliary == "avere" and group.is_past)
    return since and punctual and any(w.text == "," for w in words[group.last + 1 : at])


def _calls_to_mind(passage: Passage, clause: Clause, group: Group) -> bool:
    """«La memoria corre al febbraio 2012», «qualcuno cita il 1934»: the date is what is thought of."""
    words, at = passage.words(), passage.word
    if group.lemma in _CITING:
        return at - group.last in (1, 2) and all(w.part == "article" for w in words[group.last + 1 : at])
    return group.lemma in _GOING and any(w.low in _MINDS for w in subject_before(passage, clause)[:2])


_CITING = frozenset("citare ricordare evocare rievocare rammentare menzionare".split())
_GOING = frozenset("correre andare tornare volare risalire".split())
_MINDS = frozenset("memoria mente pensiero pensieri ricordo ricordi".split())


def _is_nowadays(passage: Passage, clause: Clause, group: Group) -> bool:
    """«Gli investimenti che il mercato oggi richiede»: the «oggi» of somebody's words, in the present."""
    present = group.tense == "present" and not group.compound and not group.passive
    return clause.quoted and present and passage.timex.text.lower() == "oggi" and group.lemma not in _COMING


_MAKING_KNOWN = REPORTING | frozenset("comunicare rendere anticipare stabilire decidere riportare segnalare".split())


def _is_behind_colon(passage: Passage, group: Group) -> bool:
    """«In fiamme sabato un'auto in via Cairoli: indagano i carabinieri»: the day is that of the fire."""
    return any(w.text == ":" for w in passage.words()[passage.word : group.first])


def _is_habit(passage: Passage) -> bool:
    """«come ogni anno, a settembre ricominciano i corsi», «in estate il lago attira i tedeschi»."""
    each = any(w.part == "time" and w.low.startswith("ogni ") for w in passage.words())
    return each or _SEASON.match(passage.timex.text) is not None


_SEASON = re.compile(r"(?:d['’])?(?:estate|inverno|primavera|autunno)\Z", re.I)
# «ieri nessuno ha risposto»; «chi presenta la domanda dopo il 30 giugno», «di solito ad agosto la città si svuota».
_NOBODY = frozenset("nessuno nessuna nessun nulla mai né".split())
_WHOEVER = _NOBODY | frozenset("chi chiunque solito norma solitamente abitualmente normalmente".split())


def _is_ending(passage: Passage, group: Group) -> bool:
    """«dal primo luglio i pullman non passeranno più»: that it ends is the news."""
    words, at = passage.words(), passage.word
    no_more = any(w.low == "più" for w in words[group.last + 1 : group.last + 2])
    return no_more and group.tense == "future" and at > 0 and words[at - 1].low in ("da", "dal", "dall'", "dalla")


def _is_done_to_us(passage: Passage, clause: Clause, group: Group) -> bool:
    """«ci hanno mandato un messaggio»: who did, and to whom, only the speaker knows."""
    words = passage.words()[group.first : group.last]
    ours = any(w.part == "clitic" and w.low in ("ci", "vi") for w in words)
    return ours and group.auxiliary == "avere" and group.plural and not subject_before(passage, clause)


def _does_the_time(passage: Passage, group: Group) -> bool:
    """«ha ricostruito | le ultime quarantotto ore | del marito»: the time is what is told of."""
    words, at = passage.words(), passage.word
    begin = at - 1 if words[at - 1].part == "article" else at
    behind = words[at + 1].low if at + 1 < len(words) else ""
    return group.auxiliary == "avere" and begin == group.last + 1 and behind in _OF_DAY - {"di"}


def _is_of_the_speaker(words: list[Word], clause: Clause, group: Group) -> bool:
    """«mio padre aveva scritto», «mi hanno dato acqua», «la porteremo lì»: only who heard it all knows whose."""
    lows = {words[i].low for i in clause.words}
    pointed = any(words[i].low in _IT for i in range(max(0, group.first - 1), group.last))
    told_me = any(words[i].low in ("mi", "m'") and words[i].part == "clitic" for i in range(group.first, group.last))
    return told_me or bool(lows & _MINE) or (pointed and bool(lows & _HERE))


_US = frozenset("mi ci vi".split())
_IT = frozenset("lo la li le l'".split())
_HERE = frozenset("lì là qui qua".split())
_THAT_ONE = frozenset("quello quella quelli quelle ciò".split())


def _will_be_seen(group: Group) -> bool:
    """«presto aprirà la biblioteca» will be a fact; «presto avremo risposte», «aumenteranno» are hopes and trends."""
    return group.passive or group.lemma in _COMING


_COMING = frozenset(
    """
    aprire riaprire chiudere inaugurare arrivare partire nascere iniziare cominciare tornare uscire debuttare sbarcare
    trasferirsi trasferire
    """.split()
)


def _is_of_nowadays(passage: Passage, clause: Clause, group: Group, dating: Dating) -> bool:
    """«gli investimenti che il mercato oggi richiede»; «Neri, sindaco dal 2009 al 2019, riconosce la sconfitta»."""
    words, at = passage.words(), passage.word
    if clause.kind == "relative" and passage.timex.text.lower() == "oggi" and not group.reflexive:
        return group.lemma not in _COMING
    period = dating.period
    if at > group.first or period is None or period.first is None or clause.kind != "main":
        return False
    before = [k for k in range(at) if words[k].text == ","]
    aside = bool(before) and any(words[k].text == "," for k in range(at, group.first)) and before[0] > 0
    return aside and words[before[-1] - 1].part == "name" and is_stretch_of_years(period)


def _is_kept_so(before: Word) -> bool:
    """«Tenere chiuse», «ancora scossa»: how somebody or something is, not what was done."""
    return before.low == "ancora" or (
        before.verb is not None and before.verb.lemma in ("tenere", "mantenere", "lasciare")
    )


def _is_count(words: list[Word], clause: Clause, group: Group) -> bool:
    """«È la quarantanovesima venuta alla luce nel 2022», «per fatti analoghi, avvenuti nel 2019»: nothing is named."""
    before = [w for w in words[max(0, clause.words[0] - 3) : clause.words[0]] if w.part != "mark"]
    if before and _ORDINAL.search(before[-1].low):
        return True
    head = words[group.head].verb
    return is_happening(group) and head is not None and head.plural and any(w.low in _DEEDS for w in before)


_ORDINAL = re.compile(r"esim[oaie]\Z")
_DEEDS = frozenset("fatti episodi vicende cose".split())


def _is_document(passage: Passage, clause: Clause, group: Group, dating: Dating) -> bool:
    """«la nota diramata ieri», «una misura emessa nel 2020»: the paper that says so is not the news."""
    if group.lemma not in _ISSUING:
        return False
    words = passage.words()
    first = clause.words[0]
    return any(w.low in _DOCUMENT for w in words[max(0, first - 12) : first])


def _first_person_event(passage: Passage, clause: Clause, group: Group, dating: Dating) -> bool:
    """What a speaker tells of himself is an event where a noun names one, or where he announces a day."""
    if group.tense == "future":
        return dating.period is not None and dating.period.is_day and group.lemma not in ("vedere", "sapere", "capire")
    if not group.plural or group.lemma in _PRIVATE:
        return False
    if group.is_past and group.lemma in _OFFICIAL:
        return True
    words = passage.words()
    return any(i > group.last and words[i].part == "noun" and is_event_noun(words[i].low) for i in clause.words)


# What people tell of themselves is a memory, not news, but for what they did together.
_PRIVATE = frozenset(
    "andare venire vedere sentire chiedere domandare aspettare perdere vivere passare ricevere".split()
)
# «ieri abbiamo firmato il contratto»: what an office, a company or a party does.
_OFFICIAL = frozenset(
    """
    firmare siglare sottoscrivere inaugurare presentare depositare approvare arrestare sequestrare consegnare votare
    denunciare avviare acquistare donare convocare stanziare evacuare
    """.split()
)
_MINE = frozenset("mio mia miei mie".split())
