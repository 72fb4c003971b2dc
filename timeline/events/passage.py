"""A passage: one time expression in its sentence, with the clause it dates and the word that tells the fact."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from timeline.italian.clauses import Clause, Sentence, read_sentence
from timeline.italian.sentences import split_sentences
from timeline.italian.speech import Word
from timeline.tagger import Timex

# «MODENA», «SAN FELICE», «CARPI.», «(ANSA) - ROMA, 21 GIU -», «Roma, 21 giu. (Adnkronos) -» before the first sentence:
# where the article was written.
_DATELINE = re.compile(
    r"(?P<agency>\([A-Z][\w/ ]+\) ?[-–—]? ?)?"
    r"(?P<town>(?:[A-ZÀ-Ý][A-ZÀ-Ý'’]{2,}|[A-Z]\.)(?:\s+[A-ZÀ-Ý][A-ZÀ-Ý'’]+)*)"
    r"(?:, \d{1,2}º? [A-Za-z]{3,9}\.?(?: \d{4})?)?[\s.:–—-]+(?=[«“\"]?[A-ZÀ-Ý][\s'’a-zà-ÿ])"
    r"|(?:[A-ZÀ-Ý][a-zà-ÿ'’]+(?: [A-Za-zÀ-ÿ'’]+){0,3}), \d{1,2}º? [a-z]{3,9}\.?(?: \d{4})? "
    r"\([A-Z][\w/ ]+\) ?[-–—.:]+ ?"
)


_INNER_CAPITAL = re.compile(r"(?<=[a-zà-ÿ,] )[A-ZÀ-Ý][a-zà-ÿ]{2,}")


def _names_in(text: str) -> frozenset[str]:
    """Words that the article writes with a capital in the middle of a sentence."""
    return frozenset(_INNER_CAPITAL.findall(text))


def dateline(text: str) -> str:
    """The place an article is written from, as a name: "Cesena" of «CESENA. Spaccata…»; "" where none is told.

    A news agency writes from where its desk is, which says nothing of where it happened.

    >>> dateline("SAN FELICE SUL PANARO. Il cantiere ha aperto ieri.")
    'San Felice sul Panaro'
    >>> dateline("(ANSA) - ANCONA, 19 MAR - È stato fermato ieri il presunto autore.")
    ''
    """
    found = _DATELINE.match(text)
    if not found or not found["town"] or found["agency"]:
        return ""
    return _SMALL.sub(lambda m: m[0].lower(), found["town"].strip(" .").title())


# «San Felice sul Panaro», «Isola della Scala».
_SMALL = re.compile(
    r"(?<= )(?:Sul|Sulla|Di|Del|Della|Dei|Delle|Degli|In|A|Al|Con|E|Dell['’]|Nell['’]|D['’])(?= |(?<=['’]))"
)


def _after_dateline(text: str, begin: int, end: int) -> int:
    found = _DATELINE.match(text, begin, end)
    return found.end() if found else begin


def occurrences(text: str, word: str, stop: int) -> Iterator[int]:
    """Where a word stands in the text before *stop*, whole."""
    at = text.find(word, 0, stop)
    while at >= 0:
        end = at + len(word)
        if not (text[at - 1 : at].isalnum() or text[end : end + 1].isalnum()):
            yield at
        at = text.find(word, end, stop)


@dataclass(frozen=True, slots=True)
class Reading:
    """An article's text with its sentences; those near a time expression are read into words and clauses."""

    text: str
    spans: tuple[tuple[int, int], ...]
    timexes: dict[int, Timex]
    names: frozenset[str]
    sentences: dict[int, Sentence]

    def sentence(self, place: int) -> Sentence:
        """The sentence at *place*, read when first asked for."""
        known = self.sentences.get(place)
        if known is None:
            begin, end = self.spans[place]
            inside = [(t.start, t.end) for t in self.timexes.values() if begin <= t.start and t.end <= end]
            quoted = self.text.rfind("«", 0, begin) > self.text.rfind("»", 0, begin)
            if place == 0:
                begin = _after_dateline(self.text, begin, end)
            known = read_sentence(self.text, begin, end, inside, quoted=quoted, names=self.names)
            self.sentences[place] = known
        return known


@dataclass(frozen=True, slots=True)
class Passage:
    reading: Reading
    place: int
    timex: Timex
    # Asked for hundreds of times an article, so they are looked up once: the sentence, and which word of it the
    # expression is. Likewise the subject of a clause and its object, once `phrases` has found them.
    sentence: Sentence = field(init=False, repr=False, compare=False)
    word: int = field(init=False, repr=False, compare=False)
    subjects: dict[Clause, list[Word]] = field(init=False, repr=False, compare=False, default_factory=dict)
    objects: dict[tuple[Clause, bool], list[int]] = field(init=False, repr=False, compare=False, default_factory=dict)

    def __post_init__(self) -> None:
        sentence = self.reading.sentence(self.place)
        object.__setattr__(self, "sentence", sentence)
        object.__setattr__(self, "word", sentence.place_at(self.timex.start))

    @property
    def clause(self) -> Clause:
        return self.sentence.clauses[self.sentence.owner[self.word]]

    def is_date(self, word: Word) -> bool:
        """Whether a time word points at a date or an hour, rather than telling how long or how often."""
        timex = self.reading.timexes.get(word.start)
        return timex is not None and (timex is self.timex or timex.type in ("DATE", "TIME"))

    def words(self) -> list[Word]:
        return self.sentence.words


# No sentence of a newspaper is longer; reading clauses costs more than the length, so what is longer is read in pieces.
_LONGEST = 1200


def _bounded(text: str, begin: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentence, or pieces of it that end at a comma, or at least between words."""
    while end - begin > _LONGEST:
        stop = begin + _LONGEST
        cut = max(text.rfind(", ", begin + _LONGEST // 2, stop), text.rfind("; ", begin + _LONGEST // 2, stop)) + 1
        cut = cut or text.rfind(" ", begin + 1, stop) + 1 or stop
        yield begin, cut
        begin = cut
    yield begin, end


def read_passages(text: str, timexes: Sequence[Timex]) -> Iterator[Passage]:
    """Each expression in its sentence, in the order of the text."""
    spans = tuple(part for begin, end in split_sentences(text) for part in _bounded(text, begin, end))
    opens = _after_dateline(text, 0, len(text))
    reading = Reading(text, spans, {t.start: t for t in timexes}, _names_in(text), {})
    place = 0
    for timex in timexes:
        while place < len(spans) - 1 and spans[place][1] <= timex.start:
            place += 1
        whole = place < len(spans) and spans[place][0] <= timex.start and timex.end <= spans[place][1]
        if whole and timex.start >= opens:  # the date of a dateline dates nothing
            yield Passage(reading, place, timex)
