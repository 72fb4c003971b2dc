"""Whose names an article names, and whose it only seems to name."""

from __future__ import annotations

from datetime import date

import pytest

from timeline.events.model import Article
from timeline.events.names import Names, PersonEntry, TagEntry, find_names
from timeline.events.vocabulary import Settings


def names(text: str, *people: PersonEntry) -> Names:
    return find_names(Article("a", text, date(2025, 4, 28)), Settings(people=people))


def people(text: str, *entries: PersonEntry) -> list[str]:
    return list(names(text, *entries).people_in([(0, len(text))]))


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Il capo di Stato maggiore, Valery Gerasimov, ha parlato.", "Valery Gerasimov"),
        ("Lo ha detto il ministro degli Esteri Antonio Tajani.", "Antonio Tajani"),
        ("È intervenuto il presidente del Consiglio Romano Prodi.", "Romano Prodi"),
        ("Ieri Marco Bergonzini è tornato a casa.", "Marco Bergonzini"),
        ("Il sindaco di Carpi Livio Marastoni ha firmato.", "Livio Marastoni"),
        ("Condannato il presidente sudanese Omar al Bashir.", "Omar al Bashir"),
        ("Ha deciso George W. Bush con i suoi.", "George W. Bush"),
        ("Denunciata Ylenia Zacchetti, 31 anni, di Modena.", "Ylenia Zacchetti"),
        ("L’avvocata della donna, Maria D’Angelo, non commenta.", "Maria D'Angelo"),
        ("Per papa Francesco è una ferita.", "papa Francesco"),
        ("Daniele Montanari Formigine. S’incendia la cucina.", "Daniele Montanari"),
        ("di Stefano Totaro Rubati mille euro dalla cassa.", "Stefano Totaro"),
    ],
)
def test_a_given_name_a_title_or_an_age_brings_a_person_in(text, who):
    assert people(text) == [who]


@pytest.mark.parametrize(
    "text",
    [
        "L’incidente in via Carlo Marx, davanti all’ospedale Umberto Primo.",
        "La mostra al teatro Luciano Pavarotti e in piazza Giuseppe Garibaldi.",
        "I bambini della scuola materna Olga Rovere e del liceo scientifico Enrico Fermi.",
        "Il rally di Monte Carlo e la festa di San Marco.",
        "La Banca Popolare e il Partito Democratico hanno trovato un accordo.",
        "Domenica Inter e Milan giocano a San Siro.",
        "L’aereo è atterrato a Orio al Serio.",
        "Il New York Times cita fonti della Casa Bianca.",
        "La Croce Rossa e la Guardia di finanza sono sul posto.",
    ],
)
def test_what_is_only_called_after_somebody_is_nobody(text):
    assert people(text) == []


def test_the_surname_alone_stands_for_the_full_name_met_in_the_article():
    text = "Vladimir Putin ha ringraziato i soldati. Poi Putin ha telefonato a Pechino."
    assert [n.name for n in names(text).all if n.kind == "person"] == ["Vladimir Putin", "Vladimir Putin"]


def test_korean_names_are_shortened_to_their_first_word():
    text = "Il leader Kim Jong Un ha scritto al Cremlino. Per Kim la missione è sacra."
    assert [n.name for n in names(text).all if n.kind == "person"] == ["Kim Jong Un", "Kim Jong Un"]


def test_a_surname_that_two_people_share_is_left_alone():
    text = "Anna Ferri e Luca Ferri sono fratelli. Ferri ha parlato a lungo."
    assert [text[n.start : n.end] for n in names(text).all if n.kind == "person"] == ["Anna Ferri", "Luca Ferri"]


def test_the_dossier_s_spellings_are_joined_and_its_never_is_obeyed():
    kim = PersonEntry("Kim Jong Un", spellings=("Kim Jong-un", "Kim"), page=True)
    assert people("Ha parlato Kim Jong-un. Poi Kim è partito.", kim) == ["Kim Jong Un"]
    assert people("Kim Clijsters ha vinto a Roma.", kim) == ["Kim Clijsters"]
    assert people("Il torneo di Luca Verdi è finito.", PersonEntry("Luca Verdi", never=True)) == []


def test_offsets_are_those_of_the_article_with_its_own_apostrophes():
    text = "Ha firmato Massimo D’Alema, il 3 maggio."
    (name,) = [n for n in names(text).all if n.kind == "person"]
    assert text[name.start : name.end] == "Massimo D’Alema"


def test_initials_with_an_article_and_institutions_are_organisations():
    text = "La KCNA cita la Commissione militare centrale della Corea del Nord. Le Nazioni Unite tacciono, il PIL cala."
    found = names(text).organizations_in([(0, len(text))])
    assert found == ("KCNA", "Commissione militare centrale della Corea del Nord", "Nazioni Unite")


