"""The time of an event: «18:30», «circa 22», «mattina», «pomeriggio», «sera», «notte»; in words, and back.

time  = about clock | clock [about] | part
clock = ["ore" | "alle"] hour [("." | ":" | "e") minutes] ["di sera" …] | "l'una" | "mezzogiorno" | "mezzanotte"
"""

from __future__ import annotations

from timeline.italian.prose_tokens import DateError, Reader

# A night's small hours belong to the evening before: «notte tra domenica 28 e lunedì 29, intorno all’una».
NIGHT_ENDS = 5

_PARTS_IN_WORDS = {"mattina": "in mattinata", "pomeriggio": "nel pomeriggio", "sera": "in serata", "notte": "di notte"}
_PARTS = {
    "mattina": "mattina", "mattino": "mattina", "mattinata": "mattina",
    "pomeriggio": "pomeriggio",
    "sera": "sera", "serata": "sera",
    "notte": "notte", "nottata": "notte",
}  # fmt: skip
_HOUR_NAMES = """
    zero una due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici
    diciassette diciotto diciannove venti ventuno ventidue ventitré
"""
_HOURS = {name: hour for hour, name in enumerate(_HOUR_NAMES.split())}
_MINUTES = {"mezza": 30, "mezzo": 30, "trenta": 30, "quarto": 15, "quindici": 15, "quarantacinque": 45}
_BEFORE_PART = ("in", "nel", "nella", "di", "del", "la", "il", "al", "alla")
_ABOUT = ("circa", "ca", "verso", "attorno", "intorno", "~")


def split_time(time: str) -> tuple[int, int, bool] | None:
    """Hour, minute and "circa" of a canonical time; None for a part of the day.

    >>> split_time("circa 22"), split_time("sera")
    ((22, 0, True), None)
    """
    clock = time.removeprefix("circa ")
    hour, _, minute = clock.partition(":")
    return (int(hour), int(minute or 0), clock != time) if hour.isdecimal() else None


def _canonical(hour: int, minute: int, about: bool) -> str:
    if not about:
        return f"{hour:02}:{minute:02}"
    return f"circa {hour}:{minute:02}" if minute else f"circa {hour}"


def time_in_sentence(time: str) -> str:
    """A canonical time as a sentence says it.

    >>> [time_in_sentence(t) for t in ("18:30", "01:00", "12:00", "circa 22", "mattina")]
    ['alle 18.30', 'all’una', 'a mezzogiorno', 'intorno alle 22', 'in mattinata']
    """
    split = split_time(time)
    if split is None:
        return _PARTS_IN_WORDS.get(time, "")
    hour, minute, about = split
    return ("intorno " if about else "") + _at(hour, minute)


def _at(hour: int, minute: int) -> str:
    if minute:
        return f"all’1.{minute:02}" if hour == 1 else f"alle {hour}.{minute:02}"
    return {0: "a mezzanotte", 1: "all’una", 12: "a mezzogiorno"}.get(hour, f"alle {hour}")


def time_on_card(time: str) -> str:
    """A canonical time as it follows a date: «ore 18.30», «intorno alle 22», «in serata»; "" for none."""
    split = split_time(time)
    if split is None or split[2]:
        return time_in_sentence(time)
    hour, minute, _ = split
    return f"ore {hour}.{minute:02}" if minute else f"ore {hour}"


def read_time(text: str) -> str:
    """The canonical form of a time that an editor typed; raises `DateError`, a ValueError.

    >>> [read_time(t) for t in ("18.30", "alle 6 di sera", "intorno all’una", "in serata")]
    ['18:30', '18:00', 'circa 1', 'sera']
    """
    if not text.strip():
        return ""
    reader = Reader(text)
    time = accept_part(reader) or accept_clock(reader, bare=True)
    if time and reader.done:
        return time
    raise DateError(
        f"l’ora «{text.strip()}» non si legge", "scrivi 18:30, circa 22, mattina, pomeriggio, sera oppure notte"
    )


def accept_part(reader: Reader) -> str:
    """part = ["in" | "nel" | "di" …] ("mattina" | "pomeriggio" | "sera" | "notte"); "" where none stands here."""
    start = reader.at
    reader.accept(*_BEFORE_PART)
    word = reader.accept(*_PARTS)
    if not word:
        reader.at = start
    return _PARTS.get(word, "")


def accept_clock(reader: Reader, *, bare: bool = False) -> str:
    """clock, "circa" before or after it; "" where none stands here. *bare*: without «ore» or «alle» too."""
    start = reader.at
    about = bool(reader.accept(*_ABOUT) and (reader.accept(".") or True))
    said = reader.accept("alle", "all'", "le", "l'", "a", "ore", "h", "dalle")
    reader.accept("ore")
    reader.accept(".")
    clock = _accept_hour(reader, said) if said or about or bare else None
    if clock is None:
        reader.at = start
        return ""
    about = bool(reader.accept("circa", "ca", "~")) or about
    return _canonical(*clock, about)


def _accept_hour(reader: Reader, said: str) -> tuple[int, int] | None:
    if reader.accept("mezzogiorno"):
        return 12, _accept_minutes(reader)
    if reader.accept("mezzanotte"):
        return 0, _accept_minutes(reader)
    if said == "a":
        return None
    hour = _HOURS.get(reader.peek(), -1)
    if hour >= 0:
        reader.at += 1
    else:
        hour = reader.number(digits=2)
    if hour < 0:
        return None
    minute = _accept_minutes(reader)
    hour = _of_day(reader, hour)
    if (hour, minute) == (24, 0):
        raise DateError("le ore 24 sono le ore 0 del giorno dopo", "scrivi 00:00 e la data del giorno dopo")
    if hour > 23 or minute > 59:
        raise DateError(f"l’ora {hour}:{minute:02} non esiste", "scrivi un’ora da 00:00 a 23:59")
    return hour, minute


def _accept_minutes(reader: Reader) -> int:
    start = reader.at
    if reader.accept(".", ":", ","):
        minute = reader.number(digits=2) if len(reader.peek()) == 2 else -1
    elif reader.accept("e"):
        reader.accept("un")
        minute = _MINUTES.get(reader.peek(), -1)
        reader.at += minute >= 0
        minute = minute if minute >= 0 else reader.number(digits=2)
    else:
        return 0
    if minute < 0:
        reader.at = start
    return max(minute, 0)


def _of_day(reader: Reader, hour: int) -> int:
    """*hour* on the clock of 24 hours, by the «di sera» or «del pomeriggio» that may follow."""
    if hour > 12:
        return hour
    start = reader.at
    part = accept_part(reader) if reader.accept("di", "del", "della") else ""
    match part:
        case "":
            reader.at = start
            return hour
        case "pomeriggio" | "sera":
            return hour % 12 + 12
        case "notte":
            return (hour % 12 + 12) % 24 if hour >= 9 else hour
        case _:
            return hour
