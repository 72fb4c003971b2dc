"""An event as a card: what stands above the date, the date in words, the title, and why the date is that."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from urllib.parse import quote, urlencode

import jinja2
from markupsafe import Markup, escape

from timeline.dates.edtf import parse_edtf
from timeline.dates.period import Period
from timeline.events.model import Article, Event, Mention
from timeline.italian.prose import date_in_sentence, date_in_words, day_in_words
from timeline.site.edition import Edition, day_of
from timeline.site.render import fragment, inline_markdown, local_file, marked, passage_url, plain, safe_url, text_of
from timeline.site.slugs import safe_id

_DAY_AND_MONTH = re.compile(r"\b\d{1,2}º? [a-z]{5,9}\b")


@dataclass(frozen=True, slots=True)
class Link:
    """A word and where it leads: an address from the site's root, a whole one, or "" for no link."""

    text: str
    address: str = ""


@dataclass(frozen=True, slots=True)
class Proof:
    """One mention as it is shown: why, the quote with its expression marked, whose words they are."""

    reason: str
    quote: Markup
    source: Link
    details: str
    read: str


def card(env: jinja2.Environment, edition: Edition, event: Event) -> str:
    """The card of *event* as HTML, its way to the root and the level of its heading still open."""
    return fragment(env, "card.html", **card_values(edition, event))


def card_values(edition: Edition, event: Event) -> dict[str, object]:
    """What the template of the card prints, and nothing it would have to work out."""
    proofs = [_proof(edition, mention) for mention in event.mentions]
    return {
        "id": event.id,
        "notices": notices(edition, event),
        "date": unbroken(event_date(event)),
        "machine_date": machine_date(event),
        "precision": precision(event.date),
        "title": plain(event.title),
        "summary": inline_markdown(event.summary),
        "attribution": plain(event.attribution),
        "facets": facets(edition, event),
        "image": _image(event),
        "link": safe_url(event.link),
        "related": [Link(edition.by_id[r].title, f"e/{r}/") for r in event.related if r in edition.by_id],
        "why": _why_label(event),
        "sources": sources_counted(len({m.article for m in event.mentions})),
        "decided": _decided(edition, event),
        "disagreements": [c.reason for c in edition.disagreements.get(event.id, ())],
        "proofs": _without_repeated_reasons(proofs),
        "note": inline_markdown(event.note),
        "corrections": [(_day(c.on), inline_markdown(c.text)) for c in event.corrections],
        "report": _report(edition, event),
        "edit": _edit(edition, event),
        "line": event.line,
    }


def event_date(event: Event) -> str:
    """The date of an event as its card says it."""
    return _date_in_words(event.date, event.time, event.date_text)


@lru_cache(maxsize=20_000)  # each date is printed on a dozen pages and files
def _date_in_words(period: Period | None, time: str, date_text: str) -> str:
    return plain(date_in_words(period, time, date_text))


def unbroken(words: str) -> Markup:
    """A date in words as HTML, the day on one line with its month.

    >>> print(unbroken("Sabato 26 aprile 2025"))
    Sabato <span class="tl-day">26 aprile</span> 2025
    """
    return Markup(_DAY_AND_MONTH.sub(r'<span class="tl-day">\g<0></span>', str(escape(words))))


def notices(edition: Edition, event: Event) -> list[str]:
    """What stands above the date, only where it is needed."""
    found = []
    if event.status == "draft":
        found.append("Bozza")
    if event.date is None:
        return found
    if edition.is_scheduled(event):
        found.append("In agenda")
    if edition.was_scheduled(event):
        found.append(f"Era previsto {_scheduled_for(event)}: esito non noto")
    kinds = {c.kind for c in edition.disagreements.get(event.id, ())}
    if "date" in kinds:
        found.append("Le fonti danno date diverse")
    elif kinds:
        found.append("Le fonti non concordano")
    if event.date.is_uncertain and "incerta" not in event_date(event):
        found.append("Data incerta")
    if event.confidence == "low":
        found.append("Data dedotta dal contesto")
    return found


def _scheduled_for(event: Event) -> str:
    """«per sabato 14 giugno 2025», «per il 2014 circa», «entro l’11 giugno 2025»."""
    period = event.date
    if period is None:
        return ""
    sharp = period.is_day and not period.is_approximate and not period.is_uncertain
    return f"per {_in_sentence(event)}" if sharp else date_in_sentence(period, "per")


def _in_sentence(event: Event) -> str:
    words = date_in_words(event.date)
    return words[:1].lower() + words[1:]


def machine_date(event: Event) -> str:
    """The date for `<time datetime>`, "" where HTML has no form for it: only sharp days, months and years."""
    period = event.date
    if period is None or period.kind != "single" or period.is_approximate or period.is_uncertain:
        return ""
    point = period.start
    if point is None or point.year < 1:
        return ""
    forms = {
        "year": f"{point.year:04d}",
        "month": f"{point.year:04d}-{point.part:02d}",
        "day": f"{point.year:04d}-{point.part:02d}-{point.day:02d}",
    }
    form = forms.get(point.unit, "")
    return f"{form}T{event.time}" if point.unit == "day" and len(event.time) == 5 and event.time[2] == ":" else form


