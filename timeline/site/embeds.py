"""Small pages for iframes on other sites: one event, one theme, one person, the latest. Links leave the frame."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from markupsafe import Markup

from timeline.events.model import Event
from timeline.site.feeds import latest
from timeline.site.pages import Press
from timeline.site.permalinks import POLICY
from timeline.site.render import LEVEL, at, fragment, plain

LATEST = 10  # events of embed/ultimi/


def embed_files(press: Press) -> Iterator[tuple[str, str]]:
    """Address and content of each page under embed/."""
    edition = press.edition
    for event in edition.events:
        yield f"embed/e/{event.id}/index.html", _event(press, event)
    if news := [entry.event for entry in latest(edition, LATEST)]:
        yield "embed/ultimi/index.html", _list(press, "embed/ultimi/", edition.settings.title, news, "")
    tagged = _by_name((tag, event) for event in edition.events for tag in event.tags)
    yield from _lists(press, "temi", edition.tags, tagged)
    named = _by_name((name, event) for event in edition.events for name in event.people)
    yield from _lists(press, "persone", edition.approved_people, named)


def _by_name(pairs: Iterable[tuple[str, Event]]) -> Mapping[str, Sequence[Event]]:
    groups: dict[str, list[Event]] = defaultdict(list)
    for name, event in pairs:
        groups[name].append(event)
    return groups


def _lists(
    press: Press, folder: str, slugs: Mapping[str, str], events: Mapping[str, Sequence[Event]]
) -> Iterator[tuple[str, str]]:
    for name, slug in slugs.items():
        address = f"embed/{folder}/{slug}/"
        yield f"{address}index.html", _list(press, address, plain(name), events[name], f"{folder}/{slug}/")


def _event(press: Press, event: Event) -> str:
    address = f"embed/e/{event.id}/"
    body = Markup(press.card(event).replace(LEVEL, "1"))
    return _page(press, address, plain(event.title), body, f"e/{event.id}/")


def _list(press: Press, address: str, title: str, events: Sequence[Event], more: str) -> str:
    body = Markup(fragment(press.env, "embed_list.html", title=title, rows=press.rows(events)))
    return _page(press, address, title, body, more)


def _page(press: Press, address: str, title: str, body: Markup, more: str) -> str:
    site = press.edition.settings.title
    html = fragment(press.env, "embed.html", site=site, title=title, body=body, more=more, policy=POLICY)
    return at(address, html) + "\n"
