"""What a reader finds on the pages, made from a dossier written by hand."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from html import unescape
from urllib.parse import urljoin

import pytest
from made import ARTICLES, EVENTS, SECRET, SETTINGS, Made

from timeline.dates.edtf import parse_edtf
from timeline.events.model import Event, Mention
from timeline.site.edition import in_order, publish, with_ids
from timeline.site.pages import Page
from timeline.site.publication import build_pages, menu, publication
from timeline.site.settings import Drafts


def pages(*events: Event, **settings: object) -> dict[str, Page]:
    made = Made(events=events or EVENTS)
    return {p.address: p for p in build_pages(made, replace(SETTINGS, **settings))}  # type: ignore[arg-type]


def words(html: str) -> str:
    """The text of a page as it is read, on one line."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def titles(html: str) -> list[str]:
    return [words(t) for t in re.findall(r'class="tl-event__title"[^>]*>(.*?)</h', html)]


def test_home_of_a_small_dossier_shows_the_whole_chronology_in_order():
    """Coarse dates stand at the head of their year, undated events at the end."""
    assert titles(pages()[""].html) == [
        "Nasce il comitato",
        "La giunta approva il bilancio",
        "Cominciano gli scavi",
        "Il cantiere resta chiuso",
        "Il sindaco inaugura il monumento ai caduti",
        "<script>alert(1)</script> & altro",
        "Il consiglio vota il restauro",
        "Il donatore resta anonimo",
    ]


def test_the_state_of_the_dossier_is_told_in_a_line():
    home = words(pages()[""].html)
    assert "8 fatti 2 fonti dal 2014 a giugno 2025 situazione al 5 maggio 2025" in home


def test_the_day_of_the_edition_can_be_set():
    assert "situazione al 1º giugno 2025" in words(pages(as_of=date(2025, 6, 1))[""].html)


def test_a_card_tells_date_title_summary_names_and_why():
    card = words(pages()["2025/04/"].html)
    assert "Sabato 26 aprile 2025, ore 18.30 Il sindaco inaugura il monumento ai caduti" in card
    assert "Alla cerimonia c’erano duecento persone. (secondo il Comune)" in card
    assert "Bruno Galli Carla Costa Pro loco Valle Memoria" in card
    assert "Perché questa data? Il sindaco inaugura il monumento ai caduti 2 fonti" in card
    assert "L’articolo è di lunedì 28 aprile 2025: “sabato scorso” è il 26 aprile" in card
    assert "Ada Neri, La Gazzetta della Valle, lunedì 28 aprile 2025 · Leggi il passaggio" in card
    assert "Corretto il 2 maggio 2025: il sindaco è Galli , non Gallo" in card


def test_the_expression_is_marked_in_its_quote_as_whole_words():
    html = pages()["2025/04/"].html
    assert "inaugurato, <mark>sabato scorso</mark>, il monumento" in html
    assert "<mark>26 aprile</mark>" in html


def test_an_undated_event_says_why_it_has_no_date_and_a_coarse_one_why_it_is_coarse():
    said = (Mention("2025-04-28-monumento", "presto", None, "presto"),)
    undated = pages(Event("Un fatto", None, id="a", mentions=said))["senza-data/"]
    assert "Senza data Un fatto Perché manca la data?" in words(undated.html)
    coarse = pages(Event("Un fatto", parse_edtf("2024-08"), id="a", mentions=said))["2024/08/"]
    assert "Perché solo “agosto 2024”?" in words(coarse.html)


def test_the_editors_own_date_is_told_with_what_the_sources_say():
    card = words(pages()["2025/06/"].html)
    assert "Data stabilita dalla redazione. Data spostata dal Comune il 6 maggio." in card
    assert "Le fonti dicono: «il 12 giugno», giovedì 12 giugno 2025" in card


def test_an_event_without_sources_is_the_editors_own():
    assert "A cura della redazione" in words(pages()["senza-data/"].html)


@pytest.mark.parametrize(("drafts", "shown"), [("show", True), ("hide", False)])
def test_drafts_are_marked_or_absent_from_pages_search_files_and_counts(drafts: Drafts, shown: bool):
    made = publication(Made(), replace(SETTINGS, drafts=drafts))
    everything = "".join(p.html for p in made.pages) + "".join(text for _, text in made.files())
    assert ("Cominciano gli scavi" in everything) is shown
    assert any("scavi" in e["title"] for e in made.search_entries()) is shown
    assert ("Bozza" in everything) is shown
    assert f"{8 if shown else 7} fatti" in words(made.pages[0].html)


