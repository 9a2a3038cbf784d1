"""Runs of characters that stand twice, one close behind the other.

An expression that looks for them compares at every place. Here the whole text is compared at once with itself, moved
on by so many characters: two long numbers of which each digit is a character.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from heapq import heapify, heappop, heapreplace

from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.han import HAN

_ENCODING, _ERRORS = "utf-16-le", "surrogatepass"
_BITS = 16
# Rare characters take two code units; what stands in their place is no ideograph.
_RARE = Pattern("[\U00010000-\U0010ffff]")
_HAN = Pattern(f"[{HAN}]")


# So many characters stand twice, and so far behind the first ones the others begin.
Run = tuple[int, int]


def side_by_side(least: int, most: int) -> tuple[Run, ...]:
    """Runs of so many characters that stand twice with nothing between."""
    return tuple((size, size) for size in range(least, most + 1))


def doubled(pattern: Pattern, text: str, runs: Iterable[Run]) -> Iterator[re.Match[str]]:
    """Every match of a pattern that begins with ideographs that stand twice, in one of these ways."""
    units, number = _number_of(text)
    ways = [(size, (number ^ number >> distance * _BITS).to_bytes(len(units), "little")) for size, distance in runs]
    # The next place of each way. What a match has taken is not looked at: a line of one character is all such places.
    heap = [(place, way) for way in range(len(ways)) if (place := _equal(text, *ways[way], 0)) is not None]
    heapify(heap)
    end, tried = 0, -1
    while heap:
        at, way = heap[0]
        if at >= end and at > tried:
            tried = at
            if match := pattern.match(text, at):
                end = match.end()
                yield match
        place = _equal(text, *ways[way], max(end, at + 1))
        if place is None:
            heappop(heap)
        else:
            heapreplace(heap, (place, way))


@lru_cache(maxsize=1)
def _number_of(text: str) -> tuple[bytes, int]:
    units = text.encode(_ENCODING, _ERRORS)
    if len(units) > 2 * len(text):
        units = _RARE.compiled.sub("\0", text).encode(_ENCODING, _ERRORS)
    return units, int.from_bytes(units, "little")


def _equal(text: str, size: int, differing: bytes, start: int) -> int | None:
    """The first place from a start on where nothing differs for a whole run; the ends of the text do not matter."""
    equal = bytes(2 * size)
    at = differing.find(equal, 2 * start)
    while at >= 0:
        place, odd = divmod(at, 2)
        if not odd:
            if not (han := _HAN.compiled.search(text, place)):
                return None
            if han.start() == place:
                return place
            # Blanks and dots, of which many stand side by side, are left behind at once.
            at = 2 * han.start() - 1
        at = differing.find(equal, at + 1)
    return None
