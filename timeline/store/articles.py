"""Articles: sources in content/articles/, with front matter or as a page's text. The one user of dateparser."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import TextIO
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from timeline.events.model import Article
from timeline.problems import Problem, ProblemsFound
from timeline.store.cleaning import clean_body, clean_text
from timeline.store.files import (
    ARTICLES,
    TextFile,
    decode,
    digest,
    list_files,
    read_text_file,
    relative,
    write_atomically,
)
from timeline.store.frontmatter import KEYS, read_front_matter
from timeline.store.pasted import Head, date_in_line, read_head
from timeline.store.scalars import scalar

SUFFIXES = (".md", ".txt", ".markdown")
_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::\d\d(?:\.\d+)?)?\s*(Z|[+-]\d\d:?\d\d)?)?$")
_SMALL_WORDS = frozenset(
    re.findall(
        r"\w+",
        """a ad ai agli al all alla alle allo che con d da dai dal dall dalla dalle de degli dei del dell della delle
        dello di e ed fra gli i il in l la le lo ma ne negli nei nel nell nella nelle non o per piu si sono su sugli sui
        sul sull sulla sulle tra un una uno""",
    )
)


@dataclass(frozen=True, slots=True)
class Added:
    """What became of one source. *path* is relative to the dossier; *is_new* is False where the article was there."""

    source: str
    path: str
    article: Article
    is_new: bool = True

    def __str__(self) -> str:
        """One Italian line."""
        if not self.is_new:
            return f"{self.source}: già presente in {self.path}, niente è cambiato"
        moment = self.article.published
        day = f"{moment:%d/%m/%Y}" + (f", ore {moment:%H.%M}" if isinstance(moment, datetime) else "")
        return f"{self.path}: aggiunto «{self.article.title or self.article.id}» ({day})"


@dataclass(frozen=True, slots=True)
class StoredArticle:
    """An article of the dossier with its file: *path* relative to the dossier, *digest* of the bytes."""

    article: Article
    path: str
    digest: str


def load_articles(root: Path, timezone: str = "Europe/Rome") -> tuple[list[Article], list[Problem]]:
    """Every source of the dossier by id, and what keeps others from being read.

    One whose front matter says `text: no` has none.
    """
    _, stored, problems = _load(root, timezone)
    return [s.article for s in stored], problems


def load_stored_articles(root: Path, timezone: str = "Europe/Rome") -> tuple[list[StoredArticle], list[Problem]]:
    """The articles that have a text to read, each with its file. One without it is as good as absent."""
    _, found, problems = load_changed_articles(root, timezone, lambda name, hash_of_bytes: False)
    return found, problems


def load_changed_articles(
    root: Path, timezone: str, is_known: Callable[[str, str], bool]
) -> tuple[frozenset[str], list[StoredArticle], list[Problem]]:
    """The ids of articles that are known already by their id and `files.digest`, and the others read."""
    known, stored, problems = _load(root, timezone, is_known)
    return frozenset(known), [s for s in stored if s.article.text], problems


def _load(
    root: Path, timezone: str, is_known: Callable[[str, str], bool] | None = None
) -> tuple[dict[str, str], list[StoredArticle], list[Problem]]:
    """What is known already (id → file), what was read, and what is wrong."""
    known: dict[str, str] = {}
    found: dict[str, StoredArticle] = {}
    problems: list[Problem] = []
    for path in list_files(root, ARTICLES, SUFFIXES):
        name, source = path.stem, read_text_file(path, root)
        if isinstance(source, Problem):
            problems.append(source)
            continue
        there = known.get(name) or (found[name].path if name in found else "")
        if not there and is_known and is_known(name, digest(source.data)):
            known[name] = source.path
            continue
        read = _parse(source, name, timezone)
        if isinstance(read, Problem):
            problems.append(read)
        elif there:
            fix = f"rinomina uno dei due: l’altro è {there}"
            problems.append(Problem(relative(path, root), 0, f"due articoli hanno lo stesso nome «{name}»", fix))
        else:
            found[name] = StoredArticle(read, source.path, digest(source.data))
    return known, sorted(found.values(), key=lambda s: s.article.id), problems


def read_article(path: Path, root: Path, timezone: str = "Europe/Rome") -> Article:
    """The article that a file holds; `ProblemsFound` where it cannot be read."""
    source = read_text_file(path, root)
    read = source if isinstance(source, Problem) else _parse(source, path.stem, timezone)
    read = read if isinstance(read, Problem) or read.text else _no_text(source)
    if isinstance(read, Problem):
        raise ProblemsFound([read])
    return read


def add(
    sources: Sequence[str],
    root: Path,
    published: str | None = None,
    stdin: TextIO | None = None,
    timezone: str = "Europe/Rome",
) -> list[Added]:
    """Take articles into content/articles/; "-" is *stdin*. *published* is the date for sources that tell none.

    Sources that can be read are added; then, if any could not, `ProblemsFound` tells which.
    """
    there = {_fingerprint(s.article): s.path for s in load_stored_articles(root, timezone)[0]}
    added: list[Added] = []
    problems: list[Problem] = []
    for name in sources:
        source = _read_source(name, stdin)
        read = source if isinstance(source, Problem) else _parse(source, "", timezone, published)
        read = read if isinstance(read, Problem) or read.text else _no_text(source)
        if isinstance(read, Problem):
            problems.append(read)
            continue
        known = there.get(_fingerprint(read))
        if known:
            added.append(Added(name, known, read, is_new=False))
            continue
        article = replace(read, id=_free_slug(read, root))
        path = root / ARTICLES / f"{article.id}.md"
        write_atomically(path, to_markdown(article, timezone).encode())
        there[_fingerprint(article)] = relative(path, root)
        added.append(Added(name, relative(path, root), article))
    if problems:
        for done in added:
            problems.append(Problem("", 0, str(done), level="warning"))
        raise ProblemsFound(problems)
    return added


def _read_source(name: str, stdin: TextIO | None) -> TextFile | Problem:
    if name == "-":
        return decode((stdin.read() if stdin else "").encode("utf-8", "replace"), "testo incollato")
    path = Path(name)
    if path.is_dir():
        return Problem(name, 0, "è una cartella, non un articolo", f"dai i file, uno per uno o con {name}/*.txt")
    source = read_text_file(path, path.resolve().parent if not path.is_symlink() else Path("/"))
    return replace(source, path=name)


def _parse(source: TextFile, name: str, timezone: str, published: str | None = None) -> Article | Problem:
    """An article from its file: front matter where it has some, else the head of a page's text."""
    front = read_front_matter(source)
    if isinstance(front, Problem):
        return front
    head, body = Head(), front.body
    if not front.fields.get("published") or not front.fields.get("title"):
        head, below = read_head(clean_text(front.body))
        body = below if not front.fields else body
        if front.fields and head.published and not front.fields.get("published"):
            body = below
    fields = {**_head_fields(head, bool(front.fields)), **front.fields}
    fields["published"] = fields.get("published") or published or ""
    zone = fields.get("timezone") or timezone
    dates: dict[str, date | datetime | None] = {}
    for key in ("published", "updated", "dates_from"):
        if not fields.get(key):
            continue
        read = read_moment(fields[key], zone)
        if isinstance(read, str):
            return Problem(source.path, front.lines.get(key, 0), f"{KEYS[key]} «{fields[key]}» {read}", _DATE_FIX)
        dates[key] = read
    if dates.get("published") is None:
        return Problem(source.path, 0, "la data di pubblicazione non si trova", _NO_DATE_FIX)
    text = clean_body(body, fields.get("author", ""))
    is_without_text = front.fields.get("text", "").casefold() == "no"
    return _article(name, text, fields, dates, zone) if text or is_without_text else _no_text(source)


