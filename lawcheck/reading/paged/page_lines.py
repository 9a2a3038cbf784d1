"""The lines of a page: characters on one baseline, from left to right, with the blanks that are seen between them."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from lawcheck.reading.paged.glyphs import Glyph
from lawcheck.text.pages import ABOVE, BELOW
from lawcheck.text.vocabulary.han import HAN

# Characters whose baselines differ by no more than this part of their size stand in one line: notes are raised.
_RAISED = 0.45
# The same character once more, so near that it is printed over itself, which makes it bold.
_OVERPRINTED = 0.35
# From so much of a size on a gap is seen as a blank: among letters, and among Chinese characters.
_LETTER_GAP, _HAN_GAP = 0.18, 1.6
# A gap as wide as this may part two columns.
COLUMN_GAP = 1.0
_HAN_CHARACTER = re.compile(f"[{HAN}]")
_LETTER = re.compile(r"[A-Za-z0-9]")
_SPACED_MOST = 12


class Line(NamedTuple):
    """A line of a page. `text` may have blanks that no character stands for: those are None in `glyphs`."""

    text: str
    glyphs: tuple[Glyph | None, ...]
    page: int
    left: int
    right: int
    base: int
    size: int

    @property
    def top(self) -> int:
        """The upper edge of its characters."""
        return self.base - round(ABOVE * self.size)

    @property
    def bottom(self) -> int:
        """The lower edge of its characters."""
        return self.base + round(BELOW * self.size)


def rows_of(glyphs: Iterable[Glyph]) -> list[list[Glyph]]:
    """The characters that stand on one baseline, from above to below, each row from left to right."""
    rows: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda each: (each.base, each.left)):
        row = rows[-1] if rows else None
        if row and glyph.base - row[0].base <= _RAISED * max(glyph.size, row[0].size) and _fits(row, glyph):
            row.append(glyph)
        else:
            rows.append([glyph])
    return [_once(sorted(row, key=lambda each: each.left)) for row in rows]


def _fits(row: Sequence[Glyph], glyph: Glyph) -> bool:
    """Whether a character belongs to a row, and not between two rows that are close."""
    return glyph.base - row[-1].base <= _RAISED * min(max(glyph.size, 1), row[-1].size * 2)


def _once(row: Sequence[Glyph]) -> list[Glyph]:
    """A row without what is printed over itself."""
    kept: list[Glyph] = []
    for glyph in row:
        if any(
            glyph.char == other.char and glyph.left - other.left < _OVERPRINTED * glyph.size and glyph.char != " "
            for other in kept[-2:]
        ):
            continue
        kept.append(glyph)
    return kept


def parts_of(row: Sequence[Glyph], edges: Sequence[int]) -> list[list[Glyph]]:
    """A row, cut where columns part; a character that stands across an edge keeps it whole."""
    parts: list[list[Glyph]] = [[]]
    waiting = list(edges)
    for glyph in row:
        while waiting and (glyph.left + glyph.right) / 2 > waiting[0]:
            waiting.pop(0)
            parts.append([])
        parts[-1].append(glyph)
    return [part for part in parts if part]


def line_of(row: Sequence[Glyph], page: int) -> Line | None:
    """The line that a row is; None where nothing is seen."""
    seen = [glyph for glyph in row if not glyph.char.isspace()]
    if not seen:
        return None
    first, last = row.index(seen[0]), len(row) - 1 - row[::-1].index(seen[-1])
    row = row[first : last + 1]
    is_spaced = _is_spaced(seen)
    text: list[str] = []
    glyphs: list[Glyph | None] = []
    for before, glyph in zip((None, *row[:-1]), row, strict=True):
        if before and not is_spaced and (blank := _blank(before, glyph)):
            text.append(blank)
            glyphs.append(None)
        text.append(glyph.char)
        glyphs.append(glyph)
    size = sorted(glyph.size for glyph in seen)[len(seen) // 2]
    base = sorted(glyph.base for glyph in seen)[len(seen) // 2]
    return Line("".join(text), tuple(glyphs), page, seen[0].left, max(g.right for g in seen), base, size)


def _blank(before: Glyph, glyph: Glyph) -> str:
    """What is written for a gap: letters have narrow blanks; among Chinese characters only a wide one is meant."""
    if before.char.isspace() or glyph.char.isspace():
        return ""
    gap = (glyph.left - before.right) / max(glyph.size, 1)
    if _LETTER.match(before.char) and _LETTER.match(glyph.char):
        return " " if gap > _LETTER_GAP else ""
    return "\u3000" if gap > _HAN_GAP else ""


def _is_spaced(seen: Sequence[Glyph]) -> bool:
    """Whether a short line of Chinese characters is spaced out: its gaps are wide, and all alike."""
    if not 2 <= len(seen) <= _SPACED_MOST or not all(_HAN_CHARACTER.match(glyph.char) for glyph in seen):
        return False
    gaps = [after.left - before.right for before, after in pairwise(seen)]
    return min(gaps) > 0.3 * seen[0].size and max(gaps) - min(gaps) <= 0.4 * seen[0].size


def column_edges(rows: Sequence[Sequence[Glyph]], width: int) -> list[int]:
    """Where the columns of a page part: in the middle of a band that nearly no row crosses; none for one column."""
    counted = [row for row in rows if len(row) >= 6]
    if len(counted) < 6:
        return []
    step = max(1, width // 100)
    places = range(round(width * 0.35), round(width * 0.65), step)
    best: list[int] = []
    for place in places:
        halves = sum(_parts_at(row, place) for row in counted)
        if halves >= 0.7 * len(counted):
            best.append(place)
    return [best[len(best) // 2]] if best else []


def _parts_at(row: Sequence[Glyph], place: int) -> bool:
    """Whether a row has text on both sides of a place, and a gap there."""
    left = max((glyph.right for glyph in row if glyph.left < place), default=None)
    right = min((glyph.left for glyph in row if glyph.left >= place), default=None)
    if left is None or right is None or left > place:
        return False
    many = sum(glyph.left < place for glyph in row)
    return right - left >= COLUMN_GAP * row[0].size and many >= 3 and len(row) - many >= 3
