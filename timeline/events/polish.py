"""From words to a title: the longest whole phrase of at most 90 characters, clean at both ends."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.events.agreement import agreement_of
from timeline.events.loose_ends import (
    LEADING_ON,
    before_circumstance,
    trim_rear,
    without_aside,
    without_bare_che,
    without_but,
    without_half,
    without_lone_word,
    without_measure,
    without_rest,
)
from timeline.events.printing import LIMIT, clings, join, printed
from timeline.italian.speech import Word
from timeline.italian.tokens import OF

_ENOUGH = 55
_SHORT = 30
# Adverbs that tie a sentence to those around it, or only colour it.
_TIES = frozenset(
    """
    infatti dunque quindi inoltre intanto invece tuttavia infine comunque insomma purtroppo fortunatamente finalmente
    pure
    evidentemente ovviamente naturalmente pertanto perciò anzi oltretutto stavolta appunto poi però
    """.split()
)
_DROPPED_IN_FRONT = frozenset(
    """
    dopodiché
    e ed ma però poi infatti dunque quindi inoltre intanto invece così tuttavia infine pure anche che quando mentre dove
    perché poiché se come ecco cui appena proprio comunque insomma stavolta purtroppo fortunatamente già
    """.split()
)


def fit(words: Sequence[Word], limit: int = LIMIT) -> str:
    """The title these words make: the longest whole phrase that fits, clean at both ends."""
    return printed(fitting(words, limit))


def fitting(words: Sequence[Word], limit: int = LIMIT) -> list[Word]:
    """The words of the longest whole phrase that fits."""
    whole = _until_semicolon(_without_brackets(words))
    told = [w for k, w in enumerate(whole) if w.low not in _IDLE or not _is_idle(whole, k)]
    kept = _trim_front(_balance(_without_lone_aside(_without_comma_inside(_before_main_verb(told)))))
    over = _first_too_many(kept, limit)
    if over:
        stop = _before_relative(kept, over) or _before_apposition(kept, over) or _cut(kept[: over + 1], over)
        stop = before_circumstance(kept, stop)
        kept = without_measure(trim_rear(kept[:stop]), kept[stop : stop + 1])
        kept = without_lone_word(kept)
    kept = trim_rear(_balance(without_rest(trim_rear(without_aside(without_bare_che(without_but(kept)))))))
    return _trim_front(trim_rear(without_half(trim_rear(without_bare_che(kept)))))


_IDLE = _TIES | {"compiuti", "compiuto", "così"}


def _is_idle(words: Sequence[Word], place: int) -> bool:
    """«È morto così Ugo Neri»: how, the sentences before say; «vent'anni compiuti» is so much without the day."""
    if words[place].low in _TIES:
        return not _is_news(words, place)
    before = words[place - 1] if place else None
    if words[place].low in ("compiuti", "compiuto") and before is not None:
        return before.low.endswith(("anni", "anno"))
    return words[place].low == "così" and before is not None and before.is_verb("participle")


_LEADING = frozenset({"preposition", "article"})


def _before_main_verb(words: list[Word]) -> list[Word]:
    """«Fondata la ditta, | passa al gruppo»: what a headline of a participle says, without the verb of its sentence."""
    led = bool(words) and words[0].is_verb("participle")
    stop = next((k for k in range(2, len(words)) if _may_be_finite(words, k)), 0) if led else 0
    return words[: stop - 1] if stop and words[stop - 1].text == "," else words


def _may_be_finite(words: Sequence[Word], k: int) -> bool:
    """Whether a finite verb stands there, or a noun behind a comma that may be one, and stands before its object."""
    verb, follows = words[k].verb, words[k + 1 : k + 2]
    if words[k].part == "verb" or verb is None or verb.form != "finite" or words[k - 1].text != ",":
        return words[k].is_verb("finite")
    return bool(follows) and (follows[0].part == "article" or follows[0].low in ("a", "al", "alla", "all'", "per"))


