"""How likely a stretch of Chinese is: the best division of it into words, by the words of two data files."""

from functools import cache
from math import log

from lawcheck.resources import rows

# The numbers of the files are logarithms of counts in a text of this size.
_SIZE = log(60_000_000)
_UNKNOWN = -1 - _SIZE
# Official writing has few words of one character.
_SINGLE = -1.0
_LONGEST = 4


@cache
def words() -> dict[str, float]:
    """The logarithm of the probability of each known word and character; fixed phrases are words as well."""
    known = {row[0]: 6 - _SIZE for row in rows("phrases.tsv") if len(row[0]) <= _LONGEST}
    for name in ("words.tsv", "official_words.tsv"):
        for count, listed in rows(name):
            known.update(dict.fromkeys(listed.split(" "), float(count) - _SIZE))
    return {word: weight + _SINGLE if len(word) == 1 else weight for word, weight in known.items()}


def best_division(text: str, at: int) -> tuple[float, int, int]:
    """The logarithm of the probability of the likeliest words, and the span of the one that covers `at`."""
    known = words()
    size = len(text)
    scores = [0.0] + [float("-inf")] * size
    starts = [0] * (size + 1)
    for start in range(size):
        for end in range(start + 1, min(start + _LONGEST, size) + 1):
            weight = known.get(text[start:end], _UNKNOWN if end == start + 1 else None)
            if weight is not None and scores[start] + weight > scores[end]:
                scores[end] = scores[start] + weight
                starts[end] = start
    end = size
    while starts[end] > at:
        end = starts[end]
    return scores[size], starts[end], end
