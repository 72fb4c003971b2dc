"""Every kind of page for whoever needs it otherwise: other colours, no motion, paper, larger letters, any screen."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect
from sites import ALONE, KINDS, Site, Visitor

STYLE = "(element, [pseudo, name]) => getComputedStyle(element, pseudo)[name]"


def style(page: Page, selector: str, name: str, pseudo: str = "") -> str:
    """A computed style of the first element that *selector* finds."""
    return str(page.locator(selector).first.evaluate(STYLE, [pseudo, name]))


def colour(page: Page, name: str) -> str:
    """A colour of the system as pages compute it: "Canvas"."""
    return str(
        page.evaluate(
            "name => { const i = document.createElement('i'); document.body.append(i); i.style.color = name;"
            "const found = getComputedStyle(i).color; i.remove(); return found; }",
            name,
        )
    )


@pytest.mark.parametrize("width", [320, 2560])
def test_no_page_is_wider_than_the_screen_or_asks_another_host(full: Site, visitor: Visitor, width: int):
    """The repository is public on GitHub: Material's own pages would ask it for stars."""
    page = visitor.open(full.url, width)
    for address in KINDS + ALONE:
        page.goto(full.url + address)
        page.wait_for_load_state("networkidle")
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), address


def test_letters_of_twice_the_size_fit_every_page(full: Site, visitor: Visitor):
    page = visitor.open(full.url, 640)
    for address in KINDS + ALONE:
        page.goto(full.url + address)
        page.evaluate(
            "() => { const root = document.documentElement;"
            "root.style.fontSize = 2 * parseFloat(getComputedStyle(root).fontSize) + 'px'; }"
        )
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), address


def test_forced_colours_keep_hatching_marks_and_keys(full: Site, visitor: Visitor):
    page = visitor.open(full.url, forced_colors="active")
    ground = colour(page, "Canvas")
    assert style(page, ".tl-lane--coarse", "fill") == 'url("#tl-hatch")'
    assert style(page, ".tl-hatch__ground", "fill") == ground
    assert style(page, ".tl-hatch__line", "fill") != ground
    assert style(page, ".tl-bar", "fill") not in (ground, "none")
    assert style(page, ".tl-key--span", "backgroundColor", "::before") != ground
    mark = ("backgroundColor", "::before")
    assert style(page, ".tl-event--day .tl-date", *mark) != ground
    assert style(page, ".tl-event--coarse .tl-date", *mark) == ground
    assert style(page, ".tl-event--coarse .tl-date", "borderTopColor", "::before") != ground
    assert style(page, ".tl-event--about .tl-date", "borderTopStyle", "::before") == "dotted"


@pytest.mark.parametrize("forced", ["none", "active"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_focus_and_buttons_are_seen_in_any_colours(full: Site, visitor: Visitor, scheme: str, forced: str):
    page = visitor.open(full.url, scheme=scheme, forced_colors=forced)
    expect(page.locator("#tl-testo")).to_be_visible()
    ground = style(page, "body", "backgroundColor")
    assert style(page, ".tl-zoom button", "borderTopColor") != ground
    page.keyboard.press("Tab")  # from here on focus is the keyboard's
    for selector in (".tl-event__title a", ".tl-why summary", ".tl-facet a", ".tl-zoom button:enabled", ".tl-axis a"):
        page.locator(selector).first.focus()
        assert style(page, ":focus", "outlineStyle") in ("solid", "auto"), selector
        assert style(page, ":focus", "outlineColor") != ground, selector


def test_who_wants_no_motion_gets_none(full: Site, visitor: Visitor):
    page = visitor.open(full.url, reduced_motion="reduce")
    for address in ("", "e/progetto-ponte/"):
        page.goto(full.url + address)
        page.locator(".tl-why summary").first.click()
        moving = page.evaluate(
            """() => [...document.querySelectorAll("*")].flatMap((element) => ["", "::before", "::after"].map(
            (pseudo) => {
              const { transitionDuration, animationDuration } = getComputedStyle(element, pseudo);
              const longest = Math.max(...`${transitionDuration},${animationDuration}`.split(",").map(parseFloat));
              return longest > 0.001 ? `${element.className} ${pseudo} ${longest}` : "";
            })).filter(Boolean)"""
        )
        assert moving == []


def test_who_minds_no_motion_sees_the_mark_turn(full: Site, visitor: Visitor):
    page = visitor.open(full.url, reduced_motion="no-preference")
    assert style(page, ".tl-why__label", "transitionDuration", "::before") == "0.12s"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_paper_gets_dark_letters_and_no_controls(full: Site, visitor: Visitor, scheme: str):
    page = visitor.open(full.url, scheme=scheme)
    expect(page.locator("#tl-testo")).to_be_visible()
    page.emulate_media(media="print")
    for selector in (".md-header", ".tl-filters", ".tl-zoom", ".tl-actions", ".tl-why__label"):
        expect(page.locator(selector).first).to_be_hidden()
    expect(page.locator(".tl-axis__drawing")).to_be_visible()
    expect(page.locator(".tl-why__count").first).to_have_text("1 fonte")
    assert style(page, ".tl-event .tl-date", "printColorAdjust", "::before") == "exact"
    for address in ("", "e/progetto-ponte/", "stampa/"):
        page.goto(full.url + address)
        page.emulate_media(media="print")
        assert style(page, ".tl", "color") == "rgb(29, 27, 24)", address


@pytest.mark.parametrize("width", [320, 390, 412, 1280])
def test_the_filters_come_into_a_place_that_was_kept_for_them(full: Site, large: Site, visitor: Visitor, width: int):
    """What is kept is no less than what they take, so that nothing jumps, and hardly more."""
    for url in (full.url, large.url):
        page = visitor.open(url, width)
        expect(page.locator("#tl-testo")).to_be_visible()
        kept = float(style(page, ".tl-filters", "minHeight").removesuffix("px"))
        taken = page.locator(".tl-filters__form").evaluate("form => form.offsetHeight")
        assert 0 <= kept - taken < 8
