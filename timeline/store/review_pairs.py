"""Which events of the files may be one, each pair with its reasons and with the exact lines that accept or refuse."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from timeline.events.model import Event
from timeline.events.pairs import likely_pairs
from timeline.store.holdings import Holding, Holdings
from timeline.store.scalars import scalar
from timeline.store.yamltext import Mapping, get, line_of


def proposal_lines(events: Sequence[Event], holdings: Holdings) -> Iterator[str]:
    """Every pair that no editor has decided on, events written by hand among them."""
    held = {(h.standing.path, h.standing.line): h for h in holdings.held}
    for number, (one, two, reason) in enumerate(likely_pairs(events)):
        if number:
            yield ""
        yield f"  «{one.title}» ({one.path}:{one.line})"
        yield f"  «{two.title}» ({two.path}:{two.line})"
        yield f"    {reason}"
        here = held.get((one.path, one.line))
        if not (one.id and two.id) or here is None:
            yield "    per decidere servono gli id: aggiungi a ciascuno dei due la riga «id:»"
            continue
        yield f"    sì: timeline merge {one.id} {two.id}; o incolla nel primo evento, poi timeline extract:"
        yield from _to_paste(here, "same_as", [*one.same_as, two.id])
        yield "    no, e non se ne parla più: incolla nel primo evento"
        yield from _to_paste(here, "not_same_as", [*one.not_same_as, two.id])


def _to_paste(holding: Holding, key: str, ids: Sequence[str]) -> Iterator[str]:
    """The line as it has to stand in the event, with the ids that it has already; in a flow event within braces."""
    node: Mapping = holding.standing.node
    line = f"{key}: [{', '.join(scalar(name, flow=True) for name in ids)}]"
    there = get(node, key)
    if there is not None:
        yield f"    (al posto di quella che c’è alla riga {line_of(there)})"
    if node.flow_style or node.start_mark is None:
        yield f"    {{…, {line}}}"
    else:
        yield " " * node.start_mark.column + line
