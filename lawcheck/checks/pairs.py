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
    """The pairs of some kinds, that a function knows: a bit for each kind. What it says of each pair is remembered."""

    def __init__(self, kinds: Callable[[str, str], int], count: int = 1) -> None:
        super().__init__()
        self._kinds = kinds
        # For each kind, of which a bit speaks, whether a number has that bit.
        self._has = [bytes(number >> bit & 1 for number in range(256)) for bit in range(count)]

    def __missing__(self, number: int) -> int:
        if len(self) >= _MOST:
            self.clear()
        said = self[number] = self._kinds(chr(number & _UNIT), chr(number >> 16))
        return said

    def places(self, text: str) -> list[list[int]]:
        """Where the pairs of each kind begin, in order."""
        said = bytes(map(self.__getitem__, numbers_of_pairs(text)))
        return [list(compress(range(len(said)), said.translate(has))) for has in self._has]


def numbers_of_pairs(text: str) -> list[int]:
    """The number of each pair, in order."""
    units = text.encode(_ENCODING, _ERRORS)
    if len(units) > 2 * len(text):
        units = _RARE.compiled.sub("\0", text).encode(_ENCODING, _ERRORS)
    every = [0] * max(0, len(text) - 1)
    for first in (0, 1):
        numbers = array(_NUMBER)
        numbers.frombytes(units[2 * first : 2 * first + (len(text) - first) // 2 * _SIZE])
        if sys.byteorder == "big":
            numbers.byteswap()
        every[first::2] = numbers.tolist()
    return every


def number_of_pair(text: str) -> int:
    """The number of the two characters that a text begins with."""
    return ord(text[0]) | ord(text[1]) << 16
