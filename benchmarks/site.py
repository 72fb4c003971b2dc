"""How long a site of many events takes to build, beside the same pages as plain Markdown.

    python benchmarks/site.py [EVENTS ...]        100, 1000 and 10000 without arguments

Both builds run in this one run, in turn, each in a process of its own: MkDocs with Material and our plugin reading
YAML, and MkDocs with Material reading one Markdown file for each page that ours has, with the same events as headings
and text. Of several runs the quickest counts. Files stand in memory where there is room (/dev/shm): on a disk the
system's share for the same 20,000 files was measured between 1 and 17 s, and would be all that one sees.
"""

from __future__ import annotations

import gzip
import html
import json
import os
import random
import re
import resource
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

REPOSITORY = Path(__file__).parents[1]
FIRST = ["Il Comune", "La Regione", "Il comitato", "La giunta", "Il tribunale", "La prefettura", "Il consorzio"]
VERBS = ["approva", "respinge", "rinvia", "finanzia", "contesta", "inaugura", "chiude", "riapre", "sospende"]
THINGS = ["il bilancio", "i lavori del ponte", "la variante", "il progetto dell’argine", "la gara", "il depuratore"]
MEMORY = "/dev/shm"
RUNS = 3
ARTICLE = "---\ntitle: Articolo {n}\nauthor: Ada Neri\npublished: {day}\nurl: https://example.org/{n}\n---\n\nTesto.\n"


def main(counts: list[int]) -> None:
    """Print a table: events, pages, seconds of both builds, their ratio, memory, sizes."""
    print("| events | pages | ours CPU s | plain CPU s | ratio | ms an event | MB | site MB | search MB | home KB gz |")
    print("|---|---|---|---|---|---|---|---|---|---|")
    for count in counts:
        with tempfile.TemporaryDirectory(dir=MEMORY if Path(MEMORY).is_dir() else None) as folder:
            print(row(Path(folder), count), flush=True)


def row(folder: Path, count: int) -> str:
    """One line of the table."""
    ours, plain = dossier_of(folder / "ours", count), folder / "plain"
    build(ours)
    pages = plain_copy(ours / "site", plain)
    runs = [(build(ours), build(plain)) for _ in range(RUNS)]
    seconds, memory = min(run[0] for run in runs)
    plain_seconds = min(run[1][0] for run in runs)
    site = ours / "site"
    size = sum(p.stat().st_size for p in site.rglob("*") if p.is_file()) / 1e6
    search = (site / "search/search_index.json").stat().st_size / 1e6
    return (
        f"| {count} | {pages} | {seconds:.1f} | {plain_seconds:.1f} | {seconds / plain_seconds:.2f} "
        f"| {1000 * seconds / count:.2f} | {memory:.0f} | {size:.0f} | {search:.1f} | {home_weight(site):.0f} |"
    )


def dossier_of(folder: Path, count: int) -> Path:
    """A dossier of *count* events over ten years, each with a summary, places, themes and a source."""
    draw = random.Random(count)
    shutil.copytree(REPOSITORY / "site_config", folder / "site_config")
    shutil.copy(REPOSITORY / "mkdocs.yml", folder / "mkdocs.yml")
    for part in ("articles", "events", "pages"):
        (folder / "content" / part).mkdir(parents=True)
    (folder / "content/pages/index.md").write_text("# Prova\n", "utf-8")
    per_file = 20
    for n in range(0, count, per_file):
        year, month, day = 2015 + n * 10 // count, draw.randint(1, 12), draw.randint(1, 28)
        name = f"{year}-{month:02d}-{day:02d}-articolo-{n}"
        article = ARTICLE.format(n=n, day=f"{year}-{month:02d}-{day:02d}")
        (folder / "content/articles" / f"{name}.md").write_text(article, "utf-8")
        events = [event(draw, i, name, year) for i in range(n, min(n + per_file, count))]
        (folder / "content/events" / f"{name}.yml").write_text(json.dumps(events, ensure_ascii=False), "utf-8")
    return folder


def event(draw: random.Random, i: int, article: str, year: int) -> dict[str, object]:
    """One event, of made-up words."""
    title = f"{draw.choice(FIRST)} {draw.choice(VERBS)} {draw.choice(THINGS)} ({i})"
    words = " ".join(draw.choice(THINGS + FIRST) for _ in range(12))
    day = f"{year}-{draw.randint(1, 12):02d}-{draw.randint(1, 28):02d}"
    mention = {"article": article, "expression": "sabato scorso", "date": day, "quote": f"Sabato scorso {words}"}
    return {
        "title": title,
        "date": day,
        "status": "published",
        "summary": f"Il fatto: {words}.",
        "places": [f"Luogo {draw.randint(1, 60)}"],
        "tags": [f"Tema {draw.randint(1, 12)}"],
        "id": f"fatto-{i}",
        "mentions": [mention],
    }


def plain_copy(site: Path, folder: Path) -> int:
    """The pages of *site* as plain Markdown: headings, paragraphs and links as text. How many there are."""
    docs = folder / "docs"
    pages = 0
    for page in site.rglob("index.html"):
        address = page.parent.relative_to(site).as_posix()
        if address.startswith(("e/", "embed/", "stampa")):
            continue
        text = page.read_text("utf-8")
        body = text[text.index("<article class=") : text.rindex("</article>")]
        target = docs / (f"{address}.md" if address != "." else "index.md")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(markdown(body), "utf-8")
        pages += 1
    config = (REPOSITORY / "mkdocs.yml").read_text("utf-8")
    config = config[: config.index("plugins:")].replace("content/pages", "docs").replace("site_config/theme", "theme")
    (folder / "theme").mkdir()
    (folder / "mkdocs.yml").write_text(f"{config}plugins: [search]\nnav: [index.md]\n", "utf-8")
    return pages


def markdown(body: str) -> str:
    """The words of a page: its headings as headings, all else as paragraphs."""
    body = re.sub(
        r"<h([1-4])[^>]*>(.*?)</h\1>", lambda m: f"\n\n{'#' * int(m[1])} {_words(m[2])}\n\n", body, flags=re.S
    )
    body = re.sub(r"</(?:p|li|div|summary|figcaption)>", "\n\n", body)
    lines = (" ".join(_words(line).split()) for line in body.split("\n\n"))
    return "\n\n".join(line for line in lines if line) + "\n"


def _words(fragment: str) -> str:
    return html.unescape(re.sub(r"<[^>]+>", " ", fragment)).strip()


def build(folder: Path) -> tuple[float, float]:
    """CPU seconds and the most memory, in MB, of one build."""
    shutil.rmtree(folder / "site", ignore_errors=True)
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    program = (
        "import resource, sys; from mkdocs.__main__ import cli\n"
        "sys.argv = ['mkdocs', 'build', '--quiet']\n"
        "try: cli()\n"
        "finally: print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=folder,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1", "SITE_URL": "https://example.org/"},
        text=True,
        stdout=subprocess.PIPE,
        check=True,
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return seconds, float(done.stdout.split()[-1])


def home_weight(site: Path) -> float:
    """The home page with all its CSS, our script and our index, compressed, in KB."""
    ours = site / "assets/timeline"
    paths = [site / "index.html", *ours.glob("site.*.css"), ours / "timeline.js", ours / "events.json"]
    return sum(len(gzip.compress(path.read_bytes())) for path in paths) / 1000


if __name__ == "__main__":
    main([int(a) for a in sys.argv[1:]] or [100, 1000, 10_000])
