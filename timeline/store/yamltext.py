"""YAML as text with places: a file becomes nodes whose marks lead back to the characters that wrote them.

Scalars stay the text that stands in the file: nothing is turned into a date, a number or False behind an editor's back.
"""

from __future__ import annotations

import gc
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import yaml

from timeline.problems import Problem
from timeline.store.files import TextFile
from timeline.store.yamlerrors import explain_syntax_error

# libyaml gives up at 1,000 levels and Python's stack not far beyond; people nest three.
_DEEPEST = 40
_NULLS = {"", "~", "null", "Null", "NULL"}
# Brackets that open one in the other; the class is without them, so that each is tried once.
_NESTING = 8
_NESTED = re.compile(rf"(?:[\[{{][^\[\]{{}}\n]*){{{_NESTING}}}")
# A line that begins as one far within lists begins.
_FAR_IN = re.compile(rf"^[ ?-]{{{20 * _DEEPEST}}}", re.M)
_CONFLICT = re.compile(r"^(<{7}|={7}|>{7})(?=[ \r\n]|$)", re.M)

Node = yaml.Node
Scalar = yaml.ScalarNode
Sequence = yaml.SequenceNode
Mapping = yaml.MappingNode
Value = str | list["Value"] | dict[str, "Value"] | None


@dataclass(frozen=True, slots=True)
class Document:
    """A file and the node at its top; None where the file says nothing or cannot be read."""

    source: TextFile
    top: Node | None
    problems: tuple[Problem, ...] = ()


class _Loader(yaml.CBaseLoader):
    """Reads nodes. That no scalar is taken for a number, a date or a truth need not be found out for each of them."""

    def resolve(self, kind: type[Node], value: object, implicit: object) -> str:
        return _TAGS[kind]


_TAGS: dict[type[Node], str] = {
    Scalar: yaml.CBaseLoader.DEFAULT_SCALAR_TAG,
    Sequence: yaml.CBaseLoader.DEFAULT_SEQUENCE_TAG,
    Mapping: yaml.CBaseLoader.DEFAULT_MAPPING_TAG,
}


def compose(source: TextFile) -> Document:
    """Read a file's nodes. Where it cannot be read, why and on which line."""
    if conflict := conflict_problem(source):
        return Document(source, None, (conflict,))
    if too_deep := _depth_problem(source):
        return Document(source, None, (too_deep,))
    # Half the time of a big file would go to looking for cycles among nodes that all stay.
    with not_collecting():
        try:
            top = yaml.compose(source.text, Loader=_Loader)
        except yaml.YAMLError as error:
            return Document(source, None, (explain_syntax_error(source, error),))
    return Document(source, top)


@contextmanager
def not_collecting() -> Iterator[None]:
    """Leave Python's search for cycles until later."""
    was_collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_collecting:
            gc.enable()


def conflict_problem(source: TextFile) -> Problem | None:
    """Git's conflict markers, named by the lines they stand on."""
    marks = [source.line_of(m.start()) for m in _CONFLICT.finditer(source.text) if m[0] != "=" * 7]
    if not marks:
        return None
    first, last = marks[0], marks[-1]
    lines = f"righe {first}–{last}" if first != last else f"riga {first}"
    fix = "tieni la parte giusta e togli le righe che cominciano con <<<<<<<, ======= e >>>>>>>"
    return Problem(source.path, first, f"conflitto di Git non risolto, {lines}", fix)


def _depth_problem(source: TextFile) -> Problem | None:
    """Nesting that no event file needs and that a parser may not survive."""
    depth = 0
    brackets = source.text.count("[") + source.text.count("{")
    if brackets < _NESTING or not _NESTED.search(source.text):
        if not _FAR_IN.search(source.text):
            return None
        deepest = max((len(m[0]) for m in re.finditer(r"^(?:[ ]*[-?] )*[ ]*", source.text, re.M)), default=0)
        if deepest < 20 * _DEEPEST:
            return None
    for number, line in enumerate(source.text.split("\n"), 1):
        depth += line.count("[") + line.count("{") - line.count("]") - line.count("}")
        if depth > _DEEPEST or len(line) - len(line.lstrip(" -?")) > 20 * _DEEPEST:
            fix = "un evento ha campi, elenchi e fonti: niente di più profondo"
            return Problem(source.path, number, "troppi livelli uno dentro l’altro", fix)
    return None


def start(node: Node) -> int:
    """Where a node begins in the text. Nodes that were read from a file always have their marks."""
    assert node.start_mark is not None
    return node.start_mark.index


