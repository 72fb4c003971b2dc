"""From words to a printed title: times taken out with what leads to them, marks in order, at most 90 characters."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from timeline.events.agreement import agreement_of
from timeline.events.passage import Passage
from timeline.events.second_dates import begin_of_second
from timeline.events.transitive import TRANSITIVE
from timeline.italian.clauses import REPORTING
from timeline.italian.speech import CONTRACTED, Word
from timeline.italian.tokens import OF
from timeline.italian.verbs import lemma_of

LIMIT = 90
_ENOUGH = 55
_SHORT = 30
# What leads to a time and goes with it.
_LEADS = CONTRACTED | frozenset(
    """
    di d' a ad da in con su per tra fra durante dopo prima verso entro circa intorno fino sino poco appena già solo
    soltanto
    ancora proprio nel del' nel' dal' al' il lo la l' i gli le quel quella alle dalle un una un' quest' questo questa
    quello corso
    giornata giornate serata serate mattinata nottata nottate
    pomeriggio settimana metà inizio fine partire decorrere poi e ed tutta tutto data risalente risalenti subito nelle
    esattamente precisamente lontano lontana
    """.split()
)
# Adverbs that tie a sentence to those around it, or only colour it.
_TIES = frozenset(
    """
    infatti dunque quindi inoltre intanto invece tuttavia infine comunque insomma purtroppo fortunatamente finalmente
    pure
    evidentemente ovviamente naturalmente pertanto perciò anzi oltretutto stavolta appunto poi però
    """.split()
)
_DROPPED_IN_FRONT = frozenset(
    """
    dopodiché
    e ed ma però poi infatti dunque quindi inoltre intanto invece così tuttavia infine pure anche che quando mentre dove
    perché poiché se come ecco cui appena proprio comunque insomma stavolta purtroppo fortunatamente già
    """.split()
)
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


def dateless(passage: Passage, places: Sequence[int], only: Collection[int] | None = None) -> list[int]:
    """The places without those of dates and hours and of what leads to them. Durations stay: they are no dates.

    *only*: take out no other dates than those at these places.
    """
    words = passage.words()
    times = [p for p in places if words[p].part == "time" and (only is None or p in only)]
    second = begin_of_second(passage, places) if only is None and len(times) > 1 else -1
    gone: set[int] = {p for p in places if p >= second} if second >= 0 else set()
    for place in times:
        if _is_told_of(words, place):  # «chiuse | quel sabato di febbraio che nessuno immaginava»
            return [p for p in places if p < place - 1 and p not in gone]
        if place not in gone and _goes(passage, words, place):
            gone.add(place)
            gone |= _lead(words, place)
            gone |= _lasting(words, gone, place)
            gone |= _after(words, place)
            gone |= _commas_around(words, gone, place)
            gone |= _and_left(words, gone, place)
    return [p for p in places if p not in gone] if gone else list(places)


def _first_gone(gone: Collection[int], place: int) -> int:
    """Where what goes with a time begins."""
    while place - 1 in gone:
        place -= 1
    return place


def _lasting(words: Sequence[Word], gone: Collection[int], place: int) -> set[int]:
    """«l'ultima prova, | durata | dalle 9 alle 12»: it says nothing without its hours."""
    first = _first_gone(gone, place)
    verb = words[first - 1].verb if first else None
    lasted = verb is not None and verb.lemma == "durare" and verb.form == "participle"
    return {first - 1, first - 2} if lasted and words[first - 2].text == "," else set()


def _is_told_of(words: Sequence[Word], place: int) -> bool:
    """Whether a clause behind a time tells which one it was: all of it goes with the time."""
    after = place + 1
    while after + 1 < len(words) and words[after].low in OF and words[after + 1].part == "time":
        after += 2  # «quel sabato di fine febbraio che»
    follows = words[after] if after < len(words) else words[place]
    return words[place - 1].low in ("quel", "quella", "quell'") and follows.low in ("che", "in")


