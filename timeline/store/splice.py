"""Changes to an event file as splices of its text, at the marks of its nodes. All other bytes stay as they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

from timeline.store.scalars import scalar
from timeline.store.yamltext import Mapping, Node, Scalar, Sequence, end, get, is_null, key_text, start

# What a field holds, as text: a scalar, a list, or nothing.
Plain = str | list[str] | None


@dataclass(frozen=True, slots=True)
class Edit:
    """Put *text* in place of the characters [start, end) of a file's text."""

    start: int
    end: int
    text: str


class UnsafeEditError(Exception):
    """The change cannot be made without touching an editor's comment: the caller leaves things as they are."""


def apply_edits(text: str, edits: list[Edit], newline: str = "\n") -> str:
    """The text with all edits made; what two of them take away is taken once. Inserted lines end as the file's do."""
    missing_end = not text.endswith("\n")
    work = text + newline if missing_end else text
    # "The line after the last" lies past the text: there it is the end of the line that was made whole.
    ends = [[len(work) if at > len(text) else at for at in (e.start, e.end)] for e in edits]
    parts: list[str] = []
    at = 0
    for edit, (low, high) in sorted(zip(edits, ends, strict=True), key=lambda pair: pair[1]):
        if low < high <= at:
            continue  # a value of what went as a whole
        parts.append(work[at:low])
        inserted = edit.text if newline == "\n" else edit.text.replace("\n", newline)
        parts.append(_with_its_comma(parts, inserted, low < at))
        at = max(at, high)
        if not inserted and _CLOSING.match(work, at):
            _drop_comma(parts)
    work = "".join((*parts, work[at:]))
    # Where the last event went, so did what ended without a line end: the text ends with the one before.
    return work.rstrip("\r\n") if missing_end else work


_DOCUMENT_END = re.compile(r"^\.\.\.", re.M)
_CLOSING = re.compile(r"\s*[]}]")


def _with_its_comma(parts: list[str], inserted: str, is_within_gap: bool) -> str:
    """What is put in between brackets, with its comma where one is wanted; *is_within_gap*: its neighbour went."""
    if not inserted.startswith(", "):
        return inserted
    if is_within_gap:
        return inserted[2:] + ", "
    before = next((bare[-1] for part in reversed(parts) if (bare := part.rstrip())), "")
    return inserted[2:] if before in (",", "[", "{") else inserted


def _drop_comma(parts: list[str]) -> None:
    """No comma before a closing bracket, where the last of a list went."""
    for number in reversed(range(len(parts))):
        if bare := parts[number].rstrip():
            if bare.endswith(","):
                parts[number] = bare[:-1] + parts[number][len(bare) :].lstrip(" ")
            return


def in_order(edits: list[Edit]) -> list[Edit]:
    """Insertions at one place joined in the order they were asked for, so that applying backwards keeps it."""
    joined: dict[int, Edit] = {}
    rest: list[Edit] = []
    for edit in edits:
        if edit.start != edit.end:
            rest.append(edit)
        elif edit.start in joined:
            joined[edit.start] = Edit(edit.start, edit.end, joined[edit.start].text + edit.text)
        else:
            joined[edit.start] = edit
    return rest + list(joined.values())


def last_char(node: Node, text: str) -> int:
    """Where a node's own text ends. The parser's mark of a block ends only where the next thing begins."""
    if isinstance(node, Scalar):
        if node.style in ("|", ">"):
            return start(node) + len(_without_comments(text[start(node) : end(node)]))
        return end(node)
    if is_flow(node):
        return end(node)
    if not node.value:
        return start(node)
    last = node.value[-1]
    if isinstance(last, tuple):
        return max(last_char(last[1], text), end(last[0]) + 1)
    return last_char(last, text)


def _without_comments(block: str) -> str:
    return block.rstrip()


def is_flow(node: Node) -> bool:
    """Whether a list or a mapping is written in brackets."""
    return isinstance(node, Sequence | Mapping) and bool(node.flow_style)


def line_start(text: str, index: int) -> int:
    return text.rfind("\n", 0, index) + 1


def next_line(text: str, index: int) -> int:
    """Where the line after the one that holds *index* begins; past the end where it is the last."""
    at = text.find("\n", index)
    return at + 1 if at >= 0 else len(text) + 1


