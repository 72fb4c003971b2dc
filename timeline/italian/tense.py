"""Past or future: the verb of the clause says which August is meant.

News looks back, and its verbs say when it does not. The verb nearest to the expression decides, as far as a comma, a
relative or a quotation mark stands between them.
"""

from __future__ import annotations

import re
from functools import lru_cache

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
    r".{2,}(?:ava|avano|eva|evano|ivano|arono|irono|erono|ettero|avamo|evamo)\Z|.{2,}[^r\W]ò\Z|.{3,}(?:iva)\Z"
)
_PARTICIPLE = re.compile(
    r".{2,}(?:at|it|ut)[oaie]\Z|"
    r".*(?:chiest|mess|pres|dett|scritt|rott|dott|chius|cis|clus|fus|pers|vint|press|cess|pert)[oaie]\Z"
)
_INFINITIVE = re.compile(r".{2,}(?:are|ere|ire|arsi|ersi|irsi)\Z")
_NOT_VERBS = frozenset(
    """
    però perciò ciò può falò casinò rococò metrò oblò lava brava schiava cava clava fava bava leva neva allieva riva
    eva viva diva privativa attiva definitiva esecutiva sportiva preventiva comparativa iniziativa alternativa
    prospettiva normativa trattativa relativa successiva collettiva amministrativa legislativa direttiva tentativa
    estremo supremo remo rete assai guai mai ormai parete segrete monete secrete interrete sedicenne supremi tariffa
    festiva estiva positiva negativa competitiva oliva saliva gengiva stiva deriva arriva motiva archivia attrattiva
    aspettativa narrativa informativa educativa formativa creativa significativa comitiva stanotte perché finché
    prezzo interesse impresa imprese paese permesso processo accesso ingresso congresso progresso eccesso possesso
    spesa difesa offesa chiesa attesa intesa adesso stesso spesso messa mese presso compreso compresa processi
    interessi congressi ingressi accessi imprese paesi permessi diverso diversa diversi diverse verso perso traverso
    universo corso discorso concorso ricorso percorso
    """.split()
)
_IMPERFECT_IVA = frozenset(
    """
    veniva apriva finiva partiva usciva moriva dormiva sentiva seguiva costituiva definiva stabiliva forniva subiva
    colpiva serviva riusciva spariva capiva prevedeva diveniva interveniva avveniva proveniva
    """.split()
)

