"""An import of our own export loses nothing; what a format cannot say is told to whoever exports."""

from __future__ import annotations

import json
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import fields, replace
from io import StringIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.cli import main
from timeline.events.model import Event
from timeline.new import create
from timeline.store.articles import load_articles
from timeline.store.eventfile import load_events
from timeline.store.ownkeys import own_keys

ARTICLE = """\
---
title: "Il ponte: «Si farà»"
author: Ada Neri
published: 2025-04-28T11:00
publisher: Gazzetta della Valle
url: https://example.org/ponte
timezone: Europe/London
---

Sabato scorso il sindaco ha presentato il ponte. I lavori erano fermi da agosto.
"""
RICH = r"""
- title: "Il sindaco presenta il ponte, «finalmente»: parte il cantiere"
  date: 2025-04-26
  time: 18:30
  status: published
  summary: Davanti a *duecento* cittadini & il [progetto](https://example.org/p?a=1&b=2).
  confidence: high
  tags: [Ponte, Lavori pubblici, "Stato|Regione"]
  people: [Bruno Galli, "D'Angelo, Carla"]
  organizations: [Pro loco]
  places: [Valle, Monte]
  attribution: secondo il Comune
  note: 'Dice "no": resta qui.'
  related: [lavori-fermi]
  image: {src: foto/ponte.jpg, alt: "Il ponte, visto da sud", credit: Ada Neri}
  link: https://example.org/a?b=c&d=e#f
  corrections:
    - {on: 2025-05-02, text: "il sindaco è **Galli**: non Gallo | Gallini"}
    - {on: 3 maggio 2025, text: i cittadini erano 200}
  same_as: [vecchia-voce]
  not_same_as: [lavori-fermi]
  id: ponte
  x-scheda: 12
  x-fonti: {voci: [uno, due], sicura: no}
  mentions:
    - article: 2025-04-28-ponte
      expression: Sabato scorso
      date: 2025-04-26
      quote: Sabato scorso il sindaco ha presentato il ponte
    - article: manca-qui
      expression: in data da definire
      quote: la presentazione, in data da definire
- title: I lavori del ponte si fermano
  date: 2024-08
  date_text: Inizio agosto 2024
  after: ponte
  id: lavori-fermi
- title: "-5 gradi: il record"
  date: intorno al 1985
  status: published
  id: record
- title: "=1+1 è un titolo"
  date: "[2025-04-27..2025-04-28]"
  status: published
  id: formula
- title: La fiera <di san> Marco &amp; figli
  date: 2025-05-03/2025-05-05
  status: published
  tags: [Feste]
  id: fiera
- title: Si veglia in piazza
  date: 2025-05-10
  time: circa 22
  places: [Valle]
  id: veglia
- title: Un’estate senz’acqua
  date: estate 2022
  id: siccita
- title: Il paese si svuota
  date: anni Sessanta
  id: esodo
- title: Il voto arriva entro l’11 giugno
  date: "[..2025-06-11]"
  id: voto
- title: Qualcuno dona la campana
  date: null
  id: campana
- title: Il nome che non si dice
  date: 2025-01-01
  status: hidden
  id: nascosta
"""


def dossier(folder: Path, events: str = "") -> Path:
    """An empty dossier, or one with these events and the article that proves them."""
    create(folder)
    for old in (folder / "content/articles").glob("*.*"):
        old.unlink()
    if events:
        (folder / "content/events/fatti.yml").write_text(events, encoding="utf-8")
        (folder / "content/articles/2025-04-28-ponte.md").write_text(ARTICLE, encoding="utf-8")
    return folder


def moved(folder: Path, events: str, form: str, suffix: str, monkeypatch, capsys) -> tuple[list, list, str]:
    """The events of a dossier, those of an empty one after export and import, and what the export said aside."""
    monkeypatch.setenv("SITE_URL", "https://example.org/cronologia/")
    old, new = dossier(folder / "vecchio", events), dossier(folder / "nuovo")
    monkeypatch.chdir(old)
    assert main(["export", form]) == 0
    said = capsys.readouterr()
    (folder / f"storia.{suffix}").write_text(said.out, encoding="utf-8", newline="")
    monkeypatch.chdir(new)
    assert main(["import", f"../storia.{suffix}"]) == 0
    assert main(["check"]) == 0
    return load_events(old)[0], load_events(new)[0], said.err


