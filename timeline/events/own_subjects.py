"""Who does what a clause tells: the subject it has itself, or the one told before."""

from __future__ import annotations

from dataclasses import replace
from itertools import takewhile

from timeline.events.agreement import Agreement, agreement_of, article_of
from timeline.events.antecedents import antecedent
from timeline.events.authors import with_author
from timeline.events.contractions import led_by
from timeline.events.loose_ends import trim_rear
from timeline.events.passage import Passage
from timeline.events.phrases import agreed_by_sum, subject_before
from timeline.events.referents import article_before, introduced
from timeline.events.shown_gender import shown_by
from timeline.events.somebody import somebody_told
from timeline.events.subjects import following_subject, has_subject_after, inherited_subject, is_person, thing_told
from timeline.events.transitive import DONE_TO_PEOPLE
from timeline.events.verb_forms import in_small
from timeline.italian.clauses import Clause
from timeline.italian.speech import Word
from timeline.italian.tokens import OF
from timeline.italian.verb_groups import Group

_PERSONAL = frozenset("lui lei egli ella esso essa loro essi esse quest'ultimo quest'ultima costui costoro".split())


def _hangs_on_time(passage: Passage, clause: Clause) -> bool:
    """«nel secondo semestre, che si è chiuso…»: what the clause tells is told of a time."""
    words = passage.words()
    place = clause.opener - 1
    while place > 0 and words[place].part == "mark":
        place -= 1
    if clause.kind != "relative" or place < 1 or words[place].part != "time":
        return False
    return words[place - 1].low.startswith(("nel", "nell'"))


def one_of_them(passage: Passage, clause: Clause) -> list[Word]:
    """«tre figli, il più grande dei quali ha…» → «il più grande dei tre figli»; [] for other clauses."""
    words, opener = passage.words(), clause.opener
    if opener < 3 or words[opener].low != "quali" or words[opener - 1].low not in ("dei", "delle"):
        return []
    comma = next((k for k in range(opener - 2, max(0, opener - 6), -1) if words[k].text == ","), 0)
    one = words[comma + 1 : opener - 1]
    end = comma
    begin = next((k for k in range(end - 1, max(0, end - 7), -1) if words[k].part in ("mark", "and", "verb")), -1) + 1
    # «con tre incontri»: the noun phrase nearest to the comma
    start = next((k for k in range(begin, end) if words[k].part in ("number", "article")), end)
    many = words[start:end]
    fits = one and one[0].part in ("article", "number") and many and (agreed := agreement_of(many)) and agreed.plural
    if not fits:
        return []
    if many[0].part == "article":
        many = many[1:]
    return [*one, words[opener - 1], *in_small(many)]


def own_subject(passage: Passage, clause: Clause, group: Group) -> list[Word]:
    """The subject the clause has itself, told as a stranger needs it; no pronoun."""
    subject = subject_before(passage, clause)
    words = passage.words()
    if subject and words[clause.opener].low == "cui" and clause.opener and words[clause.opener - 1].part == "article":
        # «la cancelliera, il cui governo…»
        article = article_before(words[clause.opener - 1], subject[0])
        return [article, *subject, *led_by("di", trim_rear(antecedent(passage.sentence, clause)))]
    one = one_of_them(passage, clause)
    if one:
        return one
    relative = clause.kind == "relative" and words[clause.opener].low in ("che", "quale", "quali")
    relative = relative and words[clause.opener - 1].part != "preposition"  # «il fondo, al quale andranno restituiti»
    if relative and not subject and not _hangs_on_time(passage, clause):
        subject = antecedent(passage.sentence, clause)
        agreed = agreement_of(subject)
        both = group.plural and agreed and not agreed.plural and sum(w.part == "article" for w in subject) > 1
        both = both and agreed_by_sum(subject)
        fits = agreed and agreed.plural == group.plural and _fits(passage, group, agreed)
        subject = subject if fits or both else []
    subject = subject or _as_to(passage, clause)
    if not subject or subject[0].low in _PERSONAL or any(w.low in ("quale", "quali") for w in subject):
        return []
    told = introduced(passage, subject, agreeing=group.auxiliary == "essere" or group.passive)
    return with_author(words, told)


