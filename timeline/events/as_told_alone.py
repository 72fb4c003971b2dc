"""A title stands alone, its date beside it: what the text measures against its story, the title tells by itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from timeline.events.agreement import IMPURE
from timeline.events.printing import LIMIT, join
from timeline.events.referents import article_before
from timeline.events.wording import brief
from timeline.italian.speech import Word
from timeline.italian.tokens import OF
from timeline.italian.verb_groups import UNACCUSATIVE

_HAVE = {"aveva": "ha", "avevano": "hanno"}
_BE = {"era": "è", "erano": "sono"}
# «ha già subito un furto»: measured against what the article tells, which the title does not.
_AGAINST_BEFORE = frozenset("già nuovamente appena ancora anche addirittura persino perfino ormai".split())


def told_alone(words: Sequence[Word]) -> list[Word]:
    """The words of a title without what points at the rest of the article."""
    words = _without_nearby(words)
    told = _without_here(_without_origin(near_past(_by_name(brief(words)))))
    told = _without_last_time(told)
    return _without_then(_without_other(_without_same(_without_next(_once_named(told)))))


def _without_last_time(words: list[Word]) -> list[Word]:
    """«L'opera è stata ispezionata | l'ultima volta»: the last before the article came out."""
    last = [w.low for w in words[-3:]] == ["l'", "ultima", "volta"]
    return words[:-3] if last and len(words) > _FEW and words[-4].part != "preposition" else words


_FEW = 6


def _without_then(words: list[Word]) -> list[Word]:
    """«L'allora ministro Neri» → «Il ministro Neri»: the date stands beside the title."""
    for k in range(1, len(words) - 1):
        then = words[k].low == "allora" and words[k - 1].part == "article" and words[k + 1].part == "noun"
        if then:
            article = article_before(replace(words[k - 1], low=_whole(words, k)), words[k + 1])
            return [*words[: k - 1], article, *words[k + 1 :]]
    return words


def _whole(words: list[Word], k: int) -> str:
    """«il» or «la», of «l'» before «allora»: as the noun ends."""
    return "la" if words[k + 1].low.endswith(("a", "ice")) else "il"


def _without_nearby(words: Sequence[Word]) -> Sequence[Word]:
    """«in via Fabriani, poco distante dalla sede…» and «…, dodicesimo colpo» without what the comma adds."""
    if (
        len(words) > 6
        and words[-1].is_verb("participle")
        and [w.low for w in words[-3:-1]] in (["e", "mai"], ["e", "poi"])
    ):
        return words[:-3]
    for k in range(4, len(words) - 2):
        than = words[k].low == "rispetto" and words[k + 1].part == "preposition" and words[k + 2].low in _THAT_ONE
        if than and len(words) - k < 6:
            return words[:k]  # «del 14 per cento rispetto a quello precedente»
    for k in range(4, len(words) - 1):
        lows = [w.low for w in words[k + 1 : k + 3]]
        near = lows in (
            ["poco", "distante"],
            ["non", "lontano"],
            ["poco", "lontano"],
            ["a", "pochi"],
            ["a", "poca"],
            ["a", "poche"],
        )
        less = [w.low for w in words[-2:]] in (["in", "meno"], ["in", "più"]) and len(words) - k < 6  # than when?
        less = less or _begins_difference(words, k + 1)
        counted = words[k + 1].low.endswith(("esimo", "esima")) and words[k + 2 : k + 3] != []
        if words[k].text == "," and (near or counted or less):
            return words[:k]
    return words


_THAT_ONE = frozenset("quello quella quelli quelle".split())


def _begins_difference(words: Sequence[Word], k: int) -> bool:
    """«…, 22 in meno rispetto al 2018 e cento in meno del 2011»: than when, the title does not say."""
    lows = [w.low for w in words[k : k + 4]]
    return words[k].part == "number" and any(pair in (("in", "meno"), ("in", "più")) for pair in pairwise(lows))


def _by_name(words: Sequence[Word]) -> Sequence[Word]:
    """«la condanna per l’ex direttore della banca, Ugo Neri» → «la condanna per Ugo Neri», where all is too long."""
    stop = len(words) - (words[-1:] != [] and words[-1].part == "mark")
    comma = next((k for k in range(stop - 1, 3, -1) if words[k].text == ","), 0)
    names = words[comma + 1 : stop]
    if not comma or len(names) != 2 or any(w.part != "name" for w in names) or len(join(words[:stop])) <= LIMIT:
        return words
    lead = next((k for k in range(comma - 1, 2, -1) if words[k].low in _TO_WHOM and words[k + 1].part == "article"), 0)
    return [*words[: lead + 1], *names] if lead else words


