"""Where another thing begins that has a date of its own: «la luce tornò dopo una settimana | , l'acqua a fine mese».

A title of the first ends before it.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from timeline.events.passage import Passage
from timeline.italian.clauses import Clause
from timeline.italian.speech import AND, Word
from timeline.italian.tokens import OF

_IN_PHRASE = frozenset({"article", "noun", "name", "number"})
_THE = frozenset("il lo la l' i gli le un uno una un'".split())


def begin_of_second(passage: Passage, places: Sequence[int]) -> int:
    """The place of the comma, or the "and", behind which another thing has a date of its own; -1 where there is none.

    «tornò dopo una settimana | , l'acqua a fine mese», «serata per i bambini, | giovedì tombola», «sarà a Catania |
    e domani a Messina».
    """
    words = passage.words()
    times = [p for p in places if words[p].part == "time"]
    for before, date in pairwise(times):
        if not passage.is_date(words[date]):
            continue
        begin = _before_phrase(words, date)
        begin = _before_date(words, date) if begin < 0 else begin
        if before < begin and not _has_verb(words, begin, places[-1]):
            return begin
    return -1


def _before_phrase(words: Sequence[Word], date: int) -> int:
    """The comma before a noun phrase that a date follows: «, la terza nel pomeriggio»; -1 where none is."""
    k = date - 1
    led = words[k].part == "article" or words[k].part == "preposition"
    if led and (words[k].low in OF or words[k].low.startswith("da")):
        return -1  # «il sindaco dal 2012», «la partita di domenica»
    k -= led
    last = k
    while k > 0 and (words[k].part in _IN_PHRASE or words[k].low in OF):
        k -= 1
    if last == date - 1 and words[date].text.isdigit():
        return -1  # «il bilancio 2016»
    alike = words[k].part == "preposition" and words[k - 1].low in AND and k < last
    if alike and any(w.low[:1] == words[k].low[:1] and w.part == "preposition" for w in words[max(0, k - 6) : k - 1]):
        return k - 1  # «ai mezzi pesanti nel 2013 | e a tutto il traffico quattro anni dopo»
    opens = words[k].text == "," and k < last and words[k + 1].low in _THE and words[last].part != "article"
    return k if opens and not _ends_aside(words, k) else -1


def _ends_aside(words: Sequence[Word], comma: int) -> bool:
    """«ha approvato ieri, alle 21 |, il bilancio di maggio»: the comma ends what is set off, a time alone."""
    k = comma - 1
    while k > 0 and (words[k].part in ("time", "article") or (words[k].part == "preposition" and k < comma - 1)):
        k -= 1
    return k < comma - 1 and words[k].text == ","


def _before_date(words: Sequence[Word], date: int) -> int:
    """The comma, or the "and", before a date that another thing follows: «, giovedì tombola», «e domani a Messina»."""
    follows = words[date + 1] if date + 1 < len(words) else words[date]
    lead = date - 1
    lead -= words[lead].part == "article" or (words[lead].part == "preposition" and words[lead].low not in OF)
    if words[lead].text == "," and lead > 0 and words[lead - 1].part != "time":
        # «per le medie, martedì per le superiori»
        alike = follows.part == "preposition" and any(w.low == follows.low for w in words[max(0, lead - 7) : lead])
        return lead if alike or follows.part in ("article", "noun") else -1
    told = follows.part == "preposition" and follows.low in _WHERE and words[date + 2 : date + 3] != []
    joined = words[lead].low in AND and told and words[date + 2].part == "name"
    return lead if joined else -1


_WHERE = frozenset({"a", "ad", "in"})


def _has_verb(words: Sequence[Word], begin: int, last: int) -> bool:
    """Whether what follows has a verb of its own, so that it is a sentence and no second thing."""
    return any(w.is_verb("finite") for w in words[begin : last + 1]) or (
        last + 1 < len(words) and words[last + 1].is_verb("finite")
    )


def is_dated_by_next(passage: Passage, clause: Clause) -> bool:
    """«serata dedicata ai bambini, giovedì tombola»: the date behind the comma is no date of the participle."""
    group = clause.group
    return group is not None and not group.tense and _before_date(passage.words(), passage.word) > group.last
