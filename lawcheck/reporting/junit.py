"""Findings as JUnit XML: a suite for each document, a failed case for each error and warning.

Information is a passed case that says so: it never fails a run.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element, SubElement, tostring

from lawcheck.checks.checked import Checked
from lawcheck.errors import SourceError
from lawcheck.reporting.excerpt import visible
from lawcheck.reporting.places import others, position, repository_path
from lawcheck.reporting.told import told
from lawcheck.reporting.words import word
from lawcheck.rulebook.findings import Severity
from lawcheck.rulebook.worded import Worded
from lawcheck.text.source import LineIndex

_TOOL = "lawcheck"


class JunitReporter:
    """Keeps the finished suites."""

    def __init__(self) -> None:
        self._suites: list[str] = []
        self._totals: Counter[str] = Counter()

    def add(self, checked: Checked, language: str) -> None:
        """Takes up one document; one without findings is one passed case."""
        lines = LineIndex(checked.source.text)
        path = visible(repository_path(checked.source.path))
        cases = [_case(path, diagnostic, lines, language) for diagnostic in told(checked, language)]
        self._add(path, cases or [Element("testcase", name=_TOOL, classname=path)])

    def finish(self, errors: Sequence[SourceError], language: str) -> str:
        """The report; a document that could not be checked is a case with an error."""
        for error in errors:
            path = visible(repository_path(error.path))
            case = Element("testcase", name=_TOOL, classname=path)
            message = word("unchecked", language, reason=visible(error.message))
            SubElement(case, "error", type="unchecked", message=message)
            self._add(path, [case])
        head = Element("testsuites", {"name": _TOOL, **_counts(self._totals)})
        opening = tostring(head, "unicode").removesuffix(" />")
        suites = "\n".join(self._suites)
        return f'<?xml version="1.0" encoding="UTF-8"?>\n{opening}>\n{suites}\n</testsuites>\n'

    def _add(self, path: str, cases: list[Element]) -> None:
        totals = Counter(_outcomes(cases))
        suite = Element("testsuite", {"name": path, **_counts(totals)})
        suite.extend(cases)
        self._suites.append(tostring(suite, "unicode"))
        self._totals += totals


def _case(path: str, diagnostic: Worded, lines: LineIndex, language: str) -> Element:
    place = position(lines, diagnostic.start)
    case = Element("testcase", name=f"{diagnostic.code} {diagnostic.name} {place}", classname=path)
    message = visible(diagnostic.message)
    if places := others(diagnostic, lines):
        message = word("also-at", language, message=message, places=places)
    text = f"{path}:{place}: {word(diagnostic.severity, language)} {diagnostic.code} {message}"
    if diagnostic.severity is Severity.INFO:
        SubElement(case, "system-out").text = text
    else:
        SubElement(case, "failure", type=diagnostic.severity, message=message).text = text
    return case


def _outcomes(cases: list[Element]) -> Iterator[str]:
    for case in cases:
        yield "tests"
        yield from (f"{child.tag}s" for child in case if child.tag in ("failure", "error"))


def _counts(totals: Counter[str]) -> dict[str, str]:
    return {"tests": str(totals["tests"]), "failures": str(totals["failures"]), "errors": str(totals["errors"])}
