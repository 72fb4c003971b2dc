"""«Che cosa si sapeva»: the events by the day their first source appeared, each with the date it gave then."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import groupby

from timeline.dates.edtf import parse_edtf
from timeline.dates.period import Period
from timeline.events.model import Event
from timeline.italian.prose import date_in_sentence, date_in_words, day_in_words
from timeline.site.cards import Link
from timeline.site.edition import Edition, day_of
from timeline.site.pages import Page, Press, month_name

KNOWN = "che-cosa-si-sapeva/"


@dataclass(slots=True)
class Day:
    """The news of a day: events told for the *first* time, and events to which that day's sources gave another date."""

    first: list[Event] = field(default_factory=list)
    moved: list[Event] = field(default_factory=list)


def known_pages(press: Press) -> list[Page]:
    """A page for each day with news, and an index of them.

    What was known on any day is told by its page and those before it: an event stands on the page of its first day,
    and again on that of each day that changed its date. A small dossier repeats it all on every page.
    """
    days = _days(press.edition)
    if not days:
        return []
    order = sorted(days)
    title = press.edition.settings.label("known")
    months = [
        (anchor_of(month), month_name(month), [(_link(day), len(days[day].first)) for day in group])
        for month, group in groupby(order, lambda day: (day.year, day.month))
    ]
    index = press.page("known.html", KNOWN, title, months=months, page_in_menu=True)
    return [index, *(_day_page(press, order, i, days, Link(title, KNOWN)) for i in range(len(order)))]


def _days(edition: Edition) -> Mapping[date, Day]:
    days: dict[date, Day] = defaultdict(Day)
    for event in edition.events:
        history = dates_given(edition, event)
        for number, day in enumerate(history):
            (days[day].moved if number else days[day].first).append(event)
    return days


def dates_given(edition: Edition, event: Event) -> dict[date, Period | None]:
    """The day of an event's first source and each day that changed its date, with the sharpest date given until then.

    None: no source had given one. Empty where no source of it is known.
    """
    given: dict[date, list[Period]] = defaultdict(list)
    for mention in event.mentions:
        if mention.article in edition.articles:
            said = given[day_of(edition.articles[mention.article].published)]
            said += [parse_edtf(mention.date)] if mention.date else []
    history: dict[date, Period | None] = {}
    best: Period | None = None
    for day in sorted(given):
        before = best
        best = min(filter(None, [best, *given[day]]), key=lambda p: p.length() or timedelta.max.days, default=None)
        if not history or best != before:
            history[day] = best
    return history


def _day_page(press: Press, order: Sequence[date], i: int, days: Mapping[date, Day], up: Link) -> Page:
    day = order[i]
    earlier = [event for other in order[:i] for event in days[other].first] if press.edition.is_whole else []
    still = [event for event in earlier if event not in days[day].moved]
    return press.page(
        "known_day.html",
        f"{KNOWN}{day}/",
        f"Che cosa si sapeva {date_in_sentence(Period.of_day(day))}",
        up=up,
        new=[_row_then(press, event, day) for event in days[day].first],
        moved=[_row_then(press, event, day, moved=True) for event in days[day].moved],
        known=[_row_then(press, event, day) for event in sorted(still, key=_by_date)],
        earlier=sum(len(days[other].first) for other in order[:i]),
        months=[(Link(month_name(month), f"{KNOWN}#{anchor_of(month)}")) for month in _months(order[:i])],
        before=i and _link(order[i - 1]),
        after=i + 1 < len(order) and _link(order[i + 1]),
    )


def _months(days: Sequence[date]) -> list[tuple[int, int]]:
    return list(dict.fromkeys((day.year, day.month) for day in days))


def anchor_of(month: tuple[int, int]) -> str:
    """Where the index names the days of a month.

    >>> anchor_of((2025, 4))
    'tl-2025-04'
    """
    return f"tl-{month[0]}-{month[1]:02}"


def _link(day: date) -> Link:
    return Link(day_in_words(day), f"{KNOWN}{day}/")


def _by_date(event: Event) -> tuple[int, ...]:
    return event.date.sort_key if event.date else (9999,)


def _row_then(press: Press, event: Event, day: date, *, moved: bool = False) -> Mapping[str, object]:
    """The line of an event with the date its sources gave by that day; with what it was before, and what it is now."""
    history = dates_given(press.edition, event)
    until = [known for changed, known in history.items() if changed <= day]
    row = press.rows([event])[0]
    notices = [f"prima: {date_in_words(until[-2])}"] if moved else []
    if event.date != until[-1]:
        notices.append(f"oggi: {row['date']}")
    return {**row, "date": date_in_words(until[-1]), "machine_date": "", "notices": notices}
