"""An editor who does anything to event files, as text: each action is what a hand does in a plain editor.

Files are opened as an editor opens them (no byte order mark, plain line ends, a last line end) and saved in the shape
they had; shapes themselves are changed by actions of their own.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import yaml
from newsroom import Newsroom, chunks

FILES = ("alfa.yml", "scelti.yml", "2025/dossier.yml", "2025/05/altri.yaml")
DATES = ("2001-01-01", "marzo 2001", "'3 maggio 2001'", "null", "2001", "estate 2001", "", "2025-04-26", "2024")
KEY = re.compile(r" *([\w-]+):")


@dataclass
class Page:
    """A file open on the editor's desk: what stands above the first event, and each event's text."""

    path: Path
    head: str
    events: list[str]
    bom: bool = False
    crlf: bool = False
    ended: bool = True

    @classmethod
    def open(cls, path: Path) -> Page:
        if not path.exists():
            return cls(path, "", [])
        text = path.read_bytes().decode("utf-8")
        bom, crlf, ended = text.startswith("\ufeff"), "\r\n" in text, text.endswith("\n") or not text.strip()
        text = text.removeprefix("\ufeff").replace("\r\n", "\n") + ("" if ended else "\n")
        return cls(path, *chunks(text), bom, crlf, ended)

    def save(self) -> None:
        text = self.head + "".join(self.events)
        text = text if self.ended else text.rstrip("\n")
        self.path.parent.mkdir(parents=True, exist_ok=True)
        text = ("\ufeff" if self.bom else "") + (text.replace("\n", "\r\n") if self.crlf else text)
        self.path.write_bytes(text.encode("utf-8"))

    @property
    def dash(self) -> str:
        return re.match(" *", self.events[0])[0] if self.events else ""

    @property
    def takes_events(self) -> bool:
        """Whether an event may be put at its end: no list in brackets, no end of document."""
        return bool(self.events or not self.head.strip() or self.head.lstrip().startswith("#")) and "\n..." not in (
            self.head + "".join(self.events)
        )


class Editor:
    """*dice* decides; *token* gives a word that was never written before; *broken* files are left for later."""

    def __init__(self, room: Newsroom, dice: random.Random, token: Callable[[], str], broken: set[str]) -> None:
        self.room = room
        self.dice = dice
        self.token = token
        self.events = room.root / "content/events"
        self.broken = {room.root / path for path in broken}

    def files(self) -> list[Path]:
        return [p for p in self.room.files() if p not in self.broken]

    def pages(self) -> list[Page]:
        return [Page.open(p) for p in self.files()]

    def do(self, action: str) -> None:
        """One action; nothing where there is nothing that it could be done to. What makes no sense is taken back."""
        before = {p: p.read_bytes() for p in self.files()}
        whole = {p: p.read_bytes() for p in self.broken}
        self.try_to(action)
        try:
            sound = all(is_sound(p.read_bytes()) for p in self.files()) and all(
                p.read_bytes() == d for p, d in whole.items()
            )
        except (yaml.YAMLError, FileNotFoundError):
            sound = False
        before.update(whole)
        if not sound:
            for path in self.room.files():
                path.unlink()
            for path, data in before.items():
                path.write_bytes(data)

    def try_to(self, action: str) -> None:
        pages = [p for p in self.pages() if p.events]
        if action in FIELD_ACTIONS:
            page = self.dice.choice(pages) if pages else None
            if page is not None:
                self.change_fields(page, self.dice.randrange(len(page.events)), FIELD_ACTIONS[action])
        elif action in EVENT_ACTIONS:
            page = self.dice.choice(pages) if pages else None
            if page is not None:
                EVENT_ACTIONS[action](self, page, self.dice.randrange(len(page.events)))
        elif paths := self.files():
            FILE_ACTIONS[action](self, self.dice.choice(paths))

    def change_fields(self, page: Page, number: int, change: Callable[[Editor, list[str], str], None]) -> None:
        """Take an event apart into its fields, each with the lines that belong to it, and put it together again."""
        chunk = page.events[number]
        opening = re.match(r"( *)- (?=\w)", chunk)
        if not opening:
            return
        pad = opening[1] + "  "
        body = chunk.rstrip("\n")
        fields = re.split(rf"^(?={pad}[\w'\"])", pad + body[len(pad) :] + "\n", flags=re.M)
        fields = [f for f in fields if f]
        change(self, fields, pad)
        text = "".join(fields)
        if text.strip():
            page.events[number] = f"{opening[1]}- {text[len(pad) :]}" + chunk[len(body) + 1 :]
            page.save()

    # Actions on the fields of an event

    def put(self, fields: list[str], pad: str, name: str, value: str) -> None:
        line = f"{pad}{name}:{' ' if value else ''}{value}\n"
        at = find(fields, name)
        if at is None:
            fields.insert(self.dice.randrange(1, len(fields) + 1), line)
        else:
            fields[at] = line

    def title(self, fields: list[str], pad: str) -> None:
        t = self.token()
        ways = [t, "Uno fatto3", f"'{t}: due'", f'"{t} # non un commento"', f"|-\n{pad}  {t}", f"{t} va\n{pad}  avanti"]
        self.put(fields, pad, "title", self.dice.choice(ways))

    def summary(self, fields: list[str], pad: str) -> None:
        t = self.token()
        ways = [
            f"{t} con *corsivo* e [rimando](#nota-1)",
            f"|\n{pad}  {t} riga\n\n{pad}  # non un commento",
            f">-\n{pad}  {t} si\n{pad}  piega",
            f"{t} comincia\n{pad}  e prosegue",
        ]
        self.put(fields, pad, "summary", self.dice.choice(ways))

    def date(self, fields: list[str], pad: str) -> None:
        self.put(fields, pad, "date", self.dice.choice(DATES))

    def names(self, fields: list[str], pad: str) -> None:
        t = self.token()
        ways = [f"[{t}, 'Uno: due']", t, "Anna Rossi", f"\n{pad}- {t}\n{pad}- Ugo", f"\n{pad}    - {t} # da verificare"]
        self.put(fields, pad, self.dice.choice(["people", "places", "tags"]), self.dice.choice(ways))

    def small(self, fields: list[str], pad: str) -> None:
        name, value = self.dice.choice([("time", "18:30"), ("confidence", "bassa"), ("attribution", self.token())])
        self.put(fields, pad, name, value)

    def new_id(self, fields: list[str], pad: str) -> None:
        self.put(fields, pad, "id", self.token().lower() if self.dice.random() < 0.9 else "")

    def add(self, fields: list[str], pad: str) -> None:
        t = self.token()
        lines = {
            "note": t, "x-mio": f"'{t}'", "titolo": t, "link": f"https://esempio.it/{t}#ancora", "related": f"[{t}]",
            "image": f"{{src: {t}.png, alt: 'una: foto'}}", "same_as": f"[{t}]", "not_same_as": f"\n{pad}- {t}",
            "corrections": f"\n{pad}  - on: 2025-05-02\n{pad}    text: {t}",
            "x-altro": f"\n{pad}  dentro:\n{pad}   - {t}",
        }  # fmt: skip
        self.put(fields, pad, *self.dice.choice(sorted(lines.items())))

    def call(self, fields: list[str], pad: str) -> None:
        """The same as another event, or not, by an id that stands in the files or that the records remember."""
        texts = [p.read_text(encoding="utf-8") for p in self.room.records()]
        known = re.findall(r'"id": "([\w-]+)"', "".join(texts))
        there = re.findall(r"\bid: ([\w-]+)", self.room.all_text())
        ids = sorted({*there, *known})
        if not ids:
            return
        key, said = self.dice.choice(["same_as", "not_same_as"]), [self.dice.choice(ids)]
        at = find(fields, key)
        old = re.fullmatch(r" *[\w-]+: \[([\w, -]+)\]\n", fields[at]) if at is not None else None
        if old and self.dice.random() < 0.7:
            said = [*old[1].split(", "), *said]
        ways = [f"[{', '.join(said)}]", "".join(f"\n{pad}  - {name}" for name in said)]
        self.put(fields, pad, key, self.dice.choice(ways))

    def comment_in(self, fields: list[str], pad: str) -> None:
        """A line of its own, after some field, as far in as it happens."""
        at = self.dice.randrange(len(fields))
        lines = fields[at].splitlines(keepends=True)
        if re.search(r": [|>]", lines[0]) or (len(lines) > 1 and not lines[1].lstrip().startswith(("-", "article"))):
            return
        column = pad[2:] + self.dice.choice(["", "  ", "    "])
        lines.insert(self.dice.randrange(1, len(lines) + 1), f"{column}# {self.token()}\n")
        fields[at] = "".join(lines)

    def comment_at(self, fields: list[str], pad: str) -> None:
        """Behind a line that holds a value, or behind the key of a list."""
        at = self.dice.randrange(len(fields))
        lines = fields[at].splitlines(keepends=True)
        here = self.dice.randrange(len(lines))
        if (len(lines) > 1 and "mentions:" not in lines[0]) or "#" in lines[here] or not lines[here].strip():
            return
        lines[here] = f"{lines[here][:-1]} # {self.token()}\n"
        fields[at] = "".join(lines)

    def comment_out(self, fields: list[str], pad: str) -> None:
        at = self.dice.randrange(len(fields))
        if at and "\n" not in fields[at][:-1]:
            fields[at - 1] += f"{pad}# {fields[at].strip()} {self.token()}\n"
            del fields[at]

    def remove_field(self, fields: list[str], pad: str) -> None:
        at = find(fields, self.dice.choice(["date", "summary", "people", "confidence", "status", "mentions"]))
        if at is not None and len(fields) > 1:
            del fields[at]

    def reorder_fields(self, fields: list[str], pad: str) -> None:
        if len(fields[-1].rstrip().splitlines()[-1].lstrip()) and not any("#" in f for f in fields):
            self.dice.shuffle(fields)

    def brackets(self, fields: list[str], pad: str) -> None:
        """The whole event in brackets, in one line or in several, or one field, or each passage."""
        text = "".join(fields)
        if re.search(r"(^|\s)#", text):
            return
        event = yaml.load(text, Loader=yaml.CBaseLoader)
        event = {k: None if v in ("null", "") else v for k, v in event.items()}
        how = self.dice.choice(["event", "wide", "field", "passages"])
        if how in ("event", "wide"):
            whole = flow(event)
            if how == "wide" and '"' not in whole and "'" not in whole:
                whole = whole.replace(", ", f",\n{pad}  ")
            fields[:] = [f"{pad}{whole}\n"]
            return
        at = find(fields, "mentions")
        if at is None or not isinstance(event.get("mentions"), list):
            return
        if how == "field":
            fields[at] = f"{pad}mentions: {flow(event['mentions'])}\n"
        else:
            fields[at] = f"{pad}mentions:\n" + "".join(f"{pad}- {flow(m)}\n" for m in event["mentions"])

    def shift_passages(self, fields: list[str], pad: str) -> None:
        """The passages further in, or no further in than their key."""
        at = find(fields, "mentions")
        if at is None or fields[at].lstrip().startswith("mentions: "):
            return
        lines = fields[at].splitlines(keepends=True)
        first = len(lines[1]) - len(lines[1].lstrip()) if len(lines) > 1 else 0
        if any(line.strip() and len(line) - len(line.lstrip()) < first for line in lines[1:]):
            return
        new = len(pad) + self.dice.choice([0, 1, 2, 6])
        fields[at] = lines[0] + "".join(" " * new + line[first:] if line.strip() else line for line in lines[1:])

    def passage(self, fields: list[str], pad: str) -> None:
        """A passage's date by hand, its quote shortened, or a field of the editor's in it."""
        at = find(fields, "mentions")
        if at is None:
            return
        t = self.token()
        old, new = self.dice.choice([
            (r"^( +)date: 2\d\d\d.*$", rf"\1date: 1999 # {t}"),
            (r"^( +)(quote: .*), scrive.*$", r"\1\2"),
            (r"^( +)(expression: .*)$", rf"\1\2\n\1x-nota: {t}"),
            (r"^( +)(quote: .*)$", rf"\1\2\n\1# {t}"),
        ])  # fmt: skip
        fields[at] = re.sub(old, new, fields[at], count=1, flags=re.M)

    def drop_passage(self, fields: list[str], pad: str) -> None:
        at = find(fields, "mentions")
        if at is None:
            return
        items = passages(fields[at])
        if len(items) > 1:
            del items[self.dice.randrange(len(items))]
            fields[at] = fields[at].splitlines(keepends=True)[0] + "".join(items)

    def status(self, fields: list[str], pad: str) -> None:
        words = ["pubblicato", "published", "'Pubblicata'", "published # ecco", "nascosto", "bozza"]
        self.put(fields, pad, "status", self.dice.choice(words))

    # Actions on whole events

    def delete(self, page: Page, number: int) -> None:
        del page.events[number]
        page.save()

    def reorder(self, page: Page, number: int) -> None:
        page.events.insert(self.dice.randrange(len(page.events)), page.events.pop(number))
        page.save()

    def above(self, page: Page, number: int) -> None:
        line = f"{self.dice.choice([page.dash, ''])}# {self.token()}\n"
        if number and not re.search(r": [|>]", page.events[number - 1]):
            page.events[number - 1] += line + self.dice.choice(["", "\n"])
        else:
            page.head += line
        page.save()

    def copy(self, page: Page, number: int) -> None:
        """Split in two: the copy with a title of its own or without, with an id or without."""
        copy = page.events[number]
        if self.dice.random() < 0.7:
            copy = re.sub(r"\bid: [\w-]+", lambda m: f"id: {self.token().lower()}", copy, count=1)
        page.events.insert(self.dice.randrange(number, len(page.events)) + 1, copy)
        page.save()

    def part(self, page: Page, number: int) -> None:
        """Split in two, each with a part of the passages."""
        text = page.events[number]
        head, key, proofs = text.partition("mentions:\n")
        items = passages(key + proofs) if key else []
        if len(items) < 2:
            return
        cut = self.dice.randrange(1, len(items))
        second = re.sub(r"\bid: [\w-]+", lambda m: f"id: {self.token().lower()}", head, count=1)
        page.events[number : number + 1] = [head + key + "".join(items[:cut]), second + key + "".join(items[cut:])]
        page.save()

    def join(self, page: Page, number: int) -> None:
        """Merge by hand: another event's passages below one's own, and the other event away."""
        other = self.dice.choice([p for p in self.pages() if p.events])
        if other.path == page.path:
            other = page
        at = self.dice.randrange(len(other.events))
        mine, theirs = passages(tail(page.events[number])), passages(tail(other.events[at]))
        if (other is page and at == number) or not mine or not theirs:
            return
        page.events[number] = page.events[number].rstrip("\n") + "\n" + reindented(theirs, indent(mine[0])) + "\n"
        del other.events[at]
        page.save()
        other.save()

    def move(self, page: Page, number: int) -> None:
        """To another file, or to a folder of its own."""
        other = Page.open(self.events / self.dice.choice(FILES))
        if other.path == page.path or not other.takes_events or re.search(r"(: [|>])|\n\S", page.events[number][:-1]):
            return
        gone = page.events.pop(number)
        if not gone.endswith("\n"):
            gone += "\n"
        other.events.insert(self.dice.randrange(len(other.events) + 1), reindented([gone], len(other.dash)))
        page.save()
        other.save()

    # Actions on files

    def delete_file(self, path: Path) -> None:
        path.unlink()

    def rename_file(self, path: Path) -> None:
        new = self.events / self.dice.choice(FILES)
        if not new.exists():
            new.parent.mkdir(parents=True, exist_ok=True)
            path.rename(new)

    def shape(self, path: Path) -> None:
        page = Page.open(path)
        how = self.dice.choice(["crlf", "bom", "ended"])
        setattr(page, how, not getattr(page, how))
        page.save()

    def mixed_ends(self, path: Path) -> None:
        lines = path.read_bytes().replace(b"\r\n", b"\n").split(b"\n")
        path.write_bytes(b"".join(x + self.dice.choice([b"\n", b"\r\n"]) for x in lines[:-1]) + lines[-1])

    def indent_file(self, path: Path) -> None:
        page = Page.open(path)
        if re.search(r"^(---|\.\.\.)", page.head + "".join(page.events), re.M):
            return
        text = "".join(page.events)
        page.events = ["".join("  " + x if x.strip() else x for x in text.splitlines(keepends=True))]
        page.save()

    def document(self, path: Path) -> None:
        """The marks of a document's begin and end, a remark at the head or at the foot."""
        page = Page.open(path)
        how = self.dice.choice(["begin", "end", "head", "foot", "schema"])
        text = page.head + "".join(page.events)
        if how == "head":
            page.head = f"# {self.token()}\n" + page.head
        elif how == "schema":
            page.head = re.sub(r"# yaml-language.*\n", "", page.head)
        elif how == "foot" and page.events and not re.search(r": [|>]", page.events[-1]):
            page.events[-1] += f"\n# {self.token()}\n"
        elif not re.search(r"^(---|\.\.\.)", text, re.M) and page.events:
            if how == "begin":
                page.head += "---\n"
            elif how == "end":
                page.events[-1] += "...\n"
        page.save()

    def file_in_brackets(self, path: Path) -> None:
        text = path.read_bytes().decode("utf-8-sig")
        if re.search(r"(^|\s)#(?! yaml-lang)", text) or self.dice.random() < 0.5:
            return
        events = yaml.load(text, Loader=yaml.CBaseLoader) or []
        events = [{k: None if v in ("null", "") else v for k, v in e.items()} for e in events]
        path.write_text("[\n" + ",\n".join("  " + flow(e) for e in events) + "\n]\n", encoding="utf-8")

    def write_event(self, path: Path) -> None:
        """By hand, without a source, in any file."""
        page = Page.open(self.dice.choice([path, self.events / "a_mano.yml", self.events / "scelti.yml"]))
        if page.takes_events:
            fields = [f"title: {self.token()}", "date: marzo 2001", f"note: {self.token()}"][: self.dice.choice([2, 3])]
            text = f"{page.dash}- " + f"\n{page.dash}  ".join(fields) + "\n"
            if page.events and self.dice.random() < 0.3:
                page.events.insert(0, text)
            else:
                page.events.append(text)
            page.save()


