"""TimelineJS, the real one: does it show our export."""

from __future__ import annotations

import json
import shutil
import tempfile
from pathlib import Path

from playwright.sync_api import Browser

from audits.stage import CACHE, serve, served


def timelinejs(browser: Browser) -> list[str]:
    """The real TimelineJS shows every slide of our export."""
    folder = Path(tempfile.mkdtemp(prefix="audit-timelinejs-"))
    shutil.copytree(CACHE / "node_modules/@knight-lab/timelinejs/dist", folder / "dist")
    data = browser.new_context().request.get(served("full") + "timelinejs.json").json()
    (folder / "index.html").write_text(
        '<!doctype html><link rel="stylesheet" href="dist/css/timeline.css"><div id="t" style="height:600px"></div>'
        '<script src="dist/js/timeline.js"></script>'
        f"<script>window.made = new TL.Timeline('t', {json.dumps(data)},"
        "{language: 'it', script_path: new URL('dist/js/', location.href).href});"
        "</script>",
        "utf-8",
    )
    page = browser.new_page()
    page.route("https://**", lambda route: route.abort())  # it wants its fonts from elsewhere
    page.goto(serve(folder))
    page.wait_for_selector(".tl-slide .tl-headline", state="attached")
    page.wait_for_timeout(2000)
    headlines = page.locator(".tl-slide .tl-headline").all_text_contents()
    wanted = [event["text"]["headline"] for event in data["events"]]
    missing = [headline for headline in wanted if not any(headline in shown for shown in headlines)]
    print(f"timelinejs: {len(wanted)} slides, {len(missing)} not shown")
    return [f"timelinejs does not show: {headline}" for headline in missing]
