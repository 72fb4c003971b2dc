"""Who and where: people, organisations and places named in an article, and the themes it belongs to."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, NamedTuple

from timeline.events.capitals import chains, plain
from timeline.events.model import Article
from timeline.events.organizations import find_organizations
from timeline.events.people import find_people
from timeline.events.places import busy_in, find_places, named_by_form
from timeline.events.vocabulary import PersonEntry, Settings, TagEntry

__all__ = ["Name", "Names", "PersonEntry", "Settings", "TagEntry", "find_names"]

Kind = Literal["person", "organization", "place"]
Span = tuple[int, int]


class Name(NamedTuple):
    """One naming in the text: where it stands, what it names, and the name in full."""

    start: int
    end: int
    kind: Kind
    name: str


@dataclass(frozen=True, slots=True)
class Names:
    """Every naming of one article, in the order of the text. *written_at*: the town its first line begins with."""

    all: tuple[Name, ...] = ()
    tags: tuple[TagEntry, ...] = ()
    written_at: str = ""

    def people_in(self, spans: Iterable[Span]) -> tuple[str, ...]:
        """The people named in those stretches of the text, once each, in the order of the text."""
        return self._of("person", spans)

    def people_of_title(self, title: str) -> tuple[str, ...]:
        """Whoever a title is about: «Neri: «Riapriremo»», «Ada Ferri è partita», «Arresto di Ugo Bassi»."""
        head = title.split(": «")[0] if ": «" in title else title
        if _ENGLISH.search(head):
            return ()  # «Ada Ferri and the Red Door» is a book
        people = dict.fromkeys(n.name for n in self.all if n.kind == "person" and " " in n.name)
        return tuple(
            p
            for p in people
            if head.startswith(p) or p.split(" ")[-1] == head or head.partition(" ")[2].startswith(f"di {p}")
        )

    def organizations_in(self, spans: Iterable[Span]) -> tuple[str, ...]:
        """The organisations named in those stretches of the text, once each, in the order of the text."""
        return self._of("organization", spans)

    def places_in(self, spans: Iterable[Span]) -> tuple[str, ...]:
        """The places named in those stretches of the text, once each, in the order of the text."""
        return self._of("place", spans)

    def tags_for(self, article: Article, text: str) -> tuple[str, ...]:
        """The themes of a passage: those of the article's section, then those that its words speak of.

        A section that no theme of the dossier claims is a theme by itself.
        """
        section = article.section.strip()
        claimed = [t.name for t in self.tags if section.casefold() in {s.casefold() for s in t.sections}]
        of_section = claimed or ([section] if section else [])
        spoken = [t.name for t in self.tags if t.words and _pattern(t.words).search(plain(text))]
        return tuple(dict.fromkeys(of_section + spoken))

    def _of(self, kind: Kind, spans: Iterable[Span]) -> tuple[str, ...]:
        found: dict[int, str] = {}
        for start, end in spans:
            inside = self.all[bisect_left(self.all, (start,)) : bisect_left(self.all, (end,))]
            found.update((n.start, n.name) for n in inside if n.kind == kind)
        return tuple(dict.fromkeys(found[start] for start in sorted(found)))


_ENGLISH = re.compile(r" (?:and|of) the ")


def find_names(article: Article, settings: Settings, near: Sequence[Span] | None = None) -> Names:
    """The people, organisations and places that *article* names. Offsets count into its text.

    *near*: the sentences in whose places and organisations one is interested, all where it is None.
    """
    text = plain(article.text)
    text_chains = list(chains(text))
    inside = busy_in(text_chains, [(0, len(text))] if near is None else near)
    near_chains = [chain for chain in text_chains if inside[chain.tokens[0].start]]
    # Elsewhere only a full name matters, which tells whose a short form is: no word by itself is one.
    telling = [chain for chain in text_chains if len(chain.tokens) > 1 or inside[chain.tokens[0].start]]
    people, shorts, never = find_people(telling, settings.people)
    taken = [*_spans(people), *never]
    places = list(find_places(near_chains, taken, shorts, named_by_form(text_chains, shorts)))
    organizations = list(find_organizations(near_chains, taken, _spans(places)))
    kinds: tuple[tuple[Kind, list[tuple[int, int, str]]], ...] = (
        ("person", people),
        ("place", places),
        ("organization", organizations),
    )
    found = [Name(start, end, kind, name) for kind, rows in kinds for start, end, name in rows]
    in_order = tuple(sorted(found))
    return Names(in_order, settings.tags, _dateline(text, in_order))


def _dateline(text: str, found: Sequence[Name]) -> str:
    """The town in front of the first sentence: «CARPI. Nel pomeriggio…», «Anna Rossi VIGNOLA La polizia…»."""
    at = 0
    for name in found[:2]:
        if name.kind == "person" and not text[at : name.start].strip().removeprefix("di"):
            at = name.end
        elif name.kind == "place" and not text[at : name.start].strip():
            word, follows = text[name.start : name.end], text[name.end : name.end + 2]
            closed = follows[:1] in ".:–—-" or (follows[:1] == " " and word.isupper())
            return name.name if closed and len(word) > 2 else ""
        else:
            return ""
    return ""


def _spans(rows: Sequence[tuple[int, int, str]]) -> list[tuple[int, int]]:
    return [(start, end) for start, end, _ in rows]


@lru_cache(maxsize=512)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    """Any of the words of a theme, whole; an asterisk stands for any ending."""
    ends = [re.escape(plain(w.removesuffix("*"))) + ("" if w.endswith("*") else r"(?!\w)") for w in words]
    return re.compile(r"(?<!\w)(?:" + "|".join(ends) + ")", re.I)
