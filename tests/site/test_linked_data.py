"""JSON-LD as a processor expands it: what search engines take from a page of ours."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import Any

import pytest
from made import EVENTS, SETTINGS, Made
from pyld import jsonld

from timeline.dates.edtf import parse_edtf
from timeline.events.model import Event
from timeline.site.head import head_of
from timeline.site.publication import publication

SCHEMA = "https://schema.org/"
# The part of schema.org's own context that our words fall under.
CONTEXT = {
    "@context": {
        "@vocab": SCHEMA,
        "url": {"@type": "@id"},
        **{name: {"@type": "Date"} for name in ("startDate", "endDate", "datePublished")},
    }
}
# Every term that may stand in our pages, by the type that has it.
TERMS = {
    "ItemList": {"name", "itemListElement"},
    "ListItem": {"position", "item"},
    "Event": {"name", "url", "startDate", "endDate", "description", "location", "about", "subjectOf"},
    "Place": {"name"},
    "Person": {"name"},
    "NewsArticle": {"headline", "url", "datePublished"},
}


def loaded(url: str, _: Any) -> dict[str, Any]:
    """schema.org's context from here: a test asks the network for nothing."""
    assert url.rstrip("/") == SCHEMA.rstrip("/")
    return {"contextUrl": None, "documentUrl": url, "document": CONTEXT}


def scripts(html: str) -> list[dict[str, Any]]:
    found = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html, re.S)
    return [json.loads(text) for text in found]


def expanded(html: str) -> list[Any]:
    return [node for data in scripts(html) for node in jsonld.expand(data, {"documentLoader": loaded})]


def nodes(value: Any, kind: str) -> list[dict[str, Any]]:
    """Every node of a type, wherever it stands."""
    if isinstance(value, list):
        return [node for item in value for node in nodes(item, kind)]
    if not isinstance(value, dict):
        return []
    inner = [node for item in value.values() for node in nodes(item, kind)]
    return [value, *inner] if f"{SCHEMA}{kind}" in value.get("@type", ()) else inner


def said(node: dict[str, Any], name: str) -> Any:
    """The one value of a property, or None."""
    values = node.get(f"{SCHEMA}{name}", [])
    assert len(values) <= 1
    return (values[0].get("@value") or values[0].get("@id")) if values else None


@pytest.fixture(scope="module")
def home() -> list[Any]:
    made = publication(Made(), SETTINGS)
    return expanded(head_of(made, made.pages[0]))


def test_a_page_is_a_list_of_events_in_their_order(home: list[Any]):
    (whole,) = home
    assert whole["@type"] == [f"{SCHEMA}ItemList"]
    items = whole[f"{SCHEMA}itemListElement"]
    assert [said(item, "position") for item in items] == list(range(1, len(items) + 1))
    assert len(nodes(whole, "Event")) == len(items) == 8


def test_every_term_is_one_that_its_type_has_in_schema_org(home: list[Any]):
    for kind, terms in TERMS.items():
        for node in nodes(home, kind):
            used = {key.removeprefix(SCHEMA) for key in node if not key.startswith("@")}
            assert used <= terms, (kind, used - terms)


def test_events_are_named_by_their_permalinks_and_proved_by_their_sources(home: list[Any]):
    event = next(n for n in nodes(home, "Event") if n["@id"].endswith("/e/inaugurazione/"))
    assert event[f"{SCHEMA}startDate"] == [{"@type": f"{SCHEMA}Date", "@value": "2025-04-26T18:30"}]
    assert [said(n, "name") for n in nodes(event, "Place")] == ["Valle"]
    assert said(event, "description") == "Alla cerimonia c’erano duecento persone."
    articles = nodes(event, "NewsArticle")
    assert [(said(a, "headline"), said(a, "datePublished"), said(a, "url")) for a in articles] == [
        ("Inaugurato il monumento", "2025-04-28", "https://example.org/monumento"),
        ("Il consiglio vota", "2025-05-05", None),
    ]


def test_only_people_whom_the_editors_approved_are_named(home: list[Any]):
    assert {said(n, "name") for n in nodes(home, "Person")} == {"Bruno Galli"}
    assert "Carla Costa" not in json.dumps(home)


@pytest.mark.parametrize(
    ("edtf", "start", "end"),
    [
        ("2025-04-26", "2025-04-26", None),
        ("2024-08", "2024-08", None),
        ("2024", "2024", None),
        ("2025-05-03/2025-05-05", "2025-05-03", "2025-05-05"),
        ("2014/..", "2014", None),
        ("../2025-06-30", None, "2025-06-30"),
        ("2024-06/2024-08~", "2024-06", None),
        ("2025-04-26~", None, None),
        ("2025-04-26?", None, None),
        ("[2025-04-27..2025-04-28]", None, None),
        ("[2025-04-27,2025-04-28]", None, None),
        ("[..2025-06-11]", None, None),
        ("2024-22", None, None),
        ("199X", None, None),
        ("-0043", None, None),
    ],
)
def test_a_date_that_schema_org_cannot_say_is_not_said(edtf: str, start: str | None, end: str | None):
    event = Event("Un fatto", parse_edtf(edtf), status="published", id="fatto")
    made = publication(Made(events=(event,)), SETTINGS)
    (node,) = nodes(expanded(head_of(made, made.pages[0])), "Event")
    assert (said(node, "startDate"), said(node, "endDate")) == (start, end)


def test_a_title_cannot_end_the_script():
    event = Event("</script><script>alert(1)</script>", parse_edtf("2025"), status="published", id="fatto")
    made = publication(Made(events=(event,)), SETTINGS)
    (data,) = scripts(head_of(made, made.pages[0]))
    assert data["itemListElement"][0]["item"]["name"] == event.title


def test_without_an_address_of_the_site_nothing_is_named_by_one():
    made = publication(Made(), replace(SETTINGS, url=""))
    assert all("@id" not in node for node in nodes(expanded(head_of(made, made.pages[0])), "Event"))


def test_hidden_events_stay_hidden(home: list[Any]):
    hidden = next(event.title for event in EVENTS if event.status == "hidden")
    assert hidden not in json.dumps(home, ensure_ascii=False)
