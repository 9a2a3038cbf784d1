"""Which items of the outline are tasks, and who carries them out by when."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence

from lawcheck.structure.attribution_lexer import FIRST_LEADS
from lawcheck.structure.deadlines import find_deadlines
from lawcheck.structure.document import PARAGRAPH, ROW, Attribution, Document, Node, Role, Task
from lawcheck.structure.kinds import Kind
from lawcheck.structure.shared_attributions import shared_attributions
from lawcheck.structure.units import distinct
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.line_markers import ORDINAL
from lawcheck.text.vocabulary.sentences import SENTENCE_ENDS

# Sections that set out aims or say how the work is organised: nobody is named there item by item.
_GENERAL = Pattern(
    "总体要求|总体思路|指导思想|基本原则|主要原则|工作原则|实施原则|(?:主要|工作|总体|发展|行动|任务|具体)目标|目标任务|工作思路|"
    "保障措施|保障机制|组织实施|组织保障|组织领导|工作保障|实施保障|(?:工作|有关|相关|具体|实施)要求|实施步骤|工作步骤|时间安排|"
    "进度安排|方法步骤|附则|加强领导|适用范围|职责分工|工作机制|机构设置|机构组成|机构职责|组织机构|组织体系"
)
# An item that is a sentence speaks of such things, and is none of them: 督促各校按照职责分工落实责任.
_LONGEST_HEADING = 24
_BLANK = Pattern(r"[\s。；;，,、）)]*")
_SENTENCE = Pattern(r"[^\n。；;！？]{1,60}")
# 甲局要加强监测: such sentences stand beside items that nobody has to be named for.
_TOLD = Pattern("要|必?须")
_FEWEST_ITEMLESS = 2
_BEFORE_HEAD = Pattern(rf"\s*(?:{ORDINAL})?\s*")
_SENTENCE_END = Pattern(f"[{SENTENCE_ENDS};\n]")
_OPENING = "（(〔[【"
_TOP_LEVELS = frozenset({"part", "chapter", "division", "section"})


def build_tasks(document: Document) -> tuple[Task, ...]:
    """The tasks of a document, in order; none where it attributes nothing to anybody."""
    if not document.attributions or document.kind is Kind.STATUTE:
        return ()
    return tuple(_Tasks(document).all())


def is_general(nodes: Sequence[Node]) -> bool:
    """Whether one of these nodes is headed as aims, principles or organisation of the work."""
    return any(len(node.title) <= _LONGEST_HEADING and _GENERAL.search(node.title) for node in nodes)


def is_set_apart(text: str, task: Task) -> bool:
    """Whether a label, brackets, a table or a note for several tasks say who acts, and not only a sentence."""
    return any(
        task.node.level == ROW
        or text[a.start] in _OPENING
        or any(field.label for field in a.fields)
        or not task.start <= a.start < task.end
        for a in task.attributions
    )


class _Tasks:
    """Walks the outline of one document."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._text = document.text
        self._attributions, self._given = shared_attributions(self._text, document.nodes, document.attributions)
        self._starts = [a.start for a in self._attributions]
        self._receivers = sorted(self._given)
        self._first_leads_from = self._where_first_leads()
        self._common = self._common_depths()

    def all(self) -> Iterator[Task]:
        """Every task, in the order of the text."""
        for annex in self._roots(self._document.nodes):
            yield from self._among(annex, (), top=True)
        if not self._document.nodes:
            yield from self._without_items()

    def _without_items(self) -> Iterator[Task]:
        """The tasks of a text without items that attributes several: it is one item, and has no node in the outline."""
        if sum(any(f.role is not Role.PARTICIPANTS for f in a.fields) for a in self._attributions) < _FEWEST_ITEMLESS:
            return
        first, end = self._attributions[0], len(self._text)
        start = self._text.rfind("\n", 0, first.start) + 1 if self._heads_paragraph(first) else 0
        yield from self._parts(Node(PARAGRAPH, 0, "", None, start, start, start, end, ""), (), end)

    def _where_first_leads(self) -> int:
        """From where on the first of several responsible units leads: everywhere, unless an attribution says so."""
        first = FIRST_LEADS.search(self._text)
        if first is None:
            return len(self._text) + 1
        index = bisect_left(self._starts, first.start()) - 1
        inside = index >= 0 and first.start() < self._attributions[index].end
        return first.start() if inside else 0

    def _roots(self, nodes: Sequence[Node]) -> Iterator[tuple[Node, ...]]:
        """The top nodes of the document itself and of each annex."""
        plain = tuple(n for n in nodes if n.level != "annex")
        if plain:
            yield plain
        for annex in nodes:
            if annex.level == "annex":
                yield from self._roots(annex.children)

    def _within(self, start: int, end: int) -> tuple[Attribution, ...]:
        """The attributions that lie in a span as a whole."""
        low = bisect_left(self._starts, start)
        high = bisect_left(self._starts, end, low)
        if high > low and self._attributions[high - 1].end > end:
            high -= 1
        return self._attributions[low:high]

    def _has(self, node: Node, *, told: bool = True) -> bool:
        """Whether a node is attributed, itself or below; by more than what somebody is told to do, if not `told`."""
        low = bisect_left(self._starts, node.start)
        within = self._within(node.start, node.end) if low < len(self._starts) else ()
        if within and (told or any(not _TOLD.match(self._text, a.end) for a in within)):
            return True
        return bisect_left(self._receivers, node.start) < bisect_left(self._receivers, node.end)

    def _common_depths(self) -> frozenset[int]:
        """Depths at which most nodes carry an attribution, themselves or below."""
        seen: Counter[int] = Counter()
        carry: Counter[int] = Counter()
        for node in self._document.walk():
            if not is_general((node,)):
                seen[node.depth] += 1
                carry[node.depth] += self._has(node)
        return frozenset(depth for depth in seen if 2 * carry[depth] > seen[depth])

    def _among(self, siblings: Sequence[Node], above: tuple[Node, ...], top: bool = False) -> Iterator[Task]:
        """The tasks in sibling nodes: those attributed, and those that lie among such."""
        having = [self._has(node) for node in siblings]
        expected = 2 * sum(self._has(node, told=False) for node in siblings) >= len(siblings)
        deeper = any(h and self._divides(n) for n, h in zip(siblings, having, strict=True))
        # Before the first and after the last attributed section of a document stand aims and organisation.
        first, last = (
            (having.index(True), len(having) - having[::-1].index(True)) if top and expected else (0, len(having))
        )
        for index, node in enumerate(siblings):
            if having[index]:
                yield from self._attributed(node, above)
            elif deeper and not node.children and sum(having) == 1:
                # One neighbour whose items are attributed makes no task of a text without items.
                continue
            elif expected and not is_general((node,)) and first <= index < last:
                yield from self._unattributed(node, above, deeper)

    def _attributed(self, node: Node, above: tuple[Node, ...]) -> Iterator[Task]:
        if node.start in self._given and not self._within(node.start, node.end):
            yield self._task(node, above, 1, (node.start, node.end), (self._given[node.start],))
            return
        if not self._divides(node):
            yield from self._parts(node, above, node.end)
            return
        if self._within(node.start, node.text_end):
            yield from self._parts(node, above, node.text_end)
        yield from self._among(node.children, (*above, node))

    def _unattributed(self, node: Node, above: tuple[Node, ...], deeper: bool) -> Iterator[Task]:
        if not (deeper and node.children):
            yield self._task(node, above, 1, (node.start, node.end), ())
            return
        for child in node.children:
            yield self._task(child, (*above, node), 1, (child.start, child.end), ())

    def _divides(self, node: Node) -> bool:
        """Whether the children of an attributed node are tasks of their own, and not the node as a whole."""
        having = [self._has(child) for child in node.children]
        if not any(having):
            return False
        if len(having) == 1 or sum(having) > 1 or not having[-1] or node.children[-1].depth in self._common:
            return True
        last = self._within(node.children[-1].start, node.end)
        blank = _BLANK.match(self._text, last[-1].end, node.end)
        return len(last) > 1 or blank is None or blank.end() < node.end

    def _parts(self, node: Node, above: tuple[Node, ...], end: int) -> Iterator[Task]:
        """One task for each measure of the node's text that is attributed by itself."""
        groups: list[list[Attribution]] = []
        for attribution in self._within(node.start, end):
            if groups and self._go_together(groups[-1][-1], attribution):
                groups[-1].append(attribution)
            else:
                groups.append([attribution])
        at = node.start
        for part, group in enumerate(groups, 1):
            stop = end if part == len(groups) else self._stop(group[-1], groups[part][0].start)
            yield self._task(node, above, part, (at, stop), tuple(group))
            at = stop

    def _stop(self, last: Attribution, following: int) -> int:
        """Where a measure ends whose last attribution this is: behind it, or with the sentence that it stands in."""
        begins = self._text.rfind("\n", last.end, following) + 1
        if self._heads_paragraph(last) and begins and self._heads_paragraph_at(following):
            return begins
        sentence = None if self._is_apart(last) else _SENTENCE_END.search(self._text, last.end, following)
        return sentence.end() if sentence else last.end

    def _is_apart(self, one: Attribution) -> bool:
        """Whether brackets or a label set an attribution apart from the sentences."""
        return self._text[one.start] in _OPENING or any(field.label for field in one.fields)

    def _heads_paragraph(self, one: Attribution) -> bool:
        """Whether a paragraph without label or brackets begins with it: 甲局：制定办法."""
        return not self._is_apart(one) and self._heads_paragraph_at(one.start)

    def _heads_paragraph_at(self, place: int) -> bool:
        line = self._text.rfind("\n", 0, place) + 1
        return _BEFORE_HEAD.fullmatch(self._text, line, place) is not None

    def _go_together(self, one: Attribution, other: Attribution) -> bool:
        """Whether nothing stands between two attributions, or both act in one sentence."""
        gap = _BLANK.match(self._text, one.end)
        # 由甲局牵头制定办法。乙局配合做好落实: who helps, helps with what was said before.
        helps = all(field.role is Role.PARTICIPANTS for field in other.fields)
        if gap is not None and gap.end() >= other.start:
            # A paragraph of sentences behind what closes a measure is another one.
            return helps or self._is_apart(other) or not self._is_apart(one) or "\n" not in gap[0]
        if self._is_apart(one) or self._is_apart(other):
            return False
        ends = sum(1 for _ in _SENTENCE_END.finditer(self._text, one.end, other.start))
        return ends <= helps

    def _task(
        self, node: Node, above: Sequence[Node], part: int, span: tuple[int, int], attributions: tuple[Attribution, ...]
    ) -> Task:
        roles = {role: [u for a in attributions for u in a.units(role)] for role in Role}
        lead, responsible = roles[Role.LEAD], roles[Role.RESPONSIBLE]
        if not lead and responsible and attributions[-1].end > self._first_leads_from:
            lead = responsible[:1]
        top = next((n for n in above if n.level in _TOP_LEVELS), None)
        below = [n for n in above if n is not top]
        return Task(
            number=node.number,
            part=part,
            node=node,
            section=_heading(top),
            subsection=_heading(below[-1] if below else None),
            summary=self._summary(node, part, span),
            start=span[0],
            end=span[1],
            attributions=attributions,
            lead=distinct(lead),
            participants=distinct(roles[Role.PARTICIPANTS]),
            responsible=distinct(responsible),
            deadlines=find_deadlines(self._text, *span),
        )

    def _summary(self, node: Node, part: int, span: tuple[int, int]) -> str:
        if part == 1 and node.title:
            return node.title
        start = span[0] if part > 1 else node.body_start
        blank = _BLANK.match(self._text, start, span[1])
        sentence = _SENTENCE.match(self._text, blank.end() if blank else start, span[1])
        return sentence[0].strip() if sentence else ""


def _heading(node: Node | None) -> str:
    return f"{node.marker}{node.title}" if node else ""