_TO_WHOM = frozenset({"per", "con", "contro", "da", "a"})


def _once_named(words: list[Word]) -> list[Word]:
    """«La Padana ha annunciato i 62 esuberi della Padana» without the second."""
    for k in range(len(words) - 1, 1, -1):
        named = words[k].part == "name" and " " in words[k].text and words[k - 1].low in OF
        if named and any(words[k].text in w.text for w in words[: k - 1]):
            return [*words[: k - 1], *words[k + 1 :]]
    return words


_HOME = frozenset("residente residenti domiciliato domiciliata domiciliati domiciliate".split())
_POINTING = frozenset("qui qua lì là così".split())


def _without_origin(words: Sequence[Word]) -> list[Word]:
    """«un tunisino di 39 anni residente a Lugo, per furto» → «un tunisino di 39 anni per furto»."""
    begin = next((k for k, w in enumerate(words) if k > 2 and w.low in _HOME and _says_from_where(words, k)), 0)
    if not begin:
        return list(words)
    stop = next((k for k in range(begin, len(words)) if words[k].part == "mark" or words[k].low == "per"), len(words))
    stop += stop < len(words) and words[stop].text == "," and words[stop - 1].part != "mark"
    begin -= words[begin - 1].text == ","
    return [*words[:begin], *words[stop:]]


def _says_from_where(words: Sequence[Word], place: int) -> bool:
    """Whether «residente» says of somebody where he lives: «i residenti» are people."""
    at = any(w.low in ("a", "ad", "in", "nel", "nella") for w in words[place + 1 : place + 4])
    return at and words[place - 1].part in ("noun", "name", "number", "mark", "time")


def _without_here(words: Sequence[Word]) -> list[Word]:
    """The words without «qui», without «così» before an adjective, without «della locale stazione»; not in quotes."""
    if any(w.part == "open" for w in words):
        return list(words)
    out = [w for k, w in enumerate(words) if w.low not in _POINTING or not _points(words, k)]
    if len(out) > 3 and out[0].part == "article" and out[2].low in ("simile", "analogo", "analoga"):
        del out[2]
    at = next((k for k, w in enumerate(out) if w.low in ("locale", "locali") and k > 1), 0)
    if at and out[at - 1].low in OF and out[at + 1 : at + 2] and out[at + 1].part == "noun":
        del out[at - 1 : at + 2]
    return out


def _points(words: Sequence[Word], place: int) -> bool:
    """Whether "qui" or "così" points at the rest of the story: no comparison, no «da qui a»."""
    follows = words[place + 1] if place + 1 < len(words) else words[place]
    if words[place].low == "così":
        return follows.part in ("noun", "article") and not any(w.part == "that" or w.low == "da" for w in words[place:])
    verb = words[place - 1].verb if place and words[place - 1].is_verb("finite") else None
    if verb is not None and verb.lemma == "essere":
        return False  # «l'assessore sarà qui»
    return not place or words[place - 1].part != "preposition"


def near_past(words: Sequence[Word]) -> list[Word]:
    """Each pluperfect of a title in the perfect: «aveva firmato» → «ha firmato», «si era mosso» → «si è mosso».

    Within quotation marks nothing changes, nor does an imperfect: «era chiuso», «aveva sei anni».
    """
    out: list[Word] = []
    quoted = 0
    for k, word in enumerate(words):
        if word.low in _AGAINST_BEFORE and k and (words[k - 1].verb or words[k - 1].low == "con") and not quoted:
            continue
        quoted += (word.part == "open") - (word.part == "close")
        now = None if quoted > 0 else _HAVE.get(word.low) or _BE.get(word.low)
        out.append(_in_present(word, now) if now and _is_auxiliary(words, k) else word)
    return out


def _in_present(word: Word, text: str) -> Word:
    verb = replace(word.verb, tense="present") if word.verb else None
    return replace(word, text=text.capitalize() if word.text[0].isupper() else text, low=text, verb=verb)


