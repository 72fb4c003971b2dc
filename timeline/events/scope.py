"""Which stretches of the text tell one fact: where its people and places stand, and the quote that proves it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from operator import itemgetter

from timeline.events.antecedents import antecedent
from timeline.events.beside import circumstances, forerunners, of_somebody_else, only_named
from timeline.events.elsewhere import dated_by_themselves, is_located, of_other_years, offices, origins
from timeline.events.judgement import Fact
from timeline.events.object_pronouns import has_object_pronoun
from timeline.events.passage import Passage
from timeline.events.phrases import object_after, subject_before
from timeline.events.pointers import pointed_fact
from timeline.events.subjects import inherited_subject
from timeline.italian.clauses import REPORTING, Clause, Sentence
from timeline.italian.speech import Word
from timeline.italian.verb_groups import Group
from timeline.tagger import Timex

QUOTE_LIMIT = 400

Span = tuple[int, int]
_WHERE = frozenset(
    """
    a ad al allo alla all' ai in nel nello nella nell' nei negli nelle presso vicino su sul sullo sulla sull' sui da dal
    dallo dalla dall' dai fuori davanti lungo sotto sopra verso tra fra attraverso per contro
    """.split()
)


@dataclass(frozen=True, slots=True)
class Scope:
    """Stretches of the text: those that name who takes part in a fact, and those that name where it is.

    *offices*: those that name what somebody is the head of, where another place is named.
    """

    who: tuple[Span, ...]
    where: tuple[Span, ...]
    offices: tuple[Span, ...] = ()


def scope_of(passage: Passage, fact: Fact) -> Scope:
    """Where a fact's people and places stand: its clause, what happens with it, and its subject."""
    there = pointed_fact(passage, fact)
    told = [_scope(passage, fact), _scope(*there)] if there else [_scope(passage, fact)]
    return Scope(
        tuple(s for one in told for s in one.who),
        tuple(s for one in told for s in one.where),
        tuple(s for one in told for s in one.offices),
    )


def _scope(passage: Passage, fact: Fact) -> Scope:
    sentence, words, group = passage.sentence, passage.words(), fact.clause.group
    together = _clauses_together(sentence, sentence.clauses.index(fact.clause))
    places = _up_to_semicolons(words, [i for i, owner in enumerate(sentence.owner) if owner in together], fact.trigger)
    parts = _parts(words, places, group)
    who = [i for part, where in parts for i in part if where or not _is_aside(words, part, i)]
    subject = _subject(passage, fact.clause)
    kin, mentioned = only_named(words), only_named(subject)
    beside = circumstances(words, places, {fact.trigger, passage.word}) | forerunners(words, fact.trigger)
    who = [i for i in who if words[i].start not in kin | mentioned and i not in beside]
    taking_part = [(subject[0].start, min(mentioned, default=subject[-1].end))] if subject else []
    if fact.noun:
        inside = _complements_of(words, places, fact.trigger)
        where = [i for part, here in _parts(words, inside, None) if here for i in part]
    else:
        where = [i for part, here in parts if here for i in part]
    aside = _elsewhere(passage, fact) | of_somebody_else(words, beside)
    where = [i for i in where if i not in aside]
    # «navi dirette a Lugo, dove arriveranno»: there it is.
    never = {words[i].start for i in aside} if words[fact.clause.opener].low not in ("dove", "dov'") else set()
    also = [] if fact.noun else [i for i, word in enumerate(subject) if word.start not in never]
    held = offices(words) | offices(subject)
    if held and not any(is_located(words, i) for i in where if words[i].start not in held):
        held = set()
    return Scope(
        (*_runs(words, who), *taking_part),
        (*_runs(words, _free(words, where, held)), *_runs(subject, _free(subject, also, held))),
        (*_runs(words, _held(words, where, held)), *_runs(subject, _held(subject, also, held))),
    )


def _held(words: Sequence[Word], places: Sequence[int], held: set[int]) -> list[int]:
    return [i for i in places if words[i].start in held] if held else []


def _free(words: Sequence[Word], places: Sequence[int], held: set[int]) -> Sequence[int]:
    return [i for i in places if words[i].start not in held] if held else places


def _elsewhere(passage: Passage, fact: Fact) -> set[int]:
    """The words that name where somebody is from or goes, and what has another date."""
    words = passage.words()
    homes = origins(words, None if fact.noun else fact.clause.group)
    dated = dated_by_themselves(words, passage.word, fact.trigger) | of_other_years(words, _year(passage.timex))
    return homes | dated


def _year(timex: Timex) -> str:
    """The year of the fact's date; "" for «7 ottobre», whose year another word may tell («in Brasile del 2018»)."""
    year = timex.value[:4]
    return year if year in timex.text or not any(c.isdigit() for c in timex.text) else ""


def _is_aside(words: Sequence[Word], part: Sequence[int], place: int) -> bool:
    """«…, braccio destro di Assange, …»: a name that only helps to say who somebody else is."""
    if words[part[0]].low == "come":
        return True
    if words[part[0]].part not in ("noun", "article", "number"):
        return False
    return place > part[0] and words[place - 1].part == "preposition"


