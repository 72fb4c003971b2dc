"""What is wrong in a file, as a value: collected, sorted and printed together, never raised one by one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Level = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong in a file, in words an editor understands.

    *path* is relative to the dossier ("" where no file is meant), *line* and *column* count from 1 (0: the whole file).
    *message* and *fix* are Italian, lower case, without a full stop.
    """

    path: str
    line: int
    message: str
    fix: str = ""
    level: Level = "error"
    column: int = 0

    def __lt__(self, other: Problem) -> bool:
        """By file, then down the file and along the line."""
        return self._place() < other._place()

    def _place(self) -> tuple[str, int, int, str, str, str]:
        return self.path, self.line, self.column, self.message, self.fix, self.level

    def __str__(self) -> str:
        """Two lines: where and what, then how to mend it.

        >>> print(Problem("a.yml", 3, "la data non si legge", "scrivi 2024-03-09"))
        a.yml:3: la data non si legge
            scrivi 2024-03-09
        """
        place = self.path
        if self.line:
            place += f":{self.line}"
            if self.column:
                place += f":{self.column}"
        mark = "avviso: " if self.level == "warning" else ""
        head = f"{place}: {mark}{self.message}" if place else f"{mark}{self.message}"
        return f"{head}\n    {self.fix}" if self.fix else head


class ProblemsFound(Exception):  # noqa: N818  it names what was found, as `Problem` does
    """Raised at an edge where the work cannot go on; the command line prints *problems* and exits 1."""

    def __init__(self, problems: Iterable[Problem]):
        self.problems = sorted(problems)
        super().__init__("\n".join(map(str, self.problems)))


def has_errors(problems: Iterable[Problem], *, strict: bool = False) -> bool:
    """Whether the run must exit 1: any error, or with *strict* any warning too."""
    return any(strict or p.level == "error" for p in problems)