def bare(event: Event) -> Event:
    """An event apart from where it stands."""
    return replace(event, path="", line=0)


def differences(before: Event, after: Event) -> set[str]:
    """The fields that an event has otherwise after the journey."""
    names = [field.name for field in fields(Event) if field.name not in ("path", "line")]
    return {name for name in names if getattr(before, name) != getattr(after, name)}


def test_a_dossier_moves_whole(tmp_path, monkeypatch, capsys):
    """`export whole` holds hidden events and the editors' own keys too; the sources come along, without their text."""
    before, after, said = moved(tmp_path, RICH, "whole", "json", monkeypatch, capsys)
    assert {e.id: bare(e) for e in after} == {e.id: bare(e) for e in before}
    assert list(own_keys(tmp_path / "nuovo").values()) == list(own_keys(tmp_path / "vecchio").values()) != []
    (article,), _ = load_articles(tmp_path / "nuovo")
    (original,), _ = load_articles(tmp_path / "vecchio")
    assert article == replace(original, text="")
    assert said == ""


def test_json_brings_back_every_field_of_what_is_published(tmp_path, monkeypatch, capsys):
    before, after, said = moved(tmp_path, RICH, "json", "json", monkeypatch, capsys)
    assert {e.id: bare(e) for e in after} == {e.id: bare(e) for e in before if e.status != "hidden"}
    assert "non si pubblicano: voci nascoste (1), campi x- (1 voci)" in said


def test_a_table_brings_back_all_but_the_passages(tmp_path, monkeypatch, capsys):
    before, after, said = moved(tmp_path, RICH, "csv", "csv", monkeypatch, capsys)
    there = {e.id: e for e in after}
    assert {e.id: differences(e, there[e.id]) for e in before if e.id in there and differences(e, there[e.id])} == {
        "ponte": {"mentions"}
    }
    assert {e.id for e in before} - there.keys() == {"nascosta"}
    assert "csv non porta: passi delle fonti (1 voce)" in said


def test_a_calendar_brings_back_what_it_can_say_and_the_rest_is_told(tmp_path, monkeypatch, capsys):
    before, after, said = moved(tmp_path, RICH, "ics", "ics", monkeypatch, capsys)
    there = {e.id: e for e in after}
    assert there.keys() == {"ponte", "fiera", "veglia"}
    lost = {e.id: differences(e, there[e.id]) for e in before if e.id in there}
    assert lost["fiera"] == lost["veglia"] == set()
    assert lost["ponte"] == {
        *("summary", "confidence", "people", "organizations", "attribution", "note", "related", "image", "link"),
        *("corrections", "same_as", "not_same_as", "mentions"),
    }
    for words in ("persone (1 voce)", "immagini (1 voce)", "corsivi e collegamenti nel testo (1 voce)"):
        assert words in said
    for title in ("Inizio agosto 2024: I lavori", "Intorno al 1985: -5 gradi", "Senza data: Qualcuno dona"):
        assert title in said


def test_slides_bring_back_what_they_can_say_and_no_date_gets_sharper(tmp_path, monkeypatch, capsys):
    before, after, said = moved(tmp_path, RICH, "timelinejs", "json", monkeypatch, capsys)
    there = {e.id: e for e in after}
    assert {e.id for e in before} - there.keys() == {"voto", "campana", "nascosta"}
    lost = {e.id: differences(e, there[e.id]) for e in before if e.id in there}
    assert {id: names - {"status"} for id, names in lost.items() if names - {"status"}} == {
        "ponte": {
            *("tags", "confidence", "people", "organizations", "places", "attribution", "note", "related", "link"),
            *("corrections", "same_as", "not_same_as", "mentions"),
        },
        "lavori-fermi": {"after"},
        "veglia": {"places"},
    }
    assert "Entro l’11 giugno 2025: Il voto arriva" in said
    assert "temi oltre il primo (1 voce)" in said


