"""Writing that a crash cannot leave half done: a lock, a journal of what is to be written, whole files only."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from timeline.problems import Problem, ProblemsFound
from timeline.store.files import EVENTS, STATE, TEMPORARY, beside, remove, write_atomically

JOURNAL = f"{STATE}/journal.json"
# Which write of the journal was the last to be begun: without it a file edited after a crash could not be told from one
# that the run had written before.
PROGRESS = f"{STATE}/progress"


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
        (root / PROGRESS).unlink(missing_ok=True)
        write_atomically(root / JOURNAL, _journal(writes))
        for number, write in enumerate(writes):
            _make(root, write, number)
        remove(root / JOURNAL)


def recover(root: Path) -> bool:
    """Finish what a run that was killed had begun; False where there is nothing to finish.

    A file that an editor changed since the crash is left alone. If the run had not come to it, the run is undone: the
    next extraction then starts from files and records that go together.
    """
    if not (root / JOURNAL).exists():
        return False
    with locked(root):
        writes = _read_journal((root / JOURNAL).read_bytes())
        there = [_read(root / w.path) for w in writes]
        made = _made(root, writes, there)
        undo = any(now not in (w.old, w.new) for w, now in list(zip(writes, there, strict=True))[made:])
        for number, (write, now) in enumerate(zip(writes, there, strict=True)):
            if undo and now == write.new:
                _make(root, Write(write.path, write.new, write.old))
            elif not undo and now == write.old and number >= made:
                _make(root, write, number)
        _sweep(root)
        remove(root / JOURNAL)
    return True


def _made(root: Path, writes: Sequence[Write], there: Sequence[bytes | None]) -> int:
    """How many of the writes, in their order, had been made when the run was killed."""
    try:
        last = int((root / PROGRESS).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        last = -1
    if 0 <= last < len(writes) and not beside((root / writes[last].path).resolve()).exists():
        last += 1
    # A file taken away is not noted; and where the power failed, the disk may have kept a file and lost its note.
    seen = (n + 1 for n, write in enumerate(writes) if there[n] == write.new != write.old)
    return max(last, 0, *seen)


def _make(root: Path, write: Write, number: int | None = None) -> None:
    """Make one write; the *number* in the journal of one that puts a file in place is noted just before."""

    def note() -> None:
        if number is not None:
            (root / PROGRESS).write_text(str(number), encoding="utf-8")

    if write.new is None:
        remove(root / write.path)
    else:
        write_atomically(root / write.path, write.new, note)


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
