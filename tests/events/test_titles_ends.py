"""Where a title ends, what a date leaves behind, quotation marks and capitals."""

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
        (
            "Il furgone del corriere Ugo Neri si è ribaltato ieri sulla statale 16, a poche decine di metri dal"
            " passaggio a livello di Porto Garibaldi.",
            "Il furgone del corriere Ugo Neri si è ribaltato sulla statale 16",
        ),
        (
            "La piena del Senio è passata ieri, lasciandosi dietro uno strato di melma alto fino al davanzale delle"
            " finestre di via Mazzini.",
            "La piena del Senio è passata, lasciandosi dietro uno strato di melma",
        ),
        (
            "La biblioteca di Lugo riaprirà domani, ma con un orario ridotto alle 18 per consentire agli operai di"
            " finire i lavori al tetto.",
            "La biblioteca di Lugo riaprirà",
        ),
        (
            "Le associazioni dei commercianti di Lugo si sono incontrate ieri nella sala della Camera per decidere se"
            " ricorrere al Tar contro la tassa.",
            "Le associazioni dei commercianti si sono incontrate nella sala della Camera",
        ),
        (
            "Nel 2009 una vicenda del genere a Lugo finì con la multa a due proprietari di terreni e il rinvio a"
            " giudizio di un imprenditore.",
            "Una vicenda del genere a Lugo finì con la multa a due proprietari di terreni",
        ),
        (
            "La Regione ha comunicato ieri che la posa delle prime pietre comincerà a Lugo.",
            "La Regione ha comunicato che la posa delle prime pietre comincerà a Lugo",
        ),
        (
            "Da lunedì i nati tra il 1950 e il 1955 potranno prenotare la visita a Lugo.",
            "I nati tra il 1950 e il 1955 potranno prenotare la visita a Lugo",
        ),
        ("Domani gli alunni di Lugo venderanno torte in piazza.", "Gli alunni di Lugo venderanno torte in piazza"),
        (
            "Gli incontri al centro Marconi dovrebbero riprendere a metà mese in forma ridotta.",
            "Gli incontri al centro Marconi dovrebbero riprendere in forma ridotta",
        ),
        ("«La volpe d'oro» ha vinto ieri il premio di Lugo.", "«La volpe d'oro» ha vinto il premio di Lugo"),
        ('"La volpe d\'oro" ha vinto ieri il premio di Lugo.', "«La volpe d'oro» ha vinto il premio di Lugo"),
        (
            '"Il 3 maggio apriremo trenta sportelli a Lugo", dice Ada Ferri.',
            "Ada Ferri: «Apriremo trenta sportelli a Lugo»",
        ),
        (
            '"Da maggio arriveranno a Lugo dodici nuovi medici", replica Ferri.',
            "Arriveranno a Lugo dodici nuovi medici",
        ),
        (
            "La trattoria Bassi & Nipoti, aperta nel 1961 in un fienile di Lugo, passa al Comune.",
            "Aperta la trattoria Bassi & Nipoti in un fienile di Lugo",
        ),
        (
            "È un motoscafo affondato nel 1951, lungo dodici metri, che il lago di Lugo ha restituito.",
            "Un motoscafo è affondato",
        ),
        (
            "Sabato l'organo di Lugo sarà suonato, per la prima volta dal 1948, nel concerto inaugurale.",
            "L'organo di Lugo sarà suonato, per la prima volta, nel concerto inaugurale",
        ),
        (
            "Nel 2024 la spesa dei turisti è scesa a 71 euro, 4 in meno rispetto al 2023 e 12 in meno del 2019.",
            "La spesa dei turisti è scesa a 71 euro",
        ),
        ("La stagione vera e propria di Lugo comincerà in ottobre.", "Comincerà la stagione di Lugo"),
        (
            "La bottega di Lugo chiude. L'aveva aperta nel 1965 Ada Ferri, sarta, con un prestito della zia.",
            "Ada Ferri ha aperto la bottega di Lugo con un prestito della zia",
        ),
        (
            "L'ateneo di Lugo ha premiato ieri con una borsa di studio biennale la ricercatrice Ada Ferri, la biologa"
            " che ha studiato le api.",
            "L'ateneo di Lugo ha premiato la ricercatrice Ada Ferri con una borsa di studio biennale",
        ),
        (
            "La ditta, fondata nel 1961 a Lugo da Ugo Neri e passata poi a un fondo, chiude.",
            "Ugo Neri ha fondato la ditta a Lugo",
        ),
        (
            "La Guardia di finanza di Lugo ha sequestrato ieri conti per quattordici milioni di euro riconducibili al"
            " titolare di una catena di palestre.",
            "La Guardia di finanza di Lugo ha sequestrato conti per quattordici milioni di euro",
        ),
        (
            "Una tromba d'aria ha rovinato ieri i frutteti di Massa Lombarda e Sant'Agata, con chicchi di grandine"
            " grossi come uova di piccione.",
            "Una tromba d'aria ha rovinato i frutteti di Massa Lombarda e Sant'Agata",
        ),
        (
            "La Corte ha assolto ieri a Lugo il consigliere Ugo Neri dopo le polemiche del comitato seguite alla prima"
            " delle due perizie.",
            "La Corte ha assolto il consigliere Ugo Neri a Lugo dopo le polemiche del comitato",
        ),
        (
            "Lo scrittore Ugo Neri è morto ieri d'infarto a Lugo, nel luogo in cui da bambino aveva perso il padre.",
            "Lo scrittore Ugo Neri è morto d'infarto a Lugo",
        ),
        (
            "La scuola di musica di Lugo ha mosso i primi passi nel lontano 1974.",
            "La scuola di musica di Lugo ha mosso i primi passi",
        ),
        ("Ieri la torre ha restituito la vista a Ada Ferri.", "La torre ha restituito la vista ad Ada Ferri"),
    ],
)
def test_a_title_ends_where_its_phrase_ends(text: str, title: str) -> None:
    assert title in titles(text)


def test_what_will_hardly_be_is_no_event() -> None:
    assert titles("Ugo Neri difficilmente potrà giocare prima di giugno a Lugo.") == []
