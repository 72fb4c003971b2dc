"""Italian news articles in, an editable chronology out.

>>> from datetime import date
>>> import timeline
>>> callable(timeline.tag)
True
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from timeline.dates.period import Period
    from timeline.events.extract import extract
    from timeline.events.model import Event, Mention
    from timeline.store.eventfile import load_events
    from timeline.tagger import tag

__all__ = ["Event", "Mention", "Period", "extract", "load_events", "tag"]

_HOMES = {
    "Event": "timeline.events.model",
    "Mention": "timeline.events.model",
    "Period": "timeline.dates.period",
    "extract": "timeline.events.extract",
    "load_events": "timeline.store.eventfile",
    "tag": "timeline.tagger",
}


def __getattr__(name: str) -> object:
    """Fetch a public name from its module, so that `timeline --help` need not load the lexicon."""
    if name not in _HOMES:
        raise AttributeError(f"module 'timeline' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted(__all__)
