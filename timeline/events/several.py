"""Who does several things on one day: who holds an office, who speaks; and what is done about what has happened."""

from __future__ import annotations

# The arrest for a fire is another fact than the fire, and may be of the same day.
_ANSWERS = frozenset(
    """
    arrestare liberare sequestrare condannare assolvere indagare denunciare accusare perquisire incriminare processare
    sentenza deporre interrogare confessare convalidare patteggiare archiviare impugnare requisitoria risarcire multare
    estradare comparire autopsia identificare seppellire ricordare visitare ispezionare stanziare ricostruire
    scioperare manifestare contestare ringraziare scusarsi smentire ritrovare salvare riaprire emergenza restaurare
    dissequestrare revocare annullare respingere demolire spegnere guarire ritrattare
    """.split()
)
_SAID = frozenset("annunciare confermare presentare chiedere promettere scrivere".split())
_OFFICES = frozenset(
    f"w:{name}"
    for name in """
    sindaco assessore prefetto governo premier ministro presidente regione papa cardinale vescovo sovrano segretario
    consiglio giunta parlamento comune provincia procura giudice carabinieri polizia finanza
    """.split()
)


def answers(kinds: frozenset[str]) -> frozenset[str]:
    """The kinds of happening that are done about another."""
    return kinds & _ANSWERS


def does_several(title: frozenset[str], mains: frozenset[str]) -> bool:
    """Whether the doer may well do several things on one day, as far as the features and kinds of a title tell.

    >>> does_several(frozenset({"w:sindaco"}), frozenset({"firmare"}))
    True
    >>> does_several(frozenset({"w:operaio"}), frozenset({"morire"}))
    False
    """
    return not _OFFICES.isdisjoint(title) or not _SAID.isdisjoint(mains)
