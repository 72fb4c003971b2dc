"""Random articles, editors and crashes: whatever happens in whatever order, no hand edit is lost.

100 runs of 20 steps; 2,000 with HYPOTHESIS_PROFILE=nightly (`make nightly`). What may happen stands in desk.py and
editor.py, what must hold in laws.py; docs/laws.md tells it all. Below, as plain stories, what the search once found.
"""

from __future__ import annotations

import os
import random
import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from desk import Desk, Killed
from editor import FIELD_ACTIONS, Editor, Page, flow
from hypothesis import HealthCheck, settings
from laws import Ledger
from newsroom import Newsroom, chunks
from sheets import files_of

from timeline.events.merge import Merged
from timeline.events.model import Event
from timeline.problems import ProblemsFound
from timeline.store import files, review, sync, writing
from timeline.store.writing import recover

settings.register_profile("ci", max_examples=100, stateful_step_count=20, deadline=None, derandomize=True)
settings.register_profile("nightly", max_examples=2000, stateful_step_count=20, deadline=None)
TODAY = date(2025, 5, 1)
PROFILE = settings.get_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))
TestDesk = Desk.TestCase
TestDesk.settings = settings(PROFILE, suppress_health_check=list(HealthCheck))


def news(folder: Path, *facts: str) -> Newsroom:
    room = Newsroom(folder)
    room.article("a", list(facts or ("fatto1", "fatto2", "fatto3")))
    room.extract()
    return room


def update(room: Newsroom, **changes) -> None:
    room.version += 1
    for name, value in changes.items():
        getattr(room, name).update(value)
    room.extract()


def copy_passage_of_what_falls_silent(room: Newsroom) -> str:
    """The second event's passage is copied below the first, then nothing tells it any more; what stood above them."""
    head, (first, second) = chunks(room.text())
    passage = second[second.index("    - article") :].rstrip("\n")
    room.write(f"{head}{first.rstrip()}\n{passage}\n\n{second}")
    update(room, silent={"fatto2"})
    return head


def test_two_orders_of_independent_edits_end_in_the_same_files(tmp_path):
    """An extraction between two edits of different events leaves no trace in the files."""
    ends = []
    for order in ((0, 1), (1, 0)):
        room = Newsroom(tmp_path / str(order[0]))
        room.article("a", ["fatto1", "fatto2", "fatto3"])
        room.extract()
        edits = [
            ("title: Il fatto1 accade", "title: Mio"),
            (
                "  date: 2025-04-28\n  status: draft\n  summary: Ieri il fatto3",
                "  date: 2001\n  status: draft\n  summary: Ieri il fatto3",
            ),
        ]
        for number in order:
            room.edit(*edits[number])
            room.version += 1
            room.titles["fatto2"] = "Nuovo"
            room.extract()
        ends.append(room.text())
    assert ends[0] == ends[1]


@pytest.mark.parametrize("edited", [False, True])
def test_an_interrupted_run_is_finished_and_spares_what_was_edited_since(tmp_path, edited, monkeypatch):
    """Killed after the event file and before its record; the editor works on; the next run compares rightly."""
    room = Newsroom(tmp_path)
    room.article("a", ["fatto1", "fatto2"])
    room.extract()
    room.titles["fatto1"], room.version = "Nuovo", 2
    plan = room.plan()
    real = files.write_atomically

    def die_at_the_record(path: Path, data: bytes, *note) -> None:
        if path.suffix == ".json" and ".extracted" in path.as_posix():
            raise Killed
        real(path, data, *note)

    monkeypatch.setattr(writing, "write_atomically", die_at_the_record)
    with pytest.raises(Killed):
        sync.apply(plan)
    monkeypatch.undo()
    if edited:
        room.edit("Il fatto2 accade", "Mio")
    assert recover(room.root)
    assert not recover(room.root)
    room.titles["fatto1"], room.version = "Ancora", 3
    room.extract()
    assert [e["title"] for e in room.events()] == ["Ancora", "Mio" if edited else "Il fatto2 accade"]


