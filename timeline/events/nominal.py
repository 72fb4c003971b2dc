"""Headlines without a verb: «Furto al mercato», «Arresto di Ugo Bassi», «Spaccata a Cesena»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise, takewhile

from timeline.events.agreement import IMPURE
from timeline.events.antecedents import antecedent
from timeline.events.contractions import led_by
from timeline.events.event_nouns import is_event_noun
from timeline.events.judgement import Fact
from timeline.events.late_complements import before_whom, put_late
from timeline.events.loose_ends import trim_rear
from timeline.events.own_subjects import one_of_them
from timeline.events.passage import Passage, dateline
from timeline.events.phrases import core_of, front_of, object_after, rear_of, segments, subject_before
from timeline.events.referents import introduced, told_of
from timeline.events.retold import whose
from timeline.events.scheduling import DUE
from timeline.events.subjects import is_person
from timeline.events.telling import says_what
from timeline.events.verb_forms import in_small
from timeline.events.without_dates import dateless
from timeline.italian.clauses import Clause
from timeline.italian.speech import AND, Word
from timeline.italian.tokens import OF

_STOPS = frozenset({".", "!", "?", ";", "…"})
# Nouns of what is done to somebody: the person of the clause is the one it was done to.
_SUFFERED = frozenset(
    """
    arresto fermo cattura condanna scarcerazione rilascio ricovero morte decesso scomparsa nascita nomina elezione
    assunzione
    esonero espulsione processo licenziamento funerali funerale liberazione estradizione promozione dimissioni
    """.split()
)
_OWNED = frozenset("suo sua suoi sue loro".split())
_DURING = frozenset({"durante", "corso", "occasione"})


def shown(passage: Passage, places: Sequence[int]) -> list[Word]:
    """The words at these places without dates and without the full stop of the sentence."""
    words = passage.words()
    end = len(words) - 1 if words and words[-1].text in _STOPS else len(words)
    return [words[i] for i in dateless(passage, places) if i < end]


# «L’ultima mostra» is the last as seen from today.
_LAST = frozenset("ultimo ultima ultimi ultime prossimo prossima prossimi prossime".split())


def without_article(phrase: Sequence[Word]) -> list[Word]:
    """A noun phrase without its article: a nominal headline has none."""
    k = 0
    while k < len(phrase) and (phrase[k].part == "article" or (k and phrase[k].low in _LAST)):
        k += 1
    return list(phrase[k:])


def nominal(passage: Passage, fact: Fact) -> Iterator[list[Word]]:
    """An event noun with what follows it: «Arresto in via Albinelli»; alone, with whom it befell or where."""
    words = passage.words()
    if fact.clause.group is None and not is_event_noun(words[fact.trigger].low):
        yield _as_it_stands(passage, fact.clause)
    start = fact.trigger
    while start > 0 and words[start - 1].part == "noun" and words[start - 1].verb is None:
        start -= 1
    places: list[int] = list(range(start, fact.trigger + 1))
    for place in [i for i in fact.clause.words if i > fact.trigger]:
        word = words[place]
        to_do = word.is_verb("infinitive") and words[place - 1].low in (
            "per",
            "di",
        )  # «scadenza per presentare le domande»
        if (word.part in ("that", "verb", "clitic") and not to_do) or word.text in (".", ";", ":", "–", "—", "-", "("):
            break
        follows = words[place + 1].part if place + 1 < len(words) else "mark"
        if words[place - 1].part == "time" and word.part == "and":
            break
        beside_date = follows == "time" or (follows == "preposition" and words[place - 1].part == "time")
        set_off = word.text == "," and not beside_date
        after_date = words[place - 1].part == "time" and (
            word.part in ("article", "name", "number") or (_is_circumstance(words, start) and word.low not in _WHERE)
        )
        if place != places[-1] + 1 or set_off or after_date:
            break
        places.append(place)
    told = trim_rear(shown(passage, places))
    if len(told) > 1 and told[0].low in _LAST:
        del told[0]  # «la prossima udienza» is next as seen from today
    whom = _who(passage, fact.clause)
    if told and told[0].low in _OWNED and len(told) > 1:
        del told[0]
        if whom and whom[0].part == "name":  # «il suo intervento» → «Intervento di Ugo Bassi»
            told[1:1] = [replace(whom[0], text="di", low="di", part="preposition", end=whom[0].start - 1), *whom]
    told = _of_whom(passage, fact.clause, told)
    if len(told) > 2:
        yield told
    if whom and is_person(whom) and told[-1:] and told[-1].low in _SUFFERED and whom[0].part == "name":
        yield [*told, replace(whom[0], text="di", low="di", part="preposition", end=whom[0].start - 1), *whom]
    if len(told) == 1:
        more = told_of(passage, told[0]) or _named_place(passage, fact)
        if more:
            yield [*told, *more]
        by_what = start > 0 and words[start - 1].low.startswith("da") and words[start - 1].part == "preposition"
        yield [*told, *([] if by_what else written_at(passage))]  # «danneggiato dal terremoto del 2016»
    yield told


def _is_circumstance(words: Sequence[Word], start: int) -> bool:
    """«dopo l’alluvione del 2018 | con 1,8 milioni»: what follows the date belongs to the verb."""
    led = start - 1 if start and words[start - 1].part == "article" else start
    return led > 0 and words[led - 1].low in _CIRCUMSTANCE


_CIRCUMSTANCE = frozenset("dopo prima durante nonostante".split())


def _of_whom(passage: Passage, clause: Clause, told: list[Word]) -> list[Word]:
    """«Interrogatorio di garanzia di Ugo Bassi», «Sciopero di otto ore degli operai»: with whoever it is of."""
    if not told or any(w.part == "name" for w in told):
        return told
    group = clause.group
    if told[0].low in _CALLED and group and group.lemma in _CALLING and not group.passive:
        who = subject_before(passage, clause)
        who = introduced(passage, who)
        if not who or who[0].part != "article":
            return told
        end = next((k for k, w in enumerate(told) if w.part == "preposition" and w.low not in OF), len(told))
        return [*told[:end], *led_by("di", in_small(who)), *told[end:]]  # «Sciopero dei sindacati | con presidio»
    court = before_whom(passage, clause) if len(told) == 1 else []
    if court:
        return [*told, *court]
    plain = all(w.part != "preposition" or w.low in OF for w in told[1:3])
    owner = whose(passage, told[0]) if plain else []
    rest = [i for i in rear_of(clause) if group and told[0].start < passage.words()[group.first].start]
    place = next((k for k, w in enumerate(passage.words()) if w.start == told[0].start), 0)
    alone = len(told) == 1 and not _is_circumstance(passage.words(), place)
    foreseen = group is not None and group.lemma in _FORESEEN and len(told) < _FEW
    after = shown(passage, rest) if owner or alone or foreseen else []
    if len(after) > 2 and after[0].low == "in" and after[1].low in DUE:
        after = after[2:]  # «l'interrogatorio è in agenda per lunedì»
    return [*told, *owner, *(after if _may_follow(passage, clause, told, after) else [])]


def _may_follow(passage: Passage, clause: Clause, told: Sequence[Word], after: Sequence[Word]) -> bool:
    """Whether what stands behind the verb may stand behind the noun: not «…ha permesso | di vedere», «di nuovo».

    «La riunione di oggi si terrà | in Comune»: where its own verb says where it was.
    """
    group = clause.group
    if group is None or len(after) < 2 or after[0].part != "preposition":
        return False
    if after[1].is_verb("infinitive") or after[1].low == "nuovo":
        return False
    own = any(w.start == told[0].start for w in subject_before(passage, clause))
    return own or group.passive or group.lemma in _PLACING


_FORESEEN = frozenset({"prevedere", "attendere"})
_FEW = 6
_PLACING = frozenset("essere tenere svolgere avvenire".split())


_CALLED = frozenset("sciopero assemblea presidio manifestazione corteo mobilitazione protesta sit-in".split())
_CALLING = frozenset("proclamare indire annunciare organizzare convocare dichiarare".split())


def _as_it_stands(passage: Passage, clause: Clause) -> list[Word]:
    """«In fiamme ieri un deposito a Bra: …» → «In fiamme un deposito a Bra»: the sentence up to what explains it."""
    words = passage.words()
    places = list(takewhile(lambda i: words[i].text not in (":", ";", "–", "—", "("), clause.words))
    return trim_rear(shown(passage, places))


def _named_place(passage: Passage, fact: Fact) -> list[Word]:
    """«La manifestazione è stata indetta per sabato a Roma»: the place that stands after the verb, and the noun."""
    words = passage.words()
    for place, name in pairwise(i for i in rear_of(fact.clause) if i > fact.trigger):
        if words[place].low in _WHERE and words[name].part == "name":
            return shown(passage, [place, *takewhile(lambda i: words[i].part == "name", range(name, len(words)))])
    return []


def setting(passage: Passage, clause: Clause) -> list[Word]:
    """«A Carpi, i carabinieri hanno…», «Presso il lazzaretto di Cagliari…»: the named place in front, for the end."""
    words = passage.words()
    stretches = segments(words, front_of(passage, clause))
    against = [words[i] for i in stretches[0]] if len(stretches) > 1 else []
    if len(against) > 2 and against[0].low == "contro" and all(w.part in _NAMING for w in against):
        return [replace(against[0], text="contro"), *against[1:]]  # «Contro la demolizione, il comitato ha raccolto…»
    for stretch in stretches:
        phrase = [words[i] for i in stretch]
        if phrase[0].part != "preposition" or phrase[0].low not in _WHERE:
            continue
        k = 2 if phrase[0].low in ("presso", "davanti") and phrase[1:2] and phrase[1].part == "article" else 1
        while k < len(phrase) and (phrase[k].part in ("noun", "name") or phrase[k].low in OF or _and_name(phrase, k)):
            if phrase[k].start > phrase[k - 1].end + 1:
                break  # «Al primo turno, il 28 giugno, | Duda»
            k += 1
        if [w.low for w in phrase[1:2]] in (["questo"], ["questa"]) and phrase[0].low == "in" and _is_one(phrase):
            uno = "uno" if IMPURE.match(phrase[2].low) else "un"
            one = "una" if phrase[1].low == "questa" else uno  # «In questo supermercato…»
            return [replace(phrase[0], text="in"), replace(phrase[1], text=one, low=one), phrase[2]]
        ends = k == len(phrase) or phrase[k].part in ("article", "number", "clitic")
        if ends and 2 <= k <= 7 and phrase[k - 1].part == "name":
            first = phrase[0]
            return [replace(first, text=first.low), *phrase[1:k]]
    return []


def _is_one(phrase: Sequence[Word]) -> bool:
    """Whether the phrase is «in questo supermercato», and what follows, if anything, another."""
    behind = phrase[3].part if len(phrase) > 3 else "article"
    return len(phrase) > 2 and phrase[2].part == "noun" and behind in ("article", "name", "number")


def _and_name(phrase: Sequence[Word], k: int) -> bool:
    """«a Ligonchio e Civago»: another place of the kind."""
    return phrase[k].low in AND and phrase[k - 1].part == "name" and [w.part for w in phrase[k + 1 : k + 2]] == ["name"]


_NAMING = frozenset({"preposition", "article", "noun", "name", "number"})
_WHERE = frozenset("a ad in nel nella nell' al alla all' per presso".split())


def written_at(passage: Passage) -> list[Word]:
    """«a Cesena», where the article says in front that it was written there."""
    where = dateline(passage.reading.text)
    at = "ad" if where[:1] == "A" else "a"
    return [Word(-9, -8, at, at, "preposition"), Word(-7, -6, where, where.lower(), "name")] if where else []


def _who(passage: Passage, clause: Clause) -> list[Word]:
    """The subject of the clause, or of the one a participle hangs on."""
    while clause.kind == "participle" and clause.parent >= 0:
        clause = passage.sentence.clauses[clause.parent]
    return subject_before(passage, clause)


def happened(passage: Passage, clause: Clause) -> list[Word]:
    """«Il furto è accaduto al mercato» → «Furto al mercato»; [] where no noun says what happened."""
    words = passage.words()
    if clause.kind == "participle":
        noun = core_of(antecedent(passage.sentence, clause), 70)
        late = put_late(passage, clause)
        if late and says_what(noun):
            return [*without_article(noun), *late]
        rear = shown(passage, rear_of(clause))
        if [w.low for w in rear[:2]] in (["a", "segno"], ["in", "atto"]):
            rear = rear[2:]  # «la rapina, messa a segno»
        return [*without_article(noun), *agent_as_owner(rear)] if says_what(noun) else []
    subject = subject_before(passage, clause)
    behind = rear_of(clause)
    if clause.kind == "relative" and (many := _one_of(passage, clause, subject)):
        return [*many, *shown(passage, behind)]
    if clause.kind == "relative" and not subject:
        subject = one_of_them(passage, clause) or antecedent(passage.sentence, clause)
        if subject and passage.words()[clause.opener].low == "quali":
            return []  # «tre incontri, il primo dei quali si terrà…» is told with its verb
        if len(subject) == 1 and subject[0].part == "noun":
            return []  # «…, circostanza che si era già verificata»: of what the sentence told before
    if subject and says_what(subject):
        subject = introduced(passage, subject)
        return [*without_article(core_of(subject, 70)), *shown(passage, behind), *setting(passage, clause)]
    after = object_after(passage, clause, skip=True)
    if not after or not says_what([words[i] for i in after]):
        return []
    named = without_article([words[i] for i in after])
    rest = [i for i in behind if i > after[-1]]
    if named and named[0].part == "preposition":  # «uno dei più importanti appuntamenti, le finali…»
        later = [s for s in segments(words, rest) if words[s[0]].part == "article"]
        return without_article(shown(passage, later[0])) if later else []
    before = shown(passage, [i for i in behind if i < after[0]])
    return [*named, *trim_rear(shown(passage, rest)), *before, *setting(passage, clause)]


def _one_of(passage: Passage, clause: Clause, subject: Sequence[Word]) -> list[Word]:
    """«Tre incontri, il primo dei quali si svolgerà» → «Primo di tre incontri»; [] where no ordinal opens it."""
    words, opener = passage.words(), clause.opener
    if opener < 2 or words[opener].low not in ("quali", "cui") or words[opener - 2].low not in _ORDINALS:
        return []
    before = [i for i in range(max(0, opener - 8), opener - 2) if words[i].part == "number"]
    if not before:
        return []
    many = takewhile(lambda w: w.part in ("number", "noun"), words[before[-1] : opener])
    return [words[opener - 2], *led_by("di", list(many))]


_ORDINALS = frozenset("primo prima secondo seconda terzo terza ultimo ultima".split())
_SUFFERING = frozenset({"oggetto", "vittima", "bersaglio", "teatro"})


def suffered(passage: Passage, clause: Clause, subject: Sequence[Word]) -> list[Word]:
    """«La farmacia è stata oggetto di un tentativo di furto» → «Tentato furto alla farmacia»; [] where it is not so."""
    rear = shown(passage, rear_of(clause))
    if len(rear) < 3 or rear[0].low not in _SUFFERING or rear[1].low not in OF or len(subject) < 2:
        return []
    if subject[0].part != "article" or (subject[1].part != "name" and is_person(subject)):
        return []
    what = without_article(rear[2:])
    stop = next((k for k, w in enumerate(what) if w.part == "mark" or w.part == "that"), len(what))
    what = what[:stop]
    if len(what) > 2 and what[0].low == "tentativo" and what[1].low == "di":
        what = [replace(what[0], text="tentato", low="tentato"), *what[2:]]
        what[0] = replace(what[0], text="tentata") if what[1].low.endswith("a") else what[0]
    at = led_by("a", in_small(list(subject)))
    return [*what, *at] if what and is_event_noun(what[-1].low) else []


def agent_as_owner(rear: list[Word]) -> list[Word]:
    """«un intervento effettuato dalla Volante» → «Intervento della Volante»."""
    if rear and rear[0].low.startswith("da") and rear[0].part == "preposition":
        low = {"da": "di"}.get(rear[0].low, "de" + rear[0].low[2:])
        return [replace(rear[0], text=low, low=low), *rear[1:]]
    return rear


def of_setting(passage: Passage, fact: Fact) -> Clause | None:
    """«Durante un incontro (tenutosi) mercoledì il sindaco ha firmato…»: the clause that tells what was done there."""
    clause = fact.clause
    begin = fact.trigger
    if clause.kind == "participle" and clause.parent >= 0 and clause.words:
        begin = clause.words[0]
        clause = passage.sentence.clauses[clause.parent]
    elif not fact.noun:
        return None
    during = any(w.low in _DURING for w in passage.words()[max(0, begin - (3 if fact.noun else 14)) : begin])
    return clause if during and clause.group and clause.group.is_past and not clause.group.negated else None
