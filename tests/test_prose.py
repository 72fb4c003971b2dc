"""How dates are printed in Italian, and how they are read when an editor types them."""

from datetime import date

import pytest

from timeline.dates.edtf import format_edtf, parse_edtf
from timeline.italian.prose import (
    DateError,
    date_in_sentence,
    date_in_words,
    date_text_fits,
    day_in_words,
    read_date,
    read_date_and_time,
    read_time,
    says_more_than_edtf,
    time_in_sentence,
)

# EDTF, the line on a card, and the words in a sentence.
TABLE = [
    ("2025-04-26", "Sabato 26 aprile 2025", "il 26 aprile 2025"),
    ("2025-05-01", "Giovedì 1º maggio 2025", "il 1º maggio 2025"),
    ("2025-04-08", "Martedì 8 aprile 2025", "l’8 aprile 2025"),
    ("2025-04-11", "Venerdì 11 aprile 2025", "l’11 aprile 2025"),
    ("2025-04-18", "Venerdì 18 aprile 2025", "il 18 aprile 2025"),
    ("1300-03-15", "15 marzo 1300", "il 15 marzo 1300"),  # by which calendar? no weekday
    ("2024-10", "Ottobre 2024", "l’ottobre del 2024"),
    ("2024-08", "Agosto 2024", "l’agosto del 2024"),
    ("2024-01", "Gennaio 2024", "il gennaio del 2024"),
    ("2024", "Nel 2024", "il 2024"),
    ("0476", "476 d.C.", "il 476 d.C."),
    ("0800", "800 d.C.", "l’800 d.C."),
    ("-0043", "44 a.C.", "il 44 a.C."),
    ("0000", "1 a.C.", "l’1 a.C."),
    ("-0043-03-15", "15 marzo 44 a.C.", "il 15 marzo 44 a.C."),
    # how sure
    ("2025-04-08~", "Intorno all’8 aprile 2025", "intorno all’8 aprile 2025"),
    ("2025-04-07~", "Intorno al 7 aprile 2025", "intorno al 7 aprile 2025"),
    ("2024-08~", "Intorno ad agosto 2024", "intorno ad agosto 2024"),
    ("2024-10~", "Intorno a ottobre 2024", "intorno a ottobre 2024"),
    ("2014~", "Intorno al 2014", "intorno al 2014"),
    ("2024-22~", "Intorno all’estate 2024", "intorno all’estate 2024"),
    ("199X~", "Intorno agli anni Novanta", "intorno agli anni Novanta"),
    ("2019-01-31?", "Giovedì 31 gennaio 2019, data incerta", "il 31 gennaio 2019 (data incerta)"),
    ("2024-10?", "Ottobre 2024, data incerta", "l’ottobre del 2024 (data incerta)"),
    ("2014%", "Intorno al 2014, data incerta", "intorno al 2014 (data incerta)"),
    # all of it
    ("2025-05-03/2025-05-05", "Dal 3 al 5 maggio 2025", "dal 3 al 5 maggio 2025"),
    ("2025-06-09/2025-06-10", "9 e 10 giugno 2025", "il 9 e il 10 giugno 2025"),
    ("2025-06-08/2025-06-09", "8 e 9 giugno 2025", "l’8 e il 9 giugno 2025"),
    ("2025-04-30/2025-05-01", "30 aprile e 1º maggio 2025", "il 30 aprile e il 1º maggio 2025"),
    ("2025-04-08/2025-04-11", "Dall’8 all’11 aprile 2025", "dall’8 all’11 aprile 2025"),
    ("2025-04-28/2025-05-01", "Dal 28 aprile al 1º maggio 2025", "dal 28 aprile al 1º maggio 2025"),
    (
        "2024-12-28/2025-01-03",
        "Dal 28 dicembre 2024 al 3 gennaio 2025",
        "dal 28 dicembre 2024 al 3 gennaio 2025",
    ),
    ("2024-06/2024-08", "Da giugno ad agosto 2024", "da giugno ad agosto 2024"),
    ("2024-11/2025-02", "Da novembre 2024 a febbraio 2025", "da novembre 2024 a febbraio 2025"),
    ("2019/2021", "Dal 2019 al 2021", "dal 2019 al 2021"),
    ("2019/2021-06", "Dal 2019 a giugno 2021", "dal 2019 a giugno 2021"),
    ("-0263/-0240", "Dal 264 al 241 a.C.", "dal 264 al 241 a.C."),
    ("-0026/0014", "Dal 27 a.C. al 14 d.C.", "dal 27 a.C. al 14 d.C."),
    ("2025-04-08?/2025-04-11?", "Dall’8 all’11 aprile 2025, data incerta", "dall’8 all’11 aprile 2025, data incerta"),
    ("2014~/2016?", "Dal 2014 circa al 2016 (data incerta)", "dal 2014 circa al 2016 (data incerta)"),
    ("2024-22/2024-23", "Dall’estate 2024 all’autunno 2024", "dall’estate 2024 all’autunno 2024"),
    ("07XX/10XX", "Dall’VIII all’XI secolo", "dall’VIII all’XI secolo"),
    ("18XX/19XX", "Dall’Ottocento al Novecento", "dall’Ottocento al Novecento"),
    ("197X/199X", "Dagli anni Settanta agli anni Novanta", "dagli anni Settanta agli anni Novanta"),
    (
        "2020-11-21/2020-11-22",
        "Nel fine settimana del 21 e 22 novembre 2020",
        "il fine settimana del 21 e 22 novembre 2020",
    ),
    (
        "2025-05-31/2025-06-01",
        "Nel fine settimana del 31 maggio e 1º giugno 2025",
        "il fine settimana del 31 maggio e 1º giugno 2025",
    ),
    (
        "2025-03-08/2025-03-09",
        "Nel fine settimana dell’8 e 9 marzo 2025",
        "il fine settimana dell’8 e 9 marzo 2025",
    ),
    (
        "2021-07-12/2021-07-18",
        "Nella settimana dal 12 al 18 luglio 2021",
        "la settimana dal 12 al 18 luglio 2021",
    ),
    (
        "2020-11-21~/2020-11-22~",
        "Intorno al fine settimana del 21 e 22 novembre 2020",
        "intorno al fine settimana del 21 e 22 novembre 2020",
    ),
    # one of several, or once within
    ("[2025-04-27,2025-04-28]", "Domenica 27 o lunedì 28 aprile 2025", "il 27 o il 28 aprile 2025"),
    (
        "[2025-04-26,2025-04-27,2025-04-28]",
        "Sabato 26, domenica 27 o lunedì 28 aprile 2025",
        "il 26, il 27 o il 28 aprile 2025",
    ),
    ("[2019,2021]", "Nel 2019 o nel 2021", "il 2019 o il 2021"),
    ("[2024-04,2024-08]", "Aprile o agosto 2024", "aprile o agosto 2024"),
    (
        "[2025-04-27..2025-04-28]",
        "Tra domenica 27 e lunedì 28 aprile 2025",
        "tra domenica 27 e lunedì 28 aprile 2025",
    ),
    ("[2024-04..2024-05]", "Tra aprile e maggio 2024", "tra aprile e maggio 2024"),
    ("[2019..2021]", "Tra il 2019 e il 2021", "tra il 2019 e il 2021"),
    # open ends
    ("2014/..", "Dal 2014", "dal 2014"),
    ("2014~/..", "Dal 2014 circa", "dal 2014 circa"),
    ("2024-09/..", "Da settembre 2024", "da settembre 2024"),
    ("2025-04-08/..", "Da martedì 8 aprile 2025", "da martedì 8 aprile 2025"),
    ("../2025-06-30", "Fino al 30 giugno 2025", "fino al 30 giugno 2025"),
    ("../2024-08", "Fino ad agosto 2024", "fino ad agosto 2024"),
    ("[..2025-06-11]", "Entro l’11 giugno 2025", "entro l’11 giugno 2025"),
    ("[..2030]", "Entro il 2030", "entro il 2030"),
    ("[2025-06-11..]", "Non prima dell’11 giugno 2025", "non prima dell’11 giugno 2025"),
    ("[2025-06..]", "Non prima di giugno 2025", "non prima di giugno 2025"),
    # seasons, parts of the year, decades, centuries
    ("2024-21", "Primavera 2024", "la primavera 2024"),
    ("2024-22", "Estate 2024", "l’estate 2024"),
    ("2018-23", "Autunno 2018", "l’autunno 2018"),
    ("2024-24", "Inverno 2024-25", "l’inverno 2024-25"),
    ("1999-24", "Inverno 1999-2000", "l’inverno 1999-2000"),
    ("-0217-24", "Inverno 218-217 a.C.", "l’inverno 218-217 a.C."),
    ("2024-33", "Primo trimestre 2024", "il primo trimestre 2024"),
    ("2024-41", "Secondo semestre 2024", "il secondo semestre 2024"),
    ("199X", "Anni Novanta", "gli anni Novanta"),
    ("193X", "Anni Trenta", "gli anni Trenta"),
    ("192X", "Anni Venti del Novecento", "gli anni Venti del Novecento"),
    ("202X", "Anni Venti del Duemila", "gli anni Venti del Duemila"),
    ("200X", "Primo decennio del Duemila", "il primo decennio del Duemila"),
    ("190X", "Primo decennio del Novecento", "il primo decennio del Novecento"),
    ("201X", "Anni Dieci del Duemila", "gli anni Dieci del Duemila"),
    ("186X", "Anni Sessanta dell’Ottocento", "gli anni Sessanta dell’Ottocento"),
    ("107X", "Anni Settanta dell’XI secolo", "gli anni Settanta dell’XI secolo"),
    ("18XX", "Ottocento", "l’Ottocento"),
    ("14XX", "Quattrocento", "il Quattrocento"),
    ("20XX", "XXI secolo", "il XXI secolo"),
    ("10XX", "XI secolo", "l’XI secolo"),
    ("00XX", "I secolo", "il I secolo"),
    ("-04XX", "V secolo a.C.", "il V secolo a.C."),
]


