"""The pairs of characters of a text that are looked at more closely: strange ones, and words that sound as others do.

There is one pass for all of them: to look up each pair takes longest.
"""

from collections import Counter
from functools import lru_cache

from lawcheck.checks.meant_characters import is_unknown
from lawcheck.checks.pairs import Pairs, numbers_of_pairs
from lawcheck.checks.sound_words import seconds_of
from lawcheck.reading.language import usual_followers
from lawcheck.text.vocabulary.han import is_han

# In a scan two characters are looked at that official texts have so seldom (natural logarithm) side by side.
_HARDLY = 4.5


def _kinds(one: str, other: str) -> int:
    """Whether a pair is seldom, and whether it is a word that others are typed for."""
    # Most pairs are usual ones.
    usual, seconds = _BEHIND[one]
    sounds = (other in seconds) << 1
    return sounds if usual is None or other in usual or not is_han(other) else sounds | 1


class _Behind(dict[str, tuple[str | None, frozenset[str]]]):
    """The usual followers of each ideograph, and those with which it makes a word that others are typed for."""

    def __missing__(self, one: str) -> tuple[str | None, frozenset[str]]:
        found = self[one] = (usual_followers(one) if is_han(one) else None, seconds_of(one))
        return found


_BEHIND = _Behind()


_PAIRS = Pairs(_kinds, 2)
_HARDLY_KNOWN = Pairs(lambda one, other: is_unknown(one + other, _HARDLY))


@lru_cache(maxsize=2)
def _places(text: str) -> list[list[int]]:
    return _PAIRS.places(text)


def seldom_pairs(text: str) -> list[int]:
    """Where two characters stand side by side that official texts do not have so, or seldom."""
    return _places(text)[0]


def words_of_a_sound(text: str, most: int) -> list[int]:
    """Where words of two characters stand for which others of the same sound are typed, those that come at most so
    often."""
    places, numbers = _places(text)[1], numbers_of_pairs(text)
    often = Counter(map(numbers.__getitem__, places))
    return [at for at in places if often[numbers[at]] <= most]


def hardly_known_pairs(text: str) -> list[int]:
    """Where two characters stand side by side that official texts hardly have so."""
    return _HARDLY_KNOWN.places(text)[0]
