"""The text of a document that is pages, and the place of each character on them."""

from array import array
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby, zip_longest
from typing import NamedTuple

from lawcheck.reading.paged.glyphs import Ruled, SeenPage
from lawcheck.reading.paged.page_furniture import furniture_of, notes_of
from lawcheck.reading.paged.page_lines import Line, gutter_of, has_columns, line_of, parts_of, rows_of
from lawcheck.reading.paged.page_paragraphs import SLACK, Placed, goes_on, unit_width
from lawcheck.reading.paged.ruled_tables import GridTable, find_tables
from lawcheck.reading.paged.text_area import TextArea, measure
from lawcheck.text.pages import PageLine, Pages
from lawcheck.text.source import Cell, Source, Table

# Below this recognition is not sure of a character.
DOUBTFUL = 0.8


# The cells of a row: column, width and lines; None for one that continues the cell above.
_Row = list[tuple[int, int, list[Line] | None]]


class _Flow(NamedTuple):
    """What stands one after another: a line in its column, or a table."""

    line: Line | None
    column: int = 0
    table: GridTable | None = None
    page: int = 0


class _Writer:
    """Writes a text, and notes where each character stands."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.size = 0
        self.edges = array("i")
        self.lines: list[PageLine] = []
        self.doubtful: list[tuple[int, int]] = []
        self._numbers: dict[int, int] = {}

    def line(self, line: Line) -> None:
        number = self._numbers[line.page] = self._numbers.get(line.page, 0) + 1
        self.lines.append(PageLine(self.size, line.page, number, line.top, line.bottom))
        for at, glyph in enumerate(line.glyphs):
            self.edges.extend((glyph.left, glyph.right) if glyph else (0, 0))
            if glyph and glyph.sure < DOUBTFUL:
                self._doubt(self.size + at)
        self._add(line.text)

    def _doubt(self, at: int) -> None:
        if self.doubtful and self.doubtful[-1][1] == at:
            self.doubtful[-1] = (self.doubtful[-1][0], at + 1)
        else:
            self.doubtful.append((at, at + 1))

    def mark(self, text: str) -> None:
        self.edges.extend((0, 0) * len(text))
        self._add(text)

    def _add(self, text: str) -> None:
        self.parts.append(text)
        self.size += len(text)

    def last(self) -> str:
        return self.parts[-1][-1:] if self.parts else ""


def paged_source(seen: Sequence[SeenPage], path: str) -> Source:
    """The document on these pages."""
    seen = [page._replace(number=page.number or at) for at, page in enumerate(seen, 1)]
    by_number = {page.number: page for page in seen}
    flows, notes, furniture = _flows(seen)
    writer, tables = _Writer(), []
    measures = _measures(flows, by_number)
    for is_table, group in groupby(flows, key=lambda flow: flow.table is not None):
        if is_table:
            tables += _write_tables([(flow.page, flow.table) for flow in group if flow.table], writer)
        else:
            lines = [Placed(flow.line, measures[_group(flow, by_number)]) for flow in group if flow.line]
            _write_lines(lines, by_number, writer)
    body_end = writer.size
    if notes:
        writer.mark("\n")
        area = measure(notes)
        _write_lines([Placed(line, area) for line in notes], by_number, writer)
    recognised = tuple(page.number for page in seen if page.recognised)
    slants = tuple((page.number, page.slant) for page in seen if page.slant)
    sizes = tuple((page.width, page.height) for page in seen)
    pages = Pages(tuple(writer.lines), sizes, writer.edges, recognised, tuple(writer.doubtful), furniture, slants)
    scanned = True if len(recognised) * 2 > len(seen) else None
    text = "".join(writer.parts)
    return Source(text, path, "", tables=tuple(tables), body_end=body_end, scanned=scanned, pages=pages)


def _flows(seen: Sequence[SeenPage]) -> tuple[list[_Flow], list[Line], tuple[tuple[int, str], ...]]:
    """What stands on the pages, in the order in which it is read; the notes, page numbers and running heads apart."""
    grids, rows_of_pages = [], []
    for page in seen:
        tables, rest = find_tables(page.ruled, page.glyphs)
        grids.append(tables)
        rows_of_pages.append(rows_of(rest))
    gutter = gutter_of(rows_of_pages, [page.width for page in seen])
    lines_of_pages, columns = [], []
    for page, rows in zip(seen, rows_of_pages, strict=True):
        here = gutter if gutter is not None and has_columns(rows, gutter) else None
        parts = [part for row in rows for part in parts_of(row, here)]
        found = {line: column for column, part in parts if (line := line_of(part, page.number))}
        columns.append(found)
        lines_of_pages.append(list(found))
    furniture = furniture_of(lines_of_pages, seen)
    kept = [[line for line in lines if line not in furniture] for lines in lines_of_pages]
    sizes = sorted(line.size for lines in kept for line in lines for _ in line.text)
    body = sizes[len(sizes) // 2] if sizes else 0
    flows: list[_Flow] = []
    notes: list[Line] = []
    for page, lines, tables, column in zip(seen, kept, grids, columns, strict=True):
        below = notes_of(lines, page.ruled, page, body)
        notes += below
        text = [line for line in lines if line not in below]
        flows += _in_order([_Flow(line, column[line], None, page.number) for line in text], tables, page.number)
    told = tuple((line.page, line.text) for lines in lines_of_pages for line in lines if line in furniture)
    return flows, notes, told


def _in_order(lines: Sequence[_Flow], tables: Sequence[GridTable], page: int) -> list[_Flow]:
    """Lines column after column between those of the whole width, and tables where they stand."""
    items = [(flow.line.base, flow) for flow in lines if flow.line]
    items += [(table.top, _Flow(None, 0, table, page)) for table in tables]
    items.sort(key=lambda item: item[0])
    ordered: list[_Flow] = []
    waiting: dict[int, list[_Flow]] = {}
    for _, flow in [*items, (0, _Flow(None))]:
        if flow.column:
            waiting.setdefault(flow.column, []).append(flow)
            continue
        for column in sorted(waiting):
            ordered += waiting[column]
        waiting.clear()
        if flow.line or flow.table:
            ordered.append(flow)
    return ordered


def _group(flow: _Flow, pages: Mapping[int, SeenPage]) -> tuple[int, int]:
    """What has one text area: the column on pages of one width."""
    return pages[flow.page].width, flow.column


def _measures(flows: Iterable[_Flow], pages: Mapping[int, SeenPage]) -> dict[tuple[int, int], TextArea]:
    """The text area of each column."""
    lines: dict[tuple[int, int], list[Line]] = {}
    for flow in flows:
        if flow.line:
            lines.setdefault(_group(flow, pages), []).append(flow.line)
    return {key: measure(group) for key, group in lines.items()}


def _write_lines(lines: Sequence[Placed], pages: Mapping[int, SeenPage], writer: _Writer) -> None:
    before: Placed | None = None
    starts = True
    for here, after in zip_longest(lines, lines[1:]):
        if before:
            ruled = _is_between(pages[here.line.page].ruled, before.line, here.line)
            starts = not goes_on(before, here, after, starts, ruled)
            if starts:
                writer.mark("\n")
            elif _needs_blank(before.line, here.line):
                writer.mark(" ")
        writer.line(here.line)
        before = here
    if before:
        writer.mark("\n")


def _is_between(ruled: Iterable[Ruled], before: Line, line: Line) -> bool:
    """Whether a line is drawn between two others that is longer than what it would underline."""
    if before.page != line.page or before.base >= line.base:
        return False
    return any(
        rule.is_level
        and before.bottom <= rule.top <= line.top + 0.1 * line.size
        and rule.left <= min(before.left, line.left) + line.size
        and rule.right >= max(before.right, line.right) - line.size
        for rule in ruled
    )


def _needs_blank(before: Line, line: Line) -> bool:
    """Whether two words are parted by the end of a line."""
    last, first = before.text[-1], line.text[0]
    return last.isascii() and first.isascii() and (last.isalpha() or last in ",;:.") and first.isalpha()


def _write_tables(tables: Sequence[tuple[int, GridTable]], writer: _Writer) -> list[Table]:
    """Tables one below another; one that goes on overleaf is one."""
    found: list[list[_Row]] = []
    before: tuple[int, GridTable] | None = None
    for page, table in tables:
        rows = _rows(table, page)
        if before and page == before[0] + 1 and _same_columns(table, before[1]):
            _carry_on(found[-1], rows)
        else:
            found.append(rows)
        before = page, table
    return [Table(tuple(_write_row(row, writer) for row in rows)) for rows in found]


def _carry_on(above: list[_Row], rows: list[_Row]) -> None:
    """Adds to a table what stands of it overleaf: without the heading once more, a row that was broken made whole."""
    if _words(rows[0]) == _words(above[0]):
        rows = rows[1:]
    if rows and _is_rest(above[-1], rows[0]):
        above[-1] = [
            (at, width, [*(lines or ()), *(more or ())])
            for (at, width, lines), (*_, more) in zip(above[-1], rows[0], strict=True)
        ]
        rows = rows[1:]
    above += rows


def _is_rest(row: _Row, rest: _Row) -> bool:
    """Whether a row is the rest of the last one of the page before: all that it has goes on there."""
    if [cell[:2] for cell in row] != [cell[:2] for cell in rest] or rest[0][2]:
        return False
    pairs = [(lines, more) for (*_, lines), (*_, more) in zip(row, rest, strict=True) if more]
    return bool(pairs) and all(lines and _cell_goes_on([*lines, more[0]]) for lines, more in pairs)


def _same_columns(table: GridTable, before: GridTable) -> bool:
    return len(table.columns) == len(before.columns) and all(
        abs(a - b) <= 30 for a, b in zip(table.columns, before.columns, strict=True)
    )


def _rows(table: GridTable, page: int) -> list[_Row]:
    """The cells of each row: column, width and lines; None for one that continues the cell above."""
    rows: list[_Row] = [[] for _ in table.rows[1:]]
    for cell in table.cells:
        lines = [line for row in rows_of(cell.glyphs) if (line := line_of(row, page))]
        rows[cell.row].append((cell.column, cell.width, lines))
        for below in range(cell.row + 1, cell.row + cell.height):
            rows[below].append((cell.column, cell.width, None))
    for row in rows:
        row.sort(key=lambda each: each[0])
    return [row for row in rows if any(lines is not None for _, _, lines in row)]


def _words(row: _Row) -> list[str]:
    return ["".join(line.text for line in lines or ()) for _, _, lines in row]


def _write_row(row: _Row, writer: _Writer) -> tuple[Cell, ...]:
    cells: list[Cell] = []
    for at, (column, width, lines) in enumerate(row):
        if at:
            writer.mark("\t")
        start = writer.size
        placed = lines or []
        for index, line in enumerate(placed):
            if index:
                writer.mark("" if _cell_goes_on(placed[: index + 1]) else "\n")
            writer.line(line)
        cells.append(Cell(column, width, start, writer.size, start, lines is None))
    writer.mark("\n")
    return tuple(cells)


def _cell_goes_on(lines: Sequence[Line]) -> bool:
    """Whether the last line of a cell continues the one before: that reached about as far as any."""
    before, line = lines[-2], lines[-1]
    widest = max(each.right for each in lines)
    room = widest - before.right
    return room <= (0 if before.text[-1] in "。；" else unit_width(line)) + SLACK * line.size
