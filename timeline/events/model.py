"""Article, Mention, Event: the frozen values that everything else passes around."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from timeline.dates.period import Period

Status = Literal["draft", "published", "hidden"]
Confidence = Literal["high", "medium", "low"]


@dataclass(frozen=True, slots=True)
class Article:
    """A source text with its publication date.

    *id* is the file's stem in content/articles/. *text* is the body alone: offsets count into it, in characters.
    *published* is a plain date, or a datetime in the article's timezone (naive wall time). *dates_from* is the day that
    «ieri» counts from where it is not the day of publication.
    """

    id: str
    text: str
    published: date | datetime
    title: str = ""
    standfirst: str = ""
    section: str = ""
    author: str = ""
    publisher: str = ""
    url: str = ""
    timezone: str = "Europe/Rome"
    updated: date | datetime | None = None
    dates_from: date | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """A passage that proves an event. *quote* is an exact stretch of the article's text, at most 400 characters.

    *date* is this mention's own reading (EDTF; None: no day is meant). From *reason* on, the record's fields: why the
    expression has this date (one Italian sentence), its offsets into the article's text, the word it dates, the rule
    that read it, and what the sentences around speak of (features, by which `merge` knows the fact in another article).
    They are empty on mentions that come from the editor's file alone.
    """

    article: str
    expression: str
    date: str | None
    quote: str
    reason: str = ""
    start: int = -1
    end: int = -1
    trigger: str = ""
    rule: str = ""
    around: str = ""


@dataclass(frozen=True, slots=True)
class Image:
    src: str
    alt: str = ""
    credit: str = ""


@dataclass(frozen=True, slots=True)
class Correction:
    """What was corrected, in the editor's words. *on* is a day in EDTF."""

    on: str
    text: str


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened or will: a date, a title, and the mentions that prove it.

    *date* None stands under «Senza data». *path* (relative to the dossier) and *line* say where it is written.
    """

    title: str
    date: Period | None = None
    time: str = ""
    date_text: str = ""
    status: Status = "draft"
    summary: str = ""
    id: str = ""
    after: str = ""
    confidence: Confidence | None = None
    tags: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    organizations: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    attribution: str = ""
    note: str = ""
    related: tuple[str, ...] = ()
    image: Image | None = None
    link: str = ""
    corrections: tuple[Correction, ...] = ()
    same_as: tuple[str, ...] = ()
    not_same_as: tuple[str, ...] = ()
    mentions: tuple[Mention, ...] = ()
    path: str = ""
    line: int = 0