def test_hidden_events_appear_nowhere_but_as_withdrawn():
    made = publication(Made(), SETTINGS)
    assert not any("notizia nascosta" in p.html for p in made.pages)
    assert "Questa voce è stata ritirata" in dict(made.files())["e/nascosta/index.html"]


def test_the_text_of_an_article_is_never_published():
    made = publication(Made(), SETTINGS)
    assert SECRET in ARTICLES[0].text
    assert not any(SECRET in p.html for p in made.pages)
    assert not any(SECRET in text for _, text in made.files())


def test_what_editors_write_is_escaped_and_leads_only_to_web_addresses():
    made = publication(Made(), SETTINGS)
    for html in [p.html for p in made.pages] + [text for a, text in made.files() if a.endswith(".html")]:
        assert "<script>alert" not in html
        assert "<img src=x" not in html
        assert not re.search(r"""(?:href|src)=["']?\s*javascript:""", html)


def test_only_approved_people_have_a_page():
    found = pages()
    assert "persone/bruno-galli/" in found
    assert "persone/carla-costa/" not in found
    assert "sindaco" in words(found["persone/bruno-galli/"].html)


def test_known_then_gives_each_event_the_date_its_sources_gave_that_day():
    day = pages()["che-cosa-si-sapeva/2025-05-05/"]
    assert day.title == "Che cosa si sapeva il 5 maggio 2025"
    text = words(day.html)
    assert "Giovedì 12 giugno 2025 Il consiglio vota il restauro oggi: Sabato 14 giugno 2025" in text
    assert "Si sapeva già Sabato 26 aprile 2025 Il sindaco inaugura" in text
    assert pages()["che-cosa-si-sapeva/2025-04-28/"].html.count("<li") == 1


def test_scheduled_events_stand_in_agenda_until_their_day():
    said = (Mention("2025-05-05-consiglio", "il 14 giugno", "2025-06-14", "Si voterà il 14 giugno"),)
    event = Event("Il consiglio vota", parse_edtf("2025-06-14"), id="voto", mentions=said)
    before, after = pages(event), pages(event, as_of=date(2025, 7, 1))
    assert "In agenda Sabato 14 giugno 2025" in words(before["in-agenda/"].html)
    assert "Era previsto per sabato 14 giugno 2025: esito non noto" in words(after["2025/06/"].html)
    assert "situazione all’11 giugno 2025" in words(pages(event, as_of=date(2025, 6, 11))["in-agenda/"].html)


def test_a_month_gone_by_was_scheduled_for_that_month():
    said = (Mention("2025-05-05-consiglio", "verso giugno", "2025-06~", "Si voterà verso giugno"),)
    month = Event("Il consiglio vota", parse_edtf("2025-06~"), id="voto", mentions=said)
    home = words(pages(month, as_of=date(2025, 8, 1))["2025/06/"].html)
    assert "Era previsto per giugno 2025 circa: esito non noto" in home


def test_a_deadline_stands_in_agenda_until_it_has_run_out():
    """«Entro giugno» has no first day: what counts is its last."""
    said = (Mention("2025-05-05-consiglio", "entro giugno", "[..2025-06]", "Si voterà entro giugno"),)
    event = Event("Il consiglio vota", parse_edtf("[..2025-06]"), id="voto", mentions=said)
    assert "In agenda Entro giugno 2025" in words(pages(event)["in-agenda/"].html)
    after = pages(event, as_of=date(2025, 7, 1))
    assert "esito non noto" in words(after["2025/06/"].html)


def test_a_card_says_where_its_sources_date_it_differently():
    said = (
        Mention(ARTICLES[0].id, "sabato scorso", "2025-04-26", "Sabato scorso il sindaco ha inaugurato"),
        Mention(ARTICLES[1].id, "domenica 27", "2025-04-27", "inaugurato domenica 27"),
    )
    event = Event("Il sindaco inaugura", parse_edtf("2025-04-26"), id="apertura", status="published", mentions=said)
    card = words(pages(event)["2025/04/"].html)
    assert "Le fonti danno date diverse Sabato 26 aprile 2025" in card
    assert "sabato 26 aprile 2025 secondo" in card
    assert "domenica 27 aprile 2025 secondo" in card
    assert "Le fonti danno date diverse" not in words(pages()["2025/04/"].html)


