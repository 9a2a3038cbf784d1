"""Faults of sentences that a closed pattern tells: it names the words of both constructions, and what stands between
them holds no point that would divide them. What is quoted as an example stays silent.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from lawcheck.rulebook.findings import Finding
from lawcheck.text.edits import Edit
from lawcheck.text.patterns import Pattern

# Where a clause ends.
CLAUSE_END = "(?=[，。；、）\\n]|$)"
_OPEN, _CLOSED = "“‘《", "”’》"
_REACH = 40


class Faulty(NamedTuple):
    """A kind of fault: the variant of its message, and its pattern. The groups `place` and `other` are what is wrong,
    where that is not the whole match."""

    variant: str
    pattern: Pattern


def found(text: str, kinds: Iterable[Faulty], better: Mapping[str, str]) -> Iterator[Finding]:
    """Every place of these kinds that is not quoted; `better` is what stands instead, for the kinds that it names. Of
    two kinds that begin or end at one place, the first one tells it."""
    told: set[tuple[bool, int]] = set()
    for variant, pattern in kinds:
        for match in pattern.finditer(text):
            place = next((name for name in ("place", "other") if match.groupdict().get(name)), 0)
            start, end = match.span(place)
            if not told & {(True, start), (False, end)} and not _is_quoted(text, start):
                told |= {(True, start), (False, end)}
                edits = (Edit(start, end, better[variant]),) if variant in better else ()
                yield Finding(start, end, {"found": text[start:end]}, variant, edits)


def _is_quoted(text: str, at: int) -> bool:
    """Whether a place stands in quotation or title marks, as an example of how not to write or in a name."""
    before = text[max(0, at - _REACH) : at].rpartition("\n")[2]
    opened = max(before.rfind(sign) for sign in _OPEN)
    return opened > max(before.rfind(sign) for sign in _CLOSED)
