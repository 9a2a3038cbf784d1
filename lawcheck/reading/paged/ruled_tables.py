"""Tables whose cells are parted by ruled lines."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from lawcheck.reading.paged.glyphs import Glyph, Ruled

# Ends and lines this near to each other meet, in tenths of a point.
_NEAR = 30
# So far lines reach beyond the last one that crosses them where a table is open: overleaf it goes on.
_OPEN = 60
# Parts of one line leave no more between them.
_TOUCHING = 5
# A page with more lines is a drawing, and so is what has more cells.
_MOST_LINES, _MOST_CELLS = 3000, 20_000


class RuledCell(NamedTuple):
    """A cell of a grid: its first row and column, how many it takes, and its characters."""

    row: int
    column: int
    height: int
    width: int
    left: int
    right: int
    glyphs: list[Glyph]


class GridTable(NamedTuple):
    """A table on a page: its edges, those of its columns, and its cells."""

    top: int
    bottom: int
    columns: tuple[int, ...]
    rows: tuple[int, ...]
    cells: list[RuledCell]


def find_tables(ruled: Sequence[Ruled], glyphs: Iterable[Glyph]) -> tuple[list[GridTable], list[Glyph]]:
    """The tables of a page from above to below, and the characters that stand in none."""
    whole = _joined(ruled)
    grids = [grid for group in _connected(whole) if (grid := _grid(group))] if len(whole) <= _MOST_LINES else []
    rest: list[Glyph] = []
    inside: list[list[Glyph]] = [[] for _ in grids]
    for glyph in glyphs:
        x, y = (glyph.left + glyph.right) / 2, glyph.base - glyph.size * 0.35
        for at, (columns, rows, _) in enumerate(grids):
            if columns[0] <= x <= columns[-1] and rows[0] <= y <= rows[-1]:
                inside[at].append(glyph)
                break
        else:
            rest.append(glyph)
    tables = []
    for (columns, rows, group), found in zip(grids, inside, strict=True):
        if found:
            tables.append(GridTable(rows[0], rows[-1], columns, rows, _cells(columns, rows, group, found)))
    return sorted(tables, key=lambda table: table.top), rest


def _joined(ruled: Iterable[Ruled]) -> list[Ruled]:
    """Lines of which parts that touch each other are one: a table may be drawn cell by cell."""
    order = sorted(ruled, key=lambda line: (line.is_level, *((line.top, line.left) if line.is_level else line[:2])))
    whole: list[Ruled] = []
    for line in order:
        before = whole[-1] if whole else None
        if before and before.is_level is line.is_level and _is_part(before, line):
            whole[-1] = before._replace(right=max(before.right, line.right), bottom=max(before.bottom, line.bottom))
        else:
            whole.append(line)
    return whole


def _is_part(before: Ruled, line: Ruled) -> bool:
    """Whether a line begins in the one before, or where that ends."""
    if line.is_level:
        return before.top == line.top and line.left <= before.right + _TOUCHING
    return before.left == line.left and line.top <= before.bottom + _TOUCHING


def _connected(ruled: Sequence[Ruled]) -> list[list[Ruled]]:
    """Lines that meet each other, level with upright ones."""
    parent = list(range(len(ruled)))

    def root(at: int) -> int:
        while parent[at] != at:
            parent[at] = parent[parent[at]]
            at = parent[at]
        return at

    order = sorted(range(len(ruled)), key=lambda at: ruled[at].top)
    open_now: list[int] = []
    for at in order:
        line = ruled[at]
        open_now = [other for other in open_now if ruled[other].bottom + _NEAR >= line.top]
        for other in open_now:
            before = ruled[other]
            if before.left - _NEAR <= line.right and line.left - _NEAR <= before.right:
                parent[root(at)] = root(other)
        open_now.append(at)
    groups: dict[int, list[Ruled]] = {}
    for at, line in enumerate(ruled):
        groups.setdefault(root(at), []).append(line)
    return [group for group in groups.values() if len(group) >= 5]


def _grid(group: Sequence[Ruled]) -> tuple[tuple[int, ...], tuple[int, ...], Sequence[Ruled]] | None:
    upright, level = [line for line in group if not line.is_level], [line for line in group if line.is_level]
    columns = _places([line.left for line in upright], [(line.top, line.left, line.right) for line in level])
    rows = _places([line.top for line in level], [(line.left, line.top, line.bottom) for line in upright])
    if len(columns) < 2 or len(rows) < 2 or (len(columns) == 2 and len(rows) == 2):
        return None
    if len(columns) * len(rows) > _MOST_CELLS:
        return None
    return columns, rows, group


def _places(values: Iterable[int], across: Iterable[tuple[int, int, int]]) -> tuple[int, ...]:
    """Where lines part a table, and where it is open: the outermost of those across, with their places, go on there."""
    places = _apart(values)
    lines: dict[int, list[tuple[int, int]]] = {}
    for place, start, end in across:
        lines.setdefault(round(place / _NEAR), []).append((start, end))
    if places and len(lines) > 1:
        outermost = lines[min(lines)], lines[max(lines)]
        start = max(min(start for start, _ in parts) for parts in outermost)
        end = min(max(end for _, end in parts) for parts in outermost)
        places = [start] * (start < places[0] - _OPEN) + places + [end] * (end > places[-1] + _OPEN)
    return tuple(places)


def _apart(values: Iterable[int]) -> list[int]:
    places: list[int] = []
    for value in sorted(values):
        if not places or value - places[-1] > _NEAR:
            places.append(value)
    return places


def _cells(
    columns: Sequence[int], rows: Sequence[int], group: Sequence[Ruled], glyphs: Iterable[Glyph]
) -> list[RuledCell]:
    """The cells of a grid: places of it between which no line is drawn are one."""
    wide, high = len(columns) - 1, len(rows) - 1
    upright, level = [[False] * high for _ in range(wide + 1)], [[False] * wide for _ in range(high + 1)]
    for line in group:
        if line.is_level:
            at = _nearest(rows, line.top)
            for column in range(wide):
                if line.left <= (columns[column] + columns[column + 1]) / 2 <= line.right:
                    level[at][column] = True
        else:
            at = _nearest(columns, line.left)
            for row in range(high):
                if line.top <= (rows[row] + rows[row + 1]) / 2 <= line.bottom:
                    upright[at][row] = True
    owner: dict[tuple[int, int], RuledCell] = {}
    cells: list[RuledCell] = []
    for row in range(high):
        for column in range(wide):
            if (row, column) in owner:
                continue
            width, height = 1, 1
            while column + width < wide and not upright[column + width][row] and (row, column + width) not in owner:
                width += 1
            while row + height < high and not any(level[row + height][column : column + width]):
                height += 1
            cell = RuledCell(row, column, height, width, columns[column], columns[column + width], [])
            cells.append(cell)
            for y in range(row, row + height):
                for x in range(column, column + width):
                    owner[y, x] = cell
    for glyph in glyphs:
        middle, level_at = (glyph.left + glyph.right) / 2, glyph.base - glyph.size * 0.35
        owner[_between(rows, level_at), _between(columns, middle)].glyphs.append(glyph)
    return cells


def _nearest(places: Sequence[int], value: int) -> int:
    return min(range(len(places)), key=lambda at: abs(places[at] - value))


def _between(places: Sequence[int], value: float) -> int:
    return max(0, min(len(places) - 2, sum(place <= value for place in places) - 1))
