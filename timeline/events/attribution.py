"""Who says so: a claim is told with its source, in the title too."""

from __future__ import annotations

from timeline.events.judgement import Fact
from timeline.events.passage import Passage
from timeline.events.printing import LIMIT, join
from timeline.events.subjects import speaker_of
from timeline.events.vocabulary import given_names
from timeline.italian.clauses import Sentence


def claimed(passage: Passage, fact: Fact, title: str) -> str:
    """«Secondo i giudici, un uomo ha sottratto tre milioni»: the title with the source that its clause names."""
    words = passage.words()
    own = {*fact.clause.words, *(i for i, w in enumerate(words) if i < fact.trigger and w.part == "mark")}
    begins = next((i for i in sorted(own) if words[i].low in _ACCORDING and words[i].part != "noun"), -1)
    if begins < 0 or fact.noun or "«" in title or words[begins].low in title.lower().split():
        return title
    source = _phrase(passage.sentence, begins)
    first, _, rest = title.partition(" ")
    known = first in given_names() or first[1:2].isupper() or any(w.text == first and w.part == "name" for w in words)
    told = f"{source[:1].upper()}{source[1:]}, {first if known else first[:1].lower() + first[1:]} {rest}"
    return told if source and len(told) <= LIMIT else title


_ACCORDING = frozenset({"secondo", "stando"})


def attribution_of(passage: Passage, fact: Fact) -> str:
    """Who says so: «secondo il servizio segreto NIS», «citato da Interfax», the speaker's name, or ""."""
    sentence = passage.sentence
    for place, word in enumerate(sentence.words[:-1]):
        if word.low in _ACCORDING and sentence.words[place + 1].part in _SOURCE_BEGINS and word.part != "noun":
            return _phrase(sentence, place)
        if word.low in ("citato", "citata", "citati", "riportato", "riferito") and sentence.words[
            place + 1
        ].low.startswith("da"):
            return _phrase(sentence, place)
    return speaker_of(passage) if fact.clause.quoted else ""


_SOURCE_BEGINS = frozenset({"article", "name", "preposition"})
_UNSPOKEN = frozenset("me te noi voi lui lei cui quanto quello".split())


def _phrase(sentence: Sentence, place: int) -> str:
    kept = [sentence.words[place]]
    for word in sentence.words[place + 1 : place + 12]:
        if word.part in ("mark", "that", "time", "open", "clitic", "pronoun") or word.is_verb("finite"):
            break
        if word.part == "article" and kept[-1].part in ("noun", "name"):
            break  # «Secondo l’accusa | il sistema…»
        if word.low in _UNSPOKEN:
            return ""
        kept.append(word)
    named = any(w.part in ("name", "noun") for w in kept)
    phrase = join(kept)
    return phrase[:1].lower() + phrase[1:] if named and len(phrase) <= 80 else ""