def _goes(passage: Passage, words: Sequence[Word], place: int) -> bool:
    """Whether a title leaves the time out: every date but one that qualifies a noun («un’anfora del VI secolo»)."""
    if not passage.is_date(words[place]):
        return False
    follows = words[place + 1] if place + 1 < len(words) else words[place]
    if words[place].low.endswith((" dopo", " prima")) and (follows.low in OF or follows.is_verb("infinitive")):
        return False  # «poche ore dopo essere stato operato»
    if any(w.low in _BORN for w in words[max(0, place - 3) : place]):
        return False  # «con i nati tra il 1942 e il 1946»
    own = words[place].start == passage.timex.start
    own = own or (words[place - 1].low == "di" and _FROM_TODAY.search(words[place].low) is not None)
    whole = words[place - 2].low in ("giornata", "giornate", "notte", "serata", "mattinata")
    return own or place == 0 or words[place - 1].low not in OF or words[place - 2].part != "noun" or whole


_BORN = frozenset("nati nate".split())
# What counts from the day of printing is no name of anything: «il concerto di venerdì» is a concert.
_FROM_TODAY = re.compile(
    r"\b(?:ieri|oggi|domani|stasera|stamani|luned|marted|mercoled|gioved|venerd|sabato|domenica|scors|prossim)"
)


def _lead(words: Sequence[Word], place: int) -> set[int]:
    """The places before a time that lead to it: "nel corso di", "poco prima", "la notte tra"."""
    gone: set[int] = set()
    k = place - 1
    while k >= 0 and k > place - 7:
        low = words[k].low
        if words[k].part == "time" or (words[k].part == "verb" and not _counts_from(words, k)):
            break
        if _is_part_of(words, k):
            gone.add(k)
            k -= 1
            continue
        if low not in _LEADS or (low in ("e", "ed") and not _joins_times(words, k)):
            break
        gone.add(k)
        k -= 1
    # "il" or "la" alone left of the cut belong to a noun further left only if a preposition does not follow.
    while (
        gone
        and words[min(gone)].low in ("fine", "pomeriggio")
        and min(gone) > 0
        and words[min(gone) - 1].part == "article"
    ):
        gone.add(min(gone) - 1)
    return gone


def _counts_from(words: Sequence[Word], k: int) -> bool:
    """«a partire da domani», «a decorrere da lunedì»"""
    return words[k].low in ("partire", "decorrere", "cominciare") and words[k - 1].low == "a"


def _is_part_of(words: Sequence[Word], k: int) -> bool:
    """«per | buona parte | di domani», «per | gran parte | della notte»"""
    if words[k].low == "quasi":
        return words[k + 1].low in ("tutto", "tutta")
    if words[k].low == "parte":
        return words[k + 1].low in OF and words[k - 1].low in _GREAT
    return words[k].low in _GREAT and words[k + 1].low == "parte"


_GREAT = frozenset("buona gran maggior".split())


def _and_left(words: Sequence[Word], gone: Collection[int], place: int) -> set[int]:
    """«si vieta, da oggi e fino a nuova disposizione, l'uso», «chiusa da oggi e per due settimane»: the "and" after a
    date that began an aside, or leads to how long it lasts."""
    first = _first_gone(gone, place)
    follows = words[place + 1 : place + 4]
    joined = len(follows) > 1 and follows[0].low in ("e", "ed") and follows[1].part == "preposition"
    aside = first > 0 and words[first - 1].text == ","
    lasting = len(follows) > 2 and follows[1].low == "per" and follows[2].part in ("time", "article", "number")
    if joined and lasting and words[place + 4 : place + 5] and words[place + 4].low.startswith("successiv"):
        stop = next((k for k in range(place + 4, len(words)) if words[k].text in (",", ";", ".")), len(words))
        return set(range(place + 1, stop))  # «da oggi e per le successive 24 ore»
    return {place + 1} if joined and (aside or lasting) else set()


def _after(words: Sequence[Word], place: int) -> set[int]:
    """The place after a time that belongs to it: «alle 15 locali», «alle 18 GMT», «fra due settimane scarse»."""
    follows = words[place + 1 : place + 2]
    if follows and follows[0].low.startswith(("passat", "trascors")) and follows[0].low not in ("passato", "passati"):
        stop = next((k for k in range(place + 1, len(words)) if words[k].part == "mark"), len(words))
        return set(range(place + 1, stop))  # «dopo un'estate passata a rincorrere fideiussioni»
    return {place + 1} if follows and follows[0].low in _WITH_TIMES else set()


