"""Subjects that stand behind their verb and its object: «Ha aperto i battenti, in via Saffi, la nuova sede».

Told in the usual order: who, did, what.
"""

from __future__ import annotations

from collections.abc import Sequence

from timeline.events.agreement import agreement_of
from timeline.events.nominal import shown
from timeline.events.passage import Passage
from timeline.events.phrases import CROWDS, front_of, object_after, rear_of, segments
from timeline.events.referents import introduced
from timeline.events.subjects import is_person
from timeline.events.transitive import OF_THEMSELVES
from timeline.events.verb_forms import in_small, timeless
from timeline.events.without_dates import dateless
from timeline.italian.clauses import Clause
from timeline.italian.speech import Word
from timeline.italian.tokens import OF
from timeline.italian.verb_groups import UNACCUSATIVE, Group


def subject_last(passage: Passage, clause: Clause, group: Group) -> list[Word]:
    """The whole title, its subject put first; [] where none stands last."""
    return _behind_comma(passage, clause, group) or _beside_object(passage, clause, group)


def _beside_object(passage: Passage, clause: Clause, group: Group) -> list[Word]:
    """«Hanno perso la vita due ragazze» → «Due ragazze hanno perso la vita»: of two noun phrases side by side, no comma
    and no preposition between, the second does it."""
    words = passage.words()
    if group.auxiliary not in ("", "avere") or not group.tense or group.reflexive or group.person != 3:
        return []
    if group.lemma == "essere" or group.lemma in UNACCUSATIVE:
        return []  # «Torna a Lugo la fiera» is told so
    rear = dateless(passage, rear_of(clause))
    begin = next((k for k in range(1, len(rear)) if _begins_second(words, rear, k)), 0)
    at_once = group.lemma in _WITHOUT_OBJECT and bool(rear) and words[rear[0]].part in ("article", "number", "name")
    begin = 0 if at_once else begin
    if not (begin or at_once) or not _is_complement(words, rear[:begin]):
        return []
    end = begin + 1
    while end < len(rear) and _goes_on(words, rear, end):
        end += 1
    who = [words[i] for i in rear[begin:end]]
    agreed = agreement_of(who)
    fits = agreed is not None and (agreed.plural == group.plural or any(w.low in CROWDS for w in who[:2]))
    if not fits or not any(w.part in ("noun", "name") for w in who) or (at_once and not _are_people(who)):
        return []
    before, after = shown(passage, rear[:begin]), shown(passage, rear[end:])
    told = [*introduced(passage, who), *in_small(timeless(passage, group)), *before, *after]
    return (
        [*told, *_in_front(passage, clause)]
        if group.lemma in _TAKING_PART or [w.low for w in before[:1]] == ["parte"]
        else told
    )


def _are_people(who: Sequence[Word]) -> bool:
    """People, or so many as only people are: «trecento studenti», «i ferrovieri»; «l’oratorio» is told last."""
    return is_person(who) or who[0].part == "number" or who[0].low in ("i", "gli") or who[1].low in CROWDS


_TAKING_PART = frozenset("partecipare assistere aderire rispondere intervenire".split())
# Whatever follows them is who does it: they have no object.
_WITHOUT_OBJECT = _TAKING_PART | frozenset(
    """
    protestare manifestare scioperare sfilare marciare esordire debuttare gareggiare brindare lavorare dormire parlare
    telefonare viaggiare decidere trionfare esultare abdicare bussare
    """.split()
)


def _in_front(passage: Passage, clause: Clause) -> list[Word]:
    """«Alla marcia hanno preso parte trecento studenti»: in what, for the end."""
    words = passage.words()
    first = next(iter(segments(words, front_of(passage, clause))), [])
    led = first and words[first[0]].part == "preposition" and words[first[0]].low.startswith("a")
    return in_small([words[i] for i in first]) if led else []


def _begins_second(words: Sequence[Word], rear: Sequence[int], k: int) -> bool:
    """Whether a noun phrase begins there right behind another: «la vita | due ragazze»."""
    word, last = words[rear[k]], words[rear[k - 1]]
    follows = words[rear[k + 1]] if k + 1 < len(rear) else None
    if last.part not in ("noun", "name") or follows is None or word.text == "%":
        return False
    if word.part == "article":
        return word.low not in ("altri", "altre") and follows.part in ("noun", "name", "number")
    return word.part == "number" and word.low.isalpha() and follows.part == "noun" and follows.low not in _MEASURES


_MEASURES = frozenset("anni mesi giorni ore minuti euro metri chilometri punti volte per a".split())


def _goes_on(words: Sequence[Word], rear: Sequence[int], k: int) -> bool:
    word = words[rear[k]]
    if word.part == "preposition":
        return word.low in OF
    return word.part in ("noun", "name", "number", "article", "open", "close")


def _is_complement(words: Sequence[Word], places: Sequence[int]) -> bool:
    """Whether what stands between the verb and its subject is one phrase without marks, verbs and clauses."""
    told = [words[i] for i in places]
    return all(w.part not in ("mark", "that", "verb", "clitic", "and", "open", "close") for w in told)


def _behind_comma(passage: Passage, clause: Clause, group: Group) -> list[Word]:
    """«Ha aperto i battenti sabato, in via Saffi, la nuova sede» → «La nuova sede ha aperto i battenti in via Saffi»;
    [] where no noun phrase stands last, or none before it is the object."""
    words, rear = passage.words(), rear_of(clause)
    comma = next((k for k in range(len(rear) - 1, -1, -1) if words[rear[k]].text == ","), 0)
    what = object_after(passage, clause)
    who = shown(passage, rear[comma + 1 :])
    plain = all(w.part in ("article", "noun", "name", "number") or w.low in OF for w in who)
    agreed = agreement_of(who)
    fits = agreed is not None and agreed.plural == group.plural and group.auxiliary == "avere"
    itself = group.lemma in OF_THEMSELVES and group.auxiliary == "avere"
    told_whole = bool(what) and what[0] <= rear[comma]
    if not comma or not (told_whole or itself) or not (plain and fits) or who[0].part != "article":
        return []
    told = shown(passage, rear[:comma])
    commas = [k for k, w in enumerate(told) if w.text == ","]
    if len(commas) == 1:
        del told[commas[0]]
    return [*introduced(passage, who), *in_small(timeless(passage, group)), *told]
