"""Which stretches of the text tell one fact: where its people and places stand, and the quote that proves it."""

from __future__ import annotations

from collections.abc import Iterable

from timeline.events.judgement import Fact
from timeline.events.passage import Passage
from timeline.events.phrases import antecedent, subject_before
from timeline.events.pointers import pointed_fact
from timeline.events.subjects import inherited_subject
from timeline.italian.clauses import REPORTING, Clause, Sentence
from timeline.italian.speech import Word

QUOTE_LIMIT = 400

Span = tuple[int, int]
# «residente a Milano», «originario dell'Albania», «nato a Carpi»: where somebody is from is not where it happened.
_ORIGIN = frozenset(
    """
    residente residenti domiciliato domiciliata domiciliati originario originaria originari originarie nato nata nati
    nate proveniente provenienti abitante abitanti nativo nativa oriundo
    """.split()
)


def scope_of(passage: Passage, fact: Fact) -> list[Span]:
    """The stretches that tell the fact: its clause, what depends on it and happens with it, and its subject."""
    there = pointed_fact(passage, fact)
    spans = _spans_of_fact(passage, fact)
    return spans + _spans_of_fact(*there) if there else spans


def _spans_of_fact(passage: Passage, fact: Fact) -> list[Span]:
    sentence, clause = passage.sentence, fact.clause
    own = sentence.clauses.index(clause)
    places = [i for i, owner in enumerate(sentence.owner) if _tells_with(sentence, owner, own)]
    words = [sentence.words[i] for i in places if i not in _origins(sentence, places)]
    return _runs([*words, *_subject(passage, clause)], sentence)


def _tells_with(sentence: Sentence, owner: int, own: int) -> bool:
    """Whether a clause is the fact's own, or one that happens with it: a gerund, what is reported."""
    while owner != own:
        clause = sentence.clauses[owner]
        parent = sentence.clauses[clause.parent] if clause.parent >= 0 else None
        if parent is None or clause.kind not in ("gerund", "that"):
            return False
        if clause.kind == "that" and not (parent.group and parent.group.lemma in REPORTING):
            return False
        owner = clause.parent
    return True


def _origins(sentence: Sentence, places: Iterable[int]) -> set[int]:
    """The words after «residente a», up to the next mark."""
    found: set[int] = set()
    inside = False
    for place in places:
        word = sentence.words[place]
        if word.low in _ORIGIN:
            inside = True
        elif inside and (word.part in ("mark", "verb", "that") or word.low in ("e", "ed")):
            inside = False
        if inside:
            found.add(place)
    return found


def _subject(passage: Passage, clause: Clause) -> list[Word]:
    """Who does it, where the clause does not say: the noun a participle hangs on, the subject told before."""
    if clause.kind in ("relative", "participle"):
        return antecedent(passage.sentence, clause)
    if clause.group is None or not clause.group.tense or subject_before(passage, clause):
        return []
    return inherited_subject(passage, clause)


def _runs(words: list[Word], sentence: Sentence) -> list[Span]:
    """The words as stretches of text: two that stand side by side in the sentence are one."""
    follows = {a.start: b.start for a, b in zip(sentence.words, sentence.words[1:], strict=False)}
    spans: list[Span] = []
    last = -1
    for word in sorted({w.start: w for w in words}.values(), key=lambda w: w.start):
        if spans and (follows.get(last) == word.start):
            spans[-1] = (spans[-1][0], word.end)
        else:
            spans.append((word.start, word.end))
        last = word.start
    return spans


def quote_of(passage: Passage, fact: Fact) -> Span:
    """The sentence of the expression, with the one that tells the fact where the two fit; at most 400 characters."""
    reading, timex = passage.reading, passage.timex
    dated = next((s for s in reading.spans if s[0] <= timex.start < s[1]), reading.spans[passage.place])
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
