"""Text to tokens, and tokens to the stretches in which times are read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from timeline.italian.lexicon import lexicon

# Most tokens are words of Latin letters with no stop after them: tried first, at twice the speed. Then abbreviations
# with stops, '90, numbers with their inner marks, other words, a blank line, any other mark.
_TOKEN = re.compile(
    r"""[a-z\u00df-\u00f6\u00f8-\u024f]+(?:'|(?![\w.]))
    |(?:a\.c\.|d\.c\.|c\.m\.|c\.a\.|u\.s\.|p\.v\.)(?!\w)
    |(?:genn?|febb?|mar|apr|mag|giug?|lugl?|agos?|sett?|ott|nov|dic|lun|mer|giov?|ven|sab|dom|h)\.(?=\s*(?:\d|\(|scors|pross|[–—-]))
    |(?<![\w'])'\d\d(?![\d\w'])
    |\d{1,2}[.:]\d\d(?=[–-]\d)
    |\d+[^\W\d_]+
    |(?<!\w)1\s[º°](?![cC])
    |(?<!\w)\d+(?:[.,:/–-]\d+)*[º°ª]?
    |[^\W\d_]+'?
    |\n[ \t\r]*\n\s*
    |[^\w\s]|_""",
    re.VERBOSE,
)
STRETCH_LEFT, STRETCH_RIGHT = 24, 24
_CLOCK_HEADS = frozenset("le alle dalle delle sulle l' all' dall' dell' sull'".split())
_NUMBER_HEADS = _CLOCK_HEADS | frozenset("ore ora h h. nell' del' nel' dal'".split())
_JOINTS = frozenset(",-–—/")


@dataclass(frozen=True, slots=True)
class Tokens:
    """The folded tokens of a text: token n is text[start(n):end(n)]."""

    words: list[str]
    starts: list[int]

    def start(self, n: int) -> int:
        return self.starts[n]

    def end(self, n: int) -> int:
        return self.starts[n] + len(self.words[n])


def fold(text: str) -> str:
    """Small letters, one kind of apostrophe, one kind of space: character for character.

    >>> fold("Quest’OGGI\\u00a0è")
    "quest'oggi è"
    """
    # İ is the one letter whose small form has two characters
    plain = text.replace("’", "'").replace("‘", "'").replace("`", "'").replace("\u00a0", " ").replace("\u202f", " ")
    return plain.replace("İ", "I").lower()


def tokenize(folded: str) -> Tokens:
    """
    >>> tokenize("dall'8 all'11 aprile, alle 15.30.").words
    ["dall'", '8', "all'", '11', 'aprile', ',', 'alle', '15.30', '.']
    """
    words = _TOKEN.findall(folded)
    # Only white space stands between tokens, so each is the next occurrence of itself. Match objects would say so too,
    # but the garbage collector walks them: a text of 10 MB took a third longer.
    starts, at = [], 0
    for word in words:
        at = folded.index(word, at)
        starts.append(at)
        at += len(word)
    return Tokens(words, starts)


def stretches(words: list[str]) -> Iterator[tuple[int, int]]:
    """The stretches of known words around triggers, half-open, in order, none overlapping, each of bounded length."""
    known, triggers, starters = lexicon().known, lexicon().triggers, _starters()
    done, n = 0, len(words)
    # one pass in C speed over all words; Python only around what it finds
    for at in [i for i, w in enumerate(words) if w in starters or w[0] in "0123456789'"]:
        if at < done or not _starts_reading(words, at, triggers):
            continue
        begin = at
        while begin > done and at - begin < STRETCH_LEFT and _is_known(words[begin - 1], known):
            begin -= 1
        end = at + 1
        limit = min(n, at + STRETCH_RIGHT)
        while end < limit and _is_known(words[end], known):
            end += 1
        begin, end = _trim(words, begin, end, at)
        yield begin, end
        done = end


def _starts_reading(words: list[str], at: int, triggers: frozenset[str]) -> bool:
    """A trigger, a number that can be a year, a date or a clock time, or an hour after its article («alle sette»).

    Other numbers say nothing unless a trigger stands after them, and then reading starts there.
    """
    word = words[at]
    if word in triggers or (word[0] == "'" and len(word) == 3):
        return True
    if word[0].isdecimal() and (len(word) == 4 or not word.isdecimal()):
        return True
    return word[0] != "'" and at > 0 and words[at - 1] in _NUMBER_HEADS


def _is_known(word: str, known: dict[str, tuple[tuple[str, object], ...]]) -> bool:
    return word in known or word[0].isdecimal() or word in _JOINTS or (word[0] == "'" and len(word) == 3)


def _trim(words: list[str], begin: int, end: int, trigger: int) -> tuple[int, int]:
    """Without marks and bare conjunctions at the edges: fewer different stretches to read."""
    while begin < trigger and (words[begin] in _JOINTS or words[begin] in _LEFT_EDGES):
        begin += 1
    while end > trigger + 1 and (words[end - 1] in _JOINTS or words[end - 1] in _EDGES) and words[end - 1] not in _LAST:
        end -= 1
    return begin, end


# The forms of «di», alone and with its article.
OF = frozenset("di d' del dello della dell' dei degli delle".split())
_EDGES = frozenset(
    """
    e ed o od che di del dello dell' della dei degli delle d' il lo l' la i gli le a al allo all' alla ai agli alle ad
    da dal dallo dall' dalla dai dagli dalle in nel nello nell' nella nei negli nelle su sul sullo sull' sulla sui
    sugli sulle per con tra fra un una uno un' quel quello quell' quella dopo prima più circa
    """.split()
)


_LEFT_EDGES = frozenset(("e", "ed", "o", "od", "che"))
_LAST = frozenset(("dopo", "prima", "circa"))  # «due giorni dopo»


@cache
def _starters() -> frozenset[str]:
    """The words at which reading may start: triggers, and hours in words."""
    hours = (
        w for w, cats in lexicon().known.items() if any(c == "N" and isinstance(v, int) and v <= 24 for c, v in cats)
    )
    return lexicon().triggers.union(hours)
