"""How well passages that tell one fact are joined: pairwise precision and recall on a dossier of wordings.

    python benchmarks/merging.py [FACTS] [--errors]
    python benchmarks/merging.py --speed

FACTS is a file like tests/events/dossier/facts.txt; without it that file is measured, then facts_other_hand.txt as a
whole and its second half, whose errors were never read. With --speed it times the merging of 10,000 events
spread over ten years, and of 10,000 within one month.
"""

from __future__ import annotations

import random
import sys
import time
from datetime import date, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "tests" / "events"))

from forty_facts import FACTS, OTHER_HAND, THIRD_HAND, Told, extracted, make_dossier, measure, only, second_half

from timeline.dates.period import Period
from timeline.events.merge import merge
from timeline.events.model import Event, Mention


def print_figures(name: str, dossier: list[Told], *, errors: bool) -> None:
    figures, wrong = measure(dossier)
    if errors:
        print("\n".join(wrong))
    print(f"{name}: {len(dossier)} articles, {len(extracted(dossier))} events, {figures.facts_found} facts found")
    print(f"pairs joined {figures.joined}, true {figures.true}, both {figures.both}")
    print(f"proposals {figures.proposed}, of them right {figures.rightly}")
    print(f"precision {figures.precision:.3f}  recall {figures.recall:.3f}")


def many_events(count: int, days: int, seed: int = 3) -> list[Event]:
    """Events with real Italian words, names and places, no two of them made alike on purpose."""
    chance = random.Random(seed)
    doers = [
        "Il sindaco",
        "La giunta",
        "I carabinieri",
        "Un uomo",
        "Il tribunale",
        "La procura",
        "Il ministro",
        "Una donna",
    ]
    deeds = (
        "ha firmato ha arrestato ha approvato ha rubato ha condannato ha inaugurato ha sequestrato ha visitato".split(
            "ha "
        )
    )
    things = "il piano l'accordo la scuola il ponte il parco la fabbrica la nave il teatro la strada il mercato".split(
        " "
    )
    towns = (
        "Carpi Modena Sassuolo Bologna Parma Ferrara Ravenna Rimini Cesena Imola Faenza Mantova Verona Pavia".split()
    )
    surnames = [
        a + b
        for a in "Bar Cal Dom Fer Gal Lan Mor Pel Rav Sal Tor Ven".split()
        for b in "zini detti melli rino".split()
    ]
    events = []
    for n in range(count):
        day = date(2015, 1, 1) + timedelta(chance.randrange(days))
        person, town = f"Mario {chance.choice(surnames)}", chance.choice(towns)
        words = " ".join(chance.sample(things, 3))
        title = f"{chance.choice(doers)} ha {chance.choice(deeds[1:]).strip()} {words} a {town} con {person}"
        period = Period.of_day(day) if chance.random() < 0.8 else Period.of_month(day.year, day.month)
        mention = Mention(f"a{n:05d}", "ieri", None, title, start=0, trigger=title.split()[3])
        events.append(Event(title, period, people=(person,), places=(town,), mentions=(mention,), confidence="high"))
    return events


def print_speed() -> None:
    for name, days in (("ten years", 3650), ("one month", 31)):
        events = many_events(10_000, days)
        began = time.process_time()
        merged = merge(events)
        left, proposals = len(merged.events), len(merged.proposals)
        spent = time.process_time() - began
        print(f"10,000 events in {name}: {spent:.1f} s of CPU, {left} left, {proposals} proposals")


if __name__ == "__main__":
    if "--speed" in sys.argv:
        print_speed()
    else:
        paths = [Path(a) for a in sys.argv[1:] if not a.startswith("-")]
        for path in paths or (FACTS, OTHER_HAND, THIRD_HAND):
            print_figures(path.name, make_dossier(path), errors="--errors" in sys.argv)
        if not paths:
            print_figures("its second half", only(make_dossier(OTHER_HAND), second_half()), errors=False)
