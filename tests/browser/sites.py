"""Dossiers to build sites of, and a visitor who watches what their pages ask for."""

from __future__ import annotations

import http.server
import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page

REPOSITORY = Path(__file__).parents[2]
CHROMIUM = shutil.which("chromium") or "/usr/bin/chromium"
# As root in a container there is no sandbox; the other flags keep Chromium itself from asking the network for anything.
FLAGS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking"
    " --disable-component-update --disable-sync"
).split()

ARTICLE = """\
---
title: Il Consiglio sceglie il progetto
author: Ada Neri
publisher: Gazzetta della Valle
published: 2025-04-28T11:00
url: https://example.org/progetto
---

Sabato scorso il sindaco ha presentato il progetto del ponte. I lavori erano fermi da agosto.
"""
EVENTS = """\
- title: Il sindaco presenta il progetto del ponte
  date: 2025-04-26
  status: published
  summary: La presentazione si è tenuta nella sala grande, davanti a *duecento* cittadini.
  places: [Valle]
  tags: [Ponte]
  id: progetto-ponte
  mentions:
    - article: 2025-04-28-progetto
      expression: Sabato scorso
      date: 2025-04-26
      quote: Sabato scorso il sindaco ha presentato il progetto del ponte

- title: I lavori del ponte si fermano
  date: 2024-08
  tags: [Ponte]
  id: lavori-fermi
  mentions:
    - article: 2025-04-28-progetto
      expression: da agosto
      date: 2024-08
      quote: I lavori erano fermi da agosto

- title: La piena porta via il vecchio argine
  date: intorno al 2014
  status: published
  tags: [Fiume]
  id: piena

- title: Qualcuno dona la campana
  date: null
  status: published
  id: campana
"""
# With these a dossier has every kind of page.
MORE_EVENTS = """
- title: Ada Neri apre il cantiere
  date: 2025-06-01
  status: published
  people: [Ada Neri]
  id: cantiere
  same_as: [vecchia]
  note: Data confermata dal Comune.
  corrections:
    - {on: 2025-05-02, text: il cantiere apre a giugno}
  mentions:
    - {article: 2025-04-28-progetto, expression: a giugno, date: 2025-06, quote: Il cantiere apre a giugno}

- title: La biblioteca resta chiusa
  date: 2024-11/2025-02
  status: published
  id: biblioteca

- title: Il fiume resta in secca
  date: 2024-22
  status: published
  id: secca
"""
PEOPLE = "- name: Ada Neri\n  role: ingegnera\n  page: yes\n"
PUBLIC = "\nrepo_url: https://github.com/example/dossier\nedit_uri: edit/main/content/pages/\n"
# One of each: home, year, month, undated, indexes and what they lead to, and the pages that stand alone.
KINDS = (
    "", "2024/", "2025/04/", "senza-data/", "luoghi/", "luoghi/valle/", "temi/ponte/", "fonti/",
    "fonti/2025-04-28-progetto/", "che-cosa-si-sapeva/", "che-cosa-si-sapeva/2025-04-28/", "dati/", "404.html",
    "persone/", "persone/ada-neri/", "in-agenda/", "correzioni/",
)  # fmt: skip
ALONE = (
    "e/progetto-ponte/", "embed/e/progetto-ponte/", "embed/temi/ponte/", "embed/persone/ada-neri/",
    "embed/ultimi/", "stampa/",
)  # fmt: skip


@dataclass(frozen=True)
class Site:
    """A site that has been built and is being served."""

    url: str
    folder: Path
    dossier: Path


def write_dossier(folder: Path, events: str, article: str = ARTICLE) -> Path:
    """A dossier with this repository's own look, one article and *events*."""
    shutil.copytree(REPOSITORY / "site_config", folder / "site_config")
    shutil.copy(REPOSITORY / "mkdocs.yml", folder / "mkdocs.yml")
    for part in ("articles", "events", "pages"):
        (folder / "content" / part).mkdir(parents=True)
    (folder / "content/articles/2025-04-28-progetto.md").write_text(article, "utf-8")
    (folder / "content/events/2025-04-28-progetto.yml").write_text(events, "utf-8")
    (folder / "content/pages/index.md").write_text("# Il ponte\n\nTutto sul ponte.\n", "utf-8")
    return folder


