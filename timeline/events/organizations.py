"""Organisations: known initials, initials with their article («la KCNA»), names headed by an institution's noun."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from timeline.events.capitals import Chain
from timeline.events.places import busy_in
from timeline.events.vocabulary import given_names, is_word, words_of
from timeline.italian.tokens import OF

_ARTICLES = frozenset(
    "il lo la l' i gli le del dello della dell' dei degli delle al allo alla all' ai agli alle dal dallo dalla dall' "
    "dai nel nello nella nell' sul sulla sull'".split()
)
_INITIALS = re.compile(r"[A-Z]{3,6}$")
# «Commissione militare centrale della Corea del Nord», «Nazioni Unite», «Guardia di finanza», «Corte di Cassazione».
_AFTER_HEAD = re.compile(
    r"(?: (?:[A-ZÀ-Ý][a-zà-ÿ]+|europe[ao]|nazionale|regionale|comunale|provinciale|internazionale|militare|centrale|"
    r"costituzionale|suprema|superiore|federale|rossa|civile|amministrativo|elettorale|antimafia|giustizia)){0,3}"
    r"(?: [IVX]+\b)?"
    r"(?: (?:di|d'|per|del|dello|della|dell'|dei|degli|delle) ?"
    r"(?:[A-ZÀ-Ý][\wà-ÿ-]+|finanza|stato|cassazione|appello|giustizia|ministri|sicurezza|mercato)"
    r"(?: del Nord| del Sud| Unit[ei]| [Ee]conomico| York)?){0,2}"
)
# These are called after people; of the others a person is no part: «del Consiglio Ugo Neri».
_AFTER_PEOPLE = frozenset("Fondazione Istituto Università Politecnico Associazione Banca Cassa Gruppo Società".split())
# What goes on behind makes half a name of it: «Istituto di Stato | per i Servizi», «Partito Social | -Liberale».
_GOES_ON = re.compile(
    r"-?[A-ZÀ-Ý]| [A-ZÀ-Ý]| per (?:il|lo|la|l'|i|gli|le) ?(?!Fondazione|Regione|Provincia|Comune)\w| d[ie] [A-ZÀ-Ý]|"
    r" e (?:del|dell'|della|dei) ?[A-ZÀ-Ý]"
)
_AND_MORE = re.compile(r" ed? [A-ZÀ-Ý]")
_JOINED = frozenset("Società Associazione Federazione Unione Confederazione Istituto".split())
# «Airbus A380», «Rai 2», «G8-bis»: a thing it makes.
_NUMBER_AFTER = re.compile(r"[ -][A-Z]{0,3}\d")
# «su Facebook», «il profilo Twitter», «l'account di Twitter»: where something is read, not who acts.
_MEDIUM = frozenset("su proprio profilo account pagina gruppo bacheca canale canali versione".split())


def find_organizations(
    text_chains: Sequence[Chain], people: Sequence[tuple[int, int]], places: Sequence[tuple[int, int]]
) -> Iterator[tuple[int, int, str]]:
    """Start, end and name of each organisation outside the stretches of *people* and *places*.

    Its name may hold a place's, never somebody's.
    """
    somebody = busy_in(text_chains, people)
    busy = busy_in(text_chains, [*people, *places])
    done = 0
    for chain in text_chains:
        for index, token in enumerate(chain.tokens):
            if token.start < done or busy[token.start]:
                continue
            found = _by_head(chain, index, somebody) or _by_initials(chain, index, busy)
            if found:
                done = found[0]
                yield token.start, *found


def _by_head(chain: Chain, index: int, somebody: bytearray) -> tuple[int, str] | None:
    """«Commissione …»: an institution's noun with what makes it a name."""
    token, text = chain.tokens[index], chain.text
    if token.text not in words_of("orghead") or (token.starts and index == 0 and not text[token.end :].startswith(" ")):
        return None
    match = _AFTER_HEAD.match(text, token.end)
    end = _before_people(chain, index, match.end(), somebody) if match else token.end
    if not _TELLS.search(text, token.end, end):
        return None
    goes_on = _GOES_ON.match(text, end) or (token.text in _JOINED and _AND_MORE.match(text, end))
    if chain.before[1:2] == ("territorio",) and index == 0:
        return None
    if (goes_on and not somebody[end + 1]) or text[token.start : end].rpartition(" ")[2] in OF:
        return None
    return end, text[token.start : end]


_TELLS = re.compile(r"[A-ZÀ-Ý]|finanza|stato|cassazione|europe|rossa|ministri|sicurezza")


def _before_people(chain: Chain, index: int, end: int, somebody: bytearray) -> int:
    """Where the name stops in front of a person or an office: «della Camera | Ada Ferri», «Parlamento | Presidente»."""
    head = chain.tokens[index].text
    for token in chain.tokens[index + 1 :]:
        if token.start >= end:
            break
        given = token.text in given_names() and head not in _AFTER_PEOPLE
        if given or somebody[token.start] or token.text.lower() in words_of("title"):
            return chain.tokens[index].end if token is chain.tokens[index + 1] else token.start - 1
    first = somebody.find(1, chain.tokens[index].end, end)
    return end if first < 0 else first - 1


def _by_initials(chain: Chain, index: int, busy: bytearray) -> tuple[int, str] | None:
    token, text = chain.tokens[index], chain.text
    known = token.text in words_of("organization")
    if not known and not _INITIALS.match(token.text):
        return None
    if len(chain.tokens) > 1 and not (token.text.isupper() or _is_after_article(chain, index)):
        return None
    if _NUMBER_AFTER.match(text, token.end) or _is_medium(chain) or _is_palace(chain):
        return None
    if not _is_whole(chain, index, busy):
        return None
    if known:
        return None if token.starts and is_word(token.text) and not token.text.isupper() else (token.end, token.text)
    if token.text in words_of("initials") or len(chain.tokens) > 1:
        return None
    return (token.end, token.text) if chain.before and chain.before[0] in _ARTICLES else None


def _is_after_article(chain: Chain, index: int) -> bool:
    """«Il Cremlino ha risposto»: an article that opens the sentence, and nothing behind."""
    return index == 1 and len(chain.tokens) == 2 and chain.tokens[0].text.lower() in _ARTICLES


def _is_palace(chain: Chain) -> bool:
    """«al Quirinale», «nell'aula di Montecitorio»: the house, not who sits in it."""
    if chain.tokens[0].text not in _PALACES:
        return False
    return bool({"a", "al", "alla", "all'", "nel", "in", "presso", "palazzo", "aula", "piazza"} & set(chain.before[:2]))


_PALACES = frozenset("Quirinale Montecitorio Viminale Farnesina Eliseo Cremlino Pentagono".split())


def _is_medium(chain: Chain) -> bool:
    before = chain.before
    return before[:1] != () and (
        before[0] in _MEDIUM or (before[0] == "di" and before[1:2] != () and before[1] in _MEDIUM)
    )


def _is_whole(chain: Chain, index: int, busy: bytearray) -> bool:
    """Whether no capitalised neighbour makes it part of a longer name: «UEFA Champions League», «Washington DC»."""
    after = chain.tokens[index + 1 : index + 2]
    if after and not busy[after[0].start] and not after[0].text.isupper():
        return False
    return index == 0 or (index == 1 and chain.tokens[0].starts)
