"""Files and records of a dossier side by side: which event in the files is which of ours, and whose it is by now."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from timeline.problems import Problem, ProblemsFound
from timeline.store.eventfile import SUFFIXES
from timeline.store.files import EVENTS, list_files, read_text_file
from timeline.store.matching import match_standing
from timeline.store.record import Record, Written, load_records
from timeline.store.standing import Standing, plain_field, standing_events
from timeline.store.threeway import FOLLOWING, is_untouched
from timeline.store.yamltext import Document, alias_problems, compose

Whose = Literal["ours", "mixed", "yours"]


@dataclass(frozen=True, slots=True)
class Holding:
    """An event in a file, and ours that it comes from (None: an editor wrote it). *home*: the article of the record."""

    standing: Standing
    home: str = ""
    written: Written | None = None

    @property
    def whose(self) -> Whose:
        """Ours: untouched. Yours: written by hand, or published. Mixed: some fields are an editor's."""
        if self.written is None or self.standing.is_published:
            return "yours"
        return "ours" if is_untouched(self.standing, self.written.event) else "mixed"

    def changed_fields(self) -> list[str]:
        """The fields that an editor gave another value than ours."""
        if self.written is None:
            return []
        event = self.written.event
        return [key for key in FOLLOWING if self.standing.plain(key) != plain_field(event, key)]


@dataclass(frozen=True, slots=True)
class Holdings:
    """All of a dossier's, in the order of the files; files that do not parse are left out and told."""

    records: dict[str, Record]
    documents: dict[str, Document]
    held: tuple[Holding, ...]
    problems: tuple[Problem, ...]

    def find(self, wanted: str) -> Holding:
        """The event with that id; `ProblemsFound` where there is none, or a file that may hold it does not parse."""
        for holding in self.held:
            if holding.standing.id == wanted:
                return holding
        fix = "gli id stanno nei file di content/events/, alla riga «id:»"
        raise ProblemsFound([Problem("", 0, f"nessun evento ha l’id «{wanted}»", fix), *self.problems])


def load_holdings(root: Path) -> Holdings:
    """Read every event file and record."""
    records, wrong = load_records(root)
    problems = list(wrong)
    documents: dict[str, Document] = {}
    standing: list[Standing] = []
    for path in list_files(root, EVENTS, SUFFIXES):
        source = read_text_file(path, root)
        if isinstance(source, Problem):
            problems.append(source)
            continue
        document = compose(source)
        bad = [*document.problems, *alias_problems(source)]
        problems += bad
        if not bad:
            documents[source.path] = document
            standing += standing_events(document, len(standing), {})
    written = [(name, w) for name, record in records.items() for w in record.written]
    matched = match_standing([w for _, w in written], standing)
    by_position = {s.position: written[number] for number, group in matched.items() for s in group}
    held = tuple(Holding(s, *by_position.get(s.position, ("", None))) for s in standing)
    return Holdings(records, documents, held, tuple(problems))