def _without_comma_inside(words: list[Word]) -> list[Word]:
    """«È rientrata in porto, la nave»: a comma alone between a verb in front, with where, and its subject."""
    commas = [k for k, w in enumerate(words) if w.part == "mark"]
    done = next((k for k in range(min(2, len(words))) if words[k].is_verb("participle")), -1)
    if len(commas) != 1 or done < 0 or words[commas[0]].text != "," or words[0].part != "verb":
        return words
    where, who = words[done + 1 : commas[0]], words[commas[0] + 1 :]
    verb, agreed = words[done].verb, agreement_of(who) if who and who[0].part == "article" else None
    fits = verb is not None and agreed is not None and agreed == (verb.feminine, verb.plural)
    alone = (
        where and where[0].part == "preposition" and not any(w.part in ("verb", "name") for w in (*where, *who[1:2]))
    )
    return [*words[: commas[0]], *who] if fits and alone else words


def _without_lone_aside(words: list[Word]) -> list[Word]:
    """«i lavori, fermi da marzo, riprenderanno»: without its date the aside says nothing."""
    for k in range(1, len(words) - 3):
        lone = words[k].text == words[k + 2].text == "," and words[k + 1].part in ("noun", "verb")
        told = lone and words[k - 1].part in ("noun", "name") and words[k - 1].low != "anni"
        if told and words[k + 3].part in ("verb", "clitic"):
            return [*words[:k], *words[k + 3 :]]
        # «Adele ha aperto la merceria, sarta, con un prestito»
        late = told and words[k + 1].part == "noun" and any(w.is_verb("finite") for w in words[:k])
        if late and words[k + 3].part == "preposition":
            return [*words[:k], *words[k + 3 :]]
    return words


def _is_news(words: Sequence[Word], place: int) -> bool:
    """«la banda suonerà comunque in piazza»: right behind the verb the word is the news; at the end it is none."""
    in_spite = words[place].low == "comunque" and place > 1 and place + 1 < len(words)
    verb = words[place - 1].verb
    return in_spite and verb is not None and verb.lemma != "essere" and words[place + 1].part in _LEADING


def _without_brackets(words: Sequence[Word]) -> list[Word]:
    """The words without what stands in brackets: «Singapore Airlines (SIA)», «(GMT + 8)»."""
    opened = next((k for k, w in enumerate(words) if w.text == "(" and k), 0)
    closed = next((k for k in range(opened, len(words)) if words[k].text == ")"), 0)
    return [*words[:opened], *words[closed + 1 :]] if opened and closed else list(words)


def _before_relative(words: Sequence[Word], over: int) -> int:
    """Where a clause set off by a comma begins that the cut would leave without its end; 0 where none does."""
    for k in range(over - 2, 3, -1):
        aside = words[k + 1].part == "that" or words[k + 1].is_verb("participle", "gerund")
        if words[k].text == "," and aside and len(join(words[:k])) >= _SHORT:
            return k
    return 0


def _before_apposition(words: Sequence[Word], over: int) -> int:
    """Where the last comma stands, if what the cut would leave behind it is half of what somebody or something is
    («…, il gregario | che al Giro ha tirato»); 0 else."""
    comma = next((k for k in range(over - 1, 3, -1) if words[k].text == ","), 0)
    if not comma or not any(w.is_verb("finite") for w in words[:comma]):
        return 0
    rest = words[comma + 1 : over]
    if len(join(words[:comma])) < _LEAST:
        # «le scuole riapriranno, | ma con ingresso posticipato | per permettere»
        return comma if rest and rest[0].low == "ma" and not any(w.is_verb("finite") for w in rest) else 0
    said = rest and (rest[0].low in _SAYING_WHAT or rest[0].low in ("uno", "una"))
    end = next((k for k, w in enumerate(rest) if w.part in ("and", "that", "verb")), len(rest))
    own = rest[end:] and not (rest[end].part == "that" or rest[end].is_verb("participle"))
    return comma if said and not own else 0


_LEAST = 40
_SAYING_WHAT = frozenset("il lo la l'".split())


def _until_semicolon(words: Sequence[Word]) -> Sequence[Word]:
    """What stands before a semicolon, if a title can be made of it."""
    stops = (k for k, w in enumerate(words) if w.text in _STOPS and k > 2 and (w.text == ";" or _explains(words, k)))
    stop = next(stops, 0)
    return words[:stop] if stop else words


_STOPS = (";", ":")


def _explains(words: Sequence[Word], k: int) -> bool:
    """«Prevista l'inaugurazione: | ospite la scrittrice»: what a colon leads to, but words that are quoted."""
    return not any(w.part == "open" for w in words[k : k + 3])


