"""Reasons to say no: streets, surnames, newspapers, laws, prices, ages, scores.

A guard looks at the tokens around an expression and at its letters as printed. Each states a fact of Italian.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from timeline.italian.engine import Found
from timeline.italian.tokens import Tokens

_STREETS = frozenset(
    """via viale vicolo piazza piazzale piazzetta corso largo strada lungomare rione contrada stadio istituto scuola
    circolo brigata ospedale parco lungotevere palazzo villaggio quartiere ponte galleria associazione teatro
    caserma lungarno""".split()
)
_MONEY = frozenset("€ $ £ euro dollari lire sterline franchi milioni miliardi mila eur usd".split())
_AGE_WORDS = frozenset("età compie compirà compiuto compiuti anziano anziana nato nata".split())
_LAWS = frozenset(
    """legge leggi decreto articolo art artt comma dpr dl lgs dlgs dpcm regolamento direttiva ordinanza delibera
    circolare codice testo sentenza protocollo n nn numero""".split()
)
_SCORE_WORDS = frozenset("set game punti reti gol match ball break".split())


@dataclass(frozen=True, slots=True)
class Place:
    """An expression where it stands: tokens and the letters as printed."""

    found: Found
    tokens: Tokens
    begin: int  # its first and past-last token in the text
    end: int
    text: str

    def before(self, n: int = 1) -> str:
        """The n-th token before the expression; "" at the beginning."""
        at = self.begin - n
        return self.tokens.words[at] if at >= 0 else ""

    def after(self, n: int = 1) -> str:
        at = self.end + n - 1
        return self.tokens.words[at] if at < len(self.tokens.words) else ""

    def printed(self, at: int) -> str:
        """Token *at* of the text as printed."""
        if not 0 <= at < len(self.tokens.words):
            return ""
        return self.text[self.tokens.starts[at] : self.tokens.ends[at]]

    @property
    def head(self) -> int:
        """The first token of its span."""
        return self.begin + self.found.head - self.found.i

    @property
    def words(self) -> list[str]:
        return self.tokens.words[self.begin : self.end]

    @property
    def span_words(self) -> list[str]:
        return self.tokens.words[self.head : self.end]


Guard = Callable[[Place], bool]


def street_or_institution(place: Place) -> bool:
    """via XX Settembre, piazza 25 Aprile, corso Primo Maggio, «parco Novi Sad»"""
    if place.found.category not in ("DAYREF", "MONTHREF", "YEARREF"):
        return False
    before = place.tokens.words[max(0, place.head - 3) : place.head]
    if before[-1:] and before[-1] in ("via", "viale", "piazza", "corso", "largo", "piazzale"):
        return True
    capital = place.printed(place.end - 1)[:1].isupper()
    return capital and any(w in _STREETS or w in ("p.", "v.", "p", "v", "c") for w in before[-2:])


def name_of_person(place: Place) -> bool:
    """il senatore Marzo, Domenica Rossi, Sabato Cuomo, Ottobre Rosso, Natale Bianchi"""
    if len(place.span_words) != 1 or place.found.category not in ("MONTHREF", "DAYREF", "PERIODREF"):
        return False
    printed = place.printed(place.head)
    if not printed[:1].isupper() or printed.isupper():
        return False
    following, before = place.printed(place.end), place.printed(place.head - 1)
    if following[:1].isupper() and following.isalpha() and not _opens_sentence(place):
        return True
    if (
        following[:1].isupper()
        and following.isalpha()
        and place.span_words[0] in ("domenica", "natale", "pasqua", "sabato")
    ):
        return place.found.rule != "feast_day" and len(following) > 2
    # a month in mid-sentence after a name or a title: Marzo, Maggio, Gennaio are surnames
    if place.found.category != "MONTHREF":
        return False
    if before.lower() in _TITLES:
        return True
    return (
        before[:1].isupper()
        and before.isalpha()
        and len(before) > 2
        and not before.isupper()
        and before.lower() not in _HEADS
    )


_HEADS = frozenset(
    """
    da dal a ad al di del in nel per tra fra entro e il lo la l' verso metà fine inizio lunedì martedì mercoledì
    giovedì venerdì sabato domenica
    """.split()
)
_TITLES = frozenset(
    """
    signor signora sig dottor dottoressa dott senatore senatrice onorevole ministro ministra sindaco avvocato
    professor prof presidente maresciallo colonnello generale capitano don suor padre monsignor
    """.split()
)


def _opens_sentence(place: Place) -> bool:
    before = (
        place.before(place.begin - place.head + 1) if place.head == place.begin else place.tokens.words[place.head - 1]
    )
    return before == "" or before in '.!?:;«“"' or before[0] == "\n"


def newspaper(place: Place) -> bool:
    """«la Repubblica», «il Domani», «La Sera», «Oggi» as a title: a capital after an article in mid-sentence"""
    if len(place.span_words) != 1:
        return False
    word = place.span_words[0]
    if word not in (
        "domani",
        "oggi",
        "sera",
        "ora",
        "tempo",
        "giornata",
        "adesso",
        "giorno",
        "mattino",
        "secolo",
        "anno",
    ):
        return False
    printed = place.printed(place.head)
    if not printed[:1].isupper() or printed.isupper():
        return False
    before = place.tokens.words[place.head - 1] if place.head else ""
    if before in ("quotidiano", "giornale", "settimanale", "testata", "rivista", "periodico", "mensile"):
        return True
    if before in ("il", "la", "l'", "del", "della", "dell'", "al", "dal", "sul", "nel") and word in ("domani", "oggi"):
        return True
    return place.printed(place.head - 1)[:1].isupper() and before not in ("", "il", "la") and not _opens_sentence(place)


def law(place: Place) -> bool:
    """legge 104 del 1992, D.Lgs. 81/2008, articolo 4: a law's own year dates nothing"""
    if place.found.category not in ("YEARREF", "DAYREF", "PERIODREF", "MONTHREF"):
        return False
    before = place.tokens.words[max(0, place.begin - 5) : place.head]
    if place.found.category == "YEARREF":
        return any(w in _LAWS for w in before) and any(w[0].isdecimal() for w in before if w)
    if place.found.category == "PERIODREF":
        return False
    return bool(before) and before[-1] in ("legge", "decreto", "dpcm", "dpr", "lgs")


