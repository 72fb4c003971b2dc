"""What a page of ours says in its <head>: what a share shows, and the events as data for machines."""

from __future__ import annotations

from html import escape

from timeline.site.pages import Page
from timeline.site.publication import Publication


def head_of(made: Publication, page: Page) -> str:
    """Open Graph for *page*."""
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
    return "".join(tags)
