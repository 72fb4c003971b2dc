"""Lighthouse: how fast the home page of a large dossier is on a phone, and what it weighs."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
from collections.abc import Mapping
from typing import Any

from playwright.sync_api import Browser
from sites import CHROMIUM, FLAGS

from audits.stage import CACHE, served

RUNS = 5
SCORES = {"performance": 95, "accessibility": 100, "best-practices": 100}
FIRST_PAINT, SHIFT, WEIGHT = 1000, 0.001, 150  # milliseconds, layout shift, KB of home with our CSS, script and index
# On a machine that does other things at once these say more of the machine: AUDIT_SPEED=report only prints them.
OF_THE_MACHINE = ("performance", "first contentful paint")


def lighthouse(_: Browser) -> list[str]:
    """Lighthouse's mobile profile on the home page of a thousand events: the median of five."""
    runs = []
    for _n in range(RUNS):
        done = _run(served("large"))
        if done.returncode:
            return [f"lighthouse failed: {done.stderr.strip()[-300:]}"]
        runs.append(json.loads(done.stdout))
    found = [line for name, value, limit, good in _figures(runs) if (line := _judged(name, value, limit, good))]
    for category in ("accessibility", "best-practices"):
        for reference in runs[0]["categories"][category]["auditRefs"]:
            audit = runs[0]["audits"][reference["id"]]
            if audit["score"] == 0:
                found.append(f"lighthouse {category}: {audit['title']}")
    return found


def _run(url: str) -> subprocess.CompletedProcess[str]:
    command = [
        CACHE / "node_modules/.bin/lighthouse", url, "--quiet", "--output=json",
        f"--only-categories={','.join(SCORES)}", f"--chrome-flags=--headless=new {' '.join(FLAGS)}",
    ]  # fmt: skip
    return subprocess.run(
        command, env=os.environ | {"CHROME_PATH": CHROMIUM}, text=True, capture_output=True, check=False
    )


def _figures(runs: list[Mapping[str, Any]]) -> list[tuple[str, float, str, bool]]:
    """Each figure with its limit in words and whether it keeps to it."""
    score = {c: statistics.median(r["categories"][c]["score"] * 100 for r in runs) for c in SCORES}
    paint, shift = (
        statistics.median(r["audits"][a]["numericValue"] for r in runs)
        for a in ("first-contentful-paint", "cumulative-layout-shift")
    )
    weights = {i["url"]: i["transferSize"] / 1000 for i in runs[0]["audits"]["network-requests"]["details"]["items"]}
    ours = sum(size for url, size in weights.items() if url == served("large") or "/assets/timeline/" in url)
    return [
        *((name, score[name], f"at least {least}", score[name] >= least) for name, least in SCORES.items()),
        ("first contentful paint", paint, f"under {FIRST_PAINT} ms", paint < FIRST_PAINT),
        ("layout shift", shift, f"at most {SHIFT}", shift <= SHIFT),
        ("weight of home, KB", ours, f"at most {WEIGHT}", ours <= WEIGHT),
        ("weight of all that is asked for, KB", sum(weights.values()), "no limit", True),
    ]


def _judged(name: str, value: float, limit: str, good: bool) -> str:
    """Print a figure; it comes back as a line where it falls short and that counts."""
    only_told = name in OF_THE_MACHINE and os.environ.get("AUDIT_SPEED") == "report"
    verdict = "" if good else " (short, only told here)" if only_told else " SHORT"
    line = f"lighthouse {name}: {value:.4g}, {limit}{verdict}"
    print(line)
    return "" if good or only_told else line
