"""Verbs with their auxiliaries and modals: «è stato arrestato», «dovrà rispondere», «si terranno»."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.italian.speech import Word
from timeline.italian.verbs import Tense

# Verbs that take "essere" without being passive.
UNACCUSATIVE = frozenset(
    """
    accadere avvenire succedere andare venire arrivare morire cadere fuggire scappare entrare uscire nascere tornare
    ritornare partire intervenire riuscire rimanere restare scattare finire iniziare cominciare salire scendere crescere
    diminuire calare sparire scomparire decedere risultare emergere spuntare sbucare giungere evadere accorrere
    comparire
    apparire esplodere scoppiare crollare precipitare rientrare ripartire passare culminare durare costare bastare
    servire
    sembrare parere capitare toccare divenire diventare stare essere mancare fallire terminare aumentare slittare
    divampare insorgere provenire naufragare annegare scivolare atterrare decollare confluire svanire transitare
    risalire sprofondare tramontare sorgere subentrare sopravvivere penetrare approdare sbarcare migliorare
    esondare straripare tracimare scadere decorrere sfociare scaturire trapelare sopraggiungere piovere piombare
    emigrare migrare espatriare rinascere risorgere retrocedere scampare rincasare ammarare collassare implodere
    peggiorare cambiare saltare sfuggire franare deragliare affondare guarire
    """.split()
)
_MODALS = frozenset({"dovere", "potere", "volere", "sapere"})


@dataclass(slots=True)
class Group:
    """A verb with its auxiliaries: words [first, last] of the sentence, both included."""

    first: int
    last: int
    lemma: str
    tense: Tense
    person: int = 3
    plural: bool = False
    compound: bool = False
    passive: bool = False
    reflexive: bool = False
    negated: bool = False
    modal: str = ""
    auxiliary: str = ""
    head: int = -1

    @property
    def is_past(self) -> bool:
        """Whether it tells something done: "ha firmato", "fu firmato", "aveva firmato"."""
        return self.tense == "remote" or (self.compound and self.tense in ("present", "imperfect", "remote"))


def find_groups(words: list[Word]) -> list[Group]:
    """Every verb group, in order: finite ones have a tense, participles, gerunds and infinitives have none."""
    groups: list[Group] = []
    done = 0
    for i, word in enumerate(words):
        if word.part == "verb" and word.verb is not None and i >= done and not _only_says_found(words, i):
            group = _finite_group(words, i) if word.verb.form == "finite" else _bare_group(words, i)
            groups.append(group)
            done = group.last + 1
    return groups


def _only_says_found(words: list[Word], i: int) -> bool:
    """«l'auto, risultata poi | rubata»: the participle that follows says what was done."""
    verb = words[i].verb
    found = words[i].is_verb("participle") and verb is not None and verb.lemma == "risultare"
    return found and _next_participle(words, i) is not None and (i == 0 or words[i - 1].part != "verb")


def _bare_group(words: list[Word], i: int) -> Group:
    verb = words[i].verb
    assert verb is not None
    last, lemma = i, verb.lemma
    if verb.form in ("infinitive", "gerund") and verb.lemma in ("avere", "essere", "venire"):
        follow = _next_participle(words, i)
        while follow is not None:
            last, lemma = follow, words[follow].verb.lemma  # type: ignore[union-attr]
            follow = _next_participle(words, follow) if lemma == "essere" else None
    return Group(i, last, lemma, "", plural=verb.plural, compound=last > i, head=last)


def _next_participle(words: list[Word], i: int) -> int | None:
    for place in range(i + 1, min(len(words), i + 5)):
        word = words[place]
        if word.is_verb("participle"):
            return place
        if word.part not in ("adverb", "not", "time", "pronoun", "and") or word.low in ("e", "ed", "o"):
            return None
    return None