def write_full_dossier(folder: Path) -> Path:
    """A dossier with every kind of page, whose repository is public on GitHub."""
    write_dossier(folder, EVENTS + MORE_EVENTS)
    (folder / "site_config/people.yml").write_text(PEOPLE, "utf-8")
    (folder / "site_config/site.yml").write_text("repository_public: yes\n", "utf-8")
    config = folder / "mkdocs.yml"
    config.write_text(config.read_text("utf-8") + PUBLIC, "utf-8")
    return folder


def large_events(count: int) -> str:
    """Events of ten years as YAML (JSON is YAML), enough of them that home shows the years alone."""
    kinds = ["Il Comune approva il bilancio", "La Regione finanzia i lavori", "Il comitato protesta in piazza"]
    events = [
        {
            "title": f"{kinds[i % 3]}, atto {i}",
            "date": f"{2015 + i % 10}-{1 + i % 12:02d}-{1 + i % 28:02d}",
            "status": "published",
            "summary": f"Riassunto numero {i} con la parola segreta{i}.",
            "places": [["Valle", "Monte", "Piano"][i % 3]],
            "tags": [["Bilancio", "Lavori"][i % 2]],
            "id": f"atto-{i}",
        }
        for i in range(count)
    ]
    return json.dumps(events, ensure_ascii=False)


def rich_events(count: int) -> list[dict[str, Any]]:
    """Events that differ in all that can be filtered by: words, people, places, themes, sources, days, certainty."""
    return [
        {
            "title": f"{['Il bilancio è approvato', 'Il cantiere si ferma'][i % 2]}, fatto {i}",
            "date": None
            if i % 50 == 49
            else f"{2015 + i % 10}-{1 + i % 12:02d}{'~' if i % 7 == 0 else f'-{1 + i % 28:02d}'}",
            "status": "published",
            "summary": f"Riassunto con la parola nascosta{i}.",
            "people": [["Ada Neri"], ["Bruno Galli"], ["Ada Neri", "Carla Costa"]][i % 3],
            "places": [["Valle", "Monte", "Piano", "Città Alta"][i % 4]],
            "tags": [["Bilancio", "Lavori", "Scuola"][i % 3 - i % 2]],
            "id": f"fatto-{i}",
            "mentions": [{"article": SOURCES[i % 5], "expression": "x", "quote": "x"}] if i % 5 < 2 else [],
        }
        for i in range(count)
    ]


SOURCES = ("2025-04-28-progetto", "2025-05-05-verifica")


def write_rich_dossier(folder: Path, count: int) -> Path:
    """A dossier of `rich_events`, two of its three people approved."""
    write_dossier(folder, json.dumps(rich_events(count), ensure_ascii=False))
    second = ARTICLE.replace("Il Consiglio sceglie il progetto", "La Regione verifica").replace("04-28T11", "05-05T09")
    (folder / f"content/articles/{SOURCES[1]}.md").write_text(second, "utf-8")
    people = "- {name: Ada Neri, page: yes}\n- {name: Bruno Galli, page: yes}\n- {name: Carla Costa}\n"
    (folder / "site_config/people.yml").write_text(people, "utf-8")
    return folder


def build(dossier: Path, url: str) -> Path:
    """Build the site of *dossier* as CI does; its output folder."""
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"],
        cwd=dossier,
        env=os.environ | {"SITE_URL": url, "NO_MKDOCS_2_WARNING": "1"},
        text=True,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return dossier / "site"


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves files without a word."""

    def log_message(self, *args: object) -> None:
        pass


@dataclass
class Visitor:
    """Opens pages and remembers what they asked other hosts for and what they complained of."""

    browser: Browser
    foreign: list[str]
    complaints: list[str]

    def open(self, url: str, width: int = 1280, scheme: str = "light", scripts: bool = True, **media: str) -> Page:
        """A page in a window of its own; *media* are what `emulate_media` takes, before anything is loaded."""
        height = 844 if width < 600 else 900
        context = self.browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme="dark" if scheme == "dark" else "light",
            locale="it-IT",
            java_script_enabled=scripts,
        )
        host = "/".join(url.split("/")[:3]) + "/"
        context.set_default_timeout(10_000)
        page = context.new_page()
        if media:
            page.emulate_media(**media)  # type: ignore[arg-type]
        page.on("request", lambda r: None if r.url.startswith((host, "data:", "blob:")) else self.foreign.append(r.url))
        page.on("console", lambda m: self.complaints.append(m.text))
        page.on("pageerror", lambda e: self.complaints.append(str(e)))
        page.goto(url)
        return page
