"""Which stretches of the text tell one fact: where its people and places stand, and the quote that proves it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from timeline.events.judgement import Fact
from timeline.events.passage import Passage
from timeline.events.phrases import antecedent, subject_before
from timeline.events.pointers import pointed_fact
from timeline.events.subjects import inherited_subject
from timeline.events.vocabulary import given_names, words_of
from timeline.italian.clauses import REPORTING, Clause, Sentence
from timeline.italian.speech import Word
from timeline.italian.tokens import OF
from timeline.italian.verb_groups import Group

QUOTE_LIMIT = 400

Span = tuple[int, int]
# «residente a Milano», «originario dell'Albania», «con sede a Los Angeles»: where somebody is from, or at home.
_ORIGIN = frozenset(
    """
    residente residenti domiciliato domiciliata domiciliati originario originaria originari originarie nato nata nati
    nate proveniente provenienti abitante abitanti nativo nativa oriundo sede reduce reduci tornando rientrando
    """.split()
)
_FROM = frozenset("da dal dallo dalla dall' dai dagli dalle".split())
_WHERE = frozenset(
    """
    a ad al allo alla all' ai in nel nello nella nell' nei negli nelle presso vicino su sul sullo sulla sull' sui da dal
    dallo dalla dall' dai fuori davanti lungo sotto sopra verso tra fra attraverso per contro
    """.split()
)
# «due turisti di Wuhan», «un 40enne di Carpi»: where they are from.
_SOMEBODY = frozenset(
    """
    uomo uomini donna donne turista turisti turiste cittadino cittadini cittadina cittadine ragazzo ragazzi ragazza
    ragazze giovane giovani coppia famiglia famiglie studente studenti studentessa imprenditore imprenditrice operaio
    operai pensionato pensionata pensionati anni commerciante tifosi calciatore attore attrice cantante
    """.split()
)


@dataclass(frozen=True, slots=True)
class Scope:
    """Stretches of the text: those that name who takes part in a fact, and those that name where it is."""

    who: tuple[Span, ...]
    where: tuple[Span, ...]


def scope_of(passage: Passage, fact: Fact) -> Scope:
    """Where a fact's people and places stand: its clause, what happens with it, and its subject."""
    there = pointed_fact(passage, fact)
    told = [_scope(passage, fact), _scope(*there)] if there else [_scope(passage, fact)]
    return Scope(tuple(s for one in told for s in one.who), tuple(s for one in told for s in one.where))


def _scope(passage: Passage, fact: Fact) -> Scope:
    sentence, words, group = passage.sentence, passage.words(), fact.clause.group
    together = _clauses_together(sentence, sentence.clauses.index(fact.clause))
    places = _up_to_semicolons(words, [i for i, owner in enumerate(sentence.owner) if owner in together], fact.trigger)
    parts = _parts(words, places, group)
    who = [i for part, where in parts for i in part if where or not _is_aside(words, part, i)]
    subject = _subject(passage, fact.clause)
    named = [(subject[0].start, subject[-1].end)] if subject else []
    kin = _only_named(words) | _only_named(subject)
    beside = _circumstances(words, places, {fact.trigger, passage.word})
    who = [i for i in who if words[i].start not in kin and i not in beside]
    taking_part = named if not _only_named(subject) else [(subject[0].start, min(_only_named(subject)))]
    if fact.noun:
        inside = _complements_of(words, places, fact.trigger)
        where = [i for part, here in _parts(words, inside, None) if here for i in part]
    else:
        where = [i for part, here in parts if here for i in part]
    origins = _origins(words, None if fact.noun else group)
    aside = _dated_by_themselves(words, passage.word)
    there = _runs(words, [i for i in where if i not in origins | aside])
    return Scope((*_runs(words, who), *taking_part), (*there, *(() if fact.noun else named)))


def _is_aside(words: Sequence[Word], part: Sequence[int], place: int) -> bool:
    """«…, braccio destro di Assange, …»: a name that only helps to say who somebody else is."""
    if words[part[0]].low == "come":
        return True
    if words[part[0]].part not in ("noun", "article", "number"):
        return False
    return place > part[0] and words[place - 1].part == "preposition"


