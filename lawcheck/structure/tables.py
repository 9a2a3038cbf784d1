"""Tables that divide the work (任务分工表): each row is a task, its header says which cell is what."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from lawcheck.structure.attribution_lexer import FIRST_LEADS, VERB
from lawcheck.structure.attribution_parser import parse_attribution
from lawcheck.structure.deadlines import deadline_of
from lawcheck.structure.document import ROW, Attribution, Deadline, Field, Node, Role, Task, Unit
from lawcheck.structure.table_columns import TableColumns, columns_of
from lawcheck.structure.units import distinct, is_name, split_units
from lawcheck.structure.written_tables import written_tables
from lawcheck.text.patterns import Pattern
from lawcheck.text.source import Cell
from lawcheck.text.view import View
from lawcheck.text.vocabulary.dates import dates_in
from lawcheck.text.vocabulary.numerals import parse_numeral

_NOTE = Pattern(r"[（(][^（()）]{0,20}[）)]")
_HEADER_ROWS = 3
# A heading between the rows that is not merged into one cell.
_GROUP = Pattern(r"\s*(?:第?[一二三四五六七八九十]{1,3}[、.．章批类]|[（(][一二三四五六七八九十]{1,3}[）)])")
_SENTENCE = Pattern(r"[^\n。；;！？]{1,60}")
_DASHES = frozenset("—-－–─/／无")
_TOTAL = Pattern("(?:合|总|小|共)计")


def table_tasks(view: View) -> Iterator[Task]:
    """The tasks in the rows of every table that divides the work."""
    first_leads_from = _where_first_leads(view)
    for table in (*view.tables, *written_tables(view, cell_spans(view))):
        for index, row in enumerate(table.rows[:_HEADER_ROWS]):
            columns = _columns(view, row)
            if columns:
                yield from _Rows(view, columns, first_leads_from).tasks(table.rows[index + 1 :])
                break


def _where_first_leads(view: View) -> int:
    """From where on the first of several responsible units leads: everywhere, unless a cell says so."""
    first = FIRST_LEADS.search(view.text)
    if first is None:
        return len(view.text) + 1
    inside = any(start <= first.start() < end for start, end in cell_spans(view))
    return first.start() if inside else 0


def cell_spans(view: View) -> tuple[tuple[int, int], ...]:
    """The spans of the cells of tables in the view, in order; a table in a cell is part of it."""
    own = {(cell.start, cell.end) for table in view.tables for row in table.rows for cell in row if not cell.continued}
    found: list[tuple[int, int]] = []
    for start, end in sorted(own, key=lambda span: (span[0], -span[1])):
        if not found or start >= found[-1][1]:
            found.append((start, end))
    return tuple((view.view_offset(start), view.view_offset(end)) for start, end in found)


def is_dash(text: str) -> bool:
    """Whether a cell says that there is nothing to be written in it."""
    return bool(text) and _DASHES.issuperset(text)


def merged(tasks: Sequence[Task], rows: Sequence[Task]) -> tuple[Task, ...]:
    """The tasks of the text and those of the rows, in order; what looks like a task within a row is part of it.

    An item that nobody is named for, and that rows stand in, is the heading of their table.
    """
    starts = [row.start for row in rows]
    outside = []
    for task in tasks:
        index = bisect_right(starts, task.start)
        if index and task.start < rows[index - 1].end:
            continue
        if task.attributions or index == len(rows) or task.end <= starts[index]:
            outside.append(task)
    return tuple(sorted([*outside, *rows], key=lambda task: (task.start, task.end)))


def _columns(view: View, header: tuple[Cell, ...]) -> TableColumns | None:
    """What a row says about the columns below; None where it is no header of a division of work."""
    names = [(cell.column, _NOTE.compiled.sub("", re.sub(r"\s", "", _text(view, cell)))) for cell in header]
    columns = columns_of(names)
    if columns is None or columns.limit is None:
        return columns
    written = _text(view, next(cell for cell in header if cell.column == columns.limit))
    return replace(columns, year=next((found.year for found in dates_in(written) if found.year), None))


class _Rows:
    """Reads the rows below one header."""

    def __init__(self, view: View, columns: TableColumns, first_leads_from: int) -> None:
        self._view = view
        self._first_leads_from = first_leads_from
        self._columns = columns
        self._section = ""
        self._number: int | None = None
        self._part = 0

    def tasks(self, rows: Sequence[tuple[Cell, ...]]) -> Iterator[Task]:
        """One task for each row; a row of one cell is a heading between them. Headers come again on each page."""
        for row in rows:
            if columns := _columns(self._view, row):
                self._columns = columns
                continue
            if any(_TOTAL.fullmatch(re.sub(r"\s", "", _text(self._view, cell))) for cell in row):
                continue
            if len(row) == 1:
                self._section = _text(self._view, row[0]).strip()
                continue
            cells = {cell.column: cell for cell in row}
            own = [c for c in row if not c.continued and _text(self._view, c).strip()]
            if self._columns.number is not None and len(own) == 1 and _GROUP.match(_text(self._view, own[0])):
                self._section = _text(self._view, own[0]).strip()
                continue
            tasks = [cells[c] for c in self._columns.tasks if c in cells and _text(self._view, cells[c]).strip()]
            if own and tasks:
                yield self._task(cells, own, tasks)

    def _task(self, cells: dict[int, Cell], own: list[Cell], tasks: list[Cell]) -> Task:
        self._count(cells)
        # What is written in this row alone is the measure; a cell over several rows is what they have in common.
        task = next((cell for cell in tasks if not cell.continued), tasks[-1])
        fields = tuple(self._fields(cells))
        limit = self._limit(cells)
        units = {role: distinct([u for f in fields if f.role is role for u in f.units]) for role in Role}
        start, end = self._span(own[0])[0], max(self._span(cell)[1] for cell in own)
        if not units[Role.LEAD] and end > self._first_leads_from:
            units[Role.LEAD] = units[Role.RESPONSIBLE][:1]
        return Task(
            number=self._number,
            part=self._part,
            node=self._node(cells, task, start, end),
            section=self._section,
            subsection="" if tasks[0] is task else _text(self._view, tasks[0]).strip(),
            summary=self._summary(task),
            start=start,
            end=end,
            attributions=(_attribution(fields, limit),) if any(f.units for f in fields) else (),
            lead=units[Role.LEAD],
            participants=units[Role.PARTICIPANTS],
            responsible=units[Role.RESPONSIBLE],
            deadlines=limit,
            open_limit=self._open_limit(cells),
        )

    def _count(self, cells: dict[int, Cell]) -> None:
        """The number of a row and, where one number goes over several rows, which of them it is.

        A cell that is empty goes on with what stands above it, as one that is merged with it does.
        """
        numbered = self._columns.number is not None
        cell = cells.get(self._columns.tasks[0] if self._columns.number is None else self._columns.number)
        written = _text(self._view, cell).strip(" \n.．、（）()") if cell is not None else ""
        begun = self._part > 0 and not (numbered and self._number is None)
        if cell is not None and (cell.continued or (not written and begun)):
            self._part += 1
            return
        self._part = 1
        self._number = parse_numeral(written) if numbered and written else None

    def _fields(self, cells: dict[int, Cell]) -> Iterator[Field]:
        """What the cells of units say; one that is empty says it of nobody, a dash says nothing."""
        for column, role, label in self._columns.units:
            if column in cells:
                start, end = self._span(cells[column])
                if said := _said(self._view.text, start, end):
                    yield from said
                    continue
                units = _units(self._view.text, start, end)
                if label.endswith("分工"):
                    # There may stand what each does: 登记造册.
                    units = tuple(unit for unit in units if is_name(unit.name))
                if units or start == end:
                    yield Field(role, label, start, end, units)

    def _limit(self, cells: dict[int, Cell]) -> tuple[Deadline, ...]:
        column = self._columns.limit
        if column is None or column not in cells:
            return ()
        found = deadline_of(self._view.text, *self._span(cells[column]), self._columns.year)
        return (found,) if found and not is_dash(found.text) else ()

    def _open_limit(self, cells: dict[int, Cell]) -> int | None:
        """Where the time limit is to be written, when its cell is empty."""
        cell = None if self._columns.limit is None else cells.get(self._columns.limit)
        start, end = self._span(cell) if cell is not None else (0, 1)
        return start if start == end else None

    def _node(self, cells: dict[int, Cell], task: Cell, start: int, end: int) -> Node:
        column = self._columns.number
        marker = _text(self._view, cells[column]).strip() if column is not None and column in cells else ""
        body, title_end = self._span(task)
        start = min(start, body)
        return Node(ROW, 3, marker, self._number, start, body, title_end, max(end, title_end), self._summary(task))

    def _summary(self, task: Cell) -> str:
        sentence = _SENTENCE.match(self._view.text, *self._span(task))
        return sentence[0].strip() if sentence else ""

    def _span(self, cell: Cell) -> tuple[int, int]:
        """The span of a cell's text in the view, without the space around it."""
        start, end = self._view.view_offset(cell.start), self._view.view_offset(cell.end)
        text = self._view.text[start:end]
        return start + len(text) - len(text.lstrip()), max(start, end - len(text) + len(text.rstrip()))


def _said(text: str, start: int, end: int) -> tuple[Field, ...]:
    """What a cell says of those in it: 甲局牵头，乙局配合; nothing where it only lists them."""
    found = parse_attribution(text, start, end, (start, end)) if VERB.search(text, start, end) else None
    return found.fields if found and all(is_name(unit.name) for field in found.fields for unit in field.units) else ()


def _units(text: str, start: int, end: int) -> tuple[Unit, ...]:
    """The units of a cell; a dash in it names none."""
    return tuple(unit for unit in split_units(text, start, end) if not is_dash(unit.name))


def _attribution(fields: tuple[Field, ...], limit: tuple[Deadline, ...]) -> Attribution:
    named = [f for f in fields if f.units]
    return Attribution(min(f.start for f in named), max(f.end for f in named), fields, limit)


def _text(view: View, cell: Cell) -> str:
    return view.text[view.view_offset(cell.start) : view.view_offset(cell.end)]
