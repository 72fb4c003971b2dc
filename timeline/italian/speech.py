"""Words of a sentence and what part of speech each is, from a few closed lists, the verbs, and the neighbours."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from typing import Literal

from timeline.italian.tokens import OF
from timeline.italian.verbs import Verb, is_ambiguous_participle, is_known, lemma_of, read_participle, read_verb

Part = Literal[
    "article", "preposition", "clitic", "pronoun", "number", "adverb", "not", "and", "that", "verb", "name", "noun",
    "mark", "open", "close", "time",
]  # fmt: skip

_WORD = re.compile(
    r"[A-Z]{1,3}-?\d+(?:-?[A-Z0-9]+)*\b|"  # A14, F-35, A330-300E
    r"[^\W\d_]+(?:-[^\W\d_]+)*['’]?|\d+(?:[.,:/]\d+|-\d{1,3}(?![\d-]))*(?:[°º]|(?:enn[ei]|mila)\b)?|\.{2,}|[^\w\s\u200b]|_"
)


@dataclass(slots=True)  # a frozen one takes twice as long to make, and an article has hundreds; none is ever changed
class Word:
    """One word or mark: half-open offsets into the text, its spelling and its small spelling, and what it is."""

    start: int
    end: int
    text: str
    low: str
    part: Part
    verb: Verb | None = None

    def is_verb(self, *forms: str) -> bool:
        return self.part == "verb" and self.verb is not None and (not forms or self.verb.form in forms)


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


ARTICLES = _set(
    "il lo la i gli le l' un uno una un' quest' quell' quel quello quella quei quegli quelle questo questa questi"
    " queste"
    " alcuni alcune qualche ogni ciascun ciascuno ciascuna nessun nessuna altri altre"
)
CONTRACTED = _set(
    "del dello della dell' dei degli delle al allo alla all' ai agli alle dal dallo dalla dall' dai dagli dalle"
    " nel nello nella nell' nei negli nelle sul sullo sulla sull' sui sugli sulle col coi collo colla"
)
PREPOSITIONS = CONTRACTED | _set(
    "di d' a ad da in con su per tra fra durante dopo prima contro verso presso senza oltre entro lungo sotto sopra"
    " dietro"
    " mediante tramite attraverso secondo nonostante davanti vicino eccetto salvo circa fino sino intorno stando"
)
CLITICS = _set(
    "mi ti si ci vi lo la li le gli ne m' t' s' c' v' l' n' me te se ce ve glielo gliela glieli gliele gliene"
)
PRONOUNS = _set(
    "io tu lui lei egli ella esso essa noi voi loro essi esse chi quest'ultimo costui costoro ciò tutti qualcuno"
    " nessuno"
    " entrambi entrambe"
)
AND = _set("e ed o od ma però nonché oppure anzi bensì né")
THAT = _set(
    "che ch' quando mentre perché perchè poiché poichè se come dove appena cui finché affinché sebbene benché quale"
    " quali"
    " giacché siccome qualora dov' quand' com' laddove"
)
NOT = _set("non mai neppure nemmeno neanche")
ADVERBS = _set(
    "già ancora anche pure poi più meno molto poco tanto troppo sempre spesso subito quindi dunque infatti inoltre"
    " invece"
    " intanto così allora ora adesso oggi ieri domani qui qua lì là fuori dentro bene male forse quasi solo soltanto"
    " proprio insieme infine comunque tuttavia ormai finora appunto inizialmente stavolta oltretutto addirittura almeno"
    " presto tardi pian oltre circa pertanto perciò perfino persino altrimenti magari ecco davvero"
)
_NUMBERS = _set(
    "due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici diciassette"
    " diciotto diciannove venti trenta quaranta cinquanta sessanta settanta ottanta novanta cento mille mila"
)
_OPEN, _CLOSE = frozenset("«“(["), frozenset("»”)]")
_FOLD = str.maketrans("’", "'")
# Words that look like verbs, and in news are nouns or adjectives nearly always.
_NOUNS = _set(
    "fine parte sede rete polizia notte sera sere mattina domenica punto strada città persona persone zona uomo donna"
    " anni anno mese mesi giorni giorno ore ora volta volte gente euro auto bici dati lite porta porte casa furto"
    " rapina"
    " danni guardia pena opera opere arma armi scuola scuole spalle mani mano data morte vita fondi capo vigilanza"
    " piazza"
    " via viale uno arte sorte forze residente residenti presidente agente agenti comandante cittadino partita attesa"
    " vittima presidio sindaco testa vista vicina sorpresa entrata uscita serata nottata mattinata giornata nevicata"
    " ondata manifestazione presunto presunta presunti cosiddetta cosiddetto scorsa scorso scorsi scorse passato"
    " passata"
    " passati avvocata cavallo sole mondo momento alta corte corsa spesa offesa difesa impresa ripresa intesa chiesa"
    " caccia messa stessa stesso stesse stessi regista dirigente minore maggiore titolare titolari militare militari"
    " carabinieri quartiere carcere parere tempo segreteria compagnia procura prefettura questura frana piena secca"
    " diretta prova gara gare serie superficie specie moglie mente credente utente cliente clienti parenti ambiente"
    " fronte ponte monte armate armata russe russo russa ladro ladri fatti fatto parti minuti soldi stati sole nuova"
    " nuovo nuove nuovi lire sito siti vestiti seconda delegato delegata delegati sindaca sindache"
    " grandinata mareggiata"
)


@lru_cache(maxsize=50_000)
def _alone(text: str, first: bool) -> tuple[str, Part, Verb | None]:
    """A word by itself: small spelling, part of speech, its reading as a verb. *first*: a capital says nothing here."""
    low = text.lower().translate(_FOLD)
    part = _closed_class(low)
    if text.isupper() and len(text) > 3:
        return low, "name", None  # a dateline, an acronym
    if part is not None and (first or part in ("article", "preposition") or not text[0].isupper() or len(low) < 3):
        return low, part, None
    if text[0].isdigit():
        return low, "noun" if low.endswith(("enne", "enni")) else "number", None
    if text == "%":
        return low, "noun", None  # «in crescita del 9%»
    if text == "&":
        return low, "name", None  # «la ditta Neri & Figli»
    if not text[0].isalpha():
        return low, "open" if text in _OPEN else "close" if text in _CLOSE else "mark", None
    verb = None if low in _NOUNS else read_verb(low)
    if not text[0].isupper() and not text.islower() and text[0].isalpha():
        return low, "name", None  # iPhone, eBay
    if text[0].isupper() and not (first and (verb or (low == lemma_of(low) and is_known(low)))):
        return low, "name", None
    return low, "verb" if verb else "noun", verb


def _closed_class(low: str) -> Part | None:
    for words, part in _CLASSES:
        if low in words:
            return part
    if _BIG_NUMBER.match(low):
        return "number"
    return "adverb" if low.endswith("mente") and len(low) > 6 else None


_BIG_NUMBER = re.compile(
    r"(?:\w*(?:cento|mila)(?:dieci|undici|dodici|tredici|quattordici|quindici|sedici|diciassette|diciotto|diciannove"
    r"|venti|trenta|quaranta|cinquanta|sessanta|settanta|ottanta|novanta|due|tr[eé]|quattro|cinque|sei|sette|nove)|\w*(?:cento|mila)|(?:vent|trent|quarant|cinquant|sessant|settant|ottant|novant)[ai]?"
    r"(?:uno|due|tr[eé]|quattro|cinque|sei|sette|otto|nove))\Z"
)


_CLASSES: tuple[tuple[frozenset[str], Part], ...] = (
    (NOT, "not"),
    (THAT, "that"),
    (ARTICLES, "article"),
    (PREPOSITIONS, "preposition"),
    (AND, "and"),
    (CLITICS, "clitic"),
    (PRONOUNS, "pronoun"),
    (_NUMBERS, "number"),
    (ADVERBS, "adverb"),
)


def words_of(
    text: str,
    start: int = 0,
    end: int | None = None,
    times: Sequence[tuple[int, int]] = (),
    names: frozenset[str] = frozenset(),
) -> list[Word]:
    """The words and marks of a stretch of text, each with its part of speech. Each of *times*, in order, is one word.

    *names*: words that are names even where they begin a sentence.

    >>> [(w.text, w.part) for w in words_of("La polizia lo ha arrestato.")][:4]
    [('La', 'article'), ('polizia', 'noun'), ('lo', 'clitic'), ('ha', 'verb')]
    """
    words: list[Word] = []
    stop = len(text) if end is None else end
    place = start
    for begin, close in (*((a, b) for a, b in times if start <= a and b <= stop), (stop, stop)):
        _append_plain(words, text, place, begin)
        if close > begin:
            words.append(Word(begin, close, text[begin:close], text[begin:close].lower(), "time"))
        place = max(place, close)
    _name_slogans(words)
    if text.find("&", start, stop) >= 0:
        _name_partners(words)
    for i, word in enumerate(words):
        if word.text in names and word.part != "time":  # «entro Natale»
            words[i] = Word(word.start, word.end, word.text, word.low, "name")
        elif word.part in _DOUBTFUL:
            words[i] = _settle(words, i)
    _settle_surnames(words)
    _settle_ordinals(words)
    _settle_heads(words)
    _settle_doubled(words)
    _settle_lacking(words)
    return words


def _settle_surnames(words: list[Word]) -> None:
    """«Silvestro Di Carlantonio», «Ada La Rocca»: a small word that is printed with a capital between two names."""
    for i in range(1, len(words) - 1):
        word, before = words[i], words[i - 1]
        small = word.part in ("preposition", "article") and word.text[:1].isupper() and not before.text.isupper()
        if small and before.part == words[i + 1].part == "name":
            words[i] = replace(word, part="name")


def _settle_ordinals(words: list[Word]) -> None:
    """«la prima denuncia», «nel secondo tempo»: behind an article they lead to nothing."""
    for i in range(1, len(words)):
        if words[i].low in ("prima", "secondo") and words[i].part == "preposition":
            lead = words[i - 1]
            if lead.part == "article" or lead.low in CONTRACTED:
                words[i] = replace(words[i], part="noun")


def _settle_heads(words: list[Word]) -> None:
    """«Scuole chiuse oggi», «Petardi vietati»: a plural that begins a sentence, a participle that agrees behind it."""
    for i, word in enumerate(words[:-1]):
        begins = not i or words[i - 1].text in ".:;!?–—"
        if begins and word.low in ("partita", "partite") and words[i + 1].low.startswith("da"):
            words[i] = replace(word, part="verb", verb=read_participle(word.low))  # «Partita da Lugo, ha percorso…»
            continue
        if not begins or word.part != "name" or not words[i + 1].is_verb("participle"):
            continue
        plural = word.low[-1] in "ie" and word.low[-1] == words[i + 1].low[-1] and lemma_of(word.low) != word.low
        if plural and is_known(word.low) and not word.text.isupper():
            words[i] = replace(word, part="noun")


def _settle_lacking(words: list[Word]) -> None:
    """«Il gruppo, nato nel 1954 a Lugo, passa a un fondo»: where no other word is the verb, one behind an aside is."""
    _settle_relative(words)
    if any(w.part == "verb" and w.is_verb("finite") for w in words):
        return
    commas = [i for i, w in enumerate(words) if w.text == ","]
    for first, second in pairwise(commas):
        here, after = second + 1, second + 2
        if after >= len(words) or words[here].part != "noun" or not words[first + 1].is_verb("participle"):
            continue
        verb = read_verb(words[here].low) if words[here].low not in _NOUNS else None
        leads = words[after].part in ("article", "time") or words[after].low in CONTRACTED | {"a", "da", "in"}
        if first and leads and verb and verb.tense == "present" and verb.person == 3 and not verb.plural:
            words[here] = replace(words[here], part="verb", verb=verb)
            return


def _settle_relative(words: list[Word]) -> None:
    """«L'imputato, che vive con la madre, ha ascoltato»: between "che" and the comma stands a verb, before the next."""
    for opener in [i for i, w in enumerate(words) if w.low == "che" and i and words[i - 1].text == ","]:
        stop = next((k for k in range(opener + 1, len(words)) if words[k].part in ("mark", "that", "open")), 0)
        told = words[opener + 1 : stop] if stop and words[stop].text == "," else []
        if not told or any(w.is_verb("finite") for w in told) or not any(w.is_verb("finite") for w in words[stop:]):
            continue
        for k in range(opener + 1, stop - 1):
            verb = read_verb(words[k].low) if words[k].part == "noun" and words[k].low not in _NOUNS else None
            led = words[k - 1].part in ("that", "clitic", "time", "adverb", "not")
            if led and verb and verb.form == "finite" and verb.tense == "present" and verb.person == _THIRD:
                words[k] = replace(words[k], part="verb", verb=verb)
                break


