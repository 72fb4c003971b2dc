"""One event of several: what each of them lends to the one that stands for all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from timeline.events.described import features_of
from timeline.events.features import weight
from timeline.events.model import Event

_RANK = {"high": 2, "medium": 1, "low": 0, None: 0}


def joined_event(events: Sequence[Event]) -> Event:
    """One event of several: every mention, the sharpest date that is well founded, the title that stands best alone.

    The first event (the earliest article's) lends what only one can have: id, status, file.
    """
    if len(events) == 1:
        return events[0]
    hosts = sorted(events, key=lambda e: (e.status != "published", not e.path, _first_mention(e)))
    host, dated, titled = hosts[0], _best_dated(hosts), _best_titled(hosts)
    in_order = sorted(events, key=_first_mention)
    mentions = dict.fromkeys(m for event in in_order for m in event.mentions)
    return replace(
        host,
        title=titled.title,
        summary=titled.summary,
        date=dated.date,
        time=dated.time or next((e.time for e in hosts if e.time and e.date == dated.date), ""),
        date_text=dated.date_text,
        confidence=dated.confidence,
        tags=_union(e.tags for e in in_order),
        people=_union(e.people for e in in_order),
        organizations=_union(e.organizations for e in in_order),
        places=_union(e.places for e in in_order),
        attribution=titled.attribution,
        mentions=tuple(sorted(mentions, key=lambda m: (m.article, m.start))),
    )


def _first_mention(event: Event) -> tuple[str, int, str]:
    return min(((m.article, m.start, event.title) for m in event.mentions), default=("~", 0, event.title))


def _best_dated(events: Sequence[Event]) -> Event:
    """The sharpest date; one deduced from the context counts only where nothing better is said."""

    def sharpness(event: Event) -> tuple[bool, int, int]:
        length = event.date.length() if event.date else None
        return _RANK[event.confidence] == 0, length or 1_000_000, -_RANK[event.confidence]

    return min(events, key=sharpness)


def _best_titled(events: Sequence[Event]) -> Event:
    """The title that tells most of what the others tell too; of two such the shorter."""
    described = {id(e): features_of(e) for e in events}

    def worth(event: Event) -> tuple[int, int, str]:
        own = described[id(event)].title
        told = sum(weight(own & described[id(other)].all) for other in events if other is not event)
        return -told, len(event.title), event.title

    return min(events, key=worth)


def _union(lists: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(item for items in lists for item in items))
