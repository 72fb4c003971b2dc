"""Stylesheets are joined without changing what they say; scripts wait without changing their order."""

from __future__ import annotations

from pathlib import Path

import pytest

from timeline.site.files import SiteFiles
from timeline.site.styles import with_one_stylesheet, with_patient_scripts

THEME = '<link rel="stylesheet" href="{}css/theme.css">\n   <link rel="stylesheet" href="{}own/look.css">'


@pytest.fixture
def site(tmp_path: Path) -> SiteFiles:
    for path, text in {
        "css/theme.css": '@charset "UTF-8";a{color:red}\n/*# sourceMappingURL=theme.css.map */',
        "own/look.css": 'a{color:blue} b{background:url("letters/a b.woff2")} i{background:url(data:image/png,A)}',
        "own/more.css": '@import "look.css";',
    }.items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(text, "utf-8")
    return SiteFiles(tmp_path)


def joined(html: str, site: SiteFiles) -> str:
    """The text of the one stylesheet that *html* asks for, a page at the root."""
    page = with_one_stylesheet(html, "", site)
    assert page.count("<link") == 1, page
    return (site.folder / page.split('"')[3]).read_text("utf-8")


def test_the_joined_stylesheet_says_all_in_the_order_of_the_page(site: SiteFiles):
    assert joined(THEME.format("", ""), site).splitlines() == [
        '@charset "UTF-8";',
        "a{color:red}",
        'a{color:blue} b{background:url("../../own/letters/a b.woff2")} i{background:url(data:image/png,A)}',
    ]


def test_every_page_asks_for_the_same_file_by_its_own_way_there(site: SiteFiles):
    home = with_one_stylesheet(THEME.format("", ""), "", site).split('"')[3]
    month = with_one_stylesheet(THEME.format("../../", "../../"), "2025/04/", site).split('"')[3]
    assert month == f"../../{home}"


def test_its_name_changes_with_a_byte_of_it(site: SiteFiles):
    before = with_one_stylesheet(THEME.format("", ""), "", site)
    (site.folder / "own/look.css").write_text("a{color:green}", "utf-8")
    assert with_one_stylesheet(THEME.format("", ""), "", SiteFiles(site.folder)) != before


@pytest.mark.parametrize(
    "html",
    [
        '<link rel="stylesheet" href="css/theme.css"><script>1</script><link rel="stylesheet" href="own/look.css">',
        '<link rel="stylesheet" href="css/theme.css"><link rel="stylesheet" href="https://example.org/a.css">',
        '<link rel="stylesheet" href="css/theme.css"><link rel="stylesheet" href="own/more.css">',
        '<link rel="stylesheet" href="css/theme.css"><link rel="stylesheet" href="css/missing.css">',
        '<link rel="stylesheet" href="/css/theme.css"><link rel="stylesheet" href="/own/look.css">',
    ],
)
def test_what_cannot_be_joined_stays_as_it_is(html: str, site: SiteFiles):
    """Something between two, another host, an import, a file that is not there, the page of errors."""
    assert with_one_stylesheet(html, "", site) == html


def test_scripts_after_the_themes_wait_with_it():
    html = (
        "<script>early</script><script src=early.js></script>"
        '<script id="__config" type="application/json">{}</script>'
        '<script src="assets/javascripts/bundle.1.min.js"></script><script src="a.js"></script>'
        '<script src="b.js" async></script><script src="c.js" type="module"></script>'
    )
    assert with_patient_scripts(html) == html.replace('<script src="assets', '<script defer src="assets').replace(
        '<script src="a', '<script defer src="a'
    )


def test_scripts_do_not_wait_where_an_inline_one_may_count_on_them():
    html = '<script src="assets/javascripts/bundle.1.min.js"></script><script>document$.subscribe(f)</script>'
    assert with_patient_scripts(html) == html
