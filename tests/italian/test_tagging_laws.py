"""What holds of every text: nothing raises, offsets are right, days follow the day of printing, time grows linearly."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.italian.corpus import PUBLISHED
from timeline.italian.engine import Phrasebook
from timeline.italian.lexicon import lexicon
from timeline.tagger import tag

LINES = Path(__file__).with_name("sentences.txt").read_text(encoding="utf-8").splitlines()
SENTENCES = [re.split(r" {2,}", line)[0] for line in LINES if line and not line.startswith("#")]

# Words that speak of time, in any order, with marks, numbers and letters of any kind between them.
WORDS = st.sampled_from(sorted(lexicon().known)) | st.from_regex(r"\d{1,4}([./:–-]\d{1,4}){0,2}", fullmatch=True)
SOUP = st.lists(WORDS | st.text(max_size=5), max_size=30).map(" ".join)
PROSE = st.lists(st.sampled_from(SENTENCES), max_size=6).map(" ".join)
TEXTS = st.text(max_size=200) | SOUP | PROSE
DAYS = st.dates(date(1, 1, 1), date(9999, 12, 31))


@settings(max_examples=150, deadline=None)
@given(TEXTS, DAYS)
def test_any_text_is_read_without_a_fault(text: str, day: date) -> None:
    """Nothing raises, on the first and the last day of the calendar too; spans are in order and apart."""
    end = 0
    for t in tag(text, day):
        assert end <= t.start < t.end <= len(text)
        assert text[t.start : t.end] == t.text
        assert t.first is None or t.last is None or t.first <= t.last
        assert t.why
        assert t.rule
        end = t.end


@settings(max_examples=60, deadline=None)
@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(0, 3000), st.sampled_from(["ieri", "tre giorni fa"]))
def test_yesterday_moves_with_the_day_of_printing(day: date, later: int, words: str) -> None:
    """Printed n days later, it is n days later."""
    text = f"La nave è salpata {words}."
    (before,), (after,) = tag(text, day), tag(text, day + timedelta(later))
    assert before.first
    assert after.first == before.first + timedelta(later)


def values(text: str) -> list[tuple[str, str | None, date | None, date | None]]:
    return [(t.value, t.mod, t.first, t.last) for t in tag(text, PUBLISHED)]


@pytest.mark.parametrize("spelling", [str.upper, lambda s: s.replace(" ", "\u00a0"), lambda s: s.replace("'", "’")])
def test_capitals_and_spaces_change_no_date(spelling: Callable[[str], str]) -> None:
    """A headline in capitals says what the sentence says."""
    changed = {s: values(spelling(s)) for s in SENTENCES if values(spelling(s)) != values(s)}
    assert changed == {}


ABSOLUTE = frozenset("written_in_digits day_month_year month_year season_year part_of_named_year century".split())


def absolute(text: str) -> list[tuple[str, str]]:
    return [(t.text, t.value) for t in tag(text, PUBLISHED) if t.rule in ABSOLUTE]


@settings(max_examples=80, deadline=None)
@given(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=5), st.lists(st.sampled_from(SENTENCES), max_size=5))
def test_an_absolute_date_needs_no_company(first: list[str], second: list[str]) -> None:
    """Two articles set one after the other keep the dates that say everything themselves."""
    one, two = " ".join(first), " ".join(second)
    assert absolute(f"{one}\n\n{two}") == absolute(one) + absolute(two)


ADVERSARIES = {
    "dates in a row": lambda n: "12 marzo 2024 " * n,
    "dates with commas": lambda n: "3, 4 e 5 maggio, " * n,
    "weekdays in a row": lambda n: "sabato " * n,
    "prepositions": lambda n: "di " * (10 * n),
    "nested of": lambda n: "la fine " + "della fine " * n + "di marzo",
    "units of units": lambda n: "i giorni delle settimane dei mesi degli anni " * n,
    "numbers": lambda n: "1 2 3 4 5 " * n,
    "one long word": lambda n: "a" * (20 * n) + " ieri",
    "one long number": lambda n: "1" * (20 * n) + " marzo",
    "dots and digits": lambda n: "1." * (10 * n),
    "apostrophes": lambda n: "dell'" * (4 * n),
    "dashes": lambda n: "3-" * (8 * n),
    "blank lines": lambda n: "\n \n" * (6 * n) + "ieri",
    "quotation marks": lambda n: "«ieri " * n,
    "anaphors": lambda n: "il 3 maggio 2024. Il giorno dopo. " * n,
    "clock times": lambda n: "alle 9 e alle 10, " * n,
    "verbs": lambda n: "sarà andato ad agosto, " * n,
}


@pytest.mark.parametrize("name", ADVERSARIES)
def test_time_grows_no_faster_than_the_text(name: str) -> None:
    """Four times the text takes about four times as long: sixteen times would be a square."""
    make = ADVERSARIES[name]
    assert _seconds(make(4000)) < 8 * max(_seconds(make(1000)), 0.01)


def _seconds(text: str) -> float:
    """The better of two runs, in seconds of this process."""
    runs = []
    for _ in range(2):
        start = time.process_time()
        tag(text, PUBLISHED)
        runs.append(time.process_time() - start)
    return min(runs)


MONTHS = "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre".split()
WEEKDAYS = "lunedì martedì mercoledì giovedì venerdì sabato domenica".split()
FORMATS: tuple[Callable[[date], str], ...] = (
    lambda d: f"{d.day} {MONTHS[d.month - 1]} {d.year}",
    lambda d: f"{d.day:02} {MONTHS[d.month - 1].upper()} {d.year}",
    lambda d: f"{d.day} {MONTHS[d.month - 1][:3]} {d.year}",
    lambda d: f"{d.day} {MONTHS[d.month - 1][:3]}. {d.year}",
    lambda d: f"{WEEKDAYS[d.weekday()]} {d.day} {MONTHS[d.month - 1]} {d.year}",
    lambda d: f"{WEEKDAYS[d.weekday()].capitalize()}, {d.day} {MONTHS[d.month - 1]} {d.year}",
    lambda d: f"{d:%d/%m/%Y}",
    lambda d: f"{d.day}/{d.month}/{d.year}",
    lambda d: f"{d:%d.%m.%Y}",
    lambda d: f"{d:%d-%m-%Y}",
    lambda d: f"{d:%d/%m/%y}",
    lambda d: f"{d:%Y-%m-%d}",
    lambda d: f"{d:%Y/%m/%d}",
    lambda d: f"{d.day}º {MONTHS[d.month - 1]} {d.year}",
    lambda d: f"{d.day} di {MONTHS[d.month - 1]} del {d.year}",
    lambda d: f"{MONTHS[d.month - 1]} {d.day}, {d.year}",
)


def test_every_absolute_date_that_dateparser_reads_is_read_the_same() -> None:
    """dateparser, strict and in Italian, is the second opinion; where it reads nothing, nothing is asked."""
    from dateparser import DateDataParser

    parser = DateDataParser(
        languages=["it"],
        settings={"STRICT_PARSING": True, "REQUIRE_PARTS": ["day", "month", "year"], "DATE_ORDER": "DMY"},
    )
    read, apart = 0, {}
    for n in range(25):
        day = date(1996, 1, 1) + timedelta(431 * n)
        for form in FORMATS:
            words = form(day)
            theirs = parser.get_date_data(words).date_obj
            if theirs is None:
                continue
            read += 1
            ours = [t.value for t in tag(f"Firmato il {words} a Roma.", PUBLISHED)]
            if ours != [theirs.date().isoformat()]:
                apart[words] = (ours, theirs.date())
    assert read > 250
    assert apart == {}


def test_two_rules_cannot_claim_one_phrase() -> None:
    """Found when the rules are loaded, also where the phrases are written in different ways."""
    book = Phrasebook()
    book.rule("atom", "DAYREF", "[il] DAY MONTH")(lambda *_: None)
    with pytest.raises(ValueError, match="both claim"):
        book.rule("atom", "DAYREF", "DAY|N MONTH")(lambda *_: None)


def test_a_word_has_each_category_once() -> None:
    """So two phrases of one level and length differ in a category, and the narrower one stands first: never a tie."""
    for word, reading in lexicon().known.items():
        categories = [category for category, _ in reading]
        assert len(categories) == len(set(categories)), word


def test_a_day_word_under_a_title_without_a_full_stop_is_read():
    """A capital after a line break opens a sentence: «Oggi» is no newspaper there."""
    assert [t.text for t in tag("Nasce la nuova giunta\nOggi il giuramento.", date(2024, 3, 13))] == ["Oggi"]
    assert tag("Il quotidiano Oggi ne scrive.", date(2024, 3, 13)) == []
