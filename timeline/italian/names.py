"""Names that look like dates: streets, surnames, newspapers, clubs, titles, set phrases."""

from __future__ import annotations

from timeline.dates.fields import WeekdayNumber
from timeline.dates.meaning import Meaning, Shift
from timeline.italian.place import Place, guards, is_among


@guards("DAYREF", "MONTHREF", "YEARREF")
def street_or_institution(place: Place) -> bool:
    """via XX Settembre, piazza 25 Aprile, corso Primo Maggio, Porto Santo Stefano

    No street is named after «ieri» or «sabato»: «saldi al via sabato», «tutti in piazza domani».
    """
    if not _names_streets(place.found.meaning):
        return False
    before = place.tokens.words[max(0, place.head - 2) : place.head]
    if before and is_among(before[-1], "strict_streets"):
        return True
    capital = place.printed(place.end - 1)[:1].isupper()
    if not capital:
        return False
    if place.found.rule.startswith("named_feast") and place.printed(place.head - 1)[:1].isupper():
        return not is_among(place.before_head(), "heads")
    return any(is_among(w, "streets") or w in ("p", "v", "c") for w in before)


@guards("DAYREF")
def place_of_a_saint(place: Place) -> bool:
    """«la chiesa di Santo Stefano», «Santo Stefano Belbo», «fra Santo Stefano e Caprera»: a church, a town, a place"""
    if not place.found.rule.startswith("named_feast") or place.span_words[0] not in ("san", "santo"):
        return False
    printed = place.printed(place.head)
    if not printed[:1].isupper() or printed.isupper() or len(place.span_words) > 2:
        return False
    follows = place.printed(place.end)
    goes_on = follows[:1].isupper() and follows.isalpha()
    within = place.after() in ("di", "d'", "in", "sul") and place.printed(place.end + 1)[:1].isupper()
    of_it = place.before_head() in ("di", "d'") and is_among(place.tokens.words[place.head - 2], "saints_places")
    beside = (
        place.before_head() in ("fra", "tra") and place.after() == "e" and place.printed(place.end + 1)[:1].isupper()
    )
    return goes_on or within or of_it or beside


def _names_streets(meaning: Meaning) -> bool:
    """Whether streets are called so: a day of a month, a month, a feast, a year; no weekday, no day counted off."""
    return not isinstance(meaning, Shift | WeekdayNumber) and getattr(meaning, "weekday", None) is None


@guards("MONTHREF", "DAYREF", "PERIODREF", "SETREF")
def name_of_person(place: Place) -> bool:
    """il senatore Marzo, Domenica Rossi, Sabato Cuomo, Ottobre Rosso, Natale Bianchi, Suor Maria Domenica"""
    if len(place.span_words) != 1:
        return False
    printed, following = place.printed(place.head), place.printed(place.end)
    if not printed[:1].isupper() or printed.isupper():
        return False
    if place.before_head() == "a" and place.found.category == "DAYREF":
        return False  # «a Natale Modena si accende»
    is_name = following[:1].isupper() and following.isalpha()
    if is_name and (not place.opens_sentence() or place.span_words[0] in ("domenica", "sabato", "pasqua", "natale")):
        return len(following) > 2 or following == "In"  # «Domenica In»
    # in mid-sentence after a name or a title: Marzo, Maggio, Gennaio are surnames, Sabato and Domenica names
    before = place.printed(place.head - 1)
    if is_among(before.lower(), "titles") or is_among(before.lower(), "speaking"):
        return not (place.found.category == "DAYREF" and place.span_words[0] in ("lunedì", "martedì", "mercoledì"))
    if place.found.category != "MONTHREF" and place.span_words[0] not in ("domenica", "sabato", "natale", "pasqua"):
        return False
    named = before[:1].isupper() and before.isalpha() and len(before) > 2 and not before.isupper()
    return named and not is_among(before.lower(), "heads")


@guards("DAYREF")
def native(place: Place) -> bool:
    """«la città natale», «il paese natale»: of one's birth, not Christmas"""
    if place.found.rule != "feast_day" or place.span_words != ["natale"]:
        return False
    return place.printed(place.head)[:1].islower() and place.found.i == place.found.head and place.before().isalpha()


