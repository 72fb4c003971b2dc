"""Noun phrases around a verb: its subject, what a participle hangs on, gender and number, articles out of contractions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal, NamedTuple

from timeline.italian.clauses import Clause, Sentence
from timeline.italian.speech import AND, CONTRACTED, Word

# What may stand in the body of a noun phrase.
_BODY = frozenset({"article", "noun", "name", "number", "adverb", "close", "open", "time"})
_ARTICLE_IN = {"l": "il", "llo": "lo", "lla": "la", "ll'": "l'", "i": "i", "gli": "gli", "lle": "le"}
_MASCULINE = frozenset("il lo un uno i gli quel quello quei quegli questo questi alcuni del dello dei degli".split())
_FEMININE = frozenset("la una le un' quella quelle questa queste alcune della delle".split())
_PLURAL = frozenset("i gli le quei quegli quelle questi queste alcuni alcune dei degli delle due tre quattro".split())
_PARTITIVE = frozenset("dei degli delle del dello della dell'".split())
_EMPTY_PRONOUNS = frozenset("chi ciò tutti qualcuno nessuno entrambi entrambe io tu noi voi".split())


class Agreement(NamedTuple):
    """Gender and number as a participle takes them: its last letter."""

    feminine: bool
    plural: bool

    def ending(self) -> str:
        return ("e" if self.plural else "a") if self.feminine else ("i" if self.plural else "o")


def article_of(contracted: str) -> str:
    """The article inside a contraction, "" where there is none.

    >>> article_of("dalla"), article_of("all'"), article_of("per")
    ('la', "l'", '')
    """
    low = contracted.lower().replace("’", "'")
    if low not in CONTRACTED:
        return ""
    return _ARTICLE_IN.get(low[2:] if not low.startswith("a") else low[1:], "")


def agreement_of(phrase: Sequence[Word]) -> Agreement | None:
    """Gender and number of a noun phrase, from its article or number and its head; None where nothing tells."""
    head = next((w for w in phrase if w.part in ("noun", "name")), None)
    feminine: bool | None = None
    plural: bool | None = None
    for word in phrase:
        if word is head:
            break
        if word.low in _FEMININE or word.low in _MASCULINE:
            feminine = word.low in _FEMININE
        if word.low in _PLURAL or word.part == "number":
            plural = True
        elif word.part == "article":
            plural = False
    if head is None:
        return None
    last = head.low[-1]
    if feminine is None:
        feminine = None if last not in "oai" or head.part == "name" else last == "a"
    if plural is None:
        plural = last == "i" and head.part == "noun"
    joined = any(w.low in ("e", "ed") for w in phrase) and head.part == "name"
    return Agreement(bool(feminine), plural or joined)


def front_of(sentence: Sentence, clause: Clause) -> list[int]:
    """The places of the clause's words before its verb, without the word that opens it."""
    if clause.group is None:
        return []
    return [i for i in clause.words if i < clause.group.first and i > clause.opener]


def rear_of(sentence: Sentence, clause: Clause) -> list[int]:
    """The places of the clause's words after its verb."""
    return [i for i in clause.words if clause.group and i > clause.group.last]


def segments(sentence: Sentence, places: Sequence[int]) -> list[list[int]]:
    """The places cut at commas, dashes and colons, and wherever words between them belong to another clause."""
    parts: list[list[int]] = [[]]
    for place in places:
        word = sentence.words[place]
        if word.part == "mark" and word.text in ",;:–—-.":
            parts.append([])
            continue
        if parts[-1] and place != parts[-1][-1] + 1:
            parts.append([])
        parts[-1].append(place)
    return [p for p in parts if p]


def subject_before(sentence: Sentence, clause: Clause) -> list[int]:
    """The noun phrase before the verb that is its subject, as places; [] where there is none.

    The nearest stretch before the verb that begins with a noun phrase. A name set off by commas after its role stands
    for the whole: «il capo delle forze armate, Valery Gerasimov, ha…».
    """
    words = sentence.words
    for stretch in reversed(segments(sentence, front_of(sentence, clause))):
        start = _phrase_start(words, stretch)
        if start is not None:
            return stretch[start:]
    return []


