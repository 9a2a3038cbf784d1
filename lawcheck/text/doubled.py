"""Runs of characters that stand twice, one right behind the other.

An expression that looks for them compares at every place. Here the whole text is compared at once with itself, moved
on by as many characters as a run has: two long numbers of which each digit is a character.
"""

import re
from collections.abc import Iterator

from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.han import HAN

_ENCODING, _ERRORS = "utf-16-le", "surrogatepass"
_BITS = 16
# Rare characters take two code units; what stands in their place is no ideograph.
_RARE = Pattern("[\U00010000-\U0010ffff]")
_HAN = Pattern(f"[{HAN}]")


def doubled(pattern: Pattern, text: str, least: int, most: int) -> Iterator[re.Match[str]]:
    """Every match of a pattern that begins with a run of `least` to `most` ideographs that stands twice."""
    end = 0
    for at in _places(text, least, most):
        if at >= end and (match := pattern.match(text, at)):
            end = match.end()
            yield match


def _places(text: str, least: int, most: int) -> list[int]:
    """Where such runs begin, in order, and a few places more."""
    units = text.encode(_ENCODING, _ERRORS)
    if len(units) > 2 * len(text):
        units = _RARE.compiled.sub("\0", text).encode(_ENCODING, _ERRORS)
    number = int.from_bytes(units, "little")
    found: set[int] = set()
    for size in range(least, most + 1):
        differing = (number ^ number >> size * _BITS).to_bytes(len(units), "little")
        found.update(_equal(text, differing, size))
    return sorted(found)


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
