"""`timeline export`: what the site offers as data, without building it."""

import json

import pytest

from timeline.cli import main
from timeline.new import create
from timeline.store.mkdocsfile import read_names

EVENTS = """\
- title: Il sindaco presenta il progetto
  date: 2025-04-26
  status: published
  tags: [Cultura]
- title: Comincia il cantiere
  date: giugno 2024
"""


@pytest.fixture
def dossier(tmp_path, monkeypatch):
    create(tmp_path)
    (tmp_path / "content" / "events" / "fatti.yml").write_text(EVENTS, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("form", "word"),
    [
        ("json", '"2025-04-26"'),
        ("csv", "Comincia il cantiere"),
        ("timelinejs", '"headline": "Cronologia"'),
        ("ics", "BEGIN:VCALENDAR"),
        ("atom", "<title>Cronologia</title>"),
        ("jsonfeed", "https://jsonfeed.org/version/1.1"),
    ],
)
def test_every_format_is_written_to_standard_output(dossier, capsys, form, word):
    assert main(["export", form]) == 0
    assert word in capsys.readouterr().out


def test_drafts_stay_at_home_when_told(dossier, capsys):
    assert main(["export", "json", "--drafts", "hide"]) == 0
    titles = [event["title"] for event in json.loads(capsys.readouterr().out)["events"]]
    assert titles == ["Il sindaco presenta il progetto"]


def test_a_date_that_cannot_be_read_is_a_problem(dossier, capsys):
    (dossier / "content" / "events" / "rotto.yml").write_text("- title: Rotto\n  date: ieri\n", encoding="utf-8")
    assert main(["export", "json"]) == 1
    said = capsys.readouterr()
    assert "content/events/rotto.yml:2" in said.err
    assert said.out == ""


def test_names_come_from_mkdocs_yml_and_its_variables(tmp_path, monkeypatch):
    (tmp_path / "mkdocs.yml").write_text(
        'site_name: Prova\nsite_url: !ENV [SITE_URL, "https://example.org/"]\n', encoding="utf-8"
    )
    monkeypatch.delenv("SITE_URL", raising=False)
    assert read_names(tmp_path) == {"site_name": "Prova", "site_url": "https://example.org/"}
    monkeypatch.setenv("SITE_URL", "https://altro.example/")
    assert read_names(tmp_path)["site_url"] == "https://altro.example/"


def test_a_broken_mkdocs_yml_is_a_problem(dossier, capsys):
    (dossier / "mkdocs.yml").write_text("site_name: [\n", encoding="utf-8")
    assert main(["export", "json"]) == 1
    assert "mkdocs.yml" in capsys.readouterr().err
