"""The edition: what is published of a dossier, in the order it is read, with everything that pages ask about it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from functools import cached_property
from zoneinfo import ZoneInfo

from timeline.dates.edtf import format_edtf
from timeline.events.contradictions import Contradiction, contradictions, due_day
from timeline.events.model import Article, Event
from timeline.site.settings import Dossier, SiteSettings
from timeline.site.slugs import safe_id, slug, slugs_of

# Where a part of the day stands among the hours of its day.
_PART_OF_DAY = {"mattina": 8 * 60, "pomeriggio": 14 * 60, "sera": 20 * 60, "notte": 23 * 60}
_CLOCK = re.compile(r"(\d{1,2})(?::(\d\d))?")

Month = tuple[int, int]  # year and month; month 0: as coarse as a year, at its head


@dataclass(frozen=True)
class Edition:
    """The published events of a dossier.

    *dated* are in chronological order, *undated* in the order of their files; each has an id, unique. *moved* leads
    from the id of an event that was merged to the one that tells it now; *withdrawn* are ids of hidden events.
    """

    settings: SiteSettings
    dated: tuple[Event, ...]
    undated: tuple[Event, ...]
    articles: Mapping[str, Article]
    as_of: date | None
    moved: Mapping[str, str]
    withdrawn: tuple[str, ...]
    disagreements: Mapping[str, tuple[Contradiction, ...]]

    @property
    def events(self) -> tuple[Event, ...]:
        return self.dated + self.undated

    @cached_property
    def by_id(self) -> Mapping[str, Event]:
        return {event.id: event for event in self.events}

    @cached_property
    def months(self) -> Mapping[Month, tuple[Event, ...]]:
        """The dated events by the month they begin in."""
        groups: dict[Month, list[Event]] = defaultdict(list)
        for event in self.dated:
            groups[month_of(event)].append(event)
        return {month: tuple(events) for month, events in groups.items()}

    @cached_property
    def years(self) -> Mapping[int, tuple[Event, ...]]:
        """The dated events by the year they begin in."""
        groups: dict[int, list[Event]] = defaultdict(list)
        for event in self.dated:
            groups[month_of(event)[0]].append(event)
        return {year: tuple(events) for year, events in groups.items()}

    @cached_property
    def approved_people(self) -> Mapping[str, str]:
        """The people who may have a page: name to slug."""
        named = {name for event in self.events for name in event.people}
        return slugs_of(p.name for p in self.settings.people if p.page and not p.never and p.name in named)

    @cached_property
    def never_people(self) -> frozenset[str]:
        return frozenset(p.name for p in self.settings.people if p.never)

    @cached_property
    def places(self) -> Mapping[str, str]:
        """Every place that an event names: name to slug."""
        return slugs_of({name for event in self.events for name in event.places})

    @cached_property
    def tags(self) -> Mapping[str, str]:
        """Every theme of an event: name to slug."""
        return slugs_of({name for event in self.events for name in event.tags})

    @cached_property
    def sources(self) -> Mapping[str, tuple[Event, ...]]:
        """The events that each article proves, by article id, in order of publication."""
        groups: dict[str, list[Event]] = defaultdict(list)
        for event in self.events:
            for article in dict.fromkeys(m.article for m in event.mentions):
                groups[article].append(event)
        return {article: tuple(groups[article]) for article in sorted(groups, key=self._publication_order)}

    def _publication_order(self, article: str) -> tuple[date, str]:
        known = self.articles.get(article)
        return (day_of(known.published) if known else date.max), article

    @property
    def is_whole(self) -> bool:
        """Whether the home page shows the whole chronology."""
        return len(self.events) <= self.settings.whole_up_to

    def last_source_day(self, event: Event) -> date | None:
        """The day its last source appeared; None where no source of it is known."""
        days = [day_of(self.articles[m.article].published) for m in event.mentions if m.article in self.articles]
        return max(days, default=None)

    def is_scheduled(self, event: Event) -> bool:
        """Whether it lies after the day of this edition; a deadline, whether it has not run out."""
        due = due_day(event.date) if event.date else None
        return bool(self.as_of and due and due > self.as_of)

    def was_scheduled(self, event: Event) -> bool:
        """Whether its sources only announced it and its day has passed: how it went is not known.

        An editor who dates it differently has looked at it: then it is not announced any more.
        """
        last_source = self.last_source_day(event)
        due = due_day(event.date) if event.date else None
        if not (self.as_of and last_source and due and event.date and event.date.last):
            return False
        if event.date.last >= self.as_of or due <= last_source:
            return False
        return not self.is_dated_by_editor(event)

    def is_dated_by_editor(self, event: Event) -> bool:
        """Whether its date is one that none of its mentions gives."""
        if not event.mentions:
            return False
        return (format_edtf(event.date) if event.date else None) not in {m.date for m in event.mentions}

    def place_of(self, event: Event) -> str:
        """The address, from the site's root, of the page that shows its card in the chronology."""
        if self.is_whole:
            return ""
        if event.date is None:
            return "senza-data/"
        year, month = month_of(event)
        in_year = not month or len(self.years[year]) <= self.settings.year_up_to
        return year_address(year) if in_year else month_address(year, month)


