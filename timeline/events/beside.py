"""Whom a clause names beside its fact: relatives, authors, whoever is compared, what went before."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.events.vocabulary import given_names, words_of
from timeline.italian.speech import Word
from timeline.italian.tokens import OF


def only_named(words: Sequence[Word]) -> set[int]:
    """Where the names stand that only tell who or what another is: «il fratello di Ada Ferri», «Argo di Ben Neri»."""
    found: set[int] = set()
    inside = False
    for k, word in enumerate(words):
        if word.part != "name":
            # «figlia dell'ex presidente Ada Ferri», «fratellastro del leader del Paese, Ugo Neri»
            inside = False
        elif k and not inside and words[k - 1].part != "name":
            of = _of_before(words, k)
            begins = _begins_with_given(words, k)
            related, work = begins is not False and _is_related(words, of), begins is True and _is_work(words, of)
            inside = of > 0 and (related or work)
        elif not inside and word.text in given_names():
            inside = _is_office_of_related(words, k)
        if inside:
            found.add(word.start)
    return found


def _begins_with_given(words: Sequence[Word], start: int) -> bool | None:
    """Whether a run of names begins with a given name, and not with «Partito Democratico Ugo Neri»; None: has none."""
    for k in range(start, len(words)):
        if words[k].part != "name":
            break
        if words[k].text in given_names():
            return k == start
    return None


def circumstances(words: Sequence[Word], places: Sequence[int], told: set[int]) -> set[int]:
    """«dopo le dimissioni di Ugo Neri», «in seguito alla fuga di …»: what happened before and is not told here.

    *told*: the places of the verb and of the date, in this order; what holds one of them is what is told. A cause may
    hold the date: «si dimise in seguito all'evasione di Ugo Neri nel 1977».
    """
    found: set[int] = set()
    for place in places:
        word, before = words[place], words[place - 1].low if place else ""
        cause = word.low in _CAUSES and before in _LEADS
        protest = word.low in _OVER and before in _PROTESTS
        if not (cause or protest or word.low in _ALONE or (word.low in _OCCASIONS and before in _LEADS)):
            continue
        stop = next((k for k in range(place + 1, len(words)) if words[k].part in _PHRASE_ENDS), len(words))
        phrase = range(place, stop)
        if len(phrase) > 1 and words[place + 1].part in ("article", "preposition"):
            found.update(phrase if cause or told.isdisjoint(phrase) else ())
    return found


_ALONE = frozenset({"dopo", "rispetto"})
_OCCASIONS = frozenset("ambito vista indomani termine occasione differenza pari contrario".split())
_CAUSES = frozenset("seguito causa".split())
_LEADS = frozenset("a in al all' nell' nel".split())
# «proteste per la morte di Ada Ferri»
_PROTESTS = frozenset(
    "protesta proteste manifestazione manifestazioni corteo cortei polemica polemiche rivolta rivolte sdegno "
    "disordini tumulti sommossa scioperi".split()
)
_OVER = frozenset("per contro dopo".split())
_PHRASE_ENDS = frozenset({"mark", "verb", "that", "and"})


def of_somebody_else(words: Sequence[Word], beside: set[int]) -> set[int]:
    """The circumstances that name who did it: «in seguito alla fuga di Ugo Neri a Lugo» is not where this happens."""
    found: set[int] = set()
    for place in sorted(beside):
        if words[place].text in given_names():
            found.update(_run_around(beside, place))
    return found


def _run_around(places: set[int], place: int) -> range:
    first = last = place
    while first - 1 in places:
        first -= 1
    while last + 1 in places:
        last += 1
    return range(first, last + 1)


def forerunners(words: Sequence[Word], trigger: int) -> set[int]:
    """«prima di lei, infatti, solo Ada Ferri e Ugo Neri»: who did it before, where the trigger is not among them."""
    found: set[int] = set()
    for place, word in enumerate(words):
        if word.low not in _PRONOUNS or place < 2 or (words[place - 2].low, words[place - 1].low) != ("prima", "di"):
            continue
        stop = next((k for k in range(place, len(words)) if words[k].is_verb("finite") or words[k].text in ";:"), None)
        phrase = range(place, len(words) if stop is None else stop)
        if trigger not in phrase and trigger != stop:
            found.update(phrase)
    return found


_PRONOUNS = frozenset("lei lui loro".split())
_ROLE_LENGTH = 10


def _of_before(words: Sequence[Word], name: int) -> int:
    """The place of the «di» that a name hangs on, with a role between at most: «del famoso pianista | Ugo Neri»."""
    comma = False
    for k in range(name - 1, max(0, name - _ROLE_LENGTH), -1):
        comma = comma or words[k].low == ","
        if words[k].low in OF and _is_related(words, k):
            # «l'avvocato dell'uomo, Ada Ferri» is she; «fratellastro del leader, Ugo Neri» is somebody else.
            return 0 if comma and words[k - 2].part in ("article", "preposition") else k
        if words[k].low in OF and k == name - 1:
            return k
        if words[k].part not in ("noun", "name", "preposition", "adverb") and words[k].low != ",":
            return 0
    return 0


def _is_related(words: Sequence[Word], of: int) -> bool:
    before = [w.low for w in words[max(0, of - 2) : of]]
    return bool(_RELATED.intersection(before)) or _says_namesake(words, of)


def _is_office_of_related(words: Sequence[Word], name: int) -> bool:
    """«collaboratore dell'allora governatore della Banca d'Italia Ugo Neri»: the office is the other one's."""
    of = _of_before(words, name)
    related = of > 0 and words[of - 1].low in _RELATED
    return related and any(w.low in words_of("title") for w in words[of + 1 : name])


def _says_namesake(words: Sequence[Word], of: int) -> bool:
    """«la dottrina Neri, dal nome del presidente Ugo Neri»: who something is called after."""
    return of > 1 and (words[of - 2].low, words[of - 1].low) == ("dal", "nome")


def _is_work(words: Sequence[Word], of: int) -> bool:
    """Whether a work, or what is known by its owner, stands before: «il film», «la statua», «Argo» and «l'Inter»."""
    before = words[of - 1]
    if before.part == "name" and of > 1 and not (before.text.isupper() or before.text in given_names()):
        return True
    return before.text in ("»", "”", '"') or any(w.low in _WORKS for w in words[max(0, of - 2) : of])


_WORKS = frozenset(
    """
    film pellicola documentario romanzo libro saggio volume opera opere quadro dipinto tela poesia commedia dramma
    fumetto serie saga personaggio musical statua busto ritratto biografia capolavoro
    """.split()
)
_RELATED = frozenset(
    """
    fratello sorella fratelli fratellastro sorellastra figlio figlia figli padre madre moglie marito compagno compagna
    nonno nonna pronipote allievo allieva discepolo discepola discendente pupillo pupilla rivale fidanzato
    fidanzata zio zia nipote nipoti cugino cugina cognato cognata suocero suocera genero nuora genitori famiglia
    familiari vedova vedovo amico amica amici avvocato legale legali portavoce predecessore successore erede
    eredi socio socia autista segretaria collaboratore collaboratrice braccio record primato
    """.split()
)
