"""Expressions that date one fact gathered: two in one clause, an hour after its day, a word that points back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from timeline.dates.period import Period
from timeline.events.antecedents import antecedent
from timeline.events.dating import Dating
from timeline.events.happenings import kind_of
from timeline.events.judgement import Fact, is_clock_only
from timeline.events.passage import Passage
from timeline.events.pointers import pointed_fact

Told = tuple[Passage, Dating, Fact]


@dataclass(slots=True)
class Gathered:
    """The mentions of one fact, the one that dates it first.

    *lead* is the one among them that tells it as the article's main fact, where only the context dates that.
    """

    told: list[Told] = field(default_factory=list)
    lead: Told | None = None

    @property
    def dating(self) -> Dating:
        """The date of the first mention, with the hour a later one gives."""
        first = self._closest()
        if first.time == "notte" and _is_between_days(self.told):
            hour = next((d for _, d, _ in self.told if d.time[-1:].isdigit()), None)
            return Dating(hour.period, hour.time, first.text, first.confidence) if hour else first
        if first.time:
            return first
        hour = next((d for _, d, _ in self.told if d.time and d.period == first.period), None)
        return Dating(first.period, hour.time, first.text, first.confidence) if hour else first

    def _closest(self) -> Dating:
        """The date of the first mention, or that of one in its clause that tells it closer.

        «entro fine mese, probabilmente venerdì 28», «nella seconda parte della settimana, tra giovedì e venerdì».
        """
        passage, first, fact = self.told[0]
        for other, dating, what in self.told[1:]:
            beside = other.place == passage.place and what.trigger == fact.trigger
            if beside and _is_within(dating.period, first.period):
                return dating
        return first


def _is_within(inner: Period | None, outer: Period | None) -> bool:
    """Whether one period is a part of the other, which is of more than a day."""
    if inner is None or outer is None or outer.is_day or inner == outer or not inner.first or not inner.last:
        return False
    if outer.kind == "once" and outer.first is None:  # «entro fine mese»
        return outer.last is not None and inner.last <= outer.last
    return outer.first is not None and outer.last is not None and outer.covers(inner)


# An hour whose day nothing told before: it dates no fact of its own.
_DROPPED = Gathered()


def _is_between_days(told: list[Told]) -> bool:
    """Whether the night is told by both its days or by its evening, not as «la notte del 7»."""
    return not any(w.isdigit() for w in told[0][0].timex.text.split())


def gather(told: Iterable[Told]) -> list[Gathered]:
    """The facts of an article, each with the mentions that tell it, in the order of the text."""
    facts: list[Gathered] = []
    for one in told:
        home = _home(facts, one)
        if home is _DROPPED:
            continue
        if home is None:
            facts.append(Gathered([one]))
        else:
            home.told.append(one)
    return facts


def _home(facts: list[Gathered], one: Told) -> Gathered | None:
    passage, dating, fact = one
    for known in reversed(facts):
        other, when, what = known.told[-1]
        if other.place == passage.place and what.trigger == fact.trigger and _agree(when.period, dating.period):
            return known
    if dating.period is None:
        return None
    if is_clock_only(passage):
        same = [k for k in reversed(facts) if _near(k, passage) and _same_day(k, dating.period)]
        points = same and (same[0].told[-1][0].place == passage.place or pointed_fact(passage, fact))
        return same[0] if points else _DROPPED if facts else None
    if dating.time == "notte":
        return next((k for k in facts if k.told[0][1].time == "notte" and k.told[0][1].period == dating.period), None)
    if fact.noun and fact.clause.group is None:
        return _naming_the_same(facts, one)
    if fact.back and fact.noun:
        return _of_that_kind(facts, one) or _pointed_at(facts, dating.period)
    return _of_that_kind(facts, one) if fact.clause.kind == "participle" and _is_known(one) else None


def _naming_the_same(facts: list[Gathered], one: Told) -> Gathered | None:
    """«Ieri il processo» after «ieri mattina è comparso per il processo»: the noun was told of that day."""
    noun = one[0].words()[one[2].trigger].low
    for known in facts:
        if known.dating.period == one[1].period and any(w.low == noun for w in known.told[0][0].words()):
            return known
    return None


_DEFINITE = frozenset("il lo la l' i gli le".split())


def _is_known(one: Told) -> bool:
    """Whether the noun a participle hangs on is one the reader knows: «l'accordo firmato a giugno»."""
    noun = antecedent(one[0].sentence, one[2].clause)
    return bool(noun) and noun[0].low in _DEFINITE


def _of_that_kind(facts: list[Gathered], one: Told) -> Gathered | None:
    """The fact told before, of the same kind and within the same time: «firmato» after «siglato»."""
    kind, period = _kind(one), one[1].period
    same = [
        k for k in facts if k.dating.period and period and period.covers(k.dating.period) and _kind(k.told[0]) == kind
    ]
    return same[0] if kind and len({k.dating.period for k in same}) == 1 else None


def _kind(one: Told) -> str:
    return kind_of(one[0].words()[one[2].trigger].low)


def _near(known: Gathered, passage: Passage) -> bool:
    return passage.place - known.told[-1][0].place <= 8


def _same_day(known: Gathered, period: Period) -> bool:
    when = known.dating.period
    if when is None or not period.first or not when.first or not when.last:
        return False
    # The small hours belong to the night that began the day before.
    return when.overlaps(period) or ((period.first - when.last).days == 1 and known.dating.time == "notte")


def _pointed_at(facts: list[Gathered], period: Period) -> Gathered | None:
    """The one fact told before that a definite noun can mean: «la rapina di gennaio» after 22 January."""
    inside = [k for k in facts if k.dating.period and period.covers(k.dating.period)]
    return inside[0] if len(inside) == 1 or (inside and period.is_day) else None


def _agree(a: Period | None, b: Period | None) -> bool:
    return a == b or (a is not None and b is not None and (a.overlaps(b) or _next_day(a, b)))


def _next_day(a: Period, b: Period) -> bool:
    return bool(a.last and b.first and 0 <= (b.first - a.last).days <= 1)
