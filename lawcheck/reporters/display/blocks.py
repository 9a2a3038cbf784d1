"""A document as it is laid out: paragraphs, headings and tables."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lawcheck.reporters.display.marks import Cutter
from lawcheck.reporters.display.model import Block, Grid, GridCell
from lawcheck.source import Cell, Source, Table
from lawcheck.structure.model import Document

_LINE = re.compile(r"([^\r\n]*)(\r\n|\r|\n|\Z)")
# A line that is longer is shown as several paragraphs, parted behind a sentence.
MOST_IN_PARAGRAPH = 1500
_SENTENCE_END = "。"
_DEEPEST = 6


@dataclass(frozen=True, slots=True)
class Heading:
    """Where a heading begins and ends in the source, and how deep it hangs."""

    start: int
    end: int
    level: int


def blocks(source: Source, document: Document, headings: Sequence[Heading], cutter: Cutter) -> list[Block | Grid]:
    """What is shown, from top to bottom."""
    return list(_Layout(source, document, headings, cutter).blocks())


class _Layout:
    def __init__(self, source: Source, document: Document, headings: Sequence[Heading], cutter: Cutter) -> None:
        self._source = source
        self._cutter = cutter
        self._headings = {heading.start: heading for heading in headings}
        self._breaks = sorted(self._headings) if document.run_on else []
        title = document.title
        self._title = document.source_span(title) if title else (0, 0)
        self._level = 2  # that of the document's name, above its title

    def blocks(self) -> Iterator[Block | Grid]:
        at = 0
        for number, table in enumerate(_outermost(self._source.tables), 1):
            yield from self._text(at, table.rows[0][0].start)
            yield Grid(number, tuple(self._rows(table)))
            at = _end(table)
        yield from self._text(at, len(self._source.text))

    def _text(self, start: int, end: int) -> Iterator[Block]:
        """The paragraphs of a stretch; behind the body what stands elsewhere on the pages is set apart."""
        beyond = self._source.body_end
        if beyond is not None and start <= beyond < end:
            yield from self._paragraphs(start, beyond)
            if self._source.text[beyond:end].strip():
                yield Block((), style="beyond")
            yield from self._paragraphs(beyond, end)
        else:
            yield from self._paragraphs(start, end)

    def _paragraphs(self, start: int, end: int) -> Iterator[Block]:
        for match in _LINE.finditer(self._source.text, start, end):
            for first, last, style in self._parts(*match.span(1)):
                pieces = tuple(self._cutter.pieces(first, last))
                if any(piece.text.strip() or piece.is_point or piece.anchors for piece in pieces):
                    yield Block(pieces, *self._look(first, last, style))
            if match.end() >= end:
                return

    def _parts(self, start: int, end: int) -> Iterator[tuple[int, int, str]]:
        """A line, where line breaks were lost from heading to heading, and no part of it too long."""
        inside = self._breaks[bisect_right(self._breaks, start) : bisect_left(self._breaks, end)]
        at = start
        for stop in (*inside, end):
            style = ""
            while stop - at > MOST_IN_PARAGRAPH:
                cut = self._source.text.rfind(_SENTENCE_END, at, at + MOST_IN_PARAGRAPH) + 1 or at + MOST_IN_PARAGRAPH
                yield at, cut, style
                at, style = cut, "continued"
            yield at, stop, style
            at = stop

    def _look(self, start: int, end: int, style: str) -> tuple[int, str]:
        """The level of a heading that has the paragraph to itself, and how the paragraph looks."""
        text = self._source.text
        first = start + len(text[start:end]) - len(text[start:end].lstrip())
        if self._title[0] <= first < self._title[1]:
            return 0, "title"
        heading = self._headings.get(first)
        if heading is None or text[heading.end : end].strip():
            return 0, style
        # No level is left out, whatever the document does.
        self._level = min(heading.level + 2, self._level + 1, _DEEPEST)
        return self._level, style

    def _rows(self, table: Table) -> Iterator[tuple[GridCell, ...]]:
        for index, row in enumerate(table.rows):
            yield tuple(
                GridCell(
                    tuple(self._paragraphs(cell.start, cell.end)),
                    cell.width,
                    1 + _continued(cell, table.rows[index + 1 :]),
                )
                for cell in row
                if not cell.continued
            )


def _continued(cell: Cell, below: Sequence[Sequence[Cell]]) -> int:
    """Over how many rows below a cell goes on."""
    count = 0
    for row in below:
        if not any(other.continued and other.column == cell.column and other.start == cell.start for other in row):
            break
        count += 1
    return count


def _outermost(tables: Sequence[Table]) -> Iterator[Table]:
    """The tables that stand in no other one, in order."""
    end = -1
    for table in sorted(filter(_has_cells, tables), key=lambda table: (table.rows[0][0].start, -_end(table))):
        if table.rows[0][0].start >= end:
            yield table
            end = _end(table)


def _has_cells(table: Table) -> bool:
    return bool(table.rows and table.rows[0])


def _end(table: Table) -> int:
    """Behind the line end of its last row."""
    return 1 + max(cell.at if cell.continued else cell.end for row in table.rows for cell in row)
