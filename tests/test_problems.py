"""Problems: how they print, in what order, and when a run fails."""

from timeline.problems import Problem, ProblemsFound, has_errors


def test_a_problem_prints_where_what_and_how_to_mend_it() -> None:
    """One line that an editor's problem matcher reads, and one with the fix."""
    problem = Problem("content/events/kursk.yml", 3, "la data «2024-3-9» non si legge", "scrivi 2024-03-09")
    assert str(problem) == ("content/events/kursk.yml:3: la data «2024-3-9» non si legge\n    scrivi 2024-03-09")


def test_columns_and_missing_places() -> None:
    """The column follows the line; without a line the file stands alone, without a file the message."""
    assert str(Problem("a.yml", 3, "chiave doppia", column=7)) == "a.yml:3:7: chiave doppia"
    assert str(Problem("a.yml", 0, "il file è vuoto", column=7)) == "a.yml: il file è vuoto"
    assert str(Problem("", 0, "manca la cartella content/", "usa timeline new")) == (
        "manca la cartella content/\n    usa timeline new"
    )


def test_warnings_say_that_they_are() -> None:
    """An error needs no word, a warning does."""
    assert str(Problem("a.yml", 3, "fonti discordi", level="warning")) == "a.yml:3: avviso: fonti discordi"


def test_problems_are_ordered_by_place() -> None:
    """File, then line as a number."""
    problems = [Problem("b.yml", 1, "x"), Problem("a.yml", 10, "x"), Problem("a.yml", 9, "y"), Problem("a.yml", 9, "x")]
    assert [(p.path, p.line, p.message) for p in sorted(problems)] == [
        ("a.yml", 9, "x"),
        ("a.yml", 9, "y"),
        ("a.yml", 10, "x"),
        ("b.yml", 1, "x"),
    ]


def test_two_problems_of_one_line_stand_in_the_order_of_their_columns() -> None:
    """What is further left on a line is told first."""
    right, left = Problem("a.yml", 3, "a destra", column=9), Problem("a.yml", 3, "il primo", column=2)
    assert sorted([right, left]) == [left, right]


def test_all_problems_are_told_together() -> None:
    """The exception carries them sorted and prints every one."""
    found = ProblemsFound(iter([Problem("b.yml", 1, "secondo"), Problem("a.yml", 2, "primo")]))
    assert [p.message for p in found.problems] == ["primo", "secondo"]
    assert str(found) == "a.yml:2: primo\nb.yml:1: secondo"


def test_only_errors_fail_a_run() -> None:
    """Warnings fail it when they are asked to."""
    warning, error = Problem("a.yml", 1, "x", level="warning"), Problem("a.yml", 1, "x")
    assert not has_errors([])
    assert not has_errors([], strict=True)
    assert not has_errors([warning])
    assert has_errors([warning], strict=True)
    assert has_errors([warning, error])