def _finite_group(words: list[Word], i: int) -> Group:
    verb = words[i].verb
    assert verb is not None
    first = _with_clitics(words, i)
    group = Group(first, i, verb.lemma, verb.tense, verb.person, verb.plural, head=i)
    for word in words[max(0, first - 1) : i]:
        group.negated = group.negated or word.part == "not"
    for word in words[first:i]:
        group.reflexive = group.reflexive or word.low in ("si", "s'", "se")
    if (
        verb.lemma in ("essere", "avere", "venire")
        or _is_duty(words, group)
        or (verb.tense == "remote" and _is_of_result(words, i))
    ):
        _take_participles(words, group)
    _take_modal(words, group)
    return group


def _is_duty(words: list[Word], group: Group) -> bool:
    """«vanno presentate», «andrà rivisto»: what has to be done. «è andato perso» is none."""
    follows = words[group.last + 1 : group.last + 2]
    return group.lemma == "andare" and bool(follows) and follows[0].is_verb("participle")


def _with_clitics(words: list[Word], i: int) -> int:
    while i > 0 and (words[i - 1].part == "clitic" or words[i - 1].low in ("non", "c'", "ne")):
        i -= 1
    return i


def _take_participles(words: list[Word], group: Group) -> None:
    auxiliary = group.lemma
    follow = _next_participle(words, group.last)
    count = 0
    while follow is not None and count < 3:
        verb = words[follow].verb
        assert verb is not None
        group.last = group.head = follow
        group.lemma, group.auxiliary, group.compound = verb.lemma, auxiliary, True
        count += 1
        more = verb.lemma in ("essere", "venire") or _is_of_result(words, follow)
        follow = _next_participle(words, follow) if more and follow < len(words) else None
    if not group.compound:
        return
    verb = words[group.head].verb
    if auxiliary == "essere" and group.plural and verb and not verb.plural:
        group.person, group.plural = 1, False  # "sono sceso": it is I
    _take_second_participle(words, group)
    if auxiliary == "avere":
        return
    if auxiliary in ("venire", "andare"):
        group.passive, group.compound = True, group.tense == "imperfect" and False
        return
    of_itself = group.lemma in UNACCUSATIVE or group.lemma in _GIVING_WAY
    group.passive = not group.reflexive and (count > 1 or not of_itself) and group.lemma != "essere"


# «un argine era ceduto»: with "essere" it gave way, though «ha ceduto» and «è stato ceduto» are said of it too.
_GIVING_WAY = frozenset({"cedere", "degenerare", "evolvere", "affogare", "girare", "mutare"})


def _is_of_result(words: list[Word], i: int) -> bool:
    """«è rimasto | ucciso», «andarono | distrutti»: the participle right after says what was done to it."""
    verb, follow = words[i].verb, words[i + 1] if i + 1 < len(words) else None
    if verb is None or follow is None or not follow.is_verb("participle") or follow.verb is None:
        return False
    return verb.lemma in ("rimanere", "restare") or (verb.lemma == "andare" and follow.verb.lemma in _LOST)


_LOST = frozenset("distruggere perdere smarrire bruciare disperdere esaurire vendere".split())


def _take_second_participle(words: list[Word], group: Group) -> None:
    """ "hanno identificato e denunciato": both belong to the auxiliary."""
    place = group.last + 1
    if place + 1 < len(words) and words[place].low in ("e", "ed", "o") and words[place + 1].is_verb("participle"):
        group.last = place + 1


def _take_modal(words: list[Word], group: Group) -> None:
    """ "è riuscito a scappare", "dovrà rispondere", "ha fatto sapere": the infinitive is the verb that counts."""
    place = group.last + 1
    while place < len(words) and words[place].part in ("adverb", "time") and place < group.last + 3:
        place += 1
    if group.lemma in (
        "riuscire",
        "andare",
        "venire",
        "cominciare",
        "iniziare",
        "cercare",
        "tentare",
        "finire",
        "tornare",
    ):
        if place < len(words) and words[place].low in ("a", "ad", "di", "per"):
            place += 1
        else:
            return
    elif group.lemma not in (*_MODALS, "fare", "lasciare"):
        return
    if place >= len(words) or not words[place].is_verb("infinitive"):
        return
    group.modal = group.lemma
    bare = _bare_group(words, place)
    group.last, group.head = bare.last, bare.last
    group.lemma = bare.lemma
