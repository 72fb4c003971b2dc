"""Text and its publication date in, time expressions out."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import partial

from timeline.dates.beside import BareDay, Beside, Nearest, Within
from timeline.dates.fields import Fields, WeekdayNumber
from timeline.dates.hours import Clock, DayPart, Habit
from timeline.dates.meaning import FUTURE, PAST, UNKNOWN, Absolute, Anchor, Meaning, Same, Shift
from timeline.dates.period import Period, Point
from timeline.dates.stretches import Amount, Bounded, Every, Range, Vague
from timeline.dates.timex import Reading
from timeline.italian.bare_days import days_that_follow
from timeline.italian.cues import Cue, is_of_a_tale, is_planned, reaches_ahead, tells_a_story
from timeline.italian.engine import Found
from timeline.italian.guards import refused
from timeline.italian.leads import is_said_of_now
from timeline.italian.nearest_verb import hangs_on_future
from timeline.italian.nearness import by_nearness
from timeline.italian.neighbours import (
    comes_round_all_the_same,
    counts_from_a_fact,
    has_opening_hours,
    is_counted,
    is_counted_to,
    is_listed_with_habit,
    is_of_a_list_of_days,
    is_of_weekdays,
    is_usual,
    opens_clause,
    opens_range,
)
from timeline.italian.place import Place
from timeline.italian.reasons import reason
from timeline.italian.rules import PHRASES
from timeline.italian.tense import direction_of, is_overtaken, is_told_aside
from timeline.italian.tense_words import ARTICLES, BARE_ARTICLES, WALLS, WEEKDAYS
from timeline.italian.tokens import OF, Tokens, fold, stretches, tokenize
from timeline.italian.verb_classes import has_past, has_verb
from timeline.memory import Memory, Said

# «domani (oggi per chi legge)»: the writer's day is not the reader's.
_FOR_THE_READER = re.compile(r"(oggi|ieri|domani)\s*[(,–-]\s*(oggi|ieri|domani),?\s+per\s+chi\s+legge")
_DAY_WORDS = {"ieri": -1, "oggi": 0, "domani": 1}
# How far before its limit the «non» of a clause may stand.
_CLAUSE = 8
_BOOKED = 60
_DAWN, _NOON, _EVENING = 6, 12, 18
# How many tokens may stand between dates of one tense that are joined.
_LIST_GAP = 5
_STOPS = frozenset(".!?…")
_ANAPHORIC_RULES = frozenset(["unit_after", "day_after_spoken", "part_after"])
# What may stand between the members of a list of weekdays, and two hours joined by a dash.
_LISTING = frozenset(", e ed ; : mentre anche il la i le o -".split())


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
        if tokens.words[end - 1] in ("dopo", "prima") and counts_from_a_fact(tokens.words, end):
            words = words[:-1]
        for found in PHRASES.parse(words):
            reader.read_bare_days(begin + found.i)
            reader.read(found, begin)
    reader.read_bare_days(len(tokens.words))
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


class _Reader:
    """Reads the found expressions of one text in order, remembering the date last spoken of."""

    def __init__(self, text: str, folded: str, tokens: Tokens, published: date | datetime, dates_from: date | None):
        self.text, self.folded, self.tokens = text, folded, tokens
        day = published.date() if isinstance(published, datetime) else published
        minutes = published.hour * 60 + published.minute if isinstance(published, datetime) else None
        self.moved = dates_from is not None and dates_from != day
        self.anchor = Anchor(dates_from or day, minutes)
        self.reader_days = self._days_for_the_reader(day)
        self.sentences = self.counted = 0
        self.entry: tuple[int, int] | None = None  # where the heading of a chronology's entry ends, and its year
        self.out: list[Timex] = []
        self.memory = Memory(tokens.words, self.anchor.day)

    def _days_for_the_reader(self, day: date) -> dict[int, date]:
        """The offsets of day words that «per chi legge» explains, with the day they mean."""
        if "chi legge" not in self.folded:
            return {}
        return {m.start(1): day + timedelta(_DAY_WORDS[m[2]]) for m in _FOR_THE_READER.finditer(self.folded)}

    def read(self, found: Found, offset: int) -> None:
        """Resolve one expression where it stands, unless a guard refuses it."""
        if found.rule == "weekday_day_month" and (parts := self._told_apart(found, offset)):
            for part in parts:
                self.read(part, offset)
            return
        begin, end = offset + found.i, offset + found.j
        place = Place(found, self.tokens, begin, end, self.text)
        if refused(place) is not None:
            return
        found, end = self._without_its_complement(found, end)
        found = self._as_habit(found, begin, end)
        found = self._as_named_before(found, begin)
        counted_to = False
        if isinstance(found.meaning, Bounded) and is_counted_to(self.tokens.words, begin):
            found, counted_to = replace(found, meaning=found.meaning.of), True
        found = self._not_before(found, begin)
        if found.rule in _ANAPHORIC_RULES and counts_from_a_fact(self.tokens.words, end):
            return
        start = self.tokens.start(offset + found.head) + found.cut
        stop = self.tokens.end(end - 1)
        loose = found.category == "CLOCKREF" or found.rule in (
            "part_in",
            "same_part",
        )  # its day is one named before, on tense's side
        sentence = self._sentence(begin)
        cue = self._cue(begin, end) if found.meaning.leans or loose else (UNKNOWN, "")
        aside = cue[0] == PAST and is_told_aside(self.tokens.words, begin, end, cue)
        if (cue == (UNKNOWN, "") or aside) and _is_a_day(found.meaning) and self.memory.looks_ahead(sentence):
            cue = (FUTURE, "")
        elif aside and loose:
            cue = (UNKNOWN, "")
        if self._reaches_ahead(cue, found.meaning) and not is_overtaken(self.tokens.words, end):
            cue = (FUTURE, "")
        else:
            turns = partial(self._is_of_what_comes, begin, cue, found.meaning)
            done = has_past(self.tokens.words, begin - 2 + (self.tokens.words[begin - 1] not in BARE_ARTICLES))
            cue = by_nearness(cue, found.meaning, self.anchor, past_turns=turns, done=done)
        if found.rule == "day_and_short_month":
            cue = (PAST, "")  # the date line of an agency
        if self._ends_a_range(found, begin) or self._is_booked_for(found, begin, cue):
            cue = (FUTURE, "")
        anchor = self._anchor(cue, sentence, start, begin, end, found.meaning)
        reading = found.meaning.resolve(anchor)
        if reading is not None:
            reading = self._past_midnight(found, reading, anchor, sentence, cue)
            reading = self._morning_after(found, reading, anchor, cue)
        if reading is None:
            reading = self._without_antecedent(found, anchor, cue, sentence)
            if reading is None:
                return
            anchor = replace(anchor, spoken=None, spoken_day=None)
        if self.memory.is_weekday_long_gone(found.meaning, reading, cue):
            reading = Reading("DATE", "PAST_REF", unit="vague")
        self._date_the_first_clock(found, reading, begin)
        self._date_the_first_weekday(found, reading, begin, cue)
        self._date_the_weekday_before(found, reading, begin, cue)
        self._append(found, reading, start, stop, cue, anchor)
        if reading.first and reading.unit in ("year", "season", "month") and _opens_entry(self.text, start, stop):
            one = reading.last is not None and reading.last.year - reading.first.year < _TWO_YEARS
            self.entry = (stop, reading.first.year) if one else None
        ranges = isinstance(found.meaning, Clock) and opens_range(self.tokens.words, begin)
        opens = place.before() in ("il", "l'") and (
            place.before(2) in ("", ".", "!", "?") or place.before(2)[0] == "\n"
        )
        quoted = self.memory.is_quoted(begin)
        meaning = Bounded("by", found.meaning) if counted_to else found.meaning  # no hour told next is of that day
        self.memory.note(Said(begin, end, reading, cue, meaning, sentence, ranges, opens, quoted))

    def read_bare_days(self, end: int) -> None:
        """The day numbers before token *end* that go on from the date last read."""
        last = self.memory.last
        if last is None or last.end >= end or self.memory.dated != last.sentence:
            return
        for at in days_that_follow(self.tokens.words, last.end, end, self._is_capital):
            day = int(self.tokens.words[at])
            if self.memory.spoken and self.memory.spoken.first and day > self.memory.spoken.first.day:
                self.read(Found(0, 1, 0, 0, BareDay(day, listed=True), "bare_day", "DAYREF"), at)

    def _is_of_what_comes(self, begin: int, cue: Cue, meaning: Meaning) -> bool:
        """Whether the verb need not be of the date: «ha raccolto fondi per la festa del 20», «era atteso per il 20»."""
        words = self.tokens.words
        if hangs_on_future(words, begin, cue[1]):
            return True
        if self.memory.year_for(begin, self._sentence(begin), cue, meaning)[0] is not None:
            return False  # the text has told the year
        lead = next((w for w in reversed(words[max(0, begin - 2) : begin]) if w not in BARE_ARTICLES), "")
        feast = isinstance(meaning, Fields) and meaning.feast is not None and lead == "per"
        return ((lead in OF or feast) and not is_of_a_tale(cue)) or is_planned(cue)

    def _reaches_ahead(self, cue: Cue, meaning: Meaning) -> bool:
        """Whether a limit or a stretch without its year, beside a perfect, lies nearer to today ahead than behind."""
        is_limit = isinstance(meaning, Bounded) and meaning.kind in ("until", "by")
        is_stretch = isinstance(meaning, Range) and not meaning.once
        if not meaning.leans or not (is_limit or is_stretch) or not reaches_ahead(cue, is_limit):
            return False
        gone = meaning.resolve(replace(self.anchor, direction=PAST))
        ahead = meaning.resolve(replace(self.anchor, direction=FUTURE))
        if gone is None or ahead is None or gone.last is None or ahead.first is None:
            return False
        if ahead.unit == "day" and (ahead.first - self.anchor.day).days < 7 and isinstance(meaning, Bounded):
            return True  # «sospeso fino a venerdì»
        return (ahead.first - self.anchor.day) < (self.anchor.day - gone.last)

    def _is_capital(self, token: int) -> bool:
        return token < len(self.tokens.words) and self.text[self.tokens.start(token)].isupper()

    def _told_apart(self, found: Found, offset: int) -> list[Found]:
        """«Il 25 cade di venerdì, il 1° maggio di giovedì»: a weekday and another day, unless it is that day's own."""
        meaning = found.meaning
        if not isinstance(meaning, Fields) or meaning.weekday is None:
            return []
        begin, end = offset + found.i, offset + found.j
        words = self.tokens.words[begin:end]
        comma = words.index(",") + 1 if "," in words else 0
        if not comma or words[comma] not in ("il", "l'"):
            return []
        direction = direction_of(self.tokens.words, begin, end)[0]
        date_alone = replace(meaning, weekday=None)
        nearest = date_alone.resolve(replace(self.anchor, direction=direction))
        if nearest is None or nearest.first is None or nearest.first.weekday() == meaning.weekday:
            return []
        at = found.i + comma
        day = Found(at, found.j, at + 1, 0, date_alone, "day_month", "DAYREF")
        return [replace(found, j=at - 1, meaning=Fields(weekday=meaning.weekday), rule="weekday"), day]

    def _ends_a_range(self, found: Found, begin: int) -> bool:
        """«Dalle 18 di oggi alle 8 del 2 gennaio»: the day on which it ends comes after the one on which it begins."""
        meaning, last = found.meaning, self.memory.last
        dated = isinstance(meaning, Clock) and isinstance(meaning.of, Fields) and meaning.of.month is not None
        return dated and last is not None and last.opens_range and self.memory.joins_clocks(begin)

    def _is_booked_for(self, found: Found, begin: int, cue: Cue) -> bool:
        """«Per la settimana di Ferragosto è già occupato l'80 per cento dei letti»: for the one that is near."""
        words = self.tokens.words
        lead = begin - 1 - (words[begin - 1] in BARE_ARTICLES)
        opens = lead >= 0 and words[lead] == "per" and (lead == 0 or words[lead - 1] in WALLS)
        if not opens or cue[0] != PAST or not found.meaning.leans or tells_a_story(cue):
            return False
        ahead = found.meaning.resolve(replace(self.anchor, direction=FUTURE))
        soon = ahead is not None and ahead.first is not None and (ahead.first - self.anchor.day).days < _BOOKED
        return soon and getattr(found.meaning, "weekday", None) is None

    def _past_midnight(self, found: Found, reading: Reading, anchor: Anchor, sentence: int, cue: Cue) -> Reading:
        """«Alle 21.15 si è capovolta, a mezzanotte e mezza li ha salvati»; «all'una e mezza di stanotte, al termine di
        una seduta cominciata alle 18»: the hours of one night lie on two days."""
        meaning, last = found.meaning, self.memory.last
        if not isinstance(meaning, Clock) or meaning.of is not None or last is None or reading.first is None:
            return reading
        if last.reading.unit != "clock" or last.reading.first != reading.first or cue[0] == FUTURE:
            return reading
        before, now = (int(r.value.partition("T")[2][:2] or 0) for r in (last.reading, reading))
        if sentence - last.sentence <= 1 and before >= _EVENING and now < _DAWN:
            return self._on(reading.first + timedelta(1), meaning, anchor)
        if sentence == last.sentence and before < _DAWN and now >= _NOON and reading.first >= self.anchor.day:
            return self._on(reading.first - timedelta(1), meaning, anchor)
        return reading

    def _morning_after(self, found: Found, reading: Reading, anchor: Anchor, cue: Cue) -> Reading:
        """«Una scossa ieri sera alle 22. I tecnici hanno effettuato in mattinata trenta sopralluoghi»: this morning."""
        meaning, told = found.meaning, self.memory.spoken
        morning = found.rule == "part_in" and isinstance(meaning, DayPart) and meaning.part == "TMO"
        if not morning or told is None or told.first is None or reading.first != told.first or cue[0] != PAST:
            return reading
        hour = told.value.partition("T")[2][:2]
        late = told.value.endswith(("TEV", "TNI")) or (told.unit == "clock" and hour >= "20")
        if not late or tells_a_story(cue) or told.first >= self.anchor.day:
            return reading
        day = told.first + timedelta(1)
        of = Absolute(Point("day", day.year, day.month, day.day))
        return replace(meaning, of=of).resolve(anchor) or reading  # type: ignore[type-var]

    def _on(self, day: date, clock: Clock, anchor: Anchor) -> Reading:
        of = Absolute(Point("day", day.year, day.month, day.day))
        reading = replace(clock, of=of).resolve(anchor)
        assert reading is not None
        return reading

    def _as_habit(self, found: Found, begin: int, end: int) -> Found:
        """«Ogni martedì e giovedì», «lunedì 9-13, martedì 15-18»: a weekday beside what comes round comes round too."""
        meaning = found.meaning
        part = meaning.part if isinstance(meaning, DayPart) else ""
        weekday = meaning.of if isinstance(meaning, DayPart) else meaning
        if isinstance(weekday, Range) and isinstance(weekday.begin, Fields) and isinstance(weekday.end, Fields):
            ends = (weekday.begin, weekday.end)
        elif isinstance(weekday, Fields):
            ends = (weekday, weekday)
        else:
            return found
        if not all(e.is_bare_weekday for e in ends):
            return found
        words = self.tokens.words
        comes_round = has_opening_hours(words, end) or is_of_weekdays(words, begin)
        comes_round = comes_round or is_of_a_list_of_days(words, begin, end)
        if not (comes_round or self._goes_on_from_a_habit(begin, end)):
            return found
        first, last = (f"XXXX-WXX-{(e.weekday or 0) + 1}{part}" for e in ends)
        value = first if first == last else f"{first}/{last}"
        return replace(found, meaning=Every(value), rule="every_date", category="SETREF")

    def _as_named_before(self, found: Found, begin: int) -> Found:
        """«Quel lunedì», «il 5 dicembre 1953, un sabato»: the day of that name that the text has told."""
        lead = self.tokens.words[begin - 1] if begin else ""
        part = found.meaning if isinstance(found.meaning, DayPart) else None
        weekday = part.of if part else found.meaning
        if (
            lead not in ("quel", "quella", "un", "una")
            or not isinstance(weekday, Fields)
            or not weekday.is_bare_weekday
        ):
            return found
        told = self.memory.day_named(weekday.weekday or 0, begin if lead in ("un", "una") else None)
        if told is None:
            vague = Vague("PAST_REF")
            return replace(found, meaning=vague, rule="then") if lead in ("quel", "quella") else found
        day = Absolute(Point("day", told.year, told.month, told.day))
        return replace(found, meaning=replace(part, of=day) if part else day)

    def _goes_on_from_a_habit(self, begin: int, end: int) -> bool:
        """Whether nothing but marks, «e», and hours stands between the weekday and what comes round."""
        last = self.memory.last
        if last is None or not self.memory.is_of_habit() or begin - last.end > _LIST_GAP:
            return False
        gap = self.tokens.words[last.end : begin]
        listed = all(w in _LISTING or (w[0].isdecimal() and not w.isdecimal()) or w.isdecimal() for w in gap)
        return bool(gap) and listed and direction_of(self.tokens.words, begin, end)[0] != PAST

    def _cue(self, begin: int, end: int) -> Cue:
        """The tense around tokens [begin, end); a date coordinated with the one before has that one's."""
        last, words = self.memory.last, self.tokens.words
        if last is not None and last.cue[0] != UNKNOWN and begin - last.end <= _LIST_GAP:
            gap = words[last.end : begin]
            joined = any(w in (",", "e", "ed", "o") for w in gap) or not gap
            told_apart = any(w in ".:«»" or (w == ";" and last.cue[0] != FUTURE) for w in gap)
            if (joined or gap[:1] == [";"]) and not has_verb(words, last.end, begin) and not told_apart:
                own = direction_of(words, begin, end)
                if last.reading.first and last.reading.first > self.anchor.day and not opens_clause(words, end):
                    return FUTURE, ""  # «ha scelto di anticipare a giovedì 11, altri a venerdì»
                return last.cue if own[0] == UNKNOWN or own[1] == "" or not opens_clause(words, end) else own
        return direction_of(words, begin, end)

    def _not_before(self, found: Found, begin: int) -> Found:
        """«Non sarà pronta prima di luglio», like «non prima di luglio», is after it; «la prima di stasera» is now."""
        words, meaning = self.tokens.words, found.meaning
        if not isinstance(meaning, Bounded) or meaning.kind != "by" or words[begin] != "prima":
            return found
        if begin and (words[begin - 1] in ARTICLES):
            return replace(found, meaning=meaning.of)
        clause = words[max(0, begin - _CLAUSE) : begin]
        stop = next((k for k in range(len(clause) - 1, -1, -1) if clause[k] == "," or clause[k] in WALLS), -1)
        return replace(found, meaning=replace(meaning, kind="after")) if "non" in clause[stop + 1 :] else found

    def _without_its_complement(self, found: Found, end: int) -> tuple[Found, int]:
        """«Cinque anni dopo il lancio» counts from the launch: what is left is a length of time.

        «Sabato 3 persone» is a Saturday, and three people.
        """
        if isinstance(found.meaning, WeekdayNumber) and is_counted(self.tokens.words, end):
            return replace(found, j=found.j - 1, meaning=Fields(weekday=found.meaning.weekday), rule="weekday"), end - 1
        if (
            found.rule not in ("length_after", "length_before")
            or not isinstance(found.meaning, Shift)
            or not counts_from_a_fact(self.tokens.words, end)
        ):
            return found, end
        length = Amount(abs(found.meaning.count), found.meaning.unit)
        return replace(found, j=found.j - 1, meaning=length, rule="length"), end - 1

    def _anchor(self, cue: Cue, sentence: int, start: int, begin: int, end: int, meaning: Meaning) -> Anchor:
        today = self.reader_days.get(start)
        if today is not None:
            word = self.folded[start : start + 6]
            shift = next(n for w, n in _DAY_WORDS.items() if word.startswith(w))
            return replace(self.anchor, day=today - timedelta(shift))
        memory = self.memory
        told = cue[0] == PAST and not cue[1].endswith(("va", "vano", "vo", "vamo"))
        told = told and not (isinstance(meaning, Habit) and self._is_listed_as_habit(begin))
        year, after = memory.year_for(begin, sentence, cue, meaning)
        if self.entry and "\n" not in self.text[self.entry[0] : start]:
            year, after = self.entry[1], None
        week = memory.week_beside(begin, meaning)
        if week is not None:  # every weekday lies in the seven days up to it
            return Anchor(week, direction=PAST, told=told)
        tale = memory.day_of_the_tale(sentence, cue, meaning)
        if tale is not None:
            return Anchor(tale, direction=FUTURE, told=told)
        that = isinstance(meaning, Same) and self.tokens.words[begin] == "quella" and meaning.part in ("TEV", "TNI")
        base = memory.night_told(sentence, cue) if that else None
        base = base or memory.year_pointed_at(begin, end)
        if _counts_back(meaning):
            base = memory.base_of_the_tale(sentence, direction_of(self.tokens.words, begin, end))
        return Anchor(
            self.anchor.day,
            self.anchor.minutes,
            direction=cue[0],
            spoken=base or memory.spoken,
            spoken_day=base or memory.day_beside(begin) or memory.day_before(cue, sentence, begin, meaning),
            told=told,
            habit=self._is_of_habit(begin, end),
            year=year,
            after=after,
            ahead=memory.day_ahead(sentence, meaning, begin),
            since=memory.hour_since(begin) if isinstance(meaning, Clock) else None,
        )

    def _is_of_habit(self, begin: int, end: int) -> bool:
        """«Ogni mattina alle 8», «che aprono di solito alle 7.45», «dalle 8.30, tutti i sabati»."""
        words = self.tokens.words
        return self.memory.is_beside_a_habit(begin) or is_usual(words, begin) or is_listed_with_habit(words, end)

    def _is_listed_as_habit(self, begin: int) -> bool:
        """«Anche il sabato», «il martedì e il venerdì»: a weekday that comes round, whatever the clause tells."""
        words, last = self.tokens.words, self.memory.last
        if comes_round_all_the_same(words, begin) or is_said_of_now(words, begin + 2):
            return True
        if words[begin + 2 : begin + 4] in (["e", "il"], ["e", "la"]) and words[begin + 4 : begin + 5] != []:
            return words[begin + 4] in WEEKDAYS and words[begin + 5 : begin + 6] not in (["scorso"], ["successivo"])
        return last is not None and words[last.end : begin] == ["e"] and last.reading.type == "SET"

    def _without_antecedent(self, found: Found, anchor: Anchor, cue: Cue, sentence: int) -> Reading | None:
        """An anaphor with nothing before it: known to be a time, not known when."""
        meaning = found.meaning
        if isinstance(meaning, Within) and meaning.inner.month and meaning.inner.day:
            return Reading("DATE", f"XXXX-{meaning.inner.month:02}-{meaning.inner.day:02}", unit="vague")
        if isinstance(meaning, Shift | Same) or found.rule in ("part_in", "part_after", "first_hours_of_part"):
            count = meaning.count if isinstance(meaning, Shift) else 0
            if found.rule in ("part_in", "first_hours_of_part"):
                of_a_tale = anchor.spoken is not None and is_of_a_tale(cue)
                if of_a_tale or self.memory.is_of_a_time_gone(sentence, cue):
                    return Reading("DATE", "PAST_REF", unit="vague")  # «nella notte era scesa la neve»: of the tale
                return self._part_of_today(meaning, anchor)
            return Reading(
                "DATE", "FUTURE_REF" if count > 0 and not _counts_back(meaning) else "PAST_REF", unit="vague"
            )
        return None

    def _part_of_today(self, part: Meaning, anchor: Anchor) -> Reading | None:
        """«Nella notte», «in serata» with no day named: of the day of printing; a night, the one before it."""
        if anchor.direction == PAST and isinstance(part, DayPart) and (lead := self.memory.day_of_the_lead()):
            return replace(part, of=Absolute(Point("day", lead.year, lead.month, lead.day))).resolve(anchor)
        if not isinstance(part, DayPart):
            return None
        gone = part.part == "TNI" and anchor.direction != FUTURE
        gone = gone or (anchor.direction == PAST and part.is_later_than(anchor))
        return replace(part, of=Shift("day", -1 if gone else 0)).resolve(anchor)

    def _append(self, found: Found, r: Reading, start: int, stop: int, cue: Cue, anchor: Anchor) -> None:
        words = self.text[start:stop]
        spoken = None
        if _is_anaphoric(found.meaning):
            wide = isinstance(found.meaning, Same) and found.meaning.unit not in ("day", "daypart")
            spoken = anchor.spoken if wide else anchor.spoken_day or anchor.spoken
            if spoken and self.memory.is_only_of_printing(spoken):
                spoken = None
        why = reason(words, found.meaning, r, anchor.day, cue, spoken, self.moved)
        self.out.append(
            Timex(start, stop, words, r.type, r.value, r.mod, r.first, r.last, r.period, r.time, why, found.rule)
        )

    def _date_the_first_clock(self, found: Found, reading: Reading, begin: int) -> None:
        """«Dalle 15 alle 18 di domani»: the day said with the second hour is the first one's too."""
        last = self.memory.last
        if last is None or not self.out or not isinstance(found.meaning, Clock) or found.meaning.of is None:
            return
        if not isinstance(last.meaning, Clock) or last.meaning.of is not None or reading.first is None:
            return
        if _counts_back(found.meaning.of):
            return  # «dalle 22 alle 5.30 del giorno successivo»
        if not self.memory.joins_clocks(begin):
            return
        base = found.meaning.of.resolve(replace(self.anchor, direction=last.cue[0])) or reading
        earlier = last.meaning.resolve(replace(self.anchor, spoken_day=base))
        if earlier is None or earlier.first is None or earlier.first > reading.first:
            return
        why = reason(self.out[-1].text, last.meaning, earlier, self.anchor.day, last.cue, reading, self.moved, "dopo")
        self._read_again(earlier, why)

    def _date_the_first_weekday(self, found: Found, reading: Reading, begin: int, cue: Cue) -> None:
        """«Lunedì e martedì uffici chiusi»: what shows that the second is to come shows it of the first."""
        last, day = self.memory.last, found.meaning
        if last is None or last.cue[0] != UNKNOWN or cue[0] != FUTURE or self.tokens.words[last.end : begin] != ["e"]:
            return
        if not isinstance(day, Fields) or not isinstance(last.meaning, Fields):
            return
        if not (day.is_bare_weekday and last.meaning.is_bare_weekday):
            return
        earlier = last.meaning.resolve(replace(self.anchor, direction=FUTURE))
        if earlier is None or earlier.first is None or reading.first is None or earlier.first > reading.first:
            return
        self._read_again(
            earlier, reason(self.out[-1].text, last.meaning, earlier, self.anchor.day, cue, None, self.moved)
        )

    def _date_the_weekday_before(self, found: Found, reading: Reading, begin: int, cue: Cue) -> None:
        """«Slitterebbe alla domenica successiva, primo marzo»: the day says which Sunday it is."""
        last, day = self.memory.last, found.meaning
        if last is None or not self.out or self.tokens.words[last.end : begin] != [","] or reading.first is None:
            return
        whole = isinstance(day, Fields) and day.day and day.month
        weekday = isinstance(last.meaning, Nearest | Beside | Fields) and last.reading.unit == "day"
        weekday = weekday and not getattr(last.meaning, "day", None)  # «22 marzo, 5 aprile»: two days, both Saturdays
        first = last.reading.first
        if whole and weekday and first and first != reading.first and first.weekday() == reading.first.weekday():
            why = reason(self.out[-1].text, found.meaning, reading, self.anchor.day, cue, None, self.moved)
            self._read_again(reading, why)

    def _read_again(self, reading: Reading, why: str) -> None:
        """Give the last expression the reading that the one after it shows."""
        self.out[-1] = replace(
            self.out[-1],
            value=reading.value,
            first=reading.first,
            last=reading.last,
            period=reading.period,
            time=reading.time,
            why=why,
        )

    def _sentence(self, token: int) -> int:
        """How many sentences end before token *token*; cheaper than splitting them, and near enough to count a few."""
        if token > self.counted:  # expressions are read in order; a map counts at C speed
            self.sentences += sum(map(_STOPS.__contains__, self.tokens.words[self.counted : token]))
            self.counted = token
        return self.sentences


