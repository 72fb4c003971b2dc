"""What stands in front of a title that does not say by itself what it is about: a topic of the article, or its town."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from timeline.events.places import is_town
from timeline.events.quality import read_title
from timeline.events.topics import about, points_back
from timeline.events.whereabouts import town_first, with_town

# «Sulla stessa strada erano morte sedici persone», «in quel tratto»: where it was, other sentences say.
_ELSEWHERE = re.compile(
    r"\b(?:in|su|da|nell[ao]|sull[ao]|dall[ao])\s+(?:quel(?:l[ao])?|stess[ao])\s+(?!anno\b|mese\b)", re.I
)


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

    def before(self, title: str, quote: str, *, here: bool) -> str:
        """The title, led by a topic where it points at one; else by the town where it names nothing, and was *here*."""
        if self.town and title.startswith(f"{self.town}, "):
            return title
        elsewhere = self._is_elsewhere(title) or _ELSEWHERE.search(quote)
        told = about(title, self.topics) if points_back(title) and not elsewhere else title
        if told != title or not here:
            return told
        return with_town(title, self.town, surely=self.surely)

    def first(self, title: str) -> str:
        """The title of a fact that lacks no more than its place, led by a topic or the town."""
        told = about(title, self.topics) if not read_title(title)[0].is_verb("participle") else title
        return told if told != title or not self.town else town_first(title, self.town)

    def _is_elsewhere(self, title: str) -> bool:
        """Whether the title names a town of which the first sentence does not speak."""
        return any(w.part == "name" and is_town(w.text) and w.text not in self.lead for w in read_title(title))
