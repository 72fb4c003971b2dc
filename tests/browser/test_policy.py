"""The browser keeps to the policy that pages carry: what did not come from the build does not run."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, Route
from sites import Site, Visitor

SMUGGLED = (
    "<script>window.smuggled = 'script'</script>"
    "<img src='x' onerror=\"window.smuggled = 'handler'\">"
    "<script src='https://example.org/a.js'></script><img src='https://example.org/a.png'>"
    "<p id='bait' style='position: fixed'>x</p>"
)


def smuggle(route: Route) -> None:
    """The page with what an editor's text must never bring in, should all escaping fail."""
    answer = route.fetch()
    route.fulfill(response=answer, body=answer.text().replace("</main>", f"{SMUGGLED}</main>", 1))


@pytest.mark.parametrize("address", ["", "e/progetto-ponte/", "embed/ultimi/", "stampa/"])
def test_what_is_smuggled_into_a_page_neither_runs_nor_loads(full: Site, visitor: Visitor, address: str):
    page: Page = visitor.browser.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.route(full.url + address, smuggle)
    page.goto(full.url + address)
    assert page.locator("#bait").count() == 1
    assert page.evaluate("window.smuggled") is None
    assert page.locator("#bait").evaluate("p => getComputedStyle(p).position") == "static"
    assert sum("Content Security Policy" in complaint for complaint in complaints) >= 4, complaints
