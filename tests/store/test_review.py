"""What `timeline review` lists, each with what to paste; and that pasting it works."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from timeline.cli import main
from timeline.store.checks import check
from timeline.store.review import review

TODAY = date(2025, 6, 1)
COLLAPSE = (
    "Il perito Bruno Sartorelli ha deposto ieri in tribunale ad Ancona. Al giudice ha detto che i bulloni del ponte "
    "erano consumati. L'ingegner Ludovico Grimaldi lo ascoltava in prima fila."
)
HEARING = (
    "Ludovico Grimaldi ha presentato un ricorso mercoledì 5 marzo. Ha parlato Bruno Sartorelli. La sala era piena."
)
DEADLINE = "Il cantiere della scuola di Loreto sarà consegnato entro il 30 aprile 2025."


@pytest.fixture
def dossier(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Path:
    """A new dossier with two articles that may tell one fact."""
    assert main(["new", str(tmp_path / "dossier")]) == 0
    monkeypatch.chdir(tmp_path / "dossier")
    put(tmp_path / "dossier", "perito", "2025-03-06", COLLAPSE)
    put(tmp_path / "dossier", "udienza", "2025-03-07", HEARING)
    assert main(["extract"]) == 0
    capsys.readouterr()
    return tmp_path / "dossier"


def put(root: Path, name: str, published: str, text: str) -> None:
    path = root / "content/articles" / f"{name}.md"
    path.write_text(f"---\ntitle: Articolo\npublished: {published}\n---\n\n{text}\n", encoding="utf-8")


def file(root: Path, name: str) -> Path:
    return root / "content/events" / f"{name}.yml"


def change(root: Path, name: str, old: str, new: str) -> None:
    text = file(root, name).read_text(encoding="utf-8")
    assert re.search(old, text), (old, text)
    file(root, name).write_text(re.sub(old, new, text, count=1), encoding="utf-8")


def section(root: Path, title: str) -> list[str]:
    """The lines of one section of the review, none where it is not there."""
    parts = [part.split("\n") for part in re.split(r"\n\n(?=\S)", review(root, TODAY))]
    return next((lines[1:] for lines in parts if lines[0].startswith(title)), [])


def pasted(root: Path, key: str) -> str:
    """The line that the review gives for pasting."""
    return next(line for line in section(root, "Forse lo stesso fatto") if re.match(rf" *{key}:", line))


def paste(root: Path, line: str) -> None:
    """Put a line into the first event of the proposal, above its id."""
    place = section(root, "Forse lo stesso fatto")[0]
    found = re.search(r"\(content/events/(.+)\.yml:\d+\)", place)
    assert found
    change(root, found[1], r"(?m)^  id:", f"{line}\n  id:")


def ids(root: Path) -> list[str]:
    text = "".join(p.read_text(encoding="utf-8") for p in sorted((root / "content/events").glob("*.yml")))
    return re.findall(r"(?m)^  id: (.+)$", text)


def test_two_events_that_may_be_one_are_proposed_with_their_reasons(dossier: Path) -> None:
    """Date, names of the sentences around, and where both stand."""
    lines = "\n".join(section(dossier, "Forse lo stesso fatto"))
    assert "stessa data (mercoledì 5 marzo 2025)" in lines
    assert "Sartorelli" in lines
    assert "content/events/perito.yml:3" in lines
    assert "timeline merge " in lines


def test_a_pasted_same_as_joins_them_at_the_next_extraction(dossier: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """No article has changed; one event is left, with both passages, and the other's id leads to it."""
    first, second = ids(dossier)
    paste(dossier, pasted(dossier, "same_as"))
    assert main(["extract", "--check"]) == 1
    assert main(["extract"]) == 0
    assert "uniti i due eventi" in capsys.readouterr().out
    assert len(ids(dossier)) == 1
    text = "".join(p.read_text(encoding="utf-8") for p in (dossier / "content/events").glob("*.yml"))
    assert {"article: perito", "article: udienza"} <= set(re.findall(r"article: \w+", text))
    assert main(["extract", "--check"]) == 0
    assert not section(dossier, "Forse lo stesso fatto")
    put(dossier, "udienza", "2025-03-07", HEARING + " Si torna in aula ad aprile.")
    main(["extract"])
    assert {first, second} & set(ids(dossier)) == set(ids(dossier)) & {first}


