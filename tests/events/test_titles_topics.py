"""Titles that point at what the article is about have it in front: «Liceo Galvani, la Provincia ha trovato i fondi»."""

from __future__ import annotations

from datetime import date

import pytest

from timeline.events.extract import extract
from timeline.events.model import Article


def titles(text: str) -> list[str]:
    return [event.title for event in extract(Article(id="prova", text=text, published=date(2024, 5, 10)))]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "BELGRADO. Dopo il crollo della pensilina di Zemun sono scesi in piazza in migliaia. I risultati della "
            "perizia saranno pubblicati il 20 maggio.",
            "Crollo della pensilina di Zemun, saranno pubblicati i risultati della perizia",
        ),
        (
            "Il liceo Galvani resta chiuso. La Provincia ha trovato i fondi ad aprile.",
            "Liceo Galvani, la Provincia ha trovato i fondi",
        ),
        (
            "La Meccanica Padana licenzia. Il 3 maggio il fondo ha trasferito le macchine.",
            "Meccanica Padana, il fondo ha trasferito le macchine",
        ),
        (
            "Il Pontedera è in finale. Il 3 maggio le due squadre avevano pareggiato.",
            "Pontedera, le due squadre hanno pareggiato",
        ),
        # it befell a whole town
        (
            "L’alluvione ha cancellato il mercato di Faenza. Il governo dichiarerà domani lo stato di emergenza.",
            "Alluvione, il governo dichiarerà lo stato di emergenza",
        ),
        # where it was stands later in the sentence
        (
            "Un vasto incendio è divampato nelle campagne tra Bonorva e Semestene. Il 12 maggio il sindaco "
            "incontrerà gli allevatori.",
            "Incendio tra Bonorva e Semestene, il sindaco incontrerà gli allevatori",
        ),
        # bodies that every town has name nothing
        (
            "Il ponte sul Lamone riaprirà. Il 3 maggio la Provincia ha stanziato due milioni di euro.",
            "Ponte sul Lamone, la Provincia ha stanziato due milioni di euro",
        ),
        (
            "La Banca del Delta è salva. La Banca centrale europea aveva respinto il 3 maggio la richiesta di una"
            " proroga.",
            "Banca del Delta, la Banca centrale europea ha respinto la richiesta di una proroga",
        ),
        # room is made: the town of a building, what only says when or in spite of what
        (
            "Riaprirà la biblioteca Malvezzi di Ferrara. Il 3 maggio gli operai trovarono i resti di una fornace del "
            "Quattrocento.",
            "Biblioteca Malvezzi, gli operai trovarono i resti di una fornace del Quattrocento",
        ),
        (
            "Le scuole medie Pascoli di Riccione avranno una palestra. Ci vorranno due anni. La vecchia struttura era"
            " stata dichiarata "
            "inagibile nel dicembre 2020, dopo il crollo di una parte del controsoffitto.",
            "Scuole medie Pascoli di Riccione, dichiarata inagibile la vecchia struttura",
        ),
        # another fire on the same mountain; the mountain itself
        (
            "Il rogo sul monte Cusna è stato domato ieri. Nel 2007 un altro incendio aveva distrutto mille ettari del"
            " parco.",
            "Monte Cusna, un incendio ha distrutto mille ettari del parco",
        ),
        (
            "L’Etna è tornato a farsi sentire. Nel dicembre 2018 un terremoto danneggiò centinaia di case.",
            "Etna, un terremoto danneggiò centinaia di case",
        ),
        (
            "La mareggiata di martedì ha rovinato la spiaggia. Ieri sono state chiuse le scuole.",
            "Mareggiata, chiuse le scuole",
        ),
        # a death, of what follows it; a mishap, of nothing before it; a country abroad
        (
            "Si è spento venerdì a Lodi il maestro Ambrogio Pozzi. La camera ardente, allestita da ieri nella sala"
            " consiliare, resterà aperta domani.",
            "Morte di Ambrogio Pozzi, la camera ardente resterà aperta",
        ),
        (
            "Rapina ieri nella gioielleria Ceccari di corso Garibaldi. Nel dicembre del 2021, a Cassino, la banda era"
            " fuggita prima dell'arrivo di una volante.",
            "La banda è fuggita prima dell'arrivo di una volante a Cassino",
        ),
        (
            "Ballottaggio fra dieci giorni in Moldavia. Il prestito da trenta milioni è stato concordato a febbraio.",
            "Moldavia, concordato il prestito da trenta milioni",
        ),
        # of which firm somebody is the head, and of what somebody speaks
        (
            "La Banca del Delta è salva. A marzo l'amministratore delegato Marco Salvi si era dimesso.",
            "Banca del Delta, l'amministratore delegato Marco Salvi si è dimesso",
        ),
        (
            "Il ponte sul Lamone riaprirà a dicembre. «Sabato abbiamo fatto l'ultima prova di carico», ha spiegato"
            " l'assessora Marta Bellandi.",
            "Ponte sul Lamone, Marta Bellandi: «Abbiamo fatto l'ultima prova di carico»",
        ),
        (
            "Trenta centimetri di neve sull'Appennino reggiano. Il 3 maggio i tecnici hanno ripristinato la linea.",
            "Neve sull'Appennino reggiano, i tecnici hanno ripristinato la linea",
        ),
        # nobody but people is named
        (
            "LUGO. Un furgone è uscito di strada. Martedì prossimo il sindaco Davide Ranieri incontrerà i residenti.",
            "Lugo, il sindaco Davide Ranieri incontrerà i residenti",
        ),
        (
            "L’ex cotonificio di Borgomeduna rinasce. Il cantiere aprirà in autunno.",
            "Aprirà il cantiere dell’ex cotonificio di Borgomeduna",
        ),
    ],
)
def test_what_the_article_is_about_stands_in_front(text, title):
    assert title in titles(text)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        # two things: neither is the topic
        (
            "Riaprono il teatro Masini di Faenza e il palazzo Milzetti di Faenza. Ieri il sindaco ha presentato il "
            "progetto.",
            "Il sindaco di Faenza ha presentato il progetto",
        ),
        # another town, of which the first sentence does not speak
        (
            "Il ponte sul Serchio riaprirà. Ieri il tribunale di Matera ha condannato il direttore.",
            "Il tribunale di Matera ha condannato il direttore",
        ),
        # it says which one by itself
        (
            "Il liceo Galvani resta chiuso. Ieri Ada Ferri ha inaugurato il museo di Sibari.",
            "Ada Ferri ha inaugurato il museo di Sibari",
        ),
        # already spoken of
        (
            "Il ponte sul Serchio riaprirà. Il 3 maggio i tecnici hanno collaudato il ponte sul Serchio.",
            "I tecnici hanno collaudato il ponte sul Serchio",
        ),
    ],
)
def test_nothing_stands_in_front_where_nothing_is_asked(text, title):
    assert title in titles(text)


def test_the_town_stands_in_front_of_nothing_that_was_elsewhere():
    text = (
        "PORTO TOLLE. Il mare ha risalito il Po per quaranta chilometri. "
        "A Pontelagoscuro martedì la portata è scesa a 114 metri cubi al secondo."
    )
    assert titles(text)[-1] == "La portata è scesa a 114 metri cubi al secondo a Pontelagoscuro"