@pytest.mark.parametrize(("edtf", "card", "sentence"), TABLE)
def test_dates_in_words_and_back(edtf: str, card: str, sentence: str) -> None:
    """Every kind of date has its wording, and both wordings may be typed."""
    period = parse_edtf(edtf)
    assert date_in_words(period) == card
    assert date_in_sentence(period) == sentence
    assert read_date(card) == period
    assert read_date(sentence) == period


def test_no_date() -> None:
    """Without a date there is a label, and it may be typed."""
    assert date_in_words(None) == "Senza data"
    assert read_date("Senza data") is None
    assert read_date("data da definire") is None
    assert read_date("s.d.") is None
    assert read_date("  ") is None


@pytest.mark.parametrize(
    ("edtf", "time", "card"),
    [
        ("2025-04-26", "18:30", "Sabato 26 aprile 2025, ore 18.30"),
        ("2025-04-26", "09:05", "Sabato 26 aprile 2025, ore 9.05"),
        ("2025-04-26", "18:00", "Sabato 26 aprile 2025, ore 18"),
        ("2025-04-26", "12:00", "Sabato 26 aprile 2025, ore 12"),
        ("2025-04-26", "circa 22", "Sabato 26 aprile 2025, intorno alle 22"),
        ("2025-04-26", "circa 12", "Sabato 26 aprile 2025, intorno a mezzogiorno"),
        ("2025-04-26", "mattina", "Sabato 26 aprile 2025, in mattinata"),
        ("2025-04-26", "pomeriggio", "Sabato 26 aprile 2025, nel pomeriggio"),
        ("2025-04-26", "sera", "Sabato 26 aprile 2025, in serata"),
        ("2019-01-31?", "18:30", "Giovedì 31 gennaio 2019, ore 18.30, data incerta"),
        ("2025-04-08~", "sera", "Intorno all’8 aprile 2025, in serata"),
        ("2025-04-08~", "notte", "Intorno all’8 aprile 2025, di notte"),
        ("2025-05-03/2025-05-05", "sera", "Dal 3 al 5 maggio 2025, in serata"),
    ],
)
def test_time_of_day(edtf: str, time: str, card: str) -> None:
    """The time follows the date, and is read back with it."""
    assert date_in_words(parse_edtf(edtf), time) == card
    assert read_date_and_time(card) == (parse_edtf(edtf), time)


