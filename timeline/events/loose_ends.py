"""What a title may not end in: half a phrase, a measure of something cut off, an aside that lost its verb."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.events.transitive import TRANSITIVE
from timeline.events.without_dates import FEW, MEASURED
from timeline.italian.clauses import REPORTING
from timeline.italian.speech import CONTRACTED, Word
from timeline.italian.verbs import lemma_of

# A title may not end in these.
_HANGING = CONTRACTED | frozenset(
    """
    di d' a ad da in con su per tra fra che e ed o il lo la i gli le l' un uno una un' non si è ha hanno sono più
    molto alcuni alcune altri altre altro altra suoi sue suo sua loro questo questa quel quella quello anche dopo
    prima durante verso contro come quando dove cui mentre ma ogni presso secondo fino sino sotto sopra senza oltre
    entro circa intorno nei era è stato stata viene così se perché rispetto contro tutto tutti tutta tutte quasi poi
    ancora già subito avanti intero intera stesso stessa mediante tramite tranne fin accanto davanti attorno addosso
    mai grazie riguardo nonché due tre quattro proprio chi quanto qualche peggior miglior maggior minor gran quel
    """.split()
)


def without_but(words: list[Word]) -> list[Word]:
    """«i corsi cominceranno, ma i posti, una cinquantina» without the "but" whose verb is not there."""
    but = next((k for k in range(len(words) - 2, 2, -1) if words[k].low == "ma" and words[k - 1].text == ","), 0)
    lone = but and words[but + 1].part == "article" and any(w.is_verb("finite") for w in words[:but])
    return words[: but - 1] if lone and not any(w.is_verb() for w in words[but:]) else words


def without_measure(words: list[Word], cut: Sequence[Word]) -> list[Word]:
    """The words without what only the words behind them, cut off, made sense of: «una striscia di fango alta | fino
    al gradino», «dalla parrocchia quattro giorni | dopo la scossa»."""
    if not cut or len(words) < FEW:
        return words
    compared = words[-1].low in _BIG and cut[0].low in ("come", "quanto")
    leads = words[-1].low in LEADING_ON and cut[0].part == "preposition"
    aside = next((k for k in range(len(words) - 1, max(3, len(words) - 5), -1) if words[k].text == ","), 0)
    if compared and aside:
        return words[:aside]
    if (words[-1].low in MEASURED and words[-2].part in ("noun", "name")) or compared or leads:
        return words[:-1]
    done = words[-1].is_verb("participle") and words[-2].part == "noun"
    done = done and not words[-2].low.endswith(("esimo", "esima"))  # «un ventesimo posto»
    if done and cut[0].part in ("preposition", "time") and any(w.is_verb() for w in words[:-1]):
        return words[:-1]  # «in seguito alle proteste seguite | alla vittoria»
    that = next((k for k in range(len(words) - 1, 3, -1) if words[k].part != "verb"), 0)
    return words[:that] if words[that].low == "che" and that < len(words) - 1 else words


# «chicchi grandi | come noci»
_BIG = frozenset("grande grandi grosso grossa grossi grosse".split())
# «beni riconducibili | al clan», «i cittadini contrari | all'inceneritore»
LEADING_ON = frozenset(
    """
    riconducibile riconducibili relativo relativa relativi relative contrario contraria contrari contrarie inerente
    inerenti superiore superiori inferiore inferiori favorevole favorevoli conseguente conseguenti simile simili
    """.split()
)


def without_half(words: list[Word]) -> list[Word]:
    """The words without a phrase at the end that lost what it needs: «…, con l'obiettivo», «… in modo», «… per
    decidere», «… quattro giorni» of «quattro giorni dopo»."""
    lows = [w.low for w in words]
    if len(words) < FEW:
        return words
    aim = words[-1].verb.lemma if words[-1].is_verb("infinitive") and words[-1].verb and lows[-2] == "per" else ""
    if aim in TRANSITIVE or aim in _ASKING:
        return words[:-2]
    if lows[-3] == "con" and words[-2].part == "article" and lows[-1] in _AIMS:
        return words[:-3]
    if words[-1].part == "number" and words[-2].part == "and" and words[-3].part != "number":
        return words[:-2]
    if (
        (lows[-1] in _OF_WHAT and lows[-2].startswith(("nel", "sul")))
        or tuple(lows[-2:]) in _HALF_PHRASES
        or (words[-1].text in _ONLY and lows[-2] in CONTRACTED)
    ):
        return words[:-2]
    if words[-1].part == "time" and words[-2].part in ("noun", "name") and lows[-1].split()[-1] in _UNITS:
        return words[:-1]
    counted = words[-2].part == "number" and lows[-1] in _UNITS
    if counted and words[-3].part in ("noun", "name") and any(w.is_verb() for w in words[:-3]):
        return words[:-2]
    return words


# «per decidere se…», «per capire come…»
_ASKING = frozenset("decidere capire sapere vedere".split())
# «con l'obiettivo di…»
_AIMS = frozenset("obiettivo scopo intento intenzione fine idea finalità proposito compito impegno rischio".split())
# «nel luogo | in cui abitava», «nel giorno | del suo compleanno»
_OF_WHAT = frozenset(
    "luogo punto momento giorno periodo ambito quadro corso caso tratto arco ora contesto giro volgere".split()
)
# «nella sola giornata di venerdì»
_ONLY = frozenset("solo sola soli sole".split())
# They lead to what follows with «di», «a»: alone they say nothing.
_HALF_PHRASES = frozenset(
    {
        ("in", "modo"), ("in", "maniera"), ("in", "grado"), ("a", "causa"), ("in", "seguito"), ("al", "fine"),
        ("in", "occasione"), ("in", "vista"), ("a", "seguito"), ("in", "base"), ("per", "conto"), ("da", "parte"),
        ("a", "favore"), ("per", "mezzo"), ("in", "virtù"), ("per", "via"),
        ("a", "partire"), ("a", "cominciare"), ("in", "relazione"), ("per", "effetto"),
        ("di", "nuovo"), ("sulla", "base"), ("sulla", "scorta"), ("in", "attesa"), ("a", "carico"), ("ai", "danni"),
        ("a", "margine"), ("nei", "confronti"), ("in", "cambio"), ("al", "posto"), ("al", "termine"), ("in", "favore"),
        ("alla", "presenza"), ("in", "aggiunta"), ("in", "qualità"), ("a", "nome"), ("per", "colpa"), ("a", "titolo"),
    }
)  # fmt: skip
_UNITS = frozenset("giorni ore minuti settimane mesi anni".split())


def before_circumstance(words: Sequence[Word], stop: int) -> int:
    """«, con il volto | coperto da una sciarpa»: of a circumstance that is cut in the middle nothing is left."""
    if stop >= len(words):
        return stop
    if words[stop].part == "and":  # «tra Porto Ferro | e il lago»
        return next((k for k in range(stop - 1, max(3, stop - 6), -1) if words[k].low in ("tra", "fra")), stop)
    if [w.low for w in words[stop : stop + 2]] in (["in", "più"], ["in", "meno"]):  # «e tre milioni di spesa | in più»
        return next((k for k in range(stop - 1, max(3, stop - 6), -1) if words[k].low in ("e", "ed")), stop)
    bare = words[stop].part == "preposition" and words[stop - 1].part == "noun" and words[stop - 2].low == "con"
    if not words[stop].is_verb("participle") and not bare:  # «, con musica | dal vivo»
        return stop
    led = next((k for k in range(stop - 1, max(3, stop - 5), -1) if words[k].low == "con"), 0)
    return led if led and words[led - 1].text == "," else stop


def without_lone_word(words: list[Word]) -> list[Word]:
    """A title that was cut, without the first word of an enumeration: «…, bionda»."""
    lone = len(words) > 4 and words[-2].text == "," and words[-1].part in ("noun", "verb", "adverb")
    return words[:-2] if lone else words


def without_rest(words: list[Word]) -> list[Word]:
    """The words without what a date left after the last comma: «…, due giorni», «…, attesa ormai»."""
    comma = next((k for k in range(len(words) - 1, 2, -1) if words[k].text == ","), 0)
    rest = words[comma + 1 :]
    if comma and (_is_difference(rest) or _says_who_said(rest) or _is_set(rest)):
        return words[:comma]
    if comma and rest and (_is_to_be_done(rest) or _is_loose_end(words, comma)):
        return words[:comma]
    as_said = len(rest) > 1 and rest[0].low == "come" and rest[1].is_verb("participle")
    if comma and as_said and all(w.part in ("preposition", "article", "noun", "adverb") for w in rest[2:]):
        return words[:comma]  # «…, come promesso»
    if comma and rest and rest[0].low in MEASURED and words[comma - 1].is_verb("participle"):
        return words[:comma]  # «una chiatta è affondata, lunga cinquanta metri»
    if not comma or not 0 < len(rest) < 3:
        return words
    counted = rest[0].part in ("number", "time") or rest[0].low in ("mezzo", "mezza")
    length = counted and rest[-1].part in ("noun", "time") and words[comma - 1].part != "number"
    idle = rest[0].is_verb("participle") and all(w.part == "adverb" for w in rest[1:])
    idle = idle or all(w.part == "adverb" for w in rest)  # «…, verosimilmente»
    idle = idle or (len(rest) == 1 and rest[0].part == "noun" and not any(w.text == "," for w in words[:comma]))
    idle = idle or (len(rest) == 2 and rest[0].part in ("noun", "verb") and rest[1].part == "adverb")
    return words[:comma] if length or idle else words


def _is_set(rest: Sequence[Word]) -> bool:
    """«…, in programma», «…, in vigore e mezz'ora»"""
    left = all(w.part in ("and", "time", "adverb") for w in rest[2:])
    return [w.low for w in rest[:2]] in _SET and left


