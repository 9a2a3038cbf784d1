"""The difference that fixes make, as a unified diff.

Where the lines of a text have gone is known from the edits, so that none has to be looked for: general algorithms take
quadratic time on lines that repeat.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from lawcheck.fixing.fixer import Fixed
from lawcheck.text.edits import Edit

_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_CONTEXT = 3

# A line with what happens to it: " " stays, "-" goes, "+" comes.
_Line = tuple[str, str]


def unified(path: str, before: str, fixed: Fixed) -> Iterator[str]:
    """The lines of the diff, with their own line ends; none where nothing has changed."""
    lines = list(_lines(before, fixed))
    changed = [index for index, (sign, _) in enumerate(lines) if sign != " "]
    if not changed:
        return
    yield f"--- {path}\n"
    yield f"+++ {path}\n"
    old = new = at = 0
    for first, last in _hunks(changed, len(lines)):
        # Between hunks nothing has changed, so both texts move on by as many lines.
        old, new = old + first - at, new + first - at
        hunk = lines[first:last]
        old_count, new_count = (sum(sign != other for sign, _ in hunk) for other in "+-")
        yield f"@@ -{_range(old, old_count)} +{_range(new, new_count)} @@\n"
        for sign, line in hunk:
            yield f"{sign}{line}" if line.endswith("\n") else f"{sign}{line}\n\\ No newline at end of file\n"
        old, new, at = old + old_count, new + new_count, last


def _range(before: int, count: int) -> str:
    """A stretch of lines as diffs write it: the number of its first line, or of the one before an empty stretch."""
    first = before + 1 if count else before
    return str(first) if count == 1 else f"{first},{count}"


def _hunks(changed: Sequence[int], size: int) -> Iterator[tuple[int, int]]:
    """Stretches of lines around the changed ones."""
    first = last = changed[0]
    for index in changed:
        if index - last > 2 * _CONTEXT:
            yield max(0, first - _CONTEXT), last + 1 + _CONTEXT
            first = index
        last = index
    yield max(0, first - _CONTEXT), min(size, last + 1 + _CONTEXT)


def _lines(before: str, fixed: Fixed) -> Iterator[_Line]:
    """Every line of both texts; of neighbouring changed ones those that go come first."""
    gone: list[str] = []
    come: list[str] = []
    for old, new in stretches(before, fixed):
        if old != new:
            gone += _LINE.findall(old)
            come += _LINE.findall(new)
            continue
        yield from _changed(gone, come)
        gone, come = [], []
        yield from ((" ", line) for line in _LINE.findall(old))
    yield from _changed(gone, come)


def _changed(gone: list[str], come: list[str]) -> Iterator[_Line]:
    yield from (("-", line) for line in gone)
    yield from (("+", line) for line in come)


def stretches(before: str, fixed: Fixed) -> Iterator[tuple[str, str]]:
    """Both texts from one line to the next, as far as a line of the old text begins a line of the new one."""
    after = fixed.text
    starts = [match.end() for match in _LINE.finditer(before)]
    moved = starts
    for edits in fixed.steps:
        moved = list(_moved(moved, edits))
    old = new = 0
    for start, there in zip(starts, moved, strict=True):
        if after[there - 1 : there] == "\n" and start < len(before):
            yield before[old:start], after[new:there]
            old, new = start, there
    yield before[old:], after[new:]


def _moved(offsets: Iterable[int], edits: Sequence[Edit]) -> Iterator[int]:
    """Where places of a text are after edits; both come in order."""
    shift = index = 0
    for offset in offsets:
        while index < len(edits) and edits[index].end <= offset and edits[index].start < offset:
            shift += len(edits[index].content) - (edits[index].end - edits[index].start)
            index += 1
        inside = index < len(edits) and edits[index].start < offset
        yield (edits[index].start if inside else offset) + shift
