"""What a text has spoken of so far, and what that says of its next expression: a day, a year, a habit."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from datetime import date, timedelta

from timeline.dates.beside import BareDay
from timeline.dates.fields import Fields
from timeline.dates.hours import Clock, DayPart, NightBetween
from timeline.dates.meaning import FUTURE, PAST, UNKNOWN, Absolute, Meaning, Shift
from timeline.dates.stretches import Bounded, Range
from timeline.dates.timex import Reading, read_unit
from timeline.italian.cues import Cue, is_by_verb, is_certain, is_planned, is_remote, tells_a_story
from timeline.italian.tokens import OF
from timeline.italian.verb_classes import has_verb, is_finite, is_participle

# A clock time belongs to a day named at most so many sentences before.
_CLOCK_REACH = 3
# The day of the news stands in the first sentences; a bare town may be one of them.
_LEAD = 2
# The year of a story holds for so many sentences after the last date of it.
_STORY_REACH = 2
# The remote past is the tense of the story, however far on.
_REMOTE_REACH = 9
# What has just been done is of no day so long gone; farther ahead than so, of none named two sentences before.
_LONG_GONE = 60
_SOON = 7
_LATE = ("TEV", "TNI")
_DAWN, _NOON, _DUSK = 5, 12, 20
# A weekday goes on from a day to come so many days away at most.
_AHEAD_REACH = 21
# How many tokens may stand between a date and the year it takes.
_YEAR_GAP = 7
# What may stand between a year, its comma and its day.
_DATE_LEADS = frozenset("il l' lo a ad in nel nell' al all' la".split())
# What may stand between the two clock times of a range.
_CLOCK_LINKS = frozenset("a alle all' e le l' o fino circa".split())
# Of a date with such a mod nobody knows which days it means.
_NO_DAYS = ("APPROX", "AFTER", "BEFORE")
# «Da domani tornano i concerti: il primo, alle 5.30, …».
_IN = frozenset("nel nell' in a ad al".split())
_BEGINNINGS = frozenset({"since", "from"})
_STOPS = frozenset(".!?…;:")
# «Il terremoto del 2016» opens a text, too.
_OPENS = 5
_OPENING, _CLOSING = frozenset("«“"), frozenset("»”")
# A day counted from today at most so far off is a day («dopodomani»), farther off it is about then.
_COUNTED = 2
# So many days ago is of late.
_OF_LATE = 30
# So many days are remembered: more never matter, and a text of nothing but dates stays quick to read.
_REMEMBERED = 24
Year = tuple[int | None, date | None]  # a year and the day from which it is counted


@dataclass(frozen=True, slots=True)
class Said:
    """The expression read before: its tokens, what it came to, and the tense and sentence it stood in."""

    begin: int
    end: int
    reading: Reading
    cue: Cue
    meaning: Meaning
    sentence: int
    opens_range: bool = False
    opens_sentence: bool = False
    quoted: bool = False


class Memory:
    """The dates that one text has spoken of. *words* are its tokens, *today* the day that «oggi» means."""

    def __init__(self, words: list[str], today: date):
        self.words, self.today = words, today
        self.last: Said | None = None
        self.dated = -1  # the sentence of the last day that was named with its month
        self.spoken: Reading | None = None
        self._gone: Reading | None = None  # the last of another year
        self._days: deque[tuple[Reading, int, bool]] = deque(maxlen=_REMEMBERED)
        self._asides: deque[Reading] = deque(maxlen=_REMEMBERED)  # days told of somebody in passing
        self._told_before: deque[Reading] = deque(maxlen=_REMEMBERED)  # days told in the pluperfect
        self._before_tale: tuple[Reading, ...] = ()  # days told before a month or year long gone
        self._quotes = [0, 0]  # how many are open, and before which token
        self._year_to_come: Said | None = None
        self._story: tuple[date, int] | None = None
        self._told_aside = (
            False  # the story is of a participle between commas: the next sentence does not go on with it
        )
        self._told_in_quotes = False
        self._tale_reading: Reading | None = None
        self._tale: tuple[date, int] | None = None  # the last story, though news has come between
        self._lead: date | None = None
        self._named: deque[tuple[date, int]] = deque(maxlen=_REMEMBERED)
        self._coming: deque[tuple[date, date, int]] = deque(maxlen=_REMEMBERED)

    def note(self, said: Said) -> None:
        """Remember an expression once it is read."""
        if isinstance(said.meaning, Absolute) and self.words[said.end - 2 : said.end - 1] == ["classe"]:
            return  # «Neri, classe 1991, era arrivato in gennaio»: not of that year
        if _names_a_day(said.meaning):
            self.dated = said.sentence
        self._note_the_day(said)
        self._note_what_comes(said)
        self._note_the_story(said)
        if isinstance(said.meaning, Absolute) and said.reading.first and said.reading.first > self.today:
            self._year_to_come = said
        self.last = said

    def _note_the_day(self, said: Said) -> None:
        reading = said.reading
        if reading.first is None or reading.type not in ("DATE", "TIME") or reading.unit == "vague":
            return
        self.spoken = reading
        if reading.first.year != self.today.year:
            self._gone = reading
        if reading.unit not in ("day", "daypart", "clock"):
            if (self.today - reading.first).days > _LONG_GONE and not self._is_in_passing(said):
                self._before_tale = tuple(day for day, _, _ in self._days)
            return
        self._named.append((reading.first, said.end))
        if isinstance(said.meaning, Bounded) and (said.meaning.kind not in _BEGINNINGS or reading.first <= self.today):
            return  # «consegnato entro il 31 maggio»: the hours told next are of another day
        if self._lead is None and said.sentence <= _LEAD and reading.first <= self.today:
            self._lead = reading.first
        if _is_before_the_past(said.cue):
            self._told_before.append(reading)
        if self._is_aside(said):
            self._asides.append(reading)
        last = self._days[-1][0] if self._days else None
        # the evening named before still says that «alle 9» is 21
        if last and reading.unit == "clock" and last.first == reading.first:
            self._days[-1] = (last, said.sentence, self._days[-1][2])
        else:
            self._days.append((reading, said.sentence, said.quoted))

    def year_pointed_at(self, begin: int, end: int) -> Reading | None:
        """«… del 2016. Ieri … Dall'autunno di quell'anno»: what says "that year" means no day of this one."""
        that = any(self.words[k : k + 2] == ["quell'", "anno"] for k in range(begin, end - 1))
        this_year = self.spoken is not None and self.spoken.first and self.spoken.first.year == self.today.year
        return self._gone if that and this_year else None

    def _is_aside(self, said: Said) -> bool:
        """«La madre, arrivata sabato, si era assopita»: a day that says when she came, not when the story went on."""
        if said.cue[0] != PAST or " " in said.cue[1] or not is_participle(said.cue[1]):
            return False
        near = self.words[max(0, said.end - 6) : said.end]
        at = max(0, said.end - 6) + near.index(said.cue[1]) if said.cue[1] in near else 0
        if at < 2 or self.words[at - 1] == ",":
            return at > 1
        return self.words[at - 1][0].isalpha() and not _opens(self.words, at)

    def _note_what_comes(self, said: Said) -> None:
        """Days to come that have a date of their own, or a stretch of some of them."""
        first, last = said.reading.first, said.reading.last
        if first is None or last is None or said.reading.unit not in ("day", "daypart", "clock"):
            return
        counted = isinstance(said.meaning, Shift) and abs(said.meaning.count) > _COUNTED
        if said.reading.mod in _NO_DAYS or counted:
            return  # «tra una decina di giorni», «le vacanze di Pasqua», «dopo Pasqua»: nobody knows which days
        if 1 < (first - self.today).days <= _AHEAD_REACH and (last - first).days <= _AHEAD_REACH:
            self._coming.append((first, last, said.sentence))

    def _note_the_story(self, said: Said) -> None:
        """A date of a year gone by opens a story, or leads it on; one counted from today ends it."""
        first, meaning = said.reading.first, said.meaning
        if first is None or said.reading.type not in ("DATE", "TIME"):
            return
        if isinstance(meaning, Shift) and not meaning.from_spoken:
            self._story = None
        elif first.year < self.today.year and said.reading.unit in ("day", "month", "season", "year"):
            led_on = self._story is not None and first.year == self._story[0].year
            dated = isinstance(meaning, Range) and isinstance(meaning.end, Absolute)
            if isinstance(meaning, Absolute) and not led_on and self._is_in_passing(said):
                self._story = None
            elif isinstance(meaning, Absolute) or dated or led_on:
                self._told_aside, self._told_in_quotes = self._is_of_participle(said), said.quoted
                self._story = self._tale = (first, said.sentence)
                self._tale_reading = said.reading
            elif self._story and first.year != self._story[0].year and said.reading.unit in ("day", "month", "clock"):
                self._story = None  # «l'inverno del 2021… si era concluso venerdì 8 dicembre… Ancora a gennaio»
        elif said.cue[0] == FUTURE or getattr(meaning, "lean", None) == PAST:
            self._story = None  # «lanciata nel 2004… risvegliata il 20 gennaio scorso, vi era entrata il 6 agosto»

    def _is_in_passing(self, said: Said) -> bool:
        """«Aveva superato senza danni il terremoto del 2016», «un uomo, già condannato nel 2015»: the year of a thing,
        or of what is told of somebody aside, which does not open the sentence."""
        if said.reading.unit != "year":
            return False
        if self._is_of_participle(said):
            return True
        if self.words[said.end - 2] not in OF:
            return False
        return not any(w in _STOPS for w in self.words[max(0, said.end - 6) : said.end]) and said.end > _OPENS

    def _is_of_participle(self, said: Said) -> bool:
        """«Il sindaco, eletto nel 2012, aveva annunciato in gennaio»; «un uomo già condannato nel 2015»."""
        at = said.begin - (self.words[said.begin - 1] in _IN)
        return at > 1 and self.words[at - 2] in (",", "già") and is_participle(self.words[at - 1])

    def day_of_the_lead(self) -> date | None:
        """The day gone by that the first sentences name, which the rest of the article tells of."""
        return self._lead

    def day_beside(self, begin: int) -> Reading | None:
        """The day that a clock time stands right beside: «sabato 15 giugno, alle 21»."""
        if self.last is None or self.last.reading.unit not in ("day", "daypart") or begin - self.last.end > 2:
            return None
        if any(w in _OPENING for w in self.words[self.last.end : begin]):
            return None
        return self.last.reading if self.last.reading.first else None

    def is_quoted(self, token: int) -> bool:
        """Whether token *token* stands between quotation marks; tokens are asked for in order."""
        opened, counted = self._quotes
        for word in self.words[counted:token] if token > counted else ():
            opened += word in _OPENING
            opened -= word in _CLOSING and opened > 0
        self._quotes = [opened, max(counted, token)]
        return opened > 0

    def week_beside(self, begin: int, meaning: Meaning) -> date | None:
        """The last day of the seven that were named right before a weekday.

        «La settimana precedente, tra lunedì e martedì», «dieci giorni fa, nella notte tra domenica e lunedì».
        """
        last = self.last
        if last is None or last.reading.last is None or not _is_of_weekdays(meaning):
            return None
        gap = self.words[last.end : begin]
        if gap[:1] != [","] or any(w not in _WEEK_LEADS for w in gap[1:]):
            return None
        if last.reading.unit == "week":
            return last.reading.last
        counted = isinstance(last.meaning, Shift) and last.meaning.unit == "day" and last.meaning.count < -_COUNTED
        return last.reading.last + timedelta(1) if counted else None  # its night ends on the next day

    def day_named(self, weekday: int, beside: int | None) -> date | None:
        """The last day told that was such a weekday; told right before token *beside*, where that is given."""
        for day, end in reversed(self._named):
            if day.weekday() == weekday and (beside is None or self.words[end : beside - 1] == [","]):
                return day
        return None

    def day_before(self, cue: Cue, sentence: int, begin: int, meaning: Meaning) -> Reading | None:
        """The day last spoken of, a few sentences back at most, on the side of today that the clause's tense names.

        A day that stands in somebody's words says nothing of what is told outside them. What will be is of no day gone
        by («il murale è del 1998, la festa comincia alle 15»), what has just been done of none long gone («ucciso il 2
        febbraio 2022. La sentenza è stata letta alle 19»), nor of one to come. Where only such days are told, it is of
        today.
        """
        told_outside, gone, ahead = not self.is_quoted(begin), False, cue[0] == FUTURE and is_by_verb(cue)
        aside: Reading | None = None
        for reading, at, quoted in reversed(self._days):
            if sentence - at > _CLOCK_REACH:
                break
            if quoted and told_outside:
                continue
            if (
                at != sentence
                and isinstance(meaning, Clock)
                and self._is_of_another_telling(reading, quoted, begin, cue)
            ):
                continue
            assert reading.first is not None
            if isinstance(meaning, Shift) and self._has_gone_back(sentence, reading.first):
                return None
            away = (reading.first - self.today).days
            gone = gone or (ahead and away < 0)
            if reading in self._before_tale and is_remote(cue):
                break  # «l'uomo che nell'ottobre del 2006 svaligiò l'ufficio. Alle 8.25 entrò»
            if reading in self._asides and at != sentence and isinstance(meaning, Clock | DayPart):
                aside = aside or reading
                continue
            alone = isinstance(meaning, DayPart) and meaning.of is None
            if alone and cue == (UNKNOWN, "") and away < -_COUNTED and at != sentence:
                continue  # «il termometro che all'alba segna quattro gradi» is of no day of last week
            goes_on = reading.unit == "clock" and sentence - at <= 1 and not is_certain(cue)
            if at == sentence and away > 0 and self._is_done_since(begin, cue):
                gone = True  # «dove il Ramadan finirà venerdì; il governo ha parlato già in mattinata»
                continue
            if (ahead and away < 0 and not goes_on) or (
                at != sentence and _is_of_another_time(away, cue, sentence - at)
            ):
                continue
            return reading if at == sentence else _at_large(reading, meaning)
        return aside or (read_unit(self.today, "day") if gone else None)

    def _is_of_another_telling(self, reading: Reading, quoted: bool, begin: int, cue: Cue) -> bool:
        """An hour that somebody tells in his own words («alle due ero già fuori»), or that lies before what was told
        («un uomo è stato trovato lunedì. Era uscito alle 16»), is of no day that was told otherwise."""
        if self.is_quoted(begin):
            return not quoted
        return _is_before_the_past(cue) and reading not in self._told_before

    def _has_gone_back(self, sentence: int, day: date) -> bool:
        """«La mostra del 1° febbraio. Tre anni fa le trovò, e il giorno seguente…»: of no day told, long before it."""
        last = self.last
        if last is None or last.sentence != sentence or last.reading.unit not in ("month", "season", "year"):
            return False
        return last.reading.last is not None and last.reading.last < day

    def looks_ahead(self, sentence: int) -> bool:
        """Whether the day last told, at most two sentences ago, is to come: «il 24 i dati Istat, giovedì l'asta»."""
        last = self.spoken if self.last is None or self.last.reading.unit in ("month", "season") else None
        if last is not None and last.first is not None and last.first > self.today and self.last:
            return sentence - self.last.sentence <= 1
        if not self._days:
            return False
        reading, at, _ = self._days[-1]
        return reading.first is not None and reading.first > self.today and sentence - at <= _STORY_REACH

    def is_only_of_printing(self, reading: Reading) -> bool:
        """Whether a day that is counted from is today's, and nobody has named it."""
        mine = reading.first == reading.last == self.today
        return mine and not any(told.first == self.today for told, _, _ in self._days)

    def _is_done_since(self, begin: int, cue: Cue) -> bool:
        """Whether a verb of what has been done stands between the day last named and token *begin*."""
        verb = cue[1].partition(" ")[0]
        since = self.words[self._named[-1][1] : begin] if self._named else []
        return cue[0] == PAST and verb in ("ha", "hanno", "si") and verb in since

    def day_ahead(self, sentence: int, meaning: Meaning, begin: int) -> date | None:
        """The day from which a weekday goes on, if this sentence or the one before names days to come.

        It is one of those days («dal 19 al 22 settembre: venerdì la gara»), else the next after the last of them.
        """
        weekday = _weekday_of(meaning)
        listed = self._day_in_list(sentence, begin)
        if weekday is not None and listed is not None:
            return listed
        if weekday is None or self.last is None or self.last.cue[0] == PAST or sentence - self.last.sentence > 1:
            return None
        for first, last, at in self._coming:
            days = (first + timedelta(n) for n in range((last - first).days + 1)) if sentence - at <= 1 else ()
            named = next((day for day in days if day.weekday() == weekday), None)
            if named and (first != last or at == sentence):
                return named
        if begin and self.words[begin - 1] in OF:
            return None  # «saranno consegnati martedì, con l'incasso della vendita di domenica»
        reading = self.last.reading
        if (
            reading.first is None
            or reading.mod in _NO_DAYS
            or reading.unit not in ("day", "daypart", "clock", "weekend")
        ):
            return None
        if sentence != self.last.sentence and _is_before(weekday, self.today, reading.first):
            return None  # «…inizierà dopo Pasqua. Sabato sera si terrà un concerto»
        tonight = reading.first == self.today and reading.value.endswith(("TEV", "TNI"))
        return reading.first if tonight or 0 < (reading.first - self.today).days <= _AHEAD_REACH else None

    def _day_in_list(self, sentence: int, begin: int) -> date | None:
        """The day to come that this sentence told last, and no verb since: «mercoledì 20 i dati, giovedì…»."""
        if not self._days or self._days[-1][1] != sentence or (begin and self.words[begin - 1] in OF):
            return None
        first = self._days[-1][0].first
        end = next((end for day, end in reversed(self._named) if day == first), None)
        if first is None or end is None or not 0 < (first - self.today).days <= _AHEAD_REACH:
            return None
        return None if has_verb(self.words, end, begin) else first

    def hour_since(self, begin: int) -> Reading | None:
        """The hour at which the range begins that a clock time at token *begin* ends: «dalle 23 alle 5»."""
        if self.last is None or not self.last.opens_range or self.last.reading.unit not in ("clock", "vague"):
            return None
        hour = self.last.meaning.hour if isinstance(self.last.meaning, Clock) else 0
        as_said = self.last.reading.value.partition("T")[2][:2] == f"{hour:02}"  # not «le quattro» of the afternoon
        return self.last.reading if as_said and self.joins_clocks(begin) else None

    def joins_clocks(self, begin: int) -> bool:
        """Whether nothing but «e», «alle» stands between the last expression and token *begin*."""
        return self.last is not None and all(w in _CLOCK_LINKS for w in self.words[self.last.end : begin])

    def is_beside_a_habit(self, begin: int) -> bool:
        """«Tutti i giorni dalle 10 alle 19»: hours that come round with their days."""
        if self.last is None or any(w in _STOPS for w in self.words[self.last.end : begin]):
            return False
        return begin - self.last.end <= 3 and self.is_of_habit()

    def is_of_habit(self) -> bool:
        """Whether the last expression is what comes round, or an hour of it."""
        if self.last is None:
            return False
        return self.last.reading.type == "SET" or self.last.reading.value.startswith("XXXX-XX-XXT")

    def year_for(self, begin: int, sentence: int, cue: Cue, meaning: Meaning) -> Year:
        """The year that a date without one takes from what was said before it; None for none."""
        told = self._year_told_before(begin, sentence, cue) or self._year_ahead(sentence, cue, meaning)
        if told is not None:
            return told.year, told
        year, after = self._year_beside(begin, meaning, cue)
        if year is None and isinstance(meaning, Bounded) and meaning.kind in _BEGINNINGS and not is_remote(cue):
            return None, None  # «aperta nel 2016, la struttura era affollata; da gennaio vi passavano in pochi»
        if year is None:
            year, after = (
                (None, None) if self._is_recent(meaning, cue) else self._year_of_the_story(cue, sentence, begin)
            )
        if year is not None and cue[0] == FUTURE and year < self.today.year:
            return None, None  # «i lavori, iniziati a marzo 2023, finiranno a luglio»
        return year, after

    def _year_told_before(self, begin: int, sentence: int, cue: Cue) -> date | None:
        """The day of a year long gone that opens the sentence.

        «Il 10 giugno 1940 l'Italia entra in guerra; il 28 ottobre attacca la Grecia»; a perfect or a future leaves it.
        """
        last = self.last
        if last is None or not last.opens_sentence or last.sentence != sentence or last.reading.first is None:
            return None
        if self.today.year - last.reading.first.year < 3 or last.reading.unit not in ("day", "daypart", "clock"):
            return None
        listed = self.words[begin - 1] in ("il", "l'") and self.words[begin - 2] in (";", ",", "e")
        return last.reading.first if listed and cue[0] == 0 else None

    def _year_ahead(self, sentence: int, cue: Cue, meaning: Meaning) -> date | None:
        """The first day of a year to come, or of its season, named before in the sentence of what will be.

        «La seconda fase, nell'estate del 2025, chiuderà il ponte per tre settimane, forse in agosto».
        """
        last, month = self._year_to_come, getattr(meaning, "month", None)
        if last is None or last.sentence != sentence or cue[0] != FUTURE or not isinstance(last.meaning, Absolute):
            return None
        point, first, end = last.meaning.point, last.reading.first, last.reading.last
        if point.unit not in ("year", "season") or first is None or end is None or first <= self.today or not month:
            return None
        return first if point.unit == "year" or first.month <= month <= end.month else None

    def _year_beside(self, begin: int, meaning: Meaning, cue: Cue) -> Year:
        """The year of the whole date that this one is joined to: «il 14 giugno 2013 e il 20 giugno».

        Where its weekday says so, it is of a year named just before: «il conclave del 2013 iniziò martedì 12 marzo».
        """
        if self.last is None or begin - self.last.end > _YEAR_GAP:
            return None, None
        gap = self.words[self.last.end : begin]
        first = self.last.reading.first
        told_apart = gap[:1] == [","] and all(w in _DATE_LEADS for w in gap[1:])
        this_year = self.last.meaning == Shift("year", 0) and getattr(meaning, "feast", None) and len(gap) < 4
        if this_year and first and not any(w in ".;:" for w in gap):
            return first.year, first  # «quest'anno la Festa della Repubblica compie ottant'anni»
        if isinstance(self.last.meaning, Shift) and self.last.meaning.unit == "year" and told_apart and first:
            return first.year, first  # «tre anni fa, il 4 aprile, arrivarono»
        month = getattr(meaning, "month", None)
        if isinstance(self.last.meaning, Shift) and told_apart and first and month == first.month:
            return first.year, date(first.year, first.month, 1)  # «tre mesi prima, a novembre, si erano lasciati»
        if not isinstance(self.last.meaning, Absolute):
            return None, None
        point = self.last.meaning.point
        if point.unit == "year" and told_apart:
            return point.year, point.first  # «nel 2018, il 20 dicembre, fu eletto»
        gone_by = point.unit == "year" and 0 < point.year < self.today.year and not has_verb(gap, 0, len(gap))
        if gone_by and month and self.words[begin - 1] in OF and not any(w in ".,;:!?«»" for w in gap):
            return point.year, point.first  # «nel 2015 per l'alluvione di agosto»
        if point.unit == "year":
            agrees = 0 < point.year < self.today.year and _has_weekday_in(meaning, point.year)
            return (point.year, point.first) if agrees and not any(w in ".;:!?«»" for w in gap) else (None, None)
        if cue[0] == FUTURE and has_verb(gap, 0, len(gap)):
            return None, None  # «la data è il 29 ottobre 2023, le iscrizioni apriranno il primo marzo»
        if not any(w in (",", "e", "ed") for w in gap) or point.unit not in ("day", "month") or point.year < 1:
            return None, None
        return (point.year, point.first) if not any(w in ".;:" for w in gap) else (None, None)

    def _is_recent(self, meaning: Meaning, cue: Cue) -> bool:
        """«Nell'udienza del 12 febbraio il pm aveva chiesto», printed on the 26th: what had been done of late."""
        if not isinstance(meaning, Fields) or not meaning.day or not meaning.month or not cue[1].startswith("aveva"):
            return False
        try:
            return 0 < (self.today - date(self.today.year, meaning.month, meaning.day)).days <= _OF_LATE
        except ValueError:
            return False

    def _year_of_the_story(self, cue: Cue, sentence: int, begin: int) -> Year:
        """The year that a tale of the past named just before: «nel 1944 il paese fu bombardato. Il 5 agosto…»."""
        if cue == (UNKNOWN, "") and self._story and self._goes_on_without_verb(sentence, begin):
            return self._story[0].year, self._story[0]  # «a marzo del 2017 la prima denuncia; a giugno l'ammonimento»
        remote = is_remote(cue)
        story, reach = (self._tale, _REMOTE_REACH) if remote else (self._story, _STORY_REACH)
        if not remote and story is not None and self._told_aside and sentence > story[1]:
            return None, None
        if self._told_in_quotes and not self.is_quoted(begin):
            return None, None
        if story is None or sentence - story[1] > reach or not tells_a_story(cue):
            return None, None
        if is_planned(cue) and sentence != story[1]:
            return None, None  # «la deposizione era prevista a dicembre», of a trial for what was done in 2019
        return story[0].year, story[0]

    def _goes_on_without_verb(self, sentence: int, begin: int) -> bool:
        """Whether the last expression is the story's own month or day, and no verb of a sentence has followed it."""
        last = self.last
        if last is None or self._story is None or last.reading.first != self._story[0] or last.quoted:
            return False
        told = last.reading.unit in ("month", "day") and sentence - self._story[1] <= 1
        return told and not any(is_finite(self.words, at) for at in range(last.end, min(begin + 4, len(self.words))))

    def day_of_the_tale(self, sentence: int, cue: Cue, meaning: Meaning) -> date | None:
        """The day long gone, told just before, from which a weekday goes on: «il 20 luglio; alle 4 del lunedì»."""
        if self._tale is None or sentence - self._tale[1] > 1 or not is_remote(cue) or self.spoken is None:
            return None
        of = getattr(meaning, "of", None) or meaning
        told = self.spoken.first == self._tale[0] and self.spoken.unit in ("day", "daypart", "clock")
        return self._tale[0] if told and _is_of_weekdays(of) else None

    def base_of_the_tale(self, sentence: int, cue: Cue) -> Reading | None:
        """What the remote past counts from, though news has come between: «il 4 novembre 1966… due giorni dopo»."""
        if self._tale is None or not is_remote(cue) or sentence - self._tale[1] > _REMOTE_REACH:
            return None
        recent = self.spoken is not None and self.spoken.first and (self.today - self.spoken.first).days < _LONG_GONE
        base = self._tale_reading
        return base if recent and base is not None and base.unit in ("day", "daypart", "clock") else None

    def is_weekday_long_gone(self, meaning: Meaning, reading: Reading, cue: Cue) -> bool:
        """«La foto è del 16 gennaio 1985. Cominciò la domenica sera»: the remote past of a tale tells of no day of this
        week."""
        told = self.spoken
        if _weekday_of(meaning) is None or not is_remote(cue) or told is None or told.last is None or not reading.first:
            return False
        near = 0 <= (self.today - reading.first).days <= _SOON
        return near and (self.today - told.last).days > _OF_LATE * 12

    def is_of_a_time_gone(self, sentence: int, cue: Cue) -> bool:
        """«Nel 2015 il documentario, trasmesso a notte fonda…»: the sentence tells of a month or a year long gone.

        Not «chiuso dal 2021, è stato svaligiato nella notte», nor what has a verb of its own: that is news.
        """
        if self.last is None or self.last.sentence != sentence or isinstance(self.last.meaning, Bounded):
            return False
        told = self.last.reading
        if " " in cue[1] or told.unit not in ("month", "season", "quarter", "year") or told.last is None:
            return False
        return (self.today - told.last).days > _LONG_GONE

    def night_told(self, sentence: int, cue: Cue) -> Reading | None:
        """The evening or night last told: «la sera del 2 febbraio… quella notte»; long gone, in the remote past."""
        for reading, at, _ in reversed(self._days):
            late = reading.unit == "daypart" and reading.value.endswith(_LATE) and reading.first is not None
            if late and reading.first and is_remote(cue) and (self.today - reading.first).days < _LONG_GONE:
                continue
            if late and sentence - at <= _REMOTE_REACH:
                return reading
        return None


