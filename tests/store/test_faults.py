"""A process killed at any dealing with the disk leaves whole files, and the next run finishes its job."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from newsroom import Newsroom

from timeline.store.record import load_records

HERE = Path(__file__).parent


def before(folder: Path) -> Newsroom:
    """Three facts, one retitled by hand; the article changes, and another has come."""
    room = Newsroom(folder)
    room.article("a", ["fatto1", "fatto2", "fatto3"])
    room.extract()
    room.edit("title: Il fatto2 accade", "title: Mio # e un appunto")
    room.article("b", ["fatto5"], published="2025-05-02")
    return room


def after(folder: Path) -> dict[str, bytes]:
    """The files of the dossier, ours of a moment left out."""
    return {
        p.relative_to(folder).as_posix(): p.read_bytes()
        for p in sorted(folder.rglob("*"))
        if p.is_file() and ".timeline" not in p.relative_to(folder).parts
    }


def run(folder: Path, dealings: int) -> int:
    command = [sys.executable, str(HERE / "killed_run.py"), str(folder), str(dealings)]
    return subprocess.run(command, capture_output=True, check=False).returncode


def test_killed_at_every_write_rename_and_sync(tmp_path):
    """Each in turn: every file is the old or the new one, and after the next run all is as if nothing had happened."""
    start, calm = tmp_path / "start", tmp_path / "calm"
    before(start)
    old = after(start)
    shutil.copytree(start, calm)
    assert run(calm, 10_000) == 0
    new = after(calm)
    assert new != old
    kills = 0
    for dealings in range(200):
        folder = tmp_path / str(dealings)
        shutil.copytree(start, folder)
        code = run(folder, dealings)
        if code == 0:
            break
        assert code == 137
        kills += 1
        for name, data in after(folder).items():
            if not name.split("/")[-1].endswith(".timeline-new"):
                assert data in (old.get(name), new.get(name)), (dealings, name)
        news = {"titles": {"fatto1": "Nuovo uno", "fatto2": "Nuovo due"}, "silent": {"fatto3"}}
        Newsroom(folder, version=2, **news).extract()  # as killed_run.py would, in a process less
        assert after(folder) == new, dealings
        assert not (folder / ".timeline/journal.json").exists()
    assert kills > 30
    assert not load_records(folder)[1]
