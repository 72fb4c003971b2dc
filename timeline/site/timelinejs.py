"""TimelineJS' slides: https://timeline.knightlab.com/docs/json-format.html. No slide says more than the date does."""

from __future__ import annotations

import json
import re
from typing import Any

from timeline.dates.period import Period, Point
from timeline.events.model import Event
from timeline.site.cards import event_date
from timeline.site.edition import Edition
from timeline.site.render import inline_markdown, local_file, plain

Slide = dict[str, Any]
_MARKUP = re.compile(r"[\\`*_\[\]<>&!]")
_HOUR = re.compile(r"(\d\d):(\d\d)")


def timelinejs(edition: Edition) -> str:
    """The chronology for TimelineJS."""
    slides = [_slide(edition, event) for event in edition.dated if can_slide(event)]
    title = {"text": {"headline": edition.settings.title, "text": edition.settings.description}}
    return json.dumps({"title": title, "events": slides, "scale": "human"}, ensure_ascii=False, indent=1) + "\n"


def can_slide(event: Event) -> bool:
    """Whether TimelineJS can show an event: it has a beginning, and a unit of the calendar that holds it."""
    return event.date is not None and _dates(event.date) is not None


def slide_image(edition: Edition, event: Event) -> str:
    """The address of an event's image for a slide; "" where it is none of this site's."""
    src = local_file(event.image.src) if event.image else ""
    return edition.settings.url + src if src else ""


def _slide(edition: Edition, event: Event) -> Slide:
    assert event.date is not None
    slide: Slide = {
        **(_dates(event.date) or {}),
        # TimelineJS' own way to tell an uncertain date: what is read stands here, the rest only places the slide.
        "display_date": event_date(event),
        "text": {"headline": str(inline_markdown(_literal(event.title))), "text": str(inline_markdown(event.summary))},
        "unique_id": event.id,
    }
    hour = _HOUR.fullmatch(event.time)
    if hour and event.date.is_day:
        slide["start_date"] |= {"hour": int(hour[1]), "minute": int(hour[2])}
    if event.tags:
        slide["group"] = event.tags[0]
    if event.image and (url := slide_image(edition, event)):
        slide["media"] = {"url": url, "credit": event.image.credit, "alt": event.image.alt}
    return slide


def _literal(text: str) -> str:
    """A title as Markdown that says just what it says."""
    return _MARKUP.sub(r"\\\g<0>", plain(text))


def _dates(period: Period) -> Slide | None:
    """Where a period stands on TimelineJS' axis, never sharper than it is; None where it has no place there.

    >>> from timeline.dates.edtf import parse_edtf
    >>> _dates(parse_edtf("2024-22"))
    {'start_date': {'year': 2024, 'month': 6}, 'end_date': {'year': 2024, 'month': 8}}
    >>> _dates(parse_edtf("[2025-04-27..2025-04-28]"))
    {'start_date': {'year': 2025, 'month': 4}}
    """
    start, end = period.start, period.end
    if start is None or start.year < 1:
        return None
    if period.kind in ("once", "choice"):
        return _common(start, end)
    last = end if end and (end is not start or start.unit not in ("day", "month", "year")) else None
    return {"start_date": _date(start)} | ({"end_date": _last_date(last)} if last else {})


def _common(start: Point, end: Point | None) -> Slide | None:
    """The month, or the year, in which something happened once: on which of its days is not known."""
    if end is None or start.year != end.last_key[0] or start.unit in ("decade", "century"):
        return None
    month = start.sort_key[1]
    in_month = start.unit in ("day", "month") and end.last_key[1] == month
    return {"start_date": {"year": start.year} | ({"month": month} if in_month else {})}


def _date(point: Point) -> dict[str, int]:
    return _as_coarse(point, *point.sort_key)


def _last_date(point: Point) -> dict[str, int]:
    return _as_coarse(point, *point.last_key)


def _as_coarse(point: Point, year: int, month: int, day: int) -> dict[str, int]:
    if point.unit in ("year", "decade", "century"):
        return {"year": year}
    return {"year": year, "month": month} | ({"day": day} if point.unit == "day" else {})
