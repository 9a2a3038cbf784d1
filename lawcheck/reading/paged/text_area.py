"""The text area that lines of a page stand in: what paragraphs are told by."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from lawcheck.reading.paged.page_lines import CLOSING, Line

# Sizes that differ by more than this are of two paragraphs.
OTHER_SIZE = 0.12
# A line begins at the left edge, or ends at the right one, give or take this much of its size.
_FLUSH = 0.3
_FEW = 3
# A line reaches the right edge give or take this much of its size; in a justified text so many do, of so many at least.
FLUSH_RIGHT, _MOST, _FEWEST = 0.15, 0.85, 8
# So much room, in sizes, a full line leaves at most, and a last one at least.
_FULL, _SHORT = 1.5, 4.5
# Paragraphs that stand farther apart than their lines do so by at least this much of that distance.
_PARTED = 0.08


class TextArea(NamedTuple):
    """The text area that a line stands in: its edges, the size of its characters, and the distance of its lines.

    `indented` says that paragraphs begin two characters to the right. Lines that are no nearer to each other than
    `parted` are of two paragraphs; 0 where the distance says nothing. `hanging` says that it is the other way round:
    paragraphs begin at the left edge, and what follows stands to the right. `justified` says that all lines of a
    paragraph but the last reach the right edge.
    """

    left: int
    right: int
    size: int
    pitch: int
    indented: bool
    parted: float = 0.0
    hanging: bool = False
    justified: bool = False

    def moved(self, shift: int) -> "TextArea":
        """The same farther to the right."""
        return self._replace(left=self.left + shift, right=self.right + shift) if shift else self


def measure(lines: Sequence[Line]) -> TextArea:
    """What lines of one column have in common."""
    size = _middle([line.size for line in lines])
    body = [line for line in lines if abs(line.size - size) <= OTHER_SIZE * size] or list(lines)
    # A mark at the end may hang over the edge.
    plain = [line for line in body if line.text[-1] not in CLOSING]
    rights = sorted(line.right for line in (plain if len(plain) >= 0.3 * len(body) else body))
    right = rights[max(0, round(len(rights) * 0.97) - 1)] if len(rights) >= 20 else rights[-1]
    lefts = sorted(line.left for line in body)
    left = lefts[min(len(lefts) - 1, round(len(lefts) * 0.02))]
    starts = [line for line in body if _is_indented(line, left)]
    pitch, parted = _distances(body, left, right, size)
    hanging = _is_hanging(body, left, right)
    indented = not hanging and len(starts) >= max(2, 0.08 * len(body))
    return TextArea(left, right, size, pitch, indented, parted, hanging, _is_justified(body, right))


def _is_justified(body: Sequence[Line], right: int) -> bool:
    """Whether lines that are nearly full are wholly so. A mark at the end may hang over the edge, or before it."""
    rooms = [(right - line.right) / line.size for line in body if line.text[-1] not in CLOSING]
    near = [room for room in rooms if room <= _FULL]
    return len(near) >= _FEWEST and sum(room <= FLUSH_RIGHT for room in near) >= _MOST * len(near)


def _is_indented(line: Line, left: int) -> bool:
    return 1.2 * line.size <= line.left - left <= 3.2 * line.size


def _is_hanging(body: Sequence[Line], left: int, right: int) -> bool:
    """Whether lines after a full one stand to the right, and those after a short one at the left edge."""
    pairs = [((right - a.right) / a.size, _is_indented(b, left), b.left - left) for a, b in pairwise(body)]
    inside = [indented for room, indented, _ in pairs if room <= _FULL]
    first = [shift <= _FLUSH * body[0].size for room, _, shift in pairs if room > _SHORT]
    is_so = all(each and sum(each) >= 0.8 * len(each) for each in (inside, first))
    return is_so and len(inside) >= _FEW and len(first) > 1


def _distances(body: Sequence[Line], left: int, right: int, size: int) -> tuple[int, float]:
    """How far the lines of a paragraph are apart, and from how much on two lines are of two paragraphs.

    Lines after a full one mostly go on with it, those after a short one do not.
    """
    pairs = [(a, b) for a, b in pairwise(body) if a.page == b.page and b.base > a.base]
    inside = [
        b.base - a.base for a, b in pairs if right - a.right <= 1.5 * size and abs(b.left - left) <= _FLUSH * size
    ]
    gaps = sorted(inside if len(inside) >= _FEW else (b.base - a.base for a, b in pairs))
    pitch = gaps[len(gaps) // 5] if gaps else 2 * size
    between = [b.base - a.base for a, b in pairs if right - a.right > 3 * size]
    apart = _middle(between) if len(between) >= _FEW and len(inside) >= _FEW else 0
    return pitch, pitch + 0.6 * (apart - pitch) if apart > (1 + _PARTED) * pitch else 0.0


def _middle(values: Iterable[int]) -> int:
    found = sorted(values)
    return found[len(found) // 2]
