"""The laws of extraction: what stood in the files before a run, against what stands in them after it.

The ledger learns what an editor did by comparing the files with those that the last run left: no action has to tell it.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable

from newsroom import Newsroom
from sheets import FOLLOWING, PASSAGE, Entry, Key, Passage, Span, entries_of, files_of, key_of

from timeline.dates.edtf import format_edtf
from timeline.events.model import Event
from timeline.store.holdings import Holding, load_holdings

DATE = {"date", "time", "date_text"}
TOKEN = re.compile(r"MIO\d+MIO")
SCHEMA = re.compile(r"# yaml-language-server:.*")


class Ledger:
    """*mine*: the fields of an event that an editor changed, by what proves it; "*" where editors joined or split it.

    *words*: the same of each passage, with what they wrote. *deleted*: what editors took out. *parted*: what they
    split. *sane*: the text, before it went wrong, of files that do not parse. *renamed*: articles that have another
    name since the last run. *told*: what each article told when it was last read. *doubtful*: what a killed run had
    just written, or taken out, of a file that an editor then took out: the next run may know it or not.
    """

    def __init__(self, room: Newsroom, joinable: frozenset[str] = frozenset()) -> None:
        self.room = room
        self.joinable = joinable
        self.mine: dict[Key, set[str]] = defaultdict(set)
        self.words: dict[Key, set[tuple[str, str]]] = defaultdict(set)
        self.ours: dict[tuple[Key, str], object] = {}
        self.deleted: set[Key] = set()
        self.doubtful: set[Key] = set()
        self.parted: set[frozenset[Key]] = set()
        self.ids: set[object] = set()
        self.sane: dict[str, str] = {}
        self.renamed: dict[str, str] = {}
        self.seen: list[Entry] = []
        self.told: dict[str, set[Key]] = {}

    def read(self, texts: dict[str, str]) -> list[Entry]:
        return [e for path, text in texts.items() for e in entries_of(path, self.sane.get(path, text), self.renamed)]

    def remember(self) -> None:
        """What the program left: what differs from it next time is an editor's doing."""
        self.seen = self.read(files_of(self.room))
        self.ids |= {e.fields.get("id") for e in self.seen if e.keys}
        self.doubtful -= {key for e in self.seen for key in e.keys}

    def rename(self, old: str, new: str) -> None:
        self.renamed[old] = new

        def named(key: Key) -> Key:
            return (new, key[1]) if key[0] == old else key

        self.ours = {(named(key), name): value for (key, name), value in self.ours.items()}
        for table in (self.mine, self.words):
            for key in [k for k in table if k[0] == old]:
                table[named(key)] = table.pop(key)
        self.deleted = {named(k) for k in self.deleted}
        self.doubtful = {named(k) for k in self.doubtful}
        self.parted = {frozenset(map(named, group)) for group in self.parted}
        if old in self.told:
            self.told[new] = set(map(named, self.told.pop(old)))
        self.seen = self.read(files_of(self.room))

    # What the editor did

    def observe(self) -> None:
        """Learn what the editor changed since the last run."""
        now = self.read(files_of(self.room))
        for entry in now:
            sources = [s for s in self.seen if s.keys & entry.keys]
            alone = not any(o.keys & entry.keys for o in now if o is not entry)
            if len(sources) == 1 and sources[0].keys == entry.keys and alone:
                changed = differing(sources[0].fields, entry.fields) - {"mentions"}
                self.note_what_was_ours(sources[0], entry, changed)
                for there in entry.passages:
                    of_the_same = (p for p in sources[0].passages if p.key == there.key)
                    self.words[there.key] |= min((typed(was, there) for was in of_the_same), key=len)
            else:
                joined = sources and not any(entry.keys <= s.keys for s in sources)
                changed = {"*", "joined"} if joined else {"*"}
                for key in entry.keys:
                    self.mine[key] |= changed
        for source in self.seen:
            holders = [e for e in now if e.keys & source.keys]
            if len(holders) > 1 and "joined" not in self.changed(source):
                self.parted.add(source.keys)
        here = {key for e in now for key in e.keys}
        self.deleted |= {key for s in self.seen for key in s.keys} - here
        self.deleted -= here

    def note_what_was_ours(self, was: Entry, there: Entry, changed: set[str]) -> None:
        """A field is the editor's until it stands again as we wrote it."""
        for key in there.keys:
            for name in changed:
                ours = self.ours.setdefault((key, name), was.fields.get(name))
                if name in self.mine[key] and ours == there.fields.get(name):
                    self.mine[key].discard(name)
                    del self.ours[key, name]
            changed = {name for name in changed if (key, name) in self.ours}
            self.mine[key] |= changed

    def forgive(self, before: list[Entry]) -> None:
        """The editor took our word: what differs from *before* is ours again."""
        self.remember()
        for entry in self.seen:
            was = next((b for b in before if b.keys == entry.keys), None)
            if was is not None and was.fields != entry.fields:
                for key in entry.keys:
                    for name in differing(was.fields, entry.fields):
                        self.mine[key].discard(name)
                        self.ours.pop((key, name), None)

    def excuse(self, paths: set[str], known: set[Key]) -> None:
        """Files edited in the middle of a run that was killed: whose is what is not known there any more."""
        left = {key for entry in self.seen for key in entry.keys}
        self.doubtful |= (self.deleted - known) | (known - self.deleted - left)
        self.deleted -= self.doubtful
        for entry in self.read(files_of(self.room)):
            if entry.path in paths:
                for key in entry.keys:
                    self.mine[key].add("?")
        self.remember()

    def changed(self, entry: Entry) -> set[str]:
        """The fields that are an editor's; a date is one thing said in four of them."""
        found = {name for key in entry.keys for name in self.mine[key]}
        return found | DATE | {"confidence"} if found & DATE else found

    def is_frozen(self, entry: Entry, among: list[Entry]) -> bool:
        """Published, or one of several that came from one."""
        if entry.is_published:
            return True
        if "joined" in self.changed(entry) or self.stands_apart(entry, among):
            return False
        others = [o for o in among if o is not entry]
        near = entry.keys | {k for group in self.parted if group & entry.keys for k in group}
        return any(o.keys & near or is_bare_copy(o, entry) for o in others)

    def stands_apart(self, entry: Entry, among: list[Entry]) -> bool:
        """Whether a fact that articles tell together stands in several events, some of them an editor's."""
        shared = self.facts(entry) & self.joinable
        return any(o is not entry and self.facts(o) & shared for o in among)

    def facts(self, entry: Entry) -> set[str]:
        return {fact for _, fact in entry.keys}

    def present(self) -> set[str]:
        """The articles that are in this clone."""
        return {p.stem for p in (self.room.root / "content/articles").glob("*.md")}

    # The laws

    def judge(self, before: dict[str, str]) -> None:
        """Everything that must hold after a run that found *before*."""
        self.note_what_is_told()
        after = files_of(self.room)
        was, now = self.read(before), self.read(after)
        self.keeps_every_word(before, after)
        for path, old in before.items():
            self.keeps_its_shape(path, old, after.get(path, ""))
            if path not in self.sane:
                self.keeps_what_is_not_ours(path, old, after.get(path, ""), was, now)
        back = self.deleted & {key for e in now for key in e.keys}
        assert not back, f"deleted, and back: {back}"
        stood = {(key, e.path) for e in was for key in e.keys if e.keys}
        known = {key for key, _ in stood}
        # What an editor calls two comes apart: the one goes to where its article's events stand.
        apart = {(key, name) for e in was for key in e.keys for name in texts_of(e.fields.get("not_same_as"))}
        moved = [
            (k, e.path)
            for e in now
            for k in e.keys
            if k in known and k[1] not in self.joinable and (k, e.fields.get("id")) not in apart
        ]
        moved = [pair for pair in moved if pair not in stood]
        assert not moved, f"moved to another file: {moved}"
        self.share_what_is_told_together(was, now)
        self.forget_what_came_apart(was, now)
        if not self.sane:
            self.follows(now, after)
            self.tells_everything(was, now)

    def keeps_every_word(self, before: dict[str, str], after: dict[str, str]) -> None:
        text = "".join(after.values())
        lost = [t for t in TOKEN.findall("".join(before.values())) if t not in text]
        assert not lost, f"an editor's words are lost: {lost}"

    def note_what_is_told(self) -> None:
        """Of an article that is not in this clone, what was told when it was last read goes on being told."""
        told = self.room.tells()
        for article in self.present():
            now = {key for key in told if key[0] == article}
            # Beside a file that cannot be read an article may wait: then it is still told as it was.
            self.told[article] = now & self.told.get(article, now) if self.sane else now

    def share_what_is_told_together(self, was: list[Entry], now: list[Entry]) -> None:
        """What an editor changed in an event is changed whichever passages of the same fact the run gave it or took."""
        shared: dict[Key, tuple[set[str], dict[str, object]]] = {}
        for entry in now:
            if len(self.facts(entry)) != 1 or not self.facts(entry) <= self.joinable:
                continue
            name = entry.fields.get("id")
            called = [e for e in was if e.keys and e.fields.get("id") == name]
            sources = called if name else [e for e in called if e.keys & entry.keys]
            stood = {key for source in sources for key in source.keys}
            if sources and stood != entry.keys:
                fields = {name for key in stood for name in self.mine[key]}
                ours = {name: value for (key, name), value in self.ours.items() if key in stood}
                shared |= dict.fromkeys(entry.keys, (fields, ours))
            elif not sources:
                shared |= {key: (set(), {}) for key in entry.keys}
        for key, (fields, ours) in shared.items():
            self.mine[key] = set(fields)
            self.ours = {pair: value for pair, value in self.ours.items() if pair[0] != key}
            self.ours |= {(key, name): value for name, value in ours.items()}

    def forget_what_came_apart(self, was: list[Entry], now: list[Entry]) -> None:
        """What editors wrote in an event stays there; a passage that it is not the same as goes back to one of ours."""
        for entry in now:
            for source in (s for s in was if len(s.keys) > 1 and s.keys & entry.keys):
                named = entry.fields.get("id") in texts_of(source.fields.get("not_same_as"))
                if len(entry.keys) == 1 and named and entry.fields.get("id") != source.fields.get("id"):
                    (key,) = entry.keys
                    self.mine[key] = set()
                    self.ours = {pair: value for pair, value in self.ours.items() if pair[0] != key}

    def keeps_its_shape(self, path: str, old: str, new: str) -> None:
        if path in self.sane:
            assert new == old, f"{path} does not parse, and was touched"
        assert old.startswith("\ufeff") == new.startswith("\ufeff"), f"{path}: byte order mark"
        if old.count("\r\n") in (0, old.count("\n")) and "\n" in old:
            lines = new.count("\n") if "\r" in old else 0
            assert new.count("\r\n") == lines, f"{path}: line ends"
        if old.strip("\ufeff \r\n") and new.strip("\ufeff \r\n"):
            assert old.endswith("\n") == new.endswith("\n"), f"{path}: the last line's end"

    def keeps_what_is_not_ours(self, path: str, old: str, new: str, was: list[Entry], now: list[Entry]) -> None:
        """Every piece of text outside the values that may change is still there, in its order."""
        here = {(key, e.fields.get("id")) for e in now for key in e.keys if e.path == path}
        text = old.removeprefix("\ufeff")
        free: list[Span] = []
        for entry in was:
            if entry.path == path:
                free += self.free_spans(entry, was, here, text, new)
        at = 0
        for piece in pieces(text, free):
            found = new.find(piece, at)
            assert found >= 0, f"{path}: not ours, and gone or moved: {piece!r}"
            at = found + len(piece)

    def free_spans(
        self, entry: Entry, was: list[Entry], here: set[tuple[Key, object]], text: str, new: str
    ) -> Iterable[Span]:
        """The stretches of an event that a run may write over."""
        changed = self.changed(entry)
        if entry.keys and not {(key, entry.fields.get("id")) for key in entry.keys} & here:
            going = self.may_go(entry, text) or self.is_called_one(entry, was, text)
            assert going, f"an event of the editor's was removed: {text[slice(*entry.span)]}"
            return [entry.span]
        if self.is_frozen(entry, was):
            there = text[slice(*entry.span)]
            for old, name in self.renamed.items():
                there = re.sub(rf"article: {old}\b", f"article: {name}", there)
            assert there in new, f"frozen, and touched: {there}"
            named = [p.spans["article"] for p in entry.passages if "article" in p.spans]
            return named if self.renamed else []
        if not entry.keys and entry.fields.get("id") not in self.ids:
            return []
        stars = bool(changed & {"*", "?"})
        free = [span for name, span in entry.spans.items() if name in FOLLOWING and (stars or name not in changed)]
        for passage in entry.passages:
            theirs = set() if stars else self.words_of(passage)
            names = [*PASSAGE[1:], *(["article"] if self.renamed or not theirs else [])]
            free += [span for name, span in passage.spans.items() if name in names and name not in theirs]
        return free

    def words_of(self, passage: Passage) -> set[str]:
        """The fields of a passage that say what an editor wrote there: of one told anew beside it they may be ours."""
        return {name for name, value in self.words[passage.key] if value == repr(passage.values.get(name))}

    def may_go(self, entry: Entry, text: str) -> bool:
        """Whether an event that nobody tells any more, or that joins another, bears no trace of an editor."""
        untold = all(key not in self.told.get(key[0], set()) for key in entry.keys)
        joined = self.facts(entry) <= self.joinable
        theirs = entry.is_published or TOKEN.search(text[slice(*entry.span)])
        return not theirs and (joined or (untold and self.is_untouched(entry)))

    def is_called_one(self, entry: Entry, was: list[Entry], text: str) -> bool:
        """Whether an event that bears no trace of an editor is called the same as one that has its passages: of two
        copies that stood under one id, the second follows the first into the event that an editor merged it with."""
        if entry.is_published or TOKEN.search(text[slice(*entry.span)]):
            return False
        others = (o for o in was if o is not entry and entry.keys <= o.keys)
        return any(entry.fields.get("id") in texts_of(o.fields.get("same_as")) for o in others)

    def is_untouched(self, entry: Entry) -> bool:
        fields = {name for key in entry.keys for name in self.mine[key]} - {"*", "?"}
        if len(entry.keys) == 1:
            fields.discard("joined")  # what was put together by hand was taken apart by hand
        # A line that an editor added, be it empty.
        fields |= set(entry.fields) - {*FOLLOWING, "status", "id", "mentions"}
        return not entry.is_published and not fields and not any(self.words[key] for key in entry.keys)

    def follows(self, now: list[Entry], after: dict[str, str]) -> None:
        """What no editor touched says what the extractor says; what is no longer told is gone."""
        told, present = self.room.tells(), self.present()
        for entry in now:
            changed = self.changed(entry)
            facts = self.facts(entry)
            if len(facts) != 1 or changed & {"*", "?"} or self.is_frozen(entry, now) or self.stands_apart(entry, now):
                continue
            if facts & self.joinable and changed:
                continue  # kept apart from the others that tell it, it may follow later
            if len(entry.passages) > len(entry.keys):
                continue  # a passage that stands twice in an event is an editor's doing
            if not {article for article, _ in entry.keys} <= present:
                continue
            text = after[entry.path].removeprefix("\ufeff")
            says = next((told[key] for key in sorted(entry.keys) if key in told), None)
            if says is None:
                remark = "#" in SCHEMA.sub("", text[slice(*entry.room)]) or "\n..." in text
                assert remark or not self.is_untouched(entry), f"told no more, and still there: {entry.fields}"
                continue
            shared = facts & self.joinable
            if shared and not {p.stem for p in self.room.records()} <= present:
                continue
            for name in ("title", "people") if shared else FOLLOWING:
                low, high = entry.spans.get(name, (0, 0))
                remark = "#" in text[low : text.find("\n", high)]  # a list with a remark in it or behind it stays
                if name not in changed and not remark:
                    assert entry.fields.get(name) == plain(says, name), f"{name} does not follow: {entry.fields}"
            apart = len(entry.passages) > 1 and not facts <= self.room.joined
            for passage in entry.passages:
                end = passage.span[1]
                if apart and "#" in text[end : text.find("\n", end)]:
                    continue  # told apart by now; a remark behind it keeps it here, as it was
                self.passage_follows(passage, told, text)

    def passage_follows(self, passage: Passage, told: dict[Key, Event], text: str) -> None:
        if passage.key not in told or "#" in text[slice(*passage.span)]:
            return
        (says,) = told[passage.key].mentions
        for name in PASSAGE:
            if name not in self.words_of(passage):
                assert passage.values.get(name) == getattr(says, name), f"{name} does not follow: {passage.values}"

    def tells_everything(self, was: list[Entry], now: list[Entry]) -> None:
        """Each fact that is told, and was not deleted, stands in the files, once unless an editor copied it.

        What is told together with an event that a run may not touch waits for `timeline review` instead.
        """
        before, there = (Counter(key for e in entries for key in e.keys) for entries in (was, now))
        told = set(self.room.tells()) - self.deleted - self.doubtful
        for key in told:
            assert there[key] <= max(before[key], 1), f"told once, and there twice: {key}"
        missing = {key for key in told if not there[key]}
        missing -= self.waiting() if missing else set()
        assert not missing, f"told, and nowhere: {missing}"

    def waiting(self) -> set[Key]:
        """What `timeline review` offers as a further passage of an event, or no more, at an editor’s word."""
        found: set[Key] = set()
        for holding in load_holdings(self.room.root).held:
            if holding.written is not None:
                newer = dict(holding.written.newer).get("mentions", ())
                offered = {key_of(m.article, m.quote) for m in newer}
                silenced = {"mentions", "*"} & set(holding.written.keep)
                found |= {k for k in (self.room.tells() if silenced else offered) if k[1] in self.told_with(holding)}
        return found

    def told_with(self, holding: Holding) -> set[str]:
        """The facts that a run may tell in an event: those that are told together, or that an editor joined."""
        ours = {(m.article, m.quote) for m in holding.written.event.mentions}
        facts = {key_of(*said)[1] for said in ours | {m.ident[::2] for m in holding.standing.mentions}}
        return (facts & self.joinable) | set(re.findall(r"fatto\d+", str(holding.standing.fields.get("same_as"))))


