"""Build timeline/events/data/common_words.txt from the package wordfreq; docs/data-licences.md.

    pip install wordfreq
    python scripts/build_common_words.py

The package is not needed to use the product.
"""

from __future__ import annotations

import importlib
import math
from collections import defaultdict
from pathlib import Path

from timeline.events.rarity import groups, singular, thing

HERE = Path(__file__).parent
DATA = HERE.parent / "timeline" / "events" / "data"
HEAD = """\
# Common Italian words, each as `thing` of timeline/events/rarity.py has it, the most common first: how often they are
# said, as the logarithm of the times in a thousand million words, in quarters. Whatever is rarer is left out.
# Made by scripts/build_common_words.py of wordfreq 3.1.1 (Robyn Speer), CC BY-SA 4.0; see docs/data-licences.md.
"""
RAREST = 3.75


def main() -> None:
    frequencies: dict[str, float] = importlib.import_module("wordfreq").get_frequency_dict("it")
    sums: dict[str, float] = defaultdict(float)
    names = {name for name, _ in groups()}
    for word, frequency in frequencies.items():
        # A thing is as common as the word it is called by: who writes «conti» for «bilancio» means the budget.
        if word.isalpha() and len(word) > 2 and (thing(word) not in names or singular(word) == singular(thing(word))):
            sums[thing(word)] += frequency
    lines: dict[float, list[str]] = defaultdict(list)
    for found, frequency in sums.items():
        scale = round(4 * (math.log10(frequency) + 9)) / 4
        if scale >= RAREST:
            lines[scale].append(found)
    text = "".join(f"{scale}: {' '.join(sorted(lines[scale]))}\n" for scale in sorted(lines, reverse=True))
    (DATA / "common_words.txt").write_text(HEAD + text, encoding="utf-8")


if __name__ == "__main__":
    main()