_THIRD = 3


# Of these `_settle` asks the neighbours; «subito» and «se» among them.
_DOUBTFUL = frozenset({"article", "noun", "verb", "adverb", "that"})


def _is_named(words: list[Word], surname: int) -> bool:
    """Whether an age, or a verb, follows the words that begin a sentence: they are somebody's name."""
    last = surname
    while last + 1 < len(words) and words[last + 1].part == "name":
        last += 1  # «Luca De Marchi»
    said = last + 1 < len(words) and words[last + 1].low in ("si", "s'", "non")
    follows = words[last + 1 + said : last + 4 + said]
    if len(follows) == 3 and follows[0].part in ("mark", "and"):
        aged = follows[0].text == "," and follows[1].part == "number"
        return aged or (follows[0].part == "and" and follows[1].part in ("article", "name"))
    return bool(follows) and follows[0].is_verb("finite") and follows[0].verb is not None and follows[0].verb.sure


def _name_slogans(words: list[Word]) -> None:
    """«il comitato Salviamo la piazza»: what follows a verb that is a name belongs to the name."""
    for i in range(1, len(words) - 2):
        if words[i].part != "name" or not words[i].low.endswith("iamo"):
            continue
        if words[i - 1].part != "noun" or words[i + 1].part != "article":
            continue
        words[i + 1] = replace(words[i + 1], part="name")
        words[i + 2] = replace(words[i + 2], part="name", verb=None)


