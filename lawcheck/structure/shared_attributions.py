"""Attributions that a document gives to several items at once: 以下任务均由甲局负责, 以上各项牵头单位均为甲局.

So does the heading of a section that says nothing but whose the items under it are: 一、甲局牵头的工作.
"""

import re
from collections.abc import Iterator, Sequence

from lawcheck.structure.document import Attribution, Node
from lawcheck.structure.section_attributions import headed_sections
from lawcheck.text.patterns import Pattern

_THINGS = "(?:任务|工作|措施|举措|事项|项目|内容|各项|各条)"
_ALL = "(?:均|都|全部|统一|一律|皆)"
# What stands before the units, up to 由, 为 or 是. What was said above needs a word for all: it may be one sentence.
_SHARED = Pattern(
    rf"(?:(?P<below>以下|下列|下述|如下)[^。；，\n]{{0,12}}(?:{_THINGS}[^。；，\n]{{0,8}}|{_ALL}[^。；，\n]{{0,6}})"
    rf"|(?:以上|上述)[^。；，\n]{{0,16}}{_ALL}[^。；，\n]{{0,8}})[由为是]$"
)
_REACH = 40


def is_shared(text: str, attribution: Attribution) -> bool:
    """Whether it is about several items."""
    return _shares(text, attribution) is not None


def _shares(text: str, attribution: Attribution) -> re.Match[str] | None:
    return _SHARED.search(text, max(0, attribution.start - _REACH), attribution.start)


def shared_attributions(
    text: str, nodes: Sequence[Node], attributions: Sequence[Attribution]
) -> tuple[tuple[Attribution, ...], dict[int, Attribution]]:
    """The attributions that are about their own item, and by the start of a node the one that it has from elsewhere."""
    headed = {node.body_start: node for node, _ in headed_sections(text, nodes)}
    own: list[Attribution] = []
    given: dict[int, Attribution] = {}
    for attribution in attributions:
        if match := _shares(text, attribution):
            receivers = _receivers(nodes, 0, attribution, bool(match["below"]))
        elif section := _section(text, headed, attribution):
            receivers = (child.start for child in section.children)
        else:
            own.append(attribution)
            continue
        given.update(dict.fromkeys(receivers, attribution))
    return tuple(own), given


def _section(text: str, headed: dict[int, Node], attribution: Attribution) -> Node | None:
    """The section that is headed by an attribution, if one is."""
    start = attribution.start
    return headed.get(start) or headed.get(start - 1 if text[start - 1 : start] == "由" else start)


def _receivers(siblings: Sequence[Node], start: int, attribution: Attribution, below: bool) -> Iterator[int]:
    """The nodes that an attribution is shared by: those under or after the place where it stands, or those before."""
    if siblings and start <= attribution.start < siblings[0].start:
        yield from (node.start for node in siblings)
        return
    for index, node in enumerate(siblings):
        if node.start <= attribution.start < node.end:
            if node.children:
                yield from _receivers(node.children, node.start, attribution, below)
            else:
                yield from (each.start for each in (siblings[index + 1 :] if below else siblings[: index + 1]))
