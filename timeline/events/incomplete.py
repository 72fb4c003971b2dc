"""Titles that end before what they are about, or that no editor keeps: figures of speech, how long ago something was.

All are judged from the title alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from timeline.events.places import is_town
from timeline.events.quality import read_title
from timeline.events.subjects import is_person
from timeline.italian.speech import Word
from timeline.italian.tokens import OF
from timeline.italian.verb_groups import Group, find_groups


def is_incomplete(title: str) -> bool:
    """Whether a title is half a sentence, or tells in a figure of speech what it does not name.

    >>> is_incomplete("La vicenda affonda le radici"), is_incomplete("Il gruppo affonda la nave")
    (True, False)
    >>> is_incomplete("Gli over 65 hanno cominciato"), is_incomplete("Gli over 65 hanno cominciato a vaccinarsi")
    (True, False)
    >>> is_incomplete("Sono arrivati altri ottanta a Gorizia"), is_incomplete("Sono arrivati altri ottanta profughi")
    (True, False)
    """
    words = _without_town(read_title(title))
    if ": «" in title or len(words) < _TWO:
        return False
    groups = find_groups(words)
    group = next((g for g in groups if g.tense), None)
    if _counts_nobody(words) or _ends_in_ordinal(words) or words[0].low[:-1] in ("stess", "medesim"):
        return True
    if _points_back(words):
        return True
    if any(w.part == "clitic" and w.low in _ME for w in words) and not any(w.part == "open" for w in words):
        return True  # «Mi scade il mutuo»
    if group is None:
        past = words[0].is_verb("participle") and (_is_figure(words, groups[0]) or _is_of_time(words, groups[0]))
        return past or _is_only_somebody(words, groups)
    return _is_figure(words, group) or _is_of_time(words, group) or _has_only_begun(words, group)


def _without_town(words: Sequence[Word]) -> list[Word]:
    """«Pavia, la protesta scatterà» without the town in front."""
    town = len(words) > _TWO and words[1].text == "," and words[0].part == "name" and is_town(words[0].text)
    return list(words[_TWO:] if town else words)


_TWO = 2
_ME = frozenset("mi ti m' t'".split())


def _points_back(words: Sequence[Word]) -> bool:
    """«Viste quelle pietre», «Il listino ha ceduto altrettanto»: which, and as much as what, was told before."""
    if any(w.low in ("altrettanto", "altrettanta", "altrettanti", "altrettante") for w in words[1:]):
        return words[-1].low.startswith("altrettant")
    if any(a.part == "number" and b.low in _NEXT_TO_IT for a, b in pairwise(words)):
        return True  # «Conseguito il diploma in corso o nei due precedenti»
    if words[0].is_verb("participle") and words[1].text == ":":
        return True
    that = len(words) == _TWO + 1 and words[1].low in _THAT_ONE and words[2].part == "noun"
    return that and words[0].is_verb("participle")


_NEXT_TO_IT = frozenset("precedenti successivi successive seguenti".split())
_THAT_ONE = frozenset("quel quello quella quell' quei quegli quelle".split())


def _counts_nobody(words: Sequence[Word]) -> bool:
    """«Arrivati altri ottanta a Gorizia», «Gli altri tre sono partiti»: of whom, the sentence before says."""
    for k, (a, b) in enumerate(pairwise(words)):
        follows = words[k + _TWO] if k + _TWO < len(words) else None
        lone = follows is None or follows.part in ("preposition", "mark", "verb", "adverb", "and")
        led = k > 0 and words[k - 1].part == "preposition"  # «in fuga con altri sei»
        many = a.low in ("altri", "altre") and b.part == "number" and not led
        if many and lone and not (follows and follows.low in OF):
            return True
    return False


def _ends_in_ordinal(words: Sequence[Word]) -> bool:
    """«Deciso l'ultimo», «Comincerà la terza»: which thing of the row, but not what it is."""
    joined = len(words) > _TWO and words[-3].part == "and"  # «di un'ora e un quarto»
    row = words[-1].low in _ORDINALS and words[-2].part == "article" and not joined
    return row and not any(w.text == "," for w in words)


_ORDINALS = frozenset(
    """
    primo prima secondo seconda terzo terza quarto quarta quinto quinta sesto sesta settimo settima ottavo ottava nono
    nona decimo decima ultimo ultima primi prime ultimi ultime
    """.split()
)


def _is_only_somebody(words: Sequence[Word], groups: Sequence[Group]) -> bool:
    """«Il parroco don Emilio Neri», «Fine manifestazione»: no deed, and no noun of one without its article."""
    if groups:
        return False
    bare = all(w.part in ("article", "noun", "name") for w in words)
    somebody = words[0].low in _THE and words[0].part == "article" and bare and words[-1].part == "name"
    return somebody or (words[0].low in _ENDS_OF and words[1].part == "noun")


_THE = frozenset("il lo la l' i gli le".split())
_ENDS_OF = frozenset("fine inizio metà".split())


def _is_figure(words: Sequence[Word], group: Group) -> bool:
    """«La vicenda affonda le radici», «Gli autisti chiuderanno un occhio», «Domani sarà peggio»."""
    if group.lemma == "essere":
        behind = {w.low for w in words[group.last + 1 :]}
        return bool(behind & {"peggio", "meglio"}) and not behind & {"che", "di"}
    nouns = _FIGURES.get(group.lemma)
    return nouns is not None and any(w.low in nouns for w in words)


