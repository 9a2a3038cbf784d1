"""Every reference of documents with its state, as `lawcheck cite` writes it."""

from typing import Literal

from pydantic import Field

from lawcheck.checks.library.judging import State as State
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
