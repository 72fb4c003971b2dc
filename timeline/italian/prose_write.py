"""Periods in good Italian: on a card («Sabato 26 aprile 2025») and in a sentence («dall’8 aprile 2025»)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from timeline.dates.period import Period, Point, of_day
from timeline.italian.prose_names import MONTHS, Phrase, capitalised, join
from timeline.italian.prose_nouns import FIRST_WEEKDAY, day_phrase, noun
from timeline.italian.prose_time import NIGHT_ENDS, read_time, split_time, time_in_sentence, time_on_card

NO_DATE = "Senza data"
_UNCERTAIN = " (data incerta)"


def date_in_words(period: Period | None, time: str = "", date_text: str = "") -> str:
    """A date as a card's first line; the editor's own words *date_text* go before the period's.

    >>> from timeline.dates.edtf import parse_edtf
    >>> date_in_words(parse_edtf("2025-04-26"), "18:30")
    'Sabato 26 aprile 2025, ore 18.30'
    >>> date_in_words(parse_edtf("2025-04-25"), "notte")
    'Notte tra venerdì 25 e sabato 26 aprile 2025'
    """
    time = read_time(time)
    if period is None:
        return capitalised(_with_time(date_text.strip(), time)) if date_text.strip() else NO_DATE
    uncertain = _is_all_uncertain(period)
    period = _certain(period) if uncertain else period
    if date_text.strip():
        words = _with_time(date_text.strip(), time)
    else:
        words = _night(period, time) or _with_time(_card(period), time)
    return capitalised(words) + (", data incerta" if uncertain else "")


def _is_all_uncertain(period: Period) -> bool:
    return all(p.uncertain for p in period.points if p)


def _certain(period: Period) -> Period:
    return Period(tuple(p and replace(p, uncertain=False) for p in period.points), period.kind)


def _with_time(words: str, time: str) -> str:
    return f"{words}, {time_on_card(time)}" if time else words


def _night(period: Period, time: str) -> str:
    """«notte tra …» for the night that begins that day, or for an hour in the night that ends with it; else ""."""
    day = period.first
    if not period.is_day or period.is_approximate or day is None:
        return ""
    split = split_time(time)
    if time == "notte" and day < date.max:
        return _between("notte tra", day, day + timedelta(1))
    if split and split[0] < NIGHT_ENDS and day > date.min:
        return f"{_between('notte tra', day - timedelta(1), day)}, {time_in_sentence(time)}"
    return ""


def _between(words: str, first: date, last: date) -> str:
    return f"{words} {_joined('', ' e ', [of_day(first), of_day(last)], weekday=True)}"


def _card(period: Period) -> str:
    """The period with a small first letter, whole."""
    start, end = period.start, period.end
    run = _run(period)
    if run:
        return _about(run) if period.is_approximate else join("in", run)
    match period.kind:
        case "single" if start:
            return _single(start)
        case "choice":
            return _choice(period)
        case "interval" if _is_two_days(period):
            return " e ".join(p.text for p in _phrases(period.points))
        case "interval" if start and end:
            first, last = _phrases(period.points)
            return f"{join('da', first)} {join('a', last)}"
        case "once" if start and end:
            return "tra " + _joined("", " e ", [start, end], weekday=True)
        case "interval" if start:
            return join("da", _qualified(start, weekday=True))
        case "interval" if end:
            return join("fino a", _qualified(end))
        case "once" if start:
            return join("non prima di", _qualified(start))
    assert end is not None
    return join("entro", _qualified(end))


def _about(phrase: Phrase) -> str:
    return "intorno " + join("a", phrase)


def _single(point: Point) -> str:
    if point.approximate:
        return _about(noun(point)) + _UNCERTAIN * point.uncertain
    if point.unit == "year" and point.year >= 1000:
        return join("in", noun(point))
    return noun(point, weekday=True).text


def _choice(period: Period) -> str:
    """«domenica 27 o lunedì 28 aprile 2025»; of three and more «2019, 2020 o 2021»."""
    preposition = "in" if all(p and p.unit == "year" and p.year >= 1000 for p in period.points) else None
    phrases = _phrases(period.points, weekday=True)
    words = [p.text if preposition is None else join(preposition, p) for p in phrases]
    return ", ".join(words[:-1]) + " o " + words[-1]


def _joined(preposition: str, sign: str, points: list[Point], *, weekday: bool = False) -> str:
    return sign.join(join(preposition, p) for p in _phrases(points, weekday=weekday))


def _phrases(points: tuple[Point | None, ...] | list[Point], *, weekday: bool = False) -> Iterator[Phrase]:
    """The points' nouns; each leaves out the month and year that the next one says: «3», «5 maggio 2025»."""
    known = [p for p in points if p]
    for point, then in pairwise(known):
        yield _qualified(point, weekday=weekday, then=then)
    yield _qualified(known[-1], weekday=weekday)


