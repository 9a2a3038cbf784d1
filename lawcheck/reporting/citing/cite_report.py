"""Every reference of documents with its state, as `lawcheck cite` writes it."""

from typing import Literal

from pydantic import Field

from lawcheck.checks.library.judging import State as State
from lawcheck.reporting.flat import BETWEEN, Row, html_table
from lawcheck.reporting.report import FileError, Model, Place, TextSpan, Tool


class KnownDocument(Model):
    """The document that is meant: its path in the library ("" for a national law that is known without), its title,
    number and day."""

    path: str
    title: str
    number: str
    day: str


class CitationEntry(TextSpan):
    """One reference: the title and number as written ("" where they are not given), the places of it that are named,
    how it stands, and what is wrong with it."""

    title: str
    number: str
    places: tuple[str, ...]
    quotation: str
    state: State
    known: KnownDocument | None
    remarks: tuple[str, ...]
    start: Place


class CitingFile(Model):
    """The references of one document, in order."""

    path: str
    citations: tuple[CitationEntry, ...]


class CiteReport(Model):
    """The output of `lawcheck cite`."""

    schema_: Literal["lawcheck-cite/1"] = Field(default="lawcheck-cite/1", alias="schema")
    tool: Tool = Tool()
    files: tuple[CitingFile, ...] = ()
    errors: tuple[FileError, ...] = ()

    def rows(self) -> list[Row]:
        """A row for each reference of all files."""
        return [_row(file.path, entry) for file in self.files for entry in file.citations]

    def _repr_html_(self) -> str:
        return html_table(("path", "line", "text", "state", "known_title", "remarks"), self.rows())


def _row(path: str, entry: CitationEntry) -> Row:
    known = entry.known
    return {
        "path": path,
        "line": entry.start.line,
        "column": entry.start.column,
        "text": entry.text,
        "title": entry.title,
        "number": entry.number,
        "places": BETWEEN.join(entry.places),
        "quotation": entry.quotation,
        "state": entry.state,
        "known_path": known.path if known else "",
        "known_title": known.title if known else "",
        "known_number": known.number if known else "",
        "known_day": known.day if known else "",
        "remarks": BETWEEN.join(entry.remarks),
        "offset": entry.offset,
        "end_offset": entry.end_offset,
    }
