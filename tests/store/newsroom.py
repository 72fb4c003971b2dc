"""A dossier whose extraction the tests decide, and an editor who works on the text of the files."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

import yaml

from timeline.dates.edtf import parse_edtf
from timeline.events.merge import Merged, Pairs, key_of
from timeline.events.model import Article, Event, Mention
from timeline.events.vocabulary import Settings
from timeline.store import pairs, sync
from timeline.store.files import RECORDS

FACT = re.compile(r"[^\n]*\b(fatto\d+)\b[^\n]*")


@dataclass
class Newsroom:
    """Articles are lines, each with a word «fattoN»; *titles*, *days*, *people* say how the extractor reads it now.

    It tells nothing of the *silent* facts, holds the *joined* ones for one event in all articles, and of the *longer*
    ones reads one word more as the expression.
    """

    root: Path
    version: int = 1
    titles: dict[str, str] = field(default_factory=dict)
    days: dict[str, str] = field(default_factory=dict)
    people: dict[str, tuple[str, ...]] = field(default_factory=dict)
    silent: set[str] = field(default_factory=set)
    joined: set[str] = field(default_factory=set)
    longer: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        (self.root / "content" / "articles").mkdir(parents=True, exist_ok=True)

    def article(
        self, name: str, facts: list[str], published: str = "2025-04-28", sentences: tuple[str, ...] = ()
    ) -> None:
        lines = sentences or [f"Ieri il {fact} è accaduto davvero, dice la cronaca." for fact in facts]
        text = f"---\ntitle: Articolo {name}\npublished: {published}\n---\n\n" + "\n\n".join(lines) + "\n"
        (self.root / "content/articles" / f"{name}.md").write_text(text, encoding="utf-8")

    def read(self, article: Article, settings: Settings | None) -> list[Event]:
        events = []
        for match in FACT.finditer(article.text):
            fact = match[1]
            if fact in self.silent:
                continue
            day = self.days.get(fact, str(article.published)[:10])
            words = "Ieri il" if fact in self.longer else "Ieri"
            begin = match.start()
            end = begin + len(words)
            mention = Mention(article.id, words, day, match[0], f"ragione {fact}", begin, end, "accaduto", "ieri")
            title = self.titles.get(fact, f"Il {fact} accade").replace("{article}", article.id)
            people = self.people.get(fact, ())
            events.append(
                Event(
                    title,
                    parse_edtf(day),
                    summary=match[0],
                    id=fact,
                    people=people,
                    mentions=(mention,),
                    confidence="high",
                )
            )
        return events

    def join(self, events, refused, accepted, crowds) -> Merged:
        """One are the events that an editor calls one, and those of a *joined* fact that no editor calls two.

        They get the first one's words and the mentions of all.
        """
        groups: list[list[Event]] = []
        for event in events:
            mates = [g for g in groups if decided(g, [event], accepted)]
            unite(groups, [*mates, [event]])
        for fact in sorted(self.joined):
            first, *others = [g for g in groups if fact in {e.id for e in g}] or [[]]
            for group in others:
                if not decided(first, group, refused):
                    first = unite(groups, [first, group])
        return Merged(tuple(replace(g[0], mentions=sum((e.mentions for e in g), ())) for g in groups))

    def plan(self) -> sync.Plan:
        return sync.plan(self.root, extractor=self.read, joiner=self.join, reader=f"v{self.version}")

    def join_pasted(self) -> list[str]:
        """What `timeline extract` does first, a line for each two events that it joined."""
        return pairs.join_pasted(self.root)[0]

    def extract(self) -> sync.Plan:
        self.join_pasted()
        plan = self.plan()
        sync.apply(plan)
        return plan

    def tells(self) -> dict[tuple[str, str], Event]:
        """What the extractor says now of the articles that are there, by article and fact."""
        told = {}
        for path in (self.root / "content/articles").glob("*.md"):
            head, text = path.read_text(encoding="utf-8").split("\n---\n", 1)
            published = date.fromisoformat(head.split("published: ")[1][:10])
            for event in self.read(Article(path.stem, text, published), None):
                told[path.stem, event.id] = event
        return told

    def files(self) -> list[Path]:
        return [p for p in sorted((self.root / "content/events").rglob("*.y*ml")) if "/." not in p.as_posix()]

    def records(self) -> list[Path]:
        return sorted((self.root / RECORDS).glob("*.json"))

    def text(self, name: str = "a") -> str:
        return (self.root / f"content/events/{name}.yml").read_bytes().decode("utf-8")

    def write(self, text: str, name: str = "a") -> None:
        (self.root / f"content/events/{name}.yml").write_bytes(text.encode("utf-8"))

    def edit(self, old: str, new: str, name: str = "a") -> None:
        text = self.text(name)
        assert old in text, (old, text)
        self.write(text.replace(old, new, 1), name)

    def all_text(self) -> str:
        return "".join(p.read_bytes().decode("utf-8") for p in self.files())

    def events(self) -> list[dict]:
        return [e for p in self.files() for e in yaml.load(p.read_bytes().decode("utf-8-sig"), yaml.CBaseLoader) or []]

    def facts(self, event: dict) -> set[str]:
        return set(re.findall(r"fatto\d+", json.dumps(event.get("mentions") or [])))


def decided(some: Sequence[Event], others: Sequence[Event], pairs: Pairs) -> bool:
    """Whether an editor said of an event of *some* and one of the *others* what *pairs* say."""
    mine, theirs = ({key_of(m) for event in events for m in event.mentions} for events in (some, others))
    return any(frozenset((a, b)) in pairs for a in mine for b in theirs if a != b)


def unite(groups: list[list[Event]], some: Sequence[list[Event]]) -> list[Event]:
    """Make one group of some, in the place of the first of them."""
    at = min((groups.index(g) for g in some if g in groups), default=len(groups))
    whole = [event for group in some for event in group]
    groups[at : at + 1] = [whole]
    groups[at + 1 :] = [g for g in groups[at + 1 :] if g not in some]
    return whole


def chunks(text: str) -> tuple[str, list[str]]:
    """The head of an event file, and the text of each event from its dash to the next one's."""
    if text.startswith("\ufeff"):
        head, events = chunks(text[1:])
        return "\ufeff" + head, events
    first = re.search(r"^( *)- ", text, re.M)
    if not first:
        return text, []
    starts = [m.start() for m in re.finditer(rf"^{first[1]}- ", text, re.M)]
    return text[: starts[0]], [text[a:b] for a, b in zip(starts, [*starts[1:], len(text)], strict=True)]
