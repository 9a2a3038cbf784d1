"""Tracked changes: what Word shows as deleted and inserted until somebody accepts or rejects it."""

from collections.abc import Iterator, Sequence

from lxml import etree

from lawcheck.reading.safe_xml import Element
from lawcheck.reading.word.runs import RunPiece, filling, like, text_element, touching
from lawcheck.reading.word.walker import WordParagraph
from lawcheck.reading.word.xml import w
from lawcheck.text.edits import Edit


class Changes:
    """Makes tracked changes, each with an author, a date and a number of its own."""

    def __init__(self, author: str, date: str, numbers: Iterator[str]) -> None:
        self._author = author
        self._date = date
        self._numbers = numbers

    def make(self, pieces: Sequence[RunPiece], edit: Edit) -> None:
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

    def fill(self, paragraph: WordParagraph, content: str) -> None:
        """Writes into an empty paragraph."""
        inserted = self._mark("ins")
        inserted.append(filling(paragraph, content))
        paragraph.element.append(inserted)

    def _insert(self, pieces: Sequence[RunPiece], edit: Edit) -> None:
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

    def _delete(self, group: list[RunPiece]) -> None:
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


def _adjacent(pieces: Sequence[RunPiece]) -> Iterator[list[RunPiece]]:
    """Pieces in groups that follow one another immediately."""
    group: list[RunPiece] = []
    for piece in pieces:
        if group and group[-1].last.getnext() is not piece.first:
            yield group
            group = []
        group.append(piece)
    yield group


def _run_of(element: Element) -> Element:
    """The run whose formatting an insertion beside an element takes on."""
    return element if element.tag == w("r") else next(element.iter(w("r")))
