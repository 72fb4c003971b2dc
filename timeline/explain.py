"""What `timeline why` prints: each expression, its date, and the reason in one sentence."""

from __future__ import annotations

from datetime import date, datetime

from timeline.dates.edtf import format_edtf
from timeline.events.model import Article
from timeline.italian.prose import date_in_words, day_in_words
from timeline.tagger import Timex, tag

_WIDTH = 60


def explain(article: Article) -> str:
    """All the article's expressions in order, under the date they are read against.

    Each takes three lines: the words around it, what they come to, why; the rule's name stands last, for whoever wants
    to mend it.
    """
    found = tag(article.text, article.published, article.dates_from)
    head = f"letto rispetto a {_moment_in_words(article.published)}"
    if not found:
        return f"{head}: nessuna espressione di tempo"
    return "\n\n".join([head, *(_told(t, article.text) for t in found)])


def _told(t: Timex, text: str) -> str:
    meaning = f"{format_edtf(t.period)}  {date_in_words(t.period, t.time)}" if t.period else "nessun giorno"
    mark = f", {t.mod}" if t.mod else ""
    return "\n".join(
        [_in_context(t, text), f"    {meaning}", f"    {t.why}", f"    regola {t.rule}: {t.type} {t.value}{mark}"]
    )


def _in_context(t: Timex, text: str) -> str:
    """The expression in guillemets, with the words on either side as far as a line has room.

    A line break within stands as a space, so that each expression keeps to one line.
    """
    room = max(0, _WIDTH - (t.end - t.start)) // 2
    before = " ".join(text[max(0, t.start - room) : t.start].split("\n")[-1].split())
    after = " ".join(text[t.end : t.end + room].split("\n")[0].split())
    if t.start > room and " " in before:
        before = before.partition(" ")[2]
    if t.end + room < len(text) and " " in after:
        after = after.rpartition(" ")[0]
    words = " ".join(text[t.start : t.end].split())
    gap = "" if after[:1] in ",.;:!?»”)" else " "
    return f"{before} «{words}»{gap}{after}".strip()


def _moment_in_words(moment: date | datetime) -> str:
    """«lunedì 28 aprile 2025», with the hour where the article has one."""
    if isinstance(moment, datetime):
        return f"{day_in_words(moment.date())}, ore {moment.hour}.{moment.minute:02}"
    return day_in_words(moment)