def money_or_measure(place: Place) -> bool:
    """12.50 euro, 2.000 persone, € 18.30: a number that counts something else"""
    word = place.span_words[-1]
    if not word[0].isdecimal() and place.found.category != "CLOCKREF":
        return False
    after, before = place.after(), place.before()
    if (
        after in _MONEY
        or before in ("€", "$", "£", "%")
        or after == "%"
        or (after in ("per", "x") and place.after(2) == "cento")
    ):
        return True
    if place.found.category == "YEARREF" and place.found.rule == "year":
        return _counts_something(place)
    if place.found.category == "CLOCKREF" and place.found.rule in ("on_the_hour", "hour_and_minute"):
        return _hours_that_count(place)
    return False


def _counts_something(place: Place) -> bool:
    """«2000 persone», «1500 metri»: a number before its plural noun, no preposition of time before it, is no year."""
    before = place.tokens.words[place.head - 1] if place.head else ""
    after, year = place.printed(place.end), place.span_words[-1]
    if before in ("nel", "anno", "nell'", "dal", "del", "estate", "stagione"):
        return False
    if year[0] == "'":
        return before not in _BEFORE_SHORT_YEAR
    if not 1900 <= int(year) <= 2060 and before not in ("al", "sul", "il", "(", "tra", "e"):
        return True
    counted = after[:1].islower() and len(after) > 3 and after not in _SMALL and after[-1:] in "ieoa"
    return counted or before in (
        "numero",
        "n",
        "°",
        "articolo",
        "modello",
        "di",
        "circa",
        "oltre",
        "iso",
        "mod",
        "art",
        "i",
        "gli",
        "le",
        "quasi",
    )


_BEFORE_SHORT_YEAR = frozenset("nel del dal al il e tra fra sul in anni maggio nato classe di".split())


_SMALL = frozenset(
    """
    e ed o a ai al alla alle in di da dal per con su tra fra il la lo i gli le un una è era ha si non che ma
    come quando fino era erano furono fu dopo prima
    """.split()
)


