"""What sources cannot all be right about."""

from __future__ import annotations

from datetime import date

from timeline.dates.edtf import parse_edtf
from timeline.events.contradictions import contradictions, past_appointments
from timeline.events.model import Event, Mention


def told(article: str, day: str | None, expression: str = "ieri") -> Mention:
    return Mention(article, expression, day, f"{expression} è successo", start=0)


def test_two_papers_that_date_one_event_differently():
    event = Event("X", parse_edtf("2025-04-25"), mentions=(told("a", "2025-04-25"), told("b", "2025-04-26", "sabato")))
    (found,) = contradictions([event])
    assert (found.kind, found.first, found.second) == ("date", *event.mentions)
    assert found.reason == ("venerdì 25 aprile 2025 secondo a, sabato 26 aprile 2025 secondo b: «ieri» e «sabato»")


def test_a_coarser_date_does_not_disagree_with_a_sharper_one():
    mentions = (told("a", "2024-06"), told("b", "2024-06-19"), told("c", "2024"), told("d", None))
    assert contradictions([Event("X", parse_edtf("2024-06-19"), mentions=mentions)]) == []


def test_a_mention_whose_date_an_editor_mistyped_is_left_to_the_check():
    assert contradictions([Event("X", mentions=(told("a", "25-4"), told("b", "2025-04-26")))]) == []


def test_an_event_that_stands_after_a_later_one():
    first = Event("Firma", parse_edtf("2024-06-19"), id="firma")
    second = Event("Festa", parse_edtf("2024-06-01"), id="festa", after="firma")
    (found,) = contradictions([first, second])
    assert (found.kind, found.event.id) == ("order", "festa")
    assert found.reason == ("«Festa» (sabato 1º giugno 2024) sta dopo «Firma», che però è di mercoledì 19 giugno 2024")


def test_a_funeral_before_the_death():
    who = ("Ottavio Grimani",)
    death = Event("È morto a Trieste Ottavio Grimani", parse_edtf("2024-02-09"), people=who)
    funeral = Event("Celebrati i funerali di Ottavio Grimani", parse_edtf("2024-02-06"), people=who)
    assert [c.kind for c in contradictions([death, funeral])] == ["order"]
    assert (
        contradictions([funeral, Event("È morto Elio Bassi", parse_edtf("2024-02-09"), people=("Elio Bassi",))]) == []
    )


def test_an_appointment_gone_by_that_no_later_article_tells():
    event = Event("La parata", parse_edtf("2025-05-09"), mentions=(told("a", "2025-05-09"),))
    published = {"a": date(2025, 5, 5), "b": date(2025, 5, 10)}
    assert past_appointments([event], published, date(2025, 5, 12)) == [event]
    assert past_appointments([event], published, date(2025, 5, 9)) == []
    told_after = Event("La parata", event.date, mentions=(*event.mentions, told("b", "2025-05-09")))
    assert past_appointments([told_after], published, date(2025, 5, 12)) == []
