"""The text of an article without what a page adds to it: invisible characters, adverts, rights lines, signatures."""

from __future__ import annotations

import html
import re
import unicodedata

# Spaces that look like a space and break a search; a line end of any system.
_SPACES = re.compile("[\t\v\f\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\x00-\x08\x0e-\x1f\x7f]")
_TAGS = re.compile(r"<(?:/?(?:p|br|div|span|b|i|em|strong|a|h[1-6]|ul|li|figure|figcaption|img)\b[^<>]*)>", re.I)
_BREAKING_TAGS = re.compile(r"</?(?:p|br|div|h[1-6]|li|figure)\b[^<>]*>", re.I)

# Whole lines that are the page's, not the article's.
_JUNK = re.compile(
    r"""^[\W_]*(?:
        (?:leggi|vedi|guarda|ascolta)\ (?:anche|qui|pure)\b.*
      | (?:l['’]articolo\ )?continua\ (?:a\ leggere|dopo\ la\ pubblicità).*
      | (?:per\ approfondire|articoli\ correlati|potrebbe\ interessarti.*|ti\ potrebbe\ interessare.*)
      | (?:tutti\ i\ )?diritti\ (?:sono\ )?riservati.*
      | .{0,40}riproduzione\ (?:è\ )?(?:riservata|vietata).*
      | copyright\b.*
      | pubblicità
      | (?:condividi|stampa|commenta|invia|salva|ascolta|facebook|twitter|whatsapp|telegram|e-?mail|x)
      | condividi\ (?:su|l['’]articolo|questo)\b.*
      | iscriviti\ (?:alla|al|qui)\b.*
      | (?:seguici|segui)\ (?:su|anche)\b.*
      | tempo\ di\ lettura\b.*
      | \d+\ min(?:uti)?\ (?:di\ lettura)?
    )[\W_]*$""",
    re.I | re.X,
)
_CREDIT = re.compile(
    r"""^(?:[©(\[]*\s*©.*
      | \(?\s*(?:foto|immagine|fotografia|credit[is]?|ph\.?)(?:\s+di|\s*[:/©-]|\s*\().*
      | .{0,40}\b(?:Keystone|Getty\ Images|Shutterstock|Ansa\ Foto|Reuters\ Pictures)\W*)$""",
    re.I | re.X,
)


def clean_text(text: str) -> str:
    """The text as one would retype it: plain spaces, one line end, no entities, no tags, at most one blank line.

    Quotation marks, apostrophes and accents stay as they are.

    >>> clean_text("Era&nbsp;il\\u00a03 maggio.\\r\\n\\r\\n\\r\\nPoi  tacque. ")
    'Era il 3 maggio.\\n\\nPoi tacque.'
    """
    if "<" in text:
        text = _TAGS.sub("", _BREAKING_TAGS.sub("\n", text))
    if "&" in text:
        text = html.unescape(text)
    text = (
        text.replace("\r\n", "\n")
        .replace("\r", "\n")
        .replace("\u2028", "\n")
        .replace("\u2029", "\n\n")
        .replace("\x85", "\n")
    )
    text = unicodedata.normalize("NFC", _SPACES.sub(" ", _INVISIBLE.sub("", text)))
    text = re.sub(" {2,}", " ", text)
    text = re.sub(r" ?\n ?", "\n", text)
    return re.sub(r"\n{3,}", "\n\n", text).strip()


def is_credit(line: str) -> bool:
    """Whether a line says who took the picture.

    >>> is_credit("©Kristina Kormilitsyna"), is_credit("Foto: Ansa"), is_credit("La foto fece il giro del mondo.")
    (True, True, False)
    """
    return bool(_CREDIT.match(line))


def is_junk(line: str) -> bool:
    """Whether a line belongs to the page around the article.

    >>> is_junk("LEGGI ANCHE: Il trattato"), is_junk("© RIPRODUZIONE RISERVATA"), is_junk("La riproduzione è lenta.")
    (True, True, False)
    """
    return bool(_JUNK.match(line))


def clean_body(text: str, author: str = "") -> str:
    """The body alone: page furniture, picture credits and the signature at the end taken out."""
    kept = [line for line in clean_text(text).split("\n") if not is_junk(line) and not is_credit(line)]
    while kept and (not kept[-1] or _is_signature(kept[-1], author)):
        kept.pop()
    return clean_text("\n".join(kept))


def _is_signature(line: str, author: str) -> bool:
    """«Michele Montanari», «(m.m.)», «di Anna Rossi», «Redazione» as the last line."""
    bare = line.strip(" ()[]*_—–-")
    if author and bare.casefold().removeprefix("di ") == author.casefold():
        return True
    if re.fullmatch(r"(?:[a-z]{1,3}\.){2,3}|red(?:azione)?\.?", bare, re.I):
        return True
    return bool(
        re.fullmatch(r"(?:di )?[A-ZÀ-Ý][\w’'-]+(?: (?:d[aei]|de[il]|della|von|van))?(?: [A-ZÀ-Ý][\w’'-]+){1,2}", bare)
    )
