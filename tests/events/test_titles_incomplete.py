"""Titles that end before what they are about, figures of speech, and the object that stands behind a clause."""

from __future__ import annotations

from datetime import date

import pytest

from timeline.events.extract import extract
from timeline.events.incomplete import is_incomplete, says_little
from timeline.events.model import Article
from timeline.events.unprintable import is_unprintable
from timeline.events.wellformed import is_well_formed


def titles(text: str) -> list[str]:
    return [event.title for event in extract(Article(id="prova", text=text, published=date(2025, 4, 28)))]


@pytest.mark.parametrize(
    "title",
    [
        "La storia del mulino affonda le radici",
        "I vigili chiuderanno un occhio",
        "Voltata pagina",
        "Sono trascorsi trent'anni",
        "Trascorsi trent'anni",
        "La stagione si apre a porte chiuse",
        "Il paese si è svegliato senza corrente",
        "Tregua sarà peggio",
        "Fine spettacolo",
        "Il presidente Ugo Neri",
        "Arrivate altre sei a Lugo",
        "Annullata la seconda",
        "Viste quelle torri",
        "Si preannuncia di fuoco",
        "Lugo, arrivate: meglio",
        "Consegnati i diplomi nei due successivi",
        "Rievoca Ada Ferri",
        "Lugo, viste quelle torri",
        "La borsa ha perso altrettanto",
        "Stessa scena, e la multa",
        "I bambini hanno cominciato",
        "Il tribunale di Lugo ha assolto",
        "I vigili di Lugo rintracciarono",
    ],
)
def test_half_a_sentence_and_figures_are_refused(title: str) -> None:
    assert is_unprintable(title)


@pytest.mark.parametrize(
    "title",
    [
        "Il motopesca Aurora è affondato",
        "Il Comune chiuderà il ponte",
        "Il presidente Ugo Neri è morto",
        "Arrivate altre sei ambulanze a Lugo",
        "Annullata la seconda tappa",
        "I bambini hanno cominciato a nuotare",
        "Il paese si è fermato per i funerali",
        "La stagione del teatro si apre a porte chiuse",
        "Ugo Neri è andato in fuga con altri sei",
        "La seduta è durata un'ora e un quarto",
        "Il tribunale di Lugo ha assolto Ugo Neri",
    ],
)
def test_whole_sentences_stand(title: str) -> None:
    assert not is_incomplete(title)


def test_a_small_word_leads_to_no_verb() -> None:
    assert not is_well_formed("Il nome in fu scelto da Ugo Neri")
    assert not is_well_formed("Scelto il nome in da Ugo Neri")
    assert is_well_formed("Il nome in latino fu scelto da Ugo Neri")
    assert not is_well_formed("Nazzareno è nata da un'idea di quattro amici")
    assert is_well_formed("Nazzareno è nato da una famiglia di pescatori")
    assert not is_well_formed("Il 6 è caduto più di un metro di neve")
    assert not is_well_formed("Un assalto è stato preparato da tempo quello compiuto ai danni della Banca")
    assert is_well_formed("Un assalto è stato preparato come quello compiuto ai danni della Banca")


@pytest.mark.parametrize("title", ["Lugo, le indagini sono partite", "La zia è arrivata", "Venti quintali sono giunti"])
def test_a_bare_thing_that_goes_on_says_little(title: str) -> None:
    assert says_little(title)


@pytest.mark.parametrize(
    "title",
    [
        "Le indagini sul furto sono partite",
        "La zia è arrivata in ospedale",
        "Il centravanti Ugo Neri dovrebbe rientrare",
        "Riaprirà la biblioteca",
        "Il nubifragio si è abbattuto su Lugo",
        "Il Pil è sceso",
    ],
)
def test_a_thing_told_of_something_says_enough(title: str) -> None:
    assert not says_little(title)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "Il tribunale di Lugo ha assolto ieri, perché il fatto non costituisce reato, l'ex custode Ugo Neri.",
            "Il tribunale di Lugo ha assolto l'ex custode Ugo Neri",
        ),
        (
            "Ugo Neri è sparito a marzo da Lugo. I carabinieri lo rintracciarono lunedì, quando un oste lo riconobbe.",
            "I carabinieri rintracciarono Ugo Neri",
        ),
    ],
)
def test_the_object_is_found(text: str, title: str) -> None:
    assert title in titles(text)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Uffici chiusi oggi e domani in tutto il comune di Lugo.", "Uffici chiusi in tutto il comune di Lugo"),
        ("Biglietti gratuiti, mercato spostato da domani in piazza Savonarola a Lugo.", "Mercato spostato in piazza"),
        ("Fuochi vietati a Lugo dalle 18 di domani: multe fino a 300 euro.", "Fuochi vietati a Lugo"),
    ],
)
def test_a_noun_without_article_keeps_its_participle_behind_it(text: str, title: str) -> None:
    assert any(told.startswith(title) for told in titles(text))
