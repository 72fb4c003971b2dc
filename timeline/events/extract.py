"""The events of one article: each dated fact with its title, summary, names and proof."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from timeline.dates.edtf import format_edtf
from timeline.events.dating import Dating, date_of
from timeline.events.gather import Gathered, Told, gather
from timeline.events.headline import headline
from timeline.events.judgement import Fact, judge
from timeline.events.merge import merge
from timeline.events.model import Article, Event, Mention
from timeline.events.names import Names, PersonEntry, TagEntry, find_names
from timeline.events.passage import Passage, read_passages
from timeline.events.quality import quality_of, says_something
from timeline.events.summary import attribution_of, summary_of
from timeline.tagger import tag

QUOTE_LIMIT = 400


@dataclass(frozen=True, slots=True)
class Settings:
    """What the editors of a dossier have settled about names and themes (site_config/)."""

    people: tuple[PersonEntry, ...] = ()
    tags: tuple[TagEntry, ...] = ()


DEFAULT = Settings()


def extract(article: Article, settings: Settings = DEFAULT) -> list[Event]:
    """The events of *article*, those that tell one fact already joined, each with an id of its own."""
    names = find_names(article, settings)
    told: list[Told] = []
    day = article.published.date() if isinstance(article.published, datetime) else article.published
    for passage in read_passages(article.text, tag(article.text, article.published, article.dates_from)):
        dating = date_of(passage.timex, day)
        fact = judge(passage, dating)
        if fact:
            told.append((passage, dating, fact))
    events = [_event(article, names, gathered) for gathered in gather(told)]
    return with_ids(merge([e for e in events if _can_stand(e)]).events)


def _can_stand(event: Event) -> bool:
    """Whether a line can be made of it: undated, it must at least stand alone."""
    return says_something(event.title) and (event.date is not None or quality_of(event.title) >= 0)


def _event(article: Article, names: Names, gathered: Gathered) -> Event:
    dating = gathered.dating
    mentions = tuple(_mention(article, *told) for told in gathered.told)
    spans = [quote_around(passage) for passage, _, _ in gathered.told]
    start, end = spans[0]
    passage, _, fact = gathered.told[0]
    return Event(
        title=best_title(gathered),
        date=dating.period,
        time=dating.time,
        date_text=dating.text,
        summary=summary_of(passage, fact),
        confidence=dating.confidence if dating.period else None,
        tags=names.tags_for(article, article.text[start:end]),
        people=names.people_in(start, end),
        organizations=names.organizations_in(start, end),
        places=names.places_in(start, end),
        attribution=attribution_of(passage, fact),
        mentions=mentions,
    )


def best_title(gathered: Gathered) -> str:
    """Of the headlines of its mentions the one that stands best alone, the earlier where two do."""
    titles = [headline(passage, fact) for passage, _, fact in gathered.told]
    return max(titles, key=quality_of)


def _mention(article: Article, passage: Passage, dating: Dating, fact: Fact) -> Mention:
    start, end = quote_around(passage)
    timex = passage.timex
    return Mention(
        article=article.id,
        expression=timex.text,
        date=format_edtf(dating.period) if dating.period else None,
        quote=article.text[start:end],
        reason=timex.why,
        start=timex.start,
        end=timex.end,
        trigger=passage.words()[fact.trigger].text,
        rule=timex.rule,
    )


def quote_around(passage: Passage) -> tuple[int, int]:
    """The sentence of the expression; of a longer one than 400 characters the whole words around the expression."""
    text = passage.reading.text
    start, end = passage.sentence.start, passage.sentence.end
    if end - start <= QUOTE_LIMIT:
        return start, end
    middle = (passage.timex.start + passage.timex.end) // 2
    begin = min(max(start, middle - QUOTE_LIMIT // 2), end - QUOTE_LIMIT)
    stop = begin + QUOTE_LIMIT
    if begin > start:
        begin = text.index(" ", begin) + 1
    if stop < end:
        stop = text.rindex(" ", begin, stop)
    return begin, stop


def with_ids(events: Sequence[Event]) -> list[Event]:
    """The events, each with an id made of its title: ASCII, short, and unlike the ids before it."""
    taken: set[str] = set()
    out: list[Event] = []
    for event in events:
        base = identity = slug(event.title)
        number = 2
        while identity in taken:
            identity = f"{base}-{number}"
            number += 1
        taken.add(identity)
        out.append(replace(event, id=identity))
    return out


def slug(title: str, limit: int = 48) -> str:
    """A title as an id: small ASCII words joined by hyphens, cut after a whole word.

    >>> slug("Perché l’«Ocean Viking» è a Genova")
    'perche-l-ocean-viking-e-a-genova'
    """
    plain = unicodedata.normalize("NFKD", title.replace("’", "'")).encode("ascii", "ignore").decode().lower()
    whole = "-".join(re.findall(r"[a-z0-9]+", plain)) or "evento"
    if len(whole) <= limit:
        return whole
    return whole[: limit + 1].rpartition("-")[0] or whole[:limit]