def _up_to_semicolons(words: Sequence[Word], places: Sequence[int], trigger: int) -> list[int]:
    """The places around the trigger with no semicolon between: what stands behind one is told by itself."""
    stops = [k for k, word in enumerate(words) if word.text == ";"]
    first = max((k for k in stops if k < trigger), default=-1)
    last = min((k for k in stops if k > trigger), default=len(words))
    return [i for i in places if first < i < last]


def _only_named(words: Sequence[Word]) -> set[int]:
    """Where the names stand that only tell who or what another is: «il fratello di Ada Ferri», «Argo di Ben Neri»."""
    found: set[int] = set()
    inside = False
    for k, word in enumerate(words):
        if word.part != "name":
            # «figlia dell'ex presidente Ada Ferri», «fratellastro del leader del Paese, Ugo Neri»
            inside = False
        elif k and not inside and words[k - 1].part != "name":
            of = _of_before(words, k)
            begins = _begins_with_given(words, k)
            related, work = begins is not False and _is_related(words, of), begins is True and _is_work(words, of)
            inside = of > 0 and (related or work)
        elif not inside and word.text in given_names():
            inside = _is_office_of_related(words, k)
        if inside:
            found.add(word.start)
    return found


def _begins_with_given(words: Sequence[Word], start: int) -> bool | None:
    """Whether a run of names begins with a given name, and not with «Partito Democratico Ugo Neri»; None: has none."""
    for k in range(start, len(words)):
        if words[k].part != "name":
            break
        if words[k].text in given_names():
            return k == start
    return None


def _circumstances(words: Sequence[Word], places: Sequence[int], told: set[int]) -> set[int]:
    """«dopo le dimissioni di Ugo Neri», «in seguito alla fuga di …»: what happened before and is not told here.

    *told*: the places of the verb and of the date; what holds one of them is what is told.
    """
    found: set[int] = set()
    for place in places:
        word, before = words[place], words[place - 1].low if place else ""
        if not (word.low == "dopo" or (word.low in _OCCASIONS and before in _LEADS)):
            continue
        stop = next((k for k in range(place + 1, len(words)) if words[k].part in _PHRASE_ENDS), len(words))
        phrase = range(place, stop)
        if told.isdisjoint(phrase) and len(phrase) > 1 and words[place + 1].part in ("article", "preposition"):
            found.update(phrase)
    return found


_OCCASIONS = frozenset("seguito ambito vista indomani termine occasione".split())
_LEADS = frozenset("a in al all' nell' nel".split())
_PHRASE_ENDS = frozenset({"mark", "verb", "that", "and"})
_ROLE_LENGTH = 10


def _of_before(words: Sequence[Word], name: int) -> int:
    """The place of the «di» that a name hangs on, with a role between at most: «del famoso pianista | Ugo Neri»."""
    comma = False
    for k in range(name - 1, max(0, name - _ROLE_LENGTH), -1):
        comma = comma or words[k].low == ","
        if words[k].low in OF and (words[k - 1].low in _RELATED or _says_namesake(words, k)):
            # «l'avvocato dell'uomo, Ada Ferri» is she; «fratellastro del leader, Ugo Neri» is somebody else.
            return 0 if comma and words[k - 2].part in ("article", "preposition") else k
        if words[k].low in OF and k == name - 1:
            return k
        if words[k].part not in ("noun", "name", "preposition", "adverb") and words[k].low != ",":
            return 0
    return 0


def _is_related(words: Sequence[Word], of: int) -> bool:
    before = [w.low for w in words[max(0, of - 2) : of]]
    return bool(_RELATED.intersection(before)) or _says_namesake(words, of)


def _is_office_of_related(words: Sequence[Word], name: int) -> bool:
    """«collaboratore dell'allora governatore della Banca d'Italia Ugo Neri»: the office is the other one's."""
    of = _of_before(words, name)
    related = of > 0 and words[of - 1].low in _RELATED
    return related and any(w.low in words_of("title") for w in words[of + 1 : name])


def _says_namesake(words: Sequence[Word], of: int) -> bool:
    """«la dottrina Neri, dal nome del presidente Ugo Neri»: who something is called after."""
    return of > 1 and (words[of - 2].low, words[of - 1].low) == ("dal", "nome")