def _phrase_start(words: Sequence[Word], stretch: Sequence[int]) -> int | None:
    """Where in the stretch the first noun phrase begins that no preposition governs."""
    governed = False
    for k, place in enumerate(stretch):
        word = words[place]
        if word.part == "preposition":
            if word.low in _PARTITIVE and k == 0 and len(stretch) > 1 and words[stretch[1]].part == "noun":
                return k if word.low in ("dei", "degli", "delle") else None
            governed = True
        elif word.part in ("article", "number") and not (governed and _directly_after(words, stretch, k)):
            return k
        elif word.part in ("noun", "name"):
            if not governed:
                return k
        elif word.part == "pronoun" and not governed and word.low not in _EMPTY_PRONOUNS:
            return k
        elif word.part == "time":
            governed = False
    return None


def _directly_after(words: Sequence[Word], stretch: Sequence[int], k: int) -> bool:
    """Whether the preposition's own noun phrase only begins here: "con una", "su due"."""
    return k > 0 and words[stretch[k - 1]].part in ("preposition", "adverb", "article", "number")


def core_of(words: Sequence[Word], limit: int = 60) -> list[Word]:
    """A noun phrase without its tail: up to the first phrase of another preposition than "di" that makes it too long."""
    kept: list[Word] = []
    for k, word in enumerate(words):
        loose = word.part == "preposition" and word.low not in _PARTITIVE | {"di", "d'"}
        if k and (loose or word.part == "mark") and length_of(words) > limit:
            break
        kept.append(word)
    return kept


def length_of(words: Sequence[Word]) -> int:
    return words[-1].end - words[0].start if words else 0


def antecedent(sentence: Sentence, clause: Clause) -> list[Word]:
    """The noun phrase a relative or participle clause hangs on, its article taken out of a contraction.

    Nouns are tried from the nearest back; the participle must agree: «trattato di mutua difesa siglato» is the treaty.
    """
    words = sentence.words
    if not clause.words:
        return []
    place = clause.words[0] - 1
    while place >= 0 and words[place].part in ("mark", "time", "close", "preposition"):
        place -= 1
    end = place
    participle = words[clause.group.head].verb if clause.group and clause.kind == "participle" else None
    best: list[Word] = []
    while place >= 0 and (words[place].part in _BODY or words[place].part == "preposition" or words[place].low in AND):
        if words[place].part in ("noun", "name"):
            start = _start_of_phrase(words, place)
            phrase = _with_article(words, start, end)
            agreed = agreement_of(phrase)
            fits = (
                participle is None
                or agreed is None
                or (agreed.plural == participle.plural and agreed.feminine == participle.feminine)
            )
            if fits:
                best = phrase
                before = words[start - 1] if start else None
                if participle is None or before is None or before.low not in ("di", "d'", "del", "della", "dell'", "dei"):
                    break
                if agreement_of(_with_article(words, _start_of_phrase(words, max(0, start - 2)), end)) != agreed:
                    break
            place = start - 1
        else:
            place -= 1
    return best


def _start_of_phrase(words: Sequence[Word], place: int) -> int:
    """The first word of the simple noun phrase that ends at or goes through *place*."""
    while place > 0 and words[place - 1].part in ("noun", "name", "number", "article", "open"):
        place -= 1
    return place


def _with_article(words: Sequence[Word], start: int, end: int) -> list[Word]:
    phrase = list(words[start : end + 1])
    before = words[start - 1] if start else None
    article = article_of(before.low) if before and before.part == "preposition" else ""
    if article and before:
        phrase.insert(0, replace(before, text=article, low=article, part="article"))
    return phrase


Side = Literal["before", "after"]


def object_after(sentence: Sentence, clause: Clause) -> list[int]:
    """The noun phrase right after the verb, as places: its object, or a subject that follows. [] where none does."""
    words = sentence.words
    rear = [i for i in rear_of(sentence, clause)]
    k = 0
    while k < len(rear) and words[rear[k]].part in ("adverb", "time"):
        k += 1
    if k >= len(rear):
        return []
    first = words[rear[k]]
    partitive = first.low in ("dei", "degli", "delle")
    if first.part not in ("article", "noun", "name", "number", "open") and not partitive:
        return []
    phrase = [rear[k]]
    for place in rear[k + 1 :]:
        word = words[place]
        if place != phrase[-1] + 1 or word.part in ("mark", "time", "that", "verb", "clitic"):
            break
        if word.part == "preposition" and word.low not in _PARTITIVE | {"di", "d'"}:
            break
        phrase.append(place)
    return phrase
