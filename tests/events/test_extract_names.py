"""Who and where: the names of the clause that tells the fact, not of the whole sentence."""

from __future__ import annotations

from datetime import datetime

import pytest

from timeline.events.extract import extract
from timeline.events.model import Article, Event

MONDAY = datetime(2025, 4, 28, 11)


def events(text: str) -> list[Event]:
    return extract(Article(id="prova", text=text, published=MONDAY))


def test_each_clause_has_its_own_people():
    """Of two facts in one sentence each has who does it."""
    text = "Marco Salvi si è dimesso sabato; domenica lo ha sostituito Carla Ferri, arrivata da Pisa."
    assert [e.people for e in events(text)] == [("Marco Salvi",), ("Carla Ferri",)]


def test_the_restored_subject_is_who_does_it():
    """The second sentence names nobody: its subject is the one told before."""
    assert events("Nicola Sforza ha perso domenica. Ieri ha telefonato alla rivale.")[-1].people == ("Nicola Sforza",)


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("Ieri a Carpi i carabinieri hanno arrestato un 23enne residente a Milano.", ("Carpi",)),
        ("Ieri due turisti di Wuhan sono stati ricoverati a Roma.", ("Roma",)),
        ("La compagnia, terza per dimensioni in Cina, ha firmato ieri l’accordo a Parigi.", ("Parigi",)),
        ("Irregolare in Italia, è l’autore del furto a Mirandola nella notte del 7 aprile.", ("Mirandola",)),
        ("Ieri alle 20.30 (le 14.30 a Washington) il ministro ha parlato a Torino.", ("Torino",)),
        ("La società ha scelto sabato un’azienda, con sede a Los Angeles, per il progetto.", ()),
        ("Cesare Maldini è nato a Trieste il 5 febbraio 1932.", ("Trieste",)),
        ("Sabato il corteo ha attraversato le province di Monza, Milano e Bologna.", ("Monza", "Milano", "Bologna")),
    ],
)  # fmt: skip
def test_where_it_happened_is_not_where_somebody_is_from(text: str, where: tuple[str, ...]):
    assert events(text)[0].places == where


def test_who_somebody_is_related_to_takes_no_part():
    """«braccio destro di Assange» says who he is; Assange did nothing here."""
    text = "Julian Assange tace. Daniel Berg, braccio destro di Assange, ha lasciato ieri il sito."
    assert events(text)[0].people == ("Daniel Berg",)


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("CARPI. Ieri pomeriggio un uomo è stato arrestato in via Moro.", ("Carpi",)),
        ("SASSUOLO La polizia ha fermato ieri due ragazzi.", ("Sassuolo",)),
        ("CARPI. Ieri pomeriggio un uomo è stato arrestato a Modena.", ("Modena",)),
        ("CARPI. «Nel 2012 abbiamo avuto un infortunio», racconta un operaio.", ()),
        ("ROMA. Il presidente ha firmato ieri il trattato.", ()),
        ("Carpi è in festa. Ieri un uomo è stato arrestato in via Moro.", ()),
    ],
)
def test_the_town_a_local_article_begins_with(text: str, where: tuple[str, ...]):
    """It is the place of what the first sentences tell, where they name no other; of Rome only the desk is there."""
    assert events(text)[0].places == where


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Paolo Neri era ottimista. «Domani apriremo la scuola di Cento», ha detto Neri.", ("Paolo Neri",)),
        ("«Domani riapriremo il ponte di Lugo», dice Ada Ferri, capocantiere.", ("Ada Ferri",)),
        ("Indagato ieri per abuso d’ufficio il predecessore di Giulia Ferrante.", ()),
        ("Il fratello di Ada Ferri è stato arrestato ieri a Lugo.", ()),
    ],
)  # fmt: skip
def test_whom_a_title_is_about_is_among_its_people(text: str, who: tuple[str, ...]):
    """And whom it only mentions is not."""
    assert events(text)[0].people == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Ieri è stato fermato Ugo Neri, nipote dell’ex sindaco di Lugo, Carlo Bassi.", ("Ugo Neri",)),
        ("Ieri l’avvocato dell’uomo, Ada Ferri, ha depositato il ricorso.", ("Ada Ferri",)),
        ("Ieri è stato proiettato il nuovo film di Carlo Bassi.", ()),
        ("Ieri i vandali hanno abbattuto la statua di Carlo Bassi.", ()),
        ("Dopo le dimissioni di Carlo Bassi, ieri Ada Ferri ha assunto l’incarico.", ("Ada Ferri",)),
        ("Dopo le dimissioni di Carlo Bassi del 3 aprile nessuno ha assunto l’incarico.", ("Carlo Bassi",)),
        ("Ieri Ada Ferri ha firmato il patto; Carlo Bassi resta contrario.", ("Ada Ferri",)),
        ("Ieri Ada Ferri, allieva dell’allora rettore dell’Università di Pisa Carlo Bassi, è morta.", ("Ada Ferri",)),
        ("Carlo Bassi invoca le elezioni. Ieri si è svolto nell’aula magna di Pisa il convegno sulle mafie.", ()),
    ],
)
def test_who_only_helps_to_tell_it_takes_no_part(text: str, who: tuple[str, ...]):
    """A relative, the author of a work, who left before, who is compared, and who stands behind a semicolon."""
    assert events(text)[0].people == who


