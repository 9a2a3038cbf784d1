"""Words of two characters and the others of the same sound that they are typed for."""

from bisect import bisect_left
from functools import cache, lru_cache
from typing import cast

from lawcheck import __version__
from lawcheck.reading.resources import data_lines, kept, resource_states

_FILE = "same_sound_words.tsv"
_REMEMBERED = 10_000


@cache
def _seconds() -> dict[str, str]:
    """By their first characters the second ones of these words."""
    return cast(dict[str, str], kept("sound-words", [__version__, *resource_states("rules")], _made))


def _made() -> dict[str, str]:
    seconds: dict[str, str] = {}
    for line in data_lines(_FILE):
        seconds[line[0]] = seconds.get(line[0], "") + line[1]
    return seconds


def has_others(one: str, other: str) -> bool:
    """Whether two characters are a word that others are typed for."""
    return other in _seconds().get(one, "")


@cache
def _lines() -> list[str]:
    """The lines of the file, which are sorted."""
    return data_lines(_FILE)


@lru_cache(_REMEMBERED)
def other_words_of(word: str) -> tuple[tuple[str, bool], ...]:
    """The words that a word is typed for, and whether they sound only nearly the same."""
    # Few words are asked for: to look for their lines is quicker than to divide them all.
    _, same, near = _lines()[bisect_left(_lines(), f"{word}\t")].split("\t")
    return (*((other, False) for other in same.split()), *((other, True) for other in near.split()))