def _is_to_be_done(rest: Sequence[Word]) -> bool:
    """«…, da spendere», «…, da licenziare tassativamente»: by when, the date said."""
    due = len(rest) > 1 and rest[0].low == "da" and rest[1].is_verb("infinitive")
    return due and all(w.part == "adverb" for w in rest[2:])


def _is_loose_end(words: Sequence[Word], comma: int) -> bool:
    """«…, ma i posti», «…, prima il Senato», «…, quella che fa ogni sera»: half of what is set against something, or
    what only says which."""
    rest = words[comma + 1 :]
    lows = [w.low for w in rest]
    against = lows[0] == "ma" and rest[1:2] != [] and rest[1].part == "article"
    half = (against or lows[0] == "prima") and not any(w.is_verb() for w in rest) and "poi" not in lows
    half = half or (lows[0] in ("un", "un'") and lows[1:2] in (["altro"], ["altra"]) and not any(w.verb for w in rest))
    half = half or (
        len(rest) == 2 and rest[0].part == "article" and lows[1] in ("prima", "primo", "seconda", "secondo")
    )
    which = lows[0] in ("quello", "quella", "quelli", "quelle") and lows[1:2] == ["che"]
    return (half or which) and any(w.is_verb() for w in words[:comma])


def _says_who_said(rest: Sequence[Word]) -> bool:
    """«…, replica Neri»: who said it is no part of what is said."""
    verb = rest[0].verb if rest and rest[0].verb and rest[0].verb.form == "finite" else None
    named = all(w.part in ("article", "noun", "name") for w in rest[1:])
    return verb is not None and verb.lemma in REPORTING and len(rest) > 1 and named


