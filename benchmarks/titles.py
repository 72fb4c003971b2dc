"""A sheet of titles for somebody to rate: drawn at random, each beside the sentence it was made from.

    python benchmarks/titles.py [--count 150] [--seed 1] [ARTICLES.jsonl ...]

ARTICLES are lines of JSON with id, published and text; without any, those of the tests and of content/articles/ are
taken. A rater marks each title: p (an editor would print it as it is), t (right, but needs a touch), u (unusable).
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path

from timeline.events.extract import extract
from timeline.events.model import Article, Event
from timeline.store.articles import load_articles

ROOT = Path(__file__).parent.parent
OWN = [ROOT / "tests" / "events" / name for name in ("own_articles.jsonl", "own_news.jsonl", "own_more.jsonl")]


def articles_in(paths: Sequence[Path]) -> Iterator[Article]:
    for path in paths:
        for line in path.read_text(encoding="utf-8").splitlines():
            told = json.loads(line)
            yield Article(id=str(told["id"]), text=told["text"], published=datetime.fromisoformat(told["published"]))


def rows(articles: Sequence[Article]) -> list[tuple[str, str]]:
    """Title and sentence of every event, in the order of the articles."""
    return [(event.title, _sentence(event)) for article in articles for event in extract(article)]


def _sentence(event: Event) -> str:
    return " ".join(event.mentions[0].quote.split())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", nargs="*", type=Path, metavar="ARTICLES.jsonl")
    parser.add_argument("--count", type=int, default=150)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    articles = list(articles_in(options.articles or OWN))
    if not options.articles:
        articles += load_articles(ROOT)[0]
    told = rows(articles)
    drawn = random.Random(options.seed).sample(told, min(options.count, len(told)))
    print("| nº | title | p/t/u | sentence |\n|---|---|---|---|")
    for number, (title, sentence) in enumerate(drawn, 1):
        print(f"| {number} | {title} | | {sentence.replace('|', '/')} |")


if __name__ == "__main__":
    main()
