"""A reader finds an event, opens its reason, follows its permalink; on a phone and on a wide screen, light and dark."""

from __future__ import annotations

import json
import re
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Locator, Page, expect
from sites import EVENTS, Site, Visitor, rich_events


def test_a_reader_finds_an_event_opens_its_reason_and_follows_its_permalink(
    small: Site, visitor: Visitor, screen: tuple[int, str]
):
    page = visitor.open(small.url, *screen)
    card = page.locator(".tl-event", has_text="Il sindaco presenta il progetto")
    expect(card.locator(".tl-date")).to_have_text("Sabato 26 aprile 2025")
    expect(card.locator("mark")).to_be_hidden()
    card.locator("summary").click()
    expect(card.locator("mark")).to_have_text("Sabato scorso")
    passage = card.get_by_role("link", name="Leggi il passaggio")
    expect(passage).to_have_attribute("href", re.compile(r"^https://example\.org/progetto#:~:text=Sabato%20scorso"))
    card.locator(".tl-event__title a").click()
    expect(page).to_have_url(f"{small.url}e/progetto-ponte/")
    expect(page.locator("h1")).to_have_text("Il sindaco presenta il progetto del ponte")
    page.get_by_role("link", name="Nella cronologia").click()
    expect(page).to_have_url(f"{small.url}#progetto-ponte")
    expect(page.locator("#progetto-ponte")).to_be_in_viewport()
    expect(page.locator("#progetto-ponte a").first).to_be_focused()


@pytest.mark.parametrize("id", ["fatto-7", "fatto-49", "fatto-123"])
def test_the_permalink_of_a_large_dossier_leads_to_the_event_and_focuses_it(
    rich: Site, visitor: Visitor, id: str, screen: tuple[int, str]
):
    """Whether its card stands on a year's page, a month's, or under «Senza data»."""
    page = visitor.open(f"{rich.url}e/{id}/", *screen)
    expect(page.locator("h1")).to_contain_text(f"fatto {id.removeprefix('fatto-')}")
    page.get_by_role("link", name="Nella cronologia").click()
    expect(page).to_have_url(re.compile(rf"/[\w-]+/#{id}$"))
    expect(page.locator(f"#{id}")).to_be_in_viewport()
    expect(page.locator(f"#{id} a").first).to_be_focused()


@pytest.mark.parametrize("width", [320, 390, 1280, 2560])
def test_nothing_is_wider_than_the_screen(small: Site, large: Site, visitor: Visitor, width: int):
    for url in (small.url, f"{small.url}e/progetto-ponte/", f"{small.url}dati/", large.url, f"{large.url}2019/"):
        page = visitor.open(url, width)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), url


def test_text_at_twice_its_size_still_fits(small: Site, visitor: Visitor):
    page = visitor.open(small.url, 640)
    page.evaluate("document.documentElement.style.fontSize = '250%'")  # Material's own is 125 %
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_everything_but_filters_works_without_javascript(small: Site, visitor: Visitor, screen: tuple[int, str]):
    page = visitor.open(small.url, *screen, scripts=False)
    expect(page.locator(".tl-event")).to_have_count(4)
    card = page.locator(".tl-event", has_text="Il sindaco presenta il progetto")
    card.locator("summary").click()
    expect(card.locator("mark")).to_be_visible()
    expect(page.locator(".tl-filters")).to_be_hidden()
    page.locator(".tl-axis a").first.click()
    expect(page.locator("h1")).to_contain_text(re.compile(r"\d{4}"))
    page.goto(f"{small.url}e/lavori-fermi/")
    expect(page.locator("h1")).to_have_text("I lavori del ponte si fermano")
    expect(page.locator("#incorpora")).to_be_visible()


