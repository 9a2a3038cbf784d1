"""Items, articles and rows of a table that say the same as another one of their list under another number (STR012)."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from lawcheck.checks.str.node_lines import at_line_start
from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document, Node
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.han import HAN

_SHORTEST, _SHORTEST_ARTICLE, _SHORTEST_PARAGRAPH, _SHORTEST_ROW = 8, 10, 20, 10
_BLANKS, _STOPS = " \u3000\n", "。；;，, \u3000"
_LEADS_IN = ("：", ":")
_WORD = Pattern(f"[{HAN}]{{2}}")
# What is struck out, or kept open, may stand so more often.
_EMPTY = Pattern("[（(]?(?:删[去除]|略|空|废止|保留|待定|无)[）)]?")


def same_items(document: Document) -> Iterator[Finding]:
    """Those that stand again: the later one of each two."""
    for family in (document.nodes, *(node.children for node in document.walk())):
        yield from _in_list(document, family)
    yield from _articles(document)
    yield from _rows(document)


def _in_list(document: Document, family: Sequence[Node]) -> Iterator[Finding]:
    """Items of one list; another one begins where the numbers go back."""
    seen: dict[tuple[str, str], Node] = {}
    last: dict[str, int] = {}
    for node in family:
        if node.inferred or node.number is None or node.level == "article" or document.is_in_cell(node.start):
            continue
        if node.number <= last.get(node.form, 0):
            seen = {key: before for key, before in seen.items() if key[0] != node.form}
        last[node.form] = node.number
        words = _own_words(document, node)
        if len(words) < _SHORTEST or node.children or words.endswith(_LEADS_IN) or not at_line_start(document, node):
            continue
        if before := seen.setdefault((node.form, words), node):
            yield from _said(document, before, node)


def _articles(document: Document) -> Iterator[Finding]:
    """Articles of one text; what an annex brings along is another."""
    seen: dict[tuple[int, str], Node] = {}
    bodies = [annex.start for annex in document.frame.annexes]
    for node in document.articles:
        # The first paragraph of a longer one tells as much, where it is a whole sentence.
        first = document.text[node.body_start : node.text_end].strip(_BLANKS).partition("\n")[0].rstrip()
        is_whole = len(first) >= _SHORTEST_PARAGRAPH and first.endswith("。")
        words = first.rstrip(_STOPS) if is_whole else "" if node.children else _own_words(document, node)
        if len(words) < _SHORTEST_ARTICLE or node.inferred or not at_line_start(document, node):
            continue
        part = bisect_right(bodies, node.start)
        yield from _said(document, seen.setdefault((part, words), node), node)


def _rows(document: Document) -> Iterator[Finding]:
    """Rows of a table that divides the work, alike in all but their number."""
    seen: dict[str, Node] = {}
    for task in document.rows:
        node = task.node
        row = document.text[node.start + len(node.marker) : node.end].strip()
        if task.part != 1 or len(row) < _SHORTEST_ROW or len(_WORD.compiled.findall(row)) < 2 or "\n" not in row:
            continue
        before = seen.setdefault(row, node)
        if before is not node and before.number != node.number:
            related = ((before.start, before.end, "original"),)
            yield Finding(node.start, node.end, {"marker": node.marker}, "row", related=related)


def _own_words(document: Document, node: Node) -> str:
    words = document.text[node.body_start : node.text_end].strip(_BLANKS)
    words = words if "\n" in words else words.rstrip(_STOPS)
    return "" if _EMPTY.fullmatch(words) or not _WORD.search(words) else words


def _said(document: Document, before: Node, node: Node) -> Iterator[Finding]:
    if before is node or before.number == node.number:
        return
    end = node.start + len(document.text[node.start : node.text_end].rstrip())
    values = {"marker": node.marker.strip(), "before": before.marker.strip()}
    yield Finding(node.start, end, values, "item", related=((before.start, before.text_end, "original"),))
