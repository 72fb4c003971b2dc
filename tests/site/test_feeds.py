"""Atom and JSON Feed: what was newly told and newly changed, by the letter of RFC 4287 and of JSON Feed 1.1."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import feedparser
import pytest
from lxml import etree
from made import EVENTS, SETTINGS, Made, mention

from timeline.dates.edtf import parse_edtf
from timeline.events.model import Article, Correction, Event
from timeline.site.publication import publication
from timeline.site.settings import SiteSettings

ATOM = "{http://www.w3.org/2005/Atom}"
GRAMMAR = etree.RelaxNG(etree.parse(Path(__file__).with_name("atom.rng")))
# https://www.jsonfeed.org/version/1.1/: the keys that an item may have, and the types of those of ours.
FEED_KEYS = {"version", "title", "home_page_url", "feed_url", "description", "language", "authors", "items"}
ITEM_KEYS = {"id", "url", "title", "content_html", "summary", "date_published", "date_modified", "tags"}
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)")
STRANGE = Event(
    "«Così» & <così>: 5 > 3",
    parse_edtf("2025-05-01"),
    status="published",
    id="strano",
    summary="Un *fatto* & [un altro](https://example.org/?a=1&b=2) <script>alert(1)</script>",
    tags=('"Virgolette" & <altro>',),
    mentions=(mention(0, "il 1º maggio", "2025-05-01", "Il 1º maggio"),),
)


def feeds(events: tuple[Event, ...] = EVENTS, settings: SiteSettings = SETTINGS, **more: Any) -> tuple[bytes, Any]:
    """The Atom feed and the JSON Feed of a dossier."""
    files = dict(publication(Made(events=events, **more), settings).files())
    return files["feed.xml"].encode(), json.loads(files["feed.json"])


@pytest.mark.parametrize("url", ["https://example.org/cronologia/", ""])
@pytest.mark.parametrize("events", [EVENTS, (), (*EVENTS, STRANGE)], ids=["ours", "none", "strange"])
def test_the_atom_feed_keeps_to_rfc_4287(events: tuple[Event, ...], url: str):
    """Its grammar; then what the RFC says in words: every id once, absolute, an author, a link to itself."""
    text, _ = feeds(events, replace(SETTINGS, url=url))
    root = etree.fromstring(text)
    GRAMMAR.assertValid(root)
    ids = [element.text for element in root.iter(f"{ATOM}id")]
    assert len(set(ids)) == len(ids)
    assert all(re.match(r"https?://|urn:", id) for id in ids)
    assert root.findtext(f"{ATOM}author/{ATOM}name")
    assert [link.get("rel") for link in root.findall(f"{ATOM}link")].count("self") == 1
    for entry in root.findall(f"{ATOM}entry"):
        assert entry.find(f"{ATOM}link").get("rel", "alternate") == "alternate"
        assert entry.find(f"{ATOM}content") is not None
    assert not feedparser.parse(text).bozo


def test_a_grammar_that_takes_anything_would_prove_nothing():
    text, _ = feeds()
    for before, after in (
        (b"<updated>", b"<updated>ieri "),
        (b"<id>", b"<nome>x</nome><id>"),
        (b' term="', b' nome="'),
    ):
        assert not GRAMMAR.validate(etree.fromstring(text.replace(before, after)))


@pytest.mark.parametrize("url", ["https://example.org/cronologia/", ""])
@pytest.mark.parametrize("events", [EVENTS, (), (*EVENTS, STRANGE)], ids=["ours", "none", "strange"])
def test_the_json_feed_keeps_to_version_1_1(events: tuple[Event, ...], url: str):
    _, feed = feeds(events, replace(SETTINGS, url=url))
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert isinstance(feed["title"], str)
    assert isinstance(feed["items"], list)
    assert feed.keys() <= FEED_KEYS
    assert len({item["id"] for item in feed["items"]}) == len(feed["items"])
    for item in feed["items"]:
        assert item.keys() <= ITEM_KEYS
        assert isinstance(item["id"], str)
        assert item["content_html"]
        assert all(MOMENT.fullmatch(item[key]) for key in ("date_published", "date_modified"))
        assert all(isinstance(tag, str) for tag in item.get("tags", []))
        assert re.match("https?://", item.get("url", "https://"))
    assert "url" in feed["items"][0] if feed["items"] and url else True


def test_both_feeds_tell_the_same_entries_in_the_same_order():
    text, feed = feeds((*EVENTS, STRANGE))
    read = feedparser.parse(text)
    assert [(e.id, e.title, e.published, e.updated) for e in read.entries] == [
        (
            i["id"],
            i["title"],
            i["date_published"],
            i["date_modified"],
        )
        for i in feed["items"]
    ]


def test_an_event_is_new_when_its_first_source_tells_it():
    """Not when it happened: what a source of today tells of 1985 is news."""
    old = Event("Nasce la scuola", parse_edtf("1985"), id="scuola", mentions=(mention(1, "1985", "1985", "nel 1985"),))
    _, feed = feeds((EVENTS[0], old))
    assert feed["items"][0]["id"].endswith("/scuola/")
    assert feed["items"][0]["date_published"] == "2025-05-04T22:00:00Z"


def test_a_correction_brings_an_event_back_to_the_top_under_the_same_id():
    """Newly changed: the day of the correction is when it was changed, and readers know it is the entry they had."""
    first = Article("a", "", datetime(2025, 4, 28, 11), title="Uno")
    second = Article("b", "", date(2025, 5, 5), title="Due")
    early = Event("Si apre il ponte", parse_edtf("2025-04-26"), id="ponte", mentions=(mention_of(first),))
    late = Event("Si vota", parse_edtf("2025-05-04"), id="voto", mentions=(mention_of(second),))
    _, before = feeds((early, late), articles=(first, second))
    corrected = replace(early, corrections=(Correction("2025-05-20", "era **sabato**"),))
    _, after = feeds((corrected, late), articles=(first, second))
    assert [i["id"].split("/")[-2] for i in before["items"]] == ["voto", "ponte"]
    assert [i["id"].split("/")[-2] for i in after["items"]] == ["ponte", "voto"]
    assert after["items"][0]["id"] == before["items"][1]["id"]
    assert after["items"][0]["date_published"] == before["items"][1]["date_published"]
    assert after["items"][0]["date_modified"] == "2025-05-20T00:00:00Z"
    assert "era <strong>sabato</strong>" in after["items"][0]["content_html"]


def test_a_second_source_changes_an_event_too():
    text, _ = feeds()
    entry = next(e for e in feedparser.parse(text).entries if e.id.endswith("/inaugurazione/"))
    assert (entry.published, entry.updated) == ("2025-04-28T09:00:00Z", "2025-05-04T22:00:00Z")


def test_a_day_that_is_no_day_changes_nothing():
    """`check` tells of it; a feed does not fall for it."""
    broken = replace(EVENTS[0], corrections=(Correction("2025-13-40", "x"),))
    _, feed = feeds((broken,))
    assert feed["items"][0]["date_modified"] == "2025-05-04T22:00:00Z"


def test_only_the_fifty_latest_are_told():
    many = tuple(
        Event(f"Fatto {n}", parse_edtf("2025-04-01"), id=f"f{n}", mentions=(mention(0, "x", "2025-04-01", "x"),))
        for n in range(80)
    )
    text, feed = feeds(many)
    assert len(feed["items"]) == len(feedparser.parse(text).entries) == 50


def mention_of(article: Article) -> Any:
    return replace(mention(0, "sabato", "2025-04-26", "sabato"), article=article.id)
