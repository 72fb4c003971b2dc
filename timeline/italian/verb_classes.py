"""What an Italian word is among verbs, by its form alone: past, future, participle, present, or none."""

from __future__ import annotations

import re
from functools import lru_cache

from timeline.italian.tense_words import (
    ANNOUNCED,
    ANNOUNCED_WITH_SI,
    ARTICLES,
    AUXILIARIES,
    IMPERFECT_IVA,
    IRREGULAR_PARTICIPLES,
    NOT_VERBS,
    NOUNS,
    PLANNED,
    REMOTE,
    SHORT_FUTURES,
    TOLD_PRESENT,
)
from timeline.italian.verbs import read_verb

_FUTURE_ENDING = re.compile(
    r".{2,}(?:rà|ranno|remo|rete)\Z|.{3,}[ei]rebbe(?:ro)?\Z|verrebbe(?:ro)?\Z|.{3,}(?:erò|irò|arò|rrò|drò|vrò)\Z"
)
_PAST_ENDING = re.compile(
    r".{2,}(?:ava|avo|avano|eva|evano|ivano|arono|irono|erono|ettero|avamo|evamo)\Z|.{2,}[^r\W]ò\Z|.{3,}ì\Z|.{3,}(?:iva)\Z"
)
_PARTICIPLE = re.compile(
    r".{2,}(?:at|it|ut)[oaie]\Z|"
    r".*(?:chiest|mess|pres|dett|scritt|rott|dott|chius|cis|clus|fus|pers|vint|press|cess|pert)[oaie]\Z"
)


@lru_cache(20_000)
def class_of(word: str) -> str:
    """What a word alone shows: F future, P past, A auxiliary, T participle, L planned, N announced, "" nothing."""
    if word in NOT_VERBS:
        return ""
    for words, kind in (
        (PLANNED, "L"),
        (AUXILIARIES, "A"),
        (REMOTE, "P"),
        (IMPERFECT_IVA, "P"),
        (ANNOUNCED, "N"),
        (ANNOUNCED_WITH_SI, "N"),
        (TOLD_PRESENT, "P"),
    ):
        if word in words:
            return kind
    if word in IRREGULAR_PARTICIPLES or _PARTICIPLE.match(word):
        return "T"
    if word.endswith(("osi", "asi", "isi", "esi")) and word[:-2] != "co" and class_of(word[:-2]) == "T":
        return "T"  # «apertosi a settembre»
    if word.endswith(("rò", "ero")) and word not in SHORT_FUTURES and _is_remote(word):
        return "P"  # «superò», «scesero»
    if word in SHORT_FUTURES or _FUTURE_ENDING.match(word):
        return "F"
    if _PAST_ENDING.match(word) and not word.endswith(("iva", "tà", "itò")):
        return "P"
    return ""


def _is_remote(word: str) -> bool:
    """Whether the word is a remote past: «superò», not «tornerò»; «scesero», not «pensiero»."""
    verb = read_verb(word)
    return verb is not None and verb.tense == "remote"


def has_verb(words: list[str], begin: int, end: int) -> bool:
    """Whether a verb form that shows its time stands among tokens [begin, end)."""
    return any(class_of(words[at]) and not is_noun(words, at) for at in range(begin, end))


def is_finite(words: list[str], at: int) -> bool:
    """Whether token *at* is a verb of its own, as a participle without its auxiliary is not."""
    return at < len(words) and class_of(words[at]) in ("A", "F", "N", "P")


def is_noun(words: list[str], at: int) -> bool:
    """Whether what looks like a participle is a noun where it stands: «il saluto», «una giornata»."""
    return class_of(words[at]) == "T" and (words[at] in NOUNS or (at > 0 and words[at - 1] in ARTICLES))


def has_past(words: list[str], at: int) -> bool:
    """Whether token *at* is a verb of the past."""
    return 0 <= at < len(words) and class_of(words[at]) in ("P", "T")


def is_participle(word: str) -> bool:
    """Whether the word looks like a participle."""
    return class_of(word) == "T"
