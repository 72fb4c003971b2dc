"""`timeline review`: what waits for an editor, each with what to do about it; and the commands that do it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from pathlib import Path

from timeline.dates.period import Period
from timeline.events.contradictions import contradictions, past_appointments
from timeline.events.model import Event
from timeline.italian.prose import date_in_words
from timeline.store.decide import keep, merge, take
from timeline.store.dossier import Dossier, load_dossier
from timeline.store.holdings import Holding, Holdings, load_holdings
from timeline.store.published import date_given, unexplained_changes
from timeline.store.report import field_in_italian
from timeline.store.review_pairs import proposal_lines
from timeline.store.scalars import scalar
from timeline.store.standing import plain_field

__all__ = ["keep", "merge", "review", "take"]

_MOST_NAMES, _MOST_EVENTS = 40, 5


def review(root: Path, today: date) -> str:
    """Everything that waits for an editor, in Italian; sections with nothing in them are left out."""
    dossier, holdings = load_dossier(root), load_holdings(root)
    shown = [event for event in dossier.events if event.status != "hidden"]
    sections = [
        _section("Di chi sono gli eventi", _ownership(holdings)),
        _section("Che cosa leggiamo ora diversamente da voi", _newer(holdings)),
        _section(
            "Pubblicati e poi cambiati, senza una riga in corrections", _uncorrected(root, shown, today), margin=""
        ),
        _section("Forse lo stesso fatto", proposal_lines(shown, holdings), margin=""),
        _section("Le fonti non concordano", _contradictions(shown)),
        _section("Appuntamenti passati", _appointments(dossier, shown, today)),
        _section("Nomi nuovi: da incollare in site_config/people.yml", _names(dossier), margin=""),
    ]
    told = [section for section in sections if section]
    return "\n\n".join(told) if told else "niente ti aspetta"


def _section(title: str, lines: Iterator[str], margin: str = "  ") -> str:
    """A title with its lines under it. What is to be pasted begins where it has to in its file: *margin* is ""."""
    body = list(lines)
    return "\n".join([title, *(f"{margin}{line}" for line in body)]) if body else ""


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


def _uncorrected(root: Path, events: Sequence[Event], today: date) -> Iterator[str]:
    """Published events whose title or date readers once saw otherwise, with the lines that tell them."""
    for event, was in unexplained_changes(root, events):
        before, now = (_in_words(period) for period in (date_given(was), event.date))
        changes = [f"La data era: {before}."] if before != now else []
        changes += [f"Il titolo era: «{was.title}»."] if was.title != event.title else []
        yield f"  «{event.title}» ({event.path}:{event.line})"
        yield f"    {' '.join(changes)}"
        yield f"    se è una correzione, {'aggiungi a corrections' if event.corrections else 'incolla nell’evento'}:"
        if not event.corrections:
            yield "  corrections:"
        yield f"    - on: {today.isoformat()}"
        yield f"      text: {scalar(' '.join(changes))}"


def _in_words(period: Period | None) -> str:
    words = date_in_words(period)
    return words[:1].lower() + words[1:]


def _contradictions(events: Sequence[Event]) -> Iterator[str]:
    for found in contradictions(events):
        yield f"«{found.event.title}» ({found.event.path}:{found.event.line})"
        yield f"  {found.reason}"
        for mention in (found.first, found.second):
            if mention is not None:
                yield f"  {mention.article}: «{mention.quote or mention.expression}»"


def _appointments(dossier: Dossier, events: Sequence[Event], today: date) -> Iterator[str]:
    """What was announced and whose day has passed: did it happen?"""
    days = {a.id: a.published.date() if isinstance(a.published, datetime) else a.published for a in dossier.articles}
    for event in past_appointments(events, days, today):
        yield f"{date_in_words(event.date, event.time, event.date_text)}: «{event.title}» ({event.path}:{event.line})"
        yield from (f"  {m.article}: «{m.quote or m.expression}»" for m in event.mentions[:1])
        yield "  com’è andata? aggiungi una fonte che lo racconti, correggi date, o scrivilo in note"


def _names(dossier: Dossier) -> Iterator[str]:
    """People whom no entry of people.yml knows, most named first, each as an entry to paste with its events."""
    known = {name for p in dossier.config.people for name in (p.name, *p.spellings)}
    events: dict[str, list[Event]] = defaultdict(list)
    for event in dossier.events:
        for name in event.people:
            if name not in known:
                events[name].append(event)
    ranked: Sequence[tuple[str, list[Event]]] = sorted(events.items(), key=lambda item: (-len(item[1]), item[0]))
    for name, where in ranked[:_MOST_NAMES]:
        yield f"- name: {scalar(name)}"
        yield "  page: no"
        yield from (f"  # «{event.title}» ({event.path}:{event.line})" for event in where[:_MOST_EVENTS])
        if len(where) > _MOST_EVENTS:
            yield f"  # e altri {len(where) - _MOST_EVENTS} eventi"
    if len(ranked) > _MOST_NAMES:
        yield f"# e altri {len(ranked) - _MOST_NAMES} nomi"
