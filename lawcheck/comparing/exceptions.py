"""Provisos and exceptions: 但…除外, 法律另有规定的除外, 有下列情形之一的除外."""

from collections.abc import Iterator
from itertools import islice

from rapidfuzz.distance import Indel

from lawcheck.comparing.change_kinds import ChangeKind
from lawcheck.comparing.changes import Pair, Span, ValueChange
from lawcheck.text.patterns import Pattern

_EXCEPTION = Pattern(
    r"(?:但是?|但书)[^。；\n]{1,80}?(?:除外|从其规定|不在此限|不受[^。；，\n]{0,20}限制|不适用[^。；，\n]{0,20})"
    r"|（[^（）\n]{1,40}(?:除外|不在此限)）|[^。；，（）\n]{1,40}?(?:除外|从其规定|不在此限)|除[^。；，\n]{2,40}?(?:外|以外)(?=[，。；])"
)
# So alike are two wordings of one exception.
_SAME = 0.5
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
            yield ValueChange(ChangeKind.EXCEPTIONS, old_text[slice(*span)], "", *pair.one_sided(span, in_new=False))
    for index, span in enumerate(after):
        if index not in same.values():
            yield ValueChange(ChangeKind.EXCEPTIONS, "", new_text[slice(*span)], *pair.one_sided(span, in_new=True))


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
