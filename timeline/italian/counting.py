"""Numbers that count something else: ages, prices, people, scores, models."""

from __future__ import annotations

from timeline.italian.place import Place, guards, is_among
from timeline.italian.tense_words import ARTICLES, BARE_ARTICLES
from timeline.italian.verb_classes import has_verb


@guards("YEARREF", "CLOCKREF", "ORE", "DAYREF", "MONTHREF", "PERIODREF", "WEEKREF")
def money_or_measure(place: Place) -> bool:
    """12.50 euro, € 18.30, dai 1100 kWh, versione 2.0: a number that counts something else"""
    word = place.span_words[-1]
    if not word[0].isdecimal():
        return False
    after, before = place.after(), place.before()
    if is_among(after, "money") or after == "%" or before in ("€", "$", "£") or is_among(before, "numbered"):
        return True
    if before == "%" and place.begin == place.head:
        return True  # but «ferma al 58% dal 2019»
    return is_among(after, "units_of_measure") or (after in ("per", "x") and place.after(2) == "cento")


@guards("YEARREF", "PERIODREF")
def year_that_counts(place: Place) -> bool:
    """«2000 persone», «1500 metri», «oltre i 1500»: a number before its plural noun, or after what no year follows"""
    if place.found.rule not in ("year", "short_year", "after"):
        return False
    before = place.tokens.words[place.end - 2] if place.end > 1 else ""
    after, year = place.printed(place.end), place.span_words[-1]
    if is_among(before, "year_after"):
        return False
    if year[0] == "'":
        return not is_among(before, "before_short_year")
    if not year.isdecimal() or len(year) != 4:
        return False
    if not 1900 <= int(year) <= 2060 and before not in ("al", "sul", "il", "(", "tra", "e"):
        return True
    code = place.printed(place.end - 2)
    if code.isupper() and 2 <= len(code) <= 3 and not is_among(code.lower(), "small"):
        return True  # «il volo AZ 1990»
    counted = after[:1].islower() and len(after) > 3 and not is_among(after, "small") and after[-1:] in "ieoa"
    return counted or before == "di" or is_among(before, "no_year_after") or is_among(before, "models")


@guards("YEARREF")
def minute_of_play(place: Place) -> bool:
    """«gol all'87'», «all'85' il raddoppio»: a minute of the match; «nell'85» and «dell'87» are years"""
    if place.found.rule not in ("elided_year", "short_year") or place.found.head == place.found.i:
        return False
    stop = place.tokens.end(place.end - 1)
    if place.text[stop : stop + 1] in ("'", "’", "′", "°", "`", "´"):
        return True
    around = place.tokens.words[max(0, place.begin - 6) : place.end + 5]
    return place.words[0] in ("all'", "dell'", "al", "del") and any(is_among(w, "play") for w in around)


@guards("DAYREF")
def no_date_line(place: Place) -> bool:
    """«vinse 6-4 in 3 set», «5 mar Rosso»: a short month stands in a date line, or has its year or its stop"""
    if place.found.rule != "day_and_short_month":
        return False
    if place.words[-1].endswith("."):
        return place.before() in ("in", "per", "con", "a", "ad", "di", "da") or place.before()[:1].isdecimal()
    if place.after() == "," and ":" in place.after(2):
        return False  # «13 ott, 22:00:»
    return place.before() not in (",", "", "(", "-", "–") or place.after() not in (
        "-",
        "–",
        "—",
        ".",
        "(",
        ")",
        "/",
        "",
    )


@guards("CLOCKREF", "ORE")
def hour_that_counts(place: Place) -> bool:
    """«le 12 squadre», «delle 20 vittime», «tra le due parti», «le tre hanno»: a number before its noun is no hour"""
    if place.found.rule not in ("on_the_hour", "at_ore", "hour_and_minute", "around", "deadline"):
        return False
    number = next((w for w in reversed(place.words) if w[0].isdecimal()), "")
    head, before, after = place.span_words[0], place.before(), place.printed(place.end)
    if before in ("tutte", "entrambe", "queste", "quelle", "altre") or _is_pair(place):
        return True
    if number and not number.isdecimal():
        return False  # with its minutes an hour counts nothing
    low = after.lower()
    if (
        place.words[0] == "delle" and "ore" not in place.words
    ):  # «la più forte delle tre», but «il treno delle 7», «prima delle 10»
        return not is_among(before, "before_delle")
    if not after or not after[0].isalpha() or is_among(low, "small") or is_among(low, "after_hour"):
        subject = is_among(low, "subjects")  # «le due hanno»: two women, unless something says clock
        return subject and place.words[0] == "le" and not is_among(before, "clock_words")
    if place.printed(place.end + 1).lower().startswith("consecutiv"):
        return True  # «dalle due sconfitte consecutive»
    if place.words[0] in ("alle", "dalle"):  # «alle 20 vittime», but «alle 7 apriva», «alle 16 spettacolo»
        return after[0].islower() and after[-1] in "ei" and not has_verb(place.tokens.words, place.end, place.end + 1)
    return after[0].islower() or head in ("delle", "sulle", "le")


