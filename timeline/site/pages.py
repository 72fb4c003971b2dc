"""The pages of the chronology: home, years, months, undated events. Events in, pages out; no files, no MkDocs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

import jinja2

from timeline.dates.period import Period
from timeline.events.model import Event
from timeline.italian.prose import date_in_sentence, date_in_words
from timeline.site.axis import axis, legend
from timeline.site.cards import Link, card, event_date, machine_date, notices, sources_counted
from timeline.site.edition import Edition, Month, month_address, month_of, year_address
from timeline.site.render import LEVEL, at, environment, fragment

T = TypeVar("T")
MONTHS = tuple(date_in_words(Period.of_month(2000, m)).split()[0] for m in range(1, 13))


@dataclass(frozen=True, slots=True)
class Page:
    """One page. *address* is from the site's root and ends in a slash ("" is the home page).

    *html* is its body, h1 included (on the home page the editor's own text stands before it). *events* are those whose
    cards it shows. *in_menu*: whether the menu leads to it. *section* is the menu's group it stands in, or "".
    """

    address: str
    title: str
    html: str
    description: str = ""
    events: tuple[Event, ...] = ()
    in_menu: bool = False
    section: str = ""

    @property
    def source(self) -> str:
        """The path of the Markdown file that it is, for whoever builds the site.

        Not index.md in a folder: Material would take the first year for the front page of the menu's group.
        """
        return f"{self.address.rstrip('/')}.md" if self.address else "index.md"


class Press:
    """Prints an edition: templates, and each card and each line of a list made once for all the pages that show it."""

    def __init__(self, edition: Edition, env: jinja2.Environment | None = None):
        self.edition = edition
        self.env = env or environment()
        self._cards: dict[str, str] = {}
        self._rows: dict[str, Mapping[str, object]] = {}

    def card(self, event: Event) -> str:
        """The card of an event, its way to the root and the level of its heading still open."""
        if event.id not in self._cards:
            self._cards[event.id] = card(self.env, self.edition, event)
        return self._cards[event.id]

    def cards(self, events: Iterable[Event], level: int) -> str:
        """The cards of *events* with their titles as headings of *level*."""
        return "\n".join(self.card(e) for e in events).replace(LEVEL, str(level))

    def page(self, template: str, address: str, title: str, /, **values: object) -> Page:
        """A page of a template; `page_*` values set the fields of the page itself."""
        fields = {key.removeprefix("page_"): values.pop(key) for key in list(values) if key.startswith("page_")}
        html = fragment(self.env, template, title=title, labels=self.edition.settings.label, press=self, **values)
        return Page(address, title, at(address, html), **fields)  # type: ignore[arg-type]

    def rows(self, events: Iterable[Event]) -> list[Mapping[str, object]]:
        """Events as lines of a list: date, title, link."""
        return [self._row(event) for event in events]

    def _row(self, event: Event) -> Mapping[str, object]:
        if event.id not in self._rows:
            self._rows[event.id] = {
                "date": event_date(event),
                "machine_date": machine_date(event),
                "title": event.title,
                "address": f"e/{event.id}/",
                "notices": notices(self.edition, event),
            }
        return self._rows[event.id]


def chronology_pages(press: Press) -> list[Page]:
    """Home, years, months and undated events, home first. A page that would show nothing is not made."""
    makers: Sequence[Callable[[Press], list[Page]]] = (home, year_pages, month_pages, undated_page)
    return [page for make in makers for page in make(press)]


def home(press: Press) -> list[Page]:
    """The home page: the state of the dossier, the axis, the ways in, and the chronology, whole or by year."""
    edition = press.edition
    drawn = axis(edition)
    values = {
        "state": state(edition),
        "axis": drawn,
        "legend": legend(drawn) if drawn else {},
        "years": year_groups(press) if edition.is_whole else [],
        "undated": edition.undated if edition.is_whole else (),
        "calendar": [] if edition.is_whole else calendar(edition),
        "agenda": press.rows(e for e in edition.dated if edition.is_scheduled(e))[:5],
        "total": len(edition.events),
        "undated_count": len(edition.undated),
    }
    shown = edition.events if edition.is_whole else ()
    return [press.page("home.html", "", edition.settings.title, page_events=shown, page_in_menu=True, **values)]


def state(edition: Edition) -> list[str]:
    """The dossier in one line: how many events and sources, from when to when, as of which day."""
    count = len(edition.events)
    parts = ["1 fatto" if count == 1 else f"{count} fatti"]
    if edition.sources:
        parts.append(sources_counted(len(edition.sources)))
    if edition.dated:
        first, last = edition.dated[0], edition.dated[-1]
        months = [Period.of_month(y, m or 1) if m else Period.of_year(y) for y, m in (month_of(first), month_of(last))]
        if months[0] == months[1]:
            parts.append(date_in_words(months[0]))
        else:
            parts.append(f"{date_in_sentence(months[0], 'da')} {date_in_sentence(months[1], 'a')}")
    if edition.as_of:
        parts.append(f"situazione {date_in_sentence(Period.of_day(edition.as_of), 'a')}")
    return parts


def year_groups(press: Press) -> list[Mapping[str, object]]:
    """The chronology as years of months of events, for the template."""
    return [_year_group(press, year) for year in sorted(press.edition.years)]


def _year_group(press: Press, year: int) -> Mapping[str, object]:
    months = [(year, m) for m in range(13) if (year, m) in press.edition.months]
    return {
        "name": year_name(year),
        "anchor": f"tl-{year}",
        "address": year_address(year),
        "months": [_month_group(press, month) for month in months],
    }


def _month_group(press: Press, month: Month) -> Mapping[str, object]:
    year, number = month
    return {
        "name": MONTHS[number - 1] if number else "",
        "anchor": f"tl-{year}-{number:02d}",
        "address": month_address(year, number) if number else "",
        "events": press.edition.months[month],
    }


def calendar(edition: Edition) -> list[Mapping[str, object]]:
    """Years with their months and how many events each holds: the index of a large dossier."""
    return [calendar_of(edition, year) for year in sorted(edition.years)]


def calendar_of(edition: Edition, year: int) -> Mapping[str, object]:
    """One year with its months and how many events each holds."""
    counts = [(month, len(edition.months.get((year, month), ()))) for month in range(1, 13)]
    return {
        "name": year_name(year),
        "address": year_address(year),
        "count": len(edition.years[year]),
        "months": [
            {"name": MONTHS[month - 1], "address": month_address(year, month), "count": count}
            for month, count in counts
            if count
        ],
    }


def year_name(year: int) -> str:
    """«2024», «44 a.C.»."""
    return str(year) if year > 0 else f"{1 - year} a.C."


def year_pages(press: Press) -> list[Page]:
    """A page for each year: all of its events, or where they are many its months and the events as coarse as a year."""
    edition = press.edition
    years = sorted(edition.years)
    return [_year_page(press, year, _around(years, i)) for i, year in enumerate(years)]


def _year_page(press: Press, year: int, around: tuple[int | None, int | None]) -> Page:
    edition = press.edition
    is_full = len(edition.years[year]) <= edition.settings.year_up_to
    shown = edition.years[year] if is_full else edition.months.get((year, 0), ())
    return press.page(
        "year.html",
        year_address(year),
        year_name(year),
        group=_year_group(press, year),
        is_full=is_full,
        coarse=edition.months.get((year, 0), ()),
        count=len(edition.years[year]),
        calendar=calendar_of(edition, year),
        before=around[0] is not None and Link(year_name(around[0]), year_address(around[0])),
        after=around[1] is not None and Link(year_name(around[1]), year_address(around[1])),
        page_events=shown,
        page_in_menu=True,
        page_section="years",
        page_description=f"{edition.settings.title}: i fatti del {year_name(year)}",
    )


def month_pages(press: Press) -> list[Page]:
    """A page for each month in which something began."""
    months = sorted(month for month in press.edition.months if month[1])
    return [_month_page(press, month, _around(months, i)) for i, month in enumerate(months)]


def _month_page(press: Press, month: Month, around: tuple[Month | None, Month | None]) -> Page:
    edition = press.edition
    title = month_name(month)
    return press.page(
        "month.html",
        month_address(*month),
        title,
        events=edition.months[month],
        year=Link(year_name(month[0]), year_address(month[0])),
        before=around[0] and Link(month_name(around[0]), month_address(*around[0])),
        after=around[1] and Link(month_name(around[1]), month_address(*around[1])),
        page_events=edition.months[month],
        page_description=f"{edition.settings.title}: i fatti di {title.lower()}",
    )


def month_name(month: Month) -> str:
    """«Aprile 2025»."""
    return f"{MONTHS[month[1] - 1]} {year_name(month[0])}"


def _around(items: Sequence[T], i: int) -> tuple[T | None, T | None]:
    return (items[i - 1] if i else None), (items[i + 1] if i + 1 < len(items) else None)


def undated_page(press: Press) -> list[Page]:
    """«Senza data»: the events that no day is known of."""
    undated = press.edition.undated
    if not undated:
        return []
    title = press.edition.settings.label("undated")
    return [press.page("undated.html", "senza-data/", title, events=undated, page_events=undated, page_in_menu=True)]
