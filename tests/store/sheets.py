"""Event files as the tests see them, with no code of ours: events, their fields and passages, where each stands."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache

import yaml
from newsroom import Newsroom

# The fields that the extractor fills and goes on filling.
FOLLOWING = (
    "title", "date", "time", "date_text", "summary", "confidence",
    "tags", "people", "organizations", "places", "attribution",
)  # fmt: skip
PASSAGE = ("article", "expression", "date", "quote")
Key = tuple[str, str]  # an article and a fact
Span = tuple[int, int]


@dataclass(frozen=True)
class Passage:
    key: Key
    values: dict[str, object]
    spans: dict[str, Span]
    span: Span


@dataclass(frozen=True)
class Entry:
    """An event of a file: *span* from its first letter to its last, *room* with the remarks around it."""

    path: str
    fields: dict[str, object]
    spans: dict[str, Span]
    passages: tuple[Passage, ...]
    span: Span
    room: Span

    @cached_property
    def keys(self) -> frozenset[Key]:
        return frozenset(p.key for p in self.passages)

    @property
    def is_published(self) -> bool:
        return str(self.fields.get("status", "")).lower() in ("published", "pubblicato", "pubblicata")


def files_of(room: Newsroom) -> dict[str, str]:
    """The text of every event file, as it stands."""
    return {p.relative_to(room.root).as_posix(): p.read_bytes().decode("utf-8") for p in room.files()}


def entries_of(path: str, text: str, renamed: dict[str, str]) -> list[Entry]:
    """The events of a file that parses. *renamed* gives articles the names by which they are known by now."""
    return _entries_of(path, text.removeprefix("\ufeff"), tuple(renamed.items()))


# Before and after each of some runs stand the same texts: read once, a search takes a tenth less.
@lru_cache(64)
def _entries_of(path: str, text: str, renamed: tuple[tuple[str, str], ...]) -> list[Entry]:
    top = yaml.compose(text, Loader=yaml.CBaseLoader)
    if not isinstance(top, yaml.SequenceNode):
        return []
    nodes = [n for n in top.value if isinstance(n, yaml.MappingNode)]
    ends = [_last(n, text) for n in nodes]
    found = []
    for number, node in enumerate(nodes):
        low = ends[number - 1] if number else 0
        high = nodes[number + 1].start_mark.index if number + 1 < len(nodes) else len(text)
        fields, spans = _fields(node, text)
        proofs = next((v for k, v in node.value if k.value == "mentions"), None)
        passages = tuple(_passage(n, text, dict(renamed)) for n in (proofs.value if _is_list(proofs) else ()))
        span = (node.start_mark.index, ends[number])
        found.append(Entry(path, fields, spans, passages, span, (low, high)))
    return found


def _is_list(node: object) -> bool:
    return isinstance(node, yaml.SequenceNode) and all(isinstance(n, yaml.MappingNode) for n in node.value)


def _fields(node: yaml.MappingNode, text: str) -> tuple[dict[str, object], dict[str, Span]]:
    fields = {k.value: _value(v) for k, v in node.value}
    return fields, {k.value: (k.start_mark.index, max(_last(v, text), k.end_mark.index + 1)) for k, v in node.value}


def _passage(node: yaml.MappingNode, text: str, renamed: dict[str, str]) -> Passage:
    values, spans = _fields(node, text)
    article = str(values.get("article"))
    key = key_of(renamed.get(article, article), str(values.get("quote")))
    return Passage(key, values, spans, (node.start_mark.index, _last(node, text)))


def key_of(article: str, quote: str) -> Key:
    """A passage by the fact that it tells."""
    fact = re.search(r"fatto\d+", quote)
    return article, fact[0] if fact else "?"


def _value(node: yaml.Node) -> object:
    """What a node says: text, lists of text; nothing where there is nothing."""
    if isinstance(node, yaml.ScalarNode):
        return None if not node.style and node.value in ("", "null", "~") else node.value
    if isinstance(node, yaml.SequenceNode):
        return [_value(n) for n in node.value] or None
    return {k.value: _value(v) for k, v in node.value}


def _last(node: yaml.Node, text: str) -> int:
    """Where the last letter of a node stands: the parser's marks of blocks run on to the next thing."""
    if isinstance(node, yaml.ScalarNode):
        begin = node.start_mark.index
        return begin + len(text[begin : node.end_mark.index].rstrip())
    if node.flow_style or not node.value:
        return int(node.end_mark.index) if node.flow_style else int(node.start_mark.index)
    last = node.value[-1]
    if isinstance(last, tuple):
        return max(_last(last[1], text), last[0].end_mark.index + 1)
    return _last(last, text)
