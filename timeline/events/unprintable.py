"""Titles that no editor prints: what somebody thinks, half a sentence, the seat of an event without the event, a thing
that nobody names."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from timeline.events.definites import definite_phrases
from timeline.events.event_nouns import is_event_noun, is_gathering
from timeline.events.incomplete import is_incomplete, says_little
from timeline.events.model import Event
from timeline.events.places import is_town
from timeline.events.printing import join
from timeline.events.quality import has_object, read_title, verbs_of
from timeline.events.subjects import is_person
from timeline.events.thin import tells_no_deed
from timeline.events.transitive import OF_THEMSELVES, TRANSITIVE
from timeline.italian.clauses import REPORTING
from timeline.italian.speech import Word
from timeline.italian.tokens import OF
from timeline.italian.verb_groups import Group

# What tells enough with its place alone: «Rissa a Modena».
_TELLING = frozenset(
    """
    accoltellamento aggressione agguato alluvione attentato bufera crollo delitto deragliamento esplosione
    esondazione evasione frana furto grandinata incendio incidente inondazione mareggiata naufragio neve
    nevicata nubifragio omicidio rapina razzia rissa rogo sbarco scippo scontro scoppio scossa sisma sommossa
    sparatoria spaccata strage tamponamento tempesta temporale terremoto tromba truffa valanga
    """.split()
)
_SET = frozenset("agenda programma calendario scaletta cartellone".split())
# Nouns that take up what was told before: alone they say nothing.
_TAKEN_UP = frozenset(
    """
    accaduto annuncio attività caso circostanza comunicazione decisione documento discussione episodio esito fatto idea
    importo iniziativa intervento materiale messaggio notizia operazione organizzazione passaggio piano possibilità
    progetto proposta provvedimento relazione richiesta scelta selezione selezioni stop struttura tema testo trattativa
    vicenda azienda circolo coppa ditta ente gara parti sala società squadra
    """.split()
)
_KIN = frozenset("moglie marito figlio figlia fratello sorella padre madre nipote zio zia nonno nonna cugino".split())
_TALKING = REPORTING | {
    "rievocare",
    "rammentare",
    "assicurare",
    "confessare",
    "sorridere",
    "scherzare",
    "ragionare",
    "ridere",
    "sospirare",
    "sfogare",
}
_DULL = frozenset("toccare spettare indicare bastare".split())


def is_unprintable(title: str) -> bool:
    """Whether nobody would print the title, whatever the article.

    >>> is_unprintable("Riunione a Firenze"), is_unprintable("Rissa a Firenze")
    (True, False)
    >>> is_unprintable("Osserva il coordinatore Ugo Neri"), is_unprintable("Interrogatorio in agenda")
    (True, True)
    """
    words, groups = list(read_title(title)), verbs_of(title)
    if ": «" in title or not words:
        return False
    if words[0].is_verb("finite") and words[0].verb and words[0].verb.lemma in _TALKING:
        return True
    if "«»" in title or title.isupper() or title.startswith(("L'ultima volta ", "L’ultima volta ")):
        return True
    if len(words) == _TWO and words[0].part == "number" and not is_event_noun(words[1].low):
        return True  # «Quindici testimonianze»
    lone = len(words) > 1 and words[0].part in ("noun", "verb") and words[1].text == ","
    if lone or any(g.lemma in _DULL and g.tense for g in groups):
        return True
    if _begins_in_the_middle(words) or tells_nothing(title) or _asks_who(words, groups):
        return True
    if words[1:] and words[1].low in ("risultata", "risultato", "risultati", "risultate"):
        return True
    if len(words) > 3 and words[-2].low == "si" and words[-1].is_verb("finite"):
        return True  # «Il sindaco si vieta»
    if any(w.low in ("tale", "tali") and b.part == "noun" for w, b in pairwise(words[:4])):
        return True  # «Abrogato tale divieto»
    if groups and not groups[0].first and groups[0].passive and groups[0].tense and _has_only_places(words, groups[0]):
        return True  # «Saranno controllati in via Bologna»
    talked = [w.low for w in words[:2]] in (["si", "discuterà"], ["si", "parlerà"], ["si", "parla"])
    if talked and (len(words) == _TWO or words[_TWO].low not in OF):
        return True  # «Si discuterà nella conferenza dei sindaci»: of what
    if words[-1].low in ("ragione", "torto") and groups and groups[-1].lemma == "dare":
        return True  # «Il tribunale ha dato ragione»
    if groups and groups[0].lemma == "risalire" and (groups[0].last == len(words) - 1 or not groups[0].first):
        return True  # «L'ultimo ballottaggio risale»
    if groups and groups[0].lemma == "occupare" and groups[0].reflexive and not any(w.low in OF for w in words):
        return True  # «Si occuperà il comitato»: of what
    if any(a.low == "a" and b.low == "segno" for a, b in pairwise(words)) and not groups:
        return True  # «Raggiro a segno»
    cut = [w.low for w in words[-4:-1]] == ["con", "cui", "si"]  # «l’ordinanza con cui si vieta»
    if not any(g.tense for g in groups) and any(w.low in ("ipotesi", "obiettivo") for w in words):
        return True  # «L'ipotesi più accreditata», «Lugo, obiettivo dichiarato: riaprire»
    if _only_means_to(words):
        return True
    nominal = not any(g.tense for g in groups) and (not groups or is_event_noun(words[0].low))
    return cut or (nominal and _is_place_of_something(words))


def _only_means_to(words: Sequence[Word]) -> bool:
    """«Ha comunicato l'intenzione di trasferire»: what, was cut."""
    if len(words) < _FOUR or words[-2].low != "di" or words[-3].low not in _MEANT:
        return False
    verb = words[-1].verb if words[-1].is_verb("infinitive") else None
    return verb is not None and verb.lemma in TRANSITIVE


