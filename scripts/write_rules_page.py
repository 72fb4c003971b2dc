"""Write docs/che-cosa-capisce.md: every rule with its examples, read on one day. `--check`: exit 1 if it is behind."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from timeline.dates.period import Period
from timeline.italian.corpus import PUBLISHED, Example, examples
from timeline.italian.engine import Rule
from timeline.italian.prose import date_in_words, day_in_words
from timeline.italian.rules import MODULES, PHRASES
from timeline.tagger import Timex, tag

PAGE = Path(__file__).parents[1] / "docs" / "che-cosa-capisce.md"
TITLES = {
    "days": "Giorni, mesi, anni",
    "eras": "Decenni, secoli, avanti e dopo Cristo",
    "units": "Tempi contati da oggi",
    "within": "Date dentro un altro periodo, e lo stile degli uffici",
    "anaphora": "Tempi contati da una data già nominata",
    "vague": "Tempi senza una data",
    "parts": "Parti del giorno e parti di un periodo",
    "clock": "Ore",
    "feasts": "Feste",
    "lengths": "Durate e ricorrenze",
    "spans": "Intervalli, elenchi e limiti",
}
NOT_A_DATE = {
    "PAST_REF": "nel passato, senza dire quando",
    "PRESENT_REF": "nel presente",
    "FUTURE_REF": "nel futuro, senza dire quando",
}
HEAD = f"""\
# Che cosa capisce

Pagina generata dalle regole con `make docs`: un test fallisce quando resta indietro. Ogni esempio è letto davvero, come
se stesse in un articolo di **{day_in_words(PUBLISHED)}**; dove la frase non dice se guarda avanti o indietro, la
cronaca guarda indietro, a meno che il giorno che viene sia molto più vicino. Una data senza anno, un giorno della
settimana, una festa seguono il tempo del verbo: «invasa ad agosto» è l’agosto passato, «ad agosto si voterà» il
prossimo.

Nella colonna TIMEX3 sta il valore secondo ISO 24617-1, quello che scrive `timeline tag`.
"""


def page() -> str:
    parts = [HEAD]
    for module in MODULES:
        name = module.__name__.rpartition(".")[2]
        parts.append(f"## {TITLES[name]}\n")
        parts += [section(rule) for rule in rules_of(module.__name__)]
        if name == "feasts":
            parts.append(f"Le altre feste: {', '.join(sorted(named_feasts()))}.\n")
    return "\n".join(parts)


def rules_of(module: str) -> list[Rule]:
    """The rules of a module, in the order of the file, one of each name."""
    return list({r.name: r for r in PHRASES.rules if r.build.__module__ == module}.values())


def named_feasts() -> Iterator[str]:
    for rule in PHRASES.rules:
        if rule.name == "named_feast":
            yield rule.phrases[0].replace("' ", "’")


def section(rule: Rule) -> str:
    found = list(examples(rule))
    title = " · ".join(f"«{typeset(e.wording)}»" for e in found[:2])
    rows = [row for example in found for row in rows_of(example)]
    return f"### {title}\n\n| si scrive | si legge | TIMEX3 |\n|---|---|---|\n" + "\n".join(rows) + "\n"


def rows_of(example: Example) -> Iterator[str]:
    """A line of the table for each expression that is found in the example."""
    written = typeset(example.wording)
    if example.before:
        written += f" (prima: «{typeset(example.before.strip())}»)"
    for t in tag(example.before + example.wording, PUBLISHED):
        if t.start >= len(example.before):
            yield f"| {written} | {in_words(t)} | `{t.value}`{f' {t.mod}' if t.mod else ''} |"


def in_words(t: Timex) -> str:
    """The date in words as the site prints it, or what kind of time it is."""
    if t.type == "DURATION":
        return "una durata"
    if t.type == "SET":
        return "una ricorrenza"
    if t.period is not None:
        return date_in_words(t.period, t.time)
    if t.first and t.last and t.value not in NOT_A_DATE:
        return date_in_words(Period.between(t.first, t.last), t.time)
    return NOT_A_DATE.get(t.value, f"ore {t.time}" if t.time else "senza data")


def typeset(words: str) -> str:
    return words.replace("'", "’")


def main() -> int:
    text = page()
    behind = not PAGE.is_file() or PAGE.read_text(encoding="utf-8") != text
    if "--check" in sys.argv:
        return behind
    PAGE.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