# What a reporter writes where a plain verb would do, by its verb: it tells nothing that was done.
_FIGURES = {
    verb: frozenset(nouns.split())
    for verb, nouns in (
        ("affondare", "radici"),
        ("mettere", "radici mani nero"),
        ("chiudere", "occhio occhi"),
        ("vedere", "luce spiraglio"),
        ("giocare", "carte carta"),
        ("suonare", "campanello"),
        ("squillare", "campanello"),
        ("tirare", "fiato somme"),
        ("voltare", "pagina"),
        ("cambiare", "pagina musica aria volto marcia"),
        ("stringere", "cerchio spalle"),
        ("fare", "paura notizia strada passi rumore"),
        ("trattenere", "fiato"),
        ("perdere", "speranza pazienza"),
        ("abbassare", "guardia"),
        ("alzare", "voce tiro spalle"),
        ("gettare", "acqua"),
        ("buttare", "acqua"),
        ("tenere", "banco"),
        ("correre", "ripari"),
        ("tornare", "galla"),
        ("venire", "nodi pettine"),
        ("girare", "vento"),
        ("ridurre", "poco"),
        ("segnare", "passo"),
        ("scrivere", "pagina"),
        ("leccare", "ferite"),
        ("contare", "danni"),
        ("incrociare", "dita"),
        ("allargare", "braccia"),
        ("scuotere", "testa"),
    )
}


def _is_of_time(words: Sequence[Word], group: Group) -> bool:
    """«La settimana comincia a urne chiuse», «Sono trascorsi cinquant'anni», «La città si è svegliata senza autobus»:
    a stretch of time, or a mood, and no deed."""
    front = [w for w in words[: group.first] if w.part in ("noun", "name", "time")]
    behind = words[group.last + 1 :]
    if group.lemma in ("trascorrere", "passare"):
        counted = [*words[: group.first], *behind]
        return any(w.low.rstrip("'") in _UNITS or w.part == "time" for w in counted) and group.auxiliary != "avere"
    if len(front) == 1 and front[0].low in _STRETCHES and group.lemma in _GOING:
        return True
    if group.reflexive and group.lemma in ("preannunciare", "annunciare") and not front:
        return behind[:1] != [] and behind[0].part == "preposition"  # «Si preannuncia di passione»
    town = any(w.low in _PLACES or is_town(w.text) for w in front)
    return town and group.reflexive and group.lemma in _WAKING


_UNITS = frozenset("anno anni mese mesi settimana settimane giorno giorni ora ore minuti minuto secolo secoli".split())
_STRETCHES = frozenset(
    "anno mese settimana giorno giornata weekend stagione mattinata serata notte mattina sera estate inverno".split()
)
_GOING = frozenset("cominciare iniziare finire aprire chiudere concludere partire preannunciare annunciare".split())
_PLACES = frozenset("città paese centro borgo quartiere isola valle provincia regione".split())
_WAKING = frozenset({"svegliare", "risvegliare"})


def _has_only_begun(words: Sequence[Word], group: Group) -> bool:
    """«Gli over 65 hanno cominciato»: somebody, with "have", begins something."""
    return group.auxiliary == "avere" and group.lemma in _BEGINNING and group.last == len(words) - 1


_BEGINNING = frozenset("cominciare iniziare ricominciare continuare smettere proseguire finire terminare".split())


def says_little(title: str) -> bool:
    """Whether a title only says that something known to readers of the article went on, or that somebody came.

    >>> says_little("Pavia, la protesta scatterà"), says_little("La protesta dei medici scatterà")
    (True, False)
    >>> says_little("Una turista di Lodi è arrivata"), says_little("Una turista di Lodi è arrivata in spiaggia")
    (True, False)
    >>> says_little("Il bando per i negozi uscirà"), says_little("Il bando uscirà")
    (False, True)
    >>> says_little("Quaranta tonnellate sono arrivate"), says_little("Quaranta tonnellate di sale sono arrivate")
    (True, False)
    """
    words = _without_town(read_title(title))
    group = next((g for g in find_groups(words) if g.tense), None)
    if ": «" in title or group is None or group.passive or group.negated or not words:
        return False
    front, behind = words[: group.first], words[group.last + 1 :]
    counted = [w for w in front or behind if w.part != "adverb"]
    if len(counted) == _TWO and counted[0].part == "number" and counted[1].low == "persone" and not (front and behind):
        return group.lemma == "morire"  # «Sono morte sedici persone»: of what, or where
    if len(counted) == _TWO and counted[0].part == "number" and counted[1].low in _MEASURES:
        return group.lemma in _COMING or group.lemma in _FALLING
    if behind or not front or group.modal:
        return False
    bare = len(front) == _TWO and front[0].part == "article" and front[1].part == "noun"
    if bare:
        return group.lemma in _COMING or group.lemma in _PHASES
    return group.lemma in _COMING and group.is_past and is_person(front)


_MEASURES = frozenset(
    "tonnellate tonnellata quintali chili chilometri metri centimetri millimetri litri euro milioni miliardi".split()
)
# They say that somebody or something came, went, or was set off; without a place nothing more.
_COMING = frozenset(
    """
    arrivare giungere subentrare precipitare recare tornare ritornare rientrare entrare uscire
    andare venire affacciare rivolgere accorrere intervenire abbattere scattare sopraggiungere ripartire partire
    """.split()
)
_FALLING = frozenset({"cadere", "scendere", "salire", "mancare"})
_PHASES = frozenset(
    """
    cominciare iniziare proseguire continuare riprendere terminare cessare finire concludere durare avvenire riunire
    """.split()
)
