"""Files of the built site, as texts at their addresses."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path


def write_files(files: Iterable[tuple[str, str]], folder: Path) -> None:
    """Write texts at their addresses under *folder*."""
    for address, text in files:
        path = folder / address
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())


class SiteFiles:
    """The files of a site that is being built: read once each, written once each."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._texts: dict[str, str | None] = {}

    def read(self, path: str) -> str | None:
        """The text of a file; None where there is none."""
        if path not in self._texts:
            file = self.folder / path
            self._texts[path] = file.read_text("utf-8") if file.is_file() else None
        return self._texts[path]

    def write(self, path: str, text: str) -> None:
        """Write a file, if this is the first time that it is asked for."""
        if path not in self._texts:
            write_files([(path, text)], self.folder)
            self._texts[path] = text
