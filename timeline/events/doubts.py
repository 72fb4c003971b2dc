"""What the text says with a «probabilmente», the title does not say for certain."""

from __future__ import annotations

from timeline.events.judgement import Fact
from timeline.events.passage import Passage
from timeline.events.printing import LIMIT
from timeline.events.quality import read_title

_DOUBTS = frozenset("forse probabilmente verosimilmente presumibilmente".split())
_NEAR = 6


def doubted(passage: Passage, fact: Fact, title: str) -> str:
    """«Probabilmente già domani l’auto verrà restituita» → «L’auto verrà probabilmente restituita»; the title
    itself where the text has no doubt before the verb, or the title keeps it."""
    words, at, group = passage.words(), passage.word, fact.clause.group
    near = [w.low for w in words[max(0, at - _NEAR) : at] if w.low in _DOUBTS]
    if not near or group is None or at > group.first or fact.noun or any(doubt in title.lower() for doubt in _DOUBTS):
        return title
    verb = next((w for w in read_title(title) if w.verb and w.verb.form == "finite" and w.verb.tense == "future"), None)
    if verb is None or len(title) + len(near[-1]) + 1 > LIMIT:
        return title
    return f"{title[: verb.end]} {near[-1]}{title[verb.end :]}"
