"""Where the characters of a document stand on its pages, for documents that are pages: PDF files, scans, pictures."""

from array import array
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

# Lengths are in tenths of a point, from the upper left corner of the page as it is seen.
UNIT = 10
# How far characters reach below and above their baseline, of their size.
BELOW, ABOVE = 0.14, 0.88


class PageLine(NamedTuple):
    """A line of a page, where its text begins: page and line from 1, its upper and lower edge."""

    start: int
    page: int
    number: int
    top: int
    bottom: int


class Box(NamedTuple):
    """A stretch of one line on a page."""

    page: int
    left: int
    top: int
    right: int
    bottom: int


class Pages(NamedTuple):
    """The lines of a text on its pages, in the order of the text.

    `edges` are the left and right edge of each character, one after the other; both are alike for what stands in the
    text but not on the page, and there are none where they were not kept. `sizes` are width and height of each page,
    `recognised` the pages that were read off their picture, `doubtful` the characters that recognition is not sure of,
    `furniture` what stands on each page beside the text: page numbers and running heads, with their page. `slants` are
    pages that were put straight, with the angle by which their lines go down on the picture, in radians.
    """

    lines: tuple[PageLine, ...]
    sizes: tuple[tuple[int, int], ...]
    edges: "array[int]"
    recognised: tuple[int, ...] = ()
    doubtful: tuple[tuple[int, int], ...] = ()
    furniture: tuple[tuple[int, str], ...] = ()
    slants: tuple[tuple[int, float], ...] = ()

    def place(self, offset: int) -> PageLine | None:
        """The line that a character of the text stands in."""
        index = bisect_right(self.lines, offset, key=lambda line: line.start) - 1
        return self.lines[max(index, 0)] if self.lines else None

    def boxes(self, start: int, end: int) -> Iterator[Box]:
        """The stretches of lines that a span of the text takes on its pages."""
        first = max(0, bisect_right(self.lines, start, key=lambda line: line.start) - 1)
        for index in range(first, len(self.lines)):
            line = self.lines[index]
            if line.start >= max(end, start + 1):
                return
            stop = self.lines[index + 1].start if index + 1 < len(self.lines) else len(self.edges) // 2
            seen = [
                at
                for at in range(max(start, line.start), min(max(end, start + 1), stop, len(self.edges) // 2))
                if self.edges[2 * at] < self.edges[2 * at + 1]
            ]
            if seen:
                left = min(self.edges[2 * at] for at in seen)
                right = max(self.edges[2 * at + 1] for at in seen)
                yield Box(line.page, left, line.top, right, line.bottom)

    def is_doubtful(self, start: int, end: int) -> bool:
        """Whether a span has a character that recognition is not sure of."""
        index = bisect_right(self.doubtful, start, key=lambda span: span[1])
        return index < len(self.doubtful) and self.doubtful[index][0] < max(end, start + 1)
