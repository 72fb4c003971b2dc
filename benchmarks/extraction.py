"""How fast articles become events: the extraction alone, and the whole command with one process and with two.

    python benchmarks/extraction.py [ARTICLES]

Makes ARTICLES (1,000) texts of 3 KB from the sentences of tests/events/own_articles.jsonl, always the same ones, with
as many time expressions in 3 KB as news has; then with twice as many, and with one in every sentence. Prints articles a
second, counted in seconds of the processor, so that other work on the machine matters little; `timeline extract` is
also timed by the clock.
"""

from __future__ import annotations

import json
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from timeline.events.extract import extract
from timeline.events.model import Article
from timeline.italian.sentences import split_sentences
from timeline.tagger import tag

SOURCE = Path(__file__).parent.parent / "tests" / "events" / "own_articles.jsonl"
LENGTH = 3000
# The share of sentences with a time expression that gives 9.4 expressions in 3 KB, as Wikinews has; 45 articles of
# local news (gazzetta_dev) have 8.4. Our sentences are short: with the share of local news, 0.28, they would be twice
# as many.
DATED = 0.14
FIRST_DAY = date(2021, 1, 1)


def sentences() -> tuple[list[str], list[str]]:
    """The sentences of our articles: those with a time expression, and those without."""
    dated, undated = [], []
    for line in SOURCE.read_text(encoding="utf-8").splitlines():
        text = json.loads(line)["text"]
        for start, end in split_sentences(text):
            sentence = text[start:end].strip()
            (dated if tag(sentence, FIRST_DAY) else undated).append(sentence)
    return dated, undated


def articles(count: int, share: float = DATED, seed: int = 11) -> Iterator[Article]:
    """Texts of three or four sentences a paragraph, each published on a day of its own."""
    chance = random.Random(seed)
    dated, undated = sentences()
    for number in range(count):
        text, length = [], 0
        while length < LENGTH:
            sentence = chance.choice(dated if chance.random() < share else undated)
            text.append(sentence + ("\n\n" if chance.random() < 0.3 else " "))
            length += len(text[-1])
        yield Article(f"a{number:04d}", "".join(text).strip(), FIRST_DAY + timedelta(number))


def print_extraction(name: str, texts: list[Article]) -> None:
    """Pure extraction, in this process, the first article left out: it loads the lists of words."""
    extract(texts[0])
    began = time.process_time()
    events = sum(len(extract(article)) for article in texts)
    spent = time.process_time() - began
    kilobytes = sum(len(a.text) for a in texts) / len(texts) / 1000
    print(
        f"{name}: {len(texts) / spent:.0f} articles a second of one core "
        f"({kilobytes:.1f} KB and {events / len(texts):.1f} events each)"
    )


def print_command(texts: list[Article], jobs: int) -> None:
    """`timeline extract` of a dossier with these articles: all of them new, then with nothing new."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "content/articles").mkdir(parents=True)
        (root / "mkdocs.yml").write_text("site_name: Prova\n", encoding="utf-8")
        for article in texts:
            head = f"---\ntitle: Articolo\npublished: {article.published}\n---\n\n"
            (root / f"content/articles/{article.id}.md").write_text(head + article.text + "\n", encoding="utf-8")
        for state in ("all new", "nothing new"):
            clock, cores = run(root, jobs)
            print(
                f"timeline extract --jobs {jobs}, {len(texts)} articles, {state}: {clock:.1f} s by the clock, "
                f"{cores:.1f} s of the cores, {len(texts) / cores:.0f} articles a second of one core"
            )


def run(root: Path, jobs: int) -> tuple[float, float]:
    """Seconds by the clock and seconds of all cores that an extraction takes."""
    command = [sys.executable, "-m", "timeline.cli", "extract", "--jobs", str(jobs)]
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run(command, cwd=root, env=os.environ, check=True, stdout=subprocess.DEVNULL)
    after, clock = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter() - began
    return clock, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


if __name__ == "__main__":
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    made = list(articles(count))
    print_extraction("extraction", made)
    print_extraction("twice as many dates", list(articles(count // 2, share=2 * DATED)))
    print_extraction("every sentence with a date", list(articles(count // 5, share=1.0)))
    for jobs in (1, 2):
        print_command(made, jobs)