def _name_partners(words: list[Word]) -> None:
    """«Delsante & Figli»: the mark, and what stands behind it, are of the name."""
    for i in range(1, len(words) - 1):
        if words[i].text == "&" and words[i - 1].text[:1].isupper() and words[i + 1].text[:1].isupper():
            for k in (i - 1, i, i + 1):
                words[k] = replace(words[k], part="name", verb=None)


def _settle_doubled(words: list[Word]) -> None:
    """«porta a porta», «punto a punto», «casa per casa»: a noun said twice tells how, like an adverb."""
    for i in range(1, len(words) - 1):
        if words[i].low in _DOUBLING and words[i - 1].low == words[i + 1].low and words[i - 1].part in ("noun", "verb"):
            for k in range(i - 1, i + 2):
                words[k] = replace(words[k], part="adverb", verb=None)


_DOUBLING = frozenset({"a", "per", "dopo", "su"})


def _append_plain(words: list[Word], text: str, start: int, end: int) -> None:
    # A sentence begins again after an opening quotation mark, a colon or a full stop.
    first = not words or words[-1].part == "open"
    for found in _WORD.finditer(text, start, end):
        word = found[0]
        low, part, verb = _alone(word, first)
        words.append(Word(*found.span(), word, low, part, verb))
        spaced = word == "-" and text[found.start() - 1 : found.end() + 1] == " - "
        first = part == "open" or (part == "mark" and (first or spaced or word in ".:;!?–—"))


