"""Where the installed program came from, so that a dossier's CI installs the same one."""

from __future__ import annotations

import json
import subprocess
from importlib.metadata import distribution
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

# The name "timeline" on the public index belongs to somebody else's project: never fall back to it.
_UNKNOWN = """\
# Da dove la CI installa il programma «timeline». Scrivi al posto di questa riga un indirizzo, per esempio
#   timeline @ git+https://ESEMPIO/timeline.git@v{version}
# oppure il file .whl salvato in questa cartella:
#   ./timeline-{version}-py3-none-any.whl
"""


def requirement() -> str:
    """The text of a dossier's requirements.txt: the exact source where it can be named, else how to name it."""
    installed = distribution("timeline")
    said = json.loads(installed.read_text("direct_url.json") or "{}")
    source = _from_download(said) or _from_checkout(said)
    return f"timeline @ {source}\n" if source else _UNKNOWN.format(version=installed.version)


def _from_download(said: dict[str, Any]) -> str:
    """The address pip installed from (PEP 610), "" where it was a folder of this machine."""
    url = str(said.get("url", ""))
    if not url.startswith("https://"):
        return ""
    version_control = said.get("vcs_info")
    return f"{version_control['vcs']}+{url}@{version_control['commit_id']}" if version_control else url


def _from_checkout(said: dict[str, Any]) -> str:
    """The public address and commit of the Git checkout it runs from, "" where there is none."""
    parts = urlsplit(str(said.get("url", "")))
    if parts.scheme != "file":
        return ""
    folder = Path(unquote(parts.path))
    remote, commit = _git(folder, "remote", "get-url", "origin"), _git(folder, "rev-parse", "HEAD")
    if not remote.startswith("https://") or "@" in remote or not commit:
        return ""
    return f"git+{remote}@{commit}"


def _git(folder: Path, *args: str) -> str:
    try:
        done = subprocess.run(["git", "-C", str(folder), *args], capture_output=True, text=True, check=False)
    except OSError:
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""
