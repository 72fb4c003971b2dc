"""Reasons to say no: laws, and words that are no time where they stand.

A guard looks at the tokens around an expression and at its letters as printed. Each states a fact of Italian in its
docstring. Names are in names.py, numbers that count something else in counting.py; the words are in words.yaml.
"""

from __future__ import annotations

from timeline.italian import counting as counting  # its guards stand beside these
from timeline.italian import names as names  # and these
from timeline.italian.lexicon import lexicon
from timeline.italian.place import GUARDS, Place, guards, is_among
from timeline.italian.tokens import OF
from timeline.italian.verb_classes import has_past, has_verb

_PLURAL_LEADS = frozenset("i gli le nei negli nelle dei degli delle ai agli alle dai dagli dalle".split())


@guards("DAYREF")
def weekday_of_a_date(place: Place) -> bool:
    """«Natale quest'anno cade di giovedì»: what weekday a date is, not a Thursday"""
    if place.found.rule != "weekday" or place.before_head() != "di":
        return False
    lead = place.tokens.words[max(0, place.head - 4) : place.head - 1]
    if lead[-1:] == [","] and len(lead) > 1 and _names(lead[-2], "MONTH"):
        return True  # «il 2 maggio, di sabato»
    return any(w.startswith(("cad", "capit")) for w in lead)


@guards("DAYREF")
def result_of_a_match(place: Place) -> bool:
    """«sul 3-2», «dall'1-1 di sabato»: goals; a date with a dash has two digits for each (il 03-02)"""
    if place.found.rule not in ("day_slash_month", "day_of_period"):
        return False
    return any("-" in place.printed(at) and len(place.printed(at)) < len("03-02") for at in (place.head, place.end - 1))


@guards("DAYREF", "MONTHREF", "PERIODREF")
def some_month(place: Place) -> bool:
    """«dopo un dicembre nerissimo», «spinte da un marzo mite»: a December, not its first day"""
    return "un" in place.words and place.found.rule in ("day_month", "after", "before", "month", "since")


@guards("PERIODREF", "YEARREF", "MONTHREF", "DAYREF")
def time_spent(place: Place) -> bool:
    """«dopo un'estate passata a rincorrere fideiussioni»: how a summer went, not the last one"""
    spent = place.span_words[-1] in ("passata", "passato", "trascorsa", "trascorso") and place.after() in ("a", "ad")
    return spent and place.before_head() in ("un", "una", "un'", "uno")


@guards("PERIODREF")
def season_of_a_theatre(place: Place) -> bool:
    """«inaugura la stagione primaverile del Caio Melisso»: the plays, not the spring"""
    told = place.span_words[0] == "stagione" and place.before_head() in ("la", "della")
    return told and place.after() in ("di", "del", "dello", "della", "dell'", "dei")


@guards("PARTREF")
def evening_as_noun(place: Place) -> bool:
    """«Mercoledì 3 serata dedicata ai bambini»: an evening of that kind"""
    behind = place.words[-1] == "serata" and place.words[-2:-1] not in (["in"], ["in", "della"])
    return place.found.rule == "part_of_day" and behind and place.after()[-4:] in ("cata", "vata", "iale", "ante")


@guards("DAYREF")
def of_a_weekday(place: Place) -> bool:
    """«L'acqua arrivò alle sette, di venerdì, da Porta Corsica»: what day of the week it was, long ago"""
    if (
        place.found.rule != "weekday"
        or place.before_head() != "di"
        or place.tokens.words[place.head - 2 : place.head - 1] != [","]
    ):
        return False
    return place.after() == ","


@guards("PERIODREF", "DAYREF")
def of_every_year(place: Place) -> bool:
    """«dal 10 gennaio al 20 febbraio di ogni anno»: not of one"""
    return [place.after(), place.after(2)] in (["di", "ogni"], ["di", "ciascun"]) and place.after(3) == "anno"


@guards("DAYREF")
def weekday_by_turns(place: Place) -> bool:
    """«un martedì ogni due», «un sabato sì e uno no»: by turns, not on one"""
    return place.before_head() == "un" and place.after() in ("ogni", "sì", "al")


