"""Folders of a dossier, and how its files are read and written: as bytes, whole, never half."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from timeline.problems import Problem

ARTICLES = "content/articles"
EVENTS = "content/events"
RECORDS = "content/events/.extracted"
# Ours alone, never committed: the lock, and the journal of a run that is under way.
STATE = ".timeline"
TEMPORARY = ".timeline-new"
# A dossier of 10,000 events with long quotes is 15 MB in all its files; one file beyond this is something else.
BIGGEST_FILE = 20_000_000


@dataclass(frozen=True, slots=True)
class TextFile:
    """A file as it stands: *data* are its bytes, *text* the same without a BOM, line ends untouched."""

    path: str
    data: bytes
    text: str

    @property
    def has_bom(self) -> bool:
        return self.data.startswith(b"\xef\xbb\xbf")

    @property
    def newline(self) -> str:
        """The line end to write with: that of the first line."""
        return "\r\n" if "\r\n" in self.text[: self.text.find("\n") + 1] else "\n"

    def encode(self, text: str) -> bytes:
        """Bytes of *text* as this file has them: with its BOM, if it has one."""
        return (b"\xef\xbb\xbf" if self.has_bom else b"") + text.encode("utf-8")

    def line_of(self, index: int) -> int:
        """The line, from 1, that holds the character at *index*; lines end as editors count them, with a line feed."""
        return self.text.count("\n", 0, index) + 1


def digest(data: bytes) -> str:
    """A short name for exactly these bytes."""
    return hashlib.sha256(data).hexdigest()[:16]


def relative(path: Path, root: Path) -> str:
    """*path* as the dossier's people see it, with slashes and on one line; control characters are spelled out."""
    name = path.relative_to(root).as_posix() if path.is_relative_to(root) else str(path)
    return "".join(c if c.isprintable() else repr(c)[1:-1] for c in name)


def list_files(root: Path, folder: str, suffixes: tuple[str, ...]) -> Iterator[Path]:
    """Every file of that kind under *folder*, sorted; names that begin with a dot are ours or the system's."""
    for here, folders, names in os.walk(root / folder):
        folders[:] = sorted(f for f in folders if not f.startswith("."))
        for name in sorted(names):
            if name.lower().endswith(suffixes) and not name.startswith("."):
                yield Path(here, name)


def read_text_file(path: Path, root: Path) -> TextFile | Problem:
    """A file's bytes and text, or what keeps it from being read."""
    name = relative(path, root)
    if path.is_symlink() and not path.resolve().is_relative_to(root.resolve()):
        return Problem(
            name, 0, "il collegamento porta fuori dal dossier", "metti qui il file stesso, non un collegamento"
        )
    try:
        if path.stat().st_size > BIGGEST_FILE:
            fix = "dividilo in più file: uno per articolo è la misura giusta"
            return Problem(name, 0, f"il file è troppo grande (oltre {BIGGEST_FILE // 1_000_000} MB)", fix)
        data = path.read_bytes()
    except OSError as error:
        return Problem(
            name, 0, f"il file non si apre ({error.strerror})", "controlla che esista e che si possa leggere"
        )
    return decode(data, name)


def legible(path: Path, root: Path) -> str | None:
    """What can be made out of a file that is no UTF-8 text; None where it does not open or is not of the dossier."""
    if not path.resolve().is_relative_to(root.resolve()):
        return None
    try:
        data = path.read_bytes()
    except OSError:
        return None
    return data.decode("utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8", errors="replace")


def decode(data: bytes, name: str) -> TextFile | Problem:
    """Bytes as UTF-8 text; a problem names the line of the first byte that is not."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return Problem(name, 1, "il file è scritto in UTF-16", "salvalo di nuovo scegliendo la codifica UTF-8")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return Problem(name, line, "c’è un carattere che non è UTF-8", "salva il file con la codifica UTF-8")
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        return Problem(name, line, "il file non è un testo (contiene byte nulli)", "toglilo da questa cartella")
    return TextFile(name, data, text)


def beside(path: Path) -> Path:
    """Where a file is written before it takes the place of the old one."""
    return path.with_name(f".{path.name}{TEMPORARY}")


def write_atomically(path: Path, data: bytes, note: Callable[[], object] = bool) -> None:
    """Put *data* in place of the file, so that a crash leaves the old one or the new one, whole and on the disk.

    *note* is called when the new file stands beside the old one, just before it takes its place. A symbolic link
    stays one: the file it leads to is replaced.
    """
    path = path.resolve() if path.is_symlink() else path
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = beside(path)
    with temporary.open("wb") as new:
        new.write(data)
        new.flush()
        os.fsync(new.fileno())
    if path.exists():
        temporary.chmod(path.stat().st_mode & 0o7777)
    note()
    temporary.replace(path)
    sync_folder(path.parent)


def remove(path: Path) -> None:
    """Take a file away, and make sure that it stays away."""
    path.unlink(missing_ok=True)
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Have the folder's names written to the disk, where the system can."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
