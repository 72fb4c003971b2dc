"""Past or future: the verb of the clause says which August is meant.

News looks back, and its verbs say when it does not. The verb nearest to the expression decides, as far as a comma, a
relative or a quotation mark stands between them.
"""

from __future__ import annotations

import re
from functools import cache

from timeline.dates.meaning import FUTURE, PAST, UNKNOWN

Cue = tuple[int, str]  # direction, the words that show it

_WINDOW = 22
_WALLS = frozenset('.;:!?…«»“”"()[]')
_TURNS = frozenset(
    """
    che quando mentre perché poiché cui quale quali dove dopo prima se affinché finché benché e ma anche
    """.split()
)

_FUTURE_ENDING = re.compile(r".{2,}(?:rà|ranno|remo|rete|rai)\Z|.{3,}(?:erò|irò|arò|rrò|drò|vrò|trò)\Z")
_PAST_ENDING = re.compile(
    r".{2,}(?:ava|avano|eva|evano|ivano|arono|irono|erono|ettero|avamo|evamo)\Z|.{3,}[^r\W]ò\Z|.{3,}(?:iva)\Z"
)
_PARTICIPLE = re.compile(r".{2,}(?:at|it|ut)[oaie]\Z")
_NOT_VERBS = frozenset(
    """però perciò ciò può falò casinò rococò metrò oblò lava brava schiava cava clava fava bava leva neva allieva riva
    eva viva diva privativa attiva definitiva esecutiva sportiva preventiva comparativa iniziativa alternativa
    prospettiva normativa trattativa relativa successiva collettiva amministrativa legislativa direttiva tentativa
    estremo supremo remo rete assai guai mai ormai parete segrete monete secrete interrete sedicenne supremi
    tariffa festiva estiva positiva negativa competitiva oliva saliva gengiva stiva deriva arriva motiva archivia
    attrattiva aspettativa narrativa iniziativa informativa educativa formativa creativa significativa comitiva
    stanotte perché finché bisognò""".split()
) - {"bisognò"}
_IMPERFECT_IVA = frozenset(
    """veniva apriva finiva partiva usciva moriva dormiva sentiva seguiva costituiva definiva stabiliva forniva subiva
    colpiva serviva riusciva spariva saliva capiva prevedeva diveniva interveniva avveniva proveniva""".split()
) - {"saliva"}

# Irregular passati remoti, frequent in news.
_REMOTE = frozenset(
    """fu furono disse dissero fece fecero ebbe ebbero venne vennero avvenne avvennero divenne divennero tenne tennero
    ottenne ottennero intervenne intervennero prese presero mise misero decise decisero uccise uccisero chiuse chiusero
    rimase rimasero scrisse scrissero vinse vinsero nacque nacquero morì morirono perse persero corse corsero diede
    diedero dette dettero vide videro giunse giunsero raggiunse raggiunsero scoppiò cadde caddero volle vollero seppe
    seppero mosse mossero rispose risposero chiese chiesero spinse accolse accolsero raccolse raccolsero scelse scelsero
    tolse tolsero svolse svolsero risolse apparve apparvero scomparve scomparvero sparì permise concesse espresse
    promosse ruppe sorse risultò fallì partì colpì subì uscì aprì finì salì morí seguì definì sancì""".split()
)
_PAST_AUXILIARIES = frozenset(
    """era erano ero eravamo aveva avevano avevo avevamo fu furono stato stata stati state venne vennero sarebbe
    sarebbero
    avrebbe avrebbero fosse fossero avesse avessero""".split()
)
_AUXILIARIES = (
    frozenset("è sono ha hanno ho abbiamo siamo abbia abbiano sia siano avete hai sei".split()) | _PAST_AUXILIARIES
)
_IRREGULAR_PARTICIPLES = frozenset(
    """stato stata stati state fatto fatta fatti fatte detto detta detti dette preso presa presi prese messo messa messi
    messe morto morta morti morte nato nata nati nate visto vista visti viste scritto scritta scritti scritte chiuso
    chiusa chiusi chiuse aperto aperta aperti aperte ucciso uccisa uccisi uccise deciso decisa decisi decise perso persa
    persi perse vinto vinta vinti vinte rimasto rimasta rimasti rimaste chiesto chiesta chiesti chieste risposto
    successo successa avvenuto avvenuta accaduto accaduta giunto giunta giunti giunte raggiunto raggiunta raggiunti
    scomparso scomparsa scomparsi scomparse emerso emersa emersi emerse corso corsa corsi tolto tolta scelto scelta
    scelti scelte raccolto raccolta raccolti raccolte accolto accolta accolti accolte svolto svolta svolti svolte invaso
    invasa invasi invase diffuso diffusa diffusi diffuse concluso conclusa conclusi concluse esploso esplosa esplosi
    esplose evaso evasa promosso promossa promessa promesso concesso concessa commesso commessa commessi commesse
    trasmesso trasmessa emesso emessa emessi emesse espresso espressa mosso mossa rimosso rimossa scoperto scoperta
    scoperti scoperte offerto offerta coperto coperta sepolto sepolta rotto rotta rotti rotte corrotto distrutto
    distrutta
    distrutti distrutte condotto condotta prodotto prodotta tradotto ridotto ridotta introdotto introdotta letto eletto
    eletta eletti elette diretto respinto respinta respinti vissuto spento spenta speso spesa sospeso sospesa sospesi
    sospese arreso arresa difeso difesa offeso appeso acceso accesa disceso sceso scesa scesi scese reso resa resi rese
    ripreso ripresa ripresi riprese sorpreso sorpresa sorpresi compreso costretto costretta costretti costrette
    interrotto interrotta tratto tratta sottratto estratto iscritto descritto prescritto""".split()
)
# Participles and nouns that look forward though their form looks back.
_PLANNED = frozenset(
    """previsto prevista previsti previste atteso attesa attesi attese programmato programmata programmati programmate
    fissato fissata fissati fissate rinviato rinviata rinviati rinviate slittato slittata slittati slittate convocato
    convocata convocati convocate programma calendario pronto pronta pronti pronte destinato destinata destinati
    destinate
    dovrebbe dovrebbero potrebbe potrebbero prevede prevedono deve devono slitta slittano scadenza appuntamento
    posticipato posticipata posticipati spostato spostata rimandato rimandata candidato candidata annunciati
    imminente""".split()
) - {"candidato", "candidata", "annunciati", "deve", "devono"}