@pytest.mark.parametrize(
    ("edtf", "time", "card"),
    [
        ("2025-04-25", "notte", "Notte tra venerdì 25 e sabato 26 aprile 2025"),
        ("2025-04-30", "notte", "Notte tra mercoledì 30 aprile e giovedì 1º maggio 2025"),
        ("2024-12-31", "notte", "Notte tra martedì 31 dicembre 2024 e mercoledì 1º gennaio 2025"),
        ("2024-02-28", "notte", "Notte tra mercoledì 28 e giovedì 29 febbraio 2024"),
        ("2011-08-29", "circa 1", "Notte tra domenica 28 e lunedì 29 agosto 2011, intorno all’una"),
        ("2011-08-29", "00:30", "Notte tra domenica 28 e lunedì 29 agosto 2011, alle 0.30"),
        ("2011-08-29", "00:00", "Notte tra domenica 28 e lunedì 29 agosto 2011, a mezzanotte"),
        ("2025-01-01", "03:15", "Notte tra martedì 31 dicembre 2024 e mercoledì 1º gennaio 2025, alle 3.15"),
        ("2019-01-31?", "notte", "Notte tra giovedì 31 gennaio e venerdì 1º febbraio 2019, data incerta"),
    ],
)
def test_nights_name_both_days(edtf: str, time: str, card: str) -> None:
    """A night begins on its day; a known hour after midnight is of the day after, and both days are said."""
    assert date_in_words(parse_edtf(edtf), time) == card
    assert read_date_and_time(card) == (parse_edtf(edtf), time)


