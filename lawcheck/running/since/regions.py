"""Spans of a text, and which of them another span touches."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import accumulate

from lawcheck.running.since.spans import Span


class Regions:
    """Some spans, found by place however many there are."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans = sorted(set(spans))
        self._starts = [start for start, _ in self._spans]
        # Where the farthest of the spans up to each one ends.
        self._ends = list(accumulate((end for _, end in self._spans), max))

    def touching(self, span: Span) -> list[Span]:
        """The regions that share something with a span; an empty one is at home on both of its sides."""
        first, behind = bisect_left(self._ends, span[0]), bisect_right(self._starts, span[1])
        return [region for region in self._spans[first:behind] if _touch(region, span)]


def _touch(one: Span, other: Span) -> bool:
    if one[0] == one[1] or other[0] == other[1]:
        return one[0] <= other[1] and other[0] <= one[1]
    return one[0] < other[1] and other[0] < one[1]
