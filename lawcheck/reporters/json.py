"""Findings as lawcheck's own JSON."""

from collections.abc import Sequence

from lawcheck.checked import Checked
from lawcheck.errors import SourceError
from lawcheck.report import CheckedFile, FileError, Report, to_json
from lawcheck.reporters.convert import checked_file


class JsonReporter:
    """The models of `lawcheck/report.py`; what it says is in the language of the findings."""

    def __init__(self) -> None:
        self._files: list[CheckedFile] = []

    def add(self, checked: Checked, language: str) -> None:
        """Takes up one document."""
        self._files.append(checked_file(checked))

    def finish(self, errors: Sequence[SourceError], language: str) -> str:
        """The report, in one line."""
        failed = tuple(FileError(path=error.path, message=error.reason) for error in errors)
        return to_json(Report(files=tuple(self._files), errors=failed))
