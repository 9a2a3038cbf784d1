"""Which characters follow each other in official texts, and how often."""

import sys
from array import array
from bisect import bisect_right
from functools import cache, lru_cache
from itertools import accumulate
from math import exp
from operator import neg
from typing import cast

from lawcheck import __version__
from lawcheck.reading.language_file import LEVELS, numbers_in, section
from lawcheck.reading.resources import kept, resource_states

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
    starts = cast(bytes, kept("thirds", [__version__, sys.byteorder, *resource_states("rules")], _starts_of_thirds))
    return section("thirds").decode("utf-16-le"), array(_START, starts), section("thirds-levels")


def _starts_of_thirds() -> bytes:
    return array(_START, accumulate(numbers_in("thirds-each", "H"), initial=0)).tobytes()


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
        return LEVELS[section("heads-levels")[index]] if index >= 0 else -1.0
    pair = _pair(run)
    if pair < 0 or len(run) == 2:
        return LEVELS[section("followers-levels")[pair]] if pair >= 0 else -1.0
    place = _third(run)
    return LEVELS[_thirds()[2][place]] if place >= 0 else -1.0


def pair_count(first: str, second: str) -> float:
    """How often two characters stand side by side; 0 for less than three times."""
    place = followers().get(first, "").find(second)
    return _COUNTS[section("followers-levels")[_starts()[first] + place]] if place >= 0 else 0.0


def triple_count(run: str) -> float:
    """The same for three characters."""
    # Most are seen never, and more pairs than threes are remembered.
    behind, start = _behind(run[:2])
    place = behind.find(run[2])
    return _COUNTS[_thirds()[2][start + place]] if place >= 0 else 0.0


@cache
def character_counts() -> dict[str, float]:
    """How often each character stands in official texts."""
    return {head: _COUNTS[level] for head, level in zip(_starts(), section("heads-levels"), strict=False)}


@lru_cache(_REMEMBERED)
def _behind(pair: str) -> tuple[str, int]:
    """The characters that follow two others, and the number of the first one among the third ones of all pairs."""
    number = _pair(pair) if len(pair) == 2 else -1
    if number < 0:
        return "", 0
    thirds, starts, _ = _thirds()
    start = starts[number]
    return thirds[start : starts[number + 1]], start


def characters_behind(pair: str) -> str:
    """The characters that follow two others in official texts, at least three times."""
    return _behind(pair)[0]


def characters_between(first: str, last: str) -> list[str]:
    """The characters that official texts have between these two, at least three times."""
    following = followers().get(first)
    if not following:
        return []
    thirds, starts, _ = _thirds()
    pair = _starts()[first]
    after = pair + len(following)
    found = []
    # What stands behind all pairs of a first character is one stretch.
    at = thirds.find(last, starts[pair], starts[after])
    while at >= 0:
        place = bisect_right(starts, at, pair, after) - 1
        found.append(following[place - pair])
        at = thirds.find(last, at + 1, starts[after])
    return found


@cache
def _heads() -> dict[str, int]:
    return {head: index for index, head in enumerate(_starts())}


def is_attested(run: str) -> bool:
    """Whether two or three characters stand side by side in official texts, at least three times."""
    return run[-1] in (followers().get(run[0], "") if len(run) == 2 else characters_behind(run[:2]))
