"""Totals of tables (NUM013)."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.text.patterns import Pattern
from lawcheck.text.source import Cell, Table
from lawcheck.text.view import View
from lawcheck.text.vocabulary.sums import number_of

_SUM_ROW = Pattern(r"(?:合|总|共)\s{0,4}计(?:[（(][^（()）]{1,8}[）)])?[：:]?$")
_SUBTOTAL = Pattern(r"小\s{0,4}计[：:]?$")
# What nobody adds up.
_NOT_ADDED = Pattern(
    "序号|编号|率|比|占|单价|均|标准|年份|年度|时间|日期|电话|排名|名次|增长|增减|增幅|系数|得分|密度|%|％"
)
_OF_WHICH = Pattern(r"^\s*(?:其中|#)")
_GROUP = Pattern("^[一二三四五六七八九十]{1,3}[、.．]")
_SUBGROUP = Pattern("^[（(][一二三四五六七八九十]{1,3}[）)]")
_NOTHING = ("", "—", "-", "－", "/", "——", "–", "无")
_FEWEST_ROWS = 2


def table_total(document: Document) -> Iterator[Finding]:
    """NUM013: the last or first row of a table is its total, and a column adds up to another number."""
    view = document.view
    for table in view.tables:
        grid = [_by_column(row) for row in table.rows]
        for index, row in enumerate(table.rows):
            if _is_total(view, row):
                yield from _columns(view, table, grid, index)
        yield from _across(view, table)


def _by_column(row: Sequence[Cell]) -> dict[int, Cell]:
    return {cell.column: cell for cell in row}


def _shown(view: View, cell: Cell | None) -> str:
    return view.source_text[cell.start : cell.end].strip() if cell else ""


def _is_total(view: View, row: Sequence[Cell]) -> bool:
    return any(_SUM_ROW.match(_shown(view, cell)) for cell in row[:2])


def _columns(view: View, table: Table, grid: Sequence[dict[int, Cell]], total: int) -> Iterator[Finding]:
    """What is wrong in the row of a total; its parts stand above it, or below it where it is the first of figures."""
    body = range(1, total)
    if not any(_value(view, cell) is not None for index in body for cell in table.rows[index][1:]):
        body = range(total + 1, len(table.rows))
    if len(body) < _FEWEST_ROWS or any(_is_total(view, table.rows[index]) for index in body):
        return
    heads = [index for index in range(total) if index not in body]
    for cell in table.rows[total][1:]:
        stated = _value(view, cell)
        if stated is None or cell.width != 1:
            continue
        headers = "".join(_shown(view, grid[index].get(cell.column)) for index in (*heads, 0))
        if _NOT_ADDED.search(headers):
            continue
        sums = _sums(view, table, grid, body, cell.column)
        if sums and all(abs(found - stated) > doubt for found, doubt in sums):
            values = {"stated": f"{stated:f}", "sum": f"{sums[0][0]:f}"}
            yield Finding(cell.start, cell.end, values, in_source=True)


def _across(view: View, table: Table) -> Iterator[Finding]:
    """The total at the end or head of a row, where those of most other rows are the sums of their rows."""
    head = table.rows[0] if table.rows else ()
    names = [_shown(view, cell) for cell in head]
    totals = [index for index, name in enumerate(names) if _SUM_ROW.match(name)]
    if len(totals) != 1 or any(cell.width != 1 for cell in head):
        return
    added = [index for index, name in enumerate(names) if index not in totals and not _NOT_ADDED.search(name)]
    right: list[int] = []
    wrong: list[tuple[Cell, Decimal, Decimal]] = []
    for row in table.rows[1:]:
        if len(row) != len(head) or any(cell.width != 1 or cell.continued for cell in row):
            continue
        stated = _value(view, row[totals[0]])
        found = [value for index in added if (value := _value(view, row[index])) is not None]
        if stated is None or len(found) < _FEWEST_ROWS:
            continue
        total = sum(found, Decimal(0))
        if abs(total - stated) <= _rounded([*found, stated]):
            right.append(len(found))
        else:
            wrong.append((row[totals[0]], stated, total))
    if len(right) >= _FEWEST_ROWS and len(wrong) <= len(right):
        for cell, stated, total in wrong:
            values = {"stated": f"{stated:f}", "sum": f"{total:f}"}
            yield Finding(cell.start, cell.end, values, "across", in_source=True)


def _rounded(values: Sequence[Decimal]) -> Decimal:
    """How far numbers with decimals, each rounded by itself, may be off together."""
    step = Decimal(1).scaleb(min(map(_exponent, values)))
    return step / 2 * len(values) if step < 1 else Decimal(0)


def _value(view: View, cell: Cell) -> Decimal | None:
    return None if cell.continued else number_of(_shown(view, cell))


def _sums(
    view: View, table: Table, grid: Sequence[dict[int, Cell]], body: range, column: int
) -> list[tuple[Decimal, Decimal]]:
    """What the column may add up to, each with how far rounding may lead: of all rows, of subtotals, of groups.

    Empty where one of its cells is no number, or is merged with others.
    """
    rows: list[tuple[str, Decimal]] = []
    for index in body:
        cell = grid[index].get(column)
        shown = _shown(view, cell)
        if cell is None or cell.continued or cell.width != 1:
            return []
        value = Decimal(0) if shown in _NOTHING else number_of(shown)
        if value is None:
            return []
        rows.append((" ".join(_shown(view, each) for each in table.rows[index][:2]), value))
    if sum(value != 0 for _, value in rows) < _FEWEST_ROWS:
        return []
    names = [name.split(" ") for name, _ in rows]
    kinds = (
        [not any(map(_SUBTOTAL.match, parts)) for parts in names],
        [any(map(_SUBTOTAL.match, parts)) for parts in names],
        [any(map(_GROUP.match, parts)) for parts in names],
        [any(map(_SUBGROUP.match, parts)) for parts in names],
        [not any(map(_OF_WHICH.match, parts)) for parts in names],
    )
    found = []
    for kind in kinds:
        values = [value for chosen, (_, value) in zip(kind, rows, strict=True) if chosen]
        if values:
            found.append((sum(values, Decimal(0)), _rounded([*values, values[-1]])))
    return found


def _exponent(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0
