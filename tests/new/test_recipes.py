"""The CI recipes of a new dossier: valid by their public schemas, and every shell step of theirs really run."""

import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest
import yaml

from timeline.new import create, dossier_files

ROOT = Path(__file__).parents[2]
ARTICLE = """\
Cronaca

Il sindaco inaugura la nuova biblioteca

Mario Rossi
28.04.2025 11:00

Il sindaco Carlo Bianchi ha inaugurato sabato scorso a Modena la nuova biblioteca comunale. I lavori erano
cominciati nel giugno dello scorso anno.
"""


@pytest.mark.parametrize(
    ("recipe", "schema"), [(".github/workflows/pubblica.yml", "github-workflows"), (".gitlab-ci.yml", "gitlab-ci")]
)
def test_a_recipe_is_valid_by_its_public_schema(tmp_path, recipe, schema):
    path = tmp_path / Path(recipe).name
    path.write_bytes(dossier_files()[recipe])
    done = subprocess.run(
        [sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.{schema}", path],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def recipe_of(name: str) -> dict:
    return yaml.safe_load(dossier_files()[name])


def github_steps() -> list[str]:
    return [
        step["run"]
        for step in recipe_of(".github/workflows/pubblica.yml")["jobs"]["costruisci"]["steps"]
        if "run" in step
    ]


def gitlab_steps(job: str) -> list[str]:
    recipe = recipe_of(".gitlab-ci.yml")
    return ["\n".join([*recipe["default"]["before_script"], *recipe[job]["script"]])]


@pytest.fixture(scope="session")
def wheel(tmp_path_factory) -> Path:
    """The program as a dossier's CI gets it: built from this checkout, nothing editable."""
    source, built = tmp_path_factory.mktemp("source"), tmp_path_factory.mktemp("wheel")
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, source)
    shutil.copytree(ROOT / "timeline", source / "timeline", ignore=shutil.ignore_patterns("__pycache__"))
    pip = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "--wheel-dir", built]
    subprocess.run([*pip, source], check=True, capture_output=True)
    return next(built.glob("*.whl"))


@pytest.fixture(scope="session")
def runner(tmp_path_factory) -> Path:
    """The programs of a fresh Python, which sees the libraries that are installed here but not this checkout."""
    home = tmp_path_factory.mktemp("runner")
    subprocess.run([sys.executable, "-m", "venv", home], check=True)
    libraries = next(home.glob("lib/python*/site-packages"))
    (libraries / "here.pth").write_text(sysconfig.get_path("purelib"))
    programs = home / "bin"
    (programs / "mkdocs").write_text(f'#!/bin/sh\nexec {programs}/python -m mkdocs "$@"\n')
    (programs / "mkdocs").chmod(0o755)
    return programs


@pytest.fixture
def steps(tmp_path, wheel, runner):
    """A new dossier outside the repository with one article extracted, and how to run a recipe's steps in it."""
    folder = tmp_path / "dossier"
    create(folder)
    shutil.copy(wheel, folder)
    (folder / "requirements.txt").write_text(f"./{wheel.name}\n")
    environment = {
        "PATH": f"{runner}:/usr/bin:/bin",
        "HOME": str(tmp_path),
        "CI": "true",
        "LANG": "C.UTF-8",
        "GITHUB_REPOSITORY": "redazione/dossier",
        "GITHUB_REPOSITORY_OWNER": "redazione",
        **{k: v for k, v in recipe_of(".github/workflows/pubblica.yml")["env"].items() if "${{" not in v},
        "PIP_NO_INDEX": "1",
        "PIP_DISABLE_PIP_VERSION_CHECK": "1",
    }

    def run(*scripts: str) -> subprocess.CompletedProcess[str]:
        for script in scripts:
            done = subprocess.run(
                ["bash", "-eo", "pipefail", "-c", script],
                cwd=folder,
                env=environment,
                capture_output=True,
                text=True,
                check=False,
            )
            if done.returncode:
                break
        return done

    (tmp_path / "articolo.txt").write_text(ARTICLE, encoding="utf-8")
    install = github_steps()[0]
    done = run(install, "timeline add ../articolo.txt", "timeline extract")
    assert done.returncode == 0, done.stdout + done.stderr
    return folder, run


def test_github_builds_the_site_without_drafts(steps):
    folder, run = steps
    done = run(*github_steps())
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Modena" not in (folder / "site" / "index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(("job", "target"), [("controlla", "site"), ("pages", "public")])
def test_gitlab_builds_the_site(steps, job, target):
    folder, run = steps
    done = run(*gitlab_steps(job))
    assert done.returncode == 0, done.stdout + done.stderr
    assert (folder / target / "index.html").is_file()


def test_published_events_are_on_the_site(steps):
    folder, run = steps
    (file,) = (folder / "content" / "events").glob("*.yml")
    file.write_text(file.read_text(encoding="utf-8").replace("status: draft", "status: published"), encoding="utf-8")
    assert run(*github_steps()).returncode == 0
    assert "26 aprile 2025" in " ".join((folder / "site" / "index.html").read_text(encoding="utf-8").lower().split())


def test_the_site_knows_its_address(steps):
    """Without it a feed, a share or an embedded page could not say where it comes from."""
    folder, run = steps
    assert run(*github_steps()).returncode == 0
    assert 'href="https://redazione.github.io/dossier/"' in (folder / "site" / "index.html").read_text(encoding="utf-8")
    assert recipe_of(".gitlab-ci.yml")["variables"]["SITE_URL"] == "$CI_PAGES_URL"


def test_an_article_that_nobody_has_extracted_stops_the_publication(steps):
    folder, run = steps
    (folder / "content" / "articles" / "nuovo.txt").write_text(ARTICLE.replace("sabato", "lunedì"), encoding="utf-8")
    done = run(*github_steps())
    assert done.returncode == 1
    assert not (folder / "site").exists()


def test_a_date_that_cannot_be_read_stops_the_publication_and_is_named(steps):
    folder, run = steps
    (folder / "content" / "events" / "mano.yml").write_text("- title: Un fatto\n  date: 30/02/2024\n", encoding="utf-8")
    done = run(*github_steps())
    assert done.returncode == 1
    assert "content/events/mano.yml:2" in done.stdout
    assert not (folder / "site").exists()


def test_the_recipe_hides_drafts_and_fetches_the_whole_history():
    github, gitlab = recipe_of(".github/workflows/pubblica.yml"), recipe_of(".gitlab-ci.yml")
    assert github["jobs"]["costruisci"]["steps"][0]["with"]["fetch-depth"] == 0
    assert gitlab["variables"]["GIT_DEPTH"] == "0"
    assert github["env"]["TIMELINE_DRAFTS"] == gitlab["variables"]["TIMELINE_DRAFTS"] == "hide"
    builds = [s for s in [*github_steps(), *gitlab_steps("controlla"), *gitlab_steps("pages")] if "mkdocs build" in s]
    assert len(builds) == 3
    assert all("mkdocs build --strict" in s for s in builds)


def test_the_site_is_rebuilt_every_day():
    # YAML reads the key `on` as true.
    assert recipe_of(".github/workflows/pubblica.yml")[True]["schedule"]


def test_steps_are_run_with_nothing_of_this_checkout(steps):
    """Else the tests above would prove nothing about the wheel."""
    _, run = steps
    place = run('python -c "import timeline; print(timeline.__file__)"').stdout
    assert "runner" in place
    assert str(ROOT) not in place
    assert os.sep in place
