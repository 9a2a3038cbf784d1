"""Findings as a GitLab code quality report."""

from collections.abc import Sequence
from hashlib import blake2b

from lawcheck.checks.checked import Checked
from lawcheck.errors import SourceError
from lawcheck.reporting.entries import array, compact
from lawcheck.reporting.excerpt import visible
from lawcheck.reporting.places import ReportedPlace, places, repository_path
from lawcheck.reporting.words import word
from lawcheck.rulebook.findings import Severity
from lawcheck.text.source import LineIndex

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}
_UNCHECKED = "blocker"


class GitlabReporter:
    """Keeps an entry for each line of each finding: GitLab shows a finding at one line only."""

    def __init__(self) -> None:
        self._entries: list[str] = []

    def add(self, checked: Checked, language: str) -> None:
        """Takes up one document."""
        lines = LineIndex(checked.source.text)
        path = repository_path(checked.source.path)
        told: set[tuple[str, str, int, int]] = set()
        for place in places(checked, language):
            # What is alike in one line would look like an entry that is there twice.
            begin, end = lines.position(place.start).line, lines.position(place.end).line
            if (key := (place.found.code, place.found.message, begin, end)) not in told:
                told.add(key)
                self._entries.append(_finding(path, place, (begin, end)))

    def finish(self, errors: Sequence[SourceError], language: str) -> str:
        """The report; a document that could not be checked is an entry of its first line."""
        entries = [*self._entries, *(_unchecked(error, language) for error in errors)]
        return array(entries) + "\n"


def _finding(path: str, place: ReportedPlace, lines: tuple[int, int]) -> str:
    found = place.found
    description = f"{found.code} {visible(found.message)}"
    return _entry(description, found.name, place.fingerprint, _SEVERITIES[found.severity], path, lines, place.address)


def _unchecked(error: SourceError, language: str) -> str:
    description = word("unchecked", language, reason=visible(error.message))
    return _entry(description, "unchecked", error.reason.zh, _UNCHECKED, repository_path(error.path), (1, 1))


def _entry(
    description: str, name: str, mark: str, severity: str, path: str, lines: tuple[int, int], page: str = ""
) -> str:
    """One entry; `mark` tells it from the others of the same name in its document, `page` describes its rule."""
    identity = blake2b(repr((path, name, mark)).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
    return compact(
        {
            "description": description,
            "check_name": name,
            "fingerprint": identity,
            **({"content": {"body": page}} if page else {}),
            "severity": severity,
            "location": {"path": visible(path), "lines": {"begin": lines[0], "end": lines[1]}},
        }
    )
