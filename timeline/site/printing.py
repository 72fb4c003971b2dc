"""The whole chronology on one page to print, its sources as numbered notes."""

from __future__ import annotations

from collections.abc import Mapping

from timeline.events.model import Event
from timeline.site.cards import event_date, notices, source_details, source_title, unbroken
from timeline.site.edition import Edition
from timeline.site.pages import Press, state, year_name
from timeline.site.permalinks import POLICY
from timeline.site.render import at, fragment, inline_markdown, plain, safe_url


def print_page(press: Press) -> str:
    """The page stampa/: years, events with their dates, and the notes that their numbers lead to."""
    edition = press.edition
    numbers = {article: n for n, article in enumerate(edition.sources, 1)}
    html = fragment(
        press.env,
        "print.html",
        site=edition.settings.title,
        title=edition.settings.label("print"),
        state=state(edition),
        years=[
            (year_name(year), [_entry(edition, event, numbers) for event in edition.years[year]])
            for year in sorted(edition.years)
        ],
        undated=[_entry(edition, event, numbers) for event in edition.undated],
        undated_label=edition.settings.label("undated"),
        notes=[_note(edition, article, number) for article, number in numbers.items()],
        notes_label=edition.settings.label("sources"),
        policy=POLICY,
    )
    return at("stampa/", html) + "\n"


def _entry(edition: Edition, event: Event, numbers: Mapping[str, int]) -> Mapping[str, object]:
    return {
        "date": unbroken(event_date(event)),
        "title": plain(event.title),
        "notices": notices(edition, event),
        "summary": inline_markdown(event.summary),
        "numbers": [numbers[article] for article in dict.fromkeys(m.article for m in event.mentions)],
        "corrections": [inline_markdown(c.text) for c in event.corrections],
    }


def _note(edition: Edition, name: str, number: int) -> Mapping[str, object]:
    article = edition.articles.get(name)
    return {
        "number": number,
        "title": source_title(article, name),
        "details": source_details(article),
        "url": safe_url(article.url) if article else "",
    }
