"""The words that tell past from future: verbs, participles, nouns. How they decide: tense.py and what it imports."""

from __future__ import annotations

WALLS = frozenset('.;:!?…«»“”"()[]')
TURNS = frozenset(
    """
    che quando mentre perché poiché cui quale quali dove dopo prima se affinché finché benché e ma anche
    """.split()
)
NOT_VERBS = frozenset(
    """
    precampionato
    lunedì martedì mercoledì giovedì venerdì così altresì mezzodì buondì tassì supplì colibrì
    però perciò ciò può falò casinò rococò metrò oblò lava brava schiava cava clava fava bava leva neva allieva riva
    bravo cavo favo schiavo ottavo
    eva viva diva privativa attiva definitiva esecutiva sportiva preventiva comparativa iniziativa alternativa
    prospettiva normativa trattativa relativa successiva collettiva amministrativa legislativa direttiva tentativa
    estremo supremo remo rete assai guai mai ormai parete segrete monete secrete interrete sedicenne supremi tariffa
    festiva estiva positiva negativa competitiva oliva saliva gengiva stiva deriva motiva archivia attrattiva
    aspettativa narrativa informativa educativa formativa creativa significativa comitiva stanotte perché finché
    prezzo interesse impresa imprese paese permesso processo accesso ingresso congresso progresso eccesso possesso
    spesa difesa offesa chiesa intesa adesso stesso spesso messa mese presso compreso compresa processi
    compresi comprese inclusi incluse
    interessi congressi ingressi accessi paesi permessi diverso diversa diversi diverse verso traverso
    universo corso discorso concorso ricorso percorso sabato sabati gratuito gratuita gratuiti gratuite
    """.split()
)
IMPERFECT_IVA = frozenset(
    """
    veniva apriva finiva partiva usciva moriva dormiva sentiva seguiva costituiva definiva stabiliva forniva subiva
    colpiva serviva riusciva spariva capiva prevedeva diveniva interveniva avveniva proveniva
    """.split()
)
# Irregular passati remoti, frequent in news.
REMOTE = frozenset(
    """
    fu furono disse dissero fece fecero ebbe ebbero venne vennero avvenne avvennero divenne divennero tenne tennero
    ottenne ottennero intervenne intervennero prese presero mise misero decise decisero uccise uccisero chiuse
    chiusero rimase rimasero scrisse scrissero vinse vinsero nacque nacquero morì morirono perse persero corse
    corsero diede diedero dette dettero vide videro giunse giunsero raggiunse raggiunsero scoppiò cadde caddero
    volle vollero seppe seppero mosse mossero rispose risposero chiese chiesero spinse accolse accolsero raccolse
    raccolsero scelse scelsero tolse tolsero svolse svolsero risolse apparve apparvero scomparve scomparvero sparì
    permise concesse espresse promosse ruppe sorse risultò fallì partì colpì subì uscì aprì finì salì seguì definì
    sancì
    """.split()
)
PAST_AUXILIARIES = frozenset(
    """
    avremmo avrei saremmo sarei
    era erano ero eravamo aveva avevano avevo avevamo fu furono stato stata stati state venne vennero sarebbe
    sarebbero avrebbe avrebbero fosse fossero avesse avessero aver avere esser essere avendo essendo
    """.split()
)
AUXILIARIES = frozenset("è sono ha hanno ho abbiamo siamo abbia abbiano sia siano avete hai".split()) | PAST_AUXILIARIES
# With a participle these speak of a state that lasts or of a duty: they look ahead («resta aperto», «va fatto»).
LASTING = frozenset("resta restano rimane rimangono va vanno venga vengano".split())
IRREGULAR_PARTICIPLES = frozenset(
    """
    stato stata stati state fatto fatta fatti fatte morto morta morti morte nato nata nati nate visto vista visti
    viste scritto aperto aperta aperti aperte ucciso rimasto rimasta rimasti rimaste risposto successo successa
    avvenuto avvenuta accaduto accaduta giunto giunta giunti giunte raggiunto raggiunta raggiunti raggiunte
    scomparso scomparsa scomparsi scomparse emerso emersa emersi emerse corso tolto tolta tolti tolte scelto scelta
    scelti scelte raccolto raccolta raccolti raccolte accolto accolta accolti accolte svolto svolta svolti svolte
    invaso invasa invasi invase esploso esplosa esplosi esplose evaso evasa mosso mossa rimosso rimossa offerto
    offerta coperto coperta sepolto sepolta distrutto distrutta distrutti distrutte letto eletto eletta eletti
    elette diretto respinto respinta respinti vissuto spento spenta speso sospeso sospesa sospesi sospese arreso
    arresa difeso offeso appeso acceso accesa disceso sceso scesa scesi scese reso resa resi rese ripreso sorpreso
    costretto costretta costretti costrette tratto sottratto sottratta sottratti
    sottratte estratto estratta estratti estratte morso arso trascorso trascorsa trascorsi
    trascorse successe accorso accorsi corretto corretta corretti corrette protetto protetta protetti protette
    sconfitto sconfitta sconfitti sconfitte inflitto inflitta trafitto trafitta rieletto rieletta aggiunto aggiunta
    aggiunti aggiunte assunto assunta assunti assunte spinto spinta spinti spinte dipinto dipinta estinto estinta
    estinti sofferto sofferta sorto sorta sorti sorte insorto insorta insorti insorte risorto steso stesa stesi
    stese esteso estesa estesi estese disteso distesa perso soccorso soccorsa soccorsi soccorse commosso commossa
    promosso promossa promossi smosso discusso discussa discussi discusse percosso scosso scossa scossi scosse
    riscosso riscossa deluso delusa delusi deluse persuaso persuasa diviso divisa divisi divise condiviso condivisa
    condivisi condivise sorriso immerso immersa sommerso sommersa sommersi sommerse espulso espulsa espulsi espulse
    prevalso parso parsa apparso apparsa apparsi apparse comparso comparsa comparsi comparse rivolto rivolti
    coinvolto coinvolta coinvolti coinvolte travolto travolta travolti travolte sconvolto sconvolta sconvolti
    sconvolte risolto risolta risolti sciolto sciolta sciolti sciolte colto colta colti colte rivisto rivista
    rivisti riviste sottoposto sottoposta sottoposti sottoposte nascosto nascosta nascosti nascoste contrapposto
    respinte spenti spente offerti estratta estratti estratte sepolti sepolte esposte composta composti composte
    deposti accesi accese mossi rimossi rimosse evasi evase disposto disposta disposti disposte imposto imposti
    proposto proposti esposto esposta esposti deposto deposta deposte composto
    dato data dati date posto posta posti poste assolto assolta assolti assolte contratto contratti redatto redatta
    redatti redatte infranto infranta infranti infrante inflitti inflitte risolte sofferti sofferte sottratta sottratti
    sottratte attratto attratta attratti attratte protratto protratta protratti protratte rieletti rielette appesa
    appesi appese offesi persuasi persuase proposta imposta offerte percorsa percorsi percorse accorsa accorse distesi
    distese avvolto avvolta avvolti avvolte stravolto stravolta stravolti stravolte dissolto dissolta dissolti dissolte
    prescelto prescelta prescelti prescelte sospinto sospinta sospinti sospinte dipinti dipinte estinte sorretto
    sorretta sorretti sorrette disfatto disfatti rifatto rifatta rifatti rifatte sparso sparsa sparsi sparse affisso
    affissa affissi affisse preteso pretesi immersi immerse eluso elusa elusi eretto eretta eretti erette ritratto
    ritratta ritratti ritratte deriso derisa derisi derise tratta tratti tratte diretta diretti dirette letta letti
    lette stretto stretta stretti strette opposto opposta opposti opposte rivolta rivolte
    """.split()
)
# With «è», or alone, these tell how things stand, not what was done: «i seggi sono aperti sabato», «chiuso lunedì».
STATES = frozenset(
    """
    aperto aperta aperti aperte chiuso chiusa chiusi chiuse sospeso sospesa sospesi sospese vietato vietata vietati
    vietate riservato riservata riservati riservate consentito consentita consentiti consentite deviato deviata
    confermato confermata confermati confermate coperto coperta garantito garantita garantiti garantite dedicato
    dedicata limitato limitata interdetto interdetta
    """.split()
)
OPEN = frozenset("aperto aperta aperti aperte chiusi chiuse".split())
MODALS = frozenset(
    """
    può possono potrà potranno potrebbe potrebbero deve devono dovrà dovranno dovrebbe dovrebbero
    """.split()
)
# Passati remoti that are also participles in the feminine plural: «le scuole resteranno chiuse».
REMOTE_OR_PARTICIPLE = frozenset(
    """
    chiuse prese mise decise uccise rimase permise concesse espresse promosse ruppe accolse raccolse scelse tolse
    svolse risolse accese spese difese offese sospese perse vinse
    """.split()
)
ARTICLES = frozenset(
    """
    il lo l' la i gli le un uno una un' del dello dell' della dei degli delle al allo all' alla ai agli alle dal
    dallo dall' dalla dai dagli dalle nel nello nell' nella nei negli nelle sul sullo sull' sulla sui sugli sulle
    questo questa
    """.split()
)
# Nouns with the look of a participle: a verb only after an auxiliary («è partito», not «il partito a ottobre»).
NOUNS = frozenset(
    """
    rifiuti rifiuto
    mercato mercati mercatino soldato soldati sindacato sindacati campionato partito partiti partita partite
    candidato candidati candidata reato reati risultato risultati comunicato comunicati mandato senato avvocato
    avvocati magistrato magistrati privato privati trattato trattati delegato abitato prato palato estate serata
    serate giornata giornate mattinata nottata durata limite limiti sito siti invito inviti rito debito debiti
    credito crediti merito visita visite uscita uscite vendita vendite crescita nascita perdita perdite vita vite
    lite liti marito mariti minuto minuti tributo istituto istituti statuto aiuto aiuti salute contenuto contenuti
    contributo contributi volontariato commissariato vescovato principato dato dati date data stato stati voto voti
    lato lati gelato gelati peccato pirata strada rotta morte morti morta offerta offerte scoperta raccolta raccolte
    scelta scelte svolta rivolta volta volte inchiesta richiesta richieste protesta festa testa costa posta risposta
    soccorso soccorsi sorte sorti scossa scosse divisa divise spinta spinte comparsa comparse rivista riviste
    aggiunta aggiunte assunta corretto corretti distesa sorriso subito circuito circuiti ambito transito compito
    compiti deposito depositi requisito requisiti assoluto assoluta immediato immediata spirito abito abiti prodotto
    prodotti condotta esperto esperti esperta esperte decesso decessi proposta proposte imposta spesa presa ripresa
    impresa messa promessa scommessa commessa corsa corse rete letto tetto fatto fatti affetto effetto stata vista
    viste picchiata schiarita schiarite imputato imputata imputati imputate pontificato papato episcopato patronato
    consolato comitato comitati apparato artigianato operato certificato certificati attestato ducato dottorato
    rettorato quadrato celibato vicariato precariato patriarcato protettorato primato diffuso diffusa diffusi
    diffuse posto posti poste contratto contratti percorsi tratta tratti tratte diretta diretti dirette letti ritratto
    ritratti stretto stretta stretti strette opposto opposta opposti opposte percorsa percorse
    """.split()
)
# Participles and nouns that look forward though their form looks back.
PLANNED = frozenset(
    """
    previsto prevista previsti previste indetto indetta indetti indette atteso attesa attesi attese programmato
    programmata programmati programmate fissato fissata fissati fissate rinviato rinviata rinviati rinviate slittato
    slittata slittati slittate convocato convocata convocati convocate programma calendario pronto pronta pronti
    pronte destinato destinata destinati destinate dovrebbe dovrebbero potrebbe potrebbero prevede prevedono slitta
    slittano scadenza appuntamento posticipato posticipata posticipati spostato spostata rimandato rimandata
    prorogato prorogata prorogati prorogate differito differita imminente intenzionato intenzionata
    """.split()
)
# The present of what is announced: with a date and no verb of the past, it tells what is to come.
ANNOUNCED = frozenset(
    """
    comincia inizia gioca giocano vota incontra incontrano arriva finisce finiscono esce escono parla parlano riceve
    ricevono vola volano discute discutono canta cantano suona suonano affronta affrontano dibatte approda approdano
    sbarca sbarcano torna tornano ritorna ritornano riapre riaprono apre aprono chiude chiudono scatta scattano
    scade scadono iniziano cominciano partono arrivano debutta debuttano votano proietta proiettano tiene tengono
    svolge svolgono ospita ospitano riparte ripartono esordisce esordiscono inaugura festeggia celebra termina
    terminano riprende riprendono entra entrano sfila sfilano presentano sciopera scioperano incrocia incrociano
    organizza organizzano propone propongono promuove promuovono commemora commemorano premia premiano disputa
    disputano esamina valuta decide decidono attende resta restano rimane rimangono va vanno arriverà deve devono
    tocca toccano compie compiono annuncia annunciano riunisce riuniscono
    """.split()
)
# Nouns too: these announce only right beside their date («la rassegna che parte giovedì», «sabato sfida il Bari»).
ANNOUNCED_BESIDE = frozenset("parte sfida prova visita gara corre".split())
# Told in the present, but over: «il 20 dicembre muore il padre».
TOLD_PRESENT = frozenset("muore muoiono risale risalgono risalirebbe risalirebbero".split())
# What nobody plans: «la strage del 2 agosto», «il furto di lunedì» look back, whatever the verb.
UNPLANNED = frozenset(
    """
    incidente incidenti strage stragi delitto delitti omicidio omicidi femminicidio rapina rapine furto furti
    alluvione alluvioni terremoto terremoti sisma rogo incendio incendi attentato attentati aggressione aggressioni
    crollo frana frane esplosione morte arresto arresti precedente precedenti tragedia disastro naufragio
    accoltellamento sparatoria sequestro nubifragio infortunio agguato scippo
    """.split()
)
# What people resolve to do: «ha deciso di chiudere il 10 marzo».
RESOLVED = frozenset(
    """
    deciso promesso chiesto annunciato invitato invitata invitati proposto stabilito disposto ordinato programmato
    impegnato impegnata impegnati impegnate convenuto concordato pensato
    """.split()
)
# The nouns of it: «con l'impegno a rivedersi il 13 maggio».
RESOLUTIONS = frozenset("impegno obiettivo intenzione promessa speranza proposito intento programma".split())
# What they hoped for was to come: «sperava di vedere i corsi a settembre».
HOPED = frozenset("sperava speravano sperano spera contava contano conta".split())
# Said of a race or a match that is over.
OVER = ("vint", "conclus", "disputat", "terminat")
NEXT_ONES = frozenset("prossimo prossima prossimi prossime".split())
# Of these only the impersonal announces: «sabato si parte», «si vota», «si terrà»; «parte» alone is a noun too.
ANNOUNCED_WITH_SI = frozenset(
    """
    parte presenta tiene tengono svolge svolgono proietta entra prosegue replica balla corre mangia celebra festeggia
    cambia inaugura sposta spostano brinda riunisce riuniscono conclude cammina canta pedala discute cena pranza
    """.split()
)
# Nouns of what is yet to come, in a clause without a verb: «i funerali mercoledì alle 15», «temporali sabato».
FORECAST = frozenset(
    """
    funerali esequie rosario sciopero scioperi allerta piogge temporali rovesci nevicate schiarite nubi nuvolosità
    anticipo posticipo recupero ritorno semifinale temperature maltempo concerto spettacolo appuntamento turno
    inaugurazione presentazione conferenza convegno sorteggio autopsia fiaccolata veglia processione camminata
    peggioramento miglioramento sereno soleggiato nuvoloso perturbazione foschie gelate
    """.split()
)
# An event named without its verb right after the day is an announcement: «Lunedì sciopero dei mezzi».
ANNOUNCED_NOUNS = frozenset(
    """
    sciopero incontro incontri concerto concerti assemblea presentazione inaugurazione mercatino mercatini festa
    conferenza funerali udienza spettacolo corteo manifestazione convegno elezioni ballottaggio derby appuntamento
    riapertura serata spazio open visita visite laboratorio proiezione referendum summit vertice consiglio esequie
    rosario saluto amichevole fiaccolata camminata pranzo cena tombola sfilata
    allenamento allerta ritrovo replica premiazione degustazione tombola trasferta
    """.split()
)
# What is held, with «è» before its day: «la cerimonia è sabato».
HELD = frozenset("cerimonia partita gara premiazione fiera sagra torneo raduno cena pranzo debutto esordio".split())
SITTINGS = frozenset("udienza processo seduta causa consiglio riunione dibattimento giudice".split())
NOT_BEFORE_VERB = frozenset("in da a fa fanno prende prendono gran buona maggior altra ogni una un' di per".split())
# A plan that was changed may still lie ahead.
CALLED_OFF = ("annull", "rinvi", "spost", "sospes", "cancell", "anticip", "slitt", "posticip", "conferm", "stat")
# What moves a plan: the day right behind is that of the move, the new one has «a» («rinviata a lunedì»).
CHANGED = ("rinviat", "prorogat", "posticipat", "rimandat", "differit", "spostat")
# What somebody calls, for a day to come.
CALLED = (
    *("proclamat", "indett", "convocat", "annunciat", "organizzat", "programmat", "fissat", "chiest", "promess"),
    *("assicurat", "garantit", "prenotat", "invitat"),
)
HAVE_NOW = frozenset("ha hanno abbiamo stato stata stati state".split())
# A participle never stands right after these: what looks like one there is a noun («è in partita», «ha il mandato»).
NOUN_LEADS = ARTICLES | frozenset("in di d' a ad da per con su tra fra senza suo sua loro proprio propria".split())
INFINITIVES = frozenset("essere esser venire".split())
TO_BE_DONE = frozenset("sarà saranno verrà verranno".split())
# What goes on for so long was over by then: «è rimasto in carcere fino a venerdì».
WENT_ON = (
    "rimast",
    "restat",
    "durat",
    "vissut",
    "lavorat",
    "attes",
    "protratt",
    "dormit",
    "continuat",
    "govern",
    "insegn",
    "mancat",
)
# Where somebody is kept, or how long something has held: «in carcere dal 5 novembre, sarà scarcerato lunedì».
KEPT = frozenset(
    """
    carcere cella domiciliari latitante coma disperso dispersa scomparso scomparsa ricoverato ricoverata
    imbattuto imbattuta imbattuti imbattute digiuno assente assenti
    """.split()
)
# What goes on since a day, and never begins on one to come: «lavorano da mercoledì», but «partono da mercoledì».
ENDURED = frozenset(
    """
    lavora lavorano aspetta aspettano attende attendono cerca cercano manca mancano vive vivono dorme dormono
    piove ferma fermo ferme fermi pronta pronto pronti pronte succede accade avviene capita nevica brucia
    bruciano arde soffre soffrono lotta lottano scava scavano presidia presidiano
    """.split()
)
IN_FORCE = frozenset("valido valida validi valide vigore efficace".split())
# What is decided or ordered reaches ahead with its dates: «ha chiuso la strada dal 10 al 20 giugno».
DECREED = (
    *("chius", "sospes", "viet", "squalific", "prorog", "interdett", "convocat", "fissat", "organizzat", "programmat"),
    *(
        "indett",
        "annunciat",
        "dispost",
        "ordinat",
        "deviat",
        "conferm",
        "blocc",
        "istitui",
        "promoss",
        "scelt",
        "prenot",
        "approvat",
    ),
)
FORECAST_PAIRS = frozenset(
    [
        ("c'", "è"),
        ("ci", "sono"),
        ("al", "via"),
        ("il", "via"),
        ("in", "arrivo"),
        ("camera", "ardente"),
        ("in", "programma"),
        ("in", "vista"),
        ("in", "sala"),
    ]
)
# What a speaker's words are told apart by: « … – ha detto ieri – …».
DASHES = frozenset("–—")
SHORT_FUTURES = frozenset("avrò dovrò potrò andrò vedrò saprò farò darò starò dirò sarò verrò terrò vorrò".split())
BREAKS = TURNS - {"e"}
WEEKDAYS = frozenset("lunedì martedì mercoledì giovedì venerdì sabato domenica".split())
BARE_ARTICLES = frozenset("il lo l' la i gli le".split())
SINCE = frozenset("da dal dalla dall' dagli dai".split())
PAST_TENSES = frozenset("era erano aveva avevano fu furono ebbe ebbero venne vennero".split())
HAVE = frozenset(
    "ha hanno ho abbiamo avete abbia abbiano aveva avevano avevo avevamo ebbe ebbero avendo avere aver".split()
)
GOVERNS_STATE = LASTING | HAVE | {",", "si", "stato", "stata", "stati", "state", "era", "erano"}