# Irregular passati remoti, frequent in news.
_REMOTE = frozenset(
    """
    fu furono disse dissero fece fecero ebbe ebbero venne vennero avvenne avvennero divenne divennero tenne tennero
    ottenne ottennero intervenne intervennero prese presero mise misero decise decisero uccise uccisero chiuse
    chiusero rimase rimasero scrisse scrissero vinse vinsero nacque nacquero morì morirono perse persero corse corsero
    diede diedero dette dettero vide videro giunse giunsero raggiunse raggiunsero scoppiò cadde caddero volle vollero
    seppe seppero mosse mossero rispose risposero chiese chiesero spinse accolse accolsero raccolse raccolsero scelse
    scelsero tolse tolsero svolse svolsero risolse apparve apparvero scomparve scomparvero sparì permise concesse
    espresse promosse ruppe sorse risultò fallì partì colpì subì uscì aprì finì salì seguì definì sancì
    """.split()
)
_PAST_AUXILIARIES = frozenset(
    """
    era erano ero eravamo aveva avevano avevo avevamo fu furono stato stata stati state venne vennero sarebbe
    sarebbero avrebbe avrebbero fosse fossero avesse avessero aver avere esser essere avendo essendo
    """.split()
)
_AUXILIARIES = (
    frozenset("è sono ha hanno ho abbiamo siamo abbia abbiano sia siano avete hai sei".split()) | _PAST_AUXILIARIES
)
# With a participle these speak of a state that lasts or of a duty: they look ahead («resta aperto», «va fatto»).
_LASTING = frozenset("resta restano rimane rimangono va vanno venga vengano".split())
_IRREGULAR_PARTICIPLES = frozenset(
    """
    stato stata stati state fatto fatta fatti fatte morto morta morti morte nato nata nati nate visto vista visti
    viste scritto aperto aperta aperti aperte ucciso rimasto rimasta rimasti rimaste risposto successo successa
    avvenuto avvenuta accaduto accaduta giunto giunta giunti giunte raggiunto raggiunta raggiunti raggiunte scomparso
    scomparsa scomparsi scomparse emerso emersa emersi emerse corso tolto tolta tolti tolte scelto scelta scelti
    scelte raccolto raccolta raccolti raccolte accolto accolta accolti accolte svolto svolta svolti svolte invaso
    invasa invasi invase esploso esplosa esplosi esplose evaso evasa mosso mossa rimosso rimossa offerto offerta
    coperto coperta sepolto sepolta distrutto distrutta distrutti distrutte letto eletto eletta eletti elette diretto
    respinto respinta respinti vissuto spento spenta speso sospeso sospesa sospesi sospese arreso arresa difeso offeso
    appeso acceso accesa disceso sceso scesa scesi scese reso resa resi rese ripreso sorpreso costretto costretta
    costretti costrette tratto sottratto estratto morso arso trascorso trascorsa trascorsi trascorse successe accorso
    accorsi
    """.split()
)
_ARTICLES = frozenset(
    """
    il lo l' la i gli le un uno una un' del dello dell' della dei degli delle al allo all' alla ai agli alle dal dallo
    dall' dalla dai dagli dalle nel nello nell' nella nei negli nelle sul sullo sull' sulla sui sugli sulle questo
    questa
    """.split()
)
# Nouns with the look of a participle: a verb only after an auxiliary («è partito», not «il partito a ottobre»).
_NOUNS = frozenset(
    """
    mercato mercati mercatino soldato soldati sindacato sindacati campionato partito partiti partita partite candidato
    candidati candidata reato reati risultato risultati comunicato comunicati mandato senato avvocato avvocati
    magistrato magistrati privato privati trattato trattati delegato abitato prato palato estate serata serate
    giornata giornate mattinata nottata durata limite limiti sito siti invito inviti rito debito debiti credito
    crediti merito visita visite uscita uscite vendita vendite crescita nascita perdita perdite vita vite lite liti
    marito mariti minuto minuti tributo istituto istituti statuto aiuto aiuti salute contenuto contenuti contributo
    contributi volontariato commissariato vescovato principato dato dati date data stato stati voto voti lato lati
    gelato gelati peccato pirata strada rotta morte morti morta offerta offerte scoperta raccolta raccolte scelta
    scelte svolta rivolta volta volte inchiesta richiesta richieste protesta festa testa costa posta risposta proposta
    proposte imposta spesa presa ripresa impresa messa promessa scommessa commessa corsa corse rete letto tetto fatto
    fatti affetto effetto stata
    """.split()
)
# Participles and nouns that look forward though their form looks back.
_PLANNED = frozenset(
    """
    previsto prevista previsti previste atteso attesa attesi attese programmato programmata programmati programmate
    fissato fissata fissati fissate rinviato rinviata rinviati rinviate slittato slittata slittati slittate convocato
    convocata convocati convocate programma calendario pronto pronta pronti pronte destinato destinata destinati
    destinate dovrebbe dovrebbero potrebbe potrebbero prevede prevedono slitta slittano scadenza appuntamento
    posticipato posticipata posticipati spostato spostata rimandato rimandata prorogato prorogata prorogati prorogate
    differito differita imminente intenzionato intenzionata
    """.split()
)
# The present of what is announced: with a date and no verb of the past, it tells what is to come.
_ANNOUNCED = frozenset(
    """
    torna tornano ritorna ritornano riapre riaprono apre aprono chiude chiudono scatta scattano scade scadono inizia
    iniziano comincia cominciano partono arriva arrivano debutta debuttano gioca giocano vota votano proietta
    proiettano tiene tengono svolge svolgono ospita ospitano riparte ripartono esordisce esordiscono inaugura
    festeggia celebra termina terminano riprende riprendono riprende entra entrano sfila sfilano presenta presentano
    sciopera scioperano incrocia incrociano attende resta restano rimane rimangono va vanno arriverà deve devono
    """.split()
)
# Of these only the impersonal announces: «sabato si parte», «si vota», «si terrà»; «parte» alone is a noun too.
_ANNOUNCED_WITH_SI = frozenset(
    """
    tiene tengono svolge svolgono vota gioca proietta presenta entra parte comincia prosegue replica balla corre mangia
    celebra festeggia inaugura conclude cammina canta pedala discute cena pranza
    """.split()
)
# An event named without its verb right after the day is an announcement: «Lunedì sciopero dei mezzi».
_ANNOUNCED_NOUNS = frozenset(
    """
    sciopero incontro incontri concerto concerti assemblea presentazione inaugurazione mercatino mercatini festa
    conferenza funerali udienza spettacolo corteo manifestazione convegno elezioni ballottaggio derby appuntamento
    riapertura serata open visita visite laboratorio proiezione referendum summit vertice consiglio
    """.split()
)


