"""Which of a row of things have left their place."""

from collections.abc import Sequence


def displaced(places: Sequence[int], weights: Sequence[int]) -> set[int]:
    """The positions of what has to move so that the places, all different, rise: the lightest such set.

    The rest is the heaviest rising subsequence, found with a tree of prefix maxima in n log n.
    """
    rank = {place: index for index, place in enumerate(sorted(places), 1)}
    size = len(places)
    # For each prefix of the ranks, the best weight and the position at which that subsequence ends.
    best: list[tuple[int, int]] = [(0, -1)] * (size + 1)
    before = [-1] * size
    for position, place in enumerate(places):
        weight, before[position] = _maximum(best, rank[place] - 1)
        at, entry = rank[place], (weight + weights[position], position)
        while at <= size:
            if entry[0] > best[at][0]:
                best[at] = entry
            at += at & -at
    kept: set[int] = set()
    at = _maximum(best, size)[1]
    while at >= 0:
        kept.add(at)
        at = before[at]
    return set(range(size)) - kept


def _maximum(best: Sequence[tuple[int, int]], at: int) -> tuple[int, int]:
    found = (0, -1)
    while at > 0:
        if best[at][0] > found[0]:
            found = best[at]
        at -= at & -at
    return found