_WITH_TIMES = frozenset(
    """
    locali italiane gmt utc scarse scarsi abbondanti esatte esatti fonda inoltrata inoltrato seguente seguenti
    successivo successiva successivi successive precedente precedenti
    """.split()
)


def _joins_times(words: Sequence[Word], k: int) -> bool:
    return any(w.part == "time" for w in words[max(0, k - 1) : k]) and any(
        w.part == "time" for w in words[k + 1 : k + 4]
    )


def _commas_around(words: Sequence[Word], gone: set[int], place: int) -> set[int]:
    """The commas or brackets that set off what is taken out."""
    first = _first_gone(gone, place)
    if first == 0 or place == len(words) - 1:
        return set()
    pair = words[first - 1].text + words[place + 1].text
    if words[place + 1].text == "," and words[first - 1].part != "mark" and words[place + 2 : place + 3]:
        led = words[place + 2].part == "preposition" and words[place + 2].low not in _MEASURED
        led = led and not _is_in_aside(words, first)
        return {place + 1, *_before_object(words, first, place + 2)} if led else set()
    return {first - 1, place + 1} if pair in (",,", "()", "––", "--") else set()


def _before_object(words: Sequence[Word], first: int, begin: int) -> set[int]:
    """«hanno illustrato ieri, in un incontro, | le analisi»: the comma between an aside and what it stands before."""
    comma = next((k for k in range(begin, len(words)) if words[k].part == "mark"), len(words) - 1)
    verb, follows = words[first - 1].verb, words[comma + 1 : comma + 2]
    needs = verb is not None and verb.form == "participle" and verb.lemma in TRANSITIVE and words[comma].text == ","
    return {comma} if needs and follows and follows[0].part == "article" else set()


def _is_in_aside(words: Sequence[Word], place: int) -> bool:
    """«sarà suonata, per la prima volta | dal 1936 |, nel concerto»: a comma opened what this one shuts."""
    comma = next((k for k in range(place - 1, max(0, place - _FEW), -1) if words[k].part == "mark"), 0)
    opens = comma > 0 and words[comma].text == "," and words[comma + 1].low == "per"
    return opens and not any(w.part == "verb" for w in words[comma:place])


def fit(words: Sequence[Word], limit: int = LIMIT) -> str:
    """The title these words make: the longest whole phrase that fits, clean at both ends."""
    return printed(fitting(words, limit))


def printed(words: Sequence[Word]) -> str:
    """The words as a title: marks in order, a capital in front."""
    moved = any(w.part == "verb" and w.text[:1].isupper() for w in words[1:])
    title = tidy(join([_small_inside(words, k) for k in range(len(words))] if moved else words))
    return title if title[1:2].isupper() else title[:1].upper() + title[1:]  # iTunes keeps its own


def _small_inside(words: Sequence[Word], k: int) -> Word:
    """«Ugo Neri Sospeso»: a verb that began its sentence, where a title does not begin."""
    word = words[k]
    moved = k and word.part == "verb" and word.text[:1].isupper() and words[k - 1].part not in ("open", "mark")
    return replace(word, text=word.low) if moved else word


def fitting(words: Sequence[Word], limit: int = LIMIT) -> list[Word]:
    """The words of the longest whole phrase that fits."""
    whole = _until_semicolon(_without_brackets(words))
    told = [w for k, w in enumerate(whole) if w.low not in _IDLE or not _is_idle(whole, k)]
    kept = _trim_front(_balance(_without_lone_aside(_without_comma_inside(_before_main_verb(told)))))
    over = _first_too_many(kept, limit)
    if over:
        stop = _before_relative(kept, over) or _before_apposition(kept, over) or _cut(kept[: over + 1], over)
        stop = _before_circumstance(kept, stop)
        kept = _without_measure(trim_rear(kept[:stop]), kept[stop : stop + 1])
        kept = _without_lone_word(kept)
    kept = trim_rear(_balance(_without_rest(trim_rear(_without_aside(_without_bare_che(_without_but(kept)))))))
    return _trim_front(trim_rear(without_half(trim_rear(_without_bare_che(kept)))))


