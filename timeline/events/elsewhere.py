"""Places a clause names where its fact is not: homes, ways, offices, other years, what has a date of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from timeline.events.vocabulary import given_names, words_of
from timeline.italian.speech import Word
from timeline.italian.tokens import OF
from timeline.italian.verb_groups import Group

# «residente a Milano», «originario dell'Albania», «con sede a Los Angeles»: where somebody is from, or at home.
_ORIGIN = frozenset(
    """
    residente residenti domiciliato domiciliata domiciliati originario originaria originari originarie nato nata nati
    nate proveniente provenienti abitante abitanti nativo nativa oriundo sede reduce reduci tornando rientrando
    """.split()
)
_FROM = frozenset("da dal dallo dalla dall' dai dagli dalle".split())
_TOWARDS = frozenset("a ad al allo alla all' ai agli alle in nel nello nella nell' negli per verso".split())
# «un pullman diretto a Lugo»: where it goes, and perhaps never comes to.
_BOUND = frozenset("diretto diretta diretti dirette".split())
# «un aereo in volo da Lugo a Pisa», «di ritorno da Pisa»: what is on its way, with the word before.
_ON_THE_WAY = {"volo": "in", "viaggio": "in", "rotta": "in", "arrivo": "in", "ritorno": "di"}
_ARRIVING = frozenset("arrivare giungere venire provenire tornare ritornare rientrare accorrere".split())
# «due turisti di Wuhan», «un 40enne di Carpi»: where they are from.
_SOMEBODY = frozenset(
    """
    uomo uomini donna donne turista turisti turiste cittadino cittadini cittadina cittadine ragazzo ragazzi ragazza
    ragazze giovane giovani coppia famiglia famiglie studente studenti studentessa imprenditore imprenditrice operaio
    operai pensionato pensionata pensionati anni commerciante tifosi calciatore attore attrice cantante
    """.split()
)
# Whoever holds one of these is the head of a place, and may be anywhere.
_OFFICES = frozenset(
    """
    presidente presidentessa vicepresidente premier ministro ministra viceministro sottosegretario cancelliere
    cancelliera governatore governatrice sindaco sindaca vicesindaco assessore assessora ambasciatore ambasciatrice
    console re regina principe principessa imperatore capo leader
    """.split()
)
_OFFICE_LENGTH = 9
_IN = frozenset("a ad in nel nello nella nell' negli".split())
_YEAR = re.compile(r"(?:19|20)\d\d\Z")


def dated_by_themselves(words: Sequence[Word], date: int, trigger: int) -> set[int]:
    """What stands in brackets with a date or an hour of its own: «Monza (5-7 giugno), Imola (12-14 giugno)».

    And where somebody was born: «Ada Ferri (Lugo, 26 luglio 1933)». *date* and *trigger* are the places of the fact's
    own date and word: what stands in brackets with them stays, but not a list of dates beside the fact's word.
    """
    found: set[int] = set()
    for begin in (k for k, w in enumerate(words) if w.text == "("):
        close = next((k for k in range(begin, len(words)) if words[k].text == ")"), len(words))
        inside = range(begin, close)
        about = [w.low for w in words[begin + 1 : begin + 3]]
        if about[:1] == ["ex"] or about == ["ed", "ex"]:
            found.update(inside)  # «(ed ex di Bologna e Vicenza)»
        if trigger in inside:
            continue
        if words[begin + 1 : close] and words[begin + 1].part == "name" and _is_person(words, begin):
            found.update(inside)
        dates = sum(words[k].part == "time" for k in inside)
        if dates < 1 + (date in inside):
            continue
        found.update(inside)
        if date not in inside and words[begin + 1].part in ("time", "number"):
            found.update(_name_before(words, begin))
    return found


def _is_person(words: Sequence[Word], stop: int) -> bool:
    """Whether the names that end here are somebody's, and no hall's or school's called after one."""
    run = list(_name_before(words, stop))
    if len(run) < 2 or words[run[-1]].text not in given_names():
        return False
    return run[-1] == 0 or words[run[-1] - 1].low not in words_of("blocker")


def _name_before(words: Sequence[Word], stop: int) -> Iterator[int]:
    for k in range(stop - 1, -1, -1):
        if words[k].part != "name":
            return
        yield k


