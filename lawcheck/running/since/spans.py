"""Where a text differs from an older one."""

from collections.abc import Iterator, Sequence
from itertools import accumulate

from rapidfuzz.distance import Indel

# Comparing takes time and memory by the product of the lengths; what is larger counts as changed as a whole.
_MOST = 400_000_000

Span = tuple[int, int]


def changed_spans(old: str, new: str) -> list[Span]:
    """The spans of the new text that are not in the old one, in order; empty ones where something was taken out."""
    old_lines, new_lines = old.splitlines(keepends=True), new.splitlines(keepends=True)
    old_at, new_at = _starts(old_lines), _starts(new_lines)
    found: list[Span] = []
    for a, b, c, d in _blocks(old_lines, new_lines):
        before, after = old[old_at[a] : old_at[b]], new[new_at[c] : new_at[d]]
        found += [(new_at[c] + start, new_at[c] + end) for _, _, start, end in _blocks(before, after)]
    return found


def _starts(lines: list[str]) -> list[int]:
    return [0, *accumulate(map(len, lines))]


def _blocks(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int, int, int, int]]:
    """What differs between two sequences: start and end in the old one, start and end in the new one."""
    first = _common(old, new)
    last = _common(old[first:][::-1], new[first:][::-1])
    a, b, c, d = first, len(old) - last, first, len(new) - last
    if (b - a) * (d - c) > _MOST:
        yield a, b, c, d
        return
    merged: tuple[int, int, int, int] | None = None
    for code in Indel.opcodes(old[a:b], new[c:d]):
        if code.tag == "equal":
            continue
        block = (a + code.src_start, a + code.src_end, c + code.dest_start, c + code.dest_end)
        if merged and merged[1] == block[0] and merged[3] == block[2]:
            merged = (merged[0], block[1], merged[2], block[3])
            continue
        if merged:
            yield merged
        merged = block
    if merged:
        yield merged


def _common(old: Sequence[str], new: Sequence[str]) -> int:
    """How many of the first elements are the same."""
    return next((place for place, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
