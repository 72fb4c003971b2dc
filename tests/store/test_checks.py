"""Each check finds what it looks for, says where, and keeps quiet otherwise."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from timeline.problems import Problem
from timeline.store.checks import check

TODAY = date(2025, 5, 10)
ARTICLE = "---\ntitle: Prova\npublished: 2025-04-28\n---\n\nIeri il consiglio ha votato. Il 31 aprile si replica.\n"
EVENT = """- title: Il consiglio ha votato
  date: 2025-04-27
  id: voto
  mentions:
    - article: prova
      expression: Ieri
      date: 2025-04-27
      quote: Ieri il consiglio ha votato.
"""
Write = Callable[..., list[Problem]]


@pytest.fixture
def found(tmp_path: Path) -> Write:
    """Write an events file (and people.yml), and say what `check` finds there."""

    def look(events: str, people: str = "", article: str = "") -> list[Problem]:
        for folder in ("content/events", "content/articles", "site_config"):
            (tmp_path / folder).mkdir(parents=True, exist_ok=True)
        (tmp_path / "content/events/prova.yml").write_text(events, encoding="utf-8")
        (tmp_path / "site_config/people.yml").write_text(people, encoding="utf-8")
        if article:
            (tmp_path / "content/articles/prova.md").write_text(article, encoding="utf-8")
        return check(tmp_path, TODAY)

    return look


def only(problems: list[Problem], words: str) -> Problem:
    """The one problem there is, which must say *words*."""
    assert [p for p in problems if words in p.message] == problems
    assert len(problems) == 1
    return problems[0]


def test_a_sound_dossier_has_no_problem(found: Write) -> None:
    assert found(EVENT) == []


def test_an_id_may_stand_once(found: Write) -> None:
    """The second event that has it is named, an error: one of the two could not be reached."""
    problem = only(found(EVENT + "\n- title: Altro\n  date: 2025\n  id: voto\n"), "l’id «voto» è di due eventi")
    assert (problem.line, problem.level) == (10, "error")


def test_ids_that_name_no_event_are_told(found: Write) -> None:
    assert only(found(EVENT + "  related: [niente]\n"), "nessun evento ha l’id «niente»").level == "warning"


@pytest.mark.parametrize("key", ["after", "related", "same_as", "not_same_as"])
def test_an_event_that_names_itself_is_told(found: Write, key: str) -> None:
    value = "voto" if key == "after" else "[voto]"
    problems = [p for p in found(EVENT + f"  {key}: {value}\n") if "di questo stesso evento" in p.message]
    assert only(problems, f"{key}: «voto»").level == "warning"


def test_words_and_date_must_agree(found: Write) -> None:
    assert found("- title: A\n  date: 2025-03\n  date_text: Fine marzo 2025\n") == []
    only(found("- title: A\n  date: 2025-04\n  date_text: Fine marzo 2025\n"), "non va d’accordo con date")


def test_a_date_of_the_editors_own_wants_a_note(found: Write) -> None:
    moved = EVENT.replace("date: 2025-04-27", "date: 2025-04-26", 1)
    only(found(moved), "la data è della redazione")
    assert found(moved + "  note: Il verbale dice sabato.\n") == []


def test_a_quote_must_stand_in_its_article(found: Write) -> None:
    """Where the article is kept elsewhere nothing can be said."""
    changed = EVENT.replace("ha votato.\n", "ha deciso.\n", 1)
    assert found(changed) == []
    told = found(changed, article=ARTICLE.replace(" Il 31 aprile si replica.", ""))
    only(told, "non è più in prova")


def test_a_day_that_no_calendar_has_is_told(found: Write) -> None:
    only(found(EVENT, article=ARTICLE), "«31 aprile» non esiste nel calendario")


@pytest.mark.parametrize("target", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd"])
def test_links_lead_to_the_web_or_the_site_alone(found: Write, target: str) -> None:
    problem = only(found(EVENT + f"  summary: 'Vedi [qui]({target})'\n"), "non è ammesso")
    assert problem.level == "error"
    assert found(EVENT + "  summary: 'Vedi [qui](https://example.org/a)'\n") == []


def test_a_private_name_beside_an_arrest_is_told(found: Write) -> None:
    """Until the editors approve it in people.yml."""
    events = "- title: Arrestato Mario Verdi\n  date: 2025-04-27\n  people: [Mario Verdi]\n"
    only(found(events), "il nome «Mario Verdi» sta accanto a «Arrestato»")
    assert found(events, people="- name: Mario Verdi\n  page: yes\n") == []
    assert found(events.replace("  people", "  status: hidden\n  people")) == []


@pytest.mark.parametrize(
    "title",
    [
        "L’arresto di Mario Verdi",
        "Indagato Mario Verdi",
        "Denunciato Mario Verdi",
        "Condannato Mario Verdi",
        "La malattia di Mario Verdi",
        "Mario Verdi affidato coi due minori",
        "Mario Verdi, minorenne, torna a casa",
    ],
)
def test_each_word_that_makes_a_name_a_private_matter(found: Write, title: str) -> None:
    problem = only(found(f"- title: {title}\n  date: 2025-04-27\n  people: [Mario Verdi]\n"), "sta accanto a")
    assert problem.level == "warning"


def test_a_name_beside_nothing_delicate_is_no_problem(found: Write) -> None:
    assert found("- title: Mario Verdi apre il ponte\n  date: 2025-04-27\n  people: [Mario Verdi]\n") == []


def test_a_published_permalink_must_not_go(found: Write, tmp_path: Path) -> None:
    records = tmp_path / "content/events/.extracted"
    records.mkdir(parents=True)
    (records / "published.txt").write_text("perduto\nvoto\n", encoding="utf-8")
    problem = only(found(EVENT), "l’id «perduto» era pubblicato e non c’è più")
    assert problem.level == "error"
    assert not found(EVENT + "  same_as: [perduto]\n")