WORD = (
    st.text(st.characters(exclude_categories=["Cs", "Cc", "Co", "Cn"]), min_size=1, max_size=20)
    .map(str.strip)
    .filter(bool)
)
# A key is one line, and YAML 1.1 ends a line at U+2028 and U+2029 too.
KEY = WORD.map(lambda word: " ".join(word.splitlines())).filter(bool)
TEXT = st.lists(WORD, min_size=1, max_size=3).map("\n".join)
ID = st.from_regex(r"[a-z0-9]{2,8}(-[a-z0-9]{1,5})?", fullmatch=True)
DATES = st.none() | st.sampled_from(
    "2025-04-26 2024-08 2014~ 2025-04-27? 2024-22 199X 18XX 2024-33 2014/.. -0043 2025-05-03/2025-05-05"
    " [..2025-06-11] [2025-04-27,2025-04-28] [2025-04-27..2025-04-28]".split()
)
LIST = st.lists(WORD, max_size=3)
EVENT = st.fixed_dictionaries(
    {"title": WORD, "date": DATES, "id": ID},
    optional={
        "time": st.sampled_from(["18:30", "circa 22", "notte", "mattina"]),
        "date_text": WORD,
        "status": st.sampled_from(["draft", "published", "hidden"]),
        "summary": TEXT,
        "after": ID,
        "confidence": st.sampled_from(["high", "medium", "low"]),
        "tags": LIST,
        "people": LIST,
        "organizations": LIST,
        "places": LIST,
        "attribution": WORD,
        "note": TEXT,
        "related": st.lists(ID, max_size=2),
        "image": st.fixed_dictionaries({"src": WORD}, optional={"alt": WORD, "credit": WORD}),
        "link": ID.map("https://example.org/{}".format),
        "corrections": st.lists(st.fixed_dictionaries({"on": st.just("2025-05-02"), "text": WORD}), max_size=2),
        "same_as": st.lists(ID, max_size=2),
        "not_same_as": st.lists(ID, max_size=2),
        "x-nostro": st.recursive(WORD, lambda inner: st.lists(inner) | st.dictionaries(KEY, inner), max_leaves=4),
        "mentions": st.lists(
            st.fixed_dictionaries({"article": ID, "expression": WORD, "date": DATES, "quote": WORD}), max_size=2
        ),
    },
)


@given(events=st.lists(EVENT, min_size=1, max_size=4, unique_by=lambda e: e["id"]))
@pytest.mark.parametrize("form", ["whole", "csv"])
def test_whatever_an_event_holds_comes_back(form, events, law_dossiers):
    """JSON is YAML: whatever texts the fields hold, in any script, they are the same after export and import."""
    old, new = law_dossiers
    lines = [f"- {json.dumps(event, ensure_ascii=False)}\n" for event in events]
    (old / "content/events/fatti.yml").write_text("".join(lines), encoding="utf-8")
    for made in (new / "content/events").glob("*.yml"):
        made.unlink()
    out, exported = StringIO(), new.parent / f"storia.{'json' if form == 'whole' else 'csv'}"
    with pytest.MonkeyPatch.context() as patch, redirect_stdout(out), redirect_stderr(StringIO()):
        patch.chdir(old)
        assert main(["export", form]) == 0
        exported.write_text(out.getvalue(), encoding="utf-8", newline="")
        patch.chdir(new)
        imported = main(["import", str(exported)])
    before = {e.id: bare(e) for e in load_events(old)[0] if form == "whole" or e.status != "hidden"}
    assert imported == (0 if before else 1)
    after = {e.id: bare(e) for e in load_events(new)[0]}
    if form == "csv":
        before = {id: replace(e, mentions=()) for id, e in before.items()}
    assert after == before
    if form == "whole":
        assert sorted(map(str, own_keys(new).values())) == sorted(map(str, own_keys(old).values()))


@pytest.fixture(scope="module")
def law_dossiers(tmp_path_factory) -> tuple[Path, Path]:
    folder = tmp_path_factory.mktemp("legge")
    return dossier(folder / "vecchio"), dossier(folder / "nuovo")