def _settle(words: list[Word], i: int) -> Word:
    """The word as its neighbours decide: "la" before a verb is a pronoun, "la porta" no verb."""
    word = words[i]
    before = words[i - 1] if i else None
    after = words[i + 1] if i + 1 < len(words) else None
    if word.text[0].isupper() and before and before.part == "name" and word.part in ("article", "noun"):
        return replace(word, part="name", verb=None)  # Kim Jong Un
    led = after is not None and (after.part == "name" or (after.low in ("de", "di") and after.text[0].isupper()))
    if not before and led and word.part in ("noun", "verb") and _is_named(words, i + 1):
        return replace(word, part="name", verb=None)  # «Marco Neri, 27 anni, …»
    if word.low == "subito" and after and after.part not in ("verb", "mark") and _after_auxiliary(words, i):
        return replace(word, part="verb", verb=Verb("participle", "subire"))
    set_off = before is not None and (before.part in ("noun", "name") or before.text == ",")
    if word.low == "messa" and after and after.low in ("a", "in") and set_off:
        return replace(word, part="verb", verb=read_participle("messa", alone=True) or word.verb)
    if word.low.endswith("se") and before and word.is_verb("participle") and _is_remote(words, i, before, after):
        lemma = word.verb.lemma if word.verb else ""
        return replace(word, verb=Verb("finite", lemma, "remote"))
    if word.low == "se" and after and after.low in ("n'", "ne") and _goes_away(words, i):
        return replace(word, part="clitic")
    if word.part == "article":
        free = word.low in CLITICS and after is not None and not (before and before.part in ("preposition", "article"))
        takes = free and _takes_clitic(words, i + 1) and not _is_of_what_follows(words, i + 1)
        return replace(word, part="clitic") if takes else word
    if word.low == "tratta" and before and before.low == "si":
        return replace(word, part="verb", verb=Verb("finite", "trattare", "present"))
    if word.low == "parte" and before and after and _leaves(before, after):
        return replace(word, part="verb", verb=Verb("finite", "partire", "present"))
    if word.low in _PASSED and before and before.low in ("e", "ed", "poi") and _is_second(words, i):
        return replace(word, part="verb", verb=read_participle(word.low))
    if word.part == "noun" or (word.is_verb("finite") and is_ambiguous_participle(word.low)):
        verb = _participle_at(words, i)
        if verb or word.part == "noun":
            return replace(word, part="verb", verb=verb) if verb else word
    if word.part == "verb" and word.verb and before and not _may_be_verb(words, i, word.verb, before, after):
        return replace(word, part="noun")
    if word.part == "verb" and word.verb and not before and word.verb.form == "finite":
        addressed = word.verb.tense == "present" and word.low.endswith("i") and word.verb.lemma not in _AUXILIARIES
        # «Parcheggi in abbonamento…» begins with a noun: nobody is told to park
        return replace(word, part="noun") if addressed or not word.verb.sure else word
    return word