def test_five_in_the_morning_is_no_night() -> None:
    """From five o'clock on it is morning; at 23:30 the day has not changed yet."""
    assert date_in_words(parse_edtf("2025-04-26"), "05:00") == "Sabato 26 aprile 2025, ore 5"
    assert date_in_words(parse_edtf("2025-04-26"), "23:30") == "Sabato 26 aprile 2025, ore 23.30"
    assert read_date_and_time("notte tra venerdì 25 e sabato 26 aprile 2025, alle 23.30") == (
        parse_edtf("2025-04-25"),
        "23:30",
    )


def test_the_editors_own_words_come_first() -> None:
    """`date_text` says what EDTF cannot, capitalised; the time and the doubt still follow."""
    assert date_in_words(parse_edtf("2025-03"), "", "fine marzo 2025") == "Fine marzo 2025"
    assert (
        date_in_words(parse_edtf("2025-03?"), "sera", "Fine marzo 2025") == "Fine marzo 2025, in serata, data incerta"
    )
    assert date_in_words(None, "", "negli anni della ricostruzione") == "Negli anni della ricostruzione"


@pytest.mark.parametrize(
    ("edtf", "preposition", "words"),
    [
        ("2025-04-08", "da", "dall’8 aprile 2025"),
        ("2025-04-08", "di", "dell’8 aprile 2025"),
        ("2025-04-08", "a", "all’8 aprile 2025"),
        ("2025-05-01", "fino a", "fino al 1º maggio 2025"),
        ("2024-10", "a", "a ottobre 2024"),
        ("2024-08", "a", "ad agosto 2024"),
        ("2024-04", "fino a", "fino ad aprile 2024"),
        ("2024-10", "di", "di ottobre 2024"),
        ("2024-10", "in", "nell’ottobre del 2024"),
        ("2024", "in", "nel 2024"),
        ("2024", "a partire da", "a partire dal 2024"),
        ("2030", "entro", "entro il 2030"),
        ("2014~", "di", "del 2014 circa"),
        ("2024-21", "in", "nella primavera 2024"),
        ("199X", "in", "negli anni Novanta"),
        ("10XX", "in", "nell’XI secolo"),
        ("2020-11-21/2020-11-22", "di", "del fine settimana del 21 e 22 novembre 2020"),
        ("2021-07-12/2021-07-18", "in", "nella settimana dal 12 al 18 luglio 2021"),
        ("2025-05-03/2025-05-05", "di", "del periodo dal 3 al 5 maggio 2025"),
        ("[2025-04-27,2025-04-28]", "fino a", "fino al 27 o al 28 aprile 2025"),
        ("2025-06-08/2025-06-09", "di", "dell’8 e del 9 giugno 2025"),
        ("2014~", "per", "per il 2014 circa"),
        ("2025-06", "per", "per giugno 2025"),
        ("[..2025-06-11]", "per", "entro l’11 giugno 2025"),
    ],
)
def test_prepositions_contract(edtf: str, preposition: str, words: str) -> None:
    """Prepositions join the article, elide before a vowel, and take a d only before an a."""
    assert date_in_sentence(parse_edtf(edtf), preposition) == words


