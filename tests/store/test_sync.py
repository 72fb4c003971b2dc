"""Extraction into files that editors own: it writes where nobody has been, and loses nothing."""

from __future__ import annotations

import re

import pytest
from newsroom import Newsroom, chunks

from timeline.problems import ProblemsFound
from timeline.store import review, sync
from timeline.store.holdings import load_holdings
from timeline.store.record import load_records


@pytest.fixture
def room(tmp_path):
    room = Newsroom(tmp_path)
    room.article("a", ["fatto1", "fatto2", "fatto3"])
    room.extract()
    return room


def reread(room, **changes):
    """The program is updated: it reads some facts otherwise."""
    room.version += 1
    for name, value in changes.items():
        getattr(room, name).update(value)
    return room.extract()


def test_events_are_written_and_a_second_run_changes_no_byte(room):
    """Titles first, drafts, the schema in the first line; then nothing more to do."""
    text = room.text()
    assert text.startswith("# yaml-language-server: $schema=.schema.json\n\n- title: Il fatto1 accade\n")
    assert [e["status"] for e in room.events()] == ["draft"] * 3
    assert not room.plan().writes
    reread(room)
    assert room.text() == text


def test_untouched_fields_follow_and_changed_ones_stay(room):
    """A title set by hand stays for good, while the date of the same event follows the extractor."""
    room.edit("title: Il fatto1 accade", "title: Titolo mio")
    reread(room, titles={"fatto1": "Altro", "fatto2": "Nuovo"}, days={"fatto1": "2025-04-20"})
    assert "title: Titolo mio\n  date: 2025-04-20\n" in room.text()
    assert "title: Nuovo\n" in room.text()
    assert "Altro" not in room.text()


def test_a_date_retyped_in_words_is_the_editors(room):
    """The same day in other words is an editor's wording: it does not turn back."""
    room.edit("  date: 2025-04-28\n", "  date: 28 aprile 2025\n")
    reread(room, days={"fatto1": "2025-04-20"})
    assert "  date: 28 aprile 2025\n" in room.text()


def test_deleted_events_stay_deleted(room):
    """Also when the article changes, and when the file goes as a whole."""
    head, events = chunks(room.text())
    room.write(head + events[0] + events[2])
    reread(room, titles={"fatto2": "Torna?"})
    room.article("a", ["fatto0", "fatto1", "fatto2", "fatto3"])
    room.extract()
    assert [e["id"] for e in room.events()] == ["fatto1", "fatto3", "fatto0"]
    (room.root / "content/events/a.yml").unlink()
    reread(room, titles={"fatto1": "E ora?"})
    assert room.events() == []


def test_events_no_longer_told_go_only_if_untouched(room):
    """A remark inside an event is an editor's touch too."""
    room.edit("  status: draft\n  summary: Ieri il fatto1", "  status: draft # verificare\n  summary: Ieri il fatto1")
    room.silent |= {"fatto1", "fatto2"}
    plan = reread(room)
    assert [e["id"] for e in room.events()] == ["fatto1", "fatto3"]
    assert {c.kind for c in plan.changes} == {"kept", "removed"}


def test_published_events_are_frozen_and_newer_words_wait(room):
    """What would change becomes a proposal, which `review` shows and an editor takes or silences."""
    room.edit("status: draft", "status: pubblicato")
    before = chunks(room.text())[1][0]
    plan = reread(room, titles={"fatto1": "Meglio"}, days={"fatto1": "2025-04-20"})
    assert chunks(room.text())[1][0] == before
    assert [c.kind for c in plan.changes] == ["proposed"]
    assert "1 articolo riletto con la nuova versione: 0 fatti pubblicati toccati, 1 proposta" in plan.lines()
    review.take(room.root, "fatto1", "title")
    assert "title: Meglio\n" in room.text()
    review.keep(room.root, "fatto1", "date")
    reread(room, days={"fatto1": "2025-04-19"})
    assert "date: 2025-04-28" in chunks(room.text())[1][0]
    assert not any(w.newer for w in load_records(room.root)[0]["a"].written)


