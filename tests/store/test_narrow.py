"""A run looks only at what a changed article concerns, and comes out as if it had looked at everything."""

from __future__ import annotations

import random
import re
import shutil
import sys
from pathlib import Path

import pytest
import yaml
from newsroom import chunks

from timeline.events.described import features_of, title_of, wide_of
from timeline.events.extract import extract
from timeline.events.merge import merge
from timeline.store import sync
from timeline.store.record import load_records

sys.path.insert(0, str(Path(__file__).parents[1] / "events"))
from forty_facts import make_dossier

ARTICLES, STEPS = 40, 5
FRONT = "---\ntitle: {title}\npublished: {published}\n---\n\n{text}\n"


def joined_with_all(events, refused, accepted, crowds):
    """The same joiner under another name: of one it does not know, extraction cannot tell whom it concerns."""
    return merge(events, refused, accepted, crowds)


def write(root, article, text=None):
    front = FRONT.format(title=f"Articolo {article.id}", published=article.published, text=text or article.text)
    (root / f"content/articles/{article.id}.md").write_text(front, encoding="utf-8")


def run(root, joiner=merge, reader="1"):
    sync.apply(sync.plan(root, joiner=joiner, reader=reader))


def files(root, suffix=""):
    found = (p for p in (root / "content/events").rglob("*") if p.is_file() and p.name.endswith(suffix))
    return {p.relative_to(root).as_posix(): p.read_bytes() for p in found}


def differing(one, other):
    return {path for path in one.keys() | other.keys() if one.get(path) != other.get(path)}


@pytest.fixture(scope="module")
def dossier(tmp_path_factory):
    """Articles of which many tell the same facts, extracted; twenty more articles wait."""
    root = tmp_path_factory.mktemp("dossier")
    (root / "content/articles").mkdir(parents=True)
    told = [t.article for t in make_dossier()]
    for article in told[:ARTICLES]:
        write(root, article)
    run(root)
    return root, told


class Desk:
    """Somebody who changes articles and event files at random."""

    def __init__(self, root, told, seed):
        self.root, self.told, self.draw = root, told, random.Random(seed)
        self.here, self.waiting = list(told[:ARTICLES]), list(told[ARTICLES:])

    def article(self):
        article = self.draw.choice(self.here)
        kind = self.draw.choice(("more", "less", "other", "new", "new", "gone"))
        if kind == "new":
            self.here.append(self.waiting.pop())
            write(self.root, self.here[-1])
        elif kind == "gone":
            (self.root / f"content/articles/{article.id}.md").unlink()
            self.here.remove(article)
        elif kind == "less":
            write(self.root, article, "\n\n".join(article.text.split("\n\n")[1:]) or "Niente di nuovo da allora.")
        elif kind == "more":
            write(self.root, article, article.text + "\n\n" + self.draw.choice(self.told).text)
        else:
            write(self.root, article, self.draw.choice(self.told).text)

    def hand(self):
        path = self.draw.choice(sorted((self.root / "content/events").glob("*.yml")))
        head, events = chunks(path.read_text("utf-8"))
        if not events:
            return
        number = self.draw.randrange(len(events))
        kind = self.draw.choice(("title", "publish", "delete", "move", "split", "date", "id"))
        if kind == "title":
            events[number] = events[number].replace("- title: ", "- title: Mio ", 1)
        elif kind == "publish":
            events[number] = events[number].replace("status: draft", "status: published")
        elif kind == "delete":
            del events[number]
        elif kind == "move":
            other = self.root / "content/events/scelti.yml"
            old = other.read_text("utf-8") if other.exists() else ""
            other.write_text(old + events.pop(number).rstrip() + "\n\n", "utf-8")
        elif kind == "split":
            events.append("\n" + re.sub(r"(?m)^  id: .*\n", "  id: copia\n", events[number]))
        elif kind == "date":
            events[number] = re.sub(r"(?m)^  date: .*$", "  date: 2020-01-01", events[number], count=1)
        else:
            events[number] = re.sub(r"(?m)^  id: (.*)$", r"  id: \1-bis", events[number], count=1)
        path.write_text(head + "".join(events), "utf-8")


@pytest.mark.parametrize("seed", range(6))
def test_a_narrow_run_comes_out_like_a_run_over_everything(dossier, tmp_path, seed):
    """Articles come, change and go and editors work; after each round the event files are the same bytes.

    The records may only lag behind in what editors did elsewhere: a run over everything brings them to the same bytes.
    """
    start, told = dossier
    narrow, whole, later = tmp_path / "narrow", tmp_path / "whole", tmp_path / "later"
    shutil.copytree(start, narrow)
    desk = Desk(narrow, told, seed)
    for step in range(STEPS):
        for _ in range(desk.draw.randrange(3)):
            desk.hand()
        desk.article()
        for folder in (whole, later):
            shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(narrow, whole)
        run(narrow)
        run(whole, joined_with_all)
        assert differing(files(narrow, ".yml"), files(whole, ".yml")) == set(), step
        shutil.copytree(narrow, later)
        run(later, joined_with_all, reader="2")
        run(whole, joined_with_all, reader="2")
        assert differing(files(later), files(whole)) == set(), step


def test_a_run_over_everything_finds_nothing_more(dossier, tmp_path):
    """What was told is joined already, whichever way the articles came in."""
    start, told = dossier
    root = tmp_path / "dossier"
    shutil.copytree(start, root)
    for article in told[ARTICLES : ARTICLES + 5]:
        write(root, article)
        run(root)
    before = files(root, ".yml")
    run(root, joined_with_all, reader="2")
    assert files(root, ".yml") == before


def test_what_a_change_reaches_is_found_by_what_joining_goes_by(dossier):
    """What is worked out alone, since that is quicker, is what the description of an event has."""
    records, _ = load_records(dossier[0])
    events = [event for record in records.values() for event in record.said]
    assert len(events) > ARTICLES
    for event in events:
        features = features_of(event)
        assert (title_of(event), wide_of(event)) == (features.title, features.wide)


def test_one_article_opens_few_files(dossier, tmp_path, monkeypatch):
    """One article is read, and event files are parsed only where its facts may stand."""
    root = tmp_path / "dossier"
    shutil.copytree(dossier[0], root)
    article = next(a for a in dossier[1] if "droghe" not in a.text)
    write(root, article, article.text + "\n\nIeri la Guardia di finanza ha sequestrato un deposito a Zocca.")
    read, parsed, compose = [], [], yaml.compose

    def counted(article, settings):
        read.append(article.id)
        return extract(article, settings)

    def spied(*args, **named):
        parsed.append(args)
        return compose(*args, **named)

    monkeypatch.setattr(yaml, "compose", spied)
    plan = sync.plan(root, extractor=counted, reader="1")
    assert read == [article.id]
    assert [change.kind for change in plan.changes] == ["added"]
    # The article's front matter, its own event file, those that share a fact with it, and the last look at the result.
    assert len(parsed) < ARTICLES / 3
    sync.apply(plan)
    parsed.clear()
    assert not sync.plan(root, extractor=counted, reader="1").writes
    assert (len(read), len(parsed)) == (1, 0)
