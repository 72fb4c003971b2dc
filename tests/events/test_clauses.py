"""Clauses and verbs: which words belong to which verb, and what a word is a form of."""

from __future__ import annotations

import pytest

from timeline.italian.clauses import Sentence, read_sentence
from timeline.italian.verbs import read_verb


def read(text: str) -> Sentence:
    return read_sentence(text, 0, len(text))


def clauses(text: str) -> list[str]:
    sentence = read(text)
    return [" ".join(sentence.words[i].text for i in c.words) for c in sentence.clauses if c.words]


def verbs(text: str) -> list[str]:
    return [c.group.lemma for c in read(text).clauses if c.group]


@pytest.mark.parametrize(
    ("word", "form", "lemma", "tense"),
    [
        ("riconosciuta", "participle", "riconoscere", ""),
        ("invasa", "participle", "invadere", ""),
        ("dismesso", "participle", "dismettere", ""),
        ("svoltisi", "participle", "svolgere", ""),
        ("restituendole", "gerund", "restituire", ""),
        ("condurlo", "infinitive", "condurre", ""),
        ("partiranno", "finite", "partire", "future"),
        ("entrò", "finite", "entrare", "remote"),
        ("verrebbe", "finite", "venire", "conditional"),
        ("rubava", "finite", "rubare", "imperfect"),
        ("arriva", "finite", "arrivare", "present"),
    ],
)
def test_a_form_gives_its_verb_and_tense(word: str, form: str, lemma: str, tense: str):
    """Endings give form and tense, the dictionary the infinitive; prefixes and enclitics are seen through."""
    verb = read_verb(word)
    assert verb is not None
    assert (verb.form, verb.lemma, verb.tense) == (form, lemma, tense)


@pytest.mark.parametrize("word", ["cantiere", "mercato", "marito", "quando", "tavolo", "mare"])
def test_nouns_that_end_like_verbs_are_none(word: str):
    """«cantiere» ends like an infinitive, «mercato» like a participle."""
    assert read_verb(word) is None


def test_a_subordinate_clause_keeps_its_words():
    """What stands before the second finite verb's comma belongs to the first."""
    assert clauses("Dopo che Rossi ha lasciato la giunta, anche Bianchi ha dato le dimissioni.") == [
        ", anche Bianchi ha dato le dimissioni .",
        "Dopo che Rossi ha lasciato la giunta",
    ]


def test_a_relative_clause_lets_the_main_one_go_on():
    """The main verb comes back after the comma that closes the relative clause."""
    assert clauses("Il sindaco, che era partito, ha firmato.") == ["Il sindaco , , ha firmato .", "che era partito"]


def test_a_participle_is_a_clause_of_its_own():
    """«invasa dalle truppe» has its own agent."""
    assert clauses("Parla della città invasa dalle truppe.")[1] == "invasa dalle truppe ."


def test_who_says_it_between_dashes_interrupts_nothing():
    """The words between dashes are a clause apart, and the quotation goes on."""
    sentence = read("«Il ponte – spiega Rossi – riaprirà.»")
    kinds = {c.kind: " ".join(sentence.words[i].text for i in c.words) for c in sentence.clauses}
    assert kinds["inserted"] == "– spiega Rossi –"
    assert kinds["main"] == "« Il ponte riaprirà . »"


def test_two_verbs_joined_are_two_clauses():
    assert verbs("La polizia ha fermato un uomo e ha sequestrato un coltello.") == ["fermare", "sequestrare"]


def test_an_auxiliary_governs_two_participles():
    group = read("I carabinieri hanno identificato e denunciato un giovane.").clauses[0].group
    assert group is not None
    assert (group.lemma, group.compound, group.last - group.first) == ("identificare", True, 3)


@pytest.mark.parametrize(
    ("text", "passive"),
    [
        ("Il ladro è stato arrestato.", True),
        ("La banda è fuggita.", False),
        ("La mostra verrà inaugurata.", True),
        ("Il comitato si è riunito.", False),
    ],
)
def test_passives_are_told_from_verbs_of_motion(text: str, passive: bool):
    group = read(text).clauses[0].group
    assert group is not None
    assert group.passive is passive


def test_a_modal_gives_way_to_its_infinitive():
    """«è riuscito a fuggire» tells of a flight."""
    assert verbs("L’uomo è riuscito a fuggire.") == ["fuggire"]


def test_a_surname_at_the_head_of_a_sentence_is_no_verb():
    """«Ferrante» looks like a word of the dictionary; the article writes it with a capital elsewhere."""
    text = "Sforza ha vinto."
    sentence = read_sentence(text, 0, len(text), names=frozenset({"Sforza"}))
    assert sentence.words[0].part == "name"
