"""What the formats for other programs have in common: each place of a finding, and the path of its document."""

import os
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lawcheck.checks.checked import Checked
from lawcheck.reading.files import STDIN
from lawcheck.rulebook.findings import Issue
from lawcheck.running.fingerprint import fingerprints
from lawcheck.text.edits import Edit
from lawcheck.text.source import LineIndex

# Further places of one finding that people read.
_SHOWN = 8


@dataclass(frozen=True, slots=True)
class ReportedPlace:
    """One place of a finding, its name that survives edits elsewhere, and the edits that mend it there."""

    diagnostic: Issue
    start: int
    end: int
    fingerprint: str
    edits: tuple[Edit, ...]


def places(checked: Checked) -> Iterator[ReportedPlace]:
    """Every place of every finding: these programs show a finding only where it begins.

    No edits are given where the text stands in no line of the file: what is said of lines is true of `lawcheck text`.
    """
    names = fingerprints(checked.source.text, checked.diagnostics)
    for diagnostic, own in zip(checked.diagnostics, names, strict=True):
        edits = _by_place(diagnostic) if checked.source.format.has_lines else []
        for index, ((start, end), name) in enumerate(zip(diagnostic.spans, own, strict=True)):
            yield ReportedPlace(diagnostic, start, end, name, tuple(edits[index]) if edits else ())


def _by_place(diagnostic: Issue) -> list[list[Edit]]:
    """The edits of a finding, each with the last of its places that begins no later."""
    starts = sorted(range(len(diagnostic.spans)), key=lambda index: diagnostic.spans[index])
    begin = [diagnostic.spans[index][0] for index in starts]
    found: list[list[Edit]] = [[] for _ in starts]
    for edit in diagnostic.fix.edits if diagnostic.fix else ():
        found[starts[max(0, bisect_right(begin, edit.start) - 1)]].append(edit)
    return found


def position(lines: LineIndex, offset: int) -> str:
    """A place as people write it: line and column."""
    found = lines.position(offset)
    return f"{found.line}:{found.column}"


def others(diagnostic: Issue, lines: LineIndex) -> str:
    """The places of a finding beside its first, as far as people read on; empty when there is none."""
    starts = [start for start, _ in diagnostic.occurrences[1:]]
    shown = " ".join(position(lines, start) for start in starts[:_SHOWN])
    return f"{shown} …" if len(starts) > _SHOWN else shown


def repository_path(path: str) -> str:
    """The path of a document from the current folder, with slashes; as it is where it lies elsewhere."""
    if path == STDIN:
        return path
    here = Path.cwd()
    absolute = Path(os.path.normpath(here / path))
    return (absolute.relative_to(here) if absolute.is_relative_to(here) else Path(path)).as_posix()
