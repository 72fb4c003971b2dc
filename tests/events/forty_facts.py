"""Synthetic dossiers: a hundred articles each that tell forty facts in several wordings.

Those of dossier/facts.txt were written by whoever wrote the merging; those of dossier/facts_other_hand.txt by somebody
who had not seen it. The latter are parted in two halves at random: the errors of the first were read when the merging
was mended, those of the second never. dossier/facts_training.txt was written to fit weights on
(benchmarks/fit_merging.py); its errors were read too, as were those of the third hand and all that came after it.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations
from pathlib import Path

from timeline.events.extract import extract
from timeline.events.merge import merge
from timeline.events.model import Article, Event

FACTS = Path(__file__).parent / "dossier" / "facts.txt"
OTHER_HAND = Path(__file__).parent / "dossier" / "facts_other_hand.txt"
# By other hands, who had seen neither the code nor the other dossiers.
THIRD_HAND = Path(__file__).parent / "dossier" / "facts_third_hand.txt"
TRAINING = Path(__file__).parent / "dossier" / "facts_training.txt"
FOURTH_HAND = Path(__file__).parent / "dossier" / "facts_fourth_hand.txt"
FIFTH_HAND = Path(__file__).parent / "dossier" / "facts_fifth_hand.txt"
SEVENTH_HAND = Path(__file__).parent / "dossier" / "facts_seventh_hand.txt"
SIXTH_HAND = Path(__file__).parent / "dossier" / "facts_sixth_hand.txt"
EIGHTH_HAND = Path(__file__).parent / "dossier" / "facts_eighth_hand.txt"
NINTH_HAND = Path(__file__).parent / "dossier" / "facts_ninth_hand.txt"
TENTH_HAND = Path(__file__).parent / "dossier" / "facts_tenth_hand.txt"
ELEVENTH_HAND = Path(__file__).parent / "dossier" / "facts_eleventh_hand.txt"
# Its text and errors were never read by whoever made the rules.
TWELFTH_HAND = Path(__file__).parent / "dossier" / "facts_twelfth_hand.txt"
# Those that the counts of the evidence are fitted on; each was measured before its errors were read.
DOSSIERS = (
    FACTS, OTHER_HAND, TRAINING, THIRD_HAND, FOURTH_HAND, FIFTH_HAND, SIXTH_HAND, SEVENTH_HAND, EIGHTH_HAND, NINTH_HAND,
    TENTH_HAND, ELEVENTH_HAND,
)  # fmt: skip
ARTICLES = 100
DAYS = "lunedì martedì mercoledì giovedì venerdì sabato domenica".split()
MONTHS = "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre".split()


@dataclass(frozen=True)
class Wording:
    """One way in which a paper tells a fact."""

    fact: int
    day: date
    text: str


@dataclass(frozen=True)
class Told:
    """An article, and which stretch of its text tells which fact."""

    article: Article
    stretches: tuple[tuple[int, int, int], ...]

    def fact_at(self, offset: int) -> int | None:
        return next((fact for start, end, fact in self.stretches if start <= offset < end), None)


def read_wordings(path: Path = FACTS) -> list[Wording]:
    found: list[Wording] = []
    fact, day = 0, date.min
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("@"):
            number, written = line[1:].split()
            fact, day = int(number), date.fromisoformat(written)
        elif line and not line.startswith("#"):
            found.append(Wording(fact, day, line))
    return found


def second_half(path: Path = OTHER_HAND) -> frozenset[int]:
    """The facts whose errors were never read."""
    facts = sorted({wording.fact for wording in read_wordings(path)})
    return frozenset(facts) - frozenset(random.Random(2026).sample(facts, len(facts) // 2))


def only(dossier: Iterable[Told], facts: frozenset[int]) -> list[Told]:
    """The articles that tell these facts and no other."""
    return [told for told in dossier if all(fact in facts for _, _, fact in told.stretches)]


def make_dossier(path: Path = FACTS, seed: int = 7) -> list[Told]:
    """The wordings spread over the articles, each with dates as a paper of its day would write them."""
    chance = random.Random(seed)
    wordings = read_wordings(path)
    chance.shuffle(wordings)
    papers = [(w.day + timedelta(_delay(w, chance)), [w]) for w in wordings[:ARTICLES]]
    for wording in wordings[ARTICLES:]:
        # «{m}» and «{a}» are said long after, so any later paper may say them; a day is news for a month.
        reach = 30 if "{g}" in wording.text else 400
        fitting = [p for p in papers if 0 <= (p[0] - wording.day).days <= reach and len(p[1]) < 4]
        chance.choice(fitting or papers[:1])[1].append(wording)
    return [_write(f"{day}-{n:03d}", day, told, chance) for n, (day, told) in enumerate(papers)]


def _delay(wording: Wording, chance: random.Random) -> int:
    if "{m}" in wording.text:
        return chance.randint(35, 150)
    if "{a}" in wording.text or "{g}" not in wording.text:
        return chance.randint(1500, 1800)
    return chance.choice([0, 1, 1, 1, 2, 3, 5, 9, 20])


def _write(name: str, published: date, wordings: Sequence[Wording], chance: random.Random) -> Told:
    text, stretches = "", []
    for wording in wordings:
        sentence = wording.text.format(
            g=_say_day(wording.day, published, chance),
            m=_say_month(wording.day, published),
            a=f"nel {wording.day.year}",
        )
        sentence = sentence[0].upper() + sentence[1:]
        stretches.append((len(text), len(text) + len(sentence), wording.fact))
        text += sentence + "\n\n"
    return Told(Article(id=name, text=text.strip(), published=published), tuple(stretches))


def _say_day(day: date, published: date, chance: random.Random) -> str:
    ago = (published - day).days
    if ago < 0 or ago > 300:
        return f"il {day.day} {MONTHS[day.month - 1]} {day.year}"
    if ago < 2:
        return ("oggi", "ieri")[ago]
    if ago < 7:
        return chance.choice([f"{DAYS[day.weekday()]} scorso" if day.weekday() < 6 else "domenica scorsa", _day(day)])
    return chance.choice([_day(day), f"lo scorso {day.day} {MONTHS[day.month - 1]}", f"{_day(day)} scorso"])


def _day(day: date) -> str:
    article = "l'" if day.day in (8, 11) else "il "
    return f"{article}{day.day} {MONTHS[day.month - 1]}"


def _say_month(day: date, published: date) -> str:
    month = MONTHS[day.month - 1]
    if day.year < published.year:
        return f"nel {month} dello scorso anno"
    return f"{'ad' if month[0] == 'a' else 'a'} {month}"


def extracted(dossier: Iterable[Told]) -> list[Event]:
    return [event for told in dossier for event in extract(told.article)]


@dataclass(frozen=True)
class Figures:
    """Pairs of passages: joined by us, of one fact in truth, and both; proposals, and how many of them are right."""

    joined: int
    true: int
    both: int
    facts_found: int
    proposed: int
    rightly: int

    @property
    def precision(self) -> float:
        return self.both / self.joined if self.joined else 1.0

    @property
    def recall(self) -> float:
        return self.both / self.true if self.true else 1.0


def measure(dossier: Sequence[Told]) -> tuple[Figures, list[str]]:
    """Pairwise precision and recall of `merge` on what `extract` finds, and the pairs that came out wrong."""
    by_id = {told.article.id: told for told in dossier}
    merged = merge(extracted(dossier))
    passages: list[tuple[int, str, int, str]] = []
    for n, event in enumerate(merged.events):
        for mention in event.mentions:
            fact = by_id[mention.article].fact_at(mention.start)
            if fact is not None:
                passages.append((fact, f"{event.title} [{mention.quote}] {mention.date}", n, mention.article))
    both = joined = true = 0
    wrong: list[str] = []
    for one, two in combinations(passages, 2):
        same_fact, same_event = one[0] == two[0], one[2] == two[2]
        both += same_fact and same_event
        joined += same_event
        true += same_fact
        if same_event and not same_fact:
            wrong.append(f"JOINED {one[0]} {one[1]}\n       {two[0]} {two[1]}")
        if same_fact and not same_event:
            wrong.append(f"APART  {one[0]} {one[1]}\n       {two[0]} {two[1]}")
    rightly = 0
    for proposal in merged.proposals:
        one, two = (by_id[article].fact_at(start) for article, _, start, _ in (proposal.first, proposal.second))
        rightly += one == two
        wrong.append(f"PROPOSED {one} {two} {proposal.score:.2f} {proposal.reason}")
    found = len({p[0] for p in passages})
    return Figures(joined, true, both, found, len(merged.proposals), rightly), wrong
