"""The lines of a page: characters on one baseline, from left to right, with the blanks that are seen between them."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from lawcheck.reading.paged.glyphs import Glyph
from lawcheck.text.pages import ABOVE, BELOW
from lawcheck.text.vocabulary.han import HAN

# Characters whose baselines differ by no more than this part of their size stand in one line. The marks of notes are
# small, and raised by more.
_RAISED, _MARK_RAISED, _MARK_SIZE = 0.45, 0.6, 0.7
# The same character once more, so near that it is printed over itself, which makes it bold.
_OVERPRINTED = 0.35
# From so much of a size on a gap is seen as a blank: among letters, and among Chinese characters.
_LETTER_GAP, _WIDE_GAP, _HAN_GAP = 0.18, 1.0, 1.6
# A blank that is narrower than this does not say how many of them there are.
_NARROWEST_BLANK = 0.2
_MOST_BLANKS = 20
# A gap as wide as this may part two columns.
COLUMN_GAP = 1.0
# Columns that stand beside each other do so in at least so many rows.
_FEWEST_ROWS = 6
# What has fewer characters is a title or the number of a page, and may cross the place between columns.
_FEWEST_GLYPHS = 8
CLOSING = "，。、；：？！”’）》〉〕】」』〗］｝…—)]}>,.;:?!%％"
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
        if row and _are_level(row[0], glyph) and _are_level(row[-1], glyph):
            row.append(glyph)
        else:
            rows.append([glyph])
    return [_once(sorted(row, key=lambda each: each.left)) for row in rows]


def _are_level(before: Glyph, glyph: Glyph) -> bool:
    """Whether two characters stand in one row, and not in two that are close."""
    small, large = sorted((before.size, glyph.size))
    return glyph.base - before.base <= (_MARK_RAISED if small <= _MARK_SIZE * large else _RAISED) * large


def _once(row: Sequence[Glyph]) -> list[Glyph]:
    """A row without what is printed over itself."""
    kept: list[Glyph] = []
    for glyph in row:
        if any(
            glyph.char == other.char
            and glyph.left - other.left < _OVERPRINTED * (glyph.right - glyph.left)
            and glyph.char != " "
            for other in kept[-2:]
        ):
            continue
        kept.append(glyph)
    return kept


def parts_of(row: Sequence[Glyph], gutter: int | None) -> list[tuple[int, Sequence[Glyph]]]:
    """What of a row stands in which column, from 1; 0 is the whole width."""
    if gutter is None or not is_free(row, gutter):
        return [(0, row)]
    parts = ([glyph for glyph in row if glyph.left < gutter], [glyph for glyph in row if glyph.left >= gutter])
    return [(column, part) for column, part in enumerate(parts, 1) if part]


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
    before: Glyph | None = None
    seen_blank: Glyph | None = None
    for glyph in row:
        if glyph.char == " ":
            seen_blank = glyph
            continue
        if before and not is_spaced and (blank := _blank(before, glyph, seen_blank)):
            text += blank
            glyphs += [None] * len(blank)
        text.append(glyph.char)
        glyphs.append(glyph)
        before, seen_blank = glyph, None
    size = sorted(glyph.size for glyph in seen)[len(seen) // 2]
    base = sorted(glyph.base for glyph in seen)[len(seen) // 2]
    return Line("".join(text), tuple(glyphs), page, seen[0].left, max(g.right for g in seen), base, size)


def _blank(before: Glyph, glyph: Glyph, blank: Glyph | None) -> str:
    """What is written for a gap, in which the file may have a blank: of several in a row it may show one.

    Letters have narrow blanks. Among Chinese characters a narrow one counts only where the file has it: lines are
    stretched to fill their width. A wide gap has a blank for each half of a character.
    """
    gap = (glyph.left - before.right) / max(glyph.size, 1)
    are_letters = _LETTER.match(before.char) and _LETTER.match(glyph.char)
    width = (blank.right - blank.left) / max(blank.size, 1) if blank else 0
    if blank and not are_letters and width >= _NARROWEST_BLANK:
        return " " * min(_MOST_BLANKS, max(1, round(gap / width)))
    if gap > (_WIDE_GAP if blank else _HAN_GAP):
        return " " * min(_MOST_BLANKS, round(2 * gap))
    return " " if blank or (gap > _LETTER_GAP and are_letters) else ""


def _is_spaced(seen: Sequence[Glyph]) -> bool:
    """Whether a short line of Chinese characters is spaced out: its gaps are wide, and all alike."""
    if not 2 <= len(seen) <= _SPACED_MOST or not all(_HAN_CHARACTER.match(glyph.char) for glyph in seen):
        return False
    gaps = [after.left - before.right for before, after in pairwise(seen)]
    return min(gaps) > 0.3 * seen[0].size and max(gaps) - min(gaps) <= 0.4 * seen[0].size


def gutter_of(pages: Sequence[Sequence[Sequence[Glyph]]], widths: Sequence[int]) -> int | None:
    """Where the columns of a document part: at a place of the middle that many rows leave free on some page.

    The text left of it reaches up to it, as prose does; lists and signatures that stand side by side do not.
    """
    for rows, width in zip(pages, widths, strict=True):
        counted = [row for row in rows if len(row) >= 6]
        gaps = [gap for row in counted if (gap := _gap_in_middle(row, width))]
        least = max(_FEWEST_ROWS, 0.6 * len(counted))
        free = []
        for place in range(round(width * 0.35), round(width * 0.65), max(1, width // 100)):
            beside = sum(left <= place <= right for left, right in gaps)
            if beside >= least or _stand_beside(counted, place):
                free.append(place)
        if free:
            place = free[len(free) // 2]
            near = [left for left, right in gaps if left <= place <= right]
            if len(near) < least or sum(place - left <= 4 * counted[0][0].size for left in near) >= 0.6 * len(near):
                return place
    return None


def _stand_beside(rows: Sequence[Sequence[Glyph]], place: int) -> bool:
    """Whether there are columns on both sides of a place whose lines need not be on one height, nor the second as long
    as the first: few rows cross it, and most of those on its left reach up to it, and on its right begin there."""
    ended = [row for row in rows if row[-1].right <= place]
    begun = [row for row in rows if row[0].left >= place]
    both = [row for row in rows if row[0].left < place < row[-1].right]
    parted = [row for row in both if is_free(row, place)]
    lefts, rights = [*ended, *parted], [*begun, *parted]
    if len(both) - len(parted) > 0.1 * len(rows) or min(len(lefts), len(rights)) < _FEWEST_ROWS:
        return False
    last = max(row[0].base for row in lefts)
    if sum(row[0].base <= last for row in rights) < _FEWEST_ROWS:
        return False
    full = sum(place - row[-1].right <= 3 * row[0].size for row in ended)
    flush = sum(row[0].left - place <= 4 * row[0].size for row in begun)
    return full >= 0.6 * len(ended) and flush >= 0.6 * len(begun)


def _gap_in_middle(row: Sequence[Glyph], width: int) -> tuple[int, int] | None:
    """The widest gap of a row that begins or ends in the middle of the page and has text on both sides."""
    gaps = [
        (after.left - before.right, before.right, after.left)
        for before, after in pairwise(row[2:-2])
        if after.left > 0.35 * width and before.right < 0.65 * width
    ]
    size, left, right = max(gaps, default=(0, 0, 0))
    return (left, right) if size >= COLUMN_GAP * row[0].size else None


def has_columns(rows: Sequence[Sequence[Glyph]], gutter: int) -> bool:
    """Whether a page has columns where others have: few rows cross the place between them.

    The last page may have only the first column, and a number below it.
    """
    crossing = sum(not is_free(row, gutter) and len(row) >= _FEWEST_GLYPHS for row in rows)
    sides = {row[0].left >= gutter for row in rows if is_free(row, gutter)}
    return crossing <= 0.3 * len(rows) and False in sides


def is_free(row: Sequence[Glyph], place: int) -> bool:
    """Whether no character of a row comes near a place."""
    return all(not glyph.left - glyph.size // 3 < place < glyph.right + glyph.size // 3 for glyph in row)
