"""Whether a finished title reads as an Italian headline: one thing told, nothing glued together or left hanging.

The last look at a title, made without the text: what fails is told another way, or left out. Each check looks for one
thing that no headline has; a title that none of them finds may still be wrong.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from timeline.events.agreement import agreement_of
from timeline.events.event_nouns import is_event_noun
from timeline.events.phrases import CROWDS
from timeline.events.places import is_town
from timeline.events.quality import read_title, verbs_of
from timeline.events.vocabulary import given_names
from timeline.italian.speech import Word
from timeline.italian.tokens import OF
from timeline.italian.verb_groups import Group
from timeline.italian.verbs import lemma_of

_SPLITTING = frozenset({"that", "and", "mark", "open", "close"})
# They may stand between a noun phrase and its verb, or lead to one.
_THE = frozenset("il lo la l' i gli le un uno una un'".split())


@lru_cache(maxsize=1_000)
def is_well_formed(title: str) -> bool:
    """Whether nothing in a title shows that its sentence was read wrongly.

    >>> is_well_formed("Il Comune ha riaperto il ponte"), is_well_formed("Il Comune riapre ha chiuso il ponte")
    (True, False)
    >>> is_well_formed("Rubate due biciclette"), is_well_formed("Rubato due biciclette")
    (True, False)
    """
    words, groups = read_title(title), verbs_of(title)
    finite = [g for g in groups if g.tense]
    return not (
        _are_glued(words, finite)
        or _has_two_subjects(words, finite)
        or _lacks_article(words, finite)
        or _disagrees(words)
        or _says_nothing_said(words, finite)
        or _hangs_on_nothing(words)
        or _verb_disagrees(words, finite)
        or _is_torn_by_comma(words, finite)
        or _lacks_predicate(words)
        or _has_two_things(words, groups)
        or _ends_in_the_middle(words, finite)
        or _counts_nothing(words, finite)
        or _is_bare(words, finite)
        or _has_dateline(words)
        or _takes_up_nothing(words, finite)
        or _says_twice(words, finite)
        or _is_another_kind(words, finite)
    )


def _is_another_kind(words: Sequence[Word], finite: Sequence[Group]) -> bool:
    """«Nazzareno è nata da un'idea»: a man, and a feminine participle."""
    if not finite or not finite[0].first or finite[0].auxiliary != "essere" or finite[0].modal:
        return False
    done = words[finite[0].head].verb
    man = words[0].text in given_names() and words[0].low.endswith("o")
    alone = not any(w.part in ("mark", "and") or w.low in OF for w in words[: finite[0].first])
    return man and alone and done is not None and done.form == "participle" and done.feminine and not done.plural


def _says_twice(words: Sequence[Word], finite: Sequence[Group]) -> bool:
    """«Un assalto è stato preparato quello compiuto»: the subject a second time, behind its verb."""
    if not finite or not finite[0].first:
        return False
    behind = zip(words[finite[0].last :], words[finite[0].last + 1 :], words[finite[0].last + 2 :], strict=False)
    done = ((a, b) for a, b, c in behind if c.verb is not None and c.verb.form == "participle")
    return any(b.low in _THAT_ONE and a.part not in _BEFORE_ONE for a, b in done)


_THAT_ONE = frozenset("quello quella quelli quelle".split())
_BEFORE_ONE = frozenset({"preposition", "mark", "and", "that", "open"})


def _ends_in_the_middle(words: Sequence[Word], finite: Sequence[Group]) -> bool:
    """«Ugo Neri potrà», «Nuova Speranza ci si rivedrà»: a modal and nothing it leads to, a subject of «ci si»."""
    last = words[-1].verb if words and words[-1].is_verb("finite") else None
    modal = last is not None and last.lemma in _MODALS
    nobody = any(a.low == "ci" and b.low in ("si", "s'") for a, b in pairwise(words[1:]))
    told = any(w.part in ("noun", "name") for w in words[: finite[0].first]) if finite else False
    return modal or (nobody and told and words[0].part != "mark")


_MODALS = frozenset("potere dovere volere stare".split())


