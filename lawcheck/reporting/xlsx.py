"""Workbooks made to be filtered and printed; the ledger of tasks as one: a sheet of tasks and a sheet of units."""

import io
import re
from collections.abc import Iterable, Sequence
from datetime import datetime
from math import ceil
from typing import NamedTuple

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from lawcheck.errors import UsageError, Words
from lawcheck.reporting.excerpt import text_width
from lawcheck.reporting.ledger import COLUMNS, ROLES, UnitDuties, Value, by_unit, joined
from lawcheck.reporting.report import TaskFile
from lawcheck.reporting.words import word

# What a sheet and a cell of Excel hold; a cell is counted in UTF-16.
MOST_ROWS = 1_048_576
MOST_IN_CELL = 32_767
# Offsets are for programs.
_LEFT_OUT = ("column-start", "column-end")
_UNIT_WIDTH, _COUNT_WIDTH, _LIST_WIDTH = 24, 8, 36
# In points. Spreadsheets differ in whether they fit rows to wrapped text by themselves, so they are told.
_LINE_HEIGHT, _ROW_PADDING, _MOST_HEIGHT = 13.5, 3, 409
_A4 = 9
_TEXT = {"font_name": "宋体", "font_size": 10, "valign": "top", "text_wrap": True, "border": 1}
_HEADER = {**_TEXT, "bold": True, "align": "center", "valign": "vcenter", "bg_color": "#E7EDF5"}
_NUMBER = {**_TEXT, "align": "center"}
# Nothing that is found may become a formula, a link or a number; the limits are those of the values, not guessed.
_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
# The same tasks make the same file.
_CREATED = datetime(1980, 1, 1)
_LINE_END = re.compile(r"\r\n?")
_NO_TEXT = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff]")
_SURROGATE = re.compile("[\ud800-\udfff]")


class _Formats(NamedTuple):
    header: Format
    text: Format
    number: Format


class Sheet(NamedTuple):
    """A sheet: its name, its rows of which the first is the header, and the widths of its columns."""

    name: str
    rows: Sequence[Sequence[Value]]
    widths: Sequence[int]


def ledger_xlsx(files: Sequence[TaskFile], language: str) -> bytes:
    """The workbook; raises UsageError when there are more tasks than a sheet has rows."""
    sheets = [
        Sheet(word("sheet-tasks", language), _task_rows(files, language), _task_widths()),
        Sheet(word("sheet-units", language), _unit_rows(files, language), _unit_widths()),
    ]
    return workbook(sheets, language)


def workbook(sheets: Sequence[Sheet], language: str) -> bytes:
    """A workbook made to be filtered and printed; raises UsageError when there are more rows than a sheet has."""
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, _OPTIONS) as book:
        book.set_properties({"created": _CREATED})
        formats = _Formats(*map(book.add_format, (_HEADER, _TEXT, _NUMBER)))
        for sheet in sheets:
            _fill(book.add_worksheet(sheet.name), formats, sheet.rows, sheet.widths, language)
    return buffer.getvalue()


def _task_rows(files: Iterable[TaskFile], language: str) -> list[list[Value]]:
    shown = [column for name, column in COLUMNS.items() if name not in _LEFT_OUT]
    rows = [[column.value(file.path, task) for column in shown] for file in files for task in file.tasks]
    return [[word(column.name, language) for column in shown], *rows]


def _task_widths() -> list[int]:
    return [column.width for name, column in COLUMNS.items() if name not in _LEFT_OUT]


def _unit_rows(files: Sequence[TaskFile], language: str) -> list[list[Value]]:
    keys = ["column-unit", "column-tasks", *(f"{part}-{role}" for part in ("count", "list") for role in ROLES)]
    return [[word(key, language) for key in keys], *(_unit_row(unit, len(files) > 1) for unit in by_unit(files))]


def _unit_row(unit: UnitDuties, several: bool) -> list[Value]:
    duties = unit.roles.values()
    return [unit.name, unit.tasks, *map(len, duties), *(_listed(tasks, several) for tasks in duties)]


def _unit_widths() -> list[int]:
    return [_UNIT_WIDTH, *[_COUNT_WIDTH] * (1 + len(ROLES)), *[_LIST_WIDTH] * len(ROLES)]


def _listed(tasks: Iterable[tuple[str, str]], several: bool) -> str:
    """What tasks are called; where there are several documents, each of them in a line of its own."""
    by_file: dict[str, list[str]] = {}
    for path, called in tasks:
        by_file.setdefault(path, []).append(called)
    return "\n".join((f"{path}：" if several else "") + joined(called) for path, called in by_file.items())


def _fill(
    sheet: Worksheet,
    formats: _Formats,
    rows: Sequence[Sequence[Value]],
    widths: Sequence[int],
    language: str,
) -> None:
    if len(rows) > MOST_ROWS:
        raise UsageError(
            Words(
                f"台账有 {len(rows)} 行，超过 xlsx 的 {MOST_ROWS} 行；请改用 --output-format csv",
                f"the ledger has {len(rows)} rows, more than the {MOST_ROWS} of xlsx; please use --output-format csv",
            )
        )
    for column, width in enumerate(widths):
        sheet.set_column(column, column, width)
    note = word("cut", language)
    for index, row in enumerate(rows):
        text_format = formats.text if index else formats.header
        cells = [value if isinstance(value, int) else cell_text(value or "", note) for value in row]
        sheet.set_row(index, _height(cells, widths))
        for column, cell in enumerate(cells):
            if isinstance(cell, int):
                sheet.write_number(index, column, cell, formats.number)
            else:
                sheet.write_string(index, column, cell, text_format)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, len(rows) - 1, len(widths) - 1)
    _print_setup(sheet, language)


def _height(cells: Sequence[str | int], widths: Sequence[int]) -> float:
    """The height of a row that shows all its lines, as far as rows go."""
    most = 1
    for cell, width in zip(cells, widths, strict=True):
        lines = [text_width(line) for line in str(cell).split("\n")]
        # A wide character that does not fit leaves half its place empty.
        most = max(most, sum(max(1, ceil(line / (width - 1))) for line in lines))
    return min(most * _LINE_HEIGHT + _ROW_PADDING, _MOST_HEIGHT)


def _print_setup(sheet: Worksheet, language: str) -> None:
    sheet.set_paper(_A4)
    sheet.set_landscape()
    sheet.set_margins(left=0.4, right=0.4, top=0.6, bottom=0.6)
    sheet.repeat_rows(0)
    sheet.fit_to_pages(1, 0)
    sheet.set_header("&C&A")
    sheet.set_footer(f"&C{word('page', language, page='&P', pages='&N')}")


def cell_text(text: str, note: str) -> str:
    """The text as a cell can hold it: without control characters, cut off with a note where it is too long."""
    text = _SURROGATE.sub("\ufffd", _NO_TEXT.sub("", _LINE_END.sub("\n", text)))
    encoded = text.encode("utf-16-le")
    if len(encoded) <= 2 * MOST_IN_CELL:
        return text
    return encoded[: 2 * (MOST_IN_CELL - len(note))].decode("utf-16-le", "ignore") + note
