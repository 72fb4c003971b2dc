"""MkDocs hooks, thin: they load the dossier, hand its pages to MkDocs and write the files that stand beside them."""

from __future__ import annotations

import json
import logging
import os
from datetime import UTC, datetime
from html import escape
from pathlib import Path
from typing import Any, Literal

from markupsafe import Markup
from mkdocs.config import config_options as option
from mkdocs.config.base import Config
from mkdocs.config.config_options import ExtraScriptValue
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage

from timeline.problems import has_errors
from timeline.site.files import SiteFiles, write_files
from timeline.site.head import head_of
from timeline.site.pages import Page
from timeline.site.policy import with_policy
from timeline.site.publication import Publication, menu, publication
from timeline.site.settings import LABELS, SiteSettings
from timeline.site.styles import with_one_stylesheet, with_patient_scripts
from timeline.site.writing import front_matter, page_meta
from timeline.store.dossier import Dossier, load_dossier

log = logging.getLogger("mkdocs.plugins.timeline")
THEME = Path(__file__).parent / "theme"


class TimelineConfig(Config):  # type: ignore[no-untyped-call]
    """`drafts`: whether drafts are built. `keep_going`: build what can be read although something cannot."""

    drafts = option.Choice(("show", "hide"), default="show")
    keep_going = option.Type(bool, default=False)