def _is_pair(place: Place) -> bool:
    """«tra le due» with no second hour: the two of them."""
    if place.before() not in ("tra", "fra"):
        return False
    return place.after() not in ("e", "ed") or place.after(2) not in ("le", "l'", "mezzanotte", "mezzogiorno")


@guards("CENTURYREF", "PERIODREF")
def small_car(place: Place) -> bool:
    """«la Cinquecento grigia», «una Seicento»: a car; the centuries are masculine"""
    name = place.span_words[-1] in ("cinquecento", "seicento") and len(place.span_words) == 1
    return name and place.tokens.words[place.head - 1 : place.head] in (["la"], ["una"], ["sua"], ["vecchia"])


@guards("CLOCKREF")
def first_of_two_numbers(place: Place) -> bool:
    """«non va oltre le sei, otto settimane»: of how many, no hour"""
    after = place.after() == "," and (place.after(2)[:1].isdecimal() or place.after(2) in _NUMERALS)
    return after and place.after(3) in _COUNTED


_NUMERALS = frozenset("due tre quattro cinque sei sette otto nove dieci undici dodici".split())
_COUNTED = frozenset("settimane mesi anni giorni ore minuti volte persone euro".split())


@guards("DURREF")
def age(place: Place) -> bool:
    """un uomo di 85 anni, «Rossi, 57 anni, …», ha 30 anni, all'età di tre anni, gemelli di 13 mesi, sui 35 anni"""
    if place.found.category != "DURREF" or place.found.rule not in ("length", "and_a_half", "about", "two_lengths"):
        return False
    years = place.words[-1].startswith("ann")
    if not years and not place.words[-1].startswith("mes"):
        return False
    before, begin = place.before_head(), _begin_of_ages(place)
    if before == "di":
        return _is_of_somebody(place, years, place.head - 2)
    if begin != place.begin and place.tokens.words[begin - 1] == "di":
        return _is_of_somebody(place, years, begin - 2)
    if not years:
        return False
    if place.after() in ("compiuti", "suonati") or before in _WHO:
        return True
    return (
        _is_apposition(place)
        or _is_age_reached(place)
        or _is_age_limit(place)
        or any(is_among(w, "age_words") for w in place.tokens.words[max(0, place.begin - 9) : place.head])
        or (before in ("ha", "hanno", "aveva", "avevano", "avevo", "ho", "avere") and _stands_alone(place))
    )


def _stands_alone(place: Place) -> bool:
    if place.after() in BARE_ARTICLES:  # «ha 101 anni la nonna»
        return place.before_head() in ("ha", "hanno")
    grown = (getattr(place.found.meaning, "count", None) or 0) >= _GROWN
    return place.after() in (",", ".", "e", "ed", "", ";", "»", "ma", "…", "?", "!") and (
        grown or place.after(2) != "di"
    )


_WHO = frozenset("lui lei entrambi entrambe quello quella".split())
_GROWN = 30


def _is_of_somebody(place: Place, years: bool, noun_at: int) -> bool:
    """«un tunisino di 39 anni», «il fratello, di 10 anni più grande»; but «una pena di 5 anni»."""
    if noun_at >= 0 and place.tokens.words[noun_at] in ("soli", "circa", "appena"):
        noun_at -= 1
    noun = place.tokens.words[noun_at] if noun_at >= 0 else ""
    if is_among(noun, "persons") or noun == "età":
        return True
    if is_among(noun, "lasting") or not years:
        return False
    if noun == "," or place.printed(noun_at)[:1].isupper():
        return True
    if place.after() in ("più", "e") and place.after(2) in ("grande", "vecchio", "giovane", "piccolo", "vecchia"):
        return True
    count = getattr(place.found.meaning, "count", None)
    return count is not None and count >= 17 and noun[-1:] in "oaie" and noun not in ("giro", "arco")


