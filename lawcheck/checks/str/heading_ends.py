"""The points at the end of headings (STR010)."""

from collections.abc import Iterator

from lawcheck.checks.str.node_lines import at_line_start, own_line
from lawcheck.checks.str.run_in_heads import run_in_heads
from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document, Node
from lawcheck.structure.kinds import Kind
from lawcheck.text.edits import Edit
from lawcheck.text.layers import linebreaks
from lawcheck.text.patterns import Pattern

_HEADINGS = frozenset({"section", "subsection", "part", "chapter", "division"})
_DIVISIONS = frozenset({"part", "chapter", "division"})
_STOPS = "。；，、;,"
_SAYS = Pattern(
    "[^，。；]予以|应当|必须|可以|不得|将于|已经|(?:阶段|期限|时间|对象|范围|地点|标准|方式|单位)[为是]|由[^，。]{2,12}负责"
)


def heading_final_punctuation(document: Document, *, max_length: int) -> Iterator[Finding]:
    """STR010: a heading on a line of its own that ends in a point, where its neighbours do not; one before its text.

    That one ends in a comma, where the others have a full stop.
    """
    for at in run_in_heads(document):
        yield Finding(at, at + 1, {"sign": document.text[at]}, "comma", (Edit(at, at + 1, "。"),), unsafe=True)
    # What stands in brackets in a statute is a provision, and no heading.
    headings = _DIVISIONS if document.kind is Kind.STATUTE else _HEADINGS
    for family in document.families:
        levels: dict[str, list[Node]] = {}
        for node in family:
            if node.level in headings:
                levels.setdefault(node.level, []).append(node)
        for nodes in levels.values():
            yield from _pointed(document, nodes, max_length)


def _pointed(document: Document, nodes: list[Node], max_length: int) -> Iterator[Finding]:
    """The headings of one list that end in a point, where most do not."""
    ends = [own_line(document, node)[1] for node in nodes if _is_heading(document, node, max_length)]
    pointed = [end for end in ends if document.text[end - 1] in _STOPS and not _is_sentence(document.text, end)]
    # The only chapter of a text (an excerpt) is a heading all the same.
    if 2 * len(pointed) < len(ends) or (len(ends) == 1 and nodes[0].level in _DIVISIONS):
        for end in pointed:
            yield Finding(end - 1, end, {"sign": document.text[end - 1]}, edits=(Edit(end - 1, end, ""),))


def _is_sentence(text: str, end: int) -> bool:
    """Whether a line says something of its subject, as no heading does: 第三阶段为总结阶段。"""
    return bool(_SAYS.search(text, text.rfind("\n", 0, end) + 1, end))


def _is_heading(document: Document, node: Node, max_length: int) -> bool:
    """Whether a node has a short line for its heading and text of its own below."""
    # What stands in a cell is no heading, and its sentence keeps its stop.
    if node.inferred or not at_line_start(document, node) or document.is_in_cell(node.start):
        return False
    start, end = own_line(document, node)
    line = document.text[start:end]
    if not 1 < len(line) <= max_length or set(line[:-1]) & set("。；"):
        return False
    # Lines that were joined are one heading only if nobody was wrong to join them.
    if any(start < removed.at < end for removed in document.view.removed_as(linebreaks.KIND)):
        return False
    return node.end > end and bool(document.text[end : node.end].strip())
