"""Where audits happen: tools from npm, and sites built and served for them."""

from __future__ import annotations

import functools
import gzip
import http.server
import subprocess
import tempfile
import threading
from pathlib import Path

from sites import REPOSITORY, Quiet, build, large_events, write_dossier, write_full_dossier

CACHE = REPOSITORY / ".cache" / "audit"
TOOLS = ("axe-core@4", "html-validate@9", "vnu-jar@26", "lighthouse@12", "@knight-lab/timelinejs@3")
PATIENCE = 240  # seconds that npm may take


class Zipped(Quiet):
    """Serves text compressed, as any host of static sites does: Lighthouse counts bytes."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:  # noqa: N802
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return
        data, kind = path.read_bytes(), self.guess_type(str(path))
        self.send_response(200)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if kind.startswith("text/") else kind)
        if kind.startswith(("text/", "application/j", "application/xml", "image/svg")):
            data = gzip.compress(data)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)


def install() -> str:
    """Install the tools where they are missing; why that failed, or ""."""
    if all((CACHE / "node_modules" / tool.rpartition("@")[0]).exists() for tool in TOOLS):
        return ""
    CACHE.mkdir(parents=True, exist_ok=True)
    options = ("--silent", "--no-audit", "--no-fund", "--ignore-scripts", "--fetch-retries=1")
    command = ["npm", "install", *options, *TOOLS]
    try:
        done = subprocess.run(command, cwd=CACHE, timeout=PATIENCE, capture_output=True, text=True, check=False)
    except subprocess.TimeoutExpired:
        return f"npm install took more than {PATIENCE} s"
    return f"npm install failed: {done.stderr.strip()[-300:]}" if done.returncode else ""


@functools.cache
def site_folder(kind: str) -> Path:
    """Where a site is built for the audit: `full` has every kind of page, `large` a thousand events."""
    return Path(tempfile.mkdtemp(prefix="audit-")) / kind / "site"


@functools.cache
def served(kind: str) -> str:
    """The address of that site, built when it is first asked for."""
    folder = site_folder(kind)
    if kind == "full":
        write_full_dossier(folder.parent)
    else:
        write_dossier(folder.parent, large_events(1000))
    url = serve(folder, Zipped)
    build(folder.parent, url)
    return url


def serve(folder: Path, handler: type[Quiet] = Quiet) -> str:
    """The address of a folder, served until this program ends."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(handler, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_port}/"
