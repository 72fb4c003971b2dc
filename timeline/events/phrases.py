"""Noun phrases around a verb: its subject, what a participle hangs on, gender and number, articles."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from timeline.events.agreement import agreement_of, article_of
from timeline.events.passage import Passage
from timeline.events.places import is_town
from timeline.events.printing import join
from timeline.events.vocabulary import given_names
from timeline.events.without_dates import dateless
from timeline.italian.clauses import Clause
from timeline.italian.speech import Word
from timeline.italian.tokens import OF
from timeline.italian.verb_groups import Group

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
        if word.part == "and" and place and words[place - 1].text == "," and parts[-1] and parts[-1][-1] != place - 1:
            parts.append([])  # «Poche parole bisbigliate, | e l’uomo se n’è andato»
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
    if clause not in passage.subjects:
        passage.subjects[clause] = _with_neither(passage.words(), _find_subject(passage, clause))
    return list(passage.subjects[clause])


def _with_neither(words: Sequence[Word], phrase: list[Word]) -> list[Word]:
    """«né il primo né il secondo voto»: of two that did not, the first "né" belongs to them."""
    if not any(w.low == "né" for w in phrase[1:]):
        return phrase
    place = next((k for k, w in enumerate(words) if w.start == phrase[0].start), 0)
    return [words[place - 1], *phrase] if place and words[place - 1].low == "né" else phrase


def _find_subject(passage: Passage, clause: Clause) -> list[Word]:
    words = passage.words()
    found: list[Word] = []
    front = front_of(passage, clause)
    parts = segments(words, _since_colon(words, front))
    stretches = [s for s in parts if not _is_age(words, s) and not _is_absolute(words, s)]
    if len(stretches) > 1 and words[front[-1]].text == "," and _is_aside(passage, clause, stretches):
        stretches.pop()
    if len(stretches) > 1 and _is_told_of_circumstance(words, stretches, clause):
        stretches.pop()
    for stretch in reversed(stretches):
        start = _phrase_start(words, stretch)
        if start is not None:
            start = _start_of_last(words, stretch, start)
        phrase = _without_tail([words[i] for i in _first_run(words, stretch[start:])]) if start is not None else []
        joined = clause.group and clause.group.plural and words[stretch[0]].low in ("e", "ed")
        apart = joined and words[stretch[0] - 1].text == "," and phrase and not agreed_by_sum(phrase)
        if apart and (agreed := agreement_of(phrase)) and agreed.plural:
            joined = False  # «Poche parole, | e due uomini se ne sono andati»
        if joined and phrase and not found:
            first = _first_of_two(words, stretches, stretch)
            if first:
                return [*first, words[stretch[0]], *phrase]
        aside = phrase and phrase[0].part == "noun" and words[front[-1]].text == "," and clause.kind == "main"
        aside = aside and phrase[0].low not in _OWNED
        if aside or not phrase or not _may_be_subject(phrase, clause.group):
            if found:
                break
            continue
        if found and not _is_apposition(found, phrase):
            break
        if found or phrase[0].part == "name":
            return [*_names_listed(words, stretches, stretch, clause.group), *phrase]
        found = phrase
    return found


def _since_colon(words: Sequence[Word], front: list[int]) -> list[int]:
    """«Un volo di sei metri: | così è rimasto ferito un operaio»: what stands before a colon does nothing behind."""
    colon = next((k for k in range(len(front) - 1, -1, -1) if words[front[k]].text == ":"), -1)
    quoted = colon >= 0 and any(words[i].part in ("open", "close") for i in front[colon:])
    return front if quoted else front[colon + 1 :]


def _is_absolute(words: Sequence[Word], stretch: Sequence[int]) -> bool:
    """«martedì, passato il ponte, porterà la richiesta»: done with, between two commas, it does nothing."""
    over = words[stretch[0]].low[:-1] == "passat"  # read as a noun, «il passato»
    if over and stretch[0] == 0 and words[1].part == "noun":
        return True  # «Passato professionista nel '63, ne uscì»
    done = stretch[0] - (not over)
    led = done > 0 and (over or words[done].is_verb("participle")) and words[done - 1].text == ","
    return led and words[done + 1].part == "article" and words[stretch[-1] + 1].text == ","


def _is_age(words: Sequence[Word], stretch: Sequence[int]) -> bool:
    """«Ugo Neri, | 27 anni |, e la compagna Ada, | 25 |, si sposeranno», «con i fondi, | tre milioni |, si farà»."""
    told = [words[i] for i in stretch]
    if told[0].part == "number" and told[-1].low in _SUMS and words[stretch[0] - 1].text == ",":
        return all(w.part in ("number", "noun") or w.low in OF for w in told)
    return told[0].text.isdigit() and (len(told) == 1 or (len(told) == 2 and told[1].low == "anni"))


_SUMS = frozenset("milioni miliardi euro dollari metri chilometri ettari tonnellate chili".split())


def _start_of_last(words: Sequence[Word], stretch: Sequence[int], start: int) -> int:
    """«Per consentire il montaggio del palco | la piazza sarà chiusa»: of two phrases side by side the last."""
    for k in range(len(stretch) - 1, start, -1):
        here, before = words[stretch[k]], words[stretch[k] - 1]
        if stretch[k] - stretch[k - 1] != 1 and before.part != "time":
            continue
        if here.part == "article" and here.low in _THE and before.part in ("noun", "name"):
            return k
    return start


def _names_listed(
    words: Sequence[Word], stretches: Sequence[Sequence[int]], last: Sequence[int], group: Group | None
) -> list[Word]:
    """«Cgil, | Cisl e Uil hanno»: the names, with their commas, that an enumeration has before its last two."""
    if group is None or not group.plural or not any(words[i].low in ("e", "ed") for i in last):
        return []
    start = last[0]
    for stretch in reversed([s for s in stretches if s[0] < last[0]]):
        if stretch[-1] != start - 2 or words[start - 1].text != "," or any(words[i].part != "name" for i in stretch):
            break
        start = stretch[0]
    return list(words[start : last[0]])


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


def _is_told_of_circumstance(words: Sequence[Word], stretches: Sequence[Sequence[int]], clause: Clause) -> bool:
    """«Nell'udienza di maggio, | l'ultima prima delle ferie, | ha chiesto scusa»: between two commas right before the
    verb, behind what a preposition leads to, stands no subject."""
    aside, before = stretches[-1], stretches[-2]
    group = clause.group
    if group is None or words[before[0]].part != "preposition" or words[aside[0]].part != "article":
        return False
    bare = len(aside) > 1 and words[aside[1]].low in _ONE_OF_SUCH
    return bare and words[aside[-1] + 1].text == words[aside[0] - 1].text == "," and group.first == aside[-1] + 2


_OWNED = frozenset("suo sua suoi sue".split())
_ONE_OF_SUCH = frozenset("primo prima secondo seconda terzo terza ultimo ultima più".split())


def _may_be_subject(phrase: Sequence[Word], group: Group | None) -> bool:
    agreed = agreement_of(phrase)
    if any(w.low in CROWDS for w in phrase[:2]):
        return True
    if group and group.tense and not group.plural and _are_two(phrase):
        return False  # «sabato la cronoscalata e domenica la gara, attraverserà»
    if len(phrase) == 1 and phrase[0].text.isdigit():
        return False  # «alle 10 e 30 si è sposato»
    counted = phrase[-1].part == "number" and all(w.part in ("number", "preposition") for w in phrase)
    if counted and group and group.tense and not group.plural:
        return False  # «per i libri invenduti, circa novemila, ci sarà una svendita»
    return not (agreed and group and group.tense and agreed.plural != group.plural and not agreed_by_sum(phrase))


def _are_two(phrase: Sequence[Word]) -> bool:
    """Whether two phrases with articles of their own are joined: «il gatto e la volpe» takes a plural."""
    joined = any(a.low in ("e", "ed") and b.part == "article" for a, b in pairwise(phrase))
    return joined and phrase[0].part == "article"


# «centinaia di tweet hanno…», «la maggioranza dei soci ha…»: either number.
CROWDS = frozenset(
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
        if word.part == "number" and word.text.isdigit() and k and words[place - 1].part == "noun":
            continue  # «in gara 1, | i salentini hanno vinto»
        if _takes_object(word):
            governed = True
        elif word.part == "preposition":
            if word.low in _PARTITIVE and k == 0 and len(stretch) > 1 and words[stretch[1]].part == "noun":
                return k if word.low in ("dei", "degli", "delle") else None
            governed = True
        elif word.part == "article" and governed and k and _takes_object(words[stretch[k - 1]]):
            continue  # «per consentire lo svolgimento della festa | la piazza sarà chiusa»
        elif word.part in ("article", "number") and not (governed and _directly_after(words, stretch, k)):
            return k
        elif word.part in ("noun", "name"):
            if not governed or _begins_person(words, stretch, k):
                return k
        elif word.part == "pronoun" and not governed and word.low not in _EMPTY_PRONOUNS:
            return k
        elif word.part == "time":
            governed = False
    return None


def _begins_person(words: Sequence[Word], stretch: Sequence[int], k: int) -> bool:
    """«alla Casa Bianca | Donald Trump ha»: a given name and a surname behind a place of two names."""
    if k < _PLACE_OF_TWO or k + 1 >= len(stretch) or stretch[k + 1] - stretch[k - _PLACE_OF_TWO] != _PLACE_OF_TWO + 1:
        return False
    run = [words[i] for i in stretch[k - _PLACE_OF_TWO : k + 2]]
    if any(w.part != "name" for w in run) or run[2].text not in given_names() or run[3].text in given_names():
        return False
    return run[0].text not in given_names() or is_town(f"{run[0].text} {run[1].text}")


_PLACE_OF_TWO = 2


def _takes_object(word: Word) -> bool:
    """An infinitive, but of "to be": «per consentire | lo svolgimento»; «oltre a essere | un ladro» says who."""
    return word.is_verb("infinitive") and word.verb is not None and word.verb.lemma not in ("essere", "diventare")


def _directly_after(words: Sequence[Word], stretch: Sequence[int], k: int) -> bool:
    """Whether the preposition's own noun phrase only begins here: "con una", "su due"."""
    before, word = words[stretch[k - 1]], words[stretch[k]]
    if before.part == "number" and word.part == "article" and words[stretch[k - 2]].low not in ("e", "ed"):
        return False  # «con 17 voti a 15 | il consiglio ha…»
    if word.part == "number" and before.low in _ORDINALS:
        return True  # «per i primi quindici posti»
    if _takes_object(before):
        return True
    return k > 0 and (before.part in ("preposition", "adverb", "article", "number") or before.low in _ALL)


