"""Findings as annotations of GitHub Actions: one command to the runner in each line.

GitHub shows ten errors, ten warnings and ten notices of a step, so places of one finding share an annotation.
"""

from collections.abc import Sequence

from lawcheck.checks.checked import Checked
from lawcheck.errors import SourceError
from lawcheck.reporting.excerpt import visible
from lawcheck.reporting.places import others, repository_path
from lawcheck.reporting.told import told
from lawcheck.reporting.words import word
from lawcheck.rulebook.findings import Severity
from lawcheck.rulebook.worded import Worded
from lawcheck.text.source import LineIndex

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_IN_MESSAGES = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_IN_PROPERTIES = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


class GithubReporter:
    """Keeps the finished lines."""

    def __init__(self) -> None:
        self._lines: dict[Severity, list[str]] = {severity: [] for severity in Severity}

    def add(self, checked: Checked, language: str) -> None:
        """Takes up one document."""
        lines = LineIndex(checked.source.text)
        path = repository_path(checked.source.path)
        for diagnostic in told(checked, language):
            self._lines[diagnostic.severity].append(_annotation(path, diagnostic, lines, language))

    def finish(self, errors: Sequence[SourceError], language: str) -> str:
        """All lines, the worst first: what could not be checked, errors, warnings, notices."""
        failed = [
            _command(
                "error",
                {"file": repository_path(error.path), "title": "lawcheck"},
                word("unchecked", language, reason=error.message),
            )
            for error in errors
        ]
        every = (line for lines in (failed, *self._lines.values()) for line in lines)
        return "".join(f"{line}\n" for line in every)


def _annotation(path: str, diagnostic: Worded, lines: LineIndex, language: str) -> str:
    title = f"{diagnostic.code} {diagnostic.name}"
    properties = {"file": path, **_region(diagnostic, lines), "title": title}
    message = diagnostic.message
    if places := others(diagnostic, lines):
        message = word("also-at", language, message=message, places=places)
    return _command(_COMMANDS[diagnostic.severity], properties, message)


def _region(diagnostic: Worded, lines: LineIndex) -> dict[str, str]:
    """The place; GitHub takes columns only within one line."""
    start, end = lines.position(diagnostic.start), lines.position(diagnostic.end)
    region = {"line": str(start.line), "endLine": str(end.line)}
    if start.line == end.line:
        region |= {"col": str(start.column), "endColumn": str(end.column)}
    return region


def _command(name: str, properties: dict[str, str], message: str) -> str:
    fields = ",".join(f"{key}={_escaped(value, _IN_PROPERTIES)}" for key, value in properties.items())
    return f"::{name} {fields}::{_escaped(message, _IN_MESSAGES)}"


def _escaped(text: str, table: dict[int, str]) -> str:
    return visible(text.translate(table))
