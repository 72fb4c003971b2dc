"""Decades, centuries, and years before and after Christ."""

from __future__ import annotations

from typing import Any

from timeline.dates.meaning import Absolute, Meaning
from timeline.dates.period import Point
from timeline.dates.stretches import Portion, Range
from timeline.italian.engine import PHRASES

rule = PHRASES.rule


@rule("atom", "YEARREF", "YEAR a.c.", "N a.c.")
def before_christ(number: int) -> Meaning:
    """EDTF counts a year 0, so 44 a.C. is -0043.

    nel 44 a.C.        BC0044
    dell'804 a.C.      BC0804
    """
    return Absolute(Point("year", 1 - number))


@rule("atom", "YEARREF", "YEAR d.c.", "N d.c.")
def after_christ(number: int) -> Meaning | None:
    """
    nel 1054 d.C.     1054
    dell'804 d.C.     0804
    """
    return Absolute(Point("year", number)) if 1 <= number < 2200 else None


@rule("atom", "PERIODREF", "anni DECADE", "anni YY'", "anni YY")
def decade(tens: int) -> Meaning | None:
    """Decades of the Novecento, unless the text says otherwise; «gli anni Dieci» are those of the Duemila.

    negli anni Novanta    199
    degli anni '80        198
    negli anni Dieci      201
    """
    century = 2000 if tens == _TENS else 1900
    return Absolute(Point("decade", century + tens)) if tens % 10 == 0 else None


_TENS = 10


@rule("join", "PERIODREF", "PERIODREF AND|DASH|, [ART] DECADE|YEARREF", lists=True)
def another_decade(decade: Meaning, other: int | Meaning) -> list[Meaning] | None:
    """«Anni» said once counts for both.

    negli anni Sessanta e Settanta    196, 197
    degli anni '70 e '80              197, 198
    """
    second = _second_decade(decade, other)
    return [decade, second] if second else None


@rule("join", "PERIODREF", "BETWEEN [ART] PERIODREF AND [ART] DECADE|YEARREF", "DA PERIODREF [A] DECADE|YEARREF")
def decade_to_decade(begin: Meaning, other: int | Meaning) -> Meaning | None:
    """
    tra gli anni Ottanta e Novanta    198/199
    dagli anni '50 ai '70             195/197
    """
    end = _second_decade(begin, other)
    return Range(begin, end) if end else None


