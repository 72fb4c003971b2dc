"""How well and how fast time is read.

    python benchmarks/tagging.py DATA [--speed] [--stream N]

DATA is a folder of JSON lines (*.jsonl: id, published, text and the true expressions); the scorers score.py and
score_phrases.py are run where they lie in DATA or beside it. --speed reads DATA/wikinews_raw.txt, a sentence a line, in
articles of 20 sentences, and texts of 1 KB to 10 MB. --stream N sends N small articles through `timeline tag --jsonl`
and watches its memory.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date
from importlib.metadata import version
from io import StringIO
from pathlib import Path

PUBLISHED = date(2024, 3, 13)
SENTENCES_AN_ARTICLE = 20
RUNS = 5
LENGTHS = (1_000, 10_000, 100_000, 1_000_000, 10_000_000)


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--speed", action="store_true")
    parser.add_argument("--stream", type=int, metavar="N")
    parser.add_argument("--cold", choices=["tagger", "json"], help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.cold:
        print(cold_seconds(args.data / "wikinews_raw.txt", args.cold))
        return 0
    print(f"timeline {version('timeline')}, Python {sys.version.split()[0]}, {date.today()}")
    if args.speed:
        print_speed(args.data / "wikinews_raw.txt")
    elif args.stream:
        print_memory(args.stream)
    else:
        print_accuracy(args.data)
    return 0


# --- how well


def print_accuracy(data: Path) -> None:
    print("| file | found | span F1 | value F1 | days F1 |\n|---|---|---|---|---|")
    for gold in sorted(data.glob("*.jsonl")):
        if scorer := find_scorer(data, "score_phrases.py" if "phrases" in gold.name else "score.py"):
            print(row_of(gold, scores(scorer, gold)))


def find_scorer(data: Path, name: str) -> Path | None:
    return next((p for p in (data / name, data.parent / name) if p.is_file()), None)


def scores(scorer: Path, gold: Path) -> dict[str, str]:
    """What the scorer prints about our reading of the file: «name   figure», a line each."""
    with tempfile.NamedTemporaryFile("wb", suffix=".jsonl") as answer:
        with gold.open("rb") as lines:
            subprocess.run([*TIMELINE, "tag", "--jsonl"], stdin=lines, stdout=answer, check=True)
        command = [sys.executable, scorer, gold, answer.name]
        said = subprocess.run(command, text=True, capture_output=True, check=True).stdout
    return {m[1].strip(): m[2] for m in re.finditer(r"^(\D[^\n]*?)[ \t]{2,}(\S+.*)$", said, re.M)} | {"": said.strip()}


def row_of(gold: Path, found: dict[str, str]) -> str:
    if "span F1" not in found:
        return f"| {gold.name} | {' '.join(found[''].split())} | | | |"
    cells = [found[name] for name in ("system", "span F1", "value F1", "days F1")]
    return f"| {gold.name} | {' | '.join(cells)} |"


TIMELINE = [sys.executable, "-c", "import sys; from timeline.cli import main; sys.exit(main())"]


# --- how fast


def print_speed(raw: Path) -> None:
    """Cold caches: each run is a process of its own; the time is that of the process, imports left out."""
    size = len(raw.read_bytes())
    for name in ("tagger", "json"):
        command = [sys.executable, __file__, str(raw.parent), "--cold", name]
        runs = [float(subprocess.run(command, text=True, capture_output=True, check=True).stdout) for _ in range(RUNS)]
        print(f"{name}: {size / min(runs) / 1e6:.2f} MB/s (best of {RUNS}; the slowest {size / max(runs) / 1e6:.2f})")
    for length, seconds in times_by_length(raw):
        print(f"one text of {length / 1000:>6.0f} KB: {seconds * 1000:9.1f} ms, {length / seconds / 1e6:.2f} MB/s")


def articles(raw: Path) -> Iterator[str]:
    lines = raw.read_text(encoding="utf-8").splitlines()
    for at in range(0, len(lines), SENTENCES_AN_ARTICLE):
        yield "\n".join(lines[at : at + SENTENCES_AN_ARTICLE])


def cold_seconds(raw: Path, name: str) -> float:
    """Seconds for all articles, by the tagger alone or through JSON lines, in a process that has read nothing yet."""
    from timeline.jsonl import stream, tagged
    from timeline.tagger import tag

    texts = list(articles(raw))
    lines = [
        json.dumps({"id": str(n), "published": str(PUBLISHED), "text": text}).encode() for n, text in enumerate(texts)
    ]
    tag("", PUBLISHED)
    if name == "json":
        return timed(lambda: stream(tagged, lines, StringIO()))
    return timed(lambda: [tag(text, PUBLISHED) for text in texts])


def timed(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def times_by_length(raw: Path) -> Iterator[tuple[int, float]]:
    """One document of growing length, made of the sentences over and over."""
    from timeline.tagger import tag

    prose = raw.read_text(encoding="utf-8")
    tag(prose[:10_000], PUBLISHED)
    for length in LENGTHS:
        text = (prose * (length // len(prose) + 1))[:length]
        yield length, min(timed(lambda text=text: tag(text, PUBLISHED)) for _ in range(1 if length > 10**6 else 3))


# --- how much memory


def print_memory(count: int) -> None:
    """The most memory the streaming process holds, for a tenth of the articles and for all of them."""
    for n in (count // 10, count):
        process = subprocess.Popen([*TIMELINE, "tag", "--jsonl"], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL)
        assert process.stdin
        for number in range(n):
            text = f"Caso {number}: ieri, {number % 28 + 1} marzo 20{number % 90 + 10}, {number} persone in piazza."
            process.stdin.write(json.dumps({"id": number, "published": "2024-03-13", "text": text}).encode() + b"\n")
        process.stdin.close()
        _, _, used = waited(process)
        print(f"{n:>7} articles: {used.ru_maxrss / 1024:.0f} MB at most, {used.ru_utime + used.ru_stime:.1f} s")


def waited(process: subprocess.Popen[bytes]) -> tuple[int, int, resource.struct_rusage]:
    found = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(found[1])
    return found


if __name__ == "__main__":
    sys.exit(main())
