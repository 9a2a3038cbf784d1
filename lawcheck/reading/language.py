"""What official texts are made of: which characters follow each other, which words, and which words follow those.

The tables are in rules/data/language.bin, made by benchmarks/language_table.py from counts of 31 million characters of
statutes, judicial interpretations and plans, and from the words of the dictionary of jieba. Its first line names the
sections and their lengths. Only what is asked for is read.
"""

import json
import sys
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import accumulate, count
from math import exp
from operator import neg
from typing import Any, NamedTuple
from zlib import crc32

from lawcheck import __version__
from lawcheck.reading.resources import kept, resource_dir, resource_states

# A filter has so many bits a key, of which a part is set. Of words that it does not hold, it takes one in two thousand
# for one that it holds.
FILTERS = {"rare": (16, 8)}
_SECOND = 0x5BD1E995
_REMEMBERED = 1 << 16
# Of a count, the natural logarithm is kept in steps of this size.
_STEP = 1 / 16
_COUNTS = tuple(exp(level * _STEP) for level in range(256))
# Places in a section, as numbers.
_START = "I"
_FEW = 40
# Of twenty.
_SELDOM = 48


def places_of(key: str, size: int, hashes: int) -> Iterator[int]:
    """The bits of a key in a filter."""
    data = key.encode()
    first, second = crc32(data), crc32(data, _SECOND) | 1
    return ((first + index * second) % size for index in range(hashes))


@cache
def _contents() -> dict[str, tuple[int, int]]:
    with (resource_dir("rules") / "data" / "language.bin").open("rb") as file:
        head = file.readline()
    named = json.loads(head)
    starts = accumulate((length for _, length in named), initial=len(head))
    return {name: (start, length) for (name, length), start in zip(named, starts, strict=False)}


@cache
def _section(name: str) -> bytes:
    start, length = _contents()[name]
    with (resource_dir("rules") / "data" / "language.bin").open("rb") as file:
        file.seek(start)
        return file.read(length)


@cache
def _numbers(name: str, kind: str) -> "array[int]":
    made = array(kind, _section(name))
    if sys.byteorder == "big":
        made.byteswap()
    return made


@cache
def _starts() -> dict[str, int]:
    """Where the pairs of each first character begin among all pairs."""
    heads = _section("heads").decode("utf-16-le")
    return dict(zip(heads, accumulate(_numbers("lengths", "H"), initial=0), strict=False))


@cache
def followers() -> dict[str, str]:
    """For each character those that follow it in official texts, at least three times, the commonest first."""
    every = _section("followers").decode("utf-16-le")
    lengths = _numbers("lengths", "H")
    return {
        head: every[start : start + length] for (head, start), length in zip(_starts().items(), lengths, strict=True)
    }


@cache
def usual_followers(head: str) -> str:
    """Of the characters that follow one, those that do so at least twenty times."""
    following, start = followers().get(head, ""), _starts().get(head, 0)
    last = bisect_right(_section("followers-levels"), -_SELDOM, start, start + len(following), key=neg)
    return following[: last - start]


@cache
def _thirds() -> tuple[str, "array[int]", bytes]:
    """The third characters behind all pairs, where those of each pair begin, and the levels of the three."""
    return _section("thirds").decode("utf-16-le"), array(_START, _made().starts), _section("thirds-levels")


def _pair(run: str) -> int:
    """The number of the first two characters among all pairs, or -1."""
    place = followers().get(run[0], "").find(run[1])
    return _starts()[run[0]] + place if place >= 0 else -1


def _third(run: str) -> int:
    """The number of three characters among all that stand side by side, or -1."""
    pair = _pair(run)
    if pair < 0:
        return -1
    thirds, starts, _ = _thirds()
    return thirds.find(run[2], starts[pair], starts[pair + 1])


@lru_cache(_REMEMBERED)
def run_level(run: str) -> float:
    """The natural logarithm of how often one to three characters stand side by side; -1 for less than three times."""
    if len(run) == 1:
        index = _heads().get(run, -1)
        return _section("heads-levels")[index] * _STEP if index >= 0 else -1.0
    pair = _pair(run)
    if pair < 0 or len(run) == 2:
        return _section("followers-levels")[pair] * _STEP if pair >= 0 else -1.0
    place = _third(run)
    return _thirds()[2][place] * _STEP if place >= 0 else -1.0


def pair_count(first: str, second: str) -> float:
    """How often two characters stand side by side; 0 for less than three times."""
    place = followers().get(first, "").find(second)
    return _COUNTS[_section("followers-levels")[_starts()[first] + place]] if place >= 0 else 0.0


