"""Namings of people: in full and in short, and which of the article's people a short one means."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from timeline.events.capitals import Chain
from timeline.events.vocabulary import fold, given_names, is_word, words_of

ROMAN = re.compile(r"[IVX]+$")
INITIAL = re.compile(r"[A-ZÀ-Ý]\.$")
PLURAL = frozenset("i gli le dei degli delle ai agli alle dai dagli dalle nei negli nelle".split())


@dataclass(frozen=True, slots=True)
class Person:
    """A naming in full or in short: where, which words, and whether the words are a full name."""

    start: int
    end: int
    words: tuple[str, ...]
    full: bool

    @property
    def name(self) -> str:
        return " ".join(self.words)


def canonical_names(people: Sequence[Person]) -> dict[str, str]:
    """Each full name, folded, to the form it is written in most often; «George Bush» goes to «George W. Bush»."""
    spellings: dict[str, Counter[str]] = {}
    for person in people:
        spellings.setdefault(fold(person.name), Counter())[person.name] += 1
    best = {key: max(count, key=lambda name: (count[name], name)) for key, count in spellings.items()}
    for key, name in sorted(best.items()):
        core = tuple(w for w in name.split() if not INITIAL.match(w))
        longer = [n for n in best.values() if n != name and _is_same_person(core, n.split())]
        if len(longer) == 1:
            best[key] = longer[0]
    return best


def _is_same_person(core: Sequence[str], longer: Sequence[str]) -> bool:
    """The same first and last word, and only more between; or a house behind: «Carlo Alberto | di Savoia»."""
    if len(longer) <= len(core) or len(core) < 2:
        return False
    of_house = tuple(longer[: len(core)]) == tuple(core) and longer[len(core)] in ("di", "d'")
    return of_house or (longer[0], longer[-1]) == (core[0], core[-1])


def short_forms(full: dict[str, str]) -> dict[str, str]:
    """What a full name may be shortened to, folded, where only one of the article's people can be meant."""
    candidates: dict[str, set[str]] = {}
    for name in sorted(set(full.values())):
        words = [w for w in name.split() if not ROMAN.match(w)]
        surname_first = words[0] in ("Kim", "Xi", "Li", "Mao", "Park", "Moon", "Hu", "Deng", "Wen") and len(words) > 1
        shorts = {words[0]} if surname_first else {words[-1]}
        for at in range(1, len(words)):
            if words[at].islower() or words[at] in (
                "De",
                "Di",
                "Del",
                "Della",
                "Dal",
                "La",
                "Lo",
                "Al",
                "El",
                "Van",
                "Von",
            ):
                shorts.add(" ".join(words[at:]))
        if len(words) > 2 and not surname_first:
            shorts.add(" ".join(words[-2:]))
        for short in shorts:
            candidates.setdefault(fold(short), set()).add(name)
    return {short: next(iter(names)) for short, names in candidates.items() if len(names) == 1}


# «lo Stirpe», «al Meazza» are stadiums and ships; of people only women are called so («la Kostner»).
_HOUSEHOLD = frozenset("coniugi famiglia fratelli sorelle cugini eredi signori gemelli genitori clan caso".split())
_DAYS = (" day", " award", " fellow")
_MASCULINE = frozenset("il lo del dello al allo dal dallo nel nello sul sullo".split())
_BEFORE_MANY = _MASCULINE | PLURAL | _HOUSEHOLD


def shorts_in(text_chains: Sequence[Chain], shorts: dict[str, str], namings: Sequence[Person]) -> Iterator[Person]:
    """The short forms that stand alone, or after nothing but a capitalised word that opens the sentence."""
    taken = {p.start for p in namings}
    last_words = {short.rpartition(" ")[2] for short in shorts}
    for chain in text_chains:
        tokens = list(chain.tokens)
        if tokens[0].start in taken or fold(tokens[-1].text).rpartition(" ")[2] not in last_words:
            continue
        before = chain.before[0] if chain.before else ""
        if before in _BEFORE_MANY or before in words_of("blocker"):
            continue
        lead = tokens[0].text.lower()
        opens = tokens[0].starts and is_word(lead) and tokens[0].text not in given_names()
        if len(tokens) > 1 and (opens or lead in words_of("title")):
            tokens = tokens[1:] if fold(lead) not in shorts else tokens
        text = " ".join(w for i, t in enumerate(tokens) for w in ((t.particle if i else ""), t.text) if w)
        if chain.text.startswith(_DAYS, tokens[-1].end):
            continue  # «il Mandela day»
        if fold(text) in shorts and not (tokens[0].starts and len(tokens) == 1 and is_word(text) and len(text) < 4):
            yield Person(tokens[0].start, tokens[-1].end, tuple(text.split()), False)