def is_bare_copy(one: Entry, other: Entry) -> bool:
    """Whether two events have one id, and one of them no passage any more that would tell it from the other; or one,
    under the id that we gave, had its passages taken out, and the other tells them under an id of the editor's."""
    ours = {fact for _, fact in other.keys}
    theirs = re.sub(r"-\d+\Z", "", str(other.fields.get("id") or "")) not in ours  # «fatto4-2» is ours as well
    emptied = not one.keys and one.fields.get("id") in ours and theirs
    same = bool(one.fields.get("id")) and one.fields["id"] == other.fields.get("id")
    return emptied or (same and not (one.keys and other.keys))


def texts_of(value: object) -> list[str]:
    """The names in a field that holds one or several; what else an editor left there names nothing."""
    return [v for v in (value if isinstance(value, list) else [value]) if isinstance(v, str)]


def differing(one: dict[str, object], other: dict[str, object]) -> set[str]:
    return {name for name in {*one, *other} if one.get(name) != other.get(name)}


def typed(was: Passage, there: Passage) -> set[tuple[str, str]]:
    """What an editor changed in a passage: fields with the value they have now."""
    return {(name, repr(there.values.get(name))) for name in differing(was.values, there.values)}


def plain(event: Event, name: str) -> object:
    """A field as it stands in a file."""
    value = getattr(event, name)
    if name == "date":
        return format_edtf(value) if value else None
    return list(value) or None if isinstance(value, tuple) else value or None


def pieces(text: str, free: list[Span]) -> list[str]:
    """What stands outside the free stretches, line by line, without the punctuation that YAML may need otherwise."""
    out, at = [], 0
    for low, high in [*sorted(free), (len(text), len(text))]:
        if low > at:
            out.append(text[at:low])
        at = max(at, high)
    parts = [part.strip(" \t,-[]{}") for piece in out for part in re.split(r"\r?\n|, (?=[\w-]+: )", piece)]
    return [part for part in parts if part]
