"""Findings as a GitLab code quality report."""

from collections.abc import Sequence

from lawcheck.checks.checked import Checked
from lawcheck.errors import SourceError
from lawcheck.reading.digests import blake2b
from lawcheck.reporting.entries import array, compact
from lawcheck.reporting.excerpt import visible
from lawcheck.reporting.places import ReportedPlace, places, repository_path
from lawcheck.reporting.words import word
from lawcheck.rulebook.findings import Severity
from lawcheck.text.source import LineIndex

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}
_UNCHECKED = "blocker"
# So many different messages of a rule are told of one line.
_SAID = 3
_BETWEEN = {"zh": "；", "en": "; "}


class GitlabReporter:
    """Keeps an entry for each line that a rule has found something in: GitLab shows lines, not places in them."""

    def __init__(self) -> None:
        self._entries: list[str] = []

    def add(self, checked: Checked, language: str) -> None:
        """Takes up one document."""
        lines = LineIndex(checked.source.text)
        path = repository_path(checked.source.path)
        by_line: dict[tuple[str, int], list[ReportedPlace]] = {}
        for place in places(checked, language):
            by_line.setdefault((place.found.code, lines.position(place.start).line), []).append(place)
        for (_, line), own in by_line.items():
            self._entries.append(_finding(path, own, (line, lines.position(own[0].end).line), language))

    def finish(self, errors: Sequence[SourceError], language: str) -> str:
        """The report; a document that could not be checked is an entry of its first line."""
        entries = [*self._entries, *(_unchecked(error, language) for error in errors)]
        return array(entries) + "\n"


def _finding(path: str, places: list[ReportedPlace], lines: tuple[int, int], language: str) -> str:
    """What a rule says of a line, in one entry."""
    first = places[0]
    messages = list(dict.fromkeys(place.found.message for place in places))
    said = _BETWEEN[language].join(messages[:_SAID]) + ("…" if len(messages) > _SAID else "")
    description = f"{first.found.code} {visible(said)}"
    severity = _SEVERITIES[first.found.severity]
    return _entry(description, first.found.name, first.fingerprint, severity, path, lines, first.address)


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