def _is_work(words: Sequence[Word], of: int) -> bool:
    """Whether a work, or what is known by its owner, stands before: «il film», «la statua», «Argo» and «l'Inter»."""
    before = words[of - 1]
    if before.part == "name" and of > 1 and not (before.text.isupper() or before.text in given_names()):
        return True
    return before.text in ("»", "”", '"') or any(w.low in _WORKS for w in words[max(0, of - 2) : of])


_WORKS = frozenset(
    """
    film pellicola documentario romanzo libro saggio volume opera opere quadro dipinto tela poesia commedia dramma
    fumetto serie saga personaggio musical statua busto ritratto biografia capolavoro
    """.split()
)
_RELATED = frozenset(
    """
    fratello sorella fratelli fratellastro sorellastra figlio figlia figli padre madre moglie marito compagno compagna
    nonno nonna pronipote allievo allieva discepolo discepola discendente pupillo pupilla rivale fidanzato
    fidanzata zio zia nipote nipoti cugino cugina cognato cognata suocero suocera genero nuora genitori famiglia
    familiari vedova vedovo amico amica amici avvocato legale legali portavoce predecessore successore erede
    eredi socio socia autista segretaria collaboratore collaboratrice braccio
    """.split()
)


def _dated_by_themselves(words: Sequence[Word], date: int) -> set[int]:
    """Places with a date or an hour of their own in brackets: «Monza (5-7 giugno), Imola (12-14 giugno)».

    *date* is the place of the fact's own date: what stands in brackets with it stays.
    """
    found: set[int] = set()
    opening = [k for k, w in enumerate(words) if w.text == "("]
    for begin in opening:
        close = next((k for k in range(begin, len(words)) if words[k].text == ")"), len(words))
        inside = range(begin, close)
        about = [w.low for w in words[begin + 1 : begin + 3]]
        if about[:1] == ["ex"] or about == ["ed", "ex"]:
            found.update(inside)  # «(ed ex di Bologna e Vicenza)»
        if date in inside or not any(words[k].part == "time" for k in inside):
            continue
        found.update(inside)
        if words[begin + 1].part in ("time", "number"):
            found.update(_name_before(words, begin))
    return found


def _name_before(words: Sequence[Word], stop: int) -> Iterator[int]:
    for k in range(stop - 1, -1, -1):
        if words[k].part != "name":
            return
        yield k


def _complements_of(words: Sequence[Word], places: Sequence[int], noun: int) -> list[int]:
    """What follows an event noun up to a verb, and a place that opens the sentence: «A Carpi ieri il processo»."""
    after = [i for i in places if i >= noun]
    stop = next((i for i in after if words[i].is_verb("finite") or words[i].part == "that"), len(words))
    opening = [i for i in places if i < noun] if places and words[places[0]].low in _WHERE else []
    cut = next((k for k, i in enumerate(opening) if words[i].part in ("verb", "mark", "time")), len(opening))
    return [*opening[:cut], *(i for i in after if i < stop)]


def _stretches(words: Sequence[Word], places: Sequence[int]) -> list[list[int]]:
    """The words cut at commas and brackets."""
    parts: list[list[int]] = [[]]
    for place in places:
        if words[place].part == "mark" or words[place].text in "()":
            parts.append([])
        else:
            parts[-1].append(place)
    return [part for part in parts if part]


def _parts(words: Sequence[Word], places: Sequence[int], group: Group | None) -> list[tuple[list[int], bool]]:
    """The stretches, each with whether it may say where; a bracket says so where what stands before it does."""
    parts: list[tuple[list[int], bool]] = []
    for part in _stretches(words, places):
        bracket = part[0] > 0 and words[part[0] - 1].text == "("
        here = _says_where(words, part, places, group)
        parts.append((part, here and (not bracket or not parts or parts[-1][1])))
    return parts


