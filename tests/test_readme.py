"""The documents keep their word: examples run, links lead somewhere, generated pages are up to date."""

import doctest
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from timeline.options import build_parser

ROOT = Path(__file__).parents[1]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
NAMED = [pytest.param(page, id=str(page.relative_to(ROOT))) for page in PAGES]


def blocks(page: Path, language: str) -> list[str]:
    """The fenced blocks of a language; "" are those with none."""
    text = page.read_text(encoding="utf-8")
    return [b for lang, b in re.findall(r"^```(\w*)\n(.*?)^```", text, re.MULTILINE | re.DOTALL) if lang == language]


@pytest.mark.parametrize("page", NAMED)
def test_python_examples_run(page):
    examples = doctest.DocTestParser()
    for number, block in enumerate(blocks(page, "python")):
        test = examples.get_doctest(block, {}, f"{page.name}[{number}]", str(page), 0)
        assert doctest.DocTestRunner().run(test).failed == 0


def test_the_readme_has_an_example_that_runs():
    assert any(">>>" in block for block in blocks(ROOT / "README.md", "python"))


@pytest.mark.parametrize("page", NAMED)
def test_commands_in_examples_parse(page, monkeypatch):
    """Every line of an example that begins with `timeline` is a command line that the program takes."""
    for block in [*blocks(page, "sh"), *blocks(page, "")]:
        for line in block.splitlines():
            for part in re.split(r"\s+&&\s+", re.split(r"\s{2,}|\s#", line.strip())[0]):
                if part.startswith("timeline ") and "…" not in part and "[" not in part:
                    build_parser().parse_args(shlex.split(part)[1:])


@pytest.mark.parametrize("page", NAMED)
def test_make_targets_in_the_documents_exist(page):
    targets = set(re.findall(r"^(\w+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    assert set(re.findall(r"`make (\w+)`", page.read_text(encoding="utf-8"))) <= targets


@pytest.mark.parametrize("page", NAMED)
def test_links_lead_somewhere(page):
    links = re.findall(r"\]\((?!https?:|mailto:|#)([^)#]+)", page.read_text(encoding="utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


def test_commands_page_is_up_to_date():
    """`make docs` writes it."""
    script = [sys.executable, ROOT / "scripts" / "write_commands.py", "--check"]
    assert subprocess.run(script, check=False).returncode == 0


def test_no_page_names_a_folder_of_a_machine():
    # Pieced together, so that this file does not name one either.
    folders = re.compile("[\"' (=`](/" + "work|/" + "root|/" + "home)/")
    assert [page.name for page in PAGES if folders.search(page.read_text(encoding="utf-8"))] == []
