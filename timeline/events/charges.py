"""What somebody is accused of belongs in the title: «per furto», «trovato con due chili di hashish»."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from timeline.events.agreement import Agreement, agreement_of
from timeline.events.passage import Passage
from timeline.events.printing import LIMIT, join
from timeline.events.verb_forms import agreeing
from timeline.italian.speech import Word, words_of
from timeline.italian.tokens import OF
from timeline.italian.verbs import lemma_of

_DONE = frozenset("arrestare denunciare fermare indagare condannare multare espellere deferire".split())
_POLICE = frozenset("carabinieri carabiniere polizia agenti militari poliziotti forze guardia finanza squadra".split())
_FOUND = frozenset("trovare sorprendere accusare ritenere bloccare cogliere".split())


def charge_named(passage: Passage, words: Sequence[Word]) -> list[Word]:
    """«arrestato per lo stesso reato» → «arrestato per furto aggravato», where what is told before says so."""
    at = next((k for k, w in enumerate(words[:-3]) if w.low == "per" and _is_same_crime(words[k + 1 : k + 4])), 0)
    if not at:
        return list(words)
    crime = _charge_before(passage, words[at].start)
    if not crime and [w.low for w in words[at + 4 : at + 6]] == ["ai", "danni"]:
        crime = words_of("un reato")
    return [*words[: at + 1], *crime, *words[at + 4 :]] if crime else list(words)


def _is_same_crime(words: Sequence[Word]) -> bool:
    same = words[1].low in ("stesso", "stessi", "medesimo", "medesimi", "analogo", "analoghi")
    return len(words) == 3 and same and words[2].low in ("reato", "reati", "motivo")


def _charge_before(passage: Passage, stop: int) -> list[Word]:
    """«furto aggravato» of «denunciato per furto aggravato», told nearest before."""
    for place in range(passage.place, max(-1, passage.place - 3), -1):
        said = [w for w in passage.reading.sentence(place).words if w.start < stop]
        for k in range(len(said) - 2, 0, -1):
            accused = any(w.verb is not None and w.verb.lemma in _DONE for w in said[max(0, k - 6) : k])
            if said[k].low != "per" or not accused:
                continue
            begin = k + 1 + (said[k + 1].part == "article")
            end = begin
            while end < len(said) and (said[end].part == "noun" or said[end].low in (*OF, *_KINDS)):
                end += 1
            while end > begin and said[end - 1].low in OF:
                end -= 1
            if end > begin and said[begin].low not in _SAME:
                return list(said[begin:end])
    return []


_SAME = frozenset("stesso stessi medesimo medesimi analogo".split())
_KINDS = frozenset("aggravato aggravata aggravati aggravate continuato tentato tentata continuata".split())


def without_police(words: Sequence[Word], title: str) -> list[Word]:
    """«I carabinieri di Lugo hanno arrestato un uomo | per…» → «Arrestato un uomo per…», where the title lost it; else
    []."""
    verb = next((k for k, w in enumerate(words) if w.part == "verb" and k > 1 and w.is_verb("participle")), 0)
    does = words[verb].verb if verb else None
    if does is None or words[verb - 1].low not in ("ha", "hanno") or does.lemma not in _DONE:
        return []
    rest = words[verb + 1 :]
    ends = next((k for k, w in enumerate(rest[:-1]) if w.part == "mark" or (w.low == "per" and k)), 0)
    agreed = agreement_of(rest[:ends])
    if agreed and agreed.feminine is None and rest[1].low[-1:] == "e" and lemma_of(rest[1].low).endswith("a"):
        agreed = Agreement(feminine=True, plural=agreed.plural)  # «due donne»
    if not any(w.low in _POLICE for w in words[: verb - 1]) or not ends or agreed is None or agreed.feminine is None:
        return []
    found = rest[ends + 1].verb
    charged = rest[ends].low == "per" or (found is not None and found.lemma in _FOUND)
    if not charged or rest[0].part not in ("article", "number") or rest[ends + 1].text in title.split():
        return []
    first = agreeing(words[verb], agreed.ending())
    first = replace(first, text=first.text.capitalize())
    told = [first, *rest]
    inner = next((k for k in range(ends + 4, len(told)) if told[k].is_verb("participle") or told[k].text in ",;:"), 0)
    return told[:inner] if inner and len(join(told)) > LIMIT >= len(join(told[:inner])) else told