def publish(dossier: Dossier, settings: SiteSettings) -> Edition:
    """The edition of *dossier*: hidden events left out, drafts too where they are not shown."""
    shown = ("published", "draft") if settings.drafts == "show" else ("published",)
    events = with_ids(e for e in dossier.events if e.status in shown)
    articles = {a.id: a for a in dossier.articles}
    as_of = settings.as_of or max((day_of(a.published) for a in dossier.articles), default=None)
    dated = in_order(e for e in events if e.date is not None)
    ids = {e.id for e in events}
    withdrawn = {safe_id(e.id) for e in dossier.events if e.status == "hidden" and e.id} - ids
    moved = {safe_id(old): e.id for e in events for old in e.same_as if safe_id(old) not in ids}
    return Edition(
        settings=settings,
        dated=dated,
        undated=tuple(e for e in events if e.date is None),
        articles=articles,
        as_of=as_of,
        moved=moved,
        withdrawn=tuple(sorted(withdrawn - moved.keys())),
        disagreements=_disagreements(events),
    )


def _disagreements(events: tuple[Event, ...]) -> Mapping[str, tuple[Contradiction, ...]]:
    found: dict[str, list[Contradiction]] = defaultdict(list)
    for contradiction in contradictions(events):
        found[contradiction.event.id].append(contradiction)
    return {id: tuple(list_) for id, list_ in found.items()}


def with_ids(events: Iterable[Event]) -> tuple[Event, ...]:
    """The events, each with an id that is an address: its own, else one made of its date and title; none twice."""
    taken: set[str] = set()
    result = []
    for event in events:
        base = candidate = permalink_of(event)
        count = 1
        while candidate in taken:
            count += 1
            candidate = f"{base}-{count}"
        taken.add(candidate)
        result.append(event if event.id == candidate else replace(event, id=candidate))
    return tuple(result)


def permalink_of(event: Event) -> str:
    """The id of an event; of one that has none, its date and title."""
    if event.id:
        return safe_id(event.id)
    dated = slug(format_edtf(event.date)) if event.date else ""
    return f"{dated}-{slug(event.title, 48)}".strip("-")


def in_order(events: Iterable[Event]) -> tuple[Event, ...]:
    """By day and hour, coarse dates first; then `after` moves an event behind the one it names."""
    ordered = sorted(events, key=lambda e: (e.date.sort_key if e.date else (9999, 99, 99, 9, 9), _minutes(e.time)))
    followers: dict[str, list[Event]] = defaultdict(list)
    ids = {e.id for e in ordered}
    for event in ordered:
        if event.after in ids and event.after != event.id:
            followers[event.after].append(event)
    placed: dict[str, Event] = {}

    def place(event: Event) -> None:
        waiting = [event]
        while waiting:
            event = waiting.pop()
            if event.id not in placed:
                placed[event.id] = event
                waiting += reversed(followers[event.id])

    moved = {e.id for group in followers.values() for e in group}
    for event in ordered:
        if event.id not in moved:
            place(event)
    for event in ordered:  # two that name each other stand where their date puts the first of them: at the end
        place(event)
    return tuple(placed.values())


def _minutes(time: str) -> int:
    """Minutes after midnight of an event's time; -1 where none is said, so that it stands at the head of its day.

    >>> _minutes("circa 22"), _minutes("18:30"), _minutes("sera"), _minutes("")
    (1320, 1110, 1200, -1)
    """
    if clock := _CLOCK.search(time):
        return int(clock[1]) * 60 + int(clock[2] or 0)
    return _PART_OF_DAY.get(time.strip(), -1)


def month_of(event: Event) -> Month:
    """The year and month under which a dated event stands; month 0 for dates as coarse as a year."""
    assert event.date is not None
    point = event.date.start or event.date.end
    assert point is not None
    year, month, _ = point.sort_key
    return year, 0 if point.unit in ("year", "decade", "century") else month


def year_address(year: int) -> str:
    """The address of a year's page: «2024/», «44-ac/» for years before Christ (EDTF counts a year 0)."""
    return f"{year}/" if year > 0 else f"{1 - year}-ac/"


def month_address(year: int, month: int) -> str:
    """The address of a month's page.

    >>> month_address(2025, 4)
    '2025/04/'
    """
    return f"{year_address(year)}{month:02d}/"


def day_of(moment: date | datetime) -> date:
    """The day of a date or of a date with its hour."""
    return moment.date() if isinstance(moment, datetime) else moment


def moment_in_utc(moment: date | datetime, timezone: str) -> datetime:
    """A date, or a wall time in *timezone*, as an instant; a date is its midnight.

    >>> moment_in_utc(datetime(2025, 4, 28, 11, 0), "Europe/Rome").isoformat()
    '2025-04-28T09:00:00+00:00'
    """
    local = moment if isinstance(moment, datetime) else datetime.combine(moment, time())
    return local.replace(tzinfo=ZoneInfo(timezone)).astimezone(UTC)