_BEFORE_NOUNS = _set(
    "ultimo ultima ultimi ultime primo prima primi prime nuovo nuova suo sua suoi sue loro mio mia nostro nostra vostro"
    " secondo terzo quarto quinto sesto settimo ottavo nono decimo seconda terza quarta quinta sesta propria proprio"
    " bel bella bello brutta brutto grande gran grossa grosso piccola piccolo ennesima ennesimo"
)


# Participles that are part of a term: no verb of the sentence.
_TERMS = frozenset(
    {("rito", "abbreviato"), ("pena", "sospesa"), ("prognosi", "riservata"), ("parte", "offesa")}
    | {("mercato", "coperto"), ("visita", "guidata"), ("visite", "guidate"), ("ferro", "battuto"), ("pista", "coperta")}
)


_MANNERS = frozenset({"forma", "modo", "maniera", "misura"})


def _is_remote(words: list[Word], i: int, before: Word, after: Word | None) -> bool:
    """«la scrittrice trascorse un’infanzia» is a past tense, «le ore trascorse in casa» are a participle."""
    if after is None or after.part not in ("article", "preposition", "number"):
        return False
    if before.part == "time":
        return _opens_relative(words, i)
    return before.part == "name" or (before.part == "noun" and before.low[-1] in "ao" and after.part != "preposition")


def _turns_out(words: list[Word], i: int, verb: Verb) -> bool:
    """«l'auto, risultata poi rubata», «rimasta ferma»: the participle says as what it turned out."""
    follows = next((w for w in words[i + 1 : i + 3] if w.part != "adverb"), None)
    said = follows is not None and follows.verb is not None and follows.is_verb("participle")
    return said and verb.lemma == "risultare" and words[i - 1].part in ("mark", "noun", "and")


def _opens_relative(words: list[Word], i: int) -> bool:
    """Whether nothing but a time stands between "che" and the word: «il film che nel 2022 valse alla regista…»."""
    between = reversed(words[max(0, i - 4) : i])
    return next((w.low for w in between if w.part not in ("time", "preposition", "article")), "") == "che"


