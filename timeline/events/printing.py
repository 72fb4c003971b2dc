"""Words as they are printed: blanks, commas and capitals in order."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from timeline.italian.speech import Word

# A title has no more characters.
LIMIT = 90


def printed(words: Sequence[Word]) -> str:
    """The words as a title: marks in order, a capital in front."""
    moved = any(w.part == "verb" and w.text[:1].isupper() for w in words[1:])
    title = tidy(join([_small_inside(words, k) for k in range(len(words))] if moved else words))
    return title if title[1:2].isupper() else title[:1].upper() + title[1:]  # iTunes keeps its own


def _small_inside(words: Sequence[Word], k: int) -> Word:
    """«Ugo Neri Sospeso»: a verb that began its sentence, where a title does not begin."""
    word = words[k]
    moved = k and word.part == "verb" and word.text[:1].isupper() and words[k - 1].part not in ("open", "mark")
    return replace(word, text=word.low) if moved else word


def join(words: Sequence[Word]) -> str:
    """The words as they are printed: one blank between, none after an elision, none before a comma."""
    if not words:
        return ""
    before, pieces = words[0], [words[0].text]
    for word in words[1:]:
        pieces.append(word.text if clings(before, word) else " " + word.text)
        before = word
    return "".join(pieces)


def clings(before: Word, word: Word) -> bool:
    """Whether no blank is printed between the two."""
    if before.end == word.start or word.text in _NO_BLANK_BEFORE or word.part == "close" or before.part == "open":
        return True
    return before.low[-1:] in _APOSTROPHES and before.low.replace("’", "'") not in _SHORTENED


_APOSTROPHES = ("'", "’")
_SHORTENED = frozenset({"po'", "ca'", "mo'", "fra'", "pie'"})  # «Ca' Gianessi»
_NO_BLANK_BEFORE = frozenset({",", ".", ";", ":", ")", "!", "?", "…", "%"})
# «ha informato i soci, | della vendita»: what stood between the commas is gone.
_TORN_OF = re.compile(r"(?<=[a-zà-ÿ]), (del(?:l['’]|lo |la |le |)|dei |degli )(?=[A-Za-zÀ-ÿ ])")
# «Si è spento a Lodi, | Ambrogio Neri»: no comma stands before who did.
_LATE_NAME = re.compile(r"\A((?:Si è|È) (?:spent|mort|mancat)[oa]\b[^,]*), ([A-ZÀ-Ý][\w’']+ [A-ZÀ-Ý][\w’']+)(?=,|\Z)")
_A_BEFORE_A = re.compile(r"\b([aA]) (?=[aAàÀ])")


def tidy(title: str) -> str:
    """Commas and blanks in order, no mark at the ends; «a Aldo» is «ad Aldo», «e entrare» «ed entrare»."""
    title = " ".join(title.replace("\u200b", " ").split())
    title = _A_BEFORE_A.sub(r"\1d ", title) if "a A" in title or "a a" in title or "a À" in title else title
    title = title.replace(" e e", " ed e")
    if "," in title or "(" in title:
        title = re.sub(r"(?:\s*,)+(?=\s*[,;:.]|\s*\Z)", "", title.replace(" ,", ","))
        title = re.sub(r"\(\s*\)|,(?=\s*\))", "", title)
        title = re.sub(" {2,}", " ", title).replace(" ,", ",")
    if title.count(",") == 1:
        title = _TORN_OF.sub(r" \1", title)
    if "," in title and title.startswith(("Si è ", "È ")):
        title = _LATE_NAME.sub(r"\1 \2", title)
    return title.strip(" ,;:.–—-!?…")
