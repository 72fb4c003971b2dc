"""What an event file may hold, as pydantic models: the one place where its fields, types and words are said.

Every scalar comes as text. The models check it, turn Italian words into ours, and give the JSON Schema.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Annotated, Any, get_args

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field
from pydantic.json_schema import WithJsonSchema
from pydantic_core import PydanticCustomError

from timeline.dates.period import Period
from timeline.events.model import Confidence, Status
from timeline.italian.prose import DateError, read_date_and_time, read_time

STATUS_WORDS = {
    "draft": "draft", "bozza": "draft",
    "published": "published", "pubblicato": "published", "pubblicata": "published",
    "hidden": "hidden", "nascosto": "hidden", "nascosta": "hidden", "ritirato": "hidden", "ritirata": "hidden",
}  # fmt: skip
CONFIDENCE_WORDS = {
    "high": "high", "alta": "high", "alto": "high",
    "medium": "medium", "media": "medium", "medio": "medium",
    "low": "low", "bassa": "low", "basso": "low",
}  # fmt: skip
# Names that Italian hands write for ours.
ITALIAN_KEYS = {
    "titolo": "title", "data": "date", "giorno": "date", "ora": "time", "orario": "time", "stato": "status",
    "sommario": "summary", "riassunto": "summary", "descrizione": "summary", "testo": "summary", "dopo": "after",
    "affidabilità": "confidence", "certezza": "confidence", "temi": "tags", "etichette": "tags", "tag": "tags",
    "persone": "people", "persona": "people", "organizzazioni": "organizations", "enti": "organizations",
    "luoghi": "places", "luogo": "places", "attribuzione": "attribution", "nota": "note", "note": "note",
    "correlati": "related", "immagine": "image", "foto": "image", "collegamento": "link", "url": "link",
    "correzioni": "corrections", "citazioni": "mentions", "menzioni": "mentions", "fonti": "mentions",
    "articolo": "article", "fonte": "article", "espressione": "expression", "citazione": "quote", "credito": "credit",
}  # fmt: skip


def _wrong(message: str, fix: str) -> PydanticCustomError:
    return PydanticCustomError("italian", "{message}", {"message": message, "fix": fix})


def _text(value: Any) -> Any:
    if value is None:
        return ""
    if not isinstance(value, str):
        raise _wrong("qui ci vuole un testo, non un elenco", "scrivi il testo sulla stessa riga")
    return value.strip()


def _texts(value: Any) -> Any:
    """A list of texts; one text alone stands for a list of one."""
    if value is None:
        return ()
    if isinstance(value, str):
        return (value.strip(),)
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise _wrong("qui ci vuole un elenco di testi", "scrivi [uno, due], oppure una voce per riga dopo «- »")
    return tuple(item.strip() for item in value)


def _one_of(words: dict[str, str], fix: str) -> Callable[[Any], Any]:
    def read(value: Any) -> Any:
        text = _text(value)
        if text and text.casefold() not in words:
            raise _wrong(f"«{text}» non è ammesso qui", fix)
        return words.get(text.casefold(), "")

    return read


def _web_address(value: Any) -> Any:
    text = _text(value)
    if text and not re.match(r"https?://[^\s<>\"]+$", text):
        raise _wrong(
            f"l’indirizzo «{text[:80]}» non è ammesso", "scrivi un indirizzo che comincia con https:// o http://"
        )
    return text


def _time(value: Any) -> Any:
    text = _text(value)
    try:
        return read_time(text) if text else ""
    except ValueError as error:
        raise as_custom_error(error, f"l’ora «{text}» non si legge", "scrivi 18:30, circa 22, mattina o sera") from None


def read_event_date(text: str | None) -> tuple[Period | None, str]:
    """A date as an editor types it, and the time if the wording holds one; a custom error tells what is wrong."""
    if text is None or not text.strip():
        return None, ""
    try:
        return read_date_and_time(text.strip())
    except ValueError as error:
        fix = "scrivi 2024-03-09, 9 marzo 2024, marzo 2024 oppure 2024"
        raise as_custom_error(error, f"la data «{text.strip()}» non si legge", fix) from None


def as_custom_error(error: ValueError, message: str, fix: str) -> PydanticCustomError:
    """A reading that failed, in its own words where it has some."""
    if isinstance(error, DateError):
        return _wrong(error.message, error.fix)
    return _wrong(message, fix)


def _date(value: Any) -> Any:
    if value is not None and not isinstance(value, str):
        fix = "le date con le parentesi quadre vanno tra virgolette: '[2025-04-27..2025-04-28]'"
        raise _wrong("la data deve essere un testo", fix)
    read_event_date(value)
    return value


def _day(value: Any) -> Any:
    period, _ = read_event_date(_text(value))
    if period is None or not period.is_day:
        raise _wrong(f"«{value}» non è un giorno", "scrivi 2025-05-02 oppure 2 maggio 2025")
    return value


def _identifier(value: Any) -> Any:
    text = _text(value)
    if text and not re.fullmatch(r"[A-Za-z0-9][\w.-]*", text, re.ASCII):
        raise _wrong(
            f"l’id «{text[:60]}» non può stare in un indirizzo",
            "usa lettere senza accenti, cifre e trattini: accordo-di-pace",
        )
    return text


def _title(value: Any) -> Any:
    text = _text(value)
    if not text:
        raise _wrong("manca il titolo", "scrivi title: e che cosa è successo")
    return text


_TEXT_OR_NULL = {"type": ["string", "null"]}
# Editors' plugins read YAML their own way: a bare 2024 is a number to them, and that is a date here.
_DATE_SCHEMA = {"type": ["string", "number", "null"]}
_LIST_SCHEMA = {"type": ["array", "string", "null"], "items": {"type": ["string", "number"]}}

Text = Annotated[str, BeforeValidator(_text), WithJsonSchema({"type": ["string", "number", "boolean", "null"]})]
Title = Annotated[str, BeforeValidator(_title), WithJsonSchema({"type": ["string", "number"], "minLength": 1})]
Texts = Annotated[tuple[str, ...], BeforeValidator(_texts), WithJsonSchema(_LIST_SCHEMA)]
Date = Annotated[str | None, BeforeValidator(_date), WithJsonSchema(_DATE_SCHEMA)]
Day = Annotated[str, BeforeValidator(_day), WithJsonSchema({"type": "string"})]
Time = Annotated[str, BeforeValidator(_time), WithJsonSchema({"type": ["string", "number", "null"]})]
Address = Annotated[str, BeforeValidator(_web_address), WithJsonSchema(_TEXT_OR_NULL)]
Identifier = Annotated[
    str,
    BeforeValidator(_identifier),
    WithJsonSchema({"type": ["string", "number"], "pattern": "^[A-Za-z0-9][A-Za-z0-9_.-]*$"}),
]
StatusWord = Annotated[
    str,
    BeforeValidator(_one_of(STATUS_WORDS, "scrivi bozza, pubblicato o nascosto")),
    WithJsonSchema({"enum": [*get_args(Status), "bozza", "pubblicato", "nascosto", None]}),
]
ConfidenceWord = Annotated[
    str,
    BeforeValidator(_one_of(CONFIDENCE_WORDS, "scrivi high, medium o low (alta, media, bassa)")),
    WithJsonSchema({"enum": [*get_args(Confidence), "alta", "media", "bassa", None]}),
]


def _said(description: str, default: Any = "") -> Any:
    return Field(default=default, description=description)


class Entry(BaseModel):
    """What all parts of an event file share: keys they do not know are kept and ignored (loading warns)."""

    model_config = ConfigDict(extra="ignore", frozen=True)


class ImageEntry(Entry):
    src: Text = Field(description="Il file dell’immagine, in content/pages/, o il suo indirizzo https")
    alt: Text = _said("Che cosa mostra l’immagine, per chi non la vede")
    credit: Text = _said("Di chi è l’immagine")


class CorrectionEntry(Entry):
    on: Day = Field(description="Il giorno della correzione: 2025-05-02 oppure 2 maggio 2025")
    text: Text = Field(description="Che cosa è stato corretto: si legge sulla scheda e nella pagina «Correzioni»")


class MentionEntry(Entry):
    article: Text = Field(description="Il nome dell’articolo in content/articles/, senza estensione")
    expression: Text = _said("Le parole che dicono quando: «sabato scorso»")
    date: Date = _said("La data che l’articolo dà qui; quella che vale è la data dell’evento", None)
    quote: Text = _said("Il passo dell’articolo, parola per parola, al massimo 400 caratteri")


class EventEntry(Entry):
    title: Title = Field(description="Che cosa è successo, in una riga, senza la data")
    date: Date = _said(
        "Quando: 2025-04-26, 26 aprile 2025, aprile 2025, 2024, dal 3 al 5 maggio 2025… Vuota o null: «Senza data»",
        None,
    )
    time: Time = _said("L’ora: 18:30, circa 22, mattina, pomeriggio, sera, notte")
    date_text: Text = _said("La data in parole, dove i numeri non bastano: fine marzo 2025")
    status: StatusWord = _said("bozza (draft), pubblicato (published: nessuno lo tocca più), nascosto (hidden)")
    summary: Text = _said("Una o due frasi. *Corsivo* e **grassetto** si possono usare")
    after: Text = _said("L’id dell’evento dopo il quale mettere questo")
    confidence: ConfidenceWord = _said("Quanto è sicura la data: high, medium, low (alta, media, bassa)")
    tags: Texts = _said("I temi", ())
    people: Texts = _said("Le persone", ())
    organizations: Texts = _said("Gli enti", ())
    places: Texts = _said("I luoghi", ())
    attribution: Text = _said("Secondo chi: il servizio di intelligence NIS")
    note: Text = _said("Una nota pubblica della redazione. Gli appunti privati sono righe che cominciano con #")
    related: Texts = _said("Gli id di altri eventi legati a questo", ())
    image: ImageEntry | None = _said("Un’immagine: src, alt, credit", None)
    link: Address = _said("Un collegamento per saperne di più")
    corrections: list[CorrectionEntry] | None = _said("Le correzioni pubblicate: on, text", None)
    same_as: Texts = _said("Gli id di eventi che sono questo stesso fatto", ())
    not_same_as: Texts = _said("Gli id di eventi che sembrano questo e non lo sono", ())
    id: Identifier = _said("L’indirizzo permanente dell’evento: non si cambia più")
    mentions: list[MentionEntry] | None = _said("I passi che provano l’evento: li scrive il programma", None)


# The order in which we write fields: the file is to be read as a table of contents.
EVENT_KEYS = tuple(EventEntry.model_fields)
MENTION_KEYS = tuple(MentionEntry.model_fields)
NESTED: dict[str, type[Entry]] = {"image": ImageEntry, "corrections": CorrectionEntry, "mentions": MentionEntry}
