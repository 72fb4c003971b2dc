"""Titles that stand alone: who did what, to whom, where; nothing cut in the middle, nothing left to be asked."""

from __future__ import annotations

from datetime import date

import pytest

from timeline.events.extract import extract
from timeline.events.model import Article
from timeline.events.quality import stands_alone


def titles(text: str) -> list[str]:
    return [event.title for event in extract(Article(id="prova", text=text, published=date(2025, 4, 28)))]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        # the object
        ("Ieri le guardie catturarono due dei fuggiaschi.", "Le guardie catturarono due dei fuggiaschi"),
        (
            "Ieri il Comune ha affidato alle cooperative sociali del territorio la gestione dei quattordici parchi"
            " cittadini di quartiere.",
            "Il Comune ha affidato la gestione dei quattordici parchi cittadini di quartiere",
        ),
        (
            "Il sottomarino dormiva a ottanta metri. Lo hanno individuato martedì scorso i sommozzatori.",
            "I sommozzatori hanno individuato il sottomarino",
        ),
        (
            "La ditta Cavalli ha mostrato il furgone che lancerà a novembre 2026.",
            "La ditta Cavalli lancerà un furgone",
        ),
        (
            "Nel porto arrivarono i primi soccorritori. A gennaio gli svedesi salvarono due di loro.",
            "Gli svedesi salvarono due di loro",
        ),
        ("Il Senato ha votato un trattato. Il re lo ha ratificato ieri.", "Il re ha ratificato un trattato"),
        ("Vale il patto di mutua difesa che i re firmarono nel 1910.", "I re firmarono il patto di mutua difesa"),
        (
            "Disavventura per Ugo Neri: ieri i ladri gli hanno preso la borsa.",
            "I ladri hanno preso la borsa a Ugo Neri",
        ),
        ("Ieri i vigili hanno messo a segno un colpo.", "I vigili hanno messo a segno un colpo"),
        # the subject
        (
            "Ieri, secondo l’ente, circa duemila feriti sono rientrati.",
            "Secondo l’ente, circa duemila feriti sono rientrati",
        ),
        (
            "Un 40enne di Lugo è stato fermato in stazione. Sabato scorso era stato denunciato per furto.",
            "Denunciato un 40enne di Lugo per furto",
        ),
        (
            "Partirà domani per la Norvegia. Ada Ferri studia i ghiacci da vent’anni.",
            "Ada Ferri partirà per la Norvegia",
        ),
        (
            "È morto in ospedale lo scultore Ugo Neri. Nel 1961 aprì una bottega a Carrara.",
            "Lo scultore Ugo Neri aprì una bottega a Carrara",
        ),
        (
            "Un uomo di 50 anni, cittadino svizzero, e sua figlia sono stati salvati ieri in mare.",
            "Salvati in mare un uomo di 50 anni e sua figlia",
        ),
        (
            "L’atterraggio della navetta, il quinto dell’anno, è stato rinviato ieri.",
            "Rinviato l’atterraggio della navetta",
        ),
        ("Durante la fiera del 2019 Ada Ferri ha vinto il premio.", "Ada Ferri ha vinto il premio"),
        ("Nato a Parma il 3 maggio 1950, Guidi lasciò presto la scuola.", "Guidi è nato a Parma"),
        ("Centinaia di tifosi hanno invaso ieri il campo.", "Centinaia di tifosi hanno invaso il campo"),
        # the first naming
        ("Sabato l’uomo ha forzato una cassa.", "Un uomo ha forzato una cassa"),
        ("Due ragazzi sono scappati. Ieri i due hanno confessato il furto.", "Due ragazzi hanno confessato il furto"),
        (
            "Il ponte sul Lamone è chiuso da tempo. Ieri i tecnici hanno collaudato il ponte.",
            "I tecnici hanno collaudato il ponte sul Lamone",
        ),
        ("Parla il notaio Ugo Bassi. Bassi ha ceduto ieri lo studio.", "Ugo Bassi ha ceduto lo studio"),
        ("L’ordigno è stato visto ieri. Nel 2001 lo stesso canale era straripato.", "Il canale è straripato"),
        (
            "Giulia Ferrante ha vinto le elezioni. A marzo il suo predecessore era stato indagato.",
            "Indagato il predecessore di Giulia Ferrante",
        ),
        # who did it comes first, where it is said
        ("L’indagine, avviata a marzo dalla procura, è finita.", "La procura ha avviato l’indagine"),
        ("La villa, costruita nel 1890, ospitò Ada Ferri, nata a Pavia nel 1902.", "Ada Ferri è nata a Pavia"),
        # nominal headlines
        ("Le prime accuse del sindaco risalgono a ottobre del 2024.", "Prime accuse del sindaco"),
        ("CESENA. Spaccata nella notte di ieri.", "Spaccata a Cesena"),
        ("Ieri c’è stato un terremoto in Albania.", "Terremoto in Albania"),
        ("Ieri, presso il teatro Verdi, si è tenuto un convegno.", "Convegno al teatro Verdi"),
        (
            "Ugo Bassi è tornato in aula dopo la convalida dell’arresto del 12 gennaio.",
            "Arresto di Ugo Bassi",
        ),
        ("Durante un incontro tenutosi sabato il sindaco ha firmato l’intesa.", "Il sindaco ha firmato l’intesa"),
        # the place in front, at the end
        ("A Carpi, ieri, i vigili hanno multato un ambulante.", "I vigili hanno multato un ambulante a Carpi"),
        ("Da domani per entrare al lido sarà necessario il pass.", "Per entrare al lido sarà necessario il pass"),
        # what is announced and what is said
        (
            "Ieri il cinema ha annunciato con una nota sui propri canali che da lunedì per accedere alle sale e agli"
            " altri spazi sarà obbligatorio il tampone.",
            "Il cinema ha annunciato che sarà obbligatorio il tampone",
        ),
        ("A marzo, spiegano gli esperti, la lega ha cambiato statuto.", "La lega ha cambiato statuto"),
        (
            "La compagnia ha annunciato ieri che offrirà ai viaggiatori abituali della linea ad alta velocità tra"
            " Napoli e Torino un biglietto gratuito.",
            "La compagnia offrirà un biglietto gratuito ai viaggiatori abituali della linea",
        ),
        ("«Il pontile riaprirà presto», ha detto ieri la sindaca.", "La sindaca: «Il pontile riaprirà»"),
    ],
)  # fmt: skip
def test_a_title_says_who_and_what(text: str, title: str):
    """What the clause leaves out is found in the sentence, or in the sentences around it."""
    assert title in titles(text)


