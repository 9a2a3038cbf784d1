"""Finds where two characters of a kind stand side by side.

There are as many pairs as characters, so each is looked up as the number that its two code units make, of which the
kind is remembered: no string is made for any of them. That takes a third of the time.
"""

import sys
from array import array
from collections.abc import Callable
from itertools import compress

from lawcheck.text.patterns import Pattern

_ENCODING, _ERRORS = "utf-16-le", "surrogatepass"
_NUMBER, _SIZE = "I", 4
_UNIT = 0xFFFF
# Rare characters that take two code units; what stands in their place is of no kind.
_RARE = Pattern("[\U00010000-\U0010ffff]")
_MOST = 1 << 18


class Pairs(dict[int, bool]):
    """The pairs of a kind, which a function knows from others; what it says of each pair is remembered."""

    def __init__(self, is_one: Callable[[str, str], bool]) -> None:
        super().__init__()
        self._is_one = is_one

    def __missing__(self, number: int) -> bool:
        if len(self) >= _MOST:
            self.clear()
        said = self[number] = self._is_one(chr(number & _UNIT), chr(number >> 16))
        return said

    def places(self, text: str) -> list[int]:
        """Where such pairs begin, in order."""
        units = text.encode(_ENCODING, _ERRORS)
        if len(units) > 2 * len(text):
            units = _RARE.compiled.sub("\0", text).encode(_ENCODING, _ERRORS)
        found: list[int] = []
        for first in (0, 1):
            numbers = array(_NUMBER)
            numbers.frombytes(units[2 * first : 2 * first + (len(text) - first) // 2 * _SIZE])
            if sys.byteorder == "big":
                numbers.byteswap()
            found += compress(range(first, len(text), 2), map(self.__getitem__, numbers))
        found.sort()
        return found
