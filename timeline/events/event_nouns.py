"""Nouns that name something that happens: «furto», «firma», «funerali», and whatever ends like one."""

from __future__ import annotations

from functools import lru_cache

from timeline.italian.verbs import lemma_of

_NOUNS = frozenset(
    """
    accordo accusa aggressione alluvione agguato annuncio apertura appello approvazione arresto arrivo assalto
    assassinio
    assemblea assunzione asta attacco attentato blitz bando battaglia bilaterale boicottaggio bombardamento cambio cena
    cerimonia chiusura colloquio colpo comizio commemorazione comparsa concerto concorso condanna condono conferenza
    conferma congresso consegna consiglio consultazione controllo convegno convalida convocazione corteo crac crisi
    crollo debutto decesso decisione delitto denuncia deposizione dibattito dimissioni discorso dichiarazione elezione
    elezioni emergenza esame eruzione esecuzione esondazione esordio esplosione esordio evasione evento fallimento
    ferimento
    fermo festa festival fiera finale finali firma flash-mob frana fuga funerale funerali fusione furto gara giuramento
    golpe guasto guerra inaugurazione incarico incendio incidente incontro incursione indagine infortunio inchiesta
    ingresso inizio insediamento installazione intervento intervista invasione inondazione irruzione ispezione lancio
    lite lutto malore manifestazione marcia matrimonio mostra morte nascita nevicata nomina notifica nozze nubifragio
    offensiva omicidio operazione ordinanza partenza partita patteggiamento perquisizione pestaggio precipitazione
    presentazione primarie processo proclamazione promozione protesta prova provvedimento pubblicazione raid rapina
    razzia referendum retata ricorso rilascio rinvio riapertura ripartenza ripresa rissa ritiro ritorno ritrovamento
    riunione rivolta rogo sabotaggio scandalo scarcerazione scasso schianto sciopero scippo scomparsa scontro scoperta
    scossa sbarco sconfitta segnalazione seduta semifinale sentenza sequestro serata sfilata sfratto sgombero sisma
    smantellamento smottamento sopralluogo sorteggio sottoscrizione sparatoria spaccata spettacolo stage strage svolta
    grandinata mareggiata alluvione bufera temporale tempesta uragano tifone ciclone tornado burrasca acquazzone slavina
    naufragio scoppio blackout avaria sassaiola imboscata zuffa rapimento sequestri stupro linciaggio autopsia
    interrogatorio arringa requisitoria sit-in presidio picchetto fiaccolata veglia processione raduno esequie
    spoglio scrutinio ballottaggio derby amichevole regata staffetta giostra palio spareggio brindisi sbarchi
    trapianto laurea
    suicidio summit svendita tamponamento telefonata tentativo terremoto testimonianza torneo tracollo trattato tregua
    truffa uccisione udienza uscita valanga varo vendita verifica vernissage vertice verdetto viaggio violenza vittoria
    visita voto votazione accoltellamento bollettino avviso notizia parata adunata rientro esodo decollo ricovero
    congedo esonero acquisto rinnovo pareggio trionfo maratona rottura annegamento esposto querela diffida
    squalifica collaudo vendemmia battesimo cresima conclave sagra lotteria tombola anteprima seminario biciclettata
    pedalata camminata laboratorio piena piene
    """.split()
)
_ENDINGS = ("mento", "menti", "zione", "zioni", "aggio", "aggi", "ssione", "ssioni")
_NOT = frozenset(
    """
    stazione abitazione situazione associazione popolazione organizzazione amministrazione generazione posizione
    direzione condizione redazione informazione nazione regione stagione azione sezione tradizione istituzione
    attenzione
    relazione educazione formazione produzione educazione commissione missione professione elemento documento monumento
    appartamento dipartimento strumento argomento comportamento movimento momento parlamento cemento abbigliamento
    sentimento alimento villaggio messaggio personaggio linguaggio paesaggio vantaggio coraggio ostaggio pomeriggio
    equipaggio maggio raggio tatuaggio reportage opzione lezione quotazione aumento regolamento piano tramonto tormento
    panificazione miglioramento peggioramento
    partito frazione emozione immaginazione disposizione porzione opposizione corporazione proporzione
    """.split()
)


# What is held on a day: «domani c'è l'udienza».
_GATHERINGS = frozenset(
    """
    udienza assemblea sciopero partita gara finale semifinale derby vertice incontro riunione consiglio concerto festa
    funerale funerali corteo manifestazione sit-in presidio sorteggio conferenza seduta voto referendum elezioni
    ballottaggio esame esami sfilata cerimonia inaugurazione spettacolo convegno commemorazione fiera asta presentazione
    sentenza verdetto giuramento processo matrimonio battesimo raduno fiaccolata veglia processione prova addio
    parata adunata maratona sagra camminata pedalata biciclettata anteprima seminario conclave cresima tombola
    laboratorio
    """.split()
)


def is_gathering(low: str) -> bool:
    """Whether the noun names something that is held on a day."""
    return low in _GATHERINGS


_RESULTS = frozenset("trattato accordo patto bollettino notizia ordinanza provvedimento avviso concordato".split())


def is_result(low: str) -> bool:
    """Whether the noun names what an act leaves behind: of «la firma del trattato» the firma is the event."""
    return low in _RESULTS


@lru_cache(maxsize=20_000)
def is_event_noun(low: str) -> bool:
    """Whether a noun in small letters names an event.

    >>> is_event_noun("furto"), is_event_noun("inaugurazione"), is_event_noun("stazione"), is_event_noun("tavolo")
    (True, True, False, False)
    """
    lemma = lemma_of(low)
    if low in _NOUNS or lemma in _NOUNS:
        return True
    if low in _NOT or lemma in _NOT or not low.endswith(_ENDINGS):
        return False
    return len(low) > 7
