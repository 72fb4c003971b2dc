"""Articles as people have them: pasted pages, front matter, raw text; their heads read, their bodies clean."""

from __future__ import annotations

from datetime import date, datetime
from io import StringIO
from pathlib import Path

import pytest

from timeline.events.model import Article
from timeline.problems import ProblemsFound
from timeline.store.articles import add, load_articles, load_stored_articles
from timeline.store.checks import check

PAGE = """Cronaca

La piazza riapre dopo i lavori: «Una festa per tutti»

Il cantiere è durato sei mesi. Il sindaco: «Promessa mantenuta»
©Anna Foto
Luca Firma
28.04.2025 11:00

Sabato scorso la piazza ha riaperto.&nbsp;C’era il sindaco.

Leggi anche: Il mercato torna in centro

I lavori erano cominciati a ottobre 2024.

© Riproduzione riservata
"""


def added(root: Path, text: str, published: str | None = None) -> Article:
    """The article that *text* becomes in a dossier, as it is read back from there."""
    add(["-"], root, published=published, stdin=StringIO(text))
    articles, problems = load_articles(root)
    assert problems == []
    assert len(articles) == 1
    return articles[0]


def test_a_pasted_page_gives_its_head_and_a_clean_body(tmp_path: Path) -> None:
    article = added(tmp_path, PAGE)
    assert article.section == "Cronaca"
    assert article.title.startswith("La piazza riapre")
    assert article.standfirst.startswith("Il cantiere è durato")
    assert article.author == "Luca Firma"
    assert article.published == datetime(2025, 4, 28, 11, 0)
    assert article.text.startswith("Sabato scorso la piazza ha riaperto. C’era il sindaco.")
    for words in ("Leggi anche", "Riproduzione", "nbsp", "Anna Foto", "La piazza riapre dopo"):
        assert words not in article.text


@pytest.mark.parametrize(
    ("line", "moment"),
    [
        ("lunedì 28 aprile 2025, ore 11", datetime(2025, 4, 28, 11, 0)),
        ("Pubblicato il 28/04/2025 alle 11.00", datetime(2025, 4, 28, 11, 0)),
        ("28 aprile 2025", date(2025, 4, 28)),
        ("1º maggio 2025", date(2025, 5, 1)),
        ("2025-04-28", date(2025, 4, 28)),
        ("Giovedì, 1 maggio 2025 - 09:05", datetime(2025, 5, 1, 9, 5)),
    ],
)
def test_date_lines_are_read_as_papers_write_them(tmp_path: Path, line: str, moment: date) -> None:
    text = f"La piazza riapre dopo i lavori\n\ndi Luca Firma\n{line}\n\nIeri la piazza ha riaperto al pubblico.\n"
    article = added(tmp_path, text)
    assert article.published == moment
    assert article.author == "Luca Firma"
    assert article.text == "Ieri la piazza ha riaperto al pubblico."


def test_front_matter_says_all_of_it(tmp_path: Path) -> None:
    text = (
        "---\ntitle: La piazza\npublished: 2025-04-28T11:00\nupdated: 2025-05-02\ndates_from: 2025-04-27\n"
        "publisher: Il Foglio di Prova\nurl: https://example.org/a\n---\n\nIeri la piazza ha riaperto.\n"
    )
    article = added(tmp_path, text)
    assert (article.title, article.publisher, article.url) == (
        "La piazza",
        "Il Foglio di Prova",
        "https://example.org/a",
    )
    assert article.published == datetime(2025, 4, 28, 11, 0)
    assert (article.updated, article.dates_from) == (date(2025, 5, 2), date(2025, 4, 27))


def test_without_a_date_nothing_is_written_and_the_way_out_is_told(tmp_path: Path) -> None:
    with pytest.raises(ProblemsFound) as found:
        add(["-"], tmp_path, stdin=StringIO("La piazza\n\nHa riaperto al pubblico.\n"))
    assert "--published" in str(found.value)
    assert not list(tmp_path.rglob("*.md"))
    assert added(tmp_path, "La piazza\n\nHa riaperto al pubblico.\n", published="2025-04-28").published == date(
        2025, 4, 28
    )


def test_a_month_and_a_year_are_no_publication_date(tmp_path: Path) -> None:
    """Day, month and year are all required: what is missing is never filled in from today."""
    with pytest.raises(ProblemsFound):
        add(["-"], tmp_path, stdin=StringIO("La piazza\n\naprile 2025\n\nHa riaperto al pubblico.\n"))


def test_the_same_article_twice_changes_nothing(tmp_path: Path) -> None:
    first = add(["-"], tmp_path, stdin=StringIO(PAGE))[0]
    before = {p: p.read_bytes() for p in tmp_path.rglob("*.md")}
    again = add(["-"], tmp_path, stdin=StringIO(PAGE.replace("\n", "\r\n")))[0]
    assert (first.is_new, again.is_new) == (True, False)
    assert "già presente" in str(again)
    assert {p: p.read_bytes() for p in tmp_path.rglob("*.md")} == before


def test_slugs_are_short_plain_and_dated(tmp_path: Path) -> None:
    name = added(tmp_path, PAGE).id
    assert name.startswith("2025-04-28-")
    assert name.isascii()
    assert len(name) <= 60


def test_a_raw_text_dropped_into_the_folder_works(tmp_path: Path) -> None:
    folder = tmp_path / "content/articles"
    folder.mkdir(parents=True)
    (folder / "incollato.txt").write_bytes(b"\xef\xbb\xbf" + PAGE.replace("\n", "\r\n").encode())
    articles, problems = load_articles(tmp_path)
    assert problems == []
    assert articles[0].published == datetime(2025, 4, 28, 11, 0)
    assert "\r" not in articles[0].text


def test_a_source_whose_text_is_not_here_is_named_and_never_read(tmp_path):
    """Its events stay: `text: no` counts as an absent article, and its quotes cannot be looked up."""
    (tmp_path / "content/articles").mkdir(parents=True)
    (tmp_path / "content/events").mkdir(parents=True)
    head = "title: Inaugurato il ponte\npublished: 2025-04-28T11:00\npublisher: La Gazzetta\n"
    (tmp_path / "content/articles/ponte.md").write_text(f"---\n{head}text: no\n---\n", encoding="utf-8")
    (tmp_path / "content/events/ponte.yml").write_text(
        "- title: Si apre il ponte\n  date: 2025-04-26\n  mentions:\n"
        "    - {article: ponte, expression: sabato, date: 2025-04-26, quote: Sabato si è aperto il ponte}\n",
        encoding="utf-8",
    )
    (article,), problems = load_articles(tmp_path)
    assert (article.title, article.publisher, article.text, problems) == ("Inaugurato il ponte", "La Gazzetta", "", [])
    assert load_stored_articles(tmp_path) == ([], [])
    assert check(tmp_path, date(2025, 6, 1)) == []
    (tmp_path / "content/articles/ponte.md").write_text(f"---\n{head}---\n", encoding="utf-8")
    assert "non ha testo" in load_articles(tmp_path)[1][0].message
