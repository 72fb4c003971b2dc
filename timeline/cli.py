"""The command line: reads arguments, calls the library, prints. One small handler a command.

Whatever a handler needs it imports itself, so that `timeline --help` answers at once. Today's date is asked for here
alone; everything below takes it as a value.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING

from timeline.options import EXPORTS, build_parser
from timeline.problems import Problem, ProblemsFound, has_errors

if TYPE_CHECKING:
    from timeline.events.model import Article
    from timeline.site.edition import Edition
    from timeline.site.publication import Publication
    from timeline.site.settings import Drafts, SiteSettings
    from timeline.store.dossier import Dossier

Args = argparse.Namespace


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command. 0: done; 1: problems, printed; 2: a wrong command line. A bug is a traceback."""
    _speak_utf8()
    args = build_parser().parse_args(argv)
    try:
        return int(HANDLERS[args.command](args) or 0)
    except ProblemsFound as found:
        _print_problems(found.problems)
        return 1
    except BrokenPipeError:
        # Whoever read us has heard enough (`timeline list | head`): say nothing more, not even while shutting down.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return 130


def new(args: Args) -> None:
    from timeline.new import create

    create(args.dir)
    print(f"dossier pronto in {args.dir}\n  cd {args.dir}\n  timeline add ARTICOLO.txt\n  timeline serve")


def add(args: Args) -> None:
    from timeline.store import articles

    root = _dossier()
    for added in articles.add(args.sources, root, args.published, sys.stdin, _timezone(root)):
        print(added)


def extract(args: Args) -> int:
    from timeline.store import pairs, sync

    root = _dossier()
    problems: list[Problem] = []
    if args.dry_run or args.check:
        done = [f"da unire, come dice same_as: {one} e {two}" for one, two in pairs.pasted_pairs(root)]
    else:
        done, problems = pairs.join_pasted(root)
    plan = sync.plan(root, jobs=args.jobs)
    if args.dry_run:
        print(plan.diff(), end="")
    elif not args.check:
        sync.apply(plan)
    for line in (*done, *plan.lines()):
        print(line)
    _print_problems(sorted({*plan.problems, *problems}))
    if not (args.dry_run or args.check):
        _print_read(root, plan.read)
    elif not (plan.changed or done):
        print("niente da cambiare: content/events/ è aggiornato")
    return has_errors(plan.problems) or (args.check and (plan.changed or bool(done)))


def check(args: Args) -> int:
    problems = _problems(_dossier())
    for problem in problems:
        print(problem)
    print(_count(problems))
    return has_errors(problems, strict=args.strict)


def review(args: Args) -> None:
    from timeline.store import review as reviews

    root = _dossier()
    if args.take:
        print(reviews.take(root, *args.take))
    elif args.keep:
        print(reviews.keep(root, *args.keep))
    else:
        print(reviews.review(root, date.today()))


def build(args: Args) -> int:
    root = _dossier()
    failed = _prepare(root)
    if failed and not args.keep_going:
        return 1
    # With the variable set, the plugin leaves out what cannot be read.
    done = _mkdocs(root, "build", TIMELINE_KEEP_GOING="1") if failed else _mkdocs(root, "build", "--strict")
    if done.returncode:
        sys.stderr.write(done.stdout + done.stderr)
        return 1
    print(f"sito pronto: {root / 'site' / 'index.html'}")
    return failed


def serve(args: Args) -> int:
    root = _dossier()
    _prepare(root)
    print(f"anteprima: http://127.0.0.1:{args.port}/ (Ctrl+C per chiudere)", flush=True)
    return _mkdocs(root, "serve", "--quiet", "--dev-addr", f"127.0.0.1:{args.port}", capture=False).returncode


def why(args: Args) -> None:
    from timeline.events.model import Article as Source
    from timeline.explain import explain

    article = _article(args.what)
    if article is None or args.published:
        text = article.text if article else args.what
        article = Source(id="", text=text, published=_published(args))
    print(explain(article))


