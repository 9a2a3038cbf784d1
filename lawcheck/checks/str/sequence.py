"""Numbers that are missing, stand twice or are out of order (STR001, STR002, STR003, LAW001)."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from enum import Enum
from functools import lru_cache

from lawcheck.checks.str.automatic import restarted, typed_beside
from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document, Node
from lawcheck.text.vocabulary.numerals import chinese_numeral

_RANKS = {"part": 1, "chapter": 2, "division": 3, "section": 4, "article": 5, "subsection": 6, "clause": 6, "item": 7}
_SUBITEM_RANK = 8
_NUMBERED = frozenset(_RANKS) | {"subitem"}
_STATUTE_LEVELS = frozenset({"part", "chapter", "division", "article"})
_PLAN_LEVELS = frozenset({"section", "subsection", "clause", "item", "subitem"})
# A jump over more numbers is another list, not a gap.
_WIDEST_GAP = 9
_WIDEST_FIRST_GAP = 2


class Break(Enum):
    """How a sequence can break."""

    DUPLICATE = "duplicate"
    GAP = "gap"
    DISORDER = "disorder"


@dataclass(frozen=True, slots=True)
class Fault:
    """A break of a sequence at `node`; `before` is the one of its form before it, None at the first of a list.

    A missing ordinal was lost at `since`, the first paragraph between them that has none, or at one behind it; where
    there is no such paragraph, a whole item is missing before `node`.
    """

    kind: Break
    node: Node
    before: Node | None
    missing: tuple[int, ...] = ()
    since: int | None = None


@dataclass(slots=True)
class _Sequence:
    """The numbers of one form so far. `high` is the highest of the list; `late` are those it jumped over."""

    last: Node
    high: int
    open: bool = True
    late: set[int] = field(default_factory=set)
    counts_on: bool = False

    def begin(self, node: Node) -> None:
        self.high, self.late = node.number or 0, set()


@lru_cache(maxsize=1)
def faults(document: Document) -> tuple[Fault, ...]:
    """Every break in the numbering of a document, in order.

    A list may begin at 1 under each heading or count on through the whole document: a document may do either.
    """
    nodes = [n for n in document.walk() if n.number and n.level in _NUMBERED]
    marked = {node.start for node in document.walk()}
    unmarked = [p.start for p in document.paragraphs if p.start not in marked]
    found: list[Fault] = []
    counting_on = _counting_on(nodes)
    sequences: dict[int, _Sequence] = {}
    for node, after in zip(nodes, _following(nodes), strict=True):
        rank = _rank(node)
        sequence = sequences.get(rank)
        number = node.number or 0
        if sequence is None:
            sequence = sequences[rank] = _Sequence(node, number, counts_on=rank in counting_on)
            fault = _first_fault(node, after)
        else:
            fault = (_open_fault if sequence.open else _closed_fault)(sequence, node, after)
        if node.inferred:
            fault = Fault(Break.GAP, node, sequence.last, (number,))
        if fault:
            gap = fault.kind is Break.GAP
            found.append(replace(fault, since=_first_unmarked(unmarked, fault)) if gap else fault)
        sequence.last, sequence.open = node, True
        for deeper, other in sequences.items():
            if deeper > rank:
                other.open = False
    return tuple(found)


def _counting_on(nodes: list[Node]) -> set[int]:
    """The forms whose lists more often count on under the next heading than begin at 1 again."""
    last: dict[int, int] = {}
    closed: set[int] = set()
    votes: Counter[int] = Counter()
    for node in nodes:
        rank, number = _rank(node), node.number or 0
        if rank in closed:
            votes[rank] += (number == last[rank] + 1) - (number == 1)
            closed.remove(rank)
        last[rank] = number
        closed.update(deeper for deeper in last if deeper > rank)
    # Articles count on through the chapters of a statute unless it shows that they do not.
    return {rank for rank, vote in votes.items() if vote > 0 or (vote == 0 and rank == _RANKS["article"])}


def _first_unmarked(unmarked: list[int], fault: Fault) -> int | None:
    """The first paragraph in a gap that no ordinal begins."""
    if fault.before is None or fault.node.inferred:
        return None
    first = bisect_right(unmarked, fault.before.start)
    return unmarked[first] if first < len(unmarked) and unmarked[first] < fault.node.start else None


def _rank(node: Node) -> int:
    return _RANKS.get(node.level) or _SUBITEM_RANK + node.depth


def _following(nodes: list[Node]) -> list[int]:
    """For each node the number of the next one of its form, 0 when there is none."""
    after: list[int] = []
    latest: dict[int, int] = {}
    for node in reversed(nodes):
        rank = _rank(node)
        after.append(latest.get(rank, 0))
        latest[rank] = node.number or 0
    return after[::-1]


def _first_fault(node: Node, after: int) -> Fault | None:
    number = node.number or 0
    if 1 < number <= 1 + _WIDEST_FIRST_GAP and after == number + 1:
        return Fault(Break.GAP, node, None, tuple(range(1, number)))
    return None


def _open_fault(sequence: _Sequence, node: Node, after: int) -> Fault | None:
    """What is wrong with the next number of a list under the same heading."""
    number, last, high = node.number or 0, sequence.last, sequence.high
    if number == high + 1:
        sequence.high = number
        return None
    if number == last.number and (number > 1 or after == number + 2):
        # What follows shows that only this number is wrong.
        sequence.high = high + (after == number + 2)
        return Fault(Break.DUPLICATE, node, last)
    if number == 1:
        sequence.begin(node)
        return None
    if number > high:
        missing = tuple(range(high + 1, number))
        sequence.high = number
        sequence.late = set(missing)
        if len(missing) > _WIDEST_GAP or after in missing:
            return None
        return Fault(Break.GAP, node, last, missing)
    if number not in sequence.late:
        sequence.begin(node)
    return Fault(Break.DISORDER, node, last)


def _closed_fault(sequence: _Sequence, node: Node, after: int) -> Fault | None:
    """What is wrong with the first number under another heading."""
    number, last, high = node.number or 0, sequence.last, sequence.high
    if number == 1:
        sequence.begin(node)
        return None
    if number == high + 1:
        sequence.high = number
        return None
    if number == high and sequence.counts_on:
        sequence.high = high + (after == number + 2)
        return Fault(Break.DUPLICATE, node, last)
    if number in sequence.late:
        return Fault(Break.DISORDER, node, last)
    missing = tuple(range(high + 1, number))
    if sequence.counts_on and 0 < len(missing) <= _WIDEST_GAP:
        sequence.high = number
        return None if after in missing else Fault(Break.GAP, node, last, missing)
    sequence.begin(node)
    return None if sequence.counts_on else _first_fault(node, after)


def duplicate_ordinal(document: Document) -> Iterator[Finding]:
    """STR001: the same number twice in one list."""
    yield from _findings(document, Break.DUPLICATE)
    yield from typed_beside(document)


def missing_ordinal(document: Document) -> Iterator[Finding]:
    """STR002: a number is left out."""
    return _findings(document, Break.GAP)


def ordinal_out_of_order(document: Document) -> Iterator[Finding]:
    """STR003: a number comes after a higher one."""
    yield from _findings(document, Break.DISORDER)
    yield from restarted(document)


def _findings(document: Document, kind: Break) -> Iterator[Finding]:
    for fault in faults(document):
        if fault.kind is kind and fault.node.level in _PLAN_LEVELS:
            yield _finding(fault)


def article_sequence(document: Document) -> Iterator[Finding]:
    """LAW001: chapters, divisions or articles that do not count on from one to the next."""
    for fault in faults(document):
        if fault.node.level in _STATUTE_LEVELS:
            yield _finding(fault)


def _finding(fault: Fault) -> Finding:
    node, before = fault.node, fault.before
    values = {
        "marker": node.marker.strip(),
        "before": before.marker.strip() if before else "",
        "missing": "、".join(_spelled(node, n) for n in fault.missing),
    }
    if fault.kind is not Break.GAP:
        variant = fault.kind.value if node.level in _STATUTE_LEVELS else "default"
    elif node.inferred:
        variant = "lost"
    else:
        variant = "default" if before else "first"
    related = ((before.start, before.body_start, "before"),) if before and not before.inferred else ()
    if fault.kind is Break.GAP:
        return Finding(node.start if fault.since is None else fault.since, node.start, values, variant, related=related)
    also = ((before.start, before.body_start),) if before and fault.kind is Break.DISORDER else ()
    return Finding(node.start, node.body_start, values, variant, related=related, also=also)


def _spelled(node: Node, number: int) -> str:
    """The missing ordinal in the form of its neighbours."""
    chinese = chinese_numeral(number)
    return {
        "part": f"第{chinese}编",
        "chapter": f"第{chinese}章",
        "division": f"第{chinese}节",
        "article": f"第{chinese}条",
        "section": f"{chinese}、",
        "subsection": f"（{chinese}）",
        "clause": f"（{chinese}）",
        "item": f"{number}.",
    }.get(node.level, f"（{number}）")