_IDLE = _TIES | {"compiuti", "compiuto", "così"}


def _is_idle(words: Sequence[Word], place: int) -> bool:
    """«È morto così Ugo Neri»: how, the sentences before say; «vent'anni compiuti» is so much without the day."""
    if words[place].low in _TIES:
        return not _is_news(words, place)
    before = words[place - 1] if place else None
    if words[place].low in ("compiuti", "compiuto") and before is not None:
        return before.low.endswith(("anni", "anno"))
    return words[place].low == "così" and before is not None and before.is_verb("participle")


_LEADING = frozenset({"preposition", "article"})


def _before_main_verb(words: list[Word]) -> list[Word]:
    """«Fondata la ditta, | passa al gruppo»: what a headline of a participle says, without the verb of its sentence."""
    led = bool(words) and words[0].is_verb("participle")
    stop = next((k for k in range(2, len(words)) if _may_be_finite(words, k)), 0) if led else 0
    return words[: stop - 1] if stop and words[stop - 1].text == "," else words


def _may_be_finite(words: Sequence[Word], k: int) -> bool:
    """Whether a finite verb stands there, or a noun behind a comma that may be one, and stands before its object."""
    verb, follows = words[k].verb, words[k + 1 : k + 2]
    if words[k].part == "verb" or verb is None or verb.form != "finite" or words[k - 1].text != ",":
        return words[k].is_verb("finite")
    return bool(follows) and (follows[0].part == "article" or follows[0].low in ("a", "al", "alla", "all'", "per"))


def _without_comma_inside(words: list[Word]) -> list[Word]:
    """«È rientrata in porto, la nave»: a comma alone between a verb in front, with where, and its subject."""
    commas = [k for k, w in enumerate(words) if w.part == "mark"]
    done = next((k for k in range(min(2, len(words))) if words[k].is_verb("participle")), -1)
    if len(commas) != 1 or done < 0 or words[commas[0]].text != "," or words[0].part != "verb":
        return words
    where, who = words[done + 1 : commas[0]], words[commas[0] + 1 :]
    verb, agreed = words[done].verb, agreement_of(who) if who and who[0].part == "article" else None
    fits = verb is not None and agreed is not None and agreed == (verb.feminine, verb.plural)
    alone = (
        where and where[0].part == "preposition" and not any(w.part in ("verb", "name") for w in (*where, *who[1:2]))
    )
    return [*words[: commas[0]], *who] if fits and alone else words


def _without_but(words: list[Word]) -> list[Word]:
    """«i corsi cominceranno, ma i posti, una cinquantina» without the "but" whose verb is not there."""
    but = next((k for k in range(len(words) - 2, 2, -1) if words[k].low == "ma" and words[k - 1].text == ","), 0)
    lone = but and words[but + 1].part == "article" and any(w.is_verb("finite") for w in words[:but])
    return words[: but - 1] if lone and not any(w.is_verb() for w in words[but:]) else words


def _without_lone_aside(words: list[Word]) -> list[Word]:
    """«i lavori, fermi da marzo, riprenderanno»: without its date the aside says nothing."""
    for k in range(1, len(words) - 3):
        lone = words[k].text == words[k + 2].text == "," and words[k + 1].part in ("noun", "verb")
        told = lone and words[k - 1].part in ("noun", "name") and words[k - 1].low != "anni"
        if told and words[k + 3].part in ("verb", "clitic"):
            return [*words[:k], *words[k + 3 :]]
        # «Adele ha aperto la merceria, sarta, con un prestito»
        late = told and words[k + 1].part == "noun" and any(w.is_verb("finite") for w in words[:k])
        if late and words[k + 3].part == "preposition":
            return [*words[:k], *words[k + 3 :]]
    return words


def _is_news(words: Sequence[Word], place: int) -> bool:
    """«la banda suonerà comunque in piazza»: right behind the verb the word is the news; at the end it is none."""
    in_spite = words[place].low == "comunque" and place > 1 and place + 1 < len(words)
    verb = words[place - 1].verb
    return in_spite and verb is not None and verb.lemma != "essere" and words[place + 1].part in _LEADING