def test_a_later_subject_is_who_does_it():
    """«si è concluso il vertice» has a subject behind, and needs none from before."""
    assert events("Carlo Bassi è tornato a casa. Sabato si è concluso a Lugo il vertice.")[0].people == ()
    assert events("Carlo Bassi è tornato a casa. Ieri è stato arrestato a Lugo il complice.")[0].people == ()


def test_nobody_is_taken_over_a_heading():
    """A line without a stop begins another matter: what stands above it has no say in who does what follows."""
    told = events("Carlo Bassi ha perso ieri la gara.\n\nLa rivale\n\nIeri ha vinto la gara a Suzzara.")
    assert [e.people for e in told] == [("Carlo Bassi",), ()]


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("Ieri sono arrivati a Lecce migranti provenienti dal Ghana, dall’Eritrea e dalla Somalia.", ("Lecce",)),
        ("La scomparsa di un uomo originario di Lugo, in provincia di Ravenna, è stata denunciata ieri.", ()),
        ("Ieri il ministro, tornando da un incontro a Parigi, ha parlato a Torino.", ("Torino",)),
        ("Il concerto si è tenuto sabato a Imola, a Monza (19 aprile) e a Rimini (20 aprile).", ("Imola",)),
        ("Ieri il vescovo ha celebrato la messa a Pisa, come fatto nel duomo di Siena.", ("Pisa",)),
        ("Ieri a Pisa è morto il giocatore (ex di Bologna e Vicenza).", ("Pisa",)),
    ],
)
def test_each_place_belongs_to_its_own_fact(text: str, where: tuple[str, ...]):
    """Not where somebody comes from or played, and not what has a date of its own."""
    assert events(text)[0].places == where


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("La nonna, Rita Conti, è arrivata ieri da Savona.", ()),
        ("Dalla Corea del Nord sono tornati ieri a Vienna due diplomatici.", ("Vienna",)),
        ("Ieri Rita Conti, di Savona, ha vinto la gara a Pisa.", ("Pisa",)),
        ("Ieri Rita Conti, 30 anni, di Savona, ha vinto la gara a Pisa.", ("Pisa",)),
        ("La savonese Rita Conti ha vinto ieri la gara a Pisa.", ("Pisa",)),
        ("Rita Conti (Evanston, Illinois, 26 luglio 1933) è stata premiata ieri a Oslo.", ("Oslo",)),
        ("Ieri è partita da Savona la nave degli aiuti.", ("Savona",)),
    ],
)  # fmt: skip
def test_where_somebody_comes_from_is_not_where_it_happens(text: str, where: tuple[str, ...]):
    """Nor is a birthplace in brackets; but a ship leaves where it was."""
    assert events(text)[-1].places == where


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("Un pullman diretto a Lugo è uscito di strada ieri a Pisa.", ("Pisa",)),
        ("Un traghetto in viaggio da Bastia a Livorno si è incagliato ieri davanti a Viareggio.", ("Viareggio",)),
        ("Ieri la nave era diretta a Lugo.", ("Lugo",)),
        ("Le navi sono dirette a Lugo, dove arriveranno sabato.", ("Lugo",)),
    ],
)
def test_a_destination_is_not_where_it_happens(text: str, where: tuple[str, ...]):
    """Until somebody comes there."""
    assert events(text)[0].places == where


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("Rita Conti giocò ai mondiali del 1990 in Italia e del 1994 in Brasile.", {"Brasile"}),
        ("Ieri a Pisa è morta Rita Conti, finalista a Germania 1974 e a Roma nel 1980.", {"Pisa"}),
        ("Il 7 ottobre si è votato in Brasile nel 2018.", {"Brasile"}),
        ("Rita Conti (2006 a Melbourne e 2009 a Parigi) ha perso la finale.", set()),
    ],
)
def test_a_place_with_another_year_is_another_fact_s(text: str, where: set[str]):
    found = events(text)
    assert {p for e in found for p in e.places} == where
    assert all(len(e.places) < 2 for e in found)


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("Il presidente degli Stati Uniti Ugo Berg è arrivato ieri a Roma.", ("Roma",)),
        ("Ieri il governatore della regione Umbria Ugo Conti ha parlato a Milano.", ("Milano",)),
        ("Ieri il ministro degli Esteri della Svezia è stato ricevuto in Vaticano.", ("Città del Vaticano",)),
        ("Ieri il sindaco di Lugo ha firmato l’ordinanza.", ("Lugo",)),
        ("Ieri i carabinieri di Monza hanno arrestato un uomo a Lodi.", ("Monza", "Lodi")),
    ],
)
def test_the_place_of_an_office_gives_way_to_where_it_happens(text: str, where: tuple[str, ...]):
    """A president is of a state wherever he is; where no other place is named, the office acts at home."""
    assert events(text)[0].places == where


