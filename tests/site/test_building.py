"""Real builds: by our plugin, twice, without it, and live while somebody edits. Only MkDocs is asked, no browser."""

from __future__ import annotations

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parents[2]
PUBLIC = "\nrepo_url: https://github.com/example/dossier\nedit_uri: edit/main/content/pages/\n"
EVENTS = """\
- title: Il sindaco presenta il progetto
  date: 2025-04-26
  status: published
  id: progetto
  mentions:
    - {article: 2025-04-28-progetto, expression: sabato scorso, date: 2025-04-26, quote: Sabato scorso il sindaco}
- title: I lavori si fermano
  date: 2024-08
  id: lavori-fermi
"""
ARTICLE = "---\ntitle: Il progetto\npublished: 2025-04-28\n---\n\nSabato scorso il sindaco ha presentato il progetto.\n"
WITHOUT_PLUGIN = """\
site_name: Prova
docs_dir: pagine
theme: {name: mkdocs}
plugins: []
"""
CARD_IDS = rb'class="tl-event__title" id="([^"]+)"'
CARD_LINKS = rb'class="tl-event__title"[^>]*><a href="([^"]+)"'
ROW_LINKS = rb'class="tl-row__what"><a href="([^"]+)"'


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    folder = tmp_path / "dossier"
    shutil.copytree(REPOSITORY / "site_config", folder / "site_config")
    shutil.copy(REPOSITORY / "mkdocs.yml", folder / "mkdocs.yml")
    for part, name, text in [
        ("articles", "2025-04-28-progetto.md", ARTICLE),
        ("events", "2025-04-28-progetto.yml", EVENTS),
        ("pages", "index.md", "# Il ponte\n\nTesto della redazione.\n"),
    ]:
        (folder / "content" / part).mkdir(parents=True)
        (folder / "content" / part / name).write_text(text, "utf-8")
    return folder


def run(dossier: Path, *command: str, **variables: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", *command],
        cwd=dossier,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"} | variables,
        text=True,
        capture_output=True,
        check=False,
        timeout=120,
    )


def built(dossier: Path, **variables: str) -> dict[str, bytes]:
    done = run(dossier, "mkdocs", "build", "--strict", "--quiet", **variables)
    assert done.returncode == 0, done.stdout + done.stderr
    site = dossier / "site"
    return {p.relative_to(site).as_posix(): p.read_bytes() for p in sorted(site.rglob("*")) if p.is_file()}


def test_two_builds_are_alike_byte_for_byte(dossier: Path):
    first = built(dossier, SOURCE_DATE_EPOCH="1745834400", SITE_URL="https://example.org/")
    second = built(dossier, SOURCE_DATE_EPOCH="1745834400", SITE_URL="https://example.org/", PYTHONHASHSEED="7")
    assert first.keys() == second.keys()
    assert [name for name in first if first[name] != second[name]] == []


def test_the_day_of_the_edition_is_source_date_epoch(dossier: Path):
    assert "situazione al 1º gennaio 2026" in built(dossier, SOURCE_DATE_EPOCH="1767225600")["index.html"].decode()


def test_every_page_has_a_policy_without_unsafe_inline_and_asks_no_other_host(dossier: Path):
    for name, data in built(dossier, SITE_URL="https://example.org/").items():
        if not name.endswith(".html"):
            continue
        html = data.decode()
        assert 'http-equiv="Content-Security-Policy"' in html, name
        assert "unsafe-inline" not in html, name
        assert not re.search(r"<(?:script|img|iframe|source)[^>]+src=\"?(?:https?:)?//", html), name
        assert not re.search(r"<[a-z]+[^>]* (?:style|onclick|onload|onerror)=", html), name


def test_a_page_asks_for_one_stylesheet_and_its_scripts_wait(dossier: Path):
    """The dossier's own colours come last in it."""
    site = built(dossier, SITE_URL="https://example.org/")
    asked = {
        n: re.findall(rb'<link rel="stylesheet" href="([^"]+)"', site[n]) for n in site if n.endswith("index.html")
    }
    assert all(len(hrefs) == 1 for hrefs in asked.values()), asked
    style = site[asked["index.html"][0].decode()].decode()
    assert style.index(".md-header") < style.index(".tl-event") < style.rindex("--tl-accent:")
    scripts = re.findall(rb"<script\b[^>]* src=[^>]*>", site["index.html"])
    assert len(scripts) == 2
    assert all(b"defer" in script for script in scripts)


def test_a_github_repository_does_not_make_pages_ask_github(dossier: Path):
    config = dossier / "mkdocs.yml"
    config.write_text(config.read_text("utf-8") + PUBLIC, "utf-8")
    html = built(dossier)["index.html"].decode()
    assert "https://github.com/example/dossier" in html
    assert 'data-md-component="source"' not in html


