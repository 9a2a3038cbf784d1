"""Finds where two characters of a kind stand side by side.

There are as many pairs as characters, so each is looked up as a number, of which the kind is remembered: no string is
made for any of them. The numbers end with the lower bytes of both characters, which differ most: a table finds numbers
by their last bits, and takes longer where many have the same.
"""

import sys
from array import array
from collections.abc import Callable
from functools import lru_cache
from itertools import compress

from lawcheck.text.patterns import Pattern

_ENCODING, _ERRORS = "utf-16-le", "surrogatepass"
_NUMBER, _SIZE = "I", 4
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
        one, other = number & 0xFF | number >> 8 & 0xFF00, number >> 8 & 0xFF | number >> 16 & 0xFF00
        said = self[number] = self._kinds(chr(one), chr(other))
        return said

    def places(self, text: str) -> list[list[int]]:
        """Where the pairs of each kind begin, in order."""
        said = bytes(map(self.__getitem__, numbers_of_pairs(text)))
        return [list(compress(range(len(said)), said.translate(has))) for has in self._has]


@lru_cache(maxsize=2)
def numbers_of_pairs(text: str) -> "array[int]":
    """The number of each pair, in order."""
    units = text.encode(_ENCODING, _ERRORS)
    if len(units) > 2 * len(text):
        units = _RARE.compiled.sub("\0", text).encode(_ENCODING, _ERRORS)
    every = bytearray(_SIZE * max(0, len(text) - 1))
    last = len(units) - 2
    every[0::_SIZE], every[1::_SIZE] = units[0:last:2], units[2::2]
    every[2::_SIZE], every[3::_SIZE] = units[1:last:2], units[3::2]
    numbers = array(_NUMBER, bytes(every))
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers


def number_of_pair(text: str) -> int:
    """The number of the two characters that a text begins with."""
    one, other = ord(text[0]), ord(text[1])
    return one & 0xFF | (other & 0xFF) << 8 | (one & 0xFF00) << 8 | (other & 0xFF00) << 16


def turned_pairs(numbers: "array[int]") -> "array[int]":
    """The numbers of the same pairs with the two characters the other way round."""
    given = numbers.tobytes()
    turned = bytearray(given)
    for one, other in ((0, 1), (2, 3)):
        turned[one::_SIZE], turned[other::_SIZE] = given[other::_SIZE], given[one::_SIZE]
    return array(_NUMBER, bytes(turned))