def test_a_club_in_a_bracket_has_no_share_in_what_follows():
    """What happens to the player happens neither to his last club nor there."""
    told = events("Ieri a Pisa i funerali di Ivo Conti (ex di Lecce, Bari e Padova) stroncato domenica da un malore.")
    assert all("Padova" not in e.places and not e.title.startswith("Padova") for e in told)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Ieri Ada Ferri ha vinto il titolo: prima di lei solo Carlo Bassi e Ugo Neri.", ("Ada Ferri",)),
        ("Ieri Ada Ferri ha migliorato il record nazionale della collega Rita Conti.", ("Ada Ferri",)),
        ("Ieri, a differenza di Carlo Bassi, Ada Ferri ha firmato l’accordo.", ("Ada Ferri",)),
        ("Ieri sono state abbattute le statue dedicate all’ex re Alberto III.", ()),
        ("Ada Ferri è felice. Nel 2009 la città ha proclamato il Ferri day.", ()),
        ("Ieri si sono svolte a Lugo le proteste per la morte di Carlo Bassi.", ()),
        ("Il ministro si dimise in seguito alla fuga di Carlo Bassi nel 1977.", ()),
        ("Ada Ferri è tornata. Il 1º ottobre avverrà l’aumento delle tasse.", ()),
    ],
)
def test_who_is_compared_honoured_or_mourned_takes_no_part(text: str, who: tuple[str, ...]):
    """Nor whoever fled before the fact, though the date stands beside the flight."""
    assert events(text)[-1].people == who


def test_a_flight_elsewhere_is_not_where_it_happens():
    text = "In seguito alla fuga di Carlo Bassi a Parigi, ieri alcuni uomini hanno occupato il municipio di Lugo."
    assert events(text)[0].places == ("Lugo",)
