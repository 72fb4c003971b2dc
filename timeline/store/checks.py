"""What `timeline check` looks for: one function per check, from a dossier's values to problems. Add a check here.

Reading alone already tells of files that do not parse, unknown keys, dates that do not read; these checks look at what
was read. A disagreement between sources is a warning: it must not stop publication.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from pathlib import Path

from timeline.dates.edtf import format_edtf, parse_edtf
from timeline.events.contradictions import contradictions, past_appointments
from timeline.events.model import Article, Event, Mention
from timeline.italian.prose import date_in_words, date_text_fits
from timeline.problems import Problem
from timeline.store.dossier import Dossier, load_dossier
from timeline.store.published import published_ids
from timeline.store.yamltext import not_collecting
from timeline.tagger import impossible_dates

# Words that make a name a private matter: whoever is arrested, accused or ill has a right to be forgotten.
_DELICATE = re.compile(
    r"\b(?:arrest(?!o cardiac)|manette\b|indagat|indagin[ei]\b|denunc|querel|condann|imputat|carcer|malatti|"
    r"malat[oaie]\b|ricover|tumor|cancro\b|leucemi|suicid|stupr|violenza sessuale|minorenn|minor[ei]\b)\w*",
    re.I,
)
_LONGEST_QUOTE = 200
_LATE_DAY = re.compile(r"\b(?:29|[3-9]\d)\b|ventinove|trent", re.I)
_LINK = re.compile(r"\]\(\s*<?([^)\s>]+)|<(https?:[^>\s]+|[a-z][a-z0-9+.-]*:[^>\s]+)>", re.I)
_SAFE_LINK = re.compile(r"https?://|mailto:|#|/|\.\.?/|[\w-]+(?:/|$)", re.I)


@dataclass(frozen=True)
class Checked:
    """What the checks look at. *today* only serves checks of what is still to come."""

    dossier: Dossier
    today: date

    @cached_property
    def articles(self) -> dict[str, Article]:
        """The articles that are there, by id; content/articles/ may be kept out of this clone."""
        return {article.id: article for article in self.dossier.articles}

    @cached_property
    def publication_days(self) -> dict[str, date]:
        """The day that each article came out."""
        return {
            a.id: a.published.date() if isinstance(a.published, datetime) else a.published
            for a in self.dossier.articles
        }

    @cached_property
    def by_id(self) -> dict[str, Event]:
        return {event.id: event for event in self.dossier.events if event.id}

    @cached_property
    def approved(self) -> frozenset[str]:
        """The people who may have a page: they are known to the public."""
        return frozenset(person.name for person in self.dossier.config.people if person.page)


Check = Callable[[Checked], Iterator[Problem]]


def check(root: Path, today: date) -> list[Problem]:
    """Every problem in the dossier, sorted by file and line."""
    # A tenth of the time of a big dossier would go to looking for cycles among values that all stay.
    with not_collecting():
        dossier = load_dossier(root)
        checked = Checked(dossier, today)
        found = {problem for look in CHECKS for problem in look(checked)}
        return sorted(found | set(dossier.problems) | set(_gone(root, checked)))


def _warning(event: Event, message: str, fix: str) -> Problem:
    return Problem(event.path, event.line, message, fix, "warning")


def _error(event: Event, message: str, fix: str) -> Problem:
    return Problem(event.path, event.line, message, fix)


def doubled_ids(checked: Checked) -> Iterator[Problem]:
    """Two events with one permalink: only one of them could be reached."""
    counts = Counter(event.id for event in checked.dossier.events if event.id)
    seen: dict[str, Event] = {}
    for event in checked.dossier.events:
        if counts[event.id] > 1:
            first = seen.setdefault(event.id, event)
            if first is not event:
                fix = f"dai a questo evento un altro id: il primo è in {first.path}:{first.line}"
                yield _error(event, f"l’id «{event.id}» è di due eventi", fix)


def dangling_ids(checked: Checked) -> Iterator[Problem]:
    """Ids of other events that name none, or the event itself; `same_as` forwards the id of one that may be gone."""
    for event in checked.dossier.events:
        named = [
            ("after", (event.after,) if event.after else ()),
            ("related", event.related),
            ("same_as", event.same_as),
            ("not_same_as", event.not_same_as),
        ]
        for key, ids in named:
            for name in ids:
                if name == event.id:
                    yield _warning(
                        event, f"{key}: «{name}» è l’id di questo stesso evento", "correggi l’id o togli la riga"
                    )
                elif key != "same_as" and name not in checked.by_id:
                    fix = "correggi l’id o togli la riga"
                    if key == "not_same_as" and event.status == "published":
                        fix += f"; se «{name}» era stato unito a questo: {_TO_PART}"
                    yield _warning(event, f"{key}: nessun evento ha l’id «{name}»", fix)


_TO_PART = (
    "un evento pubblicato non lo tocchiamo, perciò scrivi status: draft, lancia timeline extract, "
    "che li separa, e ripubblica"
)


def date_text_beside_date(checked: Checked) -> Iterator[Problem]:
    """`date_text` says in words what `date` says in EDTF: the two must agree."""
    for event in checked.dossier.events:
        if event.date_text and event.date and not date_text_fits(event.date_text, event.date):
            words = date_in_words(event.date)
            fix = f"scrivi in date_text un modo di dire «{words}», o correggi date"
            yield _warning(event, f"date_text «{event.date_text}» non va d’accordo con date ({words})", fix)


def own_date_without_note(checked: Checked) -> Iterator[Problem]:
    """A date that no source gives is the editor's: readers are owed the reason."""
    for event in checked.dossier.events:
        if event.date is None or event.note or not event.mentions:
            continue
        told = {mention.date for mention in event.mentions if mention.date}
        if told and format_edtf(event.date) not in told and not any(_sharpens(event, edtf) for edtf in told):
            fix = "spiega in note perché la data è questa: i lettori la vedono"
            yield _warning(event, "la data è della redazione: nessuna fonte la dà", fix)


