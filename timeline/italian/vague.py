"""Times without a day: «di recente», «presto», «ormai»."""

from __future__ import annotations

from timeline.dates.meaning import Meaning
from timeline.dates.stretches import Vague
from timeline.italian.engine import PHRASES

rule = PHRASES.rule


@rule("atom", "VAGUEREF", "NOW")
def now_word(ref: str) -> Meaning:
    """Words that stand for the present, the past or what is to come.

    attualmente     PRESENT_REF
    recentemente    PAST_REF
    presto          FUTURE_REF
    """
    return Vague(ref, "now" if ref == "PRESENT_REF" else "")


@rule(
    "atom",
    "VAGUEREF",
    "di recente",
    "più di recente",
    "in passato",
    "recente passato",
    "un tempo",
    "in precedenza",
    "negli|nei UNITS GONE",
    "tempo addietro",
    "or ora",
    "in quel momento",
)
def in_the_past(*_: str) -> Meaning:
    """Some time in the past.

    di recente             PAST_REF
    in quel momento        PAST_REF
    nel recente passato    PAST_REF
    """
    return Vague("PAST_REF")


@rule(
    "atom",
    "VAGUEREF",
    "a breve",
    "a giorni|momenti|ore",
    "in futuro",
    "a breve termine",
    "quanto prima",
    "al più presto",
    "in un prossimo futuro",
    "prossimo futuro",
)
def in_the_future() -> Meaning:
    """Some time to come.

    a breve          FUTURE_REF
    al più presto    FUTURE_REF
    """
    return Vague("FUTURE_REF")


@rule("relative", "VAGUEREF", "tra|fra poco|breve")
def soon() -> Meaning:
    """Before a length of time it measures it: «tra poco più di un mese».

    fra poco         FUTURE_REF
    tra breve        FUTURE_REF
    """
    return Vague("FUTURE_REF")


@rule(
    "atom",
    "VAGUEREF",
    "in questo momento",
    "al momento",
    "[a] tutt' oggi",
    "THIS UNITS",
    "per ora",
    "per adesso",
    "per il momento",
    "d' ora in poi|avanti",
    "in THIS UNITS",
)
def at_present(*_: str) -> Meaning:
    """The time of printing, as wide as one likes.

    al momento          PRESENT_REF
    in questi giorni    PRESENT_REF
    d'ora in poi        PRESENT_REF
    """
    return Vague("PRESENT_REF", "now")


@rule("atom", "VAGUEREF", "ora")
def now() -> Meaning:
    """«Ora» as an adverb; the guards refuse «ora che», «un'ora», the newspaper.

    ora       PRESENT_REF
    da ora    PRESENT_REF
    """
    return Vague("PRESENT_REF", "now")