_FOUR = 4
_MEANT = frozenset("intenzione decisione volontà obiettivo proposta progetto idea scopo".split())


def _asks_who(words: Sequence[Word], groups: Sequence[Group]) -> bool:
    """«Savona, saprà l'esito degli scrutini»: who, for a thing behind such a verb is never who does it."""
    group = groups[0] if groups and groups[0].tense else None
    if (
        group is None
        or group.lemma not in _DONE_BY_SOMEBODY
        or group.passive
        or group.reflexive
        or group.person != _THIRD
    ):
        return False
    front, behind = words[: group.first], words[group.last + 1 :]
    nobody = not front or (len(front) == _TWO and front[1].text == "," and is_town(front[0].text))
    return nobody and len(behind) > 1 and behind[0].part == "article" and not is_person(behind)


_DONE_BY_SOMEBODY = frozenset("sapere conoscere ricevere ottenere incontrare leggere scrivere sostenere".split())


def _has_only_places(words: Sequence[Word], group: Group) -> bool:
    """Whether nothing but complements with a preposition stands behind a verb: no word of what it was done to."""
    rest = words[group.last + 1 :]
    if not rest or rest[0].part != "preposition":
        return False
    return not any(w.part in ("article", "number") and before.part != "preposition" for before, w in pairwise(rest))


def tells_nothing(title: str) -> bool:
    """Whether a title tells nothing that was done, so that it will not do even where an article has no other.

    >>> tells_nothing("Altri trenta li assumeremo"), tells_nothing("Rissa a Lugo")
    (True, False)
    >>> tells_nothing("Gli agenti si sono mossi"), tells_nothing("Le nevicate si sono registrate")
    (True, True)
    """
    words, groups = list(read_title(title)), verbs_of(title)
    if ": «" in title or not words:
        return False
    if len(words) < _TWO or (words[0].low in _THESE and words[1].part in ("article", "verb")):
        return True
    if groups and not groups[0].first and groups[0].tense and groups[0].lemma in _HAPPENING:
        return True  # «È successo a Ivrea», «È toccato a un imprenditore»
    if tells_no_deed(title) or any(_lost_its_object(words, g) for g in groups):
        return True
    if _needs_object(words, groups) or _WITH_PRONOUN.search(words[0].low) or is_incomplete(title):
        return True  # «Innestatagli in ospedale»
    return _is_said_by_somebody(words, groups) or _tells_no_deed(words, groups) or _points_with_ending(words, groups)


_HAPPENING = frozenset("succedere accadere toccare spettare".split())
_WITH_PRONOUN = re.compile(r"(?:[aiu]t|ss|tt|rs)[aoie]gli\Z")


def _needs_object(words: Sequence[Word], groups: Sequence[Group]) -> bool:
    """«Il Comune di Lugo ha riaperto», «L'ateneo assegnerà per la prima volta»: what?"""
    last = words[-1].verb
    by_town = len(words) > _TWO and words[1].low == "comune"
    done = len(words) > _TWO and words[-2].low in ("ha", "hanno") and words[-1].is_verb("participle")
    if done and last is not None and (last.lemma in _NEEDY or by_town):
        return True
    if not groups or groups[-1].lemma in _ABSOLUTE:
        return False
    within = words[groups[-1].first : groups[-1].last]
    done_to = any(w.verb is not None and w.verb.lemma in ("essere", "venire") for w in within)  # «dovrà essere firmata»
    return not done_to and not has_object(words, groups)


