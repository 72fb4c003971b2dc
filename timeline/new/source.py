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
# Da dove la CI installa il programma «timeline». Scrivi qui sotto una di queste due righe, senza il #:
# timeline @ git+https://INDIRIZZO/timeline.git@v{version}
# ./timeline-{version}-py3-none-any.whl
# La seconda vale quando il file .whl del programma è salvato in questa cartella.
"""


def requirement() -> str:
    """The text of a dossier's requirements.txt: the exact source where it can be named, else how to name it."""
    installed = distribution("timeline")
    source = source_of(json.loads(installed.read_text("direct_url.json") or "{}"))
    return f"timeline @ {source}\n" if source else _UNKNOWN.format(version=installed.version)


def source_of(origin: dict[str, Any]) -> str:
    """What pip installs the same program from. *origin* is what it wrote down at installation (PEP 610).

    "" where that was a folder of this machine without a public repository behind it, or an address with a password.
    """
    url = str(origin.get("url", ""))
    parts = urlsplit(url)
    if parts.scheme == "file":
        return _checkout(Path(unquote(parts.path)))
    if parts.scheme != "https" or "@" in parts.netloc:
        return ""
    version_control = origin.get("vcs_info")
    return f"{version_control['vcs']}+{url}@{version_control['commit_id']}" if version_control else url


def _checkout(folder: Path) -> str:
    """The public address and the commit of a Git checkout, "" where there is none."""
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
