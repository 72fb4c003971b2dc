"""The sentence that gives the fact, cleaned for a card, and who says so."""

from __future__ import annotations

import re

from timeline.events.judgement import Fact
from timeline.events.passage import Passage
from timeline.events.phrases import object_after, subject_before
from timeline.events.pointers import pointed_fact
from timeline.events.polish import fit
from timeline.events.without_dates import dateless
from timeline.italian.speech import Word

LIMIT = 320
# Words that date from the day of printing: on a card they would be wrong the day after.
_DEICTIC = re.compile(
    r"\b(?:oggi|ieri|domani|dopodomani|sta(?:mattina|mani|mane|sera|notte)|scors[oaei]|prossim[oaei]|fa|quest['’]?\w*"
    r"|luned|marted|mercoled|gioved|venerd|sabat|domenic|altr[oa]|passat[oa]|corrente|trascors[oa])",
    re.I,
)
_FOR_READERS = re.compile(r"\s*\([^()]*(?:per chi legge|\bndr\b)[^()]*\)")
_MARKDOWN = re.compile(r"([\\`*_\[\]<])")


def summary_of(passage: Passage, fact: Fact) -> str:
    """The sentence that tells the fact, and the one before where it points there; without "ieri" and the like."""
    there = pointed_fact(passage, fact)
    own = _cleaned(passage, fact)
    if there and there[0].place != passage.place:
        told = _cleaned(*there)
        own = f"{told} {own}" if len(told) + len(own) < LIMIT else told
    return _MARKDOWN.sub(r"\\\1", own)


def _cleaned(passage: Passage, fact: Fact) -> str:
    words = passage.words()
    relative = {i for i, w in enumerate(words) if w.part == "time" and _DEICTIC.search(w.text)}
    kept = dateless(passage, range(len(words)), only=relative)
    parts = _parts_of_fact(passage, fact, _without_links(words, kept))
    told = [fit([words[i] for i in part], LIMIT // len(parts)) for part in parts]
    sentence = "; ".join([told[0], *(_small(t, words) for t in told[1:])])
    sentence = _FOR_READERS.sub("", sentence)
    return sentence + "." if sentence and sentence[-1] not in ".!?…" else sentence


def _parts_of_fact(passage: Passage, fact: Fact, kept: list[int]) -> list[list[int]]:
    """The part of the sentence between semicolons that tells the fact, and the one before where it has no subject."""
    words = passage.words()
    parts: list[list[int]] = [[]]
    for place in kept:
        if words[place].text == ";":
            parts.append([])
        else:
            parts[-1].append(place)
    parts = [p for p in parts if len(p) > 2] or [kept]
    own = next((k for k, p in enumerate(parts) if p[-1] >= fact.trigger), len(parts) - 1)
    group = fact.clause.group
    alone = fact.noun or group is None or subject_before(passage, fact.clause) or object_after(passage, fact.clause)
    if own and not alone:
        return parts[own - 1 : own + 1]
    part = parts[own]
    before = [i for i in part if i < fact.trigger]
    if before and words[before[-1]].end - words[before[0]].start > LIMIT and fact.clause.words:
        return [[i for i in part if i >= fact.clause.words[0]]]  # the cut would leave the fact out
    return [part]


def _small(text: str, words: list[Word]) -> str:
    """The text with the first letter it has in the sentence, for the place after a semicolon."""
    small = text[:1].lower() + text[1:]
    first = small.split(" ", 1)[0]
    return small if any(w.text == first for w in words) else text


def _without_links(words: list[Word], kept: list[int]) -> list[int]:
    """The places up to «Leggi anche», where the page has such a link in the middle of the text."""
    for k, place in enumerate(kept[:-1]):
        if words[place].low == "leggi" and words[kept[k + 1]].low == "anche" and words[place].text != "leggi":
            return kept[:k]
    return kept
