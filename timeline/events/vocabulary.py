"""What a dossier's editors have settled about names and themes, and the lists that tell names apart."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files


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
    """A theme of the dossier: the words that speak of it, and the sections of a paper that are about it.

    A word that ends in an asterisk stands for all that begin so: «nordcorean*».
    """

    name: str
    words: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Settings:
    """What the editors of a dossier have settled about names and themes (site_config/)."""

    people: tuple[PersonEntry, ...] = ()
    tags: tuple[TagEntry, ...] = ()


@lru_cache(maxsize=8192)
def fold(name: str) -> str:
    """A name without the differences that are only spelling: capitals, hyphens, apostrophes, double spaces.

    >>> fold("Kim Jong-un") == fold("KIM  Jong Un")
    True
    """
    return " ".join(name.replace("’", "'").replace("-", " ").casefold().split())


@cache
def words_of(category: str) -> frozenset[str]:
    """The words of one category of data/name_words.txt."""
    return _categories()[category]


@cache
def _categories() -> dict[str, frozenset[str]]:
    text = data_file("name_words.txt")
    lines = [line.split(":", 1) for line in text.splitlines() if line and not line.startswith("#")]
    return {name: frozenset(words.split()) for name, words in lines}


@cache
def given_names() -> dict[str, bool]:
    """Given names; True where the name is also an Italian word («Rosa»)."""
    lines = data_file("given_names.txt").splitlines()
    return {line.removesuffix(" ?"): line.endswith(" ?") for line in lines}


def data_file(name: str) -> str:
    """A file of this package's data folder."""
    return files("timeline.events").joinpath("data", name).read_text(encoding="utf-8")


@cache
def is_word(word: str) -> bool:
    """Whether *word* in small letters is Italian for something. The dictionary loads on first use (0.2 s)."""
    import simplemma

    return simplemma.is_known(word.lower(), "it")
