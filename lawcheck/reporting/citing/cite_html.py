"""Every reference of documents with its state, as a page."""

from collections.abc import Sequence

from lawcheck.records import dataclass
from lawcheck.reporting.citing.cite_convert import known_as, summary_of
from lawcheck.reporting.citing.cite_report import CitingFile
from lawcheck.reporting.excerpt import visible
from lawcheck.reporting.page import page


@dataclass(frozen=True, slots=True)
class CiteRow:
    """A reference as the page shows it."""

    place: str
    text: str
    state: str
    known: str
    remarks: Sequence[str]


@dataclass(frozen=True, slots=True)
class CiteTable:
    """The references of one document."""

    summary: str
    rows: Sequence[CiteRow]


def cite_html(files: Sequence[CitingFile], language: str) -> str:
    """The whole page."""
    tables = [
        CiteTable(
            visible(summary_of(file, language)),
            [
                CiteRow(
                    f"{entry.start.line}:{entry.start.column}",
                    visible(entry.text),
                    entry.state,
                    visible(known_as(entry, language)),
                    [visible(remark) for remark in entry.message.splitlines()],
                )
                for entry in file.references
            ],
        )
        for file in files
    ]
    return page("lawcheck.reporting.citing", "cite.html", "cite.css", language, tables=tables)