def _no_text(source: TextFile | Problem) -> Problem:
    fix = "sotto la testata va il testo dell’articolo; se non si può tenere, scrivi nella testata text: no"
    return Problem(source.path, 0, "l’articolo non ha testo", fix)


_DATE_FIX = "scrivi giorno, mese e anno: 2025-04-28, 28 aprile 2025 oppure 28.04.2025 11:00"
_NO_DATE_FIX = (
    "scrivila sopra il testo (28.04.2025 11:00) o in testa al file (published: 2025-04-28), "
    "o dai --published 2025-04-28"
)


def _head_fields(head: Head, has_front_matter: bool) -> dict[str, str]:
    """What the page's head gives; with front matter only the dates may be missing from it."""
    if has_front_matter:
        return {"published": head.published, "updated": head.updated}
    return {key: value for key in Head.__slots__ if (value := getattr(head, key))}


def _article(
    name: str, text: str, fields: dict[str, str], dates: dict[str, date | datetime | None], zone: str
) -> Article:
    published = dates["published"]
    assert published is not None
    counted = dates.get("dates_from")
    dates_from = counted.date() if isinstance(counted, datetime) else counted
    return Article(
        id=name,
        text=text,
        published=published,
        updated=dates.get("updated"),
        dates_from=dates_from,
        timezone=zone,
        **{k: clean_text(fields.get(k, "")) for k in ("title", "standfirst", "section", "author", "publisher", "url")},
    )


