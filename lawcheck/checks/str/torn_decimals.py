"""Ordinals of several numbers that have lost a point, told by the one before: 21.3 behind 2.1.2 (STR006)."""

from collections.abc import Iterator

from lawcheck.checks.str.broken_ordinals import Broken
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.han import HAN

_AT_LINE_START = Pattern(
    f"(?m)^[ \u3000]{{0,8}}(?P<ordinal>[0-9]{{1,3}}(?:[.．][0-9]{{1,2}}){{0,3}})(?=[ \u3000]?[{HAN}])"
)
_POINT = Pattern("[.．]")
# So many whole ones with a point must show that the document counts in this way.
_FEWEST = 3
_DEEPEST = 4


def torn_decimals(text: str) -> Iterator[Broken]:
    """Those whose figures are those of the next ordinal, without one or all of its points."""
    marks = list(_AT_LINE_START.finditer(text))
    if sum("." in mark["ordinal"] or "．" in mark["ordinal"] for mark in marks) < _FEWEST:
        return
    last: tuple[int, ...] = ()
    before = 0
    for mark in marks:
        numbers = tuple(map(int, _POINT.compiled.split(mark["ordinal"])))
        follows = list(_following(last))
        figures = "".join(map(str, numbers))
        torn = [each for each in follows if "".join(map(str, each)) == figures and len(each) > len(numbers)]
        counts_on = len(numbers) == 1 and numbers[0] == before + 1
        if len(numbers) == 1:
            before = numbers[0]
        if numbers in follows or not torn or counts_on:
            # A number alone begins a chapter only where it is the next one.
            if len(numbers) > 1 or numbers in follows:
                last = numbers
        else:
            last = torn[0]
            yield Broken(*mark.span("ordinal"), ".".join(map(str, last)))


def _following(last: tuple[int, ...]) -> Iterator[tuple[int, ...]]:
    """What may come behind an ordinal: the first one below it, the next one beside it or beside one above it."""
    if not last:
        yield (1,)
        return
    if len(last) < _DEEPEST:
        yield (*last, 1)
    for depth in range(len(last), 0, -1):
        yield (*last[: depth - 1], last[depth - 1] + 1)
