"""How Italian calls days, months, seasons, decades and centuries; articles, elisions and contractions.

The tagger's words are in words.yaml; these few are what dates are printed with, and read back.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

WEEKDAYS = ("lunedì", "martedì", "mercoledì", "giovedì", "venerdì", "sabato", "domenica")
MONTHS = (
    "gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno",
    "luglio", "agosto", "settembre", "ottobre", "novembre", "dicembre",
)  # fmt: skip
SEASONS = ("primavera", "estate", "autunno", "inverno")
ORDINALS = ("primo", "secondo", "terzo", "quarto")
DECADES = ("Dieci", "Venti", "Trenta", "Quaranta", "Cinquanta", "Sessanta", "Settanta", "Ottanta", "Novanta")
# By the first two digits of the year. Other centuries are counted: the X, the XI, the XXI.
CENTURIES = {
    12: "Duecento", 13: "Trecento", 14: "Quattrocento", 15: "Cinquecento",
    16: "Seicento", 17: "Settecento", 18: "Ottocento", 19: "Novecento",
}  # fmt: skip
# The Duemila is more than a century: it names decades («anni Dieci del Duemila»), not the century itself.
DUEMILA = 20

_ROMAN = ((100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


def roman(n: int) -> str:
    """*n*, 1 to 399, in Roman figures.

    >>> roman(21)
    'XXI'
    """
    figures = ""
    for value, figure in _ROMAN:
        count, n = divmod(n, value)
        figures += figure * count
    return figures


ROMAN = {roman(n).lower(): n for n in range(1, 101)}


@dataclass(frozen=True, slots=True)
class Phrase:
    """A date as a noun, and the article it takes: «il», «l’», «la», «gli», or "" for none («ottobre 2024»)."""

    text: str
    article: str = ""

    def followed_by(self, more: str) -> Phrase:
        return replace(self, text=self.text + more)


_CONTRACTED = {
    "a": {"il": "al ", "l’": "all’", "la": "alla ", "gli": "agli "},
    "da": {"il": "dal ", "l’": "dall’", "la": "dalla ", "gli": "dagli "},
    "di": {"il": "del ", "l’": "dell’", "la": "della ", "gli": "degli "},
    "in": {"il": "nel ", "l’": "nell’", "la": "nella ", "gli": "negli "},
    "su": {"il": "sul ", "l’": "sull’", "la": "sulla ", "gli": "sugli "},
}
_ALONE = {"": "", "il": "il ", "l’": "l’", "la": "la ", "gli": "gli "}


def join(preposition: str, phrase: Phrase) -> str:
    """A preposition (simple or of several words, or "" for none) and a noun with its article, contracted.

    >>> join("a", Phrase("8 aprile", "l’")), join("fino a", Phrase("agosto")), join("entro", Phrase("2030", "il"))
    ('all’8 aprile', 'fino ad agosto', 'entro il 2030')
    """
    *words, last = preposition.split(" ")
    if last not in _CONTRACTED:
        joined = f"{last} " if last else ""
        return " ".join([*words, joined + _ALONE[phrase.article] + phrase.text])
    if not phrase.article:
        d = "d" if last == "a" and phrase.text.startswith("a") else ""
        return " ".join([*words, f"{last}{d} {phrase.text}"])
    return " ".join([*words, _CONTRACTED[last][phrase.article] + phrase.text])


def year_article(n: int) -> str:
    """The article before a number: «l’» where it is said with a vowel first (uno, otto, undici, ottanta), else «il».

    >>> [year_article(n) for n in (1, 8, 11, 18, 80, 847, 1100, 8000)]
    ['l’', 'l’', 'l’', 'il', 'l’', 'l’', 'il', 'l’']
    """
    return "l’" if n in (1, 11) or str(n).startswith("8") else "il"


def ordinal_article(n: int) -> str:
    """The article before an ordinal: l’VIII (ottavo), l’XI (undicesimo), l’LXXX (ottantesimo), else «il»."""
    return "l’" if n in (8, 11) or 80 <= n <= 89 else "il"


def day_number(day: int) -> str:
    """1º for the first of the month, with the ordinal mark and not the degree sign."""
    return "1º" if day == 1 else str(day)


def year_in_words(year: int) -> str:
    """A year as it is printed; EDTF's year 0 is 1 a.C., and up to 999 «d.C.» says that no cipher is missing.

    >>> [year_in_words(y) for y in (2024, 476, 0, -43)]
    ['2024', '476 d.C.', '1 a.C.', '44 a.C.']
    """
    if year < 1:
        return f"{1 - year} a.C."
    return f"{year} d.C." if year < 1000 else str(year)


def capitalised(text: str) -> str:
    """With a capital first letter, whatever stands before it."""
    return text[:1].upper() + text[1:]


def uncapitalised(text: str) -> str:
    """With a small first letter."""
    return text[:1].lower() + text[1:]
