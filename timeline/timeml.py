"""A text with its time expressions marked inline, as TimeML 1.2.1 has it: for the programs of the research world."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime
from xml.sax.saxutils import escape, quoteattr

from timeline.events.model import Article
from timeline.tagger import Timex, tag

_HEAD = """\
<?xml version="1.0" encoding="UTF-8"?>
<TimeML xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
 xsi:noNamespaceSchemaLocation="http://timeml.org/timeMLdocs/TimeML_1.2.1.xsd">
"""
# What XML 1.0 cannot hold, not even as a reference.
_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def timeml(article: Article) -> str:
    """The whole document. Its date of publication is t0; the text is unchanged but for characters XML cannot hold.

    A stretch («dal 3 al 5 maggio») is a DURATION whose ends are empty tags after it, as the specification says.
    """
    text, done, parts = article.text, 0, [_HEAD, _creation(article.published), "\n"]
    number = 1
    for timex in tag(text, article.published, article.dates_from):
        marked = list(_marked(timex, number))
        parts += [_plain(text[done : timex.start]), *marked]
        done, number = timex.end, number + len(marked)
    return "".join([*parts, _plain(text[done:]), "\n</TimeML>\n"])


def _creation(moment: date | datetime) -> str:
    value = moment.isoformat(timespec="minutes") if isinstance(moment, datetime) else moment.isoformat()
    kind = "TIME" if isinstance(moment, datetime) else "DATE"
    return _tag(0, kind, value, value, functionInDocument="CREATION_TIME")


def _marked(timex: Timex, number: int) -> Iterator[str]:
    """The expression's tag, and those of its two ends if it is a stretch."""
    mod = {"mod": timex.mod} if timex.mod else {}
    first, slash, last = timex.value.partition("/")
    if not slash:
        yield _tag(number, timex.type, timex.value, timex.text, **mod)
        return
    ends = {key: f"t{number + 1 + i}" for i, key in enumerate(_points(first, last))}
    yield _tag(number, "DURATION", _length(timex), timex.text, **ends, **mod)
    for i, end in enumerate(_points(first, last).values(), 1):
        yield _tag(number + i, "TIME" if "T" in end else "DATE", end)


def _points(first: str, last: str) -> dict[str, str]:
    """The ends that are known. An open end («dal 2014») has no tag."""
    ends = {"beginPoint": first, "endPoint": last}
    return {key: value for key, value in ends.items() if value.strip(".")}


def _length(timex: Timex) -> str:
    """How long a stretch is, in days; PXX where an end is open."""
    if timex.first is None or timex.last is None:
        return "PXX"
    return f"P{(timex.last - timex.first).days + 1}D"


def _tag(number: int, kind: str, value: str, text: str = "", **more: str) -> str:
    attributes = {"tid": f"t{number}", "type": kind, "value": value, **more}
    told = " ".join(f"{key}={quoteattr(value)}" for key, value in attributes.items())
    return f"<TIMEX3 {told}>{_plain(text)}</TIMEX3>" if text else f"<TIMEX3 {told}/>"


def _plain(text: str) -> str:
    return escape(_NO_XML.sub("\N{REPLACEMENT CHARACTER}", text))