def read_moment(text: str, timezone: str = "Europe/Rome") -> date | datetime | str:
    """A typed or printed date with its time, if it has one; else what is wrong with it, in Italian.

    Day, month and year must all be there: whoever writes «28 aprile» means a year we cannot know. A time with an
    offset is brought to *timezone*.

    >>> read_moment("Pubblicato il 28/04/2025 alle 11.00")
    datetime.datetime(2025, 4, 28, 11, 0)
    """
    text = clean_text(text)
    if iso := _ISO.match(text):
        try:
            return _from_iso(iso, timezone)
        except ValueError:
            return "non esiste nel calendario"
        except ZoneInfoNotFoundError:
            return f"ha un fuso orario che non c’è: {timezone}"
    found = date_in_line(text)
    if not found:
        return "non si legge"
    import dateparser

    day_text = re.sub(r"(?<=\d)\s*[º°]|\s*(?<=[./-])\s*", "", re.sub(r"(?i)\bprimo\b", "1", found["day"]))
    day_text = re.sub(r"\s*([./-])\s*", r"\1", day_text)
    settings = {"DATE_ORDER": "DMY", "REQUIRE_PARTS": ["day", "month", "year"]}
    moment = dateparser.parse(day_text, languages=["it"], settings=settings)
    if moment is None:
        return "non esiste nel calendario"
    if not found["hour"]:
        return moment.date()
    return moment.replace(hour=int(found["hour"]), minute=int(found["minute"] or 0))


def _from_iso(iso: re.Match[str], timezone: str) -> date | datetime:
    year, month, day = int(iso[1]), int(iso[2]), int(iso[3])
    if not iso[4]:
        return date(year, month, day)
    moment = datetime(year, month, day, int(iso[4]), int(iso[5]))
    if not iso[6]:
        return moment
    away = datetime.fromisoformat(f"{moment.isoformat()}{iso[6].replace('Z', '+00:00')}")
    return away.astimezone(ZoneInfo(timezone)).replace(tzinfo=None, second=0, microsecond=0)


def to_markdown(article: Article, timezone: str = "Europe/Rome") -> str:
    """An article as its file: front matter, a blank line, the text. The dossier's own timezone is not repeated."""
    fields: dict[str, object] = {
        "title": article.title,
        "standfirst": article.standfirst,
        "section": article.section,
        "author": article.author,
        "published": _moment_text(article.published),
        "updated": _moment_text(article.updated),
        "dates_from": article.dates_from or "",
        "publisher": article.publisher,
        "url": article.url,
        "timezone": article.timezone if article.timezone != timezone else "",
    }
    lines = [f"{key}: {scalar(str(value))}" for key, value in fields.items() if value]
    lines += ["text: no"] if not article.text else []
    return "\n".join(["---", *lines, "---", "", article.text, ""])


def _moment_text(moment: date | datetime | None) -> str:
    if moment is None:
        return ""
    return moment.isoformat(timespec="minutes") if isinstance(moment, datetime) else moment.isoformat()


def _fingerprint(article: Article) -> str:
    """What makes two copies the same article: the letters of the text, whatever the spaces and quotation marks."""
    return digest("".join(c for c in article.text.casefold() if c.isalnum()).encode())


def slug(text: str, longest: int = 30) -> str:
    """ASCII words joined by hyphens, cut between words, without articles and prepositions where enough is left.

    >>> slug("L’accordo è fatto: «Più soldati»")
    'accordo-fatto-soldati'
    """
    plain = unicodedata.normalize("NFKD", text.replace("’", " ").replace("'", " ").casefold())
    words = re.findall(r"[a-z0-9]+", plain.encode("ascii", "ignore").decode())
    telling = [w for w in words if w not in _SMALL_WORDS and len(w) > 1] or words
    out = ""
    for word in telling:
        if out and len(out) + 1 + len(word) > longest:
            break
        out = f"{out}-{word}" if out else word[:longest]
    return out


def _free_slug(article: Article, root: Path) -> str:
    """The date and the first words of the title; a number follows where another article has that name."""
    day = article.published.date() if isinstance(article.published, datetime) else article.published
    stem = f"{day.isoformat()}-{slug(article.title or article.text[:80]) or 'articolo'}"
    taken = {path.stem for path in list_files(root, ARTICLES, SUFFIXES)}
    name, number = stem, 2
    while name in taken:
        name, number = f"{stem}-{number}", number + 1
    return name
