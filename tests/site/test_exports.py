"""What leaves the site as data: each format read back by a program that is not ours."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from datetime import date

import jsonschema
import pytest
from icalendar import Calendar, Component
from made import SETTINGS, Made

from timeline.dates.edtf import parse_edtf
from timeline.events.model import Event
from timeline.site.calendars import calendar_days
from timeline.site.cards import event_date
from timeline.site.publication import Publication, publication


@pytest.fixture(scope="module")
def made() -> Publication:
    return publication(Made(), SETTINGS)


@pytest.fixture(scope="module")
def files(made: Publication) -> dict[str, str]:
    return dict(made.files())


def test_the_calendar_is_read_and_written_again_the_same(files: dict[str, str]):
    """icalendar reads it without a complaint, and what it writes reads as the same events, property by property."""
    calendar = Calendar.from_ical(files["calendario.ics"])
    again = Calendar.from_ical(calendar.to_ical())
    assert [str(e["SUMMARY"]) for e in calendar.walk("VEVENT")] == [
        "Il sindaco inaugura il monumento ai caduti",
        "Il consiglio vota il restauro",
    ]
    assert calendar.errors == [error for e in calendar.walk("VEVENT") for error in e.errors] == []
    assert again == calendar
    assert list(map(properties, again.walk("VEVENT"))) == list(map(properties, calendar.walk("VEVENT")))
    assert sorted(lines(again.to_ical())) == sorted(lines(files["calendario.ics"].encode()))
    assert all(len(line.encode()) <= 75 for line in files["calendario.ics"].split("\r\n"))


def lines(calendar: bytes) -> list[bytes]:
    """The lines of a calendar, unfolded: where a long one is cut is each writer's own affair."""
    return calendar.replace(b"\r\n ", b"").split(b"\r\n")


def properties(component: Component) -> list[tuple[str, bytes]]:
    return sorted((name, value.to_ical()) for name, value in component.property_items() if hasattr(value, "to_ical"))


def test_the_calendar_says_days_as_whole_days_and_hours_as_local_time(files: dict[str, str]):
    first, second = Calendar.from_ical(files["calendario.ics"]).walk("VEVENT")
    assert first["DTSTART"].dt.isoformat() == "2025-04-26T18:30:00"
    assert (second["DTSTART"].dt, second["DTEND"].dt) == (date(2025, 6, 14), date(2025, 6, 15))


@pytest.mark.parametrize(
    ("edtf", "said"),
    [
        ("2025-04-26", True),
        ("2025-05-03/2025-05-05", True),
        ("2025-04-26~", False),
        ("2025-04-26?", False),
        ("2025-04", False),
        ("[2025-04-27,2025-04-28]", False),
        ("[2025-04-27..2025-04-28]", False),
        ("2025-04-08/..", False),
        ("2024-11/2025-02", False),
    ],
)
def test_the_calendar_leaves_out_what_it_cannot_say(edtf: str, said: bool):
    assert (calendar_days(Event("Un fatto", parse_edtf(edtf))) is not None) is said


def test_what_each_format_leaves_out_is_listed(made: Publication):
    html = next(p for p in made.pages if p.address == "dati/").html
    calendar, slides = html.split("Il calendario lascia fuori")[1].split("TimelineJS lascia fuori")
    assert "6 voci" in calendar
    assert "<li>Agosto 2024: Cominciano gli scavi</li>" in calendar
    assert "<li>Sabato 26 aprile 2025" not in calendar
    assert "<li>Senza data: Il donatore resta anonimo</li>" in slides
    assert "TimelineJS non porta: persone (1 voce)" in html
    assert "La tabella non porta: passi delle fonti (2 voci)" in html


def test_of_a_long_list_the_page_says_how_many_it_does_not_name():
    events = tuple(Event(f"Fatto {n}", None, status="published", id=f"f{n}") for n in range(250))
    html = next(p for p in publication(Made(events=events), SETTINGS).pages if p.address == "dati/").html
    assert "Il calendario lascia fuori 250 voci" in html
    assert "<li>e altre 50, tutte nel" in html


def test_each_theme_has_its_calendar(files: dict[str, str]):
    assert len(Calendar.from_ical(files["temi/memoria/calendario.ics"]).walk("VEVENT")) == 1


def test_json_is_valid_against_its_schema_and_holds_everything(files: dict[str, str]):
    data, schema = json.loads(files["cronologia.json"]), json.loads(files["cronologia.schema.json"])
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.Draft202012Validator(schema).validate(data)
    assert len(data["events"]) == 8
    assert [e["date"] for e in data["events"] if e["id"] == "comitato"] == ["2014~"]
    assert data["events"][-1]["date"] is None


