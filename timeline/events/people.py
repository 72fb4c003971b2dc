"""People: from given names, titles and apposition; the short form joined to the full one that the article has.

A name is taken only where something besides its capitals says that it is somebody's: a given name in front, a title
(«il presidente russo Vladimir Putin»), an age behind («Artur Iuzu, 31 anni»), or the dossier's own list. No list of
surnames is used: a surname counts only after a full name has brought it in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from timeline.events.capitals import Chain, Token
from timeline.events.namings import INITIAL, PLURAL, ROMAN, Person, canonical_names, short_forms, shorts_in
from timeline.events.places import ARTICLES, gazetteer, is_surely_place, place_spelled
from timeline.events.vocabulary import PersonEntry, fold, given_names, is_word, words_of

_AGE_AFTER = re.compile(
    r"(?:, | \()(?:di )?\d{1,3}(?: anni|enne)|, classe (?:19|20)\d\d|, (?:ventenne|trentenne)|, nat[oa] a"
)
_AGE_BEFORE = re.compile(r"\d{1,3}enne$")
_VERB_AFTER = re.compile(r",| (?:è|era|ha|aveva|fu|si|sono|hanno|erano|sarà) ")
# Between a title and the name: «presidente russo», «ministro uscente», never a verb or a preposition.
_ADJECTIVE = re.compile(r"[a-zà-ù-]{3,}(?:[oaei]|ese|ale)$")
_NO_ADJECTIVE = frozenset(
    "di del della dello dei degli delle che con per tra fra come anche ancora contro dopo prima quando mentre verso ha "
    "è sono hanno era aveva cita chiama ringrazia incontra".split()
)
# These titles are adjectives too: «la Commissione parlamentare Antimafia», «lo storico locale Da Mario».
_ADJECTIVES_TOO = frozenset(
    "parlamentare generale maggiore legale industriale medico titolare sostituto mediano".split()
)
_NEVER_ALONE = frozenset("storico storica tecnico legale industriale".split())
# A line without stops runs on into the next: «Bianca Neri | Oggi ti parlo».
_NO_SURNAME = frozenset(
    "Io Tu Noi Voi Una Uno Il Gli Oggi Ieri Domani Ma Non Per Con Si È Mi Ti Ci Come Quando Dove Che Chi Se Nel "
    "Nella Sul Sulla Dal Dalla Anche Ora Poi Quella Quello Questo Questa Song Show Day Story".split()
)
_DEFINITE = ARTICLES - {"contro"}
_OF_ARTICLE = _DEFINITE | PLURAL
_SAINT = frozenset("San Santa Santo Sant Sant' Santi Beato Beata Madonna Don Via Viale Piazza Corso Hotel".split())
# Houses that are a surname: «Vittorio Emanuele di Savoia».
_HOUSE = re.compile(r" (?:di |d')(?:Savoia|Borbone|Asburgo|Braganza|Windsor|Galles|Edimburgo|Aosta|Lorena|Orange)\b")
# «Abu Musab al-Zarqawi»: the last part begins in small letters.
_ARABIC = re.compile(r" (?:al|el|ul|as|at|ibn)-[A-ZÀ-Ý][\w'-]+")
_LONGEST = 4
# A name that begins this near the start of the text may be a signature with the first sentence stuck to it.
_BYLINE = 4
_FIRST_LINE = 60


def find_people(
    text_chains: Sequence[Chain], entries: Sequence[PersonEntry]
) -> tuple[list[tuple[int, int, str]], frozenset[str], list[tuple[int, int]]]:
    """Start, end and canonical name of each person; the short forms in use; and the stretches that are nobody at all.

    The stretches of people marked "never" are given back in the last list, so that they are not read as something else.
    """
    listed = {fold(s): entry for entry in entries for s in (entry.name, *entry.spellings)}
    namings = [p for chain in text_chains for p in _people_of(chain, listed)]
    full = canonical_names([p for p in namings if p.full])
    shorts = short_forms(full)
    known = namings + list(shorts_in(text_chains, shorts, namings))
    found: list[tuple[int, int, str]] = []
    never: list[tuple[int, int]] = []
    for person in sorted(known, key=lambda p: (p.start, -p.end)):
        name = full.get(fold(person.name)) or shorts.get(fold(person.name)) or person.name
        entry = listed.get(fold(person.name)) or listed.get(fold(name))
        if entry and entry.never:
            never.append((person.start, person.end))
        elif not found or person.start >= found[-1][1]:
            found.append((person.start, person.end, entry.name if entry else name))
    return found, frozenset(word for name in shorts for word in (name, name.title())), never


def _people_of(chain: Chain, listed: dict[str, PersonEntry]) -> Iterator[Person]:
    """The people that this chain names, told by the chain and what stands around it."""
    tokens = chain.tokens
    at, last = 0, len(tokens) - (not listed)  # the last word alone is nobody's name but for the dossier's list
    while at < last:
        stop = _listed_end(chain, at, listed) if listed else 0
        if not stop:
            stop = _full_name_end(chain, at)
        if stop:
            at += tokens[at].text == "Don" and stop - at > 2 and tokens[at + 1].text in given_names()
            words = tuple(w for t in tokens[at:stop] for w in (t.particle, t.text) if w)[bool(tokens[at].particle) :]
            house = _HOUSE.match(chain.text, tokens[stop - 1].end) if all(w in given_names() for w in words) else None
            house = house or _ARABIC.match(chain.text, tokens[stop - 1].end)
            end = house.end() if house else tokens[stop - 1].end
            yield Person(tokens[at].start, end, (*words, *(house[0].split() if house else ())), stop - at > 1)
            at = stop
        else:
            at += 1
    alone = _titled_alone(chain)
    if alone:
        yield alone


def _listed_end(chain: Chain, at: int, listed: dict[str, PersonEntry]) -> int:
    """Where a spelling from the dossier's list ends that begins here; 0 where none does."""
    tokens = chain.tokens
    for stop in range(min(len(tokens), at + _LONGEST + 1), at, -1):
        words = [w for i, t in enumerate(tokens[at:stop]) for w in ((t.particle if i else ""), t.text) if w]
        if fold(" ".join(words)) in listed and (stop - at > 1 or _is_alone(chain, at)):
            return stop
    return 0


