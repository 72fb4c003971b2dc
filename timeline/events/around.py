"""What the sentences around a fact speak of, kept as features: another article may tell the same fact by these."""

from __future__ import annotations

from collections.abc import Iterator

from timeline.events.features import features_in
from timeline.events.passage import Passage

# How far the paragraph counts on either side of the sentence with the date.
_REACH = 3


def around(passage: Passage) -> str:
    """The features of the sentences before and after, sorted and joined by spaces; never the text itself.

    Sentences with a date of their own tell other facts, and those of other paragraphs too.
    """
    text, timexes = passage.reading.text, passage.reading.timexes.values()
    dated = [t.start for t in timexes if t.type in ("DATE", "TIME")]
    found: set[str] = set()
    for start, end in (*_neighbours(passage, -1), *_neighbours(passage, 1)):
        if not any(start <= at < end for at in dated):
            found |= features_in(text[start:end])
    return " ".join(sorted(found))


def _neighbours(passage: Passage, step: int) -> Iterator[tuple[int, int]]:
    """The sentences on one side, nearest first, up to the paragraph's end."""
    spans, text = passage.reading.spans, passage.reading.text
    here = passage.place
    for _ in range(_REACH):
        there = here + step
        if not 0 <= there < len(spans):
            return
        first, second = sorted((here, there))
        if "\n" in text[spans[first][1] : spans[second][0]]:
            return
        yield spans[there]
        here = there
