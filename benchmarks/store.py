"""How long a dossier of 10,000 events in 500 files takes to check, and to extract from where little has changed.

    python benchmarks/store.py [FOLDER]

The articles are those of tests/events/own_articles.jsonl, three or four in one, with other names, towns and dates; the
events and records are what the extractor makes of them. With FOLDER the dossier is made there once and kept. Each
command runs in a process of its own: figures are its CPU seconds, user and system together, starting Python included.
"""

from __future__ import annotations

import json
import random
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from timeline.events.places import gazetteer
from timeline.events.vocabulary import given_names

REPOSITORY = Path(__file__).parents[1]
ARTICLES, RUNS = 500, 5
FIRST_DAY, DAYS = date(2015, 1, 1), 3650
_WORD = re.compile(r"\b[A-Z][a-zà-ù]{2,}\b")
_YEAR = re.compile(r"\b(?:1[4-9]|20)\d\d\b")
_MONTHS = "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre".split()
_DAY = re.compile(rf"\b(?:l’|[Ii]l |[a-z]+[ìa] )?\d\d?º? (?={'|'.join(_MONTHS)})")
_MONTH = re.compile(rf"\b(?:{'|'.join(_MONTHS)})\b")
_HEADS = "Bar Cal Dom Fer Gal Lan Mor Pel Rav Sal Tor Ven Bel Cor Gui Mar".split()
_TAILS = "zini detti melli rino tucci vasi gotti boni lenghi nardi petti roli".split()


def main(folder: Path) -> None:
    """Make the dossier where it is not there yet, then print a table."""
    if not (folder / "mkdocs.yml").exists():
        make_articles(folder)
        print(f"first extraction: {run(folder, 'extract')[0]:.1f} s CPU")
    found = list((folder / "content/events").glob("*.yml"))
    print(f"{sum(p.read_text('utf-8').count('- title: ') for p in found)} events in {len(found)} files\n")
    print("| command | CPU s, best | wall s, best |")
    print("|---|---|---|")
    for name, command, change in (
        ("check", "check", None),
        ("extract, nothing new", "extract", None),
        ("extract, one article changed", "extract", change_article),
        ("extract, one article more", "extract", add_article),
        ("extract, one title changed by hand", "extract", change_title),
    ):
        cpu, wall = best(folder, command, change)
        print(f"| {name} | {cpu:.2f} | {wall:.2f} |", flush=True)


def best(folder: Path, command: str, change: Callable[[Path, int], None] | None) -> tuple[float, float]:
    """CPU and wall seconds of a command, the best of several runs, each after another change."""
    runs = []
    for number in range(RUNS):
        if change:
            change(folder, number)
        runs.append(run(folder, command))
    return min(cpu for cpu, _ in runs), min(wall for _, wall in runs)


def run(folder: Path, command: str) -> tuple[float, float]:
    """CPU and wall seconds of one command."""
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    line = [sys.executable, "-m", "timeline.cli", command]
    done = subprocess.run(line, cwd=folder, check=False, capture_output=True, text=True)
    wall, after = time.perf_counter() - began, resource.getrusage(resource.RUSAGE_CHILDREN)
    if "Traceback" in done.stderr:
        sys.exit(done.stderr)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, wall


def make_articles(folder: Path, count: int = ARTICLES) -> None:
    """A dossier with nothing but *count* articles, over ten years."""
    sources = (REPOSITORY / "tests/events/own_articles.jsonl").read_text("utf-8").splitlines()
    told = [json.loads(line) for line in sources]
    towns = sorted(t for t, ps in gazetteer().items() if " " not in t and any(p.kind == "municipality" for p in ps))
    (folder / "content/articles").mkdir(parents=True)
    (folder / "mkdocs.yml").write_text("site_name: Prova\n", "utf-8")
    for number in range(count):
        draw = random.Random(number)
        day = FIRST_DAY + timedelta(number * DAYS // count)
        parts = [retold(part, day, draw, towns) for part in draw.sample(told, draw.choice((3, 4)))]
        write_article(folder, f"{day}-articolo-{number}", day, "\n\n".join(parts))


def write_article(folder: Path, name: str, day: date, text: str) -> None:
    front = f"---\ntitle: Articolo\npublished: {day}\nurl: https://example.org/{name}\n---\n\n"
    (folder / f"content/articles/{name}.md").write_text(f"{front}{text}\n", "utf-8")


def retold(source: dict[str, str], day: date, draw: random.Random, towns: list[str]) -> str:
    """An article's text with other people, towns and dates, as if it had come out on *day*.

    Explicit dates are drawn anew: else every paper that uses one source would tell the same facts.
    """
    text, years = source["text"], day.year - int(source["published"][:4])
    names: dict[str, str] = {}
    given = sorted(name for name in set(_WORD.findall(text)) if name in given_names())
    for name in given:
        for surname in re.findall(rf"\b{name} ([A-Z][a-zà-ù]+)", text):
            names[surname] = draw.choice(_HEADS) + draw.choice(_TAILS)
    within = set(re.findall(r"(?<=[a-z,] )[A-Z][a-zà-ù]{2,}\b", text))
    for word in sorted(within - set(given) - names.keys()):
        if word in towns:
            names[word] = draw.choice(towns)
    text = _WORD.sub(lambda m: names.get(m[0], m[0]), text)
    text = _DAY.sub(
        lambda m: f"{m[0][0]}l {draw.randrange(12, 29)} " if m[0][0] in "Ii" else f"il {draw.randrange(12, 29)} ", text
    )
    text = _MONTH.sub(lambda m: draw.choice(_MONTHS), text)
    return _YEAR.sub(lambda m: str(int(m[0]) + years - draw.randrange(60)), text)


def article_of(folder: Path, number: int) -> Path:
    return sorted((folder / "content/articles").glob("*.md"))[(number + 1) * 83 % ARTICLES]


def change_article(folder: Path, number: int) -> None:
    """A fact more at the end of an article."""
    path = article_of(folder, number)
    place = _HEADS[time.time_ns() % len(_HEADS)] + "detto"
    path.write_text(path.read_text("utf-8") + f"\nIeri la Guardia di finanza ha sequestrato un deposito a {place}.\n")


def add_article(folder: Path, number: int) -> None:
    """An article that was not there, made like the others."""
    stamp = time.time_ns()
    draw = random.Random(stamp)
    told = [json.loads(s) for s in (REPOSITORY / "tests/events/own_articles.jsonl").read_text("utf-8").splitlines()]
    day = FIRST_DAY + timedelta(draw.randrange(DAYS))
    write_article(folder, f"{day}-altro-{stamp}", day, retold(draw.choice(told), day, draw, ["Carpi", "Imola"]))


def change_title(folder: Path, number: int) -> None:
    """A hand edit: the first title of an event file."""
    name = article_of(folder, number).stem
    path = folder / f"content/events/{name}.yml"
    path.write_text(path.read_text("utf-8").replace("- title: ", "- title: Mio ", 1), "utf-8")


if __name__ == "__main__":
    if len(sys.argv) > 1:
        main(Path(sys.argv[1]))
    else:
        with tempfile.TemporaryDirectory() as temporary:
            main(Path(temporary))
