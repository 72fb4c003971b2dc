"""What stands in front of a title that does not say by itself what it is about: a topic of the article, or its town."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from timeline.events.places import is_town
from timeline.events.quality import read_title
from timeline.events.topics import about, names_of, points_back
from timeline.events.whereabouts import town_first, with_town

# «Sulla stessa strada erano morte sedici persone», «in quel tratto»: where it was, other sentences say.
_ELSEWHERE = re.compile(
    r"\b(?:in|su|da|nell[ao]|sull[ao]|dall[ao])\s+(?:quel(?:l[ao])?|stess[ao])\s+(?!anno\b|mese\b)", re.I
)
# What a title can do without, where it would have no room for what it is about.
_TAIL = re.compile(
    r"(?:,? (?:dopo|durante|grazie a\w*|a causa d\w+|in seguito a\w*)|, (?:che|con|dove|contro)) [^«»:]+\Z"
)
_ENOUGH = 25


@dataclass(frozen=True, slots=True)
class Front:
    """What one article offers: its topics, its first sentence, its town. *surely*: it is written from there."""

    topics: Sequence[str]
    lead: str
    town: str
    surely: bool

    @property
    def known(self) -> bool:
        """Whether there is anything to put in front."""
        return bool(self.topics or self.town)

    def before(self, title: str, quote: str, people: Sequence[str], *, here: bool) -> str:
        """The title, led by a topic where it points at one; else by the town where it names nothing, and was *here*."""
        if self.town and title.startswith(f"{self.town}, "):
            return title
        led = self._lead(title, quote, people, here=here)
        shorter = _TAIL.sub("", title)
        if led != title or shorter == title or not points_back(title) or len(shorter) < _ENOUGH:
            return led
        told = self._lead(shorter, quote, people, here=here)
        return told if told != shorter else title

    def _lead(self, title: str, quote: str, people: Sequence[str], *, here: bool) -> str:
        elsewhere = self._is_elsewhere(title) or _ELSEWHERE.search(quote)
        points = points_back(title)
        told = about(title, self.topics) if points and not elsewhere else title
        if told != title or not here:
            return told
        told = with_town(title, self.town, surely=self.surely)
        return self._with_town_of_people(title, people) if told == title and points and not elsewhere else told

    def _with_town_of_people(self, title: str, people: Sequence[str]) -> str:
        """«Lugo, il sindaco Davide Ranieri incontrerà i residenti»: where nobody but people is named."""
        known, words = {word for name in people for word in name.split(" ")}, read_title(title)
        others = any(w.text not in known for w in names_of(words))
        if not people or not self.town or others or words[0].part == "name":
            return title
        return town_first(title, self.town)

    def first(self, title: str) -> str:
        """The title of a fact that lacks no more than its place, led by a topic or the town."""
        told = about(title, self.topics) if not read_title(title)[0].is_verb("participle") else title
        return told if told != title or not self.town else town_first(title, self.town)

    def _is_elsewhere(self, title: str) -> bool:
        """Whether the title names a town of which the first sentence does not speak."""
        return any(w.part == "name" and is_town(w.text) and w.text not in self.lead for w in read_title(title))
