"""The small pages e/ID/, one for each event, whole in themselves: so that a link or a share outlives any re-dating.

They stand beside MkDocs: ten thousand of them cost seconds.
"""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from timeline.events.model import Event
from timeline.site.cards import description, event_date
from timeline.site.pages import Press
from timeline.site.render import LEVEL, ROOT, fragment, plain

# Nothing inline, nothing from elsewhere: these pages are ours alone.
POLICY = "default-src 'none'; img-src 'self'; style-src 'self'; script-src 'self'; base-uri 'self'; form-action 'none'"
EMBED_HEIGHT = 420  # pixels: a card with a summary of three lines, closed, on a phone


def permalink_files(press: Press) -> Iterator[tuple[str, str]]:
    """Address and content of each file under e/: events, those that moved, those withdrawn."""
    edition = press.edition
    for event in edition.events:
        yield f"e/{event.id}/index.html", event_page(press, event)
    for old, new in sorted(edition.moved.items()):
        yield f"e/{old}/index.html", _gone(press, old, new)
    for id in edition.withdrawn:
        yield f"e/{id}/index.html", _gone(press, id, "")


def event_page(press: Press, event: Event) -> str:
    """The page of one event: its card, what a share shows, the code to embed it, the way into the chronology."""
    edition = press.edition
    settings = edition.settings
    page = fragment(
        press.env,
        "event.html",
        site=settings.title,
        url=f"{settings.url}e/{event.id}/" if settings.url else "",
        title=plain(event.title),
        date=event_date(event),
        description=description(event),
        card=Markup(press.card(event)),
        place=f"{edition.place_of(event)}#{event.id}",
        embed=embed_code(press, event) if settings.url else "",
        policy=POLICY,
    )
    return page.replace(ROOT, "../../").replace(LEVEL, "1") + "\n"


def embed_code(press: Press, event: Event) -> str:
    """What an editor pastes into a CMS to show the event there."""
    url = f"{press.edition.settings.url}embed/e/{event.id}/"
    return str(
        Markup('<iframe src="{}" title="{}" width="100%" height="{}" loading="lazy"></iframe>').format(
            url, plain(event.title), EMBED_HEIGHT
        )
    )


def _gone(press: Press, old: str, new: str) -> str:
    """The page of an id that tells no event any more: it leads to the one that does, or says it was withdrawn."""
    target = press.edition.by_id.get(new)
    page = fragment(
        press.env,
        "gone.html",
        site=press.edition.settings.title,
        old=old,
        new=new,
        title=plain(target.title) if target else "Questa voce è stata ritirata",
        policy=POLICY,
    )
    return page.replace(ROOT, "../../") + "\n"
