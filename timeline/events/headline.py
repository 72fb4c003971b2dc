"""Titles: a headline of at most 90 characters that stands alone, without the date, without open quotes.

Each form of telling has its headline. «Il furto è avvenuto ieri a Suzzara» is a noun with its place; a passive loses
its auxiliary; anything else is subject, verb and as many complements as fit (deeds.py). Where the first form does not
stand alone the next is tried.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from timeline.events.anchored import anchored
from timeline.events.as_told_alone import told_alone
from timeline.events.attribution import claimed
from timeline.events.charges import charge_named, without_police
from timeline.events.clefts import deed_put_last, deed_told_plainly
from timeline.events.deeds import deed, spoken_verb
from timeline.events.doubts import doubted
from timeline.events.full_names import full_name
from timeline.events.judgement import Fact
from timeline.events.nominal import happened, nominal, of_setting, without_article
from timeline.events.offices import holder_of
from timeline.events.passage import Passage
from timeline.events.phrases import core_of, object_after, subject_before
from timeline.events.pointers import pointed_fact
from timeline.events.polish import fit, fitting
from timeline.events.printing import LIMIT, join, printed
from timeline.events.quality import quality_of, stands_alone
from timeline.events.quotation_marks import requoted
from timeline.events.referents import introduced
from timeline.events.roles import with_role
from timeline.events.scheduling import SCHEDULING
from timeline.events.second_dates import is_dated_by_next
from timeline.events.subjects import inherited_subject, is_person, speaker_of
from timeline.events.telling import is_happening
from timeline.events.wellformed import is_well_formed
from timeline.events.without_dates import dateless
from timeline.italian.clauses import REPORTING, Clause
from timeline.italian.speech import Word
from timeline.italian.verb_groups import Group

_LIMIT_OF_SUBJECT = 45
_CARRYING = frozenset("compiere commettere mettere registrare consumare perpetrare effettuare".split())
_OWN = frozenset("mio mia miei mie nostro nostra nostri nostre".split())


def headline(passage: Passage, fact: Fact) -> str:
    """The title of the fact a passage tells: the first way of telling it that stands alone, else the best; "" where the
    sentence cannot be told."""
    told: list[str] = []
    if _is_hardly_so(passage, fact):
        return ""
    for title in _ways(passage, fact):
        formed = is_well_formed(title)
        if formed and stands_alone(title):
            return claimed(passage, fact, doubted(passage, fact, title))
        if title and formed:
            told.append(title)
    return max(told, key=quality_of, default="")


def _is_hardly_so(passage: Passage, fact: Fact) -> bool:
    """«Difficilmente potrà giocare prima di giugno»: no title tells what will hardly be."""
    group = fact.clause.group
    return bool(group and group.first and passage.words()[group.first - 1].low == "difficilmente")


def _ways(passage: Passage, fact: Fact) -> Iterator[str]:
    if not fact.noun and is_dated_by_next(passage, fact.clause):
        return
    there = pointed_fact(passage, fact)
    if there:
        yield from (t for t in _told(*there) if len(t) > 4)
    yield from _told(passage, fact)


def _told(passage: Passage, fact: Fact) -> Iterator[str]:
    clause, group = fact.clause, fact.clause.group
    setting = of_setting(passage, fact)
    if setting and setting.group and (fact.noun or (group and is_happening(group))):
        yield from (_title(passage, w) for w in deed(passage, setting, setting.group))
    if fact.noun or group is None:
        told = [_title(passage, words) for words in nominal(passage, fact)]
        yield from told[:-1]
        done = group and group.tense and not group.negated and group.lemma not in SCHEDULING
        if done and group and fact.trigger in object_after(passage, clause):
            yield from (_title(passage, w) for w in deed(passage, clause, group))
        yield told[-1]
        return
    if group.lemma == "essere":
        yield _title(passage, deed_told_plainly(passage, clause))
        yield _title(passage, deed_put_last(passage, clause))
    if group.lemma == "risalire" and not group.compound:  # «Le prime accuse risalgono a ottobre»
        yield _title(passage, without_article(introduced(passage, subject_before(passage, clause))))
    there_was = group.lemma == "essere" and passage.words()[group.first].low in ("c'", "ci")
    if there_was or is_happening(group) or (clause.kind == "participle" and group.lemma in _CARRYING):
        words = happened(passage, clause)
        if words:
            yield _title(passage, words)
        if clause.kind == "participle" and not there_was:
            return
    if clause.kind != "participle" and clause.quoted and (group.person != 3 or _speaks_of_own(passage, clause)):
        yield _spoken(passage, clause, group)
        return
    aside = _told_beside(passage, clause, group)
    if aside and aside.group:
        yield from (_title(passage, w) for w in deed(passage, aside, aside.group))
    if group.lemma in REPORTING and clause.kind in ("main", "inserted"):
        said = _reported(passage, clause, group)
        yield said
        if clause.kind == "inserted":
            return
        if not said and any(w.part == "close" for w in passage.words()[max(0, group.first - 3) : group.first]):
            return  # «“Faremo tutto”, ha detto il sindaco»: nothing is left of the words
    yield from (_title(passage, w) for w in deed(passage, clause, group))


def _title(passage: Passage, words: Sequence[Word]) -> str:
    words = charge_named(passage, words)
    kept = fitting(told_alone(words))
    plain = printed(kept)
    fuller = without_police(words, plain) or with_role(passage, words, plain)
    told = anchored(passage, fitting(told_alone(fuller)) if fuller else kept)
    if any(w.text in "«“" for w in passage.words()):
        told = requoted(passage.words(), told, LIMIT - len(join(told)))
    return plain if told == kept else printed(told)


def _told_beside(passage: Passage, clause: Clause, group: Group) -> Clause | None:
    """«In primavera, spiegano gli esperti, la tattica è cambiata»: the clause that the words between commas report."""
    words, after = passage.words(), object_after(passage, clause)
    reporting = group.lemma in REPORTING or (group.lemma == "sapere" and group.modal == "fare")
    if not reporting or not after or not group.first or words[group.first - 1].text != ",":
        return None
    if after[-1] + 1 >= len(words) or words[after[-1] + 1].text != ",":
        return None
    later = (c for c in passage.sentence.clauses if c.kind == "main" and c.group and c.group.first > after[-1])
    return next(later, None)


def _speaker_told(passage: Passage) -> str:
    """Who «racconta» without a name: the subject of the sentence before."""
    for clause in passage.sentence.clauses:
        if clause.group and clause.group.lemma in REPORTING and not clause.quoted:
            return fit(core_of(inherited_subject(passage, clause), 40))
    return ""


def _reported(passage: Passage, clause: Clause, group: Group) -> str:
    """«“Il ponte riaprirà”, ha detto il sindaco» → «Il sindaco: «Il ponte riaprirà»»; "" where nothing is quoted."""
    words = passage.words()
    if passage.word > group.last and words[passage.word - 1].low.startswith("da"):
        return ""  # «…, dice Ada Ferri, in servizio dal 3 luglio»: nothing was said on that day
    if clause.kind == "inserted" and any(w.text == "," for w in words[group.last : passage.word]):
        return ""  # «– ha detto Ugo Neri, arrivato a fine giugno –»
    closed = next((k for k in range(group.first - 1, -1, -1) if words[k].part == "close"), -1)
    opened = next((k for k in range(closed, -1, -1) if words[k].part == "open"), -1)
    if clause.kind == "inserted":  # «Non cerco alibi – ha detto ieri Ugo Neri –. La squadra c’è»
        closed = clause.words[0]
        opened = next((k for k in range(closed, -1, -1) if words[k].part in ("open", "close")), -1)
        if opened < 0 or words[opened].part == "close":
            return ""
    elif closed < 0 or closed < group.first - 3:
        opened = next((k for k in range(group.last + 1, len(words)) if words[k].part == "open"), len(words))
        closed = next((k for k in range(opened, len(words)) if words[k].part == "close"), len(words) - 1)
        if opened > group.last + 3:
            return ""
    subject = subject_before(passage, clause)
    if not subject or subject[0].start < words[closed].start < words[group.first].start:  # who is named in the words
        subject = [words[i] for i in object_after(passage, clause, skip=clause.kind == "inserted")]
    if subject and not is_person(subject):
        return ""  # «per il contributo bisognerà aspettare: “…”»
    speaker = fit(anchored(passage, core_of(introduced(passage, subject), 40))) if subject else ""
    said = fit([words[i] for i in dateless(passage, range(opened + 1, closed))], LIMIT - 4 - len(speaker))
    return f"{speaker}: «{said}»" if speaker and " " in said else ""


def _speaks_of_own(passage: Passage, clause: Clause) -> bool:
    """Whether the clause says "my" or "our": only a speaker's name makes that a title."""
    return any(passage.words()[i].low in _OWN for i in clause.words)


def _named(passage: Passage, speaker: str) -> str:
    """«La sindaca» → «La sindaca Ada Ferri», where the article names one."""
    holder = holder_of(passage, speaker.split(" ")[1]) if speaker.count(" ") == 1 and speaker[:3] in _THE else []
    return f"{speaker} {holder[0].text}" if holder else speaker


_THE = ("Il ", "La ", "Lo ")
_TWO = 2


def _spoken(passage: Passage, clause: Clause, group: Group) -> str:
    """Somebody says "I": «Nome Cognome: «Ho avuto un infortunio»», or the words alone where no speaker is named."""
    words = [*core_of(subject_before(passage, clause), _LIMIT_OF_SUBJECT), *spoken_verb(passage, clause, group)]
    speaker = _named(passage, full_name(passage.reading.text, speaker_of(passage)).strip()) or _speaker_told(passage)
    said = fit(words, LIMIT - 6 - len(speaker)).replace("«", "“").replace("»", "”")
    if said.count(" ") < _TWO:
        return ""  # «Consegneremo, costi»: what, the title does not say
    return f"{speaker}: «{said}»" if speaker else f"«{said}»"
