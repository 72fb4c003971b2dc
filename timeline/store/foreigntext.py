"""Rows of foreign chronologies as text of event files: what fits our fields in them, the rest under x- keys."""

from __future__ import annotations

import json
import re
from collections.abc import Container
from itertools import chain, count
from typing import Any

from pydantic import ValidationError

from timeline.store.entries import MENTION_KEYS, EventEntry
from timeline.store.foreign import FIELDS, LISTS, Row
from timeline.store.scalars import scalar

_UNFIT = re.compile(r"[^\w]+")  # for a key of YAML without quotes
_ITSELF = frozenset(("title", "date"))  # without these there is no event


def fitting(row: Row) -> Row:
    """A row as event files have it: what our fields cannot take, and what is none of them, under x- keys."""
    said = {key: _text_of(v, key) for key, v in row.items() if v not in (None, "", [], {}) or key.startswith("x-")}
    wrong = _misfits(said) - _ITSELF
    own = {key: value for key, value in said.items() if key not in FIELDS or key in wrong}
    named: Row = {}
    for key, value in own.items():
        named[_own(key, named)] = value
    return {"date": None} | {key: said[key] for key in FIELDS if key in said and key not in wrong} | named


def _misfits(said: Row) -> set[str]:
    """The fields whose value the model refuses: a status of another program, an id with accents."""
    try:
        EventEntry.model_validate(said)
    except ValidationError as errors:
        return {str(error["loc"][0]) for error in errors.errors(include_url=False) if error["loc"]}
    return set()


def _text_of(value: Any, key: str) -> Any:
    """A value as YAML gives it back: every scalar as text."""
    if isinstance(value, dict):
        return {str(name): _text_of(inner, "") for name, inner in value.items()}
    if isinstance(value, list):
        return [_text_of(item, "") for item in value]
    if isinstance(value, bool) or not isinstance(value, str | int | float | None):
        return json.dumps(value)
    text = None if value is None else str(value)
    return [text] if key in LISTS and text else text


def _own(key: str, taken: Container[str] = ()) -> str:
    """A key that none of our fields has, as one of the editors' own; a number tells it from one that is *taken*."""
    own = key if key.startswith("x-") else f"x-{_UNFIT.sub('-', key.lower()).strip('-') or 'altro'}"
    return next(name for name in chain([own], (f"{own}-{n}" for n in count(2))) if name not in taken)


def event_text(row: Row) -> str:
    """An event as the item of a list: title and date first, one passage a line under `mentions`."""
    ordered = [*(key for key in FIELDS if key in row and key != "mentions"), *(k for k in row if k.startswith("x-"))]
    lines = [f"{'- ' if n == 0 else '  '}{_scalar(key)}: {_yaml(row[key])}\n" for n, key in enumerate(ordered)]
    for mention in row.get("mentions", ()):
        known = {key: mention[key] for key in MENTION_KEYS if key in mention}
        named = known | {_own(key): value for key, value in mention.items() if key not in known}
        lines += [f"    {'  ' if n else '- '}{key}: {_yaml(value)}\n" for n, (key, value) in enumerate(named.items())]
    if row.get("mentions"):
        lines.insert(len(ordered), "  mentions:\n")
    return "".join(lines)


def _yaml(value: Any, *, flow: bool = False) -> str:
    """A value as YAML in one line."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_scalar(k)}: {_yaml(v, flow=True)}" for k, v in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(_yaml(item, flow=True) for item in value) + "]"
    return "null" if value is None else scalar(str(value), flow=flow)


def _scalar(key: str) -> str:
    return scalar(key, flow=True)
