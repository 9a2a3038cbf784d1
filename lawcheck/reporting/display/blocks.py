"""A document as it is laid out: paragraphs, headings and tables."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

from lawcheck.records import dataclass
from lawcheck.reporting.display.marks import Cutter
from lawcheck.reporting.display.shown import GridCell, ShownBlock, ShownGrid
from lawcheck.structure.document import Document
from lawcheck.text.source import Cell, Source, Table

_LINE = re.compile(r"([^\r\n]*)(\r\n|\r|\n|\Z)")
_SPACE = re.compile(r"\s*")
# A line that is longer is shown as several paragraphs, parted after a sentence.
MOST_IN_PARAGRAPH = 1500
_SENTENCE_END = "。"
# What is cut as markup of HTML or Markdown has its effect, and is not seen itself.
MARKUP = "markup"
_DEEPEST = 6


@dataclass(frozen=True, slots=True)
class Heading:
    """Where a heading begins and ends in the source, and how deep it hangs."""

    start: int
    end: int
    level: int


def blocks(
    source: Source, document: Document, headings: Sequence[Heading], cutter: Cutter
) -> list[ShownBlock | ShownGrid]:
    """What is shown, from top to bottom."""
    return list(_Layout(source, document, headings, cutter).blocks())


class _Layout:
    def __init__(self, source: Source, document: Document, headings: Sequence[Heading], cutter: Cutter) -> None:
        self._source = source
        self._cutter = cutter
        self._tables = document.view.tables
        self._headings = {heading.start: heading for heading in headings}
        self._markup = [(cut.start, cut.end) for cut in document.view.removed_as(MARKUP)]
        self._breaks = sorted(_breaks(source, document, self._headings))
        title = document.title
        self._title = document.source_span(title) if title else (0, 0)
        self._level = 2  # that of the document's name, above its title

    def blocks(self) -> Iterator[ShownBlock | ShownGrid]:
        at = 0
        for number, table in enumerate(_outermost(self._tables), 1):
            yield from self._text(at, table.rows[0][0].start)
            yield ShownGrid(number, tuple(self._rows(table)))
            at = _end(table)
        yield from self._text(at, len(self._source.text))
        if rest := tuple(self._cutter.rest()):
            yield ShownBlock(rest)

    def _text(self, start: int, end: int) -> Iterator[ShownBlock]:
        """The paragraphs of a stretch; after the body what stands elsewhere on the pages is set apart."""
        beyond = self._source.body_end
        if beyond is not None and start <= beyond < end:
            yield from self._paragraphs(start, beyond)
            if self._source.text[beyond:end].strip():
                yield ShownBlock((), style="beyond")
            yield from self._paragraphs(beyond, end)
        else:
            yield from self._paragraphs(start, end)

    def _paragraphs(self, start: int, end: int) -> Iterator[ShownBlock]:
        for match in _LINE.finditer(self._source.text, start, end):
            for first, last, style in self._parts(*match.span(1)):
                # Between paragraphs that markup makes stands their markup, which is not seen.
                closes = self._source.format.line_ends_count or last == match.end(1)
                pieces = tuple(self._cutter.pieces(first, last, closes))
                if any(piece.text.strip() or piece.is_point or piece.anchors for piece in pieces):
                    unseen = all(MARKUP in piece.styles and not piece.mark for piece in pieces)
                    look = (0, "unseen") if unseen else self._look(first, last, style)
                    yield ShownBlock(pieces, *look, first, last)
            if match.end() >= end:
                return

    def _parts(self, start: int, end: int) -> Iterator[tuple[int, int, str]]:
        """A line, parted where paragraphs begin in it, and no part of it too long."""
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
        first = self._behind_markup(start, end)
        if self._title[0] <= first < self._title[1]:
            return 0, "title"
        heading = self._headings.get(first)
        if heading is None or self._behind_markup(heading.end, end) < end:
            return 0, style
        # No level is left out, whatever the document does.
        self._level = min(heading.level + 2, self._level + 1, _DEEPEST)
        return self._level, style

    def _behind_markup(self, start: int, end: int) -> int:
        """Where the first thing that is seen begins, or the end."""
        index = bisect_right(self._markup, start, key=lambda cut: cut[1])
        at = _behind_space(self._source.text, start, end)
        while index < len(self._markup) and self._markup[index][0] <= at < end:
            at = _behind_space(self._source.text, max(at, self._markup[index][1]), end)
            index += 1
        return min(at, end)

    def _rows(self, table: Table) -> Iterator[tuple[GridCell, ...]]:
        for index, row in enumerate(table.rows):
            yield tuple(
                GridCell(
                    tuple(self._paragraphs(cell.start, cell.end)),
                    cell.width,
                    1 + _continued(cell, table.rows, index),
                    cell.start if cell.start == cell.end else 0,
                )
                for cell in row
                if not cell.continued
            )


def _breaks(source: Source, document: Document, headings: Iterable[int]) -> Iterator[int]:
    """Where paragraphs begin inside a line: where line breaks were lost, and where markup makes them."""
    if document.run_on:
        yield from headings
    if not source.format.line_ends_count:
        yield from (document.source_span(paragraph)[0] for paragraph in document.paragraphs)


def _behind_space(text: str, start: int, end: int) -> int:
    match = _SPACE.match(text, start, max(start, end))
    return match.end() if match else start


def _continued(cell: Cell, rows: Sequence[Sequence[Cell]], index: int) -> int:
    """Over how many rows below its own a cell goes on."""
    below = index + 1
    while below < len(rows) and any(
        other.continued and other.column == cell.column and other.start == cell.start for other in rows[below]
    ):
        below += 1
    return below - index - 1


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
    """After its last cell."""
    return max(cell.at if cell.continued else cell.end for row in table.rows for cell in row)
