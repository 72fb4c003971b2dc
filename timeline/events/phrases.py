"""Noun phrases around a verb: its subject, what a participle hangs on, gender and number, articles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from timeline.events.agreement import agreement_of, article_of
from timeline.events.event_nouns import is_event_noun
from timeline.events.passage import Passage
from timeline.events.polish import dateless, join
from timeline.italian.clauses import Clause, Sentence
from timeline.italian.speech import AND, Word
from timeline.italian.tokens import OF
from timeline.italian.verb_groups import Group
from timeline.italian.verbs import Verb

# What may stand in the body of a noun phrase.
_BODY = frozenset({"article", "noun", "name", "number", "adverb", "close", "open", "time"})
_PARTITIVE = OF - {"di", "d'"}
_EMPTY_PRONOUNS = frozenset("chi ciò tutti nessuno entrambi entrambe io tu noi voi".split())


def front_of(passage: Passage, clause: Clause) -> list[int]:
    """The places of the clause's words before its verb, without dates, brackets and the word that opens it."""
    if clause.group is None:
        return []
    words, own = passage.words(), set(clause.words)
    places: list[int] = []
    inside = False
    for place in range(clause.opener + 1, clause.group.first):
        text = words[place].text
        if text == "«" and not any(w.text == "»" for w in words[place : clause.group.first]):
            places = []  # «Leggi anche … «Ada non ha…»: what stands before the quotation is not in it
            continue
        inside = (inside or text == "(") and text != ")"
        if place in own and not inside and text != ")":
            places.append(place)
    return dateless(passage, places)


def rear_of(clause: Clause) -> list[int]:
    """The places of the clause's words after its verb."""
    return [i for i in clause.words if clause.group and i > clause.group.last]


def segments(words: Sequence[Word], places: Sequence[int]) -> list[list[int]]:
    """The places cut at commas, dashes, brackets and colons."""
    parts: list[list[int]] = [[]]
    for place in places:
        word = words[place]
        if (word.part == "mark" and word.text in ",;:–—-.?!()") or word.text in "()":
            parts.append([])
            continue
        parts[-1].append(place)
    return [p for p in parts if p]


def subject_before(passage: Passage, clause: Clause) -> list[Word]:
    """The noun phrase before the verb that is its subject; [] where there is none.

    The nearest stretch before the verb that begins with a noun phrase. A name set off by commas after its role stands
    for the whole: «il capo delle forze armate, Valery Gerasimov, ha…».
    """
    words = passage.words()
    found: list[Word] = []
    front = front_of(passage, clause)
    stretches = segments(words, front)
    if len(stretches) > 1 and words[front[-1]].text == "," and _is_aside(passage, clause, stretches):
        stretches.pop()
    for stretch in reversed(stretches):
        start = _phrase_start(words, stretch)
        phrase = _without_tail([words[i] for i in _first_run(words, stretch[start:])]) if start is not None else []
        joined = clause.group and clause.group.plural and words[stretch[0]].low in ("e", "ed")
        if joined and phrase and not found:
            first = _first_of_two(words, stretches, stretch)
            if first:
                return [*first, words[stretch[0]], *phrase]
        aside = phrase and phrase[0].part == "noun" and words[front[-1]].text == "," and clause.kind == "main"
        if aside or not phrase or not _may_be_subject(phrase, clause.group):
            if found:
                break
            continue
        if found and not _is_apposition(found, phrase):
            break
        if found or phrase[0].part == "name":
            return phrase
        found = phrase
    return found


def _first_run(words: Sequence[Word], stretch: Sequence[int]) -> Sequence[int]:
    """«la giuria | chiamata a scegliere | il vincitore ha votato»: the noun before the verb form between."""
    for k in range(1, len(stretch)):
        between = words[stretch[k - 1] + 1 : stretch[k]]
        if any(w.part == "verb" for w in between):
            return stretch[:k]
    return stretch


def _first_of_two(words: Sequence[Word], stretches: Sequence[Sequence[int]], second: Sequence[int]) -> list[Word]:
    """«un uomo, bulgaro, e sua figlia sono stati…»: the first of two that are the subject together."""
    for stretch in stretches:
        if stretch is second or stretch[0] >= second[0]:
            break
        start = _phrase_start(words, stretch)
        if start is not None and words[stretch[start]].part in ("article", "name"):
            return _without_tail([words[i] for i in stretch[start:]])
    return []


def _is_aside(passage: Passage, clause: Clause, stretches: Sequence[Sequence[int]]) -> bool:
    """Whether the last stretch, between two commas, only says more of the noun before: «il volo, il più lungo, è…»."""
    words = passage.words()
    aside, before = stretches[-1], stretches[-2]
    start = _phrase_start(words, before)
    if start is None or words[aside[0]].part != "article" or aside[0] - before[-1] != 2:
        return False
    phrase = [words[i] for i in before[start:]]
    return phrase[0].part in ("article", "name") and _may_be_subject(phrase, clause.group)


