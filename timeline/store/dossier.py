"""A dossier as the site reads it: settings, articles, events. Nothing is extracted here, and no file changes."""

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
    """All that pages are made from, and every problem met in reading it."""

    root: Path
    config: Config
    articles: tuple[Article, ...] = ()
    events: tuple[Event, ...] = ()
    problems: tuple[Problem, ...] = ()


def load_dossier(root: Path) -> Dossier:
    """Read a dossier from its folder. What cannot be read is left out and told."""
    config, problems = load_config(root)
    articles, wrong_articles = load_articles(root, config.timezone)
    events, wrong_events = load_events(root)
    return Dossier(
        root, config, tuple(articles), tuple(events), tuple(sorted({*problems, *wrong_articles, *wrong_events}))
    )
