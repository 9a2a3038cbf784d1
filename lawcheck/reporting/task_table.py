"""The tasks of documents as a table for people and as CSV for spreadsheets."""

import csv
import io
from collections.abc import Iterable, Iterator

from lawcheck.reporting.excerpt import clipped, visible
from lawcheck.reporting.ledger import COLUMNS, Value, joined, number
from lawcheck.reporting.report import TaskEntry, TaskFile
from lawcheck.reporting.table import table
from lawcheck.reporting.words import word

_COLUMNS = ("number", "task", "lead", "participants", "responsible", "deadlines")
_LIMITS = (8, 32, 24, 28, 28, 20)
_SUMMARY_WIDTH = 64
# A spreadsheet takes a cell that begins so for a formula.
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def task_table(file: TaskFile, language: str) -> Iterator[str]:
    """The path, then a row for each task."""
    yield visible(file.path)
    if not file.tasks:
        yield word("empty", language)
        return
    rows = [_row(task) for task in file.tasks]
    yield from table([word(key, language) for key in _COLUMNS], rows, _LIMITS)


def _row(task: TaskEntry) -> list[str]:
    return [
        number(task),
        clipped(visible(task.summary), _SUMMARY_WIDTH),
        joined(task.lead),
        joined(task.participants),
        joined(task.responsible),
        joined(deadline.text for deadline in task.deadlines),
    ]


def task_csv(files: Iterable[TaskFile], language: str) -> str:
    """One row for each task of all files, with the byte order mark that makes Excel read UTF-8."""
    output = io.StringIO()
    output.write("\ufeff")
    writer = csv.writer(output)
    writer.writerow(word(name, language) for name in COLUMNS)
    for file in files:
        for task in file.tasks:
            writer.writerow(harmless_cell(column.value(file.path, task)) for column in COLUMNS.values())
    return output.getvalue()


def harmless_cell(value: Value) -> Value:
    """A value as a spreadsheet may have it: what it would take for a formula is made text."""
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA_STARTS) else value