_THE = frozenset("il lo la l' i gli le un uno una un'".split())
_ORDINALS = frozenset("primi prime ultimi ultime prossimi prossime altri altre nuovi nuove".split())
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


def object_after(passage: Passage, clause: Clause, *, skip: bool = False) -> list[int]:
    """The noun phrase right after the verb, as places: its object, or a subject that follows. [] where none does.

    *skip*: adverbial phrases may come between («si è tenuto in Comune a Sassuolo il Comitato»).
    """
    if (clause, skip) not in passage.objects:
        passage.objects[clause, skip] = _find_object(passage, clause, skip)
    return list(passage.objects[clause, skip])


def _find_object(passage: Passage, clause: Clause, skip: bool) -> list[int]:
    words = passage.words()
    rear = dateless(passage, rear_of(clause))
    k = 0
    while k < len(rear) and not _begins_phrase(words, rear, k):
        low = words[rear[k]]
        # «ha approvato, con otto voti contrari, la variante»
        beyond = skip and low.text == "," and k + 1 < len(rear) and not _has_named(words, rear[:k])
        beyond = beyond and not _compares(words, rear, k + 1)
        how = skip and low.is_verb("participle") and k > 1 and words[rear[k - 2]].part == "preposition"
        # «torna in versione restaurata un classico»
        if (low.part in ("that", "verb") and not how) or (low.part == "mark" and not beyond):
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
        if word.part == "preposition" and word.low not in OF and not _is_per_cent(words, place):
            break
        phrase.append(place)
    return phrase