def _may_be_subject(phrase: Sequence[Word], group: Group | None) -> bool:
    agreed = agreement_of(phrase)
    if any(w.low in _CROWDS for w in phrase[:2]):
        return True
    if len(phrase) == 1 and phrase[0].text.isdigit():
        return False  # «alle 10 e 30 si è sposato»
    return not (agreed and group and group.tense and agreed.plural != group.plural and not agreed_by_sum(phrase))


# «centinaia di tweet hanno…», «la maggioranza dei soci ha…»: either number.
_CROWDS = frozenset(
    "centinaia migliaia decine dozzine decina ventina trentina quarantina cinquantina centinaio migliaio paio"
    " maggioranza parte serie gran".split()
)


def _is_apposition(phrase: Sequence[Word], before: Sequence[Word]) -> bool:
    """Whether a phrase only says more of the one before: «Ugo Neri, l’amministratore»."""
    if before[0].part == "name":
        return all(w.part != "name" for w in phrase[:2])
    return phrase[0].part != "article" and before[0].part == "article"


def agreed_by_sum(phrase: Sequence[Word]) -> bool:
    """Whether its number may be either: two joined by "e", or a crowd («la maggioranza», «un gruppo»)."""
    return any(w.low in ("e", "ed", "o", "né") for w in phrase)


def _without_tail(phrase: list[Word]) -> list[Word]:
    """The phrase without adverbs that belong to the verb: «Pyongyang finalmente», «la squadra intanto»."""
    while phrase and (phrase[-1].part in ("adverb", "mark", "clitic", "not") or phrase[-1].low in ("che", "e", "ma")):
        phrase.pop()
    while phrase and phrase[0].low in ("anche", "pure", "solo", "sempre", "proprio", "infine", "poi"):
        phrase.pop(0)
    return phrase


def _phrase_start(words: Sequence[Word], stretch: Sequence[int]) -> int | None:
    """Where in the stretch the first noun phrase begins that no preposition governs."""
    governed = False
    for k, place in enumerate(stretch):
        word = words[place]
        if k and any(w.part == "time" for w in words[stretch[k - 1] + 1 : place]):
            governed = False  # «durante la fiera del 2018 | Anna Rossi ha…»
        if word.low in ("circa", "oltre") and k + 1 < len(stretch) and words[stretch[k + 1]].part == "number":
            return k  # «circa duemila feriti sono…»
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
    before = words[stretch[k - 1]]
    return k > 0 and (before.part in ("preposition", "adverb", "article", "number") or before.low in _ALL)


_ALL = frozenset("tutto tutta tutti tutte".split())


def core_of(words: Sequence[Word], limit: int = 60) -> list[Word]:
    """A noun phrase without its tail: up to the first preposition but "di" that makes it too long."""
    kept: list[Word] = []
    for k, word in enumerate(words):
        loose = word.part == "preposition" and word.low not in OF
        if k and (loose or word.part == "mark") and length_of(words) > limit:
            break
        if k and word.low in OF and len(kept) > 2 and length_of(kept) > limit - 15:
            break
        kept.append(word)
    return kept


def length_of(words: Sequence[Word]) -> int:
    """How many characters the words take in print."""
    return len(join(words))


