"""Templates and the few kinds of text that reach them: everything is escaped, or it is the inline Markdown we allow."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

import jinja2
from markdown_it import MarkdownIt
from markupsafe import Markup, escape

TEMPLATES = Path(__file__).parent / "templates"

# Inside rendered fragments the way to the site's root and the level of a card's heading are still open: one rendering
# serves every page. Private-use characters, that no text keeps (see `plain`).
ROOT, LEVEL = "\ue000", "\ue001"
_OPEN = re.compile("[\ue000\ue001]")
_MAY_BE_MARKDOWN = re.compile(r"[*_`\[\]\\<&!~]|https?:")
_BLANK_LINES = re.compile(r"\n\s*\n+|\n[ \t]+")


def environment(overrides: Sequence[Path] = ()) -> jinja2.Environment:
    """The templates; those of the same name in a folder of *overrides* stand in for ours."""
    env = jinja2.Environment(
        loader=jinja2.FileSystemLoader([*overrides, TEMPLATES]),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,  # an environment lives for one build: asking the disk at each card costs a tenth of it
    )
    env.filters["inline"] = inline_markdown
    env.globals["root"] = Markup(ROOT)
    env.globals["level"] = Markup(LEVEL)
    return env


def fragment(env: jinja2.Environment, template: str, **values: Any) -> str:
    """A template rendered, without the blank lines that would end an HTML block in Markdown."""
    return _BLANK_LINES.sub("\n", env.get_template(template).render(values)).strip()


def at(address: str, html: str, level: int = 3) -> str:
    """A fragment set into the page at *address* ("2025/04/"), its cards under headings of *level* - 1."""
    return html.replace(ROOT, root_from(address)).replace(LEVEL, str(level))


def root_from(address: str) -> str:
    """The way from a page to the site's root.

    >>> root_from("2025/04/"), root_from("")
    ('../../', './')
    """
    return "../" * address.count("/") or "./"


def plain(text: str) -> str:
    """*text* without the characters that stand for open places in a fragment."""
    return _OPEN.sub("", text)


@lru_cache(maxsize=1)
def _markdown() -> MarkdownIt:
    """Emphasis, code and links: no HTML, no images, and only links that `safe_url` lets through."""
    markdown = MarkdownIt("commonmark", {"html": False}).disable(["image", "html_inline", "autolink"])
    markdown.validateLink = lambda url: bool(safe_url(url))  # type: ignore[method-assign]
    return markdown


def inline_markdown(text: str) -> Markup:
    """The inline Markdown of an editor as HTML.

    >>> print(inline_markdown("un *fatto* <script>"))
    un <em>fatto</em> &lt;script&gt;
    """
    text = plain(text).strip()
    if not _MAY_BE_MARKDOWN.search(text):
        return escape(text)
    return Markup(_markdown().renderInline(text))


def text_of(markdown: str) -> str:
    """The words of inline Markdown, for search, feeds and descriptions.

    >>> text_of("un *fatto* [noto](https://example.org)")
    'un fatto noto'
    """
    return str(inline_markdown(markdown).striptags())


def safe_url(url: str) -> str:
    """*url* if it is a whole http or https address, else "".

    >>> safe_url("https://example.org/a"), safe_url("javascript:alert(1)")
    ('https://example.org/a', '')
    """
    url = url.strip()
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    whole = parts.scheme in ("http", "https") and parts.netloc
    return url if whole and not re.search(r"[\s<>\"\\\x00-\x1f]", url) else ""


def local_file(src: str) -> str:
    """*src* if it names a file of this site, else "": a page asks no other host for anything."""
    parts = urlsplit(src.strip())
    is_ours = not parts.scheme and not parts.netloc and ".." not in parts.path.split("/")
    return quote(parts.path.lstrip("/")) if is_ours else ""


def passage_url(url: str, passage: str) -> str:
    """The address of a passage in a page elsewhere: a text fragment of its first and last words.

    >>> passage_url("https://example.org/a", "sabato scorso il capo di Stato maggiore ha riconosciuto il ruolo")
    'https://example.org/a#:~:text=sabato%20scorso%20il%20capo,ha%20riconosciuto%20il%20ruolo'
    """
    url = safe_url(url)
    words = passage.split()
    if not url or not words:
        return url
    ends = [words] if len(words) <= 8 else [words[:4], words[-4:]]
    encoded = ",".join(quote(" ".join(end), safe="").replace("-", "%2D") for end in ends)
    return f"{url.split('#')[0]}#:~:text={encoded}"


def marked(quoted: str, expression: str) -> Markup:
    """A quote with the expression that dates it marked.

    >>> print(marked("invasa ad agosto", "ad agosto"))
    invasa <mark>ad agosto</mark>
    """
    quoted, expression = plain(quoted), plain(expression)
    found = re.search(rf"(?<!\w){re.escape(expression)}(?!\w)", quoted) if expression else None
    if not found:
        return escape(quoted)
    head, tail = quoted[: found.start()], quoted[found.end() :]
    return Markup("{}<mark>{}</mark>{}").format(head, found[0], tail)
