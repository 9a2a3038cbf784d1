"""Decides which candidates are ordinals: the choice that makes the numbering of the whole document most consistent.

A beam search over the candidates in their order. A state remembers, for each form, the last number taken and whether
its list is still open (nothing that encloses it has begun since). Taking a candidate earns its evidence and what its
number is worth after the last one of its form; leaving it earns nothing. A wrong number costs, but never forbids:
a duplicate or a gap with good evidence stays what it is.
"""

from functools import lru_cache

from lawcheck.structure.evidence import evidence
from lawcheck.structure.lexer import FORMS, Candidate

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
_FRESH = (0,) * len(FORMS)

State = tuple[int, ...]
# The candidates taken, the newest first.
Taken = tuple[Candidate, "Taken"] | None
Beam = dict[State, tuple[float, Taken]]


def resolve(text: str, found: list[Candidate]) -> list[Candidate]:
    """The candidates that are ordinals, in order."""
    if not found:
        return []
    beam: Beam = {_FRESH: (0.0, None)}
    for candidate, value in zip(found, evidence(text, found), strict=True):
        if value < -9.0:
            continue
        grown = dict(beam)
        for state, (score, taken) in beam.items():
            gain, after = _taken(state, candidate)
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


def _taken(state: State, candidate: Candidate) -> tuple[float, State]:
    """What taking a candidate earns in a state, and the state after it."""
    rank = candidate.rank
    if rank == 0:
        return 0.0, _FRESH
    if candidate.form == "DECIMAL":
        # 1.1 says by itself where it belongs.
        return 0.0, state
    value = candidate.value or 0
    last = state[rank]
    after = (*state[:rank], value, *_closed(state[rank + 1 :]))
    return _worth(last, value), after


@lru_cache(maxsize=4096)
def _closed(deeper: State) -> State:
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
