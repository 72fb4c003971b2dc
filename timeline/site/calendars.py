"""iCalendar: the events that a calendar can say. What has no sharp days is left out and listed, never sharpened."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta

from timeline.events.model import Event
from timeline.site.cards import event_date
from timeline.site.edition import Edition
from timeline.site.render import plain, text_of
from timeline.site.slugs import slug

_HOUR = re.compile(r"(\d\d):(\d\d)")
_ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": None})
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def calendar_days(event: Event) -> tuple[date, date] | None:
    """First and last day of an event that a calendar can show: sharp days with both ends, sure ones; else None."""
    period = event.date
    if period is None or period.is_approximate or period.is_uncertain or period.kind not in ("single", "interval"):
        return None
    if any(point is None or point.unit != "day" for point in period.points):
        return None
    first, last = period.first, period.last
    return (first, last) if first and last and last < date.max else None


def ical(edition: Edition, events: Iterable[Event], name: str) -> str:
    """A calendar by RFC 5545. Its stamp is the day of the edition: two builds of one dossier are alike."""
    stamp = datetime.combine(edition.as_of, time(), UTC) if edition.as_of else EPOCH
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//timeline//cronologia//IT", f"X-WR-CALNAME:{_text(name)}"]
    for event in events:
        if days := calendar_days(event):
            lines += _vevent(edition, event, days, stamp)
    lines.append("END:VCALENDAR")
    return "".join(f"{_folded(line)}\r\n" for line in lines)


def _vevent(edition: Edition, event: Event, days: tuple[date, date], stamp: datetime) -> list[str]:
    first, last = days
    hour = _HOUR.fullmatch(event.time)
    if hour and first == last:
        # A wall time without a zone: the hour on the clocks where it happened, whoever reads it.
        when = [f"DTSTART:{first:%Y%m%d}T{hour[1]}{hour[2]}00"]
    else:
        when = [f"DTSTART;VALUE=DATE:{first:%Y%m%d}", f"DTEND;VALUE=DATE:{last + timedelta(1):%Y%m%d}"]
    told = [event_date(event), text_of(event.summary)]
    optional = {
        "LOCATION": _text("; ".join(event.places)),
        "STATUS": "CONFIRMED" if event.status == "published" else "TENTATIVE",
        "CATEGORIES": ",".join(_text(tag) for tag in event.tags),
        "URL": f"{edition.settings.url}e/{event.id}/" if edition.settings.url else "",
    }
    return [
        "BEGIN:VEVENT",
        f"UID:{event.id}@{slug(edition.settings.title)}.timeline",
        f"DTSTAMP:{stamp:%Y%m%dT%H%M%SZ}",
        *when,
        f"SUMMARY:{_text(plain(event.title))}",
        f"DESCRIPTION:{_text(chr(10).join(part for part in told if part))}",
        *(f"{key}:{value}" for key, value in optional.items() if value),
        "END:VEVENT",
    ]


def _text(value: str) -> str:
    return value.translate(_ESCAPED)


def _folded(line: str) -> str:
    """A line in pieces of at most 75 bytes, never within a character.

    >>> [len(piece.encode()) for piece in _folded("è" * 60).split("\\r\\n")]
    [74, 47]
    """
    if len(line) <= 75 and len(line.encode()) <= 75:
        return line
    pieces, current, size = [], "", 0
    for character in line:
        width = len(character.encode())
        if size + width > 75:
            pieces.append(current)
            current, size = " ", 1
        current, size = current + character, size + width
    return "\r\n".join([*pieces, current])
