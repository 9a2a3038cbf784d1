"""Findings and tasks as flat rows: a table for pandas, polars, DuckDB and spreadsheets.

All rows have the same keys, and a key has values of one type, text or a number: polars tells the type of a column by
its first hundred rows, and pandas makes fractions of whole numbers where one is missing.
"""

from collections.abc import Iterable, Iterator, Mapping
from html import escape
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:  # their methods give these rows
    from lawcheck.reporting.report import CheckedFile, TaskFile

Row: TypeAlias = dict[str, str | int]
# Of a finding that has none.
_NO_FIX = ("", "")
# Of several that stand in one cell.
BETWEEN = "、"
# What notebooks show of them.
FINDING_COLUMNS = ("path", "line", "column", "severity", "code", "message", "fix")
TASK_COLUMNS = ("path", "number", "summary", "lead", "participants", "responsible", "deadlines")
_STYLE = "text-align:left;vertical-align:top"


def finding_row(
    path: str,
    code: str,
    name: str,
    severity: str,
    message: str,
    start: tuple[int, int],
    end: tuple[int, int],
    span: tuple[int, int],
    places: int,
    fix: tuple[str, str] = _NO_FIX,
    url: str = "",
) -> Row:
    """One finding: `start` and `end` are line and column, `fix` is its title and whether it is safe."""
    return {
        "path": path,
        "line": start[0],
        "column": start[1],
        "severity": severity,
        "code": code,
        "name": name,
        "message": message,
        "fix": fix[0],
        "fix_safety": fix[1],
        "places": places,
        "end_line": end[0],
        "end_column": end[1],
        "offset": span[0],
        "end_offset": span[1],
        "url": url,
    }


def finding_rows(file: "CheckedFile") -> Iterator[Row]:
    """A row for each finding of a document."""
    for found in file.diagnostics:
        yield finding_row(
            file.path,
            found.code,
            found.name,
            str(found.severity),
            found.message,
            (found.start.line, found.start.column),
            (found.end.line, found.end.column),
            (found.offset, found.end_offset),
            max(1, len(found.occurrences)),
            (found.fix.title, str(found.fix.safety)) if found.fix else _NO_FIX,
            found.url,
        )


def task_rows(file: "TaskFile") -> Iterator[Row]:
    """A row for each task of a document; several units or time limits stand in one cell."""
    for task in file.tasks:
        yield {
            "path": file.path,
            "number": number_text(task.number),
            "part": task.part,
            "section": task.section,
            "subsection": task.subsection,
            "summary": task.summary,
            "lead": BETWEEN.join(task.lead),
            "participants": BETWEEN.join(task.participants),
            "responsible": BETWEEN.join(task.responsible),
            "deadlines": BETWEEN.join(limit.text for limit in task.deadlines),
            "dates": BETWEEN.join(limit.date or "" for limit in task.deadlines),
            "line": task.start.line,
            "column": task.start.column,
            "offset": task.offset,
            "end_offset": task.end_offset,
            "text": task.text,
        }


def html_table(columns: Iterable[str], rows: Iterable[Mapping[str, str | int]]) -> str:
    """Some columns of rows as a table for notebooks; what documents say is text in it, not markup."""
    names = tuple(columns)
    head = "".join(f'<th style="{_STYLE}">{escape(name)}</th>' for name in names)
    body = "".join(f"<tr>{''.join(_cell(row[name]) for name in names)}</tr>" for row in rows)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def number_text(number: int | None) -> str:
    """A number that not every row has, as text."""
    return "" if number is None else str(number)


def _cell(value: str | int) -> str:
    return f'<td style="{_STYLE}">{escape(str(value))}</td>'