@lru_cache(20_000)
def _class_of(word: str) -> str:
    """What a word alone shows: F future, P past, A auxiliary, T participle, L planned, N announced, "" nothing."""
    if word in _NOT_VERBS:
        return ""
    for words, kind in (
        (_PLANNED, "L"),
        (_AUXILIARIES, "A"),
        (_REMOTE, "P"),
        (_IMPERFECT_IVA, "P"),
        (_ANNOUNCED, "N"),
        (_ANNOUNCED_WITH_SI, "N"),
    ):
        if word in words:
            return kind
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
    >>> direction_of("la mostra resterà aperta fino a domenica".split(), 4, 7)
    (1, 'resterà aperta')
    >>> direction_of("a gennaio il cantiere langue".split(), 0, 2)
    (0, '')
    """
    cue = _nearest_verb(words, begin, end)
    if cue[0] != UNKNOWN:
        return cue
    if begin and words[begin - 1] == "per":
        return FUTURE, "per"
    if end < len(words) and words[end] in _ANNOUNCED_NOUNS:
        return FUTURE, words[end]
    return _purpose(words, begin)


def has_verb(words: list[str], begin: int, end: int) -> bool:
    """Whether a verb form that shows its time stands among tokens [begin, end)."""
    return any(_class_of(words[at]) for at in range(begin, end))


def has_past(words: list[str], at: int) -> bool:
    """Whether token *at* is a verb of the past."""
    return 0 <= at < len(words) and _class_of(words[at]) in ("P", "T")


def _nearest_verb(words: list[str], begin: int, end: int) -> Cue:
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
                weight = cost + (1 if step > 0 else 0) + (3 if kind == "N" else 0)
                if cue is not None and weight < best_cost:
                    best, best_cost = cue, weight
            cost += 1
            at += step
    return best


def _cue(words: list[str], at: int, kind: str, adjacent: bool) -> Cue | None:
    word = words[at]
    match kind:
        case "F":
            return FUTURE, _with_participle(words, at)
        case "L":
            if word.startswith("rinviat") and "giudizio" in words[at + 1 : at + 5]:
                return PAST, word
            return FUTURE, word
        case "N":
            return _announced_cue(words, at)
        case "P":
            return PAST, word
        case "A":
            return _auxiliary_cue(words, at)
        case "T":
            return _participle_cue(words, at, adjacent)
    return None


def _with_participle(words: list[str], at: int) -> str:
    following = words[at + 1] if at + 1 < len(words) else ""
    return f"{words[at]} {following}" if _class_of(following) == "T" else words[at]


def _announced_cue(words: list[str], at: int) -> Cue | None:
    """«Sabato torna la fiera»; but «va» and «resta» only with their participle, «tiene» only with «si»."""
    word, following = words[at], words[at + 1] if at + 1 < len(words) else ""
    if word in _LASTING or word in ("va", "vanno"):
        return (FUTURE, f"{word} {following}") if _class_of(following) in ("T", "L") else None
    if word in _ANNOUNCED_WITH_SI:
        return (FUTURE, f"si {word}") if at and words[at - 1] == "si" else None
    return FUTURE, word


def _participle_cue(words: list[str], at: int, adjacent: bool) -> Cue | None:
    """A participle has the tense of its auxiliary; alone, right before its date, it is done («invasa ad agosto»)."""
    word, before = words[at], words[max(0, at - 3) : at]
    for auxiliary in reversed(before):
        if _class_of(auxiliary) == "F" or auxiliary in _LASTING:
            return FUTURE, f"{auxiliary} {word}"
        if auxiliary in _AUXILIARIES:
            return PAST, word
    is_noun = word in _NOUNS or (at > 0 and words[at - 1] in _ARTICLES)  # «vieta il transito fino al 30 aprile»
    return (PAST, word) if adjacent and not is_noun else None


def _auxiliary_cue(words: list[str], at: int) -> Cue | None:
    """«ha … riconosciuto» looks back, «è previsto» ahead, «è bello» nowhere."""
    for place in range(at + 1, min(at + 5, len(words))):
        word = words[place]
        kind = _class_of(word)
        if kind == "L":
            return _cue(words, place, "L", adjacent=False)
        if kind == "T":
            return PAST, f"{words[at]} {word}" if place == at + 1 else word
        if word in _WALLS or word == ",":
            break
    return (PAST, words[at]) if words[at] in ("era", "erano", "aveva", "avevano", "fu", "furono") else None


def _purpose(words: list[str], begin: int) -> Cue:
    """«Pronti a partire a giugno», «candidati a sfidarlo in settembre»: what is meant to be done."""
    for at in range(begin - 1, max(0, begin - 6), -1):
        if words[at] in _WALLS or words[at] == ",":
            break
        if _INFINITIVE.match(words[at]) and words[at - 1] in ("a", "ad", "per"):
            return FUTURE, f"{words[at - 1]} {words[at]}"
    return UNKNOWN, ""