def test_a_pasted_refusal_is_remembered(dossier: Path) -> None:
    """The proposal is gone at once and for good, also when both articles are read again."""
    both = ids(dossier)
    paste(dossier, pasted(dossier, "not_same_as"))
    assert not section(dossier, "Forse lo stesso fatto")
    put(dossier, "perito", "2025-03-06", COLLAPSE + " La sala era piena.")
    put(dossier, "udienza", "2025-03-07", HEARING + " Il perito Bruno Sartorelli ha deposto in tribunale.")
    assert main(["extract"]) == 0
    assert set(both) <= set(ids(dossier))
    assert not section(dossier, "Forse lo stesso fatto")


def sources(root: Path) -> dict[str, list[str]]:
    """The articles of each event, by id."""
    text = "".join(p.read_text(encoding="utf-8") for p in sorted((root / "content/events").glob("*.yml")))
    return {
        re.findall(r"(?m)^  id: (.+)$", event)[0]: re.findall(r"article: (\w+)", event)
        for event in text.split("- title:")[1:]
    }


@pytest.mark.parametrize("read_between", [False, True])
def test_a_refusal_takes_apart_at_the_next_extraction_what_was_joined(dossier: Path, read_between: bool) -> None:
    """An editor joined two events and thinks better of it: no article has changed, and both are there again."""
    first, second = ids(dossier)
    main(["merge", first, second])
    if read_between:
        put(dossier, "udienza", "2025-03-07", HEARING + " L'aula era fredda.")
        main(["extract"])
    assert sources(dossier) == {first: ["perito", "udienza"]}
    change(dossier, "perito", r"  same_as: .*\n(?:    - .*\n)*", f"  not_same_as: [{second}]\n")
    assert main(["extract", "--check"]) == 1
    assert main(["extract"]) == 0
    assert sources(dossier) == {first: ["perito"], second: ["udienza"]}
    assert main(["extract", "--check"]) == 0
    assert not section(dossier, "Forse lo stesso fatto")
    put(dossier, "perito", "2025-03-06", COLLAPSE + " La sala era piena.")
    main(["extract"])
    assert sources(dossier) == {first: ["perito"], second: ["udienza"]}


def test_a_refusal_in_a_published_event_is_told_with_what_to_do(dossier: Path) -> None:
    """Nothing is taken out of it unasked; doing what `check` says takes the two apart."""
    first, second = ids(dossier)
    main(["merge", first, second])
    change(dossier, "perito", r"  same_as: .*\n(?:    - .*\n)*", f"  not_same_as: [{second}]\n")
    change(dossier, "perito", "status: draft", "status: published")
    assert main(["extract"]) == 0
    assert sources(dossier) == {first: ["perito", "udienza"]}
    (problem,) = [p for p in check(dossier, TODAY) if "not_same_as" in p.message]
    assert f"se «{second}» era stato unito a questo" in problem.fix
    assert "scrivi status: draft, lancia timeline extract" in problem.fix
    change(dossier, "perito", "status: published", "status: draft")
    assert main(["extract"]) == 0
    assert sources(dossier) == {first: ["perito"], second: ["udienza"]}


def test_a_refusal_takes_apart_what_the_extractor_joined(dossier: Path) -> None:
    """By the id that the other had before its article was mended, and joined with this one."""
    first, _ = ids(dossier)
    put(dossier, "udienza", "2025-03-06", COLLAPSE.replace("ha deposto ieri", "ieri ha deposto a lungo"))
    main(["extract"])
    assert sources(dossier) == {first: ["perito", "udienza"]}
    (told,) = re.findall(r'"id": "(.+)"', (dossier / "content/events/.extracted/udienza.json").read_text("utf-8"))
    change(dossier, "perito", r"(?m)^  id:", f"  not_same_as: [{told}]\n  id:")
    assert main(["extract"]) == 0
    assert sources(dossier) == {first: ["perito"], told: ["udienza"]}
    assert main(["extract", "--check"]) == 0