def _hours_that_count(place: Place) -> bool:
    """«le 12 squadre», «delle 20 vittime», «tra le due parti»: a number before its noun is no hour."""
    after, head, before = place.printed(place.end), place.words[0], place.before()
    low = after.lower()
    if before in ("tutte", "entrambe", "queste", "quelle", "altre"):
        return True
    if not after or not after[0].isalpha() or low in _HOUR_NEIGHBOURS:
        # "le due hanno", "le tre sono": two women, unless something says clock
        subject = low in ("hanno", "sono", "si", "che", "erano", "avevano")
        return subject and head == "le" and before not in _CLOCK_WORDS
    if head in ("alle", "dalle") and "." in place.words[-1]:
        return False
    return after[0].islower() or head in ("delle", "sulle", "le")


_CLOCK_WORDS = frozenset(
    """
    verso dopo intorno circa prima poco per sono erano ore attorno a tra fra entro oltre fino
    """.split()
)


_HOUR_NEIGHBOURS = _SMALL | frozenset(
    """
    circa del della di ieri oltre oggi domani stamattina sono hanno quando mentre presso davanti ho abbiamo
    siamo mi ti vi non hai nella nel nei negli nelle sul sulla sarà sarà, saranno dalla dalle dai dagli ora poco
    precise esatte verso lungo ad ed è arriva prende parte inizia comincia apre presso accanto anche già inoltre
    insieme infatti ma però poi quindi uno due ci ne lo gli li hanno avevano aveva viene venne vengono si l'
    all' dell' nell' dall'
    """.split()
)


def age(place: Place) -> bool:
    """un uomo di 85 anni, «Rossi, 57 anni, …», ha 30 anni, all'età di tre anni"""
    if place.found.category != "DURREF" or not place.words[-1].startswith("ann"):
        return False
    if place.found.rule not in ("length", "and_a_half", "about", "some_units"):
        return False
    count = getattr(place.found.meaning, "count", None)
    number = str(int(count)) if count else ""
    before, second = place.before(), place.before(2)
    if _is_apposition(place) or _is_age_reached(place):
        return True
    if place.words[0] in ("da", "per", "dopo", "in", "nei", "negli", "tra", "fra", "entro"):
        return False
    if any(w in _AGE_WORDS for w in place.tokens.words[max(0, place.begin - 8) : place.begin]):
        return True
    if before in ("ha", "hanno", "aveva", "avevano", "avrebbe", "avevo", "ho", "avendo", "avere"):
        return place.after() in (",", ".", "e", "ed", "", ";", "»", "ma") and place.after(2) not in ("di",)
    if before == "di" or place.words[0] == "di":
        return _is_person_before(place, number)
    return second == "di" and before in ("soli", "circa", "appena") and bool(number)


def _is_apposition(place: Place) -> bool:
    """«Claudiu A., 20 anni, rumeno», «Modenese, sessantuno anni.»"""
    if place.before() not in (",", "(", "-", "–") or place.after() not in (
        ",",
        ")",
        ".",
        "-",
        "–",
        ";",
        "di",
        "residente",
        "originario",
        "nato",
        "e",
        "ed",
        "«",
        "da",
        "che",
        "è",
        "ha",
        ":",
    ):
        return False
    at = place.begin - 2
    while at >= 0 and place.tokens.words[at] in ".,":
        at -= 1
    noun = place.tokens.words[at] if at >= 0 else ""
    return _is_name(place.printed(at)) or noun in _PERSONS


def _is_age_reached(place: Place) -> bool:
    """«morta a 38 anni», «a soli 38 anni»; but «condannato a 10 anni di reclusione», «a vent’anni dalla strage» are
    lengths"""
    before = place.before(2) if place.before() in ("soli", "appena", "circa", "quasi") else place.before()
    if before not in ("a", "ad") and place.words[0] not in ("a", "ad"):
        return False
    if place.after() in ("da", "dal", "dalla", "dall'", "dai", "dalle", "di", "e") and place.after(2) not in (
        "e",
        "soltanto",
    ):
        return False
    sentence = place.tokens.words[max(0, place.begin - 12) : place.begin]
    return not any(
        w.startswith(("condannat", "patteggi", "pena", "squalific", "condann", "scendere", "sal", "fino"))
        for w in sentence
    )


def _is_person_before(place: Place, number: str) -> bool:
    if place.after() in ("più", "e") and place.after(2) in (
        "grande",
        "vecchio",
        "giovane",
        "piccolo",
        "vecchia",
        "piccola",
    ):
        return True
    at = place.begin - (1 if place.words[0] == "di" else 2)
    if at >= 0 and place.tokens.words[at] == ",":
        return True
    noun = place.tokens.words[at] if at >= 0 else ""
    if noun in _LASTING:
        return False
    printed = place.printed(at)
    return (
        bool(number)
        and noun not in ("arco", "giro", "periodo")
        and (
            printed[:1].isupper()
            or noun in _PERSONS
            or (int_or(number) >= 17 and noun[-1:] in "oaie" and noun not in _LASTING)
        )
    )


