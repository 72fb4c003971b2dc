"""Text as a YAML scalar that reads back as this text, for us and for every other program."""

from __future__ import annotations

import re

_UNSAFE_START = set("-?:,[]{}#&*!|>'\"%@`=~ ")
# What YAML 1.1 or 1.2 would take for a number, a date, a truth or nothing.
_NOT_TEXT = re.compile(
    r"(?i)(?:y|n|yes|no|on|off|true|false|null|~|\.nan|[-+]?\.inf|[-+]?[\d_,.]+(?:e[-+]?\d+)?|0[xob][\da-f_]+|[-+]?\d[\d_]*(?::[0-5]?\d)+(?:\.\d*)?"
    r"|\d{4}-\d\d?-\d\d?(?:[Tt ].*)?)"
)
_CONTROL = re.compile("[^\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")


def scalar(text: str, *, flow: bool = False, style: str | None = None, plain_dates: bool = True) -> str:
    """Text as YAML that reads back as this text: plain where that is safe, else quoted. *style*: preferred.

    >>> scalar("Kiev e Seul"), scalar("Putin: «Eroi»"), scalar("no"), scalar("2025-04-26")
    ('Kiev e Seul', '"Putin: «Eroi»"', '"no"', '2025-04-26')
    """
    if _CONTROL.search(text) or (style == '"' and '"' not in text and "\\" not in text):
        return _double_quoted(text)
    if style == "'":
        return "'" + text.replace("'", "''") + "'"
    if style != '"' and _is_plain_safe(text, flow, plain_dates):
        return text
    return _double_quoted(text) if '"' not in text and "\\" not in text else "'" + text.replace("'", "''") + "'"


def _is_plain_safe(text: str, flow: bool, plain_dates: bool) -> bool:
    if not text or text != text.strip() or text[0] in _UNSAFE_START or ": " in text or " #" in text or text[-1] == ":":
        return False
    if flow and re.search(r"[,\[\]{}]|:\S", text):
        return False
    if plain_dates and re.fullmatch(r"\d{4}(?:-\d\d(?:-\d\d(?:T\d\d:\d\d)?)?)?", text):
        return True
    return not _NOT_TEXT.fullmatch(text) and not text.startswith(("---", "..."))


def _double_quoted(text: str) -> str:
    out = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t").replace("\r", "\\r")
    return '"' + _CONTROL.sub(lambda m: f"\\U{ord(m[0]):08x}", out) + '"'