def test_the_report_counts_what_happened_by_its_cause(room):
    """An event is counted once: where an article is new or changed, there; else with the program's new version."""
    room.edit("status: draft", "status: pubblicato")
    room.edit("title: Il fatto2 accade", "title: Mio")
    room.joined.add("fatto3")
    room.article("b", ["fatto3", "fatto4"], published="2025-04-29")
    room.article("c", ["fatto5"], published="2025-04-29")
    plan = reread(room, titles={f"fatto{n}": f"Nuovo {n}" for n in range(1, 4)}, people={"fatto2": ("Anna",)})
    assert plan.lines()[-3:] == [
        "2 articoli nuovi: 2 bozze aggiunte, 1 bozza aggiornata",
        "1 articolo riletto con la nuova versione: 0 fatti pubblicati toccati, 1 bozza migliorata, 2 proposte",
        "per vedere che cosa ti aspetta: timeline review",
    ]
    assert "aggiunto: «Il fatto5 accade» (content/events/c.yml)" in plan.lines()
    room.silent |= {"fatto4", "fatto2"}
    lines = reread(room).lines()
    assert (
        "3 articoli riletti con la nuova versione: 0 fatti pubblicati toccati, 1 bozza tolta, 1 fatto lasciato com’è"
        in lines
    )
    room.edit("title: Mio", "title: Il fatto2 accade")
    reread(room)
    assert reread(room).lines() == ["3 articoli riletti con la nuova versione: 0 fatti pubblicati toccati"]


def test_split_events_are_all_the_editors(room):
    """After a split no copy follows any more, and none is added."""
    head, events = chunks(room.text())
    room.write(head + events[0] + events[0].replace("id: fatto1", "id: altro") + events[1] + events[2])
    before = room.text()
    reread(room, titles={"fatto1": "Nuovo"})
    assert room.text() == before


def test_events_moved_to_another_file_still_follow(room):
    """Where an event stands is an editor's choice; it is known by its passage."""
    head, events = chunks(room.text())
    room.write(head + events[1] + events[2])
    room.write("# la mia scelta\n\n" + events[0], "scelti")
    reread(room, titles={"fatto1": "Nuovo"})
    assert room.text("scelti").startswith("# la mia scelta\n\n- title: Nuovo\n")
    assert "fatto1" not in room.text()


def test_renamed_article_is_recognised(room):
    """The passages name the article's new file; nothing is added or lost."""
    articles = room.root / "content/articles"
    (articles / "a.md").rename(articles / "b.md")
    room.extract()
    assert {m["article"] for e in room.events() for m in e["mentions"]} == {"b"}
    assert len(room.events()) == 3
    assert not room.plan().writes


def test_absent_articles_keep_their_events(room):
    """content/articles/ may be kept out of a clone."""
    (room.root / "content/articles/a.md").unlink()
    before = room.text()
    room.article("b", ["fatto9"])
    reread(room)
    assert room.text() == before


def test_articles_that_tell_one_fact_share_an_event(room):
    """The second source joins the event of the first where that is still ours; taken apart, it gets its own again."""
    room.joined.add("fatto1")
    room.article("b", ["fatto1"], published="2025-04-30")
    room.extract()
    assert len(room.events()) == 3
    assert [m["article"] for m in room.events()[0]["mentions"]] == ["a", "b"]
    room.joined.clear()
    reread(room)
    assert sorted(e["id"] for e in room.events()) == ["fatto1", "fatto1-2", "fatto2", "fatto3"]


def without_source(text, article):
    """The text without an article's passage, as an editor takes it out."""
    taken = re.sub(rf"    - article: {article}\n(?:      .*\n)+", "", text)
    assert taken != text
    return taken


@pytest.fixture
def joined(tmp_path):
    """A fact of two articles, of which the second, printed earlier, lends the title, the day and the summary."""
    room = Newsroom(tmp_path, joined={"fatto1"}, titles={"fatto1": "Titolo {article}"})
    room.article("a", ["fatto1", "fatto2"], published="2025-04-28")
    room.article("b", ["fatto1"], published="2025-04-27", sentences=("Ieri il fatto1 lo dice solo la fonte bi.",))
    room.extract()
    (event,) = [e for e in room.events() if "fatto1" in room.facts(e)]
    assert (event["title"], event["date"], len(event["mentions"])) == ("Titolo b", "2025-04-27", 2)
    return room


def test_a_source_that_an_editor_took_out_neither_comes_back_nor_colours_the_event(joined):
    """Title, day, summary and names then follow the sources that stand; nor does it come as an event of its own."""
    name = next(p.stem for p in joined.files() if "article: b" in p.read_text("utf-8"))
    joined.write(without_source(joined.text(name), "b"), name)
    for step in range(3):
        reread(joined, people={"fatto1": (f"Persona {step}",)})
        (event,) = [e for e in joined.events() if "fatto1" in joined.facts(e)]
        assert (event["title"], event["date"], event["people"]) == ("Titolo a", "2025-04-28", [f"Persona {step}"])
        assert "solo la fonte bi" not in joined.all_text()
        assert not joined.plan().writes
    joined.longer.add("fatto1")
    joined.article("b", [], published="2025-04-27", sentences=("Ieri il fatto1 lo dice solo la fonte bi, pare.",))
    reread(joined)
    assert "solo la fonte bi" not in joined.all_text()
    joined.article("c", ["fatto1"], published="2025-05-02")
    joined.extract()
    (event,) = [e for e in joined.events() if "fatto1" in joined.facts(e)]
    assert [m["article"] for m in event["mentions"]] == ["a", "c"]


