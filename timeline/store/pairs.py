"""`same_as` as an editor pastes it: two events of the files that are one fact, joined by the next extraction."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from timeline.problems import Problem, ProblemsFound
from timeline.store.decide import merge
from timeline.store.eventfile import SUFFIXES
from timeline.store.files import EVENTS, list_files
from timeline.store.holdings import Holding, Holdings, load_holdings

# The lines of a `same_as` as it may stand in a file; of `not_same_as` it is no part: an underscore is part of a word.
_SAME_AS = re.compile(r"^[^\n#]*\bsame_as:(.*(?:\n[ ]*-[ ].*)*)", re.M)
_ID = re.compile(r"^[^\n#]*\bid:[ ]*['\"]?([\w.-]+)", re.M)
_WORD = re.compile(r"[\w.-]+")


def pasted_pairs(root: Path) -> list[tuple[str, str]]:
    """Pairs of events, by id, that an editor calls one while both still stand; the one that stays comes first."""
    return list(_pairs(load_holdings(root))) if _may_have_pairs(root) else []


def join_pasted(root: Path) -> tuple[list[str], list[Problem]]:
    """Join them as `timeline merge` does. What was done, a line each; and why others could not be joined."""
    done: list[str] = []
    problems: list[Problem] = []
    failed: set[tuple[str, str]] = set()
    while left := [pair for pair in pasted_pairs(root) if pair not in failed]:
        try:
            done.append(merge(root, *left[0]))
        except ProblemsFound as found:
            failed.add(left[0])
            problems += [replace(p, level="warning") for p in found.problems]
    return done, problems


def _may_have_pairs(root: Path) -> bool:
    """Whether some `same_as` names an event that stands. Reads text alone: this runs before each extraction."""
    texts = [path.read_text(encoding="utf-8", errors="replace") for path in list_files(root, EVENTS, SUFFIXES)]
    spoken = (said for text in texts if "same_as:" in text for said in _SAME_AS.findall(text))
    named = {word for said in spoken for word in _WORD.findall(said)}
    return bool(named) and any(not named.isdisjoint(_ID.findall(text)) for text in texts)


def _pairs(holdings: Holdings) -> Iterator[tuple[str, str]]:
    by_id: dict[str, Holding] = {h.standing.id: h for h in holdings.held if h.standing.id}
    for holding in holdings.held:
        said = holding.standing.plain("same_as")
        for other in said if isinstance(said, list) else [said]:
            mate = by_id.get(other.strip()) if other else None
            if mate is None or mate is holding or not holding.standing.id:
                continue
            # The permalink that readers have must stay the one that leads to the event.
            if mate.standing.is_published and not holding.standing.is_published:
                yield mate.standing.id, holding.standing.id
            else:
                yield holding.standing.id, mate.standing.id