def comments_in(text: str, low: int, high: int, node: Node) -> bool:
    """Whether [low, high) holds a comment: a # that belongs to none of *node*'s scalars."""
    if "#" not in text[low:high]:
        return False
    at = low
    for left, right in sorted(_scalars(node)):
        if left >= at and "#" in text[at : min(left, high)]:
            return True
        at = max(at, right)
    return "#" in text[at:high]


def _scalars(node: Node) -> Iterator[tuple[int, int]]:
    if isinstance(node, Scalar):
        yield start(node), end(node)
    else:
        for child in node.value:
            for part in child if isinstance(child, tuple) else (child,):
                yield from _scalars(part)


def plain_text(value: Plain, *, flow: bool, style: str | None = None) -> str:
    """A value as YAML in one line."""
    if isinstance(value, list):
        return "[" + ", ".join(scalar(item, flow=True) for item in value) + "]"
    return "null" if value is None else scalar(value, flow=flow, style=style)


def set_value(text: str, mapping: Mapping, key: str, value: Plain, order: tuple[str, ...]) -> list[Edit]:
    """Give a field a value: in place where the field is there, else as a new line at its place in *order*."""
    flow = bool(mapping.flow_style)
    for name, node in mapping.value:
        if key_text(name) != key:
            continue
        if value in (None, "", []) and key != "date":
            return [_remove_field(text, mapping, name, node)]
        return [_replace(text, node, value, flow)]
    if value in (None, "", []):
        return []
    line = f"{key}: {plain_text(value, flow=flow)}"
    return [_insert_field(text, mapping, key, line, order)]


def _replace(text: str, node: Node, value: Plain, flow: bool) -> Edit:
    low, high = start(node), last_char(node, text)
    if not isinstance(node, Scalar) and comments_in(text, low, high, node):
        raise UnsafeEditError
    style = node.style if isinstance(node, Scalar) and node.style in ("'", '"') else None
    if is_null(node) and not node.value:
        return Edit(low, low, " " + plain_text(value, flow=flow))
    new = plain_text(value, flow=flow, style=style)
    if not flow and isinstance(node, Sequence) and not node.flow_style:
        # A list of lines becomes a list in brackets, behind the key.
        low = text.rfind(":", 0, low) + 1
        new = " " + new
    return Edit(low, high, new)


def _remove_field(text: str, mapping: Mapping, name: Node, node: Node) -> Edit:
    low, high = start(name), max(last_char(node, text), end(name) + 1)
    at = next(i for i, (k, _) in enumerate(mapping.value) if k is name)
    if mapping.flow_style:
        if at + 1 < len(mapping.value):
            high = start(mapping.value[at + 1][0])
        if comments_in(text, low, high, node):
            raise UnsafeEditError
        return Edit(low, high, "")
    if comments_in(text, low, next_line(text, high) - 1, node):
        raise UnsafeEditError
    if text[line_start(text, low) : low].strip():  # the field stands behind the dash, and holds the event's place
        return _replace(text, node, [] if isinstance(node, Sequence) else None, flow=False)
    return Edit(line_start(text, low), next_line(text, high), "")


def _insert_field(text: str, mapping: Mapping, key: str, line: str, order: tuple[str, ...]) -> Edit:
    """A new field after the last of those that stand before it in *order*."""
    before = set(order[: order.index(key)])
    at = max((i for i, (name, _) in enumerate(mapping.value) if key_text(name) in before), default=0)
    name, node = mapping.value[at]
    place = max(last_char(node, text), end(name) + 1)
    if mapping.flow_style:
        return Edit(place, place, f", {line}")
    column = start(mapping.value[0][0]) - line_start(text, start(mapping.value[0][0]))
    place = next_line(text, place)
    return Edit(place, place, " " * column + line + "\n")


def dash_of(text: str, item: Node) -> int:
    """Where the dash stands that an item of a block list begins with."""
    at = start(item)
    while True:
        low = line_start(text, at)
        dash = text.rfind("- ", low, at)
        if dash >= 0 and not text[low:dash].strip(" -"):
            return dash
        bare = text[low:at].rstrip()
        if bare.endswith("-") and not bare.strip(" -"):
            return low + len(bare) - 1
        if low == 0:
            raise UnsafeEditError
        at = low - 1


