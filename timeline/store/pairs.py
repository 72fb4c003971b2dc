"""`same_as` as an editor pastes it: two events of the files that are one fact, joined by the next extraction."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from timeline.problems import Problem, ProblemsFound
from timeline.store.decide import may_merge, merge
from timeline.store.eventfile import SUFFIXES
from timeline.store.eventfolder import ids_called_same, ids_in
from timeline.store.files import EVENTS, list_files
from timeline.store.holdings import Holding, Holdings, load_holdings
from timeline.store.writing import recover


def pasted_pairs(root: Path) -> list[tuple[str, str]]:
    """The pairs of events, by id, that the next extraction joins; the one that stays comes first."""
    holdings = load_holdings(root) if _may_have_pairs(root) else None
    return [pair for pair in _pairs(holdings) if may_merge(holdings, *pair)] if holdings else []


def join_pasted(root: Path) -> tuple[list[str], list[Problem]]:
    """Join them as `timeline merge` does. What was done, a line each; and why others could not be joined."""
    recover(root)
    done: list[str] = []
    problems: list[Problem] = []
    failed: set[tuple[str, str]] = set()
    while left := [pair for pair in _standing_pairs(root) if pair not in failed]:
        try:
            done.append(merge(root, *left[0]))
        except ProblemsFound as found:
            failed.add(left[0])
            problems += [replace(p, level="warning") for p in found.problems]
    return done, problems


def _standing_pairs(root: Path) -> list[tuple[str, str]]:
    return list(_pairs(load_holdings(root))) if _may_have_pairs(root) else []


def _may_have_pairs(root: Path) -> bool:
    """Whether some `same_as` names an event that stands. Reads text alone: this runs before each extraction."""
    texts = [path.read_text(encoding="utf-8", errors="replace") for path in list_files(root, EVENTS, SUFFIXES)]
    named = {word for text in texts for word in ids_called_same(text)}
    return bool(named) and any(not named.isdisjoint(ids_in(text)) for text in texts)


def _pairs(holdings: Holdings) -> Iterator[tuple[str, str]]:
    """Pairs that an editor calls one while both still stand. Where they are also called two, that goes before."""
    by_id: dict[str, Holding] = {h.standing.id: h for h in holdings.held if h.standing.id}
    for holding in holdings.held:
        for other in _ids(holding, "same_as"):
            mate = by_id.get(other)
            if mate is None or mate is holding or not holding.standing.id:
                continue
            if other in _ids(holding, "not_same_as") or holding.standing.id in _ids(mate, "not_same_as"):
                continue
            # The permalink that readers have must stay the one that leads to the event.
            if mate.standing.is_published and not holding.standing.is_published:
                yield mate.standing.id, holding.standing.id
            else:
                yield holding.standing.id, mate.standing.id


def _ids(holding: Holding, key: str) -> list[str]:
    said = holding.standing.plain(key)
    return [name.strip() for name in (said if isinstance(said, list) else [said]) if name]
