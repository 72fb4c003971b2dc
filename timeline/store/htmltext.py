"""The little HTML that TimelineJS' texts hold, as the inline Markdown of our summaries."""

from __future__ import annotations

import re
from html.parser import HTMLParser

_MARKS = {"em": "*", "i": "*", "strong": "**", "b": "**", "code": "`"}
_BREAKS = frozenset(("p", "br", "div"))
# Characters that Markdown would take for more than themselves.
_MARKDOWN = re.compile(r"[\\`*]|(?<!\w)_|_(?!\w)|\[(?=[^\]]*\]\()|<(?=[a-z/!])|&(?=#?\w+;)", re.I)


def markdown_of(html: str) -> tuple[str, bool]:
    """The text of *html* as inline Markdown, and whether that says everything (an image or a table it cannot say).

    >>> markdown_of("<p>Davanti a <b>duecento</b> &amp; più</p>")
    ('Davanti a **duecento** & più', True)
    >>> markdown_of('Con <img src="a.jpg"> foto')
    ('Con  foto', False)
    """
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return re.sub(r"\s*\n\s*", "\n", "".join(reader.pieces)).strip(), reader.is_whole


def text_of(html: str) -> str:
    """The words of *html* alone, on one line.

    >>> text_of("La <em>fiera</em> &amp; il mercato")
    'La fiera & il mercato'
    """
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return " ".join("".join(reader.words).split())


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self.words: list[str] = []
        self.links: list[str] = []
        self.is_whole = True

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _MARKS:
            self.pieces.append(_MARKS[tag])
        elif tag == "a":
            self.links.append(dict(attrs).get("href") or "")
            self.pieces.append("[" if self.links[-1] else "")
        elif tag in _BREAKS:
            self.pieces.append("\n")
            self.words.append(" ")
        else:
            self.is_whole = False

    def handle_endtag(self, tag: str) -> None:
        if tag in _MARKS:
            self.pieces.append(_MARKS[tag])
        elif tag == "a" and self.links and (address := self.links.pop()):
            self.pieces.append(f"]({address})")
        elif tag in _BREAKS:
            self.pieces.append("\n")

    def handle_data(self, data: str) -> None:
        self.pieces.append(_MARKDOWN.sub(r"\\\g<0>", data))
        self.words.append(data)
