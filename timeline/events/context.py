"""The article's main fact that has no date of its own, dated by another sentence that tells of the same moment.

Never a bare assumption that all was "yesterday": another sentence must tell the same fact again with its day, or tell
the step just before it. Such a date has low confidence, and its mention says where it comes from.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from timeline.dates.period import Period
from timeline.events.dated_nouns import is_definite
from timeline.events.dating import Dating
from timeline.events.gather import Gathered, Told
from timeline.events.happenings import kind_of
from timeline.events.judgement import Fact, is_real
from timeline.events.passage import Passage
from timeline.events.phrases import subject_before
from timeline.events.pointers import main_fact
from timeline.events.telling import is_happening
from timeline.italian.clauses import Clause
from timeline.italian.prose import date_in_sentence

# The main fact stands in the first sentences; a bare place name or an exclamation may come before it.
_LEAD = 3
_REACH = 8
_RECENT = timedelta(8)
_SMALL = re.compile(r"[^\W\d_]{4,}")
# What can be said of anything: that something else began or was announced tells nothing of the main fact again.
_AT_LARGE = frozenset("iniziare aprire chiudere annunciare confermare presentare inviare chiedere".split())
# Of another, earlier fact of the kind: «era già stato arrestato giovedì per lo stesso reato».
_ANOTHER = frozenset(
    "già nuovamente stesso stessa stessi stesse altro altra altri altre ennesimo ennesima ancora precedente precedenti "
    "precedentemente nuovo nuova prima".split()
)
# What the police announce, and the step before it that has the hour: «La Polizia ha arrestato… Verso le 20 la Volante è
# intervenuta…».
_CAUGHT = frozenset("arrestare denunciare fermare deferire catturare bloccare sorprendere trarre ammanettare".split())
_STEPS = frozenset(
    "intervenire accorrere notare sorprendere bloccare fermare intercettare individuare rintracciare recare portare "
    "muovere".split()
)
_POLICE = frozenset(
    "polizia poliziotti poliziotto carabinieri carabiniere volante volanti pattuglia pattuglie agenti agente militari "
    "finanzieri finanza squadra equipaggio personale vigili gazzella municipale".split()
)


def with_context(facts: list[Gathered], published: date) -> list[Gathered]:
    """The facts, and the article's main fact among them where only the context dates it."""
    anchors = [known for known in facts if _is_anchor(known.told[0], published)]
    lead = _lead_of(anchors[0].told[0][0]) if anchors and _may_tell_again(anchors) else None
    if lead is None:
        return facts
    passage, fact, kinds = lead
    for known in anchors:
        first = known.told[0]
        if fact and passage.place != first[0].place and _tells_again(passage, fact, first):
            known.lead = (passage, _deduced(first, passage), fact)
            known.told.append(known.lead)
            return facts
    for known in anchors:
        following = _next_step(known.told[0], kinds, facts)
        if following:
            facts.insert(facts.index(known) + 1, Gathered([following]))
            return facts
    return facts


def _may_tell_again(anchors: Sequence[Gathered]) -> bool:
    """Whether the first sentences speak of what a dated fact, or the sentence after it, tells, before any is read."""
    spans = anchors[0].told[0][0].reading.spans
    text = anchors[0].told[0][0].reading.text
    lead = _kinds_in(text[spans[0][0] : spans[min(_LEAD, len(spans)) - 1][1]])
    for known in anchors:
        passage, _, fact = known.told[0]
        after = spans[min(passage.place + 1, len(spans) - 1)]
        if fact.clause.group and fact.clause.group.lemma in _STEPS and passage.place <= _LEAD:
            return True
        if lead & (_kinds_of(passage, fact) | _kinds_in(text[after[0] : after[1]])):
            return True
    return False


def _kinds_in(text: str) -> frozenset[str]:
    return frozenset(kind for word in set(_SMALL.findall(text.lower())) if (kind := kind_of(word))) - _AT_LARGE


def _lead_of(passage: Passage) -> tuple[Passage, Fact | None, frozenset[str]] | None:
    """The first sentence that tells something: its fact (None where it has a date), and its kinds of happening."""
    for place in range(min(_LEAD, len(passage.reading.spans))):
        here = replace(passage, place=place)
        found = main_fact(here)
        kinds = frozenset(k for w in here.words() if w.part in ("verb", "noun") and (k := kind_of(w.low)))
        if found is None and not kinds:
            continue
        fact = found[1] if found and not _has_date(here) and is_real(here, found[1]) else None
        return here, fact, kinds - _AT_LARGE
    return None


def _has_date(passage: Passage) -> bool:
    return any(w.part == "time" and passage.is_date(w) for w in passage.words())


