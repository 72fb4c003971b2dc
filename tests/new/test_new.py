"""`timeline new`: what a new dossier has, and that it is made from the files that this repository itself is made of."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from timeline.cli import main
from timeline.italian.prose import read_date
from timeline.new import create, dossier_files
from timeline.new.source import requirement, source_of
from timeline.problems import Problem, ProblemsFound

ROOT = Path(__file__).parents[2]


def test_a_new_dossier_has_everything(tmp_path):
    create(tmp_path / "dossier")
    written = {p.relative_to(tmp_path / "dossier").as_posix() for p in (tmp_path / "dossier").rglob("*") if p.is_file()}
    assert written >= {
        ".github/workflows/pubblica.yml",
        ".gitignore",
        ".gitlab-ci.yml",
        ".vscode/extensions.json",
        ".vscode/settings.json",
        ".vscode/tasks.json",
        "README.md",
        "constraints.txt",
        "content/articles/.gitkeep",
        "content/events/.schema.json",
        "content/pages/come-lavoriamo.md",
        "content/pages/index.md",
        "mkdocs.yml",
        "requirements.txt",
        "site_config/people.yml",
        "site_config/site.yml",
        "site_config/tags.yml",
        "site_config/theme/stylesheets/aspetto.css",
    }


def test_templates_are_this_repository_s_own_files():
    """`make docs` brings them level."""
    script = [sys.executable, ROOT / "scripts" / "write_templates.py", "--check"]
    done = subprocess.run(script, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_all_of_mkdocs_yml_but_title_and_description_is_ours():
    ours = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").splitlines()
    theirs = dossier_files()["mkdocs.yml"].decode().splitlines()
    changed = [line.split(":")[0] for line, other in zip(ours, theirs, strict=True) if line != other]
    assert changed == ["site_name", "site_description"]


def test_nothing_of_the_demonstration_dossier_goes_along():
    for name, text in dossier_files().items():
        if not name.startswith(("README", "content/events/.schema")):
            assert not re.search("Kursk|nordcorean", text.decode(), re.IGNORECASE), name


def test_a_folder_with_anything_in_it_is_refused_and_left_alone(tmp_path, capsys):
    (tmp_path / "mine.txt").write_text("mine")
    assert main(["new", str(tmp_path)]) == 1
    assert "non è una cartella vuota" in capsys.readouterr().err
    assert [p.name for p in tmp_path.iterdir()] == ["mine.txt"]


def test_a_file_in_the_way_is_refused(tmp_path):
    (tmp_path / "taken").write_text("mine")
    with pytest.raises(ProblemsFound):
        create(tmp_path / "taken")
    assert (tmp_path / "taken").read_text() == "mine"


def test_an_empty_folder_is_as_good_as_none(tmp_path):
    create(tmp_path)
    assert (tmp_path / "mkdocs.yml").is_file()


def test_git_takes_all_of_it_and_none_of_the_site(tmp_path):
    create(tmp_path)
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "index.html").write_text("")
    subprocess.run(["git", "init", "-q", tmp_path], check=True)
    listed = subprocess.run(
        ["git", "-C", tmp_path, "ls-files", "--others", "--exclude-standard"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout.splitlines()
    assert set(listed) == set(dossier_files())


def test_the_editor_is_given_the_schema_with_italian_hovers():
    made = dossier_files()
    (schema,) = json.loads(made[".vscode/settings.json"])["yaml.schemas"]
    hovers = re.findall(r'"description": "(.+?)"', made[schema.removeprefix("./")].decode())
    assert len(hovers) > 15
    assert any("data" in hover.lower() for hover in hovers)


def test_tasks_are_our_commands():
    tasks = {t["label"]: t["command"] for t in json.loads(dossier_files()[".vscode/tasks.json"])["tasks"]}
    assert tasks == {"Estrai": "timeline extract", "Controlla": "timeline check", "Anteprima": "timeline serve"}


@pytest.mark.parametrize(
    ("problem", "severity", "place"),
    [
        (
            Problem("content/events/a.yml", 3, "la data non si legge", "scrivi"),
            "error",
            ("content/events/a.yml", "3", ""),
        ),
        (Problem("content/events/a b.yml", 3, "x: y", column=7), "error", ("content/events/a b.yml", "3", "7")),
        (Problem("site_config/people.yml", 1, "nome", level="warning"), "warning", ("site_config/people.yml", "1", "")),
        (Problem("content/articles/a.txt", 0, "manca la data"), "error", ("content/articles/a.txt", "", "")),
        (Problem("mkdocs.yml", 0, "riga", level="warning"), "warning", ("mkdocs.yml", "", "")),
    ],
)
def test_the_editor_underlines_the_line_of_each_problem(problem, severity, place):
    """Exactly one matcher of the task fits the printed problem, and takes file, line and message from it."""
    (task,) = (t for t in json.loads(dossier_files()[".vscode/tasks.json"])["tasks"] if t["label"] == "Controlla")
    first_line = str(problem).splitlines()[0]
    found = []
    for matcher in task["problemMatcher"]:
        pattern = matcher["pattern"]
        if match := re.match(pattern["regexp"], first_line):
            part = {key: match[pattern[key]] or "" for key in ("file", "line", "column", "message") if key in pattern}
            found.append((matcher["severity"], part))
    ((said, part),) = found
    assert said == severity
    assert (part["file"], part.get("line", ""), part.get("column", "")) == place
    assert part["message"] == problem.message


def test_the_editors_readme_tells_dates_that_are_read():
    """Every wording of its table may be typed."""
    table = re.findall(r"^\| `(.+?)` \| .+ \|$", (ROOT / "README.it.md").read_text(encoding="utf-8"), re.MULTILINE)
    wordings = [word for word in table if "timeline" not in word and "/" not in word]
    assert len(wordings) >= 8
    for wording in wordings:
        assert (read_date("Senza data" if wording == "null" else wording) is None) == (wording == "null"), wording


def test_a_program_from_a_repository_is_installed_from_its_commit():
    origin = {"url": "https://forge.example/timeline.git", "vcs_info": {"vcs": "git", "commit_id": "abc123"}}
    assert source_of(origin) == "git+https://forge.example/timeline.git@abc123"
    assert source_of({"url": "https://forge.example/timeline-1-py3-none-any.whl"}).endswith(".whl")


def test_no_password_and_no_folder_of_this_machine_gets_into_a_dossier(tmp_path):
    secret = {"url": "https://me:secret@forge.example/timeline.git", "vcs_info": {"vcs": "git", "commit_id": "abc"}}
    assert source_of(secret) == ""
    assert source_of({"url": tmp_path.as_uri()}) == ""
    assert source_of({}) == ""
    assert str(ROOT) not in requirement()


def test_a_checkout_is_known_by_its_public_address_and_commit(tmp_path):
    def git(*args: str) -> str:
        done = subprocess.run(["git", "-C", tmp_path, *args], capture_output=True, text=True, check=True)
        return done.stdout.strip()

    git("init", "-q")
    git("-c", "user.name=x", "-c", "user.email=x@example.org", "commit", "-q", "--allow-empty", "-m", "x")
    git("remote", "add", "origin", "https://forge.example/timeline.git")
    assert source_of({"url": tmp_path.as_uri()}) == f"git+https://forge.example/timeline.git@{git('rev-parse', 'HEAD')}"
