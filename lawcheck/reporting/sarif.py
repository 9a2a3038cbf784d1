"""Findings as SARIF 2.1.0, for code scanning."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice, repeat
from urllib.parse import quote

from lawcheck import __version__
from lawcheck.checks.checked import Checked
from lawcheck.errors import SourceError
from lawcheck.reporting.entries import compact, with_array
from lawcheck.reporting.excerpt import visible
from lawcheck.reporting.places import others, repository_path
from lawcheck.reporting.sarif_rules import LEVELS, descriptor
from lawcheck.reporting.told import told
from lawcheck.reporting.words import word
from lawcheck.rulebook.findings import CRASH_CODE
from lawcheck.rulebook.registry import rule_with
from lawcheck.rulebook.worded import Worded
from lawcheck.running.fingerprint import fingerprints
from lawcheck.text.source import LineIndex

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LANGUAGES = {"zh": "zh-CN", "en": "en-US"}
# Joins runs of the same tool and purpose; the slash keeps the last part free for an identifier of the run.
_CATEGORY = "lawcheck/"
# Code scanning takes no more of one result.
_MOST_LOCATIONS = 1000
_LINK = re.compile(r"[\\\[\]]")


class SarifReporter:
    """Keeps a result for each finding, with its places; code scanning shows the first, so the message names others."""

    def __init__(self) -> None:
        self._results: list[str] = []
        self._artifacts: list[dict[str, object]] = []
        # The rules that have found something, in the order in which they are listed.
        self._rules: dict[str, int] = {}
        self._descriptors: list[dict[str, object]] = []

    def add(self, checked: Checked, language: str) -> None:
        """Takes up one document."""
        lines = LineIndex(checked.source.text)
        location = _location(checked.source.path)
        self._artifacts.append({"location": location, "roles": ["analysisTarget"]})
        names = fingerprints(checked.source.text, checked.diagnostics)
        for found, own in zip(told(checked, language), names, strict=True):
            index = self._rules.setdefault(found.code, len(self._rules))
            if index == len(self._descriptors):
                self._descriptors.append(_descriptor(checked, found, language))
            self._results.append(compact(_result(checked, found, own[0], location, index, lines, language)))

    def finish(self, errors: Sequence[SourceError], language: str) -> str:
        """The report; documents that could not be checked are notifications of the tool."""
        driver = {
            "name": "lawcheck",
            "semanticVersion": __version__,
            "language": _LANGUAGES[language],
            "rules": self._descriptors,
        }
        invocation = {
            "executionSuccessful": not errors and CRASH_CODE not in self._rules,
            "toolExecutionNotifications": [_notification(error, language) for error in errors],
        }
        run = {
            "tool": {"driver": driver},
            "automationDetails": {"id": _CATEGORY},
            "invocations": [invocation],
            "columnKind": "unicodeCodePoints",
            "newlineSequences": ["\r\n", "\n", "\r"],
            "artifacts": self._artifacts,
        }
        log: dict[str, object] = {"$schema": _SCHEMA, "version": "2.1.0"}
        return with_array(log, "runs", [with_array(run, "results", self._results)]) + "\n"


def _descriptor(checked: Checked, found: Worded, language: str) -> dict[str, object]:
    """The rule that has found something; only code and name of what is no rule: one that has crashed."""
    rule = rule_with(found.code, checked.own_rules)
    return descriptor(rule, language, checked.docs_url) if rule else {"id": found.code, "name": found.name}


def _result(
    checked: Checked, found: Worded, name: str, location: dict[str, object], index: int, lines: LineIndex, language: str
) -> dict[str, object]:
    places = others(found, lines)
    message = word("also-at", language, message=found.message, places=places) if places else found.message
    result: dict[str, object] = {
        "ruleId": found.code,
        "ruleIndex": index,
        "level": LEVELS[found.severity],
        "message": _message(message),
        "locations": list(_locations(location, found, lines)),
        "partialFingerprints": {"lawcheckFingerprint/v1": name},
    }
    if found.related:
        result["relatedLocations"] = [
            {"id": number, "message": _message(r.message), **_physical(location, lines, r.start, r.end)}
            for number, r in enumerate(found.related, 1)
        ]
    # What is said of lines is true of `lawcheck text` where the text stands in no line of the file.
    if found.fix and checked.source.format.has_lines:
        change = {
            "artifactLocation": location,
            "replacements": [
                {"deletedRegion": _region(lines, e.start, e.end), "insertedContent": {"text": e.content}}
                for e in found.fix.edits
            ],
        }
        description = f"{found.fix.title} [{word(found.fix.safety, language)}]"
        result["fixes"] = [{"description": _message(description), "artifactChanges": [change]}]
    return result


def _locations(location: dict[str, object], found: Worded, lines: LineIndex) -> Iterator[dict[str, object]]:
    """The places of a finding, with what is said of each where that differs."""
    said = found.each or repeat("")
    for (start, end), message in islice(zip(found.spans, said, strict=False), _MOST_LOCATIONS):
        own = {"message": _message(message)} if message else {}
        yield {**_physical(location, lines, start, end), **own}


def _message(text: str) -> dict[str, object]:
    """A message whose brackets make no link."""
    shown = visible(text)
    return {"text": _LINK.sub(r"\\\g<0>", shown) if "](" in shown else shown}


def _physical(location: dict[str, object], lines: LineIndex, start: int, end: int) -> dict[str, object]:
    return {"physicalLocation": {"artifactLocation": location, "region": _region(lines, start, end)}}


def _region(lines: LineIndex, start: int, end: int) -> dict[str, int]:
    first, last = lines.position(start), lines.position(end)
    return {
        "startLine": first.line,
        "startColumn": first.column,
        "endLine": last.line,
        "endColumn": last.column,
        "charOffset": start,
        "charLength": end - start,
    }


def _location(path: str) -> dict[str, object]:
    """A relative path hangs under the root of the repository, wherever that lies."""
    path = repository_path(path)
    uri = quote(path, safe="/", errors="replace")
    return {"uri": f"file://{uri}"} if path.startswith("/") else {"uri": uri, "uriBaseId": "%SRCROOT%"}


def _notification(error: SourceError, language: str) -> dict[str, object]:
    return {
        "level": "error",
        "message": _message(word("unchecked", language, reason=error.message)),
        "locations": [{"physicalLocation": {"artifactLocation": _location(error.path)}}],
    }