def test_an_event_whose_sources_an_editor_took_out_is_the_editors(room):
    """Nothing proves it any more: what is read newly of the passages only waits."""
    room.write(without_source(room.text(), "a").replace("    - article: a", "    - article: a"))
    room.write(re.sub(r"(id: fatto1\n)  mentions:\n", r"\1", room.text()))
    before = room.text()
    plan = reread(room, titles={"fatto1": "Altro"})
    assert room.text() == before
    assert [(c.kind, c.fields) for c in plan.changes] == [("proposed", ("title",))]


def test_a_source_whose_words_an_editor_mended_is_not_taken_for_one_taken_out(joined):
    """Another expression, another quote: the passage is still there, and the event follows it."""
    name = next(p.stem for p in joined.files() if "article: b" in p.read_text("utf-8"))
    joined.edit("      quote: Ieri il fatto1 lo dice solo la fonte bi.", "      quote: lo dice solo la fonte bi", name)
    reread(joined, people={"fatto1": ("Anna",)}, titles={"fatto1": "Nuovo {article}"})
    (event,) = [e for e in joined.events() if "fatto1" in joined.facts(e)]
    assert (event["title"], [m["article"] for m in event["mentions"]]) == ("Nuovo b", ["b", "a"])


def test_a_lost_record_is_rebuilt_without_touching_events(room):
    """Damaged or gone: what differs from the extraction counts as the editor's, what is missing stays missing."""
    head, events = chunks(room.text())
    room.write(head + events[0].replace("Il fatto1 accade", "Mio") + events[1])
    before = room.text()
    record = room.root / "content/events/.extracted/a.json"
    for damage in (lambda: record.write_text("{"), record.unlink):
        damage()
        room.extract()
        assert room.text() == before
    reread(room, titles={"fatto2": "Segue"})
    assert "title: Segue\n" in room.text()


def test_windows_files_keep_their_line_ends_and_mark(room):
    """CRLF, a BOM and a missing last newline survive an update and an addition."""
    room.write("\ufeff" + room.text().replace("\n", "\r\n").rstrip())
    room.article("a", ["fatto1", "fatto2", "fatto3", "fatto4"])
    room.extract()
    text = room.text()
    assert text.startswith("\ufeff#")
    assert text.count("\n") == text.count("\r\n")
    assert not text.endswith("\n")
    assert len(room.events()) == 4


def test_broken_file_is_left_and_the_rest_goes_on(room):
    """Conflict markers stop one file, not the dossier."""
    broken = "<<<<<<< HEAD\n" + room.text()
    room.write(broken)
    room.article("b", ["fatto8"])
    plan = reread(room, titles={"fatto1": "Nuovo"})
    assert room.text() == broken
    assert "fatto8" in room.text("b")
    assert any("conflitto di Git non risolto, riga 1" in p.message for p in plan.problems)


BREAKAGES = {
    "conflict": lambda data: data + b"<<<<<<< HEAD\n",
    "tab": lambda data: data + b"\t- title: [\n",
    "UTF-16": lambda data: data.decode().encode("utf-16"),
    "Latin-1": lambda data: data + "# città\n".encode("latin-1"),
    "nulls": lambda data: data + bytes(3),
}


@pytest.mark.parametrize("breakage", BREAKAGES)
@pytest.mark.parametrize("comes", ["a new version", "a new article", "another text"])
def test_a_fact_in_a_file_that_cannot_be_read_is_not_added_to_another(room, breakage, comes):
    """It counts as existing, whichever of its articles is read meanwhile; once it is mended all is right."""
    room.joined.add("fatto1")
    room.article("b", ["fatto1", "fatto5"], published="2025-04-30")
    room.extract()
    sound = (room.root / "content/events/a.yml").read_bytes()
    (room.root / "content/events/a.yml").write_bytes(BREAKAGES[breakage](sound))
    if comes == "a new version":
        room.longer.add("fatto1")
        room.version += 1
    elif comes == "another text":
        room.article("b", [], sentences=("Ieri, dice la cronaca, il fatto1 è accaduto.", "Ieri il fatto6 è accaduto."))
    else:
        room.article("c", ["fatto1", "fatto7"], published="2025-05-02")
    room.article("d", ["fatto8"])
    room.extract()
    others = [path for path in room.files() if path.name != "a.yml"]
    assert [path.name for path in others if "fatto1" in path.read_text("utf-8")] == []
    assert "fatto8" in room.text("d")
    (room.root / "content/events/a.yml").write_bytes(sound)
    room.extract()
    (event,) = [e for e in room.events() if "fatto1" in room.facts(e)]
    assert [m["article"] for m in event["mentions"]] == (["a", "b", "c"] if comes == "a new article" else ["a", "b"])
    assert not room.plan().writes