def triple_count(run: str) -> float:
    """The same for three characters."""
    # Most are seen never, and more pairs than threes are remembered.
    if run[2] not in characters_behind(run[:2]):
        return 0.0
    return _COUNTS[_thirds()[2][_third(run)]]


@cache
def character_counts() -> dict[str, float]:
    """How often each character stands in official texts."""
    return {head: _COUNTS[level] for head, level in zip(_starts(), _section("heads-levels"), strict=False)}


@lru_cache(_REMEMBERED)
def characters_behind(pair: str) -> str:
    """The characters that follow two others in official texts, at least three times."""
    number = _pair(pair) if len(pair) == 2 else -1
    thirds, starts, _ = _thirds()
    return thirds[starts[number] : starts[number + 1]] if number >= 0 else ""


@cache
def _heads() -> dict[str, int]:
    return {head: index for index, head in enumerate(_starts())}


def is_attested(run: str) -> bool:
    """Whether two or three characters stand side by side in official texts, at least three times."""
    return run[-1] in (followers().get(run[0], "") if len(run) == 2 else characters_behind(run[:2]))


@cache
def _rare() -> tuple[bytes, int]:
    bits = _section("rare")
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


@cache
def _numbers_of_words() -> dict[str, int]:
    return dict(zip(_section("words").decode().split("\n"), count(), strict=False))


class _Made(NamedTuple):
    """What is made of the table: of the words of two characters the second ones by the first one, and the other way
    round; where the third characters of each pair begin, as bytes."""

    seconds: dict[str, str]
    firsts: dict[str, str]
    starts: bytes


@cache
def _made() -> _Made:
    # To make it takes as long as to check a page, so it is kept between runs.
    return _Made(*kept("language", [__version__, sys.byteorder, *_Made._fields, *resource_states("rules")], _make))


def _make() -> list[Any]:
    seconds: dict[str, str] = {}
    firsts: dict[str, str] = {}
    for word in _numbers_of_words():
        if len(word) == 2:
            seconds[word[0]] = seconds.get(word[0], "") + word[1]
            firsts[word[1]] = firsts.get(word[1], "") + word[0]
    starts = array(_START, accumulate(_numbers("thirds-each", "H"), initial=0))
    return [seconds, firsts, starts.tobytes()]


class _Asked(dict[str, int]):
    """The numbers of the official words that are asked for, -1 for others.

    To number them all takes as long as to look for two hundred of them, and a short page asks for a few dozen: so the
    first ones are looked for one by one.
    """

    is_whole = False

    def __missing__(self, word: str) -> int:
        if len(self) >= _FEW:
            self.update(_numbers_of_words())
            self.is_whole = True
            return self.get(word, -1)
        place = _list_of_words().find(f"\n{word}\n")
        number = self[word] = _list_of_words().count("\n", 0, place) if place >= 0 else -1
        return number


@cache
def _list_of_words() -> str:
    return f"\n{_section('words').decode()}\n"


_asked = _Asked()


def _number(word: str) -> int:
    return _asked.get(word, -1) if _asked.is_whole else _asked[word]


@cache
def second_halves(first: str) -> frozenset[str]:
    """Of the official words of two characters that begin with this one, the second ones."""
    return frozenset(_made().seconds.get(first, ""))


@cache
def first_halves(second: str) -> frozenset[str]:
    """Of the official words of two characters that end with this one, the first ones."""
    return frozenset(_made().firsts.get(second, ""))


def is_official_word(run: str) -> bool:
    """Whether several characters are a word of the official texts."""
    return len(run) > 1 and _number(run) >= 0


def words_of_two() -> list[str]:
    """The official words of two characters."""
    return [word for word in _numbers_of_words() if len(word) == 2]


def word_level(word: str) -> float:
    """The natural logarithm of how often a word occurs in the official texts; -1 for one that does not."""
    index = _number(word)
    return _section("counts")[index] * _STEP if index >= 0 else -1.0


def pair_level(first: str, second: str) -> float:
    """The same for two words side by side."""
    one, two = _number(first), _number(second)
    if one < 0 or two < 0:
        return -1.0
    starts, seconds, levels = _pairs_of_words()
    last = starts[one + 1]
    index = bisect_left(seconds, two, starts[one], last)
    return levels[index] * _STEP if index < last and seconds[index] == two else -1.0


@cache
def _pairs_of_words() -> tuple["array[int]", "array[int]", bytes]:
    """Where the words begin that stand behind each word, their numbers, and the levels of the two."""
    return _numbers("starts", "I"), _numbers("seconds", "H"), _section("levels")
