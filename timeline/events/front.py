"""What stands in front of a title that does not say by itself what it is about: a topic of the article, or its town."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from timeline.events.model import Event
from timeline.events.places import is_town
from timeline.events.quality import read_title
from timeline.events.topics import about, height_of, names_of, points_back
from timeline.events.whereabouts import town_first, with_town

# «Sulla stessa strada erano morte sedici persone», «in quel tratto»: where it was, other sentences say.
_ELSEWHERE = re.compile(
    r"\b(?:in|su|da|nell[ao]|sull[ao]|dall[ao])\s+(?:quel(?:l[ao])?|stess[ao])\s+(?!anno\b|mese\b)", re.I
)
# «A Pontelagoscuro la portata era scesa»: there, and not in the town of the news.
_AT = re.compile(r"(?:A|Ad|In) ([A-ZÀ-Ý][\w’'-]+)")
# What a title can do without, where it would have no room for what it is about.
_TAIL = re.compile(
    r"(?:,? (?:dopo|durante|grazie a\w*|a causa d\w+|in seguito a\w*)|, (?:che|con|dove|contro)) [^«»:]+\Z"
)
_ENOUGH = 25
_LATELY = 10


@dataclass(frozen=True, slots=True)
class Front:
    """What one article offers: its topics, its first sentence, its town. *surely*: it is written from there.

    *death*: whose death it tells, a topic of what has happened since it came out (*day*), or a few days before.
    *since*: when a topic that befell did so, as far as the article dates it.
    """

    topics: Sequence[str]
    death: str
    day: date
    since: Mapping[str, date]
    lead: str
    town: str
    surely: bool

    @property
    def known(self) -> bool:
        """Whether there is anything to put in front."""
        return bool(self.topics or self.death or self.town)

    def before(self, event: Event, *, here: bool) -> str:
        """The title, led by a topic where it points at one; else by the town where it names nothing, and was *here*."""
        title = event.title
        if self.town and title.startswith(f"{self.town}, "):
            return title
        led = self._lead(event, title, here=here)
        shorter = _TAIL.sub("", title)
        if led != title or shorter == title or not points_back(title) or len(shorter) < _ENOUGH:
            return led
        told = self._lead(event, shorter, here=here)
        return told if told != shorter else title

    def _lead(self, event: Event, title: str, *, here: bool) -> str:
        elsewhere = self._is_elsewhere(title) or _ELSEWHERE.search(event.mentions[0].quote)
        points = points_back(title)
        told = about(title, self._topics_of(event)) if points and not elsewhere else title
        begins = _AT.match(event.mentions[0].quote)
        if told != title or not here or (begins and begins[1] not in self.town):
            return told
        told = with_town(title, self.town, surely=self.surely)
        return self._with_town_of_people(title, event.people) if told == title and points and not elsewhere else told

    def _with_town_of_people(self, title: str, people: Sequence[str]) -> str:
        """«Lugo, il sindaco Davide Ranieri incontrerà i residenti»: where nobody but people is named."""
        known, words = {word for name in people for word in name.split(" ")}, read_title(title)
        others = any(w.text not in known for w in names_of(words))
        if not people or not self.town or others or words[0].part == "name":
            return title
        return town_first(title, self.town)

    def first(self, event: Event) -> str:
        """The title of a fact that lacks no more than its place, led by a topic or the town."""
        title = event.title
        told = about(title, self._topics_of(event)) if not read_title(title)[0].is_verb("participle") else title
        return told if told != title or not self.town else town_first(title, self.town)

    def _topics_of(self, event: Event) -> Sequence[str]:
        """The topics that may stand before the event: a death if it is of late, a mishap if it is not of before."""
        last = event.date.last if event.date is not None else None
        late = last is not None and last >= self.day - timedelta(_LATELY)
        begun = [t if last is None or last >= self.since.get(t, date.min) else height_of(t) for t in self.topics]
        return [t for t in (self.death if late else "", *begun) if t]

    def _is_elsewhere(self, title: str) -> bool:
        """Whether the title names a town of which the first sentence does not speak."""
        return any(w.part == "name" and is_town(w.text) and w.text not in self.lead for w in read_title(title))
