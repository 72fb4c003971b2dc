"""Event files and records under Git: small hunks, and branches that meet without conflict."""

from __future__ import annotations

import re
import shutil
import subprocess

import pytest
from newsroom import Newsroom

pytestmark = pytest.mark.skipif(not shutil.which("git"), reason="needs git")


def git(root, *args):
    command = ["git", "-c", "user.name=Prova", "-c", "user.email=prova@example.org", "-c", "commit.gpgsign=false"]
    return subprocess.run([*command, *args], cwd=root, check=True, capture_output=True, text=True).stdout


def commit(root, words):
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message", words)


@pytest.fixture
def room(tmp_path):
    """A dossier of one article and four facts, committed."""
    room = Newsroom(tmp_path)
    room.article("a", ["fatto1", "fatto2", "fatto3", "fatto4"])
    room.extract()
    git(tmp_path, "init", "--quiet", "--initial-branch", "main")
    commit(tmp_path, "Primi fatti")
    return room


def hunks(root, path):
    """The hunks of a file's change, without any unchanged line around them."""
    return re.findall(r"^@@.*@@", git(root, "diff", "--unified=0", "--", path), re.M)


def test_nothing_of_a_moment_is_committed(room):
    """The lock's folder keeps itself out; events, records and schema go in."""
    committed = git(room.root, "ls-files").split()
    assert "content/events/.extracted/a.json" in committed
    assert "content/events/.schema.json" in committed
    assert not [path for path in committed if path.startswith(".timeline")]


def test_what_changes_in_one_event_is_one_hunk(room):
    """A new title, a new date, both, a new event, one that goes: each is one hunk of the event file."""
    for change in (
        {"titles": {"fatto2": "Nuovo titolo"}},
        {"titles": {"fatto2": "Altro titolo"}, "days": {"fatto2": "2025-04-20"}},
        {"silent": {"fatto3"}},
    ):
        for name, value in change.items():
            getattr(room, name).update(value)
        room.version += 1
        room.extract()
        # The date of a passage stands with the passage, some lines below that of the event.
        expected = 2 if "days" in change else 1
        assert len(hunks(room.root, "content/events/a.yml")) == expected, change
        commit(room.root, "Versione nuova")
    room.article("a", ["fatto1", "fatto2", "fatto4", "fatto5"])
    room.extract()
    assert len(hunks(room.root, "content/events/a.yml")) == 1


def add_on_branches(room, facts):
    """An article that tells one fact on a branch of its own each; then all of them meet on main."""
    for branch, fact in facts.items():
        git(room.root, "switch", "--quiet", "--create", branch, "main")
        room.article(branch, [fact], published="2025-04-29")
        room.extract()
        commit(room.root, f"Un articolo di {branch}")
    git(room.root, "switch", "--quiet", "main")
    for branch in facts:
        git(room.root, "merge", "--quiet", "--no-edit", branch)


def test_branches_that_add_different_articles_meet_without_conflict(room):
    """Events, records and schema of both are there, and a run after the merge has nothing to do."""
    add_on_branches(room, {"anna": "fatto7", "ugo": "fatto8"})
    assert [event["id"] for event in room.events()] == ["fatto1", "fatto2", "fatto3", "fatto4", "fatto7", "fatto8"]
    assert not room.plan().writes


def test_branches_that_add_a_source_to_different_facts_meet_without_conflict(room):
    """Both write into the file and the record of the article that told the facts first, each at its own place."""
    room.joined |= {"fatto1", "fatto4"}
    add_on_branches(room, {"anna": "fatto1", "ugo": "fatto4"})
    told = {event["id"]: [m["article"] for m in event["mentions"]] for event in room.events()}
    assert told == {"fatto1": ["a", "anna"], "fatto2": ["a"], "fatto3": ["a"], "fatto4": ["a", "ugo"]}
    assert not room.plan().writes


def test_a_conflict_in_a_record_loses_no_event(room):
    """Whichever side an editor takes, or if the markers stay in: the record is made anew and the events stand."""
    root = room.root
    room.edit("title: Il fatto2 accade", "title: Mio")
    before = room.text()
    record = root / "content/events/.extracted/a.json"
    record.write_text(f"<<<<<<< HEAD\n{record.read_text('utf-8')}=======\n>>>>>>> anna\n", "utf-8")
    plan = room.extract()
    assert [p.message for p in plan.problems] == ["il registro è danneggiato"]
    assert room.text() == before
    assert not room.plan().writes
    assert not room.plan().problems
