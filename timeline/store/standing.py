"""Events as they stand in the editors' files, as raw text: what the three-way merge compares and edits.

Nothing is validated here: an event with a mistake in it is still an editor's event, and must not count as deleted.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from timeline.dates.edtf import format_edtf
from timeline.events.model import Event, Mention
from timeline.store.entries import EVENT_KEYS, MENTION_KEYS, STATUS_WORDS
from timeline.store.record import FIELDS
from timeline.store.splice import Plain, comments_in, dash_of, last_char, line_start, next_line
from timeline.store.yamltext import Document, Mapping, Sequence, Value, entries, get, key_text, line_of, value_of

# What makes a mention itself in a file: article, expression, quote.
Ident = tuple[str, str, str]


@dataclass(frozen=True, slots=True, eq=False)
class StandingMention:
    """A mention in a file, with its node."""

    ident: Ident
    date: Plain
    node: Mapping

    def as_written(self, mention: Mention) -> bool:
        """Whether it stands as we wrote it, without a field of an editor's."""
        if any(key_text(key) not in MENTION_KEYS for key, _ in self.node.value):
            return False
        return self.ident == ident(mention) and (self.date or None) == mention.date


@dataclass(frozen=True, slots=True, eq=False)
class Standing:
    """An event in a file: *fields* as raw text. *position* is its place among all events of all files."""

    path: str
    line: int
    fields: dict[str, Value]
    mentions: tuple[StandingMention, ...]
    node: Mapping
    top: Sequence
    has_comment: bool
    position: int

    @property
    def id(self) -> str:
        return _text(self.fields.get("id"))

    @property
    def title(self) -> str:
        return _text(self.fields.get("title"))

    @property
    def is_published(self) -> bool:
        return STATUS_WORDS.get(_text(self.fields.get("status")).casefold()) == "published"

    def plain(self, key: str) -> Plain:
        """A field as text or texts; what is neither counts as an editor's."""
        value = self.fields.get(key)
        if isinstance(value, dict):
            return "\0"
        if isinstance(value, list):
            return [item if isinstance(item, str) else "\0" for item in value] or None
        return value or None


def standing_events(document: Document, first_position: int, renamed: dict[str, str]) -> list[Standing]:
    """The events of a file that YAML can read. *renamed* gives articles their present names."""
    top, text = document.top, document.source.text
    if not isinstance(top, Sequence):
        return []
    return [
        _standing(document.source.path, text, node, top, first_position + n, renamed)
        for n, node in enumerate(entries(top))
    ]


def _standing(path: str, text: str, node: Mapping, top: Sequence, position: int, renamed: dict[str, str]) -> Standing:
    value = value_of(node)
    assert isinstance(value, dict)
    mentions = []
    for item in entries(get(node, "mentions") or node):
        if get(node, "mentions") is None:
            break
        said = value_of(item)
        assert isinstance(said, dict)
        article = _text(said.get("article"))
        ident = (renamed.get(article, article), _text(said.get("expression")), _text(said.get("quote")))
        date = said.get("date")
        mentions.append(StandingMention(ident, date if isinstance(date, str) else None, item))
    return Standing(path, line_of(node), value, tuple(mentions), node, top, _has_comment(text, top, node), position)


def _has_comment(text: str, top: Sequence, node: Mapping) -> bool:
    """Whether an editor's remark stands in an event, directly above it, or below it and before the next."""
    if "#" not in text:
        return False
    if top.flow_style:
        return comments_in(text, *_span(node), node)
    low = line_start(text, dash_of(text, node))
    high = next_line(text, last_char(node, text))
    if comments_in(text, low, min(high, len(text)), node):
        return True
    above = text[line_start(text, low - 1) : low].strip() if low else ""
    if above.startswith("#") and not above.startswith("# yaml-language-server:"):
        return True
    while high < len(text):
        line, high = text[high : next_line(text, high)], next_line(text, high)
        if line.strip() and not line.lstrip().startswith("#"):
            return False
        if line.strip() and line[0].isspace():
            return True
    return False


def _span(node: Mapping) -> tuple[int, int]:
    assert node.start_mark is not None
    assert node.end_mark is not None
    return node.start_mark.index, node.end_mark.index


def _text(value: Value) -> str:
    return value.strip() if isinstance(value, str) else ""


def ident(mention: Mention) -> Ident:
    """What a mention of ours looks like in a file."""
    return mention.article, mention.expression, mention.quote


def plain_field(event: Event, key: str) -> Plain:
    """A field of an event as we write it; None where there is nothing to write."""
    value = getattr(event, key)
    if key == "date":
        return format_edtf(value) if value else None
    if isinstance(value, tuple):
        return list(value) or None
    return str(value) if value else None


def event_fields(event: Event) -> list[tuple[str, Plain]]:
    """The fields of a new event in our order; empty ones are not written, but `date: null` is."""
    return [
        (key, plain_field(event, key))
        for key in EVENT_KEYS
        if key in FIELDS and (key == "date" or plain_field(event, key) is not None)
    ]


def mention_fields(mention: Mention) -> list[tuple[str, Plain]]:
    """The fields of a mention in our order."""
    said: Iterable[tuple[str, Plain]] = (
        ("article", mention.article),
        ("expression", mention.expression),
        ("date", mention.date),
        ("quote", mention.quote),
    )
    return [(key, value) for key, value in said if value]