def test_themes_come_from_the_section_then_from_the_words():
    themes = (TagEntry("Guerra in Ucraina", sections=("Esteri",)), TagEntry("Trattati", words=("trattat*", "patto")))
    article = Article("a", "Firmato il trattato.", date(2025, 4, 28), section="esteri")
    found = find_names(article, Settings(tags=themes))
    assert found.tags_for(article, article.text) == ("Guerra in Ucraina", "Trattati")
    assert found.tags_for(article, "Un bottino trattabile, senza patti.") == ("Guerra in Ucraina", "Trattati")[:1]
    unclaimed = Article("b", "", date(2025, 4, 28), section="Cronaca")
    assert find_names(unclaimed, Settings(tags=themes)).tags_for(unclaimed, "") == ("Cronaca",)


def test_hostile_text_is_read_in_time():
    text = "Mario " * 20_000 + "di De La " * 5_000 + "X. " * 5_000
    assert isinstance(names(text), Names)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ('Ieri l\'istituto "Laura Bassi" ha riaperto.', []),
        ("Il parlamento ha scelto il presidente della nazione, Asif Ali Zardari.", []),
        ("Ha parlato il sindaco di Modena Giorgio Pighi.", ["Giorgio Pighi"]),
        ("Marco Salvi si è dimesso.", ["Marco Salvi"]),
        (
            "Per il mondo della musica di ogni paese è un giorno da ricordare: è nata Whitney Elizabeth Houston.",
            ["Whitney Elizabeth Houston"],
        ),
        ("Emma Marrone al Meet & Greet.", ["Emma Marrone"]),
    ],
)
def test_a_name_is_whole_or_none(text: str, who: list[str]):
    """No half of a name, no school called after somebody, no more words than the name has."""
    assert people(text) == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("La partita si gioca al Carlo Ferretti di Asti.", []),
        ("Il ferry della compagnia « Ugo Ferretti » è salpato.", []),
        ("Esce in edicola Mary Hopper and the Red Door.", []),
        ("La cena è nello storico Salone Belvedere.", []),
        ("È stata eletta alla Commissione parlamentare Antimafia.", []),
        ("La giudice dello stato di Victoria Gabriella Ferri ha deciso.", ["Gabriella Ferri"]),
        ("I funerali si terranno nella chiesa a Rosa Marina, piazza Verdi.", []),
        ("Don Stefano Ferretti ha benedetto la nave.", ["Stefano Ferretti"]),
        ("È morta la scrittrice Rita Anna Bologna, una delle più amate.", ["Rita Anna Bologna"]),
        ("Carlo Alberto di Savoia è arrivato ieri.", ["Carlo Alberto di Savoia"]),
        ("Ha parlato Omar Hassan al-Bashir, il presidente.", ["Omar Hassan al-Bashir"]),
        ("Marta Ferretti Oggi ti canto.", ["Marta Ferretti"]),
        ("Anna Ferri Rossi era entrata in aula.", ["Anna Ferri Rossi"]),
    ],
)
def test_stadiums_ferries_and_titles_are_nobody_and_names_are_whole(text: str, who: list[str]):
    """A full name takes no article and stands in no quotation marks; houses and late parts belong to it."""
    assert people(text) == who


def test_a_name_without_its_house_is_the_one_with_it():
    """«Carlo Alberto» after «Carlo Alberto di Savoia» is he."""
    text = "Ieri Carlo Alberto di Savoia è arrivato. Per Carlo Alberto è un ritorno."
    assert people(text) == ["Carlo Alberto di Savoia"]


def test_a_family_is_none_of_its_members():
    """«i coniugi Ferri», «la famiglia Ferri» are others than the one whose full name was told."""
    text = "Luca Ferri è guarito. I vicini hanno aiutato i coniugi Ferri e la famiglia Ferri."
    assert [text[n.start : n.end] for n in names(text).all if n.kind == "person"] == ["Luca Ferri"]


def organizations(text: str) -> list[str]:
    return list(names(text).organizations_in([(0, len(text))]))


@pytest.mark.parametrize(
    ("text", "which"),
    [
        ("Lo ha detto il presidente del Consiglio Marco Ferri.", []),
        ("La presidente della Camera Anna Ferri ha aperto la seduta.", []),
        ("L’atterraggio dell’Airbus A350 è riuscito; il film va su Rai 2.", []),
        ("Lo ha scritto su Facebook e sul profilo Twitter.", []),
        ("Il giuramento si tiene al Quirinale e nell’aula di Montecitorio.", []),
        ("Il corteo è partito dall’Istituto Tecnico Statale per il Turismo.", []),
        ("L’incidente è sul territorio del Comune di Lodi.", []),
        ("Ha deciso la Corte Suprema degli Stati Uniti.", ["Corte Suprema degli Stati Uniti"]),
        ("Il segretario del Partito Democratico Marco Ferri ha firmato.", ["Partito Democratico"]),
        ("Il Cremlino ha risposto alla Nato.", ["Cremlino", "Nato"]),
    ],
)
def test_an_organisation_acts_and_its_name_is_whole(text: str, which: list[str]):
    """No product, no medium, no palace; and of an office the person is no part of the name."""
    assert organizations(text) == which
