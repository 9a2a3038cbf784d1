"""The level and upright lines that a drawn path shows, whatever the format that it comes from."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

Point = tuple[float, float]


class Measures(NamedTuple):
    """In the unit of the path: how thin a path is that is a line, how short one that is none, how slanted a side."""

    thin: float
    shortest: float
    slant: float


def straight_lines(
    points: Sequence[Point], strokes: Sequence[tuple[Point, Point]], stroked: bool, measures: Measures
) -> Iterator[tuple[Point, Point]]:
    """A thin path itself, as its middle line; of any other that is drawn, its straight sides."""
    if not points:
        return
    left, right = min(x for x, _ in points), max(x for x, _ in points)
    low, high = min(y for _, y in points), max(y for _, y in points)
    width, height = right - left, high - low
    if min(width, height) <= measures.thin:
        if max(width, height) >= measures.shortest:
            middle = (left + right) / 2, (low + high) / 2
            yield ((left, middle[1]), (right, middle[1])) if width > height else ((middle[0], low), (middle[0], high))
        return
    for start, end in strokes if stroked else ():
        across, along = abs(start[0] - end[0]), abs(start[1] - end[1])
        if min(across, along) <= measures.slant and max(across, along) >= measures.shortest:
            yield start, end