def origins(words: Sequence[Word], group: Group | None) -> set[int]:
    """The words after «residente a» up to the next mark, and the place of «turisti di Wuhan», «arrivati da Wuhan»."""
    found: set[int] = set()
    inside = False
    for place, word in enumerate(words):
        told = group is not None and group.first <= place <= group.last
        if (word.low in _ORIGIN and not told) or _is_on_the_way(words, place, group):
            inside = True
        elif inside and (word.part in ("mark", "verb", "that") or word.low in ("e", "ed")):
            # «originario di Oderzo, in provincia di Treviso», «provenienti dal Ghana, dall'Eritrea e dalla Somalia»
            follow = [w.low for w in words[place + 1 : place + 3]]
            listed = word.low in (",", "e", "ed") and follow[:1] != [] and follow[0] in _FROM
            inside = (word.low == "," and follow == ["in", "provincia"]) or listed
        if inside or (word.part == "name" and _is_of_somebody(words, place)):
            found.add(place)
    return found | _sources(words, group)


def _is_on_the_way(words: Sequence[Word], place: int, group: Group | None) -> bool:
    """«diretto a Lugo», «in volo da Lugo a Pisa»: said of who or what does something else."""
    low = words[place].low
    if low not in _BOUND and low not in _ON_THE_WAY:
        return False
    after, before = words[place + 1].low if place + 1 < len(words) else "", place - 1
    if low in _BOUND:
        return after in _TOWARDS and not (group and group.first <= place <= group.last)
    told = group is not None and group.first <= place - 2 <= group.last
    return after in _FROM | _TOWARDS and before >= 0 and words[before].low == _ON_THE_WAY[low] and not told


def _sources(words: Sequence[Word], group: Group | None) -> set[int]:
    """Where somebody arrives or returns from: «è arrivata ieri da Genova», «giungere in Italia dal Canada»."""
    found: set[int] = set()
    arriving = group is not None and group.lemma in _ARRIVING
    for place, word in enumerate(words):
        if word.verb and word.part == "verb":
            arriving = word.verb.lemma in _ARRIVING
        elif arriving and word.low in _FROM:
            stop = place + 1
            while stop < len(words) and (words[stop].part == "name" or words[stop].low in OF):
                stop += 1
            found.update(range(place + 1, stop))
    return found


def _is_of_somebody(words: Sequence[Word], place: int) -> bool:
    """«un 40enne di Carpi», «Ada Ferri, di Carpi»."""
    before = words[place - 1].low if place else ""
    if before not in ("di", "d'") or place < 2:
        return False
    comma = words[place - 2].text == "," and place > 2
    owner = words[place - 2 - comma].low
    return owner in _SOMEBODY or owner.endswith(("enne", "enni")) or (comma and _is_person(words, place - 2))


def of_other_years(words: Sequence[Word], year: str) -> set[int]:
    """Where the names stand that have a year of their own: «nel 1966 in Inghilterra e nel 1974 in Germania».

    *year* is the fact's, "" where none is known.
    """
    found: set[int] = set()
    for place, word in enumerate(words if year.isdigit() else ()):
        if word.part != "time" or not _YEAR.match(word.text) or word.text == year:
            continue
        before = [w.low for w in words[max(0, place - 1) : place]]
        name = place - 1 if before and before[0] in ("nel", "del") else place
        found.update(_name_before(words, name))
        if before and before[0] in ("nel", "del", "(") and place + 2 < len(words) and words[place + 1].low in _IN:
            found.update(_names_from(words, place + 2))
    return found


def _names_from(words: Sequence[Word], start: int) -> Iterator[int]:
    for k in range(start, len(words)):
        if words[k].part != "name":
            return
        yield k


def offices(words: Sequence[Word]) -> set[int]:
    """Where the names stand that only say what somebody is the head of: «il presidente uscente degli Stati Uniti»."""
    return {words[k].start for office, word in enumerate(words) if word.low in _OFFICES for k in _held(words, office)}


def _held(words: Sequence[Word], office: int) -> Iterator[int]:
    """The names behind «sindaco di», «ministro degli Esteri della», «governatore della regione»."""
    for k in range(office + 1, min(len(words), office + _OFFICE_LENGTH)):
        word, before = words[k], words[k - 1]
        if word.part == "name":
            if before.low in OF or before.low in words_of("placeword") or before.part == "name":
                yield k
        elif word.low not in OF and word.part != "noun":
            return


def is_located(words: Sequence[Word], place: int) -> bool:
    """Whether «a» or «in» stands before this name, and it is nobody's: «a Roma», «nella Corea del Sud»."""
    word = words[place]
    return word.part == "name" and place > 0 and words[place - 1].low in _IN and word.text not in given_names()
