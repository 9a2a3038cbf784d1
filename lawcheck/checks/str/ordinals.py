"""How ordinals are written (STR005, STR006, STR007, STR008)."""

from collections import Counter
from collections.abc import Iterator

from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document, Node
from lawcheck.structure.levels import LEVEL
from lawcheck.text.edits import Edit
from lawcheck.text.patterns import Pattern

_DASH = Pattern(r"[-－—–─ー_]")
_SPACE = Pattern(r"[ \u3000]+")
_BRACKETED = frozenset({"subsection", "clause", "subitem"})
# In a list that uses several styles, the rarer one is wrong where the other is clearly the list's own.
_OWN_STYLE = 2


def mixed_ordinal_style(document: Document) -> Iterator[Finding]:
    """STR005: one list writes its ordinals in two styles (1. and 1、)."""
    for siblings in _sibling_lists(document):
        styles = [_style(node) for node in siblings]
        known = Counter(style for style in styles if style)
        if len(known) < 2:
            continue
        (usual, count), (_, second) = known.most_common(2)
        if count < _OWN_STYLE or count == second:
            continue
        for node, style in zip(siblings, styles, strict=True):
            if style and style != usual:
                wanted = _restyled(node, usual)
                edits = (Edit(node.start, node.body_start, wanted),)
                yield Finding(node.start, node.body_start, {"marker": node.marker, "wanted": wanted}, edits=edits)


def _sibling_lists(document: Document) -> Iterator[list[Node]]:
    """The children of each node by level, two at least; those in a cell of a table are a list of their own."""
    for children in (document.nodes, *(node.children for node in document.walk() if len(node.children) > 1)):
        lists: dict[tuple[int, tuple[int, int] | None], list[Node]] = {}
        for child in children:
            if not child.inferred:
                lists.setdefault((child.depth, document.cell_at(child.start)), []).append(child)
        yield from (siblings for siblings in lists.values() if len(siblings) > 1)


def _style(node: Node) -> str:
    """What sets an ordinal apart from others of its form: its terminator or brackets; "" where that is damaged."""
    marker = _SPACE.compiled.sub("", node.marker)
    if node.level == "item" and node.marker[-1] in ".．、":
        return "、" if marker[-1] == "、" else "."
    if node.level == "subitem" and marker[-1] in ")）":
        return "(1)" if marker[0] in "(（" else "1)"
    return ""


def _restyled(node: Node, style: str) -> str:
    number = str(node.number)
    return {"、": f"{number}、", ".": f"{number}.", "(1)": f"（{number}）", "1)": f"{number}）"}[style]


def damaged_ordinal(document: Document) -> Iterator[Finding]:
    """STR006: a 一 in brackets that became a dash: (-)."""
    for node in document.walk():
        if node.form == "SUBSECTION" and _DASH.search(node.marker):
            wanted = LEVEL[node.form].spelled(node.parts)
            edits = (Edit(node.start, node.body_start, wanted),)
            yield Finding(node.start, node.body_start, {"marker": node.marker, "wanted": wanted}, edits=edits)


def ordinal_terminator(document: Document) -> Iterator[Finding]:
    """STR007: an ordinal with the wrong sign after it, with a superfluous one, or with none."""
    text = document.text
    # 1 总则, 1.1 目的: such documents set their numbers off by a space.
    spaced = any(node.level == "decimal" for node in document.walk())
    for node in document.walk():
        if node.inferred:
            continue
        last = node.marker[-1]
        if LEVEL[node.form].symbol == "SECTION" and last != "、":
            yield _terminator(node, node.body_start - 1, node.body_start, "、")
        elif node.form == "BARE_ITEM":
            yield _terminator(node, node.body_start, node.body_start, ".")
        elif node.level == "item" and last in ",，、":
            yield _terminator(node, node.body_start - 1, node.body_start, ".")
        elif node.level == "item" and last.isspace() and not spaced:
            yield _terminator(node, node.start + len(node.marker.rstrip()), node.body_start, ".")
        elif node.level in _BRACKETED and text[node.body_start : node.body_start + 1] in ("、", ".", "．"):
            yield _terminator(node, node.body_start, node.body_start + 1, "")


def _terminator(node: Node, start: int, end: int, wanted: str) -> Finding:
    variant = "superfluous" if not wanted else "item" if wanted == "." else "default"
    return Finding(node.start, end, {}, variant, edits=(Edit(start, end, wanted),))


def space_in_ordinal(document: Document) -> Iterator[Finding]:
    """STR008: a space inside an ordinal: `2 .`, （ 一 ）."""
    for node in document.walk():
        marker = node.marker.rstrip()
        if node.level in ("item", "subsection", "subitem", "section", "article", "chapter") and _SPACE.search(marker):
            content = _SPACE.compiled.sub("", marker)
            end = node.start + len(marker)
            yield Finding(node.start, end, edits=(Edit(node.start, end, content),))
