"""Feasts: fixed ones and those that move with Easter."""

from __future__ import annotations

from typing import Any

from timeline.dates.beside import CountedFrom
from timeline.dates.fields import Feast, Fields
from timeline.dates.meaning import PAST, Meaning
from timeline.dates.stretches import Bounded
from timeline.italian.engine import PHRASES
from timeline.italian.units import day_part

rule = PHRASES.rule


def feast(code: str) -> Feast:
    """The feast that words.yaml writes as "12-25" or "easter+1"."""
    if code.startswith("easter"):
        return Feast(offset=int(code[6:] or 0))
    month, day = code.split("-")
    return Feast(int(month), int(day))


@rule("atom", "DAYREF", "FEAST", "giorno DI FEAST", "festa DI FEAST", "domenica DI FEAST")
def feast_day(*values: Any) -> Meaning:
    """
    a Natale             2023-12-25
    dell'Epifania        2024-01-06
    il giorno di Pasqua  2024-03-31
    """
    return Fields(feast=feast(values[-1]))


@rule("atom", "DAYREF", "ultimo|ultima FEAST")
def last_feast(code: str) -> Meaning:
    """
    l'ultima Pasqua            2023-04-09
    nell'ultimo Ferragosto     2023-08-15
    """
    return Fields(feast=feast(code), lean=PAST)


@rule("atom", "DAYREF", "WEEKDAY [,] ART FEAST", lists=True)
def weekday_of_feast(weekday: int, code: str) -> list[Meaning | None]:
    """«Lunedì l'Epifania»: the weekday is the feast's.

    venerdì, l'Epifania     2023-01-06, 2024-01-06
    lunedì la Pasquetta     2024-04-01, 2024-04-01
    """
    return [Fields(weekday=weekday, feast=feast(code)), Fields(feast=feast(code))]


@rule("atom", "DAYREF", "FEAST [DI] YEAR", "giorno DI FEAST [DI] YEAR", "domenica DI FEAST YEAR")
def feast_day_year(*values: Any) -> Meaning:
    """
    Pasqua 2025               2025-04-20
    nel Natale del 2022       2022-12-25
    """
    return Fields(feast=feast(values[-2]), year=values[-1])


@rule("atom", "DAYREF", "vigilia DI FEAST", "vigilia DI FEAST [DI] YEAR|YEAR'")
def eve(code: str, year: int | None = None) -> Meaning:
    """The day before a feast.

    alla vigilia di Natale                2023-12-24
    della vigilia di Pasqua               2024-03-30
    alla vigilia dell'Epifania del 2022   2022-01-05
    """
    return Fields(feast=_before(feast(code), 1), year=year)


@rule("atom", "DAYREF", "antivigilia DI FEAST", "antivigilia DI FEAST [DI] YEAR")
def two_days_before(code: str, year: int | None = None) -> Meaning:
    """Two days before a feast.

    all'antivigilia di Natale          2023-12-23
    dell'antivigilia di Natale 2021    2021-12-23
    """
    return Fields(feast=_before(feast(code), 2), year=year)


def _before(day: Feast, days: int) -> Feast:
    return Feast(day.month, day.day, day.offset - days)


@rule("atom", "PARTREF", "notte|cenone DI FEAST", "notte|cenone DI FEAST [DI] YEAR")
def night_of_feast(code: str, year: int | None = None) -> Meaning:
    """The night that leads to it.

    la notte di Natale              2023-12-24TNI
    nella notte di Ferragosto       2023-08-14TNI
    nella notte di Natale del 2019  2019-12-24TNI
    """
    eve = 0 if code == "10-31" else 1  # Halloween is itself an eve
    return day_part("TNI", Fields(feast=_before(feast(code), eve), year=year))


_NIGHTS = {
    "san silvestro": Feast(12, 31),
    "san lorenzo": Feast(8, 10),
    "san giovanni": Feast(6, 23),
}


