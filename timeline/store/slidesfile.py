"""TimelineJS as rows of fields: its JSON, and the rows of its spreadsheet.

https://timeline.knightlab.com/docs/json-format.html
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from timeline.store.foreign import Chronology, Row, bounds, date_of_parts, with_words
from timeline.store.htmltext import markdown_of, text_of

_SLIDE = frozenset(("text", "media", "start_date", "end_date", "display_date", "group", "unique_id"))
_IMAGE = ("url", "alt", "credit")
_PICTURE = re.compile(r"\A[^<>\s]+\.(?:jpe?g|png|gif|webp|avif|svg)(?:\?\S*)?\Z", re.I)
_DATE = frozenset(("year", "month", "day", "hour", "minute", "display_date"))


def is_slide(row: Mapping[str, Any]) -> bool:
    """Whether an object of JSON is a slide of TimelineJS."""
    return isinstance(row.get("start_date"), Mapping) or isinstance(row.get("text"), Mapping)


def read_slides(slideshow: Mapping[str, Any]) -> Chronology:
    """The slides of a slideshow; its title and its eras are no events."""
    left = []
    if isinstance(title := slideshow.get("title"), Mapping):
        left.append(f"la copertina («{text_of(str(_part(title, 'text').get('headline') or ''))}»)")
    if eras := slideshow.get("eras"):
        left.append(f"le epoche ({len(eras) if isinstance(eras, list) else 1})")
    return Chronology(tuple(map(row_of_slide, slideshow["events"])), tuple(left))


def row_of_slide(slide: Mapping[str, Any]) -> Row:
    """One slide; what has no field of ours stays under its own name."""
    text, start, end = _part(slide, "text"), _part(slide, "start_date"), _part(slide, "end_date")
    row: Row = {
        **_told(str(text.get("headline") or ""), str(text.get("text") or "")),
        "date": bounds(date_of_parts(start), date_of_parts(end)),
        "time": _hour(start),
        "tags": [str(slide["group"])] if slide.get("group") else [],
        "id": slide.get("unique_id"),
        **_media(_part(slide, "media")),
        **{f"x-{key}": value for key, value in slide.items() if key not in _SLIDE},
        **{f"x-text-{key}": value for key, value in text.items() if key not in ("headline", "text")},
        **{f"x-start-{key}": value for key, value in start.items() if key not in _DATE},
        **{f"x-end-{key}": value for key, value in end.items() if key not in ("year", "month", "day")},
    }
    words = slide.get("display_date") or start.get("display_date")
    return with_words({key: value for key, value in row.items() if value not in (None, "", [])}, str(words or ""))


def row_of_sheet(row: Mapping[str, Any]) -> Row:
    """A row of TimelineJS' spreadsheet: a column each for year, month and day, for headline, text and media."""
    start = {key: row.get(key) for key in ("year", "month", "day")}
    end = {key: row.get(f"end {key}") for key in ("year", "month", "day")}
    taken = {*start, *(f"end {key}" for key in end), "headline", "text", "display date", "group"}
    media = {key.removeprefix("media").strip() or "url": value for key, value in row.items() if key[:5] == "media"}
    told: Row = {
        **_told(str(row.get("headline") or ""), str(row.get("text") or "")),
        "date": bounds(date_of_parts(start), date_of_parts(end)),
        "tags": [row["group"]] if row.get("group") else [],
        **_media(media),
        **{key: value for key, value in row.items() if key not in taken and key[:5] != "media"},
    }
    words = str(row.get("display date") or "")
    return with_words({key: value for key, value in told.items() if value not in (None, "", [])}, words)


def _part(whole: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    part = whole.get(key)
    return part if isinstance(part, Mapping) else {}


def _told(headline: str, text: str) -> Row:
    """Title and summary of texts that are HTML; what Markdown cannot say of them is kept as it stands."""
    title = text_of(headline)
    summary, is_whole = markdown_of(text)
    told: Row = {"title": title, "summary": summary}
    if "<" in headline and title != headline:
        told["x-headline-html"] = headline
    return told if is_whole else {**told, "x-text-html": text}


def _hour(start: Mapping[str, Any]) -> str:
    hour, minute = str(start.get("hour", "")).strip(), str(start.get("minute") or "0").strip()
    return f"{int(hour)}:{int(minute):02}" if hour.isdecimal() and minute.isdecimal() else ""


def _media(media: Mapping[str, Any]) -> Row:
    """A picture is an image of ours; a film, a map or a caption is kept under its own name."""
    said = {key: value for key, value in media.items() if value}
    if not _PICTURE.search(str(said.get("url") or "")):
        return {f"x-media-{key}": value for key, value in said.items()}
    image = {"src" if key == "url" else key: str(value) for key, value in said.items() if key in _IMAGE}
    return {"image": image, **{f"x-media-{key}": value for key, value in said.items() if key not in _IMAGE}}