_PERSONS = frozenset(
    """uomo donna ragazzo ragazza giovane bambino bambina anziano anziana pensionato pensionata studente
studentessa operaio operaia italiano italiana straniero marocchino tunisino albanese rumeno romeno moldavo moldava
nigeriano
pakistano signora signore figlio figlia fratello sorella madre padre moglie marito cittadino uomini donne
minorenne minore neonato""".split()
)
_LASTING = frozenset(
    """pena condanna reclusione carcere esperienza attività storia contratto durata accordo mandato periodo
attesa lavoro vita distanza squalifica garanzia servizio matrimonio relazione guerra arco sospensione divieto stop
carriera tregua proroga finanziamento lavori prigione arresto anni affitto mutuo piano governo""".split()
)


def int_or(number: str, default: int = 0) -> int:
    """The number a token is, or *default*."""
    return int(number) if number.isdecimal() else default


def _is_name(printed: str) -> bool:
    return printed[:1].isupper() and printed[-1:].isalpha()


def hour_as_conjunction(place: Place) -> bool:
    """«ora che», «un'ora», «per ora», «di buon'ora», «ora … ora»"""
    if place.found.rule != "now" or place.span_words != ["ora"]:
        return False
    if place.before() in (
        "un'",
        "ogni",
        "mezz'",
        "l'",
        "all'",
        "dell'",
        "quell'",
        "quest'",
        "ultim'",
        "buon'",
        "fino",
        "di",
        "prima",
        "allora",
        "chilometri",
        "km",
        "orari",
        "alla",
        "dall'",
        "ancora",
        "a",
        "la",
        "che",
        "nell'",
        "sull'",
        "stessa",
        "prim'",
    ):
        return True
    return place.after() in ("che", "locale", "legale", "solare", "x", "zero", "di", "del")


def present_as_adjective(place: Place) -> bool:
    """«in passato» is a time, «il passato» a noun; «presto» as a verb (io presto)"""
    return place.found.rule == "now_word" and place.span_words == ["presto"] and place.before() in ("troppo", "io")


def agenda_or_model(place: Place) -> bool:
    """Agenda 2030, Boeing 737, Windows 2000, Euro 2020, Serie A 2021"""
    if place.found.rule != "year":
        return False
    return place.before() in (
        "agenda",
        "boeing",
        "airbus",
        "windows",
        "orizzonte",
        "horizon",
        "visa",
        "forbes",
        "fortune",
        "peugeot",
        "fiat",
    )


def score(place: Place) -> bool:
    """3-2, 6-4: a result is no range of days"""
    if place.found.rule not in ("joined_days", "digital"):
        return False
    return any(w in _SCORE_WORDS for w in (place.before(), place.after()))


def state_major(place: Place) -> bool:
    """Stato maggiore, secondo me, il secondo, Maggio musicale, Primavera araba, «all'ordine del giorno»"""
    words, printed = place.span_words, place.printed(place.head)
    if (
        place.found.category == "PERIODREF"
        and len(words) == 1
        and words[0] in ("primavera", "estate", "autunno", "inverno")
    ):
        return printed[:1].isupper() and not _opens_sentence(place) and not printed.isupper()
    if place.found.category == "MONTHREF" and len(words) == 1:
        return printed[:1].isupper() and place.after() in ("musicale", "fiorentino", "francese", "rosso", "nero", "dei")
    if place.found.rule in ("loose_part", "part_in", "every_part"):
        return printed[:1].isupper() and not _opens_sentence(place) and not printed.isupper()
    return False


def order_of_the_day(place: Place) -> bool:
    """«all'ordine del giorno», «giorno per giorno», «al giorno d'oggi», «un giorno», «di giorno in giorno»"""
    if place.found.category not in ("DURREF", "SETREF", "DAYREF", "PERIODREF"):
        return False
    before = place.tokens.words[max(0, place.head - 3) : place.head]
    after = (place.after(), place.after(2))
    if place.words[-1] in ("giorno", "giorni", "giornata") and (
        "ordine" in before or (after[:1] == ("per",) and after[1] == "giorno")
    ):
        return True
    return before[-1:] == ["buon"]