def _says_where(words: Sequence[Word], part: Sequence[int], places: Sequence[int], group: Group | None) -> bool:
    """Whether a stretch between commas may say where: not «…, terza per dimensioni in Cina, …», said of the subject."""
    first = words[part[0]]
    if first.low == "come":
        return False  # «…, come Ugo Neri a Colonia, …»
    bracket = part[0] > 0 and words[part[0] - 1].text == "("
    if bracket and any(words[i].part == "time" for i in part):
        return False  # «(le 14.30 a Washington)»
    has_verb = group is not None and group.first <= part[-1] and part[0] <= group.last
    if has_verb or part[0] == places[0] or first.low in _WHERE or first.part in ("name", "time", "and"):
        return True
    return any(words[i].part == "verb" for i in part) or first.low in ("e", "ed", "o", "ma", "poi", "insieme")


def _clauses_together(sentence: Sentence, own: int) -> set[int]:
    """The fact's clause with those that happen with it: gerunds, and what a verb of saying reports."""
    together = {own}
    for number, clause in enumerate(sentence.clauses):
        if clause.parent not in together or clause.kind not in ("gerund", "that"):
            continue
        group = sentence.clauses[clause.parent].group
        if clause.kind == "gerund" or (group and group.lemma in REPORTING):
            together.add(number)
    return together


def _origins(words: Sequence[Word], group: Group | None) -> set[int]:
    """The words after «residente a» up to the next mark, and the place of «turisti di Wuhan»."""
    found: set[int] = set()
    inside = False
    for place, word in enumerate(words):
        told = group is not None and group.first <= place <= group.last
        if word.low in _ORIGIN and not told:
            inside = True
        elif inside and (word.part in ("mark", "verb", "that") or word.low in ("e", "ed")):
            # «originario di Oderzo, in provincia di Treviso», «provenienti dal Ghana, dall'Eritrea e dalla Somalia»
            follow = [w.low for w in words[place + 1 : place + 3]]
            listed = word.low in (",", "e", "ed") and follow[:1] != [] and follow[0] in _FROM
            inside = (word.low == "," and follow == ["in", "provincia"]) or listed
        if inside or (word.part == "name" and _is_of_somebody(words, place)):
            found.add(place)
    return found


def _is_of_somebody(words: Sequence[Word], place: int) -> bool:
    before = words[place - 1].low if place else ""
    if before not in ("di", "d'") or place < 2:
        return False
    owner = words[place - 2].low
    return owner in _SOMEBODY or owner.endswith(("enne", "enni"))


def _subject(passage: Passage, clause: Clause) -> list[Word]:
    """Who does it, where the clause does not say: the noun a participle hangs on, the subject told before."""
    if clause.kind in ("relative", "participle"):
        return antecedent(passage.sentence, clause)
    if clause.group is None or not clause.group.tense or subject_before(passage, clause):
        return []
    return inherited_subject(passage, clause)


def _runs(words: Sequence[Word], places: Sequence[int]) -> list[Span]:
    """Words as stretches of text: those that stand side by side are one."""
    spans: list[Span] = []
    last = -2
    for place in sorted(places):
        if place == last + 1:
            spans[-1] = (spans[-1][0], words[place].end)
        else:
            spans.append((words[place].start, words[place].end))
        last = place
    return spans


def quote_of(passage: Passage, fact: Fact) -> Span:
    """The sentence of the expression, with the one that tells the fact where the two fit; at most 400 characters."""
    reading, timex = passage.reading, passage.timex
    dated = next((s for s in reading.spans if s[0] <= timex.start < s[1]), reading.spans[passage.place])
    there = pointed_fact(passage, fact)
    told = reading.spans[there[0].place if there else passage.place]
    both = min(dated[0], told[0]), max(dated[1], told[1])
    if both[1] - both[0] <= QUOTE_LIMIT:
        return both
    start, end = told if told != dated and not there else dated
    if end - start <= QUOTE_LIMIT:
        return start, end
    middle = (timex.start + timex.end) // 2 if start <= timex.start < end else start
    return _whole_words(reading.text, start, end, middle)


def _whole_words(text: str, start: int, end: int, middle: int) -> Span:
    """400 characters around *middle*, between words."""
    begin = min(max(start, middle - QUOTE_LIMIT // 2), end - QUOTE_LIMIT)
    stop = begin + QUOTE_LIMIT
    if begin > start:
        begin = text.index(" ", begin) + 1
    if stop < end:
        stop = text.rindex(" ", begin, stop)
    return begin, stop
