"""Ordinals that stand twice at the head of a line, and two points behind one (STR022)."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.structure.line_heads import HAN_NUMERAL, SHAPES, LineHead, goes_on, line_heads, read_shape
from lawcheck.text.edits import Edit
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.han import HAN
from lawcheck.text.vocabulary.numerals import MEASURES

_SECOND = Pattern(f"[ \u3000]{{0,2}}(?P<marker>{SHAPES})")
# 2.2编制: the second has lost its point.
_BARE_SECOND = Pattern(f"[ \u3000]{{0,2}}(?P<number>[0-9]{{1,3}})(?![{MEASURES}])(?=[{HAN}])")
# （二）（三）项 is a reference, 二、二、三产业 names three, 第五条第五条修改为 is what an amendment says.
_REFERS = Pattern(
    f"[ \u3000]?(?:[项款条章节第之的](?!目)|目(?!标)|[所中](?![国学小央心医外药])|规定|修改|修正|删|改为"
    f"|[、，,和或及与至到~～—–-]|{HAN_NUMERAL}(?:[、产级类等]|$)|[0-9.．])"
)
_NOTHING = Pattern("[ \u3000]{0,8}(?:\n|$)")
# 1.1 there, 1.2 below: numbers of two parts.
_DECIMAL = Pattern(r"(?m)^[ \t\u3000]{0,12}(?P<first>[0-9]{1,2})[.．](?P<second>[0-9]{1,2})(?![0-9])")
# 二（二）建设, 第第三条, 第三条条
_OUTER = Pattern(
    f"(?m)^[ \u3000]{{0,12}}(?:(?P<bare>第?(?P<number>{HAN_NUMERAL}))[（(](?P=number)[）)]"
    f"|(?P<signs>第{{2}})[一二三四五六七八九十零百〇]{{1,6}}[章节条]"
    f"|第[一二三四五六七八九十零百〇]{{1,6}}(?P<last>章章|节节|条条)(?=[ \u3000]))"
)
# 一、. 2.、 2..: of two signs that PUN012 does not tell one is a point of figures.
_POINTS = Pattern(
    f"(?m)^[ \t\u3000]{{0,12}}(?:(?P<han>{HAN_NUMERAL})|[0-9]{{1,3}})"
    f"(?P<points>(?:[.．·][、.．，,·：:]|[、，,：:][.．·]))(?=[ \u3000]?[{HAN}“《])"
)


def doubled_marker(document: Document) -> Iterator[Finding]:
    """STR022: an ordinal that stands twice, in one form or in two; two points behind one."""
    text = document.text
    heads = line_heads(text)
    for at, head in enumerate(heads):
        if not document.is_in_cell(head.start) and (finding := _twice(text, heads, at)):
            yield finding
    for match in _OUTER.finditer(text):
        group = match.lastgroup if match.lastgroup in ("signs", "last") else "bare"
        start, end = match.span(group)
        cut = (start, end) if group == "bare" else (start, start + 1)
        yield Finding(start, match.end(), {"marker": match[0].strip()}, edits=(Edit(*cut, ""),), unsafe=group == "bare")
    for match in _POINTS.finditer(text):
        if not document.is_in_cell(match.start("points")):
            right = "、" if match["han"] else _usual_point(text, heads)
            values = {"found": match["points"], "right": right}
            edits = (Edit(*match.span("points"), right),)
            yield Finding(*match.span("points"), values, "points", edits)


def _twice(text: str, heads: Sequence[LineHead], at: int) -> Finding | None:
    """What is said of the ordinal that stands behind another one at the head of a line."""
    first = heads[at]
    second = _SECOND.match(text, first.end)
    read = read_shape(second) if second else None
    if second is None or read is None:
        return _twice_without_point(text, heads, at)
    shape, number = read
    start, end = second.span("marker")
    if _REFERS.match(text, end) or _NOTHING.match(text, end):
        return None
    values = {"marker": text[first.start : end]}
    if (shape, number) == (first.shape, first.number):
        if shape == "item" and not _is_item_twice(text, heads, at):
            return None
        return Finding(first.start, end, values, edits=(Edit(first.end, end, ""),))
    keeps_first = goes_on(heads, at, first.shape, first.number)
    keeps_second = goes_on(heads, at, shape, number)
    if keeps_first == keeps_second or (number == first.number == 1):
        return None
    # 1.2. is one number of two parts.
    if number != first.number and (shape != first.shape or shape == "item" or number != first.number + 1):
        return None
    edit = Edit(first.end, end, "") if keeps_first else Edit(first.start, start, "")
    variant = "forms" if number == first.number else "numbers"
    return Finding(first.start, end, values, variant, (edit,), unsafe=True)


def _twice_without_point(text: str, heads: Sequence[LineHead], at: int) -> Finding | None:
    """2.2编制方案 between 1. and 3."""
    first = heads[at]
    second = _BARE_SECOND.match(text, first.end) if first.shape == "item" else None
    if second is None or int(second["number"]) != first.number or not _is_item_twice(text, heads, at):
        return None
    values = {"marker": text[first.start : second.end()]}
    return Finding(first.start, second.end(), values, edits=(Edit(first.end, second.end(), ""),), unsafe=True)


def _is_item_twice(text: str, heads: Sequence[LineHead], at: int) -> bool:
    """Whether 2.2. stands between 1. and 3., and not between 2.1 and 2.3."""
    return not _has_decimals(text) and goes_on(heads, at, "item", heads[at].number)


@lru_cache(maxsize=1)
def _has_decimals(text: str) -> bool:
    """Whether a line of the text begins with a number of two parts that differ."""
    return any(match["first"] != match["second"] for match in _DECIMAL.finditer(text))


@lru_cache(maxsize=1)
def _usual_point(text: str, heads: tuple[LineHead, ...]) -> str:
    """The point that most items have."""
    points = [text[head.end - 1] for head in heads if head.shape == "item"]
    return max(".．、", key=points.count) if points else "."
