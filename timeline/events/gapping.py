"""Verbs told once for two: «La prima votazione comincerà domani, la seconda lunedì».

What stands after the comma is a fact of its own: it has its own date, and the verb of the first.
"""

from __future__ import annotations

from collections.abc import Sequence

from timeline.events.agreement import agreement_of
from timeline.events.passage import Passage
from timeline.events.verb_forms import agreeing, in_small, timeless
from timeline.events.without_dates import dateless
from timeline.italian.clauses import Clause
from timeline.italian.speech import Word
from timeline.italian.tokens import OF
from timeline.italian.verb_groups import Group

_LONG = 7


def before_gap(passage: Passage, clause: Clause, places: Sequence[int]) -> list[int]:
    """The places without what is told of another with the same verb, and what follows it."""
    gap = gap_of(passage, clause)
    return [i for i in places if i < gap[0]] if gap else list(places)


def gap_of(passage: Passage, clause: Clause) -> tuple[int, list[int]] | None:
    """The comma, and the places of the noun phrase that has the verb's meaning but no verb; None where there is none.

    A time stands before the comma, and a date beside the noun phrase.
    """
    words, group = passage.words(), clause.group
    if group is None or not group.tense:
        return None
    rear = [i for i in clause.words if i > group.last]
    for comma in (i for i in rear if words[i].text == ","):
        if any(w.part == "and" for w in words[comma + 1 : comma + 2]):
            continue
        stop = next((k for k in range(comma + 1, len(words)) if words[k].part in _STOPS), len(words))
        told = list(range(comma + 1, stop))
        phrase = dateless(passage, told)
        dated = any(passage.is_date(words[k]) for k in told)
        before = any(words[k].part == "time" for k in clause.words if k < comma)
        if dated and before and _is_plain(words, phrase) and all(k in rear for k in told):
            return comma, phrase
    return None


_STOPS = frozenset({"mark", "verb", "that", "clitic", "open", "close"})


def _is_plain(words: Sequence[Word], phrase: Sequence[int]) -> bool:
    """A noun phrase with its article, and no more than what it is of."""
    told = [words[i] for i in phrase]
    plain = all(w.part in ("article", "noun", "name", "number") or w.low in OF for w in told)
    return 1 < len(told) < _LONG and told[0].part == "article" and plain


def is_in_gap(passage: Passage, clause: Clause) -> bool:
    """Whether the expression dates what the verb leaves out."""
    gap = gap_of(passage, clause)
    return gap is not None and passage.word > gap[0]


def told_in_gap(passage: Passage, clause: Clause, group: Group, subject: Sequence[Word]) -> list[Word]:
    """«La seconda comincerà»: what does so at the later date; [] where it may as well be what is done."""
    gap = gap_of(passage, clause)
    if gap is None or not subject or group.auxiliary == "avere" or group.modal:
        return []
    words = passage.words()
    phrase = [words[i] for i in gap[1]]
    agreed = agreement_of(phrase)
    between = [words[i] for i in dateless(passage, [i for i in clause.words if group.last < i < gap[0]])]
    object_told = any(w.part == "article" for w in between[:1])
    if agreed is None or agreed.plural != group.plural or object_told:
        return []
    verb = [agreeing(w, agreed.ending()) if _bends(w, group) else w for w in timeless(passage, group)]
    return [*phrase, *in_small(verb)]


def _bends(word: Word, group: Group) -> bool:
    return word.is_verb("participle") and group.auxiliary in ("essere", "venire", "andare")