def test_a_lost_record_adds_nothing_that_stands_in_another_file(room):
    """An event that an editor moved, beside one that has a passage of the same article: it is known by its own."""
    room.joined.add("fatto2")
    room.article("c", ["fatto2", "fatto5"])
    room.extract()
    room.write(room.text() + "\n" + chunks(room.text("c"))[1][0])
    (room.root / "content/events/c.yml").unlink()
    room.extract()
    before = room.all_text()
    (room.root / "content/events/.extracted/c.json").unlink()
    room.extract()
    assert room.all_text() == before


@pytest.mark.parametrize("beside", [True, False])
def test_a_passage_with_a_remark_in_it_stays_in_one_event_only(room, beside):
    """Two papers' fact comes apart, and the place that an editor's remark holds fast is not told a second time.

    The text of the second paper changed too, so that the passage stands elsewhere in it; *beside*, another fact of
    that paper is one with it now.
    """
    room.joined.add("fatto1")
    room.article("b", ["fatto5", "fatto1"])
    room.extract()
    quote = "quote: Ieri il fatto1 è accaduto davvero, dice la cronaca."
    head, tail = room.text().split("article: b\n", 1)
    room.write(head + "article: b\n" + tail.replace("      quote:", "  # verificato al telefono\n      quote:", 1))
    room.joined.clear()
    room.article("b", ["fatto4", "fatto5", "fatto1"] if beside else ["fatto4", "fatto1"])
    reread(room)
    assert "# verificato al telefono" in room.text()
    holders = [e for e in room.events() if any(m["article"] == "b" and "fatto1" in m["quote"] for m in e["mentions"])]
    assert len(holders) == 1
    assert quote in room.text()
    before = room.all_text()
    reread(room)
    assert room.all_text() == before


@pytest.mark.parametrize("way", ["by command", "by hand"])
def test_what_was_joined_stays_joined_when_a_passage_is_rewritten(room, way):
    """The event is still the one whose id it has, though only the passage of the other stands as we wrote it."""
    said = {4: "al molo nord di Bari", 5: "nella stazione di Lecce", 6: "sotto il ponte vecchio"}
    room.article("b", [], sentences=tuple(f"Ieri il fatto{n} {w}, scrive il giornale." for n, w in said.items()))
    room.extract()
    if way == "by command":
        review.merge(room.root, "fatto4", "fatto5")
    else:
        head, (one, two, three) = chunks(room.text("b"))
        passage = two[two.index("    - article:") :].rstrip("\n")
        room.write(head + one.rstrip("\n") + "\n" + passage + "\n\n" + three, "b")
    reread(room)
    room.edit("title: Il fatto4 accade", "title: Titolo mio", "b")
    room.edit(
        "quote: Ieri il fatto4 al molo nord di Bari, scrive il giornale.", "quote: Il fatto4 al molo di Bari", "b"
    )
    written = load_holdings(room.root).find("fatto4").written
    assert written
    assert written.event.id == "fatto4"
    before = room.all_text()
    reread(room)
    reread(room)
    assert room.all_text() == before


def test_a_file_saved_meanwhile_stops_the_writing(room):
    """Nothing at all is written where a file changed between reading and writing."""
    room.version += 1
    room.titles["fatto1"] = "Nuovo"
    plan = room.plan()
    room.edit("Il fatto2", "Il mio fatto2")
    before = room.all_text()
    with pytest.raises(ProblemsFound, match="è cambiato durante l’estrazione"):
        sync.apply(plan)
    assert room.all_text() == before


