"""Sets the cells of real tables apart, as paragraphs that no line break parts."""

from collections.abc import Iterable, Iterator

from lawcheck.text.source import Cell, Table
from lawcheck.text.view import Cut

KIND = "cell"
_BLANK_LINE = "\n\n"


def cell_cuts(tables: Iterable[Table]) -> list[Cut]:
    """What stands between two cells, and after each row, becomes a blank line; a nested table adds no second."""
    places = {place for table in tables for row in table.rows for place in _ends(row)}
    return [Cut(KIND, place, place + 1, _BLANK_LINE) for place in sorted(places)]


def _ends(row: tuple[Cell, ...]) -> Iterator[int]:
    """Where the cells of a row end: at the tabs between them, and at the line end after the last."""
    for cell in row:
        yield cell.at if cell.continued else cell.end


def cells_apart(cuts: Iterable[Cut], tables: Iterable[Table]) -> Iterator[Cut]:
    """Cuts of markup, parted where cells end: what stands between two of them becomes a blank line too."""
    cells = {c.end: c.start for table in tables for row in table.rows for c in row if not c.continued}
    ends = sorted(cells)
    index = 0
    for cut in cuts:
        at, replacement = cut.start, cut.replacement
        while index < len(ends) and ends[index] < cut.end:
            end = ends[index]
            if end > at:
                # After the words of a cell nothing else is to come; of an empty one all is cut, from before it.
                yield Cut(cut.kind, at, end, replacement if at < cells[end] else "")
            at, replacement = max(at, end), _BLANK_LINE
            index += 1
        yield Cut(cut.kind, at, cut.end, replacement)
