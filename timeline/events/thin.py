"""Titles too thin for a line of their own: they name nobody, one thing and not whose, or nothing that happened."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from timeline.events.event_nouns import is_event_noun, is_gathering
from timeline.events.idioms import idiom_in
from timeline.events.quality import clashes, has_subject, read_title, verbs_of
from timeline.events.transitive import OF_THEMSELVES, TRANSITIVE
from timeline.italian.speech import Word
from timeline.italian.tokens import OF
from timeline.italian.verb_groups import Group

_COMMON = frozenset(
    "nuovo nuova nuovi nuove primo prima primi prime ultimo ultima due tre altro altra altri altre".split()
)
_THAT_ONE = frozenset("quello quella quelli quelle".split())
_OWN = frozenset("suo sua suoi sue".split())
_BORN = frozenset("nato nata nati nate".split())
# With no object they say that something was done, not what.
_SAY_NOTHING = frozenset("agire muovere riprovare".split())
_OCCURRING = frozenset({"registrare", "verificare", "vedere"})
_IDIOMS = (("passo", "falso"), ("far", "visita"), ("entrare", "azione"))
_ADJECTIVE = re.compile(r"(?:al|ar|iv|os|ic|ch|ari|an)[oaie]\Z")
_HERE = frozenset("qui qua lì là".split())
_SOMEBODY = frozenset("qualcuno alcuni ignoti un una".split())


@lru_cache(maxsize=1_000)
def is_thin(title: str) -> bool:
    """Whether a reader of the title alone asks who, whose or what.

    >>> is_thin("I lavori partiranno"), is_thin("I lavori del ponte partiranno"), is_thin("Rissa a Modena")
    (True, False, False)
    >>> is_thin("È ripartita alla volta della Puglia"), is_thin("Si vota per il referendum a Lugo")
    (True, False)
    >>> is_thin("Gli agenti della Municipale si sono mossi"), is_thin("Il suo respiro si è fermato")
    (True, True)
    >>> is_thin("Impegnata agli Europei"), is_thin("Rinviato a giudizio un uomo per truffa")
    (True, False)
    >>> is_thin("Si è spento a 88 anni Oreste Neri"), is_thin("Multati in quattordici per una festa")
    (False, False)
    >>> is_thin("Sono partite nel palazzetto di Asola le vaccinazioni"), is_thin("Prende il via a Lugo la fiera")
    (False, False)
    """
    words = read_title(title)
    if ": «" in title:
        return any(w.low in _HERE for w in words) and not any(w.part == "name" for w in words)
    group = next((g for g in verbs_of(title) if g.tense), None)
    if any(w.low in _HERE for w in words) and not any(w.part in ("name", "open") for w in words):
        return True
    if len(words) < 2 or _points_at_object(words) or _names_nobody(words, group) or _says_nothing(words, group):
        return True
    return _is_one_thing(words) or _is_held_somewhere(words)


def _is_held_somewhere(words: Sequence[Word]) -> bool:
    """«Seduta a Lugo», «Scoperta durante i lavori»: of what, only the article knows; «Furto a Lugo» tells enough."""
    if len(words) < 3 or words[0].low not in _OF_SOMETHING:
        return False
    if words[1].low in ("a", "ad"):
        return all(w.part == "name" or w.low in OF for w in words[2:])
    told = any(w.part == "name" for w in words) and any(w.low in OF for w in words)
    return words[1].low in _WHERE_OR_WHEN and not told


_WHERE_OR_WHEN = frozenset("al allo alla all' ai agli alle in nel nello nella nell' nei nelle durante dopo".split())


_OF_SOMETHING = frozenset(
    """
    seduta riunione scoperta ritrovamento discussione riapertura apertura vittoria sconfitta verifica decisione
    consegna incontro presentazione passaggio termine scadenza sondaggi slittamento
    """.split()
)


def is_only_unplaced(title: str) -> bool:
    """Whether a thin title tells a fact of one thing, so that a reader asks no more than where.

    >>> is_only_unplaced("Si concluderanno gli scavi"), is_only_unplaced("Il passaggio avverrà")
    (True, False)
    >>> is_only_unplaced("Si dovrà aspettare"), is_only_unplaced("È rientrata"), is_only_unplaced("Verifica fiscale")
    (False, False, False)
    """
    words, groups = read_title(title), verbs_of(title)
    verb = next((g for g in groups if g.tense), None)
    if ": «" in title or _points_at_object(words) or _names_nobody(words, verb) or _says_nothing(words, verb):
        return False
    nouns = [w for w in words if w.part == "noun"]
    if len(words) < 2 or not nouns or any(w.low in _HOLLOW for w in nouns) or words[0].low in _SOME_OR_THAT:
        return False
    group = next(iter(groups), None)
    if group is None or is_gathering(nouns[0].low) or (group.modal and not group.first and not group.passive):
        return False  # «potrà confermare il posto» does not say who
    return not (is_event_noun(words[0].low) and words[1:2] != [] and words[1].low in OF)


# They stand for something told before, or for somebody's kin: that it was in a town explains nothing.
_HOLLOW = frozenset(
    """
    episodio episodi ritiro passaggio intervento manifestazione gruppo dubbio dubbi volume libro decreto incontro cosa
    cose verifica fatto fatti vicenda caso iniziativa proposta problema questione periodo momento padre madre figlio
    figlia figli moglie marito fratello sorella nonno nonna amico amica bambino bambina rinvio allarme trattativa
    """.split()
)
_SOME_OR_THAT = frozenset("qualche alcuni alcune vari varie molti molte quella quello quelli quelle uno".split())


def _points_at_object(words: Sequence[Word]) -> bool:
    """«La Russia lo ha ratificato»: what, the title does not say."""
    return any(w.low in ("lo", "la", "li", "l'") and w.part == "clitic" and _did(after) for w, after in pairwise(words))


def _did(verb: Word) -> bool:
    return verb.low in ("ha", "hanno") or (verb.verb is not None and verb.verb.tense in ("remote", "future"))


def _is_one_thing(words: Sequence[Word]) -> bool:
    """A noun with its adjectives and nothing else: no name, no number, no second thing."""
    nouns = [k for k, w in enumerate(words) if w.part == "noun" and w.low not in _COMMON]
    things = [k for k in nouns if not (k - 1 in nouns and _ADJECTIVE.search(words[k].low))]
    told = any(w.part in ("name", "open") or (w.part == "number" and w.low not in _COMMON) for w in words)
    return not told and len(things) < 2


def _names_nobody(words: Sequence[Word], group: Group | None) -> bool:
    """«È ripartita per la Puglia», «Una storia quella del negozio ha subito…», «Un uomo è nato»."""
    if any(w.low in _THAT_ONE and after.low in OF for w, after in pairwise(words)):
        return True
    if words and (words[0].low in _BORN or (words[0].low in _SOMEBODY and any(w.low in _BORN for w in words))):
        return True
    own = next((k for k, w in enumerate(words) if w.low in _OWN), len(words))
    whose = any(w.part in ("noun", "number") for w in words[:own]) or any(w.part == "name" for w in words)
    if own <= 1 or (own == 2 and words[0].is_verb("participle")) or (own < len(words) and not whose):
        return True  # «È stata la sua fuga a far scattare l'inchiesta»
    if words and words[0].is_verb("participle") and words[1:2] and words[1].part == "preposition":
        # «Impegnata agli Europei»; «Spaccata a Fiorano», «Rinviato a giudizio un uomo» tell who or what
        return not is_event_noun(words[0].low) and not _tells_whom(words)
    if group is None:
        return False
    needs_object = group.lemma in TRANSITIVE and group.lemma not in OF_THEMSELVES
    takes_object = needs_object and not (group.passive or group.reflexive or group.modal)
    if any(w.is_verb("infinitive") for w in words) and (group.first or group.auxiliary != "avere"):
        return takes_object and not group.first  # «Segue il Lugo, capace di vincere»
    if group.reflexive and group.tense == "present" and not group.compound:
        return False  # «si vota»
    return not has_subject(words, group) and not _has_late_subject(words, group)


def _tells_whom(words: Sequence[Word]) -> bool:
    """Whether a noun phrase follows what stands behind a participle: «Imbrattato con lo spray il muro»."""
    if words[1].low == "in" and words[2:3] and words[2].part == "number":
        return True  # «Multati in quattordici»
    idiom = idiom_in(words[1:])
    if idiom and words[idiom + 1 :] and words[idiom + 1].part == "name":
        return True  # «Rinviato a giudizio Ugo Neri»
    nouns = (k for k in range(3, len(words)) if words[k].part in ("article", "number"))
    return any(words[k - 1].part in ("noun", "name") and words[k].low not in _COMMON for k in nouns)


def _has_late_subject(words: Sequence[Word], group: Group) -> bool:
    """«Riaprirà la biblioteca», «È morto nella sua casa lo scultore Neri»: who comes after a verb without object."""
    after = words[group.last + 1 :]
    if group.lemma == "prendere" and [w.low for w in after[:2]] == ["il", "via"]:
        return _begins_late(after[2:])  # «Prende il via la fiera»: the noun behind the verb is no object
    if group.lemma in TRANSITIVE and group.lemma not in OF_THEMSELVES and not (group.passive or group.reflexive):
        return False
    if after and group.auxiliary == "essere" and clashes(words[group.last], after[0]):
        return False
    return _begins_late(after)


def _begins_late(after: Sequence[Word]) -> bool:
    """Whether a noun phrase begins there that no preposition leads to."""
    begins = (k for k, w in enumerate(after) if w.part in ("article", "name", "number"))
    return any(k == 0 or (_may_end_before(after[k - 1], after[k]) and not _is_label(after, k)) for k in begins)


def _is_label(after: Sequence[Word], k: int) -> bool:
    """«sotto quota | 280», «nella casa di via | Palestro», «, | qualche giorno dopo»: which, where, when."""
    if after[k + 1 : k + 2] and after[k + 1].low in _UNITS:
        return True
    if after[k].part == "number":
        return k + 1 == len(after) or after[k + 1].part not in ("noun", "name")
    return after[k].part == "name" and after[k - 1].low in _STREETS and any(w.part != "name" for w in after[k : k + 3])


def _may_end_before(word: Word, begins: Word) -> bool:
    """Whether a phrase may end with the word, where another begins: «ad Asola | le vaccinazioni»."""
    if word.part == "name":
        return begins.part == "article" and begins.text.islower()
    return word.part not in ("preposition", "article", "and")


_UNITS = frozenset("giorno giorni settimana settimane mese mesi anno anni ora ore minuto minuti".split())
_STREETS = frozenset("via viale piazza piazzale corso largo vicolo località frazione quartiere rione".split())


def tells_no_deed(title: str) -> bool:
    """Whether the verb says that something was done, or was, and nothing says what.

    >>> tells_no_deed("Gli agenti si sono mossi"), tells_no_deed("Gli agenti hanno mosso i primi passi")
    (True, False)
    """
    words = read_title(title)
    return _says_nothing(words, next((g for g in verbs_of(title) if g.tense), None))


def _says_nothing(words: Sequence[Word], group: Group | None) -> bool:
    """«I ladri hanno agito», «Un ladro ha commesso un passo falso», «Le nevicate si sono registrate»."""
    lows = {w.low for w in words}
    if any(lows.issuperset(idiom) for idiom in _IDIOMS):
        return True
    after = words[group.last + 1 :] if group else []
    # «ha mosso i primi passi», «hanno agito smontando la serratura»
    told = any(w.part == "name" or w.low == "passi" or w.is_verb("gerund") for w in after)
    if group is not None and group.reflexive and group.lemma in _OCCURRING and not after:
        return True
    return group is not None and group.lemma in _SAY_NOTHING and not told
