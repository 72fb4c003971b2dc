"""Text and its publication date in, time expressions out."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from timeline.dates.fields import Fields, WeekdayNumber, Within
from timeline.dates.hours import Clock, DayPart
from timeline.dates.meaning import FUTURE, PAST, UNKNOWN, Absolute, Anchor, Meaning, Same, Shift
from timeline.dates.period import Period
from timeline.dates.stretches import Amount, Range
from timeline.dates.timex import Reading
from timeline.italian.engine import Found
from timeline.italian.guards import refused
from timeline.italian.place import Place, is_among
from timeline.italian.reasons import reason
from timeline.italian.rules import PHRASES
from timeline.italian.tense import Cue, direction_of, has_verb, tells_a_story
from timeline.italian.tense_words import BARE_ARTICLES
from timeline.italian.tokens import OF, Tokens, fold, stretches, tokenize

# «domani (oggi per chi legge)»: the writer's day is not the reader's.
_FOR_THE_READER = re.compile(r"(oggi|ieri|domani)\s*[(,–-]\s*(oggi|ieri|domani),?\s+per\s+chi\s+legge")
_DAY_WORDS = {"ieri": -1, "oggi": 0, "domani": 1}
# A clock time belongs to a day named at most so many sentences before.
_CLOCK_REACH = 3
# The year of a story holds for so many sentences after the last date of it.
_STORY_REACH = 2
# A weekday goes on from a day to come so many days away at most.
_AHEAD_REACH = 21
# How many tokens may stand between dates that are joined: of one tense, of one year.
_LIST_GAP, _YEAR_GAP = 5, 7
_STOPS = frozenset(".!?…")
_SUBJECT_ARTICLES = BARE_ARTICLES | {"un", "una", "uno", "un'"}
_COMPLEMENTS = _SUBJECT_ARTICLES | OF | {"che", "aver", "essere"}
# What may stand between a year, its comma and its day.
_DATE_LEADS = frozenset("il l' lo a ad in nel nell' al all' la".split())
# What stands between a subject and its verb.
_BEFORE_VERBS = frozenset("si non ci gli lo li ne è ha hanno sono".split())
_ANAPHORIC_RULES = frozenset(["unit_after", "day_after_spoken", "part_after"])
# What may stand between the two clock times of a range.
_CLOCK_LINKS = frozenset("a alle all' e le l' o fino circa".split())


@dataclass(frozen=True, slots=True)
class Timex:
    """A time expression, read.

    *start* and *end* are offsets in characters, half-open. *type*, *value* and *mod* are TIMEX3's; *first* and *last*
    the
    calendar days it points at, inclusive, or None. *period* is the same as a date an event can carry (None: no day is
    meant), *time* the event's time in the words of an event file («18:30», «sera», "" where none is said). *why* is one
    Italian sentence, *rule* the name of the rule that read it.
    """

    start: int
    end: int
    text: str
    type: str
    value: str
    mod: str | None
    first: date | None
    last: date | None
    period: Period | None
    time: str
    why: str
    rule: str


def tag(text: str, published: date | datetime, dates_from: date | None = None) -> list[Timex]:
    """Every time expression of *text*, in order, none overlapping.

    *published* is wall time where it is a datetime; *dates_from* the day «oggi» means, where it is another.

    >>> [(t.text, t.value) for t in tag("Arrestato sabato scorso, a ottobre andrà a processo.", date(2025, 4, 28))]
    [('sabato scorso', '2025-04-26'), ('ottobre', '2025-10')]
    """
    folded = fold(text)
    tokens = tokenize(folded)
    reader = _Reader(text, folded, tokens, published, dates_from)
    for begin, end in stretches(tokens.words):
        words = tuple(tokens.words[begin:end])
        for found in PHRASES.parse(words):
            reader.read(found, begin)
    return reader.out


def impossible_dates(text: str) -> list[tuple[int, int, str]]:
    """Days that no calendar has («29 febbraio 2023», «31 giugno»), as (start, end, words): never a mention, but worth
    a warning."""
    tokens = tokenize(fold(text))
    out = []
    for begin, end in stretches(tokens.words):
        for found in PHRASES.parse(tuple(tokens.words[begin:end])):
            if (
                found.category == "DAYREF"
                and found.rule in _DAY_RULES
                and found.meaning.resolve(Anchor(date(2024, 1, 1))) is None
            ):
                start, stop = tokens.start(begin + found.head), tokens.end(begin + found.j - 1)
                out.append((start, stop, text[start:stop]))
    return out


_DAY_RULES = ("day_month", "day_month_year", "written_in_digits", "weekday_full_date")


@dataclass(frozen=True, slots=True)
class _Last:
    """The expression read before: its end in tokens, what it came to, and the tense it stood in."""

    end: int
    reading: Reading
    cue: Cue
    meaning: Meaning
    sentence: int


class _Reader:
    """Reads the found expressions of one text in order, remembering the date last spoken of."""

    def __init__(self, text: str, folded: str, tokens: Tokens, published: date | datetime, dates_from: date | None):
        self.text, self.folded, self.tokens = text, folded, tokens
        day = published.date() if isinstance(published, datetime) else published
        minutes = published.hour * 60 + published.minute if isinstance(published, datetime) else None
        self.moved = dates_from is not None and dates_from != day
        self.anchor = Anchor(dates_from or day, minutes)
        self.reader_days = self._days_for_the_reader(day)
        self.stops: list[int] | None = None
        self.out: list[Timex] = []
        self.last: _Last | None = None
        self.spoken: tuple[Reading, int] | None = None
        self.spoken_days: list[tuple[Reading, int]] = []
        self.story: tuple[date, int] | None = None
        self.coming: list[tuple[date, date, int]] = []

    def _days_for_the_reader(self, day: date) -> dict[int, date]:
        """The offsets of day words that «per chi legge» explains, with the day they mean."""
        if "chi legge" not in self.folded:
            return {}
        return {m.start(1): day + timedelta(_DAY_WORDS[m[2]]) for m in _FOR_THE_READER.finditer(self.folded)}

    def read(self, found: Found, offset: int) -> None:
        """Resolve one expression where it stands, unless a guard refuses it."""
        begin, end = offset + found.i, offset + found.j
        place = Place(found, self.tokens, begin, end, self.text)
        if refused(place) is not None:
            return
        found, end = self._without_its_complement(found, end)
        if found.rule in _ANAPHORIC_RULES and self._counts_from_a_fact(end):
            return
        start = self.tokens.start(offset + found.head) + found.cut
        stop = self.tokens.end(end - 1)
        loose = found.category == "CLOCKREF" or found.rule == "part_in"  # its day is one named before, on tense's side
        cue = self._cue(begin, end) if found.meaning.leans or loose else (UNKNOWN, "")
        sentence = self._sentence(begin)
        anchor = self._anchor(cue, sentence, start, begin, found.meaning)
        reading = found.meaning.resolve(anchor)
        if reading is None:
            reading = self._without_antecedent(found, anchor)
            if reading is None:
                return
        self._date_the_first_clock(found, reading, begin)
        self._append(found, reading, start, stop, cue, anchor)
        self._remember(found, reading, sentence)
        self._note_what_comes(reading, sentence)
        self._note_the_story(found.meaning, reading, cue, sentence)
        self.last = _Last(end, reading, cue, found.meaning, sentence)

    def _cue(self, begin: int, end: int) -> Cue:
        """The tense around tokens [begin, end); a date coordinated with the one before has that one's."""
        last, words = self.last, self.tokens.words
        if last is not None and last.cue[0] != UNKNOWN and begin - last.end <= _LIST_GAP:
            gap = words[last.end : begin]
            joined = any(w in (",", "e", "ed", "o") for w in gap) or not gap
            if joined and not has_verb(words, last.end, begin) and not any(w in ".;:«»" for w in gap):
                own = direction_of(words, begin, end)
                return last.cue if own[0] == UNKNOWN or own[1] == "" or not _verb_right_after(words, end) else own
        return direction_of(words, begin, end)

    def _without_its_complement(self, found: Found, end: int) -> tuple[Found, int]:
        """«Cinque anni dopo il lancio» counts from the launch: what is left is a length of time.

        «Sabato 3 persone» is a Saturday, and three people.
        """
        if isinstance(found.meaning, WeekdayNumber) and self._is_counted(end):
            return replace(found, j=found.j - 1, meaning=Fields(weekday=found.meaning.weekday), rule="weekday"), end - 1
        if (
            found.rule not in ("length_after", "length_before")
            or not isinstance(found.meaning, Shift)
            or not self._counts_from_a_fact(end)
        ):
            return found, end
        length = Amount(abs(found.meaning.count), found.meaning.unit)
        return replace(found, j=found.j - 1, meaning=length, rule="length"), end - 1

    def _counts_from_a_fact(self, end: int) -> bool:
        """Whether «dopo» or «prima» just before token *end* has a complement: «il giorno dopo la tragedia il paese…».

        «Il giorno dopo la polizia ha arrestato…» has none: its noun is the subject of the verb that follows.
        """
        words = self.tokens.words
        if words[end - 1] not in ("dopo", "prima") or end >= len(words) or words[end] not in _COMPLEMENTS:
            return False
        if words[end] not in _SUBJECT_ARTICLES:
            return True
        if words[end - 1] == "prima":
            return False  # «due mesi prima lo avevano promosso»: «prima» never stands before a bare article
        following = words[end + 2 : end + 4]
        return not (following and (following[0] in _BEFORE_VERBS or has_verb(following, 0, 1)))

    def _is_counted(self, end: int) -> bool:
        """Whether a plural noun follows the number that ends before token *end*."""
        words = self.tokens.words
        if end >= len(words) or not words[end].isalpha() or words[end][-1] not in "ei" or len(words[end]) < 4:
            return False
        known = is_among(words[end], "small") or is_among(words[end], "after_hour")
        return not known and not has_verb(words, end, end + 1)

    def _anchor(self, cue: Cue, sentence: int, start: int, begin: int, meaning: Meaning) -> Anchor:
        spoken = self.spoken[0] if self.spoken else None
        day = self._day_beside(begin) or self._day_spoken_of(cue[0], sentence)
        today = self.reader_days.get(start)
        if today is not None:
            word = self.folded[start : start + 6]
            shift = next(n for w, n in _DAY_WORDS.items() if word.startswith(w))
            return replace(self.anchor, day=today - timedelta(shift))
        told = cue[0] == PAST and not cue[1].endswith(("va", "vano", "vo", "vamo"))
        year, after = self._year_beside(begin, meaning)
        if year is None:
            year, after = self._year_of_the_story(cue, sentence)
        if year is not None and cue[0] == FUTURE and year < self.anchor.day.year:
            year = after = None  # «i lavori, iniziati a marzo 2023, finiranno a luglio»
        return Anchor(
            self.anchor.day,
            self.anchor.minutes,
            direction=cue[0],
            spoken=spoken,
            spoken_day=day,
            told=told,
            habit=self._is_beside_a_habit(begin),
            year=year,
            after=after,
            ahead=self._day_ahead(sentence, meaning),
        )

    def _day_ahead(self, sentence: int, meaning: Meaning) -> date | None:
        """The day from which a weekday goes on, if this sentence or the one before names days to come.

        It is one of those days («dal 19 al 22 settembre: venerdì la gara»), else the next after the last of them.
        """
        weekday = _weekday_of(meaning)
        if weekday is None or self.last is None or self.last.cue[0] == PAST or sentence - self.last.sentence > 1:
            return None
        for first, last, at in self.coming:
            days = (first + timedelta(n) for n in range((last - first).days + 1)) if sentence - at <= 1 else ()
            named = next((day for day in days if day.weekday() == weekday), None)
            if named:
                return named
        reading = self.last.reading
        if reading.first is None or reading.unit not in ("day", "daypart", "clock", "weekend"):
            return None
        return reading.first if 0 < (reading.first - self.anchor.day).days <= _AHEAD_REACH else None

    def _note_what_comes(self, reading: Reading, sentence: int) -> None:
        """Remember days to come that have a date of their own, or a stretch of some of them."""
        first, last = reading.first, reading.last
        if first is None or last is None or reading.unit not in ("day", "daypart", "clock"):
            return
        if 1 < (first - self.anchor.day).days <= _AHEAD_REACH and (last - first).days <= _AHEAD_REACH:
            self.coming.append((first, last, sentence))

    def _day_beside(self, begin: int) -> Reading | None:
        """The day that a clock time stands right beside: «sabato 15 giugno, alle 21»."""
        if self.last is None or self.last.reading.unit not in ("day", "daypart") or begin - self.last.end > 2:
            return None
        return self.last.reading if self.last.reading.first else None

    def _is_beside_a_habit(self, begin: int) -> bool:
        """«Tutti i giorni dalle 10 alle 19»: hours that come round with their days."""
        if self.last is None or begin - self.last.end > 3:
            return False
        return self.last.reading.type == "SET" or self.last.reading.value.startswith("XXXX-XX-XXT")

    def _year_beside(self, begin: int, meaning: Meaning) -> tuple[int | None, date | None]:
        """The year of the whole date that this one is joined to: «il 14 giugno 2013 e il 20 giugno».

        Where its weekday says so, it is of a year named just before: «il conclave del 2013 iniziò martedì 12 marzo».
        """
        if self.last is None or begin - self.last.end > _YEAR_GAP:
            return None, None
        gap = self.tokens.words[self.last.end : begin]
        first = self.last.reading.first
        told_apart = gap[:1] == [","] and all(w in _DATE_LEADS for w in gap[1:])
        if isinstance(self.last.meaning, Shift) and self.last.meaning.unit == "year" and told_apart and first:
            return first.year, first  # «tre anni fa, il 4 aprile, arrivarono»
        if not isinstance(self.last.meaning, Absolute):
            return None, None
        point = self.last.meaning.point
        if point.unit == "year" and told_apart:
            return point.year, point.first  # «nel 2018, il 20 dicembre, fu eletto»
        if point.unit == "year":
            agrees = 0 < point.year < self.anchor.day.year and _has_weekday_in(meaning, point.year)
            return (point.year, point.first) if agrees and not any(w in ".;:!?«»" for w in gap) else (None, None)
        if not any(w in (",", "e", "ed") for w in gap) or point.unit not in ("day", "month") or point.year < 1:
            return None, None
        return (point.year, point.first) if not any(w in ".;:" for w in gap) else (None, None)

    def _year_of_the_story(self, cue: Cue, sentence: int) -> tuple[int | None, date | None]:
        """The year that a tale of the past named just before: «nel 1944 il paese fu bombardato. Il 5 agosto…»."""
        if self.story is None or sentence - self.story[1] > _STORY_REACH or not tells_a_story(cue):
            return None, None
        return self.story[0].year, self.story[0]

    def _note_the_story(self, meaning: Meaning, reading: Reading, cue: Cue, sentence: int) -> None:
        """A date of a year gone by opens a story, or leads it on; one counted from today ends it."""
        first = reading.first
        if first is None or reading.type not in ("DATE", "TIME"):
            return
        if isinstance(meaning, Shift) and not meaning.from_spoken:
            self.story = None
        elif first.year < self.anchor.day.year and reading.unit in ("day", "month", "season", "year"):
            led_on = self.story is not None and first.year == self.story[0].year
            if isinstance(meaning, Absolute) or led_on:
                self.story = (first, sentence)
        elif cue[0] == FUTURE:
            self.story = None

    def _day_spoken_of(self, direction: int, sentence: int) -> Reading | None:
        """The day last spoken of, a few sentences back at most, on the side of today that the clause's tense names."""
        for reading, at in reversed(self.spoken_days):
            if sentence - at > _CLOCK_REACH:
                return None
            assert reading.first is not None
            ahead = reading.first > self.anchor.day
            if not (ahead and direction == PAST):
                return reading
        return None

    def _without_antecedent(self, found: Found, anchor: Anchor) -> Reading | None:
        """An anaphor with nothing before it: known to be a time, not known when."""
        meaning = found.meaning
        if isinstance(meaning, Within) and meaning.inner.month and meaning.inner.day:
            return Reading("DATE", f"XXXX-{meaning.inner.month:02}-{meaning.inner.day:02}", unit="vague")
        if isinstance(meaning, Shift | Same) or found.rule in ("part_in", "part_after", "first_hours_of_part"):
            count = meaning.count if isinstance(meaning, Shift) else 0
            if found.rule in ("part_in", "first_hours_of_part"):
                return self._part_of_today(meaning, anchor)
            return Reading(
                "DATE", "FUTURE_REF" if count > 0 and not _counts_back(meaning) else "PAST_REF", unit="vague"
            )
        return None

    def _part_of_today(self, part: Meaning, anchor: Anchor) -> Reading | None:
        """«Nella notte», «in serata» with no day named: of the day of printing; a night, the one before it."""
        night = getattr(part, "part", "") == "TNI" and anchor.direction != FUTURE
        return replace(part, of=Shift("day", -1 if night else 0)).resolve(anchor) if isinstance(part, DayPart) else None

    def _append(self, found: Found, r: Reading, start: int, stop: int, cue: Cue, anchor: Anchor) -> None:
        words = self.text[start:stop]
        spoken = None
        if _is_anaphoric(found.meaning):
            spoken = anchor.spoken_day or anchor.spoken
        why = reason(words, found.meaning, r, anchor.day, cue, spoken, self.moved)
        self.out.append(
            Timex(start, stop, words, r.type, r.value, r.mod, r.first, r.last, r.period, r.time, why, found.rule)
        )

    def _date_the_first_clock(self, found: Found, reading: Reading, begin: int) -> None:
        """«Dalle 15 alle 18 di domani»: the day said with the second hour is the first one's too."""
        last = self.last
        if last is None or not self.out or not isinstance(found.meaning, Clock) or found.meaning.of is None:
            return
        if not isinstance(last.meaning, Clock) or last.meaning.of is not None or reading.first is None:
            return
        if any(w not in _CLOCK_LINKS for w in self.tokens.words[last.end : begin]):
            return
        base = found.meaning.of.resolve(replace(self.anchor, direction=last.cue[0])) or reading
        earlier = last.meaning.resolve(replace(self.anchor, spoken_day=base))
        if earlier is None or earlier.first is None or earlier.first > reading.first:
            return
        today = self.anchor.day
        why = reason(self.out[-1].text, last.meaning, earlier, today, last.cue, reading, self.moved, "dopo")
        self.out[-1] = replace(
            self.out[-1],
            value=earlier.value,
            first=earlier.first,
            last=earlier.last,
            period=earlier.period,
            time=earlier.time,
            why=why,
        )

    def _remember(self, found: Found, reading: Reading, sentence: int) -> None:
        if reading.first is None or reading.type not in ("DATE", "TIME") or reading.unit == "vague":
            return
        if reading.unit in ("day", "daypart", "clock"):
            last = self.spoken_days[-1][0] if self.spoken_days else None
            if reading.unit == "clock" and last and last.first == reading.first:
                self.spoken = (reading, sentence)
                return  # the evening named before still says that «alle 9» is 21
            self.spoken_days.append((reading, sentence))
        self.spoken = (reading, sentence)

    def _sentence(self, token: int) -> int:
        """How many sentences end before token *token*; cheaper than splitting them, and near enough to count a few."""
        if self.stops is None:
            self.stops = [n for n, word in enumerate(self.tokens.words) if word in _STOPS]
        return bisect_right(self.stops, token)


