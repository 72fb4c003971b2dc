"""site_config/: what the editors of a dossier have settled, read with the same care as their events."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from zoneinfo import ZoneInfo

from timeline.events.extract import Settings
from timeline.events.names import PersonEntry, TagEntry
from timeline.problems import Problem
from timeline.store.files import digest, read_text_file
from timeline.store.yamltext import (
    Mapping,
    Node,
    Sequence,
    Value,
    alias_problems,
    compose,
    duplicate_keys,
    get,
    is_null,
    key_text,
    problem_at,
    value_of,
)

SITE, PEOPLE, TAGS = "site_config/site.yml", "site_config/people.yml", "site_config/tags.yml"
_YES = {"yes", "sì", "si", "true", "on", "1"}
_NO = {"", "no", "false", "off", "0"}
_PERSON_KEYS = {
    "name": "name", "nome": "name", "spellings": "spellings", "grafie": "spellings", "role": "role", "ruolo": "role",
    "page": "page", "pagina": "page", "never": "never", "mai": "never",
}  # fmt: skip
_TAG_KEYS = {
    "name": "name", "nome": "name", "words": "words", "parole": "words", "sections": "sections", "sezioni": "sections",
}  # fmt: skip
_SITE_KEYS = ("timezone", "report", "repository_public", "labels", "title")


@dataclass(frozen=True, slots=True)
class Config:
    """A dossier's settings. *digest* changes with whatever would change an extraction."""

    timezone: str = "Europe/Rome"
    report: str = ""
    repository_public: bool = False
    labels: dict[str, str] = field(default_factory=dict)
    title: str = ""
    people: tuple[PersonEntry, ...] = ()
    tags: tuple[TagEntry, ...] = ()
    digest: str = ""

    @property
    def settings(self) -> Settings:
        """What the extractor needs of it."""
        return Settings(people=self.people, tags=self.tags)


def load_config(root: Path) -> tuple[Config, list[Problem]]:
    """The settings of a dossier; a file that is not there settles nothing."""
    problems: list[Problem] = []
    site = _load(root, SITE, problems)
    people = list(_people(root, problems))
    tags = list(_tags(root, problems))
    if site is not None and not isinstance(site, Mapping):
        problems.append(Problem(SITE, 1, "il file non è fatto di campi", "scrivi campo: valore, uno per riga"))
        site = None
    said = {key: get(site, key) for key in _SITE_KEYS} if site is not None else {}
    timezone = _text(said.get("timezone")) or "Europe/Rome"
    try:
        ZoneInfo(timezone)
    except (KeyError, ValueError, OSError):
        problems.append(Problem(SITE, 0, f"il fuso orario «{timezone}» non esiste", "scrivi per esempio Europe/Rome"))
        timezone = "Europe/Rome"
    report = _text(said.get("report"))
    if report and not report.startswith(("https://", "http://", "mailto:")):
        fix = "scrivi mailto:redazione@example.org oppure l’indirizzo https di un modulo"
        problems.append(Problem(SITE, 0, f"«{report}» non è un indirizzo", fix))
        report = ""
    labels_node = said.get("labels")
    labels = value_of(labels_node) if labels_node is not None else {}
    config = Config(
        timezone=timezone,
        report=report,
        repository_public=_text(said.get("repository_public")).casefold() in _YES,
        labels={k: v for k, v in labels.items() if isinstance(v, str)} if isinstance(labels, dict) else {},
        title=_text(said.get("title")),
        people=tuple(people),
        tags=tuple(tags),
        digest=digest(repr((people, tags, timezone)).encode()),
    )
    return config, problems


def _load(root: Path, name: str, problems: list[Problem]) -> Node | None:
    """The top of a file of settings; None where there is no file, or it says nothing or cannot be read."""
    path = root / name
    if not path.exists():
        return None
    source = read_text_file(path, root)
    if isinstance(source, Problem):
        problems.append(source)
        return None
    document = compose(source)
    problems += document.problems or alias_problems(source)
    if document.top is None or is_null(document.top):
        return None
    problems += duplicate_keys(source, document.top)
    return document.top


def _people(root: Path, problems: list[Problem]) -> Iterator[PersonEntry]:
    for said, where in _entries(root, PEOPLE, _PERSON_KEYS, problems):
        page = _claim(said.get("page"), where, "page", problems)
        never = _claim(said.get("never"), where, "never", problems)
        name = str(said.get("name") or "")
        yield PersonEntry(name, _texts(said.get("spellings")), str(said.get("role") or ""), page, never)


def _tags(root: Path, problems: list[Problem]) -> Iterator[TagEntry]:
    for said, _ in _entries(root, TAGS, _TAG_KEYS, problems):
        yield TagEntry(str(said.get("name") or ""), _texts(said.get("words")), _texts(said.get("sections")))


def _entries(
    root: Path, name: str, keys: dict[str, str], problems: list[Problem]
) -> Iterator[tuple[dict[str, Value], Problem]]:
    """The named entries of a list, keys by our names, each with a problem's place to speak from."""
    top = _load(root, name, problems)
    if top is None:
        return
    source = read_text_file(root / name, root)
    if isinstance(source, Problem):
        return
    if not isinstance(top, Sequence):
        problems.append(problem_at(source, top, "il file non è un elenco", "ogni voce comincia con «- name:»"))
        return
    for node in top.value:
        said: dict[str, Value] = {}
        for key, value in node.value if isinstance(node, Mapping) else ():
            known = keys.get(key_text(key).casefold())
            if known:
                said[known] = value_of(value)
            elif not key_text(key).startswith("x-"):
                fix = f"si conoscono: {', '.join(dict.fromkeys(keys.values()))}"
                problems.append(
                    problem_at(source, key, f"il campo «{key_text(key)}» non si conosce", fix, warning=True)
                )
        where = problem_at(source, node, "manca il nome", "scrivi - name: Nome Cognome")
        if isinstance(said.get("name"), str):
            yield said, where
        else:
            problems.append(where)


def _claim(value: Value, where: Problem, key: str, problems: list[Problem]) -> bool:
    """Yes or no, in Italian or English."""
    text = str(value or "").strip().casefold()
    if text not in _YES | _NO:
        message = f"«{key}: {text}» non è né sì né no"
        problems.append(Problem(where.path, where.line, message, f"scrivi {key}: yes oppure {key}: no"))
    return text in _YES


def _text(node: Node | None) -> str:
    said = value_of(node) if node is not None else None
    return said.strip() if isinstance(said, str) else ""


def _texts(value: Value) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value.strip(),)
    return tuple(item.strip() for item in value if isinstance(item, str)) if isinstance(value, list) else ()
