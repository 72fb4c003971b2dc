"""A newsroom's days at random: articles come and change, the program is updated or killed, editors do as they like."""

from __future__ import annotations

import os
import random
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from editor import ACTIONS, Editor
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule
from laws import Ledger
from newsroom import Newsroom
from sheets import files_of

from timeline.problems import ProblemsFound
from timeline.store import review
from timeline.store.writing import recover

NAMES = ("alfa", "bravo", "delta")
# Half of a sentence sets a fact apart from the others; the other half all sentences have.
WHERE = {
    "fatto1": "al molo nord di Bari con due feriti lievi",
    "fatto2": "nella stazione di Lecce tra treni fermi",
    "fatto3": "sotto il ponte vecchio per la piena",
    "fatto4": "davanti al municipio durante il corteo",
    "fatto5": "in una scuola elementare senza preavviso",
    "fatto6": "lungo la statale dopo il tramonto",
    "fatto7": "vicino al mercato con molto fumo",
}
FACTS = list(WHERE)
JOINABLE = frozenset(FACTS[:2])
WORDINGS = ("", " davvero", " di nuovo", ", sembra,")
TITLES = ("Uno", "Due: di nuovo", "«Tre» # non un commento", "no", "- quattro", "*cinque* [qui](#sei)")
PEOPLE = ("Anna Rossi", "Kim, il capo", "no", "D'Angelo")
DAYS = ("2025-04-26", "2025-04-27", "2024-10", "2024")
SEEDS = st.integers(0, 2**32 - 1)
ROOM_IN_MEMORY = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None


class Killed(BaseException):
    """The process ends here."""