_SET = (["in", "programma"], ["in", "calendario"], ["in", "agenda"], ["in", "vigore"])


def _is_difference(rest: Sequence[Word]) -> bool:
    """«sette in più», «sei punti in meno»: than what, the date would have said."""
    lows = [w.low for w in rest]
    counted = 0 < len(rest) < FEW and any(w.part == "number" for w in rest[:2])
    return counted and (lows[-2:] in (["in", "più"], ["in", "meno"]) or rest[-1].part == "number" or lows[-1] == "%")


def without_aside(words: list[Word]) -> list[Word]:
    """«ha fatto la blogger e, nonostante la malattia» without what "and" leads to, where its verb is not there."""
    for k in range(len(words) - 2, 3, -1):
        if (
            words[k].part == "and"
            and words[k + 1].text in (",", "che")
            and not any(w.is_verb("finite") for w in words[k:])
        ):
            return words[:k]
    return words


def without_bare_che(words: list[Word]) -> list[Word]:
    """«ha annunciato che a Teheran» without the "che" whose verb is not there."""
    opener = next((k for k in range(len(words) - 1, 3, -1) if words[k].low == "che"), 0)
    if not opener or words[opener - 1].low == "più":
        return words
    verbs = [k for k in range(opener + 1, len(words)) if words[k].verb and not _is_no_verb_there(words, k)]
    return words if verbs else words[:opener]


def _is_no_verb_there(words: Sequence[Word], k: int) -> bool:
    """«che la posa delle travi | comincerà»: behind an article what may be a verb is none."""
    return words[k].is_verb("infinitive") or (
        words[k].part == "noun" and words[k - 1].part in ("article", "preposition")
    )