# After each action all files are asked, and most are as they were.
@lru_cache(256)
def is_sound(data: bytes) -> bool:
    """Whether a file is nothing, or a list of events with each key once."""
    top = yaml.compose(data.decode("utf-8-sig"), Loader=yaml.CBaseLoader)
    if not isinstance(top, yaml.SequenceNode):
        return top is None
    names = [[k.value for k, _ in n.value] if isinstance(n, yaml.MappingNode) else ["", ""] for n in top.value]
    return all(len(n) == len(set(n)) for n in names)


def find(fields: list[str], name: str) -> int | None:
    return next((n for n, f in enumerate(fields) if (m := KEY.match(f)) and m[1] == name), None)


def flow(value: object) -> str:
    dumped = yaml.safe_dump(value, default_flow_style=True, width=10**6, allow_unicode=True, sort_keys=False)
    return str(dumped).removesuffix("...\n").strip()


def indent(text: str) -> int:
    return len(text) - len(text.lstrip(" "))


def tail(event: str) -> str:
    """The passages of an event, where they are its last field and a list of lines."""
    found = re.search(r"^ +mentions:\n( *- (?:.*\n?)*)", event, re.M)
    rest = found[1] if found else ""
    pad = indent(found[0]) if found else 0
    lines = [x for x in rest.splitlines() if x]
    return found[0] if found and all(indent(x) >= pad and x.lstrip()[0] != "#" for x in lines) else ""


