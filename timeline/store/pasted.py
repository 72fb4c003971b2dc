"""The head of an article pasted from a newspaper's page: section, headline, standfirst, credit, author, date line."""

from __future__ import annotations

import re
from dataclasses import dataclass

from timeline.store.cleaning import is_credit, is_junk

_MONTHS = (
    "gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|novembre|dicembre"
    "|genn?|febbr?|mar|apr|mag|giu|lug|ago|sett?|ott|nov|dic"
)
_TIME = (
    r"(?:[\s,|–—-]*(?:(?:alle|all['’]|ore|h)\s*){0,2}(?P<hour>[01]?\d|2[0-3])(?:[:.](?P<minute>[0-5]\d))?(?:[:.]\d\d)?\b"
    r"(?:\s*(?:CES?T|UTC))?)"
)
_DATE = re.compile(
    rf"""(?P<day>
        \d{{4}}-\d\d-\d\d
      | \b\d{{1,2}}\s*[./-]\s*\d{{1,2}}\s*[./-]\s*(?:\d{{4}}|\d{{2}})\b
      | \b(?:\d{{1,2}}\s*[º°]?|primo)\s+(?:{_MONTHS})\.?\s+\d{{4}}\b
    )(?P<time>(?:T(?P<iso>\d\d:\d\d)(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?)|{_TIME})?""",
    re.I | re.X,
)
_WEEKDAY = r"(?:lun|mar|mer|gio|ven|sab|dom)(?:edì|tedì|coledì|vedì|erdì|ato|enica)?"
# What may stand on a date line beside the date: said of the date, not of the world.
_AROUND = re.compile(
    rf"""^(?:[\s,;:.|•·–—()\[\]-]
      | \b(?:pubblicat[oa]|aggiornat[oa]|ultim[oa]|aggiornamento|modifica|data|creato|uscito|online
        |il|del|di|dal|in|alle?|ore|{_WEEKDAY}
        |redazione|ed|e|ultima|pubblicazione)\b)*$""",
    re.I | re.X,
)
_NAME = r"[A-ZÀ-Ý][\w.’'-]*(?: (?:d[aei]|de[il]|della|dello|di|von|van|Mc|[A-ZÀ-Ý][\w.’'-]*)){1,4}"
_BYLINE = re.compile(
    rf"^(?:(?:di|by|a cura di|testo di|dal nostro inviato|dalla nostra inviata)\s+)(?P<by>{_NAME})\W*$", re.I
)
_BARE_NAME = re.compile(rf"^(?P<by>{_NAME})$")
_UPDATED = re.compile(r"aggiornat|ultim[oa] (?:aggiornamento|modifica)|modificat", re.I)
_HEAD_LINES = 25


@dataclass(frozen=True, slots=True)
class Head:
    """What stands above the body. Dates are as written; the caller reads them."""

    title: str = ""
    standfirst: str = ""
    section: str = ""
    author: str = ""
    published: str = ""
    updated: str = ""


@dataclass(frozen=True, slots=True)
class _DateLine:
    published: str = ""
    updated: str = ""
    author: str = ""


def read_head(text: str) -> tuple[Head, str]:
    """The head and the body of a cleaned text. Without a date line above the body: the first line is the title.

    >>> head, body = read_head("Guerra\\nIl fatto\\nAnna Rossi\\n28.04.2025 11:00\\nIl testo comincia qui.")
    >>> head.section, head.title, head.author, head.published, body
    ('Guerra', 'Il fatto', 'Anna Rossi', '28.04.2025 11:00', 'Il testo comincia qui.')
    """
    lines = text.split("\n")
    dates = _date_lines(lines)
    if not dates:
        return _without_date(lines)
    first, last = min(dates), max(dates)
    above = [line for line in lines[:first] if line and not is_junk(line) and not is_credit(line)]
    below = lines[last + 1 :]
    author = next((d.author for d in dates.values() if d.author), "")
    if not author:
        author, above = _take_author(above)
    if not author:
        author, below = _author_below(below)
    title, standfirst, section = _headline(above)
    if not title:
        title, below = _title_below(below)
    published = next((d.published for d in dates.values() if d.published), "")
    updated = next((d.updated for d in dates.values() if d.updated), "")
    return Head(title, standfirst, section, author, published or updated, updated if published else ""), _join(below)