def moment_of(place: Place) -> bool:
    """«al momento di entrare», «in questo momento storico»: not now, but when something happens"""
    return (
        place.found.rule == "at_present"
        and "momento" in place.words
        and place.after() in ("di", "del", "della", "dell'", "in", "opportuno", "giusto")
    )


def bare_plural(place: Place) -> bool:
    """A bare plural («anni», «giorni») is a length of time after «dopo», «da», «per»; elsewhere part of something
    else."""
    if place.found.rule != "bare_units":
        return False
    return not (place.after() in ("di", "dopo", "fa") and place.before() in ("dopo", "a", "da", "per"))


def second_as_preposition(place: Place) -> bool:
    """«secondo», «secondi» are seldom seconds: only after a number"""
    return place.found.rule == "length" and place.words[-1] in ("secondo",) and place.words[0] not in ("un", "1")


def set_of_numbers(place: Place) -> bool:
    """version 2.0.1, phone numbers, IP addresses, «3-4 maggio» in a list of pages"""
    word = place.span_words[-1]
    if not word[0].isdecimal():
        return False
    return place.before() in (
        "versione",
        "tel",
        "telefono",
        "cell",
        "fax",
        "+",
        "#",
        "pagina",
        "pag",
        "cap",
    ) or place.after() in ("km", "kg", "cm", "mm", "metri", "chilometri", "gradi", "°", "cv", "mila")


def feast_as_epithet(place: Place) -> bool:
    """«l’albero di Natale», «le vendite di Pasqua»: what kind, not when; «prima di Natale» is a time"""
    if place.found.rule != "feast_day" or len(place.span_words) != 1:
        return False
    if place.found.i != place.found.head and place.words[0] != "di":
        return False
    return (place.words[0] == "di" and place.before() != "prima") or (
        place.before() == "di" and place.before(2) != "prima"
    )


def now_as_adverb(place: Place) -> bool:
    """«ormai vetusta», «ormai annullato»: already, of a thing; a time only beside a verb of the present"""
    if place.found.rule != "now_word" or place.span_words[-1] not in ("ormai", "oramai"):
        return False
    around = {place.before(), place.before(2), place.after(), place.after(2)}
    return not around & {"è", "sono", "ha", "hanno", "siamo", "abbiamo", "ho"} or place.before() in (
        ",",
        "",
        "quando",
        "(",
    )


def month_of(place: Place) -> bool:
    """«al mese di febbraio»: the month, not each month"""
    return (
        place.found.rule == "times_a_unit"
        and place.after()
        in ("di", "del", "in", "scorso", "d'", "successivo", "prossimo", "dopo", "precedente", "prima")
    ) or (place.found.rule == "times_a_unit" and "giorno" in place.words and place.after() in ("d'", "dopo"))


def one_day_as_noun(place: Place) -> bool:
    """«È stato un giorno meraviglioso»: a day, not how long; «in un giorno», «per un giorno» are lengths"""
    if place.found.rule != "length" or place.span_words not in (
        ["un", "giorno"],
        ["una", "giornata"],
        ["un", "secondo"],
        ["una", "notte"],
        ["una", "sera"],
        ["un'", "ora"],
        ["un", "momento"],
    ):
        return False
    if place.span_words[-1] == "ora":
        return False
    lasting = (
        "per",
        "in",
        "dopo",
        "meno",
        "più",
        "di",
        "entro",
        "da",
        "ogni",
        "oltre",
        "dura",
        "durata",
        "quasi",
        "circa",
        "solo",
        "tra",
    )
    return place.before() not in lasting and place.words[0] not in lasting


GUARDS: tuple[Guard, ...] = (
    street_or_institution, name_of_person, newspaper, law, money_or_measure, age, hour_as_conjunction,
    present_as_adjective,
    agenda_or_model, feast_as_epithet, now_as_adverb, month_of, one_day_as_noun, score, state_major, order_of_the_day,
    moment_of, bare_plural, second_as_preposition, set_of_numbers,
)  # fmt: skip


def refused(place: Place) -> str | None:
    """The name of the guard that says no; None where it is a time."""
    for guard in GUARDS:
        if guard(place):
            return guard.__name__
    return None