@guards("PERIODREF")
def between_two_lengths(place: Place) -> bool:
    """«condanne tra sei mesi e tre anni», «fra un anno e due», «tra una settimana e l'altra»: from one to the other"""
    if place.found.rule != "ahead" or place.after() not in ("e", "ed"):
        return False
    second, unit = place.after(2), place.after(3)
    if second == "l'":
        return unit in ("altro", "altra")
    if not second.isdecimal() and not _names(second, "N"):
        return False
    return not _names(unit, "UNITS") or unit.startswith("ann") or unit == place.words[-1]


@guards("DAYREF", "PARTREF")
def some_weekday(place: Place) -> bool:
    """«un mercoledì di giugno», «un sabato arrivò», «due giorni dopo, una domenica»: nobody says which; one that has
    something of its own is the one just gone («una domenica nera», «una domenica da incorniciare»)"""
    weekday = any(_names(word, "WEEKDAY") for word in place.words)
    if place.found.rule not in ("weekday", "part_of_day") or not weekday or place.before_head() not in ("un", "una"):
        return False
    words, lead = place.tokens.words, place.tokens.words[max(0, place.head - 3) : place.head - 1]
    if lead[-1:] == [","] and (lead[0].isdecimal() or _names(lead[0], "MONTH")):
        return False  # «il 10 marzo, un sabato»
    after = place.after()
    if lead == ["giorno", ","]:
        return True  # «quel giorno, un venerdì di nebbia»
    if after in OF and (_names(place.after(2), "MONTH") or _names(place.after(2), "SEASON")):
        return True
    return (
        not after or not after[0].isalpha() or after in ("quando", "che") or has_verb(words, place.end, place.end + 1)
    )


def _names(word: str, category: str) -> bool:
    return any(c == category for c, _ in lexicon().known.get(word, ()))


@guards("PARTREF")
def kept_at_that_time(place: Place) -> bool:
    """«le lezioni al mattino», «i concerti all’alba», «il turno di notte»: of what kind they are, not when one was"""
    if place.found.rule != "part_in" or place.words[0] not in ("al", "all'", "alla"):
        return False
    return place.before() in _KEPT_UP


_KEPT_UP = frozenset(
    "lezioni concerti turni turno corsi orari orario visite messe allenamenti passeggiate bagni".split()
)


@guards("DAYREF")
def some_day_of_the_name(place: Place) -> bool:
    """«se non per qualche domenica», «certi lunedì»: nobody says which"""
    return place.found.rule in ("weekday", "part_of_day") and place.before_head() in _SOME


_SOME = frozenset("qualche certi certe alcuni alcune quei quelle".split())


@guards("PERIODREF", "DAYREF")
def one_season(place: Place) -> bool:
    """«durata un'estate», «passarci un inverno»: how long, or one of many; «un'estate fa» is a time"""
    return place.found.rule == "season" and place.before_head() in ("un", "un'", "una")


@guards("DAYREF")
def remembered(place: Place) -> bool:
    """«la strage del 12 dicembre sarà ricordata»: of a year that nobody says"""
    if place.found.rule != "day_month" or place.before_head() not in OF:
        return False
    if not is_among(place.tokens.words[place.head - 2], "disasters"):
        return False
    around = place.tokens.words[max(0, place.begin - 12) : place.end + 12]
    return any(is_among(w, "remembered") for w in around)


@guards("YEARREF", "DAYREF", "MONTHREF", "PERIODREF")
def law(place: Place) -> bool:
    """legge 104 del 1992, legge Scelba del 1951, D.Lgs. 81/2008: a law's own year dates nothing"""
    if place.found.category == "PERIODREF" and place.found.rule != "two_years":
        return False
    before = [w for w in place.tokens.words[max(0, place.begin - 5) : place.head] if w]
    if place.found.category == "YEARREF":
        numbered = any(is_among(w, "laws") for w in before) and any(w[0].isdecimal() for w in before)
        return numbered or any(is_among(w, "strict_laws") for w in before[:-1])
    if place.found.rule == "two_years":
        return bool(before) and is_among(before[-1], "laws") and place.after() in ("/", "ue", "ce", "n", "n.")
    return bool(before) and is_among(before[-1], "strict_laws")