def _without_brackets(words: Sequence[Word]) -> list[Word]:
    """The words without what stands in brackets: «Singapore Airlines (SIA)», «(GMT + 8)»."""
    opened = next((k for k, w in enumerate(words) if w.text == "(" and k), 0)
    closed = next((k for k in range(opened, len(words)) if words[k].text == ")"), 0)
    return [*words[:opened], *words[closed + 1 :]] if opened and closed else list(words)


def _before_relative(words: Sequence[Word], over: int) -> int:
    """Where a clause set off by a comma begins that the cut would leave without its end; 0 where none does."""
    for k in range(over - 2, 3, -1):
        aside = words[k + 1].part == "that" or words[k + 1].is_verb("participle", "gerund")
        if words[k].text == "," and aside and len(join(words[:k])) >= _SHORT:
            return k
    return 0


def _before_apposition(words: Sequence[Word], over: int) -> int:
    """Where the last comma stands, if what the cut would leave behind it is half of what somebody or something is
    («…, il gregario | che al Giro ha tirato»); 0 else."""
    comma = next((k for k in range(over - 1, 3, -1) if words[k].text == ","), 0)
    if not comma or not any(w.is_verb("finite") for w in words[:comma]):
        return 0
    rest = words[comma + 1 : over]
    if len(join(words[:comma])) < _LEAST:
        # «le scuole riapriranno, | ma con ingresso posticipato | per permettere»
        return comma if rest and rest[0].low == "ma" and not any(w.is_verb("finite") for w in rest) else 0
    said = rest and (rest[0].low in _SAYING_WHAT or rest[0].low in ("uno", "una"))
    end = next((k for k, w in enumerate(rest) if w.part in ("and", "that", "verb")), len(rest))
    own = rest[end:] and not (rest[end].part == "that" or rest[end].is_verb("participle"))
    return comma if said and not own else 0


_LEAST = 40
_SAYING_WHAT = frozenset("il lo la l'".split())


def _without_measure(words: list[Word], cut: Sequence[Word]) -> list[Word]:
    """The words without what only the words behind them, cut off, made sense of: «una striscia di fango alta | fino
    al gradino», «dalla parrocchia quattro giorni | dopo la scossa»."""
    if not cut or len(words) < _FEW:
        return words
    compared = words[-1].low in _BIG and cut[0].low in ("come", "quanto")
    leads = words[-1].low in _LEADING_ON and cut[0].part == "preposition"
    aside = next((k for k in range(len(words) - 1, max(3, len(words) - 5), -1) if words[k].text == ","), 0)
    if compared and aside:
        return words[:aside]
    if (words[-1].low in _MEASURED and words[-2].part in ("noun", "name")) or compared or leads:
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
_LEADING_ON = frozenset(
    """
    riconducibile riconducibili relativo relativa relativi relative contrario contraria contrari contrarie inerente
    inerenti superiore superiori inferiore inferiori favorevole favorevoli conseguente conseguenti simile simili
    """.split()
)
_MEASURED = frozenset(
    """
    alto alta alti alte lungo lunga lunghi lunghe largo larga larghi larghe profondo profonda profondi profonde
    spesso spessa distante distanti lontano lontana pari
    """.split()
)


def without_half(words: list[Word]) -> list[Word]:
    """The words without a phrase at the end that lost what it needs: «…, con l'obiettivo», «… in modo», «… per
    decidere», «… quattro giorni» of «quattro giorni dopo»."""
    lows = [w.low for w in words]
    if len(words) < _FEW:
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


def _before_circumstance(words: Sequence[Word], stop: int) -> int:
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


def _without_lone_word(words: list[Word]) -> list[Word]:
    """A title that was cut, without the first word of an enumeration: «…, bionda»."""
    lone = len(words) > 4 and words[-2].text == "," and words[-1].part in ("noun", "verb", "adverb")
    return words[:-2] if lone else words


def _without_rest(words: list[Word]) -> list[Word]:
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
    if comma and rest and rest[0].low in _MEASURED and words[comma - 1].is_verb("participle"):
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
    counted = 0 < len(rest) < _FEW and any(w.part == "number" for w in rest[:2])
    return counted and (lows[-2:] in (["in", "più"], ["in", "meno"]) or rest[-1].part == "number" or lows[-1] == "%")