def _register_night(saint: str, day: Feast) -> None:
    @rule("atom", "PARTREF", f"notte DI {saint}")
    def named_night(*_: Any) -> Meaning:
        """Nights that have a name of their own.

        la notte di San Lorenzo        2023-08-10TNI
        nella notte di San Silvestro   2023-12-31TNI
        """
        return day_part("TNI", Fields(feast=day))

    @rule("atom", "PARTREF", f"notte DI {saint} [DI] YEAR")
    def named_night_of_year(year: int) -> Meaning:
        """
        nella notte di San Silvestro del 2020    2020-12-31TNI
        la notte di San Lorenzo 2021             2021-08-10TNI
        """
        return day_part("TNI", Fields(feast=day, year=year))


for _words, _day in _NIGHTS.items():
    _register_night(_words, _day)


_NAMED = {
    "san silvestro": Feast(12, 31),
    "santo stefano": Feast(12, 26),
    "san valentino": Feast(2, 14),
    "tutti i santi": Feast(11, 1),
    "mercoledì delle ceneri": Feast(offset=-46),
    "giovedì santo": Feast(offset=-3),
    "giovedì grasso": Feast(offset=-52),
    "martedì grasso": Feast(offset=-47),
    "venerdì santo": Feast(offset=-2),
    "sabato santo": Feast(offset=-1),
    "domenica delle palme": Feast(offset=-7),
    "pasqua ortodossa": Feast(orthodox=True),
    "lunedì dell' angelo": Feast(offset=1),
    "lunedì di pasqua": Feast(offset=1),
    "lunedì in albis": Feast(offset=1),
    "festa del papà": Feast(3, 19),
    "festa del papa": Feast(3, 19),
    "giorno dei lavoratori": Feast(5, 1),
    "giorno dei santi": Feast(11, 1),
    "festa di san giuseppe": Feast(3, 19),
    "festa della donna": Feast(3, 8),
    "giornata internazionale della donna": Feast(3, 8),
    "festa della mamma": Feast(5, sunday=2),
    "festa del lavoro": Feast(5, 1),
    "festa dei lavoratori": Feast(5, 1),
    "festa della liberazione": Feast(4, 25),
    "anniversario della liberazione": Feast(4, 25),
    "festa della repubblica": Feast(6, 2),
    "festa degli innamorati": Feast(2, 14),
    "festa dei nonni": Feast(10, 2),
    "festa dei santi": Feast(11, 1),
    "giorno dei morti": Feast(11, 2),
    "commemorazione dei defunti": Feast(11, 2),
    "giorno della memoria": Feast(1, 27),
    "giornata della memoria": Feast(1, 27),
    "giorno del ricordo": Feast(2, 10),
    "primo dell' anno": Feast(1, 1),
    "ultimo dell' anno": Feast(12, 31),
}


def _register(words: str, day: Feast) -> None:
    @rule("atom", "DAYREF", words, f"giorno DI {words}")
    def named_feast(*_: Any) -> Meaning:
        """
        a Santo Stefano           2023-12-26
        nel Venerdì santo         2024-03-29
        """
        return Fields(feast=day)

    @rule("atom", "DAYREF", f"{words} [DI] YEAR")
    def named_feast_year(*values: Any) -> Meaning:
        """
        San Silvestro 2022                2022-12-31
        nel Venerdì santo del 2021        2021-04-02
        """
        return Fields(feast=day, year=values[-1])


for _words, _day in _NAMED.items():
    _register(_words, _day)


@rule("atom", "WEEKREF", "settimana DI FEAST")
def week_of_feast(code: str) -> Meaning:
    """The week that holds it.

    nella settimana di Natale         2023-W52
    la settimana di Ferragosto        2023-W33
    nella settimana dell'Epifania     2024-W01
    """
    return CountedFrom(Fields(feast=feast(code)), "week", 0)


@rule(
    "atom",
    "PERIODREF",
    "ponte DI FEAST",
    "ponte DI DAY MONTH",
    "ponte DI primo MONTH",
    "vacanze|feste DI FEAST",
    "periodo DI FEAST",
)
def bridge(*values: Any) -> Meaning | None:
    """Days around a feast: a stretch whose edges nobody names, given by the feast.

    il ponte dell'Immacolata    2023-12-08 APPROX
    al ponte del 25 aprile      2024-04-25 APPROX
    """
    if len(values) == 1 and isinstance(values[0], str):
        return Bounded("about", Fields(feast=feast(values[0])))
    day, month = values if len(values) == 2 else (1, values[0])
    return Bounded("about", Fields(month=month, day=day))
