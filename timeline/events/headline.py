"""Titles: a headline of at most 90 characters that stands alone, without the date, without open quotes."""

from __future__ import annotations

import re
from collections.abc import Sequence

from timeline.events.judgement import Fact
from timeline.events.passage import Passage
from timeline.italian.speech import Word

LIMIT = 90
_LEADING = re.compile(
    r"^(?:[\s,;:.–—-]|(?:e|ed|ma|però|poi|infatti|dunque|quindi|inoltre|intanto|invece|così|tuttavia|che|quando|dopo che|"
    r"mentre|dove|infine|pure|anche|perché|poiché|se|come|in cui|cui)\b(?!['’]))+",
    re.I,
)


def headline(passage: Passage, fact: Fact) -> str:
    """The title of the fact a passage tells."""
    words = passage.words()
    places = [i for i in fact.clause.words if words[i].part != "time"]
    return tidy(render(passage.reading.text, words, places))


def render(text: str, words: Sequence[Word], places: Sequence[int]) -> str:
    """The words at *places* as the text spaces them, a blank where some between are left out."""
    pieces: list[str] = []
    last = -2
    for place in places:
        word = words[place]
        gap = text[words[place - 1].end : word.start] if place and place - 1 == last else " "
        pieces.append((" " if gap and last >= 0 else "") + word.text)
        last = place
    return "".join(pieces)


def tidy(title: str) -> str:
    """Quotes, blanks and commas in order, no connective in front, a capital first, no full stop, at most 90 characters."""
    title = re.sub(r"[«»“”\"]", "", title)
    title = re.sub(r"\s+([,;:.!?)])", r"\1", title)
    title = re.sub(r"(['’])\s+", r"\1", title)
    title = re.sub(r",\s*(?=[,;:.])", "", title)
    title = re.sub(r"\s+", " ", title).strip()
    title = _LEADING.sub("", title)
    title = title.strip(" ,;:.–—-!?(")
    if len(title) > LIMIT:
        title = shorten(title)
    return title[:1].upper() + title[1:]


_HANGING = re.compile(
    r"(?:[\s,;:–—-]|\b(?:di|d['’]|ad?|da|in|con|su|per|tra|fra|che|ed?|o|il|lo|la|i|gli|le|l['’]|un[ao]?|un['’]|"
    r"(?:d[ae]|ne|a|su|co)(?:l|llo|lla|i|gli|lle|ll['’])|non|si|è|ha|hanno|sono|più|molto|alcun[ie]|altr[ie]|suoi|sue|suo|sua|del)(?![\wÀ-ÿ]))+$",
    re.I,
)


def shorten(title: str) -> str:
    """Cut at the last comma or word that leaves a whole phrase."""
    cut = title[: LIMIT + 1]
    comma = cut.rfind(",")
    cut = cut[:comma] if comma > 45 else cut[: cut.rfind(" ")]
    return _HANGING.sub("", cut)
