"""mkdocs.yml without MkDocs: the names it gives the site, and a copy of it for generators without our plugin."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from pathlib import Path

from timeline.problems import Problem, ProblemsFound
from timeline.store import yamltext as y
from timeline.store.files import read_text_file
from timeline.store.splice import Edit, apply_edits


def read_names(root: Path) -> dict[str, str]:
    """The site's `site_name`, `site_description` and `site_url`; a line that is missing is left out."""
    _, top = _read(root)
    found = {key: _value(y.get(top, key)) for key in ("site_name", "site_description", "site_url")}
    return {key: value for key, value in found.items() if value}


def theme_folder(root: Path) -> str:
    """The dossier's folder of theme overrides, "" for none."""
    _, top = _read(root)
    return _value(_within(top, "theme", "custom_dir"))


def without_plugin(root: Path, nav: Sequence[object], styles: Sequence[str], scripts: Sequence[str]) -> str:
    """mkdocs.yml for the folder that `timeline pages` writes: pages in docs/, overrides in theme/, our plugin left out.

    What the plugin would have told MkDocs, the menu and our style and script, is written down. All else stays as it is.
    """
    text, top = _read(root)
    edits = [Edit(y.start(node), y.end(node), new) for node, new in _renamed(top)]
    plugins = y.get(top, "plugins")
    items = plugins.value if isinstance(plugins, y.Sequence) else []
    edits += [_without(text, item) for item in items if _plugin_name(item) == "timeline"]
    tail = [f"nav: {json.dumps(nav, ensure_ascii=False)}\n"]
    for key, paths in (("extra_css", styles), ("extra_javascript", scripts)):
        there = y.get(top, key)
        lines = "".join(f"  - {path}\n" for path in paths)
        if isinstance(there, y.Sequence) and there.value and not there.flow_style:
            edits.append(Edit(at := _line_start(text, y.start(there.value[0])), at, lines))
        else:
            tail.append(f"{key}:\n{lines}")
    return apply_edits(text, edits).rstrip("\n") + "\n\n" + "".join(tail)


def _read(root: Path) -> tuple[str, y.Mapping]:
    source = read_text_file(root / "mkdocs.yml", root)
    if isinstance(source, Problem):
        raise ProblemsFound([source])
    document = y.compose(source)
    if not isinstance(document.top, y.Mapping):
        raise ProblemsFound(document.problems or [Problem("mkdocs.yml", 0, "non è fatto di chiavi e valori")])
    return source.text, document.top


def _value(node: y.Node | None) -> str:
    """A text, or what MkDocs makes of `!ENV [NAME, …, default]`: the first variable that is set."""
    if isinstance(node, y.Scalar):
        return os.environ.get(node.value, "") if node.tag == "!ENV" else str(node.value)
    if not isinstance(node, y.Sequence) or node.tag != "!ENV":
        return ""
    *names, default = (str(item.value) for item in node.value)
    return next((os.environ[name] for name in names if name in os.environ), default)


def _within(top: y.Node, *keys: str) -> y.Node | None:
    node: y.Node | None = top
    for key in keys:
        node = y.get(node, key) if node is not None else None
    return node


def _renamed(top: y.Mapping) -> list[tuple[y.Node, str]]:
    """The folders that are called otherwise in the copy."""
    folders = {("docs_dir",): "docs", ("theme", "custom_dir"): "theme"}
    return [(node, new) for keys, new in folders.items() if (node := _within(top, *keys)) is not None]


def _plugin_name(item: y.Node) -> str:
    """`search` and `search: {…}` are the same plugin."""
    return y.key_text(item.value[0][0]) if isinstance(item, y.Mapping) and item.value else y.key_text(item)


def _without(text: str, item: y.Node) -> Edit:
    """Takes the lines of a list item out: its own, and those that are indented deeper."""
    start = _line_start(text, y.start(item))
    indent = text.index("-", start) - start
    end = text.find("\n", start) + 1 or len(text)
    while end < len(text):
        line = text[end : text.find("\n", end) + 1 or len(text)]
        if line.strip() and len(line) - len(line.lstrip(" ")) <= indent:
            break
        end += len(line)
    return Edit(start, end, "")


def _line_start(text: str, index: int) -> int:
    return text.rfind("\n", 0, index) + 1
