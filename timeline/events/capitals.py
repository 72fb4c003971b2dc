"""Chains of capitalised words, the stuff of names: «Valery Gerasimov», «Charles de Gaulle»."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

# One capitalised word, with what hangs on it: «D'Alema», «Jong-un», «L'Aquila», the initial «W.».
_WORD = re.compile(r"[A-ZÀ-ÖØ-ÞŠŽČĆŁŚĐİ](?:[^\W\d_]*(?:['-][^\W\d_]+)*\.?|\.)(?!\w)")
# What may stand between two words of one person's name.
_PARTICLES = frozenset("de van von der den ten bin ben ibn al el dos das da du la le y".split())
# These are Italian too: «Emma Marrone al Meet & Greet» is no longer name.
_ITALIAN_TOO = frozenset("al da la le".split())
_ELIDED = re.compile(r"(?:l|un|all|dell|dall|nell|sull|quell|quest|c|s|m|t)'", re.I)
# Lines of capitals and lists of names without commas are cut, so that the time grows with the text and no faster.
_LONGEST_CHAIN = 12
# Compiled here, as `before` is read for every other name.
_STOP = re.compile(r"[.!?;:\n()«»“”\"](?!\w)")
_WORD_BEFORE = re.compile(r"[^\W_]+'?")
_SENTENCE_END = frozenset('.!?:;\n\r«»“”"—–•*')


@dataclass(slots=True)  # a frozen one takes twice as long to make, and an article has a hundred
class Token:
    """One capitalised word. *starts*: nothing but the start of a sentence explains its capital."""

    start: int
    end: int
    text: str
    starts: bool
    particle: str = ""  # what stands between it and the token before, in small letters


@dataclass(slots=True)
class Chain:
    """Capitalised words that stand side by side, and the text they stand in."""

    tokens: tuple[Token, ...]
    text: str
    # Kept by hand: a cached_property takes longer to lock than these words to find.
    _before: tuple[str, ...] | None = field(default=None, init=False, repr=False, compare=False)

    @property
    def before(self) -> tuple[str, ...]:
        """The words in front in small letters, nearest first, at most four, up to the first stop."""
        if self._before is None:
            self._before = tuple([word.lower() for word in self.before_as_written])
        return self._before

    @property
    def before_as_written(self) -> tuple[str, ...]:
        head = self.text[max(0, self.tokens[0].start - 60) : self.tokens[0].start]
        if not head or head[-1] not in " '\u00a0":
            return ()
        return tuple(_WORD_BEFORE.findall(_STOP.split(head)[-1])[:-5:-1])


def plain(text: str) -> str:
    """The text with one kind of apostrophe and space, character for character."""
    return text.replace("’", "'").replace("\u00a0", " ").replace("‑", "-")


def chains(text: str) -> Iterator[Chain]:
    """The chains of a `plain` text, in order. A stop, a comma or a line's end parts two chains."""
    run: list[Token] = []
    for token in _tokens(text):
        if run and len(run) < _LONGEST_CHAIN:
            gap = text[run[-1].end : token.start]
            if gap == " ":
                run.append(token)
                continue
            particle = gap.strip()
            if particle in _PARTICLES and gap == f" {particle} " and not (particle in _ITALIAN_TOO and len(run) > 1):
                run.append(Token(token.start, token.end, token.text, False, particle))
                continue
        if run:
            yield Chain(tuple(run), text)
        run = [token]
    if run:
        yield Chain(tuple(run), text)


def _tokens(text: str) -> Iterator[Token]:
    for match in _WORD.finditer(text):
        start, end = match.span()
        if start and (text[start - 1].isalnum() or text[start - 1] == "_"):
            continue
        word, starts = match.group(), _starts_sentence(text, start)
        # A final stop belongs to an initial («W.») or to the sentence, never to a word.
        if word.endswith(".") and len(word) > 2:
            word, end = word[:-1], end - 1
        # «L'Italia» opens a sentence with its article; in mid-sentence «Dell'Utri» is a surname.
        elided = _ELIDED.match(word) if starts else None
        if elided and word[elided.end() : elided.end() + 1].isupper():
            start, word, starts = start + elided.end(), word[elided.end() :], False
        yield Token(start, end, word, starts)


def _starts_sentence(text: str, start: int) -> bool:
    at = start - 1
    while at >= 0 and text[at] in " \t'-(":
        at -= 1
    return at < 0 or text[at] in _SENTENCE_END
