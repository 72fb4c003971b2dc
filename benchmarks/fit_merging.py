"""What each piece of evidence counts when events are joined: a logistic regression on dossiers of wordings.

    python benchmarks/fit_merging.py            prints the table COUNTS of timeline/events/likeness.py
    python benchmarks/fit_merging.py --held     fits on all dossiers but one and measures on that one, each in turn

It learns from pairs of passages whose dates can be one. A dossier has few facts that fall on one day, and a paper has
many: so it learns with little weight from pairs of two facts of different days, too, as if they were of one day, and
from pairs of events of long articles that have nothing to do with each other.
"""

from __future__ import annotations

import json
import math
import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import combinations
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "tests" / "events"))

from forty_facts import (
    FACTS,
    OTHER_HAND,
    TRAINING,
    Told,
    extracted,
    make_dossier,
    measure,
    only,
    read_wordings,
    second_half,
)

from timeline.events import likeness
from timeline.events.described import features_of
from timeline.events.evidence import EVIDENCE, evidence
from timeline.events.extract import extract
from timeline.events.model import Article
from timeline.events.pairs import are_compatible

# What a pair counts that is of one day only by assumption.
ASSUMED = 0.05
# How strongly all counts are kept small, in units of how far each evidence spreads.
RIDGE = 3.0
FOR = {"one day", "names", "words", "numbers", "kinds", "cosine", "same", "near"}
# Evidence that may speak for or against, as the dossiers say.
EITHER = {"unlike", "cause", "told", "at large"}
# What is known without any dossier, since these have few such pairs: a fact has one doer, and a paper tells it once.
KNOWN = {"other people": -6.0, "one paper": -2.0}
SURE_OF_IT = 2.0
Example = tuple[tuple[float, ...], bool, float]


def examples_of(dossier: Sequence[Told]) -> list[Example]:
    """The evidence of each pair, whether the two are one fact, and what the pair counts."""
    by_id = {told.article.id: told for told in dossier}
    events = extracted(dossier)
    described = [features_of(event) for event in events]
    facts = [by_id[e.mentions[0].article].fact_at(e.mentions[0].start) for e in events]
    found: list[Example] = []
    for one, two in combinations(range(len(events)), 2):
        can_be_one, are_one = are_compatible(events[one].date, events[two].date), facts[one] == facts[two]
        if can_be_one:
            told, counts = evidence(described[one], described[two]), 1.0
        else:
            told, counts = evidence(*(replace(described[n], is_day=True) for n in (one, two))), ASSUMED
        if told and (can_be_one or not are_one):
            found.append((told, are_one, counts))
    return found


def unrelated() -> list[Example]:
    """Pairs of events of long articles that have nothing to do with each other, as if all were of one day."""
    path = FACTS.parents[1] / "own_articles.jsonl"
    told = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    events = [e for t in told for e in extract(Article(t["id"], t["text"], date.fromisoformat(t["published"][:10])))]
    described = [replace(features_of(e), is_day=True) for e in events]
    pairs = ((a, b) for a, b in combinations(described, 2) if not a.articles & b.articles)
    return [(found, False, ASSUMED) for a, b in pairs if (found := evidence(a, b))]


def fit(examples: Sequence[Example]) -> dict[str, float]:
    """What each piece of evidence counts; 0 for what would speak the other way than it can."""
    used = [n for n in range(len(EVIDENCE)) if any(x[n] for x, _, _ in examples)]
    while True:
        known = [KNOWN.get(EVIDENCE[n], 0.0) for n in used]
        counts = _newton([(tuple(x[n] for n in used), y, w) for x, y, w in examples], known)
        wrong = {n for n, count in zip(used, counts, strict=True) if not _makes_sense(EVIDENCE[n], count)}
        if not wrong:
            found = dict(zip(used, counts, strict=True))
            return {name: round(found.get(n, 0.0), 2) for n, name in enumerate(EVIDENCE)}
        used = [n for n in used if n not in wrong]


def _makes_sense(name: str, count: float) -> bool:
    return name in EITHER or (count > 0) == (name in FOR)


def _newton(examples: Sequence[Example], known: Sequence[float], steps: int = 30) -> list[float]:
    """The counts that make the examples likeliest, less a penalty for straying from what is known (Newton)."""
    size = len(examples[0][0])
    ridge = [RIDGE * _variance([x[n] for x, _, _ in examples]) + 1e-3 for n in range(size)]
    ridge = [r + (SURE_OF_IT if k else 0.0) for r, k in zip(ridge, known, strict=True)]
    counts = [0.0] * size
    for _ in range(steps):
        slope = [r * (c - k) for r, c, k in zip(ridge, counts, known, strict=True)]
        bend = [[ridge[i] if i == j else 0.0 for j in range(size)] for i in range(size)]
        for x, y, w in examples:
            likely = 1 / (1 + math.exp(-sum(c * v for c, v in zip(counts, x, strict=True))))
            there = [(i, v) for i, v in enumerate(x) if v]
            for i, v in there:
                slope[i] += w * (likely - y) * v
                for j, u in there:
                    bend[i][j] += w * likely * (1 - likely) * v * u
        step = _solve(bend, slope)
        counts = [c - s for c, s in zip(counts, step, strict=True)]
        if max(map(abs, step)) < 1e-4:
            break
    return counts


def _variance(values: Sequence[float]) -> float:
    mean = sum(values) / len(values)
    return sum((v - mean) ** 2 for v in values) / len(values)


def _solve(matrix: list[list[float]], right: list[float]) -> list[float]:
    """The solution of linear equations, by Gauss with pivots."""
    rows = [[*row, value] for row, value in zip(matrix, right, strict=True)]
    size = len(rows)
    for i in range(size):
        best = max(range(i, size), key=lambda r: abs(rows[r][i]))
        rows[i], rows[best] = rows[best], rows[i]
        for r in range(i + 1, size):
            factor = rows[r][i] / rows[i][i]
            rows[r] = [a - factor * b for a, b in zip(rows[r], rows[i], strict=True)]
    found = [0.0] * size
    for i in reversed(range(size)):
        found[i] = (rows[i][size] - sum(rows[i][j] * found[j] for j in range(i + 1, size))) / rows[i][i]
    return found


def dossiers() -> dict[str, list[Told]]:
    other, half = make_dossier(OTHER_HAND), second_half()
    facts = frozenset(wording.fact for wording in read_wordings(OTHER_HAND))
    return {
        "facts.txt": make_dossier(FACTS),
        "facts_training.txt": make_dossier(TRAINING),
        "other hand, first half": only(other, facts - half),
        "other hand, second half": only(other, half),
    }


def print_held_out(told: dict[str, list[Told]]) -> None:
    """Precision and recall on each dossier of what was learned from the others alone."""
    examples = {name: examples_of(dossier) for name, dossier in told.items()}
    for held, dossier in told.items():
        learned = fit([e for name, found in examples.items() if name != held for e in found] + unrelated())
        likeness.COUNTS.update(learned)
        figures, _ = measure(dossier)
        print(f"{held:24} precision {figures.precision:.3f} ({figures.both} of {figures.joined})", end="  ")
        print(f"recall {figures.recall:.3f} ({figures.both} of {figures.true})", end="  ")
        print(f"proposals {figures.proposed}, right {figures.rightly}")


def main() -> None:
    told = dossiers()
    if "--held" in sys.argv:
        print_held_out(told)
        return
    for name, count in fit([e for dossier in told.values() for e in examples_of(dossier)] + unrelated()).items():
        print(f'    "{name}": {count},')


if __name__ == "__main__":
    main()
