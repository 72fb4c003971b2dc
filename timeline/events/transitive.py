"""Verbs that say nothing without their object: «hanno catturato» leaves a reader asking whom."""

from __future__ import annotations

TRANSITIVE = frozenset(
    """
    abbattere abbracciare abolire abrogare accettare accogliere accompagnare accusare acquistare adottare affidare
    affittare affrontare agevolare aggiudicare aggredire alimentare allestire ammettere ampliare annullare
    annunciare approvare aprire archiviare arrestare arruolare assegnare assicurare assolvere assumere attaccare
    attivare attraversare attribuire autorizzare avanzare avere avviare avvistare battere battezzare benedire
    bloccare bocciare bombardare cancellare catturare causare cedere censire chiarire chiedere citare collaudare
    collocare colpire commettere compiere completare comprare comunicare concedere condannare conferire confermare
    conoscere conquistare consegnare conseguire consentire conservare contenere contestare convocare coordinare
    costituire costringere costruire creare custodire danneggiare dare decorare decretare dedicare definire
    delineare demolire denunciare depositare derubare dettare dichiarare diffondere dimostrare dipingere
    diramare dirigere disegnare disporre distruggere divulgare donare effettuare elaborare eleggere emanare emettere
    ereditare esaminare escludere eseguire esigere espellere esporre esportare estendere estrarre evacuare evitare
    fare favorire ferire fermare festeggiare finanziare firmare fissare fondare formulare fornire forzare
    fronteggiare garantire gettare giustiziare ideare identificare ignorare illustrare immortalare impedire imporre
    inaugurare incaricare incassare incendiare incontrare indicare indire individuare infliggere ingaggiare
    inoltrare insediare installare intercettare interrogare introdurre invadere investire invitare istituire
    lamentare lanciare lasciare legare liberare licenziare mandare mantenere mettere minacciare montare mostrare
    multare nascondere nominare notare nutrire occupare offrire ordinare organizzare oscurare ospitare ottenere
    palesare perdere permettere perquisire pescare picchiare portare possedere potare potenziare preannunciare
    predisporre prelevare premiare prendere prescrivere presentare presiedere prevedere proclamare produrre
    progettare prolungare promettere promuovere pronunciare proporre prorogare proteggere provocare pubblicare
    raccogliere raddoppiare raggiungere rapinare rapire ratificare ravvisare realizzare recapitare recintare
    reclutare recuperare redigere regalare registrare rendere respingere respirare restaurare restituire revocare
    riaccendere riattivare riavviare ribadire ribaltare ricavare ricevere richiamare richiedere riconoscere
    riconquistare ricostruire ridisegnare ridurre rielaborare riempire rifare rifiutare rigettare rilanciare
    rilasciare rilevare rimborsare rimuovere rinforzare ringraziare rinnovare rintracciare rinvenire rinviare
    riportare riprendere ripristinare ripulire riqualificare risarcire riscattare riscontrare riscuotere risolvere
    risparmiare rispettare ristrutturare ritirare ritrovare rivelare rovesciare rubare salutare salvare sanare
    sanzionare sbloccare scagionare scatenare scavare scegliere schierare sciogliere scolpire sconfiggere scoprire
    scortare segnalare seguire seppellire sequestrare sfidare sfilare sfondare sfrattare sfruttare sgomberare
    siglare smantellare smontare soccorrere sollecitare sollevare sorprendere sorvegliare sospendere sostenere
    sostituire sottoporre sottoscrivere sottrarre spedire spegnere sperimentare spezzare spingere sposare spostare
    stabilire stanziare stilare stipulare stringere stroncare subire superare svaligiare svelare svuotare tagliare
    tenere togliere tracciare tradire trarre trascinare trasferire trasformare trasmettere travolgere trovare
    tutelare uccidere ultimare usare utilizzare valutare vantare varare vendere verificare vietare violare visitare
    """.split()
)

# What is done to people: their "lo" and "la" mean somebody.
DONE_TO_PEOPLE = frozenset(
    """
    arrestare fermare denunciare condannare assolvere ricoverare operare dimettere ferire uccidere aggredire
    picchiare investire derubare rapinare interrogare indagare accusare ringraziare salutare abbracciare nominare
    eleggere licenziare assumere espellere scarcerare liberare rilasciare rapire salvare soccorrere convocare
    spingere legare immobilizzare minacciare trascinare strattonare scaraventare convincere costringere
    rintracciare identificare ammanettare inseguire scagionare consolare accudire
    multare premiare festeggiare applaudire sostituire sconfiggere superare assistere curare intervistare
    """.split()
)

# What is done to things and what things do by themselves: «apre un bar», «il bar apre».
OF_THEMSELVES = frozenset(
    """
    aprire riaprire chiudere richiudere cambiare finire iniziare cominciare aumentare terminare concludere disputare
    giocare celebrare svolgere tenere inaugurare partire ripartire scadere
    """.split()
)
