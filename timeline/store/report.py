"""What an extraction did, in Italian: a line an event, then what it comes to and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from timeline.store.merging import Change

_WORDS = {
    "added": "aggiunto",
    "updated": "aggiornato",
    "kept": "lasciato com’è",
    "removed": "tolto",
    "proposed": "proposto",
}
_FIELDS = {
    "title": "titolo", "date": "data", "time": "ora", "date_text": "data in parole", "summary": "sommario",
    "confidence": "certezza", "tags": "temi", "people": "persone", "organizations": "enti", "places": "luoghi",
    "attribution": "attribuzione", "mentions": "fonti",
}  # fmt: skip
_CAUSES = {
    "new": ("articolo nuovo", "articoli nuovi"),
    "article": ("articolo cambiato", "articoli cambiati"),
    "reader": ("articolo riletto con la nuova versione", "articoli riletti con la nuova versione"),
    "settings": ("articolo riletto con le nuove impostazioni", "articoli riletti con le nuove impostazioni"),
}
# What is told together: an event of which one article is new or changed counts there, whatever else was read again.
_GROUPS = (("new", "article"), ("reader",), ("settings",))


def report_lines(changes: Sequence[Change], causes: Mapping[str, str]) -> list[str]:
    """The lines that `timeline extract` prints; none where nothing happened."""
    lines = [_line(change) for change in changes]
    left = list(changes)
    for group in _GROUPS:
        mine = [c for c in left if any(causes.get(article) in group for article in c.articles)]
        left = [c for c in left if c not in mine]
        if read := [_counted(n, *_CAUSES[c]) for c in group if (n := list(causes.values()).count(c))]:
            told = _told(mine, rereading=group == ("reader",))
            lines.append(", ".join(read) + (f": {told}" if told else ""))
    if left:
        lines.append(f"in seguito a questo, o a una tua decisione: {_told(left)}")
    if any(c.kind in ("proposed", "kept") for c in changes):
        lines.append("per vedere che cosa ti aspetta: timeline review")
    return lines


def _told(changes: Sequence[Change], *, rereading: bool = False) -> str:
    """What a cause came to: «0 fatti pubblicati toccati, 11 bozze migliorate, 2 proposte»."""
    published = sum(c.status == "published" and c.kind in ("updated", "removed") for c in changes)
    count: Counter[str] = Counter(c.kind for c in changes if c.status != "published" or c.kind in ("proposed", "kept"))
    said = (
        [_counted(published, "fatto pubblicato toccato", "fatti pubblicati toccati")] if rereading or published else []
    )
    for kind, one, many in (
        ("added", "bozza aggiunta", "bozze aggiunte"),
        (
            "updated",
            *(("bozza migliorata", "bozze migliorate") if rereading else ("bozza aggiornata", "bozze aggiornate")),
        ),
        ("removed", "bozza tolta", "bozze tolte"),
        ("kept", "fatto lasciato com’è", "fatti lasciati come sono"),
        ("proposed", "proposta", "proposte"),
    ):
        if count[kind]:
            said.append(_counted(count[kind], one, many))
    return ", ".join(said)


def _line(change: Change) -> str:
    place = f" ({change.path}:{change.line})" if change.line else f" ({change.path})"
    fields = f": {', '.join(field_in_italian(f) for f in change.fields)}" if change.fields else ""
    return f"{_WORDS[change.kind]}: «{change.title}»{fields}{place}"


def field_in_italian(field: str) -> str:
    """A field's name as an editor reads it."""
    return _FIELDS.get(field, field)


def _counted(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many}"
