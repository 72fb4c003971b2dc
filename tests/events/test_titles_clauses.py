"""Titles of sentences in which the wrong word is easily taken for the subject, or an adjective for what was done."""

from __future__ import annotations

from datetime import date

import pytest

from timeline.events.extract import extract
from timeline.events.model import Article


def titles(text: str) -> list[str]:
    return [event.title for event in extract(Article(id="prova", text=text, published=date(2025, 4, 28)))]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Ugo Neri fu arrestato davanti ai colleghi il 3 marzo 2024.", "Arrestato Ugo Neri davanti ai colleghi"),
        (
            "La Corte d’assise lo ha condannato per l’omicidio del cognato Livio Carrer, ucciso in un garage il 4"
            " maggio 2023.",
            "Ucciso il cognato Livio Carrer in un garage",
        ),
        (
            "Il decreto che chiude il punto nascita di Lugo, firmato venerdì scorso, ha scatenato la protesta.",
            "Firmato il decreto",
        ),
        (
            "I debiti della Sannio Linee, accumulati soprattutto dopo il 2013, ammontano a nove milioni.",
            "Accumulati i debiti della Sannio Linee",
        ),
        (
            "La borgata di Lugo viveva di un ricorso al Tar respinto nell'aprile 2014.",
            "espinto un ricorso al Tar",
        ),
        (
            "Ada Ferri è alla guida dell'azienda di Lugo fondata dal nonno nel 1958.",
            "Il nonno ha fondato l'azienda di Lugo",
        ),
        (
            "Dal 2009 a oggi in questo stabilimento si sono persi 112 posti.",
            "Si sono persi 112 posti in uno stabilimento",
        ),
        (
            "È rientrata in porto ieri alle 22, trainata da due rimorchiatori, la motonave «Santa Reparata».",
            "È rientrata la motonave «Santa Reparata» in porto",
        ),
        (
            "Entrerà in funzione lunedì, con sei mesi di anticipo, il parco fotovoltaico di Lugo.",
            "Entrerà in funzione il parco fotovoltaico di Lugo con sei mesi di anticipo",
        ),
        (
            "I ricercatori di Lugo hanno illustrato ieri, in un incontro affollato, le analisi su dodici arnie.",
            "I ricercatori di Lugo hanno illustrato in un incontro affollato le analisi su dodici arnie",
        ),
        (
            "L'indagine presentata ieri dall'associazione Riviera, condotta a febbraio su 94 strutture, è piaciuta.",
            "Condotta l'indagine su 94 strutture",
        ),
        (
            "Lugo. Ieri si è svolta l'ultima prova, durata dalle 9 alle 12.30, alla presenza dei tecnici di Ugo Neri.",
            "Si è svolta l'ultima prova alla presenza dei tecnici di Ugo Neri",
        ),
        (
            "Per venerdì deciderà il sindaco di Lugo sulla base del bollettino.",
            "Il sindaco di Lugo deciderà sulla base del bollettino",
        ),
        ("Il 21 gennaio vi aveva perso la vita un pensionato di Lugo.", "Un pensionato di Lugo ha perso la vita"),
        (
            "Il ponte di Lugo era stato chiuso ai mezzi pesanti nel 2013 e a tutto il traffico quattro anni dopo.",
            "Chiuso il ponte di Lugo ai mezzi pesanti",
        ),
        (
            "L’avviso per la gestione dello stadio di Lugo, andato deserto a marzo, è stato riaperto ieri.",
            "L’avviso per la gestione dello stadio di Lugo è andato deserto",
        ),
        (
            "Ada Ferri, ferma da gennaio per una distorsione e tornata in campo la settimana scorsa, ha segnato"
            " tre gol.",
            "Ada Ferri è tornata in campo",
        ),
        (
            "In tribuna anche il portiere, Ugo Neri, che a gennaio aveva annunciato il ritiro e due settimane fa ci ha"
            " ripensato.",
            "Ugo Neri ci ha ripensato",
        ),
        (
            "Ieri a Palazzo Chigi Livia Bianchi ha ricevuto i sindaci del Delta.",
            "Livia Bianchi ha ricevuto i sindaci del Delta",
        ),
        (
            "La ciclovia del Senio, sabato la salita e domenica la prova in linea, attraverserà nove comuni il"
            " 10 maggio.",
            "La ciclovia del Senio attraverserà nove comuni",
        ),
        (
            "La fabbrica di Lugo licenzia. Il colpo di grazia, tra il 2022 e il 2023, lo ha dato il prezzo"
            " dell’acciaio.",
            "il prezzo dell’acciaio ha dato il colpo di grazia",
        ),
        (
            "Al termine di un’assemblea iniziata ieri alle 15 e proseguita a oltranza fin quasi all’alba, la"
            " Cgil ha detto no.",
            "Un’assemblea è proseguita a oltranza",
        ),
        (
            "Un pescatore di Cervia racconta la giornata. Domani torna in edizione ridotta una vecchia regata di"
            " paese.",
            "Torna in edizione ridotta una vecchia regata di paese",
        ),
        (
            "La Coppa del Senio passerà da Lugo. Ieri si è invece fermata in semifinale la corsa della Robur Faenza.",
            "Si è fermata in semifinale la corsa della Robur Faenza",
        ),
        ("A Lugo nei primi otto mesi del 2024 hanno accolto trecento donne.", "Accolte trecento donne"),
        (
            "È stata breve l’illusione della Filatura Adriana, tornata ieri in tribunale con una richiesta di"
            " concordato.",
            "La Filatura Adriana è tornata in tribunale con una richiesta di concordato",
        ),
        ("Scuole chiuse oggi e domani in tutta la provincia di Imola.", "Scuole chiuse in tutta la provincia di Imola"),
        ("Petardi vietati domani in tutto il centro di Lugo.", "Petardi vietati in tutto il centro di Lugo"),
        (
            "Tariffa estiva estesa a maggio a tutti i bagni di Cervia.",
            "Tariffa estiva estesa a tutti i bagni di Cervia",
        ),
        ("La prima seduta a Lugo comincerà domani, la seconda venerdì.", "Comincerà la prima seduta"),
        ("A Lugo la luce tornò dopo una settimana, il gas a fine mese.", "Il gas tornò"),
        (
            "Il tribunale ha assolto ieri, perché il fatto non sussiste, l’ex sindaco di Lugo Ugo Neri.",
            "Il tribunale ha assolto l’ex sindaco di Lugo Ugo Neri",
        ),
        (
            "La Coppa del Senio nacque nel 1990 e saltò due volte, nel 2009 e nel 2020.",
            "La Coppa del Senio saltò due volte",
        ),
        ("A Lugo nei primi otto mesi del 2024 hanno accolto centosedici donne.", "Accolte centosedici donne"),
        (
            "Il voto di stamattina, alle 11.51, ha detto che né il primo né il terzo candidato hanno convinto la"
            " Provincia.",
            "Né il primo né il terzo candidato hanno convinto la Provincia",
        ),
        (
            "L’assemblea della Molini Adriani, gruppo di Lugo fondato nel 1911, ha approvato il bilancio.",
            "Fondata la Molini Adriani",
        ),
        (
            "Ieri alla Casa Rossa Livia Bianchi ha ricevuto i sindaci del Delta.",
            "Livia Bianchi ha ricevuto i sindaci del Delta",
        ),
        (
            "Al festival di Lugo una prima assoluta di Irene Neri, composta la primavera scorsa.",
            "Composta una prima assoluta di Irene Neri",
        ),
        (
            "Loris Neri rubò la bici di una cassiera. I carabinieri lo rintracciarono soltanto il 3 marzo 2025.",
            "I carabinieri rintracciarono Loris Neri",
        ),
        ("In gara 1, domenica scorsa, i salentini di Lugo avevano vinto in un’ora.", "I salentini di Lugo hanno vinto"),
        (
            "S’inaugura venerdì, alle 18.30, nelle sale di Palazzo Rossi a Lugo, la mostra «Acque dolci».",
            "S’inaugura la mostra «Acque dolci» nelle sale di Palazzo Rossi a Lugo",
        ),
    ],
)
def test_who_did_it(text: str, title: str) -> None:
    assert any(title in told for told in titles(text)), titles(text)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        (
            "A un mese dalla prima scossa, quella che il 20 aprile buttò giù il campanile, la giunta approva il piano.",
            "giù",
        ),
        ("Il capannone era già stato danneggiato da un rogo, molto meno esteso, nel luglio di due anni fa.", "Esteso"),
        ("Quinto posto ieri per Ugo Neri a Lugo.", "Posto quinto"),
        ("Né la prima né la seconda votazione, ieri, hanno dato un presidente alla provincia.", "hanno dato"),
        ("Amichevole con il Lugo domenica, a patto che la Lega accolga in settimana la richiesta.", "Lega"),
        (
            "Il Comune offre assegni per diplomati che si iscriveranno, a settembre, all’ateneo di Urbino.",
            "iscriveranno",
        ),
        ("Nell’udienza del 7 aprile, l’ultima prima delle vacanze, aveva chiesto scusa.", "ultima"),
        ("Ne firmò cento. Uno, datato 1961, suona oggi in un’orchestra di Boston.", "suona"),
        ("A Gorizia ne sono arrivati altri ottanta ieri notte.", "arrivati"),
        (
            "A Lugo la zia, una turista di Como arrivata sabato, dormiva; ieri i vigili hanno trovato il bimbo.",
            "arrivata",
        ),
        (
            "Alla Bassi di Lugo, dove ieri persero la vita due operai rientrati al lavoro il giorno prima, è"
            " muta la sirena.",
            "rientrati",
        ),
        ("Il bollettino prevede piogge diffuse a partire da questa sera e per buona parte di domani.", "iffuse"),
        ("Le femmine nate stanotte torneranno sulla spiaggia di Lugo.", "sono nate"),
        ("Lascia la moglie Irma, sposata nel 1950, e due figli. Domani il rosario a Lugo.", "posata"),
        (
            "Il prefetto Ugo Neri tace. «Resto», ha detto alle quattro, stanco, il sindaco. Eletto nel 2019 al"
            " ballottaggio, aveva superato la crisi.",
            "Neri al ballottaggio",
        ),
        ("Serata dedicata ai bambini di Lugo, giovedì tombola in piazza.", "edicata"),
        ("Le domande a Lugo furono cento, metà delle quali arrivate nelle ultime ventiquattr’ore: troppe.", "arrivate"),
        ("La Robur Lugo sarà ai play-off domani, qualora mercoledì facesse un punto.", "play-off"),
        ("La signora Ada Ferri ha passato la notte di ieri sul tavolo di cucina.", "ha passato sul"),
        ("Si preannuncia un venerdì di passione per chi prende l’autobus a Lugo.", "di passione"),
        ("Il 3 maggio 2003 le era accaduta la stessa cosa, e il rimborso, dice, lo aspetta ancora.", "tessa cosa"),
        ("Partita da Lugo il 19 gennaio 2006, ha percorso cinque milioni di chilometri.", "Partita da Lugo ha"),
        ("In aula a Lugo la donna ha ricostruito le ultime quarantotto ore del marito.", "ricostruito del"),
        (
            "Se le forniture saranno rispettate, a Lugo la quota del 30 per cento verrebbe raggiunta a giugno.",
            "verrebbe",
        ),
        ("Già nel 1903 a Lugo qualcuno aveva visto quelle pietre.", "iste"),
    ],
)
def test_nobody_did_it(text: str, wrong: str) -> None:
    assert not any(wrong in told for told in titles(text)), titles(text)
