"""The whole dossier as values: what the site and the exports are made from. Never runs the extractor."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from timeline.events.model import Article, Event
from timeline.problems import Problem
from timeline.store.articles import load_articles
from timeline.store.config import Config, load_config
from timeline.store.eventfile import load_events


@dataclass(frozen=True, slots=True)
class Dossier:
    """Everything a folder holds. *problems* are those of reading alone; `checks.check` finds the others."""

    root: Path
    config: Config
    articles: tuple[Article, ...]
    events: tuple[Event, ...]
    problems: tuple[Problem, ...]


def load_dossier(root: Path) -> Dossier:
    """Read configuration, articles and events; a bad file is a problem and hides none of the others.

    content/articles/ may be missing: a site is built from the events and their records alone.
    """
    config, problems = load_config(root)
    articles, article_problems = load_articles(root)
    events, event_problems = load_events(root)
    found = sorted({*problems, *article_problems, *event_problems})
    return Dossier(root, config, tuple(articles), tuple(events), tuple(found))
