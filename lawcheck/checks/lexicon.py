"""How likely a stretch of Chinese is: its best division into words, and how common pairs of characters are."""

import sys
from functools import cache
from typing import Any

from lawcheck import __version__
from lawcheck.reading.packed import Numbers, packed_words
from lawcheck.reading.resources import data_lines, kept, resource_state, rows

# The files give logarithms of how often words occur in 60 million words, whose own logarithm this is.
_ALL = 18
_UNKNOWN = -1
_PHRASE = 6
# A word that is in none of the files is taken for one that is neither common nor rare.
_SOME = 6
_LONGEST = 4
# The groups of the file of pairs have these ranks, from the first one down.
_HIGHEST = 4


@cache
def words() -> dict[str, int]:
    """How common each known word and character is; fixed phrases are words as well."""
    fixed = (row[0] for name in ("phrases.tsv", "idioms.tsv") for row in rows(name))
    known = {phrase: _PHRASE for phrase in fixed if len(phrase) <= _LONGEST}
    for name in ("words.tsv", "official_words.tsv"):
        for count, listed in rows(name):
            known.update(dict.fromkeys(listed.split(" "), int(count)))
    return known


def _made() -> list[Any]:
    known = sorted(words().items())
    return [tuple(packed_words(word for word, _ in known)), bytes(count for _, count in known)]


@cache
def _known() -> tuple[Numbers, bytes]:
    # To part them takes as long as to check a page, so they are kept in a form that loads at once.
    made, counts = kept("lexicon", [__version__, sys.byteorder, resource_state("rules")], _made)
    return Numbers(*made), counts


def is_listed(word: str) -> bool:
    """Whether a word or a character is known."""
    return _known()[0].get(word, -1) >= 0


def commonness(word: str) -> int:
    """How common a word or a character is, or -1."""
    numbers, counts = _known()
    number = numbers.get(word, -1)
    return counts[number] if number >= 0 else _UNKNOWN


@cache
def _pairs() -> dict[str, str]:
    """The line of each character: those that follow it, the most common ones first, in groups."""
    return {line[0]: line for line in data_lines("pairs.tsv")}


def rank(pair: str) -> int:
    """How common two characters side by side are in official writing: 0 (hardly known) to 4 (everywhere)."""
    line = _pairs().get(pair[0], "")
    place = line.find(pair[1], 1)
    return _HIGHEST + 1 - line.count("\t", 0, place) if place > 0 else 0


def best_division(text: str, at: int) -> tuple[int, int, int]:
    """The logarithm of the probability of the likeliest words, and the span of the one that covers `at`."""
    numbers, counts = _known()
    size = len(text)
    scores = [0] + [-_ALL * 2 * size] * size
    starts = [0] * (size + 1)
    for start in range(size):
        for end in range(start + 1, min(start + _LONGEST, size) + 1):
            number = numbers.get(text[start:end], -1)
            if number < 0 and end > start + 1:
                continue
            score = scores[start] + (counts[number] if number >= 0 else _UNKNOWN) - _ALL
            if score > scores[end]:
                scores[end] = score
                starts[end] = start
    end = size
    while starts[end] > at:
        end = starts[end]
    return scores[size], starts[end], end


def gain(before: str, found: str, after: str, right: str) -> int:
    """How much likelier a stretch becomes (natural logarithm) when `right`, as a word of its own, replaces `found`."""
    seen, *_ = best_division(before + found + after, 0)
    usual = commonness(right) if is_listed(right) else _SOME
    apart = best_division(before, 0)[0] + best_division(after, 0)[0] + usual - _ALL
    joined, *_ = best_division(before + right + after, 0)
    return max(apart, joined) - seen


@cache
def misspelt() -> frozenset[str]:
    """Phrases that only a slip can have made, which have a rule of their own (TRM032)."""
    return frozenset(row[0] for row in rows("misspellings.tsv"))