def _may_be_verb(words: list[Word], i: int, verb: Verb, before: Word, after: Word | None) -> bool:
    if verb.form in ("infinitive", "gerund"):
        return before.part != "article" and before.low not in CONTRACTED
    if verb.form == "participle":
        if before.low == "ex" or (before.low, words[i].low) in _TERMS:
            return False
        if before.low in _DEGREES and not _after_auxiliary(words, i) and words[i - 2].part != "not":
            return False  # «un rogo molto meno esteso», «i quartieri più colpiti»
        if words[i].low == "posto" and before.low.endswith(_ORDINAL_ENDS):
            return False  # «quinto posto per Ugo Neri»
        led = words[i - 2] if i > 1 else None
        if led and led.part == "article" and before.low in ("cui", "tutto"):
            return False  # «la cui offerta è stata accettata», «il tutto esaurito»
        if before.low in _MANNERS and i > 1 and words[i - 2].low == "in":
            return False  # «in forma protetta», «in modo ordinato»
        if before.low in _BEFORE_NOUNS and i > 1:
            return words[i - 2].part not in ("article", "preposition")  # «l’ultimo arrivato», «la sua comparsa»
        measured = before.part == "number" and before.text[0].isdigit() and i > 1 and words[i - 2].part == "noun"
        if before.part in ("article", "preposition") or (before.part == "number" and not measured):
            return False
        # «una scossa di magnitudo 3.9 avvertita ieri»
        timed = after is not None and after.part == "time"
        return verb.sure or _after_auxiliary(words, i) or timed or _turns_out(words, i, verb)
    if before.part == "clitic" or before.low == "non":
        return True
    if (before.part == "number" or before.low in ("uno", "una")) and verb.lemma in ("essere", "avere"):
        return True  # «i due sono», «uno ha rinunciato»
    if before.part == "number" and verb.sure and verb.tense in ("future", "conditional"):
        return True  # «il dieci per cento verrebbe escluso»
    if before.low in _BEFORE_NOUNS and verb.tense == "present" and verb.lemma not in ("essere", "avere"):
        return False  # «una bella beffa»
    if before.part in ("article", "number") or (before.part == "preposition" and before.low not in ("dopo", "prima")):
        return False
    goes_on = verb.lemma in _GOING_ON and after is not None and after.part == "time" and before.part in ("noun", "time")
    aims = (before.part in ("noun", "name") or before.text == ",") and [
        w.is_verb("infinitive") for w in words[i + 2 : i + 3]
    ] == [True]
    aims = aims and after is not None and after.low in ("a", "ad")  # «il sindaco punta a finire»
    closes = before.text == "," and _closes_aside(words, i)
    return verb.sure or goes_on or aims or closes or _reads_on(before, after) or _gives_words(words, i, verb)


def _gives_words(words: list[Word], i: int, verb: Verb) -> bool:
    """«“Riapriremo”, replica Ada Ferri»: a present tense that is a noun elsewhere, right behind what somebody said."""
    before = words[i - 2] if words[i - 1].text == "," and i > 1 else words[i - 1]
    return before.part == "close" and before.text != ")" and verb.tense == "present" and verb.person == 3


def _closes_aside(words: list[Word], i: int) -> bool:
    """«la trattoria Bassi, aperta nel 1961, | passa al Comune»: past an aside the verb it still wants."""
    comma = next((k for k in range(i - 2, 0, -1) if words[k].text == ","), 0)
    after = words[i + 1] if i + 1 < len(words) else None
    leads = after is not None and (after.low in CONTRACTED or after.part == "article")
    aside = comma > 0 and leads and words[comma + 1].is_verb("participle")
    return aside and not any(w.is_verb("finite") or w.part == "mark" for w in words[:comma])


# They say to what degree something is so: what follows describes.
_DEGREES = _set("più meno molto troppo tanto poco assai abbastanza")
_ORDINAL_ENDS = ("primo", "secondo", "terzo", "quarto", "quinto", "sesto", "settimo", "ottavo", "nono", "ecimo", "simo")


# «il programma continua stasera»
_GOING_ON = frozenset({"continuare", "proseguire", "riprendere", "cominciare", "iniziare", "riaprire"})
_AUXILIARIES = frozenset({"essere", "avere", "venire", "andare"})


