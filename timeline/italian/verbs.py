"""Italian verbs by their endings: what form a word is, of which verb, in which tense.

simplemma gives the infinitive, the endings give form and tense; the few irregular verbs that every sentence needs stand
in a table. A word is read alone here; speech.py looks at its neighbours.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Literal

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


# tense: (person, plural) -> form, in the order io tu lui noi voi loro; "-" where the form is no use in news.
_TABLE = """
essere present sono sei è siamo siete sono
essere imperfect ero eri era eravamo eravate erano
essere remote fui fosti fu fummo foste furono
essere future sarò sarai sarà saremo sarete saranno
essere conditional sarei saresti sarebbe saremmo sareste sarebbero
essere subjunctive - - sia - - siano
essere subjunctive - - fosse fossimo - fossero
avere present ho hai ha abbiamo avete hanno
avere imperfect avevo avevi aveva avevamo avevate avevano
avere remote ebbi avesti ebbe avemmo aveste ebbero
avere future avrò avrai avrà avremo avrete avranno
avere conditional avrei avresti avrebbe avremmo avreste avrebbero
avere subjunctive - - abbia - abbiate abbiano
avere subjunctive avessi - avesse avessimo - avessero
venire present vengo vieni viene veniamo venite vengono
venire imperfect venivo venivi veniva venivamo venivate venivano
venire remote venni venisti venne venimmo veniste vennero
venire future verrò verrai verrà verremo verrete verranno
venire conditional verrei verresti verrebbe verremmo verreste verrebbero
venire subjunctive - - venga - - vengano
venire subjunctive - - venisse - - venissero
stare present sto stai sta stiamo state stanno
stare imperfect stavo stavi stava stavamo stavate stavano
stare future starò starai starà staremo starete staranno
stare subjunctive - - stia - - stiano
andare present vado vai va andiamo andate vanno
andare future andrò andrai andrà andremo andrete andranno
andare conditional andrei andresti andrebbe andremmo andreste andrebbero
dovere present devo devi deve dobbiamo dovete devono
dovere future dovrò dovrai dovrà dovremo dovrete dovranno
dovere conditional dovrei dovresti dovrebbe dovremmo dovreste dovrebbero
dovere subjunctive - - debba - - debbano
potere present posso puoi può possiamo potete possono
potere future potrò potrai potrà potremo potrete potranno
potere conditional potrei potresti potrebbe potremmo potreste potrebbero
potere subjunctive - - possa - - possano
volere present voglio vuoi vuole vogliamo volete vogliono
volere future vorrò vorrai vorrà vorremo vorrete vorranno
volere conditional vorrei vorresti vorrebbe vorremmo vorreste vorrebbero
volere remote volli - volle - - vollero
fare present faccio - fa facciamo fate fanno
fare imperfect facevo facevi faceva facevamo facevate facevano
fare remote feci facesti fece facemmo faceste fecero
fare subjunctive - - faccia - - facciano
dire present dico dici dice diciamo - dicono
dire imperfect dicevo dicevi diceva dicevamo dicevate dicevano
dire remote dissi dicesti disse dicemmo diceste dissero
dare present do dai dà diamo date danno
dare remote diedi - diede - - diedero
sapere present so sai sa sappiamo sapete sanno
sapere remote seppi - seppe - - seppero
uscire present esco esci esce usciamo uscite escono
prendere remote presi - prese - - presero
mettere remote misi - mise - - misero
vedere remote vidi - vide - - videro
tenere remote tenni - tenne - - tennero
togliere remote tolsi - tolse - - tolsero
nascere remote nacqui - nacque - - nacquero
vincere remote vinsi - vinse - - vinsero
perdere remote persi - perse - - persero
scrivere remote scrissi - scrisse - - scrissero
"""
# Forms that are other words nearly always: preposition, noun, numeral, adverb.
_OTHER_WORDS = frozenset("sei dai ai andate volete presi persi misi fai stai do so".split())

# Participles whose masculine singular simplemma reads as an adjective, a noun or another verb.
_PARTICIPLES = {
    "aperto": "aprire", "chiuso": "chiudere", "coperto": "coprire", "scoperto": "scoprire", "offerto": "offrire",
    "detto": "dire", "disposto": "disporre", "esposto": "esporre", "posto": "porre", "proposto": "proporre",
    "composto": "comporre", "imposto": "imporre", "deposto": "deporre", "opposto": "opporre", "fatto": "fare",
    "invaso": "invadere", "successo": "succedere", "rimasto": "rimanere", "visto": "vedere", "previsto": "prevedere",
    "espulso": "espellere", "eletto": "eleggere", "diretto": "dirigere", "sciolto": "sciogliere",
    "accolto": "accogliere",
    "raccolto": "raccogliere", "colto": "cogliere", "tolto": "togliere", "svolto": "svolgere", "rivolto": "rivolgere",
    "coinvolto": "coinvolgere", "travolto": "travolgere", "sepolto": "seppellire", "morto": "morire", "nato": "nascere",
    "stato": "essere", "dato": "dare", "andato": "andare", "venuto": "venire", "avuto": "avere", "voluto": "volere",
    "dovuto": "dovere", "potuto": "potere", "condotto": "condurre", "prodotto": "produrre", "ridotto": "ridurre",
    "tratto": "trarre", "estratto": "estrarre", "attratto": "attrarre", "sottratto": "sottrarre", "corso": "correre",
    "accorso": "accorrere", "trascorso": "trascorrere", "emesso": "emettere", "messo": "mettere",
    "ammesso": "ammettere",
    "promesso": "promettere", "commesso": "commettere", "permesso": "permettere", "scritto": "scrivere",
    "iscritto": "iscrivere", "sottoscritto": "sottoscrivere", "difeso": "difendere", "offeso": "offendere",
    "sospeso": "sospendere", "preso": "prendere", "ripreso": "riprendere", "sorpreso": "sorprendere",
    "acceso": "accendere",
    "arreso": "arrendere", "reso": "rendere", "esteso": "estendere", "steso": "stendere", "sceso": "scendere",
    "deciso": "decidere", "ucciso": "uccidere", "diviso": "dividere", "inciso": "incidere", "concluso": "concludere",
    "escluso": "escludere", "incluso": "includere", "deluso": "deludere", "rotto": "rompere", "corrotto": "corrompere",
    "interrotto": "interrompere", "letto": "leggere", "costretto": "costringere", "stretto": "stringere",
    "spinto": "spingere", "vinto": "vincere", "dipinto": "dipingere", "raggiunto": "raggiungere", "giunto": "giungere",
    "aggiunto": "aggiungere", "assunto": "assumere", "tinto": "tingere", "spento": "spegnere", "pianto": "piangere",
    "protetto": "proteggere", "corretto": "correggere", "distrutto": "distruggere", "fritto": "friggere",
    "ferito": "ferire", "finito": "finire", "sparito": "sparire", "perso": "perdere", "sparso": "spargere",
    "apparso": "apparire", "scomparso": "scomparire", "comparso": "comparire", "emerso": "emergere",
    "immerso": "immergere",
    "mosso": "muovere", "scosso": "scuotere", "percosso": "percuotere", "chiesto": "chiedere",
    "richiesto": "richiedere",
    "risposto": "rispondere", "nascosto": "nascondere", "arrestato": "arrestare", "sospettato": "sospettare",
    "deceduto": "decedere", "divelto": "divellere", "scoppiato": "scoppiare", "avvenuto": "avvenire",
    "presunto": "presumere", "assolto": "assolvere", "risolto": "risolvere", "dissolto": "dissolvere",
    "esploso": "esplodere",
    "crollato": "crollare", "evaso": "evadere", "persuaso": "persuadere", "indetto": "indire", "respinto": "respingere",
    "ottenuto": "ottenere", "sostenuto": "sostenere", "tenuto": "tenere", "salito": "salire", "ritratto": "ritrarre",
}  # fmt: skip
# No participles, though they end like one.
_NOT_PARTICIPLES = frozenset(
    """
    marito vestito lato gusto letto tetto reato mercato vento soldato deputato senato punto appunto sabato gelato
    sindacato avvocato magistrato significato certo presto questo quanto tanto molto soggetto effetto oggetto progetto
    merito conto spirito sito abito certificato aspetto costo corso attentato candidato privato delicato fiato grato
    apposito esplicito illecito lecito
    """.split()
)
_NOT_INFINITIVES = frozenset(
    """
    mare genere carcere cantiere quartiere carabiniere infermiere consigliere cavaliere piacere ponte altare militare
    altre oltre sere opere lettere camere parere pare rare care titolare particolare
    """.split()
)

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
    verb = _PARTICIPLES.get(word[:-1] + "o") if len(word) > 3 else None
    return verb or str(lemmatize(word, "it"))


@lru_cache(maxsize=50_000)
def is_known(word: str) -> bool:
    """Whether the dictionary has the word."""
    _, known = _lemmatizer()
    return bool(known(word, "it"))


def _irregular() -> dict[str, Verb]:
    forms: dict[str, Verb] = {}
    for line in _TABLE.strip().splitlines():
        lemma, tense, *words = line.split()
        for place, word in enumerate(words):
            if word in ("-", *_OTHER_WORDS):
                continue
            # "sono": the third person plural is commoner in news, so the later place wins.
            forms[word] = Verb("finite", lemma, tense, place % 3 + 1, place > 2)  # type: ignore[arg-type]
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


def is_infinitive(word: str) -> bool:
    """Whether a dictionary form is that of a verb."""
    if word in _NOT_INFINITIVES or len(word) < 4:
        return False
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
        if w[-1] not in "oaie" or not masculine.endswith(("to", "so")) or w in _NOT_PARTICIPLES:
            continue
        if masculine in _NOT_PARTICIPLES:
            continue
        lemma = _PARTICIPLES.get(masculine) or _prefixed(masculine) or _verb_of_participle(masculine)
        if lemma:
            sure = w != word or masculine in _PARTICIPLES or lemma_of(masculine) == lemma
            return Verb("participle", lemma, plural=w[-1] in "ie", sure=sure, feminine=w[-1] in "ae")
    return None


def _prefixed(masculine: str) -> str:
    """The verb of a participle made with a prefix: "dismesso" is "messo", so "dismettere"."""
    for cut in range(1, min(6, len(masculine) - 4)):
        base = _PARTICIPLES.get(masculine[cut:])
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
    for ending, verb in (("ato", "are"), ("uto", "ere"), ("ito", "ire")):
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
            return None
    tense = _tense_of(word, lemma)
    if not tense:
        return None
    person = _person_of(word, tense)
    # "sbarco", "invito": the noun is commoner than the first person.
    return Verb("finite", lemma, tense, person, _is_plural(word), sure and not (person == 1 and tense == "present"))


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
