"""The tables of an HTML text, made as its tags go by; those that only lay out a page are none."""

from collections.abc import Iterator

from lawcheck.records import dataclass
from lawcheck.text.patterns import Pattern
from lawcheck.text.source import Cell, Table

_GROUPS = frozenset(("thead", "tbody", "tfoot"))
# What stands in the cells of a page that is laid out by a table, and hardly in the cells of a table of words.
_PAGE_PARTS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6", "article", "main", "nav", "header", "footer", "form"))
_LINES = frozenset(("p", "div", "br", "li"))
# A cell of more lines holds the text of a page.
_MOST_LINES = 40
# A wider table is none for a reader. This bounds what cells over many rows and columns can make of a short text.
MOST_COLUMNS = 40
_TO_THE_END = 65534
_ATTRIBUTE = Pattern(r"""([A-Za-z]{1,20})\s{0,8}=\s{0,8}(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
_NUMBER = Pattern(r"\s{0,8}([0-9]{1,5})")


class Tables:
    """Those found so far, and those that the current place is in."""

    def __init__(self, text: str) -> None:
        self.found: list[Table] = []
        self._text = text
        self._open: list[_Open] = []

    def tag(self, name: str, closing: bool, start: int, end: int) -> None:
        """Takes a tag and its place; end tags may be missing as HTML allows."""
        if name == "table":
            self._table(closing, start, end)
        elif self._open:
            attributes = _attributes(self._text, start, end) if name in ("td", "th") else {}
            self._open[-1].tag(name, closing, start, end, attributes)

    def characters(self, start: int, end: int) -> None:
        """Takes what stands between two tags; a table with text between its cells is none."""
        if self._open and self._open[-1].is_between_cells and self._text[start:end].strip():
            self._open[-1].is_page = True

    def finish(self) -> list[Table]:
        """All tables; what is open goes on to the end of the text."""
        while self._open:
            self._close(len(self._text))
        return self.found

    def _table(self, closing: bool, start: int, end: int) -> None:
        above = self._open[-1] if self._open else None
        # Only a cell can hold a table; elsewhere the table before has lost its end.
        if above and (closing or not above.in_cell):
            self._close(start)
        elif above:
            above.holds_table = True
        if not closing:
            role = _attributes(self._text, start, end).get("role", "")
            self._open.append(_Open(role in ("presentation", "none")))

    def _close(self, at: int) -> None:
        table = self._open.pop()
        table.end_row(at)
        if table.is_data:
            self.found.append(Table(tuple(table.rows)))


@dataclass(slots=True)
class _Begun:
    """A cell whose end has not come yet."""

    column: int
    width: int
    height: int
    start: int
    lines: int = 0


class _Open:
    """A table whose end has not come yet."""

    def __init__(self, is_page: bool) -> None:
        self.is_page = is_page
        self.holds_table = False
        self.rows: list[tuple[Cell, ...]] = []
        self._is_headed = False
        self._cell: _Begun | None = None
        self._row: list[Cell] = []
        self._in_row = False
        self._column = 0
        # By column: the cells of rows above that go on in this row, and those of this row that go on in the next ones.
        self._above: dict[int, tuple[Cell, int]] = {}
        self._below: dict[int, tuple[Cell, int]] = {}

    @property
    def in_cell(self) -> bool:
        """Whether the current place is in a cell."""
        return self._cell is not None

    @property
    def is_between_cells(self) -> bool:
        """Whether the current place is after a cell and in none."""
        return self._cell is None and bool(self._row or self.rows)

    @property
    def is_data(self) -> bool:
        """Whether it is a table of words; one that holds others is, if it says that it has a head."""
        several = sum(len(row) > 1 for row in self.rows) > 1
        return several and not self.is_page and (self._is_headed or not self.holds_table)

    def tag(self, name: str, closing: bool, start: int, end: int, attributes: dict[str, str]) -> None:
        """Takes a tag that belongs to this table."""
        if name in ("td", "th"):
            self._end_cell(start)
            if not closing:
                self._is_headed = self._is_headed or name == "th"
                self._begin_cell(end, attributes)
        elif name == "tr" or name in _GROUPS:
            self.end_row(start)
            self._in_row = name == "tr" and not closing
            if name in _GROUPS:
                self._above = {}
        elif name in _PAGE_PARTS:
            self.is_page = True
        elif name in _LINES and not closing and self._cell:
            self._cell.lines += 1
            self.is_page = self.is_page or self._cell.lines > _MOST_LINES

    def _begin_cell(self, at: int, attributes: dict[str, str]) -> None:
        self._in_row = True
        while self._column in self._above:
            self._row.append(self._above[self._column][0])
            self._column += self._row[-1].width
        stop = min((column for column in self._above if column > self._column), default=MOST_COLUMNS)
        if self._column >= stop:
            self.is_page = True
            return
        width = min(_number(attributes, "colspan") or 1, stop - self._column)
        height = _number(attributes, "rowspan")
        self._cell = _Begun(self._column, width, _TO_THE_END if height == 0 else height or 1, at)
        self._column += width

    def _end_cell(self, at: int) -> None:
        if self._cell is None:
            return
        column, width, start = self._cell.column, self._cell.width, self._cell.start
        self._row.append(Cell(column, width, start, at, at=start))
        if self._cell.height > 1:
            # One for all rows: it is known by the span of the cell above.
            self._below[column] = (Cell(column, width, start, at, at=at, continued=True), self._cell.height - 1)
        self._cell = None

    def end_row(self, at: int) -> None:
        """The row ends, and the cell in it."""
        self._end_cell(at)
        if not self._in_row:
            return
        if self._row:
            self._row += (self._above[column][0] for column in sorted(self._above) if column >= self._column)
            self.rows.append(tuple(self._row))
        going_on = {column: (cell, left - 1) for column, (cell, left) in self._above.items() if left > 1}
        self._above = going_on | self._below
        self._below, self._row, self._column, self._in_row = {}, [], 0, False


def _attributes(text: str, start: int, end: int) -> dict[str, str]:
    return dict(_pairs(text, start, end))


def _pairs(text: str, start: int, end: int) -> Iterator[tuple[str, str]]:
    for match in _ATTRIBUTE.finditer(text, start, end):
        yield match[1].lower(), match[2] or match[3] or match[4] or ""


def _number(attributes: dict[str, str], name: str) -> int | None:
    """A number as browsers read it: the digits at the beginning; None where there are none."""
    match = _NUMBER.match(attributes.get(name, ""))
    return int(match[1]) if match else None
