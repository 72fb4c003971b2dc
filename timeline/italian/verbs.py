"""Italian verbs by their endings: what form a word is, of which verb, in which tense.

simplemma gives the infinitive, the endings give form and tense; the few irregular verbs that every sentence needs stand
in a table. A word is read alone here; speech.py looks at its neighbours.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Literal

from timeline.italian.verb_forms import (
    NOT_INFINITIVES,
    NOT_PARTICIPLES,
    OTHER_WORDS,
    PARTICIPLES,
    PARTICIPLES_AFTER_AUXILIARY,
    SHORT_INFINITIVES,
    TABLE,
)

if TYPE_CHECKING:
    from collections.abc import Callable

Form = Literal["finite", "participle", "infinitive", "gerund"]
Tense = Literal["present", "imperfect", "remote", "future", "conditional", "subjunctive", ""]


@dataclass(frozen=True, slots=True)
class Verb:
    """A word as a form of a verb. *person* counts 1 to 3; *sure* is false where the word is a noun as often."""

    form: Form
    lemma: str
    tense: Tense = ""
    person: int = 3
    plural: bool = False
    sure: bool = True
    feminine: bool = False


_CLITICS = re.compile(
    r"(?:glie(?:lo|la|li|le|ne)|(?:me|te|se|ce|ve)(?:lo|la|li|le|ne)|mi|ti|si|ci|vi|lo|la|li|le|gli|ne)\Z"
)


@cache
def _lemmatizer() -> tuple[Callable[[str, str], str], Callable[[str, str], bool]]:
    # Loaded at the first word: the dictionary takes a quarter of a second, and `timeline --help` needs none.
    import simplemma

    return simplemma.lemmatize, simplemma.is_known


@lru_cache(maxsize=50_000)
def lemma_of(word: str) -> str:
    """The dictionary form of a word in small letters.

    >>> lemma_of("ringraziato"), lemma_of("truppe")
    ('ringraziare', 'truppa')
    """
    lemmatize, _ = _lemmatizer()
    verb = PARTICIPLES.get(word[:-1] + "o") if len(word) > 3 else None
    return verb or str(lemmatize(word, "it"))


@lru_cache(maxsize=50_000)
def is_known(word: str) -> bool:
    """Whether the dictionary has the word."""
    _, known = _lemmatizer()
    return bool(known(word, "it"))


def _irregular() -> dict[str, Verb]:
    forms: dict[str, Verb] = {}
    for line in TABLE.strip().splitlines():
        lemma, tense, *words = line.split()
        for place, word in enumerate(words):
            if word in ("-", *OTHER_WORDS):
                continue
            # "sono": the third person plural is commoner in news, so the later place wins.
            forms[word] = Verb("finite", lemma, tense, place % 3 + 1, place > 2)  # type: ignore[arg-type]
    forms["é"] = forms["è"]  # a common slip
    return forms


_FORMS = _irregular()


@lru_cache(maxsize=50_000)
def read_verb(word: str) -> Verb | None:
    """A word in small letters as a form of a verb, or None where it is none.

    >>> read_verb("intervenuta").lemma, read_verb("partirà").tense, read_verb("rubando").form
    ('intervenire', 'future', 'gerund')
    >>> read_verb("tavolo") is None
    True
    """
    if word in _FORMS:
        return _FORMS[word]
    if len(word) < 3 or not word.isalpha():
        return None
    return _as_gerund(word) or _as_infinitive(word) or _as_participle(word) or _as_finite(word)


@lru_cache(maxsize=10_000)
def read_participle(word: str, *, alone: bool = False) -> Verb | None:
    """A word after an auxiliary as a participle, though it looks like another word or stands in no dictionary.

    *alone*: the auxiliary is a bare «è», which nouns follow as well.

    >>> read_participle("letta").lemma, read_participle("spiaggiati").lemma
    ('leggere', 'spiaggiare')
    >>> read_participle("letti", alone=True) is None, read_participle("avvocato") is None
    (True, True)
    """
    verb = read_verb(word)
    if verb and verb.form == "participle":
        return verb
    if len(word) < 4 or word[-1] not in "oaie":
        return None
    masculine = word[:-1] + "o"
    lemma = "" if alone else PARTICIPLES_AFTER_AUXILIARY.get(masculine, "")
    if not lemma and not verb and len(word) > 6 and masculine not in NOT_PARTICIPLES and not is_known(masculine):
        lemma = next((masculine[:-3] + end for tail, end in _REGULAR if masculine.endswith(tail)), "")
    return Verb("participle", lemma, plural=word[-1] in "ie", feminine=word[-1] in "ae") if lemma else None


def is_ambiguous_participle(word: str) -> bool:
    """Whether the word is a participle only where an auxiliary makes it one: «corso», «letta»."""
    return word[:-1] + "o" in PARTICIPLES_AFTER_AUXILIARY


_REGULAR = (("ato", "are"), ("ito", "ire"), ("uto", "ere"))


def is_infinitive(word: str) -> bool:
    """Whether a dictionary form is that of a verb."""
    if word in NOT_INFINITIVES or len(word) < 4:
        return False
    if word in SHORT_INFINITIVES:
        return True
    if word.endswith(("are", "ere", "ire")):
        gerund = word[:-3] + ("ando" if word.endswith("are") else "endo")
        return is_known(gerund) or word.endswith("ire")
    return word.endswith(("urre", "orre", "arre")) and is_known(word)


def _as_gerund(word: str) -> Verb | None:
    base = _CLITICS.sub("", word)
    for w in (word, base):
        if w.endswith(("ando", "endo")) and w not in ("quando", "comando", "bando"):
            lemma = lemma_of(w)
            if lemma.endswith("re") and lemma != w and is_infinitive(lemma):
                return Verb("gerund", lemma)
    return None


def _as_infinitive(word: str) -> Verb | None:
    if word in ("aver", "esser", "far", "dar", "star", "poter", "dover", "voler"):
        return Verb("infinitive", word + "e")
    if word.endswith("re"):
        return Verb("infinitive", word) if is_infinitive(word) and lemma_of(word) == word else None
    base = _CLITICS.sub("", word)
    if base == word or not base.endswith("r"):
        return None
    for lemma in (base + "e", base + "re"):
        if is_infinitive(lemma) and lemma_of(lemma) == lemma:
            return Verb("infinitive", lemma)
    return None


def _as_participle(word: str) -> Verb | None:
    base = re.sub(r"(?<=[oaie])si\Z", "", word) if len(word) > 6 else word
    for w in dict.fromkeys((word, base)):
        masculine = w[:-1] + "o"
        if w[-1] not in "oaie" or not masculine.endswith(("to", "so")) or w in NOT_PARTICIPLES:
            continue
        if masculine in NOT_PARTICIPLES:
            continue
        lemma = PARTICIPLES.get(masculine) or _prefixed(masculine) or _verb_of_participle(masculine)
        if lemma:
            sure = w != word or masculine in PARTICIPLES or lemma_of(masculine) == lemma
            return Verb("participle", lemma, plural=w[-1] in "ie", sure=sure, feminine=w[-1] in "ae")
    return None


def _prefixed(masculine: str) -> str:
    """The verb of a participle made with a prefix: "dismesso" is "messo", so "dismettere"."""
    for cut in range(1, min(6, len(masculine) - 4)):
        base = PARTICIPLES.get(masculine[cut:])
        if base and is_known(masculine[:cut] + base):
            return masculine[:cut] + base
    return ""


def _verb_of_participle(masculine: str) -> str:
    lemma = lemma_of(masculine)
    if not is_infinitive(lemma):
        return _regular_verb(masculine)
    stem = lemma[:-3]
    if masculine in (stem + "ato", stem + "uto", stem + "ito", stem + "iuto"):
        return lemma
    # "sento", "invito" are present tenses; "chiuso", "scelto" are not made from the stem.
    return "" if masculine[:-1] == stem or lemma.endswith("are") else lemma


def _regular_verb(masculine: str) -> str:
    """The verb of a participle that is a noun as well: "inviato", "deceduto"."""
    for ending, verb in _REGULAR:
        lemma = masculine[:-3] + verb
        if masculine.endswith(ending) and is_known(lemma) and is_infinitive(lemma):
            return lemma
    return ""


_ENDINGS: tuple[tuple[re.Pattern[str], Tense], ...] = (
    (re.compile(r"r(?:ò|ai|à|emo|ete|anno)\Z"), "future"),
    (re.compile(r"r(?:ei|esti|ebbe|emmo|este|ebbero)\Z"), "conditional"),
    (re.compile(r"[aei]v(?:o|i|a|amo|ate|ano)\Z"), "imperfect"),
    (re.compile(r"(?:ò|[aei]rono|ette|ettero|[aei]mmo|ì|é)\Z"), "remote"),
    (re.compile(r"[aei]ss(?:i|e|imo|ero)\Z"), "subjunctive"),
    (re.compile(r"(?:se|sero|nne|nnero|cque|cquero|bbe|bbero)\Z"), "remote"),
    (re.compile(r"(?:o|i|a|e|iamo|[aei]te|ono|ano)\Z"), "present"),
)


def _as_finite(word: str) -> Verb | None:
    lemma = lemma_of(word)
    sure = is_infinitive(lemma) and lemma != word
    if not sure:
        lemma = _verb_hidden_in(word)
        if not lemma:
            return _done_again(word)
    tense = _tense_of(word, lemma)
    if not tense:
        return None
    person = _person_of(word, tense)
    # "sbarco", "invito": the noun is commoner than the first person.
    we = word.endswith("iamo") and word != lemma[:-3] + "o"
    return Verb("finite", lemma, tense, person, _is_plural(word), sure and (we or person != 1 or tense != "present"))


def _done_again(word: str) -> Verb | None:
    """«ricandiderà», «riasfalteranno»: a verb with "ri-" that no dictionary has, in a tense that no noun looks like."""
    base = _as_finite(word[2:]) if word.startswith("ri") and len(word) > _LONG else None
    if base is None or not base.sure or base.tense not in ("future", "conditional"):
        return None
    return replace(base, lemma="ri" + base.lemma)


_LONG = 7


def _verb_hidden_in(word: str) -> str:
    """The verb whose third person present a noun looks like: "conferma", "denuncia", "accusa", "parte"."""
    for lemma in (word + "re", word[:-1] + "ire"):
        if word[-1] in "ae" and is_infinitive(lemma) and is_known(lemma) and lemma_of(lemma) == lemma:
            return lemma
    return ""


def _tense_of(word: str, lemma: str) -> Tense:
    stem = lemma[:-3]
    if word == stem + "ò":
        return "remote"
    if word in (stem + "a", stem + "e", stem + "ano", stem + "ono", stem + "i", stem + "o"):
        return "present"
    return next((tense for ending, tense in _ENDINGS if ending.search(word)), "")


def _person_of(word: str, tense: Tense) -> int:
    if word.endswith(("mo", "rò", "rei", "vo")) and tense != "remote":
        return 1
    if word.endswith(("mmo", "mo")) or (tense == "present" and word.endswith("o") and not word.endswith("no")):
        return 1
    if word.endswith(("rai", "vi", "sti", "te")) and tense not in ("present", "remote"):
        return 2
    return 3


def _is_plural(word: str) -> bool:
    return word.endswith(("no", "ro", "mo"))
