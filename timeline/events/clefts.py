"""Sentences that put a deed apart from its verb: «a firmare è stato il sindaco», «era il 12 luglio quando…»."""

from __future__ import annotations

from dataclasses import replace
from itertools import takewhile

from timeline.events.agreement import agreement_of
from timeline.events.passage import Passage
from timeline.events.phrases import core_of, object_after, subject_before
from timeline.events.referents import introduced
from timeline.events.subjects import is_person
from timeline.events.verb_forms import in_small
from timeline.events.without_dates import dateless
from timeline.italian.clauses import Clause
from timeline.italian.participle_of import participle_of
from timeline.italian.speech import Word
from timeline.italian.verb_groups import UNACCUSATIVE, Group


def deed_elsewhere(passage: Passage) -> Clause | None:
    """The clause that tells what was done at a date which stands in another."""
    group = passage.clause.group
    if group is None:
        return None
    told = _cleft(passage) if group.lemma == "essere" else _after_colon(passage) if group.lemma == "risalire" else None
    return told or (_meanwhile(passage) if group.tense == "imperfect" else None)


def _cleft(passage: Passage) -> Clause | None:
    """«Era il 12 luglio 1944 quando fecero saltare il ponte», «fu il 1954 l'anno in cui arrivò la televisione»."""
    group, words, at = passage.clause.group, passage.words(), passage.word
    if group is None or group.lemma != "essere" or group.negated or passage.clause.kind != "main":
        return None
    between = words[group.last + 1 : at]
    end = at + 1
    while end < len(words) - 1 and (words[end].part in ("article", "preposition") or words[end].low in _TIMES):
        end += 1
    told = next((c for c in passage.sentence.clauses if c.opener == end), None)
    if told is None or told.group is None or any(w.part not in _LEADING for w in between):
        return None
    opened = words[end].low in ("quando", "che", "cui")
    return told if opened and not subject_before(passage, passage.clause) else None


def _after_colon(passage: Passage) -> Clause | None:
    """«Il colpo risale al 14 luglio: tre banditi erano entrati…»: the clause that tells what was done."""
    group, words, at = passage.clause.group, passage.words(), passage.word
    if group is None or group.lemma != "risalire" or at + 1 >= len(words) or words[at + 1].text != ":":
        return None
    told = next(
        (c for c in passage.sentence.clauses if c.group and c.group.tense and c.words and c.words[0] > at), None
    )
    return told if told and told.group and told.group.is_past else None


def _meanwhile(passage: Passage) -> Clause | None:
    """«Mentre ieri rientrava è stato aggredito», «guidava a giugno il furgone finito fuori strada»: what happened."""
    clause, clauses, words = passage.clause, passage.sentence.clauses, passage.words()
    if clause.group is None or clause.group.tense != "imperfect" or clause.group.compound or clause.group.negated:
        return None
    if clause.kind == "that" and words[clause.opener].low in ("mentre", "quando") and clause.parent >= 0:
        above = clauses[clause.parent]
        return above if above.group and above.group.is_past else None
    own = clauses.index(clause)
    told = next((c for c in clauses[own + 1 :] if c.parent == own and c.kind == "participle" and c.group), None)
    return told if told and told.group and told.group.lemma in _ACCIDENTS else None


_LEADING = ("article", "preposition", "adverb")
_TIMES = frozenset("anno giorno mese notte sera mattina estate".split())
_ACCIDENTS = frozenset(
    """
    finire uscire precipitare cadere affondare deragliare esplodere sbandare schiantare ribaltare capovolgere
    coinvolgere rovesciare scontrare incendiare naufragare inabissare cappottare
    """.split()
)


def place_of_deed(passage: Passage, clause: Clause) -> int | None:
    """The infinitive that tells what somebody was the one to do.

    «A sbattere la porta è stata Anna Neri», «sono stati i vigili a trovarlo», «il primo a parlare fu il rettore».
    """
    group, words = clause.group, passage.words()
    if group is None or group.lemma != "essere" or group.negated or not _may_tell(words, clause):
        return None
    told = [i for i in clause.words if words[i].is_verb("infinitive") and _after_a(words, i)]
    before = [i for i in told if i < group.first]
    if before:
        led = [words[i] for i in clause.words if i < before[0] - 1 and words[i].part not in _BEFORE_DEED]
        return before[0] if not led or led[-1].low in _FIRST else None
    after = [i for i in told if i > group.last]
    between = [words[i] for i in clause.words if after and group.last < i < after[0] - 1]
    named = any(w.part in ("article", "name", "number", "pronoun") or w.low in _SOME for w in between[:3])
    return after[0] if after and named else None


def deed_put_last(passage: Passage, clause: Clause) -> list[Word]:
    """«A firmare l'atto ieri è stato il sindaco» → «È stato il sindaco a firmare l'atto»; [] for other sentences."""
    group, deed, words = clause.group, place_of_deed(passage, clause), passage.words()
    if group is None or deed is None or deed > group.first or deed - 1 not in clause.words[:2]:
        return []
    who = core_of([words[i] for i in object_after(passage, clause)], _LONGEST_WHO)
    verb = words[group.first : group.last + 1]
    what = [words[i] for i in dateless(passage, [i for i in clause.words if deed - 1 <= i < group.first])]
    while what and what[-1].part == "mark":
        what.pop()
    return [*verb, *who, replace(what[0], text=what[0].low), *what[1:]] if who and what else []


