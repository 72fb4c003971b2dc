"""What the site prints may be typed, and gives the same date back."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st
from period_strategies import periods

from timeline.dates.edtf import format_edtf, parse_edtf
from timeline.dates.period import Period
from timeline.italian.prose import (
    DateError,
    date_in_sentence,
    date_in_words,
    read_date,
    read_date_and_time,
    read_time,
    time_in_sentence,
)

CLOCKS = st.builds(lambda h, m: f"{h:02}:{m:02}", st.integers(0, 23), st.integers(0, 59))
ABOUT = st.builds(lambda h, m: f"circa {h}:{m:02}" if m else f"circa {h}", st.integers(0, 23), st.integers(0, 59))
TIMES = st.one_of(CLOCKS, ABOUT, st.sampled_from(["", "mattina", "pomeriggio", "sera", "notte"]))


@settings(max_examples=300)
@given(periods())
def test_a_card_is_read_back(period: Period) -> None:
    """The first line of a card, typed as a date, is that date."""
    assert read_date(date_in_words(period)) == period


@settings(max_examples=300)
@given(periods(), TIMES)
def test_a_card_with_a_time_is_read_back(period: Period, time: str) -> None:
    """So it is with its time of day, in the night before and after midnight too."""
    assert read_date_and_time(date_in_words(period, time)) == (period, time)


@settings(max_examples=200)
@given(periods())
def test_a_sentence_is_read_back(period: Period) -> None:
    """What a sentence says of a date may be typed too."""
    assert read_date(date_in_sentence(period)) == period


@given(periods())
def test_loose_typing_changes_nothing(period: Period) -> None:
    """Small letters, capitals, straight apostrophes, the degree sign and doubled spaces give the same date."""
    words = date_in_words(period)
    assert read_date(words.lower()) == period
    assert read_date(words.upper()) == period
    assert read_date(words.replace("’", "'").replace("º", "°").replace(" ", "  ")) == period


@given(periods())
def test_edtf_may_be_typed(period: Period) -> None:
    """EDTF is always understood, as it is."""
    assert read_date(format_edtf(period)) == period


@given(TIMES)
def test_times_are_read_back(time: str) -> None:
    """A canonical time is its own spelling, and what a sentence says of it is read."""
    assert read_time(time) == time
    assert read_time(time_in_sentence(time)) == time


WORDS = (
    "dal al tra e o 26 aprile 2025 sabato circa , notte ore 18.30 anni ' novanta secolo xi a.C. fine settimana inverno "
    "- / primo trimestre ? ( 4 % non prima di mezzanotte alle [ .. 199X del 24 intorno fino a 0 99999 mattina e-mail"
)


@settings(max_examples=300)
@given(st.lists(st.sampled_from(WORDS.split()), max_size=9).map(" ".join))
def test_nonsense_is_refused_in_words(text: str) -> None:
    """Any row of words is a date or is refused with a message and a fix; nothing else happens."""
    reading = _read_or_refuse(text)
    if isinstance(reading, DateError):
        assert reading.message
        assert reading.fix
    elif reading is not None:
        assert parse_edtf(format_edtf(reading)) == reading


@settings(max_examples=300)
@given(periods(), TIMES, st.data())
def test_slips_of_the_keyboard_are_read_or_refused(period: Period, time: str, data: st.DataObject) -> None:
    """A letter lost, doubled or put in: still a date or a `DateError`, never another exception."""
    words = date_in_words(period, time)
    at = data.draw(st.integers(0, len(words) - 1))
    put = data.draw(st.sampled_from(["", words[at] * 2, " ", "9", ",", "'", "~", "²", "\u200b"]) | st.characters())
    _read_or_refuse(words[:at] + put + words[at + 1 :])


@given(st.text(max_size=40))
def test_any_text_is_read_or_refused(text: str) -> None:
    """Whatever is typed."""
    _read_or_refuse(text)


def _read_or_refuse(text: str) -> Period | DateError | None:
    try:
        return read_date(text)
    except DateError as error:
        return error


# What no Italian would write: a preposition and an article apart, «ad» before anything but an a, «a» before an a, an
# article that is not elided before a vowel sound (8, 11, 800, VIII, XI, autunno…), one that is before a consonant.
CLUMSY = re.compile(
    r"\b(di|a|da|in|su) (il|la|gli|l’)"
    r"|\bad (?!a)|\ba a"
    r"|\b(il|al|dal|del|nel|sul) (8|11\b|VIII\b|XI\b|LXXX|a|e|i|o(?!tto))"
    r"|l’(?!8|11\b|1\b|VIII\b|XI\b|LXXX|[aeioO])"
    r"|°|'|  |\b1 [a-z]+ \d{4}"
)
PREPOSITIONS = st.sampled_from(["", "a", "da", "di", "in", "su", "per", "fino a", "entro", "a partire da", "prima di"])


@settings(max_examples=400)
@given(periods(), PREPOSITIONS)
def test_elisions_and_contractions(period: Period, preposition: str) -> None:
    """On cards and after every preposition, read aloud, it is Italian."""
    for words in (date_in_words(period), date_in_sentence(period, preposition)):
        assert not CLUMSY.search(words), words
