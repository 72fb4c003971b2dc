"""Headlines of a participle: «Chiuso il ponte», «Ada Ferri è nata a Parma», «il Comune ha acquistato la filanda»."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from timeline.events.agents import told_actively
from timeline.events.agreement import Agreement, agreement_of, article_of
from timeline.events.antecedents import antecedent
from timeline.events.complements import LIMIT_OF_SUBJECT, complements
from timeline.events.idioms import idiom_in
from timeline.events.nominal import shown, written_at
from timeline.events.passage import Passage
from timeline.events.phrases import core_of, subject_before
from timeline.events.referents import article_before, introduced
from timeline.events.subjects import inherited_subject, is_person, is_womans
from timeline.events.verb_forms import GOING_ON, agreeing, has_enclitic, in_small, reflexive_of, with_essere
from timeline.italian.clauses import Clause
from timeline.italian.speech import Word
from timeline.italian.tokens import OF
from timeline.italian.verb_classes import is_participle
from timeline.italian.verb_groups import UNACCUSATIVE, Group


def of_participle(passage: Passage, clause: Clause, group: Group) -> list[Word]:
    """«La regione di Kursk invasa dalle truppe», «Ada Ferri è nata a Parma», «Arrestato Rossi nella sua villa»."""
    rear = _until_next_participle(complements(passage, clause))
    late: list[Word] = []
    told_more = next((k for k, w in enumerate(rear[:-1]) if w.text == "," and rear[k + 1].low == "che"), len(rear))
    rear = _within_commas(
        passage, clause, rear[:told_more]
    )  # «il comitato, nato domenica, | che ha già presentato un esposto»
    comma = next((k for k, w in enumerate(rear) if w.text == ","), 0)
    if clause.words[0] == 0 and comma and clause.kind == "participle":  # «Nato a Roma, Rossi…»
        rear, late = rear[:comma], [w for w in rear[comma + 1 :] if w.part == "name"]
    participle = shown(passage, range(group.first, group.last + 1))
    if len(participle) > 1 and participle[0].verb and participle[0].verb.lemma == "risultare":
        participle = [w for w in participle[1:] if w.part == "verb"]  # «un’auto risultata poi rubata a Lugo»
    if group.lemma == "rendere" and participle and rear and rear[0].part == "noun":
        participle, rear = [*participle, rear[0]], rear[1:]  # «reso noto»
    whom = _whoever_it_says(passage, clause, antecedent(passage.sentence, clause))
    whom = whom or late or _subject_of_parent(passage, clause)
    if _is_bare_before(passage, clause, whom):
        return [*whom, *in_small(participle), *rear]  # «Scuole chiuse in tutta la provincia»
    noun = _introduced_core(passage, whom)
    participle = _agreeing_with(noun, whom, participle)
    noun = _as_it_was(noun, group)
    participle = _bent(participle, noun)
    if not noun and group.lemma in UNACCUSATIVE:
        return []  # «Partita da Lugo, ha percorso…»: who or what, nothing tells
    if not participle or not noun:
        return [*participle, *(rear or written_at(passage))]
    if has_enclitic(participle[-1].low):
        return [*noun, *reflexive_of(participle[-1]), *rear]
    if group.lemma in UNACCUSATIVE | GOING_ON:
        if not rear and group.lemma in ("nascere", "crollare", "esplodere") and not is_person(noun):
            return [*with_essere(participle), *in_small(noun)]  # «È nato il comitato»
        return [*noun, *with_essere(participle), *rear]
    actively = told_actively(passage, noun, participle, rear, group.lemma)
    if actively:
        return [*actively, *_as_what(passage, clause, group, noun)]
    if group.lemma in _TOGETHER and is_person(noun) and not _is_agent(rear):
        together = replace(participle[-1], text=participle[-1].text + "si", low=participle[-1].low + "si")
        return [*noun, *reflexive_of(together), *rear]
    if _is_agent(rear) and group.lemma not in _FROM_WHAT:
        finite = noun[0].part == "article"
        return [*noun, *(with_essere(participle) if finite else in_small(participle)), *rear]
    if group.lemma == "operare" and len(rear) > 1 and rear[0].low in ("al", "alla", "all'", "ai", "alle"):
        return [*participle, *rear[:2], *in_small(noun), *rear[2:]]  # «Operato al menisco il centravanti Neri»
    idiom = idiom_in(rear)
    return [*participle, *rear[:idiom], *in_small(noun), *rear[idiom:]]


def _whoever_it_says(passage: Passage, clause: Clause, whom: list[Word]) -> list[Word]:
    """Of «Miglior marcatrice Ada Neri», the name; of «Figlio di un ferroviere, nato a Lugo, aveva imparato…», whoever
    had: at the head of a sentence a noun without an article only says what somebody is."""
    words, first = passage.words(), clause.words[0]
    bare = len(whom) > 1 and (whom[0].part == "noun" or whom[0].low in ("miglior", "peggior"))
    if not bare or whom[0].start != words[0].start or words[first - 1].text != ",":
        return whom
    named = next((k for k, w in enumerate(whom) if k and w.part == "name"), len(whom))
    if named > 1 and len(whom) - named >= _TWO and all(w.part == "name" for w in whom[named:]):
        return whom[named:]
    above = passage.sentence.clauses[clause.parent] if clause.parent >= 0 else None
    if whom[1].low not in OF or above is None or above.group is None or above.group.plural:
        return whom
    return inherited_subject(passage, above) or whom


_TWO = 2


def _is_bare_before(passage: Passage, clause: Clause, whom: Sequence[Word]) -> bool:
    """Whether a noun without an article stands right before the participle: the sentence is a headline as it is."""
    words, first = passage.words(), clause.words[0]
    place = first - 1
    while place > 0 and words[place].part in ("time", "adverb"):
        place -= 1
    behind = bool(whom) and first > 0 and words[place].start == whom[-1].start
    begin = place - len(whom)
    while begin >= 0 and words[begin].part == "time" and words[begin].text[:1].isupper():
        begin -= 1
    behind = behind and (begin < 0 or words[begin].part == "mark")
    return behind and whom[0].part == "noun" and all(w.part == "noun" or w.low in OF for w in whom)


# «gli operai, riuniti in assemblea»: they did it themselves.
_TOGETHER = frozenset("riunire radunare assiepare schierare".split())
# «sospeso dall’incarico», «dimessa dall’ospedale»: what follows "da" did nothing.
_FROM_WHAT = frozenset("sospendere dimettere esonerare destituire licenziare assolvere radiare rimuovere".split())


def _within_commas(passage: Passage, clause: Clause, rear: list[Word]) -> list[Word]:
    """«la sede, chiusa nel 1988, | per ospitare una classe»: what follows the second comma is told of the main verb."""
    words = passage.words()
    if not clause.words or clause.words[0] < 1 or words[clause.words[0] - 1].text != ",":
        return rear
    for k in range(len(rear) - 2):
        if rear[k].text == "," and rear[k + 1].low in ("per", "senza") and rear[k + 2].is_verb("infinitive"):
            return rear[:k]
    closed = _end_of_aside(passage, clause)
    rear = [w for w in rear if w.start < 0 or w.start < closed]
    first = rear[:2]
    return [] if len(first) == 2 and first[0].low == "per" and first[1].is_verb("infinitive") else rear


def _bent(participle: list[Word], noun: Sequence[Word]) -> list[Word]:
    """«fondato», of «la Molini Adriani, gruppo fondato nel 1911», as the name takes it: «fondata»."""
    named = bool(noun) and noun[0].part == "article" and noun[0].low in ("la", "il") and len(noun) > 1
    verb = participle[0].verb if participle else None
    if not named or verb is None or any(w.part != "name" for w in noun[1:]) or verb.plural:
        return participle
    return [agreeing(w, "a" if noun[0].low == "la" else "o") if w.is_verb("participle") else w for w in participle]


def _end_of_aside(passage: Passage, clause: Clause) -> int:
    """«la moglie Irma, sposata nel 1950 | , e due figli», «all'hub, aperto da marzo | , le agende»: where the comma
    stands that closes the aside, else the end of the sentence."""
    words = passage.words()
    rear = [i for i in clause.words if clause.group and i > clause.group.last]
    comma = next((i for i in rear if words[i].text == ","), 0)
    follows = words[comma + 1] if comma and comma + 1 < len(words) else None
    closes = follows is not None and (
        follows.part in ("and", "time")
        or (follows.part == "article" and follows.low in _THE)
        or follows.low in ("almeno", "fino", "sino")
    )
    return words[comma].start if closes else passage.sentence.end


_THE = frozenset("il lo la l' i gli le".split())


def _as_what(passage: Passage, clause: Clause, group: Group, whom: Sequence[Word]) -> list[Word]:
    """«direttrice», of «il direttore Ugo Neri si era dimesso; lo ha sostituito Ada Ferri, nominata dal consiglio»."""
    above = passage.sentence.clauses[clause.parent] if clause.parent >= 0 else clause
    place = above.group if clause.words and above is not clause else None
    if group.lemma not in _CHOOSING or place is None or place.lemma not in _REPLACING or whom[0].part != "name":
        return []
    words = passage.words()
    if not any(w.low in _HIM for w in words[max(0, place.first - 1) : place.last]):
        return []
    before = [c for c in passage.sentence.clauses if c.words and c.words[0] < above.words[0] and c.kind == "main"]
    gone = subject_before(passage, before[-1]) if before else []
    post = [w for w in gone if w.part == "noun"]
    woman = is_womans(whom[0].low.split(" ")[0])
    plain = 0 < len(post) < 3 and len(gone) > len(post) + 1 and all(w.part in ("article", "noun", "name") for w in gone)
    if not plain or woman is None or not is_person(gone):
        return []
    if woman:
        return [_of_woman(w) for w in post]
    return post if gone[0].low in ("il", "lo", "l'") and not post[0].low.endswith(("a", "ice")) else []


_CHOOSING = frozenset("nominare eleggere scegliere designare indicare".split())
_REPLACING = frozenset("sostituire succedere rimpiazzare".split())
_HIM = frozenset("lo la gli le l'".split())


def _of_woman(post: Word) -> Word:
    """«direttore» → «direttrice», «delegato» → «delegata», «presidente» as it is."""
    text = post.text
    if text.endswith("tore"):
        text = text[:-4] + "trice"
    elif text.endswith("o"):
        text = text[:-1] + "a"
    return replace(post, text=text, low=text.lower())


def _as_it_was(noun: list[Word], group: Group) -> list[Word]:
    """«il vecchio ponte, costruito nel 1952» → «il ponte»: it was not old when it was built."""
    aged = len(noun) > 2 and noun[0].part == "article" and noun[1].low in ("vecchio", "vecchia", "vecchi", "vecchie")
    if not aged or group.lemma not in ("costruire", "inaugurare", "fondare", "nascere", "edificare", "aprire"):
        return noun
    return [article_before(noun[0], noun[2]), *noun[2:]]


def _until_next_participle(rear: list[Word]) -> list[Word]:
    """«chiusa per le infiltrazioni | e riaperta con una festa»: the second is an event of its own."""
    for k in range(len(rear) - 1):
        follows = next((w for w in rear[k + 1 :] if w.part not in ("adverb", "not")), rear[k])
        if rear[k].part == "and" and [w.low for w in rear[k + 1 :]] in (["di", "nuovo"], ["poi"], ["ancora"]):
            return rear[:k]  # «andato deserto a luglio e di nuovo in ottobre»
        done = follows.is_verb("participle") or (follows is rear[-1] and is_participle(follows.low))
        if rear[k].part == "and" and (done or rear[k + 1].low in _STAYING_SO):
            return rear[:k]  # «costruito nel 1928 e dismesso»
    return rear


# «infortunatosi giovedì e fuori per un mese»
_STAYING_SO = frozenset("fuori fermo ferma fermi ferme assente assenti tuttora ora oggi".split())


def _subject_of_parent(passage: Passage, clause: Clause) -> list[Word]:
    """«Nata a Parma, Ada Ferri è…»: whom a participle in front means."""
    if clause.parent < 0 or not clause.words:
        return []
    parent = passage.sentence.clauses[clause.parent]
    words = passage.words()
    if clause.words[0] > 1 and clause.group and parent.group and parent.group.passive:
        same = words[clause.group.head].low[-1:] == words[parent.group.head].low[-1:]
        if words[clause.words[0] - 1].text == "," and parent.group.first < clause.words[0] and same:
            return subject_before(passage, parent)  # «la diga era stata progettata nel 2018, finanziata nel 2020»
    if clause.words[0] > 1:
        if passage.words()[clause.words[0] - 1].text not in (":", ";"):
            return []
        later = (c for c in passage.sentence.clauses if c.kind == "main" and c.words[:1] > clause.words[-1:])
        parent = next(later, parent)
    return (subject_before(passage, parent) or inherited_subject(passage, parent)) if parent.group else []


def _introduced_core(passage: Passage, phrase: Sequence[Word]) -> list[Word]:
    told = introduced(passage, phrase) if phrase else []
    if told and told == list(phrase):  # «l'opera», first called «il viadotto»: the participle is bent
        other = introduced(passage, phrase, agreeing=False)
        agreed = agreement_of([w for w in other if w.low != "ex"])
        told = other if agreed is not None and agreed.feminine is not None else told
    return core_of(told, LIMIT_OF_SUBJECT + 25)


def _agreeing_with(noun: Sequence[Word], whom: Sequence[Word], participle: list[Word]) -> list[Word]:
    """«costruita» of «l'opera», which the article first called «il viadotto»: «costruito»."""
    one, two = agreement_of(whom), agreement_of([w for w in noun if w.low != "ex"])
    if one is None or two is None or None in (one.feminine, two.feminine) or one == two:
        return participle
    return [_bent_to(w, two) if w.is_verb("participle") else w for w in participle]


def _bent_to(word: Word, agreed: Agreement) -> Word:
    bent = agreeing(word, agreed.ending())
    return (
        replace(bent, verb=replace(word.verb, feminine=bool(agreed.feminine), plural=agreed.plural))
        if word.verb
        else bent
    )


def _is_agent(rear: Sequence[Word]) -> bool:
    """Whether it is said who or what did it: «dalle truppe»."""
    return bool(rear) and (rear[0].low == "da" or (rear[0].low.startswith("da") and article_of(rear[0].low) != ""))
