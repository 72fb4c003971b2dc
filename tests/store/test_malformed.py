"""A corpus of malformed event files: no traceback, always an error, and the right line in nearly all of them."""

from __future__ import annotations

from datetime import date

import pytest
from malformed import corpus

from timeline.problems import has_errors
from timeline.store.checks import check
from timeline.store.eventfile import read_event_file
from timeline.store.files import decode

CASES = corpus()


def problems_of(case):
    source = decode(case.data, "content/events/x.yml")
    return [source] if not hasattr(source, "text") else list(read_event_file(source).problems)


def test_the_corpus_is_large_enough():
    """At least 200 files, no two alike."""
    assert len({case.data for case in CASES}) >= 200


def test_every_malformed_file_is_an_error_with_a_fix_in_italian():
    """Exit 1, words, and something to do about it."""
    for case in CASES:
        found = problems_of(case)
        assert has_errors(found), case.name
        assert all(p.message and (p.fix or p.level == "warning") for p in found if p.level == "error"), case.name


def test_the_right_line_is_named():
    """In every file an error stands on the broken line (malformed.py says how that counts)."""
    wrong = [
        f"{case.name}: {[p.line for p in problems_of(case) if p.level == 'error']} invece di {sorted(case.lines)}"
        for case in CASES
        if case.lines and not any(p.line in case.lines for p in problems_of(case) if p.level == "error")
    ]
    assert not wrong, "\n".join(wrong)


def test_one_bad_file_hides_none_of_the_others(tmp_path):
    """Every file's problems are told, and the sound ones are read."""
    folder = tmp_path / "content/events"
    folder.mkdir(parents=True)
    for number, case in enumerate(CASES):
        (folder / f"f{number}.yml").write_bytes(case.data)
    (folder / "buono.yml").write_text("- title: Buono\n  date: 2024\n", encoding="utf-8")
    found = check(tmp_path, date(2025, 5, 1))
    assert {p.path for p in found if p.level == "error"} >= {f"content/events/f{n}.yml" for n in range(len(CASES))}


def test_a_broken_event_leaves_its_neighbours_readable():
    """Five events, the second with an open quote: four are read, one is told."""
    case = next(c for c in CASES if c.name == "open double quote #1")
    read = read_event_file(decode(case.data, "x.yml"))
    assert len(read.events) == 4
    assert [p.line for p in read.problems] == [14]


@pytest.mark.parametrize("size", [20_000_001])
def test_a_huge_file_is_refused_at_once(tmp_path, size):
    """50 MB are no event file; nobody waits for them to be parsed."""
    folder = tmp_path / "content/events"
    folder.mkdir(parents=True)
    (folder / "grande.yml").write_bytes(b"- title: a\n" * (size // 11 + 1))
    assert "troppo grande" in check(tmp_path, date(2025, 5, 1))[0].message


def test_a_link_out_of_the_dossier_and_a_name_with_a_newline(tmp_path):
    """The one is not followed, the other is printed on one line."""
    folder = tmp_path / "dossier/content/events"
    folder.mkdir(parents=True)
    (tmp_path / "segreto.yml").write_text("- title: a\n", encoding="utf-8")
    (folder / "fuori.yml").symlink_to(tmp_path / "segreto.yml")
    (folder / "a\nb.yml").write_text("- title:\n", encoding="utf-8")
    found = check(tmp_path / "dossier", date(2025, 5, 1))
    assert [p.path for p in found] == ["content/events/a\\nb.yml", "content/events/fuori.yml"]
