"""The Content-Security-Policy of a page: hashes of the scripts and styles that stand in it, nothing else inline."""

from __future__ import annotations

import base64
import hashlib
import re
from functools import lru_cache

_INLINE = re.compile(r"<(script|style)\b([^>]*)>(.*?)</\1>", re.DOTALL)
_DATA_BLOCK = re.compile(r"type=\"?application/(?:ld\+)?json")
_CHARSET = re.compile(r"<meta charset=\"?utf-8\"?\s*/?>", re.IGNORECASE)


def with_policy(html: str) -> str:
    """*html* with its policy as the first thing after its charset."""
    tag = f'<meta http-equiv="Content-Security-Policy" content="{policy_of(html)}">'
    return _CHARSET.sub(lambda found: f"{found[0]}\n      {tag}", html, count=1)


def policy_of(html: str) -> str:
    """What *html* may load: files of its own site, its own inline scripts and styles by hash, `data:` pictures.

    >>> policy_of("<p>nulla</p>").split("; ")[:2]
    ["default-src 'none'", "script-src 'self'"]
    """
    scripts, styles = ["'self'"], ["'self'"]
    for kind, attributes, body in _INLINE.findall(html):
        if not body or _DATA_BLOCK.search(attributes):
            continue
        hashes = scripts if kind == "script" else styles
        if (source := _hash(body)) not in hashes:
            hashes.append(source)
    return "; ".join(
        [
            "default-src 'none'",
            f"script-src {' '.join(scripts)}",
            f"style-src {' '.join(styles)}",
            "img-src 'self' data:",
            "font-src 'self'",
            "connect-src 'self'",
            "worker-src 'self'",
            "manifest-src 'self'",
            "base-uri 'self'",
            "form-action 'self'",
        ]
    )


@lru_cache(maxsize=256)
def _hash(body: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(body.encode()).digest()).decode()}'"
