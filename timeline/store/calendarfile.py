"""iCalendar as rows of fields: RFC 5545, read by the library icalendar."""

from __future__ import annotations

from collections import Counter
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from timeline.store.foreign import Chronology, Row, bounds, with_words

if TYPE_CHECKING:
    from icalendar import Calendar, Component

_TEXTS = {"SUMMARY": "title", "DESCRIPTION": "summary", "URL": "link"}
_TIMES = ("DTSTART", "DTEND", "DURATION")
_SKIPPED = {"BEGIN", "END", "DTSTAMP"}  # no word of the event's
# Parameters that only say how a value is written.
_WRITING = {"VALUE", "LANGUAGE", "TZID", "ENCODING"}
_OURS = "-//timeline//"
_NIGHT = 6  # whoever goes home before this hour has not begun another day


def read_calendar(text: str, timezone: str) -> Chronology:
    """The VEVENTs of a calendar. Hours become those of *timezone*; properties without a field of ours, x- keys.

    Raises ValueError where the text is no calendar.
    """
    from icalendar import Calendar

    rows: list[Row] = []
    left: list[str] = []
    for calendar in Calendar.from_ical(text, multiple=True):
        is_ours = str(calendar.get("PRODID", "")).startswith(_OURS)
        rows += [_row(event, timezone, is_ours) for event in calendar.walk("VEVENT")]
        left += _left(calendar)
    return Chronology(tuple(rows), tuple(left))


def _left(calendar: Calendar) -> list[str]:
    """What a calendar holds beside its events: its name, tasks, alarms."""
    names = [f"il nome del calendario («{name}»)"] if (name := calendar.get("X-WR-CALNAME")) else []
    parts = Counter(str(part.name) for part in calendar.walk())
    ours = ("VCALENDAR", "VEVENT", "VTIMEZONE", "STANDARD", "DAYLIGHT")
    return names + [f"{name} ({count})" for name, count in parts.items() if name not in ours]


def _row(event: Component, timezone: str, is_ours: bool) -> Row:
    row: Row = {}
    times: dict[str, Any] = {}
    for name, value in event.property_items(recursive=False):
        if name in _SKIPPED:
            continue
        if name in _TIMES:
            times[name] = _moment(value, timezone)
        elif name == "CATEGORIES":
            row.setdefault("tags", []).extend(str(tag).strip() for tag in getattr(value, "cats", [value]))
        elif name == "LOCATION":
            row.setdefault("places", []).append(str(value).strip())
        elif name in _TEXTS and _TEXTS[name] not in row:
            row[_TEXTS[name]] = str(value).strip()
        else:
            _keep(row, name, value)
    row |= _dates(times)
    return _our_own(row) if is_ours else row


def _moment(value: Any, timezone: str) -> date | datetime | timedelta | str:
    """A day, or a day and hour on the clocks of *timezone*; the text as it stands where it is neither."""
    try:
        said = getattr(value, "dt", None) if not hasattr(value, "td") else value.td
    except ValueError:
        said = None
    if isinstance(said, datetime) and said.tzinfo is not None:
        return said.astimezone(ZoneInfo(timezone)).replace(tzinfo=None)
    return said if isinstance(said, date | timedelta) else str(value)


def _keep(row: Row, name: str, value: Any) -> None:
    """A property that is none of our fields: what it says with its parameters, the second time as one of a list."""
    written = value if isinstance(value, str) else value.to_ical()
    said = written.decode() if isinstance(written, bytes) else str(written)
    about = ";".join(f"{key}={told}" for key, told in value.params.items() if key not in _WRITING)
    key = f"x-{name.lower().removeprefix('x-')}"
    kept = f"{about}:{said}" if about else said
    row[key] = [*(row[key] if isinstance(row[key], list) else [row[key]]), kept] if key in row else kept


def _dates(times: dict[str, Any]) -> Row:
    """DTSTART and DTEND as date and time. A day's DTEND is the morning after, which is no part of the event."""
    start, end = times.get("DTSTART"), times.get("DTEND")
    if isinstance(length := times.get("DURATION"), timedelta) and isinstance(start, date):
        end = start + length
    if isinstance(start, datetime):
        row: Row = {"date": start.date().isoformat(), "time": f"{start.hour}:{start.minute:02}"}
        if isinstance(end, datetime) and end != start:
            row["x-dtend"] = end.isoformat(timespec="minutes")
            if (end - timedelta(hours=_NIGHT)).date() > start.date():
                row |= {"date": f"{start.date()}/{end.date()}", "x-dtstart": start.isoformat(timespec="minutes")}
                del row["time"]
        return row
    if isinstance(start, date):
        last = end - timedelta(1) if isinstance(end, date) and end > start else start
        return {"date": bounds(start.isoformat(), last.isoformat())}
    return {"date": start} if start else {}


def _our_own(row: Row) -> Row:
    """A row of our own calendar: its id, all its places, its status, and the date as its first line words it."""
    words, _, summary = str(row.pop("summary", "")).partition("\n")
    row.pop("link", None)  # the permalink
    confirmed = row.pop("x-status", "") == "CONFIRMED"
    named = {
        "id": str(row.pop("x-uid", "")).rpartition("@")[0],
        "places": [place for line in row.pop("places", []) for place in line.split("; ")],
        "status": "published" if confirmed else "",
        "summary": summary,
    }
    return with_words({**row, **{key: value for key, value in named.items() if value}}, words)