def test_edit_links_are_public_only_where_the_repository_is(dossier: Path):
    config, site = dossier / "mkdocs.yml", dossier / "site_config/site.yml"
    config.write_text(config.read_text("utf-8") + PUBLIC, "utf-8")
    assert "Modifica (riga" not in built(dossier)["index.html"].decode()
    site.write_text("repository_public: yes\n", "utf-8")
    html = built(dossier)["index.html"].decode()
    assert "https://github.com/example/dossier/edit/main/content/events/2025-04-28-progetto.yml#L1" in html


def test_drafts_are_hidden_from_a_build_that_says_so(dossier: Path):
    shown, hidden = built(dossier), built(dossier, TIMELINE_DRAFTS="hide")
    assert any(b"lavori si fermano" in data for data in shown.values())
    assert not any(b"lavori si fermano" in data for data in hidden.values())
    assert "e/lavori-fermi/index.html" not in hidden


def test_a_broken_file_stops_a_build_with_file_line_and_fix(dossier: Path):
    (dossier / "content/events/rotto.yml").write_text("- title: Uno\n  date: 30/02/2024\n", "utf-8")
    done = run(dossier, "mkdocs", "build", "--quiet")
    assert done.returncode == 1
    assert "content/events/rotto.yml:2" in done.stderr
    assert "Traceback" not in done.stderr
    going = run(dossier, "mkdocs", "build", "--quiet", TIMELINE_KEEP_GOING="1")
    assert going.returncode == 0, going.stderr


def test_a_dossier_without_its_articles_is_built_from_its_events(dossier: Path):
    shutil.rmtree(dossier / "content/articles")
    assert "Il sindaco presenta il progetto" in built(dossier)["index.html"].decode()


def test_mkdocs_without_our_plugin_builds_the_same_events_and_links(dossier: Path, tmp_path: Path):
    ours = built(dossier)
    other = tmp_path / "altro"
    other.mkdir()
    (other / "mkdocs.yml").write_text(WITHOUT_PLUGIN, "utf-8")
    done = run(dossier, "timeline.cli", "pages", str(other / "pagine"))
    assert done.returncode == 0, done.stderr
    theirs = built(other)
    pages = [n for n in ours if n.endswith("index.html") and not n.startswith(("e/", "embed/", "stampa/"))]
    for name in pages:
        for pattern in CARD_IDS, CARD_LINKS, ROW_LINKS:
            assert re.findall(pattern, theirs[name]) == re.findall(pattern, ours[name]), name
    files = [n for n in ours if n.startswith(("e/", "embed/")) or n.endswith((".ics", ".csv"))]
    assert files
    assert all(theirs[n] == ours[n] for n in files)


@pytest.fixture
def preview(dossier: Path) -> Iterator[str]:
    """`mkdocs serve` on a free port of this machine."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    server = subprocess.Popen(
        [sys.executable, "-m", "mkdocs", "serve", "--quiet", "--dev-addr", f"127.0.0.1:{port}"],
        cwd=dossier,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
        stderr=subprocess.DEVNULL,
    )
    try:
        url = f"http://127.0.0.1:{port}/"
        wait_for(url, "Il sindaco presenta", 30)
        yield url
    finally:
        server.send_signal(signal.SIGINT)
        server.wait(10)


def wait_for(url: str, words: str, seconds: float) -> str:
    """The page once it says *words*; fails after *seconds*. A request that hangs fails too."""
    end = time.monotonic() + seconds
    html = ""
    while time.monotonic() < end:
        try:
            with urllib.request.urlopen(url, timeout=max(0.1, end - time.monotonic())) as answer:
                html = answer.read().decode()
        except OSError:
            time.sleep(0.1)
            continue
        if words in html:
            return html
        time.sleep(0.1)
    pytest.fail(f"after {seconds} s the page does not say «{words}»: {html[:300]}")


def test_saving_an_event_shows_within_three_seconds(dossier: Path, preview: str):
    path = dossier / "content/events/2025-04-28-progetto.yml"
    path.write_text(EVENTS.replace("Il sindaco presenta", "La sindaca presenta"), "utf-8")
    html = wait_for(preview, "La sindaca presenta", 3)
    assert "Modifica (riga 1)" in html


def test_broken_yaml_shows_the_problem_and_keeps_the_last_good_page(dossier: Path, preview: str):
    path = dossier / "content/events/2025-04-28-progetto.yml"
    path.write_text(EVENTS.replace("- title: I lavori", "- title: [I lavori"), "utf-8")
    html = wait_for(preview, "tl-problem", 3)
    assert "content/events/2025-04-28-progetto.yml:" in html
    assert "Il sindaco presenta" in html
    path.write_text(EVENTS.replace("Il sindaco", "Il vicesindaco"), "utf-8")
    assert "tl-problem" not in wait_for(preview, "Il vicesindaco presenta", 3)
