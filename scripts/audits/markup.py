"""html-validate and the W3C's vnu: is the markup valid. And: does every link of the site lead somewhere."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import tempfile
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from playwright.sync_api import Browser
from sites import ALONE, KINDS

from audits.stage import CACHE, served, site_folder

FORWARD = "e/vecchia/"
# All of html-validate's recommended rules, with these settings.
RULES = {
    "doctype-style": ["error", {"style": "lowercase"}],  # as Material writes it, and we do
    "valid-id": ["error", {"relaxed": True}],  # HTML takes any id without a space; Material's begin with underscores
    "aria-label-misuse": ["error", {"allowAnyNamable": True}],  # a list may be named: ARIA 1.2, 5.2.8.4
}
# What Material's own markup breaks: asked only of the pages that stand alone, which are wholly ours.
OURS_ALONE = {
    "no-trailing-whitespace": "off",  # its templates indent empty lines
    "valid-autocomplete": "off",  # its checkboxes for drawer, search and menu say autocomplete="off"
    "wcag/h32": "off",  # its form for light and dark has no button: choosing is submitting
}
_ATTRIBUTE = re.compile(r"<(?!base)[a-z][^>]*?\s(?:xlink:)?(?:href|src)=(\"[^\"]*\"|[^\s>]+)")
_ID = re.compile(r"\sid=\"?([^\"\s>]+)")


def html(browser: Browser) -> list[str]:
    """Both validators on one page of each kind."""
    pages, alone = Path(tempfile.mkdtemp(prefix="audit-html-")), Path(tempfile.mkdtemp(prefix="audit-alone-"))
    request = browser.new_context().request
    for folder, addresses in ((pages, KINDS), (alone, (*ALONE, FORWARD))):
        for address in addresses:
            name = address.removesuffix(".html").strip("/").replace("/", "_") or "home"
            text = request.get(served("full") + address).text()
            (folder / f"{name}.html").write_text(text, "utf-8")
    found = [*html_validate(pages, RULES | OURS_ALONE), *html_validate(alone, RULES)]
    print(f"html-validate: {len(KINDS) + len(ALONE) + 1} kinds of page, {len(found)} findings")
    return found + vnu([*sorted(pages.iterdir()), *sorted(alone.iterdir())])


def html_validate(folder: Path, rules: dict[str, object]) -> list[str]:
    """What html-validate finds in the pages of a folder."""
    config = {"root": True, "extends": ["html-validate:recommended"], "rules": rules}
    (folder / ".htmlvalidate.json").write_text(json.dumps(config), "utf-8")
    command = [CACHE / "node_modules/.bin/html-validate", "--formatter", "json", "*.html"]
    report = folder / "report.json"
    with report.open("w") as out:  # a file: what node writes to a pipe is cut where it exits
        subprocess.run(command, cwd=folder, stdout=out, check=False)
    results = json.loads(report.read_text("utf-8") or "[]")
    report.unlink()
    return [
        f"html-validate {Path(r['filePath']).name}:{m['line']}: {m['ruleId']}: {m['message']}"
        for r in results
        for m in r["messages"]
    ]


def vnu(pages: list[Path]) -> list[str]:
    """What the W3C's validator calls an error; it needs Java."""
    jar = CACHE / "node_modules/vnu-jar/build/dist/vnu.jar"
    if not shutil.which("java"):
        print("vnu: not asked, Java is missing")
        return []
    files = [page for page in pages if page.suffix == ".html"]
    done = subprocess.run(
        ["java", "-jar", jar, "--format", "json", *files], capture_output=True, text=True, check=False
    )
    messages = [m for m in json.loads(done.stderr or '{"messages": []}')["messages"] if m["type"] == "error"]
    # Material's checkboxes for drawer, search and menu say autocomplete="off", which HTML does not know for them.
    ours = [m for m in messages if not ("autocomplete" in m["message"] and 'id="__' in m["extract"])]
    print(
        f"vnu: {len(files)} kinds of page, {len(ours)} errors, {len(messages) - len(ours)} of Material's own left aside"
    )
    return [f"vnu {Path(m['url']).name}:{m.get('lastLine', '?')}: {m['message']}" for m in ours]


def links(_: Browser) -> list[str]:
    """Every link and file that a page of the full site asks of its own site, the place within a page included."""
    root = served("full")
    folder = site_folder("full")
    texts = {p.relative_to(folder).as_posix(): p.read_text("utf-8") for p in sorted(folder.rglob("*.html"))}
    ids = {name: set(_ID.findall(text)) for name, text in texts.items()}
    found, asked = [], 0
    for name, text in texts.items():
        for value in _ATTRIBUTE.findall(text):
            url = urlsplit(urljoin(root + name, unescape(value.strip('"'))))
            if f"{url.scheme}://{url.netloc}/" != root:
                continue
            asked += 1
            path = unquote(url.path.lstrip("/"))
            file = f"{path}index.html" if path.endswith("/") or not path else path
            if not (folder / file).is_file():
                found.append(f"links {name}: {value} leads nowhere")
            elif url.fragment and file in ids and unquote(url.fragment) not in ids[file]:
                found.append(f"links {name}: {value} has no such place")
    print(f"links: {asked} of {len(texts)} pages, {len(found)} lead nowhere")
    return found