def _is_a_day(meaning: Meaning) -> bool:
    """Whether it is a day or some days without their year: «giovedì», «Pasqua», «dal 2 al 7 aprile»."""
    if isinstance(meaning, Range):
        return _is_a_day(meaning.begin) and _is_a_day(meaning.end)
    of = meaning.of if isinstance(meaning, DayPart | Clock) else meaning
    return isinstance(of, Fields) and of.leans and bool(of.day or of.feast or of.is_bare_weekday)


def _counts_back(meaning: Meaning) -> bool:
    return isinstance(meaning, Shift) and meaning.from_spoken


_AFTER_HEADING = re.compile(r"\s*(?:[–—]|-\s)")
_BEFORE_HEADING = ("\n", ". ", "» ", "; ")
_TWO_YEARS = 2


def _opens_entry(text: str, start: int, stop: int) -> bool:
    """«Estate 2013 – Uno studio…»: an entry of a chronology, whose dates are of that year."""
    return text.endswith(_BEFORE_HEADING, 0, start) and _AFTER_HEADING.match(text, stop) is not None


def _is_anaphoric(meaning: Meaning) -> bool:
    """Whether it was read against the date last spoken of."""
    if getattr(meaning, "from_spoken", False) or getattr(meaning, "listed", False) or isinstance(meaning, Same):
        return True
    of = getattr(meaning, "of", meaning)
    if of is None:
        return True
    return of is not meaning and _is_anaphoric(of)


__all__ = ["FUTURE", "PAST", "Range", "Timex", "impossible_dates", "tag"]
