"""What an article is about, in front of a title that points at it: «Crollo della pensilina, ecco la perizia».

Italian papers print it so. The words are those of the first sentences: what happened, or the building, the firm or the
show that the article is about.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from timeline.events.agreement import article_of
from timeline.events.definites import definite_phrases
from timeline.events.event_nouns import is_event_noun
from timeline.events.firms import firms_named, team_named
from timeline.events.noun_ends import noun_ends
from timeline.events.passage import Reading
from timeline.events.places import gazetteer, is_comune
from timeline.events.printing import LIMIT, join
from timeline.events.quality import read_title
from timeline.events.retold import STRUCTURES, VESSELS
from timeline.events.subjects import is_person
from timeline.events.vocabulary import given_names
from timeline.italian.speech import Word
from timeline.italian.tokens import OF
from timeline.italian.verb_groups import find_groups

# What befalls a whole town needs no more to be known.
_CALAMITIES = frozenset("neve alluvione terremoto sisma nubifragio grandinata nevicata esondazione mareggiata".split())
_MISHAPS = _CALAMITIES | frozenset(
    """
    crollo incendio rogo incidente omicidio delitto esplosione rapina furto aggressione frana naufragio sparatoria rissa
    deragliamento truffa attentato schianto accoltellamento infortunio sversamento pestaggio strage spaccata assalto
    """.split()
)
_HAPPENINGS = _MISHAPS | frozenset(
    """
    fallimento vertenza occupazione sgombero restauro inchiesta indagine appalto referendum elezioni primarie mostra
    festival rassegna sagra fiera torneo concorso convegno palio carnevale fusione chiusura riapertura ampliamento
    ristrutturazione demolizione bonifica
    """.split()
)
_THINGS = (
    STRUCTURES
    | VESSELS
    | frozenset(
        """
    scuole stabilimenti gioielleria farmacia banca bar pizzeria negozio azienda cooperativa fondazione fiera casello
    telescopio satellite pensilina tram treni linea parco cimitero polo distributore
    """.split()
    )
)
# What a place or a body is called, who somebody is, and how much there is of something: none says what is told.
_NEVER = frozenset(
    """
    via viale piazza piazzale corso largo quartiere rione provincia regione città cittadina paese frazione comune zona
    centro territorio campagna campagne valle località contrada periferia area angolo altezza casello confine
    consiglio giunta corte tribunale procura questura prefettura polizia carabinieri comando compagnia nucleo squadra
    ministero ministro governo parlamento senato camera assessorato commissione comitato sindacato sindacati sezione
    parte fine inizio metà termine sede casa abitazione nome caso serie numero mese anno giorno giorni notte mattina
    sera ora ore quota volta presenza base fascia prima seconda terza tratto lato bordo acque lago fiume mare porto
    campo finale gara partita tappa gol stagione premio laurea tesi maestra figlia figlio famiglia vita corsa corpo
    monte torrente vetta cima strada auto piedi ombra margini spalle ridosso fianco fianchi interno
    """.split()
)
_AND = frozenset({"e", "ed"})
_FIRST = 2
_LONGEST = 45
_LEADS = frozenset("il lo la l' i gli le un uno una un'".split())
# So far from their beginning the first sentences say what the article is about.
_OPENING = 160
_SOME = frozenset("un uno una un'".split())
_AT = frozenset("a ad al alla allo all' ai agli alle in nel nella nell' nello tra fra contro".split())


def height_of(topic: str) -> str:
    """«monte Cusna» of «rogo sul monte Cusna»: the land where it befell; "" where none is told."""
    place = _HEIGHT.search(topic)
    return place[0] if place else ""


def is_mishap(topic: str) -> bool:
    """Whether a topic is something that befell: what was before it is no part of its story."""
    return topic.partition(" ")[0].lower() in _MISHAPS


def lead_of(reading: Reading) -> str:
    """The first sentence, with the town in front."""
    return reading.text[: reading.spans[first_sentence(reading)][1]]


def first_sentence(reading: Reading) -> int:
    """Which sentence is the first; «BELGRADO.» is none."""
    begin, end = reading.spans[0]
    return int(len(reading.spans) > 1 and reading.text[begin:end].isupper())


def topics_of(reading: Reading) -> list[str]:
    """What the article is about, without articles in front, the likeliest first."""
    found: dict[str, tuple[bool, int, str]] = {}
    first = first_sentence(reading)
    stop = min(first + _FIRST, len(reading.spans))
    for place in range(first, stop):
        for noun, phrase in _phrases(reading, place, first=place == first):
            if place > first and noun.low not in _HAPPENINGS and not _comes_again(reading.text, noun.low, noun.end):
                continue
            found.setdefault(noun.low, (noun.low not in _HAPPENINGS, len(found), join(phrase)))
    named = [told for _, _, told in sorted(found.values(), key=lambda told: told[:2])]
    end = reading.spans[stop - 1][1]
    opens = reading.spans[first][0] + _OPENING
    firms = [
        name
        for name in (*firms_named(reading.text, end), *team_named(reading.text, end))
        if (at := reading.text.find(name)) < opens or _comes_again(reading.text, name, at + 1)
    ]
    happened = [t for t in named if t.split(" ")[0] in _MISHAPS]
    return [*happened, *_heights(reading.sentence(first).words), *firms, *(t for t in named if t not in happened)]


def death_of(reading: Reading) -> str:
    """«morte di Arnaldo Fabbri», where the first sentences tell of one death; "" else."""
    first = first_sentence(reading)
    told = (_death(reading.sentence(k).words) for k in range(first, min(first + _FIRST, len(reading.spans))))
    return next((death for death in told if death), "")


def _death(words: list[Word]) -> str:
    """«È morto sabato, a 88 anni, lo scultore Arnaldo Fabbri»: whose death; "" where nobody, or more, is named."""
    died = any(g.lemma in _DYING and g.is_past and not (g.negated or g.plural) for g in find_groups(words))
    starts = [k for k in range(len(words) - 1) if words[k].text in given_names() and words[k + 1].part == "name"]
    starts = [k for k in starts if words[k].part == "name" and words[k - 1].part != "name"]
    if not died or len(starts) != 1:
        return ""
    end = next((k for k in range(starts[0], len(words)) if words[k].part != "name"), len(words))
    return f"morte di {join(words[starts[0] : end])}"


_DYING = frozenset("morire spegnere spirare".split())


def _heights(words: Sequence[Word]) -> list[str]:
    """«L’Etna è tornato…»: the mountain or the land of which the first sentence tells."""
    named = len(words) > 2 and words[0].low in _LEADS and words[1].part == "name" and words[2].is_verb("finite")
    return [words[1].text] if named and _is_land(words[1].text) else []


def _comes_again(text: str, name: str, begin: int) -> bool:
    """Whether the text speaks of it further on."""
    return name.lower() in text[begin:].lower()


def _phrases(reading: Reading, place: int, *, first: bool) -> Iterator[tuple[Word, list[Word]]]:
    """The nouns of a sentence that may be a topic, each with its phrase, if it says which one."""
    words = reading.sentence(place).words
    verb = next((k for k, w in enumerate(words) if w.is_verb("finite")), len(words))
    for k, word in enumerate(words):
        known = word.low in _HAPPENINGS or word.low in _THINGS
        subject = first and k < min(6, verb) and word.part == "noun" and not is_person(words[max(0, k - 1) : k + 1])
        some = k > 0 and words[k - 1].low in _SOME and word.low not in _HAPPENINGS and not subject
        if word.low in _NEVER or some or not (known or subject) or not _after_article(words, k):
            continue
        end = _end(words, k + 1)
        phrase = _at_the_first(_shortened(_without_time(words[k - (words[k - 1].low == "ex") : end])))
        named = any(w.part in ("name", "open") for w in phrase[1:])
        of = word.low in _HAPPENINGS and k > 0 and words[k - 1].low not in _SOME
        named = named or (of and any(w.low in OF for w in phrase[1:]))
        if not named and word.low in _HAPPENINGS:
            where = _where(words[k + 1 :])
            phrase, named = [word, *where], bool(where)
        if _is_one_of_two(words, k, end):
            continue
        befell = word.low in _CALAMITIES and word.low != "neve" and first and k < verb  # «Neve»: where
        if befell or (named and len(join(phrase)) <= _LONGEST):
            yield word, list(phrase)


def _is_one_of_two(words: Sequence[Word], k: int, end: int) -> bool:
    """«il teatro Masini e il palazzo Milzetti»: of two things neither is the topic."""
    before = words[k - 2] if k > 1 else None
    after = words[end : end + 2]
    return (before is not None and before.low in _AND) or (
        len(after) == 2 and after[0].low in _AND and after[1].part == "article"
    )


def _after_article(words: Sequence[Word], k: int) -> bool:
    before = words[k - 1] if k else None
    if k > 1 and words[k].low == "neve" and words[k - 2].low in ("centimetri", "metri"):
        return True
    return before is None or before.low in _LEADS or bool(article_of(before.low)) or before.low in _IN_FRONT


_IN_FRONT = frozenset("vecchio vecchia nuovo nuova ex grande vasto violento grave".split())


# «la nave umanitaria Aurora».
_SHIPS = VESSELS | {"nave", "motonave", "petroliera", "portacontainer", "yacht"}


def _end(words: Sequence[Word], place: int) -> int:
    """Where the phrase ends, with one complement of place behind it."""
    end = noun_ends(words, place)
    if end == place + 1 and words[place - 1].low in _THINGS and words[end : end + 1] and words[end].part == "name":
        end = noun_ends(words, end + 1)  # «le scuole medie Pascoli di Riccione»
    if words[place - 1].low in _SHIPS:
        while end < len(words) and words[end].part == "name":
            end += 1
    if end + 1 < len(words) and words[end].low in _AT and words[end + 1].part in ("noun", "name"):
        further = noun_ends(words, end + 2)
        if further + 1 < len(words) and words[further].low in _AND and words[further + 1].part == "name":
            further += 2
        if any(w.part == "name" for w in words[end:further]):
            return further
    return end


def _without_time(phrase: Sequence[Word]) -> Sequence[Word]:
    """«mareggiata» of «la mareggiata di venerdì»."""
    day = next((k for k, w in enumerate(phrase) if w.part == "time"), 0)
    return phrase[: day - 1] if day > 1 and phrase[day - 1].part == "preposition" else phrase


def _shortened(phrase: Sequence[Word]) -> list[Word]:
    """The phrase, without its last "of" where it is too long."""
    out = list(phrase)
    while out and out[-1].end - out[0].start > _LONGEST:
        cut = next((k for k in range(len(out) - 1, 1, -1) if out[k].low in OF), 0)
        if not cut:
            break
        out = out[:cut]
    return out


_ROADS = frozenset("via viale corso piazza piazzale largo strada statale provinciale".split())


_INTO = frozenset("nel nella nell' nello alla al all'".split())
_OVER = frozenset("sul sull' sulla nel nell' nella in".split())


def _is_land(name: str) -> bool:
    return any(p.kind == "region" for p in gazetteer().get(name, ()))


def _where(words: Sequence[Word]) -> list[Word]:
    """«in via Emilia Ponente», «a Bonorva»: where the sentence goes on to say it was."""
    for k, word in enumerate(words[:-2]):
        follows = words[k + 1]
        named = words[k + 2 : k + 3] and words[k + 2].part == "name"
        road = word.low in ("in", "su", "sulla") and follows.low in _ROADS and named
        road = road or (word.low in _INTO and follows.low in _THINGS and named)  # «nella gioielleria Neri»
        if word.low in _OVER and follows.part == "name" and _is_land(follows.text):
            described = words[k + 2].part == "noun" and words[k + 2].low.endswith(("ano", "ese", "ino", "ana"))
            return list(words[k : k + 2 + described])  # «sull'Appennino reggiano»
        town = word.low in ("a", "ad", "tra", "fra") and follows.part == "name" and is_comune(follows.text)
        if road or town:
            end = k + 2
            while end < len(words) and (
                words[end].part == "name" or (word.low in ("tra", "fra") and words[end].low in _AND)
            ):
                end += 1
            return _at_the_first(words[k:end])
    return []


def _at_the_first(phrase: Sequence[Word]) -> list[Word]:
    """«tra Cormons, Capriva e Mossa», cut at the comma, is «a Cormons»."""
    told = list(phrase)
    for k, word in enumerate(told[:-1]):
        if word.low in ("tra", "fra") and told[k + 1].part == "name" and not any(w.low in _AND for w in told[k:]):
            at = "ad" if told[k + 1].text[0] == "A" else "a"
            told[k] = replace(word, text=at, low=at)
    return told


# Of these there is one, or it does not matter which: nobody asks.
_PLAIN = frozenset(
    """
    governo parlamento senato papa stato repubblica polizia carabinieri vigili fuoco finanza finanzieri agenti militari
    ministri ministro ministra premier esercito marina guardia protezione magistratura
    traffico tetto voti voto vita campionato dimissioni laurea droga denaro soldi contanti via fiamme acqua fango neve
    reati sicurezza ordine saluto contratto spray ladri ladro malviventi banditi portafoglio zaino volto viso testa mano
    mani testa gamba collo spalle universo mondo terra luna sole cielo storia guerra pace coma carcere ospedale scuola
    maltempo freddo caldo pioggia vento mezzi auto strada casa volta primo terzo quarto fatti popolo pubblico paese
    natale pasqua pandemia covid coronavirus virus vaccino lockdown legge pil borsa inflazione benzina tasse pensioni
    giovani anziani donne uomini bambini ragazzi studenti disabili poveri turisti cittadini lavoro salute ambiente clima
    italia europa campagne boschi mare spiaggia montagna centro periferia fede cuore sangue morte dolore rispetto
    infiltrazioni malore parole titolo medaglia oro argento bronzo scudetto promozione salvezza classifica vittoria
    notte mattina sera pomeriggio giorno fine inizio parte metà maggioranza unanimità piena suo sua suoi sue loro
    """.split()
)
# Bodies and offices that every town or country has: their names do not say what a title is about.
BODIES = frozenset(
    """
    stato regione provincia comune municipio asl ausl ats arpa inps inail enel anas hera rfi trenitalia tar
    procura questura prefettura soprintendenza tribunale corte appello assise cassazione consulta cnr bce ue unione
    europea europeo commissione camera camere senato parlamento governo consiglio giunta interno economia giustizia
    difesa esteri infrastrutture ambiente sanità istruzione cultura lavoro agricoltura salute finanza guardia costiera
    arma carabinieri polizia protezione civile vigili esercito marina aeronautica croce rossa forestale municipale
    locale stradale nas ris digos scientifica consob antitrust agcom banca banche centrale bankitalia cgil cisl uil uilm
    fiom coldiretti confindustria confcommercio pnrr chiesa curia diocesi università
    ottocento novecento settecento seicento cinquecento quattrocento trecento duecento medioevo rinascimento
    """.split()
)
# They are about something that is not told.
_ABOUT_IT = frozenset("fascicolo esposto ricorso interrogazione querela".split())


def points_back(title: str) -> bool:
    """Whether a title speaks of «la linea», «il catalogo», and not of which.

    >>> points_back("I tecnici dell'Enel hanno ripristinato la linea"), points_back("Il governo salva il ponte di Lugo")
    (True, False)
    """
    words = read_title(title)
    if ": «" in title:
        return _says_nothing_by_name(words)
    if _names_a_work(words):
        return False
    if _holds_office(words):
        return True
    phrases = (words[p.noun : p.end] for p in definite_phrases(words))
    vague = any(_PLAIN.isdisjoint(w.low for w in phrase) for phrase in phrases)
    return vague or not names_of(words) or any(w.low in _ABOUT_IT for w in words)


def _says_nothing_by_name(words: Sequence[Word]) -> bool:
    """«Marta Neri: «Abbiamo fatto l'ultima prova»»: of what, the words do not say."""
    begin = next((k for k, w in enumerate(words) if w.part == "open"), len(words))
    said = words[begin + 1 :]
    definite = any(w.part == "article" and w.low in _LEADS and w.low not in _SOME for w in said)
    return definite and not names_of(said) and not any(w.part == "open" for w in said)


