"""What event files hold that is none of our fields: the keys of the editors' own."""

from __future__ import annotations

from pathlib import Path

from timeline.problems import Problem
from timeline.store.entries import EVENT_KEYS
from timeline.store.eventfile import SUFFIXES, read_event_file
from timeline.store.files import EVENTS, list_files, read_text_file
from timeline.store.yamltext import Value, value_of


def own_keys(root: Path) -> dict[tuple[str, int], dict[str, Value]]:
    """The keys of each event that has any, by its file and line. One that lacks its x- is given it."""
    found: dict[tuple[str, int], dict[str, Value]] = {}
    for path in list_files(root, EVENTS, SUFFIXES):
        source = read_text_file(path, root)
        if isinstance(source, Problem):
            continue
        for held in read_event_file(source).events:
            said = value_of(held.node)
            own = {k: v for k, v in said.items() if k not in EVENT_KEYS} if isinstance(said, dict) else {}
            if own:
                found[held.event.path, held.event.line] = {k if k[:2] == "x-" else f"x-{k}": v for k, v in own.items()}
    return found