def end(node: Node) -> int:
    """Where the parser says that a node ends: exact for scalars in a line and for flow style only."""
    assert node.end_mark is not None
    return node.end_mark.index


def line_of(node: Node) -> int:
    """The line, from 1, on which a node begins."""
    assert node.start_mark is not None
    return int(node.start_mark.line) + 1


def is_null(node: Node) -> bool:
    """Whether a field says nothing: `date:`, `date: null`, `date: ~`."""
    return isinstance(node, Scalar) and not node.style and node.value in _NULLS


def value_of(node: Node) -> Value:
    """What a node says, with every scalar as text."""
    if isinstance(node, Scalar):
        return None if is_null(node) else str(node.value)
    if isinstance(node, Sequence):
        return [value_of(item) for item in node.value]
    return {key_text(key): value_of(value) for key, value in node.value}


def key_text(node: Node) -> str:
    """A key as text; one that is a list or a mapping is nobody's key."""
    return str(node.value) if isinstance(node, Scalar) else "?"


def entries(node: Node) -> list[Mapping]:
    """The mappings of a list."""
    if not isinstance(node, Sequence):
        return []
    return [item for item in node.value if isinstance(item, Mapping)]


def get(node: Node, key: str) -> Node | None:
    """The value under *key*, the last where there are several."""
    if not isinstance(node, Mapping):
        return None
    found = [value for name, value in node.value if key_text(name) == key]
    return found[-1] if found else None


def duplicate_keys(source: TextFile, node: Node) -> Iterator[Problem]:
    """Keys that a mapping has twice: YAML would drop the first in silence."""
    if isinstance(node, Mapping):
        names = [key_text(key) for key, _ in node.value]
        if len(set(names)) < len(names):
            yield from _doubled(source, node)
        children = [value for _, value in node.value]
    else:
        children = node.value if isinstance(node, Sequence) else []
    for child in children:
        if not isinstance(child, Scalar):
            yield from duplicate_keys(source, child)


def _doubled(source: TextFile, node: Mapping) -> Iterator[Problem]:
    seen: dict[str, Node] = {}
    for key, _ in node.value:
        name = key_text(key)
        if name in seen:
            first = source.line_of(start(seen[name]))
            fix = f"tieni una sola «{name}»: la prima è alla riga {first}"
            yield problem_at(source, key, f"la chiave «{name}» c’è due volte", fix)
        seen.setdefault(name, key)


def alias_problems(source: TextFile) -> list[Problem]:
    """Aliases (`*name`): refused, since they let ten lines stand for a million."""
    if "*" not in source.text or "&" not in source.text:
        return []
    found = []
    for event in yaml.parse(source.text, Loader=yaml.CSafeLoader):
        if isinstance(event, yaml.AliasEvent) and event.start_mark:
            fix = "scrivi il valore per esteso, oppure metti il testo tra virgolette se l’asterisco ne fa parte"
            line, column = event.start_mark.line + 1, event.start_mark.column + 1
            found.append(Problem(source.path, line, f"il rimando «*{event.anchor}» non è ammesso", fix, column=column))
    return found


_TAG = re.compile(r"(?:^|[\s\[{,])!", re.M)


def may_have_tags(source: TextFile) -> bool:
    """Whether `tag_problems` could find any: asked once of a file, it spares looking at each of its nodes."""
    return "!" in source.text and bool(_TAG.search(source.text))


def tag_problems(source: TextFile, node: Node) -> Iterator[Problem]:
    """Tags (`!word`): YAML takes the first word of «!Ecco il fatto» for one, and the text would lose it in silence."""
    if node.tag and node.tag != "!" and not node.tag.startswith("tag:yaml.org,2002:"):
        fix = "se il testo comincia con «!», mettilo tra virgolette; se no togli la parola"
        yield problem_at(source, node, f"«{node.tag}» non è ammesso", fix)
    for child in node.value if not isinstance(node, Scalar) else ():
        for part in child if isinstance(child, tuple) else (child,):
            yield from tag_problems(source, part)


def problem_at(source: TextFile, node: Node, message: str, fix: str = "", *, warning: bool = False) -> Problem:
    """A problem at the place where *node* begins."""
    index = start(node)
    column = index - (source.text.rfind("\n", 0, index) + 1) + 1
    level = "warning" if warning else "error"
    return Problem(source.path, source.line_of(index), message, fix, level, column)  # type: ignore[arg-type]
