"""axe: can everybody use the pages."""

from __future__ import annotations

from playwright.sync_api import Browser
from sites import ALONE, KINDS

from audits.stage import CACHE, served

SCREENS = [(width, scheme) for width in (390, 1280) for scheme in ("light", "dark")]


def axe(browser: Browser) -> list[str]:
    """Every rule of axe on every kind of page, light and dark, on a phone and wide, reasons open."""
    script = (CACHE / "node_modules/axe-core/axe.min.js").read_text("utf-8")
    addresses = [served("full") + address for address in KINDS + ALONE] + [served("large")]
    found = []
    for width, scheme in SCREENS:
        context = browser.new_context(
            viewport={"width": width, "height": 900},
            color_scheme="dark" if scheme == "dark" else "light",
            bypass_csp=True,
            locale="it-IT",
        )
        page = context.new_page()
        for url in addresses:
            page.goto(url)
            if page.locator("[data-filters]").count():
                page.wait_for_selector("#tl-testo")
            page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
            page.wait_for_timeout(150)  # colours fade in
            page.evaluate(script)
            for violation in page.evaluate("axe.run(document, {resultTypes: ['violations']})")["violations"]:
                nodes = violation["nodes"]
                where = nodes[0]["html"][:160]
                found.append(f"axe {width} {scheme} {url}: {violation['id']} ({len(nodes)}): {where}")
        context.close()
    print(f"axe: {len(addresses)} kinds of page on {len(SCREENS)} screens, {len(found)} violations")
    return found
