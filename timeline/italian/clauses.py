"""Clauses: which words of a sentence belong to which verb.

One pass with a stack. Words that open a subordinate clause push it; a finite verb that finds its clause already has one
goes back to the clause that still lacks it, taking along what stands since the last comma or "e".
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from operator import attrgetter
from typing import Literal

from timeline.italian.speech import Word, words_of
from timeline.italian.verb_groups import UNACCUSATIVE, Group, find_groups

Kind = Literal["main", "that", "relative", "participle", "gerund", "inserted"]

# Verbs that give somebody's words.
REPORTING = frozenset(
    """
    dire spiegare continuare aggiungere concludere raccontare affermare commentare sottolineare ricordare proseguire
    dichiarare attaccare chiosare confermare precisare ribadire sostenere osservare ammettere annunciare assicurare
    denunciare sbottare replicare rispondere chiedere domandare scrivere leggere riferire confidare rivelare riprendere
    promettere avvertire garantire lamentare esultare tuonare insistere puntualizzare auspicare sospirare esclamare
    ironizzare
    """.split()
)


@dataclass(slots=True, eq=False)
class Clause:
    """A verb with what belongs to it. *words* are places in the sentence's words, in order; *opener* is the word that
    makes it subordinate ("quando", "che"), *parent* the clause it hangs on, *quoted* whether somebody says it."""

    kind: Kind
    parent: int = -1
    opener: int = -1
    words: list[int] = field(default_factory=list)
    group: Group | None = None
    quoted: bool = False


_end = attrgetter("end")


@dataclass(slots=True)
class Sentence:
    start: int
    end: int
    words: list[Word]
    clauses: list[Clause]
    owner: list[int]

    def place_at(self, offset: int) -> int:
        """The word at a text offset, or the next one."""
        return min(bisect_right(self.words, offset, key=_end), len(self.words) - 1)


def read_sentence(
    text: str,
    start: int,
    end: int,
    times: Sequence[tuple[int, int]] = (),
    *,
    quoted: bool = False,
    names: frozenset[str] = frozenset(),
) -> Sentence:
    """The words and clauses of one sentence. *quoted*: it begins inside a quotation opened before. *names*: words that
    are names even where they begin a sentence.

    >>> text = "Dopo che Rossi ha parlato, anche Bianchi ha risposto."
    >>> sentence = read_sentence(text, 0, len(text))
    >>> [" ".join(sentence.words[i].text for i in c.words) for c in sentence.clauses]
    [', anche Bianchi ha risposto .', 'Dopo che Rossi ha parlato']
    """
    words = words_of(text, start, end, times, names)
    return _Splitter(words, start, end, quoted).split()


_STAYING = frozenset("tenere mantenere lasciare restare rimanere".split())
_MANNERS = frozenset(
    (lead, noun)
    for lead, nouns in (
        ("in", "forma modo maniera modalità seduta versione edizione veste sessione carrozza"),
        ("a", "porte senso numero tempo mano piede ranghi reti targhe voce capo mani braccia testa"),
    )
    for noun in nouns.split()
)
_OPENING_ITSELF = frozenset({"aprire", "riaprire", "chiudere", "debuttare", "esordire"})
_OPENING = frozenset({"that", "open", "close"})


_OWNED = frozenset("suo sua suoi sue mio mia nostro nostra loro".split())


class _Splitter:
    def __init__(self, words: list[Word], start: int, end: int, quoted: bool):
        self.words = words
        self.span = start, end
        self.clauses = [Clause("main", quoted=quoted)]
        self.owner = [0] * len(words)
        self.groups = {g.first: g for g in find_groups(words)}
        self.top = 0
        self.depth: list[int] = [-1] if quoted else []
        self.boundary = 0  # the first word since the last comma, "e" or opener
        self.colon = -1  # the last colon or semicolon: what follows is told anew

    def split(self) -> Sentence:
        i = 0
        while i < len(self.words):
            i = self._take(i)
        for place, clause in enumerate(self.owner):
            self.clauses[clause].words.append(place)
        return Sentence(*self.span, self.words, self.clauses, self.owner)

    def _take(self, i: int) -> int:
        word = self.words[i]
        group = self.groups.get(i)
        if group:
            self._place_group(group)
            for place in range(i, group.last + 1):
                self.owner[place] = self.top
            return group.last + 1
        if word.part == "open":
            self.depth.append(self.top)
            if word.text == "«":
                self.boundary = i  # what is said begins here, its subject too
        elif word.part == "close" and self.depth:
            self.top = max(0, self.depth.pop())
        elif (word.part == "that" and not self._is_conjunct(i)) or (word.low == "quanto" and self._after(i) == "in"):
            self._open_subordinate(i)
        elif word.low == "chi" and self._whoever(i):
            self._push("that", i - 1 if i and self.words[i - 1].part == "preposition" else i, i)
        elif word.text in ("–", "-", "—") and self._inserted(i):
            return self._take_inserted(i)
        elif word.low in (",", "e", "ed", "ma", "o", ";", ":", "–", "-", "—"):
            self.boundary = i
            self.colon = i if word.low in (";", ":") else self.colon
            if word.text == ",":
                self._back_to_subject(i)
        self.owner[i] = self.top
        return i + 1

    def _back_to_subject(self, comma: int) -> None:
        """«Torna, nella piazza intitolata a Folengo, | la festa»: past a participle the verb finds its late subject."""
        clause = self.clauses[self.top]
        if self._closes_reason(clause, comma):
            self.top = clause.parent
            return
        above = self.clauses[clause.parent] if clause.kind == "participle" and clause.parent >= 0 else None
        verb = above.group if above and above.kind == "main" else None
        follows = self.words[comma + 1 : comma + 2]
        itself = verb is not None and (verb.lemma in UNACCUSATIVE or verb.lemma in _OPENING_ITSELF)
        late = verb is not None and verb.tense and itself and bool(follows)
        if verb and late and follows[0].part == "article" and not self._has_subject(clause.parent, verb.first):
            self.top = clause.parent

    def _closes_reason(self, clause: Clause, comma: int) -> bool:
        """«Ha assolto, perché il fatto non sussiste, | l'ex sindaco»: past the reason the verb finds its object."""
        if clause.kind != "that" or clause.group is None or clause.parent < 0 or clause.opener < 1:
            return False
        verb, words = self.clauses[clause.parent].group, self.words
        reason = words[clause.opener].low in ("perché", "poiché") and words[clause.opener - 1].text == ","
        if not reason or verb is None or verb.auxiliary != "avere" or comma + 1 >= len(words):
            return False
        bare = not any(w.part in ("noun", "name") for w in words[verb.last + 1 : clause.opener])
        return bare and words[comma + 1].part in ("article", "name")

    def _after(self, i: int) -> str:
        return self.words[i - 1].low if i else ""

    def _whoever(self, i: int) -> bool:
        """Whether a verb of its own follows "chi": «chi presenta la domanda | pagherà», no question."""
        own = next((g for first, g in sorted(self.groups.items()) if first > i and g.tense), None)
        near = own is not None and all(w.part != "mark" for w in self.words[i : own.first])
        return near and self.words[-1].text != "?"

    def _inserted(self, i: int) -> int:
        """The dash that closes «– conclude papà Iones –», 0 where this one opens no such words."""
        for place in range(i + 1, min(len(self.words), i + 16)):
            if self.words[place].text == self.words[i].text and place > i + 1:
                inside = [g for first, g in self.groups.items() if i < first < place and g.tense]
                return place if inside and inside[0].lemma in REPORTING else 0
            if self.words[place].part in ("open", "close") or self.words[place].text == ".":
                return 0
        return 0

    def _take_inserted(self, i: int) -> int:
        """Who says it stands in the middle of what is said: a clause of its own, and the sentence goes on after."""
        stop = self._inserted(i)
        group = next(g for first, g in sorted(self.groups.items()) if i < first < stop and g.tense)
        self.clauses.append(Clause("inserted", self.top, group=group))
        for place in range(i, stop + 1):
            self.owner[place] = len(self.clauses) - 1
        self.boundary = stop
        return stop + 1

    def _is_conjunct(self, i: int) -> bool:
        """Whether "come", "quale" compare rather than open a clause: no verb before the next comma."""
        if self.words[i].low not in ("come", "quale", "quali", "appena"):
            return False
        if self.words[i].low[:3] == "qua" and i and self.words[i - 1].part in ("article", "preposition"):
            return False  # «tre partite, l'ultima delle quali, sabato, ha…»
        for place in range(i + 1, min(len(self.words), i + 9)):
            if place in self.groups and self.groups[place].tense:
                return False
            if self.words[place].part == "mark":
                return True
        return True

    def _open_subordinate(self, i: int) -> None:
        start, goes_on = i, False
        before = self.words[i - 1] if i else None
        if self.words[i].low in ("quale", "quali", "cui") and before and before.part == "article":
            start, before = i - 1, None  # «Ada Ferri, la quale ha…», «la ditta, la cui offerta…»
        if before and (before.part == "preposition" or before.low in ("dopo", "prima", "anche", "solo", "e", "ma")):
            told = self.clauses[self.top]
            goes_on = before.low in ("e", "ma") and told.kind == "relative" and self.words[told.opener].low == "che"
            if before.low in ("e", "ma"):
                self._climb_to_parent_of_opener(i)
            start = i - 1
        noun_before = start > 0 and (goes_on or self._follows_noun(start) or self._closes_aside(start))
        kind: Kind = (
            "relative" if self.words[i].low in ("che", "cui", "quale", "quali", "dove") and noun_before else "that"
        )
        self._push(kind, start, i)

    def _climb_to_parent_of_opener(self, i: int) -> None:
        """ "che A e che B": the second hangs where the first does."""
        top = self.clauses[self.top]
        if top.opener >= 0 and self.words[top.opener].low == self.words[i].low and top.parent >= 0:
            self.top = top.parent

    def _follows_noun(self, i: int) -> bool:
        place = i - 1
        while place > 0 and self.words[place].part in ("mark", "close", "open", "time"):
            place -= 1
        return self.words[place].part in ("noun", "name", "number", "pronoun")

    def _closes_aside(self, i: int) -> bool:
        """«il comitato, nato domenica, | che ha protestato»: past an aside the noun before it is meant."""
        clause = self.clauses[self.top]
        told = clause.kind == "participle" and clause.group is not None and clause.group.lemma not in REPORTING
        begin = clause.group.first if clause.group else 0
        if not told or self.words[i - 1].text != "," or not begin:
            return False
        return self.words[begin - 1].text == "," or self.words[begin - 1].part in ("noun", "name", "pronoun")

    def _push(self, kind: Kind, start: int, opener: int) -> None:
        quoted = bool(self.depth)
        self.clauses.append(Clause(kind, self.top, opener, quoted=quoted))
        self.top = len(self.clauses) - 1
        self.boundary = start
        for place in range(start, opener + 1):
            self.owner[place] = self.top

    def _place_group(self, group: Group) -> None:
        if not group.tense:
            return self._place_nonfinite(group)
        clause = self.clauses[self.top]
        if clause.group is None and clause.kind in ("main", "that", "relative"):
            clause.group = group
            clause.quoted = clause.quoted or bool(self.depth)
            return None
        target = None if self._goes_on(group) else self._lacking()
        if target is not None:
            self.top = target
            self.clauses[target].group = group
        else:
            self._coordinate(group)
        floor = max((g.last + 1 for g in self.groups.values() if self._holds(g) and g.last < group.first), default=0)
        if self.boundary < floor and self._take_with_participle(group):
            return None
        if self.boundary >= floor and self._take_past_participle(group):
            return None
        if self.boundary >= floor:
            start = self._before_aside(floor, group.first)
            new = start > 0 and self.words[start - 1].text == ","  # «Poche parole, | e l'uomo se n'è andato»
            if target is not None and self.words[start].low in ("e", "ed", "o") and not (group.plural or new):
                # «l'incendio che ha percorso la macchia tra il mare e il lago | è spento»
                start = group.first if self._has_subject(target, start) else start
        else:
            start = group.first if self._has_subject(self.top, group.first) else self._subject_start(floor, group)
        if self.clauses[self.top].kind == "main":
            self._take_since_colon(start)
        for place in range(start, group.first):
            self.owner[place] = self.top
        return None

    def _goes_on(self, group: Group) -> bool:
        """«Neri, che a maggio ha smesso | e in autunno ci ha ripensato»: after "and" a time of its own, and no
        subject, goes on with the clause before."""
        clause, words = self.clauses[self.top], self.words
        told = clause.kind == "relative" and clause.group is not None and words[clause.opener].low == "che"
        if not told or self.words[-1].text == "?":
            return False
        begin = group.first - 1
        while begin > 0 and (words[begin].part in ("time", "preposition", "adverb", "not") or words[begin].text == ","):
            begin -= 1
        timed = any(w.part == "time" for w in words[begin : group.first])
        if not timed or words[begin].low not in ("e", "ed", "ma"):
            return False
        self.boundary = begin
        return True

    def _take_with_participle(self, group: Group) -> bool:
        """«…, alla quale partecipa la scuola, | il programma allestito dal Comune continua»: what a participle hangs on
        may be the subject of the verb that follows. Whether it was taken."""
        words = self.words
        finite = max((g.last for g in self.groups.values() if g.tense and g.last < group.first), default=-1)
        begin = next((k for k in range(group.first - 1, finite, -1) if words[k].text == ","), finite)
        named = begin + 1 < group.first and words[begin + 1].part in ("article", "name")
        if begin <= finite or not named or self._has_subject(self.top, begin):
            return False
        before = self.owner[begin]
        for place in range(begin, group.first):
            if self.owner[place] == before:
                self.owner[place] = self.top
        for clause in self.clauses:
            if clause.kind == "participle" and clause.parent == before and clause.group and clause.group.first > begin:
                clause.parent = self.top
        return True

    def _take_past_participle(self, group: Group) -> bool:
        """«è accaduto a un pensionato, | e il caso, denunciato dalla figlia, è finito in Regione»: a noun that an aside
        parts from its verb begins a new clause. Whether it was taken."""
        words, verb = self.words, group.first
        finite = max((g.last for g in self.groups.values() if g.tense and g.last < verb), default=-1)
        own = self.clauses[self.top]
        begin = next((k for k in range(verb - 1, finite, -1) if words[k].low in ("e", "ed", "ma", ";")), -1)
        if words[verb - 1].text != "," or begin < 0 or own.kind != "main" or words[begin + 1].part != "article":
            return False
        opened = next((k for k in range(begin + 1, verb - 1) if words[k].text == ","), 0)
        inside = [c for c in self.clauses if c.kind == "participle" and c.words == [] and c.group]
        aside = [c for c in inside if c.group and c.group.first == opened + 1]
        if not opened or not aside or any(w.part in ("verb", "that") for w in words[begin:opened]):
            return False
        before = self.owner[begin]
        for place in [*range(begin, verb)]:
            if self.owner[place] == before:
                self.owner[place] = self.top
        aside[0].parent = self.top
        return True

    def _has_subject(self, clause: int, stop: int) -> bool:
        """Whether the clause already has a noun phrase that no preposition leads to: «l'ondata che ha colpito Carpi |
        ha scaricato»."""
        words = self.words
        own = (
            k for k in range(self.colon + 1, stop) if self.owner[k] == clause and words[k].part in ("article", "name")
        )
        return any(k == 0 or words[k - 1].part not in ("preposition", "noun", "name", "article") for k in own)

    def _before_aside(self, floor: int, verb: int) -> int:
        """Where the clause of a verb begins, past an aside: «è stato operato | e le condizioni, pur gravi, sono»."""
        words, close = self.words, self.boundary
        while verb - 1 > close and words[verb - 1].part in ("adverb", "not"):
            verb -= 1
        if close != verb - 1 or words[close].text != ",":
            return close
        opened = next((k for k in range(close - 1, floor, -1) if words[k].text == ","), 0)
        begin = next((k for k in range(opened - 1, floor - 1, -1) if words[k].low in ("e", "ed", "ma", ";", ":")), 0)
        named = begin and begin + 1 < opened and words[begin + 1].part in ("article", "name")
        named = named or (begin and begin + 2 < len(words) and words[begin + 1].low in _OWNED)
        return begin if opened and named else close

    def _take_since_colon(self, stop: int) -> None:
        """What stands after a colon is told anew, whatever commas and participles follow.

        «: ieri, in casa, | ha perso», «: la zona a traffico limitato | è stata approvata»."""
        begin = self.colon
        finite = [g for g in self.groups.values() if g.tense and g.last < stop]
        floor = max((g.last + 1 for g in finite if self.clauses[self.owner[g.first]].kind != "relative"), default=0)
        opens = begin + 1 < len(self.words) and self.words[begin + 1].part in ("article", "name", "time", "number")
        if (
            begin < floor
            or begin >= stop
            or not opens
            or any(w.part in _OPENING for w in self.words[begin + 1 : stop + 1] if w.low not in ("che", "cui"))
        ):
            return
        before = self.owner[begin]
        for place in range(begin, stop):
            if self.owner[place] == before:
                self.owner[place] = self.top
        for clause in self.clauses:
            hangs = clause.kind in ("participle", "relative")
            inside = hangs and clause.group is not None and begin < clause.group.first < stop
            if inside and clause.parent == before:
                clause.parent = self.top

    def _holds(self, group: Group) -> bool:
        """Whether what follows a verb group is its own: a finite verb's, or a participle's («siglato a»).

        «l'incidente costato la vita a un operaio | è»: an article goes on after a participle that hangs on a noun.
        """
        if group.tense:
            return True
        follow = self.words[group.last + 1 : group.last + 2]
        if not self.words[group.first].is_verb("participle") or not follow:
            return False
        hangs = group.first > 0 and self.words[group.first - 1].part in ("noun", "name")
        return follow[0].part in ("preposition", "time") or (follow[0].part == "article" and hangs)

    def _subject_start(self, floor: int, group: Group) -> int:
        """Where the noun phrase before the verb begins, no mark telling: «mentre era a pesca | i ladri hanno…».

        Not of another number: «la rete che doveva trattenere i detriti | era stata progettata»."""
        verb = group.first
        place = verb - 1
        while place >= floor and self.words[place].part in ("noun", "name", "number", "adverb", "clitic"):
            place -= 1
        governed = place > 0 and self.words[place - 1].part == "preposition"
        several = self.words[place].low in ("i", "gli", "le")
        governed = governed or (self.words[place - 1].is_verb("infinitive") and several != group.plural)
        return place if place >= floor and self.words[place].part == "article" and not governed else verb

    def _lacking(self) -> int | None:
        """The nearest open clause that still waits for its finite verb."""
        place = self.clauses[self.top].parent
        limit = self.depth[-1] if self.depth else -1  # a quotation fills no verb of the sentence around it
        while place >= 0 and place != limit:
            clause = self.clauses[place]
            if clause.group is None and clause.kind in ("main", "that", "relative"):
                return place
            place = clause.parent
        return None

    def _coordinate(self, group: Group) -> None:
        """A second finite verb: a sister of the clause, opened at the last comma or "e"."""
        place = self.top
        while self.clauses[place].kind in ("participle", "gerund") and self.clauses[place].parent >= 0:
            place = self.clauses[place].parent
        sister = self.clauses[place]
        kind = sister.kind if self.words[self.boundary].low in ("e", "ed", "o") else "main"
        parent = sister.parent if kind != "main" else -1
        self.clauses.append(Clause(kind, parent, sister.opener if kind != "main" else -1, group=group))
        self.clauses[-1].quoted = bool(self.depth)
        self.top = len(self.clauses) - 1

    def _place_nonfinite(self, group: Group) -> None:
        verb = self.words[group.first].verb
        form = verb.form if verb else "infinitive"
        if form == "infinitive" or (form == "participle" and self._says_how(group.first)):
            return
        clause = self.clauses[self.top]
        if form == "participle" and clause.group is None and clause.kind == "main" and not self._noun_between(group):
            clause.group = group
            return
        start = group.first
        while start > 0 and self.words[start - 1].part in ("adverb", "not") and self.owner[start - 1] == self.top:
            start -= 1
        self._push("gerund" if form == "gerund" else "participle", start, start)
        self.clauses[self.top].group = group
        return

    def _says_how(self, i: int) -> bool:
        """«riaprire in forma | ridotta», «a porte | chiuse»: the participle belongs to the manner it describes."""
        lead, noun = (self.words[i - 2], self.words[i - 1]) if i > 1 else (None, None)
        manner = lead is not None and noun is not None and (lead.low, noun.low) in _MANNERS
        return manner or self._says_how_it_stays(i)

    def _says_how_it_stays(self, i: int) -> bool:
        """«tenere | chiuse le finestre», «resterà | chiuso»: the participle belongs to the verb right before it."""
        before = self.words[i - 1].verb if i else None
        return before is not None and self.words[i - 1].part == "verb" and before.lemma in _STAYING

    def _noun_between(self, group: Group) -> bool:
        """Whether a noun stands before a participle that it may belong to, and a finite verb comes later."""
        later = any(g.first > group.last and g.tense for g in self.groups.values())
        return later or any(w.part in ("noun", "name") for w in self.words[: group.first])
