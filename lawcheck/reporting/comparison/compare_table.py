"""What has become of two revisions, as a table: to be handed on as a Word file or a workbook."""

from lawcheck.comparing.review import Reviewed
from lawcheck.reporting.comparison.compare_html import ComparedCell, changed_rows
from lawcheck.reporting.words import word

# The columns, and their widths in characters.
COMPARED_COLUMNS = {
    "column-number": 6,
    "column-kind": 12,
    "column-old-place": 14,
    "column-old-text": 44,
    "column-new-place": 14,
    "column-new-text": 44,
    "column-note": 30,
}


def compared_table(reviewed: Reviewed, language: str) -> list[list[str]]:
    """A row for each passage that has changed; the first row is the header."""
    rows = [[word(key, language) for key in COMPARED_COLUMNS]]
    for number, row in enumerate(changed_rows(reviewed, language), 1):
        sides = (*_told(row.old), *_told(row.new))
        rows.append([str(number), "\n".join(row.kinds), *sides, "\n".join(row.notes)])
    return rows


def _told(cell: ComparedCell | None) -> tuple[str, str]:
    return (cell.name, "".join(piece.text for piece in cell.pieces)) if cell else ("", "")
