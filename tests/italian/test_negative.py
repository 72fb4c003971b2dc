"""Prose without time: a rule that fires on it has learnt a word, not a fact of Italian."""

from __future__ import annotations

from pathlib import Path

import pytest

from timeline.italian.corpus import PUBLISHED
from timeline.tagger import tag

LINES = Path(__file__).with_name("negative.txt").read_text(encoding="utf-8").splitlines()
SENTENCES = [line for line in LINES if line and not line.startswith("#")]


@pytest.mark.parametrize("sentence", SENTENCES)
def test_prose_without_time_has_no_expression(sentence: str) -> None:
    """Streets, surnames, newspapers, laws, scores, prices, ages, and words with another sense."""
    assert [t.text for t in tag(sentence, PUBLISHED)] == []
