"""The machine interfaces: one article a line in, one answer a line out, nothing kept in memory between lines."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from datetime import date, datetime
from typing import Any, TextIO
from zoneinfo import ZoneInfo

from timeline.dates.edtf import format_edtf
from timeline.events.model import Article, Event, Mention
from timeline.problems import Problem, ProblemsFound
from timeline.tagger import Timex, tag

Answer = dict[str, Any]
_TEXTS = ("title", "standfirst", "section", "author", "publisher", "url")


def stream(answer: Callable[[Article], Answer], lines: Iterable[bytes], out: TextIO) -> None:
    """Answer each line as soon as it is read. The first bad line ends the run, named by its number."""
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            identity, article = read_line(line)
        except (ValueError, RecursionError) as error:
            raise ProblemsFound([_bad_line(number, error)]) from None
        out.write(json.dumps({"id": identity, **answer(article)}, ensure_ascii=False) + "\n")
        out.flush()


def read_line(line: bytes) -> tuple[object, Article]:
    """The id as it was written (a number stays one) and the article of one line. ValueError says what is missing."""
    said = json.loads(line)
    if not isinstance(said, dict):
        raise ValueError("la riga non è un oggetto JSON")
    for key in ("id", "text", "published"):
        if said.get(key) is None:
            raise ValueError(f"manca «{key}»")
    if not isinstance(said["text"], str):
        raise ValueError("«text» non è un testo")
    zone = str(said.get("timezone") or "Europe/Rome")
    texts: Answer = {key: str(said.get(key) or "") for key in _TEXTS}
    published = read_moment(str(said["published"]), zone)
    day = said.get("dates_from")
    dates_from = _day(read_moment(str(day), zone)) if day else None
    article = Article(str(said["id"]), said["text"], published, **texts, timezone=zone, dates_from=dates_from)
    return said["id"], article


def read_moment(text: str, timezone: str = "Europe/Rome") -> date | datetime:
    """A day, or a day and hour as the clocks of *timezone* show it. ISO 8601; ValueError otherwise.

    >>> read_moment("2025-04-28")
    datetime.date(2025, 4, 28)
    >>> read_moment("2025-04-28T09:00Z")
    datetime.datetime(2025, 4, 28, 11, 0)
    """
    try:
        moment = datetime.fromisoformat(text)
        zone = ZoneInfo(timezone)
    except (ValueError, OSError, LookupError):
        raise ValueError(f"la data «{text}» non si legge (fuso {timezone})") from None
    if moment.tzinfo is not None:
        moment = moment.astimezone(zone).replace(tzinfo=None)
    return moment if any(mark in text for mark in ":T ") else moment.date()


def tagged(article: Article) -> Answer:
    """The article's time expressions, as `timeline tag --jsonl` writes them."""
    return {"timexes": [_timex(t) for t in tag(article.text, article.published, article.dates_from)]}


def event_teller() -> Callable[[Article], Answer]:
    """Tells an article's events, as `timeline events --jsonl` writes them; loads the extractor once."""
    from timeline.events.extract import extract

    return lambda article: {"events": [_event(e) for e in extract(article)]}


def _timex(t: Timex) -> Answer:
    return {
        "start": t.start,
        "end": t.end,
        "text": t.text,
        "type": t.type,
        "value": t.value,
        "mod": t.mod,
        "first": t.first and t.first.isoformat(),
        "last": t.last and t.last.isoformat(),
        "date": t.period and format_edtf(t.period),
        "time": t.time,
        "why": t.why,
        "rule": t.rule,
    }


# These every event has, with null or [] where nothing is known; the others only where there is something to say.
_ALWAYS = ("time", "confidence", "people", "places")
_EVENT_FIELDS = ("time", "date_text", "summary", "id", "confidence", "attribution")
_EVENT_LISTS = ("tags", "people", "organizations", "places")
_MENTION_FIELDS = ("article", "expression", "date", "quote", "reason", "start", "end", "trigger", "rule")


def _event(event: Event) -> Answer:
    """The fields of an event, in the order of an event file."""
    told: Answer = {"date": format_edtf(event.date) if event.date else None, "title": event.title}
    told |= {key: value or None for key in _EVENT_FIELDS if (value := getattr(event, key)) or key in _ALWAYS}
    told |= {key: list(value) for key in _EVENT_LISTS if (value := getattr(event, key)) or key in _ALWAYS}
    return told | {"mentions": [_mention(m) for m in event.mentions]}


def _mention(mention: Mention) -> Answer:
    return {key: getattr(mention, key) for key in _MENTION_FIELDS}


def _day(moment: date | datetime) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


def _bad_line(number: int, error: Exception) -> Problem:
    message = (
        "la riga non è JSON" if isinstance(error, (json.JSONDecodeError, UnicodeError, RecursionError)) else str(error)
    )
    return Problem(
        "stdin", number, message, 'scrivi {"id": "…", "published": "2025-04-28", "text": "…"}, una riga per articolo'
    )
