"""Runs of characters that stand twice, one close behind the other.

An expression that looks for them compares at every place. Here the whole text is compared at once with itself, moved
on by so many characters: two long numbers of which each digit is a character.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

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
    places: set[int] = set()
    for size, distance in runs:
        differing = (number ^ number >> distance * _BITS).to_bytes(len(units), "little")
        places.update(_equal(text, differing, size))
    end = 0
    for at in sorted(places):
        if at >= end and (match := pattern.match(text, at)):
            end = match.end()
            yield match


@lru_cache(maxsize=1)
def _number_of(text: str) -> tuple[bytes, int]:
    units = text.encode(_ENCODING, _ERRORS)
    if len(units) > 2 * len(text):
        units = _RARE.compiled.sub("\0", text).encode(_ENCODING, _ERRORS)
    return units, int.from_bytes(units, "little")


def _equal(text: str, differing: bytes, size: int) -> Iterator[int]:
    """Where nothing differs for a whole run; the ends of the text do not matter."""
    equal = bytes(2 * size)
    at = differing.find(equal)
    while at >= 0:
        place, odd = divmod(at, 2)
        if not odd:
            if not (han := _HAN.compiled.search(text, place)):
                return
            # Blanks and dots, of which many stand side by side, are left behind at once.
            if han.start() > place:
                at = differing.find(equal, 2 * han.start())
                continue
            yield place
        at = differing.find(equal, at + 1)