def _opens(words: list[str], at: int) -> bool:
    """Whether token *at* stands in the first words of a sentence: «Un uomo arrestato ieri a Modena.»"""
    return any(w in _STOPS or w[0] == "\n" for w in words[max(0, at - 4) : at]) or at < _OPENS


def _is_before_the_past(cue: Cue) -> bool:
    """Whether a cue is in the pluperfect: «era uscito», «aveva chiamato»."""
    first, _, told = cue[1].partition(" ")
    return cue[0] == PAST and told != "" and first in ("era", "erano", "aveva", "avevano", "avevo", "avevamo")


def _is_of_another_time(away: int, cue: Cue, sentences: int) -> bool:
    """Whether a day so many days away, told so many sentences before, is not that of what the cue tells."""
    if cue[0] == PAST:
        return away > 0 or (away < -_LONG_GONE and not tells_a_story(cue))
    return away > _SOON and sentences > 1


def _at_large(reading: Reading, meaning: Meaning) -> Reading:
    """The reading, without its part of the day for an hour told to the minute in another sentence.

    «I risultati sono attesi nel pomeriggio. Chiusa via Neri dalle 6.35»; «nella notte tra sabato e domenica… Alle 8.10
    ho votato» is of the morning after.
    """
    exact = isinstance(meaning, Clock) and meaning.of is None and (meaning.minute or meaning.hour == _NOON)
    if not exact or reading.unit != "daypart" or reading.first is None or not isinstance(meaning, Clock):
        return reading
    night = reading.value.endswith("TNI")
    if night and not _DAWN <= meaning.hour < _DUSK:
        return reading
    return read_unit(reading.first + timedelta(int(night)), "day")


