"""Findings as Markdown for the comment of a pull request: counts, and a folded table for each document."""

import html
import os
import re
from collections.abc import Iterable, Iterator, Sequence

from lawcheck.checks.checked import Checked
from lawcheck.errors import SourceError
from lawcheck.records import dataclass
from lawcheck.reporting.excerpt import clipped, visible
from lawcheck.reporting.places import others, position, repository_path
from lawcheck.reporting.text import Style, Tally, summary
from lawcheck.reporting.told import told
from lawcheck.reporting.words import word
from lawcheck.rulebook.findings import Severity
from lawcheck.rulebook.worded import Worded
from lawcheck.text.source import LineIndex

# GitHub takes comments of 65,536 characters; what is said of the whole needs some of them.
_ROOM_FOR_FINDINGS = 48_000
_ROOM_FOR_ERRORS = 8_000
# A step summary may have 1 MiB.
_SUMMARY_ROOM = 1_000_000
# Rules in the table of counts.
_MOST_RULES = 60
_MESSAGE_WIDTH = 240
_PATH_WIDTH = 200
_CLOSING = "\n</details>\n"
_COMMA = {"zh": "，", "en": ", "}
_HEADER = ("place", "severity", "rule", "finding")
_SPECIAL = re.compile(r"[\\`*_\[\]~|$]")
# Names and numbers after these signs would call people and other discussions.
_CALLS = re.compile(r"[@#](?=\w)")


@dataclass(slots=True)
class _Table:
    """The table of a document: what stands above it, and its rows by severity."""

    opening: str
    rows: list[tuple[Severity, str]]


class MarkdownReporter:
    """Keeps the rows of tables; of those that a comment has no room for, the least bad are only counted.

    `room` is how many characters, or bytes of a step summary, there are.
    """

    def __init__(self, place: str | None = None) -> None:
        self._tally = Tally()
        self._tables: list[_Table] = []
        self._size = _size_in_bytes if _is_step_summary(place) else len
        self._room = _SUMMARY_ROOM if _is_step_summary(place) else _ROOM_FOR_FINDINGS

    def add(self, checked: Checked, language: str) -> None:
        """Takes up one document."""
        self._tally.add(checked)
        if not checked.diagnostics:
            return
        lines = LineIndex(checked.source.text)
        found = sorted(told(checked, language), key=lambda each: each.severity.rank)
        rows = [(each.severity, _row(each, lines, language)) for each in found]
        self._tables.append(_Table(_opening(checked, language), rows))

    def finish(self, errors: Sequence[SourceError], language: str) -> str:
        """The counts, the rules, the tables with errors first, and what is not in them."""
        counts = summary(self._tally, len(errors), Style(language))
        parts = [f"### lawcheck\n\n{_escaped(counts)}\n"]
        if self._tally.findings:
            parts.append("".join(_by_rule(self._tally, language)))
        shown = self._shown()
        tables = zip(self._tables, shown, strict=True)
        parts += ("".join((table.opening, *rows, _CLOSING)) for table, rows in tables if rows)
        if left_out := sum(len(table.rows) for table in self._tables) - sum(map(len, shown)):
            parts.append(word("left-out", language, count=left_out) + "\n")
        if errors:
            parts.insert(1, "".join(_failed(errors, language)))
        return "\n".join(parts)

    def _shown(self) -> list[list[str]]:
        """The rows of each document that there is room for: all errors first, then warnings, then notes."""
        shown: list[list[str]] = [[] for _ in self._tables]
        room = self._room
        for severity in Severity:
            for table, rows in zip(self._tables, shown, strict=True):
                frame = 0 if rows else self._size(table.opening + _CLOSING) + 1
                for _, row in (each for each in table.rows if each[0] is severity):
                    if (size := self._size(row) + frame) > room:
                        return shown
                    rows.append(row)
                    room, frame = room - size, 0
        return shown


def _size_in_bytes(text: str) -> int:
    return len(text.encode("utf-8", "replace"))


def _is_step_summary(place: str | None) -> bool:
    """Whether the report goes to the summary that GitHub shows of a step, which may be much longer."""
    return place is not None and place == os.environ.get("GITHUB_STEP_SUMMARY")


def _by_rule(tally: Tally, language: str) -> Iterator[str]:
    """How many findings each rule has, the worst and most frequent first."""
    head = (word(key, language) for key in ("rule", "severity", "findings-of-rule"))
    yield f"| {' | '.join(head)} |\n| --- | --- | ---: |\n"
    found = sorted(tally.findings.items(), key=lambda item: (item[0][2].rank, -item[1], item[0]))
    for (code, name, severity), count in found[:_MOST_RULES]:
        yield f"| {code} {_escaped(name)} | {word(severity, language)} | {count} |\n"


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