def _counts_nothing(words: Sequence[Word], finite: Sequence[Group]) -> bool:
    """«Somministrate 614, quasi tutte Pfizer», «Attesa uno e sessanta», «Circa novemila ci sarà una svendita»,
    «Promozione circa 2.600 persone»: a number, and no noun that it counts."""
    if len(words) < 2:
        return False
    if words[0].low in ("il", "l'") and words[1].text.isdecimal() and len(words) > _TWO and words[2].part == "verb":
        return True  # «Il 6 è caduto più di un metro»: half of «tra il 4 e il 6»
    if words[0].low in ("uno", "una") and (words[1].part == "and" or _leads_elsewhere(words[1])):
        return True
    lead = 1 + (words[1].part == "adverb" or words[1].low in _ABOUT)
    counted, rest = words[lead : lead + 1], words[lead + 1 : lead + 2]
    number = counted != [] and (counted[0].part == "number" or counted[0].low in ("uno", "una"))
    lone = not rest or rest[0].part in ("mark", "and", "adverb") or _leads_elsewhere(rest[0])
    if (
        number
        and lone
        and (words[0].is_verb("participle") or (counted[0].part == "article" and words[0].part != "number"))
    ):
        return True
    front = words[: finite[0].first] if finite else []
    many = front and all(w.part in ("number", "adverb") or w.low in _ABOUT for w in front)
    if many and front[-1].part == "number" and finite[0].person == _THIRD and not finite[0].plural:
        return True
    beside = (
        words[0].part in ("noun", "name") and lead == _TWO and number and not finite and counted[0].part == "number"
    )
    return beside and rest != [] and rest[0].part == "noun"


def _leads_elsewhere(word: Word) -> bool:
    """Whether the word is a preposition other than "of": «uno a Lugo», not «uno dei due»."""
    return word.part == "preposition" and word.low not in OF


_ABOUT = frozenset({"circa", "oltre"})
_THIRD = 3


def _is_bare(words: Sequence[Word], finite: Sequence[Group]) -> bool:
    """«Parte da Lilla deciderà», «Annunciato Roma»: what lost its article, or the words before it."""
    if not words:
        return False
    if words[0].is_verb("participle") and len(words) == _TWO and words[1].part == "name" and is_town(words[1].text):
        return True
    if not finite or not finite[0].first or words[0].part != "noun":
        return False
    return words[0].low == "parte" and words[1].part == "preposition" and words[1].low not in OF


def _has_dateline(words: Sequence[Word]) -> bool:
    """«ANCONA ha approvato il piano»: a town in capitals is where the report was written."""
    return any(w.text.isupper() and len(w.text) > _TOWN and is_town(w.text.title()) for w in words)


_TOWN = 3


def _takes_up_nothing(words: Sequence[Word], finite: Sequence[Group]) -> bool:
    """«L'ultima delle quali ha lasciato…», «La Provincia comincerà e che il transito…»: a pronoun, or a second "that",
    without the words it takes up."""
    front = words[: finite[0].first] if finite else words
    which = any(a.part == "preposition" and b.low in ("quali", "quale") for a, b in pairwise(front))
    which = which or any(w.low in ("quali", "quale") for w in words[1:2])
    comma = any(w.text == "," for w in front)
    that = next((k for k in range(1, len(words)) if words[k].low == "che" and words[k - 1].part == "and"), 0)
    again = that and not any(w.low in ("che", "di") for w in words[: that - 1])
    return (which and not comma) or bool(again)


def _lacks_predicate(words: Sequence[Word]) -> bool:
    """«L'azienda dichiarata è fallita»: what it was declared belongs right behind."""
    return any(
        a.is_verb("participle") and a.verb is not None and a.verb.lemma in _DECLARING and b.is_verb("finite")
        for a, b in pairwise(words)
    )


_DECLARING = frozenset("dichiarare rendere ritenere considerare definire".split())


def _has_two_things(words: Sequence[Word], groups: Sequence[Group]) -> bool:
    """«Persa la vita un motociclista»: behind a participle two things side by side; «Imola e i momenti»: no deed."""
    if any(g.tense for g in groups):
        return False
    if words and words[0].is_verb("participle"):
        starts = [k for k in range(1, len(words)) if words[k].part == "article" and words[k].low in _THE]
        if words[0].verb and words[0].verb.lemma in _DONE_TO_NOTHING:
            return True
        named = len(words) > _TWO and words[1].part == "name" and words[2].part == "article" and words[2].text.islower()
        if named or any(_begins_another(words, k) for k in starts if k > _TWO + 1):
            return True
        led = [k for k in starts if words[k - 1].part in ("noun", "verb")]
        return len(led) > 1 and words[led[1] - 1].part == "noun" and led[0] == 1 and led[1] - led[0] == _TWO
    joined = len(words) > _TWO and words[0].part == "name" and words[1].part == "and" and not groups
    return joined and not any(is_event_noun(w.low) for w in words)