class Desk(RuleBasedStateMachine):
    """The editor's actions are drawn by name, their details from a seed: runs stay short enough to make thousands."""

    def __init__(self) -> None:
        super().__init__()
        self.room = Newsroom(Path(tempfile.mkdtemp(dir=ROOM_IN_MEMORY)))
        self.ledger = Ledger(self.room, JOINABLE)
        self.facts: dict[str, list[str]] = {}
        self.wording: dict[tuple[str, str], str] = {}
        self.origin: dict[str, str] = {}
        self.day: dict[str, str] = {}
        self.tokens = 0

    def teardown(self) -> None:
        shutil.rmtree(self.room.root)

    def token(self) -> str:
        self.tokens += 1
        return f"MIO{self.tokens}MIO"

    def path_of(self, article: str) -> Path:
        return self.room.root / f"content/articles/{article}.md"

    # Articles and the program

    def print_article(self, name: str) -> None:
        origin = self.origin.setdefault(name, f"{name}{len(self.origin)}{self.tokens}")
        said = {f: f"{WHERE[f]} è accaduto{self.wording.get((name, f), '')}" for f in self.facts[name]}
        sentences = tuple(f"Ieri il {fact} {words}, scrive {origin}." for fact, words in said.items())
        self.room.article(name, self.facts[name], self.day.setdefault(name, "2025-04-28"), sentences)

    @initialize(facts=st.lists(st.sampled_from(FACTS), min_size=2, max_size=5, unique=True))
    def first_article(self, facts: list[str]) -> None:
        self.facts["alfa"] = facts
        self.print_article("alfa")
        self.run(self.room.extract)

    @rule(name=st.sampled_from(NAMES), facts=st.lists(st.sampled_from(FACTS), min_size=1, max_size=5, unique=True))
    def write_article(self, name: str, facts: list[str]) -> None:
        """An article comes or comes back, or its text is corrected: facts are gone, new, in another order."""
        self.facts[name] = facts
        self.print_article(name)

    @rule(name=st.sampled_from(NAMES), seed=SEEDS)
    def correct_article(self, name: str, seed: int) -> None:
        """Its sentences are worded otherwise, or it came out on another day."""
        if name in self.facts and self.path_of(name).exists():
            dice = random.Random(seed)
            for fact in self.facts[name]:
                if dice.random() < 0.4:
                    self.wording[name, fact] = dice.choice(WORDINGS)
            if dice.random() < 0.4:
                self.day[name] = dice.choice(["2025-04-20", "2025-04-28", "2025-05-02"])
            self.print_article(name)

    @rule(name=st.sampled_from([*NAMES, None]))
    def lose_article(self, name: str | None) -> None:
        """An article is not in this clone, or none is."""
        for lost in [name] if name else NAMES:
            self.path_of(lost).unlink(missing_ok=True)

    @precondition(lambda self: not self.ledger.sane)
    @rule(old=st.sampled_from(NAMES), new=st.sampled_from([*NAMES, "echo"]))
    def rename_article(self, old: str, new: str) -> None:
        if not self.path_of(old).exists() or new in self.facts:
            return
        self.run(self.room.extract)
        self.path_of(old).rename(self.path_of(new))
        for table in (self.facts, self.day, self.origin):
            table[new] = table.pop(old)
        self.wording = {(new if a == old else a, f): w for (a, f), w in self.wording.items()}
        self.ledger.rename(old, new)
        self.run(self.room.extract)

    @rule(seed=SEEDS, run=st.sampled_from([True, True, False]))
    def update_program(self, seed: int, run: bool) -> None:
        """A new version reads many facts otherwise, and some not at all."""
        dice = random.Random(seed)
        room = self.room
        for fact in FACTS:
            if dice.random() < 0.4:
                room.titles[fact] = f"{dice.choice(TITLES)} {fact}"
            if dice.random() < 0.3:
                room.days[fact] = dice.choice(DAYS)
            if dice.random() < 0.3:
                room.people[fact] = tuple(dice.sample(PEOPLE, dice.randrange(3)))
        room.silent = {fact for fact in FACTS if dice.random() < 0.15}
        room.joined = {fact for fact in sorted(JOINABLE) if dice.random() < 0.5}
        room.longer = {fact for fact in FACTS if dice.random() < 0.2}
        room.version += 1
        if run:
            self.run(room.extract)

    # Editors

    @rule(actions=st.lists(st.sampled_from(ACTIONS), min_size=1, max_size=4), seed=SEEDS)
    def edit(self, actions: list[str], seed: int) -> None:
        editor = Editor(self.room, random.Random(seed), self.token, set(self.ledger.sane))
        for action in actions:
            editor.do(action)

    @rule(actions=st.lists(st.sampled_from(ACTIONS), min_size=2, max_size=6), seed=SEEDS)
    def edit_and_extract(self, actions: list[str], seed: int) -> None:
        self.edit(actions, seed)
        self.update_program(seed, run=True)

    @rule(seed=SEEDS)
    def leave_a_conflict(self, seed: int) -> None:
        """Git's marks stand in a file; the next time they are cleared away."""
        if self.ledger.sane:
            for path, text in self.ledger.sane.items():
                (self.room.root / path).write_bytes(text.encode())
            self.ledger.sane.clear()
        elif files := files_of(self.room):
            dice = random.Random(seed)
            path = dice.choice(sorted(files))
            lines = files[path].splitlines(keepends=True)
            at = dice.randrange(len(lines) + 1)
            broken = [*lines[:at], "<<<<<<< HEAD\n", "=======\n", ">>>>>>> ramo\n", *lines[at:]]
            self.ledger.sane[path] = files[path]
            (self.room.root / path).write_bytes("".join(broken).encode())

    @rule(
        what=st.sampled_from(["take", "keep", "merge"]),
        field=st.sampled_from([None, "title", "date", "mentions"]),
        seed=SEEDS,
    )
    def decide(self, what: str, field: str | None, seed: int) -> None:
        """The editor's commands: take our newer word, hear no more of it, merge two events."""
        ids = sorted({str(e.fields["id"]) for e in self.ledger.seen if e.fields.get("id")})
        if not ids:
            return
        dice = random.Random(seed)
        self.ledger.observe()
        before = self.ledger.read(files_of(self.room))
        try:
            if what == "merge":
                review.merge(self.room.root, dice.choice(ids), dice.choice(ids))
            else:
                getattr(review, what)(self.room.root, dice.choice(ids), field)
        except ProblemsFound:
            return
        if what == "take":
            self.ledger.forgive(before)

    # Extraction

    @rule()
    def extract(self) -> None:
        self.run(self.room.extract)

    @rule(at=st.integers(0, 24), actions=st.lists(st.sampled_from(ACTIONS), max_size=2), seed=SEEDS)
    def crash(self, at: int, actions: list[str], seed: int) -> None:
        """The process is killed in its writing; perhaps the editor works on; then the next run finishes the job."""
        self.join(at)
        before = files_of(self.room)
        known = {key for e in self.ledger.read(before) for key in e.keys} | self.ledger.deleted
        self.until(at, self.room.extract)
        for path, text in before.items():
            assert (self.room.root / path).exists(), path
            self.ledger.keeps_its_shape(path, text, files_of(self.room)[path])
        self.ledger.remember()
        if actions:
            torn = files_of(self.room)
            self.edit(actions, seed)
            self.ledger.observe()
            changed = {p for p in {*torn, *files_of(self.room)} if torn.get(p) != files_of(self.room).get(p)}
            self.ledger.excuse(changed, known)
            # An event moved between a file of the new run and one of the old is known for what it is one run later.
            self.run(self.room.extract, settled=False)
            self.room.version += 1
        self.run(self.room.extract)

    def until(self, at: int, work: Callable[[], object]) -> None:
        """Something that ends at the n-th sync of a file or a folder."""
        real, left = os.fsync, [at]

        def fsync(handle: int) -> None:
            if left[0] == 0:
                raise Killed
            left[0] -= 1

        os.fsync = fsync
        try:
            work()
        except Killed:
            pass
        finally:
            os.fsync = real

    def join(self, at: int | None = None) -> dict[str, str]:
        """What editors call one is joined first, as if they had done it themselves; no word is lost by that either.

        *at*: it is killed at a sync, and the next one finishes the job. The files as the run itself finds them.
        """
        self.ledger.observe()
        before, seen = files_of(self.room), self.ledger.seen
        if at is not None:
            self.until(at, self.room.join_pasted)
        elif recover(self.room.root):  # what a run wrote that was killed is no editor's doing
            seen = self.ledger.read(files_of(self.room))
        joined, after = self.room.join_pasted(), files_of(self.room)
        if not joined and (at is None or after == before):
            return before
        self.ledger.keeps_every_word(before, after)
        for path, text in before.items():
            self.ledger.keeps_its_shape(path, text, after[path])
        self.ledger.seen = seen
        self.ledger.observe()
        return after

    def run(self, extraction: Callable[[], object], settled: bool = True) -> None:
        """A run, and what must hold after it; then another, and one of a new version that says the same."""
        before = self.join()
        extraction()
        self.ledger.judge(before)
        if not settled:
            self.ledger.remember()
            return
        assert not self.room.join_pasted(), "a second run would join events"
        assert not self.room.plan().writes, "a second run would write again"
        self.room.version += 1
        writes = [w.path for w in self.room.plan().writes if ".extracted" not in w.path]
        assert not writes, f"a new version that says the same would change {writes}"
        self.ledger.renamed.clear()
        self.ledger.remember()
