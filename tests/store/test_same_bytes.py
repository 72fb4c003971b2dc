"""The same articles give the same bytes, whatever the order of files, the hash seed, the locale and the machine."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent / "events"))

from forty_facts import FACTS, OTHER_HAND, make_dossier  # noqa: E402

from timeline.store import sync  # noqa: E402

ARTICLES = 40


def texts() -> dict[str, str]:
    """Articles of both synthetic dossiers, by file name; many of them tell the same facts."""
    told = [t.article for path in (FACTS, OTHER_HAND) for t in make_dossier(path)[: ARTICLES // 2]]
    return {f"{a.id}.md": f"---\ntitle: Articolo\npublished: {a.published}\n---\n\n{a.text}\n" for a in told}


def dossier(root: Path, seed: int = 0) -> Path:
    """A dossier whose files were made in an order of its own."""
    folder = root / "content/articles"
    folder.mkdir(parents=True)
    (root / "mkdocs.yml").write_text("site_name: Prova\n", encoding="utf-8")
    made = list(texts().items())
    random.Random(seed).shuffle(made)
    for name, text in made:
        (folder / name).write_text(text, encoding="utf-8")
    return root


def extract(root: Path, *options: str, **variables: str) -> str:
    """Extract in a process of its own, and say what came of it: every byte of content/events/."""
    command = [sys.executable, "-m", "timeline.cli", "extract", *options]
    subprocess.run(command, cwd=root, env=os.environ | variables, check=True, capture_output=True)
    return digest(root)


def digest(root: Path) -> str:
    found = sha256()
    files = [p for p in (root / "content/events").rglob("*") if p.is_file()]
    for path in sorted(files):
        found.update(f"{path.relative_to(root).as_posix()}\n".encode() + path.read_bytes())
    assert len(files) > ARTICLES
    return found.hexdigest()


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory) -> str:
    """What the plainest run gives."""
    return extract(dossier(tmp_path_factory.mktemp("plain") / "d"), PYTHONHASHSEED="0", LC_ALL="C.UTF-8", TZ="UTC")


@pytest.mark.parametrize(
    ("options", "variables"),
    [
        ((), {"PYTHONHASHSEED": "1"}),
        ((), {"PYTHONHASHSEED": "4242"}),
        (("--jobs", "2"), {"PYTHONHASHSEED": "7"}),
        ((), {"LC_ALL": "C", "LANG": "C", "PYTHONUTF8": "0", "TZ": "Pacific/Auckland"}),
        ((), {"LC_ALL": "tr_TR.UTF-8", "LANG": "it_IT", "TZ": "America/Los_Angeles", "PYTHONDONTWRITEBYTECODE": "1"}),
        ((), {"SOURCE_DATE_EPOCH": "1", "COLUMNS": "20", "HOME": "/nonexistent"}),
    ],
)
def test_hash_seed_locale_clock_and_cores_change_no_byte(
    tmp_path: Path, expected: str, options: tuple[str, ...], variables: dict[str, str]
) -> None:
    """Files made in another order too, in a folder of another name."""
    root = dossier(tmp_path / "un altro dossier è qui", seed=len(variables) + len(options) + 1)
    assert extract(root, *options, **variables) == expected


def test_the_order_in_which_the_system_lists_files_changes_no_byte(
    tmp_path: Path, expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever asks the system for names gets them in a disorder."""
    walk, glob, rglob, iterdir = os.walk, Path.glob, Path.rglob, Path.iterdir
    chance = random.Random(3)

    def shuffled(found):
        found = list(found)
        chance.shuffle(found)
        return iter(found)

    def shuffled_walk(*args, **named):
        for here, folders, names in walk(*args, **named):
            chance.shuffle(folders)
            chance.shuffle(names)
            yield here, folders, names

    monkeypatch.setattr(os, "walk", shuffled_walk)
    monkeypatch.setattr(Path, "glob", lambda self, *a, **k: shuffled(glob(self, *a, **k)))
    monkeypatch.setattr(Path, "rglob", lambda self, *a, **k: shuffled(rglob(self, *a, **k)))
    monkeypatch.setattr(Path, "iterdir", lambda self: shuffled(iterdir(self)))
    sync.reader_stamp.cache_clear()
    root = dossier(tmp_path / "d")
    sync.apply(sync.plan(root))
    sync.reader_stamp.cache_clear()
    assert digest(root) == expected


def test_a_second_run_and_a_copy_elsewhere_change_no_byte(tmp_path: Path, expected: str) -> None:
    """A clone of the dossier, with other file times, has nothing to do."""
    root = dossier(tmp_path / "d")
    assert extract(root) == expected
    copied = Path(shutil.copytree(root, tmp_path / "clone", copy_function=shutil.copyfile))
    assert extract(copied) == expected
