"""Measures that are left on both sides and stand in the same place of the order: one carries out the other."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate

from lawcheck.comparing.coverage.kinship import Kinship

# So near at least are those that belong together though they say it in other words.
_NEAR = 0.03
# One word may be shared by chance.
_WORDS = 2


def in_gaps(
    chosen: Mapping[int, Sequence[int]], near: Sequence[Mapping[int, float]], kinship: Kinship
) -> Iterator[tuple[int, int]]:
    """Measures of the superior that none takes up, each with the one that does by its place: it takes up no other
    measure, stands between what the ones before and behind are taken up by, and they are the nearest that are left."""
    taken = {place for places in chosen.values() for place in places}
    left = {
        index: {place: value for place, value in near[index].items() if place not in taken}
        for index, places in chosen.items()
        if not places
    }
    nearest: dict[int, tuple[float, int]] = {}
    for index, others in left.items():
        for place, value in others.items():
            nearest[place] = max(nearest.get(place, (0.0, 0)), (value, -index))
    bounds = _bounds(chosen)
    for index, others in left.items():
        value, place = max(((value, -place) for place, value in others.items()), default=(0.0, 0))
        before, behind = bounds[index]
        if value < _NEAR or nearest[-place][1] != -index or not before < -place < behind:
            continue
        if kinship.words_of_both(index, -place) >= _WORDS:
            yield index, -place


def _bounds(chosen: Mapping[int, Sequence[int]]) -> Mapping[int, tuple[float, float]]:
    """Behind which place and before which one each measure would stand if the order were the same."""
    places = list(chosen.values())
    before = accumulate((max(each) if each else None for each in places), _later)
    behind = accumulate((min(each) if each else None for each in reversed(places)), _later)
    sides = zip(before, reversed(list(behind)), strict=True)
    return {
        index: (-1 if first is None else first, float("inf") if last is None else last)
        for index, (first, last) in zip(chosen, sides, strict=True)
    }


def _later(known: int | None, found: int | None) -> int | None:
    return known if found is None else found