@pytest.mark.parametrize(
    "title",
    [
        "I pompieri hanno spento il rogo",
        "Arrestato un uomo a Carpi",
        "Furto di bici in piazza",
        "È arrivata la neve",
        "Anna Rossi: «Torneremo»",
        "Il ministro ha annunciato che si dimetterà",
    ],
)
def test_what_stands_alone(title: str):
    assert stands_alone(title)


@pytest.mark.parametrize(
    "title",
    [
        "Arresto",
        "Sono rientrati in patria",
        "Verrà riconsegnata",
        "La Russia ha ratificato",
        "I servizi hanno presentato ai deputati",
        "Il cinema ha annunciato con una nota sui propri canali",
        "«Torneremo»",
    ],
)
def test_what_leaves_a_reader_asking(title: str):
    """Whom, what, who: an object, a subject, a noun for one alone."""
    assert not stands_alone(title)


def summaries(text: str) -> dict[str, str]:
    article = Article(id="prova", text=text, published=date(2025, 4, 28))
    return {event.title: event.summary for event in extract(article)}


def test_a_summary_tells_its_own_fact():
    """Of a sentence with a semicolon the part that has the date, with the part before where that has the subject."""
    told = summaries("Il ponte è stato chiuso a gennaio; i lavori di restauro partiranno a luglio.")
    assert told["Partiranno i lavori di restauro"] == "I lavori di restauro partiranno a luglio."
    told = summaries("Un 40enne di Lugo è stato denunciato per furto; sabato scorso era stato fermato in stazione.")
    assert list(told.values()) == ["Un 40enne di Lugo è stato denunciato per furto; era stato fermato in stazione."]


