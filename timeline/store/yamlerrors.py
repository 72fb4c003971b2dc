"""What YAML's parser complains of, in words an editor understands, on the line that an editor must mend."""

from __future__ import annotations

import re

import yaml

from timeline.problems import Problem
from timeline.store.files import TextFile

_QUOTES = 'scrivi il testo tra virgolette: title: "…"'
_SMART = re.compile(r":[ ]+[“”„]")
_TEXT_WITH_COLON = re.compile(r"^[ ]*(?:-[ ]+)?[\w-]+:[ ]+(?![\"'|>\[{])[^#]*?:(?:[ ]|$)")

# What the parser says → what is wrong, how to mend it. The first that is found in its words holds.
_WORDS: tuple[tuple[str, str, str], ...] = (
    ("mapping values are not allowed", "i due punti dentro il testo confondono YAML", _QUOTES),
    (
        "while scanning a quoted scalar",
        "le virgolette si aprono e non si chiudono",
        "chiudi le virgolette alla fine del testo",
    ),
    ("cannot start any token", "questo carattere non può cominciare un testo", _QUOTES),
    ("found undefined alias", "il rimando con l’asterisco non è ammesso", _QUOTES),
    ("while scanning an alias", "il testo comincia con un asterisco", _QUOTES),
    ("while scanning an anchor", "il testo comincia con «&»", _QUOTES),
    ("while scanning a tag", "il testo comincia con un punto esclamativo", _QUOTES),
    ("tag", "il testo comincia con un punto esclamativo", _QUOTES),
    ("while scanning a directive", "la riga comincia con «%»", _QUOTES),
    (
        "unknown escape",
        "la barra rovesciata tra virgolette doppie ha un senso speciale",
        "usa virgolette semplici: '…'",
    ),
    ("escape", "la barra rovesciata tra virgolette doppie ha un senso speciale", "usa virgolette semplici: '…'"),
    (
        "expected ',' or ']'",
        "l’elenco tra parentesi quadre non si chiude",
        "separa le voci con una virgola e chiudi con ]",
    ),
    ("expected ',' or '}'", "la parentesi graffa non si chiude", "separa i campi con una virgola e chiudi con }"),
    ("flow sequence", "l’elenco tra parentesi quadre non si chiude", "separa le voci con una virgola e chiudi con ]"),
    ("flow mapping", "la parentesi graffa non si chiude", "separa i campi con una virgola e chiudi con }"),
    ("flow node", "le parentesi o le virgole non tornano", _QUOTES),
    (
        "could not find expected ':'",
        "manca «:» dopo il nome del campo",
        "scrivi campo: valore, con uno spazio dopo i due punti",
    ),
    ("block scalar", "il testo dopo «|» o «>» non si legge", "vai a capo dopo | e rientra le righe con due spazi"),
    ("control characters", "c’è un carattere di controllo invisibile", "cancella e riscrivi la riga"),
    ("special characters", "c’è un carattere di controllo invisibile", "cancella e riscrivi la riga"),
    (
        "but found another document",
        "c’è una riga «---» a metà del file",
        "togli la riga «---»: un file è un solo elenco",
    ),
    (
        "did not find expected <document start>",
        "il file non è un elenco di eventi",
        "ogni evento comincia con «- title:»",
    ),
    (
        "while parsing a block collection",
        "il rientro non torna, o manca il trattino",
        "allinea i «- » degli eventi e i campi tra loro",
    ),
    ("while parsing a block mapping", "il rientro non torna", "allinea i campi dell’evento nella stessa colonna"),
)


def explain_syntax_error(source: TextFile, error: yaml.YAMLError) -> Problem:
    """One problem for what stopped the parser, on the line that holds the mistake rather than where it was noticed."""
    if not isinstance(error, yaml.MarkedYAMLError):
        # A character YAML forbids: the reader gives its place in characters, or only in its words.
        position = getattr(error, "position", None)
        line = source.line_of(_forbidden(source.text)) if position is None or position < 0 else source.line_of(position)
        return Problem(source.path, line, "c’è un carattere che YAML non ammette", "cancella e riscrivi la riga")
    said = f"{error.context or ''} {error.problem or ''}"
    line, column = _place(error)
    lines = source.text.split("\n")
    text = lines[line - 1] if line <= len(lines) else ""
    if not text.strip():
        # What is missing at the end of the file is missing from its last words.
        line = _last_words(lines, line) or 1
        column, text = 0, lines[line - 1]
    message, fix = _explain(said, text)
    for near in (line, line - 1, line + 1):
        here = lines[near - 1] if 0 < near <= len(lines) else ""
        if re.match(r"[ ]*-?[ ]*\t", here):
            message, fix = "c’è una tabulazione nel rientro", "usa spazi, mai il tasto Tab"
            return Problem(source.path, near, message, fix)
    if "mapping values are not allowed" in said and (above := _text_above_a_list(lines, line)):
        message = f"dopo «{lines[above - 1].strip()[:60]}» non può esserci un elenco"
        fix = "togli il testo dopo i due punti: l’elenco comincia dalla riga sotto"
        return Problem(source.path, above, message, fix)
    if "mapping values are not allowed" in said and not _TEXT_WITH_COLON.match(text):
        message, fix = "il rientro non torna", "allinea i campi dell’evento nella stessa colonna"
    if _SMART.search(text):
        fix += '; usa virgolette diritte ("), non curve (“)'
    return Problem(source.path, line, message, fix, column=column)


def _last_words(lines: list[str], number: int) -> int:
    """The last line down to *number* that is not blank; 0 where there is none."""
    return next((n for n in range(min(number, len(lines)), 0, -1) if lines[n - 1].strip()), 0)


def _text_above_a_list(lines: list[str], number: int) -> int | None:
    """The line of a field that has its text already, where line *number* begins a list under it."""
    if not re.match(r"[ ]*-[ ]", lines[number - 1]):
        return None
    above = _last_words(lines, number - 1)
    field = re.match(r"([ ]*)(?:- )?[\w-]+:[ ]+[^\s#|>\[{]", lines[above - 1]) if above else None
    return above if field and len(field[1]) <= len(lines[number - 1]) - len(lines[number - 1].lstrip()) else None


def _place(error: yaml.MarkedYAMLError) -> tuple[int, int]:
    """Where the mistake is: what was opened and never closed counts from its opening."""
    mark = error.problem_mark or error.context_mark
    opened = ("quoted scalar", "flow sequence", "flow mapping", "simple key")
    if error.context_mark and any(word in (error.context or "") for word in opened):
        mark = error.context_mark
    return (mark.line + 1, mark.column + 1) if mark else (1, 0)


def _explain(said: str, text: str) -> tuple[str, str]:
    for words, message, fix in _WORDS:
        if words in said:
            return message, fix
    return f"questa riga non è YAML: {text.strip()[:60]}", _QUOTES


def _forbidden(text: str) -> int:
    """Where the first character stands that YAML refuses."""
    bad = re.search("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", text)
    return bad.start() if bad else 0
