"""An editor's decisions, written into files and records: take our newer word, hear no more of it, join two events."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from timeline.events.model import Event, Mention
from timeline.problems import Problem, ProblemsFound
from timeline.store.entries import EVENT_KEYS
from timeline.store.files import TextFile, decode
from timeline.store.holdings import Holding, Holdings, load_holdings
from timeline.store.matching import match_mentions, place
from timeline.store.record import FIELDS, Written, record_path, to_json
from timeline.store.report import field_in_italian
from timeline.store.splice import (
    Edit,
    UnsafeEditError,
    append_item,
    apply_edits,
    in_order,
    mentions_block,
    remove_item,
    set_value,
)
from timeline.store.standing import Standing, ident, mention_fields, plain_field
from timeline.store.uniting import lent, order_with
from timeline.store.writing import Write, recover, write_all
from timeline.store.yamltext import Sequence, compose, get, value_of


def take(root: Path, wanted: str, field: str | None = None) -> str:
    """Put our newer word into the event, in one field or in all that wait; the fields are then ours again."""
    holdings = _holdings(root)
    holding = holdings.find(wanted)
    written = _ours(holding, wanted)
    newer = dict(written.newer)
    if field is not None:
        newer = {field: _word_of(written, field, wanted)}
    if not newer:
        return f"{wanted}: non c’è niente di nuovo da prendere"
    text = holdings.documents[holding.standing.path].source.text
    edits: list[Edit] = []
    try:
        for key, value in newer.items():
            if key == "mentions":
                edits += _more_mentions(text, holding, list(value))
            else:
                plain = plain_field(replace(written.event, **{key: value}), key)
                edits += set_value(text, holding.standing.node, key, plain, EVENT_KEYS)
    except UnsafeEditError:
        raise _refusal(holding, "c’è un tuo commento proprio lì") from None
    event = replace(written.event, **_taken(holding.standing, written.event, newer))
    left = tuple((k, v) for k, v in written.newer if k not in newer)
    _write(root, holdings, {holding.standing.path: edits}, holding, replace(written, event=event, newer=left))
    return f"{wanted}: {', '.join(field_in_italian(k) for k in newer)} come leggiamo noi"


def keep(root: Path, wanted: str, field: str | None = None) -> str:
    """Leave the event as the editor has it, and say no more of that field, or of any."""
    holdings = _holdings(root)
    holding = holdings.find(wanted)
    written = _ours(holding, wanted)
    if field is not None and field not in (*FIELDS, "mentions"):
        raise _unknown_field(field)
    silenced = tuple(dict.fromkeys((*written.keep, field or "*")))
    left = tuple((k, v) for k, v in written.newer if field is not None and k != field)
    _write(root, holdings, {}, holding, replace(written, keep=silenced, newer=left))
    what = field_in_italian(field) if field else "tutto"
    return f"{wanted}: {what} resta come l’hai scritto, e non se ne parla più"


def merge(root: Path, first: str, second: str) -> str:
    """Join two events as a text edit: the first keeps id and file, and gets the second's passages, names and what an
    editor wrote there. `ProblemsFound` where both have something of an editor's that only one can keep.

    The second's id stays reachable: it goes into the first's `same_as`.
    """
    holdings = _holdings(root)
    edits, more = _joined(holdings, first, second)
    _write(root, holdings, edits)
    sources = "1 fonte" if more == 1 else f"{more} fonti"
    return f"{first}: uniti i due eventi, con {sources} in più; {second} porta qui"


def may_merge(holdings: Holdings, first: str, second: str) -> bool:
    """Whether `merge` would join two events as they stand."""
    try:
        _joined(holdings, first, second)
    except ProblemsFound:
        return False
    return True


def _joined(holdings: Holdings, first: str, second: str) -> tuple[dict[str, list[Edit]], int]:
    """The edits that join two events, by file, and how many passages the first one gets."""
    one, two = holdings.find(first), holdings.find(second)
    if one is two or first == second:
        raise ProblemsFound([Problem("", 0, "è lo stesso evento", "dai due id diversi")])
    text = holdings.documents[one.standing.path].source.text
    gift = lent(one, two)
    if gift.lost:
        why = f"andrebbe perso quello che hai scritto in {', '.join(map(field_in_italian, gift.lost))}"
        raise _refusal(two, why, f"sposta prima in «{first}» quello che vuoi tenere")
    edits: dict[str, list[Edit]] = {one.standing.path: []}
    try:
        for key, value in gift.values.items():
            edits[one.standing.path] += set_value(text, one.standing.node, key, value, order_with(key))
        edits[one.standing.path] += _more_mentions(text, one, list(gift.passages)) if gift.passages else []
        other_text = holdings.documents[two.standing.path].source.text
        if two.standing.has_comment:
            raise _refusal(two, "c’è un tuo commento, e andrebbe perso")
        edits.setdefault(two.standing.path, []).append(remove_item(other_text, two.standing.top, two.standing.node))
    except UnsafeEditError:
        raise _refusal(two, "c’è un commento in mezzo") from None
    return edits, len(gift.passages)


def _holdings(root: Path) -> Holdings:
    """What stands in the files and the records, once a run that was killed is finished."""
    recover(root)
    return load_holdings(root)


def _ours(holding: Holding, wanted: str) -> Written:
    if holding.written is None:
        place = holding.standing
        raise ProblemsFound(
            [Problem(place.path, place.line, f"«{wanted}» l’hai scritto tu: non abbiamo nulla da dirne")]
        )
    return holding.written


def _word_of(written: Written, field: str, wanted: str) -> Any:
    if field not in (*FIELDS, "mentions") or field in ("id", "status"):
        raise _unknown_field(field)
    newer = dict(written.newer)
    if field in newer:
        return newer[field]
    if field == "mentions":
        raise ProblemsFound([Problem("", 0, f"{wanted}: non ci sono fonti nuove")])
    return getattr(written.event, field)


def _unknown_field(field: str) -> ProblemsFound:
    known = ", ".join(k for k in FIELDS if k not in ("id", "status"))
    return ProblemsFound(
        [Problem("", 0, f"«{field}» non è un campo che scriviamo noi", f"scegli tra: {known}, mentions")]
    )


def _refusal(holding: Holding, why: str, first: str = "sposta prima il commento") -> ProblemsFound:
    fix = f"fai la modifica a mano, o {first}"
    return ProblemsFound(
        [Problem(holding.standing.path, holding.standing.line, f"non tocco questo evento: {why}", fix)]
    )


def _taken(standing: Standing, event: Event, newer: dict[str, Any]) -> dict[str, Any]:
    """The fields to remember. Of a passage that an editor took out and takes again only the new reading stands."""
    there = {m.ident for m in standing.mentions}
    again = match_mentions((m for m in event.mentions if ident(m) not in there), newer.get("mentions", ()))
    left = tuple(m for m in event.mentions if place(m) not in again)
    return {k: (*left, *v) if k == "mentions" else v for k, v in newer.items()}


def _more_mentions(text: str, holding: Holding, more: list[Mention]) -> list[Edit]:
    items = get(holding.standing.node, "mentions")
    proofs = [mention_fields(m) for m in more]
    if isinstance(items, Sequence) and items.value:
        return [append_item(text, items, proof) for proof in proofs]
    return [mentions_block(text, holding.standing.node, proofs)]


def _write(
    root: Path,
    holdings: Holdings,
    edits: dict[str, list[Edit]],
    holding: Holding | None = None,
    written: Written | None = None,
) -> None:
    """Write the edited files and the record of one event, all or nothing."""
    writes: list[Write] = []
    for path, found in edits.items():
        source = holdings.documents[path].source
        text = apply_edits(source.text, in_order(found), source.newline)
        _must_parse(source, text)
        writes.append(Write(path, source.data, source.encode(text)))
    if holding is not None and written is not None:
        record = holdings.records[holding.home]
        events = tuple(written if w is holding.written else w for w in record.written)
        path_of = record_path(holding.home, root)
        data = to_json(replace(record, written=events))
        writes.append(Write(path_of.relative_to(root).as_posix(), path_of.read_bytes(), data))
    write_all(root, writes)


def _must_parse(source: TextFile, text: str) -> None:
    """Never leave a file that does not parse: better to refuse."""
    made = decode(text.encode("utf-8"), source.path)
    if isinstance(made, Problem) or compose(made).problems or not isinstance(value_of_top(made), list):
        raise ProblemsFound([Problem(source.path, 0, "la modifica romperebbe il file", "fai la modifica a mano")])


def value_of_top(source: TextFile) -> object:
    """What a file says as a whole."""
    top = compose(source).top
    return value_of(top) if top is not None else []
