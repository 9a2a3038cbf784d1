"""Lists of items in statutes: how they are led in and how each item ends (LAW004)."""

from collections.abc import Iterator

from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document, Node
from lawcheck.text.edits import Edit
from lawcheck.text.patterns import Pattern

_LEAD = Pattern("下列(?:情形|行为|情况)之一的，[^：\n]{0,200}：\\s*$")
_LEAD_REACH = 240
_ITEM_END = Pattern("(?P<last>[^；。，;,\\s])(?P<sign>[；。;]?(?:或者|以及)?)$")
# An item that names a thing or a person needs no 的: 其他违反本办法规定的行为, 首要分子.
_NOUN = Pattern(
    "(?:情形|行为|情况|活动|事项|问题|分子|人员|事故|后果|案件|物品|产品|条件|单位|协议|妇女|合同|证据|[人者罪物])$|^[（(].{1,3}[）)]其[他它]"
    # What has a noun after a 的: 法律、法规规定的其他从重情节.
    "|的(?:其[他它][^的，、；。]{2,14}|(?!规定|要求)[^的，、；。]{2,6})$"
    # What ends with an exception: …的，但已出租的除外.
    "|除外$|但是?[^；。]{1,120}$|的；.{1,120}$"
    # What is said of all of them ran on behind the last one: …的，不得采用. …的。有前款情形的，无效.
    "|的[，。].{4,200}$"
)


def enumeration_lead_in(document: Document, *, min_items: int) -> Iterator[Finding]:
    """LAW004: an item that does not end in 的 where “有下列行为之一的，…：” leads in, and the others do."""
    for node in document.walk():
        items = [child for child in node.children if child.level == "clause" and not child.children]
        if len(items) < min_items or len(items) < len(node.children):
            continue
        for run in _lists(items):
            if len(run) >= min_items and _LEAD.search(document.text, max(0, run[0].start - _LEAD_REACH), run[0].start):
                yield from _odd_ends(document, run, min_items)


def _lists(items: list[Node]) -> Iterator[list[Node]]:
    """The items divided where their numbers begin anew."""
    run: list[Node] = []
    for item in items:
        if item.number == 1 and run:
            yield run
            run = []
        run.append(item)
    yield run


def _odd_ends(document: Document, items: list[Node], min_items: int) -> Iterator[Finding]:
    text = document.text
    ends = [_ITEM_END.search(_first_line(text, item)) for item in items]
    odd = [(item, end) for item, end in zip(items, ends, strict=True) if end and end["last"] != "的"]
    odd = [(item, end) for item, end in odd if not _NOUN.search(text[item.start : item.start + end.end("last")])]
    right = sum(end is not None and end["last"] == "的" for end in ends)
    # Where other items do without it too, none of them is the odd one.
    if right < min_items - 1 or right < 2 * (len(items) - right):
        return
    for item, end in odd:
        at = item.start + end.end("last")
        yield Finding(at, at, {"item": item.marker}, edits=(Edit(at, at, "的"),))


def _first_line(text: str, item: Node) -> str:
    stop = text.find("\n", item.start, item.end)
    return text[item.start : stop if stop >= 0 else item.end].rstrip()
