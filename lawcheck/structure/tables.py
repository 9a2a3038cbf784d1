"""Tables that divide the work (任务分工表): each row is a task, its header says which cell is what."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from lawcheck.records import dataclass
from lawcheck.structure.deadlines import deadline_of
from lawcheck.structure.document import ROW, Attribution, Deadline, Field, Node, Role, Task, Unit
from lawcheck.structure.units import distinct, split_units
from lawcheck.text.patterns import Pattern
from lawcheck.text.source import Cell
from lawcheck.text.view import View
from lawcheck.text.vocabulary.dates import dates_in
from lawcheck.text.vocabulary.numerals import parse_numeral

_ROLES = (
    (Role.LEAD, Pattern(r"牵头(?:责任)?(?:单位|部门|领导单位|处室|科室)?")),
    (Role.PARTICIPANTS, Pattern(r"(?:参加|参与|配合|协办|协助|协同)(?:责任)?(?:单位|部门|处室|科室)?")),
    (
        Role.RESPONSIBLE,
        Pattern(r"(?:(?:主体?)?责任|负责|主责|承办|承担|落实|实施|主办)(?:单位|部门|主体|处室|科室)"),
    ),
)
_LIMIT = Pattern(r"(?:完成|办结|整改|落实|推进|实施)?(?:时限|期限|时间|日期)(?:要求|节点|安排|进度)?|时间进度|进度安排")
_NUMBER = Pattern("序号|编号|号")
_TASK = Pattern(
    r"(?:重点|主要|工作|具体|分项|目标|建设|改革|整改)?(?:任务|工作|事项|举措|措施|内容|项目|要点)(?:名称|内容|事项|举措|措施|分解|要求)?"
)
_NOTE = Pattern(r"[（(][^（()）]{0,20}[）)]")
_HEADER_ROWS = 3
_SENTENCE = Pattern(r"[^\n。；;！？]{1,60}")
_DASHES = frozenset("—-－–─/／无")
_TOTAL = Pattern("(?:合|总|小|共)计")


def table_tasks(view: View) -> Iterator[Task]:
    """The tasks in the rows of every table that divides the work."""
    for table in view.tables:
        for index, row in enumerate(table.rows[:_HEADER_ROWS]):
            columns = _columns(view, row)
            if columns:
                yield from _Rows(view, columns).tasks(table.rows[index + 1 :])
                break


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
    """The tasks of the text and those of the rows, in order; what looks like a task within a row is part of it."""
    starts = [row.start for row in rows]
    outside = []
    for task in tasks:
        index = bisect_right(starts, task.start) - 1
        if index < 0 or task.start >= rows[index].end:
            outside.append(task)
    return tuple(sorted([*outside, *rows], key=lambda task: (task.start, task.end)))


@dataclass(frozen=True, slots=True)
class _Columns:
    """Which column is what, by the number of its first grid column."""

    tasks: tuple[int, ...]
    units: tuple[tuple[int, Role, str], ...]
    number: int | None
    limit: int | None
    # The year in the header of the limits: 完成时限（2025年）.
    year: int | None


def _columns(view: View, header: tuple[Cell, ...]) -> _Columns | None:
    """What a row says about the columns below; None where it is no header of a division of work."""
    tasks: list[int] = []
    units: list[tuple[int, Role, str]] = []
    number = limit = year = None
    for cell in header:
        name = _NOTE.compiled.sub("", re.sub(r"\s", "", _text(view, cell)))
        role = next((role for role, pattern in _ROLES if pattern.fullmatch(name)), None)
        if role:
            units.append((cell.column, role, name))
        elif _NUMBER.fullmatch(name):
            number = cell.column
        elif _LIMIT.fullmatch(name):
            limit = cell.column
            year = next((found.year for found in dates_in(_text(view, cell)) if found.year), None)
        elif _TASK.fullmatch(name):
            tasks.append(cell.column)
    return _Columns(tuple(tasks), tuple(units), number, limit, year) if tasks and units else None


class _Rows:
    """Reads the rows below one header."""

    def __init__(self, view: View, columns: _Columns) -> None:
        self._view = view
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
                units = _units(self._view.text, start, end)
                if units or start == end:
                    yield Field(role, label, start, end, units)

    def _limit(self, cells: dict[int, Cell]) -> tuple[Deadline, ...]:
        column = self._columns.limit
        if column is None or column not in cells:
            return ()
        found = deadline_of(self._view.text, *self._span(cells[column]), self._columns.year)
        return (found,) if found and not is_dash(found.text) else ()

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


def _units(text: str, start: int, end: int) -> tuple[Unit, ...]:
    """The units of a cell; a dash in it names none."""
    return tuple(unit for unit in split_units(text, start, end) if not is_dash(unit.name))


def _attribution(fields: tuple[Field, ...], limit: tuple[Deadline, ...]) -> Attribution:
    named = [f for f in fields if f.units]
    return Attribution(min(f.start for f in named), max(f.end for f in named), fields, limit)


def _text(view: View, cell: Cell) -> str:
    return view.text[view.view_offset(cell.start) : view.view_offset(cell.end)]
