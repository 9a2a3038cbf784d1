"""The tree that numbers of several parts make: 6.1 stands under 6, 2.2.1 under 2.2 (STR003, STR004).

A document may number otherwise (1.1 anew under each heading), so this holds only where nearly all its numbers keep it.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from lawcheck.checks.str.node_lines import at_line_start
from lawcheck.records import dataclass
from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.structure.levels import LEVEL
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.han import HAN

_HEADS = frozenset({"CHAPTER", "SECTION", "ITEM"})
_NUMBERS = frozenset({"DECIMAL", "DECIMAL_3", "DECIMAL_4"})
# 4.1 检查: a line that begins so may be a number that no list of its own was found for.
_LINE = Pattern(rf"(?m)^[ \t\u3000]{{0,4}}(?P<number>[0-9]{{1,2}}(?:\.[0-9]{{1,2}}){{1,3}})(?=[ \u3000]{{1,2}}[{HAN}])")
# So many numbers stand where they belong, for each that does not.
_KEPT, _SHARE = 4, 3
_LEVELS_BELOW = 2


@dataclass(frozen=True, slots=True)
class _Number:
    """A number with its parts, where it stands, and the parts of the heading above it."""

    parts: tuple[int, ...]
    start: int
    end: int
    above: tuple[int, ...]
    goes_on: bool

    @property
    def is_at_home(self) -> bool:
        """Whether it stands under the heading that its first parts name, or goes on with the number before it."""
        return self.goes_on or self.above == self.parts[:-1]


def numbers_under_another(document: Document) -> Iterator[Finding]:
    """5.1 under 6, where 5 stands elsewhere; of several in a row the first."""
    last: _Number | None = None
    for number, heads in _odd(document):
        prefix = number.parts[:-1]
        if prefix in heads and len(number.above) == len(prefix):
            right = (*number.above, number.parts[-1])
            if last is None or last.parts[:-1] != prefix or last.above != number.above:
                values = {"marker": _shown(number.parts), "before": _shown(number.above), "missing": _shown(right)}
                yield Finding(number.start, number.end, values, "parent")
            last = number


def numbers_that_skip(document: Document) -> Iterator[Finding]:
    """2.1.1 right under 2, where such numbers stand under 1.1 and 1.2 elsewhere."""
    told: set[tuple[int, ...]] = set()
    for number, heads in _odd(document):
        prefix = number.parts[:-1]
        # 1.0.1 is how standards number what stands right under 1.
        skips = (
            number.above == prefix[:-1]
            and 0 not in prefix
            and sum(len(head) == len(prefix) for head in heads) >= _LEVELS_BELOW
        )
        if skips and prefix not in told:
            values = {"marker": _shown(number.parts), "parent": _shown(number.above), "like": _shown(prefix)}
            yield Finding(number.start, number.end, values, "decimal")
        told.add(prefix)


def _odd(document: Document) -> Iterator[tuple[_Number, set[tuple[int, ...]]]]:
    """The numbers that do not stand where they belong, with every heading that numbers of their part stand under."""
    starts = [annex.start for annex in document.frame.annexes]
    parts: dict[int, list[tuple[tuple[int, ...], int, int, bool]]] = {}
    for each in _every(document):
        parts.setdefault(bisect_right(starts, each[1]), []).append(each)
    for each_part in parts.values():
        numbers = list(_placed(each_part))
        odd = [number for number in numbers if not number.is_at_home]
        kept = len(numbers) - len(odd)
        if odd and kept >= max(_KEPT, _SHARE * len({number.above for number in odd})):
            heads = {known for known, _, _, _ in each_part}
            yield from ((number, heads) for number in odd)


def _placed(every: Sequence[tuple[tuple[int, ...], int, int, bool]]) -> Iterator[_Number]:
    above: list[tuple[int, ...]] = []
    before: dict[int, tuple[int, ...]] = {}
    for parts, start, end, is_number in every:
        length = len(parts)
        above = above[: length - 1]
        if is_number:
            last = before.get(length, ())
            goes_on = last[:-1] == parts[:-1] and last[-1:] == (parts[-1] - 1,)
            yield _Number(parts, start, end, above[-1] if above else (), goes_on)
            before[length] = parts
        if len(above) == length - 1:
            above.append(parts)


def _every(document: Document) -> list[tuple[tuple[int, ...], int, int, bool]]:
    """Headings and numbers in the order of the text, and lines that begin with a number and are no nodes."""
    found = []
    for node in document.walk():
        symbol = LEVEL[node.form].symbol if node.form and not node.inferred else ""
        is_known = node.parts and (symbol in _NUMBERS or symbol in _HEADS)
        if is_known and at_line_start(document, node) and not document.is_in_cell(node.start):
            found.append((node.parts, node.start, node.body_start, symbol in _NUMBERS))
    if not any(is_number for _, _, _, is_number in found):
        return []
    known = {start for _, start, _, _ in found}
    # A table of contents stands above the first of them.
    for match in _LINE.finditer(document.text, min(known)):
        start = match.start("number")
        if start not in known and not document.is_in_cell(start):
            parts = tuple(int(part) for part in match["number"].split("."))
            found.append((parts, start, match.end("number"), True))
    return sorted(found, key=lambda each: each[1])


def _shown(parts: Sequence[int]) -> str:
    return ".".join(map(str, parts))
