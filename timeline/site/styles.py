"""One stylesheet for a page instead of four: a phone paints nothing before the last of them has come.

A browser opens a connection for each, and on a phone each connection costs two journeys there and back (measured by
Lighthouse, mobile: first paint after 0.9 s instead of 1.2). Scripts wait for the page, for the same reason.
"""

from __future__ import annotations

import hashlib
import posixpath
import re
from functools import lru_cache

from timeline.site.files import SiteFiles

_LINK = r"<link rel=\"?stylesheet\"? href=\"?([^\s\">]+)\"?\s*/?>"
_RUN = re.compile(rf"{_LINK}(?:\s*{_LINK})+")
_HREF = re.compile(_LINK)
_ELSEWHERE = re.compile(r"(?:[a-z][a-z0-9+.-]*:|//|/|#)", re.IGNORECASE)
_URL = re.compile(r"url\(\s*(\"[^\"]*\"|'[^']*'|[^\"')\s]+)\s*\)")
_IMPORT = re.compile(r"@import\b")
_NOT_JOINED = re.compile(r"@charset \"[^\"]*\";|/\*# sourceMappingURL=.*?\*/")
_SCRIPT = re.compile(r"<script src=(?=[^>]*></script>)(?![^>]*\b(?:async|defer|type=))")
_THEME_SCRIPT = "assets/javascripts/bundle."
_INLINE = re.compile(r"<script(?![^>]*\b(?:src|type=\"?application/))[^>]*>")


def with_one_stylesheet(html: str, address: str, site: SiteFiles) -> str:
    """*html*, the page at *address*, with each run of stylesheets of its own site joined into one file.

    What cannot be joined stays as it is: other hosts' stylesheets, those that import others, one that stands alone.
    """

    def joined(run: re.Match[str]) -> str:
        hrefs = _HREF.findall(run[0])
        paths = [posixpath.normpath(posixpath.join(address, href)) for href in hrefs]
        texts = [None if _ELSEWHERE.match(h) else site.read(p) for h, p in zip(hrefs, paths, strict=True)]
        known = [(p, t) for p, t in zip(paths, texts, strict=True) if t is not None and not _IMPORT.search(t)]
        if len(known) < len(hrefs):
            return run[0]
        path, text = join_styles(tuple(known))
        site.write(path, text)
        return f'<link rel="stylesheet" href="{posixpath.relpath(path, address or ".")}">'

    head, end, body = html.partition("</head>")
    return _RUN.sub(joined, head) + end + body


@lru_cache(maxsize=8)
def join_styles(files: tuple[tuple[str, str], ...]) -> tuple[str, str]:
    """Path and text of stylesheets in one, from their paths and texts; the name changes when a byte of them does.

    >>> path, text = join_styles((("a/b.css", "i{background:url(c.svg)}"), ("d.css", "b{}")))
    >>> print(text)
    @charset "UTF-8";
    i{background:url(../../a/c.svg)}
    b{}
    """
    folder = "assets/timeline"
    pieces = ['@charset "UTF-8";', *(_moved(_NOT_JOINED.sub("", text).strip(), path, folder) for path, text in files)]
    text = "\n".join(pieces)
    return f"{folder}/site.{hashlib.sha256(text.encode()).hexdigest()[:8]}.css", text


def _moved(css: str, path: str, folder: str) -> str:
    """A stylesheet with its relative addresses as they are from *folder*."""

    def moved(found: re.Match[str]) -> str:
        quote = found[1][0] if found[1][0] in "\"'" else ""
        url = found[1].strip("\"'")
        if _ELSEWHERE.match(url):
            return found[0]
        there = posixpath.join(posixpath.dirname(path), url)
        return f"url({quote}{posixpath.relpath(there, folder)}{quote})"

    return _URL.sub(moved, css)


def with_patient_scripts(html: str) -> str:
    """*html* with the theme's script, and those after it, run when the page stands; they keep their order.

    Where an inline script follows them it may count on what they made: then nothing changes.

    >>> with_patient_scripts('<script src="assets/javascripts/bundle.1.js"></script>')
    '<script defer src="assets/javascripts/bundle.1.js"></script>'
    """
    at = html.find(_THEME_SCRIPT)
    start = html.rfind("<script", 0, at) if at >= 0 else -1
    if start < 0 or _INLINE.search(html, at):
        return html
    return html[:start] + _SCRIPT.sub("<script defer src=", html[start:])
