"""Decides which candidates are ordinals: the choice that makes the numbering of the whole document most consistent.

A beam search over the candidates in their order. A state remembers, for each level, the last number taken and whether
its list is still open (nothing that encloses it has begun since), and the last number of several parts. Taking a
candidate earns its evidence and what its number is worth after the last one of its level; leaving it earns nothing. A
wrong number costs, but never forbids: a duplicate or a gap with good evidence stays what it is.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache

from lawcheck.records import dataclass
from lawcheck.structure.evidence import evidence
from lawcheck.structure.levels import SYMBOLS
from lawcheck.structure.lexer import Candidate

# The weights were set together with those of the evidence, on the same plans.
_BEAM = 40
_MARGIN = 16.0

_NEXT = 3.0
_RESTART = 1.0
_CONTINUED = 2.5
_FIRST = 1.0
_DUPLICATE = -4.0
_GAP = -2.0
_GAP_STEP = -0.4
_BACK = -6.0
_RESTART_IN_OPEN = -4.0
_NOT_FROM_ONE = -5.0
# 7.16 where there is no 7, nor a 7.1 or 6.1 before it.
_HOMELESS = -9.0

_DECIMAL = SYMBOLS.index("DECIMAL")

# The numbers by rank, negative where their list was closed, 0 where there was none; and the parts of the last 2.3.1.
State = tuple[tuple[int, ...], tuple[int, ...]]
_FRESH: State = ((0,) * len(SYMBOLS), ())
# The candidates taken, the newest first.
Taken = tuple[Candidate, "Taken"] | None
Beam = dict[State, tuple[float, Taken]]


@dataclass(frozen=True, slots=True)
class Ordinals:
    """The ordinals of a text outside its tables, and those of each cell that has some with the end of the cell."""

    in_text: list[Candidate]
    in_cells: list[tuple[list[Candidate], int]]

    def all(self) -> list[Candidate]:
        """Those of the text and of the cells together, in order."""
        cells = [ordinal for ordinals, _ in self.in_cells for ordinal in ordinals]
        return sorted([*self.in_text, *cells], key=lambda ordinal: ordinal.start)


def resolve(
    text: str,
    found: Iterable[Candidate],
    cells: Sequence[tuple[int, int]] = (),
    opens: frozenset[int] = frozenset(),
) -> Ordinals:
    """The candidates that are ordinals. Numbering runs within a cell, never across cells or into them.

    `opens` are the places inside lines at which a body begins: behind a title that is glued to it.
    """
    in_text: list[Candidate] = []
    in_cells: dict[tuple[int, int], list[Candidate]] = {}
    for candidate in found:
        index = bisect_right(cells, candidate.start, key=lambda cell: cell[0]) - 1
        if index >= 0 and candidate.start < cells[index][1]:
            in_cells.setdefault(cells[index], []).append(candidate)
        else:
            in_text.append(candidate)
    within = [(_in_cell(text, members, *cell), cell[1]) for cell, members in in_cells.items()]
    return Ordinals(_consistent(text, in_text, opens), [(ordinals, end) for ordinals, end in within if ordinals])


def _in_cell(text: str, found: list[Candidate], start: int, end: int) -> list[Candidate]:
    """The ordinals of a cell, which is read as a text of its own; a number alone in it numbers the row."""
    cell = text[start:end].rstrip()
    moved = [replace(c, start=c.start - start, end=c.end - start) for c in found if c.end < start + len(cell)]
    return [replace(c, start=c.start + start, end=c.end + start) for c in _consistent(cell, moved)]


def _consistent(text: str, found: list[Candidate], begins: frozenset[int] = frozenset()) -> list[Candidate]:
    """The candidates that make the numbering of a text most consistent, in order."""
    if not found:
        return []
    beam: Beam = {_FRESH: (0.0, None)}
    for candidate, value in zip(found, evidence(text, found, begins), strict=True):
        if value < -9.0:
            continue
        grown = dict(beam)
        rank, number, has_parts = candidate.rank, candidate.value or 0, candidate.level.has_parts
        opens = text.startswith(("：", ":"), candidate.start - 1) if candidate.start else False
        for state, (score, taken) in beam.items():
            gain, after = _taken_part(state, candidate) if has_parts else _taken(state, rank, number, opens)
            total = score + value + gain
            best = grown.get(after)
            if best is None or total > best[0]:
                grown[after] = (total, (candidate, taken))
        beam = _pruned(grown)
    _, link = max(beam.values(), key=lambda entry: entry[0])
    chosen: list[Candidate] = []
    while link is not None:
        candidate, link = link
        chosen.append(candidate)
    return chosen[::-1]


def _pruned(beam: Beam) -> Beam:
    """The states that can still win: not too many, not too far behind."""
    limit = max(entry[0] for entry in beam.values()) - _MARGIN
    kept = [item for item in beam.items() if item[1][0] >= limit]
    if len(kept) > _BEAM:
        kept.sort(key=lambda item: -item[1][0])
        del kept[_BEAM:]
    return dict(kept)


def _taken(state: State, rank: int, number: int, opens: bool) -> tuple[float, State]:
    """What taking an ordinal earns in a state, and the state after it; behind a colon a list opens."""
    if rank == 0:
        return 0.0, _FRESH
    numbers, last_parts = state
    after = (*numbers[:rank], number, *_closed(numbers[rank + 1 :]))
    last = -abs(numbers[rank]) if opens and number == 1 else numbers[rank]
    # Where a list begins that can head them, numbers of several parts may begin anew.
    parts = _closed(last_parts) if number == 1 and rank < _DECIMAL else last_parts
    return _worth(last, number), (after, parts)


def _taken_part(state: State, candidate: Candidate) -> tuple[float, State]:
    """The same for a number of several parts: all but the last say where it belongs."""
    numbers, last = state
    rank, parts = candidate.rank, candidate.parts
    if candidate.form == "INSERTED_ARTICLE":
        return (_NEXT if numbers[rank] == parts[0] else _BACK), state
    first, before = parts[0], len(parts) - 1
    at_home = first in numbers[:rank] or (last and abs(last[0]) in (first, first - 1))
    if len(last) > before and (last[:before] == parts[:-1] or last[:before] == _closed(parts[:-1])):
        worth = _worth(last[before], parts[-1])
    else:
        worth = _FIRST if parts[-1] == 1 else _NOT_FROM_ONE
    after = (*numbers[: rank + 1], *_closed(numbers[rank + 1 :]))
    return worth + (0.0 if at_home else _HOMELESS), (after, parts)


@lru_cache(maxsize=4096)
def _closed(deeper: tuple[int, ...]) -> tuple[int, ...]:
    """Numbers of lists that another ordinal has closed."""
    return tuple(-abs(number) for number in deeper)


def _worth(last: int, value: int) -> float:
    """What a number is worth after the last one of its form (negative when that list was closed, 0 when none was)."""
    if last > 0:
        if value == last + 1:
            return _NEXT
        if value == 1:
            return _RESTART_IN_OPEN
        if value == last:
            return _DUPLICATE
        if value > last:
            return _GAP + _GAP_STEP * min(value - last, 10)
        return _BACK
    if value == 1:
        return _RESTART if last else _FIRST
    if last and value == 1 - last:
        return _CONTINUED
    return _NOT_FROM_ONE
