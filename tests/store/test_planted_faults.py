"""The laws can fail: each of these faults, planted in the program, breaks one in a few runs of the random newsroom."""

from __future__ import annotations

import inspect
import textwrap
from collections.abc import Callable
from dataclasses import dataclass
from types import CodeType

import pytest
from desk import Desk
from editor import ACTIONS, Editor
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from timeline.problems import ProblemsFound
from timeline.store import merging, outcome, splice, threeway, writing

FEW = settings(
    max_examples=600,
    stateful_step_count=20,
    deadline=None,
    derandomize=True,
    database=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)


@dataclass(frozen=True)
class Fault:
    """What is changed in a function: some of its words, and what they become. *actions*: what brings it to light."""

    function: Callable
    old: str
    new: str
    actions: tuple[str, ...] = tuple(ACTIONS)


REMARKS = ("comment within", "comment above", "comment behind")
FAULTS = {
    "our word goes over the editor's": Fault(
        threeway.follow, "standing.plain(key) != plain_field(written.event, key)}", "False}"
    ),
    "what nobody touched follows no more": Fault(
        threeway.follow, "if plain_field(now, key) != standing.plain(key):", "if False:"
    ),
    "a published event follows": Fault(threeway.is_frozen, "standing.is_published or ", ""),
    "what was deleted comes back": Fault(
        merging._settle,
        "return replace(was, event=replace(now or was.event, id=was.event.id, mentions=every), newer=(), gone=True)",
        "return None",
    ),
    "what an editor wrote in goes with what is told no more": Fault(
        merging._removal, "if not is_untouched(here, was.event):", "if False:"
    ),
    "what stands in a file already is added": Fault(
        merging._without_kept,
        "if mention in kept:",
        "if False:",
        ("split the passages", "merge by hand", "new id", "copy"),
    ),
    "a remark is written over": Fault(splice.comments_in, "at = low", "return False", REMARKS),
    "line ends become ours": Fault(outcome.event_file_writes, 'source.newline if source else "\\n"', '"\\n"'),
    "a last line end is added": Fault(splice.apply_edits, 'work.rstrip("\\r\\n") if missing_end else work', "work"),
    "a killed run is finished over what was edited since": Fault(
        writing.recover, "if undo and now == write.new:", "if True:", ("title", "summary")
    ),
}


def planted(fault: Fault) -> CodeType:
    """The code of the function with the fault in it."""
    source = textwrap.dedent(inspect.getsource(fault.function))
    assert source.count(fault.old) == 1, f"{fault.function.__qualname__} has changed: plant this fault anew"
    file = fault.function.__code__.co_filename
    made = compile("from __future__ import annotations\n" + source.replace(fault.old, fault.new), file, "exec")
    codes = [c for c in made.co_consts if inspect.iscode(c)]
    return next(c for c in codes if c.co_name == fault.function.__name__)


@pytest.mark.parametrize("fault", FAULTS)
def test_a_planted_fault_breaks_a_law(fault: str, monkeypatch: pytest.MonkeyPatch):
    """Or is found by the program itself, which then writes nothing."""
    planting = FAULTS[fault]
    monkeypatch.setattr(planting.function, "__code__", planted(planting))
    real = Editor.do
    monkeypatch.setattr(Editor, "do", lambda self, _: real(self, self.dice.choice(planting.actions)))
    with pytest.raises((AssertionError, ProblemsFound)):
        run_state_machine_as_test(Desk, settings=FEW)
