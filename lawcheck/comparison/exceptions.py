"""Provisos and exceptions: 但…除外, 法律另有规定的除外, 有下列情形之一的除外."""

from collections.abc import Iterator
from itertools import islice

from rapidfuzz.distance import Indel

from lawcheck.comparison.changes import Difference, Pair, Span, ValueChange
from lawcheck.comparison.kinds import Kind
from lawcheck.patterns import Pattern

_EXCEPTION = Pattern(
    r"(?:但是?|但书)[^。；\n]{1,80}?(?:除外|从其规定|不在此限|不受[^。；，\n]{0,20}限制|不适用[^。；，\n]{0,20})"
    r"|（[^（）\n]{1,40}(?:除外|不在此限)）|[^。；，（）\n]{1,40}?(?:除外|从其规定|不在此限)|除[^。；，\n]{2,40}?(?:外|以外)(?=[，。；])"
)
# So alike are two wordings of one exception.
_SAME = 0.5
# An exception that a revision takes out or puts in makes up this much of a difference at least.
_SHARE = 0.5
# No passage has more of them but one that is made to take long.
_MOST = 50


def exceptions(text: str, start: int, end: int) -> list[Span]:
    """The first exceptions in a span of a text."""
    return [match.span() for match in islice(_EXCEPTION.finditer(text, start, end), _MOST)]


def exception_changes(pair: Pair) -> Iterator[ValueChange]:
    """Exceptions that only one of the revisions of a passage has."""
    old_text, new_text = (document.text for document in pair.documents)
    before = exceptions(old_text, pair.old.body, pair.old.end)
    after = exceptions(new_text, pair.new.body, pair.new.end)
    same = _same([old_text[a:b] for a, b in before], [new_text[a:b] for a, b in after])
    for index, span in enumerate(before):
        if index not in same:
            piece = _piece(pair, span, side=0)
            yield ValueChange(Kind.EXCEPTIONS, old_text[slice(*span)], "", _wider(piece.old, span), piece.new)
    for index, span in enumerate(after):
        if index not in same.values():
            piece = _piece(pair, span, side=1)
            yield ValueChange(Kind.EXCEPTIONS, "", new_text[slice(*span)], piece.old, _wider(piece.new, span))


def _same(before: list[str], after: list[str]) -> dict[int, int]:
    """Which of the exceptions are the same, perhaps in other words."""
    found: dict[int, int] = {}
    for index, old in enumerate(before):
        rest = [other for other in range(len(after)) if other not in found.values()]
        alike = {other: Indel.normalized_similarity(old, after[other]) for other in rest}
        best = max(rest, key=lambda other: alike[other], default=None)
        if best is not None and alike[best] >= _SAME:
            found[index] = best
    return found


def _piece(pair: Pair, span: Span, side: int) -> Difference:
    """The difference that an exception stands in; the end of the passage where its words are found elsewhere."""
    for piece in pair.differences:
        mine = piece.new if side else piece.old
        if mine[0] < span[1] and span[0] < mine[1]:
            return piece
    return Difference((pair.old.end, pair.old.end), (pair.new.end, pair.new.end))


def _wider(piece: Span, span: Span) -> Span:
    """An exception with the rest of its difference where that is little more than the exception."""
    start, end = min(piece[0], span[0]), max(piece[1], span[1])
    return (start, end) if (span[1] - span[0]) >= _SHARE * (end - start) else span
