"""Which events are one: compatible dates, shared words, actors and places."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from timeline.events.model import Event, Mention

# Article id, expression, which occurrence of that expression in the article, the word it dates.
MentionKey = tuple[str, str, int, str]
Pairs = frozenset[frozenset[MentionKey]]


def key_of(mention: Mention) -> MentionKey:
    """What proves a mention to be the same from one extraction to the next.

    Where it starts stands for "which occurrence": the caller that counts occurrences gives its own function to `merge`.
    """
    return mention.article, mention.expression, mention.start, mention.trigger


@dataclass(frozen=True, slots=True)
class Proposal:
    """Two events that may be one: the keys of their first mentions, how alike (0 to 1), and why, in Italian."""

    first: MentionKey
    second: MentionKey
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class Merged:
    events: tuple[Event, ...]
    proposals: tuple[Proposal, ...] = ()


def merge(
    events: Sequence[Event],
    refused: Pairs = frozenset(),
    accepted: Pairs = frozenset(),
    key: Callable[[Mention], MentionKey] = key_of,
) -> Merged:
    """The events with those that are one joined. For now it joins nothing: every event stands for itself."""
    return Merged(tuple(events))
