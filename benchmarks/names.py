"""A sheet of people, organisations or places of events for somebody to rate, each beside the words it was found in.

    python benchmarks/names.py [--kind people] [--count 200] [--seed 1] [--plain SENTENCES.txt] [ARTICLES.jsonl ...]

ARTICLES are lines of JSON with id, published and text, read besides those of the tests and of content/articles/. A
plain file has one sentence a line: six of them are an article, with a made-up date; half of the draw, or more where
the articles have fewer names, is of its events. A rater marks each name: r (right) or w (wrong: nobody and no place at
all, half a name, two names in one, a thing called after somebody, whoever or whatever takes no part in the fact).
"""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path

from timeline.events.extract import extract
from timeline.events.model import Article
from timeline.store.articles import load_articles

sys.path.append(str(Path(__file__).parent))
from titles import OWN, ROOT, articles_in

KINDS = ("people", "organizations", "places")
FIRST_DAY = date(2012, 3, 5)
SENTENCES = 6
# How much of the text before and after the quote is shown.
BESIDE = 250
Row = tuple[str, str, str]


def articles_of(plain: Path) -> Iterator[Article]:
    """Six sentences an article, each published a day after the one before. A line without a stop is a title."""
    lines = plain.read_text(encoding="utf-8").splitlines()
    for number, at in enumerate(range(0, len(lines), SENTENCES)):
        told = lines[at : at + SENTENCES]
        text = "".join(line + (" " if line.endswith((".", "!", "?", ":", ";", "»")) else "\n\n") for line in told)
        yield Article(id=f"s{number}", text=text.strip(), published=FIRST_DAY + timedelta(number % 1000))


def rows(articles: Iterable[Article], kind: str) -> list[Row]:
    """Each name of that kind of every event: the name, the event's title, and the text of its first mention."""
    return [
        (name, event.title, _shown(article.text, event.mentions[0].quote))
        for article in articles
        for event in extract(article)
        for name in getattr(event, kind)
    ]


def _shown(text: str, quote: str) -> str:
    """The quote between double brackets, with what stands before and after it."""
    at = text.index(quote)
    stop = at + len(quote)
    shown = f"{text[max(0, at - BESIDE) : at]}[[{quote}]]{text[stop : stop + BESIDE]}"
    return " ".join(shown.replace("|", "/").split())


def drawn(told: Sequence[Row], plain: Sequence[Row], count: int, seed: int) -> list[Row]:
    """So many rows at random, half of them of the plain text if there is one, and more where the rest is not enough."""
    chance = random.Random(seed)
    first = chance.sample(told, min(len(told), count // 2 if plain else count))
    return first + chance.sample(plain, min(len(plain), count - len(first)))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", nargs="*", type=Path, metavar="ARTICLES.jsonl")
    parser.add_argument("--plain", type=Path, metavar="SENTENCES.txt")
    parser.add_argument("--kind", choices=KINDS, default="people")
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    articles = [*articles_in([*OWN, *options.articles]), *load_articles(ROOT)[0]]
    told = rows(articles, options.kind)
    plain = rows(articles_of(options.plain), options.kind) if options.plain else []
    print("| nº | name | r/w | title | text |\n|---|---|---|---|---|")
    for number, (name, title, text) in enumerate(drawn(told, plain, options.count, options.seed), 1):
        print(f"| {number} | {name} | | {title.replace('|', '/')} | {text} |")


if __name__ == "__main__":
    main()
