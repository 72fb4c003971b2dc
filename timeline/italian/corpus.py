"""The examples that stand in the rules' docstrings: what the tests run and the page «Che cosa capisce» shows.

A line is «wording  value», two spaces or more between them. «(2019)» before the value is the date last spoken of; a
capital word after a value is TIMEX3's mod; commas stand between the values of several expressions.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from timeline.dates.edtf import parse_edtf
from timeline.italian.engine import Rule
from timeline.italian.prose import date_in_sentence

# Every example is printed on this Wednesday.
PUBLISHED = date(2024, 3, 13)

_LINE = re.compile(
    r" *(?P<wording>\S.*?\S) {2,}(?:\((?P<spoken>[\d/-]+)\) +)?(?P<values>\S+(?: [A-Z]+)?(?:, \S+(?: [A-Z]+)?)*)"
)


@dataclass(frozen=True, slots=True)
class Example:
    """One line of a corpus.

    *spoken* is EDTF, or "" where no date is spoken of before. Each of *values* is a TIMEX3 value with its mod, or "".
    """

    wording: str
    spoken: str
    values: tuple[tuple[str, str], ...]

    @property
    def before(self) -> str:
        """The sentence that names the date last spoken of.

        >>> Example("il giorno dopo", "2024-02-10", ()).before
        'Era il 10 febbraio 2024. '
        """
        return f"Era {date_in_sentence(parse_edtf(self.spoken))}. " if self.spoken else ""


def examples(rule: Rule) -> Iterator[Example]:
    """The examples of a rule, in the order of its docstring."""
    for line in rule.corpus.splitlines():
        if found := _LINE.fullmatch(line):
            values = tuple((v, m) for v, _, m in (one.partition(" ") for one in found["values"].split(", ")))
            yield Example(found["wording"], found["spoken"] or "", values)
