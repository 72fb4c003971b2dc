"""What a format cannot say of a chronology: whole events, and fields of those it tells. None goes in silence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from timeline.events.model import Event
from timeline.site.calendars import calendar_days
from timeline.site.cards import event_date
from timeline.site.edition import Edition
from timeline.site.render import plain, text_of
from timeline.site.timelinejs import can_slide, slide_image

# Fields of events as a reader calls them.
WORDS: Mapping[str, str] = {
    "people": "persone", "organizations": "enti", "places": "luoghi", "tags": "temi", "attribution": "attribuzione",
    "confidence": "certezza della data", "note": "note", "link": "collegamenti", "image": "immagini",
    "corrections": "correzioni", "related": "voci collegate", "after": "ordine tra le voci",
    "same_as": "voci uguali", "not_same_as": "voci distinte", "mentions": "passi delle fonti", "status": "stato",
}  # fmt: skip
# Title, date, time, summary and id stand in all of these; JSON holds everything.
_MISSING: Mapping[str, tuple[str, ...]] = {
    "json": (),
    "csv": ("mentions",),
    "ics": tuple(field for field in WORDS if field not in ("places", "tags", "status")),
    "timelinejs": tuple(field for field in WORDS if field not in ("tags", "image")),
}
_TOLD: Mapping[str, Callable[[Event], bool]] = {
    "json": lambda _: True,
    "csv": lambda _: True,
    "ics": lambda event: calendar_days(event) is not None,
    "timelinejs": can_slide,
}
_FORMATTED = "corsivi e collegamenti nel testo"
FORMATS = tuple(_TOLD)


@dataclass(frozen=True, slots=True)
class LeftOut:
    """The events that a format leaves out, and what it leaves out of the others: the words for it, in how many."""

    events: tuple[Event, ...]
    fields: tuple[tuple[str, int], ...]

    @property
    def titles(self) -> list[str]:
        """A line for each event: date and title."""
        return [f"{event_date(event)}: {plain(event.title)}" for event in self.events]

    @property
    def fields_in_words(self) -> str:
        """«note (2 voci), temi oltre il primo (1 voce)»; "" where there are none."""
        return ", ".join(f"{words} ({count} {'voce' if count == 1 else 'voci'})" for words, count in self.fields)


def left_out(edition: Edition, form: str) -> LeftOut:
    """What *form* (json, csv, ics, timelinejs) leaves out of *edition*."""
    tells = _TOLD[form]
    events = [event for event in edition.events if not tells(event)]
    counts = Counter(field for event in edition.events if tells(event) for field in _lost(edition, form, event))
    order = [*WORDS.values(), *counts]
    return LeftOut(tuple(events), tuple(sorted(counts.items(), key=lambda item: order.index(item[0]))))


def _lost(edition: Edition, form: str, event: Event) -> Iterator[str]:
    for field in _MISSING[form]:
        if getattr(event, field) and (field != "status" or event.status == "published"):
            yield WORDS[field]
    if form == "timelinejs" and len(event.tags) > 1:
        yield "temi oltre il primo"
    if form == "timelinejs" and event.image and not slide_image(edition, event):
        yield "immagini di altri siti"
    if form == "ics" and text_of(event.summary) != " ".join(event.summary.split()):
        yield _FORMATTED


def in_words(form: str, left: LeftOut, hidden: int = 0, own: int = 0) -> Iterator[str]:
    """What an export leaves out, for whoever made it. *hidden* events and those with keys of the editors' *own*."""
    if left.events:
        count = "1 voce" if len(left.events) == 1 else f"{len(left.events)} voci"
        yield f"{form} non sa dire la data di {count}, che restano fuori:"
        yield from (f"  {title}" for title in left.titles)
    if left.fields:
        yield f"{form} non porta: {left.fields_in_words}"
    kept_back = [f"voci nascoste ({hidden})"] * bool(hidden) + [f"campi x- ({own} voci)"] * bool(own)
    if kept_back:
        yield f"non si pubblicano: {', '.join(kept_back)}; per portarle altrove: timeline export whole"