_FEW = 6


def _without_aside(words: list[Word]) -> list[Word]:
    """«ha fatto la blogger e, nonostante la malattia» without what "and" leads to, where its verb is not there."""
    for k in range(len(words) - 2, 3, -1):
        if (
            words[k].part == "and"
            and words[k + 1].text in (",", "che")
            and not any(w.is_verb("finite") for w in words[k:])
        ):
            return words[:k]
    return words


def _without_bare_che(words: list[Word]) -> list[Word]:
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


def _until_semicolon(words: Sequence[Word]) -> Sequence[Word]:
    """What stands before a semicolon, if a title can be made of it."""
    stops = (k for k, w in enumerate(words) if w.text in _STOPS and k > 2 and (w.text == ";" or _explains(words, k)))
    stop = next(stops, 0)
    return words[:stop] if stop else words


_STOPS = (";", ":")


def _explains(words: Sequence[Word], k: int) -> bool:
    """«Prevista l'inaugurazione: | ospite la scrittrice»: what a colon leads to, but words that are quoted."""
    return not any(w.part == "open" for w in words[k : k + 3])


def _first_too_many(words: Sequence[Word], limit: int) -> int:
    """How many words it takes to be longer than *limit*; 0 where all of them fit."""
    length = 0
    before: Word | None = None
    for k, word in enumerate(words):
        length += len(word.text) + (before is not None and not _clings(before, word))
        if length > limit:
            return k + 1
        before = word
    return 0


def _cut(words: Sequence[Word], over: int) -> int:
    """Where to cut a title of which *over* words are too many: before its last phrase, or its last "of"."""
    short = words[:over]
    loose = (k for k in range(over - 1, 2, -1) if _begins_phrase(short, k) and not _makes_one_noun(words, k))
    whole = next(loose, 0)
    if whole and len(join(words[:whole])) >= _ENOUGH:
        return next((k for k in range(over - 1, whole, -1) if _says_more(short, k)), whole)
    for k in range(over - 1, max(whole, 2), -1):
        if _may_cut_before(words, k) and len(join(words[:k])) >= min(_ENOUGH, LIMIT):
            return k
    return whole or next((k for k in range(over - 1, 2, -1) if _may_cut_before(words, k)), over - 1)


def _may_cut_before(words: Sequence[Word], k: int) -> bool:
    """Whether the word is a preposition, but not that of «quattordici milioni | di euro»."""
    return words[k].part == "preposition" and not (words[k].low in OF and words[k - 1].low in _MANY)


_MANY = frozenset("milione milioni miliardo miliardi migliaio migliaia centinaio centinaia decina decine paio".split())


def _says_more(words: Sequence[Word], k: int) -> bool:
    """«agli allievi del conservatorio | di Lecco»: what is of something that is itself of something may go."""
    if words[k].low not in OF or k < 5 or words[k - 1].low in _MANY:
        return False
    if words[k - 1].part == "name" and words[k - 2].part in ("noun", "name"):
        return True  # «alla gioielleria Cesaroni | di corso Umberto»
    if words[k - 1].part != "noun":
        return False
    return words[k - 2].low in OF and words[k - 3].part == "noun" and words[k + 1 : k + 2] != []


def _begins_phrase(words: Sequence[Word], k: int) -> bool:
    """Whether a title may end before the word at *k*."""
    word = words[k]
    if word.part == "preposition":
        return word.low not in OF and not (word.low == "per" and words[k + 1 : k + 2] and words[k + 1].low == "cento")
    if word.part == "and":  # «veri e propri blitz» are one
        return words[k + 1 : k + 2] == [] or words[k + 1].part not in ("noun", "adverb")
    if word.part == "verb":
        return word.is_verb("participle", "gerund") and k > 4 and not _after_verb(words, k)
    return word.part in ("mark", "that", "open") or (word.low in _LEADING_ON and word.part == "noun" and k > 4)


