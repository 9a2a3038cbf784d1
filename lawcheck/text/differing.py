"""The edits that make one text of another, as small as people would make them."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

from rapidfuzz.distance import Indel

from lawcheck.text.edits import Edit

# Lines that differ in more characters than this, multiplied, are written anew: to compare them takes too long.
_MOST_WORK = 4_000_000


def edits_between(old: str, new: str) -> list[Edit]:
    """Edits in offsets of the old text, in order, none touching another: line by line, then within the lines."""
    a, b = old.splitlines(keepends=True), new.splitlines(keepends=True)
    starts = list(accumulate(map(len, a), initial=0))
    found: list[Edit] = []
    for first, last, others in _replaced(a, b):
        gone, come = a[first:last], list(others)
        # Line stands against line, so that no edit goes over the end of one without need.
        if len(gone) == len(come):
            for number, (line, other) in enumerate(zip(gone, come, strict=True)):
                found += _within(line, other, starts[first + number])
        else:
            found += _within("".join(gone), "".join(come), starts[first])
    return found


def _replaced(a: Sequence[str], b: Sequence[str]) -> Iterator[tuple[int, int, Sequence[str]]]:
    """The stretches of one sequence that others stand for in the other one."""
    open_: tuple[int, int, int, int] | None = None
    for block in Indel.opcodes(a, b):
        if block.tag == "equal":
            if open_:
                yield open_[0], open_[1], b[open_[2] : open_[3]]
            open_ = None
        else:
            first, _, third, _ = open_ or (block.src_start, 0, block.dest_start, 0)
            open_ = (first, block.src_end, third, block.dest_end)
    if open_:
        yield open_[0], open_[1], b[open_[2] : open_[3]]


def _within(old: str, new: str, at: int) -> Iterator[Edit]:
    if len(old) * len(new) > _MOST_WORK:
        yield Edit(at, at + len(old), new)
        return
    for first, last, others in _replaced(old, new):
        yield Edit(at + first, at + last, "".join(others))


class WayBack:
    """From the places of a text back to those of the text before its edits."""

    def __init__(self, edits: Sequence[Edit]) -> None:
        self._edits = edits
        grown = accumulate((len(edit.content) - (edit.end - edit.start) for edit in edits), initial=0)
        self._starts = [edit.start + shift for edit, shift in zip(edits, grown, strict=False)]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where a span was; of what was inserted, the place."""
        return self._at(start, inside_ends=False), self._at(end, inside_ends=True)

    def _at(self, offset: int, inside_ends: bool) -> int:
        index = bisect_right(self._starts, offset) - 1
        if index < 0:
            return offset
        edit, start = self._edits[index], self._starts[index]
        if offset < start + len(edit.content):
            return edit.end if inside_ends and offset > start else edit.start
        return edit.end + offset - start - len(edit.content)
