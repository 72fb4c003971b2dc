"""site_config/ is read without surprises, and what is wrong in it is told with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from timeline.store.config import Config, load_config


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "site_config").mkdir()
    return tmp_path


def write(root: Path, name: str, text: str) -> None:
    (root / "site_config" / name).write_text(text, encoding="utf-8")


def test_a_dossier_without_configuration_has_the_usual_one(tmp_path: Path) -> None:
    """Nothing in site_config/: Rome's clocks, no people, no themes, no problem."""
    assert load_config(tmp_path) == (Config(), [])


def test_people_and_tags_become_what_the_extractor_needs(root: Path) -> None:
    """«no» stays no and «sì» is yes, whatever YAML makes of them."""
    write(
        root, "people.yml", "- name: Kim Jong Un\n  spellings: [Kim Jong-un]\n  page: sì\n- name: Rossi\n  never: yes\n"
    )
    write(root, "tags.yml", "- name: Trattative\n  words: negoziat*\n  sections: [Esteri]\n")
    config, problems = load_config(root)
    assert not problems
    kim, rossi = config.settings.people
    assert (kim.spellings, kim.page, rossi.never, rossi.page) == (("Kim Jong-un",), True, True, False)
    assert (config.tags[0].words, config.tags[0].sections) == (("negoziat*",), ("Esteri",))


@pytest.mark.parametrize(
    ("name", "text", "line", "words"),
    [
        ("site.yml", "timezone: Europe/Roma\n", 1, "il fuso «Europe/Roma» non esiste"),
        ("site.yml", "report: ''\nrepository_publik: yes\n", 2, "«repository_publik» non si conosce"),
        ("people.yml", "- name: A B\n- role: sindaca\n", 2, "la voce non ha un nome"),
        ("people.yml", "- name: A B\n- name: A B\n", 2, "c’è due volte"),
        ("people.yml", "- name: A B\n  page: forse\n", 2, "«forse» non è né sì né no"),
        ("tags.yml", "name: x\n", 1, "qui ci vuole un elenco"),
        ("tags.yml", "- name: [\n", 1, ""),
    ],
)
def test_what_is_wrong_is_told_with_its_line(root: Path, name: str, text: str, line: int, words: str) -> None:
    write(root, name, text)
    problems = load_config(root)[1]
    assert [p.line for p in problems] == [line]
    assert words in problems[0].message
    assert problems[0].fix


def test_a_broken_file_hides_none_of_the_others(root: Path) -> None:
    write(root, "site.yml", "timezone: [\n")
    write(root, "tags.yml", "- name: Trattative\n")
    config, problems = load_config(root)
    assert len(problems) == 1
    assert config.tags[0].name == "Trattative"