def test_a_day_by_itself() -> None:
    """For the reasons: «L’articolo è di lunedì 28 aprile 2025»."""
    assert day_in_words(date(2025, 4, 28)) == "lunedì 28 aprile 2025"
    assert day_in_words(date(2025, 5, 1), weekday=False) == "1º maggio 2025"
    assert day_in_words(date(2025, 4, 26), weekday=False, year=False) == "26 aprile"


@pytest.mark.parametrize(
    ("typed", "edtf"),
    [
        ("26 aprile 2025", "2025-04-26"),
        ("SABATO 26 APRILE 2025", "2025-04-26"),
        ("sab 26 apr 2025", "2025-04-26"),
        ("sab. 26 apr. 2025", "2025-04-26"),
        ("mar 8 apr 2025", "2025-04-08"),
        ("mar. 4 mar. 2025", "2025-03-04"),
        ("sabato, 26 aprile 2025", "2025-04-26"),
        ("il giorno 26 aprile 2025", "2025-04-26"),
        ("26 aprile del 2025", "2025-04-26"),
        ("lunedi 28 aprile 2025", "2025-04-28"),
        ("lunedi' 28 aprile 2025", "2025-04-28"),
        ("26/04/2025", "2025-04-26"),
        ("26/4/2025", "2025-04-26"),
        ("26.4.2025", "2025-04-26"),
        ("26.04.2025", "2025-04-26"),
        ("26-04-2025", "2025-04-26"),
        ("sabato 26/04/2025", "2025-04-26"),
        ("04/2025", "2025-04"),
        ("1 maggio 2025", "2025-05-01"),
        ("1º maggio 2025", "2025-05-01"),
        ("1° maggio 2025", "2025-05-01"),
        ("primo maggio 2025", "2025-05-01"),
        ("Primo Maggio 2025", "2025-05-01"),
        ("l'8 aprile 2025", "2025-04-08"),
        ("l’8 aprile 2025", "2025-04-08"),
        ("ott. 2024", "2024-10"),
        ("nell'ottobre del 2024", "2024-10"),
        ("ad agosto 2024", "2024-08"),
        ("mese di agosto 2024", "2024-08"),
        ("sett 2024", "2024-09"),
        ("2024", "2024"),
        ("anno 2024", "2024"),
        ("nel 476", "0476"),
        ("44 a. C.", "-0043"),
        ("44 aC", "-0043"),
        ("44 avanti Cristo", "-0043"),
        ("2014 circa", "2014~"),
        ("circa 2014", "2014~"),
        ("ca. 2014", "2014~"),
        ("c. 2014", "2014~"),
        ("~2014", "2014~"),
        ("verso il 2014", "2014~"),
        ("attorno al 2014", "2014~"),
        ("26 aprile 2025?", "2025-04-26?"),
        ("26 aprile 2025 (data incerta)", "2025-04-26?"),
        ("3-5 maggio 2025", "2025-05-03/2025-05-05"),
        ("3–5 maggio 2025", "2025-05-03/2025-05-05"),
        ("28 aprile - 1 maggio 2025", "2025-04-28/2025-05-01"),
        ("dal 03/05/2025 al 05/05/2025", "2025-05-03/2025-05-05"),
        ("dal 2025-05-03 al 2025-05-05", "2025-05-03/2025-05-05"),
        ("dal 3 fino al 5 maggio 2025", "2025-05-03/2025-05-05"),
        ("da domenica 27 a martedì 29 aprile 2025", "2025-04-27/2025-04-29"),
        ("8, 9 e 10 giugno 2025", "2025-06-08/2025-06-10"),
        ("dal 21 al 22 novembre 2020", "2020-11-21/2020-11-22"),
        ("2019-2021", "2019/2021"),
        ("weekend del 21-22 novembre 2020", "2020-11-21/2020-11-22"),
        ("fine settimana del 21 novembre 2020", "2020-11-21/2020-11-22"),
        ("settimana del 14 luglio 2021", "2021-07-12/2021-07-18"),
        ("fra aprile e maggio 2024", "[2024-04..2024-05]"),
        ("27 oppure 28 aprile 2025", "[2025-04-27,2025-04-28]"),
        ("dal 2014 in poi", "2014/.."),
        ("dal 2014 a oggi", "2014/.."),
        ("a partire dal 2014", "2014/.."),
        ("sino al 30 giugno 2025", "../2025-06-30"),
        ("estate del 2024", "2024-22"),
        ("inverno 2024/25", "2024-24"),
        ("inverno 2024-2025", "2024-24"),
        ("I trimestre 2024", "2024-33"),
        ("1° trimestre del 2024", "2024-33"),
        ("II semestre 2024", "2024-41"),
        ("anni '90", "199X"),
        ("gli anni ’90", "199X"),
        ("anni 90", "199X"),
        ("anni 1990", "199X"),
        ("anni duemila", "200X"),
        ("il Novecento", "19XX"),
        ("XX secolo", "19XX"),
        ("secolo XX", "19XX"),
        ("'800", "18XX"),
        ("sec. XX", "19XX"),
        ("ventesimo secolo", "19XX"),
        ("26 aprile 2025.", "2025-04-26"),
        ("giugno/agosto 2024", "2024-06/2024-08"),
        ("gennaio 2025 / marzo 2025", "2025-01/2025-03"),
        ("estate-autunno 2024", "2024-22/2024-23"),
        ("entro la fine del 2030", "[..2030]"),
        ("fino a fine marzo 2025", "../2025-03"),
        ("non oltre il 5 maggio 2025", "[..2025-05-05]"),
        ("forse nel 2014", "2014?"),
        ("2014 (?)", "2014?"),
        ("2025-05-03 / 2025-05-05", "2025-05-03/2025-05-05"),
        ("[2025-04-27, 2025-04-28]", "[2025-04-27,2025-04-28]"),
        ("199x", "199X"),
        ("26\u00a0aprile\u00a02025", "2025-04-26"),
    ],
)
def test_loose_spellings(typed: str, edtf: str) -> None:
    """Editors type as they are used to; what is plain is taken."""
    period = read_date(typed)
    assert period is not None
    assert format_edtf(period) == edtf