def _is_per_cent(words: Sequence[Word], place: int) -> bool:
    """«il 75 per cento delle quote» is one phrase."""
    after = words[place + 1 : place + 2]
    return words[place].low == "per" and bool(after) and after[0].low == "cento" and words[place - 1].part == "number"


def _compares(words: Sequence[Word], rear: Sequence[int], k: int) -> bool:
    """«…, il 14% in più», «…, sette in meno»: how much more, no object."""
    near = [words[i].low for i in rear[k : k + 6]]
    return any(pair in _MORE_OR_LESS for pair in pairwise(near)) or "%" in near[:3]


_MORE_OR_LESS = frozenset({("in", "più"), ("in", "meno")})


def _has_named(words: Sequence[Word], places: Sequence[int]) -> bool:
    """Whether a name stands there that no preposition leads to: «ha condannato a sei anni Ugo Bassi, …»."""
    return any(
        words[i].part == "name" and k and words[places[k - 1]].part not in ("preposition", "name", "article")
        for k, i in enumerate(places)
        if k < 2 or words[places[k - 1]].part != "noun" or not _has_article(words[places[k - 2]])
    )


def _has_article(lead: Word) -> bool:
    return lead.part == "article" or article_of(lead.low) != ""


def _counts_about(words: Sequence[Word], rear: Sequence[int], k: int) -> bool:
    """«più di trecento persone», «circa due miliardi»: so many, or nearly."""
    low = words[rear[k]].low
    follows = [words[i] for i in rear[k + 1 : k + 3]]
    if low in ("più", "meno"):
        return len(follows) == 2 and follows[0].low == "di" and follows[1].part == "number"
    return low in ("circa", "oltre", "quasi", "almeno") and bool(follows) and follows[0].part == "number"


def _begins_phrase(words: Sequence[Word], rear: Sequence[int], k: int) -> bool:
    word = words[rear[k]]
    if _counts_about(words, rear, k):
        return not (k and words[rear[k - 1]].part in ("preposition", "and"))
    if (k and words[rear[k - 1]].part in ("preposition", "and")) or (
        k and words[rear[k - 1]].part in ("noun", "name") and word.part != "article"
    ):
        return False
    if word.part == "article":
        return not (k and words[rear[k - 1]].part == "article")
    if word.part == "number" and k + 1 < len(rear) and words[rear[k + 1]].low == "volte":
        return False  # «la gara saltò due volte»
    if word.part == "number":
        return not (k and words[rear[k - 1]].part in ("article", "number"))
    return (word.part in ("noun", "name", "open") and k == 0) or (word.low in ("dei", "degli", "delle") and k == 0)
