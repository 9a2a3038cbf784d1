"""Days in the cells of tables: with a day of the week beside them, and as time limits (DOC016, DOC018)."""

from collections.abc import Iterator
from datetime import date

from lawcheck.structure.compared_tables import ComparedTable, TableValue, ValueKind, compared_tables
from lawcheck.structure.deadlines import deadline_of
from lawcheck.structure.document import Document
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.dates import dates_in

NAMES = "一二三四五六日"
_WEEKDAY = Pattern("(?:星期|周|礼拜)[一二三四五六日天]")
_LIMIT = Pattern(
    "(?:完成|办结|整改|落实|截止|要求|计划|预计|最迟)*(?:时限|期限|完成时间|截止时间|截止日期|整改时间)(?:要求)?"
)
# What a table tells of that was done.
_DONE = Pattern("实际|已|进展|完成情况|整改情况|状态|结果")
# So many limits that lie ahead show that the others were to do so too.
_AHEAD = 2


def weekdays_beside(document: Document) -> Iterator[tuple[TableValue, TableValue, int]]:
    """Each whole date of a row that has one, the cell that names another day of the week, and the right one."""
    for table in compared_tables(document):
        for row in table.rows:
            named = [cell for cell in row if _WEEKDAY.fullmatch(cell.words)]
            days = [cell for cell in row if cell.value is ValueKind.DATE]
            if len(named) != 1 or len(days) != 1:
                continue
            found = next(iter(dates_in(document.text, days[0].start, days[0].end)), None)
            if found is None or not found.is_whole or not found.exists:
                continue
            right = date.fromisoformat(found.iso or "").weekday()
            if named[0].words[-1].replace("天", "日") != NAMES[right]:
                yield days[0], named[0], right


def past_limits(document: Document, day: str) -> Iterator[TableValue]:
    """The only time limit of a table that lies before a day, where others lie behind it."""
    for table in compared_tables(document):
        if any(_DONE.search(name) for name in table.names):
            continue
        for number, name in enumerate(table.names):
            if _LIMIT.fullmatch(name):
                yield from _past(document, table, number, day)


def _past(document: Document, table: ComparedTable, number: int, day: str) -> Iterator[TableValue]:
    limits = {cell.start: cell for cell in table.column(number) if cell.value is ValueKind.DATE}
    last = {start: deadline_of(document.text, cell.start, cell.end) for start, cell in limits.items()}
    dated = {start: limit.date for start, limit in last.items() if limit is not None and limit.date is not None}
    past = [limits[start] for start, each in dated.items() if each < day]
    if len(past) == 1 and len(dated) > _AHEAD:
        yield past[0]
