"""Sections that are headed by those whose tasks stand under them: 一、甲局牵头的工作（8项）, 二、责任单位：乙局."""

from collections.abc import Iterator, Sequence

from lawcheck.structure.acting_units import in_role, named, units_at
from lawcheck.structure.attribution_lexer import LABEL, role_of
from lawcheck.structure.document import Attribution, Node
from lawcheck.text.patterns import Pattern

_COUNT = r"[（(](?:共)?[^（）()\n]{1,8}[项个件条][^（）()\n]{0,4}[）)]"
_DOES = (
    "(?:共同|分别|联合|具体)?(?P<verb>牵头|主办|承办|负责|承担)(?:负责|落实|实施|组织实施|完成|办理|推进)?"
    "(?:的)?(?:重点|主要|具体)?(?:工作|任务|事项|项目|件){0,2}(?:清单)?"
)
_HEADING = Pattern(
    rf"(?:(?P<label>{LABEL.pattern})|由)?(?P<units>[^，。；\n]{{2,40}}?)(?:{_DOES}(?:{_COUNT})?[：:]?|(?P<count>{_COUNT})|$)"
)
_LONGEST = 60


def headed_sections(text: str, nodes: Sequence[Node]) -> Iterator[tuple[Node, Attribution]]:
    """The sections whose headings say nothing but whose the items under them are, in order, and what they say."""
    for node in nodes:
        if said := _said(text, node):
            yield node, said
        else:
            yield from headed_sections(text, node.children)


def section_attributions(text: str, nodes: Sequence[Node], known: Sequence[Attribution]) -> Iterator[Attribution]:
    """What those headings say, but for those that are `known` to say it."""
    taken = {unit.start for one in known for field in one.fields for unit in field.units}
    for _, said in headed_sections(text, nodes):
        if said.fields[0].units[0].start not in taken:
            yield said


def _said(text: str, node: Node) -> Attribution | None:
    if not node.children or node.text_end > node.body_start + _LONGEST:
        return None
    end = node.body_start + len(text[node.body_start : node.text_end].rstrip())
    heading = _HEADING.fullmatch(text, node.body_start, end)
    says = heading and (heading["label"] or heading["verb"] or heading["count"])
    if heading is None or not says:
        return None
    start, stop = heading.span("units")
    _, units = units_at(text, start, stop)
    return in_role(role_of(says), start, stop, units) if named(units) and units[-1].end == stop else None
