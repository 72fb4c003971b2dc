"""What a clause names beside its fact: relatives, authors, what went before, where somebody is from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from timeline.events.vocabulary import given_names, words_of
from timeline.italian.speech import Word
from timeline.italian.tokens import OF
from timeline.italian.verb_groups import Group

# «residente a Milano», «originario dell'Albania», «con sede a Los Angeles»: where somebody is from, or at home.
_ORIGIN = frozenset(
    """
    residente residenti domiciliato domiciliata domiciliati originario originaria originari originarie nato nata nati
    nate proveniente provenienti abitante abitanti nativo nativa oriundo sede reduce reduci tornando rientrando
    """.split()
)
_FROM = frozenset("da dal dallo dalla dall' dai dagli dalle".split())
# «due turisti di Wuhan», «un 40enne di Carpi»: where they are from.
_SOMEBODY = frozenset(
    """
    uomo uomini donna donne turista turisti turiste cittadino cittadini cittadina cittadine ragazzo ragazzi ragazza
    ragazze giovane giovani coppia famiglia famiglie studente studenti studentessa imprenditore imprenditrice operaio
    operai pensionato pensionata pensionati anni commerciante tifosi calciatore attore attrice cantante
    """.split()
)


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

    *told*: the places of the verb and of the date; what holds one of them is what is told.
    """
    found: set[int] = set()
    for place in places:
        word, before = words[place], words[place - 1].low if place else ""
        if not (word.low == "dopo" or (word.low in _OCCASIONS and before in _LEADS)):
            continue
        stop = next((k for k in range(place + 1, len(words)) if words[k].part in _PHRASE_ENDS), len(words))
        phrase = range(place, stop)
        if told.isdisjoint(phrase) and len(phrase) > 1 and words[place + 1].part in ("article", "preposition"):
            found.update(phrase)
    return found


_OCCASIONS = frozenset("seguito ambito vista indomani termine occasione".split())
_LEADS = frozenset("a in al all' nell' nel".split())
_PHRASE_ENDS = frozenset({"mark", "verb", "that", "and"})
_ROLE_LENGTH = 10


def _of_before(words: Sequence[Word], name: int) -> int:
    """The place of the «di» that a name hangs on, with a role between at most: «del famoso pianista | Ugo Neri»."""
    comma = False
    for k in range(name - 1, max(0, name - _ROLE_LENGTH), -1):
        comma = comma or words[k].low == ","
        if words[k].low in OF and (words[k - 1].low in _RELATED or _says_namesake(words, k)):
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
    eredi socio socia autista segretaria collaboratore collaboratrice braccio
    """.split()
)


def dated_by_themselves(words: Sequence[Word], date: int) -> set[int]:
    """Places with a date or an hour of their own in brackets: «Monza (5-7 giugno), Imola (12-14 giugno)».

    *date* is the place of the fact's own date: what stands in brackets with it stays.
    """
    found: set[int] = set()
    opening = [k for k, w in enumerate(words) if w.text == "("]
    for begin in opening:
        close = next((k for k in range(begin, len(words)) if words[k].text == ")"), len(words))
        inside = range(begin, close)
        about = [w.low for w in words[begin + 1 : begin + 3]]
        if about[:1] == ["ex"] or about == ["ed", "ex"]:
            found.update(inside)  # «(ed ex di Bologna e Vicenza)»
        if date in inside or not any(words[k].part == "time" for k in inside):
            continue
        found.update(inside)
        if words[begin + 1].part in ("time", "number"):
            found.update(_name_before(words, begin))
    return found


def _name_before(words: Sequence[Word], stop: int) -> Iterator[int]:
    for k in range(stop - 1, -1, -1):
        if words[k].part != "name":
            return
        yield k


def origins(words: Sequence[Word], group: Group | None) -> set[int]:
    """The words after «residente a» up to the next mark, and the place of «turisti di Wuhan»."""
    found: set[int] = set()
    inside = False
    for place, word in enumerate(words):
        told = group is not None and group.first <= place <= group.last
        if word.low in _ORIGIN and not told:
            inside = True
        elif inside and (word.part in ("mark", "verb", "that") or word.low in ("e", "ed")):
            # «originario di Oderzo, in provincia di Treviso», «provenienti dal Ghana, dall'Eritrea e dalla Somalia»
            follow = [w.low for w in words[place + 1 : place + 3]]
            listed = word.low in (",", "e", "ed") and follow[:1] != [] and follow[0] in _FROM
            inside = (word.low == "," and follow == ["in", "provincia"]) or listed
        if inside or (word.part == "name" and _is_of_somebody(words, place)):
            found.add(place)
    return found


def _is_of_somebody(words: Sequence[Word], place: int) -> bool:
    before = words[place - 1].low if place else ""
    if before not in ("di", "d'") or place < 2:
        return False
    owner = words[place - 2].low
    return owner in _SOMEBODY or owner.endswith(("enne", "enni"))
