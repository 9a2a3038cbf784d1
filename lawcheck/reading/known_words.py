"""The words of official texts, how often they stand there and which stand side by side; and those of a dictionary."""

import sys
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple
from zlib import crc32

from lawcheck import __version__
from lawcheck.reading.language_file import LEVELS, numbers_in, section
from lawcheck.reading.packed import Numbers, Packed, PackedWords, Strings, packed, packed_words
from lawcheck.reading.resources import kept, resource_state

# A filter has so many bits a key, of which a part is set. Of words that it does not hold, it takes one in two thousand
# for one that it holds.
FILTERS = {"rare": (16, 8)}
_SECOND = 0x5BD1E995
_TWO = 2


def places_of(key: str, size: int, hashes: int) -> Iterator[int]:
    """The bits of a key in a filter."""
    data = key.encode()
    first, second = crc32(data), crc32(data, _SECOND) | 1
    return ((first + index * second) % size for index in range(hashes))


@cache
def _rare() -> tuple[bytes, int]:
    bits = section("rare")
    return bits, len(bits) * 8


def is_rare_word(word: str) -> bool:
    """Whether a word that the lexicon does not have is in a dictionary; one other in two thousand passes."""
    bits, size = _rare()
    # Those of `places_of`, one by one: most words are none of the dictionary, and most of these a single bit tells.
    data = word.encode()
    place = crc32(data) % size
    if not bits[place >> 3] >> (place & 7) & 1:
        return False
    step = (crc32(data, _SECOND) | 1) % size
    for _ in range(FILTERS["rare"][1] - 1):
        place = (place + step) % size
        if not bits[place >> 3] >> (place & 7) & 1:
            return False
    return True


class _Made(NamedTuple):
    """The official words; by the last character of each word of two the first ones."""

    words: PackedWords
    firsts: Packed


@cache
def _made() -> _Made:
    # To make it takes as long as to check a page, so it is kept between runs.
    words, firsts = kept("words", [__version__, sys.byteorder, resource_state("rules")], _make)
    return _Made(PackedWords(*words), Packed(*firsts))


def _make() -> list[tuple[str | bytes, ...]]:
    words = section("words").decode().split("\n")
    firsts: dict[str, str] = {}
    for word in words:
        if len(word) == _TWO:
            firsts[word[1]] = firsts.get(word[1], "") + word[0]
    return [tuple(packed_words(words)), tuple(packed(firsts))]


@cache
def numbers_of_words() -> Numbers:
    """The numbers of the official words."""
    return Numbers(*_made().words)


@cache
def _firsts() -> Strings:
    return Strings(*_made().firsts)


@cache
def second_halves(first: str, least: float = 0.0) -> frozenset[str]:
    """Of the official words of two characters that begin with this one, and are so common, the second ones."""
    words = (word for word in numbers_of_words().beginning_with(first) if len(word) == _TWO)
    return frozenset(word[1] for word in words if not least or word_level(word) >= least)


@cache
def first_halves(second: str, least: float = 0.0) -> frozenset[str]:
    """Of the official words of two characters that end with this one, and are so common, the first ones."""
    return frozenset(first for first in _firsts()[second] if not least or word_level(first + second) >= least)


def is_official_word(run: str) -> bool:
    """Whether several characters are a word of the official texts."""
    return len(run) > 1 and numbers_of_words().get(run, -1) >= 0


def words_of_two() -> list[str]:
    """The official words of two characters."""
    return [word for word in section("words").decode().split("\n") if len(word) == _TWO]


def word_level(word: str) -> float:
    """The natural logarithm of how often a word occurs in the official texts; -1 for one that does not."""
    number = numbers_of_words().get(word, -1)
    return LEVELS[section("counts")[number]] if number >= 0 else -1.0


class Company(NamedTuple):
    """The number of a word and how often it occurs, as `word_level`; where the words that follow it are listed."""

    number: int
    level: float
    start: int
    end: int

    def level_with(self, other: "Company") -> float:
        """The natural logarithm of how often another word stands behind this one; -1 where it never does."""
        seconds = numbers_in("seconds", "H")
        index = bisect_left(seconds, other.number, self.start, self.end)
        is_there = index < self.end and seconds[index] == other.number
        return LEVELS[section("levels")[index]] if is_there else -1.0


_NO_WORD = Company(-1, -1.0, 0, 0)


def company_of(word: str) -> Company:
    """What official texts have of a word; nothing of one that they do not have."""
    number = numbers_of_words().get(word, -1)
    if number < 0:
        return _NO_WORD
    starts = numbers_in("starts", "I")
    return Company(number, LEVELS[section("counts")[number]], starts[number], starts[number + 1])


def pair_level(first: str, second: str) -> float:
    """The natural logarithm of how often two words stand side by side; -1 where they never do."""
    return company_of(first).level_with(company_of(second))