def _after_auxiliary(words: list[Word], i: int) -> bool:
    """Whether an auxiliary stands before, adverbs between: "ha finalmente affermato", "è stato già fatto"."""
    return _auxiliary_of(words, i) is not None


def _auxiliary_of(words: list[Word], i: int) -> Word | None:
    for word in reversed(words[max(0, i - 4) : i]):
        if word.part in ("adverb", "not", "time", "pronoun"):
            continue
        verb = word.verb if word.part == "verb" else None
        return word if verb and verb.lemma in _AUXILIARIES else None
    return None


def _goes_away(words: list[Word], i: int) -> bool:
    """«se n'è andato», «se ne va»: the pronoun of going, no condition."""
    following = [w.verb for w in words[i + 2 : i + 5] if w.verb]
    return any(verb.lemma == "andare" for verb in following)


def _participle_at(words: list[Word], i: int) -> Verb | None:
    """«si è spiaggiato», «hanno letto»: what an auxiliary makes of a word that is a noun elsewhere, or unknown."""
    auxiliary = _auxiliary_of(words, i)
    if auxiliary is None or auxiliary.verb is None:
        return None
    reflexive = any(w.low in ("si", "s'") for w in words[max(0, i - 3) : i])
    bare = auxiliary.verb.lemma == "essere" and not auxiliary.is_verb("participle") and not reflexive
    return read_participle(words[i].low, alone=bare)


def _takes_clitic(words: list[Word], i: int) -> bool:
    """Whether the word at *i* is a finite verb for certain, so that the one before is its pronoun."""
    verb = words[i].verb
    if words[i].part == "clitic" or words[i].low in ("ne", "si"):
        return True
    if _is_noun_of(words, i):
        return False
    return words[i].part == "verb" and verb is not None and verb.form == "finite" and verb.sure


def _leaves(before: Word, after: Word) -> bool:
    """«il tour che parte da Lugo», «la staffetta parte da Lugo domani»; not «in gran parte da privati»."""
    who = before.low == "che" or (before.part in ("noun", "name") and before.low not in _GREAT)
    return who and (after.low.startswith("da") and after.part == "preposition")


_GREAT = _set("gran grande buona maggior maggiore miglior prima seconda terza quarta altra")
_PASSED = _set("passato passata passati passate")


def _is_second(words: list[Word], i: int) -> bool:
    """«fondata da Ugo Neri e passata a un fondo»: a participle that agrees stands before, in the same aside."""
    for word in reversed(words[:i]):
        if word.part == "mark" or word.is_verb("finite"):
            return False
        if word.is_verb("participle"):
            return word.low[-1] == words[i].low[-1]
    return False


def _is_of_what_follows(words: list[Word], i: int) -> bool:
    """«la posa delle travi», «la conferma dell'arresto»: a noun that looks like a present tense, and of what it is."""
    verb, after = words[i].verb, words[i + 1] if i + 1 < len(words) else None
    present = verb is not None and verb.tense == "present" and words[i].low.endswith(("a", "e"))
    return present and after is not None and after.low in OF - {"di", "d'"}


def _is_noun_of(words: list[Word], i: int) -> bool:
    """«che la posa delle travi comincerà»: what an "of" follows and then a verb is a noun, no verb with its pronoun."""
    if words[i + 1 : i + 2] == [] or words[i + 1].low not in CONTRACTED or not words[i + 1].low.startswith("de"):
        return False
    for k in range(i + 2, min(i + 7, len(words))):
        if words[k].part in ("mark", "that", "and", "open"):
            return False
        verb = words[k].verb
        if verb is not None and verb.form == "finite" and verb.sure and words[k - 1].part == "noun":
            return True
    return False


def _reads_on(before: Word, after: Word | None) -> bool:
    """Whether a noun that may be a verb stands where a verb would: after a name or noun, before an object."""
    if before.part in ("name", "time") and after is not None and after.part == "time":
        return True  # «il programma per il Giorno della Memoria continua stasera»
    if after is not None and after.low == "che" and before.low in _BESIDES:
        return True  # «La società intanto conferma che…»
    return before.part in ("name", "noun") and after is not None and (after.part == "article" or after.low == "che")


_BESIDES = _set("intanto invece infatti inoltre però comunque")