def _makes_one_noun(words: Sequence[Word], k: int) -> bool:
    """«il rinvio | a giudizio», «una barca | a vela», «la sala | da ballo»: two bare nouns that are one thing."""
    bare = words[k].low in ("a", "ad", "da") and words[k - 1].part == "noun"
    return bare and words[k + 1 : k + 2] != [] and words[k + 1].part == "noun"


def _after_verb(words: Sequence[Word], k: int) -> bool:
    """Whether the verb form belongs to one before it, adverbs between: «sarà ulteriormente | ridotta»."""
    return next((w.part for w in reversed(words[:k]) if w.part != "adverb"), "") == "verb"


def _trim_front(words: list[Word]) -> list[Word]:
    k = 0
    while k < len(words) and (words[k].part in ("mark", "close") or words[k].low in _DROPPED_IN_FRONT):
        k += 1
    there = [w.low for w in words[k : k + 2]] in (["vi", "si"], ["ci", "si"])
    return words[k + there :]  # «vi si tornerà a votare»


def trim_rear(words: list[Word]) -> list[Word]:
    """The words without those that a title cannot end in."""
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
    """«in serie A»"""
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


def _balance(words: list[Word]) -> list[Word]:
    """Quotation marks and brackets that do not close, or do not open, left out; straight ones always."""
    drop: set[int] = set()
    open_at: list[int] = []
    for k, word in enumerate(words):
        if word.part == "open":
            open_at.append(k)
        elif word.part == "close":
            if open_at:
                open_at.pop()
            else:
                drop.add(k)
        elif word.text in ('"', "*", "_"):
            drop.add(k)
    drop |= set(open_at)
    return [w for k, w in enumerate(words) if k not in drop]


def join(words: Sequence[Word]) -> str:
    """The words as they are printed: one blank between, none after an elision, none before a comma."""
    if not words:
        return ""
    before, pieces = words[0], [words[0].text]
    for word in words[1:]:
        pieces.append(word.text if _clings(before, word) else " " + word.text)
        before = word
    return "".join(pieces)


def _clings(before: Word, word: Word) -> bool:
    if before.end == word.start or word.text in _NO_BLANK_BEFORE or word.part == "close" or before.part == "open":
        return True
    return before.low[-1:] in _APOSTROPHES and before.low.replace("’", "'") not in _SHORTENED


_APOSTROPHES = ("'", "’")
_SHORTENED = frozenset({"po'", "ca'", "mo'", "fra'", "pie'"})  # «Ca' Gianessi»
_NO_BLANK_BEFORE = frozenset({",", ".", ";", ":", ")", "!", "?", "…", "%"})


# «ha informato i soci, | della vendita»: what stood between the commas is gone.
_TORN_OF = re.compile(r"(?<=[a-zà-ÿ]), (del(?:l['’]|lo |la |le |)|dei |degli )(?=[A-Za-zÀ-ÿ ])")
# «Si è spento a Lodi, | Ambrogio Neri»: no comma stands before who did.
_LATE_NAME = re.compile(r"\A((?:Si è|È) (?:spent|mort|mancat)[oa]\b[^,]*), ([A-ZÀ-Ý][\w’']+ [A-ZÀ-Ý][\w’']+)(?=,|\Z)")
_A_BEFORE_A = re.compile(r"\b([aA]) (?=[aAàÀ])")


def tidy(title: str) -> str:
    """Commas and blanks in order, no mark at the ends; «a Aldo» is «ad Aldo», «e entrare» «ed entrare»."""
    title = " ".join(title.replace("\u200b", " ").split())
    title = _A_BEFORE_A.sub(r"\1d ", title) if "a A" in title or "a a" in title or "a À" in title else title
    title = title.replace(" e e", " ed e")
    if "," in title or "(" in title:
        title = re.sub(r"(?:\s*,)+(?=\s*[,;:.]|\s*\Z)", "", title.replace(" ,", ","))
        title = re.sub(r"\(\s*\)|,(?=\s*\))", "", title)
        title = re.sub(" {2,}", " ", title).replace(" ,", ",")
    if title.count(",") == 1:
        title = _TORN_OF.sub(r" \1", title)
    if "," in title and title.startswith(("Si è ", "È ")):
        title = _LATE_NAME.sub(r"\1 \2", title)
    return title.strip(" ,;:.–—-!?…")