def list_events(args: Args) -> None:
    _print_table(_dossier())


def merge(args: Args) -> None:
    from timeline.store import review as reviews

    print(reviews.merge(_dossier(), args.first, args.second))


def pages(args: Args) -> None:
    from timeline.site.writing import write_pages

    root = _dossier()
    count = write_pages(_publication(root, args.drafts), root / "content" / "pages", args.dir)
    print(f"{count} pagine in {args.dir}")


def export(args: Args) -> None:
    from timeline.site.data import DATA
    from timeline.site.edition import publish
    from timeline.site.exports import whole_json
    from timeline.store.dossier import load_dossier
    from timeline.store.ownkeys import own_keys

    root = _dossier()
    dossier = load_dossier(root)
    edition = publish(dossier, _settings(root, dossier, args.drafts))
    own = own_keys(root)
    if args.format == "whole":
        sys.stdout.write(whole_json(edition, dossier.events, own))
        return
    sys.stdout.write(DATA[EXPORTS[args.format]](edition))
    _print_left_out(args.format, edition, sum(e.status == "hidden" for e in dossier.events), len(own))


def _print_left_out(form: str, edition: Edition, hidden: int, own: int) -> None:
    """What of the dossier is not in an export: on standard error, so that the export itself stays clean."""
    from timeline.site.leftout import FORMATS, in_words, left_out

    if form not in FORMATS:
        return  # a feed is of the latest only, and nobody takes it for the whole
    for line in in_words(form, left_out(edition, form), hidden, own):
        print(line, file=sys.stderr)


def _publication(root: Path, drafts: Drafts) -> Publication:
    """The edition of a dossier with its pages; its problems if it cannot be read."""
    from timeline.site.publication import publication
    from timeline.store.dossier import load_dossier

    dossier = load_dossier(root)
    return publication(dossier, _settings(root, dossier, drafts))


def _settings(root: Path, dossier: Dossier, drafts: Drafts) -> SiteSettings:
    """How a dossier's mkdocs.yml and site.yml want it shown; `ProblemsFound` where the dossier cannot be read."""
    from timeline.site.settings import LABELS, SiteSettings
    from timeline.store.mkdocsfile import read_names

    if has_errors(dossier.problems):
        raise ProblemsFound(dossier.problems)
    names = read_names(root)
    return SiteSettings(
        title=names.get("site_name", SiteSettings().title),
        description=names.get("site_description", ""),
        url=f"{names['site_url'].rstrip('/')}/" if "site_url" in names else "",
        drafts=drafts,
        report=dossier.config.report,
        people=dossier.config.people,
        labels={**LABELS, **dossier.config.labels},
    )


def import_events(args: Args) -> None:
    from timeline.store.importing import import_file

    root = _dossier()
    print(import_file(args.file, root, _timezone(root)))


def tag(args: Args) -> None:
    if args.timeml:
        from timeline.events.model import Article as Source
        from timeline.timeml import timeml

        text = sys.stdin.buffer.read().decode("utf-8-sig", errors="replace")
        print(timeml(Source(id="", text=text, published=_published(args))), end="")
        return
    from timeline.jsonl import stream, tagged

    stream(tagged, sys.stdin.buffer, sys.stdout)


def events(args: Args) -> None:
    from timeline.jsonl import event_teller, stream

    stream(event_teller(), sys.stdin.buffer, sys.stdout)


def _prepare(root: Path) -> bool:
    """Extract and check before a build; True where an error was found."""
    from timeline.store import pairs, sync

    done, refused = pairs.join_pasted(root)
    plan = sync.plan(root)
    sync.apply(plan)
    for line in (*done, *plan.lines()):
        print(line)
    problems = sorted({*plan.problems, *refused, *_problems(root)})
    _print_problems(problems)
    return has_errors(problems)


def _problems(root: Path) -> list[Problem]:
    from timeline.store.checks import check as check_dossier

    return sorted(check_dossier(root, date.today()))