def _first_too_many(words: Sequence[Word], limit: int) -> int:
    """How many words it takes to be longer than *limit*; 0 where all of them fit."""
    length = 0
    before: Word | None = None
    for k, word in enumerate(words):
        length += len(word.text) + (before is not None and not clings(before, word))
        if length > limit:
            return k + 1
        before = word
    return 0


def _cut(words: Sequence[Word], over: int) -> int:
    """Where to cut a title of which *over* words are too many: before its last phrase, or its last "of"."""
    short = words[:over]
    loose = (k for k in range(over - 1, 2, -1) if _begins_phrase(short, k) and not _makes_one_noun(words, k))
    whole = next(loose, 0)
    if whole and len(join(words[:whole])) >= _ENOUGH:
        return next((k for k in range(over - 1, whole, -1) if _says_more(short, k)), whole)
    for k in range(over - 1, max(whole, 2), -1):
        if _may_cut_before(words, k) and len(join(words[:k])) >= min(_ENOUGH, LIMIT):
            return k
    return whole or next((k for k in range(over - 1, 2, -1) if _may_cut_before(words, k)), over - 1)


def _may_cut_before(words: Sequence[Word], k: int) -> bool:
    """Whether the word is a preposition, but not that of «quattordici milioni | di euro»."""
    return words[k].part == "preposition" and not (words[k].low in OF and words[k - 1].low in _MANY)


_MANY = frozenset("milione milioni miliardo miliardi migliaio migliaia centinaio centinaia decina decine paio".split())


def _says_more(words: Sequence[Word], k: int) -> bool:
    """«agli allievi del conservatorio | di Lecco»: what is of something that is itself of something may go."""
    if words[k].low not in OF or k < 5 or words[k - 1].low in _MANY:
        return False
    if words[k - 1].part == "name" and words[k - 2].part in ("noun", "name"):
        return True  # «alla gioielleria Cesaroni | di corso Umberto»
    if words[k - 1].part != "noun":
        return False
    return words[k - 2].low in OF and words[k - 3].part == "noun" and words[k + 1 : k + 2] != []


def _begins_phrase(words: Sequence[Word], k: int) -> bool:
    """Whether a title may end before the word at *k*."""
    word = words[k]
    if word.part == "preposition":
        return word.low not in OF and not (word.low == "per" and words[k + 1 : k + 2] and words[k + 1].low == "cento")
    if word.part == "and":  # «veri e propri blitz» are one
        return words[k + 1 : k + 2] == [] or words[k + 1].part not in ("noun", "adverb")
    if word.part == "verb":
        return word.is_verb("participle", "gerund") and k > 4 and not _after_verb(words, k)
    return word.part in ("mark", "that", "open") or (word.low in LEADING_ON and word.part == "noun" and k > 4)


def _makes_one_noun(words: Sequence[Word], k: int) -> bool:
    """«il rinvio | a giudizio», «una barca | a vela», «la sala | da ballo»: two bare nouns that are one thing."""
    bare = words[k].low in ("a", "ad", "da") and words[k - 1].part == "noun"
    return bare and words[k + 1 : k + 2] != [] and words[k + 1].part == "noun"


def _after_verb(words: Sequence[Word], k: int) -> bool:
    """Whether the verb form belongs to one before it, adverbs between: «sarà ulteriormente | ridotta»."""
    return next((w.part for w in reversed(words[:k]) if w.part != "adverb"), "") == "verb"


def _trim_front(words: list[Word]) -> list[Word]:
    k = 0
    while k < len(words) and (words[k].part in ("mark", "close") or words[k].low in _DROPPED_IN_FRONT):
        k += 1
    there = [w.low for w in words[k : k + 2]] in (["vi", "si"], ["ci", "si"])
    return words[k + there :]  # «vi si tornerà a votare»


def _balance(words: list[Word]) -> list[Word]:
    """Quotation marks and brackets that do not close, or do not open, left out; straight ones always."""
    drop: set[int] = set()
    open_at: list[int] = []
    for k, word in enumerate(words):
        if word.part == "open":
            open_at.append(k)
        elif word.part == "close":
            if open_at:
                open_at.pop()
            else:
                drop.add(k)
        elif word.text in ('"', "*", "_"):
            drop.add(k)
    drop |= set(open_at)
    return [w for k, w in enumerate(words) if k not in drop]
