"""Whom a story is about, by what it tells of them: whoever died, is accused, wrote a book; the only person it names."""

from __future__ import annotations

import re
from collections.abc import Sequence

from timeline.events.passage import Passage
from timeline.events.subjects import is_womans
from timeline.events.vocabulary import given_names
from timeline.italian.speech import Word

DIED = re.compile(
    r"\b(?:(?:è|era) (?:\w+ )?(?:mort[oa]|decedut[oa]|mancat[oa])|si (?:è|era) spent[oa]|è stat[oa] uccis[oa]|corpo di|"
    r"ha perso la vita|la vittima|trovat[oa] mort[oa])\b",
    re.I,
)
ACCUSED = re.compile(
    r"\b(?:arrestat|indagat|fermat|condannat|accusat|imputat|processat|arrestato|denunciat|patteggia)\w*\b", re.I
)
_FULL_NAME = re.compile(
    r"(?<![\w’'])([A-ZÀ-Ý][a-zà-ÿ]+)(?: [A-ZÀ-Ý][a-zà-ÿ]+(?= [A-ZÀ-Ý]))? ((?:D[eai]l? |De |Lo |La )?[A-ZÀ-Ý][\w’'-]+)"
)
# «il pm Anna Neri», «la sindaca Ada Ferri»: people who deal with a case, not those it is about.
_OFFICE = re.compile(
    r"\b(?:pm|gip|gup|giudice|procurator[ei]|procuratrice|sostituto|avvocat[oa]|legale|comandante|sindac[oa]|capitano|"
    r"maggiore|colonnello|questore|prefetto|assessor[ea]|president[ei]|minist\w+|dott\w*|perito|medico legale)"
    r"(?: \w+){0,2}[ ,]+\Z",
    re.I,
)
AUTHOR = re.compile(
    r"\b(?:scritt(?:ore|rice)|tradutt(?:ore|rice)|poet(?:a|essa)|pitt(?:ore|rice)|scult(?:ore|rice)|regista|cantante"
    r"|cantautor(?:e|ice)|musicista|fotograf[oa]|artista|romanzier[ea]|storic[oa]|compositor|autore|autrice)",
    re.I,
)


def only_person(passage: Passage, *, feminine: bool) -> list[Word]:
    """The only person in full, of that gender, whom the sentences before name; [] where they name two."""
    names = _names_in(passage, passage.reading.spans[: passage.place])
    name = names.pop() if len(names) == 1 else ""
    told = name and is_womans(name.split(" ")[0].lower()) is feminine
    return [Word(-9, -8, name, name.lower(), "name")] if told else []


def named_before_mention(passage: Passage, noun: str, *, feminine: bool) -> str:
    """«Elena Neri ha vinto. La ventunenne di Arco…»: the only person, of that gender, named before the article first
    says so; "" where it names two, or none."""
    reading = passage.reading
    at = reading.text.find(noun)
    names = _names_in(passage, [(0, at)]) if at > 0 else set()
    name = names.pop() if len(names) == 1 else ""
    return name if name and is_womans(name.split(" ")[0].lower()) is feminine else ""


def named_near(passage: Passage, pattern: re.Pattern[str]) -> str:
    """The only person in full whom sentences with such a word name, before this one or among the first."""
    reading = passage.reading
    spans = reading.spans[: max(passage.place, 2)]
    here = reading.spans[passage.place]
    names = _names_in(passage, [s for s in spans if s != here and pattern.search(reading.text, *s)])
    return names.pop() if len(names) == 1 else ""


def _names_in(passage: Passage, spans: Sequence[tuple[int, int]]) -> set[str]:
    """Everybody whom these sentences name in full, but for those who deal with a case by office."""
    reading = passage.reading
    names: set[str] = set()
    for begin, end in spans:
        for found in _FULL_NAME.finditer(reading.text, begin, end):
            given = found[1] in given_names() and found[2] not in given_names()
            if given and not _OFFICE.search(reading.text, max(begin, found.start() - 50), found.start()):
                names.add(found[0].rstrip("'’-"))
    return names
