"""«Che cosa si sapeva»: on any day, every event that had been told by then, with the date it was given by then."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

import pytest
from made import SETTINGS, Made, mention

from timeline.dates.edtf import format_edtf, parse_edtf
from timeline.events.model import Article, Event, Mention
from timeline.italian.prose import date_in_words
from timeline.site.known import KNOWN, dates_given
from timeline.site.pages import Page
from timeline.site.publication import publication

BEGIN = date(2025, 1, 1)
ARTICLES = tuple(Article(f"a{n}", "", BEGIN + timedelta(9 * n), title=f"Articolo {n}") for n in range(20))
_ROW = re.compile(r'<li class="tl-row">.*?<span class="tl-row__date">(.*?)</span>.*?e/([\w-]+)/">', re.S)


def told(article: int, edtf: str | None) -> Mention:
    return replace(mention(0, f"x{edtf}", edtf, "x"), article=f"a{article}")


def event_of(number: int) -> Event:
    """An event of one, two or three sources: some sharpen its date, some only repeat it, the first may give none."""
    first = number % 10
    proofs = [told(first, [None, "2024", "2024-06"][number % 3])]
    if number % 2:
        proofs.append(told(first + 5, "2024-06"))
    if number % 5 == 0:
        proofs.append(told(first + 9, "2024-06-14"))
    return Event(f"Fatto {number}", parse_edtf("2024-06-14"), id=f"f{number}", mentions=tuple(proofs))


def known(count: int, whole_up_to: int) -> tuple[dict[str, Page], list[Event]]:
    events = [event_of(number) for number in range(count)]
    settings = replace(SETTINGS, whole_up_to=whole_up_to)
    made = publication(Made(articles=ARTICLES, events=tuple(events)), settings)
    return {p.address: p for p in made.pages if p.address.startswith(KNOWN)}, events


def date_by(event: Event, day: date) -> str | None:
    """What its sources gave by a day, said by the rule and not by the program: the sharpest."""
    by_then = [m.date for m in event.mentions if BEGIN + timedelta(9 * int(m.article[1:])) <= day]
    return max(filter(None, by_then), key=len, default=None)


@pytest.mark.parametrize("whole_up_to", [1000, 10], ids=["small", "large"])
def test_the_pages_up_to_a_day_say_all_that_was_known_by_then(whole_up_to: int):
    """In a large dossier too, where a page has the news alone: read in order they leave nothing out."""
    pages, events = known(150, whole_up_to)
    state: dict[str, str] = {}
    days = sorted(date.fromisoformat(address.removeprefix(KNOWN).strip("/")) for address in pages if address != KNOWN)
    for day in days:
        state |= {id: words for words, id in _ROW.findall(pages[f"{KNOWN}{day}/"].html)}
        expected = {
            event.id: date_in_words(parse_edtf(given) if (given := date_by(event, day)) else None)
            for event in events
            if BEGIN + timedelta(9 * int(event.mentions[0].article[1:])) <= day
        }
        assert state == expected
    assert len(state) == 150


def test_every_day_is_in_the_index_under_its_month():
    pages, _ = known(150, 10)
    html = pages[KNOWN].html
    for address in pages:
        assert f'href="../{address}"' in html or address == KNOWN
    assert re.findall(r'<h2 id="(tl-[\d-]+)">(\w+ \d+)</h2>', html)[0] == ("tl-2025-01", "Gennaio 2025")


def test_a_day_of_a_large_dossier_leads_to_the_months_before():
    pages, _ = known(150, 10)
    html = pages[f"{KNOWN}2025-03-14/"].html
    assert "fatti, ognuno nella pagina del suo giorno" in html
    assert '<a href="../../che-cosa-si-sapeva/#tl-2025-01">Gennaio 2025</a>' in html


def test_a_date_that_a_later_source_changes_is_told_on_its_day():
    pages, _ = known(150, 10)
    html = pages[f"{KNOWN}{BEGIN + timedelta(9 * 9)}/"].html
    changed = html.split("Date cambiate quel giorno")[1]
    assert re.search(r"14 giugno 2024.*?Fatto 0<.*?prima: Senza data", changed, re.S)


def test_dates_given_are_those_that_changed():
    event = Event("x", None, id="x", mentions=(told(0, "2024"), told(1, "2024"), told(2, None), told(3, "2024-06-14")))
    edition = publication(Made(articles=ARTICLES, events=(event,)), SETTINGS).edition
    history = dates_given(edition, event)
    assert [(str(day), period and format_edtf(period)) for day, period in history.items()] == [
        ("2025-01-01", "2024"),
        ("2025-01-28", "2024-06-14"),
    ]