@pytest.mark.parametrize(
    ("typed", "edtf", "time"),
    [
        ("2025-04-26T18:30", "2025-04-26", "18:30"),
        ("2025-04-26 18:30", "2025-04-26", "18:30"),
        ("26/04/2025 alle 18.30", "2025-04-26", "18:30"),
        ("26 aprile 2025, 18:30", "2025-04-26", "18:30"),
        ("sabato 26 aprile 2025 ore 18", "2025-04-26", "18:00"),
        ("sabato 26 aprile 2025 verso le 22", "2025-04-26", "circa 22"),
        ("sabato 26 aprile 2025 sera", "2025-04-26", "sera"),
        ("la sera del 26 aprile 2025", "2025-04-26", "sera"),
        ("nel pomeriggio di sabato 26 aprile 2025", "2025-04-26", "pomeriggio"),
        ("26 aprile 2025, di notte", "2025-04-26", "notte"),
        ("26 aprile 2025, ore 0.30", "2025-04-26", "00:30"),
        ("nella notte fra il 25 e il 26 aprile 2025", "2025-04-25", "notte"),
        ("notte tra sabato e domenica 27 aprile 2025", "2025-04-26", "notte"),
    ],
)
def test_dates_with_a_time(typed: str, edtf: str, time: str) -> None:
    """A time may stand with the date, before it or after it."""
    assert read_date_and_time(typed) == (parse_edtf(edtf), time)


@pytest.mark.parametrize(
    ("typed", "time"),
    [
        ("18:30", "18:30"), ("18.30", "18:30"), ("ore 18", "18:00"), ("alle 18 e 30", "18:30"), ("7", "07:00"),
        ("alle sei e mezza", "06:30"), ("alle 9 e un quarto", "09:15"), ("alle 9 di sera", "21:00"),
        ("le 3 del pomeriggio", "15:00"), ("alle 3 di notte", "03:00"), ("le 4 e mezza del mattino", "04:30"),
        ("all’una", "01:00"), ("a mezzogiorno", "12:00"), ("mezzanotte", "00:00"), ("mezzogiorno e mezzo", "12:30"),
        ("circa 22", "circa 22"), ("intorno alle 22", "circa 22"), ("verso le 22.15", "circa 22:15"),
        ("alle 22 circa", "circa 22"), ("intorno all'una", "circa 1"), ("intorno a mezzogiorno", "circa 12"),
        ("mattina", "mattina"), ("in mattinata", "mattina"), ("Pomeriggio", "pomeriggio"), ("in serata", "sera"),
        ("la notte", "notte"), ("", ""),
    ],
)  # fmt: skip
def test_times_as_editors_type_them(typed: str, time: str) -> None:
    """Times have one spelling in the end."""
    assert read_time(typed) == time


