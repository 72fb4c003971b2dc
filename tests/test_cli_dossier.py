"""A dossier's whole life on the command line: new, add, extract, correct, check, build, serve."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

from timeline.cli import main

ARTICLE = """\
Cronaca

Il sindaco inaugura la biblioteca nuova

Mario Rossi
28.04.2025 11:00

Il sindaco Carlo Bianchi ha inaugurato sabato scorso a Modena la nuova biblioteca comunale. I lavori erano
cominciati nel giugno dello scorso anno, dopo la firma del contratto.

La sala di lettura aprirà al pubblico il 12 maggio.
"""


@pytest.fixture
def dossier(tmp_path, monkeypatch, capsys):
    """A new dossier with one article added; the current folder is in it."""
    (tmp_path / "articolo.txt").write_text(ARTICLE, encoding="utf-8")
    assert main(["new", str(tmp_path / "dossier")]) == 0
    monkeypatch.chdir(tmp_path / "dossier")
    assert main(["add", "../articolo.txt"]) == 0
    capsys.readouterr()
    return tmp_path / "dossier"


@pytest.fixture
def extracted(dossier, capsys):
    assert main(["extract"]) == 0
    capsys.readouterr()
    return dossier


def event_file(dossier: Path) -> Path:
    (file,) = (dossier / "content" / "events").glob("*.yml")
    return file


def contents(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_new_says_what_to_do_next(tmp_path, capsys):
    main(["new", str(tmp_path / "dossier")])
    said = capsys.readouterr().out
    assert "timeline add" in said
    assert "timeline serve" in said


def test_extract_ends_with_a_table_by_date(dossier, capsys):
    """Date in words, title, status, file and line."""
    assert main(["extract"]) == 0
    rows = [line for line in capsys.readouterr().out.splitlines() if re.search(r"content/events/\S+\.yml:\d+$", line)]
    dates = [row.split("  ")[0] for row in rows]
    assert dates.index("Giugno 2024") < dates.index("Sabato 26 aprile 2025") < dates.index("Lunedì 12 maggio 2025")
    assert all("bozza" in row for row in rows)


def test_list_prints_the_same_table(extracted, capsys):
    assert main(["list"]) == 0
    assert "Sabato 26 aprile 2025" in capsys.readouterr().out


def test_a_second_extract_changes_no_byte(extracted, capsys):
    """Nor does it list what is there already: that is for `timeline list`."""
    before = contents(extracted)
    capsys.readouterr()
    assert main(["extract"]) == 0
    assert contents(extracted) == before
    assert capsys.readouterr().out == "niente di nuovo; tutti i fatti: timeline list\n"


def test_extract_check_and_dry_run_write_nothing(dossier, capsys):
    before = contents(dossier)
    assert main(["extract", "--check"]) == 1
    assert main(["extract", "--dry-run"]) == 0
    assert contents(dossier) == before
    assert "date: 2025-04-26" in capsys.readouterr().out
    main(["extract"])
    assert main(["extract", "--check"]) == 0


def test_the_same_article_twice_changes_nothing_and_says_so(extracted, capsys):
    before = contents(extracted)
    assert main(["add", "../articolo.txt"]) == 0
    assert "già" in capsys.readouterr().out
    assert contents(extracted) == before


def test_an_article_without_a_date_says_how_to_give_one(dossier, tmp_path, capsys):
    (tmp_path / "senza.txt").write_text("Un fatto\n\nÈ successo ieri.\n", encoding="utf-8")
    before = contents(dossier)
    assert main(["add", "../senza.txt"]) == 1
    assert "--published" in capsys.readouterr().err
    assert contents(dossier) == before
    assert main(["add", "../senza.txt", "--published", "28 aprile 2025"]) == 0


def test_commands_work_from_a_folder_within(extracted, monkeypatch, capsys):
    monkeypatch.chdir(extracted / "content" / "events")
    assert main(["list"]) == 0
    assert "26 aprile 2025" in capsys.readouterr().out


def test_check_of_a_sound_dossier(extracted, capsys):
    assert main(["check"]) == 0
    assert "errore" not in capsys.readouterr().out


def test_check_names_line_and_fix_of_every_problem(extracted, capsys):
    (extracted / "content" / "events" / "mano.yml").write_text(
        "- title: Primo\n  date: 30/02/2024\n- title: Secondo\n  date: sabato scorso\n", encoding="utf-8"
    )
    assert main(["check"]) == 1
    said = capsys.readouterr().out
    assert "content/events/mano.yml:2" in said
    assert "content/events/mano.yml:4" in said
    assert "2 errori" in said


def test_warnings_alone_pass_unless_strict(extracted, capsys):
    with event_file(extracted).open("a", encoding="utf-8") as file:
        file.write("\n- title: A mano\n  date: 2025-05-01\n  titolo: doppio\n")
    assert main(["check"]) == 0
    assert "avviso" in capsys.readouterr().out
    assert main(["check", "--strict"]) == 1


def test_what_an_editor_changed_or_deleted_stays_so(extracted):
    """Even when the article changes and is read again."""
    file = event_file(extracted)
    first, second, *rest = re.split(r"(?m)^(?=- title)", file.read_text(encoding="utf-8"))[1:]
    mine = re.sub("title: .*", "title: Deciso dalla redazione", first)
    file.write_text("".join([mine, *rest]), encoding="utf-8")
    article = extracted / "content" / "articles" / f"{file.stem}.md"
    with article.open("a", encoding="utf-8") as text:
        text.write("\nIeri il consiglio comunale ha approvato il bilancio.\n")
    assert main(["extract"]) == 0
    now = file.read_text(encoding="utf-8")
    assert mine in now
    assert second not in now
    assert "2025-04-27" in now


def test_why_reads_an_article_of_the_dossier(extracted, capsys):
    assert main(["why", event_file(extracted).stem]) == 0
    said = capsys.readouterr().out
    assert "lunedì 28 aprile 2025, ore 11.00" in said
    assert "«sabato scorso»" in said


def test_review_of_a_new_dossier(extracted, capsys):
    assert main(["review"]) == 0
    assert capsys.readouterr().out.strip()


def test_build_makes_the_site_and_says_where(dossier, capsys):
    assert main(["build"]) == 0
    page = dossier / "site" / "index.html"
    assert str(page) in capsys.readouterr().out
    assert "sabato scorso" in page.read_text(encoding="utf-8")


def test_build_stops_at_an_error_unless_told_to_go_on(dossier, capsys):
    events = dossier / "content" / "events"
    (events / "mano.yml").write_text("- title: Rotto\n  date: 30/02/2024\n", encoding="utf-8")
    assert main(["build"]) == 1
    assert "content/events/mano.yml:2" in capsys.readouterr().err
    assert not (dossier / "site").exists()
    assert main(["build", "--keep-going"]) == 1
    assert "sabato scorso" in (dossier / "site" / "index.html").read_text(encoding="utf-8")


def test_a_saved_event_shows_in_the_browser_within_three_seconds(extracted):
    """`timeline serve`, a change in the YAML file, and the page again."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    serving = subprocess.Popen(
        [sys.executable, "-m", "timeline.cli", "serve", "--port", str(port)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        assert shows(port, "26 aprile 2025", within=30)
        file = event_file(extracted)
        text = file.read_text(encoding="utf-8")
        file.write_text(re.sub(r"title: .*", "title: Un titolo mai visto prima", text, count=1), encoding="utf-8")
        assert shows(port, "Un titolo mai visto prima", within=3)
    finally:
        os.killpg(serving.pid, signal.SIGTERM)
        serving.wait(10)


def shows(port: int, words: str, within: float) -> bool:
    """Whether the home page has the words before so many seconds have passed."""
    end = time.monotonic() + within
    while time.monotonic() < end:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=within) as page:
                if words in " ".join(page.read().decode().split()):
                    return True
        except OSError:
            pass
        time.sleep(0.1)
    return False
