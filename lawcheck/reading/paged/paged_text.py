"""The text of a document that is pages, and the place of each character on them."""

from array import array
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby, zip_longest
from typing import NamedTuple

from lawcheck.reading.paged.glyphs import Ruled, SeenPage
from lawcheck.reading.paged.page_edges import moved, shifts_of
from lawcheck.reading.paged.page_furniture import furniture_of, notes_of, without_marks
from lawcheck.reading.paged.page_lines import Line, gutter_of, has_columns, line_of, parts_of, rows_of
from lawcheck.reading.paged.page_paragraphs import Placed, goes_on
from lawcheck.reading.paged.ruled_tables import GridTable, find_tables
from lawcheck.reading.paged.table_rows import RowCell, TableRows, paragraphs_of, whole_tables
from lawcheck.reading.paged.text_area import TextArea, measure
from lawcheck.text.pages import PageLine, Pages
from lawcheck.text.source import Cell, Source, Table

# Below this recognition is not sure of a character.
DOUBTFUL = 0.8


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
    flows, notes, furniture, shifts = _flows(seen)
    writer, tables = _Writer(), []
    measures = _measures(flows, by_number, shifts)
    for is_table, group in groupby(flows, key=lambda flow: flow.table is not None):
        if is_table:
            whole = whole_tables((flow.page, flow.column, flow.table) for flow in group if flow.table)
            tables += [_write_table(table, writer) for table in whole]
        else:
            lines = [
                Placed(flow.line, measures[_group(flow, by_number)].moved(shifts[flow.page]))
                for flow in group
                if flow.line
            ]
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


def _flows(
    seen: Sequence[SeenPage],
) -> tuple[list[_Flow], list[Line], tuple[tuple[int, str], ...], dict[int, int]]:
    """What stands on the pages, in the order in which it is read; the notes; page numbers and running heads.

    At the end, how far to the right the text of each page stands.
    """
    grids, rows_of_pages = [], []
    for page in seen:
        tables, rest = find_tables(page.ruled, page.glyphs)
        grids.append(tables)
        rows_of_pages.append(rows_of(rest))
    shifts = shifts_of(rows_of_pages, seen)
    straight = [moved(rows, shifts[page.number]) for page, rows in zip(seen, rows_of_pages, strict=True)]
    gutter = gutter_of(straight, [page.width for page in seen])
    lines_of_pages, columns, gutters = [], [], []
    for page, rows in zip(seen, rows_of_pages, strict=True):
        here = None if gutter is None else gutter + shifts[page.number]
        here = here if here is not None and has_columns(rows, here) else None
        parts = [part for row in rows for part in parts_of(row, here)]
        found = {line: column for column, part in parts if (line := line_of(part, page.number))}
        columns.append(found)
        gutters.append(here)
        lines_of_pages.append(list(found))
    furniture = furniture_of(lines_of_pages, seen)
    kept = [[line for line in lines if line not in furniture] for lines in lines_of_pages]
    sizes = sorted(line.size for lines in kept for line in lines for _ in line.text)
    body = sizes[len(sizes) // 2] if sizes else 0
    notes_of_pages = [
        notes_of(lines, page.ruled, page, body, here) for page, lines, here in zip(seen, kept, gutters, strict=True)
    ]
    notes = [line for below in notes_of_pages for line in below]
    flows: list[_Flow] = []
    for page, lines, below, tables, column, here in zip(
        seen, kept, notes_of_pages, grids, columns, gutters, strict=True
    ):
        items = [
            (line.base, _Flow(without_marks(line, notes), column[line], None, page.number))
            for line in lines
            if line not in below
        ]
        items += [(table.top, _Flow(None, _column(table, here), table, page.number)) for table in tables]
        flows += _in_order(items)
    told = tuple((line.page, line.text) for lines in lines_of_pages for line in lines if line in furniture)
    return flows, notes, told, shifts


def _column(table: GridTable, gutter: int | None) -> int:
    """The column that a table stands in, from 1; 0 is the whole width."""
    if gutter is None or table.columns[0] < gutter < table.columns[-1]:
        return 0
    return 1 if table.columns[-1] <= gutter else 2


def _in_order(items: list[tuple[int, _Flow]]) -> list[_Flow]:
    """What stands at some height of a page: column after column between what takes the whole width."""
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


def _measures(
    flows: Iterable[_Flow], pages: Mapping[int, SeenPage], shifts: Mapping[int, int]
) -> dict[tuple[int, int], TextArea]:
    """The text area of each column."""
    lines: dict[tuple[int, int], list[Line]] = {}
    for flow in flows:
        if flow.line:
            shift = shifts[flow.page]
            line = flow.line._replace(left=flow.line.left - shift, right=flow.line.right - shift)
            lines.setdefault(_group(flow, pages), []).append(line)
    areas = {key: measure(group) for key, group in lines.items()}
    for width, column in areas:
        sides = [areas.get((width, side)) for side in (1, 2)]
        if column == 0 and sides[0] and sides[1]:  # what takes the whole width may be little
            left, right = min(sides[0].left, areas[width, 0].left), max(sides[1].right, areas[width, 0].right)
            areas[width, 0] = areas[width, 0]._replace(left=left, right=right)
    return areas


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


def _write_table(table: TableRows, writer: _Writer) -> Table:
    return Table(tuple(_write_row(row, table.stops_end, writer) for row in table.rows))


def _write_row(row: Sequence[RowCell], stops_end: bool, writer: _Writer) -> tuple[Cell, ...]:
    cells: list[Cell] = []
    for at, cell in enumerate(row):
        if at:
            writer.mark("\t")
        start = writer.size
        for number, lines in enumerate(paragraphs_of(cell, stops_end)):
            if number:
                writer.mark("\n")
            for line in lines:
                writer.line(line)
        cells.append(Cell(cell.column, cell.width, start, writer.size, start, cell.lines is None))
    writer.mark("\n")
    return tuple(cells)