def antecedent(sentence: Sentence, clause: Clause) -> list[Word]:
    """The noun phrase a relative or participle clause hangs on, its article taken out of a contraction.

    Nouns are tried from the nearest back; the participle must agree: «trattato di mutua difesa siglato» is the treaty.
    """
    words = sentence.words
    if not clause.words:
        return []
    place = _first_of_series(sentence, clause) - 1
    while place >= 0 and words[place].part in ("mark", "time", "close", "open", "preposition", "that"):
        place -= 1
    inner = sentence.clauses[sentence.owner[place]]
    aside = inner.kind == "participle" and inner is not clause and inner.words[0] > 1
    if clause.kind == "relative" and aside and words[inner.words[0] - 1].text == words[place + 1].text == ",":
        place = inner.words[0] - 2  # «la Norvegia, imbattuta da maggio, che…»
    end = place
    group = clause.group
    agreeing = group and (clause.kind == "participle" or group.auxiliary == "essere")
    participle = _participle_of(words, group) if group and agreeing else None
    best: list[Word] = []
    while place >= 0 and (
        words[place].part in _BODY
        or words[place].part == "preposition"
        or words[place].low in AND
        or (words[place].text == "," and not best and clause.kind == "participle")
    ):
        if words[place].text == ",":
            end = place = place - 1
            continue
        if words[place].part in ("noun", "name"):
            start = _start_of_phrase(words, place)
            if words[start - 1].part == "verb" and words[start].part == "noun" and words[place].part == "name":
                start = next(k for k in range(start, place + 1) if words[k].part == "name")  # «sarà presente | Anna»
            phrase = _with_article(words, start, end)
            agreed = agreement_of(phrase)
            if len(phrase) == 1 and words[start - 1].low in AND and words[place].part == "noun":
                place = start - 1
                continue  # «autorità italiane ed egiziane»: an adjective
            if participle is None:
                told = group and any(w.part in ("noun", "name") for w in words[clause.opener + 1 : group.first])
                sure = phrase[0].part in ("article", "number") and clause.kind == "relative" and not told
                fits = not (sure and group and agreed and agreed.plural != group.plural)
            else:
                fits = agreed is None or agreed.fits(participle.feminine, participle.plural)
            if fits and not (clause.kind == "relative" and _is_street(words, start)):
                best = phrase
                plain = words[start].part != "article" and words[place].part == "noun"
                if _says_with_whom(words, start, clause) or _did_it(words, start, group, clause):
                    place = start - 1
                    continue
                if not _is_of_noun_before(words, start, participle) and not (
                    (clause.kind != "relative" or plain) and _belongs_to_noun_before(words, start, place)
                ):
                    break
            place = start - 1
        else:
            place -= 1
    return _apposed(words, best, clause) or best


def _says_with_whom(words: Sequence[Word], start: int, clause: Clause) -> bool:
    """«il recupero con il Termoli, rinviato a marzo»: after a comma the whole is meant, not whom it is with."""
    before = clause.words[0] - 1
    set_off = clause.kind == "participle" and before > 0 and words[before].text == ","
    named = words[start].part == "article" and words[start + 1 : start + 2] and words[start + 1].part == "name"
    led = start > 1 and words[start - 1].low in ("con", "contro") and words[start - 2].part == "noun"
    return bool(set_off and led and named)


def _did_it(words: Sequence[Word], start: int, group: Group | None, clause: Clause) -> bool:
    """«il crollo della pensilina che ha ucciso undici persone»: it was the collapse that did it."""
    if clause.kind != "relative" or group is None or group.auxiliary != "avere" or group.lemma not in _DONE_BY_EVENTS:
        return False
    k = start - 1 if words[start].part != "article" else start
    return k > 0 and words[k].low in OF and is_event_noun(words[k - 1].low)


_DONE_BY_EVENTS = frozenset(
    """
    uccidere ferire provocare causare distruggere danneggiare devastare colpire costare sconvolgere travolgere
    bloccare coinvolgere lasciare
    """.split()
)


def _apposed(words: Sequence[Word], phrase: Sequence[Word], clause: Clause) -> list[Word]:
    """Whoever is named before a phrase that only says what he is: «Ugo Neri, l’operaio deceduto»."""
    if not phrase or phrase[0].part == "name":
        return []
    place = next((k for k, w in enumerate(words) if w.start == phrase[0].start), 0) - 1
    if phrase[0].part == "noun":
        return _named_before(words, place)
    if any(w.part == "name" for w in phrase):
        return []
    if (
        place < 1
        or words[place].text != ","
        or phrase[0].low not in ("il", "lo", "la", "l'", "un", "una", "un'", "uno")
    ):
        return []
    start = place
    while start and words[start - 1].part == "name":
        start -= 1
    lead = words[start - 1].part if start else ""
    return list(words[start:place]) if place - start > 1 and lead != "noun" else []


def _belongs_to_noun_before(words: Sequence[Word], start: int, head: int) -> bool:
    """Whether the noun only says of what: «la nota della Questura diramata», «l'accordo di pace firmato»."""
    before = words[start - 1].low if start else ""
    named = words[head].part == "name" and before in OF
    return named or (before in ("di", "d'") and words[start].part != "article")


def _named_before(words: Sequence[Word], place: int) -> list[Word]:
    """«“Il Giglio” di Carpi, antica locanda e bar che…»: what has the name."""
    while place > 0 and (words[place].part == "noun" or words[place].low in AND):
        place -= 1
    if place < 1 or words[place].text != ",":
        return []
    start = place
    while start and (words[start - 1].part in ("name", "open", "close") or words[start - 1].low in OF):
        start -= 1
        if words[start].part == "name" and start and words[start - 1].part == "article":
            start -= 1
    while start < place and words[start].part in ("preposition", "close"):
        start += 1
    return list(words[start:place])


