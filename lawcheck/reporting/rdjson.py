"""Findings in the diagnostic format of reviewdog, whose columns count the bytes of UTF-8."""

from collections.abc import Sequence
from itertools import accumulate

from lawcheck.checks.checked import Checked
from lawcheck.errors import SourceError
from lawcheck.reporting.entries import compact, with_array
from lawcheck.reporting.excerpt import visible
from lawcheck.reporting.places import ReportedPlace, places, repository_path
from lawcheck.reporting.words import word
from lawcheck.text.source import LineIndex

# Characters between two places of which the bytes before are known.
_STEP = 256


class RdjsonReporter:
    """Keeps an entry for each place of each finding: reviewdog shows those in lines that a change touches."""

    def __init__(self) -> None:
        self._entries: list[str] = []

    def add(self, checked: Checked, language: str) -> None:
        """Takes up one document."""
        ruler = _Ruler(checked.source.text)
        path = repository_path(checked.source.path)
        self._entries += (compact(_entry(path, place, ruler)) for place in places(checked, language))

    def finish(self, errors: Sequence[SourceError], language: str) -> str:
        """The report; a document that could not be checked is an entry without a place in it."""
        entries = [*self._entries, *(compact(_unchecked(error, language)) for error in errors)]
        return with_array({"source": {"name": "lawcheck"}}, "diagnostics", entries) + "\n"


class _Ruler:
    """Measures places in lines and bytes; on a line of any length in the same time."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._lines = LineIndex(text)
        steps = (_bytes(text[at : at + _STEP]) for at in range(0, len(text), _STEP))
        self._before = [0, *accumulate(steps)]

    def span(self, start: int, end: int) -> dict[str, object]:
        """A half-open span as a range of the format."""
        return {"start": self._place(start), "end": self._place(end)}

    def _place(self, offset: int) -> dict[str, int]:
        found = self._lines.position(offset)
        line_start = offset - found.column + 1
        return {"line": found.line, "column": self._bytes_before(offset) - self._bytes_before(line_start) + 1}

    def _bytes_before(self, offset: int) -> int:
        step = offset // _STEP
        return self._before[step] + _bytes(self._text[step * _STEP : offset])


def _bytes(text: str) -> int:
    return len(text.encode("utf-8", "surrogatepass"))


def _entry(path: str, place: ReportedPlace, ruler: _Ruler) -> dict[str, object]:
    found = place.found
    entry: dict[str, object] = {
        "message": visible(found.message),
        "location": _location(path, ruler.span(place.start, place.end)),
        "severity": found.severity.upper(),
        "code": {"value": found.code, **({"url": place.address} if place.address else {})},
    }
    if found.related:
        entry["related_locations"] = [
            {"message": visible(r.message), "location": _location(path, ruler.span(r.start, r.end))}
            for r in found.related
        ]
    # reviewdog offers each suggestion on its own: half of a fix would make things worse.
    if len(place.edits) == 1:
        (edit,) = place.edits
        entry["suggestions"] = [{"range": ruler.span(edit.start, edit.end), "text": edit.content}]
    return entry


def _location(path: str, span: dict[str, object]) -> dict[str, object]:
    return {"path": path, "range": span}


def _unchecked(error: SourceError, language: str) -> dict[str, object]:
    message = word("unchecked", language, reason=visible(error.message))
    return {"message": message, "location": {"path": repository_path(error.path)}, "severity": "ERROR"}