def _holds_office(words: Sequence[Word]) -> bool:
    """«L'amministratore delegato Marco Neri si è dimesso»: of which firm; «la preside Ada Neri»: of which school."""
    for k in range(1, len(words) - 1):
        end = k + 1 + (words[k + 1].part == "noun")
        named = end < len(words) and words[end].part == "name"
        if words[k].low in _OFFICES and words[k - 1].part == "article" and named:
            return not any(w.low in OF for w in words[end : end + 4])
    return False


_OFFICES = frozenset(
    """
    amministratore amministratrice direttore direttrice preside dirigente primario allenatore allenatrice capitano
    curatore curatrice soprintendente
    """.split()
)


def names_of(words: Sequence[Word]) -> list[Word]:
    """The names by which one knows what a title is about: none of «la Regione», «il Tar», «via Roma»."""
    street = _street(words)
    return [w for k, w in enumerate(words) if w.part == "name" and w.low not in BODIES and k not in street]


def _street(words: Sequence[Word]) -> set[int]:
    """Where the name of a street stands: every town has a via Roma."""
    inside: set[int] = set()
    for k, word in enumerate(words):
        end = k + 1
        while word.low in _ROADS and end < len(words) and words[end].part == "name":
            inside.add(end)
            end += 1
    return inside


def _names_a_work(words: Sequence[Word]) -> bool:
    """«Traviata» in quotation marks, not «potenze straniere»."""
    marks = (k for k, w in enumerate(words) if w.part == "open")
    return any(k + 1 == len(words) or words[k + 1].text[:1].isupper() for k in marks)


