"""Cells of tables that hold what belongs into another column, that are empty, and rows that stand twice (STR024)."""

from collections import Counter
from collections.abc import Iterator

from lawcheck.rulebook.findings import Finding
from lawcheck.structure.compared_tables import ComparedTable, TableValue, ValueKind, compared_tables
from lawcheck.structure.document import Document
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.han import HAN

# Kinds of values that a column has throughout, or not at all.
_STRONG = (ValueKind.DATE, ValueKind.NUMBER, ValueKind.OFFICES)
# What a row is about, and cannot do without. Who does it, and until when, is a matter of RSP002 and TGT009.
_NEEDED = Pattern(
    "(?:重点|主要|工作|具体|建设|整改|项目|存在)*(?:任务|事项|内容|项目|措施|举措|问题|名称)(?:内容|名称|描述)?|姓名"
)
_NEEDED_TOO = Pattern("(?:责任|牵头|主管|主责|承办)(?:单位|部门|科室|处室|人)|(?:完成|整改|办结)(?:时限|时间|期限)")
# The rows of a timetable may be the same.
_TIMETABLE = Pattern("节次|星期|周[一二三四五]|时段|班次|时间$|日期$")
_HAN = Pattern(f"[{HAN}]")
_OTHERS, _FILLED = 2, 3
_TOLD = 6


def table_cell(document: Document) -> Iterator[Finding]:
    """STR024: a value in the wrong column, an empty cell among full ones, a row that stands twice."""
    for table in compared_tables(document):
        found = list(_misplaced(table))
        yield from found or _empty(document, table)
        yield from _twice(table)


def _misplaced(table: ComparedTable) -> Iterator[Finding]:
    """A cell with the kind of value that all other rows have in another column, where this row has another kind."""
    columns = [Counter(cell.value for cell in table.column(number)) for number in range(len(table.names))]
    if len(table.rows) <= _OTHERS:
        return
    for row in table.rows:
        usual = [_usual(column, cell) for column, cell in zip(columns, row, strict=True)]
        for number, cell in enumerate(row):
            here = usual[number]
            if cell.continued or cell.value is here or here not in _STRONG or cell.value not in _STRONG:
                continue
            homes = [n for n, each in enumerate(usual) if each is cell.value and row[n].value is not each]
            if len(homes) == 1:
                values = {"found": _short(cell), "column": table.names[number], "right": table.names[homes[0]]}
                yield Finding(cell.start, cell.end, values, "misplaced")
                break


def _usual(column: Counter[ValueKind], cell: TableValue) -> ValueKind | None:
    """The kind of value that all cells of a column but one have."""
    others = [kind for kind, count in column.items() if count > (kind is cell.value)]
    return others[0] if len(others) == 1 else None


def _empty(document: Document, table: ComparedTable) -> Iterator[Finding]:
    """The one empty cell of the columns that a row cannot do without."""
    of_file = bool(table.rows) and document.is_in_cell(table.rows[0][0].start)
    content = [number for number, name in enumerate(table.names) if _NEEDED.fullmatch(name)]
    # Of several the first may go on with the cell above.
    needed = content[-1:] + [n for n, name in enumerate(table.names) if not of_file and _NEEDED_TOO.fullmatch(name)]
    gaps = [
        (row, number)
        for row in table.rows
        for number in needed
        if row[number].value is ValueKind.NOTHING and not row[number].continued
    ]
    if len(gaps) != 1 or len(table.rows) <= _FILLED:
        return
    row, number = gaps[0]
    filled = sum(cell.value is not ValueKind.NOTHING for cell in row)
    if filled >= len(row) - 1 and filled >= _OTHERS:
        first = next(cell for cell in row if cell.value is not ValueKind.NOTHING)
        at = max(first.start, row[number].start)
        yield Finding(at, at, {"column": table.names[number], "row": _short(first)}, "empty")


def _twice(table: ComparedTable) -> Iterator[Finding]:
    """A row that says in every cell but its number what an earlier one says."""
    if any(_TIMETABLE.match(name) for name in table.names):
        return
    seen: dict[tuple[int, tuple[str, ...]], tuple[TableValue, ...]] = {}
    for group, row in zip(table.groups, table.rows, strict=True):
        own = [cell for cell in row if cell.value is not ValueKind.NUMBER]
        said = tuple(cell.words for cell in row[row[0].value is ValueKind.NUMBER :])
        long = any(len(_HAN.compiled.findall(cell.words)) >= _TOLD for cell in own if not cell.continued)
        several = sum(cell.value not in (ValueKind.NOTHING, ValueKind.DASH) for cell in own) >= _OTHERS
        # An empty cell may go on with the one above.
        goes_on = any(cell.value is ValueKind.NOTHING for cell in row[:_OTHERS])
        if goes_on or not long or not several:
            continue
        earlier = seen.setdefault((group, said), row)
        if earlier is not row:
            first = own[0]
            related = ((earlier[0].start, earlier[-1].end, "first"),)
            yield Finding(first.start, first.end, {"row": _short(first)}, "twice", related=related)


def _short(cell: TableValue) -> str:
    return cell.words if len(cell.words) <= 20 else cell.words[:20] + "…"
