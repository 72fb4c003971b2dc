"""Organisations: known initials, initials with their article («la KCNA»), names headed by an institution's noun."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from timeline.events.capitals import Chain
from timeline.events.places import busy_in
from timeline.events.vocabulary import is_word, words_of

_ARTICLES = frozenset(
    "il lo la l' i gli le del dello della dell' dei degli delle al allo alla all' ai agli alle dal dallo dalla dall' "
    "dai nel nello nella nell' sul sulla sull'".split()
)
_INITIALS = re.compile(r"[A-Z]{3,6}$")
# «Commissione militare centrale della Corea del Nord», «Nazioni Unite», «Guardia di finanza», «Corte di Cassazione».
_AFTER_HEAD = re.compile(
    r"(?: (?:[A-ZÀ-Ý][a-zà-ÿ]+|europe[ao]|nazionale|regionale|comunale|provinciale|internazionale|militare|centrale|"
    r"costituzionale|suprema|superiore|federale|rossa|civile|amministrativo|elettorale|antimafia|giustizia)){0,3}"
    r"(?: (?:di|d'|per|del|dello|della|dell'|dei|degli|delle) ?"
    r"(?:[A-ZÀ-Ý][\wà-ÿ-]+|finanza|stato|cassazione|appello|giustizia|ministri|sicurezza|mercato)"
    r"(?: del Nord| del Sud| Unite)?){0,2}"
)


def find_organizations(
    text_chains: Sequence[Chain], taken: Sequence[tuple[int, int]]
) -> Iterator[tuple[int, int, str]]:
    """Start, end and name of each organisation outside the *taken* stretches."""
    busy = busy_in(text_chains, taken)
    done = 0
    for chain in text_chains:
        for index, token in enumerate(chain.tokens):
            if token.start < done or busy[token.start]:
                continue
            found = _by_head(chain, index) or _by_initials(chain, index)
            if found:
                done = found[0]
                yield token.start, *found


def _by_head(chain: Chain, index: int) -> tuple[int, str] | None:
    """«Commissione …»: an institution's noun with what makes it a name."""
    token = chain.tokens[index]
    if token.text not in words_of("orghead") or (
        token.starts and index == 0 and not chain.text[token.end :].startswith(" ")
    ):
        return None
    match = _AFTER_HEAD.match(chain.text, token.end)
    if (
        not match
        or not match.group().strip()
        or not re.search(r"[A-ZÀ-Ý]|finanza|stato|cassazione|europe|rossa|ministri|sicurezza", match.group())
    ):
        return None
    return match.end(), chain.text[token.start : match.end()]


def _by_initials(chain: Chain, index: int) -> tuple[int, str] | None:
    token = chain.tokens[index]
    if len(chain.tokens) > 1 and not token.text.isupper():
        return None
    if token.text in words_of("organization"):
        return None if token.starts and is_word(token.text) and not token.text.isupper() else (token.end, token.text)
    if not _INITIALS.match(token.text) or token.text in words_of("initials") or len(chain.tokens) > 1:
        return None
    return (token.end, token.text) if chain.before and chain.before[0] in _ARTICLES else None
