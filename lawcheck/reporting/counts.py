"""How many findings each rule has, for programs: `--statistics` as JSON, lines of JSON or CSV."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Literal

from pydantic import Field

from lawcheck.checks.checked import Checked
from lawcheck.errors import SourceError
from lawcheck.reporting.entries import compact
from lawcheck.reporting.flat import Row
from lawcheck.reporting.report import FileError, Model, Tool, to_json
from lawcheck.reporting.table_reports import csv_of
from lawcheck.reporting.text import Tally
from lawcheck.rulebook.findings import Severity

_COLUMNS = ("code", "name", "severity", "count")


class RuleCount(Model):
    """How many findings of a rule there are; gathered places count as one."""

    code: str
    name: str
    severity: Severity
    count: int


class CountReport(Model):
    """The output of `lawcheck check --statistics --output-format json`: the most frequent rules first.

    `suppressed` has, by rule, how many findings the documents asked to hide.
    """

    schema_: Literal["lawcheck-statistics/1"] = Field(default="lawcheck-statistics/1", alias="schema")
    tool: Tool = Tool()
    files: int = 0
    rules: tuple[RuleCount, ...] = ()
    suppressed: dict[str, int] = Field(default_factory=dict)
    errors: tuple[FileError, ...] = ()


class _Counts:
    """Counts the findings of many documents."""

    def __init__(self) -> None:
        self._tally = Tally()
        self._suppressed: Counter[str] = Counter()

    def add(self, checked: Checked, language: str) -> None:
        """Takes up one document."""
        self._tally.add(checked)
        self._suppressed += checked.suppressed

    def _rules(self) -> tuple[RuleCount, ...]:
        found = sorted(self._tally.findings.items(), key=lambda item: (-item[1], item[0]))
        return tuple(
            RuleCount(code=code, name=name, severity=severity, count=count) for (code, name, severity), count in found
        )

    def _rows(self) -> Iterator[Row]:
        for rule in self._rules():
            yield {"code": rule.code, "name": rule.name, "severity": str(rule.severity), "count": rule.count}


class JsonCounts(_Counts):
    """The counts as lawcheck's own JSON."""

    def finish(self, errors: Sequence[SourceError], language: str) -> str:
        """The report, in one line."""
        return to_json(
            CountReport(
                files=self._tally.files,
                rules=self._rules(),
                suppressed=dict(sorted(self._suppressed.items())),
                errors=tuple(FileError(path=error.path, message=error.message) for error in errors),
            )
        )


class JsonlCounts(_Counts):
    """The counts as JSON, a line for each rule."""

    def finish(self, errors: Sequence[SourceError], language: str) -> str:
        """All lines."""
        return "".join(f"{compact(row)}\n" for row in self._rows())


class CsvCounts(_Counts):
    """The counts as a table."""

    def finish(self, errors: Sequence[SourceError], language: str) -> str:
        """A row for each rule."""
        return csv_of(_COLUMNS, self._rows())