def _is_of_noun_before(words: Sequence[Word], start: int, participle: Verb | None) -> bool:
    """Whether the noun that it hangs on agrees as well: «il leader dell’opposizione assassinato»; not «del furto»."""
    if participle is None or start < 2 or words[start - 1].low not in OF or words[start - 2].part != "noun":
        return False
    if words[start].part == "article" or any(is_event_noun(w.low) for w in words[start : start + 3]):
        return False
    agreed = agreement_of(_with_article(words, _start_of_phrase(words, start - 2), start - 2))
    return bool(agreed and agreed.fits(participle.feminine, participle.plural))


def _participle_of(words: Sequence[Word], group: Group) -> Verb | None:
    """The participle that agrees with the subject: the first after the auxiliary."""
    for word in words[group.first : group.last + 1]:
        if word.is_verb("participle"):
            return word.verb
    return None


def _first_of_series(sentence: Sentence, clause: Clause) -> int:
    """Where the clause begins, or the one it continues: «che A e che B» hang on one noun."""
    first = clause.words[0]
    if clause.kind == "participle" and first and sentence.words[first - 1].low in ("e", "ed") and clause.parent >= 0:
        above = sentence.clauses[clause.parent]
        if above.kind == "participle" and above.words and above.words[0] < first:
            return above.words[0]  # «creato da due amici e pubblicato»
    if sentence.words[first].low not in ("e", "ed", "o"):
        return first
    for other in sentence.clauses:
        if other.parent == clause.parent and other.kind == clause.kind and other.words and other.words[0] < first:
            return other.words[0]
    return first


def _start_of_phrase(words: Sequence[Word], place: int) -> int:
    """The first word of the simple noun phrase that ends at or goes through *place*."""
    while place > 0 and words[place - 1].part in ("noun", "name", "number", "article", "open"):
        place -= 1
        if words[place].part == "article" and words[place - 1].part != "article":
            break  # «in Germania un uomo» are two phrases
        if place > 1 and words[place - 1].part == "adverb" and words[place - 2].part == "article":
            return place - 2  # «il poco edificante episodio»
    return place


def _with_article(words: Sequence[Word], start: int, end: int) -> list[Word]:
    phrase = list(words[start : end + 1])
    before = words[start - 1] if start else None
    article = article_of(before.low) if before and before.part == "preposition" else ""
    if article and before:
        phrase.insert(0, replace(before, text=article, low=article, part="article"))
    return phrase


def _is_street(words: Sequence[Word], start: int) -> bool:
    return words[start].low in ("via", "viale", "piazza", "corso", "largo", "vicolo", "piazzale")


def object_after(passage: Passage, clause: Clause, *, skip: bool = False) -> list[int]:
    """The noun phrase right after the verb, as places: its object, or a subject that follows. [] where none does.

    *skip*: adverbial phrases may come between («si è tenuto in Comune a Sassuolo il Comitato»).
    """
    words = passage.words()
    rear = dateless(passage, rear_of(clause))
    k = 0
    while k < len(rear) and not _begins_phrase(words, rear, k):
        low = words[rear[k]]
        # «ha approvato, con otto voti contrari, la variante»
        beyond = skip and low.text == "," and k + 1 < len(rear) and not _has_named(words, rear[:k])
        if low.part in ("that", "verb") or (low.part == "mark" and not beyond):
            return []
        if not (skip or low.part in ("adverb", "time")):
            return []
        k += 1
    if k >= len(rear):
        return []
    phrase = [rear[k]]
    for place in rear[k + 1 :]:
        word = words[place]
        if word.part in ("mark", "time", "that", "verb", "clitic"):
            break
        if word.part == "preposition" and word.low not in OF:
            break
        phrase.append(place)
    return phrase


def _has_named(words: Sequence[Word], places: Sequence[int]) -> bool:
    """Whether a name stands there that no preposition leads to: «ha condannato a sei anni Ugo Bassi, …»."""
    return any(
        words[i].part == "name" and k and words[places[k - 1]].part not in ("preposition", "name", "article")
        for k, i in enumerate(places)
        if k < 2 or words[places[k - 1]].part != "noun" or words[places[k - 2]].part != "preposition"
    )


def _begins_phrase(words: Sequence[Word], rear: Sequence[int], k: int) -> bool:
    word = words[rear[k]]
    if (k and words[rear[k - 1]].part in ("preposition", "and")) or (
        k and words[rear[k - 1]].part in ("noun", "name") and word.part != "article"
    ):
        return False
    if word.part == "article":
        return not (k and words[rear[k - 1]].part == "article")
    if word.part == "number":
        return not (k and words[rear[k - 1]].part in ("article", "number"))
    return (word.part in ("noun", "name", "open") and k == 0) or (word.low in ("dei", "degli", "delle") and k == 0)