_TWO = 2
# «Lavorato Ferri a Lugo»: nobody does it to anything, so that the participle alone is no headline.
_DONE_TO_NOTHING = frozenset(
    """
    lavorare dormire parlare camminare ballare viaggiare piangere ridere telefonare marciare manifestare protestare
    scioperare nuotare litigare rispondere funzionare reagire
    """.split()
)


def _begins_another(words: Sequence[Word], k: int) -> bool:
    """«Accolto l'impianto di Lugo | il ricorso del gestore»: a second thing beside what was done, nothing between."""
    plain = all(w.part in ("article", "noun", "name", "number") or w.low in OF for w in words[1:k])
    return plain and words[1].part == "article" and words[k].text.islower() and words[k - 1].part in ("noun", "name")


def _hangs_on_nothing(words: Sequence[Word]) -> bool:
    """«Il comitato è nato, che ha visto», «Operato e le sue condizioni», «Una volta concluso», «atteso per, il…»."""
    threes = zip(words, words[1:], words[2:], strict=False)
    relative = any(a.part == "verb" and b.text == "," and c.low == "che" for a, b, c in threes)
    nobody = bool(words) and words[0].verb is not None and words[0].verb.lemma == "bisognare"
    listed = len(words) > 2 and words[0].part == "noun" and words[1].text == ","  # «Gara, a Lugo, e vacanza»
    once = [w.low for w in words[:2]] == ["una", "volta"]
    joined = len(words) > 3 and words[0].is_verb("participle") and words[1].part == "and"
    nowhere = any(a.part == "preposition" and _begins_again(a, b) for a, b in pairwise(words))
    joined = joined and (words[2].part in ("article", "not") or words[3].is_verb("participle"))
    denied = len(words) > 3 and words[0].is_verb("participle") and [w.part for w in words[2:4]] == ["and", "not"]
    nowhere = nowhere or any(a.low in _BARE_LEADS and _is_plain_verb(b) for a, b in pairwise(words))
    return relative or nobody or listed or once or nowhere or joined or denied


# «Il giorno in | fu introdotto»: they lead to a noun, never to a finite verb.
_BARE_LEADS = frozenset("in con su per tra fra da".split())


def _is_plain_verb(word: Word) -> bool:
    return word.verb is not None and word.verb.form == "finite" and word.verb.lemma in ("essere", "avere")


def _begins_again(lead: Word, word: Word) -> bool:
    """Whether a preposition leads nowhere: before a mark, or «la processione del | nel centro»."""
    if lead.low in ("in", "con") and word.part == "preposition" and word.low.startswith("da"):
        return word.low != "davanti"  # «il giorno in | dal senato»
    return word.text in (",", ".", ":") or (lead.low in _OF_THE and word.part == "preposition")


_OF_THE = frozenset("del dello della dell' dei degli delle nel nella nei nelle al alla ai alle dal dalla".split())


def _verb_disagrees(words: Sequence[Word], finite: Sequence[Group]) -> bool:
    """«La ditta hanno», «Il ponte è stata chiusa»: a plain noun phrase, and a verb of another number or gender."""
    front = words[: finite[0].first] if finite else []
    of = next((k for k, w in enumerate(front) if k > 1 and w.low in OF), len(front))
    rest_is_plain = all(w.part in ("noun", "name", "preposition") for w in front[of:])
    front = front[:of] if rest_is_plain else front  # «il maestro di italiano | è stata»
    plain = front and front[0].part == "article" and all(w.part in ("article", "noun") for w in front)
    agreed = agreement_of(front) if plain and len(front) < _FEW and front[0].low in _THE else None
    if agreed is None or finite[0].person != 3 or any(w.low in CROWDS for w in front):
        return False
    head = words[finite[0].head].verb
    told = finite[0].auxiliary == "essere" and head is not None and head.form == "participle" and not finite[0].modal
    other = told and head is not None and front[0].low != "l'" and agreed.feminine not in (None, head.feminine)
    return agreed.plural != finite[0].plural or bool(other)


_FEW = 4


