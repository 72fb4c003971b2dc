"""Writing that a crash cannot leave half done: a lock, a journal of what is to be written, whole files only."""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

from timeline.problems import Problem, ProblemsFound
from timeline.store.files import EVENTS, STATE, TEMPORARY, beside, remove, write_atomically

JOURNAL = f"{STATE}/journal.json"


@dataclass(frozen=True, slots=True)
class Write:
    """A file to write: its bytes as they were read (None: it was not there) and as they are to be (None: no more)."""

    path: str
    old: bytes | None
    new: bytes | None


@contextmanager
def locked(root: Path) -> Iterator[None]:
    """Hold the dossier's lock. The system lets go of it when the process ends, however it ends."""
    folder = root / STATE
    folder.mkdir(exist_ok=True)
    ignored = folder / ".gitignore"
    if not ignored.exists():
        ignored.write_text("*\n", encoding="utf-8")
    with (folder / "lock").open("a+b") as handle:
        if not _grab(handle.fileno()):
            fix = "aspetta che finisca, poi riprova"
            raise ProblemsFound([Problem("", 0, "un’altra estrazione è in corso in questo dossier", fix)])
        yield


def _grab(handle: int) -> bool:
    try:
        import fcntl
    except ImportError:  # Windows
        import msvcrt

        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]
        except OSError:
            return False
        return True
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def write_all(root: Path, writes: Sequence[Write]) -> None:
    """Make all the writes or, after a crash, have the next run make them. Nothing where a file changed meanwhile.

    The journal holds everything before the first file is touched. `ProblemsFound` names the files that changed
    between reading and writing.
    """
    if not writes:
        return
    with locked(root):
        changed = [w.path for w in writes if _read(root / w.path) != w.old]
        if changed:
            fix = "salva il tuo lavoro e rilancia il comando: non è stato scritto niente"
            raise ProblemsFound(Problem(p, 0, "il file è cambiato durante l’estrazione", fix) for p in changed)
        write_atomically(root / JOURNAL, _journal(writes))
        for write in writes:
            _make(root, write)
        remove(root / JOURNAL)


def recover(root: Path) -> bool:
    """Finish what a run that was killed had begun; False where there is nothing to finish.

    A file that an editor changed since the crash is left alone. If it grew from the text before that run, the run is
    undone: the next extraction then starts from files and records that go together. So it is where a file is gone
    that the run had not come to.
    """
    if not (root / JOURNAL).exists():
        return False
    with locked(root):
        writes = _read_journal((root / JOURNAL).read_bytes())
        there = [_read(root / w.path) for w in writes]
        begun = max((n for n, w in enumerate(writes) if _was_begun(root, w, there[n])), default=-1)
        undo = any(_is_of_before(w, now, n < begun) for n, (w, now) in enumerate(zip(writes, there, strict=True)))
        for number, (write, now) in enumerate(zip(writes, there, strict=True)):
            if undo and now == write.new:
                _make(root, Write(write.path, write.new, write.old))
            elif not undo and now == write.old and (now is not None or number >= begun):
                _finish(root, write, writes)
        _sweep(root)
        remove(root / JOURNAL)
    return True


def _is_of_before(write: Write, now: bytes | None, was_made: bool) -> bool:
    """Whether a file that an editor changed since the crash is one that the run had not written yet."""
    if now in (write.old, write.new):
        return False
    return not was_made if now is None else _likeness(now, write.new) <= _likeness(now, write.old)


def _finish(root: Path, write: Write, writes: Sequence[Write]) -> None:
    """Make a write that the run had not come to; nothing where it had, and the new file has another name since."""
    made = set(_ID.findall(write.new or b"")) if write.old is None and write.path.startswith(f"{EVENTS}/") else set()
    ours = {root / w.path for w in writes}
    others = (p for p in (root / EVENTS).rglob("*.y*ml") if made and p.is_file() and p not in ours)
    if all(made.isdisjoint(_ID.findall(p.read_bytes())) for p in others):
        _make(root, write)


_ID = re.compile(rb"\bid: *([\w-]+)")


def _was_begun(root: Path, write: Write, now: bytes | None) -> bool:
    return now == write.new != write.old or beside(root / write.path).exists()


def _likeness(current: bytes | None, other: bytes | None) -> float:
    return SequenceMatcher(None, (current or b"").splitlines(), (other or b"").splitlines(), autojunk=False).ratio()


def _make(root: Path, write: Write) -> None:
    if write.new is None:
        remove(root / write.path)
    else:
        write_atomically(root / write.path, write.new)


def _read(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None


def _sweep(root: Path) -> None:
    """Files that a killed run had begun beside the real ones."""
    for left in (root / EVENTS).rglob(f".*{TEMPORARY}"):
        left.unlink(missing_ok=True)


def _journal(writes: Sequence[Write]) -> bytes:
    def packed(data: bytes | None) -> str | None:
        return None if data is None else base64.b64encode(data).decode()

    return json.dumps([[w.path, packed(w.old), packed(w.new)] for w in writes]).encode()


def _read_journal(data: bytes) -> list[Write]:
    def unpacked(text: str | None) -> bytes | None:
        return None if text is None else base64.b64decode(text)

    return [Write(path, unpacked(old), unpacked(new)) for path, old, new in json.loads(data)]
