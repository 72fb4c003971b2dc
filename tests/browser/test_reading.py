"""A reader finds an event, opens its reason, follows its permalink; on a phone and on a wide screen, light and dark."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect
from sites import Site, Visitor

SCREENS = [(390, "light"), (390, "dark"), (1280, "light"), (1280, "dark")]


@pytest.mark.parametrize(("width", "scheme"), SCREENS)
def test_a_reader_finds_an_event_opens_its_reason_and_follows_its_permalink(
    small: Site, visitor: Visitor, width: int, scheme: str
):
    page = visitor.open(small.url, width, scheme)
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


@pytest.mark.parametrize("width", [320, 390, 1280, 2560])
def test_nothing_is_wider_than_the_screen(small: Site, large: Site, visitor: Visitor, width: int):
    for url in (small.url, f"{small.url}e/progetto-ponte/", f"{small.url}dati/", large.url, f"{large.url}2019/"):
        page = visitor.open(url, width)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), url


def test_text_at_twice_its_size_still_fits(small: Site, visitor: Visitor):
    page = visitor.open(small.url, 640)
    page.evaluate("document.documentElement.style.fontSize = '250%'")  # Material's own is 125 %
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_everything_but_filters_works_without_javascript(small: Site, visitor: Visitor):
    page = visitor.open(small.url, scripts=False)
    expect(page.locator(".tl-event")).to_have_count(4)
    card = page.locator(".tl-event", has_text="Il sindaco presenta il progetto")
    card.locator("summary").click()
    expect(card.locator("mark")).to_be_visible()
    expect(page.locator(".tl-filters")).to_be_hidden()
    page.locator(".tl-axis a").first.click()
    expect(page.locator("h1")).to_contain_text(re.compile(r"\d{4}"))
    page.goto(f"{small.url}e/lavori-fermi/")
    expect(page.locator("h1")).to_have_text("I lavori del ponte si fermano")


def test_instant_navigation_keeps_filters_and_axis_alive(large: Site, visitor: Visitor):
    page = visitor.open(large.url)
    expect(page.locator("#tl-testo")).to_be_visible()
    page.locator(".tl-calendar__year").first.click()
    expect(page.locator("h1")).to_have_text("2015")
    page.locator(".md-header__button.md-logo").click()
    expect(page.locator("#tl-testo")).to_be_visible()
    expect(page.locator(".tl-zoom")).to_have_count(1)
    page.locator("#tl-testo").fill("atto 171")
    expect(page.locator(".tl-filters__count")).to_have_text("1 fatto su 300")


def test_search_finds_titles_and_words_of_summaries(large: Site, visitor: Visitor):
    page = visitor.open(large.url)
    for words in ("atto 123", "segreta77"):
        page.locator(".md-search__input").click()
        page.locator(".md-search__input").press_sequentially(words)
        number = re.search(r"\d+", words)
        assert number
        expect(page.locator(".md-search-result__list")).to_contain_text(f"atto {number[0]}", timeout=10_000)
        page.keyboard.press("Escape")


def test_search_leads_to_the_event(small: Site, visitor: Visitor):
    page = visitor.open(small.url)
    page.locator(".md-search__input").click()
    page.locator(".md-search__input").press_sequentially("campana")
    page.locator(".md-search-result__link", has_text="campana").first.click()
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
