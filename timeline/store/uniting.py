"""Two events that an editor calls one: what the second lends the first, so that no word of an editor's is lost. Pure.

Field by field, as in every run: an editor's word goes before ours, whichever of the two it stands in. Of two words of
editors' that differ only one could stay: then the two are not joined.
"""

from __future__ import annotations

from dataclasses import dataclass

from timeline.events.model import Mention
from timeline.store.entries import EVENT_KEYS, MENTION_KEYS, STATUS_WORDS
from timeline.store.holdings import Holding
from timeline.store.record import FIELDS
from timeline.store.splice import Plain
from timeline.store.standing import StandingMention, plain_field
from timeline.store.threeway import DATE_FIELDS
from timeline.store.yamltext import key_text, value_of

_LISTS = ("tags", "people", "organizations", "places", "related", "same_as", "not_same_as")
# What no text can stand for: a mapping, or a list that holds one.
_NESTED = "\0"


@dataclass(frozen=True, slots=True)
class Lent:
    """What is put into the first event: *values* of its fields, and *passages*. *lost*: the fields that forbid it."""

    values: dict[str, Plain]
    passages: tuple[Mention, ...]
    lost: tuple[str, ...]


def lent(one: Holding, two: Holding) -> Lent:
    """What the event *two* lends *one*, which keeps id and file and goes on alone."""
    values: dict[str, Plain] = {}
    lost: list[str] = []
    theirs, mine = _theirs(two), _theirs(one) | (set(FIELDS) if one.standing.is_published else set())
    for key in theirs - set(_LISTS):
        here, there = (_meant(key, holding.standing.plain(key)) for holding in (one, two))
        if here == there or (there is None and key not in DATE_FIELDS):
            continue
        if (here is not None and key in mine) or _is_nested(two.standing.plain(key)):
            lost += [key] if there is not None else []
        else:
            values[key] = two.standing.plain(key)
    for key in _LISTS:
        said = [_texts(holding.standing.plain(key)) for holding in (one, two)]
        both = dict.fromkeys([*said[0], *said[1], *([two.standing.id] if key == "same_as" else [])])
        joined = [name for name in both if "same" not in key or name != one.standing.id]
        if _NESTED in joined:
            lost.append(key)
        elif joined != said[0]:
            values[key] = list(joined)
    dates = {m.ident: m.date or None for m in one.standing.mentions}
    if any(_is_rewritten(m) or dates.get(m.ident, m.date or None) != (m.date or None) for m in two.standing.mentions):
        lost.append("mentions")
    more = (m for m in two.standing.mentions if m.ident not in dates)
    passages = tuple(Mention(*m.ident[:2], _text(m.date), m.ident[2]) for m in more)
    return Lent(values, passages, tuple(sorted(lost)))


def order_with(key: str) -> tuple[str, ...]:
    """The order of fields, in which one that we do not know stands above the passages."""
    return EVENT_KEYS if key in EVENT_KEYS else (*EVENT_KEYS[: EVENT_KEYS.index("mentions")], key)


def _theirs(holding: Holding) -> set[str]:
    """The fields in which an editor's word stands; a date is one thing said in several of them."""
    fields = set(holding.standing.fields) | set(FIELDS)
    ours = {
        key
        for key in FIELDS
        if holding.written is not None and holding.standing.plain(key) == plain_field(holding.written.event, key)
    }
    theirs = fields - ours - {"id", "mentions"}
    return theirs | set(DATE_FIELDS) if theirs & {"date", "time", "date_text"} else theirs


def _meant(key: str, value: Plain) -> Plain:
    """A field's value; «pubblicato» and «published» say the same."""
    return STATUS_WORDS.get(value.casefold(), value) if key == "status" and isinstance(value, str) else value


def _is_nested(value: Plain) -> bool:
    return value == _NESTED or (isinstance(value, list) and _NESTED in value)


def _texts(value: Plain) -> list[str]:
    return value if isinstance(value, list) else [value] if value else []


def _text(value: Plain) -> str | None:
    return value if isinstance(value, str) else None


def _is_rewritten(mention: StandingMention) -> bool:
    """Whether an editor put something into a passage that it could not be written again with."""
    fields = [(key_text(key), value_of(value)) for key, value in mention.node.value]
    return any(key not in MENTION_KEYS or isinstance(value, list | dict) for key, value in fields)
