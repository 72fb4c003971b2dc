"""A title has its date beside it: what the text tells as before something else, it tells as done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from timeline.italian.speech import Word
from timeline.italian.verb_groups import UNACCUSATIVE

_HAVE = {"aveva": "ha", "avevano": "hanno"}
_BE = {"era": "è", "erano": "sono"}
# «ha già subito un furto»: measured against what the article tells, which the title does not.
_AGAINST_BEFORE = frozenset("già nuovamente appena ancora anche addirittura persino perfino ormai".split())


def near_past(words: Sequence[Word]) -> list[Word]:
    """Each pluperfect of a title in the perfect: «aveva firmato» → «ha firmato», «si era mosso» → «si è mosso».

    Within quotation marks nothing changes, nor does an imperfect: «era chiuso», «aveva sei anni».
    """
    out: list[Word] = []
    quoted = 0
    for k, word in enumerate(words):
        if word.low in _AGAINST_BEFORE and k and words[k - 1].verb and not quoted:
            continue
        quoted += (word.part == "open") - (word.part == "close")
        now = None if quoted > 0 else _HAVE.get(word.low) or _BE.get(word.low)
        out.append(_in_present(word, now) if now and _is_auxiliary(words, k) else word)
    return out


def _in_present(word: Word, text: str) -> Word:
    verb = replace(word.verb, tense="present") if word.verb else None
    return replace(word, text=text.capitalize() if word.text[0].isupper() else text, low=text, verb=verb)


def _is_auxiliary(words: Sequence[Word], place: int) -> bool:
    """Whether a participle follows that makes it one, an adverb at most between: «era già partito»."""
    after = [w for w in words[place + 1 : place + 4] if w.part not in ("adverb", "not")]
    if not after or not after[0].is_verb("participle") or after[0].verb is None:
        return False
    reflexive = place > 0 and words[place - 1].low in ("si", "s'")
    return words[place].low in _HAVE or reflexive or after[0].verb.lemma in (*UNACCUSATIVE, "essere")
