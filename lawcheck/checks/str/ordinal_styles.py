"""Ordinals of one list that are written in two styles, or one of them as in another set (STR005)."""

from collections import Counter
from collections.abc import Iterator

from lawcheck.checks.str.node_lines import at_line_start
from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document, Node
from lawcheck.structure.levels import LEVEL
from lawcheck.structure.lexer import marker_patterns
from lawcheck.text.edits import Edit
from lawcheck.text.patterns import Pattern

_SPACE = Pattern(r"[ \u3000]+")
# In a list that uses several styles, the rarer one is wrong where the other is clearly the list's own.
_OWN_STYLE = 2
# What has no shape of its form: ② or （二 among 1. 2. 3.
_STRANGE = "strange"
_SIGNS = frozenset("、.．")
# 2· and 三。 are right but for their sign (STR007), 2.、 and 2.. have one too many (STR022).
_ONLY_SIGN = {
    "ITEM": Pattern("[0-9]{1,3}[ \u3000]?[^0-9（()）A-Za-z]{0,2}"),
    "SECTION": Pattern("[一二三四五六七八九十]{1,3}[ \u3000]?[^0-9（()）A-Za-z]{0,2}"),
}
_ENCLOSED = {"ENCLOSED_SUBSECTION": "㈠", "ENCLOSED_SUBITEM": "⑴", "POINTED_ITEM": "⒈"}
_PLAIN = {"ENCLOSED_SUBSECTION": "SUBSECTION", "ENCLOSED_SUBITEM": "SUBITEM", "POINTED_ITEM": "ITEM"}


def mixed_ordinal_style(document: Document) -> Iterator[Finding]:
    """STR005: one list writes its ordinals in two styles (1. and 1、), or one of them in those of another set (②)."""
    for siblings in _sibling_lists(document):
        styles = [_style(document, node) for node in siblings]
        known = Counter(style for style in styles if style and style is not _STRANGE)
        usual = _usual(known) if len(known) > 1 else next(iter(known), "")
        for node, style in zip(siblings, styles, strict=True):
            if style is _STRANGE or (style and usual and len(known) > 1 and style != usual):
                wanted = _restyled(node, usual)
                end = node.body_start
                # ㈢、保障: the sign goes with the marker.
                end += style is _STRANGE and document.text[end : end + 1] in _SIGNS
                edits = (Edit(node.start, end, wanted),)
                marker = document.text[node.start : end].strip()
                yield Finding(node.start, end, {"marker": marker, "wanted": wanted}, edits=edits)


def _usual(known: Counter[str]) -> str:
    """The style that a list has but for a few; "" where there is none."""
    (usual, count), (_, second) = known.most_common(2)
    # Nothing is to be written like 1、2、, which are wrong themselves (STR007).
    return "" if count < _OWN_STYLE or count == second or usual == "、" else usual


def _sibling_lists(document: Document) -> Iterator[list[Node]]:
    """The children of each node by level, two at least; those in a cell of a table are a list of their own.

    So is one that begins at 1 inside a paragraph: （1）…（2）… in one sentence and 1）…2）… in another are no mixture.
    """
    for children in document.families:
        lists: dict[tuple[int, tuple[int, int] | None, int], list[Node]] = {}
        enclosed = 0
        for child in children:
            if not child.inferred:
                enclosed += child.number == 1 and not at_line_start(document, child)
                inside = 0 if at_line_start(document, child) else enclosed
                lists.setdefault((child.depth, document.cell_at(child.start), inside), []).append(child)
        yield from (siblings for siblings in lists.values() if len(siblings) > 1)


def _style(document: Document, node: Node) -> str:
    """What sets an ordinal apart from others of its form: its terminator or brackets; "" where that is damaged."""
    marker = _SPACE.compiled.sub("", node.marker)
    if node.form in _ENCLOSED:
        return _ENCLOSED[node.form]
    if not _has_shape(document, node):
        only_sign = _ONLY_SIGN.get(node.form)
        return "" if only_sign and only_sign.fullmatch(node.marker) else _STRANGE
    if node.level == "item" and node.marker[-1] in ".．、":
        return "、" if marker[-1] == "、" else "."
    if node.level == "subitem" and marker[-1] in ")）":
        return "(1)" if marker[0] in "(（" else "1)"
    return "（一）" if node.form == "SUBSECTION" else ""


def _has_shape(document: Document, node: Node) -> bool:
    """Whether a marker has the shape that its form has."""
    match = marker_patterns()[node.form].match(document.text, node.start) if node.form else None
    return match is not None or not node.form


def _restyled(node: Node, style: str) -> str:
    number = str(node.number)
    spelled = {"、": f"{number}、", ".": f"{number}.", "(1)": f"（{number}）", "1)": f"{number}）"}
    form = next((form for form, first in _ENCLOSED.items() if first == style), _PLAIN.get(node.form, node.form))
    return spelled.get(style) or LEVEL[form].spelled(node.parts)
