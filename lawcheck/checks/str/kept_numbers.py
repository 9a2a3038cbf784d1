"""Lists whose numbers need not begin at 1 or follow one another: extracts, and those with another list's numbers."""

from lawcheck.checks.str.breaks import Fault
from lawcheck.structure.document import Document
from lawcheck.structure.levels import LEVEL
from lawcheck.text.patterns import Pattern

DECIMALS = (LEVEL["DECIMAL"], LEVEL["DECIMAL_3"])
_HEAD = 120
_COUNTS_ON = Pattern("修正案|节选|摘[录编要]|选[编录]")
# What an extract leaves out: …… or （略） on a line of its own, or behind a whole sentence.
_LEFT_OUT = Pattern(
    "(?:(?<=\n)|(?<=[。；\\s]))(?:[…⋯]{1,4}|[.。]{3,12}|[（(][上中下以]?[略…]{1,2}[）)])[ \\t\u3000]*(?=\n)",
    needs=("…", "⋯", "...", "。。。", ".。", "。.", "略"),
)
# Numbers that are those of another list: 编号与任务分解表一致, 沿用原编号.
_KEPT_NUMBERS = Pattern(
    "(?:编号|序号|项号)[^。\n]{0,20}(?:沿用|一致|相同|对应)|(?:沿用|保留)[^。\n]{0,20}(?:编号|序号)|原(?:编号|序号)",
    needs=("编号", "序号", "项号"),
)
_LEAD, _REACH = 300, 4000


def is_extract(document: Document, fault: Fault) -> bool:
    """Whether a text says with …… that it leaves out what is missing."""
    first = max(fault.before.start if fault.before else 0, fault.node.start - _REACH)
    return not fault.node.inferred and _LEFT_OUT.search(document.text, first, fault.node.start) is not None


def keeps_numbers(document: Document, fault: Fault) -> bool:
    """Whether what stands above a list says that its numbers are those of another one."""
    start = fault.before.start if fault.before else fault.node.start
    return _KEPT_NUMBERS.search(document.text, max(0, start - _LEAD), start) is not None


def is_part(document: Document, fault: Fault) -> bool:
    """Whether a text that begins with a later number says that it is a part of another one (节选)."""
    return fault.before is None and counts_on(document)


def may_be_days(document: Document) -> bool:
    """Whether the only numbers of several parts may be days: 5.1, 5.2, 5.4 with no 5 above them."""
    prefixes = {node.parts[:-1] for node in document.walk() if LEVEL.get(node.form) in DECIMALS}
    return len(prefixes) == 1 and not any(node.parts in prefixes for node in document.walk())


def counts_on(document: Document) -> bool:
    """Whether what stands above the first ordinal says that the numbers go on from another text."""
    return _COUNTS_ON.search(document.text[: min(_HEAD, document.nodes[0].start if document.nodes else 0)]) is not None
