"""Sentences without a verb: «Ieri il processo», «In fiamme ieri un deposito», «Via libera del Senato alla riforma»."""

from __future__ import annotations

from timeline.dates.period import Period
from timeline.events.dating import is_stretch_of_years
from timeline.events.event_nouns import is_event_noun
from timeline.events.passage import Passage
from timeline.events.states import is_many
from timeline.italian.speech import Word

# What befalls somebody or something, said with a preposition and a noun: «in manette ieri…», «al via sabato…».
_BEFALLEN = {
    "in": frozenset(
        "fiamme manette cella carcere salvo fuga tilt aula sciopero corteo scena vendita ospedale onda arrivo".split()
    ),
    "a": frozenset("fuoco processo giudizio terra".split()),
    "al": frozenset("via buio voto".split()),
    "alla": frozenset("sbarra".split()),
    "ai": frozenset("domiciliari".split()),
    "agli": frozenset("arresti".split()),
    "nei": frozenset("guai".split()),
    "fuori": frozenset("pericolo strada servizio".split()),
    "sotto": frozenset("sequestro accusa inchiesta choc shock".split()),
}
# The same said with an adjective and a noun, or a noun alone that opens the sentence.
_OPENING_PAIRS = frozenset(
    """
    via_libera semaforo_verde luce_verde disco_verde disco_rosso fumata_bianca fumata_nera taglio_del nulla_di via_al
    via_alla via_ai via_alle allerta_rossa allerta_arancione allerta_meteo notte_di momenti_di attimi_di giornata_di
    doppio_oro camera_ardente ultimo_saluto ultimo_addio
    """.split()
)
_OPENING = frozenset(
    """
    ok paura panico tensione tragedia dramma giallo allarme tris poker doppietta tripletta oro argento bronzo successo
    trionfo pareggio salvo salva salvi illeso illesa illesi grave neve grandine nebbia bufera maltempo fiamme spari
    applausi lacrime ovazione standing sipario botte
    """.split()
)
_AT = frozenset("a ad in al allo alla all' ai nel nella nell' nei negli da dal".split())


def noun_alone(passage: Passage, period: Period | None) -> int | None:
    """The event noun of a sentence without a verb: «Ieri il processo»."""
    words = passage.words()
    nouns = (i for i in passage.clause.words if words[i].part in ("noun", "name") and is_event_noun(words[i].low))
    place = next(nouns, None)
    if place is None or (period and is_stretch_of_years(period)) or _has_verb(passage):
        return None
    return place


def told_without_verb(passage: Passage, period: Period | None) -> int | None:
    """The word of a sentence without a verb that tells what befell somebody, or was on, that day."""
    if period is None or not period.is_day or _has_verb(passage):
        return None
    words, head = passage.words(), _head(passage.words(), passage.clause.words)
    told = (_befallen(words, head), _opening(words, head), _after_date(passage, head))
    return next((i for i in told if i is not None), None)


def _has_verb(passage: Passage) -> bool:
    return any(c.group and c.group.tense for c in passage.sentence.clauses if c.kind == "main")


def _head(words: list[Word], places: list[int]) -> list[int]:
    """The words up to the colon or dash that explains them."""
    stop = next((k for k, i in enumerate(places) if k and words[i].text in (":", "–", "—", ";", "(")), len(places))
    return places[:stop]


def _befallen(words: list[Word], head: list[int]) -> int | None:
    """«In fiamme ieri un deposito», «Maturità al via oggi»: the noun of what befalls it."""
    for place in head[:6]:
        if place + 1 in head and words[place + 1].low in _BEFALLEN.get(words[place].low, ()):
            return place + 1
    return None


def _opening(words: list[Word], head: list[int]) -> int | None:
    """«Tris del Catanzaro sabato», «Ok ieri della giunta», «Ieri l'ultimo saluto»: the noun that opens the sentence."""
    opened = [i for i in head if words[i].part not in ("time", "article", "mark", "open")][:2]
    if not opened:
        return None
    if words[opened[0]].low == "in" and len(opened) > 1 and is_many(words[opened[1]]):
        return opened[1]  # «In cinquemila sabato sotto il palco»
    pair = f"{words[opened[0]].low}_{words[opened[1]].low}" if len(opened) > 1 else ""
    return opened[0] if words[opened[0]].low in _OPENING or pair in _OPENING_PAIRS else None


def _after_date(passage: Passage, head: list[int]) -> int | None:
    """«Sabato 28 giugno, in piazza, la Giostra»: what is on that day; «Il Papa ieri a Loreto»: who was where."""
    words, at = passage.words(), passage.word
    if at not in head:
        return None
    before, after = [i for i in head if i < at], [i for i in head if i > at]
    if len(after) < 2 or any(words[i].verb for i in head):
        return None
    if not before:
        return _announced(words, after) if passage.timex.text.lower() != "oggi" else None
    named = words[after[0]].low in _AT and words[after[1]].part == "name"
    somebody = (
        len(before) <= 3 and words[before[-1]].part in ("name", "noun") and words[before[0]].part != "preposition"
    )
    return before[-1] if named and somebody and any(words[i].text[0].isupper() for i in before[-1:]) else None


def _announced(words: list[Word], after: list[int]) -> int | None:
    """The noun with a capital or an owner, after a comma or at once: «la Giostra del Saracino»."""
    for place in after:
        noun = place + 1
        if words[place].part == "article" and noun in after and words[noun].part in ("noun", "name"):
            follow = [words[i] for i in after if i > noun][:2]
            named = words[noun].part == "name" and words[-1].text == "."
            return noun if named and len(follow) == 2 and words[place - 1].part != "preposition" else None
    return None


def noun_beside_colon(passage: Passage, period: Period | None) -> int | None:
    """The event noun that no verb tells, on its side of a colon.

    «Furto ieri a scuola: indagano i carabinieri», «hanno sfondato la porta: furto l'8 maggio in farmacia».
    """
    clause, group = passage.clause, passage.clause.group
    if period is None or not period.is_day or group is None or clause.kind != "main":
        return None
    words, at = passage.words(), passage.word
    if group.first > at and not group.is_past:
        colon = next((i for i in range(at + 1, group.first) if words[i].text == ":"), 0)
        side = range(colon)
    else:
        colon = next((i for i in range(at - 1, group.last, -1) if words[i].text == ":"), 0)
        side = range(colon + 1, len(words)) if colon else range(0)
    if any(words[i].is_verb("finite") or (words[i].verb and i < at) for i in side):
        return None
    return next((i for i in side if i < at and words[i].part == "noun" and is_event_noun(words[i].low)), None)