def _is_before(weekday: int, today: date, ahead: date) -> bool:
    """Whether the next such weekday comes before the day *ahead*."""
    return today + timedelta((weekday - today.weekday()) % 7 or 7) < ahead


def _is_of_weekdays(meaning: Meaning) -> bool:
    """Whether it is a weekday, its evening, or a night or stretch between two, and no more."""
    if isinstance(meaning, NightBetween):
        return _is_of_weekdays(meaning.evening) and _is_of_weekdays(meaning.morning)
    if isinstance(meaning, Range):
        return _is_of_weekdays(meaning.begin) and _is_of_weekdays(meaning.end)
    if isinstance(meaning, DayPart):
        return meaning.of is not None and _is_of_weekdays(meaning.of)
    return isinstance(meaning, Fields) and meaning.is_bare_weekday


_WEEK_LEADS = frozenset("tra fra la il lo nella nel di e a in".split())


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


def _names_a_day(meaning: Meaning) -> bool:
    """Whether it is a day of a month, from which bare day numbers go on."""
    if isinstance(meaning, Clock):
        return meaning.of is not None and _names_a_day(meaning.of)
    if isinstance(meaning, Absolute):
        return meaning.point.unit == "day"
    return isinstance(meaning, BareDay) or (isinstance(meaning, Fields) and meaning.day is not None)
