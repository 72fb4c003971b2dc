"""Sites built by MkDocs and served on this machine, and a real browser."""

from __future__ import annotations

import functools
import http.server
import os
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright
from sites import (
    CHROMIUM,
    EVENTS,
    FLAGS,
    Quiet,
    Site,
    Visitor,
    build,
    large_events,
    write_dossier,
    write_full_dossier,
    write_rich_dossier,
)

SCREENS = [(390, "light"), (390, "dark"), (1280, "light"), (1280, "dark")]


@pytest.fixture(scope="session")
def publish() -> Iterator[Callable[[Path], Site]]:
    """Builds a dossier and serves it on a free port of this machine."""
    servers = []

    def serve(dossier: Path) -> Site:
        folder = dossier / "site"
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(folder)))
        servers.append(server)
        url = f"http://127.0.0.1:{server.server_port}/"
        threading.Thread(target=server.serve_forever, daemon=True).start()  # first: what never ran cannot be shut down
        build(dossier, url)
        return Site(url, folder, dossier)

    yield serve
    for server in servers:
        server.shutdown()
        server.server_close()


@pytest.fixture(scope="session")
def small(publish: Callable[[Path], Site], tmp_path_factory: pytest.TempPathFactory) -> Site:
    return publish(write_dossier(tmp_path_factory.mktemp("piccolo"), EVENTS))


@pytest.fixture(scope="session")
def full(publish: Callable[[Path], Site], tmp_path_factory: pytest.TempPathFactory) -> Site:
    return publish(write_full_dossier(tmp_path_factory.mktemp("intero") / "dossier"))


@pytest.fixture(scope="session")
def large(publish: Callable[[Path], Site], tmp_path_factory: pytest.TempPathFactory) -> Site:
    return publish(write_dossier(tmp_path_factory.mktemp("grande"), large_events(300)))


@pytest.fixture(scope="session")
def rich(publish: Callable[[Path], Site], tmp_path_factory: pytest.TempPathFactory) -> Site:
    return publish(write_rich_dossier(tmp_path_factory.mktemp("ricco"), 300))


@pytest.fixture(params=SCREENS, ids=lambda screen: f"{screen[0]}-{screen[1]}")
def screen(request: pytest.FixtureRequest) -> tuple[int, str]:
    """Width and colours: a phone and a desk, light and dark."""
    found: tuple[int, str] = request.param
    return found


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Debian's Chromium. Without it the tests are skipped, but in CI they fail."""
    if not Path(CHROMIUM).exists():
        if os.environ.get("CI") == "true":
            pytest.fail("chromium is not installed: apt-get install chromium")
        pytest.skip("chromium is not installed")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def visitor(chromium: Browser) -> Iterator[Visitor]:
    """A visitor to whom, whatever a test does, no page asks another host for anything, and the console is silent."""
    visitor = Visitor(chromium, [], [])
    yield visitor
    for context in chromium.contexts:
        context.close()
    assert visitor.foreign == []
    assert visitor.complaints == []