@pytest.mark.parametrize("typed", ["25:00", "18:75", "24:00", "presto", "750", "18:30:15", "alle", "12/5"])
def test_times_that_are_none(typed: str) -> None:
    """What is no time is refused, not guessed."""
    with pytest.raises(DateError):
        read_time(typed)


def test_times_in_a_sentence() -> None:
    """One o'clock and noon are said in words."""
    assert time_in_sentence("18:30") == "alle 18.30"
    assert time_in_sentence("01:00") == "all’una"
    assert time_in_sentence("01:30") == "all’1.30"
    assert time_in_sentence("12:00") == "a mezzogiorno"
    assert time_in_sentence("00:30") == "alle 0.30"
    assert time_in_sentence("circa 22") == "intorno alle 22"
    assert time_in_sentence("circa 1") == "intorno all’una"


@pytest.mark.parametrize(
    ("typed", "message", "fix"),
    [
        ("sabato scorso", "dipende dal giorno in cui si legge", "per esempio 2025-04-26 oppure sabato 26 aprile 2025"),
        ("ieri", "dipende dal giorno in cui si legge", "scrivi il giorno per intero"),
        ("tre giorni fa", "dipende dal giorno in cui si legge", "scrivi il giorno per intero"),
        ("sabato", "dipende dal giorno in cui si legge", "scrivi il giorno per intero"),
        ("30/02/2024", "il 30 febbraio 2024 non esiste", "febbraio 2024 ha 29 giorni"),
        ("30 febbraio 2024", "il 30 febbraio 2024 non esiste", "febbraio 2024 ha 29 giorni"),
        ("2024-02-30", "il giorno 2024-02-30 non esiste", "correggi il giorno"),
        ("2024-13", "il mese va da 01 a 12", "2025-04"),
        ("04/26/2025", "il mese 26 non c’è", "scrivi prima il giorno e poi il mese: 26/04/2025"),
        ("12/5/24", "ambigua: l’anno ha due cifre", "12/05/2024"),
        ("12 maggio 24", "ambigua: l’anno ha due cifre", "quattro cifre"),
        ("nel '68", "ambigua: l’anno ha due cifre", "quattro cifre"),
        ("nell'800", "può essere un anno o un secolo", "scrivi Ottocento oppure 800 d.C."),
        ("domenica 26 aprile 2025", "il 26 aprile 2025 è sabato, non domenica", "scrivi sabato 26 aprile 2025"),
        ("26 aprile", "manca l’anno", "scrivi per esempio 26 aprile 2025"),
        ("dal giugno 2024 al 3 luglio", "manca l’anno", "scrivi per esempio 3 luglio 2025"),
        ("2019–21", "il secondo anno ha due cifre", "scrivi 2019-2021"),
        ("1915-18", "il mese va da 01 a 12", "1915/1918 se sono anni"),
        ("2019/", "ha una data sola", "scrivi 2019/.."),
        ("prima del 2014", "non dice se il giorno nominato è compreso", "«entro …»"),
        ("settimana 12 2025", "non si legge", "scrivi 2025-04-26"),
        ("notte tra le", "non si legge", "scrivi 2025-04-26"),
        ("0/5/2025", "il giorno 0 non esiste", "maggio 2025 ha 31 giorni"),
        ("8 aprile 2025, domenica", "non si legge", "scrivi 2025-04-26"),
        ("lunedì 8 aprile 2025", "l’8 aprile 2025 è martedì, non lunedì", "scrivi martedì 8 aprile 2025"),
        ("settimana del 31 dicembre 9999", "esce dal calendario", "fino al 9999"),
        ("x" * 1000, "non si legge", "scrivi 2025-04-26"),
        ("26", "non è intera", "scrivi anche il mese e l’anno"),
        ("26 apirle 2025", "non si legge", "forse «aprile» invece di «apirle»"),
        ("2024-3-9", "non si legge", "scrivi 2024-03-09"),
        ("quando vuoi", "non si legge", "scrivi 2025-04-26, 26 aprile 2025, aprile 2025 oppure 2025"),
        ("inverno 2024", "quello che comincia o quello che finisce nel 2024", "inverno 2024-25 oppure inverno 2023-24"),
        ("anni Venti", "non dice di quale secolo", "anni Venti del Novecento oppure anni Venti del Duemila"),
        ("dal 5 al 3 maggio 2025", "finisce prima di cominciare", "prima la data più antica"),
        ("dal 28 dicembre al 3 gennaio 2025", "finisce prima di cominciare", "prima la data più antica"),
        ("8 e 15 giugno 2025", "due date, non un periodo", "fanne due fatti"),
        ("notte tra il 25 e il 27 aprile 2025", "non sono di seguito", "scrivi notte tra sabato 26 e domenica 27"),
        ("notte di sabato 26 aprile 2025", "la notte prima o quella dopo", "notte tra sabato 26 e domenica 27"),
        ("26 aprile 2025, a mezzanotte", "quella prima o quella dopo", "scrivi ore 0"),
        ("fine settimana del 20 novembre 2020", "non è sabato e domenica", "21 e 22 novembre 2020"),
        ("terzo semestre 2024", "due semestri", "secondo semestre"),
        ("anno 0", "l’anno 0 non esiste", "l’1 d.C."),
        ("{2024,2025}", "forma EDTF che qui non si usa", "scrivi 2025-04-26"),
        ("anno scolastico 2023/25", "due anni di seguito", "scrivi 2023/24"),
    ],
)
def test_what_is_refused_and_how_to_mend_it(typed: str, message: str, fix: str) -> None:
    """An unreadable date says why and what to write instead, in Italian."""
    with pytest.raises(DateError) as error:
        read_date(typed)
    assert message in error.value.message
    assert fix in error.value.fix


