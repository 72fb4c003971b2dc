"""`timeline tag --timeml`: well-formed XML that gives the text back, with TIMEX3 as TimeML 1.2.1 has it."""

import io
import re
import xml.etree.ElementTree as ET
from datetime import date, datetime
from types import SimpleNamespace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from timeline.cli import main
from timeline.events.model import Article
from timeline.timeml import timeml

MODS = (
    "BEFORE AFTER ON_OR_BEFORE ON_OR_AFTER LESS_THAN MORE_THAN EQUAL_OR_LESS EQUAL_OR_MORE START MID END APPROX".split()
)
NAME_TOKEN = re.compile(r"[\w.:-]+")


def marked(text: str, published: date = date(2025, 4, 28)) -> list[ET.Element]:
    return list(ET.fromstring(timeml(Article("a", text, published))))


def test_the_publication_is_the_creation_time():
    (creation,) = marked("Niente.", datetime(2025, 4, 28, 11, 0))
    assert creation.attrib == {
        "tid": "t0",
        "type": "TIME",
        "value": "2025-04-28T11:00",
        "functionInDocument": "CREATION_TIME",
    }


def test_an_expression_carries_its_value():
    _, timex = marked("È successo sabato scorso.")
    assert (timex.text, timex.attrib) == ("sabato scorso", {"tid": "t1", "type": "DATE", "value": "2025-04-26"})


def test_a_stretch_is_a_duration_between_two_empty_tags():
    _, stretch, first, last = marked("La mostra si terrà dal 3 al 5 maggio.")
    assert stretch.get("type") == "DURATION"
    assert stretch.get("value") == "P3D"
    assert (stretch.get("beginPoint"), stretch.get("endPoint")) == (first.get("tid"), last.get("tid"))
    assert (first.get("value"), last.get("value")) == ("2025-05-03", "2025-05-05")
    assert first.text is last.text is None


def test_what_xml_cannot_hold_is_replaced_and_the_rest_escaped():
    document = ET.fromstring(timeml(Article("a", "a < b & c\x00 > ieri \x0b \ud800", date(2025, 4, 28))))
    assert "a < b & c\ufffd > ieri \ufffd \ufffd" in "".join(document.itertext())


@settings(max_examples=60, deadline=None)
@given(
    some.lists(
        some.sampled_from("ieri|nel 2014|dal 3 al 5 maggio|dal 2014|ogni lunedì|due ore|<&>|.|a Roma".split("|"))
    )
)
def test_every_document_is_valid_and_gives_the_text_back(words):
    text = " ".join(words)
    document = ET.fromstring(timeml(Article("a", text, date(2025, 4, 28))))
    creation = document[0].text or ""
    assert "".join(document.itertext()).strip() == f"{creation}\n{text}".strip()
    tags = {timex.get("tid"): timex for timex in document}
    assert len(tags) == len(document)
    for timex in document:
        assert timex.get("type") in ("DATE", "TIME", "DURATION", "SET")
        assert NAME_TOKEN.fullmatch(timex.get("value") or "")
        assert timex.get("mod") in (None, *MODS)
        assert all(timex.get(end) in (None, *tags) for end in ("beginPoint", "endPoint"))


def test_the_command_reads_plain_text(monkeypatch, capsys):
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO("\ufeffÈ successo ieri.".encode())))
    assert main(["tag", "--timeml", "--published", "28 aprile 2025"]) == 0
    assert '<TIMEX3 tid="t1" type="DATE" value="2025-04-27">ieri</TIMEX3>' in capsys.readouterr().out


def test_a_form_must_be_chosen():
    with pytest.raises(SystemExit):
        main(["tag"])