def _qualified(point: Point, *, weekday: bool = False, then: Point | None = None) -> Phrase:
    """The noun with «circa» and «(data incerta)»; with either, neither shortened nor given a weekday."""
    sharp = not point.approximate and not point.uncertain
    phrase = noun(point, weekday=weekday and sharp, then=then if sharp else None)
    return phrase.followed_by(" circa" * point.approximate + _UNCERTAIN * point.uncertain)


def _is_two_days(period: Period) -> bool:
    """Two sharp days in a row, said «8 e 9 giugno 2025»."""
    days = all(p and p.unit == "day" for p in period.points)
    return days and period.length() == 2 and not period.is_approximate and not period.is_uncertain


def _run(period: Period) -> Phrase | None:
    """A weekend or a week, Monday to Sunday, all of it as sure as its ends; else None."""
    first, last, (start, *_) = period.first, period.last, period.points
    if period.kind != "interval" or first is None or last is None or first < FIRST_WEEKDAY or start is None:
        return None
    same = {(p.unit, p.approximate, p.uncertain) for p in period.points if p}
    if last.weekday() != 6 or same not in ({("day", False, False)}, {("day", True, False)}):
        return None
    points = [of_day(first), of_day(last)]
    if (last - first).days == 1:
        days = " e ".join(p.text for p in _phrases(points))
        return Phrase("fine settimana " + join("di", Phrase(days, noun(points[0]).article)), "il")
    if (last - first).days == 6:
        begin, end = _phrases(points)
        return Phrase(f"settimana {join('da', begin)} {join('a', end)}", "la")
    return None


def date_in_sentence(period: Period, preposition: str = "") -> str:
    """A date as it stands in a running sentence, after a preposition if one is given: a, di, da, in, su, fino a, entro…

    >>> from timeline.dates.edtf import parse_edtf
    >>> [date_in_sentence(parse_edtf("2025-04-08"), p) for p in ("", "da", "fino a")]
    ['l’8 aprile 2025', 'dall’8 aprile 2025', 'fino all’8 aprile 2025']
    >>> date_in_sentence(parse_edtf("2024-08")), date_in_sentence(parse_edtf("2024-08"), "fino a")
    ('l’agosto del 2024', 'fino ad agosto 2024')
    """
    if period.kind != "single" and _is_all_uncertain(period):
        return date_in_sentence(_certain(period), preposition) + ", data incerta"
    run = _run(period)
    if run:
        return _about(run) if period.is_approximate and not preposition else join(preposition, run)
    if period.kind == "single" and period.start:
        return _single_in_sentence(period.start, preposition)
    if period.kind == "choice" or (period.kind == "interval" and _is_two_days(period)):
        first, *others = _phrases(period.points)
        again = preposition.split(" ")[-1]  # «fino al 27 o al 28»
        *words, last = [join(preposition, first), *(join(again, p) for p in others)]
        return ", ".join(words) + (" o " if period.kind == "choice" else " e ") + last
    whole = _card(period)
    # «previsto per» and «in» give way to the preposition that the period brings: «previsto entro l’11 giugno».
    return whole if preposition in ("", "per", "in") else join(preposition, Phrase(f"periodo {whole}", "il"))


def _single_in_sentence(point: Point, preposition: str) -> str:
    if point.approximate and not preposition:
        return _about(noun(point)) + _UNCERTAIN * point.uncertain
    phrase = _qualified(point)
    if point.unit == "month" and preposition in ("", "in"):
        month = MONTHS[point.part - 1]
        of_year = join("di", noun(Point("year", point.year)))
        article = "l’" if month[0] in "ao" else "il"
        text = phrase.text.replace(noun(point).text, f"{month} {of_year}")
        return join(preposition, Phrase(text, article))
    return join(preposition, phrase)


def day_in_words(day: date, weekday: bool = True, year: bool = True) -> str:
    """A calendar day, small: «lunedì 28 aprile 2025», «1º maggio»."""
    return day_phrase(of_day(day), weekday, None if year else "year").text
