"""A last look at the nouns of a title: «l’ingresso» is that of the hospital the article is about, «il gommone», which
it never names, is «un gommone».

Whatever is added stands in the article; nothing is where there is no room, or where two things may be meant.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from timeline.events.agreement import article_of
from timeline.events.cases import named_before_mention
from timeline.events.contractions import led_by
from timeline.events.definites import Definite, definite_phrases
from timeline.events.first_mentions import indefinite
from timeline.events.full_names import named_in_full
from timeline.events.home_town import of_home_town
from timeline.events.inquiries import looking_into, of_disaster
from timeline.events.lines import between_towns
from timeline.events.noun_ends import noun_ends
from timeline.events.offices import holder_of
from timeline.events.passage import Passage
from timeline.events.printing import LIMIT, join
from timeline.events.referents import told_of
from timeline.events.retold import told_otherwise, whose
from timeline.events.somebody import FEMININE, MASCULINE, somebody_told
from timeline.events.wholes import about_firm, on_bench, whole_of
from timeline.italian.speech import Word
from timeline.italian.tokens import OF

_MORE = OF | frozenset("sul sulla sull' sullo sui sugli sulle".split())


def anchored(passage: Passage, words: Sequence[Word]) -> list[Word]:
    """The words of a title, each noun with what says which one it is, as far as the article tells and there is room."""
    if any(w.part == "open" for w in words):
        return list(words)
    out = on_bench(passage, about_firm(passage, looking_into(passage, named_in_full(passage, words))))
    for phrase in reversed(list(definite_phrases(out))):
        out = _told(passage, out, phrase)
    return _of_age(passage, _some_car(_said_once(out)))


def _said_once(words: list[Word]) -> list[Word]:
    """«il ponte sul Serchio sul Serchio» → «il ponte sul Serchio»: told by the sentence, and named."""
    if len({w.low for w in words}) > len(words) - 2:
        return words
    for place in range(len(words)):
        for length in (2, 3, 4):
            first, again = words[place : place + length], words[place + length : place + 2 * length]
            if len(again) == length and [w.low for w in first] == [w.low for w in again]:
                return _said_once([*words[: place + length], *words[place + 2 * length :]])
    return words


_CARS = frozenset(
    """
    Lancia Fiat Audi Bmw Mercedes Volkswagen Golf Panda Punto Musa Ford Fiesta Opel Renault Peugeot Toyota Ypsilon Smart
    Nissan Suzuki Hyundai Kia Volvo Porsche Maserati Citroën Citroen Polo Clio Yaris Corsa
    """.split()
)


def _some_car(words: list[Word]) -> list[Word]:
    """«Intercettata la Lancia» → «Intercettata una Lancia»."""
    for place, name in enumerate(words[1:], 1):
        the = words[place - 1]
        if name.text in _CARS and the.low == "la" and the.part == "article":
            text = "Una" if the.text[0].isupper() else "una"
            words = [*words[: place - 1], replace(the, text=text, low="una"), *words[place:]]
    return words


def _of_age(passage: Passage, words: list[Word]) -> list[Word]:
    """«Il Comune premierà la ventunenne di Arco» → «Elena Neri», if she is named; else «una ventunenne di Arco»."""
    for place, noun in enumerate(words[1:], 1):
        aged = [w.low for w in words[place + 1 : place + 2]] == ["di"] and words[place + 2 : place + 3] != []
        aged = aged and words[place + 2].part in ("number", "time")  # «l’anziana di 82 anni»
        first = indefinite(words[place - 1], [noun]) if noun.low.endswith("enne") or aged else []
        if not first:
            continue
        name = named_before_mention(passage, noun.text, feminine=first[-1].low == "una")
        if name and not any(w.text in name for w in words if w.part == "name" and len(w.text) > 2):
            end = noun_ends(words, place + 1)
            return [
                *words[: place - 1],
                *first[:-1],
                replace(noun, text=name, low=name.lower(), part="name"),
                *words[end:],
            ]
        if place + 1 < len(words) and words[place + 1].low in OF:
            return [*words[: place - 1], *first, *words[place:]]
    return words


def _told(passage: Passage, words: list[Word], phrase: Definite) -> list[Word]:
    """The title with that phrase made plain; as it is where nothing is known of it."""
    somebody = _somebody(passage, words, phrase)
    if somebody and len(join(somebody)) <= LIMIT:
        return somebody
    other = _otherwise(passage, words, phrase)
    if other and len(join(other)) <= LIMIT:
        return other
    for tail in _tails(passage, words, phrase):
        told = _with_tail(words, phrase, tail) if tail and not _repeats(words, tail) else []
        if told:
            return told
    first = indefinite(words[phrase.start], words[phrase.start + 1 : phrase.end])
    return [*words[: phrase.start], *first, *words[phrase.start + 1 :]] if first else words


_LINES = frozenset("collegamento linea tratta servizio rotta volo".split())


def _with_tail(words: list[Word], phrase: Definite, tail: list[Word]) -> list[Word]:
    """The title with what says which one it is, shortened at its last "of" if need be; [] where there is no room."""
    while tail:
        told = [*words[: phrase.end], *tail, *words[phrase.end :]]
        if len(join(told)) <= LIMIT:
            return told
        cut = next((k for k in range(len(tail) - 1, 0, -1) if tail[k].low in _MORE), 0)
        tail = tail[:cut] if any(w.part == "name" for w in tail[:cut]) else []
    return []


def _otherwise(passage: Passage, words: list[Word], phrase: Definite) -> list[Word]:
    """«la copertura dell’edificio» → «la copertura dell’ex mercato di via Mazzini», as the article called it first."""
    lead, noun = words[phrase.start], words[phrase.noun]
    if lead.part != "preposition" or phrase.end != phrase.start + 2 or lead.low[0] not in "da" or lead.low[:2] == "da":
        return []
    article = replace(lead, text=article_of(lead.low), low=article_of(lead.low), part="article")
    told = told_otherwise(passage, [article, noun], agreeing=False)
    if not told or _repeats(words, told):
        return []
    return [*words[: phrase.start], *led_by("di" if lead.low[0] == "d" else "a", told), *words[phrase.end :]]


def _tails(passage: Passage, words: Sequence[Word], phrase: Definite) -> Iterator[list[Word]]:
    noun = words[phrase.noun]
    more = told_of(passage, noun) if phrase.end == phrase.start + 2 else []
    if any(w.part == "name" or w.low in _MORE for w in more):
        yield more
    if phrase.end == phrase.start + 2 and not any(w.part == "name" for w in words[phrase.end : phrase.end + 2]):
        yield holder_of(passage, noun.low)
    told = " ".join(w.low for w in words[phrase.noun : phrase.end])
    yield whole_of(passage, told)
    yield whose(passage, noun)
    if noun.low in ("danni", "cause", "origine"):
        yield of_disaster(passage)
    if noun.low in _LINES:
        yield between_towns(passage)
    yield of_home_town(passage, words, told)


def _repeats(words: Sequence[Word], tail: Sequence[Word]) -> bool:
    """Whether the title already speaks of what would be added."""
    named = {w.low for w in words if w.part in ("noun", "name")}
    return any(w.low in named for w in tail if w.part in ("noun", "name"))


def _somebody(passage: Passage, words: list[Word], phrase: Definite) -> list[Word]:
    """«Il padre del ragazzo» → «Il padre di un ragazzo di sedici anni», as he was first told."""
    noun, before = words[phrase.noun].low, words[phrase.start]
    if phrase.end != phrase.start + 2 or noun not in FEMININE | MASCULINE:
        return []
    article = before.low if before.part == "article" else article_of(before.low)
    if article not in ("il", "lo", "la", "l'"):
        return []
    told = somebody_told(passage, feminine=None if article == "l'" else article == "la")
    lead = indefinite(before, words[phrase.start + 1 : phrase.end])
    if not told or not lead or any(w.low == told[-1].low for w in words):
        return []
    lead = lead[:-1] if before.part == "preposition" else []
    first = replace(told[0], text=told[0].text.lower()) if phrase.start or lead else told[0]
    return [*words[: phrase.start], *lead, first, *told[1:], *words[phrase.end :]]
