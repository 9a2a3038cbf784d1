"""Where numbering breaks: numbers that are missing, wrong, stand twice or are out of order."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from enum import Enum
from functools import lru_cache
from itertools import groupby

from lawcheck.checks.str.node_lines import at_line_start
from lawcheck.records import dataclass, field
from lawcheck.structure.document import Document, Node
from lawcheck.structure.levels import LEVEL

_ARTICLE = LEVEL["ARTICLE"].rank
# A jump over more numbers is another list, not a gap; only articles are counted through a whole text.
_WIDEST_GAP, _WIDEST_FIRST_GAP = 9, 2
# A number that is ten too high was misread: 十九、三十、三十一、 At the end so many before it make it sure.
_TEN, _SURE = 10, 5
# So many lists that begin at 1 show that the one that counts on does so by mistake.
_BEGIN_ANEW = 2
_SENTENCE_ENDS = frozenset("。；！？”）)")
# What makes one sequence: the rank of the level, and how many parts its numbers have.
Key = tuple[int, int]


class Break(Enum):
    """How a sequence can break."""

    DUPLICATE = "duplicate"
    GAP = "gap"
    DISORDER = "disorder"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Fault:
    """A break of a sequence at `node`; `before` is the one of its form before it, None at the first of a list.

    Of a wrong number `missing` is the right one; those behind it may be `shifted` too. A missing ordinal was lost at
    `since`, the first paragraph between them that has none, or at one after it, else a whole item is missing.
    """

    kind: Break
    node: Node
    before: Node | None
    missing: tuple[int, ...] = ()
    since: int | None = None
    shifted: bool = False


@dataclass(slots=True)
class _Sequence:
    """The numbers of one form so far. `high` is the highest of the list; `late` are those it jumped over."""

    last: Node
    high: int
    open: bool = True
    late: set[int] = field(default_factory=set)
    counts_on: bool = False

    def begin(self, node: Node) -> None:
        self.high, self.late = _number(node), set()


@lru_cache(maxsize=1)
def faults(document: Document) -> tuple[Fault, ...]:
    """Every break in the numbering of a document: in its text, in each cell of its tables, and of the rows of tables.

    A list may begin at 1 under each heading or count on through the whole document: a document may do either.
    """
    marked = {node.start for node in document.walk()}
    unmarked = [p.start for p in document.paragraphs if p.start not in marked]
    nodes = [node for node in document.walk() if node.form and node.parts]
    in_text = [node for node in nodes if not document.is_in_cell(node.start)]
    in_cells = groupby((n for n in nodes if document.is_in_cell(n.start)), key=lambda n: document.cell_at(n.start))
    found = list(_Numbering(document, in_text, unmarked).faults())
    for _, members in in_cells:
        found += _Numbering(document, list(members), unmarked).faults()
    found += _Numbering(document, list(_numbered_rows(document)), []).faults()
    return tuple(found)


def _numbered_rows(document: Document) -> Iterator[Node]:
    """The rows of tables that divide the work, each as an item whose marker is its number."""
    for task in document.rows:
        node = task.node
        if node.number and node.marker and task.part == 1:
            # A cell that goes over several rows may stand before the number.
            lines = f"\n{document.text[node.start : node.end]}\n"
            start = node.start + max(0, lines.find(f"\n{node.marker}\n"))
            yield replace(node, start=start, body_start=start + len(node.marker), form="ITEM", parts=(node.number,))


class _Numbering:
    """The numbers of one text."""

    def __init__(self, document: Document, nodes: Sequence[Node], unmarked: list[int]) -> None:
        self._document = document
        self._nodes = nodes
        self._unmarked = unmarked
        self._counting_on = _counting_on(nodes)
        self._alone = _alone_counting_on(nodes)
        self._sequences: dict[Key, _Sequence] = {}

    def faults(self) -> Iterator[Fault]:
        """Every break, in order."""
        for node, after in zip(self._nodes, _following(self._nodes), strict=True):
            if node.level != "annex" and (fault := self._fault(node, after)):
                yield replace(fault, since=self._first_unmarked(fault)) if fault.kind is Break.GAP else fault
            for (rank, _), sequence in self._sequences.items():
                if rank > LEVEL[node.form].rank:
                    sequence.open = False

    def _fault(self, node: Node, after: int) -> Fault | None:
        key = _key(node)
        sequence = self._sequences.get(key)
        if sequence is None:
            sequence = _Sequence(node, _number(node), counts_on=key in self._counting_on)
            self._sequences[key] = sequence
            fault = _first_fault(node, after)
        elif sequence.last.parts[:-1] != node.parts[:-1]:
            # 2.1 after 1.3 is the first of another list.
            sequence.begin(node)
            fault = _first_fault(node, after)
        elif sequence.open and len(node.parts) > 1 and node.parts == sequence.last.parts:
            # What follows shows that only this number is wrong.
            sequence.high += after == _number(node) + 2
            fault = Fault(Break.DUPLICATE, node, sequence.last)
        elif sequence.open:
            fault = self._first_twice(sequence, node, after) or _open_fault(sequence, node, after)
        elif node.start in self._alone and not self._introduced(self._heading_above(node), node):
            sequence.begin(node)
            fault = Fault(Break.WRONG, node, sequence.last, (1,))
        else:
            fault = _closed_fault(sequence, node, after)
        before, sequence.last, sequence.open = sequence.last, node, True
        return Fault(Break.GAP, node, before, (_number(node),)) if node.inferred else fault

    def _first_twice(self, sequence: _Sequence, node: Node, after: int) -> Fault | None:
        """1. 1. 2.: two lines that follow one another, with nothing between that could introduce another list."""
        last = sequence.last
        if not (_number(node) == sequence.high == 1 and after == 2):
            return None
        alone = at_line_start(self._document, last) and at_line_start(self._document, node)
        return Fault(Break.DUPLICATE, node, last) if alone and not self._introduced(last, node) else None

    def _introduced(self, last: Node, node: Node) -> bool:
        """Whether what stands between them may introduce another list: of 一、 only a title or a colon does."""
        first, stop = (bisect_right(self._unmarked, each.start) for each in (last, node))
        if LEVEL[node.form].symbol != "SECTION":
            return first != stop
        return any(self._last_sign(start) not in _SENTENCE_ENDS for start in self._unmarked[first:stop])

    def _heading_above(self, node: Node) -> Node:
        """The node before one: the heading that the first of its list stands under."""
        return self._nodes[bisect_left(self._nodes, node.start, key=lambda each: each.start) - 1]

    def _last_sign(self, start: int) -> str:
        """The last character of the paragraph that begins there."""
        paragraphs = self._document.paragraphs
        index = bisect_right(paragraphs, start, key=lambda paragraph: paragraph.start) - 1
        return self._document.text[paragraphs[index].end - 1]

    def _first_unmarked(self, fault: Fault) -> int | None:
        """The first paragraph in a gap that no ordinal begins."""
        if fault.before is None or fault.node.inferred:
            return None
        first = bisect_right(self._unmarked, fault.before.start)
        return next((start for start in self._unmarked[first : first + 1] if start < fault.node.start), None)


def _number(node: Node) -> int:
    return node.parts[-1]


def _key(node: Node) -> Key:
    return LEVEL[node.form].rank, len(node.parts)


def _counting_on(nodes: Sequence[Node]) -> set[Key]:
    """The forms whose lists more often count on under the next heading than begin at 1 again."""
    last: dict[Key, int] = {}
    closed: set[Key] = set()
    votes: Counter[Key] = Counter()
    for node in nodes:
        key, number = _key(node), _number(node)
        if key in closed:
            votes[key] += (number == last[key] + 1) - (number == 1)
            closed.remove(key)
        last[key] = number
        closed.update(deeper for deeper in last if deeper[0] > key[0])
    # Articles count on through the chapters of a statute unless it shows that they do not.
    return {key for key, vote in votes.items() if vote > 0 or (vote == 0 and key[0] == _ARTICLE)}


def _alone_counting_on(nodes: Sequence[Node]) -> set[int]:
    """Where a list, as the only one, counts on under the next heading: all others begin at 1 below such headings."""
    last: dict[Key, int] = {}
    # For each form whose list a heading has closed, the outermost of these headings.
    closed: dict[Key, int] = {}
    anew: Counter[tuple[Key, int]] = Counter()
    counting_on: dict[tuple[Key, int], list[int]] = {}
    for node in nodes:
        key, number = _key(node), _number(node)
        if key in closed:
            below = (key, closed.pop(key))
            if number == 1:
                anew[below] += 1
            elif number == last[key] + 1:
                counting_on.setdefault(below, []).append(node.start)
        last[key] = number
        closed |= {deeper: min(key[0], closed.get(deeper, key[0])) for deeper in last if deeper[0] > key[0]}
    alone = ((below, starts[0]) for below, starts in counting_on.items() if len(starts) == 1)
    return {start for (key, rank), start in alone if anew[key, rank] >= _BEGIN_ANEW and key[0] != _ARTICLE}


def _following(nodes: Sequence[Node]) -> list[int]:
    """For each node the number of the next one of its form, 0 when there is none."""
    after: list[int] = []
    latest: dict[Key, int] = {}
    for node in reversed(nodes):
        after.append(latest.get(_key(node), 0))
        latest[_key(node)] = _number(node)
    return after[::-1]


def _first_fault(node: Node, after: int) -> Fault | None:
    number = _number(node)
    # Letters stand for many things: that a list begins with B says little.
    if LEVEL[node.form].symbol != "LETTER" and 1 < number <= 1 + _WIDEST_FIRST_GAP and after == number + 1:
        return Fault(Break.GAP, node, None, tuple(range(1, number)))
    return None


def _open_fault(sequence: _Sequence, node: Node, after: int) -> Fault | None:
    """What is wrong with the next number of a list under the same heading."""
    number, last, high = _number(node), sequence.last, sequence.high
    if number == high + 1:
        sequence.high = number
        return None
    if number == _number(last) and (number > 1 or after == number + 2):
        # What follows shows that only this number is wrong.
        sequence.high = high + (after == number + 2)
        return Fault(Break.DUPLICATE, node, last)
    # 1. 2. 1. 4.: no other list begins there, since what follows counts on.
    if number == 1 and not (high > 1 and after == high + 2):
        sequence.begin(node)
        return None
    if after == high + 2:
        return _wrong(sequence, node)
    if number > high:
        missing = tuple(range(high + 1, number))
        sequence.high = number
        if len(missing) == _TEN and LEVEL[node.form].rank != _ARTICLE:
            sure = after == number + 1 or (not after and high >= _SURE)
            return Fault(Break.WRONG, node, last, missing[:1], shifted=True) if sure else None
        sequence.late = set(missing)
        return _gap(sequence, node, missing, after)
    if number not in sequence.late:
        sequence.begin(node)
    return Fault(Break.DISORDER, node, last)


def _closed_fault(sequence: _Sequence, node: Node, after: int) -> Fault | None:
    """What is wrong with the first number under another heading."""
    number, last, high = _number(node), sequence.last, sequence.high
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
    if sequence.counts_on and after == high + 2:
        return _wrong(sequence, node)
    if sequence.counts_on and number > high and (fault := _gap(sequence, node, tuple(range(high + 1, number)), after)):
        sequence.high = number
        return fault
    sequence.begin(node)
    return None if sequence.counts_on else _first_fault(node, after)


def _wrong(sequence: _Sequence, node: Node) -> Fault:
    """1. 2. 8. 4.: what follows counts on as if the number were the right one."""
    sequence.high += 1
    return Fault(Break.WRONG, node, sequence.last, (sequence.high,))


def _gap(sequence: _Sequence, node: Node, missing: tuple[int, ...], after: int) -> Fault | None:
    counted_through = LEVEL[node.form].rank == _ARTICLE and after in (0, _number(node) + 1)
    if after in missing or (len(missing) > _WIDEST_GAP and not counted_through):
        return None
    return Fault(Break.GAP, node, sequence.last, missing)