def _as_to(passage: Passage, clause: Clause) -> list[Word]:
    """«Quanto all’incrocio, da luglio è illuminato»: what is spoken of is the subject, if it agrees."""
    words, group = passage.words(), clause.group
    first = clause.words[0] if clause.words else 0
    article = article_of(words[first + 1].low) if first + 2 < len(words) and words[first].low == "quanto" else ""
    if not article or group is None or words[first + 1].low[0] != "a":
        return []
    named = takewhile(lambda w: w.part in ("noun", "name") or w.low in OF, words[first + 2 :])
    shape = article.replace("'", "’") if "’" in words[first + 1].text else article
    phrase = [replace(words[first + 1], text=shape, low=article, part="article"), *named]
    agreed = agreement_of(phrase)
    return phrase if agreed and agreed.plural == group.plural and _fits(passage, group, agreed) else []


def _fits(passage: Passage, group: Group, agreed: Agreement) -> bool:
    """Whether a participle with "essere" has the ending of its subject."""
    head = passage.words()[group.head].verb
    if group.auxiliary != "essere" or head is None or head.form != "participle":
        return True
    return agreed.fits(head.feminine, head.plural)


# Nobody does what they say: «domani toccherà a Ugo Neri», «bisognerà aspettare».
_OF_NOBODY = frozenset("toccare spettare bisognare occorrere".split())


def _is_told_by_si(passage: Passage, clause: Clause, group: Group) -> bool:
    """«l'ordinanza con cui si vieta l'uso dell'acqua»: nobody who was told before does it to himself."""
    words = passage.words()
    led = clause.opener > 0 and words[clause.opener - 1].part == "preposition"
    return group.reflexive and clause.kind == "relative" and led and words[clause.opener].low == "cui"


# No person does what they say.
_OF_THINGS = frozenset("scattare scadere decorrere slittare avvenire accadere durare esplodere divampare".split())
# With «si» they say what people do, and nobody does it to himself.
_OF_ANYBODY = frozenset("tornare discutere parlare andare partire arrivare votare lavorare correre passare".split())
_ALLOWING = frozenset("vietare permettere consentire proibire imporre concedere ordinare chiedere".split())


def _is_told_of_nobody(passage: Passage, group: Group) -> bool:
    """«ci sarà una svendita», «ci si rivedrà a marzo»: whoever was told before neither is there nor meets himself."""
    clitics = [w.low for w in passage.words()[group.first : group.last] if w.part == "clitic"]
    words = passage.words()
    follows = next((w for w in words[group.last + 1 : group.last + 3] if w.low not in ("di", "d'")), None)
    if group.passive and group.lemma in _ALLOWING and follows is not None and follows.is_verb("infinitive"):
        return True  # «ai quali sarà vietato vendere alcolici»
    if group.reflexive and not group.plural and group.lemma in _OF_ANYBODY:
        return True  # «si torna a correre a Bassano», «della questione si discuterà»
    there = group.lemma == "essere" and not group.modal and clitics[:1] in (["ci"], ["c'"])
    return there or clitics[:2] == ["ci", "si"]


def subject_told(passage: Passage, clause: Clause, group: Group) -> list[Word]:
    """The subject told before, or the only person the story begins with."""
    if _hangs_on_time(passage, clause) or group.lemma in _OF_NOBODY or _is_told_by_si(passage, clause, group):
        return []
    if _is_told_of_nobody(passage, group):
        return []
    subject = inherited_subject(passage, clause)
    if group.lemma in _OF_THINGS and (not subject or is_person(subject)):
        return []  # «il rischio è la prescrizione: scatterà a novembre»
    if subject:
        return introduced(passage, subject)
    if group.person != 3 or group.plural or group.reflexive or clause.quoted or has_subject_after(passage, clause):
        return []
    shown = shown_by(passage, clause)
    feminine = shown.feminine if shown else None
    found = following_subject(passage, feminine=feminine) or somebody_told(passage, feminine=feminine, after=2)
    if found or not (group.passive and group.is_past) or feminine is None or clause.kind != "main":
        return found
    thing = thing_told(passage, clause, feminine=feminine, plural=False, person=False)
    begin = passage.reading.spans[max(0, passage.place - 1)][0]
    near = thing and thing[0].start >= begin and group.lemma not in DONE_TO_PEOPLE
    return introduced(passage, thing) if near else []
