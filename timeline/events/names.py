"""Who and where: people, organisations and places named in an article."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Protocol

from timeline.events.model import Article

Kind = Literal["person", "organization", "place"]


@dataclass(frozen=True, slots=True)
class PersonEntry:
    """A person as the editors know them: one name, its other spellings, who they are.

    *page*: whether a page, a facet and JSON-LD may show them. *never*: no such person is meant, whatever the text says.
    """

    name: str
    spellings: tuple[str, ...] = ()
    role: str = ""
    page: bool = False
    never: bool = False


@dataclass(frozen=True, slots=True)
class TagEntry:
    """A theme of the dossier: the words that speak of it, and the sections of the paper that are about it."""

    name: str
    words: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()


class Settings(Protocol):
    """What the editors of a dossier have settled about names and themes."""

    @property
    def people(self) -> tuple[PersonEntry, ...]: ...

    @property
    def tags(self) -> tuple[TagEntry, ...]: ...


@dataclass(frozen=True, slots=True)
class Name:
    """One naming in the text: where it stands, what it names, and the name in full."""

    start: int
    end: int
    kind: Kind
    name: str


@dataclass(frozen=True, slots=True)
class Names:
    """Every naming of one article, in the order of the text."""

    all: tuple[Name, ...] = ()
    tags: tuple[TagEntry, ...] = ()

    def people_in(self, start: int, end: int) -> tuple[str, ...]:
        """The people named in that stretch of the text, once each, in order."""
        return self._of("person", start, end)

    def organizations_in(self, start: int, end: int) -> tuple[str, ...]:
        """The organisations named in that stretch of the text, once each, in order."""
        return self._of("organization", start, end)

    def places_in(self, start: int, end: int) -> tuple[str, ...]:
        """The places named in that stretch of the text, once each, in order."""
        return self._of("place", start, end)

    def tags_for(self, article: Article, text: str) -> tuple[str, ...]:
        """The themes of a passage: those of the article's section, then those its words speak of."""
        return ()

    def _of(self, kind: Kind, start: int, end: int) -> tuple[str, ...]:
        return tuple(dict.fromkeys(n.name for n in self.all if n.kind == kind and start <= n.start and n.end <= end))


def find_names(article: Article, settings: Settings) -> Names:
    """The people, organisations and places that *article* names."""
    return Names(tags=settings.tags)
