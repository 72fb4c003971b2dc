"""Quotation marks: "…" opens and closes like «…», and a title keeps those around the name of a work."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from timeline.italian.speech import Word

# A straight mark opens where a word follows and none stands before; it closes where a word, or its stop, stands before.
_OPENS = r"(?<![\w.,!?…])\"(?=[\w'’(…])"
_CLOSES = r"(?<=[\w.,!?…)'’%])\"(?!\w)"
_MARK = re.compile(rf"(?P<opens>{_OPENS})|(?P<closes>{_CLOSES})|\"|\n\s*\n")


def paired(text: str) -> str:
    """The text, as long as before, with «» for each pair of straight marks that one paragraph opens and closes.

    >>> paired('"Apriamo domani", ha detto. Il "Masini" ha 5" di ritardo.')
    '«Apriamo domani», ha detto. Il «Masini» ha 5" di ritardo.'
    """
    if '"' not in text:
        return text
    out = list(text)
    opened = -1
    for mark in _MARK.finditer(text):
        if mark["opens"]:
            opened = mark.start()
        elif mark["closes"] and opened >= 0:
            out[opened], out[mark.start()] = "«", "»"
            opened = -1
        elif not mark["closes"]:
            opened = -1
    return "".join(out)


def requoted(sentence: Sequence[Word], title: Sequence[Word], room: int) -> list[Word]:
    """The words of a title with the marks around what the sentence has in quotation marks, where they were lost.

    Only around a few words that stand in the title whole and are not all of it; *room*: so many characters may be
    added.
    """
    out = list(title)
    for first, last in _quoted(sentence):
        starts = [w.start for w in sentence[first : last + 1]]
        at = next((k for k in range(len(out)) if [w.start for w in out[k : k + len(starts)]] == starts), -1)
        whole = at < 0 or len(starts) >= len(out) - 1
        if whole or room < _A_PAIR or any(w.part in ("open", "close") for w in out[max(0, at - 1) : at]):
            continue
        out[at : at + len(starts)] = sentence[first - 1 : last + 2]
        room -= _A_PAIR
    return out


_A_PAIR = 2
_LONGEST = 8


def _quoted(sentence: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """The first and the last word of each short stretch between two marks; not of what is said in a clause."""
    opened = -1
    for k, word in enumerate(sentence):
        if word.text in "«“":
            opened = k
        elif word.text in "»”" and opened >= 0:
            inside = sentence[opened + 1 : k]
            said = any(w.part == "mark" for w in inside) or not inside
            if not said and len(inside) <= _LONGEST:
                yield opened + 1, k - 1
            opened = -1
