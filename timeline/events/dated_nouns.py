"""Dates that hang on a noun: «l'arresto del 12 gennaio» dates the arrest, «un modello del 1978» nothing."""

from __future__ import annotations

from dataclasses import replace

from timeline.events.event_nouns import is_event_noun, is_gathering, is_result
from timeline.events.passage import Passage
from timeline.events.scheduling import DUE
from timeline.italian.speech import Word
from timeline.italian.tokens import OF

_OF = OF | {"del'"}
_ABOUT = frozenset("su sul sullo sulla sull' sui sugli sulle".split())  # «un convegno sul terremoto del 1915»
_SETTING = frozenset({"dopo", "nonostante", "durante", "con", "prima", "seguito", "occasione", "causa"})


def dated_noun(passage: Passage) -> int | None:
    """The event noun that the expression hangs on directly: «la convalida dell'arresto del 12 gennaio»."""
    words, at = passage.words(), _first_of_list(passage)
    if at and words[at - 1].low == "per":
        return _noun_announced(passage)
    if at == 0 or words[at - 1].low not in _OF:
        return _noun_due(words, at) or _noun_of_setting(passage)
    result = None
    for place in range(at - 2, max(-1, at - 8), -1):
        word = words[place]
        if word.part in ("verb", "mark", "that") or word.low in _ABOUT:
            break
        if word.part == "noun" and is_event_noun(word.low):
            if not is_result(word.low):
                return None if _is_setting_of_verb(passage, place) else place
            result = place if result is None else result
    return result


def _noun_due(words: list[Word], at: int) -> int | None:
    """«dopo il congresso del partito, in programma a Chianciano dal 26 luglio»: what is due is the congress."""
    lead = at - 1
    while lead > 0 and words[lead].part in ("preposition", "article", "name", "time"):
        lead -= 1
    if words[lead].low not in DUE or [w.text for w in words[lead - 2 : lead]] != [",", "in"]:
        return None
    for place in range(lead - 3, max(-1, lead - 9), -1):
        if words[place].part in ("verb", "mark", "that"):
            return None
        if words[place].part == "noun" and is_event_noun(words[place].low):
            return place
    return None


def _first_of_list(passage: Passage) -> int:
    """The first of the dates joined with this: «la chiusura delle scuole per le giornate di oggi | e domani»."""
    words, at = passage.words(), passage.word
    while at > 2 and words[at - 1].part == "and" and words[at - 2].part == "time" and words[at - 3].low in _OF:
        at -= 2
    return at


def _is_setting_of_verb(passage: Passage, noun: int) -> bool:
    """«Nel ballottaggio di domenica ha battuto…»: the verb tells what happened there."""
    group = passage.clause.group
    if group is None or noun == 0:
        return False
    if passage.clause.kind == "participle":  # «i reperti affiorati nei sondaggi dell'aprile 2023»
        return noun > group.last and passage.words()[noun - 1].low in _WITHIN
    if not group.is_past:
        return False
    before = passage.words()[noun - 1].low
    if noun > group.last:  # «ha approvato nella seduta di lunedì il piano»
        return before in _WITHIN and is_gathering(passage.words()[noun].low)
    return noun < group.first and before in _IN


def is_occasion(passage: Passage) -> bool:
    """«Alle comunali del 25 maggio ha vinto…», «con una delibera del 6 giugno ha stanziato…»: the verb's own date."""
    words, at, group = passage.words(), passage.word, passage.clause.group
    if passage.clause.kind == "participle" and at > 2 and words[at - 1].low in _OF:
        return _leads_to_occasion(words, at)
    if at < 3 or words[at - 1].low not in _OF or group is None or not group.is_past:
        return False
    on_a_day = passage.timex.period is not None and passage.timex.period.is_day
    if on_a_day and words[at - 3].low in _WITHIN and words[at - 2].part == "noun":
        return True  # «nella puntata di venerdì»
    if on_a_day and words[at - 4].low == "durante" and words[at - 3].part == "article":
        return True
    return at < group.first and _leads_to_occasion(words, at)


def _leads_to_occasion(words: list[Word], at: int) -> bool:
    for place in range(at - 2, max(0, at - 8), -1):
        word = words[place]
        if word.part in ("verb", "mark", "that") or word.low in _ABOUT:
            return False
        if word.low in _OCCASIONS or (word.part == "noun" and is_event_noun(word.low)):
            return words[place - 1].low in _IN
        if word.low in _ACTS:
            return words[place - 1 - (words[place - 1].part == "article")].low in _BY
    return False


_WITHIN = frozenset("nel nella nell' nei negli nelle".split())
_IN = _WITHIN | frozenset("durante al alla all' ai agli alle".split())
_BY = frozenset("con col tramite mediante".split())
# What is held, so that something can happen there; and what a body acts by.
_OCCASIONS = frozenset(
    """
    ballottaggio ballottaggi comunali amministrative regionali politiche europee mondiali mondiale mundial europei
    olimpiadi giochi campionati assoluti derby match sfida amichevole seduta perquisizione incontro
    """.split()
)
_ACTS = frozenset("delibera determina decreto ordinanza sentenza circolare legge lettera verbale dispaccio".split())


def _noun_announced(passage: Passage) -> int | None:
    """«hanno proclamato uno sciopero di otto ore per lunedì»: the strike is on Monday."""
    words, at = passage.words(), passage.word
    for place in range(at - 2, max(-1, at - 9), -1):
        if words[place].part in ("verb", "mark", "that"):
            return None
        if words[place].part == "noun" and is_event_noun(words[place].low):
            return place
    return None


def _noun_of_setting(passage: Passage) -> int | None:
    """«nonostante la scoperta della malattia tre anni fa»: the date of the circumstance, not of the main verb."""
    words, at = passage.words(), passage.word
    if passage.timex.type != "DATE" or (at and words[at - 1].part == "preposition"):
        return None
    noun = None
    for place in range(at - 1, max(-1, at - 9), -1):
        word = words[place]
        if word.low in _SETTING:
            return noun if noun is not None and words[place + 1].part in ("article", "preposition") else None
        if word.part not in ("noun", "name", "article") and word.low not in _OF:
            return None
        if word.part == "noun" and is_event_noun(word.low):
            noun = place
    return None


def is_definite(words: list[Word], noun: int) -> bool:
    before = words[noun - 1].low if noun else ""
    return before in ("la", "il", "l'", "lo", "le", "i", "gli") or (
        len(before) > 2 and before.endswith(("la", "il", "l'", "lo", "el", "al", "ul"))
    )


def qualifies_a_noun(passage: Passage) -> bool:
    """«un modello del 1978», «la bici dell'anno scorso»: the date belongs to a thing."""
    words, at = passage.words(), passage.word
    if at > 2 and words[at - 1].text in ("'", "’"):
        at -= 1
    if at < 2 or words[at - 1].low not in _OF:
        return False
    before = words[at - 2]
    if before.is_verb("participle") or before.low in _THOSE:
        return True
    if before.part == "and" and at > 3 and words[at - 3].part == "time":
        return qualifies_a_noun(replace(passage, timex=passage.reading.timexes[words[at - 3].start]))
    return before.part in ("noun", "name", "number", "mark", "article") and before.low not in _OF_TIME_ITSELF


_THOSE = frozenset("quello quella quelli quelle".split())
# «nel corso di», «a distanza di», «nel giro di»: they lead to the time and are no thing it belongs to.
_OF_TIME_ITSELF = frozenset("corso giornata serata distanza giro arco capo".split())
