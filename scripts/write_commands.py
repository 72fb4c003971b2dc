"""Write docs/commands.md from the command line's own help. `--check`: exit 1 if it is behind."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from timeline.options import build_parser

PAGE = Path(__file__).parents[1] / "docs" / "commands.md"
HEAD = """\
# Commands

Generated from `timeline --help` by `make docs`; a test fails when it is behind.

All commands but `new`, `why TEXT`, `tag` and `events` work on the dossier that the current folder belongs to: the
nearest folder, going up, with a `mkdocs.yml` and a `content/`.

**Exit codes.** 0: done. 1: problems, each printed as `file:line: what` with the fix below it (by `check` to standard
output, by all others to standard error). 2: a wrong command line. A traceback is a bug of ours.
"""


def page() -> str:
    os.environ["COLUMNS"] = "100"  # argparse wraps at the terminal's width
    parts = [HEAD, *(f"## timeline {name}\n\n```\n{sub.format_help()}```\n" for name, sub in commands().items())]
    return "\n".join(parts)


def commands() -> dict[str, argparse.ArgumentParser]:
    """Every command by its name, in the order of the help."""
    return next(dict(a.choices) for a in build_parser()._actions if isinstance(a, argparse._SubParsersAction))


def main() -> int:
    text = page()
    behind = not PAGE.is_file() or PAGE.read_text(encoding="utf-8") != text
    if "--check" in sys.argv:
        return behind
    PAGE.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
