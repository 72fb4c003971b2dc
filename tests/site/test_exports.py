"""What leaves the site as data: each format read back by a program that is not ours."""

from __future__ import annotations

import csv
import io
import json
import xml.etree.ElementTree as ET
from dataclasses import replace
from datetime import date

import feedparser
import jsonschema
import pytest
from icalendar import Calendar
from made import EVENTS, SETTINGS, Made

from timeline.dates.edtf import parse_edtf
from timeline.events.model import Event
from timeline.site.calendars import calendar_days
from timeline.site.publication import Publication, publication


@pytest.fixture(scope="module")
def made() -> Publication:
    return publication(Made(), SETTINGS)


@pytest.fixture(scope="module")
def files(made: Publication) -> dict[str, str]:
    return dict(made.files())


def test_the_calendar_is_read_and_written_again_the_same(files: dict[str, str]):
    calendar = Calendar.from_ical(files["calendario.ics"])
    assert [str(e["SUMMARY"]) for e in calendar.walk("VEVENT")] == [
        "Il sindaco inaugura il monumento ai caduti",
        "Il consiglio vota il restauro",
    ]
    again = Calendar.from_ical(calendar.to_ical())
    assert [e["UID"] for e in again.walk("VEVENT")] == [e["UID"] for e in calendar.walk("VEVENT")]
    assert all(len(line.encode()) <= 75 for line in files["calendario.ics"].split("\r\n"))


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


def test_what_the_calendar_leaves_out_is_listed(made: Publication):
    data = next(p for p in made.pages if p.address == "dati/")
    assert "<li>Agosto 2024: Cominciano gli scavi</li>" in data.html
    assert "<li>Sabato 26 aprile 2025" not in data.html


def test_each_theme_has_its_calendar(files: dict[str, str]):
    assert len(Calendar.from_ical(files["temi/memoria/calendario.ics"]).walk("VEVENT")) == 1


def test_the_atom_feed_is_sound_and_its_newest_entry_comes_first(files: dict[str, str]):
    feed = feedparser.parse(files["feed.xml"].encode())
    assert not feed.bozo
    assert [e.title for e in feed.entries] == [
        "Il consiglio vota il restauro",
        "Il sindaco inaugura il monumento ai caduti",
    ]
    assert feed.entries[1].id == "https://example.org/cronologia/e/inaugurazione/"
    assert feed.entries[1].published == "2025-04-28T09:00:00Z"
    assert "Galli" in feed.entries[1].content[0].value
    assert feed.feed.updated == max(e.updated for e in feed.entries)


def test_the_atom_feed_has_what_rfc_4287_requires(files: dict[str, str]):
    ns = {"a": "http://www.w3.org/2005/Atom"}
    root = ET.fromstring(files["feed.xml"])
    for element in [root, *root.findall("a:entry", ns)]:
        for name in ("id", "title", "updated"):
            assert len(element.findall(f"a:{name}", ns)) == 1
    assert len({e.text for e in root.findall(".//a:id", ns)}) == len(root.findall(".//a:id", ns))


def test_the_json_feed_says_the_same(files: dict[str, str]):
    feed = json.loads(files["feed.json"])
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert [item["id"].split("/")[-2] for item in feed["items"]] == ["voto", "inaugurazione"]
    assert all(item["content_html"] for item in feed["items"])


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
    assert "donatore" not in slides
    assert "<script" not in files["timelinejs.json"]


def test_files_tell_nobody_who_is_never_meant():
    from timeline.events.names import PersonEntry

    settings = replace(SETTINGS, people=(PersonEntry("Carla Costa", never=True),))
    made = publication(Made(), settings)
    everything = "".join(p.html for p in made.pages) + "".join(text for _, text in made.files())
    assert "Bruno Galli" in everything
    assert "Carla Costa" not in everything


def test_unapproved_people_are_in_no_facet_and_no_json_ld(made: Publication, files: dict[str, str]):
    from timeline.site.jsonld import json_ld

    assert json.loads(files["assets/timeline/events.json"])["people"] == ["Bruno Galli"]
    data = json.dumps(json_ld(made.edition, EVENTS, "x"), ensure_ascii=False)
    assert "Bruno Galli" in data
    assert "Carla Costa" not in data


def test_two_editions_of_one_dossier_are_alike(made: Publication, files: dict[str, str]):
    again = publication(Made(), SETTINGS)
    assert again.pages == made.pages
    assert dict(again.files()) == files
