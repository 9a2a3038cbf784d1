"""Sets the cells of real tables apart, as paragraphs that no line break parts."""

from collections.abc import Iterable, Iterator

from lawcheck.source import Cell, Table
from lawcheck.view import Cut

KIND = "cell"


def cell_cuts(tables: Iterable[Table]) -> list[Cut]:
    """What stands between two cells, and behind each row, becomes a blank line; a nested table adds no second."""
    places = {place for table in tables for row in table.rows for place in _ends(row)}
    return [Cut(KIND, place, place + 1, "\n\n") for place in sorted(places)]


def _ends(row: tuple[Cell, ...]) -> Iterator[int]:
    """Where the cells of a row end: at the tabs between them, and at the line end behind the last."""
    for cell in row:
        yield cell.at if cell.continued else cell.end
