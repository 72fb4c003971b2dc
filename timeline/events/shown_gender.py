"""The gender that a clause shows of a subject it does not name: «uscirà a maggio, distribuito in ottanta copie»."""

from __future__ import annotations

from timeline.events.agreement import agreement_of, article_of
from timeline.events.passage import Passage
from timeline.italian.clauses import Clause
from timeline.italian.speech import Word
from timeline.italian.verbs import Verb


def shown_by(passage: Passage, clause: Clause) -> Verb | None:
    """The participle that agrees with the subject: its own with "essere", one in front («Operato ieri, tornerà»), or
    one behind a comma that agrees with nothing in the clause; None where none tells."""
    group, words = clause.group, passage.words()
    if group is None:
        return None
    head = words[group.head].verb
    if head and head.form == "participle" and (group.passive or group.auxiliary == "essere"):
        return head
    clauses = passage.sentence.clauses
    own = clauses.index(clause)
    for child in clauses:
        if child.parent != own or child.kind != "participle" or not child.group or not child.words:
            continue
        verb = words[child.group.first].verb
        if verb is None or verb.form != "participle" or verb.plural != group.plural:
            continue
        begin = child.words[0]
        in_front = begin == 0 and begin < group.first
        behind = begin > group.last and words[begin - 1].text == ","
        if in_front or (behind and not any(_fits(words, i, verb) for i in clause.words if i < begin)):
            return verb
    return None


def _fits(words: list[Word], i: int, verb: Verb) -> bool:
    """Whether the noun there may be what the participle tells of."""
    if words[i].part == "name":
        return True
    if words[i].part != "noun":
        return False
    before = words[i - 1] if i else words[i]
    lead = article_of(before.low) if before.part == "preposition" else ""
    article = Word(before.start, before.end, lead, lead, "article") if lead else before
    agreed = agreement_of([article, words[i]] if article.part == "article" else [words[i]])
    return agreed is None or agreed.fits(verb.feminine, verb.plural)