def _weekday_of(meaning: Meaning) -> int | None:
    """The weekday of a bare weekday, of its evening or its hour; None of any other date."""
    while not isinstance(meaning, Fields):
        meaning = getattr(meaning, "of", None) or getattr(meaning, "once", None)  # type: ignore[assignment]
        if meaning is None:
            return None
    return meaning.weekday if meaning.is_weekly and meaning.lean is None else None


def _has_weekday_in(meaning: Meaning, year: int) -> bool:
    """Whether a weekday with its day and month names a day of *year*."""
    if not isinstance(meaning, Fields) or meaning.weekday is None or meaning.day is None:
        return False
    return any(True for _ in meaning.candidates(year))


def _verb_right_after(words: list[str], end: int) -> bool:
    """Whether the date opens a clause of its own: «sabato ha vinto e domenica perderà»."""
    return has_verb(words, end, min(len(words), end + 4))


def _counts_back(meaning: Meaning) -> bool:
    return isinstance(meaning, Shift) and meaning.from_spoken


def _is_anaphoric(meaning: Meaning) -> bool:
    """Whether it was read against the date last spoken of."""
    if getattr(meaning, "from_spoken", False) or isinstance(meaning, Same):
        return True
    of = getattr(meaning, "of", meaning)
    if of is None:
        return True
    return of is not meaning and _is_anaphoric(of)


__all__ = ["FUTURE", "PAST", "Range", "Timex", "impossible_dates", "tag"]
