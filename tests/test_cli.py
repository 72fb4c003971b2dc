"""The command line: what it loads, how it fails, and the two machine interfaces."""

import json
import resource
import subprocess
import sys
from pathlib import Path

import pytest

import timeline
from timeline.cli import main
from timeline.options import build_parser

ROOT = Path(__file__).parents[1]
LINE = {"id": 7, "published": "2025-04-28T11:00", "text": "L’annuncio è arrivato sabato scorso. Nessuno ha risposto."}


def run(*args: str, said: str | bytes = "", cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    """One run as a user has it, in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "timeline.cli", *args],
        input=said.encode() if isinstance(said, str) else said,
        cwd=cwd,
        capture_output=True,
        check=False,
    )
    return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())


def commands() -> list[str]:
    sub = build_parser()._subparsers
    assert sub is not None
    return list(sub._group_actions[0].choices or ())


@pytest.mark.parametrize("name", commands())
def test_every_command_has_help(name, capsys):
    with pytest.raises(SystemExit) as leaving:
        main([name, "--help"])
    assert leaving.value.code == 0
    assert name in capsys.readouterr().out


def test_help_loads_nothing_heavy():
    """Nor does any command load what it does not use: imports stand inside the handlers."""
    code = "import sys, timeline.cli, timeline.options as o; o.build_parser().format_help(); print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    heavy = {"yaml", "pydantic", "dateparser", "simplemma", "mkdocs", "jinja2", "babel", "timeline.tagger"}
    assert not heavy & set(loaded)


def test_help_answers_at_once():
    """In 0.2 s, interpreter included; the machine's own time is counted, since others may keep it busy."""
    spent = []
    for _ in range(5):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        assert run("--help").returncode == 0
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        spent.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    assert min(spent) < 0.2


def test_version_is_that_of_the_package(capsys):
    with pytest.raises(SystemExit):
        main(["--version"])
    assert capsys.readouterr().out.startswith("timeline 0.")


def test_public_names_are_there():
    assert {"tag", "extract", "load_events", "Event", "Mention", "Period"} == set(timeline.__all__)
    assert all(getattr(timeline, name).__name__ == name for name in timeline.__all__)
    with pytest.raises(AttributeError, match="no attribute 'nonsense'"):
        timeline.nonsense  # noqa: B018


def test_outside_a_dossier_it_says_what_to_do(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert main(["check"]) == 1
    said = capsys.readouterr().err
    assert "non è un dossier" in said
    assert "timeline new" in said


def test_tag_answers_in_json_lines():
    done = run("tag", "--jsonl", said=json.dumps(LINE) + "\n\n" + json.dumps(LINE | {"id": "x"}))
    first, second = map(json.loads, done.stdout.splitlines())
    assert (first["id"], second["id"]) == (7, "x")
    assert first["timexes"] == second["timexes"]
    (timex,) = first["timexes"]
    assert LINE["text"][timex["start"] : timex["end"]] == timex["text"] == "sabato scorso"
    assert (timex["value"], timex["first"], timex["last"]) == ("2025-04-26", "2025-04-26", "2025-04-26")


def test_events_answer_in_json_lines():
    line = LINE | {"text": "Sabato scorso il ministro Mario Rossi ha firmato a Roma il contratto con l’azienda."}
    (event,) = json.loads(run("events", "--jsonl", said=json.dumps(line)).stdout)["events"]
    assert event["date"] == "2025-04-26"
    assert event["mentions"][0]["quote"] in line["text"]
    assert (event["people"], event["places"], event["time"]) == (["Mario Rossi"], ["Roma"], None)


def test_every_event_has_the_fields_that_readers_rely_on():
    line = LINE | {"text": "Ieri è crollato il tetto del capannone."}
    (event,) = json.loads(run("events", "--jsonl", said=json.dumps(line)).stdout)["events"]
    assert (event["people"], event["places"], event["time"]) == ([], [], None)
    assert event["confidence"]


def test_each_answer_comes_before_the_next_line_is_read():
    """So that a program can talk with it, and memory stays flat."""
    with subprocess.Popen(
        [sys.executable, "-m", "timeline.cli", "tag", "--jsonl"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as talk:
        assert talk.stdin
        assert talk.stdout
        for number in range(3):
            talk.stdin.write(json.dumps(LINE | {"id": number}).encode() + b"\n")
            talk.stdin.flush()
            assert json.loads(talk.stdout.readline())["id"] == number
        talk.stdin.close()
    assert talk.returncode == 0


@pytest.mark.parametrize(
    ("line", "word"),
    [
        ("not json", "non è JSON"),
        ("[1]", "non è un oggetto"),
        ('{"id": 1, "text": "ieri"}', "published"),
        ('{"published": "2025-04-28", "text": "ieri"}', "id"),
        ('{"id": 1, "published": "2025-04-28", "text": 3}', "text"),
        ('{"id": 1, "published": "ieri", "text": "ieri"}', "«ieri»"),
        ('{"id": 1, "published": "2025-04-28", "timezone": "../etc", "text": "ieri"}', "../etc"),
        ("[" * 100_000, "non è JSON"),
        (b"\xff\xfe\xff", "non è JSON"),
    ],
)
@pytest.mark.parametrize("command", ["tag", "events"])
def test_a_bad_line_is_named_by_its_number(command, line, word):
    """What came before it has been answered."""
    bad = line if isinstance(line, bytes) else line.encode()
    done = run(command, "--jsonl", said=json.dumps(LINE).encode() + b"\n" + bad + b"\n")
    assert done.returncode == 1
    assert len(done.stdout.splitlines()) == 1
    assert done.stderr.startswith("stdin:2: ")
    assert word in done.stderr
    assert "Traceback" not in done.stderr


def test_half_a_character_in_the_text_comes_back_as_json():
    """JSON can say a lone surrogate, which no encoding of files can."""
    said = json.dumps(LINE | {"text": "\ud800 ieri"})
    (timex,) = json.loads(run("tag", "--jsonl", said=said).stdout)["timexes"]
    assert timex["text"] == "ieri"


def test_an_hour_with_an_offset_is_read_in_the_article_s_time_zone():
    """23:30 UTC is already tomorrow in Rome, so «ieri» is the day before that."""
    said = json.dumps({"id": 1, "published": "2025-04-27T23:30:00Z", "text": "È successo ieri."})
    assert json.loads(run("tag", "--jsonl", said=said).stdout)["timexes"][0]["value"] == "2025-04-27"


def test_a_reader_that_leaves_early_is_no_error():
    talk = subprocess.Popen(
        f"{sys.executable} -m timeline.cli tag --jsonl | head -n 1",
        shell=True,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    _, said = talk.communicate((json.dumps(LINE) + "\n").encode() * 3000)
    assert b"Traceback" not in said
    assert b"BrokenPipe" not in said


def test_why_tells_expression_date_and_reason(capsys):
    assert main(["why", "La regione fu invasa ad agosto.", "--published", "28 aprile 2025"]) == 0
    said = capsys.readouterr().out
    assert "lunedì 28 aprile 2025" in said
    assert "«ad agosto»" in said or "«agosto»" in said
    assert "2024-08" in said
    assert "Agosto 2024" in said


def test_why_reads_an_article_by_its_id_or_file(monkeypatch, capsys):
    monkeypatch.chdir(ROOT)
    assert main(["why", "2025-04-29-kursk-pyongyang"]) == 0
    by_id = capsys.readouterr().out
    assert main(["why", "content/articles/2025-04-29-kursk-pyongyang.md"]) == 0
    assert by_id == capsys.readouterr().out
    assert "martedì 29 aprile 2025, ore 8.30" in by_id
    assert "«sabato scorso»" in by_id


def test_why_without_any_expression_says_so(capsys):
    assert main(["why", "Nessuno ha risposto.", "--published", "2025-04-28"]) == 0
    assert "nessuna espressione di tempo" in capsys.readouterr().out


def test_why_refuses_a_date_that_is_none(capsys):
    assert main(["why", "ieri", "--published", "un giorno"]) == 1
    assert "un giorno" in capsys.readouterr().err
