"""What is set for a day: «l'udienza è fissata per il 12 maggio» tells of a hearing on that day, not of the setting."""

from __future__ import annotations

from itertools import dropwhile, takewhile

from timeline.events.antecedents import antecedent
from timeline.events.event_nouns import is_event_noun
from timeline.events.passage import Passage
from timeline.events.phrases import object_after, subject_before
from timeline.events.subjects import is_person
from timeline.italian.clauses import Clause
from timeline.italian.speech import Word
from timeline.italian.tokens import OF
from timeline.italian.verb_groups import Group

# With «per» and a day: when it will be.
_SET_FOR = frozenset(
    """
    fissare programmare convocare indire proclamare annunciare preannunciare calendarizzare prevedere attendere
    organizzare confermare stabilire diramare emanare assicurare promettere garantire disporre ordinare deliberare
    ottenere concordare
    """.split()
)
_FORESEEN = frozenset("prevedere attendere programmare".split())
# With «a» and a day: from another day to this.
_MOVED_TO = frozenset(
    "rinviare spostare posticipare anticipare slittare aggiornare rimandare differire procrastinare".split()
)
_CALLED_OFF = _MOVED_TO | frozenset("annullare sospendere cancellare revocare saltare disdire".split())
SCHEDULING = _SET_FOR | _MOVED_TO
# «è in programma sabato», «sono in calendario per il 3».
DUE = frozenset("programma calendario agenda cartellone scaletta".split())
# Bodies that are called together: their name is that of the sitting.
_SITTING = frozenset("assemblea commissione comitato congresso conferenza consiglio direzione giunta vertice".split())
_DAY = frozenset({"data", "giorno", "giornata"})
_TO = frozenset("a ad al all' alla alle".split())


def scheduled_noun(passage: Passage) -> int | None:
    """The word that names what is set for the day of the expression; None where nothing is."""
    clause, group = passage.clause, passage.clause.group
    if group is None or group.negated or (group.tense == "imperfect" and not group.compound):
        return None
    if not _sets_the_day(passage, group):
        return None
    if _was_only_planned(passage, group) or _sets_only_the_date(passage, clause):
        return None
    for phrase in _set(passage, clause, group):
        noun = _named(phrase, group)
        if noun:
            return next((i for i, w in enumerate(passage.words()) if w.start == noun.start), None)
    return None


def _was_only_planned(passage: Passage, group: Group) -> bool:
    """«Il termine era previsto per l'Epifania»: what was to be then, and may have come otherwise."""
    if group.tense == "imperfect" and group.compound and group.lemma in _MOVED_TO:
        return True  # «la riapertura era slittata a Natale, quindi a Pasqua»
    standing = group.tense == "imperfect" and group.auxiliary == "essere" and group.lemma in _FORESEEN
    return standing and not any(w.low.startswith("stat") for w in passage.words()[group.first : group.last])


def _sets_only_the_date(passage: Passage, clause: Clause) -> bool:
    """«La data dei funerali sarà fissata a inizio settimana»: then the day will be known, no more."""
    return (
        any(w.low == "data" for w in subject_before(passage, clause)[:2])
        and _lead(passage.words(), passage.word) != "per"
    )


def _named(phrase: list[Word], group: Group) -> Word | None:
    """The noun of the phrase that is set for a day; None where it is somebody, or a thing that only will be there."""
    if any(w.low in _DAY for w in phrase[:3]):  # «la data del matrimonio»
        phrase = list(dropwhile(lambda w: w.part != "preposition", phrase))[1:]
    head = list(takewhile(lambda w: w.part != "preposition", phrase))
    noun = next((w for w in head if w.part == "noun" or w.low in _SITTING), None)
    if noun is None or noun.low in _SITTING:
        return noun
    unlike = group.lemma in ("convocare", "attendere", "ottenere") and not is_event_noun(noun.low)
    return None if unlike or is_person(head) else noun


def tells_no_day(passage: Passage) -> bool:
    """Whether nothing happens, or will, on the day of the expression.

    «l'assemblea convocata per il 30 aprile è stata rinviata», «la gara prevista per domenica non si terrà»; «ha deciso
    di anticipare al 20 aprile la riapertura», «ha prorogato al 30 giugno il divieto».
    """
    words, clause = passage.words(), passage.clause
    before, lead = words[: passage.word], _lead(words, passage.word)
    verb = next((w for w in reversed(before) if w.verb), None)
    if verb and verb.verb and lead in _TO and (verb.verb.lemma == "prorogare" or _is_infinitive_of_moving(verb)):
        return True
    if clause.kind not in ("participle", "relative") or clause.parent < 0 or not clause.group:
        return False
    above = passage.sentence.clauses[clause.parent].group
    if above is None or not _sets_the_day(passage, clause.group):
        return False
    return above.negated or above.lemma in _CALLED_OFF


def _sets_the_day(passage: Passage, group: Group) -> bool:
    """Whether the expression stands with its preposition where the verb says for when, or till when."""
    words = passage.words()
    if group.lemma == "essere" and not group.compound:
        due = [w.low for w in words[group.last + 1 : group.last + 3]]
        return len(due) == 2 and due[0] == "in" and due[1] in DUE
    before = _lead(words, passage.word)
    moved = group.lemma in _MOVED_TO or group.lemma == "fissare"
    bare = passage.word == group.last + 1 and group.passive and group.tense == "present"  # «è prevista lunedì»
    foreseen = group.lemma in _FORESEEN and (before == "entro" or bare)
    set_for = before == "per" or (group.is_past and _is_to_come(passage))
    return foreseen or (group.lemma in _SET_FOR and set_for) or (moved and before in _TO)


def _is_to_come(passage: Passage) -> bool:
    """«Ha ordinato la chiusura delle scuole domani»: a day that no perfect can be of."""
    told = passage.timex.text.lower()
    return "domani" in told or "prossim" in told


def _lead(words: list[Word], at: int) -> str:
    """The preposition in front of the expression, its article between: "per" of «per il 3 maggio»."""
    lead = at - 1
    while lead > 1 and words[lead].part == "preposition" and words[lead - 1].part == "time":
        lead -= 1  # «per domenica 3 dicembre dalle 11 alle 12»
        while lead > 1 and words[lead].part == "time":
            lead -= 1
    if lead > 2 and words[lead].low in OF and words[lead - 1].low in _DAY:
        lead -= 2  # «per la giornata di domani»
    while lead > 0 and words[lead].part in ("article", "time"):
        lead -= 1
    return words[lead].low if lead >= 0 else ""


def _is_infinitive_of_moving(word: Word) -> bool:
    return word.is_verb("infinitive") and word.verb is not None and word.verb.lemma in _MOVED_TO


def _set(passage: Passage, clause: Clause, group: Group) -> list[list[Word]]:
    """The phrases that may name what is set, likeliest first."""
    words = passage.words()
    if clause.kind == "participle":
        return [antecedent(passage.sentence, clause)]
    told = [subject_before(passage, clause)]
    if clause.kind == "relative" and not told[0]:
        told = [antecedent(passage.sentence, clause)]
    after = [words[i] for i in object_after(passage, clause, skip=True)]
    passive = group.passive or group.lemma in ("essere", "slittare") or group.reflexive
    return [*told, after] if passive else [after]
