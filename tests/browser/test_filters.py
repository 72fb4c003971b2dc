"""Filters combine, answer at once, stand in the address, and listen to the keyboard."""

from __future__ import annotations

import re

from playwright.sync_api import expect
from sites import Site, Visitor

COUNT = ".tl-filters__count"


def test_filters_combine_and_survive_reload_and_back(large: Site, visitor: Visitor):
    page = visitor.open(large.url)
    page.get_by_text("Altri filtri").click()
    page.locator("#tl-luogo").select_option("Valle")
    expect(page.locator(COUNT)).to_have_text("100 fatti su 300")
    page.locator("#tl-tema").select_option("Lavori")
    expect(page.locator(COUNT)).to_have_text("50 fatti su 300")
    page.get_by_label("Dal", exact=True).fill("2018-01-01")
    page.get_by_label("Al", exact=True).fill("2018-12-31")
    expect(page.locator(COUNT)).to_have_text("10 fatti su 300")
    expect(page).to_have_url(re.compile(r"luogo=Valle.*tema=Lavori.*dal=2018-01-01"))
    page.reload()
    expect(page.locator(COUNT)).to_have_text("10 fatti su 300")
    page.locator(".tl-results a").first.click()
    expect(page).to_have_url(re.compile(r"/e/atto-\d+/$"))
    page.go_back()
    expect(page.locator(COUNT)).to_have_text("10 fatti su 300")
    page.get_by_role("button", name="Azzera i filtri").click()
    expect(page.locator(COUNT)).to_have_text("")
    expect(page).to_have_url(large.url)


def test_on_a_small_dossier_the_cards_themselves_are_filtered(small: Site, visitor: Visitor):
    page = visitor.open(small.url, 390, "dark")
    page.locator("#tl-testo").fill("PONTE")
    expect(page.locator(".tl-event:visible")).to_have_count(2)
    expect(page.locator(".tl-year__name:visible")).to_have_text(["2024", "2025"])
    page.locator("#tl-testo").fill("perché non c’è")
    expect(page.locator(COUNT)).to_have_text("0 fatti su 4")


def test_certainty_tells_sure_dates_from_others(small: Site, visitor: Visitor):
    page = visitor.open(small.url)
    page.get_by_text("Altri filtri").click()
    page.locator("#tl-certezza").select_option("data approssimata o dedotta")
    expect(page.locator(".tl-event:visible")).to_have_text([re.compile("La piena porta via")])
    page.locator("#tl-certezza").select_option("senza data")
    expect(page.locator(".tl-event:visible")).to_have_text([re.compile("Qualcuno dona la campana")])


def test_accents_and_capitals_do_not_count(small: Site, visitor: Visitor):
    page = visitor.open(small.url)
    page.locator("#tl-testo").fill("sábato")
    expect(page.locator(COUNT)).to_have_text("1 fatto su 4")


def test_the_keyboard_walks_the_events_and_reaches_the_filter(small: Site, visitor: Visitor):
    page = visitor.open(small.url)
    expect(page.locator("#tl-testo")).to_be_visible()
    focused = page.locator(":focus")
    page.keyboard.press("j")
    expect(focused).to_have_text("La piena porta via il vecchio argine")
    page.keyboard.press("j")
    expect(focused).to_have_text("I lavori del ponte si fermano")
    page.keyboard.press("k")
    expect(focused).to_have_text("La piena porta via il vecchio argine")
    page.keyboard.press("/")
    expect(page.locator("#tl-testo")).to_be_focused()
    page.keyboard.type("jk/")
    expect(page.locator("#tl-testo")).to_have_value("jk/")
    page.keyboard.press("Escape")
    expect(page.locator("#tl-testo")).to_have_value("")


def test_tab_alone_reaches_every_control_of_a_card(small: Site, visitor: Visitor):
    page = visitor.open(f"{small.url}2025/")
    reached = set()
    for _ in range(60):
        page.keyboard.press("Tab")
        reached.add(page.evaluate("document.activeElement.textContent.trim().split('\\n')[0]"))
        if page.evaluate("document.activeElement.matches('summary') && !document.activeElement.parentElement.open"):
            page.keyboard.press("Enter")
    for words in ("Il sindaco presenta il progetto del ponte", "Leggi il passaggio", "Valle", "Ponte"):
        assert words in reached
    assert any(words.startswith("Copia il link") for words in reached)


def test_ten_thousand_events_answer_within_a_tenth_of_a_second(large: Site, visitor: Visitor):
    """The index is stretched to 10,000 events in the browser: what is measured is matching and drawing."""
    page = visitor.browser.new_page()
    page.route(
        "**/assets/timeline/events.json",
        lambda route: route.fulfill(json=_stretched(route.fetch().json(), 10_000)),
    )
    page.goto(large.url)
    expect(page.locator("#tl-testo")).to_be_visible()
    times = page.evaluate(
        """async () => {
          const input = document.getElementById("tl-testo"), times = [];
          for (const word of ["a", "at", "atto 1", "comune", "valle 2019", "zzz", "bilancio"]) {
            const start = performance.now();
            input.value = word;
            input.dispatchEvent(new Event("input", { bubbles: true }));
            document.body.offsetHeight;
            times.push(performance.now() - start);
          }
          return times;
        }"""
    )
    assert max(times) < 100, times
    expect(page.locator(COUNT)).to_contain_text("su 10000")


def _stretched(index: dict[str, list[object]], count: int) -> dict[str, list[object]]:
    events = index["events"]
    return {**index, "events": [events[i % len(events)] for i in range(count)]}