def trim_rear(words: list[Word]) -> list[Word]:
    """The words without those that a title cannot end in, nor what it quotes («subito, presumibilmente»)."""
    if len(words) > 3 and words[-1].part == "close" and words[-2].part in ("adverb", "mark"):
        inside = trim_rear(words[:-1])
        return [*inside, words[-1]] if inside[-1:] and inside[-1].part != "open" else inside[:-1]
    while words and (
        (words[-1].low in _HANGING and not _is_letter(words) and not _goes_on_and_on(words))
        or (words[-1].low == "volta" and len(words) > 1 and words[-2].low == "ogni")
        or words[-1].low in ("soprattutto", "specialmente", "perlopiù", "soltanto")
        or (words[-1].part == "noun" and _is_many(words[-1]) and [w.low for w in words[-3:-1]] == [",", "con"])
        or words[-1].part in _NO_END
        or _is_bare_verb(words)
        or _is_loose_adverb(words)
        or (words[-1].low in _RELATED and len(words) > 3)
    ):
        if words[-1].low == "tutto" and len(words) > 1 and words[-2].is_verb("infinitive"):
            break  # «a scoprire tutto»
        if words[-1].low in ("due", "tre", "quattro") and len(words) > 1 and words[-2].low == "gara":
            break  # «in gara tre»
        if words[-1].text in (")", "%") or (
            words[-1].low == "loro" and len(words) > 1 and words[-2].part == "preposition"
        ):
            break  # «due di loro» is whole
        words.pop()
    return words


def _is_many(word: Word) -> bool:
    """«, con partenze»: a plural that lost what it had beside it."""
    return word.low.endswith(("i", "e")) and lemma_of(word.low) != word.low


# «fondi regionali relativi | al triennio»
_RELATED = frozenset("relativo relativa relativi relative riconducibile riconducibili inerente inerenti".split())
_NO_END = frozenset({"mark", "open", "preposition", "article", "that", "and", "clitic"})


def _goes_on_and_on(words: Sequence[Word]) -> bool:
    """«andranno avanti»: the two are one verb, of which the complements begin with the second."""
    if words[-1].low != "avanti":
        return False
    verb = words[-2].verb if len(words) > 1 else None
    return len(words) == 1 or (verb is not None and verb.lemma in ("andare", "portare", "mandare"))


def _is_letter(words: Sequence[Word]) -> bool:
    """«in serie A», «114 metri cubi al secondo»: small words that are none there."""
    if words[-1].low == "secondo" and [w.low for w in words[-2:-1]] == ["al"]:
        return True
    return words[-1].text in ("A", "E", "I") and words[-2:-1] != [] and words[-2].low in ("serie", "gruppo", "classe")


_HOW_LIKELY = frozenset("probabilmente presumibilmente verosimilmente possibilmente".split())


def _is_loose_adverb(words: Sequence[Word]) -> bool:
    """Whether the end is an adverb that lost what it belongs to: «…, probabilmente», «sarà ulteriormente»."""
    if len(words) < 3 or words[-1].part != "adverb" or not words[-1].low.endswith("mente"):
        return False
    before = words[-2]
    if words[-1].low in _HOW_LIKELY:
        return True
    return before.part == "mark" or bool(before.verb and before.verb.lemma in ("essere", "avere", "venire"))


# Participles that need to say when, where or to what.
_INCOMPLETE = frozenset(
    "iniziare cominciare destinare avvenire svolgere fissare prevedere attendere risalire datare scattare".split()
)


def _is_bare_verb(words: Sequence[Word]) -> bool:
    """Whether the end is a verb form that lost what belongs to it: «…, smontando»."""
    if len(words) < 3 or words[-1].part != "verb":
        return False
    if words[-1].low in ("partire", "decorrere"):  # «a partire dal 2011»
        return words[-2].low == "a"
    if words[-1].is_verb("gerund") or (words[-1].verb and words[-1].verb.lemma in ("avere", "essere")):
        return True
    verb = words[-1].verb
    if words[-1].is_verb("participle") and verb and verb.lemma in _INCOMPLETE and words[-2].part in ("noun", "name"):
        return True  # «al termine di una trattativa iniziata»
    return words[-1].is_verb("participle") and (words[-2].part in ("mark", "and", "close"))