def _mkdocs(root: Path, *args: str, capture: bool = True, **variables: str) -> subprocess.CompletedProcess[str]:
    """MkDocs in a process of its own: it keeps its logging to itself, and no other command loads it."""
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", *args],
        cwd=root,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"} | variables,
        text=True,
        check=False,
        capture_output=capture,
    )


def _dossier() -> Path:
    """The dossier that the current folder belongs to: the nearest folder, going up, with mkdocs.yml and content/."""
    here = Path.cwd()
    if found := _dossier_above(here):
        return found
    message, fix = f"la cartella {here} non è un dossier", "entra in un dossier o creane uno: timeline new CARTELLA"
    raise ProblemsFound([Problem("", 0, message, fix)])


def _dossier_above(here: Path) -> Path | None:
    for folder in (here, *here.parents):
        if (folder / "mkdocs.yml").is_file() and (folder / "content").is_dir():
            return folder
    return None


def _article(what: str) -> Article | None:
    """The article that *what* names, by its file or its id in the dossier; None where it is plain text."""
    from timeline.store.articles import read_article

    candidates = [Path(what)]
    if root := _dossier_above(Path.cwd()):
        candidates += [root / "content" / "articles" / f"{what}{suffix}" for suffix in (".md", ".txt")]
    for path in candidates:
        try:
            if path.is_file():
                return read_article(path.resolve(), root or path.resolve().parent, _timezone(root))
        except OSError:
            pass  # a sentence too long to be a file's name
    return None


def _timezone(root: Path | None) -> str:
    """The dossier's time zone; Rome's outside of one."""
    from timeline.store.config import Config, load_config

    return load_config(root)[0].timezone if root else Config().timezone


def _published(args: Args) -> date | datetime:
    """The publication date that was typed, or today."""
    from timeline.store.articles import read_moment

    if not args.published:
        return date.today()
    moment = read_moment(args.published)
    if isinstance(moment, str):
        fix = "scrivi 2025-04-28, 2025-04-28T11:00 oppure 28 aprile 2025"
        raise ProblemsFound([Problem("", 0, f"la data «{args.published}» {moment}", fix)])
    return moment


def _print_read(root: Path, paths: Sequence[str]) -> None:
    """The events of the files that an extraction was about; in a large dossier they are few of many."""
    from timeline.store.eventfile import read_events
    from timeline.store.listing import table

    events, _ = read_events(root, [root / path for path in paths if (root / path).exists()])
    print(table(events) or "niente di nuovo; tutti i fatti: timeline list\n", end="")


def _print_table(root: Path) -> None:
    from timeline.store.eventfile import load_events
    from timeline.store.listing import table

    loaded, _ = load_events(root)
    print(table(loaded), end="")


def _print_problems(problems: Iterable[Problem]) -> None:
    for problem in problems:
        print(problem, file=sys.stderr)


def _count(problems: Sequence[Problem]) -> str:
    """«nessun problema», or how many errors and warnings."""
    errors = sum(p.level == "error" for p in problems)
    warnings = len(problems) - errors
    told = [f"{errors} {'errore' if errors == 1 else 'errori'}"] if errors else []
    told += [f"{warnings} {'avviso' if warnings == 1 else 'avvisi'}"] if warnings else []
    return ", ".join(told) or "nessun problema"


def _speak_utf8() -> None:
    """Italian comes out right whatever the locale. A lone surrogate becomes \\udXXX, which JSON reads back."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


# `list` and `import` are words of Python, so their handlers are called otherwise.
_HANDLERS = [
    *(new, add, extract, check, review, build, serve, why, list_events, merge, pages, export, import_events),
    *(tag, events),
]
HANDLERS: dict[str, Callable[[Args], int | None]] = {h.__name__.removesuffix("_events"): h for h in _HANDLERS}

if __name__ == "__main__":
    sys.exit(main())
