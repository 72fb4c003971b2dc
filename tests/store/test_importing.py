"""`timeline import`: chronologies of other programs as event files that check accepts."""

import json
from datetime import date

import pytest

from timeline.cli import main
from timeline.dates.edtf import format_edtf
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


def test_slides_of_timelinejs(dossier, capsys):
    events = {e.title: e for e in taken(dossier, "Storia Nostra.json", json.dumps(SLIDES))}
    fair = events["La fiera"]
    assert (str(fair.date.first), str(fair.date.last)) == ("2025-05-03", "2025-05-05")
    assert (fair.time, fair.summary, fair.tags, fair.id) == ("09:05", "Tre giorni di festa", ("Feste",), "fiera")
    assert events["La caduta"].date.first == date(476, 1, 1)
    said = capsys.readouterr().out
    assert "content/events/storia-nostra.yml: 2 eventi" in said
    assert "tenuti a parte, che il sito non mostra: x-media-caption, x-background" in said
    assert "non entra negli eventi: la copertina («La nostra storia»)" in said
    assert fair.image.src == "https://example.org/foto.jpg"
    assert "x-background: {color: '#fff'}" in (dossier / fair.path).read_text(encoding="utf-8").replace('"', "'")


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


def test_a_calendar_of_another_zone_keeps_every_property(dossier, capsys):
    """Ten in New York is four in the afternoon in Rome; what repeats is kept as often as it stands there."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//altri//IT",
        "X-WR-CALNAME:Il cartellone",
        "BEGIN:VTODO",
        "SUMMARY:comprare il pane",
        "END:VTODO",
        "BEGIN:VEVENT",
        "DTSTART;TZID=America/New_York:20250503T100000",
        "DURATION:PT2H",
        "SUMMARY;LANGUAGE=it:La lettura",
        'ATTENDEE;CN="Mario Rossi":mailto:mario@example.org',
        "ATTENDEE;CN=Ada:mailto:ada@example.org",
        "CATEGORIES:Feste,Libri\\, carte",
        "CATEGORIES:Scuola",
        "RRULE:FREQ=DAILY;COUNT=3",
        "GEO:44.6;10.9",
        "STATUS:CONFIRMED",
        "END:VEVENT",
        "BEGIN:VEVENT",
        "DTSTART:20250503T210000",
        "DTEND:20250504T013000",
        "SUMMARY:La veglia",
        "END:VEVENT",
        "BEGIN:VEVENT",
        "DTSTART:20250503T210000",
        "DTEND:20250505T120000",
        "SUMMARY:Il raduno",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ]
    events = {e.title: e for e in taken(dossier, "cartellone.ics", "\r\n".join(lines))}
    reading = events["La lettura"]
    assert (format_edtf(reading.date), reading.time, reading.status) == ("2025-05-03", "16:00", "draft")
    assert reading.tags == ("Feste", "Libri, carte", "Scuola")
    assert (format_edtf(events["La veglia"].date), events["La veglia"].time) == ("2025-05-03", "21:00")
    assert format_edtf(events["Il raduno"].date) == "2025-05-03/2025-05-05"
    text = (dossier / reading.path).read_text(encoding="utf-8")
    for kept in ("Mario Rossi", "CN=Ada:mailto:ada@example.org", "COUNT=3", "x-geo", "x-dtend: 2025-05-03T18:00"):
        assert kept in text
    said = capsys.readouterr().out
    assert "non entra negli eventi: il nome del calendario («Il cartellone»), VTODO (1)" in said


def test_a_table_as_italian_spreadsheets_save_it(dossier):
    """Semicolons, a byte order mark, Italian names, days first, empty rows at the end."""
    table = (
        "\ufeffData;Titolo;Luoghi;Stato;Colore;\r\n26/04/2025;Si apre il ponte;Valle | Monte;fatto;rosso;\r\n;;;;;\r\n"
    )
    (event,) = taken(dossier, "foglio.csv", table)
    assert (event.title, format_edtf(event.date), event.places) == (
        "Si apre il ponte",
        "2025-04-26",
        ("Valle", "Monte"),
    )
    text = (dossier / event.path).read_text(encoding="utf-8")
    assert "x-status: fatto" in text  # no status of ours: kept, not obeyed
    assert "x-colore: rosso" in text


def test_slides_keep_what_only_html_can_say(dossier):
    slides = {
        "events": [
            {
                "start_date": {"year": -44, "month": 3, "day": 15, "format": "dd/mm/yyyy"},
                "text": {"headline": "Cesare <em>muore</em> &amp; Roma piange", "text": "<p>In <b>Senato</b>.</p><hr>"},
                "media": {"url": "https://www.youtube.com/watch?v=x"},
                "autolink": False,
            }
        ],
        "eras": [{"start_date": {"year": -100}}],
    }
    (event,) = taken(dossier, "roma.json", json.dumps(slides))
    assert (event.title, event.summary) == ("Cesare muore & Roma piange", "In **Senato**.")
    assert format_edtf(event.date) == "-0043-03-15"
    text = (dossier / event.path).read_text(encoding="utf-8")
    for kept in ("x-text-html", "x-headline-html", "x-media-url", 'x-autolink: "false"', "x-start-format"):
        assert kept in text


def test_a_list_of_objects_of_any_program(dossier):
    events = [
        {"titolo": "Si firma", "data": "2024", "url": "https://example.org/", "peso": 3, "extra": {"a": [1, None]}}
    ]
    (event,) = taken(dossier, "altri.json", json.dumps(events))
    assert (event.title, format_edtf(event.date), event.link) == ("Si firma", "2024", "https://example.org/")
    text = (dossier / event.path).read_text(encoding="utf-8")
    assert 'x-extra: {a: ["1", null]}' in text
    assert "x-peso" in text


def test_an_id_that_is_taken_is_told_before_anything_is_written(dossier, capsys):
    (dossier / "content" / "events" / "nostri.yml").write_text(OURS, encoding="utf-8")
    (dossier.parent / "ancora.json").write_text(
        '[{"title": "Un altro", "date": null, "id": "progetto"}]', encoding="utf-8"
    )
    assert main(["import", "../ancora.json"]) == 1
    assert "l’id «progetto» c’è già (content/events/nostri.yml:1)" in capsys.readouterr().err
    assert not (dossier / "content" / "events" / "ancora.yml").exists()


@pytest.mark.parametrize(
    ("name", "text", "word"),
    [
        ("a.json", "{", "non è JSON"),
        ("a.json", "[]", "nessun evento"),
        ("a.json", "5", "nessun evento"),
        ("a.json", '{"events": {}}', "nessun evento"),
        ("a.json", '[1, {"title": "x"}]', "la voce 1 non è un evento"),
        ("a.ics", "ciao", "non è un calendario"),
        ("a.ics", "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:x\nDTSTART:domani\nEND:VEVENT\nEND:VCALENDAR\n", "domani"),
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