@guards("VAGUEREF")
def hour_as_noun(place: Place) -> bool:
    """«ora che», «un'ora», «ora locale», «ora di punta»: no «now»"""
    if place.found.rule != "now" or place.span_words != ["ora"]:
        return False
    return (
        place.before() in ("qualunque", "qualsiasi")
        or is_among(place.before(), "before_noun_of_hour")
        or is_among(place.after(), "noun_of_hour")
    )


@guards("VAGUEREF")
def soon_as_verb(place: Place) -> bool:
    """«troppo presto», «io presto», «iniziò presto»: early, or a verb"""
    if place.found.rule != "now_word" or place.span_words != ["presto"]:
        return False
    if is_among(place.before(), "early_after"):
        return True  # domattina presto
    return place.before() in ("troppo", "io", "più", "così") or has_past(place.tokens.words, place.begin - 1)


@guards("VAGUEREF")
def soon_as_adjective(place: Place) -> bool:
    """«a breve distanza», «a ore alterne»: short, or by turns, not soon"""
    return (
        place.found.rule == "in_the_future"
        and place.words[-1] in ("breve", "ore", "giorni")
        and place.after() in ("distanza", "raggio", "durata", "alterne", "alterni")
    )


@guards("VAGUEREF")
def already(place: Place) -> bool:
    """«ormai vetusta», «ormai annullato»: already, of a thing; a time only beside a verb of the present"""
    if place.found.rule != "now_word" or place.span_words[-1] not in ("ormai", "oramai"):
        return False
    around = {place.before(), place.before(2), place.after(), place.after(2)}
    present = around & {"è", "sono", "ha", "hanno", "siamo", "abbiamo", "ho"}
    return not present or place.before() in (",", "", "quando", "(")


@guards("DAYREF")
def feast_as_epithet(place: Place) -> bool:
    """«l’albero di Natale», «le vendite di Pasqua»: what kind, not when; «prima di Natale» is a time"""
    if place.found.rule != "feast_day" or len(place.span_words) != 1:
        return False
    if place.words[0] == "di":
        return not is_among(place.before(), "before_feast")
    return place.before() == "di" and not is_among(place.before(2), "before_feast")


@guards("SETREF")
def month_of(place: Place) -> bool:
    """«al mese di febbraio», «al giorno d’oggi»: not each month, not each day"""
    return place.found.rule == "per_unit" and is_among(place.after(), "months_of")


@guards("DURREF")
def one_day_as_noun(place: Place) -> bool:
    """«È stato un giorno meraviglioso»: a day, not how long; «in un giorno», «per un giorno» are lengths"""
    if place.found.rule != "length" or place.span_words[0] not in ("un", "una"):
        return False
    if place.span_words[-1] not in ("giorno", "giornata", "secondo", "notte", "sera", "momento"):
        return False
    return not is_among(place.before(), "lasting_heads") and not is_among(place.words[0], "lasting_heads")


@guards("SETREF", "PARTREF")
def one_evening(place: Place) -> bool:
    """«il programma della serata», «la serata finale», «sei serate»: that one's, not every one's"""
    if place.after() in ("bianca", "bianche"):
        return True
    if place.found.rule == "the_evening":
        return place.words[-1] in ("serata", "nottata", "mattinata") and place.after().isalpha()
    if place.found.rule != "every_part":
        return False
    counted = place.before().isdecimal() or _names(place.before(), "N")
    return counted or place.words[0] in ("della", "dello", "dell'", "del")  # «sei serate»


@guards("WEEKREF")
def weekend_of_days(place: Place) -> bool:
    """«il weekend del 18 e 19 gennaio», «l'ultimo weekend dell'anno», «il weekend di Pasqua»: what follows tells"""
    following = place.after(2)
    if place.after() not in OF or not following:
        return False
    named = {category for category, _ in lexicon().known.get(following, ())} & {"MONTH", "FEAST", "CALUNIT"}
    return following[0].isdecimal() or bool(named)


