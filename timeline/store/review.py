"""`timeline review`: what waits for an editor, each with what to do about it; and the commands that do it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from pathlib import Path

from timeline.events.contradictions import contradictions, past_appointments
from timeline.events.merge import MentionKey, key_of
from timeline.events.merge import merge as merge_events
from timeline.events.model import Event
from timeline.italian.prose import date_in_words
from timeline.store.decide import keep, merge, take
from timeline.store.dossier import Dossier, load_dossier
from timeline.store.holdings import Holding, Holdings, load_holdings
from timeline.store.report import field_in_italian
from timeline.store.scalars import scalar
from timeline.store.standing import plain_field

__all__ = ["keep", "merge", "review", "take"]

_MOST_NAMES = 40


def review(root: Path, today: date) -> str:
    """Everything that waits for an editor, in Italian; sections with nothing in them are left out."""
    dossier, holdings = load_dossier(root), load_holdings(root)
    sections = [
        _section("Di chi sono gli eventi", _ownership(holdings)),
        _section("Che cosa leggiamo ora diversamente da voi", _newer(holdings)),
        _section("Forse lo stesso fatto", _proposals(holdings)),
        _section("Le fonti non concordano", _contradictions(dossier)),
        _section("Appuntamenti passati", _appointments(dossier, today)),
        _section("Nomi da approvare in site_config/people.yml", _names(dossier)),
    ]
    told = [section for section in sections if section]
    return "\n\n".join(told) if told else "niente ti aspetta"


def _section(title: str, lines: Iterator[str]) -> str:
    body = list(lines)
    return "\n".join([title, *(f"  {line}" for line in body)]) if body else ""


def _place(holding: Holding) -> str:
    return f"{holding.standing.path}:{holding.standing.line}"


def _ownership(holdings: Holdings) -> Iterator[str]:
    """How many events are yours, ours, mixed; and which are mixed, with the fields that are yours."""
    counts = Counter(h.whose for h in holdings.held)
    if not counts:
        return
    yield f"vostri {counts['yours']}, misti {counts['mixed']}, nostri {counts['ours']}"
    for holding in holdings.held:
        if holding.whose == "mixed":
            fields = ", ".join(field_in_italian(f) for f in holding.changed_fields()) or "appunti, campi o fonti"
            yield f"misto: «{holding.standing.title}»: {fields} ({_place(holding)})"


def _newer(holdings: Holdings) -> Iterator[str]:
    for holding in holdings.held:
        if holding.written is None or not holding.written.newer:
            continue
        name = holding.standing.id
        yield f"«{holding.standing.title}» ({_place(holding)})"
        for key, value in holding.written.newer:
            if key == "mentions":
                yield from (f"  fonte in più: «{m.quote}» ({m.article})" for m in value)
                continue
            said = Event(title="", **{key: value}) if key != "title" else Event(title=value)
            theirs, ours = (_shown(v) for v in (holding.standing.plain(key), plain_field(said, key)))
            yield f"  {field_in_italian(key)}: da voi {theirs}, ora leggiamo {ours}"
        if name:
            yield f"  prendere la nostra lettura: timeline review --take {name} [CAMPO]"
            yield f"  tenere la vostra per sempre: timeline review --keep {name} [CAMPO]"
        else:
            yield "  per decidere serve un id: aggiungi la riga «id:» all’evento"


def _shown(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(f"«{item}»" for item in value)
    return f"«{value}»" if value else "niente"


def _proposals(holdings: Holdings) -> Iterator[str]:
    """Pairs of events that may be one, with the lines that accept or refuse."""
    by_key: dict[MentionKey, Holding] = {}
    known: dict[tuple[str, str], list[Holding]] = defaultdict(list)
    for holding in holdings.held:
        known[holding.standing.path, holding.standing.id].append(holding)
        for mention in holding.written.event.mentions if holding.written else ():
            by_key[key_of(mention)] = holding
    said = [e for record in holdings.records.values() for e in record.said]
    for proposal in merge_events(said).proposals:
        one, two = by_key.get(proposal.first), by_key.get(proposal.second)
        if one is None or two is None or one is two or _is_decided(one, two):
            continue
        first, second = one.standing, two.standing
        yield f"«{first.title}» ({_place(one)})"
        yield f"«{second.title}» ({_place(two)})"
        yield f"  {proposal.reason}"
        if first.id and second.id:
            yield f"  sì: timeline merge {first.id} {second.id}, o nel primo   same_as: [{second.id}]"
            yield f"  no: nel primo   not_same_as: [{second.id}]"


def _is_decided(one: Holding, two: Holding) -> bool:
    """Whether an editor has said already that the two are the same, or not."""
    for here, other in ((one, two), (two, one)):
        for key in ("same_as", "not_same_as"):
            said = here.standing.plain(key)
            if other.standing.id in (said if isinstance(said, list) else [said]):
                return True
    return False


def _contradictions(dossier: Dossier) -> Iterator[str]:
    for found in contradictions(dossier.events):
        yield f"«{found.event.title}» ({found.event.path}:{found.event.line})"
        yield f"  {found.reason}"
        for mention in (found.first, found.second):
            if mention is not None:
                yield f"  {mention.article}: «{mention.quote or mention.expression}»"


def _appointments(dossier: Dossier, today: date) -> Iterator[str]:
    """What was announced and whose day has passed: did it happen?"""
    days = {a.id: a.published.date() if isinstance(a.published, datetime) else a.published for a in dossier.articles}
    for event in past_appointments(dossier.events, days, today):
        yield f"{date_in_words(event.date, event.time, event.date_text)}: «{event.title}» ({event.path}:{event.line})"


def _names(dossier: Dossier) -> Iterator[str]:
    """People whom no entry of people.yml knows, most named first, each as an entry to paste."""
    known = {name for p in dossier.config.people for name in (p.name, *p.spellings)}
    events: dict[str, list[Event]] = defaultdict(list)
    for event in dossier.events:
        for name in event.people:
            if name not in known:
                events[name].append(event)
    ranked: Sequence[tuple[str, list[Event]]] = sorted(events.items(), key=lambda item: (-len(item[1]), item[0]))
    for name, where in ranked[:_MOST_NAMES]:
        first = where[0]
        count = f"{len(where)} eventi" if len(where) > 1 else "1 evento"
        yield f"- name: {scalar(name)}   # {count}: «{first.title}» ({first.path}:{first.line})"
        yield "  page: no"
    if len(ranked) > _MOST_NAMES:
        yield f"e altri {len(ranked) - _MOST_NAMES}"