def _is_anchor(told: Told, published: date) -> bool:
    """Whether a fact told with its day may date another: of the last days, in the text's present, nobody's words."""
    passage, dating, fact = told
    period, group = dating.period, fact.clause.group
    if period is None or period.first is None or period.last is None or dating.confidence == "low":
        return False
    if not (
        published - _RECENT <= period.first and period.last <= published and (period.last - period.first).days <= 1
    ):
        return False
    pluperfect = group is not None and group.compound and group.tense == "imperfect"
    if pluperfect or fact.clause.quoted:
        return False
    words = passage.words()
    return not any(words[i].low in _ANOTHER for i in fact.clause.words)


def _tells_again(lead: Passage, fact: Fact, told: Told) -> bool:
    """Whether the dated fact is the lead's: of one kind, or the police's step that led to it right after."""
    passage, _, dated = told
    if not lead.place < passage.place <= lead.place + _REACH:
        return False
    kinds, theirs = _kinds_of(lead, fact), _kinds_of(passage, dated)
    if kinds & theirs and (_points_back(passage, dated) or _share_a_name(lead, passage, kinds)):
        return True
    return passage.place == lead.place + 1 and _is_capture(lead, fact) and _is_police_step(passage, dated.clause)


def _points_back(passage: Passage, fact: Fact) -> bool:
    """«Il crollo è avvenuto ieri», «L’arresto è di ieri»: a definite noun names what was told."""
    words, clause = passage.words(), fact.clause
    if fact.noun:
        return is_definite(words, fact.trigger)
    subject = subject_before(passage, clause)
    return (
        bool(subject)
        and subject[0].low in ("il", "lo", "la", "l'")
        and clause.group is not None
        and is_happening(clause.group)
    )


def _share_a_name(lead: Passage, passage: Passage, kinds: frozenset[str]) -> bool:
    """Whether the two sentences name one thing besides the happening: a name, or a noun of the lead."""

    def named(place: Passage) -> set[str]:
        words = [w for w in place.words() if w.part in ("name", "noun") and len(w.low) > 3]
        return {w.low for w in words if kind_of(w.low) not in kinds}

    return bool(named(lead) & named(passage))


def _kinds_of(passage: Passage, fact: Fact) -> frozenset[str]:
    """The kind of happening; of «il crollo è avvenuto» the subject's."""
    words = [passage.words()[fact.trigger]]
    group = fact.clause.group
    if group and not fact.noun and is_happening(group):
        words = [w for w in subject_before(passage, fact.clause) if w.part == "noun"][:1]
    return frozenset(k for w in words if (k := kind_of(w.low))) - _AT_LARGE


def _is_capture(passage: Passage, fact: Fact) -> bool:
    group = fact.clause.group
    if group is None or fact.noun or group.lemma not in _CAUGHT:
        return False
    return group.lemma != "trarre" or any(w.low == "arresto" for w in passage.words())


def _is_police_step(passage: Passage, clause: Clause) -> bool:
    group = clause.group
    if group is None or group.lemma not in _STEPS:
        return False
    return any(w.low in _POLICE for w in subject_before(passage, clause))


def _next_step(told: Told, kinds: frozenset[str], facts: Sequence[Gathered]) -> Told | None:
    """The main fact told again without a day, in the sentence after one that has it, and of the same subject."""
    passage, _, fact = told
    if not kinds or fact.noun or fact.clause.kind != "main":
        return None
    if passage.place + 1 >= len(passage.reading.spans):
        return None
    here = replace(passage, place=passage.place + 1)
    found = main_fact(here)
    if found is None or found[1].noun or _has_date(here) or not is_real(here, found[1]):
        return None
    group, before = found[1].clause.group, fact.clause.group
    if group is None or before is None or group.plural != before.plural or subject_before(here, found[1].clause):
        return None
    kind = _kinds_of(here, found[1])
    if not kind & kinds or any(kind & _kinds_of(p, f) for k in facts for p, _, f in k.told):
        return None
    return here, _deduced(told, here), found[1]


def _deduced(told: Told, there: Passage) -> Dating:
    passage, dating, _ = told
    period: Period | None = dating.period
    assert period is not None
    where = _where(passage.place - there.place)
    why = (
        f"La frase non dice quando: la data è dedotta dal contesto, “{passage.timex.text}” {where}, "
        f"{date_in_sentence(period)}"
    )
    return Dating(period, dating.time, "", "low", why)


def _where(ahead: int) -> str:
    return "della frase prima" if ahead == -1 else "della frase dopo" if ahead == 1 else "di un’altra frase"
