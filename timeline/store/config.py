"""What the editors of a dossier settle in site_config/: site.yml, people.yml, tags.yml."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from timeline.events.vocabulary import PersonEntry, Settings, TagEntry
from timeline.problems import Problem
from timeline.store import yamltext as y
from timeline.store.files import TextFile, digest, read_text_file

FOLDER = "site_config"
_YES = {"yes", "y", "true", "on", "sì", "si", "1"}
_NO = {"no", "n", "false", "off", "0", ""}
_SITE_KEYS = ("timezone", "report", "repository_public", "labels", "publisher")
_PERSON_KEYS = ("name", "spellings", "role", "page", "never")
_TAG_KEYS = ("name", "words", "sections")
Entry = TypeVar("Entry")


@dataclass(frozen=True, slots=True)
class Config:
    """site_config/ as values. *report* is where «Segnala un errore» leads, "" for nowhere."""

    timezone: str = "Europe/Rome"
    report: str = ""
    repository_public: bool = False
    publisher: str = ""
    labels: Mapping[str, str] = field(default_factory=dict)
    people: tuple[PersonEntry, ...] = ()
    tags: tuple[TagEntry, ...] = ()

    @property
    def settings(self) -> Settings:
        """What the extractor needs of it."""
        return Settings(people=self.people, tags=self.tags)

    @property
    def digest(self) -> str:
        """Changes with whatever would change an extraction."""
        return digest(repr((self.people, self.tags, self.timezone)).encode())


def load_config(root: Path) -> tuple[Config, list[Problem]]:
    """The dossier's configuration; a file that is missing says nothing, one that does not read is a problem."""
    problems: list[Problem] = []
    site = _site(_document(root, "site.yml", problems), problems)
    people = _entries(_document(root, "people.yml", problems), _PERSON_KEYS, _person, problems)
    tags = _entries(_document(root, "tags.yml", problems), _TAG_KEYS, _tag, problems)
    return Config(**site, people=tuple(people), tags=tuple(tags)), problems  # type: ignore[arg-type]


def _document(root: Path, name: str, problems: list[Problem]) -> y.Document | None:
    path = root / FOLDER / name
    if not path.exists():
        return None
    source = read_text_file(path, root)
    if isinstance(source, Problem):
        problems.append(source)
        return None
    document = y.compose(source)
    problems += [*document.problems, *y.alias_problems(source)]
    if document.top is None or any(p.level == "error" for p in problems if p.path == source.path):
        return None
    problems += y.duplicate_keys(source, document.top)
    return document


def _site(document: y.Document | None, problems: list[Problem]) -> dict[str, object]:
    if document is None or document.top is None or y.is_null(document.top):
        return {}
    source, top = document.source, document.top
    if not isinstance(top, y.Mapping):
        fix = "scrivi una chiave per riga, per esempio: timezone: Europe/Rome"
        problems.append(y.problem_at(source, top, "site.yml non è fatto di chiavi e valori", fix))
        return {}
    problems += _unknown_keys(source, top, _SITE_KEYS)
    said: dict[str, object] = {}
    for key in ("timezone", "report", "publisher"):
        if (node := y.get(top, key)) is not None and isinstance(node, y.Scalar) and node.value:
            said[key] = str(node.value)
    zone = y.get(top, "timezone")
    if zone is not None and not _is_timezone(str(said.get("timezone", "Europe/Rome"))):
        problems.append(y.problem_at(source, zone, f"il fuso «{said['timezone']}» non esiste", "scrivi Europe/Rome"))
        del said["timezone"]
    if (node := y.get(top, "repository_public")) is not None:
        said["repository_public"] = _truth(source, node, problems)
    labels = y.get(top, "labels")
    if isinstance(labels, y.Mapping):
        said["labels"] = {y.key_text(k): str(v.value) for k, v in labels.value if isinstance(v, y.Scalar)}
    return said


def _is_timezone(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True


def _entries(
    document: y.Document | None,
    keys: tuple[str, ...],
    build: Callable[[TextFile, y.Node, list[Problem]], Entry],
    problems: list[Problem],
) -> Iterator[Entry]:
    """The entries of a list of mappings, each of which must have a name."""
    if document is None or document.top is None or y.is_null(document.top):
        return
    source, top = document.source, document.top
    if not isinstance(top, y.Sequence):
        problems.append(y.problem_at(source, top, "qui ci vuole un elenco", "comincia ogni voce con «- name: …»"))
        return
    seen: dict[str, int] = {}
    for node in top.value:
        name = y.get(node, "name") if isinstance(node, y.Mapping) else None
        if not isinstance(name, y.Scalar) or not str(name.value).strip():
            problems.append(y.problem_at(source, node, "la voce non ha un nome", "comincia con «- name: …»"))
            continue
        if name.value in seen:
            fix = f"tieni una sola voce: la prima è alla riga {seen[name.value]}"
            problems.append(y.problem_at(source, name, f"«{name.value}» c’è due volte", fix))
        seen.setdefault(name.value, source.line_of(y.start(name)))
        problems += _unknown_keys(source, node, keys)
        yield build(source, node, problems)


def _person(source: TextFile, node: y.Node, problems: list[Problem]) -> PersonEntry:
    return PersonEntry(
        name=_text(node, "name"),
        spellings=_list(node, "spellings"),
        role=_text(node, "role"),
        page=_truth(source, y.get(node, "page"), problems),
        never=_truth(source, y.get(node, "never"), problems),
    )


def _tag(source: TextFile, node: y.Node, problems: list[Problem]) -> TagEntry:
    return TagEntry(name=_text(node, "name"), words=_list(node, "words"), sections=_list(node, "sections"))


def _text(node: y.Node, key: str) -> str:
    found = y.get(node, key)
    return "" if found is None or y.is_null(found) or not isinstance(found, y.Scalar) else str(found.value).strip()


def _list(node: y.Node, key: str) -> tuple[str, ...]:
    """A list of texts; a single text counts as a list of one."""
    found = y.get(node, key)
    if isinstance(found, y.Scalar):
        return () if y.is_null(found) else (str(found.value).strip(),)
    if not isinstance(found, y.Sequence):
        return ()
    return tuple(str(item.value).strip() for item in found.value if isinstance(item, y.Scalar) and item.value)


def _truth(source: TextFile, node: y.Node | None, problems: list[Problem]) -> bool:
    """yes or no, in English or Italian; never what YAML would make of it."""
    if node is None:
        return False
    said = str(node.value).strip().lower() if isinstance(node, y.Scalar) else "?"
    if said not in _YES | _NO:
        problems.append(y.problem_at(source, node, f"«{said}» non è né sì né no", "scrivi yes oppure no"))
    return said in _YES


def _unknown_keys(source: TextFile, node: y.Node, known: tuple[str, ...]) -> Iterator[Problem]:
    """Keys that nothing reads, with the one that may be meant; those that begin with `x-` are the editors' own."""
    if not isinstance(node, y.Mapping):
        return
    for key, _ in node.value:
        name = y.key_text(key)
        if name in known or name.startswith("x-"):
            continue
        near = difflib.get_close_matches(name, known, 1, 0.6)
        fix = f"forse è «{near[0]}»" if near else f"le chiavi che contano sono: {', '.join(known)}"
        yield y.problem_at(source, key, f"la chiave «{name}» non si conosce e non conta", fix, warning=True)
