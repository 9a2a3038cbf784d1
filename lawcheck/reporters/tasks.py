"""The tasks of documents as a table for people and as CSV for spreadsheets."""

import csv
import io
from collections.abc import Iterable, Iterator

from lawcheck.report import TaskEntry, TaskFile
from lawcheck.reporters.excerpt import clipped, visible
from lawcheck.reporters.table import table
from lawcheck.reporters.words import word

_COLUMNS = ("number", "task", "lead", "participants", "responsible", "deadlines")
_LIMITS = (8, 32, 24, 28, 28, 20)
_SUMMARY_WIDTH = 64
_CSV_HEADER = (
    "文件", "序号", "分项", "一级标题", "二级标题", "任务", "牵头单位", "参加单位", "责任单位", "时限", "截止日期",
    "起始位置", "结束位置",
)  # fmt: skip
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
    number = "" if task.number is None else str(task.number)
    return [
        number + (f"-{task.part}" if task.part > 1 else ""),
        clipped(visible(task.summary), _SUMMARY_WIDTH),
        "、".join(task.lead),
        "、".join(task.participants),
        "、".join(task.responsible),
        "、".join(deadline.text for deadline in task.deadlines),
    ]


def task_csv(files: Iterable[TaskFile]) -> str:
    """One row for each task of all files, with the byte order mark that makes Excel read UTF-8."""
    output = io.StringIO()
    output.write("\ufeff")
    writer = csv.writer(output)
    writer.writerow(_CSV_HEADER)
    for file in files:
        for task in file.tasks:
            writer.writerow(map(_cell, _csv_row(file.path, task)))
    return output.getvalue()


def _csv_row(path: str, task: TaskEntry) -> list[str | int | None]:
    return [
        path,
        task.number,
        task.part,
        task.section,
        task.subsection,
        task.summary,
        "、".join(task.lead),
        "、".join(task.participants),
        "、".join(task.responsible),
        "、".join(deadline.text for deadline in task.deadlines),
        "、".join(deadline.date or "" for deadline in task.deadlines),
        task.offset,
        task.end_offset,
    ]


def _cell(value: str | int | None) -> str | int | None:
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA_STARTS) else value
