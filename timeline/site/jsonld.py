"""JSON-LD: the events of a page for search engines, in the words of schema.org."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from timeline.dates.period import Period
from timeline.events.model import Article, Event
from timeline.site.cards import machine_date
from timeline.site.edition import Edition, day_of
from timeline.site.render import plain, safe_url, text_of


def json_ld(edition: Edition, events: Sequence[Event], page: str) -> dict[str, Any]:
    """An ItemList of schema.org Events, each with its sources."""
    items = [{"@type": "ListItem", "position": n, "item": _event(edition, event)} for n, event in enumerate(events, 1)]
    return {"@context": "https://schema.org", "@type": "ItemList", "name": page, "itemListElement": items}


def _event(edition: Edition, event: Event) -> dict[str, Any]:
    """Sharp days, months and years only: a date that schema.org cannot say is not said."""
    url = edition.settings.url
    people = [name for name in event.people if name in edition.approved_people]
    sources = [edition.articles[a] for a in dict.fromkeys(m.article for m in event.mentions) if a in edition.articles]
    start, end = _ends(event)
    data = {
        "@type": "Event",
        **({"@id": f"{url}e/{event.id}/", "url": f"{url}e/{event.id}/"} if url else {}),
        "name": plain(event.title),
        "startDate": start,
        "endDate": end,
        "description": text_of(event.summary),
        "location": [{"@type": "Place", "name": plain(place)} for place in event.places],
        "about": [{"@type": "Person", "name": plain(name)} for name in people],
        "subjectOf": [_source(article) for article in sources],
    }
    return _said(data)


def _ends(event: Event) -> tuple[str, str]:
    """First and last date, "" where there is none that is sharp; a state that still goes on has no last one."""
    if event.date is None or event.date.kind != "interval":
        return machine_date(event), ""
    first, last = (machine_date(Event("", Period((point,)))) if point else "" for point in event.date.points)
    return first, last


def _source(article: Article) -> dict[str, Any]:
    return _said(
        {
            "@type": "NewsArticle",
            "headline": plain(article.title),
            "url": safe_url(article.url),
            "datePublished": day_of(article.published).isoformat(),
        }
    )


def _said(data: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in data.items() if value}
