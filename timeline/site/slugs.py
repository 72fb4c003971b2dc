"""Names of pages: short, ASCII, the same for the same words."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable

_NOT_IN_AN_ADDRESS = re.compile(r"[^a-z0-9]+")
_SAFE_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*")


def slug(text: str, longest: int = 60) -> str:
    """*text* as part of an address: lower case, hyphens, cut between words.

    Letters of other scripts leave nothing behind: a short hash then stands for them.

    >>> slug("Perché l’8 aprile a Città di Castello?")
    'perche-l-8-aprile-a-citta-di-castello'
    """
    plain = unicodedata.normalize("NFKD", text.replace("’", " ")).encode("ascii", "ignore").decode()
    words = _NOT_IN_AN_ADDRESS.sub("-", plain.lower()).strip("-")
    if not words:
        return hashlib.sha256(text.encode()).hexdigest()[:8]
    return words if len(words) <= longest else words[: longest + 1].rsplit("-", 1)[0]


def safe_id(text: str) -> str:
    """An event's id as it stands where it can be an address, else its slug: no id leaves the folder e/."""
    return text if _SAFE_ID.fullmatch(text) else slug(text)


def slugs_of(names: Iterable[str]) -> dict[str, str]:
    """A slug for each name, all different; the first in alphabetical order keeps the plain one.

    >>> slugs_of(["Forlì", "Forli"])
    {'Forli': 'forli', 'Forlì': 'forli-2'}
    """
    taken: dict[str, str] = {}
    given: dict[str, str] = {}
    for name in sorted(names):
        base = candidate = slug(name)
        count = 1
        while candidate in taken:
            count += 1
            candidate = f"{base}-{count}"
        taken[candidate] = name
        given[name] = candidate
    return given
