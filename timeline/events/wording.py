"""What a report says at length, a title says briefly: «tratto in arresto» is «arrestato», a street has no number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from timeline.italian.speech import Word
from timeline.italian.tokens import OF

# «i carabinieri della tenenza di Lugo» are those of Lugo.
_POSTS = frozenset("tenenza stazione compagnia caserma comando commissariato".split())
_FORCES = frozenset("carabinieri militari agenti poliziotti".split())
_STREETS = frozenset("via viale corso piazza piazzale largo vicolo vico strada".split())


def brief(words: Sequence[Word]) -> list[Word]:
    """The words without what only a report says; nothing changes within quotation marks."""
    if any(w.text == "«" for w in words):
        return list(words)
    told = _without_number(_without_post(_without_true(_without_comment(words))))
    return _arrested(_with_short_office(_plainly(told)))


# What the reporter thinks of it.
_COMMENTS = frozenset(
    "clamoroso clamorosa incredibile ennesimo ennesima sconcertante spettacolare rocambolesco".split()
)


def _without_comment(words: Sequence[Word]) -> list[Word]:
    """«Clamoroso furto al museo» → «Furto al museo»."""
    plain = len(words) > 2 and words[0].low in _COMMENTS and words[1].part == "noun"
    return list(words[1:]) if plain else list(words)


def _without_true(words: Sequence[Word]) -> list[Word]:
    """«il restauro vero e proprio» → «il restauro»."""
    at = next((k for k in range(1, len(words)) if words[k].low in _TRUE and words[k - 1].part == "noun"), 0)
    follows = [w.low for w in words[at + 1 : at + 3]]
    whole = follows[:1] in (["e"], ["ed"]) and follows[1:] != [] and follows[1][:-1] == "propri"
    return [*words[:at], *words[at + 3 :]] if at and whole else list(words)


_TRUE = frozenset("vero vera veri vere".split())


_SHORT_OFFICES: dict[tuple[str, ...], str] = {
    ("giudice", "per", "l'", "udienza", "preliminare"): "gup",
    ("giudice", "per", "le", "indagini", "preliminari"): "gip",
}


_PLAIN = {("precipitazioni", "nevose"): "nevicate", ("precipitazione", "nevosa"): "nevicata"}


_AT = {"il": "al", "lo": "allo", "la": "alla", "l'": "all'", "i": "ai", "gli": "agli", "le": "alle"}


def _leads(words: Sequence[Word], k: int) -> bool:
    return words[k + 1].low in _AT and words[k - 1].part != "mark"


def _plainly(words: Sequence[Word]) -> list[Word]:
    """«precipitazioni nevose» → «nevicate», «presso il centro commerciale» → «al centro commerciale»."""
    at = next((k for k, w in enumerate(words[:-1]) if w.low == "presso" and k and _leads(words, k)), 0)
    if at:
        the = words[at + 1]
        low = _AT[the.low]
        led = replace(the, text=low.replace("'", "’") if "’" in the.text else low, low=low, part="preposition")
        words = [*words[:at], led, *words[at + 2 :]]
    done = next((k for k, w in enumerate(words[:-1]) if w.low == "a" and words[k + 1].low == "segno" and k), 0)
    if done and any(w.low in ("colpo", "furto", "rapina", "truffa") for w in words[max(0, done - 3) : done]):
        words = [*words[:done], *words[done + 2 :]]  # «il furto messo a segno»
    for k in range(len(words) - 1):
        plain = _PLAIN.get((words[k].low, words[k + 1].low))
        if plain:
            return [*words[:k], replace(words[k], text=plain, low=plain, end=words[k + 1].end), *words[k + 2 :]]
    return list(words)


def _with_short_office(words: Sequence[Word]) -> list[Word]:
    """«il giudice per le indagini preliminari» → «il gip»."""
    for k in range(len(words) - 4):
        short = _SHORT_OFFICES.get(tuple(w.low for w in words[k : k + 5]))
        if short:
            return [*words[:k], replace(words[k], text=short, low=short), *words[k + 5 :]]
    return list(words)


def _without_post(words: Sequence[Word]) -> list[Word]:
    """«i carabinieri della stazione di Lugo» → «i carabinieri di Lugo»."""
    for k in range(1, len(words) - 3):
        post = words[k + 1].low in _POSTS and words[k].low in OF and words[k - 1].low in _FORCES
        if post and words[k + 2].low == "di" and words[k + 3].part == "name":
            return [*words[:k], *words[k + 2 :]]
    return list(words)


def _without_number(words: Sequence[Word]) -> list[Word]:
    """«in via Torleone 12» → «in via Torleone»."""
    return [w for k, w in enumerate(words) if not (w.text.isdigit() and _is_of_house(words, k))]


def _is_of_house(words: Sequence[Word], place: int) -> bool:
    k = place - 1
    while k > 0 and (words[k].part == "name" or words[k].low in OF):
        k -= 1
    return 0 <= k < place - 1 and words[k].low in _STREETS and words[place - 1].part == "name"


def _arrested(words: Sequence[Word]) -> list[Word]:
    """«ha tratto in arresto» → «ha arrestato»."""
    for k in range(len(words) - 2):
        ending = words[k].low[-1:]
        if words[k].low in _DRAWN and words[k + 1].low == "in" and words[k + 2].low == "arresto":
            text = "arrestat" + ending
            shown = text.capitalize() if words[k].text[:1].isupper() else text
            return [*words[:k], replace(words[k], text=shown, low=text, end=words[k + 2].end), *words[k + 3 :]]
    return list(words)


_DRAWN = frozenset("tratto tratta tratti tratte".split())
