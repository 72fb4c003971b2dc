"""Every rule reads the examples of its own docstring, whole, and as often spelled as the press spells them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from inspect import isfunction

import pytest

from timeline.italian.corpus import PUBLISHED, Example, examples
from timeline.italian.engine import Phrasebook, Rule
from timeline.italian.rules import MODULES, PHRASES
from timeline.italian.tokens import fold, stretches, tokenize
from timeline.tagger import Timex, tag

# What may stand before a span: prepositions, alone or with their article, articles, and words that lead to a date.
LEADS = frozenset(
    """a ad al allo all' alla ai agli alle di d' del del' dello dell' della dei degli delle da dal dallo dall' dalla dai
    dagli dalle in nel nel' nello nell' nella nei negli nelle su sul sullo sull' sulla sui sugli sulle per tra fra con
    il lo la l' i gli le fino sino entro partire decorrere cominciare iniziare dopo prima oltre durante intorno attorno
    verso""".split()
)
# Adverbs and phrases that take no article and drop no vowel.
NOTHING_TO_JOIN = frozenset(
    """after_ore bare_hour_of_part day_and_short_month digital every_date every_part_of_day every_unit habitual_day now
    now_word this_weekday tomorrow_morning tonight
    soon
    units_ago within_the_week within_today""".split()
)
# What builders call.
NOT_BUILDERS = frozenset("day_part feast lean".split())
JOINED = re.compile(r"\b(?:a|da|de|di|ne|su)(?:l|llo|lla|i|gli|lle)\b|['’]")


def rules() -> dict[str, Rule]:
    """One rule of each name: the feasts register theirs many times with one docstring."""
    return {rule.name: rule for rule in PHRASES.rules}


def corpus() -> Iterator[object]:
    for name, rule in rules().items():
        for example in examples(rule):
            yield pytest.param(rule, example, id=f"{name}: {example.wording}")


def read(example: Example) -> list[Timex]:
    """The expressions of the wording, the sentence before it left out."""
    return [t for t in tag(example.before + example.wording, PUBLISHED) if t.start >= len(example.before)]


def values(found: list[Timex]) -> tuple[tuple[str, str], ...]:
    return tuple((t.value, t.mod or "") for t in found)


@pytest.mark.parametrize(("rule", "example"), list(corpus()))
def test_a_wording_is_read_whole_and_as_its_rule_says(rule: Rule, example: Example) -> None:
    """Neither less, nor more, nor another expression; the span leaves out only what leads to it."""
    found = read(example)
    assert values(found) == example.values
    text = example.before + example.wording
    assert found[-1].end == len(text)
    lead = text[len(example.before) : found[0].start].lower()
    assert set(re.findall(r"\w+'?", lead)) <= LEADS, f"«{lead}» is no lead"


@pytest.mark.parametrize("spelling", [str.upper, lambda w: w.replace("'", "’"), lambda w: w.replace(" ", "\u00a0")])
def test_letters_apostrophes_and_spaces_change_no_value(spelling: object) -> None:
    """Capitals, U+2019 and no-break spaces, wherever a rule's example stands in small letters."""
    assert callable(spelling)
    changed = {
        example.wording: values(found)
        for rule in rules().values()
        for example in examples(rule)
        if values(found := read(Example(spelling(example.wording), example.spoken, ()))) != example.values
    }
    assert changed == {}


@pytest.mark.parametrize("name", list(rules()))
def test_a_rule_has_two_examples_one_of_them_joined(name: str) -> None:
    """«dell'ottobre», «nel 2019»: the forms in which small words grow together are where readers of dates fail."""
    found = [e.wording for e in examples(rules()[name])]
    assert len(found) >= 2
    assert name in NOTHING_TO_JOIN or any(JOINED.search(w.lower()) for w in found), found


def test_every_builder_is_a_rule() -> None:
    """A builder that lost its decorator reads nothing, and nobody asks it for its examples."""
    public = [
        name
        for module in MODULES
        for name, thing in vars(module).items()
        if isfunction(thing) and thing.__module__ == module.__name__ and thing.__doc__ and not name.startswith("_")
    ]
    assert [name for name in public if name not in rules() and name not in NOT_BUILDERS] == []


def test_a_rule_takes_part_in_its_examples() -> None:
    """An example that other rules read proves nothing of the rule it stands with."""
    idle = [
        (name, example.wording)
        for name, rule in rules().items()
        for example in examples(rule)
        if name not in names_of_builders(example.wording)
    ]
    assert idle == []


def names_of_builders(text: str) -> set[str]:
    """The names of the rules that build something while *text* is read."""
    words = tokenize(fold(text)).words
    return {name for begin, end in stretches(words) for name in built_in(tuple(words[begin:end]))}


@cache
def built_in(stretch: tuple[str, ...]) -> frozenset[str]:
    book, built = watched_phrases()
    built.clear()
    book.parse(stretch)
    return frozenset(built)


@cache
def watched_phrases() -> tuple[Phrasebook, set[str]]:
    """All rules in a book of their own, in which each builder notes its name when it builds."""
    book, built = Phrasebook(), set[str]()

    def watching(rule: Rule) -> Callable[..., object]:
        def build(*slots: object) -> object:
            result = rule.build(*slots)
            if result is not None:
                built.add(rule.name)
            return result

        return build

    for rule in PHRASES.rules:
        book.rule(rule.level, rule.gives, *rule.phrases, keeps_article=rule.keeps_article, lists=rule.lists)(
            watching(rule)
        )
    return book, built