def _is_torn_by_comma(words: Sequence[Word], finite: Sequence[Group]) -> bool:
    """«L'operaio, di Lugo è caduto»: one comma between a subject and its verb."""
    front = words[: finite[0].first] if finite else []
    commas = [k for k, w in enumerate(front) if w.text == ","]
    if len(commas) != 1 or commas[0] < 2 or front[0].part != "article":
        return False
    behind = front[commas[0] + 1 :]
    return not any(w.part in ("and", "that", "open") for w in behind) and bool(behind)


def _are_glued(words: Sequence[Word], finite: Sequence[Group]) -> bool:
    """«Il Comune continua ha allestito»: two finite verbs with nothing that joins or parts them."""
    opens = bool(finite) and not finite[0].first and words[1:2] != [] and words[1].part == "name"
    told = finite[1:] if opens else finite  # «Luca Neri»
    return any(
        not any(w.part in _SPLITTING for w in words[first.last + 1 : second.first]) for first, second in pairwise(told)
    )


def _has_two_subjects(words: Sequence[Word], finite: Sequence[Group]) -> bool:
    """«Lo svolgimento della festa la piazza sarà chiusa»: two noun phrases side by side before the verb."""
    if not finite:
        return False
    front = words[: finite[0].first]
    begins = [k for k, w in enumerate(front) if k and w.low in _THE and w.part == "article"]
    side_by_side = any(front[k - 1].part in ("noun", "name") for k in begins)
    return side_by_side and not any(w.part in ("mark", "preposition", "that", "verb") for w in front[:1])


def _lacks_article(words: Sequence[Word], finite: Sequence[Group]) -> bool:
    """«Circostanza si è verificata»: one thing that is no name, and no article, before its verb."""
    if not finite or not finite[0].first:
        return False
    if words[0].low.endswith(("enti", "anti")) and words[1].part == "preposition" and words[1].low.startswith("da"):
        return True  # «Provenienti da Vienna saranno restituite»
    if finite[0].plural or finite[0].person != 3:
        return False
    first, behind = words[0], words[1 : finite[0].first]
    bare = first.part == "noun" and first.verb is None and all(w.part in ("adverb", "not") for w in behind)
    return bare and not first.low.endswith("enne") and lemma_of(first.low) == first.low


def _disagrees(words: Sequence[Word]) -> bool:
    """«Eseguiti perquisizioni»: a participle in front, and what was done has another gender or number."""
    done = words[0] if words and words[0].is_verb("participle") else None
    if done is None or done.verb is None or len(words) < 2:
        return False
    k = 1 + (words[1].part == "adverb")
    if k >= len(words) or words[k].part not in ("article", "number", "noun"):
        return False
    phrase = [words[k]]
    for word in words[k + 1 :]:
        if word.part not in ("number", "noun", "name", "open"):
            break
        phrase.append(word)
    agreed = agreement_of(phrase)
    told = phrase[0].part != "noun" or (len(phrase) == 1 and agreed is not None and agreed.feminine is not None)
    sure = agreed is not None and told and not any(w.part == "and" for w in words[k:])
    return bool(sure and agreed and not agreed.fits(done.verb.feminine, done.verb.plural))


def _says_nothing_said(words: Sequence[Word], finite: Sequence[Group]) -> bool:
    """«Osserva il coordinatore Ugo Neri», «Ada Ferri ha detto ai medici»: that somebody spoke, and not what he said."""
    told = finite[0] if finite else None
    made = told is not None and told.lemma == "sapere" and any(w.low.startswith("fa") for w in words[: told.last])
    if told is None or (told.lemma not in _SPEAKING and not made) or told.passive or told.reflexive:
        return False
    after = words[told.last + 1 :]
    said = any(w.part in ("that", "open") or w.text == ":" for w in after)
    said = said or any(a.low == "di" and b.is_verb("infinitive") for a, b in pairwise(after[:4]))
    begins = (k for k, w in enumerate(after) if w.part in ("article", "number", "noun"))
    thing = told.first > 0 and any(k == 0 or after[k - 1].part not in _LEADING for k in begins)
    return not said and (made or not thing)


_LEADING = frozenset({"preposition", "article", "number", "noun", "mark"})


_SPEAKING = frozenset(
    """
    dire spiegare aggiungere raccontare affermare commentare dichiarare sottolineare osservare ammettere confidare
    confessare riassumere
    """.split()
)