def _sharpens(event: Event, edtf: str) -> bool:
    """Whether a source's date is the event's own, said otherwise (a night, a range of the same days)."""
    try:
        period = parse_edtf(edtf)
    except ValueError:
        return False
    assert event.date is not None
    return (period.first, period.last) == (event.date.first, event.date.last)


def lost_quotes(checked: Checked) -> Iterator[Problem]:
    """A quote must stand in its article, letter for letter; where its text is not here, nothing is said."""
    for event in checked.dossier.events:
        for mention in event.mentions:
            article = checked.articles.get(mention.article)
            if article and article.text and mention.quote and mention.quote not in article.text:
                fix = "ricopia il passo dall’articolo, oppure riporta l’articolo com’era"
                start = mention.quote[:40].rstrip()
                yield _warning(event, f"la citazione «{start}…» non è più in {mention.article}", fix)


def impossible_days(checked: Checked) -> Iterator[Problem]:
    """«29 febbraio 2023» in an article dates nothing; the editor is told."""
    for article in checked.dossier.articles:
        for number, text in enumerate(article.text.split("\n"), 1):
            # No month lacks a day before the 29th; reading only lines that name a later one takes a tenth of the time.
            if not _LATE_DAY.search(text):
                continue
            for _, _, words in impossible_dates(text):
                fix = "non è stato letto come data: se è un refuso dell’articolo, correggilo lì"
                message = f"«{words}» non esiste nel calendario (riga {number} del testo)"
                yield Problem(f"content/articles/{article.id}", 0, message, fix, "warning")


def links_in_summaries(checked: Checked) -> Iterator[Problem]:
    """Links of hand-written text lead to http, https or mail, or within the site."""
    for event in checked.dossier.events:
        for text in (event.summary, event.note):
            for found in _LINK.finditer(text):
                target = found[1] or found[2]
                if not _SAFE_LINK.match(target):
                    yield _error(event, f"il collegamento «{target}» non è ammesso", "usa http, https o mailto")


def delicate_names(checked: Checked) -> Iterator[Problem]:
    """A private name beside «arrestato» or an illness: shown only by the editors' decision."""
    for event in checked.dossier.events:
        private = [name for name in event.people if name not in checked.approved]
        if not private or event.status == "hidden":
            continue
        word = _DELICATE.search(" ".join([event.title, event.summary, *(m.quote for m in event.mentions)]))
        if not word:
            continue
        for name in private:
            fix = f"togli il nome, oppure approvalo in site_config/people.yml: name: {name}, page: yes"
            yield _warning(event, f"il nome «{name}» sta accanto a «{word[0]}»", fix)


def disagreements(checked: Checked) -> Iterator[Problem]:
    """Sources that cannot all be right, with the words of both; an editor's note says that it was looked at."""
    for found in contradictions(checked.dossier.events):
        if found.event.note or found.event.status == "hidden":
            continue
        words = _quoted(found.first, found.second)
        fix = _FIX_OF[found.kind] + (f"; le fonti dicono: {words}" if words else "")
        yield _warning(found.event, f"le fonti non concordano: {found.reason}", fix)


_FIX_OF = {
    "date": "decidi tu la date e spiegala in note",
    "order": "correggi la data che non va, o spiega in note perché vanno bene tutte e due",
}


def passed_appointments(checked: Checked) -> Iterator[Problem]:
    """What was only ever announced, and whose day has gone by: readers will ask how it went."""
    shown = [event for event in checked.dossier.events if event.status != "hidden"]
    for event in past_appointments(shown, checked.publication_days, checked.today):
        words = date_in_words(event.date, event.time, event.date_text)
        fix = "aggiungi una fonte che lo racconti, correggi date, o scrivi in note com’è andata; la fonte diceva: "
        yield _warning(
            event,
            f"era annunciato ({words[:1].lower()}{words[1:]}) e il giorno è passato",
            fix + _quoted(*event.mentions[:1]),
        )


def _quoted(*mentions: Mention | None) -> str:
    """The passages with their articles, one after the other."""
    return " ".join(f"«{_shortened(m.quote or m.expression)}» ({m.article})" for m in mentions if m)


def _shortened(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST_QUOTE else text[:_LONGEST_QUOTE].rpartition(" ")[0] + "…"


def _gone(root: Path, checked: Checked) -> Iterator[Problem]:
    """A permalink once published must not break."""
    for name in published_ids(root):
        if name not in checked.by_id and not any(name in event.same_as for event in checked.dossier.events):
            fix = "rimetti l’evento (status: hidden lo ritira), o scrivi il suo id in same_as di chi lo sostituisce"
            yield Problem("content/events", 0, f"l’id «{name}» era pubblicato e non c’è più", fix)


CHECKS: tuple[Check, ...] = (
    doubled_ids,
    dangling_ids,
    date_text_beside_date,
    own_date_without_note,
    lost_quotes,
    impossible_days,
    links_in_summaries,
    delicate_names,
    disagreements,
    passed_appointments,
)