def _lost_its_object(words: Sequence[Word], group: Group) -> bool:
    """«L'apicoltore ha portate lassù», of «le aveva portate»: the participle agrees with what is not there."""
    done = words[group.last]
    alone = group.auxiliary == "avere" and group.last - group.first == 1 and done.is_verb("participle")
    return alone and words[group.first].low in ("ha", "hanno") and done.low[-1] in "aei"


def _is_said_by_somebody(words: Sequence[Word], groups: Sequence[Group]) -> bool:
    """«Altri trenta li assumeremo», «Mio nonno è partito»: outside quotation marks nobody says "I" or "we"."""
    if any(w.part == "open" for w in words[1:]):
        return False
    return any(g.tense and g.person < _THIRD for g in groups) or any(w.low in _SPEAKERS_OWN for w in words)


_TWO, _THIRD = 2, 3
_THESE = frozenset("questo questa questi queste".split())
_SPEAKERS_OWN = frozenset("mio mia miei mie nostro nostra nostri nostre".split())


def _tells_no_deed(words: Sequence[Word], groups: Sequence[Group]) -> bool:
    """«Si comincia, come altrove», «La memoria corre al 1966», «La partita può valere una stagione», «Subita
    l'operazione»: how it is, what one thinks of, what happened to somebody unnamed."""
    group = next((g for g in groups if g.tense), None)
    if group is None:
        befell = words[0].low[:-1] in _BEFALLEN and words[1:2] != [] and words[1].part == "article"
        befell = befell and (words[0].low[:-1] != "pers" or len(words) == _TWO + 1)  # «persa la vita»
        return befell and not any(w.low.startswith("da") for w in words)
    begun = group.first == 0 and group.reflexive and group.lemma in _BEGINNING
    idle = begun and (words[group.last + 1 :] == [] or words[group.last + 1].text == ",")
    thought = any(w.low in _THOUGHTS for w in words[: group.first]) and group.lemma in _WANDERING
    may = words[group.first].verb
    could = may is not None and may.lemma == "potere" and may.tense == "present" and group.last > group.first
    return idle or thought or (could and not group.passive and not group.reflexive)


# «subita l'operazione», «riportate ferite»: by whom is all that would be news.
_BEFALLEN = frozenset("subit contratt riportat patit pers".split())
_BEGINNING = frozenset("cominciare iniziare partire ripartire ricominciare finire".split())
_THOUGHTS = frozenset("memoria pensiero pensieri mente ricordo ricordi sguardo".split())
_WANDERING = frozenset("andare correre tornare volare".split())


# What one does without saying to what: «hanno sfilato in centro», «ha esposto a Venezia», «mettere in guardia».
_ABSOLUTE = OF_THEMSELVES | frozenset(
    """
    cedere dare perdere portare riprendere sfilare esporre mettere avanzare attaccare spingere produrre dirigere
    pubblicare votare
    """.split()
)
# With «ha» they need an object.
_NEEDY = (TRANSITIVE - _ABSOLUTE) | {"interessare", "vincere", "perdere", "decidere", "deliberare"}


def _points_with_ending(words: Sequence[Word], groups: Sequence[Group]) -> bool:
    """«Ugo Neri ha finito di pagarlo», «Si è accorta di averlo pagato»: what, the title does not say."""
    group = next((g for g in groups if g.tense), None)
    if group is None and any(w.is_verb("infinitive") and w.low.endswith("rne") for w in words[1:]):
        return True  # «Finanziato un piano per rifarne 40 chilometri»
    if group is None or not (group.auxiliary == "avere" or group.reflexive):
        return False
    behind = words[group.first + 1 :]
    at = next((k for k, w in enumerate(behind) if w.is_verb("infinitive") and w.low.endswith(_ENDINGS)), -1)
    return at >= 0 and not any(w.part in ("noun", "name") for w in behind[:at])


_ENDINGS = ("rlo", "rla", "rli", "rle", "rne")


