"""The lists of words for one thing and one kind of happening: no word on two lines, or under a kind it is not of."""

from __future__ import annotations

from collections import Counter

import pytest

from timeline.events.features import features_in
from timeline.events.happenings import _lines, kind_of, kinds_of_phrases, mains_of_title, pairs_of_kinds
from timeline.events.rarity import groups, stem, thing


def test_a_word_stands_on_one_line_only():
    for lines in (_lines(), groups()):
        seen = Counter(word.lstrip("=") for _, words in lines for word in words)
        assert [word for word, times in seen.items() if times > 1] == []


def test_a_phrase_tells_one_kind():
    kinds: dict[tuple[str, ...], set[str]] = {}
    for kind, words in _lines():
        for word in words:
            if "-" in word:
                kinds.setdefault(tuple(map(stem, word.split("-"))), set()).add(kind)
    assert [phrase for phrase, found in kinds.items() if len(found) > 1] == []


def test_kinds_that_go_together_are_in_the_list():
    known = {kind for kind, _ in _lines()}
    assert {kind for mark in "~!>" for pair in pairs_of_kinds(mark) for kind in pair} <= known


@pytest.mark.parametrize(
    "word",
    "però bari bar pubblico negozio fondi partito progetto termine presente rifiuti violento commissariato ordine "
    "libero occupazione contesto attento deposito gola perdita battuta sano molto".split(),
)
def test_a_word_that_only_looks_alike_tells_no_kind(word):
    assert kind_of(word) == ""


@pytest.mark.parametrize(
    ("one", "two"),
    [("casi", "casa"), ("coppia", "coppa"), ("romano", "romania"), ("mistero", "mister"), ("bando", "banda")],
)
def test_a_word_that_only_looks_alike_is_another_thing(one, two):
    assert thing(one) != thing(two)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("ha licenziato il testo", "approvare"),
        ("è stato rinviato a giudizio", "incriminare"),
        ("ha chiuso gli occhi per sempre", "morire"),
        ("stroncato da un arresto cardiaco", "svenire"),
        ("ha lasciato la fascia tricolore", "dimettersi"),
        ("è stata dimessa dall'ospedale", "guarire"),
        ("una battuta d'arresto", "perdere"),
        ("ha ribaltato la condanna", "ribaltare"),
        ("hanno proclamato uno sciopero", "indire"),
        ("è stato mandato all'ospedale", "ricoverare"),
        ("la fabbrica è passata ai tedeschi", "acquistare"),
        ("ha accusato sintomi da salmonella", "svenire"),
        ("hanno aperto le gabbie alle linci", "reintrodurre"),
        ("è rimasta al buio", "blackout"),
    ],
)
def test_two_words_together_tell_another_kind_than_each(text, kind):
    assert kind in kinds_of_phrases(text.replace("'", " ").split()).values()


def test_a_people_and_its_state_are_one():
    for people, state in (
        ("francesi", "Francia"),
        ("maliani", "Mali"),
        ("siciliani", "Sicilia"),
        ("kabul", "Afghanistan"),
    ):
        assert features_in(f"gli {people}") == {f"n:{state}"}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("cinque carri sono usciti martedì scorso dai binari", "deragliare"),
        ("la grazia gli aprì le porte del carcere", "liberare"),
        ("la nave è stata varata nei cantieri isontini", "varo"),
        ("la copertura ha ceduto all'improvviso", "crollare"),
        ("un mese dopo è caduto nelle mani dei miliziani", "rapire"),
        ("ha sbattuto la porta", "dimettersi"),
    ],
)
def test_words_between_and_metaphors_tell_the_kind(text, kind):
    """A date may stand between the two words of a phrase."""
    assert kind in kinds_of_phrases(text.replace("'", " ").split()).values()


def test_two_words_may_tell_no_kind_though_each_does():
    assert set(kinds_of_phrases("il diario si intitola Sulla sabbia".split()).values()) == {""}
    assert "intitolare" not in mains_of_title("Si intitola «Sulla sabbia» il diario")


@pytest.mark.parametrize(
    "word",
    "traffico individuo cassa serratura capitolo spiaggia somma circuito media ultimo completo mani medico impianto "
    "radio sportello piante telefono regalo banda quota decade lesione concessionaria cripta pista ridere".split(),
)
def test_a_word_that_shares_the_root_of_a_new_one_tells_no_kind(word):
    assert kind_of(word) == ""