@pytest.mark.parametrize("seed", range(40))
def test_edits_of_two_events_commute(tmp_path, seed):
    """Whatever is done to two events' fields, with an extraction between: the order leaves no trace in the files."""
    dice = random.Random(seed)
    # What calls an event another one's is an edit of two.
    actions = sorted(FIELD_ACTIONS.keys() - {"call one or two"})
    done = [(number, dice.choice(actions), dice.random()) for number in (0, 2)]
    ends = []
    for order in (done, done[::-1]):
        room = news(tmp_path / str(len(ends)))
        for number, action, fate in order:
            page = Page.open(room.files()[0])
            editor = Editor(room, random.Random(fate), lambda number=number: f"MIO{number}MIO", set())
            editor.change_fields(page, number, FIELD_ACTIONS[action])
            update(room, titles={"fatto2": "Nuovo"})
        ends.append(room.text())
    assert ends[0] == ends[1]


def test_a_value_typed_before_we_say_it_too_stays(tmp_path):
    """An editor mends a date; the next version reads that day itself, the one after another: the editor's day stays."""
    room = news(tmp_path)
    room.edit("  date: 2025-04-28\n", "  date: 2025-04-26\n")
    update(room, days={"fatto1": "2025-04-26"})
    update(room, days={"fatto1": "2025-04-20"})
    assert room.events()[0]["date"] == "2025-04-26"


def test_a_field_of_the_editors_in_a_passage_keeps_the_event(tmp_path):
    """An event no longer told is removed only if no one wrote into its passages either."""
    room = news(tmp_path)
    room.edit("      expression: Ieri\n", "      expression: Ieri\n      x-nota: da rivedere\n")
    room.silent.add("fatto1")
    update(room)
    assert "x-nota: da rivedere" in room.text()


def test_one_sentence_gone_and_another_come_are_two_facts(tmp_path):
    """Sentences built alike are told apart by the words that only they have."""
    room = Newsroom(tmp_path)
    told = [
        "Ieri il fatto1 al molo nord di Bari con due feriti è accaduto, scrive il giornale.",
        "Ieri il fatto2 nella stazione di Lecce tra treni fermi è accaduto, scrive il giornale.",
        "Ieri il fatto3 sotto il ponte vecchio per la piena è accaduto davvero, scrive il giornale.",
    ]
    room.article("a", [], sentences=tuple(told[:2]))
    room.extract()
    room.edit("title: Il fatto1 accade", "title: Mio")
    room.article("a", [], sentences=(told[2], told[1].replace("è accaduto", "è davvero accaduto")))
    room.extract()
    assert [(e["title"], e["id"]) for e in room.events()] == [
        ("Mio", "fatto1"),
        ("Il fatto2 accade", "fatto2"),
        ("Il fatto3 accade", "fatto3"),
    ]
    assert "davvero accaduto" in room.events()[1]["mentions"][0]["quote"]


def test_the_last_event_removed_leaves_no_line_end_that_was_not_there(tmp_path):
    """A file without a last line end stays without one."""
    room = news(tmp_path)
    room.write(room.text().rstrip())
    room.silent.add("fatto3")
    update(room)
    assert room.text().endswith("dice la cronaca.")


def test_all_events_of_a_list_in_brackets_give_way_to_new_ones(tmp_path):
    """Several leave and one comes, with the commas that a list wants."""
    room = news(tmp_path, "fatto1", "fatto2")
    room.write("[" + ", ".join(map(flow, room.events())) + "]\n")
    room.article("a", [], sentences=("Ieri, da tutt’altra parte, il fatto4 sorprende chi passa.",))
    room.extract()
    assert [e["id"] for e in room.events()] == ["fatto4"]


