"""What two revisions have become to each other, as `lawcheck compare` writes it and `compare_texts` returns it."""

from typing import Literal

from pydantic import Field

from lawcheck.comparing.change_kinds import ChangeKind as ChangeKind
from lawcheck.reporting.flat import BETWEEN, Row, html_table
from lawcheck.reporting.report import Diagnostic, FileError, Model, Place, TextSpan, Tool
from lawcheck.structure.document import Role
from lawcheck.structure.kinds import Kind


class ComparedDocument(Model):
    """One of the two revisions."""

    path: str
    kind: Kind
    encoding: str
    characters: int


class PassageEntry(TextSpan):
    """A passage of one revision: where it stands, its ordinal, the ordinals that lead to it, and its text."""

    level: str
    marker: str
    number: int | None
    label: str
    start: Place
    end: Place


class WordsEntry(TextSpan):
    """Words of one revision; an empty span where only the other one has words."""

    start: Place


class DifferenceEntry(Model):
    """Words that were replaced by others."""

    old: WordsEntry
    new: WordsEntry


class UnitsEntry(Model):
    """The units of a role that a passage has lost and gained; both are empty where only the order has changed."""

    role: Role
    removed: tuple[str, ...]
    added: tuple[str, ...]


class ValueEntry(Model):
    """A time limit, figure, obligation or exception before and after the revision; "" where there is none."""

    kind: ChangeKind
    before: str
    after: str
    weaker: bool


class ChangeEntry(Model):
    """A passage that has changed; `old` is null where it was added, `new` where it was removed."""

    kinds: tuple[ChangeKind, ...]
    old: PassageEntry | None
    new: PassageEntry | None
    differences: tuple[DifferenceEntry, ...]
    units: tuple[UnitsEntry, ...]
    values: tuple[ValueEntry, ...]


class RenamingEntry(Model):
    """A word or unit that another one has replaced, and in how many passages."""

    before: str
    after: str
    places: int


class FindingsEntry(Model):
    """Findings on the revision itself; those that are new, gone and still there. Those gone are of the old document."""

    revision: tuple[Diagnostic, ...]
    new: tuple[Diagnostic, ...]
    gone: tuple[Diagnostic, ...]
    still: tuple[Diagnostic, ...]


class ComparedFile(Model):
    """Two revisions; `summary` has how many changes of each kind there are."""

    old: ComparedDocument
    new: ComparedDocument
    summary: dict[ChangeKind, int]
    changes: tuple[ChangeEntry, ...]
    renamings: tuple[RenamingEntry, ...]
    findings: FindingsEntry


class CompareReport(Model):
    """The output of `lawcheck compare`, and the result of `compare_texts` and `compare_paths`."""

    schema_: Literal["lawcheck-compare/1"] = Field(default="lawcheck-compare/1", alias="schema")
    tool: Tool = Tool()
    files: tuple[ComparedFile, ...] = ()
    errors: tuple[FileError, ...] = ()

    @property
    def changes(self) -> tuple[ChangeEntry, ...]:
        """Every change."""
        return tuple(change for file in self.files for change in file.changes)

    def rows(self) -> list[Row]:
        """A row for each change, with the passage before and after it; "" and line 0 where there is none."""
        return [_row(file, change) for file in self.files for change in file.changes]

    def _repr_html_(self) -> str:
        return html_table(("change", "old_label", "old_text", "new_label", "new_text"), self.rows())


def _row(file: ComparedFile, change: ChangeEntry) -> Row:
    return {
        "old_path": file.old.path,
        "new_path": file.new.path,
        "change": BETWEEN.join(change.kinds),
        **_passage("old", change.old),
        **_passage("new", change.new),
        "removed_units": BETWEEN.join(unit for each in change.units for unit in each.removed),
        "added_units": BETWEEN.join(unit for each in change.units for unit in each.added),
        "values": BETWEEN.join(f"{each.before} → {each.after}" for each in change.values),
    }


def _passage(which: str, passage: PassageEntry | None) -> Row:
    return {
        f"{which}_label": passage.label if passage else "",
        f"{which}_text": passage.text if passage else "",
        f"{which}_line": passage.start.line if passage else 0,
    }
