"""What event files hold that is none of our fields: the keys of the editors' own."""

from __future__ import annotations

from pathlib import Path

from timeline.problems import Problem
from timeline.store.entries import EVENT_KEYS
from timeline.store.eventfile import SUFFIXES, read_event_file
from timeline.store.files import EVENTS, list_files, read_text_file
from timeline.store.yamltext import Value, value_of

Place = tuple[str, int, str]  # of an event: its file, line and title; a whole file may stand on one line


def own_keys(root: Path) -> dict[Place, dict[str, Value]]:
    """The keys of each event that has any. One that lacks its x- is given it."""
    found: dict[Place, dict[str, Value]] = {}
    for path in list_files(root, EVENTS, SUFFIXES):
        source = read_text_file(path, root)
        if isinstance(source, Problem):
            continue
        for held in read_event_file(source).events:
            event, said = held.event, value_of(held.node)
            own = {k: v for k, v in said.items() if k not in EVENT_KEYS} if isinstance(said, dict) else {}
            if own:
                with_mark = {key if key.startswith("x-") else f"x-{key}": value for key, value in own.items()}
                found[event.path, event.line, event.title] = with_mark
    return found
