"""docs/che-cosa-capisce.md says what the rules say today."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from timeline.italian.rules import PHRASES

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "che-cosa-capisce.md"


def test_the_page_is_up_to_date() -> None:
    """`make docs` writes it; an example that is now read in another way shows here."""
    script = [sys.executable, ROOT / "scripts" / "write_rules_page.py", "--check"]
    assert subprocess.run(script, check=False).returncode == 0, "run make docs"


def test_every_rule_has_its_section() -> None:
    """A rule without one is a rule that nobody can look up."""
    sections = sum(line.startswith("### ") for line in PAGE.read_text(encoding="utf-8").splitlines())
    assert sections == len({rule.name for rule in PHRASES.rules})
