"""The tables of official texts: rules/data/language.bin, made by benchmarks/language_table.py.

They are counts of 31 million characters of statutes, judicial interpretations and plans and of two million of a
newspaper, and words of the dictionary of jieba. The first line names the sections and their lengths. Only what is
asked for is read.
"""

import json
import sys
from array import array
from functools import cache
from itertools import accumulate

from lawcheck.reading.resources import resource_dir

# Of a count, the natural logarithm is kept in steps of this size; by the number that stands in a section.
_STEP = 1 / 16
LEVELS = tuple(number * _STEP for number in range(256))


@cache
def _contents() -> dict[str, tuple[int, int]]:
    with (resource_dir("rules") / "data" / "language.bin").open("rb") as file:
        head = file.readline()
    named = json.loads(head)
    starts = accumulate((length for _, length in named), initial=len(head))
    return {name: (start, length) for (name, length), start in zip(named, starts, strict=False)}


@cache
def section(name: str) -> bytes:
    """A section as it is in the file."""
    start, length = _contents()[name]
    with (resource_dir("rules") / "data" / "language.bin").open("rb") as file:
        file.seek(start)
        return file.read(length)


@cache
def numbers_in(name: str, kind: str) -> "array[int]":
    """The numbers in a section, of a kind of array."""
    made = array(kind, section(name))
    if sys.byteorder == "big":
        made.byteswap()
    return made
