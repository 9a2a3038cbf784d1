"""Findings as Markdown for the comment of a pull request: counts, and a folded table for each document."""

import html
import re
from collections.abc import Iterable, Iterator, Sequence

from lawcheck.checks.checked import Checked
from lawcheck.errors import SourceError
from lawcheck.reporting.excerpt import clipped, visible
from lawcheck.reporting.places import others, position, repository_path
from lawcheck.reporting.text import Style, Tally, summary
from lawcheck.reporting.told import told
from lawcheck.reporting.words import word
from lawcheck.rulebook.worded import Worded
from lawcheck.text.source import LineIndex

# GitHub takes comments of 65,536 characters; what is said of the whole needs some of them.
_ROOM_FOR_FINDINGS = 55_000
_ROOM_FOR_ERRORS = 8_000
_MESSAGE_WIDTH = 240
_PATH_WIDTH = 200
_CLOSING = "\n</details>\n"
_COMMA = {"zh": "，", "en": ", "}
_HEADER = ("place", "severity", "rule", "finding")
_SPECIAL = re.compile(r"[\\`*_\[\]~|$]")
# Names and numbers after these signs would call people and other discussions.
_CALLS = re.compile(r"[@#](?=\w)")


class MarkdownReporter:
    """Keeps the tables, as many as a comment holds, and counts what does not go into it."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._tally = Tally()
        self._room = _ROOM_FOR_FINDINGS
        self._left_out = 0

    def add(self, checked: Checked, language: str) -> None:
        """Takes up one document."""
        self._tally.add(checked)
        if not checked.diagnostics:
            return
        lines = LineIndex(checked.source.text)
        opening = _opening(checked, language)
        rows = (_row(diagnostic, lines, language) for diagnostic in told(checked, language))
        shown = list(_fitting(rows, self._room - len(opening) - len(_CLOSING)))
        self._left_out += len(checked.diagnostics) - len(shown)
        if shown:
            part = "".join((opening, *shown, _CLOSING))
            self._parts.append(part)
            self._room -= len(part)

    def finish(self, errors: Sequence[SourceError], language: str) -> str:
        """The counts, the tables, and what is not in them."""
        counts = summary(self._tally, len(errors), Style(language))
        parts = [f"### lawcheck\n\n{_escaped(counts)}\n", *self._parts]
        if self._left_out:
            parts.append(word("left-out", language, count=self._left_out) + "\n")
        if errors:
            parts.append("".join(_failed(errors, language)))
        return "\n".join(parts)


def _fitting(rows: Iterable[str], room: int) -> Iterator[str]:
    """The rows that fit into so many characters."""
    for row in rows:
        room -= len(row)
        if room < 0:
            return
        yield row


def _opening(checked: Checked, language: str) -> str:
    tally = Tally()
    tally.add(checked)
    counts = (f"{word(severity, language)} {count}" for severity, count in tally.severities().items() if count)
    title = f"<code>{_plain(_path(checked.source.path))}</code> {_COMMA[language].join(counts)}"
    header = "".join(f"| {word(key, language)} " for key in _HEADER)
    return f"<details><summary>{title}</summary>\n\n{header}|\n{'| --- ' * len(_HEADER)}|\n"


def _row(diagnostic: Worded, lines: LineIndex, language: str) -> str:
    message = _escaped(clipped(visible(diagnostic.message), _MESSAGE_WIDTH))
    if places := others(diagnostic, lines):
        message = word("also-at", language, message=message, places=places)
    severity = word(diagnostic.severity, language)
    return f"| {position(lines, diagnostic.start)} | {severity} | {diagnostic.code} | {message} |\n"


def _failed(errors: Sequence[SourceError], language: str) -> Iterator[str]:
    shown = list(_fitting((_failure(error, language) for error in errors), _ROOM_FOR_ERRORS))
    yield from shown
    if len(shown) < len(errors):
        yield f"- {word('files-left-out', language, count=len(errors) - len(shown))}\n"


def _failure(error: SourceError, language: str) -> str:
    message = word("unchecked", language, reason=clipped(visible(error.message), _MESSAGE_WIDTH))
    return f"- <code>{_escaped(_path(error.path))}</code> {_escaped(message)}\n"


def _path(path: str) -> str:
    return clipped(visible(repository_path(path)), _PATH_WIDTH)


def _escaped(text: str) -> str:
    """A text that Markdown shows as it is."""
    return _plain(_SPECIAL.sub(r"\\\g<0>", text))


def _plain(text: str) -> str:
    """A text that HTML shows as it is, and that calls nobody."""
    return _CALLS.sub("\\g<0>&#8203;", html.escape(text, quote=False))
