"""A document as it stands in its file, and the lines of its text."""

import re
from bisect import bisect_right
from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING

from lawcheck.records import dataclass, field
from lawcheck.text.file_format import PLAIN, FileFormat

if TYPE_CHECKING:
    from lawcheck.text.layout import Layout
    from lawcheck.text.pages import Pages

_LINE_END = re.compile(r"\r\n?|\n")
# One character by itself is found without trying the pattern at every place.
_LINE_FEED = re.compile("\n")


@dataclass(frozen=True, slots=True)
class Position:
    """A place for people: line and column count from 1, columns in code points."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table: its first column and how many it takes, and the span of its text.

    One that continues the cell above has that one's span; it stands itself, empty, `at` another place.
    """

    column: int
    width: int
    start: int
    end: int
    at: int
    continued: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table that the file, or the markup of its text, has as one, row by row."""

    rows: tuple[tuple[Cell, ...], ...]

    def moved(self, to: Callable[[int, int], tuple[int, int]]) -> "Table":
        """The same table in a text where each span stands elsewhere."""

        # A cell that goes on in many rows is one object in all of them, and stays one.
        @cache
        def there(cell: Cell) -> Cell:
            return Cell(cell.column, cell.width, *to(cell.start, cell.end), to(cell.at, cell.at)[0], cell.continued)

        return Table(tuple(tuple(map(there, row)) for row in self.rows))


@dataclass(frozen=True, slots=True)
class Source:
    """The decoded text of one document, unchanged, line ends included, a byte order mark excluded.

    Every offset that lawcheck reports is a code-point offset into `text`.
    `encoding` and the byte order mark `mark` are those of a file that is a text; of others they are empty.
    A Word file has spans that are seen but stand in none of its runs (`labels`: automatic numbers), tables, the
    paragraphs of its table of contents (`contents`), after `body_end` text boxes, notes, headers and footers, and a
    `layout`. A reader that knows whether the text was recognised from pictures of pages says so (`scanned`).
    Of a file that is pages `pages` has the place of each character on them.
    """

    text: str
    path: str = "-"
    encoding: str = "utf-8"
    format: FileFormat = PLAIN
    mark: bytes = b""
    labels: tuple[tuple[int, int], ...] = ()
    tables: tuple[Table, ...] = ()
    body_end: int | None = None
    contents: tuple[tuple[int, int], ...] = ()
    layout: "Layout | None" = None
    scanned: bool | None = None
    pages: "Pages | None" = None

    @property
    def stored_as(self) -> str:
        """What reports say of the file: the encoding of a text, of any other the name of its format (docx, doc …)."""
        return self.encoding or self.format.name


@dataclass(slots=True)
class LineIndex:
    """Converts between offsets and positions. A line ends with LF, CRLF or CR."""

    text: str
    _starts: list[int] = field(init=False)

    def __post_init__(self) -> None:
        line_end = _LINE_END if "\r" in self.text else _LINE_FEED
        self._starts = [0, *map(re.Match.end, line_end.finditer(self.text))]

    @property
    def count(self) -> int:
        """How many lines there are; after a line end there is always one more."""
        return len(self._starts)

    def position(self, offset: int) -> Position:
        """The line and column of a code-point offset (0 ≤ offset ≤ length of the text)."""
        line = bisect_right(self._starts, offset)
        return Position(line, offset - self._starts[line - 1] + 1)

    def offset(self, position: Position) -> int:
        """The code-point offset of a position: the inverse of `position`."""
        return self._starts[position.line - 1] + position.column - 1

    def line_span(self, line: int) -> tuple[int, int]:
        """Start and end of a line (from 1), the line end excluded."""
        start = self._starts[line - 1]
        stop = self._starts[line] if line < len(self._starts) else len(self.text)
        return start, start + len(self.text[start:stop].rstrip("\r\n"))
