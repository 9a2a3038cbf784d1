"""The results that cross the border: every JSON output, and what the Python functions return.

A JSON Schema for each is generated from these models into `lawcheck/reporting/schemas/`.
"""

from collections.abc import Sequence
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from lawcheck import __version__
from lawcheck.reporting.flat import FINDING_COLUMNS, TASK_COLUMNS, Row, finding_rows, html_table, task_rows
from lawcheck.rulebook.findings import Safety, Severity
from lawcheck.structure.kinds import Kind


class Model(BaseModel):
    """What all models of reports have in common."""

    model_config = ConfigDict(
        frozen=True,
        populate_by_name=True,
        # JSON has the names that the schemas have, however it is made.
        serialize_by_alias=True,
        defer_build=True,
        json_schema_serialization_defaults_required=True,
    )


class Tool(Model):
    """What made the report."""

    name: Literal["lawcheck"] = "lawcheck"
    version: str = __version__


class FileError(Model):
    """A document that could not be checked, and why."""

    path: str
    message: str


class Place(Model):
    """Line and column, from 1; columns count code points. Of a document that is pages also the page and its line."""

    line: int
    column: int
    page: int | None = Field(default=None, exclude_if=lambda page: page is None)
    page_line: int | None = Field(default=None, exclude_if=lambda line: line is None)


class Span(Model):
    """A half-open span of code points of the decoded text as it stands in the file."""

    offset: int
    end_offset: int


class Occurrence(Span):
    """One of several places of a finding. `message` is there only where their messages differ."""

    start: Place
    end: Place
    message: str = Field(default="", exclude_if=lambda message: not message)


class RelatedSpan(Span):
    """A second place that helps to understand a finding."""

    message: str


class FixEdit(Span):
    """Replaces the span by `content`."""

    content: str


class FixProposal(Model):
    """Edits that remove the cause of a finding; safe ones change neither facts nor meaning."""

    safety: Safety
    title: str
    edits: tuple[FixEdit, ...]


class SourceEntry(Model):
    """Where a rule comes from; `verified` says whether the clause was compared with its original."""

    title: str
    clause: str
    level: str
    verified: bool


class Diagnostic(Model):
    """One finding. `occurrences` is there only when the finding gathers several places; its first is the finding's."""

    code: str
    name: str
    severity: Severity
    message: str
    offset: int
    end_offset: int
    start: Place
    end: Place
    occurrences: tuple[Occurrence, ...] = Field(default=(), exclude_if=lambda places: not places)
    related: tuple[RelatedSpan, ...] = ()
    fix: FixProposal | None = None
    source: tuple[SourceEntry, ...] = ()
    url: str = ""


# By what a document is taken for a scan.
ScanMark = Literal[
    "setting",
    "reader",
    "watermark",
    "line-breaks",
    "page-numbers",
    "blanks-before-stops",
    "crossed-brackets",
    "letters-in-numbers",
    "lost-characters",
    "misread-words",
]


class CheckedFile(Model):
    """A checked document: its kind, its length in code points, and its findings by place.

    `encoding` is that of a text, as recognised; of another file it is the name of the format: docx, doc, odt, rtf.
    `scanned` says why it was checked as a text that was read off pages: because of the setting, its reader, or the
    marks of recognition in it; it is empty where it was not.
    """

    path: str
    kind: Kind
    scanned: tuple[ScanMark, ...] = ()
    encoding: str
    characters: int
    diagnostics: tuple[Diagnostic, ...]

    def rows(self) -> list[Row]:
        """A row for each finding."""
        return list(finding_rows(self))

    def _repr_html_(self) -> str:
        return html_table(FINDING_COLUMNS, self.rows())


class Report(Model):
    """The output of `lawcheck check`, and the result of `check_text` and `check_path`."""

    schema_: Literal["lawcheck-check/1"] = Field(default="lawcheck-check/1", alias="schema")
    tool: Tool = Tool()
    files: tuple[CheckedFile, ...] = ()
    errors: tuple[FileError, ...] = ()

    @property
    def diagnostics(self) -> Sequence[Diagnostic]:
        """The findings of all files."""
        return [d for file in self.files for d in file.diagnostics]

    def rows(self) -> list[Row]:
        """A row for each finding of all files: what pandas, polars and DuckDB make a table of."""
        return [row for file in self.files for row in file.rows()]

    def _repr_html_(self) -> str:
        return html_table(FINDING_COLUMNS, self.rows())


class TextSpan(Span):
    """A piece of the text with its place."""

    text: str


class OutlineNode(Span):
    """A heading, item or article; `marker` is empty and `inferred` true where the ordinal was lost."""

    depth: int
    level: str
    marker: str
    number: int | None
    inferred: bool
    title: str
    children: tuple["OutlineNode", ...] = ()


class OutlineFile(Model):
    """The structure of one document."""

    path: str
    kind: Kind
    title: TextSpan | None
    nodes: tuple[OutlineNode, ...]


class OutlineReport(Model):
    """The output of `lawcheck outline`."""

    schema_: Literal["lawcheck-outline/1"] = Field(default="lawcheck-outline/1", alias="schema")
    tool: Tool = Tool()
    files: tuple[OutlineFile, ...] = ()
    errors: tuple[FileError, ...] = ()


class TaskDeadline(Model):
    """A time limit as written, and its last day as far as it is known (ISO 8601)."""

    text: str
    date: str | None


class TaskEntry(Span):
    """A task with its units; `part` counts the measures of an item that are attributed one by one.

    `start` is its place, and `text` all its words as they are read, without what is not the author's.
    """

    number: int | None
    part: int
    section: str
    subsection: str
    summary: str
    lead: tuple[str, ...]
    participants: tuple[str, ...]
    responsible: tuple[str, ...]
    deadlines: tuple[TaskDeadline, ...]
    attribution: Span | None
    start: Place
    text: str


class TaskFile(Model):
    """The tasks of one document."""

    path: str
    tasks: tuple[TaskEntry, ...]


class TaskReport(Model):
    """The output of `lawcheck tasks`."""

    schema_: Literal["lawcheck-tasks/1"] = Field(default="lawcheck-tasks/1", alias="schema")
    tool: Tool = Tool()
    files: tuple[TaskFile, ...] = ()
    errors: tuple[FileError, ...] = ()

    def rows(self) -> list[Row]:
        """A row for each task of all files, with its units and time limits."""
        return [row for file in self.files for row in task_rows(file)]

    def _repr_html_(self) -> str:
        return html_table(TASK_COLUMNS, self.rows())


def to_json(report: Model) -> str:
    """A report as JSON, in one line."""
    return report.model_dump_json() + "\n"
