"""`timeline import`: chronologies of other programs, and our own exports, as event files that check accepts."""

import json
from datetime import date

import pytest

from timeline.cli import main
from timeline.new import create
from timeline.store.checks import check
from timeline.store.eventfile import load_events

OURS = """\
- title: "Il sindaco presenta il progetto, «finalmente»: parte il cantiere"
  date: "[2025-04-27..2025-04-28]"
  time: circa 22
  status: published
  summary: Davanti a *duecento* cittadini.
  tags: [Cultura, Lavori pubblici]
  people: [Carlo Bianchi]
  places: [Modena]
  attribution: secondo il Comune
  note: La sera non è certa.
  link: https://example.org/a?b=c&d=e
  id: progetto
- title: Un fatto senza data
  date: null
  id: senza-data
- title: "-5 gradi: il record"
  date: 1985-01
  id: record
"""
SLIDES = {
    "title": {"text": {"headline": "La nostra storia"}},
    "events": [
        {
            "start_date": {"year": "2025", "month": "5", "day": "3", "hour": "9", "minute": "5"},
            "end_date": {"year": 2025, "month": 5, "day": 5},
            "display_date": "dal 3 al 5 maggio",
            "text": {"headline": "La fiera", "text": "Tre giorni di festa"},
            "media": {"url": "https://example.org/foto.jpg", "caption": "La piazza"},
            "group": "Feste",
            "unique_id": "fiera",
            "background": {"color": "#fff"},
        },
        {"start_date": {"year": 476}, "text": {"headline": "La caduta"}},
    ],
}
CALENDAR = """\
BEGIN:VCALENDAR\r
BEGIN:VEVENT\r
UID:1@example.org\r
DTSTAMP:20250101T000000Z\r
DTSTART;VALUE=DATE:20250503\r
DTEND;VALUE=DATE:20250506\r
SUMMARY:La fiera\\, finalmen\r
 te\r
CATEGORIES:Feste,Mercati\r
LOCATION:Modena\r
BEGIN:VALARM\r
DESCRIPTION:sveglia\r
END:VALARM\r
END:VEVENT\r
BEGIN:VEVENT\r
DTSTART:20250510T220000Z\r
SUMMARY:Il concerto\r
END:VEVENT\r
END:VCALENDAR\r
"""


@pytest.fixture
def dossier(tmp_path, monkeypatch):
    create(tmp_path / "dossier")
    monkeypatch.chdir(tmp_path / "dossier")
    return tmp_path / "dossier"


def taken(dossier, name, text):
    """The events of a file, imported; nothing in them may be an error."""
    (dossier.parent / name).write_bytes(text.encode())
    assert main(["import", f"../{name}"]) == 0
    assert [p for p in check(dossier, date(2025, 6, 1)) if p.level == "error"] == []
    return load_events(dossier)[0]


@pytest.mark.parametrize("form", ["json", "csv"])
def test_our_own_export_comes_back_whole(dossier, capsys, form):
    events = dossier / "content" / "events"
    (events / "nostri.yml").write_text(OURS, encoding="utf-8")
    before = {e.id: e for e in load_events(dossier)[0]}
    assert main(["export", form]) == 0
    exported = capsys.readouterr().out
    (events / "nostri.yml").unlink()
    after = {e.id: e for e in taken(dossier, f"storia.{form}", exported)}
    assert set(after) == set(before)
    for name, event in before.items():
        for field in (
            "title",
            "date",
            "time",
            "summary",
            "status",
            "tags",
            "people",
            "places",
            "attribution",
            "note",
            "link",
        ):
            assert getattr(after[name], field) == getattr(event, field), (name, field)


def test_slides_of_timelinejs(dossier, capsys):
    events = {e.title: e for e in taken(dossier, "Storia Nostra.json", json.dumps(SLIDES))}
    fair = events["La fiera"]
    assert (str(fair.date.first), str(fair.date.last)) == ("2025-05-03", "2025-05-05")
    assert (fair.time, fair.summary, fair.tags, fair.id) == ("09:05", "Tre giorni di festa", ("Feste",), "fiera")
    assert events["La caduta"].date.first == date(476, 1, 1)
    said = capsys.readouterr().out
    assert "content/events/storia-nostra.yml: 2 eventi" in said
    assert "x-media-url" in said
    assert "https://example.org/foto.jpg" in (dossier / "content/events/storia-nostra.yml").read_text(encoding="utf-8")


def test_the_spreadsheet_of_timelinejs(dossier):
    table = (
        'Year,Month,Day,End Year,End Month,Headline,Text,Group,Colore\n2024,6,,,,Si firma,"Una riga, due",Patti,rosso\n'
    )
    (event,) = taken(dossier, "tabella.csv", table)
    assert (event.title, str(event.date.first), str(event.date.last)) == ("Si firma", "2024-06-01", "2024-06-30")
    assert (event.summary, event.tags) == ("Una riga, due", ("Patti",))
    assert "x-colore: rosso" in (dossier / event.path).read_text(encoding="utf-8")


def test_a_calendar(dossier):
    """Its last day is the one before DTEND; hours become those of the dossier; an alarm is no word of the event."""
    events = {e.title: e for e in taken(dossier, "calendario.ics", CALENDAR)}
    fair, concert = events["La fiera, finalmente"], events["Il concerto"]
    assert (str(fair.date.first), str(fair.date.last)) == ("2025-05-03", "2025-05-05")
    assert (fair.tags, fair.places, fair.summary) == (("Feste", "Mercati"), ("Modena",), "")
    assert (str(concert.date.first), concert.time) == ("2025-05-11", "00:00")


@pytest.mark.parametrize(
    ("name", "text", "word"),
    [
        ("a.json", "{", "non è JSON"),
        ("a.json", "[]", "nessun evento"),
        ("a.csv", "date,title\n2025-01-01,\n", "la voce 1 non ha un titolo"),
        ("a.csv", "date,title\nieri,Un fatto\n", "«ieri»"),
        ("a.txt", "x", "non si conosce"),
    ],
)
def test_what_cannot_be_taken_is_a_problem_and_writes_nothing(dossier, capsys, name, text, word):
    (dossier.parent / name).write_text(text, encoding="utf-8")
    assert main(["import", f"../{name}"]) == 1
    assert word in capsys.readouterr().err
    assert list((dossier / "content" / "events").glob("*.yml")) == []


def test_an_event_file_is_never_overwritten(dossier, capsys):
    (dossier / "content" / "events" / "storia.yml").write_text(OURS, encoding="utf-8")
    (dossier.parent / "storia.csv").write_text("date,title\n2025,Un fatto\n", encoding="utf-8")
    assert main(["import", "../storia.csv"]) == 1
    assert "esiste già" in capsys.readouterr().err
    assert (dossier / "content" / "events" / "storia.yml").read_text(encoding="utf-8") == OURS


def test_a_file_that_is_not_there(dossier, capsys):
    assert main(["import", "manca.csv"]) == 1
    assert "manca.csv" in capsys.readouterr().err
