"""Typed dates as a row of small words, and how a date that cannot be read says so."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from difflib import get_close_matches

from timeline.italian.prose_names import MONTHS, WEEKDAYS

_TOKEN = re.compile(r"[0-9]+|[^\W\d_]+'?|\S")
_SAME = str.maketrans(
    {"’": "'", "‘": "'", "ʼ": "'", "´": "'", "`": "'", "º": "°", "ª": "°", "–": "-", "—": "-", "−": "-"}
)

# Words whose day depends on when they are read. Looked for only where a date did not read.
_RELATIVE = """
    ieri oggi domani dopodomani altroieri avantieri indomani stamattina stamani stamane stasera stanotte domattina
    quest' questo questa questi queste quell' quel quella corrente fa dopo prima adesso ora recentemente presto
    scorso scorsa scorsi scorse passato passata passati passate prossimo prossima prossimi prossime
    ultimo ultima ultimi ultime seguente seguenti successivo successiva precedente
"""


class DateError(ValueError):
    """A date or a time that cannot be taken as it is. *message* says why and *fix* what to write, both in Italian."""

    def __init__(self, message: str, fix: str):
        self.message = message
        self.fix = fix
        super().__init__(f"{message}: {fix}")


class UnfinishedDateError(DateError):
    """A date of which a part is not said. A better reason (a relative word, a slip) goes before it."""


class Reader:
    """A cursor over the words of a text, all small, apostrophes ' and dashes -, elided words with their apostrophe.

    >>> Reader("Dall’8 all’11 aprile").tokens
    ["dall'", '8', "all'", '11', 'aprile']
    """

    def __init__(self, text: str):
        self.text = text
        # NFC first: NFKC would turn º into the letter o.
        plain = unicodedata.normalize("NFC", text).translate(_SAME).lower()
        self.tokens = _TOKEN.findall(plain)
        self.at = 0

    @property
    def done(self) -> bool:
        return self.at >= len(self.tokens)

    def peek(self, ahead: int = 0) -> str:
        """The word *ahead* of the cursor, "" past the end."""
        at = self.at + ahead
        return self.tokens[at] if at < len(self.tokens) else ""

    def accept(self, *words: str) -> str:
        """Step over the word at the cursor if it is one of *words*; "" where it is none."""
        word = self.peek()
        if word not in words or not word:
            return ""
        self.at += 1
        return word

    def accept_row(self, *words: str) -> bool:
        """Step over all of *words*, in this order, or over none."""
        if tuple(self.tokens[self.at : self.at + len(words)]) != words:
            return False
        self.at += len(words)
        return True

    def look_up(self, table: Mapping[str, int]) -> int | None:
        """The value of the word at the cursor, stepped over with the point of an abbreviation."""
        word = self.peek()
        value = table.get(word)
        if value is not None:
            self.at += 1
            if len(word) <= 4:
                self.accept(".")
        return value

    def number(self, digits: int = 4) -> int:
        """The number at the cursor, of at most so many digits, stepped over; -1 where none stands there."""
        if not self.peek().isdecimal() or len(self.peek()) > digits:
            return -1
        self.at += 1
        return int(self.tokens[self.at - 1])


def explain_failure(text: str, otherwise: DateError | None = None) -> DateError:
    """Why *text* is no date, as well as can be told, and what to write; *otherwise* where nothing better is found."""
    words = Reader(text).tokens
    if words[:1] in (["prima"], ["dopo"]):
        return DateError(
            f"«{text}» non dice se il giorno nominato è compreso",
            "scrivi «entro …» con l’ultimo giorno possibile, oppure «non prima di …» con il primo",
        )
    relative = set(words) & set(_RELATIVE.split())
    if relative or (set(words) & set(WEEKDAYS) and not any(w.isdecimal() for w in words)):
        return DateError(
            f"«{text}» dipende dal giorno in cui si legge",
            "scrivi il giorno per intero, per esempio 2025-04-26 oppure sabato 26 aprile 2025",
        )
    for word in words:
        near = get_close_matches(word, MONTHS + WEEKDAYS, 1, 0.8) if len(word) > 3 else []
        if near and near[0] != word:
            return DateError(f"la data «{text}» non si legge", f"forse «{near[0]}» invece di «{word}»")
    return otherwise or DateError(
        f"la data «{text}» non si legge", "scrivi 2025-04-26, 26 aprile 2025, aprile 2025 oppure 2025"
    )
