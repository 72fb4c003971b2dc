"""The JSON Schema of event files: what editors' YAML plugins complete from, explain on hovering and underline."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from timeline.store.entries import EventEntry
from timeline.store.files import EVENTS

SCHEMA_FILE = f"{EVENTS}/.schema.json"


def event_schema() -> dict[str, Any]:
    """The schema of one event file: a list of events; keys that begin with x- are free."""
    schema = TypeAdapter(list[EventEntry]).json_schema()
    for part in schema["$defs"].values():
        # pydantic gives each field an English title: the plugin would show it instead of the Italian words.
        part.pop("title", None)
        part.pop("description", None)
        part["additionalProperties"] = False
        part["patternProperties"] = {"^x-": {}}
        for field in part["properties"].values():
            field.pop("title", None)
            field.pop("default", None)
    schema["type"] = ["array", "null"]
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "Eventi di una cronologia",
        **_draft7(schema),
    }


def _draft7(schema: Any) -> Any:
    """The same with the names of draft 7, the draft that VS Code's YAML extension reads best."""
    if isinstance(schema, dict):
        return {("definitions" if k == "$defs" else k): _draft7(v) for k, v in schema.items()}
    if isinstance(schema, list):
        return [_draft7(item) for item in schema]
    return schema.replace("#/$defs/", "#/definitions/") if isinstance(schema, str) else schema


@cache
def schema_text() -> str:
    """The schema as its file."""
    return json.dumps(event_schema(), ensure_ascii=False, indent=1) + "\n"


def schema_line(event_file: str) -> str:
    """The first line of an event file: where its schema is, seen from its folder.

    >>> schema_line("content/events/2024/kursk.yml")
    '# yaml-language-server: $schema=../.schema.json'
    """
    up = "../" * (len(Path(event_file).relative_to(EVENTS).parts) - 1)
    return f"# yaml-language-server: $schema={up}.schema.json"
