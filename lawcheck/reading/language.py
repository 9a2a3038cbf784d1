"""Which characters follow each other in official texts, and how often."""

import sys
from array import array
from bisect import bisect_right
from collections.abc import Iterable
from functools import cache, lru_cache
from itertools import accumulate
from math import exp
from operator import neg
from typing import cast

from lawcheck import __version__
from lawcheck.reading.language_file import LEVELS, numbers_in, section
from lawcheck.reading.resources import kept, resource_state

_REMEMBERED = 1 << 16
_COUNTS = tuple(map(exp, LEVELS))
# Places in a section, as numbers.
_START = "I"
# Of twenty.
_SELDOM = 48


@cache
def _starts() -> dict[str, int]:
    """Where the pairs of each first character begin among all pairs."""
    heads = section("heads").decode("utf-16-le")
    return dict(zip(heads, accumulate(numbers_in("lengths", "H"), initial=0), strict=False))


@cache
def followers() -> dict[str, str]:
    """For each character those that follow it in official texts, at least three times, the commonest first."""
    every = section("followers").decode("utf-16-le")
    lengths = numbers_in("lengths", "H")
    return {
        head: every[start : start + length] for (head, start), length in zip(_starts().items(), lengths, strict=True)
    }


@cache
def usual_followers(head: str) -> str:
    """Of the characters that follow one, those that do so at least twenty times."""
    following, start = followers().get(head, ""), _starts().get(head, 0)
    last = bisect_right(section("followers-levels"), -_SELDOM, start, start + len(following), key=neg)
    return following[: last - start]


@cache
def _thirds() -> tuple[str, "array[int]", bytes]:
    """The third characters behind all pairs, where those of each pair begin, and the levels of the three."""
    # To add up two hundred thousand numbers takes as long as to check a page, so the sums are kept between runs.
    starts = cast(bytes, kept("thirds", [__version__, sys.byteorder, resource_state("rules")], _starts_of_thirds))
    return section("thirds").decode("utf-16-le"), array(_START, starts), section("thirds-levels")


def _starts_of_thirds() -> bytes:
    return array(_START, accumulate(numbers_in("thirds-each", "H"), initial=0)).tobytes()


@cache
def _heads() -> dict[str, tuple[str, int]]:
    """For each character those that follow it, and the number of the first such pair among all pairs."""
    starts = _starts()
    return {head: (following, starts[head]) for head, following in followers().items()}


_NOTHING = ("", 0)


def _pair(one: str, other: str) -> int:
    """The number of two characters among all pairs, or -1."""
    following, start = _heads().get(one, _NOTHING)
    place = following.find(other)
    return start + place if place >= 0 else -1


def _third(run: str) -> int:
    """The number of three characters among all that stand side by side, or -1."""
    pair = _pair(run[0], run[1])
    if pair < 0:
        return -1
    thirds, starts, _ = _thirds()
    return thirds.find(run[2], starts[pair], starts[pair + 1])


@lru_cache(_REMEMBERED)
def run_level(run: str) -> float:
    """The natural logarithm of how often one to three characters stand side by side; -1 for less than three times."""
    if len(run) == 1:
        index = _numbers_of_heads().get(run, -1)
        return LEVELS[section("heads-levels")[index]] if index >= 0 else -1.0
    if len(run) == 2:
        pair = _pair(run[0], run[1])
        return LEVELS[section("followers-levels")[pair]] if pair >= 0 else -1.0
    place = _third(run)
    return LEVELS[_thirds()[2][place]] if place >= 0 else -1.0


def pair_count(first: str, second: str) -> float:
    """How often two characters stand side by side; 0 for less than three times."""
    pair = _pair(first, second)
    return _COUNTS[section("followers-levels")[pair]] if pair >= 0 else 0.0


def counts_of_three(run: str) -> tuple[float, float]:
    """The same for the first two of three characters, and for all three."""
    pair = _pair(run[0], run[1])
    if pair < 0:
        return 0.0, 0.0
    thirds, starts, levels = _thirds()
    place = thirds.find(run[2], starts[pair], starts[pair + 1])
    return _COUNTS[section("followers-levels")[pair]], _COUNTS[levels[place]] if place >= 0 else 0.0


def triple_count(run: str) -> float:
    """The same for three characters."""
    place = _third(run)
    return _COUNTS[_thirds()[2][place]] if place >= 0 else 0.0


@cache
def character_counts() -> dict[str, float]:
    """How often each character stands in official texts."""
    return {head: _COUNTS[level] for head, level in zip(_starts(), section("heads-levels"), strict=False)}


def characters_behind(pair: str) -> str:
    """The characters that follow two others in official texts, at least three times."""
    number = _pair(pair[0], pair[1]) if len(pair) == 2 else -1
    if number < 0:
        return ""
    thirds, starts, _ = _thirds()
    return thirds[starts[number] : starts[number + 1]]


def characters_between(first: str, last: str) -> list[str]:
    """The characters that official texts have between these two, at least three times."""
    following, pair = _heads().get(first, _NOTHING)
    thirds, starts, _ = _thirds()
    after = pair + len(following)
    found = []
    # What stands behind all pairs of a first character is one stretch.
    at = thirds.find(last, starts[pair], starts[after]) if following else -1
    while at >= 0:
        place = bisect_right(starts, at, pair, after) - 1
        found.append(following[place - pair])
        at = thirds.find(last, at + 1, starts[after])
    return found


@cache
def _numbers_of_heads() -> dict[str, int]:
    return {head: index for index, head in enumerate(_starts())}


def is_attested(run: str) -> bool:
    """Whether two or three characters stand side by side in official texts, at least three times."""
    if len(run) == 2:
        return run[1] in followers().get(run[0], "")
    return _third(run) >= 0


def attested_threes(text: str, places: Iterable[int]) -> set[int]:
    """Of places of a text those where three characters stand that stand side by side in official texts."""
    heads = _heads().get
    thirds, starts, _ = _thirds()
    find = thirds.find
    last = len(text) - 3
    found = set()
    for at in places:
        if not 0 <= at <= last:
            continue
        following, start = heads(text[at], _NOTHING)
        place = following.find(text[at + 1])
        if place >= 0:
            start += place
            if find(text[at + 2], starts[start], starts[start + 1]) >= 0:
                found.add(at)
    return found
