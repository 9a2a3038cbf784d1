"""Blanks that stand where the lines of a page ended: they come at regular distances."""

from functools import lru_cache
from itertools import pairwise

from lawcheck.structure.document import Document
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.han import HAN

_BLANK = Pattern(f"(?<=[{HAN}，、；：”》）]) (?=[{HAN}“《（0-9])")
_SHORTEST, _FEWEST = 100, 5
# How long the lines of a page are, and by how much one may be shorter for a mark that must not begin the next.
_NARROWEST, _WIDEST, _SPREAD = 12, 70, 3
_MOST_REGULAR = 0.6


@lru_cache(maxsize=1)
def pages_in_one_line(document: Document) -> tuple[tuple[int, int], ...]:
    """The paragraphs that are pages whose lines were joined by a blank each."""
    text = document.text
    paragraphs = [(p.start, p.end) for p in document.paragraphs if p.end - p.start >= _SHORTEST]
    return tuple(span for span in paragraphs if text.count(" ", *span) > _FEWEST and _is_regular(text, *span))


def _is_regular(text: str, start: int, end: int) -> bool:
    distances = [b - a for a, b in pairwise(match.start() for match in _BLANK.finditer(text, start, end))]
    if len(distances) < _FEWEST:
        return False
    usual = _median(distances)
    regular = sum(abs(distance - usual) <= _SPREAD for distance in distances)
    return _NARROWEST <= usual <= _WIDEST and regular >= _MOST_REGULAR * len(distances)


def _median(lengths: list[int]) -> float:
    from statistics import median  # it takes long to load, and few documents are such pages

    return median(lengths)


@lru_cache(maxsize=1)
def ends_of_short_lines(document: Document) -> frozenset[int]:
    """The blanks of such pages that end a line shorter than the others: a title, the last line of a paragraph."""
    text = document.text
    short: set[int] = set()
    for start, end in pages_in_one_line(document):
        places = [start, *(match.start() for match in _BLANK.finditer(text, start, end))]
        lengths = [b - a for a, b in pairwise(places)]
        usual = _median(lengths)
        short.update(place for place, length in zip(places[1:], lengths, strict=True) if length < usual - 2 * _SPREAD)
    return frozenset(short)