def test_every_event_and_way_in_is_reached_by_links_alone(rich: Site, visitor: Visitor):
    """No script, no sitemap: from the home page on, each link that is there, until there is no new one."""
    page = visitor.open(rich.url, scripts=False)
    waiting, seen = [""], set()
    while waiting:
        address = waiting.pop()
        if address in seen or (address and not address.endswith("/")):
            continue
        seen.add(address)
        html = page.request.get(rich.url + address).text()
        links = re.findall(r'<a [^>]*href="?([^"\s>]+)', html)
        whole = [urljoin(rich.url + address, link).partition("#")[0] for link in links]
        waiting += [link.removeprefix(rich.url) for link in whole if link.startswith(rich.url)]
    assert {f"e/fatto-{n}/" for n in range(300)} <= seen
    for way in ("persone/ada-neri/", "luoghi/citta-alta/", "temi/lavori/", "fonti/2025-05-05-verifica/", "senza-data/"):
        assert way in seen
    for way in ("2019/", "2019/05/", "che-cosa-si-sapeva/2025-04-28/", "dati/", "stampa/"):
        assert way in seen
    assert "persone/carla-costa/" not in seen


def test_instant_navigation_keeps_filters_and_axis_alive(large: Site, visitor: Visitor):
    page = visitor.open(large.url)
    expect(page.locator("#tl-testo")).to_be_visible()
    page.evaluate("window.sameDocument = true")
    page.locator(".tl-calendar__year").first.click()
    expect(page.locator("h1")).to_have_text("2015")
    page.locator(".md-header__button.md-logo").click()
    expect(page.locator("#tl-testo")).to_be_visible()
    expect(page.locator(".tl-zoom")).to_have_count(1)
    page.locator("#tl-testo").fill("atto 171")
    expect(page.locator(".tl-filters__count")).to_have_text("1 fatto su 300")
    assert page.evaluate("window.sameDocument") is True  # no page was loaded anew


def search(page: Page, words: str) -> Locator:
    """The first thing that Material's search finds for *words*: the first match of the first page."""
    field = page.locator(".md-search__input")
    if not field.is_visible():
        page.locator("label.md-header__button[for='__search']").click()
    field.fill("")
    field.press_sequentially(words)
    return page.locator(".md-search-result__item").first


def test_search_finds_every_title(small: Site, visitor: Visitor, screen: tuple[int, str]):
    page = visitor.open(small.url, *screen)
    for title in re.findall(r"^- title: (.*)$", EVENTS, re.M):
        expect(search(page, title)).to_contain_text(title, timeout=15_000)


def test_search_finds_titles_and_words_of_summaries_in_a_large_dossier(rich: Site, visitor: Visitor):
    page = visitor.open(rich.url)
    for number in range(105, 200, 24):
        told = re.compile(rf"^[^,]*, fatto {number}(?!\d).{{0,60}}nascosta{number}\.", re.S)
        for words in (f"fatto {number}", f"nascosta{number}"):
            expect(search(page, words)).to_contain_text(told, timeout=15_000)


def test_the_index_of_the_search_has_every_title_and_summary_of_three_hundred(rich: Site):
    """What the browser searches, whole: words of summaries stand in it below 2,000 events."""
    docs = json.loads((rich.folder / "search/search_index.json").read_text("utf-8"))["docs"]
    found = {doc["location"].partition("#")[2]: doc for doc in docs}
    for event in rich_events(300):
        assert found[event["id"]]["title"] == event["title"]
        assert event["summary"] in found[event["id"]]["text"]


def test_search_leads_to_the_event(small: Site, visitor: Visitor):
    """And it stays in sight: Material may set another scroll position after the new page has come."""
    for _ in range(5):
        page = visitor.open(small.url)
        page.locator(".md-search__input").click()
        page.locator(".md-search__input").press_sequentially("campana")
        page.locator(".md-search-result__link", has_text="campana").first.click()
        expect(page.locator("#campana")).to_be_in_viewport()
        page.wait_for_timeout(400)
        expect(page.locator("#campana")).to_be_in_viewport()


def test_the_overview_grows_and_shrinks(small: Site, visitor: Visitor):
    page = visitor.open(small.url)
    drawing = page.locator(".tl-axis svg")
    before = drawing.bounding_box()
    page.get_by_role("button", name="Ingrandisci la panoramica").click()
    after = drawing.bounding_box()
    assert before
    assert after
    assert after["width"] == pytest.approx(2 * before["width"], rel=0.01)
    page.get_by_role("button", name="Rimpicciolisci la panoramica").click()
    expect(page.get_by_role("button", name="Rimpicciolisci la panoramica")).to_be_disabled()