@pytest.mark.parametrize(
    ("typed", "edtf"),
    [
        ("Fine marzo 2025", "2025-03"),
        ("Inizio agosto 2020", "2020-08"),
        ("metà degli anni Novanta", "199X"),
        ("seconda metà di marzo 2025", "2025-03"),
        ("primi giorni di agosto 2020", "2020-08"),
        ("primi anni Novanta", "199X"),
        ("negli ultimi giorni di marzo 2025", "2025-03"),
        ("prima settimana di marzo 2025", "2025-03"),
        ("Anno scolastico 2023/24", "2023-09/2024-08"),
        ("anno accademico 2023-2024", "2023-11/2024-10"),
        ("stagione 2023/24", "2023-07/2024-06"),
    ],
)
def test_words_that_edtf_cannot_say(typed: str, edtf: str) -> None:
    """A date takes them as the unit that holds them, and it is known that they say more."""
    period = read_date(typed)
    assert period is not None
    assert format_edtf(period) == edtf
    assert says_more_than_edtf(typed)


def test_plain_dates_say_no_more_than_edtf() -> None:
    """Only those words belong in `date_text`."""
    assert not says_more_than_edtf("marzo 2025")
    assert not says_more_than_edtf("nel fine settimana del 21 e 22 novembre 2020")
    assert not says_more_than_edtf("quando sarà")


def test_date_text_is_held_against_the_date() -> None:
    """`check` can tell words that contradict the date from words that fit it, or are no date at all."""
    assert date_text_fits("Fine marzo 2025", parse_edtf("2025-03"))
    assert date_text_fits("Fine marzo 2025", parse_edtf("2025-03-28"))
    assert not date_text_fits("Fine marzo 2025", parse_edtf("2025-03-02"))
    assert not date_text_fits("Inizio agosto 2020", parse_edtf("2020-09"))
    assert date_text_fits("Anno scolastico 2023/24", parse_edtf("2023-09/2024-06"))
    assert not date_text_fits("Anno scolastico 2023/24", parse_edtf("2025"))
    assert date_text_fits("Al tempo della ricostruzione", parse_edtf("1946"))
    assert date_text_fits("Fine marzo 2025", None)