@guards("DAYREF", "VAGUEREF", "PARTREF", "SETREF", "CLOCKREF")
def newspaper(place: Place) -> bool:
    """«la Repubblica», «il Domani», «il quotidiano Oggi», «Corriere della Sera»: a capital in mid-sentence"""
    if len(place.span_words) != 1 or not is_among(place.span_words[0], "paper_names"):
        return False
    printed, before = place.printed(place.head), place.before_head()
    if before == "della" and place.printed(place.head - 2) == "Corriere":
        return True
    if not printed[:1].isupper() or printed.isupper():
        return False
    if is_among(before, "papers"):
        return True
    if before in ("il", "la", "l'", "del", "della", "dell'", "al", "dal", "sul", "nel"):
        return place.span_words[0] in ("domani", "oggi", "venerdì") and not place.opens_sentence()
    return place.printed(place.head - 1)[:1].isupper() and bool(before) and not place.opens_sentence()


@guards("SETREF")
def magazine(place: Place) -> bool:
    """«il settimanale», «un mensile»: a magazine; «l'ultima trimestrale»: a company's figures"""
    if place.found.rule == "periodic" and place.words[-1] in ("trimestrale", "semestrale"):
        return place.before() in ("l'", "la", "una", "della", "dalla", "ultima", "prossima", "prima", "seconda")
    return place.found.rule == "periodic" and place.before() in ("il", "al", "sul", "un", "del", "dal", "i", "nel")


@guards("MONTHREF", "PERIODREF", "PARTREF", "SETREF", "DURREF", "VAGUEREF")
def capital_name(place: Place) -> bool:
    """Stato maggiore, Maggio musicale, Primavera araba, la Sera: a capital in mid-sentence is a name"""
    words, printed = place.span_words, place.printed(place.head)
    if place.found.rule == "length" and not place.opens_sentence():
        last = place.printed(place.end - 1)
        return last[:1].isupper() and not last.isupper()  # Il Sole 24 Ore
    if not printed[:1].isupper() or printed.isupper():
        return False
    if place.found.category == "MONTHREF" and len(words) == 1:
        return is_among(place.after(), "musical")
    if place.found.rule in ("now", "now_word") and not place.opens_sentence():
        return True  # intitolato «Adesso e qui»
    season = place.found.category == "PERIODREF" and words in (["primavera"], ["estate"], ["autunno"], ["inverno"])
    loose = place.found.rule in ("loose_part", "part_in", "every_part", "the_evening")
    return (season or loose) and not place.opens_sentence()


@guards("MONTHREF", "DAYREF", "SETREF", "PERIODREF")
def set_phrase(place: Place) -> bool:
    """«pesce d'aprile», «Rivoluzione d'ottobre», «il sabato del villaggio», «l'estate di San Martino»: no dates"""
    if place.words[-1] not in ("aprile", "ottobre", "sabato", "estate"):
        return False
    words, lead = place.span_words, place.tokens.words[max(0, place.head - 2) : place.head]
    if words in (["aprile"], ["ottobre"]) and lead[1:] == ["d'"]:
        return lead[0] in ("pesce", "rivoluzione")
    return (words[-1], place.after(), place.after(2)) in (("sabato", "del", "villaggio"), ("estate", "di", "san"))


@guards("YEARREF")
def year_of_club(place: Place) -> bool:
    """l'Inter 1908, l'Unione Sportiva Carpi 1909: the year in a club's name; «l'Expo 2015» is of its year"""
    if place.found.rule != "year" or place.found.head != place.found.i or place.opens_sentence():
        return False
    name = place.printed(place.head - 1)
    if not (name[:1].isupper() and name.isalpha()) or is_among(name.lower(), "heads"):
        return False
    at = place.head - 1
    while place.printed(at)[:1].isupper() and place.printed(at).isalpha():
        if is_among(place.tokens.words[at], "clubs"):
            return True
        at -= 1
    early = int(place.span_words[0]) < 1930 if place.span_words[0].isdecimal() else False
    return early and place.before(2) in ("l'", "il", "la", "dell'", "del", "all'", "al", "dall'", "dal", "nell'", "nel")
