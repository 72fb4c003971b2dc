"""Verbs that say nothing without their object: «hanno catturato» leaves a reader asking whom."""

from __future__ import annotations

TRANSITIVE = frozenset(
    """
    abbattere abbracciare accettare accogliere accompagnare accusare acquistare adottare affidare affittare
    affrontare agevolare aggredire allestire ammettere ampliare annullare annunciare approvare aprire arrestare
    assegnare assumere attaccare attivare attraversare attribuire autorizzare avanzare avere avviare bloccare
    bocciare bombardare cancellare catturare causare cedere chiedere citare colpire commettere compiere comprare
    comunicare concedere condannare confermare conquistare consegnare consentire conservare contenere contestare
    convocare costituire costringere costruire creare danneggiare dare decretare dedicare definire demolire
    denunciare deporre depositare derubare dichiarare diffondere dimostrare diramare dirigere disporre distruggere
    donare effettuare elaborare eleggere emanare emettere esaminare escludere eseguire espellere esporre estrarre
    evacuare evitare fare favorire ferire fermare festeggiare finanziare firmare fissare fondare fornire forzare
    fronteggiare garantire gettare giustiziare identificare illustrare impedire imporre inaugurare incassare
    incendiare incontrare indicare indire individuare infliggere ingaggiare installare intercettare interrogare
    introdurre invadere investire invitare istituire lanciare lasciare liberare licenziare mandare mantenere mettere
    minacciare montare mostrare multare nascondere nominare notare occupare offrire ordinare organizzare ospitare
    ottenere perdere permettere perquisire picchiare portare possedere potenziare preannunciare prelevare premiare
    prendere prescrivere presentare presiedere prevedere proclamare produrre progettare promettere promuovere
    pronunciare proporre proteggere provocare pubblicare raccogliere raggiungere rapinare rapire ratificare
    realizzare recuperare regalare registrare rendere respingere restaurare restituire revocare ribadire ricevere
    richiamare richiedere riconoscere ridurre riempire rifare rifiutare rilasciare rilevare rimuovere ringraziare
    rinviare riportare riprendere riqualificare risarcire riscontrare risolvere rispettare ristrutturare ritirare
    rivelare rovesciare rubare salutare salvare sanare sanzionare sbloccare scagionare scatenare scegliere
    sconfiggere scoprire scortare segnalare seguire seppellire sequestrare sfilare sfondare sfrattare sfruttare
    sgomberare siglare smantellare smontare soccorrere sorprendere sospendere sostenere sostituire sottoporre
    sottoscrivere sottrarre spedire spegnere spingere sposare spostare stabilire stanziare stipulare stringere
    subire superare svaligiare svelare tagliare tenere togliere tradire trarre trascinare trasferire trasformare
    trasmettere travolgere trovare uccidere ultimare usare utilizzare valutare varare vendere verificare vietare
    visitare
    """.split()
)

# What is done to people: their "lo" and "la" mean somebody.
DONE_TO_PEOPLE = frozenset(
    """
    arrestare fermare denunciare condannare assolvere ricoverare operare dimettere ferire uccidere aggredire
    picchiare investire derubare rapinare interrogare indagare accusare ringraziare salutare abbracciare nominare
    eleggere licenziare assumere espellere scarcerare liberare rilasciare rapire salvare soccorrere convocare
    spingere legare immobilizzare minacciare trascinare strattonare scaraventare convincere costringere
    rintracciare multare premiare festeggiare applaudire sostituire sconfiggere superare assistere curare intervistare
    """.split()
)

# What is done to things and what things do by themselves: «apre un bar», «il bar apre».
OF_THEMSELVES = frozenset(
    """
    aprire riaprire chiudere richiudere cambiare finire iniziare cominciare aumentare terminare concludere disputare
    giocare celebrare svolgere tenere inaugurare partire ripartire scadere
    """.split()
)