def about(title: str, topics: Sequence[str]) -> str:
    """The title with the first of the topics in front that it does not speak of itself, if there is room.

    >>> about("I tecnici hanno ripristinato la linea", ["nevicata sull'Appennino"])
    "Nevicata sull'Appennino, i tecnici hanno ripristinato la linea"
    """
    words = read_title(title)
    told, points = _spoken_of(words), any(True for _ in definite_phrases(words))
    new = {t.partition(" ")[2] for t in topics if t.startswith(("nuovo ", "nuova "))}
    for topic in topics:
        if told & _spoken_of(read_title(topic[0].upper() + topic[1:])):
            return title
        if not points and topic.removeprefix("nuovo ").removeprefix("nuova ") in new:
            continue  # «dimessa una donna» is not told of «nuovo pronto soccorso», which is yet to open
        if topic.split(" ")[0] in _MISHAPS and not _MISHAPS.isdisjoint(w.low for w in words):
            topic = height_of(topic)  # another fire, on the same mountain
            if not topic:
                continue
        first, _, rest = title.partition(" ")
        named = first[1:2].isupper() or words[0].part == "name" or first in given_names()
        small = first if named and not is_event_noun(first.lower()) else first[:1].lower() + first[1:]
        for told_shorter in (topic, _without_town(topic)):
            longer = f"{told_shorter[0].upper()}{told_shorter[1:]}, {small} {rest}"
            if len(longer) <= LIMIT:
                return longer
    return title


_HEIGHT = re.compile(r"(?:monte|lago|isola|valle|val|colle|passo|bosco) [A-ZÀ-Ý][\w’'-]+\Z")


def _without_town(topic: str) -> str:
    """«biblioteca Ariostea» of «biblioteca Ariostea di Ferrara», where a name is left."""
    short, of, town = topic.rpartition(" di ")
    named = any(w[:1].isupper() for w in short.split(" ")[1:])
    return short if of and named and is_comune(town) else topic


def _spoken_of(words: Sequence[Word]) -> set[str]:
    """The nouns and names, singular or plural; «Banca» is not yet the same bank."""
    said = (w for w in words if w.part == "noun" or (w.part == "name" and w.low not in BODIES))
    return {w.low[:-1] for w in said if len(w.low) > 3}
