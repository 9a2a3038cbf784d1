"""Words of two characters and the others of the same sound that they are typed for."""

import sys
from functools import cache, lru_cache

from lawcheck import __version__
from lawcheck.reading.packed import Strings, packed
from lawcheck.reading.resources import data_lines, kept, resource_state

_FILE = "same_sound_words.tsv"
_REMEMBERED = 10_000


@cache
def _lines() -> Strings:
    """By their first characters the lines of the words, each behind a line feed."""
    return Strings(*kept("sound-words", [__version__, sys.byteorder, resource_state("rules")], _made))


def _made() -> tuple[str | bytes, ...]:
    lines: dict[str, str] = {}
    for line in data_lines(_FILE):
        lines[line[0]] = f"{lines.get(line[0], '')}\n{line}"
    return tuple(packed(lines))


@cache
def seconds_of(first: str) -> frozenset[str]:
    """The second characters of these words that begin with one."""
    return frozenset(line[1] for line in _lines()[first].split("\n")[1:])


@lru_cache(_REMEMBERED)
def other_words_of(word: str) -> tuple[tuple[str, bool], ...]:
    """The words that a word is typed for, and whether they sound only nearly the same."""
    # Few words are asked for: to look for their lines is quicker than to divide them all.
    lines = _lines()[word[0]]
    start = lines.index(f"\n{word}\t")
    end = lines.find("\n", start + 1)
    _, same, near = lines[start : end if end >= 0 else len(lines)].split("\t")
    return (*((other, False) for other in same.split()), *((other, True) for other in near.split()))
