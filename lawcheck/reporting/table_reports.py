"""Findings as flat rows: CSV for spreadsheets, lines of JSON for programs. Both have the columns of `Report.rows`."""

import csv
import io
from collections.abc import Iterable, Sequence

from lawcheck.checks.checked import Checked
from lawcheck.errors import SourceError
from lawcheck.reporting.convert import checked_file
from lawcheck.reporting.entries import compact
from lawcheck.reporting.excerpt import visible
from lawcheck.reporting.flat import Row, finding_row
from lawcheck.reporting.task_table import harmless_cell
from lawcheck.reporting.words import word

# The order of the columns.
_COLUMNS = tuple(finding_row("", "", "", "", "", (0, 0), (0, 0), (0, 0), 0))
# What cannot be checked has no place and no rule.
_UNCHECKED = "unchecked"


class JsonlReporter:
    """Keeps a line for each finding."""

    def __init__(self) -> None:
        self._lines: list[str] = []

    def add(self, checked: Checked, language: str) -> None:
        """Takes up one document."""
        self._lines += map(compact, checked_file(checked, language).rows())

    def finish(self, errors: Sequence[SourceError], language: str) -> str:
        """All lines, those on documents that could not be checked last."""
        every = (*self._lines, *(compact(_unchecked(error, language)) for error in errors))
        return "".join(f"{line}\n" for line in every)


class CsvReporter:
    """Keeps a row for each finding."""

    def __init__(self) -> None:
        self._rows: list[Row] = []

    def add(self, checked: Checked, language: str) -> None:
        """Takes up one document."""
        self._rows += checked_file(checked, language).rows()

    def finish(self, errors: Sequence[SourceError], language: str) -> str:
        """The table, documents that could not be checked last."""
        return csv_of(_COLUMNS, [*self._rows, *(_unchecked(error, language) for error in errors)])


def csv_of(columns: Sequence[str], rows: Iterable[Row]) -> str:
    """Rows as CSV with the byte order mark that makes Excel read UTF-8; nothing in them is a formula."""
    output = io.StringIO()
    output.write("\ufeff")
    writer = csv.writer(output)
    writer.writerow(columns)
    for row in rows:
        values = (row[name] for name in columns)
        writer.writerow(harmless_cell(visible(value) if isinstance(value, str) else value) for value in values)
    return output.getvalue()


def _unchecked(error: SourceError, language: str) -> Row:
    message = word("unchecked", language, reason=error.message)
    return finding_row(error.path, "", _UNCHECKED, "error", message, (1, 1), (1, 1), (0, 0), 0)
