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


class Pairs(dict[int, int]):
    """The pairs of some kinds, each of which a function knows from others; what they say of each pair is remembered."""

    def __init__(self, *kinds: Callable[[str, str], bool]) -> None:
        super().__init__()
        self._kinds = [(1 << bit, is_one) for bit, is_one in enumerate(kinds)]
        # For each kind, of which a bit speaks, whether a number has that bit.
        self._has = [bytes(number >> bit & 1 for number in range(256)) for bit in range(len(kinds))]

    def __missing__(self, number: int) -> int:
        if len(self) >= _MOST:
            self.clear()
        one, other = chr(number & _UNIT), chr(number >> 16)
        said = 0
        for bit, is_one in self._kinds:
            if is_one(one, other):
                said |= bit
        self[number] = said
        return said

    def places(self, text: str) -> list[list[int]]:
        """Where the pairs of each kind begin, in order."""
        units = text.encode(_ENCODING, _ERRORS)
        if len(units) > 2 * len(text):
            units = _RARE.compiled.sub("\0", text).encode(_ENCODING, _ERRORS)
        said = bytearray(max(0, len(text) - 1))
        for first in (0, 1):
            numbers = array(_NUMBER)
            numbers.frombytes(units[2 * first : 2 * first + (len(text) - first) // 2 * _SIZE])
            if sys.byteorder == "big":
                numbers.byteswap()
            said[first::2] = bytes(map(self.__getitem__, numbers))
        return [list(compress(range(len(said)), said.translate(has))) for has in self._has]