def test_csv_is_a_table_with_a_row_for_each_event(files: dict[str, str]):
    rows = list(csv.DictReader(io.StringIO(files["cronologia.csv"])))
    assert len(rows) == 8
    row = next(r for r in rows if r["id"] == "inaugurazione")
    assert row["people"] == "Bruno Galli | Carla Costa"
    assert row["sources"] == "2025-04-28-monumento | 2025-05-05-consiglio"


def test_csv_runs_no_formula():
    event = Event("=1+1", parse_edtf("2025-04-26"), status="published", id="a")
    files = dict(publication(Made(events=(event,)), SETTINGS).files())
    assert next(csv.DictReader(io.StringIO(files["cronologia.csv"])))["title"] == "'=1+1"


def test_timelinejs_gets_dates_as_coarse_as_they_are(files: dict[str, str]):
    slides = {s["unique_id"]: s for s in json.loads(files["timelinejs.json"])["events"]}
    assert slides["bilancio"]["start_date"] == {"year": 2024}
    assert slides["scavi"]["start_date"] == {"year": 2024, "month": 8}
    assert slides["chiuso"]["end_date"] == {"year": 2025, "month": 2}
    assert slides["comitato"]["display_date"] == "Intorno al 2014"
    assert slides["inaugurazione"]["start_date"] == {"year": 2025, "month": 4, "day": 26, "hour": 18, "minute": 30}
    assert "donatore" not in slides
    assert "<script" not in files["timelinejs.json"]


@pytest.mark.parametrize(
    ("edtf", "start", "end"),
    [
        ("2025-04-26", "2025-4-26", None),
        ("2025-05-03/2025-05-05", "2025-5-3", "2025-5-5"),
        ("2024-06/2024-08", "2024-6", "2024-8"),
        ("2024-22", "2024-6", "2024-8"),
        ("2024-24", "2024-12", "2025-2"),
        ("199X", "1990", "1999"),
        ("18XX", "1800", "1899"),
        ("2014/..", "2014", None),
        ("[2025-04-27..2025-04-28]", "2025-4", None),
        ("[2025-04-27,2025-04-28]", "2025-4", None),
        ("[2025-04-30..2025-05-01]", "2025", None),
        ("[2024-04..2024-05]", "2024", None),
        ("[2024-12-31..2025-01-01]", None, None),
        ("[2025-06-11..]", None, None),
        ("[..2025-06-11]", None, None),
        ("../2025-06-30", None, None),
        ("-0043", None, None),
    ],
)
def test_timelinejs_never_gets_a_date_sharper_than_it_is(edtf: str, start: str | None, end: str | None):
    """The place on its axis holds all the days that are meant; the words say the date as it is."""
    event = Event("Un fatto", parse_edtf(edtf), status="published", id="fatto")
    made = publication(Made(events=(event,)), SETTINGS)
    slides = json.loads(dict(made.files())["timelinejs.json"])["events"]
    told = [[s.get(key) and "-".join(map(str, s[key].values())) for key in ("start_date", "end_date")] for s in slides]
    assert told == ([[start, end]] if start else [])
    assert all(slide["display_date"] == event_date(event) for slide in slides)
    left = next(p for p in made.pages if p.address == "dati/").html
    assert ("TimelineJS lascia fuori" in left) is (start is None)


def test_csv_has_dates_in_edtf_with_all_their_marks():
    dates = ["2025-04-26~", "2025-04-26?", "[2025-04-27..2025-04-28]", "199X", "2024-22", "[..2025-06-11]"]
    events = tuple(Event(f"Fatto {n}", parse_edtf(d), status="published", id=f"f{n}") for n, d in enumerate(dates))
    files = dict(publication(Made(events=events), SETTINGS).files())
    rows = list(csv.DictReader(io.StringIO(files["cronologia.csv"])))
    assert sorted(row["date"] for row in rows) == sorted(dates)
    assert {row["time"] for row in rows} == {""}


def test_files_tell_nobody_who_is_never_meant():
    from timeline.events.names import PersonEntry

    settings = replace(SETTINGS, people=(PersonEntry("Carla Costa", never=True),))
    made = publication(Made(), settings)
    everything = "".join(p.html for p in made.pages) + "".join(text for _, text in made.files())
    assert "Bruno Galli" in everything
    assert "Carla Costa" not in everything


def test_unapproved_people_are_in_no_facet(files: dict[str, str]):
    assert json.loads(files["assets/timeline/events.json"])["people"] == ["Bruno Galli"]


def test_two_editions_of_one_dossier_are_alike(made: Publication, files: dict[str, str]):
    again = publication(Made(), SETTINGS)
    assert again.pages == made.pages
    assert dict(again.files()) == files
