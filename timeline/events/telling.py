"""Verbs and nouns that only say that something happened, and leave to another word what."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.italian.speech import Word
from timeline.italian.verb_groups import Group

_HAPPENING = frozenset("accadere avvenire succedere capitare verificare svolgere tenere registrare consumare".split())
_REFLEXIVE_ONLY = frozenset("verificare svolgere tenere registrare consumare".split())
_TAKING_UP = frozenset("circostanza situazione fenomeno eventualità".split())
_SAME = frozenset("stesso stessa stessi stesse medesimo medesima".split())
_VAGUE = frozenset("fatto fatti episodio episodi evento vicenda cosa caso tutto quanto ciò accaduto".split())


def is_happening(group: Group) -> bool:
    """Whether the verb says no more than that something took place.

    «svoltisi» says so too: a bare participle of these carries its "si" at the end.
    """
    if group.lemma not in _HAPPENING or group.modal:
        return False
    return group.lemma not in _REFLEXIVE_ONLY or group.reflexive or not group.tense


def is_vague(phrase: Sequence[Word]) -> bool:
    """Whether a noun phrase names no fact: «l'episodio», «i fatti», «quanto»."""
    told = (w for w in phrase if w.part in ("noun", "name", "that", "pronoun"))
    head = next((w for w in told if w.low not in _SAME), None)  # «la stessa cosa»
    return head is None or head.low in _VAGUE


def takes_up(phrase: Sequence[Word]) -> bool:
    """Whether a noun phrase stands for the clause before it: «…, circostanza che si era già verificata»."""
    return any(w.low in _TAKING_UP for w in phrase)


def says_what(phrase: Sequence[Word]) -> bool:
    """Whether a noun phrase names what happened."""
    return bool(phrase) and not is_vague(phrase)
