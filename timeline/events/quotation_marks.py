"""Quotation marks of all keyboards as the ones that the reader of clauses knows: "…" and “…” are «…»."""

from __future__ import annotations

import re

_STRAIGHT = re.compile(r'(?<![\w"])"(?=[^\s"])([^"\n]*)(?<=[^\s"])"(?![\w"])')
_CURLY = re.compile(r"“(?=\S)([^“”«»\n]*)”")


def in_guillemets(text: str) -> str:
    """The text with pairs of straight marks, and curly ones where it has no others, as guillemets; as long as before.

    >>> in_guillemets('"Domani riapriamo", dice il sindaco.'), in_guillemets("Il disco “Mare” esce.")
    ('«Domani riapriamo», dice il sindaco.', 'Il disco «Mare» esce.')
    >>> in_guillemets("«Il disco “Mare” esce», dice."), in_guillemets('Uno schermo da 15" nuovo')
    ('«Il disco “Mare” esce», dice.', 'Uno schermo da 15" nuovo')
    """
    if "«" in text:
        return text
    return _CURLY.sub(r"«\1»", _STRAIGHT.sub(r"«\1»", text))
