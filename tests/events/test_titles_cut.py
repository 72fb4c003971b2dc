"""Where a title is cut: what a date, a second thing or a "but" leaves behind."""

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
            "Costruita nel 1928 e dismessa nel 1994, la torre di Lugo avrebbe dovuto ospitare una mediateca.",
            "Costruita la torre di Lugo",
        ),
        (
            "Il capitano Ivo Neri, infortunatosi giovedì alla caviglia e fuori per almeno un mese, resta a casa.",
            "Il capitano Ivo Neri si è infortunato alla caviglia",
        ),
        (
            "È morto così, ieri sera, Ivo Neri, vent’anni compiuti il 3 marzo, operaio.",
            "È morto Ivo Neri, vent’anni, operaio",
        ),
        ("I funerali di Ivo Neri si terranno probabilmente mercoledì.", "Funerali di Ivo Neri"),
        (
            "La commissione ha annullato i risultati: vi si tornerà a votare domenica 4 maggio con una sola urna.",
            "Si tornerà a votare con una sola urna",
        ),
        (
            "Ada Sarti ha battuto ieri la svizzera Lena Amman per 4-6, 7-6, 7-5 nel primo turno del torneo.",
            "Ada Sarti ha battuto la svizzera Lena Amman per 4-6, 7-6, 7-5 nel primo turno del torneo",
        ),
        (
            "Il Po a Cremona è sceso ieri a meno otto metri sullo zero, mezzo metro in meno di un mese fa.",
            "Il Po a Cremona è sceso a meno otto metri sullo zero",
        ),
        (
            "La piena dovrebbe transitare domani a Mohács e poi entrare in Serbia.",
            "La piena dovrebbe transitare a Mohács ed entrare in Serbia",
        ),
        (
            "La segheria di Lugo fermerà le macchine a partire da giovedì prossimo e per nove settimane.",
            "La segheria di Lugo fermerà le macchine per nove settimane",
        ),
        (
            "Il parco di Lugo resterà chiuso al pubblico a partire da domani e per buona parte di sabato.",
            "Il parco di Lugo resterà chiuso al pubblico",
        ),
        (
            "Due anni fa il campanile di Lugo era stato rinforzato alla meglio, nel giro di un fine settimana.",
            "Rinforzato il campanile di Lugo alla meglio",
        ),
        (
            "Le ricerche del lupo di Lugo andranno avanti anche domani.",
            "Le ricerche del lupo di Lugo andranno avanti",
        ),
        (
            "La giunta di Lugo presenterà giovedì il bando per i negozi, da chiudere tassativamente entro giugno.",
            "La giunta di Lugo presenterà il bando per i negozi",
        ),
        (
            "I laboratori di ceramica a Lugo partiranno a maggio, ma i posti, una decina, finiscono in fretta.",
            "Partiranno i laboratori di ceramica a Lugo",
        ),
        (
            "Ugo Neri è uscito venerdì per la solita corsa nei campi, quella che fa ogni mattina.",
            "Ugo Neri è uscito per la solita corsa nei campi",
        ),
        (
            "Lo spoglio delle regionali comincerà lunedì in tutti i seggi, prima il Senato e poi la Camera.",
            "Lo spoglio delle regionali comincerà in tutti i seggi",
        ),
    ],
)
def test_nothing_is_left_of_what_the_date_led_to(text: str, title: str) -> None:
    assert titles(text) == [title]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Il municipio di Lugo riaprì il 3 marzo 2020, la scuola elementare a fine ottobre.",
            ["Riaprì il municipio di Lugo", "La scuola elementare riaprì a Lugo"],
        ),
        (
            "La prima tappa della Faentina partirà domani da Lugo alle 9, la seconda nel pomeriggio.",
            ["La prima tappa della Faentina partirà da Lugo"],
        ),
        (
            "Le iscrizioni chiuderanno sabato 3 maggio per asili, elementari e medie, giovedì 8 maggio per i licei.",
            ["Le iscrizioni chiuderanno per asili, elementari e medie"],
        ),
        ("Serata dedicata ai bambini di Lugo, giovedì pesca con in palio un prosciutto.", []),
        (
            "La regista Ada Ferri sarà stasera al cinema Verdi di Lugo e domani a Forlì.",
            ["La regista Ada Ferri sarà al cinema Verdi di Lugo"],
        ),
        (
            "La giunta di Lugo ha approvato ieri sera, alle 21, il bilancio di previsione 2026 con i voti della lista.",
            ["La giunta di Lugo ha approvato il bilancio di previsione con i voti della lista"],
        ),
    ],
)
def test_what_has_a_date_of_its_own_stands_in_no_title_of_another(text: str, told: list[str]) -> None:
    assert titles(text) == told


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "I restauri alla torre di Lugo riprenderanno a maggio con fondi regionali per 90 mila euro relativi al"
            " triennio 2026-2028.",
            "I restauri alla torre di Lugo riprenderanno con fondi regionali per 90 mila euro",
        ),
        (
            "Le vendite della Padana di Lugo sono cresciute ieri del 9 per cento rispetto a quelle precedenti.",
            "Le vendite della Padana di Lugo sono cresciute del 9 per cento",
        ),
        (
            "La fiera di Lugo chiuderà domani alla stessa ora.",
            "La fiera di Lugo chiuderà",
        ),
        (
            "Il bando per la torre di Lugo è andato deserto a luglio e di nuovo in ottobre.",
            "Il bando per la torre di Lugo è andato deserto",
        ),
        (
            "La giunta di Lugo ha chiuso le scuole quel sabato di fine febbraio che nessuno dimentica.",
            "La giunta di Lugo ha chiuso le scuole",
        ),
        (
            "S'inaugura venerdì prossimo, 2 maggio, alle 18, nelle sale del castello a Lugo, la mostra di Ada Ferri.",
            "S'inaugura la mostra di Ada Ferri nelle sale del castello a Lugo",
        ),
    ],
)
def test_the_end_of_a_title_is_whole(text: str, title: str) -> None:
    assert titles(text) == [title]


def test_a_verb_alone_is_no_word_of_a_speaker() -> None:
    assert titles("«Riapriremo domenica, costi quel che costi», promette a Lugo l'assessora Ada Ferri.") == []
