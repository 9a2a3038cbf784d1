"""Tracked changes: what Word shows as deleted and inserted until somebody accepts or rejects it."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from lxml import etree

from lawcheck.diagnostics import Edit
from lawcheck.docx.runs import Piece, is_plain, like, overlapping, text_element, touching
from lawcheck.docx.text import WordText
from lawcheck.docx.walker import Run, WordParagraph
from lawcheck.docx.xml import Element, w

# Texts with breaks would need more than a run, and not every character may stand in XML.
_NO_TEXT = re.compile("[\x00-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
# A change inside a change of somebody else, or in the result of a field, would be lost with it.
_CLOSED = frozenset(w(name) for name in ("ins", "del", "moveFrom", "moveTo", "fldSimple"))


class Changes:
    """Makes tracked changes, each with an author, a date and a number of its own."""

    def __init__(self, author: str, date: str, numbers: Iterator[str]) -> None:
        self._author = author
        self._date = date
        self._numbers = numbers
        self._in_fields: dict[Element, set[Element]] = {}

    def place(self, text: WordText, edit: Edit) -> WordParagraph | None:
        """The paragraph where an edit can be a tracked change: all of it in runs that are open to one."""
        paragraph = text.paragraph_at(edit.start)
        if paragraph is None or _NO_TEXT.search(edit.content):
            return None
        if edit.start < paragraph.body_start or edit.end > paragraph.end:
            return None
        runs = _touched(paragraph, edit)
        held = sum(min(end, edit.end) - max(start, edit.start) for start, end, _ in runs)
        whole = bool(runs) and held == edit.end - edit.start and not _holds_more(runs)
        return paragraph if whole and all(self._is_open(run, paragraph) for run in runs) else None

    def make(self, pieces: Sequence[Piece], edit: Edit) -> None:
        """Turns an edit into changes of the paragraph that was cut at its ends into these pieces."""
        if edit.start == edit.end:
            self._insert(pieces, edit)
            return
        touched = touching(pieces, edit.start, edit.end)
        run = touched[0].first
        groups = list(_adjacent(touched))
        for group in groups:
            self._delete(group)
        if edit.content:
            inserted = self._inserted(run, edit.content)
            groups[0][0].last.addnext(inserted)
            for piece in groups[0]:
                piece.last = inserted

    def _insert(self, pieces: Sequence[Piece], edit: Edit) -> None:
        before = touching(pieces, edit.start - 1, edit.start)
        if before:
            inserted = self._inserted(_run_of(before[0].last), edit.content)
            before[0].last.addnext(inserted)
            before[0].last = inserted
            return
        behind = touching(pieces, edit.start, edit.start + 1)[0]
        inserted = self._inserted(_run_of(behind.first), edit.content)
        behind.first.addprevious(inserted)
        behind.first = inserted

    def _delete(self, group: list[Piece]) -> None:
        """Puts adjacent runs into one deletion."""
        deleted = self._mark("del")
        group[0].first.addprevious(deleted)
        for piece in group:
            deleted.append(piece.first)
            for text in piece.first.iterchildren(w("t")):
                text.tag = w("delText")
            piece.first = piece.last = deleted

    def _inserted(self, run: Element, content: str) -> Element:
        inserted = self._mark("ins")
        new = like(run)
        new.append(text_element("t", content))
        inserted.append(new)
        return inserted

    def _mark(self, name: str) -> Element:
        about = {w("id"): next(self._numbers), w("author"): self._author, w("date"): self._date}
        return etree.Element(w(name), about)

    def _is_open(self, run: Run, paragraph: WordParagraph) -> bool:
        if not is_plain(run, paragraph):
            return False
        for parent in run[2].iterancestors():
            if parent is paragraph.element:
                break
            if parent.tag in _CLOSED:
                return False
        root = paragraph.element.getroottree().getroot()
        if root not in self._in_fields:
            self._in_fields[root] = _runs_in_fields(root)
        return run[2].getparent() not in self._in_fields[root]


def narrowed(text: str, paragraph: WordParagraph, edit: Edit) -> Edit:
    """An edit without what it leaves as it is where its runs differ: that is to keep its formatting."""
    old = text[edit.start : edit.end]
    if len(overlapping(paragraph.runs, edit.start, edit.end)) < 2 or old == edit.content:
        return edit
    head = _equal(old, edit.content)
    tail = _equal(old[head:][::-1], edit.content[head:][::-1])
    return Edit(edit.start + head, edit.end - tail, edit.content[head : len(edit.content) - tail])


def _equal(first: str, second: str) -> int:
    """How many characters two texts have in common at their start."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(first, second, strict=False)))


def _touched(paragraph: WordParagraph, edit: Edit) -> Sequence[Run]:
    """The runs that an edit changes, or beside which it inserts: before the place rather than behind it."""
    if edit.start < edit.end:
        return overlapping(paragraph.runs, edit.start, edit.end)
    before = overlapping(paragraph.runs, edit.start - 1, edit.start)
    return before or overlapping(paragraph.runs, edit.start, edit.start + 1)


def _holds_more(runs: Sequence[Run]) -> bool:
    """Whether there is something between characters of one run that would be deleted with them: the sign of a note."""
    for (_, _, first), (_, _, second) in pairwise(runs):
        if first.getparent() is not second.getparent():
            continue
        for element in first.itersiblings():
            if element is second:
                break
            if element.tag != w("lastRenderedPageBreak"):
                return True
    return False


def _adjacent(pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
    """Pieces in groups that follow one another immediately."""
    group: list[Piece] = []
    for piece in pieces:
        if group and group[-1].last.getnext() is not piece.first:
            yield group
            group = []
        group.append(piece)
    yield group


def _run_of(element: Element) -> Element:
    """The run whose formatting an insertion beside an element takes on."""
    return element if element.tag == w("r") else next(element.iter(w("r")))


def _runs_in_fields(root: Element) -> set[Element]:
    """The runs between the beginning and the end of fields."""
    found: set[Element] = set()
    depth = 0
    for element in root.iter(w("r"), w("fldChar")):
        if element.tag == w("r"):
            if depth:
                found.add(element)
        elif element.get(w("fldCharType")) == "begin":
            depth += 1
        elif element.get(w("fldCharType")) == "end":
            depth = max(0, depth - 1)
    return found
