"""Who or what a noun phrase means to somebody who has not read the sentences before.

«L’uomo» of a story is «un 40enne di Lugo» of its first lines, or at least «un uomo»; «il cantiere» is «il cantiere
della tangenziale»; «Caruso» is Mario Caruso. Whatever is added stands in the article, with the same noun or name.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from timeline.events.cases import only_person
from timeline.events.firms import team_of
from timeline.events.noun_ends import noun_ends
from timeline.events.passage import Passage, occurrences
from timeline.events.retold import told_otherwise, whose
from timeline.events.seats import of_its_town
from timeline.events.somebody import FEMININE, MASCULINE, somebody_told
from timeline.events.subjects import is_person, person_before
from timeline.events.vocabulary import given_names
from timeline.italian.speech import Word, words_of
from timeline.italian.verbs import lemma_of

_DEFINITE = frozenset("il lo la l' i gli le".split())
_TO = frozenset("a ad al allo alla all' ai agli alle".split())
_SOME = re.compile(r"(?<![\w.,])(?P<count>due|tre|quattro|cinque) (?P<noun>[a-zà-ÿ]{4,}[ie])\b", re.I)
_COUNTED = frozenset(
    """
    uomini donne ragazzi ragazze giovani anziani bambini persone stranieri cittadini ladri banditi malviventi rapinatori
    complici italiani tunisini marocchini romeni albanesi moldavi nordafricani fratelli operai studenti indagati
    minorenni carabinieri agenti militari passeggeri turisti feriti morti vittime amici alpinisti escursionisti
    """.split()
)


def introduced(passage: Passage, phrase: Sequence[Word], *, agreeing: bool = True) -> list[Word]:
    """The noun phrase as a headline needs it, whole words of the article added; the phrase itself where nothing is
    known. *agreeing*: a participle agrees with it, so that its gender stays."""
    words = _without_same(list(phrase))
    if len(words) == 1 and words[0].part == "name":
        return [_full_name(passage, words[0])]
    if len(words) > 2 and words[0].low in _DEFINITE and words[1].low in ("suo", "sua", "suoi", "sue"):
        return _of_owner(passage, words)
    if len(words) < 2 or words[0].low not in _DEFINITE:
        return words
    if len(words) == 2 and words[1].part == "name":
        return _kind_and_name(passage, words)
    if [w.low for w in words[1:3]] == ["squadra", "di"]:
        return _team(passage, [w for w in words if w.low != "mister"], agreeing=agreeing)
    town = of_its_town(passage, words)
    if town or words[-1].part not in ("noun", "number"):
        return [*words, *town]
    if any(w.part not in ("noun", "number", "article") or w.low in _ONE_OF_MANY for w in words):
        return words
    if len(words) == 2 and words[1].low in ("due", "tre", "quattro", "cinque"):
        return _counted(passage, words)
    if len(words) == 2 and (words[1].low in MASCULINE | FEMININE or words[1].low.endswith("enne")):
        return _somebody(passage, words)
    more = _of_one(words, told_of(passage, words[-1]))
    if not more and len(words) == 3 and (words[1].low in _WHICH or words[1].part == "number"):
        more = whose(passage, words[-1])
    if more or len(words) > 2:
        return [*words, *more]
    return told_otherwise(passage, words, agreeing=agreeing) or [*words, *whose(passage, words[-1])]


# «la prima fumata» need not be the white one that is told of elsewhere.
_ONE_OF_MANY = frozenset({"prima", "secondo"})
_VOWEL_ENDS = frozenset("aeio")


def _of_one(words: Sequence[Word], more: list[Word]) -> list[Word]:
    """What the noun had beside it, but no adjective of many beside one: «il bus» has no «gratuiti»."""
    if words[-1].low[-1:] in _VOWEL_ENDS:
        return more  # the noun itself shows whether it is one
    many = more[:1] and more[0].part == "noun" and more[0].low.endswith("i") and lemma_of(more[0].low) != more[0].low
    return [] if many and words[0].low in ("il", "lo", "la", "l'") else more


def _team(passage: Passage, words: list[Word], *, agreeing: bool) -> list[Word]:
    """«la squadra di Neri» → «il Lugo di Neri», where the team is told and no participle agrees."""
    team = [] if agreeing else team_of(passage)
    low = "la" if team and team[0].low == "della" else "il"
    text = low.capitalize() if words[0].text[:1].isupper() else low
    the = replace(words[0], text=text, low=low, end=words[0].start + 1)
    return [the, *team[1:], *words[2:]] if team else words


_SOME_ONE = frozenset("un uno una un'".split())
_WHICH = frozenset("ultimo ultima nuovo nuova primo prima prossimo prossima".split())


def _kind_and_name(passage: Passage, words: list[Word]) -> list[Word]:
    """«l’Aurora» → «la nave umanitaria Aurora», as it was first told; bodies of a town get their town."""
    name = words[1].text
    if passage.reading.text.find(f" {name}", 0, passage.sentence.start) < 0:
        return [*words, *of_its_town(passage, words)]
    before = passage.reading.text[: passage.sentence.start]
    kinds = rf"{_ANY_ARTICLE}((?:[a-zà-ÿ]{{3,}} ){{1,2}}){re.escape(name)}\b"
    found = re.search(kinds, before)
    kind = words_of(found[3]) if found else []
    if not found or not kind or kind[0].part != "noun" or any(w.part != "noun" for w in kind):
        return [*words, *of_its_town(passage, words)]
    article = article_before(replace(words[0], low=_definite((found[1] or found[2]).lower())), kind[0])
    rest = [replace(w, start=w.start + article.end + 1, end=w.end + article.end + 1) for w in kind]
    return [article, *rest, words[1]]


_ANY_ARTICLE = r"\b(?:([Ii]l|[Ll]o|[Ll]a|[Uu]n|[Uu]na|[Uu]no) |([Ll]['’]|[Uu]n['’]))"


def _definite(article: str) -> str:
    return {"un": "il", "uno": "lo", "una": "la", "un'": "la", "un’": "la"}.get(article, article.replace("’", "'"))


def _without_same(words: list[Word]) -> list[Word]:
    """«lo stesso bancomat» → «il bancomat»: the same as which, a title cannot say."""
    same = len(words) == 3 and words[1].low in ("stesso", "stessa", "stessi", "stesse") and words[2].part == "noun"
    return [article_before(words[0], words[2]), words[2]] if same else words


def _of_owner(passage: Passage, words: Sequence[Word]) -> list[Word]:
    """«il suo predecessore» → «il predecessore di Giulia Ferrante», after a sentence about her."""
    sentence = passage.sentence
    place = next((k for k, w in enumerate(sentence.words) if w is words[1]), 0)
    owner = person_before(passage, sentence.clauses[sentence.owner[place]])
    if not owner:
        return list(words)
    of = replace(words[1], text="di", low="di", part="preposition", start=-3, end=-2)
    return [article_before(words[0], words[2]), *words[2:], of, _full_name(passage, owner[0]), *owner[1:]]


def article_before(article: Word, noun: Word) -> Word:
    """The article in the form that the noun wants: «lo stesso banco» → «il», «il suo amico» → «l’»."""
    low = noun.low
    impure = low.startswith(("z", "gn", "ps", "x", "y")) or (low[0] == "s" and low[1:2] not in _VOWELS)
    plural, feminine = article.low in ("i", "gli", "le"), article.low in ("la", "le")
    if low[0] in _VOWELS:
        text = ("le" if feminine else "gli") if plural else "l’"
    elif feminine:
        text = "le" if plural else "la"
    elif impure:
        text = "gli" if plural else "lo"
    else:
        text = "i" if plural else "il"
    shown = text.capitalize() if article.text[0].isupper() else text
    return replace(article, text=shown, low=text.replace("’", "'"), end=article.end - 1)


_VOWELS = "aeiouàèéìòù"


def _full_name(passage: Passage, name: Word) -> Word:
    """The surname with the given name it had when first told."""
    before = passage.reading.text[: passage.sentence.start]
    if name.text in given_names():
        return name
    found = re.search(rf"(?<!\w)([A-ZÀ-Ý][\w-]+ )?([A-ZÀ-Ý][\w-]+) {re.escape(name.text)}\b", before)
    if found and found[2] in given_names():
        first = found[1] or ""
        given = first + found[2] if first.strip() in given_names() else found[2]
        return replace(name, text=f"{given} {name.text}")  # «Carlo Azeglio Ciampi» has two
    return name


def _somebody(passage: Passage, words: Sequence[Word]) -> list[Word]:
    """«l’uomo»: as he was first told, or with "un"."""
    article, noun = words
    feminine = article.low == "la" or (article.low == "l'" and noun.low in FEMININE)
    unsure = article.low == "l'" and noun.low.endswith("enne")
    told = somebody_told(passage, feminine=None if unsure else feminine)
    if not told and noun.low in ("uomo", "donna"):
        told = only_person(passage, feminine=feminine)
    if told:
        return told
    text = {"il": "un", "lo": "uno", "la": "una"}.get(article.low) or ("un’" if feminine else "un")
    end = article.end if text.endswith("’") else article.end - 1
    return [replace(article, text=text, low=text, end=end), noun]


def _counted(passage: Passage, words: Sequence[Word]) -> list[Word]:
    """«i due»: the two that were told, or «due persone»."""
    number = words[1]
    for found in _SOME.finditer(passage.reading.text, 0, passage.sentence.start):
        if found["count"].lower() == number.low and found["noun"] in _COUNTED:
            return [number, replace(number, text=found["noun"], low=found["noun"], part="noun", start=number.end + 1)]
    return [number, replace(number, text="persone", low="persone", part="noun", start=number.end + 1)]


def told_of(passage: Passage, noun: Word) -> list[Word]:
    """What the noun had beside it when it was told before: «della tangenziale»; [] where it had nothing, or two
    things."""
    reading = passage.reading
    told: dict[str, list[Word]] = {}
    for start in occurrences(reading.text, noun.low, passage.sentence.start):
        sentence = reading.sentence(bisect_right(reading.spans, (start, len(reading.text))) - 1)
        place = sentence.place_at(start)
        if place > 1 and sentence.words[place - 1].low in _TO and is_person(sentence.words[place - 2 : place - 1]):
            continue  # «l’assessora ai lavori pubblici» speaks of no works
        if place > 1 and sentence.words[place - 1].low in _SOME_ONE and sentence.words[place - 2].text == ",":
            continue  # «NPD, una società di ricerche» says what another thing is
        more = sentence.words[place + 1 : noun_ends(sentence.words, place + 1)]
        if more and any(w.part in ("noun", "name") for w in more) and not any(w.part == "time" for w in more):
            told.setdefault(" ".join(w.low for w in more), more)
    return next(iter(told.values())) if len(told) == 1 else []