def _is_apposition(place: Place) -> bool:
    """«Claudiu A., 20 anni, rumeno», «Modenese, sessantuno anni.»"""
    following = place.printed(place.end)
    begin = _begin_of_ages(place)
    if begin < 1 or place.begin != place.head or place.tokens.words[begin - 1] not in (",", "(", "-", "–"):
        return False
    if place.after() and not is_among(place.after(), "after_apposition") and not following[:1].isupper():
        return False
    at = begin - 2
    while at >= 0 and place.tokens.words[at] in (".", ","):
        at -= 1
    noun, printed = (place.tokens.words[at] if at >= 0 else ""), place.printed(at)
    if (printed[:1].isupper() and printed[-1:].isalpha()) or is_among(noun, "persons"):
        return True
    # «l'autore, 54 anni, …», «il regista (70 anni)»: of whoever was named last, unless that is what lasts
    closed = place.after() in (",", ")", ".", "e")
    named = place.tokens.words[max(0, at - 2) : at]
    if closed and (noun in _WHO or (noun in ("ultimo", "ultima") and "quest'" in named)):
        return True
    return closed and bool(ARTICLES & set(named)) and not any(is_among(w, "lasting") for w in [*named, noun])


def _begin_of_ages(place: Place) -> int:
    """Where a list of ages begins: «di 8 e 10 anni», «due giovani, 17 e 18 anni»."""
    words, at = place.tokens.words, place.begin
    while at > 1 and words[at - 1] in ("e", "o", ",", "ed") and words[at - 2].isdecimal() and len(words[at - 2]) < 3:
        at -= 2
    return at


def _is_age_reached(place: Place) -> bool:
    """«morta a 38 anni»; but «condannato a 10 anni», «a vent’anni dalla strage» are lengths"""
    softened = place.before() in ("soli", "appena", "circa", "quasi") and place.before_head() not in ("a", "ad")
    before = place.before(2) if softened else place.before_head()
    if before not in ("a", "ad"):
        return False
    if place.after() in ("da", "dal", "dalla", "dall'", "dai", "dalle", "di", "e") and place.after(2) != "soltanto":
        return False
    sentence = place.tokens.words[max(0, place.begin - 12) : place.begin]
    return not any(is_among(w, "punished") for w in sentence)


def _is_age_limit(place: Place) -> bool:
    """«sui 35 anni», «sotto i 5 anni», «giovani tra 11 e 19 anni»"""
    before, second = place.before_head(), place.tokens.words[place.head - 2] if place.head > 1 else ""
    if is_among(before, "age_limits") or (before in ("i", "gli") and is_among(second, "under_over")):
        return True
    words, head = place.tokens.words, place.head
    if before in ("i", "gli") and words[max(0, head - 5) : head - 3] in (["tra", "i"], ["fra", "i"]):
        return True  # «tra i 19 e i 27 anni»
    if not {"tra", "fra", "dai", "ai"} & set(place.tokens.words[max(0, place.head - 6) : place.head]):
        return False
    return any(is_among(w, "persons") for w in place.tokens.words[max(0, place.head - 10) : place.head])


@guards("PERIODREF", "ORE", "CLOCKREF")
def score(place: Place) -> bool:
    """3-2, 6-4: a result is no range of days"""
    if place.found.rule not in ("joined_days", "digital"):
        return False
    return is_among(place.before(), "score_words") or is_among(place.after(), "score_words")


@guards("DAYREF")
def score_reached(place: Place) -> bool:
    """«ha chiuso sul 3-2», «sei punti di fila per il 18-12»: a result, no day"""
    if place.found.rule != "day_slash_month":
        return False
    near = place.tokens.words[max(0, place.head - 8) : place.end + 6]
    points = "-" in place.printed(place.head) and any(w in _OF_A_MATCH for w in near)
    return place.before_head() == "sul" or points


_OF_A_MATCH = frozenset("punti set parziale canestro tripla triple vantaggio gol break quarto rimonta".split())


@guards("DURREF")
def matchdays(place: Place) -> bool:
    """«5 giornate d’anticipo», «tre giornate di squalifica»: rounds of a championship"""
    if place.found.rule != "length" or place.words[-1] != "giornate":
        return False
    before = place.tokens.words[max(0, place.begin - 3) : place.begin]
    return is_among(place.after(), "matchdays") or any(w.startswith(("squalific", "stop", "turni")) for w in before)


@guards("CLOCKREF", "ORE")
def the_south(place: Place) -> bool:
    """«le province del mezzogiorno»: the South"""
    return place.span_words == ["mezzogiorno"] and place.before_head() in ("del", "nel", "dal", "il", "sul")


@guards("DURREF")
def hour_after_number(place: Place) -> bool:
    """«17.45 ora italiana»: an hour of the clock, not seventeen hours and a half"""
    count = getattr(place.found.meaning, "count", None)
    return place.found.rule == "length" and place.words[-1] == "ora" and count not in (None, 1, 0.5)


@guards("DURREF")
def second_as_preposition(place: Place) -> bool:
    """«secondo»: a second only after a number"""
    if place.found.rule != "length" or place.words[-1] != "secondo":
        return False
    return place.after().isalpha() and not is_among(place.after(), "small")  # in un secondo momento