@guards("DAYREF", "PERIODREF")
def year_of_something(place: Place) -> bool:
    """«il primo giorno dell'anno scolastico», «a fine anno accademico»: no year of the calendar"""
    if place.words[-1] != "anno":
        return False
    return place.after().startswith(("scolastic", "accademic", "sportiv", "liturgic", "giudiziari", "fiscal", "santo"))


@guards("PERIODREF")
def stretch_beside_a_day(place: Place) -> bool:
    """«nei due giorni dopo Pasqua», «le due settimane prima del 25 aprile»: all of them, not the last"""
    if place.found.rule not in ("length_after_a_day", "length_before_a_day"):
        return False
    return place.before_head() in _PLURAL_LEADS or place.words[0] in _PLURAL_LEADS


@guards("PERIODREF", "DURREF", "PARTREF")
def one_after_another(place: Place) -> bool:
    """«giorno dopo giorno», «un anno dopo l'altro»: on and on, not when"""
    after, words = place.after(), place.span_words
    if words[-1] == "dopo":
        return after == words[0]
    return after == "dopo" and (place.after(2) == "l'" and place.after(3)[:4] == "altr")


@guards("DURREF")
def length_gone_by(place: Place) -> bool:
    """«sono passati dieci anni»: they went by; «nei passati dieci anni» is a time"""
    return (
        place.found.rule == "last_length"
        and place.span_words[0].startswith("passat")
        and place.before() not in _PLURAL_LEADS
    )


@guards("PARTREF")
def evening_of_something(place: Place) -> bool:
    """«la sera dell'incidente», «la notte del rogo»: one that the text dates by what happened, not every evening"""
    return place.found.rule == "the_evening" and (place.after() in OF or place.after() in ("dopo", "prima"))


@guards("VAGUEREF")
def a_time_of_play(place: Place) -> bool:
    """«in un tempo record», «un tempo per parte»: a time that is measured; «un tempo qui c’era il mare» is long ago"""
    if place.found.rule != "in_the_past" or place.span_words != ["un", "tempo"]:
        return False
    return is_among(place.before(), "before_measured_time") or is_among(place.after(), "after_measured_time")


@guards("PERIODREF")
def three_hundred(place: Place) -> bool:
    """«le trecento persone», «da trecento a quattrocento»: numbers; the century has a capital (il Trecento)"""
    named = place.found.rule in ("century_with_article", "century_to_century")
    return named and place.printed(place.end - 1)[:1].islower()


@guards("DURREF", "SETREF", "DAYREF", "PERIODREF")
def day_by_day(place: Place) -> bool:
    """«all'ordine del giorno», «giorno per giorno», «buon giorno»"""
    before = place.tokens.words[max(0, place.head - 3) : place.head]
    if place.words[-1] in ("giorno", "giorni", "giornata"):
        return "ordine" in before or (place.after(), place.after(2)) == ("per", "giorno") or before[-1:] == ["buon"]
    return False


@guards("DAYREF")
def morrow_of_something(place: Place) -> bool:
    """«Ieri, all'indomani dell'annuncio, il titolo ha guadagnato»: of what day, the announcement says"""
    return place.found.rule == "morrow" and place.after() in OF


@guards("WEEKREF")
def some_weekends(place: Place) -> bool:
    """«per tre fine settimana»: several, not the next"""
    return place.found.rule == "weekend" and is_among(place.before_head(), "some_numbers")


@guards("CLOCKREF")
def number_of_units(place: Place) -> bool:
    """«serviranno dalle quattro alle sei settimane»: a length"""
    units = ("giorni", "settimane", "mesi", "anni", "ore", "minuti")
    return place.words[0] == "dalle" and place.after() == "alle" and place.after(3) in units


@guards("VAGUEREF")
def moment_of(place: Place) -> bool:
    """«al momento di entrare», «in questo momento storico»: not now, but when something happens"""
    if place.found.rule != "at_present" or "momento" not in place.words:
        return False
    return place.after() in ("di", "del", "della", "dell'", "in", "opportuno", "giusto", "storico")


def refused(place: Place) -> str | None:
    """The name of the guard that says no; None where it is a time."""
    for guard in GUARDS.get(place.found.category, ()):
        if guard(place):
            return guard.__name__
    return None
