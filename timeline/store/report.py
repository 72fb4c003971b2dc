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


def report_lines(changes: Sequence[Change], causes: Mapping[str, str]) -> list[str]:
    """The lines that `timeline extract` prints; none where nothing happened."""
    lines = [_line(change) for change in changes]
    if not changes and not causes:
        return []
    told = [_counted(count, *_CAUSES[cause]) for cause, count in sorted(Counter(causes.values()).items())]
    if told:
        lines.append(", ".join(told))
    if "reader" in causes.values():
        lines.append(_after_update(changes))
    if any(c.kind in ("proposed", "kept") for c in changes):
        lines.append("per vedere che cosa ti aspetta: timeline review")
    return lines


def _line(change: Change) -> str:
    place = f" ({change.path}:{change.line})" if change.path else ""
    fields = f": {', '.join(field_in_italian(f) for f in change.fields)}" if change.fields else ""
    return f"{_WORDS[change.kind]}: «{change.title}»{fields}{place}"


def field_in_italian(field: str) -> str:
    """A field's name as an editor reads it."""
    return _FIELDS.get(field, field)


def _after_update(changes: Sequence[Change]) -> str:
    """«0 fatti pubblicati toccati, 11 bozze migliorate, 2 proposte»."""
    drafts = sum(c.kind in ("updated", "added", "removed") for c in changes)
    proposals = sum(c.kind == "proposed" for c in changes)
    return (
        "0 fatti pubblicati toccati, "
        f"{_counted(drafts, 'bozza migliorata', 'bozze migliorate')}, {_counted(proposals, 'proposta', 'proposte')}"
    )


def _counted(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many}"