def test_a_card_says_where_the_order_of_two_facts_cannot_be():
    first = Event("Firma del contratto", parse_edtf("2025-04-19"), id="firma", status="published")
    said = (Mention(ARTICLES[0].id, "il primo aprile", "2025-04-01", "La festa del primo aprile"),)
    second = Event("Festa", parse_edtf("2025-04-01"), id="festa", after="firma", status="published", mentions=said)
    card = words(pages(first, second)["2025/04/"].html)
    assert "Le fonti non concordano Martedì 1º aprile 2025" in card
    assert "sta dopo «Firma del contratto», che però è di sabato 19 aprile 2025" in card


def test_a_large_dossier_shows_years_and_months_and_each_event_where_search_leads():
    many = [Event(f"Fatto {i}", parse_edtf(f"20{20 + i % 3}-{1 + i % 12:02d}-15"), id=f"fatto-{i}") for i in range(150)]
    found = publication(Made(events=tuple(many)), replace(SETTINGS, year_up_to=40))
    by_address = {p.address: p for p in found.pages}
    assert "tl-calendar" in by_address[""].html
    assert titles(by_address[""].html) == []
    for entry in found.search_entries():
        address, _, anchor = entry["location"].partition("#")
        assert not anchor or f'id="{anchor}"' in by_address[address].html


def test_every_link_between_pages_leads_somewhere():
    made = publication(Made(), SETTINGS)
    there = {p.address for p in made.pages} | {a.removesuffix("index.html") for a, _ in made.files()}
    ids = {p.address: set(re.findall(r'\bid="([^"]+)"', p.html)) for p in made.pages}
    texts = [(p.address, p.html) for p in made.pages]
    texts += [(a.removesuffix("index.html"), t) for a, t in made.files() if a.endswith("index.html")]
    for address, html in texts:
        for link in re.findall(r'(?:xlink:)?href="([^"]+)"', html):
            if re.match(r"https?:|mailto:", link) or "assets/" in link:
                continue
            target, _, anchor = link.partition("#")
            whole = urljoin(f"https://site/{address}", target or ".").removeprefix("https://site/")
            assert whole in there, f"{address} leads to {link}"
            assert not anchor or anchor in ids.get(whole, {anchor}), f"{address} leads to {link}"


def test_after_moves_an_event_behind_the_one_it_names():
    first, second, third = (
        Event(t, parse_edtf("2025-04-26"), id=t, time=h) for t, h in [("a", "9"), ("b", "10"), ("c", "11")]
    )
    assert [e.id for e in in_order([replace(first, after="c"), second, third])] == ["b", "c", "a"]
    assert {e.id for e in in_order([replace(first, after="b"), replace(second, after="a")])} == {"a", "b"}


def test_hours_order_the_events_of_a_day():
    hours = ["sera", "9:15", "", "circa 22", "mattina"]
    events = [Event(h, parse_edtf("2025-04-26"), time=h, id=h or "giorno") for h in hours]
    assert [e.time for e in in_order(events)] == ["", "mattina", "9:15", "sera", "circa 22"]


def test_ids_are_unique_addresses():
    made = with_ids(
        [Event("Fatto", parse_edtf("2025-04-26")), Event("Fatto", parse_edtf("2025-04-26")), Event("x", id="../x")]
    )
    assert [e.id for e in made] == ["2025-04-26-fatto", "2025-04-26-fatto-2", "x"]


def test_a_merged_event_forwards_to_the_one_that_tells_it_now():
    edition = publish(Made(), SETTINGS)
    assert edition.moved["vecchia-voce"] in edition.by_id
    files = dict(publication(Made(), SETTINGS).files())
    assert 'http-equiv="refresh"' in files["e/vecchia-voce/index.html"]


def test_the_menu_leads_to_every_way_in_and_to_the_editors_pages():
    entries = menu(publication(Made(), SETTINGS), ["index.md", "metodo.md"])
    assert entries[0] == {"Cronologia": "index.md"}
    assert entries[1] == {"Anni": ["2014.md", "2024.md", "2025.md"]}
    for source in (
        "persone.md",
        "luoghi.md",
        "temi.md",
        "fonti.md",
        "che-cosa-si-sapeva.md",
        "correzioni.md",
        "metodo.md",
    ):
        assert source in entries


def test_an_empty_dossier_has_a_home():
    assert "Ancora nessun fatto" in words(pages_of_nothing()[""].html)


def pages_of_nothing() -> dict[str, Page]:
    return {p.address: p for p in build_pages(Made((), ()), SETTINGS)}