def date_in_line(line: str) -> re.Match[str] | None:
    """The full date in a line of a head, with its time; None where there is none."""
    return _DATE.search(line)


def _date_lines(lines: list[str]) -> dict[int, _DateLine]:
    """The lines near the top that are about the date of publication, by their number."""
    found: dict[int, _DateLine] = {}
    seen = 0
    for number, line in enumerate(lines):
        if line:
            seen += 1
        if seen > _HEAD_LINES or (found and number - max(found) > 2):
            break
        if line and (read := _read_date_line(line)):
            found[number] = read
    return found


def _read_date_line(line: str) -> _DateLine | None:
    """A line that holds dates, the words that go with them, perhaps an author, and nothing else."""
    dates = list(_DATE.finditer(line)) if len(line) <= 160 else []
    if not dates or len(dates) > 2:
        return None
    around, end, published, updated = [], 0, "", ""
    for match in dates:
        before = line[end : match.start()]
        around.append(before)
        if _UPDATED.search(before):
            updated = updated or match[0]
        else:
            published = published or match[0]
        end = match.end()
    around.append(line[end:])
    author = ""
    for part in around:
        rest, by = _split_author(part)
        author = author or by
        if not _AROUND.match(rest):
            return None
    return _DateLine(published, updated, author)


def _split_author(part: str) -> tuple[str, str]:
    """What is left of a piece of a date line without the author's name in it, and the name."""
    found = re.search(rf"(?:\bdi |\bby )?(?P<by>{_NAME})", part)
    if not found or re.match(_WEEKDAY + r"\b", found["by"], re.I) or re.match("Pubblicat|Aggiornat|Ultim", found["by"]):
        return part, ""
    return part[: found.start()] + part[found.end() :], found["by"]


def _take_author(lines: list[str]) -> tuple[str, list[str]]:
    """The author among the lines above the date, nearest to it, and the other lines."""
    for at in range(len(lines) - 1, -1, -1):
        if found := _BYLINE.match(lines[at]):
            return found["by"], lines[:at] + lines[at + 1 :]
    if len(lines) > 1 and (found := _BARE_NAME.match(lines[-1])) and len(lines[-1]) <= 45:
        return found["by"], lines[:-1]
    return "", lines


def _author_below(lines: list[str]) -> tuple[str, list[str]]:
    """«di Nome Cognome» as the first line after the date."""
    for at, line in enumerate(lines[:4]):
        if not line:
            continue
        found = _BYLINE.match(line)
        return (found["by"], lines[:at] + lines[at + 1 :]) if found else ("", lines)
    return "", lines


def _headline(lines: list[str]) -> tuple[str, str, str]:
    """Title, standfirst and section of the lines above the date. A short first line before another is a section."""
    section = ""
    if len(lines) > 1 and _is_section(lines[0]):
        section, lines = lines[0].rstrip(":"), lines[1:]
    return (lines[0], " ".join(lines[1:]), section) if lines else ("", "", section)


def _is_section(line: str) -> bool:
    """«Guerra», «Cronaca di Modena», «ESTERI»: a few words, no sentence."""
    return len(line) <= 32 and len(line.split()) <= 4 and not re.search(r"[.!?»”]$|\d", line)


def _title_below(lines: list[str]) -> tuple[str, list[str]]:
    """The headline where the page gives the date first: one short line that is no sentence, more text after it."""
    filled = [n for n, line in enumerate(lines) if line]
    if len(filled) < 2 or len(lines[filled[0]]) > 200 or re.search(r"[.;]$", lines[filled[0]]):
        return "", lines
    return lines[filled[0]].lstrip("# "), lines[filled[0] + 1 :]


def _without_date(lines: list[str]) -> tuple[Head, str]:
    title, rest = _title_below(lines)
    author, rest = _author_below(rest)
    return Head(title=title, author=author), _join(rest)


def _join(lines: list[str]) -> str:
    return "\n".join(lines).strip()
