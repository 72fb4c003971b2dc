"""Where sentences begin and end."""

from __future__ import annotations

import re

# A full stop ends no sentence after these (folded, without the stop), nor after a single letter.
_ABBREVIATIONS = frozenset(
    """
    sig sigg sigra dott dr drssa prof profssa avv ing arch geom rag on onn sen mons don ecc etc es cfr pag pagg art artt
    n nn num tel cell fax vol cap gen col ten cap magg cpl serg mar all fig figg lett ca c ca st sta san ss s v vs p pp
    d lgs dl dlgs dpr cd cit ibid op min max gr kg km mq mc lt tab ed edd trad int est nord sud gov pres vice segr min
    feb apr mag giu lug ago sett set ott nov dic lun mart mer gio ven sab dom cc sp srl spa inc ltd jr sr h
    """.split()
) - {"est", "nord", "sud", "set", "col", "mar", "all", "don", "san", "ed", "min", "max", "int"}

_END = re.compile(
    r"""(?P<stop>[.!?…]+)(?P<close>[»”"')\]]*)(?=\s+[«“"'(\[–—-]*\s?[A-ZÀ-Ý0-9]|\s*\Z)"""  # the usual full stop
    r"""|(?P<quoted>[.!?…]?[»”][.!?…]+)(?=[«“A-ZÀ-Ý])"""  # «personalmente».Il
    r"""|(?P<blank>\n[ \t]*\n\s*"""
    # The day of printing on a line of its own, after the heading and before the text.
    r"""|\n\s*(?=\d{1,2}º? [a-z]{5,9} \d{4}\n)|(?<=[a-z] \d{4})\n\s*(?=[A-ZÀ-Ý«“]))"""
    # A heading on a line of its own, over a paragraph much longer than lines are broken at.
    r"""|(?P<heading>(?<=[\w»”)])\n[ \t]*(?=[A-ZÀ-Ý«“"][^\n]{140}))"""
)
_LONGEST_HEADING = 110
# What `_END` begins with: looked for first, as trying `_END` at every character takes five times as long.
_MAY_END = re.compile(r"[.!?…»”\n]")
_LETTERS = re.compile(r"[^\W\d_]+")


def split_sentences(text: str) -> list[tuple[int, int]]:
    """The sentences of *text* as half-open offsets, without the white space around them.

    >>> text = "Il sig. Rossi parla. «È vero?» chiede. Alle 15.30 si chiude."
    >>> [text[a:b] for a, b in split_sentences(text)]
    ['Il sig. Rossi parla.', '«È vero?» chiede.', 'Alle 15.30 si chiude.']
    """
    spans: list[tuple[int, int]] = []
    begin = done = 0
    for mark in _MAY_END.finditer(text):
        found = _END.match(text, mark.start()) if mark.start() >= done else None
        if found is None:
            continue
        if found["heading"] and mark.start() - text.rfind("\n", 0, mark.start()) > _LONGEST_HEADING:
            continue
        done = found.end()
        if found["stop"] == "." and _is_abbreviation(text, found.start()):
            continue
        _append(spans, text, begin, found.start() if found["blank"] or found["heading"] else done)
        begin = done
    _append(spans, text, begin, len(text))
    return spans


def _is_abbreviation(text: str, stop: int) -> bool:
    backwards = _LETTERS.match(text[max(0, stop - 20) : stop][::-1])
    if backwards is None:
        return False
    word = backwards[0][::-1]
    if len(word) == 1:
        return word.isupper() and stop + 1 < len(text)
    return word.lower() in _ABBREVIATIONS


def _append(spans: list[tuple[int, int]], text: str, begin: int, end: int) -> None:
    while begin < end and text[begin].isspace():
        begin += 1
    while end > begin and text[end - 1].isspace():
        end -= 1
    if end > begin:
        spans.append((begin, end))
