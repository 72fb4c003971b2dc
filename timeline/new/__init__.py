"""A new dossier: the folder that `timeline new` makes, from the files in dossier/ beside this one.

Names that begin with a dot are kept here as `dot-NAME`, so that neither Git nor an editor takes the templates for
settings of this repository.
"""

from __future__ import annotations

from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from timeline.new.source import requirement
from timeline.problems import Problem, ProblemsFound
from timeline.store.schema import schema_text

TEMPLATES = files("timeline.new") / "dossier"


def create(folder: Path) -> list[Path]:
    """Write a new dossier into *folder*, which must not exist or be empty. Returns the files written."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise ProblemsFound(
            [
                Problem(
                    str(folder),
                    0,
                    "esiste già e non è una cartella vuota",
                    "scegli un altro nome: non sovrascrivo nulla",
                )
            ]
        )
    written = []
    for name, text in dossier_files().items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text)
        written.append(path)
    return written


def dossier_files() -> dict[str, bytes]:
    """Every file of a new dossier, by its path in it."""
    made = {_real_name(name): text for name, text in _walk(TEMPLATES, "")}
    made["requirements.txt"] = requirement().encode()
    made["content/events/.schema.json"] = schema_text().encode()
    return made


def _walk(folder: Traversable, prefix: str) -> list[tuple[str, bytes]]:
    found: list[tuple[str, bytes]] = []
    for entry in sorted(folder.iterdir(), key=lambda e: e.name):
        if entry.is_dir():
            found += _walk(entry, f"{prefix}{entry.name}/")
        else:
            found.append((prefix + entry.name, entry.read_bytes()))
    return found


def _real_name(name: str) -> str:
    """The name that a template has in the dossier.

    >>> _real_name("dot-github/workflows/pubblica.yml")
    '.github/workflows/pubblica.yml'
    """
    return "/".join(f".{part[4:]}" if part.startswith("dot-") else part for part in name.split("/"))
