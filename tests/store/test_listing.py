"""The table of events is aligned, in order of date, with the undated last."""

from __future__ import annotations

from timeline.dates.edtf import parse_edtf
from timeline.events.model import Event
from timeline.store.listing import table


def test_the_table_goes_by_date_and_ends_with_the_undated() -> None:
    events = [
        Event("Monumento", None, path="content/events/a.yml", line=30),
        Event("Ringraziamento", parse_edtf("2025-04-28"), time="18:30", path="content/events/a.yml", line=20),
        Event("Trattato", parse_edtf("2024-06"), status="published", path="content/events/a.yml", line=2),
    ]
    assert table(events).splitlines() == [
        "Giugno 2024                       Trattato        pubblicato  content/events/a.yml:2",
        "Lunedì 28 aprile 2025, ore 18.30  Ringraziamento  bozza       content/events/a.yml:20",
        "Senza data                        Monumento       bozza       content/events/a.yml:30",
    ]


def test_no_events_make_no_table() -> None:
    assert table([]) == ""
