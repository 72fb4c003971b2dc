"""What each piece of evidence counts when events are joined: a logistic regression on dossiers of wordings.

    pip install numpy
    python benchmarks/fit_merging.py            prints the table COUNTS of timeline/events/likeness.py
    python benchmarks/fit_merging.py --held     fits on all dossiers but one and measures on that one, each in turn

It learns from pairs of passages whose dates can be one. How much a date in common proves depends on how much is told of
that day; so that crowded days are learned too, each dossier is told again with its days moved together, three, ten, a
hundred of them into one, and with some of its passages left out.
"""

from __future__ import annotations

import random
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parent.parent / "tests" / "events"))

from forty_facts import DOSSIERS, Told, extracted, make_dossier, measure

from timeline.events import likeness
from timeline.events.crowds import crowd_of
from timeline.events.described import features_of
from timeline.events.evidence import EVIDENCE, evidence
from timeline.events.model import Event

# So many days become one, and such a part of the passages is told; each drawn so often.
DAYS, PARTS, DRAWS = (1, 3, 10, 30, 100, 400), (1.0, 0.5, 0.25), 3
MONTH = 30
# How strongly all counts are kept small, in units of how far each evidence spreads.
RIDGE = 3.0
FOR = {"one day", "one province", "names", "words", "numbers", "kinds", "cosine", "same", "near"}
# Evidence that may speak for or against, as the dossiers say.
EITHER = {"unlike", "one day", "cause", "told", "at large"}
# What is known without any dossier, since these have few such pairs: a fact has one doer, and a paper tells it once.
KNOWN = {"other people": -6.0, "one paper": -2.0, "opposite": -3.0, "other ordinal": -4.0}


class Dossier:
    """The events of a dossier with what tells them, and which of its facts each tells."""

    def __init__(self, dossier: Sequence[Told]) -> None:
        by_id = {told.article.id: told for told in dossier}
        self.told = dossier
        self.events = [e for e in extracted(dossier) if e.date and e.date.first and e.date.last]
        self.facts = [by_id[e.mentions[0].article].fact_at(e.mentions[0].start) for e in self.events]
        self.features = [features_of(event) for event in self.events]
        self._as_of_day = [replace(f, is_day=True) for f in self.features]

    def examples(self, chance: random.Random) -> Iterator[tuple[tuple[float, ...], bool, float]]:
        """The evidence of each pair, whether the two are one fact, and what the pair counts."""
        for days in DAYS:
            for part in PARTS:
                for _ in range(DRAWS):
                    there = [n for n in range(len(self.events)) if chance.random() < part]
                    pairs = list(self._pairs(there, days, chance.randrange(3000)))
                    counts = min(len(there) / max(len(pairs), 1) / DRAWS, 1.0)
                    yield from ((told, are_one, counts) for told, are_one in pairs)

    def _pairs(self, there: Sequence[int], days: int, shift: int) -> Iterator[tuple[tuple[float, ...], bool]]:
        placed = [(n, *_stretches(self.events[n], days, shift)) for n in there]
        crowds = Counter(stretch for _, *stretches in placed for stretch in stretches)
        for (one, day, month), (two, other_day, other_month) in combinations(placed, 2):
            if day and other_day:
                near, wide, features = day == other_day, day, self._as_of_day
            else:
                near, wide, features = month is not None and month == other_month, month, self.features
            others = crowds[month] - crowds[day] if wide is day else 0
            if near and (told := evidence(features[one], features[two], crowd_of(crowds[wide], others))):
                yield told, self.facts[one] == self.facts[two]


def _stretches(event: Event, days: int, shift: int) -> tuple[object, object]:
    """The day and the month of an event once so many days are one; None for what is vaguer."""
    date = event.date
    assert date
    assert date.first
    assert date.last
    day = ("day", (date.first.toordinal() + shift) // days) if date.is_day else None
    is_short = (date.last - date.first).days < MONTH + 1
    first = (date.first.year * 12 + date.first.month) * MONTH
    return day, ("month", (first + shift) // (MONTH * days)) if is_short else None


Examples = tuple[np.ndarray, np.ndarray, np.ndarray]


def examples_of(dossiers: Sequence[Dossier]) -> Examples:
    found = [example for dossier in dossiers for example in dossier.examples(random.Random(1))]
    evidences, are_one, counts = zip(*found, strict=True)
    return np.array(evidences), np.array(are_one, dtype=float), np.array(counts)


def fit(examples: Examples) -> dict[str, float]:
    """What each piece of evidence counts; 0 for what would speak the other way than it can."""
    evidences, are_one, weights = examples
    known = evidences @ np.array([KNOWN.get(name, 0.0) for name in EVIDENCE])
    used = [n for n, name in enumerate(EVIDENCE) if name not in KNOWN and evidences[:, n].any()]
    while True:
        counts = _newton(evidences[:, used], are_one, weights, known)
        wrong = {n for n, count in zip(used, counts, strict=True) if not _makes_sense(EVIDENCE[n], count)}
        if not wrong:
            found = dict(zip(used, counts, strict=True))
            return {name: KNOWN.get(name, round(float(found.get(n, 0.0)), 2)) for n, name in enumerate(EVIDENCE)}
        used = [n for n in used if n not in wrong]


def _makes_sense(name: str, count: float) -> bool:
    return name in EITHER or (count > 0) == (name in FOR)


def _newton(x: np.ndarray, y: np.ndarray, weights: np.ndarray, known: np.ndarray) -> np.ndarray:
    """The counts that make the examples likeliest, less a penalty for large ones; *known* odds are added (Newton)."""
    ridge = RIDGE * x.var(axis=0) + 1e-3
    counts = np.zeros(x.shape[1])
    for _ in range(50):
        likely = 1 / (1 + np.exp(-x @ counts - known))
        slope = x.T @ (weights * (likely - y)) + ridge * counts
        bend = (x * (weights * likely * (1 - likely))[:, None]).T @ x + np.diag(ridge)
        step = np.linalg.solve(bend, slope)
        counts = counts - step
        if abs(step).max() < 1e-4:
            break
    return counts


def print_held_out(dossiers: dict[str, Dossier]) -> None:
    """Precision and recall on each dossier of what was learned from the others alone."""
    for held, dossier in dossiers.items():
        learned = fit(examples_of([other for name, other in dossiers.items() if name != held]))
        likeness.COUNTS.update(learned)
        figures, _ = measure(dossier.told)
        print(f"{held:24} precision {figures.precision:.3f} ({figures.both} of {figures.joined})", end="  ")
        print(f"recall {figures.recall:.3f} ({figures.both} of {figures.true})", end="  ")
        print(f"proposals {figures.proposed}, right {figures.rightly}", flush=True)


def main() -> None:
    dossiers = {path.name: Dossier(make_dossier(path)) for path in DOSSIERS}
    if "--held" in sys.argv:
        print_held_out(dossiers)
        return
    for name, count in fit(examples_of(list(dossiers.values()))).items():
        print(f'    "{name}": {count},')


if __name__ == "__main__":
    main()