def _is_auxiliary(words: Sequence[Word], place: int) -> bool:
    """Whether a participle follows that makes it one, an adverb at most between: «era già partito»."""
    after = [w for w in words[place + 1 : place + 4] if w.part not in ("adverb", "not")]
    if not after or not after[0].is_verb("participle") or after[0].verb is None:
        return False
    reflexive = place > 0 and words[place - 1].low in ("si", "s'")
    return words[place].low in _HAVE or reflexive or after[0].verb.lemma in (*UNACCUSATIVE, "essere")


def _begins_detail(words: Sequence[Word], place: int) -> bool:
    """«all’interno del centro e in particolare dello store»: what narrows down may go."""
    return words[place].low in ("in", "soprattutto") and words[place + 1].low in ("particolare", "particolar", "nel")


_SAME = frozenset("stesso stessa stessi stesse medesimo medesima".split())
_VOWELS = tuple("aeiouàèéìòù")


def _without_next(words: list[Word]) -> list[Word]:
    """The words before a colon that explains, and before «, e la Soprintendenza» whose verb is not there."""
    least = 1 if words and words[0].is_verb("participle") else 3  # «Prevista l’inaugurazione: ospite…»
    colon = next(
        (k for k, w in enumerate(words[:-1]) if w.text == ":" and k > least and words[k + 1].part != "open"), 0
    )
    words = words[:colon] if colon else words
    more = next((k for k, w in enumerate(words[:-1]) if k > 4 and _begins_detail(words, k)), 0)
    words = words[:more] if more else words
    comma = next((k for k in range(len(words) - 2, 3, -1) if words[k].text == "," and words[k + 1].part == "and"), 0)
    return words[:comma] if comma and not any(w.verb and w.verb.tense for w in words[comma:]) else words


def _without_same(words: list[Word]) -> list[Word]:
    """«arrestato a Lugo per lo stesso reato» → «arrestato a Lugo»: same as what, the title does not say."""
    words = _that_one(words)
    at = next((k for k, w in enumerate(words) if w.low in _SAME and k > 4), 0)
    if at and words[at - 1].part == "article" and words[at - 2].part == "preposition":
        return words[: at - 2]
    last = len(words) - _TWO
    if last > 2 and words[last].low in _SAME and words[last - 1].part == "preposition":
        return words[: last - 1]  # «terminerà alla stessa ora»
    return words


_TWO = 2


def _that_one(words: list[Word]) -> list[Word]:
    """«ha interessato lo stesso piazzale» → «il piazzale»: an object is the same as none in a title."""
    for k in range(1, len(words) - 2):
        verb, article, same, noun = words[k - 1], words[k], words[k + 1], words[k + 2]
        plain = article.low in _DEFINITE and article.part == "article" and noun.part == "noun"
        if plain and same.low in _SAME and verb.part == "verb":
            return [*words[:k], article_before(article, noun), *words[k + 2 :]]
    return words


def _without_other(words: list[Word]) -> list[Word]:
    """«Un altro incendio» → «Un incendio», «altri due milioni» → «due milioni»: besides which, a title cannot say."""
    if any(w.part == "open" for w in words):
        return words
    out: list[Word] = []
    for k, word in enumerate(words):
        before, behind = out[-1] if out else None, words[k + 1 : k + 3]
        if word.low in ("altri", "altre") and [w.part for w in behind] == ["number", "noun"]:
            if before is None or (before.low not in _DEFINITE and before.part != "preposition"):
                continue
        elif before is not None and before.low in ("un", "un'") and _is_one_more(words, k):
            text = _indefinite(behind[0].low, feminine=word.low == "altra")
            shown = text.capitalize() if before.text[0].isupper() else text
            end = behind[0].start if text == "un'" else before.start + 1
            out[-1] = replace(before, text=shown, low=text, end=end)
            continue
        out.append(word)
    return out


def _is_one_more(words: Sequence[Word], place: int) -> bool:
    """«altro» before what there is one more of: no name in the middle of a title."""
    behind = words[place + 1].part if place + 1 < len(words) else ""
    return words[place].low in ("altro", "altra") and (behind == "noun" or (behind == "name" and place == 1))


_DEFINITE = frozenset("il lo la l' i gli le".split())


def _indefinite(noun: str, *, feminine: bool) -> str:
    if feminine:
        return "un'" if noun.startswith(_VOWELS) else "una"
    return "uno" if IMPURE.match(noun) else "un"