def test_a_title_is_not_cut_within_a_clause():
    """What goes beyond 90 characters goes as a whole: the aside, the relative, the enumeration."""
    [title, *_] = titles(
        "Ieri il consiglio ha approvato il bilancio di previsione della Provincia, che i sindaci della montagna avevano"
        " giudicato insufficiente."
    )
    assert title == "Il consiglio ha approvato il bilancio di previsione della Provincia"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "Ieri i carabinieri della stazione di Molinella hanno denunciato un idraulico di 41 anni per estorsione"
            " aggravata.",
            "I carabinieri di Molinella hanno denunciato un idraulico di 41 anni per estorsione",
        ),
        (
            "Ieri la polizia ha tratto in arresto un cittadino algerino per rapina.",
            "La polizia ha arrestato un cittadino algerino per rapina",
        ),
        ("Ieri i ladri sono entrati in un bar di via Torleone 12.", "I ladri sono entrati in un bar di via Torleone"),
        (
            "Ieri i pescatori hanno trovato un'altra barca alla deriva davanti a Cervia.",
            "I pescatori hanno trovato una barca alla deriva davanti a Cervia",
        ),
        ("Ieri la Regione Umbria ha stanziato altri tre milioni.", "La Regione Umbria ha stanziato tre milioni"),
        (
            "Domani il coro salirà comunque sul palco del teatro Verdi.",
            "Il coro salirà comunque sul palco del teatro Verdi",
        ),
        ("Domani comunque il coro canterà a Bra.", "Il coro canterà a Bra"),
        (
            "Ieri un quarantenne di Bra è stato rinviato a giudizio per diffamazione.",
            "Rinviato a giudizio un quarantenne di Bra per diffamazione",
        ),
        (
            "Le domande per le borse di studio devono essere inviate entro il 15 maggio.",
            "Scade il termine per inviare le domande per le borse di studio",
        ),
        # what somebody is accused of
        (
            "Ieri i carabinieri della stazione di Molinella hanno arrestato un idraulico di 41 anni di origine"
            " bolognese per estorsione aggravata.",
            "Arrestato un idraulico di 41 anni di origine bolognese per estorsione aggravata",
        ),
        (
            "Ieri i carabinieri hanno arrestato un quarantenne di Crevalcore, trovato con tre etti di cocaina nascosti"
            " in una siepe del giardino.",
            "Arrestato un quarantenne di Crevalcore, trovato con tre etti di cocaina",
        ),
        (
            "Nei guai una 25enne di Imola, accusata e denunciata per la tentata truffa in una banca del centro. Ieri"
            " era stata fermata dagli agenti per lo stesso reato.",
            "Gli agenti hanno fermato una 25enne di Imola per tentata truffa",
        ),
        (
            "La Farmacia Serra di via Torleone ieri notte è stata oggetto di un tentativo di rapina, con due in fuga.",
            "Tentata rapina alla Farmacia Serra di via Torleone",
        ),
        ("Il municipio di Bra è stato ieri oggetto di un furto.", "Furto al municipio di Bra"),
        (
            "I sindacati contestano i 45 licenziamenti annunciati dalla Vetreria Sarti il 3 aprile.",
            "La Vetreria Sarti ha annunciato 45 licenziamenti",
        ),
        # TOLD BRIEFLY
    ],
)
def test_a_title_is_brief_and_does_not_point_back(text: str, title: str) -> None:
    assert titles(text) == [title]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        # who somebody is
        (
            "La sezione ricorda Livio Carrer, l'elettricista morto ieri dopo una caduta dalle scale.",
            "L'elettricista Livio Carrer è morto dopo una caduta dalle scale",
        ),
        (
            "Il vicesindaco alla cultura, Livio Carrer, presenterà domani il restauro del pozzo.",
            "Il vicesindaco alla cultura Livio Carrer presenterà il restauro del pozzo",
        ),
        (
            "Il direttore dell'ospedale di Bra, Livio Carrer, si è dimesso ieri.",
            "Ospedale di Bra, il direttore Livio Carrer si è dimesso",
        ),
        (
            "Ieri la Corte d'assise di Lucca ha condannato a tredici anni Livio Carrer, il commercialista di Barga"
            " accusato di aver truffato due vedove.",
            "La Corte d'assise di Lucca ha condannato a tredici anni il commercialista Livio Carrer",
        ),
        ("La nipote di un fornaio, Livia Carrer, è partita ieri per Genova.", "Livia Carrer è partita per Genova"),
        (
            "Livia Carrer, la sindaca, ha inaugurato ieri il ponte di Bra.",
            "La sindaca Livia Carrer ha inaugurato il ponte di Bra",
        ),
        (
            "Livia Carrer, il sindaco, ha inaugurato ieri il ponte di Bra.",
            "Livia Carrer ha inaugurato il ponte di Bra",
        ),
        # against what, which, whose
        (
            "Contro il taglio dei tigli, il comitato Viale Vivo ha raccolto ieri duemila firme.",
            "Il comitato Viale Vivo ha raccolto duemila firme contro il taglio dei tigli",
        ),
        (
            "Domani il prefetto Ugo Neri incontrerà gli allevatori, che da mesi chiedono i rimborsi.",
            "Il prefetto Ugo Neri incontrerà gli allevatori, che da mesi chiedono i rimborsi",
        ),
        (
            "Il ricorso, presentato dalla minoranza, è stato respinto ieri dal Tar.",
            "Il Tar ha respinto il ricorso della minoranza",
        ),
        (
            "Il centro di Lecce è stato attraversato ieri da un corteo per chiedere il blocco degli sfratti.",
            "Un corteo ha attraversato il centro di Lecce per chiedere il blocco degli sfratti",
        ),
        # which team, in whose place, what was saved
        (
            "Finisce la striscia del Lumezzane: ieri i rossoblù hanno perso per 2-0 contro la Pergolettese.",
            "I rossoblù del Lumezzane hanno perso per 2-0 contro la Pergolettese",
        ),
        (
            "Il Lumezzane è in finale. Ieri la squadra di mister Carrer ha battuto il Bra per 3-1.",
            "Il Lumezzane di Carrer ha battuto il Bra per 3-1",
        ),
        ("Ieri la squadra di mister Carrer è partita per Bari.", "La squadra di Carrer è partita per Bari"),
        (
            "Il direttore Livio Carrer si era dimesso; lo ha sostituito Livia Sala, nominata ieri dal consiglio.",
            "Il consiglio ha nominato Livia Sala direttrice",
        ),
        ("Un cane è caduto nel pozzo di Bra. Ieri un pompiere lo ha salvato.", "Un pompiere ha salvato un cane"),
        # a name, an insult, nobody
        (
            "Il presidente Carlo Azeglio Ciampi amava Lodi. Ciampi inaugurò il ponte di Lodi nel 2001.",
            "Carlo Azeglio Ciampi inaugurò il ponte di Lodi",
        ),
        (
            "«Sei un uomo di fango», gli aveva gridato il vicino. L'uomo è stato rinviato a giudizio ieri per truffa.",
            "Rinviato a giudizio un uomo per truffa",
        ),
        (
            "Ieri qualcuno ha imbrattato con lo spray il muro appena ridipinto del liceo di Bra.",
            "Imbrattato con lo spray il muro appena ridipinto del liceo di Bra",
        ),
        ("Clamoroso furto ieri al museo di Bra.", "Furto al museo di Bra"),
        (
            "«Domani scriveremo al ministro», dice Livia Carrer della Filcams Cgil.",
            "Livia Carrer della Filcams Cgil: «Scriveremo al ministro»",
        ),
        # TOLD WHOLE
    ],
)
def test_a_title_tells_what_the_sentence_tells(text: str, title: str) -> None:
    assert titles(text) == [title]
