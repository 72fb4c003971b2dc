"""Verbs that say nothing without their object: «hanno catturato» leaves a reader asking whom."""

from __future__ import annotations

TRANSITIVE = frozenset(
    """
    abbattere abbracciare accettare accogliere accompagnare accusare acquistare adottare affidare affrontare
    aggredire allestire ammettere annullare annunciare aprire arrestare assegnare assumere attaccare attivare
    attribuire attraversare autorizzare avanzare avere avviare bloccare bocciare bombardare catturare causare cedere
    chiedere colpire commettere compiere comprare comunicare concedere condannare confermare conquistare consegnare
    consentire conservare contestare convocare costituire costringere costruire creare danneggiare dare dedicare
    definire denunciare deporre depositare dichiarare diffondere dimostrare diramare dirigere disporre distruggere
    donare effettuare eleggere elaborare emanare emettere eseguire espellere esporre estrarre evacuare fare fermare
    finanziare firmare fissare fondare fornire forzare garantire gettare giustiziare identificare imporre inaugurare
    incassare incendiare incontrare indicare indire individuare infliggere ingaggiare installare intercettare
    interrogare introdurre invadere investire invitare istituire lanciare lasciare liberare licenziare mandare
    mantenere mettere minacciare mostrare nascondere nominare notare occupare offrire organizzare ospitare ottenere
    perdere perquisire picchiare portare possedere preannunciare prelevare prendere prescrivere presentare
    presiedere prevedere produrre proclamare progettare promettere promuovere pronunciare proporre provocare
    pubblicare raccogliere raggiungere rapinare rapire ratificare realizzare recuperare registrare regalare rendere
    respingere restituire revocare ribadire ricevere richiamare richiedere riconoscere ridurre riempire rifiutare
    rilasciare rilevare rimuovere ringraziare rinviare riportare riprendere risarcire riscontrare risolvere
    rispettare ritirare rivelare rovesciare rubare salutare salvare sbloccare scagionare scatenare scegliere
    sconfiggere scoprire scortare segnalare seguire seppellire sequestrare sfondare sfilare siglare sgomberare
    smantellare soccorrere sorprendere sospendere sostenere sostituire sottoporre sottoscrivere sottrarre spedire
    spegnere spingere stabilire stanziare stipulare stringere subire superare svelare svaligiare tagliare tenere
    togliere tradire trarre trascinare trasferire trasformare trasmettere travolgere trovare uccidere ultimare usare
    utilizzare varare vendere vietare visitare
    """.split()
)

# What is done to people: their "lo" and "la" mean somebody.
DONE_TO_PEOPLE = frozenset(
    """
    arrestare fermare denunciare condannare assolvere ricoverare operare dimettere ferire uccidere aggredire
    picchiare investire derubare rapinare interrogare indagare accusare ringraziare salutare abbracciare nominare
    eleggere licenziare assumere espellere scarcerare liberare rilasciare rapire salvare soccorrere convocare
    spingere legare immobilizzare minacciare trascinare strattonare scaraventare convincere costringere
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
