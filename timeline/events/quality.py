"""How well a title stands alone, to choose among the ways one event is told."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from timeline.events.transitive import OF_THEMSELVES, TRANSITIVE
from timeline.italian.speech import Word, words_of
from timeline.italian.verb_groups import UNACCUSATIVE, Group, find_groups

_SPEAKERS_OWN = frozenset("mio mia miei mie nostro nostra nostri nostre mi ci noi io".split())
_POINTING_BACK = frozenset("lo gli ne lui lei loro essi questi costui ciò stesso stessa suo sua suoi sue".split())
_GOOD_LENGTH = range(25, 91)


# Each title is asked for more than once: whether it stands alone, how well, whether it says something.
@lru_cache(maxsize=1_000)
def read_title(title: str) -> list[Word]:
    return words_of(title)


@lru_cache(maxsize=1_000)
def verbs_of(title: str) -> list[Group]:
    """The verb groups of a title, in order."""
    return find_groups(read_title(title))


def says_something(title: str) -> bool:
    """Whether a title has a word of its own: «Quanto», «Ci ha» tell nothing that could be printed."""
    words = read_title(title)
    return any(w.part in ("noun", "name") or (w.verb and w.verb.lemma not in ("essere", "avere")) for w in words)


@lru_cache(maxsize=1_000)
def stands_alone(title: str) -> bool:
    """Whether a reader of the title alone asks neither who nor what: a verb has its subject, and its object.

    >>> stands_alone("Gli ucraini catturarono due soldati"), stands_alone("Gli ucraini catturarono")
    (True, False)
    >>> stands_alone("Sono rientrati in patria"), stands_alone("Arresto")
    (False, False)
    """
    words, groups = read_title(title), verbs_of(title)
    finite = next((g for g in groups if g.tense), None)
    if finite is None:
        return sum(w.part in ("noun", "name", "number") for w in words) > 1 or (
            bool(groups) and any(w.part in ("noun", "name") for w in words)
        )
    if title.startswith("«") or ": «" in title:
        return ":" in title
    return has_subject(words, finite) and has_object(words, groups)


def has_subject(words: Sequence[Word], group: Group) -> bool:
    if any(w.part in ("noun", "name", "number") for w in words[: group.first]):
        return True
    after = words[group.last + 1 : group.last + 3]
    if after and group.auxiliary == "essere" and clashes(words[group.last], after[0]):
        return False  # «si è rotta il legamento»
    alone = group.reflexive or group.passive or group.lemma in UNACCUSATIVE
    if (
        not after
        or after[0].low == "fin"
        or not (alone or (group.lemma in OF_THEMSELVES and group.auxiliary != "avere"))
    ):
        return False
    return after[0].part in ("article", "noun", "name", "number") or after[0].low in ("dei", "degli", "delle")


def clashes(participle: Word, article: Word) -> bool:
    """Whether the two differ in gender."""
    feminine = participle.verb is not None and participle.verb.feminine
    return article.low in (("il", "lo", "i", "gli", "un", "uno") if feminine else ("la", "le", "una"))


def has_object(words: Sequence[Word], groups: Sequence[Group]) -> bool:
    """Whether the last verb, if it needs an object, has something that may be one."""
    group = groups[-1]
    if group.passive or group.reflexive or group.lemma not in TRANSITIVE or not (group.tense or group.modal):
        return True
    if any(w.part == "clitic" and w.low not in ("gli", "ci", "ne", "vi") for w in words[group.first : group.last]):
        return True
    if words[group.last].low.endswith("rsi"):
        return True  # «dovrebbe sposarsi»
    lows = [w.low for w in words[group.last + 1 :]]
    if any(lows[k : k + 2] in (["più", "di"], ["meno", "di"]) for k in range(1, len(lows))):
        return True  # «ha raccolto al teatro più di trecento persone»
    rest = [w for w in words[group.last + 1 :] if w.part not in ("adverb", "pronoun")]
    if rest[:1] != words[group.last + 1 : group.last + 2] and [w.part for w in rest[:2]] == ["preposition", "number"]:
        return True  # «ha ucciso più di 180 persone»
    return any(_begins_object(rest, k) for k in range(len(rest)))


def _begins_object(rest: Sequence[Word], k: int) -> bool:
    """Whether an object begins at a word after the verb: no preposition, no "and" leads to it."""
    word = rest[k]
    if word.part == "that" or word.is_verb("infinitive"):
        return True
    if not k:
        if word.is_verb("participle"):
            return True  # «venderanno torte», «hanno chiuso rotte»: a noun, though it may be a participle elsewhere
        return word.part in ("article", "noun", "name", "number", "open") or word.low in (
            "dei",
            "degli",
            "delle",
            "del",
        )
    return word.part in ("article", "number") and rest[k - 1].part not in ("preposition", "and", "mark", "article")


@lru_cache(maxsize=1_000)
def quality_of(title: str) -> int:
    """Higher is better; a title below zero leaves a reader asking who or what.

    >>> quality_of("Furto di bici in piazza Liberazione") > quality_of("È successo")
    True
    """
    words = read_title(title)
    if not words:
        return -10
    score = 2 if len(title) in _GOOD_LENGTH else -1 if len(title) >= 15 else -3
    first = words[0]
    if first.part == "clitic" and len(words) > 1:
        score -= 4
    elif first.is_verb("finite"):
        score -= 2
    if first.part == "pronoun" or first.low in ("ha", "hanno", "è", "sono", "era", "aveva"):
        score -= 2
    lows = {w.low for w in words}
    score -= 3 * bool(lows & _SPEAKERS_OWN) + bool(lows & _POINTING_BACK) + ("«" in title)
    score -= 2 * (not stands_alone(title))
    return score + any(w.part == "name" for w in words[1:])
