"""The events of one article: each dated fact with its title, summary, names and proof."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime
from operator import itemgetter

from timeline.dates.edtf import format_edtf
from timeline.dates.period import Period
from timeline.events.around import around
from timeline.events.attribution import attribution_of
from timeline.events.context import with_context
from timeline.events.crowds import OneArticle
from timeline.events.dating import Dating, date_of
from timeline.events.elapsed import date_by_fact
from timeline.events.front import Front
from timeline.events.gather import Gathered, Told, gather
from timeline.events.headline import headline
from timeline.events.judgement import Fact, is_impossible, judge, judge_when, told_by_verb_above
from timeline.events.lead_titles import title_of_lead
from timeline.events.merge import merge
from timeline.events.model import Article, Event, Mention
from timeline.events.names import Names, find_names
from timeline.events.passage import Passage, Reading, dateline, read_passages
from timeline.events.places import DESKS, is_town
from timeline.events.printing import LIMIT
from timeline.events.quality import quality_of, read_title, says_something
from timeline.events.quotation_marks import paired
from timeline.events.scope import Scope, Span, quote_of, scope_of
from timeline.events.summary import summary_of
from timeline.events.thin import is_only_unplaced, is_thin, tells_no_deed
from timeline.events.topics import death_of, is_mishap, lead_of, topics_of
from timeline.events.unprintable import tells_nothing, worth_printing
from timeline.events.vocabulary import Settings
from timeline.events.whereabouts import town_of
from timeline.tagger import tag

DEFAULT = Settings()
# The first sentences of an article tell what it is about; a bare town may be the first of them.
_LEAD = 2
# Where the town stands that an article is about (whereabouts.py).
_FIRST_LINES = 300
_RECENT = 31
# «È arrivato»: a title of this quality tells nobody anything, though it be all that an article has.
_NOTHING = -8


def extract(article: Article, settings: Settings = DEFAULT) -> list[Event]:
    """The events of *article*, those that tell one fact already joined, each with an id of its own."""
    day = _day_of(article)
    facts = [(fact, _scopes(fact)) for fact in with_context(gather(_told(article, day)), day)]
    if not facts:
        return []
    names = find_names(article, settings, _near(facts))
    events = [event for event in (_event(article, names, *fact) for fact in facts) if _can_stand(event)]
    joined = merge(events, crowds=OneArticle()).events if len(events) > 1 else events
    reading = facts[0][0].told[0][0].reading
    joined, front = _by_lead(joined, reading), _front_of(reading, names, day, joined)
    full = worth_printing(list(_that_stand(joined, front)), lambda event: _with_front(event, front))
    told = full or [_with_front(event, front) for event in joined if _says_some_of_it(event.title)]
    return with_ids(_once_each(told, article.text))


def _once_each(events: Sequence[Event], text: str) -> list[Event]:
    """The events without those that have the title of another: of two dates of one telling the nearest to its verb."""
    best: dict[str, Event] = {}
    for event in events:
        known = best.get(event.title)
        if known is None or _reach_of(event, text) < _reach_of(known, text):
            best[event.title] = event
    return [event for event in events if best[event.title] is event]


def _reach_of(event: Event, text: str) -> tuple[int, int]:
    """How much of the text proves the event, and how far its date stands from its verb."""
    proof = event.mentions[0]
    verb = text.find(proof.quote) + proof.quote.find(proof.trigger)
    return len(proof.quote), abs(proof.start - verb)


def _by_lead(events: Sequence[Event], reading: Reading) -> list[Event]:
    """The events; one whose title tells nothing («Gli agenti si sono mossi») is told as the first sentence has it."""
    headline = title_of_lead(reading)
    return [replace(e, title=headline) if headline and tells_no_deed(e.title) else e for e in events]


def _says_some_of_it(title: str) -> bool:
    """Whether a title will do where an article has no better."""
    return quality_of(title) > _NOTHING and not tells_nothing(title)


def _front_of(reading: Reading, names: Names, day: date, events: Sequence[Event]) -> Front:
    """What the article offers to stand in front of a title that does not say what it is about."""
    surely = bool(names.written_at or dateline(reading.text))
    topics = [topic for topic in topics_of(reading) if topic.count("«") == topic.count("»")]
    since = {topic: first for topic in topics if is_mishap(topic) and (first := _first_day(topic, events))}
    return Front(topics, death_of(reading), day, since, lead_of(reading), town_of(names, reading.text), surely)


def _first_day(topic: str, events: Sequence[Event]) -> date | None:
    """The first day of what befell, where a title tells it: «Rapina nella gioielleria Neri»."""
    what = re.compile(rf"\b{topic.partition(' ')[0]}\b", re.I)
    return min((e.date.first for e in events if e.date and e.date.first and what.search(e.title)), default=None)


def _with_front(event: Event, front: Front) -> Event:
    """The event with what the article is about, or its town, before its title; not the town if it was not there."""
    here = not event.places or front.town in event.places
    told = front.before(event, here=here).strip()
    return replace(event, title=told) if told != event.title else event


def _that_stand(events: Sequence[Event], front: Front) -> Iterator[Event]:
    """The events whose title tells who, whose or what; of one that lacks no more than its place, with what tells it."""
    for event in events:
        if not is_thin(event.title):
            yield event
        elif event.date is not None and is_only_unplaced(event.title) and front.known:
            yield replace(event, title=front.first(event))


def _day_of(article: Article) -> date:
    return article.published.date() if isinstance(article.published, datetime) else article.published


def _told(article: Article, day: date) -> Iterator[Told]:
    """Each expression that dates a fact, with the date and the fact."""
    spoken: tuple[int, Period] | None = None
    for passage in read_passages(paired(article.text), tag(article.text, article.published, article.dates_from)):
        dating = date_by_fact(passage, spoken, day) or date_of(passage.timex, day)
        fact = told_by_verb_above(passage, judge(passage, dating), dating, day)
        if fact is None and (explained := judge_when(passage, dating)):
            fact, dating = explained
        if fact and not is_impossible(passage, fact, dating, day):
            yield passage, dating, fact
            spoken = (passage.place, dating.period) if dating.period else spoken


def _can_stand(event: Event) -> bool:
    """Whether a line can be made of it: undated, it must at least stand alone, and name something."""
    if event.date is not None:
        return says_something(event.title)
    words = read_title(event.title)
    told = any(w.part == "name" or (w.verb is not None and w.verb.tense == "future") for w in words)
    return told and quality_of(event.title) >= 0


def _scopes(gathered: Gathered) -> list[Scope]:
    return [scope_of(passage, fact) for passage, _, fact in gathered.told]


def _near(facts: Sequence[tuple[Gathered, Sequence[Scope]]]) -> list[Span]:
    """The first sentences, and those where the people and places of the facts stand: a quarter of most articles."""
    sentences = facts[0][0].told[0][0].reading.spans
    stretches = [span for _, scopes in facts for s in scopes for span in (*s.who, *s.where, *s.offices)]
    places = {
        bisect(sentences, offset, key=itemgetter(0)) - 1 for span in stretches for offset in (span[0], span[1] - 1)
    }
    return [(0, _FIRST_LINES), *(sentences[place] for place in sorted(places))]


def _event(article: Article, names: Names, gathered: Gathered, scopes: Sequence[Scope]) -> Event:
    dating = gathered.dating
    passage, _, fact = gathered.told[0]
    who = [span for scope in scopes for span in scope.who]
    start, end = quote_of(passage, fact)
    mentions = tuple(_mention(article, *told) for told in gathered.told)
    title, passage, fact = best_telling(gathered)
    places = names.places_in([span for scope in scopes for span in scope.where])
    places = places or names.places_in([span for scope in scopes for span in scope.offices])
    places = places or _place_of_lead(gathered, names, _day_of(article))
    return Event(
        title=_placed(title, places, _text_of(passage, fact, title)),
        date=dating.period,
        time=dating.time,
        date_text=dating.text,
        summary=summary_of(passage, fact),
        confidence=dating.confidence if dating.period else None,
        tags=names.tags_for(article, article.text[start:end]),
        people=tuple(dict.fromkeys([*names.people_in(who), *names.people_of_title(title)])),
        organizations=names.organizations_in(who),
        places=places,
        attribution=attribution_of(passage, fact),
        mentions=mentions,
    )


def _text_of(passage: Passage, fact: Fact, title: str) -> str:
    """The words of the clause that tells the fact; those of the sentence for a noun, which any clause may mention."""
    words = passage.words()
    return " ".join(w.text for w in words) if " " not in title else " ".join(words[i].text for i in fact.clause.words)


def _placed(title: str, places: Sequence[str], clause: str) -> str:
    """«Rissa» → «Rissa in via Barozzi a Modena»: where it was, for a title that says no more than what it was."""
    if not title or not is_thin(title):
        return title
    streets = {street[0] for street in _STREET.finditer(clause)}
    street = streets.pop() if len(streets) == 1 else ""
    told = f"{title} in {street[0].lower()}{street[1:]}" if street and street not in title else title
    if places and places[0] not in title and is_town(places[0]):
        told += f" {'ad' if places[0][0] == 'A' else 'a'} {places[0]}"
    return told if len(told) <= LIMIT else title


_STREET = re.compile(r"\b(?:[Vv]ia|[Vv]iale|[Cc]orso|[Pp]iazza|[Pp]iazzale|[Ll]argo)(?: [A-ZÀ-Ý][\w'’]+){1,3}")


def _place_of_lead(gathered: Gathered, names: Names, day: date) -> tuple[str, ...]:
    """The town an article begins with, where the fact is told in its first sentences and has no place of its own."""
    passage, _, fact = gathered.lead or gathered.told[0]
    period = gathered.dating.period
    recent = period and period.first and abs((period.first - day).days) <= _RECENT
    is_lead = recent and passage.place <= _LEAD and not fact.clause.quoted
    return (names.written_at,) if is_lead and names.written_at and names.written_at not in DESKS else ()


def best_telling(gathered: Gathered) -> tuple[str, Passage, Fact]:
    """The headline that stands best alone, the earlier where two do; the main fact's, where it stands alone at all.

    With it the passage and the fact that the summary tells.
    """
    first, _, fact = gathered.told[0]
    if gathered.lead:
        passage, _, main = gathered.lead
        title = headline(passage, main)
        if quality_of(title) >= 0:
            return title, passage, main
    titles = [headline(passage, fact) for passage, _, fact in gathered.told]
    return max(titles, key=quality_of), first, fact


def _mention(article: Article, passage: Passage, dating: Dating, fact: Fact) -> Mention:
    start, end = quote_of(passage, fact)
    timex = passage.timex
    return Mention(
        article=article.id,
        expression=timex.text,
        date=format_edtf(dating.period) if dating.period else None,
        quote=article.text[start:end],
        reason=dating.why or timex.why,
        start=timex.start,
        end=timex.end,
        trigger=passage.words()[fact.trigger].text,
        rule=timex.rule,
        around=around(passage),
    )


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