def test_flow_style_and_indented_lists_are_edited_in_their_style(room):
    """An editor's brackets and indentation stay."""
    head, events = chunks(room.text())
    indented = "".join("  " + line if line.strip() else line for e in events for line in e.splitlines(keepends=True))
    room.write(head + indented)
    room.article("a", ["fatto1", "fatto2", "fatto3", "fatto4"])
    room.extract()
    assert room.text().startswith(head + indented)
    assert "\n  - title: Il fatto4 accade\n" in room.text()
    room.write(
        "[{title: Il fatto1 accade, date: 2025-04-28, status: draft, id: fatto1, mentions: [{article: a, "
        'expression: Ieri, date: 2025-04-28, quote: "Ieri il fatto1 è accaduto davvero, dice la cronaca."}]}]\n'
    )
    reread(room, people={"fatto1": ("Anna, la sindaca", "Ugo")}, days={"fatto1": "2025-04-20"})
    assert room.events()[0]["people"] == ["Anna, la sindaca", "Ugo"]
    assert room.events()[0]["date"] == "2025-04-20"


def test_merge_joins_two_events_as_a_text_edit(room):
    """The first keeps its id; the second's passages come over and its id forwards."""
    review.merge(room.root, "fatto1", "fatto3")
    first = room.events()[0]
    assert first["same_as"] == ["fatto3"]
    assert len(first["mentions"]) == 2
    assert [e["id"] for e in room.events()] == ["fatto1", "fatto2"]
    reread(room, titles={"fatto3": "Torna?"})
    assert [e["id"] for e in room.events()] == ["fatto1", "fatto2"]


@pytest.mark.parametrize("apart", [True, False])
def test_a_record_lost_beside_a_file_that_cannot_be_read_adds_no_fact_twice(room, apart):
    """And a new version reads the sentence otherwise, and the two papers' fact comes apart or another joins it."""
    if apart:
        room.joined.add("fatto1")
    room.article("b", ["fatto1"], published="2025-04-30")
    room.extract()
    sound = room.text()
    room.write("<<<<<<< HEAD\n" + sound)
    (room.root / "content/events/.extracted/a.json").unlink()
    room.joined ^= {"fatto1"}
    reread(room, longer={"fatto1"})
    room.write(sound)
    room.version += 1
    room.extract()
    assert sorted(m["article"] for e in room.events() for m in e["mentions"]) == ["a", "a", "a", "b"]
    assert not room.plan().writes


@pytest.fixture
def three(room):
    """Three articles; the first two tell fatto1 together, and each tells one more of its own."""
    room.joined.add("fatto1")
    room.article("b", ["fatto1", "fatto5"], published="2025-04-29")
    room.article("c", ["fatto6"], published="2025-04-30")
    room.extract()
    return room


def told_by(room):
    """Each passage in the files: who tells which fact."""
    facts = [(m["article"], re.findall(r"fatto\d+", m["quote"])[0]) for e in room.events() for m in e["mentions"]]
    return sorted(facts)


def read_with_a_file_broken(room, name):
    """A new version reads all otherwise while a file cannot be read; and once more when it is mended."""
    sound = room.text(name)
    room.write("<<<<<<< HEAD\n" + sound, name)
    reread(room, longer={"fatto1", "fatto5", "fatto6"})
    room.write(sound, name)
    room.extract()


@pytest.mark.parametrize("lost", ["a", "b", "c"])
@pytest.mark.parametrize("broken", ["a", "b", "c"])
@pytest.mark.parametrize("apart", [True, False])
def test_no_fact_is_added_twice_whichever_record_is_lost_and_whichever_file_broken(three, lost, broken, apart):
    """What waits for a file to be mended takes along what is forgotten and stands beside it."""
    before = told_by(three)
    (three.root / f"content/events/.extracted/{lost}.json").unlink()
    three.joined -= {"fatto1"} if apart else set()
    read_with_a_file_broken(three, broken)
    assert not [twice for twice in told_by(three) if told_by(three).count(twice) > 1]
    assert set(told_by(three)) <= set(before)
    assert not three.plan().writes


@pytest.mark.parametrize("broken", ["a", "c"])
def test_a_record_lost_is_missed_where_its_event_file_was_renamed(three, broken):
    """Half of what the article tells stands in the files: it has been read before."""
    before = told_by(three)
    (three.root / "content/events/b.yml").rename(three.root / "content/events/scelti.yml")
    (three.root / "content/events/.extracted/b.json").unlink()
    read_with_a_file_broken(three, broken)
    assert told_by(three) == before


def test_a_record_lost_of_an_event_joined_by_hand_adds_no_fact_twice(three):
    """The passages of two papers put below a third one's event: that of the paper which is not forgotten, too."""
    _, (one, two, three_) = chunks(three.text())
    three.write("".join((two, three_)))
    three.write(three.text("c").rstrip() + "\n" + one.split("mentions:\n")[1], "c")
    three.extract()
    before = told_by(three)
    (three.root / "content/events/.extracted/a.json").unlink()
    three.joined.clear()
    reread(three, longer={"fatto1"})
    assert told_by(three) == before
