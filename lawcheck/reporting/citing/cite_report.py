"""Every reference of documents with its state, as `lawcheck cite` writes it."""

from typing import Literal

from pydantic import Field

from lawcheck.checks.library.judging import State as State
from lawcheck.reporting.flat import Row, html_table, number_text
from lawcheck.reporting.report import FileError, Model, Place, TextSpan, Tool

WRONG = frozenset({State.DIFFERENT, State.REPEALED, State.NEWER})


class KnownDocument(Model):
    """The document that is meant: its path in the library ("" for a national law that is known without), its title,
    number and day."""

    path: str
    title: str
    number: str
    day: str


class Target(Model):
    """What a reference names: title and number ("" where they are not given), and the place in it; an article is "20",
    or "20-1" for 第二十条之一."""

    title: str
    number: str
    chapter: int | None = None
    article: str | None = None
    paragraph: int | None = None
    item: int | None = None


class Quoted(Model):
    """The words in quotation marks that belong to a reference, and how they stand."""

    text: str
    offset: int
    end_offset: int
    state: State


class OriginalPlace(Model):
    """Where the library has what a reference names: offsets of the source of that document."""

    path: str
    offset: int
    end_offset: int


class CitedPlace(TextSpan):
    """One reference: a document, or one place of it; how it stands, and what is wrong with it."""

    target: Target
    state: State
    quotation: Quoted | None
    known: KnownDocument | None
    place: OriginalPlace | None
    message: str
    start: Place


class CitingFile(Model):
    """The references of one document, in order."""

    path: str
    references: tuple[CitedPlace, ...]


class CiteReport(Model):
    """The output of `lawcheck cite`."""

    schema_: Literal["lawcheck-cite/1"] = Field(default="lawcheck-cite/1", alias="schema")
    tool: Tool = Tool()
    files: tuple[CitingFile, ...] = ()
    errors: tuple[FileError, ...] = ()

    def rows(self) -> list[Row]:
        """A row for each reference of all files."""
        return [_row(file.path, cited) for file in self.files for cited in file.references]

    def _repr_html_(self) -> str:
        return html_table(("path", "line", "text", "state", "known_title", "message"), self.rows())


def _row(path: str, cited: CitedPlace) -> Row:
    target, known = cited.target, cited.known
    return {
        "path": path,
        "line": cited.start.line,
        "column": cited.start.column,
        "text": cited.text,
        "title": target.title,
        "number": target.number,
        "chapter": number_text(target.chapter),
        "article": target.article or "",
        "paragraph": number_text(target.paragraph),
        "item": number_text(target.item),
        "quotation": cited.quotation.text if cited.quotation else "",
        "state": str(cited.state),
        "known_path": known.path if known else "",
        "known_title": known.title if known else "",
        "known_number": known.number if known else "",
        "known_day": known.day if known else "",
        "message": cited.message,
        "offset": cited.offset,
        "end_offset": cited.end_offset,
    }