def kill_before_the_events(room: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    """A run that ends when an event file is to be written."""
    real = writing.write_atomically

    def die_at_the_events(path: Path, data: bytes, *note) -> None:
        if path.suffix == ".yml":
            raise Killed
        real(path, data, *note)

    monkeypatch.setattr(writing, "write_atomically", die_at_the_events)
    with pytest.raises(Killed):
        room.extract()
    monkeypatch.undo()


def test_a_file_renamed_after_a_kill_keeps_the_facts_that_were_to_come(tmp_path, monkeypatch):
    """Killed before the event file was written; the editor renames it; the next run tells the new facts after all."""
    room = news(tmp_path)
    room.article("a", ["fatto1", "fatto2", "fatto3", "fatto4"])
    kill_before_the_events(room, monkeypatch)
    room.files()[0].rename(room.root / "content/events/altro.yml")
    room.extract()
    assert [e["id"] for e in room.events()] == ["fatto1", "fatto2", "fatto3", "fatto4"]


def test_two_events_merged_by_hand_and_renamed_follow_no_more_than_before(tmp_path):
    """Merged, then given a new id and title: no passage leaves, even where the other fact is told no more."""
    room = news(tmp_path, "fatto1", "fatto2")
    head, (one, two) = chunks(room.text())
    room.write(head + one.rstrip() + "\n" + two.split("mentions:\n")[1])
    update(room)
    room.edit("id: fatto1", "id: nuovo")
    room.edit("title: Il fatto1 accade", "title: Mio")
    room.silent.add("fatto2")
    update(room)
    assert len(room.events()[0]["mentions"]) == 2


def test_a_new_file_renamed_after_a_kill_is_not_made_again(tmp_path, monkeypatch):
    """Killed after the event file was written, before its record; the editor renames the file: its facts stand once."""
    room = news(tmp_path)
    room.article("b", ["fatto4", "fatto5"])
    real = writing.write_atomically

    def die_after_the_events(path: Path, data: bytes, *note) -> None:
        real(path, data, *note)
        if path.name == "b.yml":
            raise Killed

    monkeypatch.setattr(writing, "write_atomically", die_after_the_events)
    with pytest.raises(Killed):
        room.extract()
    monkeypatch.undo()
    (room.root / "content/events/b.yml").rename(room.root / "content/events/scelti.yml")
    room.extract()
    assert sorted(e["id"] for e in room.events()) == ["fatto1", "fatto2", "fatto3", "fatto4", "fatto5"]


def test_an_event_an_editor_copied_stays_with_its_copy_where_its_fact_joins_another(tmp_path):
    """No passage stands in the joined event too, and the next run has nothing left to do."""
    room = news(tmp_path, "fatto1")
    room.article("b", ["fatto1"])
    room.extract()
    text = room.text("b")
    _, (event,) = chunks(text)
    room.write(text + event.replace("id: fatto1-2", "id: copia").replace("title: Il fatto1 accade", "title: Mio"), "b")
    room.joined.add("fatto1")
    update(room)
    assert [e["id"] for e in room.events()] == ["fatto1", "fatto1-2", "copia"]
    assert len(room.events()[0]["mentions"]) == 1
    room.version += 1
    assert not [w.path for w in room.plan().writes if ".extracted" not in w.path]


def test_a_fact_told_again_stands_once_where_an_editor_copied_it(tmp_path):
    """Its passage copied below another event, the extractor tells it no more, and then again."""
    room = news(tmp_path, "fatto1", "fatto2")
    copy_passage_of_what_falls_silent(room)
    assert [room.facts(e) for e in room.events()] == [{"fatto1", "fatto2"}]
    room.silent.clear()
    update(room)
    assert [room.facts(e) for e in room.events()] == [{"fatto1", "fatto2"}]


def joining(*groups: str) -> Callable[..., Merged]:
    """A reading that holds for one event what the articles of each group tell: the first one's words."""

    def join(events: Sequence[Event], *_) -> Merged:
        by_group: dict[str, list[Event]] = {}
        for event in events:
            article = event.mentions[0].article
            by_group.setdefault(next((g for g in groups if article in g), article), []).append(event)
        return Merged(tuple(replace(g[0], mentions=sum((e.mentions for e in g), ())) for g in by_group.values()))

    return join


def test_a_passage_of_an_event_an_editor_split_is_not_told_with_another_too(tmp_path):
    """Told with another article's event by now, it stays where the editor put it, and stands once."""
    room = Newsroom(tmp_path)
    for name in "abcd":
        room.article(name, ["fatto1"])
    room.join = joining("abc")
    room.extract()
    head, (event,) = chunks(room.text())
    fields, one, two, three = re.split(r"^(?=    - )", event, flags=re.M)
    room.write(head + fields + one + two + fields.replace("id: fatto1", "id: parte") + three)
    room.join = joining("ac", "bd")
    update(room)
    assert sorted(m["article"] for e in room.events() for m in e["mentions"]) == ["a", "b", "c", "d"]


def test_a_passage_given_away_and_reworded_still_takes_along_what_tells_its_fact(tmp_path):
    """Joined elsewhere by an editor, reworded just when another article tells its fact: one run is enough."""
    room = news(tmp_path, "fatto1", "fatto3")
    review.merge(room.root, "fatto3", "fatto1")
    room.extract()
    room.joined.add("fatto1")
    room.article(
        "a", [], sentences=tuple(f"Ieri il {fact} è accaduto davvero, e per ore." for fact in ("fatto1", "fatto3"))
    )
    room.article("b", ["fatto1"])
    room.extract()
    assert [(e["id"], [m["article"] for m in e["mentions"]]) for e in room.events()] == [("fatto3", ["a", "a", "b"])]
    room.version += 1
    assert not [w.path for w in room.plan().writes if ".extracted" not in w.path]


def test_beside_a_passage_an_editor_shortened_a_reading_they_took_follows(tmp_path):
    """`review --take` puts our newer reading below the older one; told as before, only the editor's wording is left."""
    sentence = "Ieri il fatto3 sotto il ponte è accaduto{}, dice la cronaca."
    room = Newsroom(tmp_path)
    room.article("a", [], sentences=(sentence.format(""),))
    room.extract()
    room.edit("status: draft", "status: published")
    room.article("a", [], sentences=(sentence.format(" di nuovo"),))
    room.extract()
    review.take(room.root, "fatto3", "mentions")
    ledger = Ledger(room)
    ledger.remember()
    room.edit("status: published", "status: draft")
    room.edit("      quote: Ieri il fatto3 sotto il ponte è accaduto, dice la cronaca.", "      quote: Ieri il fatto3")
    ledger.observe()
    before = files_of(room)
    room.article("a", [], sentences=(sentence.format(""),))
    room.extract()
    ledger.judge(before)
    assert [m["quote"] for m in room.events()[0]["mentions"]] == ["Ieri il fatto3"]


def test_a_file_not_come_to_is_known_whatever_an_editor_makes_of_it(tmp_path, monkeypatch):
    """Killed before the event file; a copy makes it look like what it was to become; the next run adds what was due."""
    room = news(tmp_path, "fatto6")
    room.article("a", ["fatto6", "fatto5"])
    kill_before_the_events(room, monkeypatch)
    _, (event,) = chunks(room.text())
    room.write(room.text() + "\n" + event.replace("id: fatto6", "id: copia"))
    room.extract()
    assert sorted(e["id"] for e in room.events()) == ["copia", "fatto5", "fatto6"]


@pytest.mark.parametrize("versions", [1, 2])
def test_an_event_put_back_as_it_was_read_before_stays_and_follows(tmp_path, versions):
    """Deleted, read otherwise meanwhile, then put back out of an old copy: it is there for good, and read as now."""
    room = news(tmp_path, "fatto1", "fatto2")
    old = room.text()
    head, (_, two) = chunks(old)
    room.write(head + two)
    update(room, longer={"fatto1"})
    room.write(old)
    for _ in range(versions):
        update(room)
    assert [(e["id"], e["mentions"][0]["expression"]) for e in room.events()] == [
        ("fatto1", "Ieri il"),
        ("fatto2", "Ieri"),
    ]


def test_a_deleted_passage_put_below_another_event_stays_when_that_becomes_ours_again(tmp_path):
    """Two events deleted, then an old copy put back that has the passages of both: neither is taken out as outdated."""
    room = news(tmp_path, "fatto1", "fatto2", "fatto3")
    head, (one, two, three) = chunks(room.text())
    room.write(head + three)
    update(room, longer={"fatto1", "fatto2"})
    joined = one.rstrip() + "\n" + two.split("mentions:\n")[1]
    room.write(head + joined + three)
    update(room)
    assert [room.facts(e) for e in room.events()] == [{"fatto1", "fatto2"}, {"fatto3"}]


def split_and_told_by_a_third(folder: Path) -> Newsroom:
    """A fact that two articles tell, its event split by an editor, and a third article that tells it, too."""
    room = news(folder, "fatto1")
    room.article("b", ["fatto1"])
    room.joined.add("fatto1")
    update(room)
    head, (event,) = chunks(room.text())
    fields, one, two = re.split(r"^(?=    - )", event, flags=re.M)
    room.write(head + fields + one + fields.replace("id: fatto1", "id: parte") + two)
    room.article("c", ["fatto1"])
    room.extract()
    return room


def sources(room: Newsroom) -> list[list[str]]:
    return [[m["article"] for m in e["mentions"]] for e in room.events()]


def test_a_further_passage_of_an_event_an_editor_split_waits_and_can_be_taken(tmp_path):
    """It stands in neither of the two until the editor says in which."""
    room = split_and_told_by_a_third(tmp_path)
    assert sources(room) == [["a"], ["b"]]
    assert "fonte in più: «Ieri il fatto1 è accaduto davvero, dice la cronaca.» (c)" in review.review(room.root, TODAY)
    review.take(room.root, "parte", "mentions")
    update(room)
    assert sources(room) == [["a"], ["b", "c"]]
    assert "fonte in più" not in review.review(room.root, TODAY)


def test_a_further_passage_of_an_event_an_editor_split_is_not_offered_again_once_refused(tmp_path):
    """`review --keep` silences it for good."""
    room = split_and_told_by_a_third(tmp_path)
    review.keep(room.root, "parte", "mentions")
    update(room)
    assert sources(room) == [["a"], ["b"]]
    assert "fonte in più" not in review.review(room.root, TODAY)


def test_two_articles_that_an_editor_calls_two_facts_are_never_told_as_one(tmp_path):
    """Said before a version would join them."""
    room = news(tmp_path, "fatto1")
    room.article("b", ["fatto1"])
    room.extract()
    room.edit("  id: fatto1\n", "  not_same_as: [fatto1-2]\n  id: fatto1\n")
    update(room, joined={"fatto1"})
    assert sources(room) == [["a"], ["b"]]


def test_a_fact_that_an_editor_joined_with_another_comes_back_to_it(tmp_path):
    """Told no more for one version: its passage goes from the event that it was joined with, and stands there again."""
    room = news(tmp_path, "fatto1", "fatto2")
    review.merge(room.root, "fatto1", "fatto2")
    update(room, silent={"fatto2"})
    room.silent.clear()
    update(room)
    assert [(e["id"], room.facts(e)) for e in room.events()] == [("fatto1", {"fatto1", "fatto2"})]


def test_a_passage_of_an_event_that_cannot_leave_its_file_is_not_told_with_another_too(tmp_path):
    """The only event of a file that an editor ended with three dots, its fact told with another article's by now."""
    room = news(tmp_path, "fatto1")
    room.article("b", ["fatto1"])
    room.extract()
    room.write(room.text("b") + "...\n", "b")
    update(room, joined={"fatto1"})
    assert sources(room) == [["a"], ["b"]]


@pytest.mark.parametrize("word", ["same_as", "not_same_as"])
def test_an_editors_word_on_two_facts_is_not_taken_for_one_on_what_stands_in_their_place(tmp_path, word):
    """The article is rewritten, and another fact begins where the one began of which the editor spoke."""
    room = news(tmp_path, "fatto2", "fatto1")
    if word == "same_as":
        review.merge(room.root, "fatto1", "fatto2")
    else:
        room.edit("  id: fatto1\n", "  not_same_as: [fatto2]\n  id: fatto1\n")
    where = {"fatto3": "al molo nord di Bari con due feriti", "fatto1": "nella stazione di Lecce tra treni fermi"}
    room.article("a", [], sentences=tuple(f"Ieri il {fact} {words}." for fact, words in where.items()))
    room.extract()
    assert [room.facts(e) for e in room.events() if "fatto3" in room.facts(e)] == [{"fatto3"}]
    assert not room.plan().writes


def test_what_an_editor_joined_is_told_with_others_as_one_in_each_round(tmp_path):
    """Read otherwise just when another article's event comes to it: what one round does the next does not undo."""
    room = news(tmp_path, "fatto1", "fatto2")
    room.article("b", ["fatto2", "fatto3"])
    room.extract()
    review.merge(room.root, "fatto1", "fatto2")
    update(room, joined={"fatto2"}, longer={"fatto2"})
    assert [(e["id"], [m["article"] for m in e["mentions"]]) for e in room.events()] == [
        ("fatto1", ["a", "a", "b"]),
        ("fatto3", ["b"]),
    ]


def test_events_that_an_editor_joined_and_split_again_by_hand_follow_each_by_itself(tmp_path):
    """What stands in two events is two, whatever `same_as` still says."""
    room = news(tmp_path, "fatto1", "fatto2")
    review.merge(room.root, "fatto1", "fatto2")
    head, (event,) = chunks(room.text())
    fields, one, two = re.split(r"^(?=    - )", event, flags=re.M)
    room.write(head + fields + one + fields.replace("id: fatto1", "id: parte") + two)
    update(room, days={"fatto2": "2025-04-20"})
    assert [(e["id"], e["date"], room.facts(e)) for e in room.events()] == [
        ("fatto1", "2025-04-28", {"fatto1"}),
        ("parte", "2025-04-20", {"fatto2"}),
    ]


def test_what_an_editor_wrote_in_either_of_two_events_stands_in_the_one_they_become(tmp_path):
    """A title over ours, a field that the other has not; a field of both that says two things keeps them apart."""
    room = news(tmp_path, "fatto1", "fatto2")
    room.edit("title: Il fatto2 accade", "title: Mio\n  note: da rileggere\n  x-mio: sì")
    room.edit("  id: fatto1\n", "  same_as: [fatto2]\n  id: fatto1\n")
    room.extract()
    (event,) = room.events()
    assert [event[key] for key in ("id", "title", "note", "x-mio")] == ["fatto1", "Mio", "da rileggere", "sì"]
    room = news(tmp_path / "altro", "fatto1", "fatto2")
    room.edit("title: Il fatto2 accade", "title: Mio")
    room.edit("title: Il fatto1 accade", "title: Tuo\n  same_as: [fatto2]")
    room.extract()
    assert [e["title"] for e in room.events()] == ["Tuo", "Mio"]
    with pytest.raises(ProblemsFound, match=r"andrebbe perso quello che hai scritto in titolo"):
        review.merge(room.root, "fatto1", "fatto2")


def test_two_events_that_are_called_one_and_two_stay_two(tmp_path):
    """Whichever of the two says so, run after run."""
    room = news(tmp_path, "fatto1", "fatto2")
    room.edit("  id: fatto1\n", "  same_as: [fatto2]\n  id: fatto1\n")
    room.edit("  id: fatto2\n", "  not_same_as: [fatto1]\n  id: fatto2\n")
    before = room.text()
    for _ in range(2):
        update(room)
        assert room.text() == before


def test_an_event_that_is_called_two_with_itself_stays_one(tmp_path):
    """The line names nobody else: two articles go on telling the one fact."""
    room = news(tmp_path, "fatto1")
    room.article("b", ["fatto1"])
    update(room, joined={"fatto1"})
    room.edit("  id: fatto1\n", "  not_same_as: [fatto1]\n  id: fatto1\n")
    before = room.text()
    update(room)
    assert (room.text(), sources(room)) == (before, [["a", "b"]])


def test_an_event_called_one_with_another_follows_where_that_one_lost_its_passages(tmp_path):
    """Both titles are an editor's, so they stay two; of the other the sources are taken out too."""
    room = news(tmp_path, "fatto1", "fatto2")
    room.edit("title: Il fatto1 accade", "title: Tuo")
    room.edit("title: Il fatto2 accade", "title: Mio")
    room.edit("  id: fatto2\n", "  same_as: [fatto1]\n  id: fatto2\n")
    room.extract()
    head, (one, two) = chunks(room.text())
    room.write(head + one[: one.index("  mentions:")] + two)
    update(room, people={"fatto2": ("Anna Rossi",)})
    assert [(e["title"], e.get("people")) for e in room.events()] == [("Tuo", None), ("Mio", ["Anna Rossi"])]


def test_a_passage_with_a_remark_stays_where_it_is_told_apart_and_follows_once_told_together_again(tmp_path):
    room = news(tmp_path, "fatto1")
    room.article("b", ["fatto1"])
    update(room, joined={"fatto1"}, longer={"fatto1"})
    room.write(room.text().rstrip("\n") + " # mia\n")
    room.joined.clear()
    room.longer.clear()
    update(room)
    assert [(m["article"], m["expression"]) for e in room.events() for m in e["mentions"]] == [
        ("a", "Ieri"),
        ("b", "Ieri il"),
    ]
    update(room, joined={"fatto1"})
    assert [(m["article"], m["expression"]) for e in room.events() for m in e["mentions"]] == [
        ("a", "Ieri"),
        ("b", "Ieri"),
    ]
    assert room.text().endswith(" # mia\n")


def test_an_id_that_leads_to_another_event_is_given_to_no_new_one(tmp_path):
    """Else the next run would take the two for one."""
    room = news(tmp_path, "fatto1")
    room.edit("  id: fatto1\n", "  same_as: [fatto2]\n  note: mia\n  id: fatto1\n")
    room.article("a", [], sentences=("Ieri, da tutt’altra parte, il fatto2 sorprende chi passa.",))
    room.extract()
    assert [e["id"] for e in room.events()] == ["fatto1", "fatto2-2"]
    assert not room.join_pasted()


def test_a_passage_that_an_editor_copied_goes_for_good_with_the_event_it_stands_in(tmp_path):
    """Its own event is told no more and taken out; the copy is deleted; then it is told again."""
    room = news(tmp_path, "fatto1", "fatto2")
    head = copy_passage_of_what_falls_silent(room)
    room.write(head)
    room.silent.clear()
    update(room)
    assert not room.events()


def test_a_passage_that_an_editor_copied_is_not_told_with_another_articles_too(tmp_path):
    """Its own event was told no more; told again, another article tells it, too."""
    room = news(tmp_path, "fatto1", "fatto2")
    copy_passage_of_what_falls_silent(room)
    room.article("b", ["fatto2"])
    room.silent.clear()
    update(room, joined={"fatto2"})
    assert sources(room) == [["a", "a"], ["b"]]


def test_sources_that_an_editor_took_out_and_takes_again_follow(tmp_path):
    """Read otherwise meanwhile; once taken, and read as in the beginning, they say what is read."""
    room = news(tmp_path, "fatto1")
    head, (event,) = chunks(room.text())
    room.write(head + event[: event.index("  mentions:")])
    update(room, longer={"fatto1"})
    review.take(room.root, "fatto1", "mentions")
    room.longer.clear()
    update(room)
    assert [m["expression"] for m in room.events()[0]["mentions"]] == ["Ieri"]


def test_a_killed_run_is_finished_before_events_are_joined(tmp_path, monkeypatch):
    """Else what it had written of another event would count as an editor's."""
    room = news(tmp_path, "fatto1", "fatto2", "fatto3")
    room.titles["fatto3"], room.version = "Nuovo", 2
    real = writing.write_atomically

    def die_at_the_record(path: Path, data: bytes, *note) -> None:
        if path.suffix == ".json" and ".extracted" in path.as_posix():
            raise Killed
        real(path, data, *note)

    monkeypatch.setattr(writing, "write_atomically", die_at_the_record)
    with pytest.raises(Killed):
        room.extract()
    monkeypatch.undo()
    review.merge(room.root, "fatto1", "fatto2")
    update(room, titles={"fatto3": "Ancora"})
    assert [e["title"] for e in room.events()] == ["Il fatto1 accade", "Ancora"]


def test_events_of_a_file_in_brackets_are_called_one_whatever_stands_before_them_in_the_line(tmp_path):
    """Many events in a line, one of them with a # in its title."""
    room = news(tmp_path, "fatto1", "fatto2", "fatto3")
    one, two, three = room.events()
    written = ({**one, "title": "«Tre» # non un commento"}, two, {**three, "same_as": ["fatto2"]})
    room.write("[" + ", ".join(map(flow, written)) + "]\n")
    room.extract()
    assert [(e["id"], room.facts(e)) for e in room.events()] == [
        ("fatto1", {"fatto1"}),
        ("fatto3", {"fatto2", "fatto3"}),
    ]


def test_a_copy_of_an_event_whose_passages_were_taken_out_is_an_editors(tmp_path):
    """It has an id of its own; neither of the two is touched, not even where the program reads the fact otherwise."""
    room = news(tmp_path, "fatto1", "fatto2")
    text = room.text()
    one = text[text.index("- title: Il fatto1") : text.index("- title: Il fatto2")]
    bare = one[: one.index("  mentions:")] + "\n"
    room.write(text.replace(one, bare).rstrip("\n") + "\n\n" + one.replace("id: fatto1", "id: mio").rstrip("\n") + "\n")
    edited = room.text()
    update(room, titles={"fatto1": "Nuovo", "fatto2": "Nuovo anche questo"})
    assert room.text() == edited.replace("title: Il fatto2 accade", "title: Nuovo anche questo")


def test_what_stands_in_another_event_lends_none_a_title(tmp_path):
    """An editor calls one event what was put together by hand with another, whose passage reads otherwise by now."""
    room = news(tmp_path, "fatto1", "fatto2", "fatto3")
    update(room, longer={"fatto2"})
    head, (one, two, three) = chunks(room.text())
    _, passage = re.split(r"^(?=    - )", two, flags=re.M)
    one = one.replace("  id: fatto1\n", "  same_as: [fatto2]\n  id: fatto1\n")
    room.write(head + one + three.rstrip("\n") + "\n" + passage)
    room.longer.clear()
    update(room)
    update(room, titles={"fatto1": "Primo", "fatto2": "Secondo", "fatto3": "Terzo"})
    assert [(e["id"], e["title"]) for e in room.events()] == [("fatto1", "Primo"), ("fatto3", "Terzo")]


def test_of_two_copies_under_one_id_the_second_follows_the_first(tmp_path):
    """An editor pastes an event twice and calls another one the same: nothing of hers stands in either copy."""
    room = news(tmp_path, "fatto1", "fatto2")
    head, (one, two) = chunks(room.text())
    one = one.replace("  id: fatto1\n", "  same_as: [fatto2]\n  id: fatto1\n")
    room.write(head + one + two.rstrip("\n") + "\n" + two)
    update(room)
    update(room)
    assert [(e["id"], len(e["mentions"])) for e in room.events()] == [("fatto1", 2)]