def remove_item(text: str, items: Sequence, item: Node) -> Edit:
    """Take an item out of a list, and the blank line that follows it."""
    at = next(i for i, n in enumerate(items.value) if n is item)
    if items.flow_style:
        low, high = start(item), end(item)
        if at + 1 < len(items.value):
            high = start(items.value[at + 1])
        if comments_in(text, low, high, item):
            raise UnsafeEditError
        return Edit(low, high, "")
    low, high = line_start(text, dash_of(text, item)), next_line(text, last_char(item, text))
    if comments_in(text, low, high, item) or text[low : dash_of(text, item)].strip():
        raise UnsafeEditError
    if at == 0 and _DOCUMENT_END.search(text, high):  # a document that ends must hold something
        raise UnsafeEditError
    following = re.compile(r"[ \t\r]*\n").match(text, high) if high <= len(text) else None
    return Edit(low, following.end() if following else high, "")


def append_item(text: str, items: Sequence, fields: list[tuple[str, Plain]]) -> Edit:
    """Put a new mapping at the end of a list, in the list's own style and column."""
    if items.flow_style:
        inside = "{" + ", ".join(f"{k}: {plain_text(v, flow=True)}" for k, v in fields) + "}"
        place = end(items.value[-1]) if items.value else start(items) + 1
        return Edit(place, place, f", {inside}" if items.value else inside)
    dash = dash_of(text, items.value[0])
    column = dash - line_start(text, dash)
    place = next_line(text, last_char(items.value[-1], text))
    return Edit(place, place, item_text(fields, column))


def item_text(fields: list[tuple[str, Plain]], column: int) -> str:
    """A mapping as an item of a block list whose dash stands in *column*."""
    lines = [f"{key}: {plain_text(value, flow=False)}" for key, value in fields]
    return "".join(f"{' ' * column}{'- ' if n == 0 else '  '}{line}\n" for n, line in enumerate(lines))


def event_text(fields: list[tuple[str, Plain]], mentions: list[list[tuple[str, Plain]]], column: int = 0) -> str:
    """A whole event as the item of a list whose dash stands in *column*."""
    text = item_text(fields, column)
    if mentions:
        text += " " * (column + 2) + "mentions:\n" + "".join(item_text(m, column + 4) for m in mentions)
    return text


def append_event(
    text: str, top: Node | None, fields: list[tuple[str, Plain]], mentions: list[list[tuple[str, Plain]]], first: bool
) -> Edit:
    """Put a new event at the end of a file, a blank line before it; *first*: the first that this run puts there."""
    if isinstance(top, Sequence) and top.flow_style:
        inside = ", ".join(f"{k}: {plain_text(v, flow=True)}" for k, v in fields)
        proofs = ", ".join("{" + ", ".join(f"{k}: {plain_text(v, flow=True)}" for k, v in m) + "}" for m in mentions)
        whole = "{" + inside + (f", mentions: [{proofs}]" if proofs else "") + "}"
        if not top.value:
            return Edit(start(top) + 1, start(top) + 1, whole if first else f", {whole}")
        return Edit(end(top.value[-1]), end(top.value[-1]), f", {whole}")
    column = 0
    after = 0
    if isinstance(top, Sequence) and top.value:
        dash = dash_of(text, top.value[0])
        column, after = dash - line_start(text, dash), last_char(top.value[-1], text)
    marker = re.compile(r"^(?:\.\.\.|---)", re.M).search(text, after) if after else None
    place = marker.start() if marker else len(text) + (0 if text.endswith("\n") or not text else 1)
    gap = "" if first and (not text.strip() or text.endswith(("\n\n", "\r\n\r\n"))) and not marker else "\n"
    return Edit(place, place, gap + event_text(fields, mentions, column))


def mentions_block(text: str, mapping: Mapping, proofs: list[list[tuple[str, Plain]]]) -> Edit:
    """The field `mentions` for an event that has none, at its end."""
    if mapping.flow_style or get(mapping, "mentions") is not None:
        raise UnsafeEditError
    column = start(mapping.value[0][0]) - line_start(text, start(mapping.value[0][0]))
    place = next_line(text, last_char(mapping, text))
    block = " " * column + "mentions:\n" + "".join(item_text(p, column + 2) for p in proofs)
    return Edit(place, place, block)


def replace_scalar(text: str, node: Node, value: str, *, flow: bool) -> Edit:
    """Another text in place of a scalar's, in the scalar's own style."""
    return _replace(text, cast(Scalar, node), value, flow)