def passages(field: str) -> list[str]:
    """The items of the field `mentions`."""
    lines = field.splitlines(keepends=True)[1:]
    if not lines or not lines[0].lstrip().startswith("- "):
        return []
    mark = " " * indent(lines[0]) + "- "
    return [p for p in re.split(rf"^(?={mark})", "".join(lines), flags=re.M) if p.strip()]


def reindented(texts: list[str], column: int) -> str:
    lines = "".join(texts).splitlines(keepends=True)
    by = column - indent(lines[0])
    return "".join(x if not x.strip() else " " * (indent(x) + by) + x.lstrip(" ") for x in lines)


FIELD_ACTIONS: dict[str, Callable[[Editor, list[str], str], None]] = {
    "title": Editor.title, "summary": Editor.summary, "date": Editor.date, "names": Editor.names,
    "small field": Editor.small, "new id": Editor.new_id, "add a field": Editor.add,
    "call one or two": Editor.call, "comment within": Editor.comment_in, "comment behind": Editor.comment_at,
    "comment out": Editor.comment_out, "remove a field": Editor.remove_field,
    "reorder fields": Editor.reorder_fields, "brackets": Editor.brackets, "shift passages": Editor.shift_passages,
    "change a passage": Editor.passage, "drop a passage": Editor.drop_passage, "status": Editor.status,
}  # fmt: skip
EVENT_ACTIONS: dict[str, Callable[[Editor, Page, int], None]] = {
    "delete": Editor.delete, "reorder": Editor.reorder, "comment above": Editor.above, "copy": Editor.copy,
    "split the passages": Editor.part, "merge by hand": Editor.join, "move": Editor.move,
}  # fmt: skip
FILE_ACTIONS: dict[str, Callable[[Editor, Path], None]] = {
    "delete the file": Editor.delete_file, "rename the file": Editor.rename_file, "shape": Editor.shape,
    "mixed line ends": Editor.mixed_ends, "indent the file": Editor.indent_file, "document marks": Editor.document,
    "file in brackets": Editor.file_in_brackets, "write an event": Editor.write_event,
}  # fmt: skip
ACTIONS = [*FIELD_ACTIONS, *EVENT_ACTIONS, *FILE_ACTIONS]
