"""iCalendar as rows of fields: RFC 5545, the part of it that a chronology has."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

_FIELDS = {"SUMMARY": "title", "DESCRIPTION": "summary", "URL": "link"}
_SKIPPED = {"BEGIN", "END", "DTSTAMP"}  # no word of the event's


def read_calendar(text: str, timezone: str) -> list[dict[str, object]]:
    """The VEVENTs of a calendar. Hours are those of *timezone*; properties without a field of ours become x- keys."""
    lines = re.sub(r"\r?\n[ \t]", "", text).splitlines()
    rows: list[dict[str, object]] = []
    inside: list[str] = []
    for line in lines:
        head, _, value = line.partition(":")
        name, *parameters = head.upper().split(";")
        if name in ("BEGIN", "END"):
            inside = [*inside, value.upper()] if name == "BEGIN" else inside[:-1]
            if name == "BEGIN" and value.upper() == "VEVENT":
                rows.append({})
        elif inside[-1:] == ["VEVENT"] and name not in _SKIPPED:
            _take(rows[-1], name, parameters, value, timezone)
    return [_dated(row) for row in rows]


def _take(row: dict[str, object], name: str, parameters: list[str], value: str, timezone: str) -> None:
    if name in _FIELDS:
        row[_FIELDS[name]] = _unescaped(value)
    elif name in ("DTSTART", "DTEND"):
        row[name] = _moment(value, timezone)
    elif name in ("CATEGORIES", "LOCATION"):
        items = re.split(r"(?<!\\),", value) if name == "CATEGORIES" else [value]
        row["tags" if name == "CATEGORIES" else "places"] = [_unescaped(item).strip() for item in items if item]
    else:
        row[f"x-{name.lower().removeprefix('x-')}"] = _unescaped(value)


def _dated(row: dict[str, object]) -> dict[str, object]:
    """DTSTART and DTEND as date and time. A day's DTEND is the morning after, which is no part of the event."""
    start, end = row.pop("DTSTART", None), row.pop("DTEND", None)
    if isinstance(start, datetime):
        row |= {"date": start.date().isoformat(), "time": f"{start.hour}:{start.minute:02}"}
        if isinstance(end, datetime):
            row["x-dtend"] = end.isoformat(timespec="minutes")
    elif isinstance(start, date):
        last = end - timedelta(1) if isinstance(end, date) and end > start else start
        row["date"] = start.isoformat() if last == start else f"{start.isoformat()}/{last.isoformat()}"
    elif start:
        row["date"] = start
    return row


def _moment(value: str, timezone: str) -> date | datetime | str:
    """A day, or a day and hour; the text as it stands where it is neither."""
    parts = re.fullmatch(r"(\d{8})(?:T(\d{6})(Z?))?", value.strip())
    try:
        if parts is None:
            return value
        if not parts[2]:
            return datetime.strptime(parts[1], "%Y%m%d").date()
        moment = datetime.strptime(parts[1] + parts[2], "%Y%m%d%H%M%S")
    except ValueError:
        return value
    if not parts[3]:
        return moment
    return moment.replace(tzinfo=ZoneInfo("UTC")).astimezone(ZoneInfo(timezone)).replace(tzinfo=None)


def _unescaped(text: str) -> str:
    r"""RFC 5545's \n, \, and \; as what they stand for."""
    return re.sub(r"\\(.)", lambda m: "\n" if m[1] in "nN" else m[1], text)