def _up_to_semicolons(words: Sequence[Word], places: Sequence[int], trigger: int) -> list[int]:
    """The places around the trigger with no semicolon between: what stands behind one is told by itself."""
    stops = [k for k, word in enumerate(words) if word.text == ";"]
    first = max((k for k in stops if k < trigger), default=-1)
    last = min((k for k in stops if k > trigger), default=len(words))
    return [i for i in places if first < i < last]


def _complements_of(words: Sequence[Word], places: Sequence[int], noun: int) -> list[int]:
    """What follows an event noun up to a verb, and a place that opens the sentence: «A Carpi ieri il processo»."""
    after = [i for i in places if i >= noun]
    stop = next((i for i in after if words[i].is_verb("finite") or words[i].part == "that"), len(words))
    opening = [i for i in places if i < noun] if places and words[places[0]].low in _WHERE else []
    cut = next((k for k, i in enumerate(opening) if words[i].part in ("verb", "mark", "time")), len(opening))
    return [*opening[:cut], *(i for i in after if i < stop)]


def _stretches(words: Sequence[Word], places: Sequence[int]) -> list[list[int]]:
    """The words cut at commas and brackets."""
    parts: list[list[int]] = [[]]
    for place in places:
        if words[place].part == "mark" or words[place].text in "()":
            parts.append([])
        else:
            parts[-1].append(place)
    return [part for part in parts if part]


def _parts(words: Sequence[Word], places: Sequence[int], group: Group | None) -> list[tuple[list[int], bool]]:
    """The stretches, each with whether it may say where; a bracket says so where what stands before it does."""
    parts: list[tuple[list[int], bool]] = []
    for part in _stretches(words, places):
        bracket = part[0] > 0 and words[part[0] - 1].text == "("
        here = _says_where(words, part, places, group)
        parts.append((part, here and (not bracket or not parts or parts[-1][1])))
    return parts


def _says_where(words: Sequence[Word], part: Sequence[int], places: Sequence[int], group: Group | None) -> bool:
    """Whether a stretch between commas may say where: not «…, terza per dimensioni in Cina, …», said of the subject."""
    first = words[part[0]]
    if first.low == "come":
        return False  # «…, come Ugo Neri a Colonia, …»
    bracket = part[0] > 0 and words[part[0] - 1].text == "("
    if bracket and any(words[i].part == "time" for i in part):
        return False  # «(le 14.30 a Washington)»
    has_verb = group is not None and group.first <= part[-1] and part[0] <= group.last
    if has_verb or part[0] == places[0] or first.low in _WHERE or first.part in ("name", "time", "and"):
        return True
    return any(words[i].part == "verb" for i in part) or first.low in ("e", "ed", "o", "ma", "poi", "insieme")


def _clauses_together(sentence: Sentence, own: int) -> set[int]:
    """The fact's clause with those that happen with it: gerunds, and what a verb of saying reports."""
    together = {own}
    for number, clause in enumerate(sentence.clauses):
        if clause.parent not in together or clause.kind not in ("gerund", "that"):
            continue
        group = sentence.clauses[clause.parent].group
        if clause.kind == "gerund" or (group and group.lemma in REPORTING):
            together.add(number)
    return together


def _subject(passage: Passage, clause: Clause) -> list[Word]:
    """Who does it, where the clause does not say: the noun a participle hangs on, the subject told before."""
    if clause.kind in ("relative", "participle"):
        return antecedent(passage.sentence, clause)
    if clause.group is None or not clause.group.tense or subject_before(passage, clause):
        return []
    late = [passage.words()[i] for i in object_after(passage, clause)]
    if any(w.part == "name" for w in late) and has_object_pronoun(passage, clause.group):
        return []  # «lo ha sostituito Carla Ferri»: she did
    return inherited_subject(passage, clause)


def _runs(words: Sequence[Word], places: Sequence[int]) -> list[Span]:
    """Words as stretches of text: those that stand side by side are one."""
    spans: list[Span] = []
    last = -2
    for place in sorted(places):
        if place == last + 1:
            spans[-1] = (spans[-1][0], words[place].end)
        else:
            spans.append((words[place].start, words[place].end))
        last = place
    return spans


def quote_of(passage: Passage, fact: Fact) -> Span:
    """The sentence of the expression, with the one that tells the fact where the two fit; at most 400 characters."""
    reading, timex = passage.reading, passage.timex
    dated = reading.spans[bisect_right(reading.spans, timex.start, key=itemgetter(0)) - 1]
    dated = dated if dated[0] <= timex.start < dated[1] else reading.spans[passage.place]
    there = pointed_fact(passage, fact)
    told = reading.spans[there[0].place if there else passage.place]
    both = min(dated[0], told[0]), max(dated[1], told[1])
    if both[1] - both[0] <= QUOTE_LIMIT:
        return both
    start, end = told if told != dated and not there else dated
    if end - start <= QUOTE_LIMIT:
        return start, end
    middle = (timex.start + timex.end) // 2 if start <= timex.start < end else start
    return _whole_words(reading.text, start, end, middle)


def _whole_words(text: str, start: int, end: int, middle: int) -> Span:
    """400 characters around *middle*, between words."""
    begin = min(max(start, middle - QUOTE_LIMIT // 2), end - QUOTE_LIMIT)
    stop = begin + QUOTE_LIMIT
    if begin > start:
        begin = text.index(" ", begin) + 1
    if stop < end:
        stop = text.rindex(" ", begin, stop)
    return begin, stop
