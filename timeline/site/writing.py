"""The edge that writes the whole site as Markdown, for generators without our plugin."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from pathlib import Path

from timeline.site.files import write_files
from timeline.site.pages import Page
from timeline.site.publication import Publication

ASSETS = Path(__file__).parent / "theme" / "assets"


def write_pages(made: Publication, own: Path, folder: Path) -> int:
    """Writes a docs folder for MkDocs without our plugin, ProperDocs or Zensical; how many pages it holds.

    *own* is the folder of the editors' pages: they are copied, and their index.md leads the home page. What a page says
    in its <head> is left to that generator.
    """
    if own.is_dir():
        shutil.copytree(own, folder, dirs_exist_ok=True)
    index = own / "index.md"
    home = index.read_text("utf-8") if index.is_file() else front_matter({"title": made.edition.settings.title})
    for page in made.pages:
        if page.address and (own / page.source).exists():
            continue
        head = front_matter(page_meta(page)) if page.address else f"{home.rstrip()}\n\n"
        write_files([(page.source, f"{head}{page.html}\n")], folder)
    shutil.copytree(ASSETS, folder / "assets", dirs_exist_ok=True)
    write_files(made.files(), folder)
    return len(made.pages)


def page_meta(page: Page) -> Mapping[str, str]:
    """What a generator is told of a page of ours."""
    return {"title": page.title, "description": page.description}


def front_matter(values: Mapping[str, str]) -> str:
    """Values as front matter: JSON strings, which YAML reads the same."""
    lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in values.items() if value]
    return f"---\n{''.join(lines)}---\n\n"
