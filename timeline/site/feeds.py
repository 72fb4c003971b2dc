"""Atom and JSON Feed: what is newly told, and what was changed. What is new is dated by its sources, not by a clock."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from xml.sax.saxutils import escape, quoteattr

from timeline.events.model import Article, Event
from timeline.site.cards import event_date
from timeline.site.edition import Edition, moment_in_utc
from timeline.site.render import inline_markdown, plain, text_of
from timeline.site.slugs import slug

LATEST = 50  # entries of a feed


@dataclass(frozen=True, slots=True)
class Entry:
    """An event as news: when its first source told it, and when its last source or correction changed it."""

    event: Event
    told: datetime
    changed: datetime


def latest(edition: Edition, count: int = LATEST) -> list[Entry]:
    """The events told or changed last, the newest first. An event of no known time is left out: it is never news."""
    entries = [entry for event in edition.events if (entry := _entry(edition, event))]
    return sorted(entries, key=lambda e: (e.changed, e.told, e.event.id), reverse=True)[:count]


def _entry(edition: Edition, event: Event) -> Entry | None:
    articles = [edition.articles[m.article] for m in event.mentions if m.article in edition.articles]
    times = [_published(a) for a in articles]
    corrected = [moment for c in event.corrections if (moment := _midnight(c.on))]
    if not times and not corrected:
        return None
    return Entry(event, min(times or corrected), max(times + corrected))


def _published(article: Article) -> datetime:
    return moment_in_utc(article.published, article.timezone)


def _midnight(day: str) -> datetime | None:
    try:
        return datetime.combine(date.fromisoformat(day), time(), UTC)
    except ValueError:
        return None


def atom(edition: Edition, entries: Sequence[Entry]) -> str:
    """The feed by RFC 4287. Ids are permalinks; without an address of the site they are URNs of its title."""
    settings = edition.settings
    updated = max((e.changed for e in entries), default=datetime(1970, 1, 1, tzinfo=UTC))
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="it"{_base(settings.url)}>',
        f"<title>{escape(settings.title)}</title>",
        f"<id>{escape(settings.url or _urn(edition, ''))}</id>",
        f"<updated>{_stamp(updated)}</updated>",
        f"<author><name>{escape(settings.title)}</name></author>",
        f'<link rel="self" type="application/atom+xml" href={quoteattr(settings.url + "feed.xml")}/>',
        f"<link href={quoteattr(settings.url or './')}/>",
        *(_atom_entry(edition, entry) for entry in entries),
        "</feed>",
    ]
    return "\n".join(lines) + "\n"


def _base(url: str) -> str:
    return f" xml:base={quoteattr(url)}" if url else ""


def _atom_entry(edition: Edition, entry: Entry) -> str:
    event, url = entry.event, edition.settings.url
    categories = "".join(f"<category term={quoteattr(tag)}/>" for tag in event.tags)
    return (
        f"<entry><title>{escape(plain(event.title))}</title>"
        f"<id>{escape(f'{url}e/{event.id}/' if url else _urn(edition, event.id))}</id>"
        f"<link href={quoteattr(f'{url}e/{event.id}/')}/>"
        f"<published>{_stamp(entry.told)}</published><updated>{_stamp(entry.changed)}</updated>{categories}"
        f'<content type="html">{escape(_body(event))}</content></entry>'
    )


def _body(event: Event) -> str:
    corrections = "".join(f"<p><strong>Correzione:</strong> {inline_markdown(c.text)}</p>" for c in event.corrections)
    summary = f"<p>{inline_markdown(event.summary)}</p>" if event.summary else ""
    return f"<p><strong>{escape(event_date(event))}</strong></p>{summary}{corrections}"


def _urn(edition: Edition, id: str) -> str:
    return f"urn:timeline:{slug(edition.settings.title)}:{id}"


def _stamp(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def json_feed(edition: Edition, entries: Sequence[Entry]) -> str:
    """The same by JSON Feed 1.1."""
    settings = edition.settings
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": settings.title,
        "language": "it",
        **({"home_page_url": settings.url, "feed_url": f"{settings.url}feed.json"} if settings.url else {}),
        "items": [_json_item(edition, entry) for entry in entries],
    }
    return json.dumps(feed, ensure_ascii=False, indent=1) + "\n"


def _json_item(edition: Edition, entry: Entry) -> dict[str, object]:
    event, url = entry.event, edition.settings.url
    item: dict[str, object] = {
        "id": f"{url}e/{event.id}/" if url else _urn(edition, event.id),
        **({"url": f"{url}e/{event.id}/"} if url else {}),
        "title": plain(event.title),
        "content_html": _body(event),
        "summary": text_of(event.summary) or event_date(event),
        "date_published": _stamp(entry.told),
        "date_modified": _stamp(entry.changed),
    }
    return {**item, "tags": list(event.tags)} if event.tags else item