def test_a_refusal_of_what_was_deleted_or_never_was_does_nothing(dossier: Path) -> None:
    """Run after run: no byte changes, and what an editor deleted stays deleted."""
    first, second = ids(dossier)
    file(dossier, "udienza").unlink()
    change(dossier, "perito", r"(?m)^  id:", f"  not_same_as: [{second}, mai-visto]\n  id:")
    before = file(dossier, "perito").read_bytes()
    for _ in range(2):
        assert main(["extract"]) == 0
        assert file(dossier, "perito").read_bytes() == before
        assert ids(dossier) == [first]


def test_of_a_draft_and_a_published_event_the_published_permalink_stays(dossier: Path) -> None:
    """Whichever of the two the line was pasted into."""
    change(dossier, "udienza", "status: draft", "status: published")
    (published,) = re.findall(r"(?m)^  id: (.+)$", file(dossier, "udienza").read_text(encoding="utf-8"))
    change(dossier, "perito", r"(?m)^  id:", f"  same_as: [{published}]\n  id:")
    assert main(["extract"]) == 0
    assert ids(dossier) == [published]
    assert not [p for p in check(dossier, TODAY) if p.level == "error"]


def test_an_editor_s_remark_keeps_an_event_from_being_joined(dossier: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It would be lost: the editor is told, and nothing is lost."""
    change(dossier, "udienza", "  status: draft", "  status: draft  # da sentire l’avvocato")
    first, second = ids(dossier)
    change(dossier, "perito", r"(?m)^  id:", f"  same_as: [{second}]\n  id:")
    assert main(["extract"]) == 0
    assert "commento" in capsys.readouterr().err
    assert ids(dossier) == [first, second]
    assert main(["extract", "--check"]) == 0


def test_an_event_written_by_hand_may_be_the_one_an_article_tells(dossier: Path) -> None:
    title = "Il perito Bruno Sartorelli ha deposto in tribunale ad Ancona"
    file(dossier, "a-mano").write_text(f"- title: {title}\n  date: 2025-03-05\n  id: mia\n", encoding="utf-8")
    assert any("(content/events/a-mano.yml:1)" in line for line in section(dossier, "Forse lo stesso fatto"))


def test_a_second_line_is_given_with_the_ids_that_stand_there(dossier: Path) -> None:
    """A key may stand once in an event: the line to paste replaces the one that is there."""
    change(dossier, "perito", r"(?m)^  id:", "  not_same_as: [altro]\n  id:")
    (other,) = re.findall(r"(?m)^  id: (.+)$", file(dossier, "udienza").read_text(encoding="utf-8"))
    assert pasted(dossier, "not_same_as") == f"  not_same_as: [altro, {other}]"
    assert any("al posto di quella che c’è alla riga" in line for line in section(dossier, "Forse lo stesso fatto"))


def test_a_published_date_that_changed_wants_a_correction(dossier: Path) -> None:
    """With the lines to paste; once they are there, nothing is said, until the next change."""
    change(dossier, "perito", "status: draft", "status: published")
    main(["extract"])
    assert not section(dossier, "Pubblicati e poi cambiati")
    change(dossier, "perito", r"(?m)^  date: 2025-03-05", "  date: 2025-03-04")
    change(dossier, "perito", r"title: .+", "title: Il perito in aula")
    lines = section(dossier, "Pubblicati e poi cambiati")
    assert "La data era: mercoledì 5 marzo 2025. Il titolo era: «" in lines[1]
    start = lines.index("  corrections:")
    change(dossier, "perito", r"(?m)^  id:", "\n".join(lines[start : start + 3]).replace("\\", r"\\") + "\n  id:")
    assert not section(dossier, "Pubblicati e poi cambiati")
    main(["extract"])
    change(dossier, "perito", r"(?m)^  date: 2025-03-04", "  date: 2025-03-03")
    assert "La data era: martedì 4 marzo 2025." in section(dossier, "Pubblicati e poi cambiati")[1]


def test_the_same_date_in_other_words_is_no_change(dossier: Path) -> None:
    change(dossier, "perito", "status: draft", "status: pubblicato")
    main(["extract"])
    change(dossier, "perito", r"(?m)^  date: 2025-03-05", "  date: 5 marzo 2025")
    assert not section(dossier, "Pubblicati e poi cambiati")


def test_what_the_extractor_reads_otherwise_waits_with_take_and_keep(dossier: Path) -> None:
    """Of a published event; the article was mended."""
    change(dossier, "perito", "status: draft", "status: published")
    put(dossier, "perito", "2025-03-06", COLLAPSE.replace("ieri", "l'altro ieri"))
    main(["extract"])
    lines = "\n".join(section(dossier, "Che cosa leggiamo ora diversamente da voi"))
    assert "data: da voi «2025-03-05», ora leggiamo «2025-03-04»" in lines
    assert "timeline review --take" in lines
    assert "timeline review --keep" in lines


def test_new_names_are_ready_to_paste_with_their_events(dossier: Path) -> None:
    """The section is YAML as it stands; once pasted, nobody is asked again."""
    lines = section(dossier, "Nomi nuovi")
    assert "- name: Bruno Sartorelli" in lines
    assert any(line.startswith("  # «") and "content/events/perito.yml:3" in line for line in lines)
    (dossier / "site_config/people.yml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert not section(dossier, "Nomi nuovi")
    assert not [p for p in check(dossier, TODAY) if "people.yml" in p.path]


def test_a_deadline_gone_by_is_an_appointment_gone_by(dossier: Path) -> None:
    """«Entro il 30 aprile», told in March: in June it is asked what came of it, by `check` too."""
    put(dossier, "cantiere", "2025-03-10", DEADLINE)
    event = (
        "- title: Il cantiere della scuola sarà consegnato\n  date: entro il 30 aprile 2025\n  id: cantiere\n"
        "  mentions:\n    - article: cantiere\n      expression: entro il 30 aprile\n"
        f"      date: '[..2025-04-30]'\n      quote: {DEADLINE}\n"
    )
    file(dossier, "scadenze").write_text(event, encoding="utf-8")
    assert any("Entro il 30 aprile 2025" in line for line in section(dossier, "Appuntamenti passati"))
    (warning,) = [p for p in check(dossier, TODAY) if "era annunciato" in p.message]
    assert (warning.level, warning.path) == ("warning", "content/events/scadenze.yml")
    assert "entro il 30 aprile 2025" in warning.fix
    assert not [p for p in check(dossier, date(2025, 4, 30)) if "era annunciato" in p.message]
    change(dossier, "scadenze", r"(?m)^  id:", "  note: Consegnato a maggio.\n  id:")
    assert not section(dossier, "Appuntamenti passati")
    assert not [p for p in check(dossier, TODAY) if "era annunciato" in p.message]


def test_sources_that_disagree_are_told_with_both_quotes(dossier: Path) -> None:
    """By review and, as a warning, by check; an editor's note answers it."""
    first, second = ids(dossier)
    main(["merge", first, second])
    change(dossier, "perito", r"(?s)(article: udienza.*?date: )2025-03-05", r"\g<1>2025-03-04")
    lines = "\n".join(section(dossier, "Le fonti non concordano"))
    assert "ha deposto ieri in tribunale" in lines
    assert "ha presentato un ricorso mercoledì 5 marzo" in lines
    (warning,) = [p for p in check(dossier, TODAY) if "non concordano" in p.message]
    assert warning.level == "warning"
    assert "ha deposto ieri in tribunale" in warning.fix
    assert "ha presentato un ricorso mercoledì 5 marzo" in warning.fix
    change(dossier, "perito", r"(?m)^  id:", "  note: Vale il verbale.\n  id:")
    assert not [p for p in check(dossier, TODAY) if "non concordano" in p.message]
