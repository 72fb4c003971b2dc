"""The few lines of mkdocs.yml that are needed where MkDocs itself does not run."""

from __future__ import annotations

import os
from pathlib import Path

from timeline.problems import Problem, ProblemsFound
from timeline.store import yamltext as y
from timeline.store.files import read_text_file


def read_names(root: Path) -> dict[str, str]:
    """The site's `site_name`, `site_description` and `site_url`; a line that is missing is left out."""
    source = read_text_file(root / "mkdocs.yml", root)
    if isinstance(source, Problem):
        raise ProblemsFound([source])
    document = y.compose(source)
    if not isinstance(document.top, y.Mapping):
        raise ProblemsFound(document.problems or [Problem("mkdocs.yml", 0, "non è fatto di chiavi e valori")])
    found = {key: _value(y.get(document.top, key)) for key in ("site_name", "site_description", "site_url")}
    return {key: value for key, value in found.items() if value}


def _value(node: y.Node | None) -> str:
    """A text, or what MkDocs makes of `!ENV [NAME, …, default]`: the first variable that is set."""
    if isinstance(node, y.Scalar):
        return os.environ.get(node.value, "") if node.tag == "!ENV" else str(node.value)
    if not isinstance(node, y.Sequence) or node.tag != "!ENV":
        return ""
    *names, default = (str(item.value) for item in node.value)
    return next((os.environ[name] for name in names if name in os.environ), default)