def _begins_in_the_middle(words: Sequence[Word]) -> bool:
    """«Reso noto l’esito», «L’ultima ha fruttato…», «Non c’era nulla di deciso»."""
    lows = [w.low for w in words[:3]]
    if len(words) < 3:
        return False
    if lows[0] in ("reso", "resa", "resi", "rese") or (
        lows[0] == "è" and lows[1] in _BEEN and words[2].part == "article"
    ):
        return not any(w.is_verb("infinitive") for w in words) or lows[0] != "è"
    if lows[:2] == ["non", "c'"] or lows in (["si", "è", "visto"], ["si", "è", "detto"]):
        return True
    if words[0].is_verb("participle") and lows[1] in ("un", "una") and lows[2] in _ORDINAL:
        return len(words) == 3 or words[3].part == "preposition"  # «Dirottata una quarta su La Spezia»
    counted = words[0].part == "article" and (lows[1] in _ORDINAL or lows[1].endswith(("esima", "esimo")))
    bare = lows[0] in _ORDINAL
    return (counted and words[2].part == "verb") or (bare and words[1].part in ("verb", "preposition"))


_BEEN = frozenset("stato stata stati state".split())
_ORDINAL = frozenset(
    """
    ultimo ultima primo prima secondo seconda terzo terza quarto quarta quinto quinta grande piccolo piccola uno una
    """.split()
)


def _is_place_of_something(words: Sequence[Word]) -> bool:
    """«Riunione a Firenze», «Esami in programma»: that it is, and where, but not of what."""
    if words[0].low in _TELLING or (words[0].part == "name" and not is_event_noun(words[0].low)):
        return False
    rest = [w for w in words[1:] if w.part not in ("preposition", "article")]
    if rest and all(w.low in _SET for w in rest):
        return True
    at = next((k for k, w in enumerate(words) if w.low in ("a", "ad")), 0)
    return at == 1 and is_town(join(words[2:]))


def _names_nothing(words: Sequence[Word]) -> bool:
    """«Arrivo in paese», «Discussione davanti al giudice»: nothing known by itself, no name, no number."""
    first = words[0]
    known = first.low in _TELLING or is_gathering(first.low) or first.low in ("allerta", "sentenza", "invasione")
    named = any(w.part in ("name", "number", "open") or w.low in OF for w in words[1:])
    event = first.part in ("noun", "name") and is_event_noun(first.low)
    return (event or first.low in _ORDINAL) and not known and not named


def speaks_of_nothing(title: str) -> bool:
    """Whether a title is about «la vicenda», «la proposta», which it does not name.

    >>> speaks_of_nothing("La proposta è arrivata in commissione"), speaks_of_nothing("La proposta di Neri è arrivata")
    (True, False)
    """
    words = list(read_title(title))
    if ": «" in title:
        return False
    led = words[1:2] != [] and words[1].text == "," and words[0].low in _TELLING  # «Mareggiata, chiuse le scuole»
    if not led and not any(w.part == "verb" and w.verb and w.verb.tense for w in words) and _names_nothing(words):
        return True
    if _is_only_a_thing(words) or says_little(title):
        return True
    kin = (k for k in range(1, len(words) - 1) if words[k].low in _KIN and words[k - 1].part == "article")
    if any(words[k + 1].part == "name" for k in kin) and not any(w.low in OF for w in words):
        return True  # «La moglie Ines è scomparsa», «Un infarto ha colpito il fratello Donato»
    begin = 2 if len(words) > 2 and words[1].text == "," and words[0].part == "name" else 0
    for phrase in definite_phrases(words):
        first = phrase.start <= begin or words[phrase.start - 1].part == "verb"
        follows = words[phrase.end].low if phrase.end < len(words) else ""
        bare = phrase.end == phrase.start + 2 and follows not in ("per", "con", "che", "su", "tra", "fra")
        if first and bare and words[phrase.start].part == "article" and words[phrase.noun].low in _TAKEN_UP:
            return True
    return False


def _is_only_a_thing(words: Sequence[Word]) -> bool:
    """«Consumo fermi»: two words, no verb, and a noun that is no event."""
    first = words[0]
    thing = first.part == "noun" and not is_event_noun(first.low) and first.low not in _TELLING
    return thing and len(words) == _TWO and words[1].part == "noun"


# An article that tells so much can do without what names nothing.
_ENOUGH = 2


def worth_printing(events: Sequence[Event], told: Callable[[Event], Event]) -> list[Event]:
    """The events, as *told* at last, without those of a title that nobody prints; where enough are left, without those
    about nothing."""
    kept = [told(event) for event in events if not is_unprintable(event.title)]
    full = [event for event in kept if not speaks_of_nothing(event.title)]
    return full if len(full) >= _ENOUGH else kept
