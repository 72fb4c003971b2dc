"""What a page of ours says in its <head>: what a share shows, and the events as data for machines."""

from __future__ import annotations

import json
from html import escape

from timeline.site.jsonld import json_ld
from timeline.site.pages import Page
from timeline.site.publication import Publication
from timeline.site.render import root_from


def head_of(made: Publication, page: Page) -> str:
    """Open Graph, the feeds, and the events of *page* as JSON-LD."""
    settings = made.edition.settings
    values = {
        "og:type": "website",
        "og:locale": "it_IT",
        "og:site_name": settings.title,
        "og:title": page.title,
        "og:description": page.description or settings.description,
        "og:url": f"{settings.url}{page.address}" if settings.url else "",
    }
    tags = [f'<meta property="{key}" content="{escape(value)}">\n' for key, value in values.items() if value]
    root = root_from(page.address)
    for kind, file in (("application/atom+xml", "feed.xml"), ("application/feed+json", "feed.json")):
        tags.append(f'<link rel="alternate" type="{kind}" title="{escape(settings.title)}" href="{root}{file}">\n')
    if page.events:
        data = json.dumps(json_ld(made.edition, page.events, page.title), ensure_ascii=False, separators=(",", ":"))
        # A "<" could end the script where a title says so.
        escaped = data.replace("<", "\\u003c")
        tags.append(f'<script type="application/ld+json">{escaped}</script>\n')
    return "".join(tags)
