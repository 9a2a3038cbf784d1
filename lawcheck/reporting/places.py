"""What the formats for other programs have in common: each place of a finding, and the path of its document."""

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path

from lawcheck.checks.checked import Checked
from lawcheck.reading.files import STDIN
from lawcheck.records import dataclass
from lawcheck.reporting.told import address, tell
from lawcheck.reporting.words import word
from lawcheck.rulebook.worded import Worded
from lawcheck.running.fingerprint import fingerprints
from lawcheck.text.edits import Edit
from lawcheck.text.pages import Pages
from lawcheck.text.source import LineIndex

# Of GitHub and of GitLab.
_CHECKOUTS = ("GITHUB_WORKSPACE", "CI_PROJECT_DIR")
_root: ContextVar[Path | None] = ContextVar("report_root", default=None)
# Further places of one finding that people read.
_SHOWN = 8


@dataclass(frozen=True, slots=True)
class ReportedPlace:
    """One place of a finding, in words of its own, and its name that survives edits elsewhere.

    `address` is where its rule is described on the web, or empty.
    """

    found: Worded
    fingerprint: str
    edits: tuple[Edit, ...]
    address: str

    @property
    def start(self) -> int:
        """Where it begins."""
        return self.found.start

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.found.end


def places(checked: Checked, language: str) -> Iterator[ReportedPlace]:
    """Every place of every finding: these programs show a finding only where it begins.

    No edits are given where the text stands in no line of the file: what is said of lines is true of `lawcheck text`.
    """
    names = fingerprints(checked.source.text, checked.diagnostics)
    for diagnostic, own in zip(checked.diagnostics, names, strict=True):
        page = address(checked, diagnostic.code, language)
        for number, (place, name) in enumerate(zip(diagnostic.places, own, strict=True)):
            edits = place.edits if checked.source.format.has_lines else ()
            yield ReportedPlace(tell(diagnostic, checked.own_rules, language, number), name, edits, page)


def position(lines: LineIndex, offset: int) -> str:
    """A place as people write it: line and column."""
    found = lines.position(offset)
    return f"{found.line}:{found.column}"


def on_page(pages: Pages | None, offset: int, language: str) -> str:
    """Where a place stands on the pages of its document: page and line; empty for a document that is no pages."""
    found = pages.place(offset) if pages else None
    return word("on-page", language, page=found.page, line=found.number) if found else ""


def others(diagnostic: Worded, lines: LineIndex) -> str:
    """The places of a finding beside its first, as far as people read on; empty when there is none."""
    return listed([start for start, _ in diagnostic.occurrences[1:]], lines)


def listed(starts: Sequence[int], lines: LineIndex) -> str:
    """Places, as far as people read on."""
    shown = " ".join(position(lines, start) for start in starts[:_SHOWN])
    return f"{shown} …" if len(starts) > _SHOWN else shown


@contextmanager
def relative_to(folder: Path | None) -> Iterator[None]:
    """Inside, the paths in reports for other programs begin at this folder."""
    token = _root.set(folder)
    try:
        yield
    finally:
        _root.reset(token)


def repository_path(path: str) -> str:
    """The path of a document as the host of the repository knows it, with slashes; as it is where it lies elsewhere.

    It begins at the folder that the call names, else at the checkout of the running job, else at the current folder.
    """
    if path == STDIN:
        return path
    here = Path.cwd()
    root = _root.get() or _checkout(here) or here
    absolute = Path(os.path.normpath(here / path))
    return (absolute.relative_to(root) if absolute.is_relative_to(root) else Path(path)).as_posix()


def _checkout(here: Path) -> Path | None:
    """Where the host of a job that runs in this folder has put the repository."""
    for name in _CHECKOUTS:
        folder = Path(os.path.normpath(value)) if (value := os.environ.get(name)) else None
        if folder and folder.is_absolute() and here.is_relative_to(folder):
            return folder
    return None