def deed_told_plainly(passage: Passage, clause: Clause) -> list[Word]:
    """«A bloccare la norma sono state Francia e Spagna» → «Francia e Spagna hanno bloccato la norma»; [] for other
    sentences, or where the participle is not known."""
    group, deed, words = clause.group, place_of_deed(passage, clause), passage.words()
    if group is None or deed is None or any(words[i].low in _FIRST for i in clause.words):
        return []
    if group.tense == "future" and deed > group.first:
        return _will_do(passage, clause, deed)
    if not group.is_past:
        return []
    verb = words[deed]
    done = "fatto" if verb.low == "far" else participle_of(verb.low)
    if not done or verb.verb is None:
        return []
    before = deed < group.first
    behind = [i for i in clause.words if i > group.last and (before or i < deed - 1)]
    who = object_after(passage, clause)
    who = who if before else [i for i in dateless(passage, behind) if words[i].part != "mark"]
    if not who or words[who[0]].part not in ("article", "name", "number"):
        return []
    what = [i for i in clause.words if (deed < i < group.first if before else i > deed)]
    rest = list(takewhile(lambda i: words[i].part != "mark", (i for i in behind if i > who[-1]))) if before else []
    phrase = [words[i] for i in who]
    agreed = agreement_of(phrase)
    own = verb.verb.lemma in UNACCUSATIVE
    ending = ("i" if group.plural else "o") if agreed is None or not own else agreed.ending()
    auxiliary = _IS[group.plural] if own else _HAS[group.plural]
    told = [
        replace(verb, text=auxiliary, low=auxiliary, end=-1),
        replace(verb, text=done[:-1] + (ending if own else "o"), low=done, end=-1),
    ]
    own_rest = rest != [] and words[rest[0]].low == "in" and words[rest[0] + 1].low in _RETIRED
    if own_rest:  # «la denuncia di una maestra | in pensione»
        return [*introduced(passage, phrase), *_plain(passage, rest), *told, *_plain(passage, what)]
    return [*introduced(passage, phrase), *told, *_plain(passage, what), *_plain(passage, rest)]


def _will_do(passage: Passage, clause: Clause, deed: int) -> list[Word]:
    """«Sarà Ada Neri, pianista di Lodi, a inaugurare…» → «Sarà Ada Neri a inaugurare…»; [] where nothing stands
    between."""
    group, words = clause.group, passage.words()
    between = [i for i in clause.words if group and group.last < i < deed - 1]
    who = list(takewhile(lambda i: words[i].part != "mark", dateless(passage, between)))
    if group is None or not who or who[-1] == between[-1] or words[who[0]].part not in ("article", "name", "number"):
        return []
    verb = words[group.first : group.last + 1]
    what = _plain(passage, [i for i in clause.words if i > deed])
    return [*verb, *(words[i] for i in who), words[deed - 1], words[deed], *what]


_RETIRED = frozenset("pensione congedo servizio carica borghese divisa".split())
_IS, _HAS = ("è", "sono"), ("ha", "hanno")


def _plain(passage: Passage, places: list[int]) -> list[Word]:
    """The words there without dates, stops and the comma that a date leaves behind."""
    words = [passage.words()[i] for i in dateless(passage, places)]
    while words and words[-1].part == "mark":
        words.pop()
    return words


def deed_of_pronoun(passage: Passage, clause: Clause, who: list[Word]) -> list[Word]:
    """«Sarà lei a dirigere il teatro» → «Sarà Ada Neri a dirigere il teatro»; [] for other sentences."""
    group, words = clause.group, passage.words()
    if group is None or group.lemma != "essere" or not who or place_of_deed(passage, clause) is None:
        return []
    here = group.last + 1
    if not is_of_pronoun(words, group) or not is_person(who):
        return []
    verb = words[group.first : group.last + 1]
    return [*verb, *in_small(who), *_plain(passage, [i for i in clause.words if i > here])]


def is_of_pronoun(words: list[Word], group: Group) -> bool:
    """«Sarà lei a dirigere il teatro»: who, the sentences before say."""
    behind = words[group.last + 1 : group.last + 2]
    return group.lemma == "essere" and behind != [] and behind[0].low in ("lui", "lei", "loro")


def _may_tell(words: list[Word], clause: Clause) -> bool:
    """A main clause, or one that says when: «…, quando a perdere la vita fu una donna»."""
    return clause.kind == "main" or (clause.kind == "that" and words[clause.opener].low == "quando")


_BEFORE_DEED = ("time", "mark", "adverb", "that")
_LONGEST_WHO = 45
_FIRST = frozenset("primo prima primi prime ultimo ultima ultimi ultime unico unica unici uniche".split())
_SOME = frozenset("dei degli delle".split())


def _after_a(words: list[Word], i: int) -> bool:
    return i > 0 and words[i - 1].low in ("a", "ad")
