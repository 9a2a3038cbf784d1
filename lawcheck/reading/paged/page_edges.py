"""How far the text of left-hand pages stands from where that of right-hand ones does: margins may be mirrored."""

from collections.abc import Sequence

from lawcheck.reading.paged.glyphs import Glyph, SeenPage

# In tenths of a point: margins that differ by less are alike.
_ALIKE = 60
_FEWEST = 10

Rows = Sequence[Sequence[Glyph]]


def shifts_of(rows_of_pages: Sequence[Rows], seen: Sequence[SeenPage]) -> dict[int, int]:
    """How far to the right the text of each page stands, by the number of the page."""
    lefts: tuple[list[int], list[int]] = ([], [])
    rights: tuple[list[int], list[int]] = ([], [])
    for rows, page in zip(rows_of_pages, seen, strict=True):
        full = [row for row in rows if len(row) >= _FEWEST and page.width == seen[0].width]
        lefts[page.number % 2].extend(row[0].left for row in full)
        rights[page.number % 2].extend(row[-1].right for row in full)
    shift = 0
    if min(map(len, lefts)) >= 2:
        by_left = _part(lefts[0], 0.2) - _part(lefts[1], 0.2)
        by_right = _part(rights[0], 0.8) - _part(rights[1], 0.8)
        shift = round((by_left + by_right) / 2) if abs(by_left) > _ALIKE and abs(by_left - by_right) <= _ALIKE else 0
    return {page.number: 0 if page.number % 2 or page.width != seen[0].width else shift for page in seen}


def _part(values: list[int], part: float) -> int:
    return sorted(values)[round(part * (len(values) - 1))]


def moved(rows: Rows, shift: int) -> Rows:
    """The rows of a page as they would stand on a right-hand one."""
    if not shift:
        return rows
    return [[glyph._replace(left=glyph.left - shift, right=glyph.right - shift) for glyph in row] for row in rows]
