"""The commands and options that the command line takes, and their help."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

# Format -> the file of the site that has it.
EXPORTS = {
    "json": "cronologia.json",
    "csv": "cronologia.csv",
    "timelinejs": "timelinejs.json",
    "ics": "calendario.ics",
    "atom": "feed.xml",
    "jsonfeed": "feed.json",
}


def build_parser() -> argparse.ArgumentParser:
    """Every command with its options; the handler in cli.py has the same name."""
    parser = argparse.ArgumentParser(
        prog="timeline", description="Italian news articles in, an editable chronology and its web site out."
    )
    parser.add_argument("--version", action=_Version, nargs=0, help="show the program's version and exit")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)

    def command(name: str, text: str) -> argparse.ArgumentParser:
        sub = commands.add_parser(name, help=text, description=text[0].upper() + text[1:] + ".")
        sub.set_defaults(command=name)
        return sub

    c = command("new", "make a new dossier, CI recipes included")
    c.add_argument("dir", metavar="DIR", type=Path, help="folder to make; must not exist, or be empty")

    c = command("add", "take articles into content/articles/")
    c.add_argument("sources", metavar="SOURCE", nargs="+", help="text or Markdown file; - reads standard input")
    c.add_argument("--published", metavar="DATE", help="publication date, where the text does not say it")

    c = command("extract", "read the articles and write their events and records")
    only = c.add_mutually_exclusive_group()
    only.add_argument("--dry-run", action="store_true", help="show what would change and write nothing")
    only.add_argument("--check", action="store_true", help="write nothing; exit 1 if anything would change")
    c.add_argument("--jobs", metavar="N", type=_positive, default=1, help="read articles on N cores (default: 1)")

    c = command("check", "report every problem in content/ as file:line, what, fix")
    c.add_argument("--strict", action="store_true", help="exit 1 for warnings too")

    c = command("review", "show what waits for an editor")
    word = c.add_mutually_exclusive_group()
    word.add_argument("--take", nargs="+", action=_IdAndField, metavar=("ID", "FIELD"), help="take our word")
    word.add_argument("--keep", nargs="+", action=_IdAndField, metavar=("ID", "FIELD"), help="keep yours for good")

    c = command("build", "extract, check, then build the site into site/")
    c.add_argument("--keep-going", action="store_true", help="build what is sound in spite of errors; still exit 1")

    c = command("serve", "extract, check, then serve the site and rebuild it at each change")
    c.add_argument("--port", metavar="N", type=_positive, default=8000, help="port on this machine (default: 8000)")

    c = command("why", "tell how each time expression is read")
    c.add_argument("what", metavar="TEXT|ARTICLE", help="words to read, or an article's id or file")
    c.add_argument("--published", metavar="DATE", help="date to read TEXT against (default: today)")

    command("list", "list the events by date: date, title, status, file:line")

    c = command("merge", "merge two events; the first one's id and file stay")
    c.add_argument("first", metavar="ID", help="the event that stays")
    c.add_argument("second", metavar="ID", help="the event that goes into it")

    c = command("pages", "write the site as Markdown pages, for generators without our plugin")
    c.add_argument("dir", metavar="DIR", type=Path, help="folder to write into")
    c.add_argument("--drafts", choices=("show", "hide"), default="show", help="whether drafts go along (default: show)")

    c = command("export", "write the chronology to standard output in another format")
    formats = f"one of: {', '.join(EXPORTS)}; whole: json with hidden events and x- keys too, to move a dossier"
    c.add_argument("format", metavar="FORMAT", choices=(*EXPORTS, "whole"), help=formats)
    c.add_argument("--drafts", choices=("show", "hide"), default="show", help="whether drafts go along (default: show)")

    c = command("import", "take a chronology made elsewhere into content/events/")
    c.add_argument(
        "file", metavar="FILE", type=Path, help="TimelineJS or our JSON, CSV, or iCalendar (.json .csv .ics)"
    )

    c = command("tag", "find time expressions in articles read from standard input")
    form = c.add_mutually_exclusive_group(required=True)
    form.add_argument("--jsonl", action="store_true", help="JSON lines: id, published, text to timexes")
    form.add_argument("--timeml", action="store_true", help="plain text to TimeML, marked inline")
    c.add_argument("--published", metavar="DATE", help="publication date of the text (with --timeml; default: today)")

    c = command("events", "extract events from articles read from standard input")
    c.add_argument("--jsonl", action="store_true", required=True, help="JSON lines: id, published, text to events")
    return parser


def _positive(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a positive number")
    return int(text)


class _Version(argparse.Action):
    """Looks the version up only when asked: the package's metadata takes longer to read than all the rest."""

    def __call__(self, parser: argparse.ArgumentParser, *rest: object, **named: object) -> None:
        from importlib.metadata import version

        print(f"timeline {version('timeline')}")
        parser.exit()


class _IdAndField(argparse.Action):
    """An id, and perhaps one of its fields."""

    def __call__(
        self, parser: argparse.ArgumentParser, args: argparse.Namespace, values: Any, option: str | None = None
    ) -> None:
        if len(values) > 2:
            parser.error(f"{option} takes an id and at most one field")
        setattr(args, self.dest, values)
