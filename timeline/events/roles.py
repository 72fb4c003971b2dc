"""Who somebody is, where the sentence says it beside the name: «Livio Carrer, l’elettricista» → «L’elettricista Livio
Carrer»."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from timeline.events.passage import Passage
from timeline.events.printing import LIMIT, join
from timeline.events.referents import article_before
from timeline.events.subjects import is_womans
from timeline.events.vocabulary import given_names
from timeline.italian.speech import AND, Word
from timeline.italian.tokens import OF

# Offices and trades end like this, or are listed.
_ENDS = ("ista", "iere", "iera", "tore", "trice", "aio", "aia", "logo", "loga", "nauta", "ante", "ente")
_TRADES = frozenset(
    """
    assessore assessora sindaco sindaca vicesindaco vicesindaca ministro ministra avvocato avvocata medico maestro
    maestra preside parroco vescovo prefetto questore premier segretaria segretario cuoco cuoca poeta soprano tenore
    commissario commissaria notaio architetto architetta ingegnere geometra sergente maresciallo
    capitano colonnello generale deputato deputata impiegato impiegata operaia bracciante pensionato pensionata
    studentessa professoressa professore campione campionessa attrice sacerdote suora rettore rettrice sottosegretario
    sottosegretaria portavoce assessore turista ciclista carabiniere agente vigile bidello bidella idraulico muratore
    """.split()
)
_NO_TRADES = frozenset("presente ente parente conoscente evidente seguente rispondente precedente ambiente".split())


def with_role(passage: Passage, words: Sequence[Word], title: str) -> list[Word]:
    """The words of the title with the trade of the first person it names in full, where there is room for it; else
    []."""
    start = next((k for k, w in enumerate(words) if w.part == "name" and _is_free(words, k)), -1)
    if start < 0:
        return []
    name = words[start]
    given, *rest = name.text.split(" ")
    full = given in given_names() and (rest or [w.part for w in words[start + 1 : start + 2]] == ["name"])
    place = next((k for k, w in enumerate(passage.words()) if w.start == name.start and w.text == name.text), -1)
    roles = _roles_of(passage.words(), place) if full and place >= 0 else []
    roles = roles or (_bare_role(passage.words(), place, given) if full and place >= 0 else [])
    woman = is_womans(given.lower())
    if any(woman is (the in ("il", "lo")) for the in (r[0].low for r in roles) if woman is not None and the != "l'"):
        return []  # «Ada Ferri, il sindaco, …» are two
    before, after = list(words[:start]), list(words[start:])
    if not roles or roles[-1][1].text in title.split() or (before and before[-1].part == "preposition"):
        return []
    comma = next((k for k, w in enumerate(after) if w.text == ","), 0)
    if comma and any(w.start == roles[-1][1].start for w in after[comma:]):
        after = after[:comma]  # «…, il camionista di Bra accusato di aver…» did not fit
    for role in roles:
        first = role[0] if before else replace(role[0], text=role[0].text[:1].upper() + role[0].text[1:])
        told = [*before, first, *role[1:], *after]
        fits = len(join(told)) <= LIMIT and role[-1].part != "name"
        if fits or (not before and role is roles[-1]):
            return told
    return []


def _is_free(words: Sequence[Word], place: int) -> bool:
    """Whether nothing before the name says who it is."""
    if place == 0:
        return True
    before = words[place - 1]
    if before.low in ("anni", "mesi", "ergastolo"):
        return True  # «ha condannato a sei anni | Livio Carrer»
    return before.part not in ("noun", "name", "article", "mark", "open", "number") and before.low not in OF


def _roles_of(words: Sequence[Word], place: int) -> list[list[Word]]:
    """«l’assessore alla cultura» and «l’assessore», of «l’assessore alla cultura, Livio Carrer, …»; «l’elettricista» of
    «Livio Carrer, l’elettricista morto…»."""
    end = place
    while end < len(words) and words[end].part == "name":
        end += 1
    after = words[end : end + 4]
    listed = any(w.low in AND for w in words[end + 3 : end + 5])  # «Ada Ferri, il sindaco e il prefetto»
    if len(after) > 2 and after[0].text == "," and after[1].low in _THE and _is_trade(after[2]) and not listed:
        short = list(after[1:3])
        more = len(after) > 3 and after[3].part == "noun" and after[3].verb is None and after[3].text.islower()
        return [[*short, after[3]], short] if more else [short]
    if end >= len(words) or words[end].text != "," or place < 3 or words[place - 1].text != ",":
        return []
    k = place - 2
    while k > 0 and (words[k].part in ("noun", "name", "preposition", "article", "number")) and place - k < _FAR:
        head = words[k].low in _THE and _is_trade(words[k + 1])
        if head and (k == 0 or words[k - 1].part not in ("preposition", "noun", "name")):
            break
        k -= 1
    if words[k].low not in _THE or not _is_trade(words[k + 1]) or (k and words[k - 1].part == "preposition"):
        return []
    article = replace(words[k], text=words[k].text.lower())
    whole, short = [article, *words[k + 1 : place - 1]], [article, words[k + 1]]
    return [whole, short] if len(whole) > len(short) else [short]


def _bare_role(words: Sequence[Word], place: int, given: str) -> list[list[Word]]:
    """«l’operaio» of «Ugo Neri, 41 anni, operaio di Lugo,» and of «Un operaio di 41 anni, Ugo Neri, è…»."""
    end = place
    while end < len(words) and words[end].part == "name":
        end += 1
    role = _role_behind(words, end) or _role_in_front(words, place)
    woman = _womans_role(role.low, given.lower()) if role else None
    if role is None or woman is None:
        return []
    article = Word(-9, -7, "la" if woman else "il", "la" if woman else "il", "article")
    article = article_before(article, role)
    return [[replace(article, end=role.start if article.low == "l'" else -7), role]]


def _womans_role(role: str, given: str) -> bool | None:
    """«carpentiere» is a man's, «studentessa» a woman's; «autista» as the given name says."""
    if role.endswith(("o", "iere", "tore")):
        return False
    if role.endswith(("aia", "iera", "trice", "essa", "iva", "ata")):
        return True
    return is_womans(given)


def _role_behind(words: Sequence[Word], end: int) -> Word | None:
    """The trade behind «Ugo Neri, 41 anni,», without an article."""
    if [w.text for w in words[end : end + 1]] == [","] and [w.low for w in words[end + 2 : end + 3]] == ["anni"]:
        end += 3
    told = words[end + 1 : end + 3]
    alone = len(told) == 2 and words[end].text == "," and told[1].part not in ("noun", "and")
    return told[0] if alone and _is_trade(told[0]) else None


def _role_in_front(words: Sequence[Word], place: int) -> Word | None:
    """The trade of «Un operaio di 41 anni, Ugo Neri,»."""
    if place < 3 or words[place - 1].text != ",":
        return None
    for k in range(place - 2, max(-1, place - 8), -1):
        if words[k].part in ("mark", "verb", "that"):
            return None
        if words[k].low in ("un", "uno", "una", "un'") and k + 1 < place - 1:
            if k and words[k - 1].part == "preposition":
                return None  # «la nipote di un fornaio, Ada Ferri»
            return words[k + 1] if _is_trade(words[k + 1]) else None
    return None


_THE = frozenset({"il", "lo", "la", "l'"})
_FAR = 9


def _is_trade(word: Word) -> bool:
    if word.part != "noun" or not word.text.islower() or word.low in _NO_TRADES:
        return False
    return word.low in _TRADES or (len(word.low) > 6 and word.low.endswith(_ENDS))
