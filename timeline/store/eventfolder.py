"""The event files while a run is at work: all of them as text, only those that it needs as YAML."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from pathlib import Path

from timeline.problems import Problem
from timeline.store.eventfile import SUFFIXES
from timeline.store.files import EVENTS, TextFile, decode, legible, list_files, read_text_file, relative
from timeline.store.standing import Standing, standing_events
from timeline.store.yamltext import Document, alias_problems, compose

# Positions of events of different files must not meet, in whatever order the files are opened.
_MOST_EVENTS = 1_000_000
# A `same_as` as it may stand in a file: in brackets, in lines, as one word; and within brackets a line may hold many
# events. Of `not_same_as` it is no part: an underscore is part of a word.
_SAME_AS = re.compile(r"\bsame_as['\"]?:[ ]*(\[[^\]]*\]|[^\n,}\]]*(?:\n[ ]*[-#][ ].*)*)")
_WORD = re.compile(r"[\w.-]+")
_ID = re.compile(r"id['\"]?:[ ]*['\"]?([\w.-]+)")


def _in_order_of_listing(path: Path) -> list[tuple[bool, str]]:
    """Of each folder its files first, then the folders in it."""
    return [(n < len(path.parts), part) for n, part in enumerate(path.parts, 1)]


def ids_in(text: str) -> list[str]:
    """What may be the id of an event in a file's text."""
    return _ID.findall(text)


def ids_called_same(text: str) -> set[str]:
    """The words of a file's `same_as`."""
    return {word for said in _SAME_AS.findall(text) for word in _WORD.findall(said)} if "same_as" in text else set()


class EventFolder:
    """content/events/. *documents* are the files opened so far, *broken* those that cannot be read, *problems* why."""

    def __init__(self, root: Path, renamed: dict[str, str], left: Mapping[str, bytes]) -> None:
        """*renamed* gives articles their present names; *left* are files as they will be, whatever is on the disk."""
        self.files: dict[str, TextFile] = {}
        self.documents: dict[str, Document] = {}
        self.broken: set[str] = set()
        self.problems: list[Problem] = []
        self._renamed = renamed
        self._standing: dict[str, list[Standing]] = {}
        # Of files that are no text: what can be told of it all the same, None where they do not even open.
        self._unread: dict[str, str | None] = {}
        new = (root / path for path in left if path.endswith(SUFFIXES))
        for path in sorted({*list_files(root, EVENTS, SUFFIXES), *new}, key=_in_order_of_listing):
            name = relative(path, root)
            source = decode(left[name], name) if name in left else read_text_file(path, root)
            if isinstance(source, Problem):
                self.problems.append(source)
                self.broken.add(source.path)
                self._unread[source.path] = legible(path, root)
            else:
                self.files[source.path] = source
        self._places = {path: number for number, path in enumerate(self.files)}
        self._ids = {path: frozenset(ids_in(source.text)) for path, source in self.files.items()}

    @property
    def ids(self) -> set[str]:
        """Every id that stands in a file, as far as plain text tells."""
        return {name for found in self._ids.values() for name in found} | self.shut_ids

    @property
    def joined_ids(self) -> set[str]:
        """Every id that a `same_as` gives to another event, as far as plain text tells: there it leads."""
        return {name for source in self.files.values() for name in ids_called_same(source.text)}

    @property
    def shut_ids(self) -> set[str]:
        """The ids in the files that cannot be read, as far as plain text tells."""
        return {name for text in self._shut_texts() for name in ids_in(text)}

    @property
    def is_blind(self) -> bool:
        """Whether of some file nothing at all can be told: any event may stand in it."""
        return None in self._unread.values()

    @property
    def standing(self) -> list[Standing]:
        """The events of the files opened so far, in the order of the files."""
        return [event for path in self.files for event in self._standing.get(path, ())]

    def open(self, articles: Collection[str], ids: Collection[str], homes: Collection[str]) -> None:
        """Open what may hold an event with a passage of one of *articles* or one of *ids*."""
        wanted = frozenset(ids)
        for path, source in self.files.items():
            if path in self.documents or path in self.broken:
                continue
            if path in homes or not wanted.isdisjoint(self._ids[path]) or any(name in source.text for name in articles):
                self._open(source)

    def _open(self, source: TextFile) -> None:
        document = compose(source)
        if wrong := [*document.problems, *alias_problems(source)]:
            self.problems += wrong
            self.broken.add(source.path)
            return
        self.documents[source.path] = document
        first = self._places[source.path] * _MOST_EVENTS
        self._standing[source.path] = standing_events(document, first, self._renamed)

    def shuts_out(self, names: Collection[str], home: str) -> bool:
        """Whether a file that cannot be read is the home of an article, or speaks of it by one of its *names*."""
        spoken_of = re.compile("|".join(rf"(?<![\w-]){re.escape(name)}(?![\w-])" for name in names))
        return home in self.broken or any(spoken_of.search(text) for text in self._shut_texts())

    def _shut_texts(self) -> list[str]:
        texts = [self.files[path].text if path in self.files else self._unread[path] for path in sorted(self.broken)]
        return [text for text in texts if text]