def _is_alone(chain: Chain, at: int) -> bool:
    """Whether one word is a name by itself: not the «Kim» of «Kim Clijsters», nor that of «via Kim»."""
    if at + 1 < len(chain.tokens):
        return False
    if at == 0:
        return not chain.before or chain.before[0] not in words_of("blocker")
    previous = chain.tokens[at - 1]
    return previous.text.lower() in words_of("title") or (at == 1 and previous.starts and is_word(previous.text))


def _full_name_end(chain: Chain, at: int) -> int:
    """Where the full name that begins with this word ends; 0 where none begins."""
    tokens = chain.tokens
    rest = tokens[at:]
    if len(rest) < 2 or not _may_begin(chain, at) or place_spelled(chain.text, rest[0]) or _is_state(chain, at):
        return 0
    stop = at + _name_length(chain.text, rest)
    while stop - at > 1 and tokens[stop - 1].text in _NO_SURNAME:
        stop -= 1
    if stop - at < 2 or (stop < len(tokens) and not _parts_from(tokens[stop])):
        return 0
    if tokens[at].start < _BYLINE and stop - at > 2 and is_word(tokens[stop - 1].text):
        stop -= not _VERB_AFTER.match(chain.text, tokens[stop - 1].end)
    if _is_called_so(chain, at, tokens[stop - 1].end):
        return 0
    first = tokens[at].text
    doubtful = given_names().get(first)
    free = not tokens[at].starts or first in words_of("given")
    if doubtful is False or (doubtful and free):
        return stop
    if any(is_word(t.text) for t in tokens[at:stop]):
        return 0
    told = at == 0 and (_after_title(chain) or _AGE_BEFORE.search(chain.text, 0, tokens[0].start - 1) is not None)
    return stop if told or _AGE_AFTER.match(chain.text, tokens[stop - 1].end) else 0


def _is_state(chain: Chain, at: int) -> bool:
    """«la giudice dello stato di Victoria Ada Neri»: a place ends the title, and the person follows unseen."""
    before = chain.before[:2]
    is_land = len(before) == 2 and before[0] == "di" and before[1] in _OF_LAND
    return at == 0 and is_land and chain.tokens[0].text in gazetteer()


_OF_LAND = frozenset("stato regione contea provincia città comune isola".split())


def _is_called_so(chain: Chain, at: int, end: int) -> bool:
    """Whether a school, a ship, a book is called so: in quotation marks, in English, or with an article."""
    return (
        (at == 0 and chain.before[:1] in (("a",), ("ad",)) and _ADDRESS_AFTER.match(chain.text, end) is not None)
        or _is_quoted(chain.text, chain.tokens[at].start, end)
        or _ENGLISH_AFTER.match(chain.text, end) is not None
        or _has_article(chain, at)
    )


# «nella chiesa a Quinto Romano, piazza Arpino»
_ADDRESS_AFTER = re.compile(r", (?:in )?(?:piazza|via|viale|corso|largo|vicolo) [A-Z]")
_ENGLISH_AFTER = re.compile(r" (?:and|of|with|at|vs|in the|on the|[Dd]ay|[Aa]ward)\b")
_OPENING, _CLOSING = frozenset("\"“«'‘"), frozenset("\"”»'’")


def _is_quoted(text: str, start: int, end: int) -> bool:
    """A name alone between quotation marks is a school's, a ship's or a book's: «l’istituto "Laura Bassi"»."""
    before, after = text[max(0, start - 2) : start].strip(), text[end : end + 2].strip()
    return before[-1:] in _OPENING and after[:1] in _CLOSING and before != "" and after != ""


