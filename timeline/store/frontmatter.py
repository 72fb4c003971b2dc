"""Front matter: the fields above an article, between two lines of three hyphens."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from timeline.problems import Problem
from timeline.store.files import TextFile
from timeline.store.yamltext import Mapping, compose, key_text, start, value_of

# Our keys, and how a message names them.
KEYS = {
    "title": "il titolo",
    "standfirst": "il sommario",
    "section": "la sezione",
    "author": "l’autore",
    "published": "la data di pubblicazione",
    "updated": "la data di aggiornamento",
    "dates_from": "la data da cui contano i giorni",
    "publisher": "la testata",
    "url": "l’indirizzo",
    "timezone": "il fuso orario",
}
# What other programs and Italian hands write.
_ALSO = {
    "titolo": "title", "sommario": "standfirst", "catenaccio": "standfirst", "sottotitolo": "standfirst",
    "subtitle": "standfirst", "description": "standfirst", "occhiello": "section", "sezione": "section",
    "category": "section", "autore": "author", "autrice": "author", "authors": "author", "firma": "author",
    "data": "published", "date": "published", "pubblicato": "published", "aggiornato": "updated", "lastmod": "updated",
    "testata": "publisher", "editore": "publisher", "source": "publisher", "fonte": "publisher", "link": "url",
    "indirizzo": "url", "fuso": "timezone",
}  # fmt: skip
_FENCE = re.compile(r"\A---[ \t]*\r?\n(.*?)(?:^)(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.S | re.M)


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The fields as text by our names, the line of each, and what follows them."""

    body: str
    fields: dict[str, str] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)


def read_front_matter(source: TextFile) -> FrontMatter | Problem:
    """A file's front matter; one without any is all body. A head that is no YAML is a problem, with its line."""
    fence = _FENCE.match(source.text)
    if not fence or ":" not in fence[1]:
        return FrontMatter(source.text)
    # The lines keep their numbers: the fence becomes a comment.
    document = compose(replace(source, text="#\n" + fence[1]))
    if document.problems:
        return document.problems[0]
    if not isinstance(document.top, Mapping):
        return Problem(source.path, 2, "la testata non è un elenco di campi", "scrivi campo: valore, uno per riga")
    fields: dict[str, str] = {}
    lines: dict[str, int] = {}
    for key, value in document.top.value:
        name = key_text(key).strip()
        name = _ALSO.get(name.casefold(), name)
        lines[name] = document.source.line_of(start(key))
        said = value_of(value)
        if isinstance(said, list):
            said = ", ".join(str(item) for item in said if isinstance(item, str))
        if isinstance(said, str):
            fields[name] = said.strip()
    return FrontMatter(source.text[fence.end() :], fields, lines)
