"""The past participle of an infinitive: «bloccare» → «bloccato», «chiudere» → «chiuso»."""

from __future__ import annotations

from functools import cache, lru_cache

from timeline.italian.verb_forms import PARTICIPLES, PARTICIPLES_AFTER_AUXILIARY
from timeline.italian.verbs import is_known, read_verb

_REGULAR = (("are", "ato"), ("ire", "ito"))
# How verbs in -ere and -rre end that are not in the table, the irregular before «-uto».
_ENDINGS = (
    ("mettere", "messo"), ("ndere", "so"), ("dere", "so"), ("ggere", "tto"), ("ngere", "nto"), ("gliere", "lto"),
    ("rrere", "rso"), ("lvere", "lto"), ("durre", "dotto"), ("porre", "posto"), ("trarre", "tratto"),
    ("scrivere", "scritto"), ("cutere", "cusso"), ("vere", "sso"), ("cere", "tto"), ("cere", "ciuto"), ("ere", "uto"),
)  # fmt: skip


@cache
def _known() -> dict[str, str]:
    """The irregular ones by their verb; the first where a table gives two."""
    forms: dict[str, str] = {}
    for participle, verb in (*PARTICIPLES.items(), *PARTICIPLES_AFTER_AUXILIARY.items()):
        forms.setdefault(verb, participle)
    return forms


@lru_cache(maxsize=10_000)
def participle_of(infinitive: str) -> str:
    """The masculine singular; "" where none is known for certain.

    >>> participle_of("bloccare"), participle_of("chiudere"), participle_of("scegliere"), participle_of("cadere")
    ('bloccato', 'chiuso', 'scelto', 'caduto')
    >>> participle_of("finire"), participle_of("ricevere"), participle_of("fare"), participle_of("pagarlo")
    ('finito', 'ricevuto', 'fatto', '')
    """
    if infinitive in _known():
        return _known()[infinitive]
    made = (infinitive[: -len(ending)] + tail for ending, tail in _endings() if infinitive.endswith(ending))
    return next((participle for participle in made if _is_of(participle, infinitive)), "")


@cache
def _endings() -> tuple[tuple[str, str], ...]:
    """«convincere» as «vincere», then the endings."""
    whole = tuple((verb, participle) for verb, participle in _known().items() if len(verb) > _SHORT)
    return *whole, *_REGULAR, *_ENDINGS


_SHORT = 5


def _is_of(participle: str, infinitive: str) -> bool:
    verb = read_verb(participle)
    return is_known(participle) and verb is not None and verb.form == "participle" and verb.lemma == infinitive