def _has_article(chain: Chain, at: int) -> bool:
    """«la Fiamma Tricolore», «al Luigi Ferraris», «Il Laura Bassi»: a full name has no article."""
    if at == 1 and chain.tokens[0].starts:
        return chain.tokens[0].text.lower() in ARTICLES
    return at == 0 and bool(chain.before) and chain.before[0] in _OF_ARTICLE


def _may_begin(chain: Chain, at: int) -> bool:
    """What stands in front leaves room for a person: «Modena Giorgio Pighi», not «San Carlo» or «via Carlo»."""
    if at == 0:
        return not _is_named_after(chain.before)
    previous = chain.tokens[at - 1].text
    if any(t.text in _SAINT for t in chain.tokens[:at]):
        return (previous.lower() in words_of("title") and previous not in _SAINT | {"Don"}) or previous == "Don"
    if previous.lower() in words_of("title") or previous.lower() in words_of("regnal"):
        return True
    if chain.tokens[0].starts and at == 1 and is_word(previous):
        return previous.lower() not in words_of("blocker")
    # After «sindaco di Modena», «presidente del Consiglio», «segretario della Cgil» a person follows.
    # Of «il presidente della nazione, Asif Ali Zardari» the name begins before its given name, who knows where.
    of_title = any(w in words_of("title") for w in chain.before)
    if not of_title or chain.tokens[at].text not in given_names():
        return False
    return previous in gazetteer() or previous.isupper() or previous in words_of("orghead") or is_word(previous)


def _is_named_after(before: tuple[str, ...]) -> bool:
    """«via», «la scuola materna», «la fondazione intitolata a»: what follows is only a name given."""
    if not before:
        return False
    # «la statua dedicata all'ex re Leopoldo II»
    titled = before[0] in words_of("title") or before[0] in words_of("regnal")
    named = before[1:] if titled else before
    near = named[: 3 if named[:1] == ("ex",) else 2]
    if before[0] in words_of("blocker") or any(word.startswith(("intitolat", "dedicat")) for word in near):
        return True
    if before[1:2] == () or before[1] not in words_of("blocker"):
        return False
    return before[0] not in words_of("title") and before[0] not in _NO_ADJECTIVE and bool(_ADJECTIVE.match(before[0]))


def _closes(text: str, token: Token) -> bool:
    """Whether a stop follows: a dateline is not the last of several surnames («Rosa Neri Galizia, di»)."""
    return text[token.end : token.end + 2].strip()[:1] in (".", ":", "–", "—", "-")


def _name_length(text: str, tokens: Sequence[Token]) -> int:
    """How many of the words make up one name; 0 where one of them shows that it is none."""
    count = 0
    for token in tokens:
        word = token.text
        if ROMAN.match(word) and count:
            return count + 1
        if word.isupper() and len(word) > 1 and not INITIAL.match(word):
            return 0 if count < 2 else count
        # «di Daniele Montanari Formigine. S'incendia…»: a signature, then the place that opens the article.
        if count > 1 and tokens[0].start < _FIRST_LINE and is_surely_place(word) and _closes(text, token):
            return count
        if word in words_of("institution") or word in words_of("organization"):
            return 0
        count += 1
    return count if count <= _LONGEST else 0


def _parts_from(token: Token) -> bool:
    """Whether a name may end in front of this word."""
    return token.text in _NO_SURNAME or token.text.isupper() or is_surely_place(token.text)


def _after_title(chain: Chain) -> bool:
    """A title stands in front, with at most two adjectives between."""
    for place, word in enumerate(chain.before[:3]):
        if word in words_of("title"):
            return word not in _NEVER_ALONE and _is_noun(chain.before, place)
        if word in _NO_ADJECTIVE or not _ADJECTIVE.match(word):
            return False
    return False


def _is_noun(before: tuple[str, ...], place: int) -> bool:
    """Whether a title is one here, and no adjective of a noun before it: «il maggiore», not «l'azionista maggiore»."""
    if before[place] not in _ADJECTIVES_TOO:
        return True
    return before[place + 1 : place + 2] == () or before[place + 1] in _DEFINITE | {"un", "ex", "dal", "con", "e"}


def _titled_alone(chain: Chain) -> Person | None:
    """A surname right after its title: «il presidente Putin», «papa Francesco»."""
    token, name = chain.tokens[0], chain.tokens[0].text
    if len(chain.tokens) != 1 or token.starts or name.isupper() or len(name) < 3 or name in words_of("institution"):
        return None
    given = name in given_names()
    if not given and (name in gazetteer() or name in words_of("organization") or is_word(name)):
        return None
    if not chain.before:
        return None
    title = chain.before[0]
    if given:
        return Person(token.start, token.end, (title, name), False) if title in words_of("regnal") else None
    if title in _NEVER_ALONE or title not in words_of("title") or not _is_noun(chain.before, 0):
        return None
    return Person(token.start, token.end, (name,), False)
