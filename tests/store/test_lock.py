"""Two runs at once, and what a killed one leaves behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys

import pytest
from newsroom import Newsroom

from timeline.problems import ProblemsFound
from timeline.store import sync
from timeline.store.writing import JOURNAL, locked

HOLD = "import sys; from pathlib import Path; from timeline.store.writing import locked\n"
HOLD += "with locked(Path(sys.argv[1])):\n    print('held', flush=True); sys.stdin.read()"


@pytest.fixture
def room(tmp_path):
    room = Newsroom(tmp_path)
    room.article("a", ["fatto1", "fatto2"])
    return room


@pytest.fixture
def other_run(room):
    """Another process that holds the dossier's lock."""
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(room.root)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout.readline() == "held\n"
        yield process
        process.stdin.close()


def test_a_second_run_is_stopped_with_a_clear_message(room, other_run):
    """Nothing is written, and the message says what to do."""
    with pytest.raises(ProblemsFound) as found:
        room.extract()
    assert str(found.value.problems[0]).splitlines() == [
        "un’altra estrazione è in corso in questo dossier",
        "    aspetta che finisca, poi riprova",
    ]
    assert not (room.root / "content/events").exists()
    other_run.stdin.close()
    other_run.wait()
    room.extract()
    assert len(room.events()) == 2


@pytest.mark.skipif(os.name != "posix", reason="kill -9 is of POSIX systems")
def test_a_run_killed_with_the_lock_in_hand_blocks_nobody(room, other_run):
    """The lock is the system's: it goes with the process, and the file that it leaves means nothing."""
    os.kill(other_run.pid, signal.SIGKILL)
    other_run.wait()
    assert (room.root / ".timeline/lock").exists()
    room.extract()
    assert len(room.events()) == 2


def test_the_folder_of_locks_keeps_itself_out_of_git_and_may_be_deleted(room):
    """It ignores itself; once a run is over it holds no journal, and nothing is lost with it."""
    room.extract()
    folder = room.root / ".timeline"
    assert (folder / ".gitignore").read_text("utf-8") == "*\n"
    assert not (room.root / JOURNAL).exists()
    for path in folder.iterdir():
        path.unlink()
    folder.rmdir()
    assert not room.plan().writes


def test_a_run_over_a_record_that_changed_meanwhile_writes_nothing(room):
    """Git may bring new records while a run reads: that too is a conflict, and the run says so."""
    room.extract()
    room.version, room.titles["fatto1"] = 2, "Nuovo"
    plan = room.plan()
    record = room.root / "content/events/.extracted/a.json"
    record.write_bytes(record.read_bytes().replace(b'"v1"', b'"v3"'))
    before = room.all_text()
    with pytest.raises(ProblemsFound, match="non è stato scritto niente"):
        sync.apply(plan)
    assert room.all_text() == before


def test_locks_of_two_dossiers_are_two(tmp_path):
    """One dossier's run stops no other dossier's."""
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
    with locked(tmp_path / "a"), locked(tmp_path / "b"):
        pass