class TimelinePlugin(BasePlugin[TimelineConfig]):  # type: ignore[no-untyped-call]
    """Publishes content/events/ with MkDocs."""

    def __init__(self) -> None:
        self.serving = False
        self.last_good: Dossier | None = None
        self.home_text = ""

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        self.serving = command == "serve"
        if dirty:
            raise PluginError("--dirty rovina l’indice della ricerca: usa mkdocs build senza")

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        if not config.use_directory_urls:
            raise PluginError("use_directory_urls: false non si può usare: gli indirizzi delle voci sono e/ID/")
        place = 1 if config.theme.custom_dir else 0
        if str(THEME) not in config.theme.dirs:
            config.theme.dirs.insert(place, str(THEME))
        script = ExtraScriptValue("assets/timeline/timeline.js")
        script.defer = True
        config.extra_css.insert(0, "assets/timeline/timeline.css")
        config.extra_javascript.insert(0, script)
        return config

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        dossier, self.problems = self._load(Path(config.config_file_path).parent)
        overrides = [Path(config.theme.custom_dir) / "timeline"] if config.theme.custom_dir else []
        self.publication: Publication = publication(dossier, self._settings(config, dossier), overrides)
        self.site = SiteFiles(Path(config.site_dir))
        own = [f.src_uri for f in files.documentation_pages()]
        self.pages = {p.source: p for p in self.publication.pages if p.source == "index.md" or p.source not in own}
        for source, page in self.pages.items():
            if source not in own:
                files.append(_generated(config, page))
        if config.nav is None:
            config.nav = menu(self.publication, own)
        return files

    def _load(self, root: Path) -> tuple[Dossier, list[str]]:
        """The dossier and what is wrong in it. While serving, a broken file leaves the last good one on show."""
        dossier = load_dossier(root)
        problems = [str(problem) for problem in dossier.problems if problem.level == "error"]
        if not has_errors(dossier.problems):
            self.last_good = dossier
        elif self.serving:
            log.error("%s", "\n".join(problems))
            dossier = self.last_good or dossier
        elif not (self.config.keep_going or os.environ.get("TIMELINE_KEEP_GOING")):
            raise PluginError("\n".join(problems))
        return dossier, problems

    def _settings(self, config: MkDocsConfig, dossier: Dossier) -> SiteSettings:
        ours = dossier.config
        edit = ""
        if self.serving:
            edit = f"vscode://file{dossier.root.resolve()}/{{path}}:{{line}}"
        elif ours.repository_public and config.repo_url:
            edit = f"{config.repo_url.rstrip('/')}/{_branch(config.edit_uri or '')}/{{path}}#L{{line}}"
        epoch = os.environ.get("SOURCE_DATE_EPOCH")
        return SiteSettings(
            title=config.site_name,
            description=config.site_description or "",
            url=f"{config.site_url.rstrip('/')}/" if config.site_url else "",
            drafts="hide" if self.config.drafts == "hide" else "show",
            report=ours.report,
            edit=edit,
            as_of=datetime.fromtimestamp(int(epoch), UTC).date() if epoch else None,
            people=ours.people,
            labels={**LABELS, **ours.labels},
        )

    def on_page_content(self, html: str, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        ours = self.pages.get(page.file.src_uri)
        if ours:
            # The search is told of our pages at the end, each event once; on the home page, of the editors' text too.
            page.meta["search"] = {"exclude": True}
            if not ours.address:
                self.home_text = " ".join(Markup(html).striptags().split())
            page.meta.setdefault("hide", ["toc"])
            html = f"{html}\n{ours.html}"
        return f"{_banner(self.problems)}{html}"

    def on_post_page(self, output: str, page: MkDocsPage, config: MkDocsConfig) -> str:
        ours = self.pages.get(page.file.src_uri)
        if ours:
            output = output.replace("</head>", f"{head_of(self.publication, ours)}</head>", 1)
        return self._finished(output, page.url)

    def on_post_template(self, output_content: str, template_name: str, config: MkDocsConfig) -> str:
        return self._finished(output_content, "") if template_name.endswith(".html") else output_content

    def _finished(self, html: str, address: str) -> str:
        """A page as readers get it. While somebody edits, files stay as they are: they are looked into."""
        if self.serving:
            return html
        return with_policy(with_patient_scripts(with_one_stylesheet(html, address, self.site)))

    def on_template_context(self, context: Any, template_name: str, config: MkDocsConfig) -> Any:
        context["timeline_addresses"] = [f"e/{event.id}/" for event in self.publication.edition.events]
        return context

    @event_priority(-100)  # after the search plugin has written its index
    def on_post_build(self, config: MkDocsConfig) -> None:
        site = Path(config.site_dir)
        write_files(self.publication.files(), site)
        index = site / "search" / "search_index.json"
        if index.exists():
            data = json.loads(index.read_text("utf-8"))
            data["docs"] += self.publication.search_entries(self.home_text)
            index.write_text(json.dumps(data, ensure_ascii=False, separators=(",", ":")), "utf-8")

    def on_serve(self, server: LiveReloadServer, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
        root = Path(config.config_file_path).parent
        for folder in ("content/events", "content/articles", "site_config"):
            if (root / folder).is_dir():
                server.watch(str(root / folder))
        return server


def _branch(edit_uri: str) -> str:
    """The part of MkDocs' edit_uri that names the branch: it goes on to the folder of pages, events stand elsewhere.

    >>> _branch("edit/main/content/pages/"), _branch("-/edit/prova/content/pages/"), _branch("")
    ('edit/main', '-/edit/prova', 'edit/main')
    """
    parts = edit_uri.strip("/").split("/")
    return "/".join(parts[: parts.index("edit") + 2]) if "edit" in parts else "edit/main"


def _generated(config: MkDocsConfig, page: Page) -> File:
    """A page of ours as MkDocs takes it: its title in front, its body put in later, as HTML."""
    inclusion = InclusionLevel.INCLUDED if page.in_menu else InclusionLevel.NOT_IN_NAV
    return File.generated(config, page.source, content=front_matter(page_meta(page)), inclusion=inclusion)


def _banner(problems: list[str]) -> str:
    """What is wrong, on the page itself: only `mkdocs serve` goes on that far."""
    if not problems:
        return ""
    lines = escape("\n".join(problems))
    return f'<div class="tl-problem" role="alert"><p>Qui resta l’ultima versione buona.</p><pre>{lines}</pre></div>\n'