@cache
def _class_of(word: str) -> str:
    """What a word alone shows: F future, P past, A auxiliary, T participle, L planned, "" nothing."""
    if word in _NOT_VERBS:
        return ""
    if word in _PLANNED:
        return "L"
    if word in _AUXILIARIES:
        return "A"
    if word in _REMOTE or word in _IMPERFECT_IVA:
        return "P"
    if word in _IRREGULAR_PARTICIPLES or _PARTICIPLE.match(word):
        return "T"
    if _FUTURE_ENDING.match(word):
        return "F"
    if _PAST_ENDING.match(word) and not word.endswith(("iva", "tà", "itò")):
        return "P"
    return ""


def direction_of(words: list[str], begin: int, end: int) -> Cue:
    """Where the clause around tokens [begin, end) looks, and the word that shows it; UNKNOWN where nothing does.

    >>> direction_of("la regione di kursk , invasa ad agosto dalle truppe".split(), 6, 8)
    (-1, 'invasa')
    >>> direction_of("a dicembre si voterà".split(), 0, 2)
    (1, 'voterà')
    >>> direction_of("a gennaio il cantiere chiude".split(), 0, 2)
    (0, '')
    """
    if begin and words[begin - 1] == "per":
        ahead = _scan(words, begin, end)
        return ahead if ahead[1] and ahead[0] == FUTURE else (FUTURE, "per") if ahead[0] == UNKNOWN else ahead
    return _scan(words, begin, end)


def _scan(words: list[str], begin: int, end: int) -> Cue:
    best, best_cost = (UNKNOWN, ""), 10_000
    for step, first in ((-1, begin - 1), (1, end)):
        cost, at, last = 0, first, max(-1, begin - _WINDOW) if step < 0 else min(len(words), end + _WINDOW)
        while at != last and cost < best_cost:
            word = words[at]
            if word in _WALLS or word[0] == "\n":
                break
            if word == ",":
                cost += 4
            elif word in _TURNS:
                cost += 5 if step > 0 else 6
            kind = _class_of(word)
            if kind:
                cue = _cue(words, at, kind, adjacent=step < 0 and begin - at <= 3)
                if cue is not None and cost + (1 if step > 0 else 0) < best_cost:
                    best, best_cost = cue, cost + (1 if step > 0 else 0)
            cost += 1
            at += step
    return best


def _cue(words: list[str], at: int, kind: str, adjacent: bool) -> Cue | None:
    word = words[at]
    match kind:
        case "F":
            return FUTURE, word
        case "L":
            return FUTURE, word
        case "P":
            return PAST, word
        case "A":
            return _auxiliary_cue(words, at)
        case "T":
            before = words[max(0, at - 3) : at]
            if any(w in _AUXILIARIES for w in before):
                return PAST, word
            if any(
                w in ("sarà", "saranno", "verrà", "verranno", "venga", "vengano", "avrà", "avranno") for w in before
            ):
                return FUTURE, " ".join(words[at - 1 : at + 1])
            return (PAST, word) if adjacent else None
    return None


def _auxiliary_cue(words: list[str], at: int) -> Cue | None:
    """«ha … riconosciuto» looks back, «è previsto» ahead, «è bello» nowhere."""
    for word in words[at + 1 : at + 5]:
        kind = _class_of(word)
        if kind == "L":
            return FUTURE, f"{words[at]} {word}"
        if kind == "T":
            return PAST, f"{words[at]} {word}" if word == words[at + 1] else word
        if word in _WALLS or word == ",":
            break
    return (PAST, words[at]) if words[at] in ("era", "erano", "aveva", "avevano", "fu", "furono") else None
