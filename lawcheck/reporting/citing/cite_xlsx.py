"""Every reference of documents with its state, as a workbook."""

from collections.abc import Sequence

from lawcheck.reporting.citing.cite_convert import known_as
from lawcheck.reporting.citing.cite_report import CitedPlace, CitingFile
from lawcheck.reporting.ledger import Value
from lawcheck.reporting.words import word
from lawcheck.reporting.xlsx import Sheet, workbook

_WIDTHS = {
    "column-number": 6,
    "column-cited-at": 20,
    "column-cited": 54,
    "column-state": 10,
    "column-known": 54,
    "column-remarks": 40,
}


def cite_xlsx(files: Sequence[CitingFile], language: str) -> bytes:
    """The workbook."""
    entries = [(file.path, entry) for file in files for entry in file.references]
    rows = [_row(number, path, entry, language) for number, (path, entry) in enumerate(entries, 1)]
    header: list[Value] = [word(key, language) for key in _WIDTHS]
    return workbook([Sheet(word("cite-sheet", language), [header, *rows], list(_WIDTHS.values()))], language)


def _row(number: int, path: str, entry: CitedPlace, language: str) -> list[Value]:
    place = f"{path}:{entry.start.line}:{entry.start.column}"
    state = word(f"state-{entry.state}", language)
    return [number, place, entry.text, state, known_as(entry, language), entry.message]
