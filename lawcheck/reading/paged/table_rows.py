"""The rows of ruled tables: the lines of each cell as paragraphs, and tables that go on overleaf made whole."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from lawcheck.reading.paged.page_lines import Line, line_of, rows_of
from lawcheck.reading.paged.page_paragraphs import unit_width
from lawcheck.reading.paged.ruled_tables import GridTable

# A line of a cell may lack so much more than the width of what did not fit, in sizes.
_SLACK = 0.3
# The most that cells leave free beside their text, and how wide columns may differ overleaf; in tenths of a point.
_MOST_PADDING, _ALIKE = 80, 30
_STOPS = "。；;！？"
# What ends with these goes on.
_COMMAS = "，、"
_NUMBER = re.compile("[0-9]+")


class RowCell(NamedTuple):
    """A cell of a row: its column, how many it takes, how much room its lines have, and these lines.

    No lines are there (None) in one that continues the cell above.
    """

    column: int
    width: int
    room: float
    lines: list[Line] | None


class TableRows(NamedTuple):
    """A table. `stops_end` says that in its cells a paragraph ends with each stop at the end of a line."""

    rows: list[list[RowCell]]
    stops_end: bool


def whole_tables(tables: Iterable[tuple[int, int, GridTable]]) -> list[TableRows]:
    """Tables one below another, with their pages and columns; one that goes on in the next of them is one."""
    found: list[list[list[RowCell]]] = []
    before: tuple[int, int, tuple[int, ...]] | None = None
    for page, column, table in tables:
        rows, edges = _rows(table, page), _from_left(table.columns)
        if before and (page == before[0] + 1 or column > before[1]) and (both := _common(edges, before[2])):
            found[-1] = [_in_columns(row, before[2], both) for row in found[-1]]
            _carry_on(found[-1], [_in_columns(row, edges, both) for row in rows])
            edges = both
        else:
            found.append(rows)
        before = page, column, edges
    return [TableRows(rows, _do_stops_end(rows)) for rows in found]


def paragraphs_of(cell: RowCell, stops_end: bool) -> Iterator[list[Line]]:
    """The lines of each paragraph of a cell."""
    lines = cell.lines or []
    starts = [0, *(at for at in range(1, len(lines)) if not _goes_on(lines[at - 1], lines[at], cell.room, stops_end))]
    for start, end in pairwise([*starts, len(lines)]):
        yield lines[start:end]


def _rows(table: GridTable, page: int) -> list[list[RowCell]]:
    cells = [(cell, [line for row in rows_of(cell.glyphs) if (line := line_of(row, page))]) for cell in table.cells]
    # On the right a long word may reach beyond it.
    margins = [line.left - cell.left for cell, lines in cells for line in lines]
    padding = min(_MOST_PADDING, max(0, min(margins, default=0)))
    rows: list[list[RowCell]] = [[] for _ in table.rows[1:]]
    for cell, lines in cells:
        rows[cell.row].append(RowCell(cell.column, cell.width, cell.right - cell.left - 2 * padding, lines))
        for below in range(cell.row + 1, cell.row + cell.height):
            rows[below].append(RowCell(cell.column, cell.width, 0, None))
    for row in rows:
        row.sort(key=lambda each: each.column)
    return [row for row in rows if any(cell.lines is not None for cell in row)]


def _from_left(columns: Sequence[int]) -> tuple[int, ...]:
    """Edges of columns from that of the table: overleaf it may stand elsewhere."""
    return tuple(edge - columns[0] for edge in columns)


def _common(edges: tuple[int, ...], before: tuple[int, ...]) -> tuple[int, ...] | None:
    """The columns of two parts of one table, of which one may have rows whose cells take several of them."""
    few, many = sorted((edges, before), key=len)
    is_within = all(any(abs(edge - other) <= _ALIKE for other in many) for edge in few)
    return many if is_within and abs(few[-1] - many[-1]) <= _ALIKE else None


def _in_columns(row: Iterable[RowCell], edges: Sequence[int], all_edges: Sequence[int]) -> list[RowCell]:
    """The cells of a row in the columns of the whole table."""
    if len(edges) == len(all_edges):
        return list(row)
    places = [min(range(len(all_edges)), key=lambda at: abs(all_edges[at] - edge)) for edge in edges]
    return [
        cell._replace(column=places[cell.column], width=places[cell.column + cell.width] - places[cell.column])
        for cell in row
    ]


def _carry_on(above: list[list[RowCell]], rows: list[list[RowCell]]) -> None:
    """Adds to a table what stands of it overleaf: without the heading once more, a row that was broken made whole."""
    if _words(rows[0]) == _words(above[0]):
        rows = rows[1:]
    if rows and _is_rest(above, rows[0]):
        for at, more in enumerate(rows[0]):
            row = _owner(above, at)
            row[at] = row[at]._replace(lines=[*(row[at].lines or ()), *(more.lines or ())])
        rows = rows[1:]
    above += rows


def _owner(rows: Sequence[list[RowCell]], at: int) -> list[RowCell]:
    """The row in which the cell of the last one begins."""
    column = rows[-1][at].column
    for row in reversed(rows):
        if len(row) > at and row[at].column == column and row[at].lines is not None:
            return row
    return rows[-1]


def _is_rest(above: Sequence[list[RowCell]], rest: Sequence[RowCell]) -> bool:
    """Whether a row is the rest of the last one of the page before: what stands in both parts of a cell goes on."""
    if [cell[:2] for cell in above[-1]] != [cell[:2] for cell in rest]:
        return False
    parts = [(_owner(above, at)[at], more.lines) for at, more in enumerate(rest)]
    pairs = [(cell.lines[-1], more[0], cell.room) for cell, more in parts if cell.lines and more]
    if not pairs or any(_NUMBER.fullmatch(line.text) for line, *_ in pairs):
        return False
    is_sure = not rest[0].lines or any(_goes_on(*pair, True) or pair[0].text[-1] in _COMMAS for pair in pairs)
    return is_sure and all(_goes_on(*pair, False) or pair[0].text[-1] in _COMMAS + "；" for pair in pairs)


def _words(row: Iterable[RowCell]) -> list[str]:
    return ["".join(line.text for line in cell.lines or ()) for cell in row]


def _do_stops_end(rows: Iterable[Sequence[RowCell]]) -> bool:
    """Whether some line of a table that ends with a stop leaves room for what comes next."""
    return any(
        before.text[-1] in _STOPS and not _goes_on(before, line, cell.room, False)
        for row in rows
        for cell in row
        for before, line in pairwise(cell.lines or ())
    )


def _goes_on(before: Line, line: Line, room: float, stops_end: bool) -> bool:
    """Whether a line of a cell continues the one before, which left no room for its beginning."""
    left = room - (before.right - before.left)
    return left <= unit_width(line) + _SLACK * line.size and not (stops_end and before.text[-1] in _STOPS)
