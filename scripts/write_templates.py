"""Bring the templates of `timeline new` level with this repository's own files, which are the ones that are tried out.

    python scripts/write_templates.py           writes timeline/new/dossier/
    python scripts/write_templates.py --check   exit 1 if anything would change

A new dossier differs from the demonstration dossier only in what LINES and OWN say.
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
TEMPLATES = ROOT / "timeline" / "new" / "dossier"

# Our file -> the template made from it.
COPIES = {
    "mkdocs.yml": "mkdocs.yml",
    "constraints.txt": "constraints.txt",
    "README.it.md": "README.md",
    "content/pages/come-lavoriamo.md": "content/pages/come-lavoriamo.md",
    **{f"site_config/{path}": f"site_config/{path}" for path in ("site.yml", "theme/stylesheets/aspetto.css")},
}
# What stands in the demonstration dossier -> what stands in a new one.
LINES = {
    "site_name: I nordcoreani nel Kursk": "site_name: Cronologia",
    "site_description: Cronologia dell’impiego di soldati nordcoreani nella regione russa di Kursk, "
    "con la frase che prova ogni data": "site_description: Che cosa è successo e quando, con la frase che lo prova",
}
# The demonstration's own content: a new dossier has another text of its own there.
OWN = {"content/pages/index.md", "site_config/people.yml", "site_config/tags.yml"}


def templates() -> dict[Path, str]:
    """Each template made from a file of ours, with the text it must have."""
    made = {}
    for ours, theirs in COPIES.items():
        text = (ROOT / ours).read_text(encoding="utf-8")
        for line, neutral in LINES.items():
            text = text.replace(f"{line}\n", f"{neutral}\n")
        made[TEMPLATES / theirs] = text
    return made


def main() -> int:
    stale = {p: t for p, t in templates().items() if not p.is_file() or p.read_text(encoding="utf-8") != t}
    for path, text in stale.items():
        print(path.relative_to(ROOT))
        if "--check" not in sys.argv:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
    return "--check" in sys.argv and bool(stale)


if __name__ == "__main__":
    sys.exit(main())
