"""The real TimelineJS shows our export: every slide, with the date in our words.

It comes from npm: `make audit` puts it into .cache/audit, and in CI this test fetches it. Elsewhere it is skipped.
"""

from __future__ import annotations

import functools
import http.server
import json
import os
import shutil
import subprocess
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from sites import EVENTS, REPOSITORY, Quiet, Site, write_dossier

CACHE = REPOSITORY / ".cache" / "audit"
PACKAGE = "@knight-lab/timelinejs@3"
MORE = """
- title: L’estate <senza> acqua & vento
  date: estate 2022
  status: published
  summary: I fiumi *in secca*, scrive [il giornale](https://example.org/?a=1&b=2).
  id: siccita

- title: Il consiglio vota di notte
  date: tra il 27 e il 28 aprile 2025
  status: published
  tags: [Ponte]
  id: voto

- title: Aprono i cantieri
  date: dal 3 al 5 maggio 2025
  status: published
  id: cantieri

- title: Il paese si svuota
  date: anni Sessanta
  status: published
  id: esodo
"""


@pytest.fixture(scope="module")
def timelinejs() -> Path:
    """The folder of the real thing."""
    dist = CACHE / "node_modules" / "@knight-lab" / "timelinejs" / "dist"
    if not dist.is_dir() and os.environ.get("CI") == "true" and shutil.which("npm"):
        CACHE.mkdir(parents=True, exist_ok=True)
        subprocess.run(["npm", "install", "--silent", "--no-audit", "--no-fund", PACKAGE], cwd=CACHE, check=False)
    if not dist.is_dir():
        pytest.skip("TimelineJS is not here: make audit fetches it from npm")
    return dist


@pytest.fixture(scope="module")
def slideshow(publish: Callable[[Path], Site], tmp_path_factory: pytest.TempPathFactory) -> dict[str, object]:
    site = publish(write_dossier(tmp_path_factory.mktemp("dia"), EVENTS + MORE))
    data: dict[str, object] = json.loads((site.folder / "timelinejs.json").read_text("utf-8"))
    return data


def test_timelinejs_shows_every_slide_with_the_date_in_our_words(
    timelinejs: Path, slideshow: dict[str, object], chromium: Browser, tmp_path: Path
):
    shutil.copytree(timelinejs, tmp_path / "dist")
    options = "{language: 'it', font: null, script_path: new URL('dist/js/', location.href).href}"
    (tmp_path / "index.html").write_text(
        '<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,">'
        '<link rel="stylesheet" href="dist/css/timeline.css"><div id="t" style="height:600px"></div>'
        '<script src="dist/js/timeline.js"></script>'
        f"<script>window.made = new TL.Timeline('t', {json.dumps(slideshow)}, {options});</script>",
        "utf-8",
    )
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(tmp_path)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    page = chromium.new_page(locale="it-IT")
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.route(lambda url: not url.startswith("http://127.0.0.1"), lambda route: route.abort())  # fonts from elsewhere
    page.goto(f"http://127.0.0.1:{server.server_port}/")
    events = slideshow["events"]
    assert isinstance(events, list)
    expect(page.locator(".tl-slide")).to_have_count(len(events) + 1, timeout=15_000)  # the title is one too
    expect(page.locator(".tl-message")).to_have_count(0)
    shown = page.evaluate(
        """() => window.made.config.events.map((event) => {
          const slide = document.getElementById(event.unique_id) || document.querySelector(`[id="${event.unique_id}"]`);
          const text = (part) => (slide.querySelector(part) || {textContent: ""}).textContent.trim();
          return [event.unique_id, text(".tl-headline"), text(".tl-headline-date")];
        })"""
    )
    server.shutdown()
    page.close()
    told = {e["unique_id"]: e["display_date"] for e in events}
    assert {id: words for id, _, words in shown} == told
    headlines = {id: headline for id, headline, _ in shown}
    assert headlines["siccita"] == "L’estate <senza> acqua & vento"
    assert told["voto"] == "Tra domenica 27 e lunedì 28 aprile 2025"
    assert told["esodo"] == "Anni Sessanta"
    assert errors == []
