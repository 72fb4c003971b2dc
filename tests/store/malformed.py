"""Malformed event files, each with the line that an editor must be sent to. Generated from sound ones and hand-made.

Every generated case breaks one line of a sound file of five events in one way, at one of several events. The line that
counts as right is the broken one alone; in a hand-made file, any that its case names.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True)
class Case:
    name: str
    data: bytes
    lines: frozenset[int]  # any of these is right; empty: the whole file is meant


TITLES = (
    "Il consiglio approva il bilancio",
    "Apre il ponte",
    "Il sindaco si dimette",
    "Sciopero dei treni",
    "Voto finale",
)


def sound() -> list[str]:
    """A file of five events, as lines."""
    lines = ["# yaml-language-server: $schema=.schema.json", ""]
    for number, title in enumerate(TITLES):
        lines += [
            f"- title: {title}",
            f"  date: 2025-04-{10 + number}",
            "  status: draft",
            "  people: [Anna Rossi, Ugo Bianchi]",
            f"  id: evento-{number}",
            "  mentions:",
            "    - article: a",
            "      expression: ieri",
            f"      date: 2025-04-{10 + number}",
            "      quote: Ieri il consiglio ha deciso.",
            "",
        ]
    return lines


# What breaks, in which line of an event, and the line that it becomes.
BREAKS: dict[str, tuple[int, Callable[[str], str]]] = {
    "tab in the indentation": (1, lambda s: s.replace("  date", "\tdate")),
    "tab after spaces": (2, lambda s: s.replace("  status", " \tstatus")),
    "colon in the title": (0, lambda s: s + ": ecco il seguito"),
    "smart quotes and a colon": (0, lambda s: s.replace("title: ", "title: “") + "”: lo dice"),
    "open double quote": (0, lambda s: s.replace("title: ", 'title: "')),
    "open single quote": (0, lambda s: s.replace("title: ", "title: '")),
    "text after a quote": (0, lambda s: s.replace("title: ", 'title: "Il" ')),
    "backslash in quotes": (0, lambda s: s.replace("title: ", 'title: "\\q ') + '"'),
    "no colon": (1, lambda s: s.replace("date: ", "date ")),
    "no space after the colon": (1, lambda s: s.replace("date: ", "date:")),
    "field too far left": (1, lambda s: s.strip()),
    "field too far right": (2, lambda s: "    " + s),
    "field one to the left": (2, lambda s: s[1:]),
    "day of no calendar": (1, lambda s: "  date: 2024-02-30"),
    "day of no calendar, Italian": (1, lambda s: "  date: 30/02/2024"),
    "two-digit year": (1, lambda s: "  date: 12/5/24"),
    "month 13": (1, lambda s: "  date: 2024-13-01"),
    "relative date": (1, lambda s: "  date: sabato scorso"),
    "date that is no date": (1, lambda s: "  date: boh"),
    "date as a list": (1, lambda s: "  date: [2024]"),
    "date as a mapping": (1, lambda s: "  date: {anno: 2024}"),
    "bare square brackets of EDTF": (1, lambda s: "  date: [2025-04-27..2025-04-28]"),
    "status unknown": (2, lambda s: "  status: forse"),
    "status yes": (2, lambda s: "  status: yes"),
    "open bracket": (3, lambda s: s.rstrip("]")),
    "open brace": (3, lambda s: "  image: {src: a.jpg"),
    "bracket closed twice": (3, lambda s: s + "]"),
    "people as a mapping": (3, lambda s: "  people: {Anna: Rossi}"),
    "list in a list": (3, lambda s: "  people: [[Anna]]"),
    "asterisk": (0, lambda s: "- title: *evento*"),
    "ampersand": (0, lambda s: "- title: &"),
    "exclamation mark": (0, lambda s: "- title: !Ecco il fatto"),
    "per cent": (0, lambda s: "- title: %cento"),
    "at sign": (0, lambda s: "- title: @sindaco dice"),
    "backquote": (0, lambda s: "- title: `codice`"),
    "id with spaces": (4, lambda s: "  id: il mio evento"),
    "id with accents": (4, lambda s: "  id: città"),
    "id with a slash": (4, lambda s: "  id: ../fuori"),
    "title empty": (0, lambda s: "- title:"),
    "title null": (0, lambda s: "- title: null"),
    "title as a list": (0, lambda s: "- title: [a, b]"),
    "same key twice": (2, lambda s: "  date: 2024"),
    "script as a link": (2, lambda s: "  link: javascript:alert(1)"),
    "link without protocol": (2, lambda s: "  link: www.example.org"),
    "time unknown": (2, lambda s: "  time: 25:99"),
    "time in words": (2, lambda s: "  time: presto"),
    "image as text": (2, lambda s: "  image: foto.jpg"),
    "corrections as text": (2, lambda s: "  corrections: corretto"),
    "correction without a day": (2, lambda s: "  corrections: [{on: ieri, text: a}]"),
    "confidence unknown": (2, lambda s: "  confidence: certissima"),
    "mentions as text": (5, lambda s: "  mentions: a"),
    "mention's date": (8, lambda s: "      date: 31/04/2025"),
    "mention's article gone": (6, lambda s: "    - articolo: a"),
    "no dash": (0, lambda s: "  " + s[2:]),
    "control character": (0, lambda s: s + "\x07"),
    "alias": (3, lambda s: "  people: *nomi"),
    "conflict": (2, lambda s: "<<<<<<< HEAD"),
    "document mark": (2, lambda s: "--- altro"),
}


def generated() -> Iterator[Case]:
    """Each break at four of the five events."""
    for name, (offset, change) in BREAKS.items():
        for event in (0, 1, 3, 4):
            lines = sound()
            at = 2 + 11 * event + offset
            lines[at] = change(lines[at])
            data = "\n".join(lines)
            if name == "alias":
                data = data.replace("people: [Anna Rossi, Ugo Bianchi]", "people: &nomi [Anna Rossi]", 1)
                if event == 0:
                    continue
            yield Case(f"{name} #{event}", data.encode(), frozenset({at + 1}))


def hand_made() -> Iterator[Case]:
    """Files that no rule would think of."""
    text = "\n".join(sound())
    yield Case("UTF-16", text.encode("utf-16"), frozenset({1}))
    yield Case("Latin-1", text.replace("Apre", "È aperto").encode("latin-1"), frozenset({14}))
    yield Case("binary", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)), frozenset({1, 2}))
    yield Case("null byte", text.replace("Apre", "Ap\0re").encode(), frozenset({14}))
    yield Case("prose", b"Caro redattore,\nti mando gli eventi.\n", frozenset({1}))
    yield Case("one mapping", b"title: Uno\ndate: 2024\n", frozenset({1}))
    yield Case("a list of texts", b"- Uno\n- Due\n", frozenset({1}))
    yield Case("a number", b"42\n", frozenset({1}))
    yield Case("JSON cut off", b'[{"title": "Uno", "date": "2024"},\n {"title": "Due"', frozenset({1, 2}))
    yield Case("deep nesting", b"[" * 5000, frozenset({1}))
    yield Case("deep mapping", b"{a: " * 5000, frozenset({1}))
    yield Case("deep dashes", b"- " * 5000 + b"a", frozenset({1}))
    bomb = b"- title: a\n  x-a: &a [x, x, x, x, x, x, x, x, x]\n"
    bomb += b"".join(b"  x-%c: &%c [%s]\n" % (97 + n, 97 + n, b", ".join([b"*%c" % (96 + n)] * 9)) for n in range(1, 9))
    yield Case("alias bomb", bomb, frozenset({3}))
    yield Case("merge key", b"- &base\n  title: a\n- <<: *base\n  title: b\n", frozenset({3}))
    yield Case(
        "conflict", b"- title: a\n<<<<<<< HEAD\n  date: 2024\n=======\n  date: 2023\n>>>>>>> x\n", frozenset({2})
    )
    yield Case("two documents", b"- title: a\n---\n- title: b\n", frozenset({2, 3}))
    yield Case("python tag", b"- title: !!python/object/apply:os.system ['ls']\n", frozenset({1}))
    yield Case("same title twice", b"- title: a\n  title: b\n", frozenset({2}))
    yield Case("lone carriage returns", b"- title: a\r  date: boh\r", frozenset({1, 2}))
    yield Case("only an open quote", b'"', frozenset({1}))


def corpus() -> list[Case]:
    return [*generated(), *hand_made()]
