"""From the ordinals of a document to its nodes: what they stand for by the grammar of its kind, level by level."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise, zip_longest
from typing import Any, cast

from lawcheck.structure.document import LONGEST_TITLE, Node
from lawcheck.structure.grammar import Grammar, load_grammar
from lawcheck.structure.kinds import Kind
from lawcheck.structure.levels import LEVEL, SYMBOLS, Breach
from lawcheck.structure.lexer import Candidate
from lawcheck.structure.numbering import Ordinals
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.dates import DAY, MONTH, YEAR
from lawcheck.text.vocabulary.han import HAN

_TITLE_STOP = Pattern(r"[。；;！？：:\n]")
_SHORTEST_TITLE = 4
# 德育为首：塑造健全人格: a heading of two halves; behind 活动时间： or 牵头单位： stands what is named.
_LABEL_ENDS = "单位|部门|机构|时间|地点|主题|对象|人员|名称|方式|电话|地址|内容|标准|范围|期限|题目|类别"
_TWO_HALVES = Pattern(
    f"[ \u3000]?[{HAN}“”]{{3,12}}(?<!{_LABEL_ENDS})(?<![人者])[：:][{HAN}“”]{{4,20}}(?=[ \u3000]{{0,8}}\n)"
)
_LONGEST_TIMED = 12
_WHEN = rf"{YEAR}年|{MONTH}月{DAY}日"
# What is a heading by its last word is followed by when it was or is to be.
_TIMED = Pattern(
    "|".join(
        rf"(?<={word})(?={_WHEN})"
        for word in ("时间安排", "工作安排", "日程安排", "情况", "内容", "决策", "概况", "目标", "背景", "时间", "步骤")
    )
)


def tree_grammar(kind: Kind) -> Grammar:
    """The grammar of the outline of a kind of document; its terminals are the symbols of the table of levels."""
    file = "statute.lark" if kind is Kind.STATUTE else "plan.lark"
    return load_grammar(file, more=f"%declare {' '.join(SYMBOLS)}\n")


def nodes_of(text: str, ordinals: Ordinals, kind: Kind, run_on: bool, borders: Sequence[int] = ()) -> tuple[Node, ...]:
    """The nodes at the top of a document. Any sequence of ordinals has some.

    What stands in the cells of a table hangs under the last ordinal before it. `run_on` says that the line breaks of
    the text are lost; no node goes on beyond one of the `borders`, which are the ends of the bodies of the document
    and its annexes.
    """
    in_cells = [node for found, end in ordinals.in_cells for node in _Builder(text, kind, run_on).all(found, end)]
    return _Builder(text, kind, run_on, in_cells, borders).all(ordinals.in_text, len(text))


def _border(borders: Sequence[int], start: int, end: int) -> int:
    """Where a text ends that goes on to `end` at most."""
    index = bisect_left(borders, start)
    return min(end, borders[index]) if index < len(borders) else end


class _Builder:
    """Makes nodes of what the grammar finds in one text; `in_cells` are the nodes of the tables in it, in order."""

    def __init__(
        self, text: str, kind: Kind, run_on: bool, in_cells: Sequence[Node] = (), borders: Sequence[int] = ()
    ) -> None:
        self._text = text
        self._kind = kind
        self._run_on = run_on
        self._in_cells = in_cells
        self._borders = borders
        self._starts = [node.start for node in in_cells]

    def all(self, ordinals: Sequence[Candidate], end: int) -> tuple[Node, ...]:
        """The nodes of all ordinals of a text that ends there."""
        # A token is an ordinal with the text after it.
        pairs = zip_longest(ordinals, ordinals[1:])
        spans = ((o, after.start if after else end) for o, after in pairs)
        tokens = ((o.level.symbol, (o, _border(self._borders, o.end, stop))) for o, stop in spans)
        nodes = cast(tuple[Node, ...], tree_grammar(self._kind).parse(tokens, self.build))
        return (*self._cells_between(0, ordinals[0].start if ordinals else end), *nodes)

    def _cells_between(self, start: int, end: int) -> Sequence[Node]:
        return self._in_cells[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def build(self, rule: str, parts: list[Any]) -> Node | tuple[Node, ...]:
        """The node of an ordinal, of which `parts` are the token and the nodes below; or several nodes side by side."""
        match rule:
            case "start":
                return _without_dates(_flat(parts))
            case "outside":
                return tuple(replace(node, breach=node.breach or Breach.OUTSIDE) for node in _flat(parts))
            case "skipped":
                return tuple(replace(node, breach=Breach.SKIPPED) for node in _flat(parts))
            case "under_items" | "under_subitems":
                return _inverted(parts) or _apart(parts)
            case _:
                return self._node(parts[0], tuple(_flat(parts[1:])))

    def _node(self, token: tuple[Candidate, int], below: tuple[Node, ...]) -> Node:
        ordinal, end = token
        children = (*self._cells_between(ordinal.end, end), *below)
        text_end = children[0].start if children else end
        level = LEVEL[ordinal.form]
        title, title_end = self._title(ordinal.end, text_end)
        return Node(
            level=level.name(self._kind),
            depth=level.depth(self._kind),
            marker=self._text[ordinal.start : ordinal.end],
            number=ordinal.value,
            start=ordinal.start,
            body_start=ordinal.end,
            title_end=title_end,
            end=below[-1].end if below else end,
            title=title,
            inferred=ordinal.inferred,
            children=children,
            form=ordinal.form,
            parts=ordinal.parts,
        )

    def _title(self, start: int, end: int) -> tuple[str, int]:
        """The heading after a marker: its line, or its first sentence where it runs in.

        Where line breaks were lost a heading has no end of its own. Two signs are certain; what else there is to go by
        is weighed when all headings are known (heading_splits.py).
        """
        limit = min(end, start + LONGEST_TITLE)
        match = _TITLE_STOP.search(self._text, start, limit)
        stop = match.start() if match else limit
        if halves := _TWO_HALVES.match(self._text, start, limit):
            stop = halves.end()
        elif self._run_on:
            if twice := self._said_twice(start, stop):
                stop = twice
            elif timed := _TIMED.search(self._text, start, min(stop, start + _LONGEST_TIMED + 1)):
                stop = timed.start()
        title = self._text[start:stop]
        return title.strip(), start + len(title.rstrip())

    def _said_twice(self, start: int, end: int) -> int:
        """Where a heading ends whose words begin the text under it: 示例工程示例工程位于…; 0 where none does."""
        words = self._text[start:end].lstrip()
        first = end - len(words)
        for length in range(_SHORTEST_TITLE, len(words) // 2 + 1):
            if words.startswith(words[:length], length):
                return first + length
        return 0


def _flat(parts: Iterable[Node | tuple[Node, ...]]) -> Iterator[Node]:
    """The nodes, those that stand side by side among them."""
    for part in parts:
        if isinstance(part, tuple):
            yield from part
        else:
            yield part


def _inverted(nodes: Sequence[Node]) -> tuple[Node, ...]:
    """The list 1. 2. with the lists （一） （二） that it encloses; nothing where the levels are not inverted.

    They are where the first list goes on across the others, and each of these begins at 1. One ordinal between 1. and
    2. is no list.
    """
    runs = [list(run) for _, run in groupby(nodes, key=lambda node: LEVEL[node.form].rank)]
    enclosing, enclosed = runs[::2], runs[1::2]
    goes_on = all(after[0].number == (before[-1].number or 0) + 1 for before, after in pairwise(enclosing))
    begins = all(run[0].number == 1 for run in enclosed)
    lists = len(enclosed) > 1 or len(enclosed[0]) > 1
    if not (len(enclosing) > 1 and goes_on and begins and lists):
        return ()
    found: list[Node] = []
    for number, outer in enumerate(enclosing):
        inner = enclosed[number] if number < len(enclosed) else ()
        below = tuple(replace(node, breach=Breach.INVERTED) for node in inner)
        found += [*outer[:-1], _with(outer[-1], below)]
    return tuple(found)


def _apart(nodes: Sequence[Node]) -> tuple[Node, ...]:
    """The list before the first （一）, then each （一） with the list of 1. that follows it."""
    inner = LEVEL[nodes[0].form].rank
    groups: list[list[Node]] = []
    for node in nodes:
        if groups and LEVEL[node.form].rank == inner > LEVEL[groups[-1][0].form].rank:
            groups[-1].append(node)
        else:
            groups.append([node])
    return tuple(_with(first, tuple(below)) for first, *below in groups)


def _with(node: Node, below: tuple[Node, ...]) -> Node:
    return replace(node, children=(*node.children, *below), end=below[-1].end) if below else node


def _without_dates(nodes: Iterable[Node]) -> tuple[Node, ...]:
    """The nodes; a date that ends a letter is a border and no node, what hangs under it does so no more."""
    found: list[Node] = []
    for node in nodes:
        found += [node] if node.level != "annex" or node.marker.startswith("附") else node.children
    return tuple(found)