def precision(period: Period | None) -> str:
    """How sharp a date is, as the mark beside it shows: day, coarse, about, span or none."""
    if period is None:
        return "none"
    if period.is_approximate or period.is_uncertain or period.kind in ("once", "choice"):
        return "about"
    if period.kind == "interval":
        return "span"
    return "day" if period.is_day else "coarse"


def facets(edition: Edition, event: Event) -> list[tuple[str, list[Link]]]:
    """People, organisations, places and themes, each with its page where it may have one."""
    people = [name for name in event.people if name not in edition.never_people]
    groups = {
        "people": _links(people, "persone", edition.approved_people),
        "organizations": [Link(plain(name)) for name in event.organizations],
        "places": _links(event.places, "luoghi", edition.places),
        "tags": _links(event.tags, "temi", edition.tags),
    }
    return [(kind, links) for kind, links in groups.items() if links]


def _links(names: list[str] | tuple[str, ...], folder: str, slugs: Mapping[str, str]) -> list[Link]:
    return [Link(plain(n), f"{folder}/{slugs[n]}/" if n in slugs else "") for n in names]


def _image(event: Event) -> dict[str, str] | None:
    """An image that stands in this site is shown; one that stands elsewhere would make the page ask another host."""
    if event.image is None or not (src := local_file(event.image.src)):
        return None
    return {"src": src, "alt": plain(event.image.alt), "credit": plain(event.image.credit)}


def _why_label(event: Event) -> str:
    if event.date is None:
        return "Perché manca la data?"
    point = event.date.start
    if event.date.kind != "single" or point is None or point.unit == "day" or event.date.is_approximate:
        return "Perché questa data?"
    words = str(point.year) if point.unit == "year" else _in_sentence(event)
    return f"Perché solo “{words}”?"


def sources_counted(count: int) -> str:
    """How many sources, in words; with none the event is the editors' own."""
    if count == 0:
        return "A cura della redazione"
    return "1 fonte" if count == 1 else f"{count} fonti"


def _decided(edition: Edition, event: Event) -> str:
    """What the sources say, where the editors decided for another date; "" where the date is a source's."""
    if not edition.is_dated_by_editor(event):
        return ""
    said = dict.fromkeys(_mention_date(m) for m in event.mentions)
    return "Le fonti dicono: " + "; ".join(said)


def _mention_date(mention: Mention) -> str:
    words = date_in_words(parse_edtf(mention.date)) if mention.date else "nessuna data"
    return f"«{plain(mention.expression)}», {words[:1].lower()}{words[1:]}"


def _proof(edition: Edition, mention: Mention) -> Proof:
    article = edition.articles.get(mention.article)
    return Proof(
        reason=plain(mention.reason),
        quote=marked(mention.quote, mention.expression),
        source=Link(source_title(article, mention.article), f"fonti/{source_slug(mention.article)}/"),
        details=source_details(article),
        read=passage_url(article.url, mention.quote) if article else "",
    )


def _without_repeated_reasons(proofs: list[Proof]) -> list[Proof]:
    """The same reason is told once: at the first quote that it explains."""
    seen: Counter[str] = Counter()
    result = []
    for proof in proofs:
        repeated = seen[proof.reason]
        seen[proof.reason] += 1
        result.append(Proof("", proof.quote, proof.source, proof.details, proof.read) if repeated else proof)
    return result


def source_slug(article: str) -> str:
    """The address of an article's page under fonti/."""
    return safe_id(article)


def source_title(article: Article | None, name: str) -> str:
    """The title of an article, or the name of its file where that is all we have."""
    return plain(article.title) if article and article.title else name


def source_details(article: Article | None) -> str:
    """Author, publisher and day of an article.

    >>> source_details(Article("a", "", date(2025, 4, 28), author="Ada Neri", publisher="La Gazzetta"))
    'Ada Neri, La Gazzetta, lunedì 28 aprile 2025'
    """
    if article is None:
        return ""
    said = [article.author, article.publisher, day_in_words(day_of(article.published))]
    return ", ".join(plain(part) for part in said if part)


def _day(edtf: str) -> str:
    try:
        return day_in_words(date.fromisoformat(edtf), weekday=False)
    except ValueError:
        return edtf


def _report(edition: Edition, event: Event) -> str:
    """The address of «Segnala un errore» with the event filled in: a mail, or a form that takes its id."""
    target = edition.settings.report
    quoted = event.mentions[0].quote if event.mentions else ""
    page = f"{edition.settings.url}e/{event.id}/"
    if target.startswith("mailto:"):
        told = (f"Voce: {event.title}", f"Data: {event_date(event)}", f"Pagina: {page}", f"Citazione: «{quoted}»")
        body = "\n".join([*told, "", "Che cosa non va:", ""])
        return f"{target}?{urlencode({'subject': f'Segnalazione: {event.id}', 'body': body}, quote_via=quote)}"
    if not safe_url(target):
        return ""
    values = urlencode(
        {"voce": event.id, "data": event_date(event), "pagina": page, "citazione": quoted}, quote_via=quote
    )
    return f"{target}{'&' if '?' in target else '?'}{values}"


def _edit(edition: Edition, event: Event) -> str:
    pattern = edition.settings.edit
    return pattern.format(path=quote(event.path), line=event.line) if pattern and event.path else ""


def description(event: Event) -> str:
    """One line about the event for previews and search engines: its date, then its summary."""
    return f"{event_date(event)}. {text_of(event.summary) or plain(event.title)}"