def _second_decade(first: Meaning, other: int | Meaning) -> Absolute | None:
    """The decade that «Settanta» or «'70» is after another decade; a year in full is a year."""
    if not (isinstance(first, Absolute) and first.point.unit == "decade"):
        return None
    if isinstance(other, int):
        return Absolute(Point("decade", first.point.year // 100 * 100 + other))
    tens = other.point.year if isinstance(other, Absolute) else 0
    return Absolute(Point("decade", tens)) if 1910 <= tens <= 1990 and tens % 10 == 0 else None


@rule("atom", "PERIODREF", "ORDINAL decennio DI CENTURY", "ultimo decennio DI CENTURY")
def decade_counted(*values: int) -> Meaning:
    """
    nel primo decennio del Novecento       190
    dell'ultimo decennio dell'Ottocento    189
    """
    nth = values[0] if len(values) == 2 else 10
    return Absolute(Point("decade", values[-1] + 10 * (nth - 1)))


@rule("atom", "PERIODREF", "anni DECADE|YY|YY' DI CENTURY", "anni DECADE DI secolo SIDE")
def decade_of_century(tens: int, century: int) -> Meaning | None:
    """«Gli anni Venti» of another century.

    gli anni Venti del Novecento        192
    degli anni Trenta dell'Ottocento    183
    """
    base = 1900 if century in (-1, 1) else century
    return Absolute(Point("decade", base + tens)) if tens % 10 == 0 else None


@rule("atom", "PERIODREF", "anni CENTURY", "anni YEAR")
def years_of_2000(number: int) -> Meaning | None:
    """«Gli anni Duemila» are the first decade of the century.

    negli anni Duemila    200
    degli anni 2000       200
    """
    return Absolute(Point("decade", number)) if number % 10 == 0 and number >= 1900 else None


@rule("atom", "PERIODREF", "primi|primissimi anni DECADE|YY'|YY|CENTURY", "prima metà|parte DI anni DECADE|YY'|YY")
def first_of_decade(tens: int) -> Meaning | None:
    """
    nei primi anni Duemila              200 START
    dei primi anni Novanta              199 START
    nella prima metà degli anni Venti   192 START
    """
    return _portion_of_decade("START", tens)


@rule("atom", "PERIODREF", "ultimi anni DECADE|YY'|YY", "seconda metà|parte DI anni DECADE|YY'|YY")
def last_of_decade(tens: int) -> Meaning | None:
    """
    negli ultimi anni Novanta              199 END
    nella seconda metà degli anni Ottanta  198 END
    """
    return _portion_of_decade("END", tens)


@rule("atom", "PERIODREF", "PORTION [DI] anni DECADE|YY'|YY|CENTURY")
def portion_of_decade(portion: str, tens: int) -> Meaning | None:
    """
    a fine anni Settanta          197 END
    all'inizio degli anni '80     198 START
    """
    return _portion_of_decade(portion, tens)


def _portion_of_decade(portion: str, tens: int) -> Meaning | None:
    if tens % 10:
        return None
    return Portion(portion, Absolute(Point("decade", tens if tens >= 1900 else 1900 + tens)))


@rule("atom", "CENTURYREF", "CENTURY")
def century_name(number: int) -> Meaning | None:
    """«Il Novecento» is the years 19XX; without an article it is a number (see `century_with_article`).

    nel Seicento      16
    dell'Ottocento    18
    """
    return Absolute(Point("century", number)) if number < 2000 else None


@rule("part", "PERIODREF", "PORTION CENTURYREF")
def portion_of_century(portion: str, century: Meaning) -> Meaning:
    """
    a fine Ottocento           18 END
    dall'inizio Novecento      19 START
    """
    return Portion(portion, century)


@rule("relative", "PERIODREF", "DA CENTURYREF A CENTURYREF")
def century_to_century(begin: Meaning, end: Meaning) -> Meaning:
    """
    dal Seicento al Novecento       16/19
    dal Duecento all'Ottocento      12/18
    """
    return Range(begin, end)


@rule("relative", "PERIODREF", "IN|DI|DA|ART CENTURYREF", "IN|DI|DA|ART primo|tardo|pieno CENTURYREF")
def century_with_article(*values: Any) -> Meaning:
    """
    nel Novecento            19
    dell'Ottocento           18
    """
    return values[-1]  # type: ignore[no-any-return]


@rule("atom", "PERIODREF", "ROMAN secolo", "secolo ROMAN", "ORDINAL secolo")
def century(*values: Any) -> Meaning | None:
    """
    nel XX secolo          19
    dell'VIII secolo       07
    """
    number = next(v for v in values if isinstance(v, int))
    return _century(number) if number > 1 else None


@rule(
    "atom",
    "PERIODREF",
    "BETWEEN [ART] ROMAN AND [ART] ROMAN secolo",
    "DA ROMAN A ROMAN secolo",
    "ROMAN AND|DASH [ART] ROMAN secolo",
    "[BETWEEN] [ART] secoli ROMAN AND|DASH [ART] ROMAN",
)
def centuries(first: int, last: int) -> Meaning | None:
    """
    tra il XII e il XIV secolo      11/13
    nei secoli XVI e XVII           15/16
    dall'XI al XV secolo            10/14
    """
    return Range(_century(first), _century(last)) if 1 < first < last else None


def _century(number: int) -> Meaning:
    return Absolute(Point("century", (number - 1) * 100))


@rule(
    "atom",
    "PERIODREF",
    "ROMAN secolo a.c.",
    "ROMAN|ORDINAL secolo avanti cristo",
    "secolo ROMAN a.c.",
    "ORDINAL secolo a.c.",
    "ROMAN AND|DASH [ART] ROMAN secolo a.c.",
    "BETWEEN [ART] ROMAN AND [ART] ROMAN secolo a.c.",
    "DA ROMAN A ROMAN secolo a.c.",
)
def century_before_christ(*values: Any) -> Meaning:
    """Of two, the first that is said.

    nel V secolo a.C.          BC04
    nel VI secolo avanti Cristo    BC05
    dell'VIII secolo a.C.      BC07
    """
    number = next(v for v in values if isinstance(v, int))
    return Absolute(Point("century", 1 - number * 100))
